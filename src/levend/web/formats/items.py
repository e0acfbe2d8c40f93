"""What stands in a chapter of a draft: see it, add to it, change it."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.catalogue.enums import Kind
from levend.catalogue.queries import entries, region_entries
from levend.core.errors import Invalid, NotFound, NotNow
from levend.formats.engine.editing import Map, Place, items_of
from levend.formats.queries.drafts import Draft, draft_for
from levend.formats.services import add_item, save_item, try_item
from levend.web.formats import words
from levend.web.formats.checking import (
    asks_check,
    at_fields,
    check_answer,
    checked_form,
    notes_of,
    only_looks,
    page_of,
)
from levend.web.formats.forms.item import Around, ItemForm
from levend.web.formats.found import Here
from levend.web.formats.glimpse import glimpse_of
from levend.web.formats.page import DraftPage, ItemView
from levend.web.formats.stumbling import learnt
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest

_WITH_OPTIONS = {"choice", "choices", "rating"}


@require_safe
def chapter(request: LevendRequest, key: str, chapter: int) -> HttpResponse:
    """Everything in a chapter, in order, each with what can be done with it."""
    page = DraftPage(draft_for(request.actor, key))
    found = learnt(request.actor, page.draft, page.items(chapter))
    context = {
        "page": page,
        "chapter": page.chapter(chapter),
        "items": found.items,
        "opinion": found.opinion,
        "kinds": [(kind, name, words.ICONS[kind]) for kind, name in words.TYPES.items()],
    }
    return render(request, "formats/chapter.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_item(request: LevendRequest, key: str, chapter: int, kind: str) -> HttpResponse:
    """Something new in a chapter: at its end, or after what `na` says."""
    page = page_of(request, key)
    count = len(items_of(page.data_of_chapter(chapter)))
    if kind not in words.TYPES:
        raise NotFound(kind)
    asked = request.GET.get("na", "")
    place = Place(chapter - 1, min(int(asked), count) if asked.isdecimal() and len(asked) < 4 else count)
    start: Map = {"type": kind, **({"key": _support_key(page.draft)} if kind == "support" else {})}
    form = _form(request, page.draft, place, kind, start, key_is_fixed=False)
    return _item_page(request, page, place, form, is_new=True)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: LevendRequest, key: str, chapter: int, item: int) -> HttpResponse:
    """Change something in a chapter."""
    page = page_of(request, key)
    stored = page.data_of_item(chapter, item)
    place = Place(chapter - 1, item - 1)
    own_key = str(stored.get("key", ""))
    is_fixed = own_key in page.draft.fixed_keys or (
        stored.get("type") == "support"
        and any(each.startswith(f"{own_key}-") for each in page.draft.fixed_keys)
    )
    form = _form(request, page.draft, place, str(stored.get("type", "")), stored, key_is_fixed=is_fixed)
    return _item_page(request, page, place, form, is_new=False)


def _item_page(
    request: LevendRequest, page: DraftPage, place: Place, form: ItemForm, *, is_new: bool
) -> HttpResponse:
    status, clash = 200, ""
    draft = page.draft
    is_sent = form.is_bound and not only_looks(request)
    if is_sent:
        try:
            if form.is_valid():
                service = add_item if is_new else save_item
                service(
                    actor=request.actor, key=draft.key, base=form.base, place=place, item=form.changed_item()
                )
                messages.success(request, _("Toegevoegd.") if is_new else _("Bewaard."))
                return redirect(
                    f"{reverse('draft_chapter', args=[draft.key, place.chapter + 1])}#onderdeel-{place.item + 1}"
                )
        except Invalid as refused:
            put_faults(form, at_fields(refused))
        except NotNow as refused:
            clash, status = str(refused), 409
        status = 422 if form.errors else status
    checked = checked_form(
        page,
        form,
        Here(place, is_new),
        lambda: try_item(draft, place=place, item=form.changed_item(), is_new=is_new),
        is_sent=is_sent,
        has_rows=form.rows is not None,
    )
    form.show_beside_rows(checked.rows)
    glimpse = glimpse_of(checked, place, is_new=is_new)
    if asks_check(request):
        notes = notes_of(form, checked, form.rows)
        return check_answer(request, checked, notes, glimpse=glimpse, has_glimpse=True)
    context = {
        "page": page,
        "checked": checked,
        "glimpse": glimpse,
        "chapter": page.chapter(place.chapter + 1),
        "form": form,
        "view": None if is_new else _with_hints(request, page, place),
        "kind_name": words.type_name(form.kind),
        "clash": clash,
        "others": [each for each in page.chapters if each.number != place.chapter + 1],
        "suggestions": _suggestions(form.kind, form.around.names),
        "show_faults": is_sent,
    }
    return render(request, "formats/item.html", context, status=status)


def _with_hints(request: LevendRequest, page: DraftPage, place: Place) -> ItemView:
    """What is changed, with what schools met and did there."""
    return learnt(request.actor, page.draft, [page.items(place.chapter + 1)[place.item]]).items[0]


def _form(
    request: LevendRequest, draft: Draft, place: Place, kind: str, stored: Map, *, key_is_fixed: bool
) -> ItemForm:
    names = _names(draft) if kind in {*_WITH_OPTIONS, "support"} else {}
    around = Around(_namely(draft, place, kind), key_is_fixed, names)
    return ItemForm(kind, stored, draft.revision, request.POST if request.method == "POST" else None, around)


def _namely(draft: Draft, place: Place, kind: str) -> tuple[tuple[str, str], ...]:
    """The options of the question that a text can explain: the nearest before it that is no such text itself."""
    if kind not in {"text", "long_text"}:
        return ()
    items = items_of(DraftPage(draft).data_of_chapter(place.chapter + 1))
    for before in reversed(items[: place.item]):
        if before.get("namely_for"):
            continue
        options = before.get("options") if before.get("type") in _WITH_OPTIONS else None
        return tuple(
            (f"{before.get('key')} {option.get('key')}", f"{before.get('label')} – {option.get('label')}")
            for option in (options if isinstance(options, list) else ())
            if isinstance(option, dict)
        )
    return ()


def _names(draft: Draft) -> dict[str, str]:
    """What the catalogue calls each kind of support that this region offers, by code."""
    language = get_language() or "nl"
    if draft.consortium_id is not None:
        found = region_entries(draft.consortium_id)
        return {each.code: each.label("nl") for each in found if each.is_offered and each.is_support}
    kinds = (Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL)
    return {each.code: each.label(language) for kind in kinds for each in entries(kind)}


def _suggestions(kind: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What can be chosen for a code or for the meaning of an option."""
    if kind == "support":
        return list(names.items())
    return [
        (f"support:{code}:{level}", f"{name} – {level_name}")
        for code, name in names.items()
        for level, level_name in words.LEVELS.items()
    ]


def _support_key(draft: Draft) -> str:
    """The lists of support types of a format share one key, so that a code that moves keeps its answers."""
    found = [
        str(item["key"])
        for chapter in DraftPage(draft).chapters
        for item in items_of(DraftPage(draft).data_of_chapter(chapter.number))
        if item.get("type") == "support" and "key" in item
    ]
    return found[0] if found else "hulp"
