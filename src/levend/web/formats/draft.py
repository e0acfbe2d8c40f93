"""A draft as a whole: its outline, its title, its chapters, its history, and every button that needs no page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.core.errors import Invalid, LevendError, NotFound, NotNow
from levend.formats.engine.editing import Map, Place
from levend.formats.queries.drafts import Draft, draft_for, history_of
from levend.formats.services import (
    add_chapter,
    discard_draft,
    move_chapter,
    move_item,
    move_to_chapter,
    remove_chapter,
    remove_item,
    save_chapter_head,
    save_head,
    try_chapter,
    try_head,
    undo_change,
)
from levend.web.formats.checking import (
    asks_check,
    check_answer,
    checked_form,
    notes_of,
    only_looks,
    page_of,
)
from levend.web.formats.forms.general import ChapterForm, HeadForm
from levend.web.formats.found import Here
from levend.web.formats.page import DraftPage
from levend.web.formats.stumbling import learnt
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@require_safe
def outline(request: LevendRequest, key: str) -> HttpResponse:
    """The chapters with what is wrong in them, and where to go from here."""
    page = DraftPage(draft_for(request.actor, key))
    opinion = learnt(request.actor, page.draft).opinion
    return render(request, "formats/outline.html", {"page": page, "opinion": opinion})


@require_safe
def history(request: LevendRequest, key: str) -> HttpResponse:
    """Every change: who, when, what."""
    draft = draft_for(request.actor, key)
    return render(request, "formats/history.html", {"page": DraftPage(draft), "lines": history_of(draft)})


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: LevendRequest, key: str) -> HttpResponse:
    """Its name, what it is for, and for which schools."""
    page = page_of(request, key)
    form = HeadForm.of(
        page.draft.data, page.draft.revision, request.POST if request.method == "POST" else None
    )
    context = {
        "page": page,
        "form": form,
        "title": _("Naam en scholen"),
        "back": reverse("format_draft", args=[key]),
    }

    def fields() -> dict[str, Any]:
        return {name: form.cleaned_data[name] for name in ("title", "description", "school_types")}

    def save() -> None:
        save_head(actor=request.actor, key=key, base=form.base, **fields())

    return _saved_or_shown(request, form, save, lambda: try_head(page.draft, **fields()), None, context)


@require_http_methods(["GET", "HEAD", "POST"])
def chapter_head(request: LevendRequest, key: str, chapter: int = 0) -> HttpResponse:
    """A chapter's title, number and introduction; without a number of a chapter a new one is made."""
    page = page_of(request, key)
    stored: Map = page.data_of_chapter(chapter) if chapter else {"number": str(len(page.chapters) + 1)}
    form = ChapterForm.of(stored, page.draft.revision, request.POST if request.method == "POST" else None)
    back = reverse("draft_chapter", args=[key, chapter]) if chapter else reverse("format_draft", args=[key])
    title = _("Hoofdstuk wijzigen") if chapter else _("Nieuw hoofdstuk")
    context = {"page": page, "form": form, "title": title, "back": back}

    def fields() -> dict[str, str]:
        return {name: form.cleaned_data[name] for name in ("number", "title", "intro")}

    def save() -> None:
        if chapter:
            save_chapter_head(actor=request.actor, key=key, base=form.base, chapter=chapter - 1, **fields())
        else:
            add_chapter(actor=request.actor, key=key, base=form.base, **fields())

    def attempt() -> Draft:
        return try_chapter(page.draft, chapter=chapter - 1 if chapter else None, **fields())

    here = Here(Place(chapter - 1 if chapter else len(page.chapters), -1), is_new=not chapter)
    return _saved_or_shown(request, form, save, attempt, here, context)


