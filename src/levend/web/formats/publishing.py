"""What changes and what schools will have to do; publishing; and the draft as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from levend.core.errors import Invalid, NotNow
from levend.formats.engine.faults import Fault, FormatFaults
from levend.formats.engine.format_changes import Answered, FormatChanges, QuestionChange, format_changes
from levend.formats.engine.yaml_writing import to_yaml
from levend.formats.queries.drafts import draft_for
from levend.formats.services import import_draft, publish_draft
from levend.web.formats.forms.general import ImportForm, PublishForm
from levend.web.formats.lists import yaml_response
from levend.web.formats.page import DraftPage
from levend.web.formats.words import ASPECTS
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@dataclass(frozen=True)
class ChangeLine:
    """A question with what is different about it, in words."""

    label: str
    chapter: str
    notes: tuple[str, ...]
    before: str


@dataclass(frozen=True)
class Group:
    """Changes that mean the same for a school."""

    title: str
    text: str
    lines: tuple[ChangeLine, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: LevendRequest, key: str) -> HttpResponse:
    """What changes, what is wrong, and publishing; a second click on the button finds the version published."""
    sent, clash, status = None, "", 200
    if request.method == "POST":
        sent = PublishForm(request.POST)
        try:
            if sent.is_valid():
                return _publish(request, key, sent)
        except Invalid as refused:
            put_faults(sent, refused)
        except NotNow as refused:
            clash, status = str(refused), 409
    page = DraftPage(draft_for(request.actor, key))
    draft = page.draft
    form = sent or PublishForm(initial={"revisie": draft.revision})
    changes = (
        format_changes(draft.published, draft.judged.definition)
        if draft.published is not None and draft.judged.definition is not None
        else None
    )
    context = {
        "page": page,
        "form": form,
        "clash": clash,
        "groups": _groups(changes) if changes else (),
        "texts": changes.texts_changed if changes else (),
        "nothing": changes is not None and changes.is_empty,
        "same": _same_words(changes) if changes else "",
        "questions": len(draft.judged.definition.questions) if draft.judged.definition else 0,
    }
    return render(request, "formats/publish.html", context, status=422 if form.errors else status)


@require_safe
def draft_file(request: LevendRequest, key: str) -> HttpResponse:
    """The draft as its file."""
    draft = draft_for(request.actor, key)
    return yaml_response(to_yaml(draft.data), f"{key}-{draft.number}-concept.yaml")


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: LevendRequest, key: str) -> HttpResponse:
    """Read a file into the draft; a faulty one changes nothing and every fault is shown with its line."""
    page = DraftPage(draft_for(request.actor, key))
    form = ImportForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        initial={"revisie": page.draft.revision},
    )
    faults: Sequence[Fault] = ()
    clash, status = "", 200
    try:
        if form.is_valid():
            import_draft(actor=request.actor, key=key, base=form.base, text=form.content, name=form.name)
            messages.success(
                request,
                _(
                    "Het bestand is ingelezen. Opmerkingen met # zijn niet bewaard. U kunt dit ongedaan maken."
                ),
            )
            return redirect("format_draft", key)
    except FormatFaults as refused:
        faults, status = refused.faults, 422
    except NotNow as refused:
        clash, status = str(refused), 409
    context = {"page": page, "form": form, "faults": faults, "clash": clash}
    return render(request, "formats/import.html", context, status=422 if form.errors else status)


def _publish(request: LevendRequest, key: str, form: PublishForm) -> HttpResponse:
    version = publish_draft(
        actor=request.actor, key=key, base=form.base, confirmed=form.cleaned_data["confirmed"]
    )
    messages.success(
        request,
        _("Versie %(number)d is gepubliceerd. Scholen kunnen er nu mee beginnen.")
        % {"number": version.number},
    )
    return redirect("one_format", key)


def _groups(changes: FormatChanges) -> tuple[Group, ...]:
    """What a school has to do first, then what only reads differently."""
    lost = changes.with_answer(Answered.LOST)
    groups = (
        Group(
            _("Nieuw gevraagd"),
            _("Scholen beantwoorden deze vragen voor het eerst."),
            tuple(_line(each) for each in changes.with_answer(Answered.NEW)),
        ),
        Group(
            _("Gaat niet mee"),
            _(
                "Het antwoord van vorige keer blijft bij het oude profiel staan en gaat niet mee naar het nieuwe."
            ),
            tuple(_line(each) for each in lost),
        ),
        Group(
            _("Gaat voor een deel mee"),
            _("Wie iets koos wat er niet meer is, kiest opnieuw."),
            tuple(_line(each) for each in changes.with_answer(Answered.PARTLY)),
        ),
        Group(
            _("Anders gevraagd, antwoord gaat mee"),
            _("Scholen zien hun antwoord terug en zeggen of het nog klopt."),
            tuple(_line(each) for each in changes.with_answer(Answered.WHOLE)),
        ),
    )
    return tuple(group for group in groups if group.lines)


def _line(change: QuestionChange) -> ChangeLine:
    notes = [str(ASPECTS[aspect]) for aspect in change.aspects]
    if change.answered is Answered.NEW and change.required:
        notes.append(_("verplicht"))
    if change.lost:
        notes.append(_("weg: %(what)s") % {"what": ", ".join(change.lost)})
    return ChangeLine(change.label, change.chapter.title, tuple(notes), change.label_before)


def _same_words(changes: FormatChanges) -> str:
    return ngettext(
        "Het antwoord op %(n)d vraag gaat helemaal mee.",
        "De antwoorden op %(n)d vragen gaan helemaal mee.",
        changes.same,
    ) % {"n": changes.same}
