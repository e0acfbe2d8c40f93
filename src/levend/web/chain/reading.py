"""The card beside the timeline: which texts there are to read, and what differs."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.queries.overview import CaseOverview
from levend.adoption.queries.texts import text_in_force
from levend.adoption.transitions import UNLOCKED
from levend.core.errors import NotFound
from levend.publication.queries import changes_for, official_for
from levend.web.chain.text_pdf import TextPdf, official_pdf
from levend.web.chain.timeline import short

_DATED = {
    Step.ASK_ADVICE,
    Step.GIVE_ADVICE,
    Step.REGISTER_ADVICE,
    Step.PASS_TERM,
    Step.CONFIRM_ADVICE,
    Step.ADOPT,
    Step.REGISTER_ADOPTION,
    Step.SUBMIT,
    Step.RECEIVE,
}


@dataclass(frozen=True)
class Texts:
    """Hashes of what this actor may read: the text as it lies now, the one put before somebody before, the one in
    force. Empty where there is none, or when it is the same text. `draft_url` leads to what is being written, the others to
    what is different in it, and in the text that lies before somebody, as a document. `pdf` is the document of what was
    handed in."""

    current: str
    previous: str
    in_force: str
    draft_url: str
    changes_url: str
    changes_pdf_url: str
    pdf: TextPdf | None

    @property
    def short(self) -> str:
        return short(self.current)


@dataclass(frozen=True)
class Day:
    """A date of the case; `label` is the step that was taken."""

    on: date
    label: str


def texts_of(actor: Actor, about: CaseOverview) -> Texts:
    """The newest readable text, the readable text before it, and the version in force."""
    hashes = list(dict.fromkeys(line.sha256 for line in about.lines if line.readable and line.sha256))
    last = [line.sha256 for line in about.lines if line.readable and line.sha256][-1:]
    current = last[0] if last else ""
    earlier = [sha256 for sha256 in hashes if sha256 != current]
    now = text_in_force(actor, about.case, about.facts.reach)
    reads_draft = about.state in UNLOCKED and actor.has(Permission.READ_DRAFT, on=about.facts.reach)
    code, before = about.case.location.code, now if now not in {current, ""} else ""
    return Texts(
        current=current,
        previous=earlier[-1] if earlier else "",
        in_force=before,
        draft_url=reverse("profile_draft", args=[code]) if reads_draft else "",
        changes_url=reverse("changes_now", args=[code]) if reads_draft and now else "",
        changes_pdf_url=_changes_pdf_url(actor, code, before, current),
        pdf=official_pdf(official_for(actor, about.case, current), code, current) if current else None,
    )


def _changes_pdf_url(actor: Actor, code: str, before: str, after: str) -> str:
    """Where the worker made a document of what is different, for who may read both texts."""
    if not before or not after:
        return ""
    try:
        made = changes_for(actor, code, before, after)
    except NotFound:
        return ""
    return reverse("difference_pdf", args=[code, before, after]) if made else ""


def days_of(about: CaseOverview) -> tuple[Day, ...]:
    """When the steps that everybody counts by were taken; what still comes is told beside them."""
    days = [Day(line.happened_on, str(line.step.label)) for line in about.lines if line.step in _DATED]
    return tuple(days[-6:])