@require_POST
def change(request: LevendRequest, key: str) -> HttpResponse:
    """A button: undo, put away, move, take away. Each says where it works by numbers from 1."""
    draft = draft_for(request.actor, key)
    asked = request.POST.get("doe", "").split(" ")
    base = request.POST.get("revisie", "")
    if (
        not base.isdecimal()
        or len(base) > 9
        or not all(each.isdecimal() and len(each) < 6 for each in asked[1:])
    ):
        raise NotFound(key)
    if asked == ["herstel"]:
        return _told(
            request, lambda: undo_change(actor=request.actor, key=key, base=int(base)), _back(request, key)
        )
    if asked == ["doe-weg"]:
        return _told(
            request,
            lambda: discard_draft(actor=request.actor, key=key, base=int(base)),
            reverse("formats"),
            _("Het concept is weg. Wat gepubliceerd was, is er nog."),
        )
    return _moved(request, draft, int(base), asked)


def _saved_or_shown(
    request: LevendRequest,
    form: HeadForm | ChapterForm,
    save: Callable[[], None],
    attempt: Callable[[], Draft],
    here: Here | None,
    context: dict[str, Any],
) -> HttpResponse:
    """Save a form that is whole and go back; else show it with what is wrong, and with what was typed."""
    status = 200
    is_sent = form.is_bound and not only_looks(request)
    try:
        if is_sent and form.is_valid():
            save()
            messages.success(request, _("Bewaard."))
            return redirect(str(context["back"]))
    except Invalid as refused:
        put_faults(form, refused)
    except NotNow as refused:
        context["clash"], status = str(refused), 409
    checked = checked_form(context["page"], form, here, attempt, is_sent=is_sent)
    if asks_check(request):
        return check_answer(request, checked, notes_of(form, checked))
    status = 422 if is_sent and form.errors else status
    return render(
        request, "formats/form.html", {**context, "checked": checked, "show_faults": is_sent}, status=status
    )


def _moved(request: LevendRequest, draft: Draft, base: int, asked: list[str]) -> HttpResponse:
    """Move or take away a chapter or something in it."""
    chapter, item = (int(asked[place]) - 1 if len(asked) > place else 0 for place in (1, 2))
    actor, key = request.actor, draft.key
    outline_page = reverse("format_draft", args=[draft.key])
    chapter_page = reverse("draft_chapter", args=[draft.key, chapter + 1])
    place = Place(chapter, item)
    match asked:
        case [("hoofdstuk-op" | "hoofdstuk-neer") as what, _chapter]:
            step = -1 if what == "hoofdstuk-op" else 1
            return _told(
                request,
                lambda: move_chapter(actor=actor, key=key, base=base, chapter=chapter, step=step),
                outline_page,
            )
        case ["hoofdstuk-weg", _chapter]:
            return _told(
                request,
                lambda: remove_chapter(actor=actor, key=key, base=base, chapter=chapter),
                outline_page,
                _undoable(),
            )
        case [("op" | "neer") as what, _chapter, _item]:
            step = -1 if what == "op" else 1
            there = f"{chapter_page}#onderdeel-{max(item + 1 + step, 1)}"
            return _told(
                request, lambda: move_item(actor=actor, key=key, base=base, place=place, step=step), there
            )
        case ["weg", _chapter, _item]:
            return _told(
                request,
                lambda: remove_item(actor=actor, key=key, base=base, place=place),
                chapter_page,
                _undoable(),
            )
        case ["naar", _chapter, _item]:
            to = request.POST.get("hoofdstuk", "")
            if not to.isdecimal() or len(to) > 3:
                raise NotFound(draft.key)
            there = reverse("draft_chapter", args=[draft.key, int(to)])
            return _told(
                request,
                lambda: move_to_chapter(actor=actor, key=key, base=base, place=place, chapter=int(to) - 1),
                there,
            )
    raise NotFound(draft.key)


def _undoable() -> str:
    return _("Weggehaald. U kunt dit nog ongedaan maken.")


def _told(request: LevendRequest, do: Callable[[], object], to: str, done: str = "") -> HttpResponse:
    """Do it and say so; what cannot be done now is said where one comes from."""
    try:
        do()
    except NotFound:
        raise
    except LevendError as refused:
        messages.warning(request, str(refused))
    else:
        if done:
            messages.success(request, done)
    return redirect(to)


def _back(request: LevendRequest, key: str) -> str:
    chapter = request.POST.get("terug", "")
    if chapter.isdecimal() and len(chapter) < 4:
        return reverse("draft_chapter", args=[key, int(chapter)])
    return reverse("format_draft", args=[key])
