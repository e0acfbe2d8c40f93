"""What is wrong with what somebody is typing: beside its field, in the list of the draft, and before it is saved.

The draft is judged as it would be. What the page asks for and was not reached yet is no fault; sending tells it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from levend.core.errors import Invalid, NotNow
from levend.formats.engine.editing import NoSuchPlace, item_at
from levend.formats.engine.yaml_source import Path
from levend.formats.queries.drafts import Draft, draft_at, draft_for
from levend.web.formats.forms.rows import Rows
from levend.web.formats.forms.tags import PLACES
from levend.web.formats.found import FindingView, Here
from levend.web.formats.page import DraftPage
from levend.web.look.fields import Said
from levend.web.requests import LevendRequest

LOOK, CHECK = "kijk", "controleer"
"""What a form asks in `doe` to be shown again, or only judged; neither saves."""
_ROWS = {"options", "columns", "entries"}


@dataclass(frozen=True)
class Note:
    """What stands in one place beside a field; `id` is that of the place."""

    id: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Checked:
    """A draft as it would be, with what is wrong beside each field of the form."""

    page: DraftPage
    fields: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    rows: Mapping[int, tuple[Said, ...]] = field(default_factory=dict)
    rest: tuple[Said, ...] = ()

    @property
    def said(self) -> tuple[Said, ...]:
        beside = [*self.fields.values(), *self.rows.values(), self.rest]
        return tuple(dict.fromkeys(each for some in beside for each in some))


def only_looks(request: LevendRequest) -> bool:
    """Whether the form was sent to be judged or shown again, and not to be saved."""
    return bool(request.POST.get("doe"))


def base_of(request: LevendRequest) -> int:
    """The revision that was on the page; 0 for none."""
    base = request.POST.get("revisie", "")
    return int(base) if base.isdecimal() and len(base) < 10 else 0


def page_of(request: LevendRequest, key: str) -> DraftPage:
    """The draft as it stood on the page that was sent, so that a place means what it meant there; else as it is."""
    draft = draft_for(request.actor, key)
    return DraftPage(draft_at(draft, base_of(request)) if base_of(request) else draft)


def check_answer(
    request: LevendRequest, checked: Checked, notes: Sequence[Note], **more: object
) -> HttpResponse:
    """Only what stands beside the fields, and the list: what was typed meanwhile stays. `more` is shown besides."""
    context = {
        "checked": checked,
        "page": checked.page,
        "notes": notes,
        "words": None,
        "has_glimpse": False,
        **more,
    }
    return render(request, "formats/checked.html", context)


def asks_check(request: LevendRequest) -> bool:
    """Whether only what changes beside the fields is asked for."""
    return bool(request.htmx) and request.POST.get("doe") == CHECK


def checked_form(
    page: DraftPage,
    form: forms.Form,
    here: Here | None,
    attempt: Callable[[], Draft],
    *,
    is_sent: bool,
    has_rows: bool = False,
) -> Checked:
    """Judge the draft with what stands in a form; `attempt` gives the draft as it would be.

    While a form has faults of its own, the list shows the draft as it is kept. `is_sent`: with the button that saves.
    """
    kept = DraftPage(page.draft, here)
    if not form.is_bound:
        return _beside(kept, form, has_rows)
    if form.errors:
        own = {name: tuple(_reached(errors.as_data(), is_sent)) for name, errors in form.errors.items()}
        return Checked(kept, {name: said for name, said in own.items() if said})
    try:
        tried = DraftPage(attempt(), here, is_tried=True)
    except Invalid as error:
        refused = at_fields(error)
        known = {name: (Said(str(text)),) for name, text in refused.fields.items() if name in form.fields}
        rest = tuple(Said(str(text)) for name, text in refused.fields.items() if name not in form.fields)
        return Checked(kept, known, rest=rest)
    except NotNow:
        return Checked(kept)
    found = _beside(tried, form, has_rows)
    return replace(found, rest=()) if here is not None and here.is_new else found


def notes_of(form: forms.Form, checked: Checked, rows: Rows | None = None) -> list[Note]:
    """Every place beside a field with what stands there now, nothing included."""
    return [
        *(
            Note(f"{bound.auto_id}_error", checked.fields.get(bound.name, ()))
            for bound in form
            if not bound.is_hidden
        ),
        *(Note(row.id, row.notes) for row in (rows.views if rows else ())),
        Note("fout-onderdeel", checked.rest),
    ]


def at_fields(refused: Invalid) -> Invalid:
    """What a service refused, at the fields of the form of an item."""
    named = {_field((name,), ()): text for name, text in refused.fields.items()}
    return Invalid(refused.message, named)


def _beside(page: DraftPage, form: forms.Form, has_rows: bool) -> Checked:
    fields: dict[str, tuple[Said, ...]] = {}
    rows: dict[int, tuple[Said, ...]] = {}
    rest: tuple[Said, ...] = ()
    tags = _tags(page)
    for finding in (each for each in page.findings if _is_about(each, page.here)):
        name = _field(finding.inside, tags)
        said = (Said(finding.text, not finding.is_error),)
        match finding.inside:
            case (str(part), int(number), *_inside) if has_rows and part in _ROWS:
                rows[number] = (*rows.get(number, ()), *said)
            case _ if name in form.fields:
                fields[name] = (*fields.get(name, ()), *said)
            case _:
                rest = (*rest, *said)
    return Checked(page, fields, rows, rest)


def _is_about(finding: FindingView, here: Here | None) -> bool:
    """About the item that is typed; or the head of a chapter, or of the format, and not what is missing in it."""
    if here is None:
        return not finding.chapter and bool(finding.inside)
    return finding.is_here and (here.place.item >= 0 or bool(finding.inside))


def _field(inside: Path, tags: Sequence[str]) -> str:
    """The field of a form for a place in an item."""
    match inside:
        case ("tags", int(number), *_rest):
            kind = tags[number].partition(":")[0] if number < len(tags) else ""
            return "elements" if kind == "element" else kind if kind in PLACES else "other_tags"
        case ("tags", *_rest):
            return "other_tags"
        case ("namely_for", *_rest):
            return "namely"
        case (str(name), *_rest):
            return name
    return ""


def _tags(page: DraftPage) -> list[str]:
    """The tags of what is typed."""
    if page.here is None or page.here.place.item < 0:
        return []
    try:
        tags = item_at(page.draft.data, page.here.place).get("tags")
    except NoSuchPlace:
        return []
    return [str(tag) for tag in tags] if isinstance(tags, list) else []


def _reached(errors: Iterable[ValidationError], is_sent: bool) -> Iterable[Said]:
    return (
        Said(str(text)) for error in errors if is_sent or error.code != "required" for text in error.messages
    )
