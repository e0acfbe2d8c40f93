"""When something in a chapter is asked."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import NotFound, NotNow
from levend.formats.engine.editing import Map, Place
from levend.formats.engine.yaml_source import Plain
from levend.formats.enums import DraftChange
from levend.formats.services import save_item, try_item
from levend.web.formats.checking import Checked, Note, asks_check, base_of, check_answer, page_of
from levend.web.formats.condition_tree import Way, way_to
from levend.web.formats.conditions import earlier, in_words
from levend.web.formats.forms.condition import ConditionForm, sent_form, stored_form
from levend.web.formats.forms.condition_view import GroupView, line_views, view_of
from levend.web.formats.found import Here
from levend.web.formats.page import DraftPage
from levend.web.look.fields import Said
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def condition(request: LevendRequest, key: str, chapter: int, item: int) -> HttpResponse:
    """When it is asked."""
    page = page_of(request, key)
    stored = page.data_of_item(chapter, item)
    if stored.get("type") in {"heading", "fixed_text", "register"}:
        raise NotFound(key)
    place = Place(chapter - 1, item - 1)
    asked = earlier(page.draft.data, place)
    form = stored_form(stored.get("condition"), asked)
    clash, status = "", 200
    if request.method == "POST":
        form = sent_form(request.POST, asked, stored.get("condition"))
        if form.is_sent:
            status = 422
            try:
                if form.is_valid:
                    return _saved(request, page, place, _conditioned(stored, form.condition))
            except NotNow as refused:
                clash, status = str(refused), 409
    checked = _checked(page, place, stored, form)
    group = view_of(form, _by_line(checked, form.condition))
    words = in_words(form.condition, form.by_key) if form.is_valid else ""
    if asks_check(request):
        notes = [Note(f"fout-{line.place}", line.notes) for line in line_views(group)]
        notes.append(Note("fout-onderdeel", _said(checked, form, group)))
        return check_answer(request, checked, notes, words=words)
    context = {
        "page": page,
        "checked": checked,
        "chapter": page.chapter(chapter),
        "item": page.items(chapter)[item - 1],
        "form": form,
        "group": group,
        "words": words,
        "stored_words": in_words(stored.get("condition"), form.by_key),
        "said": _said(checked, form, group),
        "clash": clash,
    }
    return render(request, "formats/condition.html", context, status=status)


def _saved(request: LevendRequest, page: DraftPage, place: Place, item: Map) -> HttpResponse:
    save_item(
        actor=request.actor,
        key=page.draft.key,
        base=base_of(request),
        place=place,
        item=item,
        change=DraftChange.CONDITION_CHANGED,
    )
    messages.success(request, _("Bewaard."))
    chapter = reverse("draft_chapter", args=[page.draft.key, place.chapter + 1])
    return redirect(f"{chapter}#onderdeel-{place.item + 1}")


def _checked(page: DraftPage, place: Place, stored: Map, form: ConditionForm) -> Checked:
    """The draft with this condition; while a line is unfinished, the draft as it is kept."""
    here = Here(place)
    if not form.is_valid:
        return Checked(DraftPage(page.draft, here))
    item = _conditioned(stored, form.condition)
    is_tried = item != stored
    draft = try_item(page.draft, place=place, item=item, is_new=False) if is_tried else page.draft
    return Checked(DraftPage(draft, here, is_tried=is_tried))


def _by_line(checked: Checked, condition: Plain) -> Mapping[Way, tuple[Said, ...]]:
    """What is wrong with the condition, by the line that it is about."""
    found: dict[Way, tuple[Said, ...]] = {}
    for finding in checked.page.findings:
        if finding.is_here and finding.inside[:1] == ("condition",) and condition is not None:
            way = way_to(condition, finding.inside[1:])
            found[way] = (*found.get(way, ()), Said(finding.text, not finding.is_error))
    return found


def _said(checked: Checked, form: ConditionForm, group: GroupView) -> tuple[Said, ...]:
    """What stands above the lines: what is about no line of them."""
    beside = {each for line in line_views(group) for each in line.notes}
    found = [
        Said(each.text, not each.is_error)
        for each in checked.page.findings
        if each.is_here and each.inside[:1] == ("condition",)
    ]
    whole = [Said(form.fault)] if form.fault else []
    return tuple(each for each in [*whole, *found] if each not in beside)


def _conditioned(stored: Map, condition: Plain) -> Map:
    item = {name: value for name, value in stored.items() if name != "condition"}
    return {**item, "condition": condition} if condition is not None else item
