"""Documents of profiles that were handed in, for who works with them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from levend.accounts.actor import Actor
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase, Submission
from levend.adoption.queries.cases import may_read_text
from levend.audit.enums import ErasedKind
from levend.audit.queries import erased_hashes
from levend.core import clock
from levend.core.errors import NotFound
from levend.jobs.queries.pending import pending_ids
from levend.organisations.queries.reach import reach_of
from levend.publication.models import Artefact, OfficialDocument

MAKE = "levend.publication.tasks.on_profile_submitted"
"""The work that makes the document."""


@dataclass(frozen=True)
class HandedIn:
    """A text that lies with the consortium or was received; `pdf` is `None` while the worker makes it."""

    pdf: Artefact | None
    is_received: bool


def without_document() -> tuple[tuple[int, int], ...]:
    """Cases that lie with the consortium without a document, while no work that will make it is waiting: with the keys of
    their profiles."""
    later = Submission.objects.filter(case_id=OuterRef("case_id"), pk__gt=OuterRef("pk"))
    current = Submission.objects.filter(~Exists(later), case__state=State.SUBMITTED, official_document=None)
    lacking = list(current.order_by("id").values_list("case_id", "case__profile_id"))
    coming = {ids.get("case_id") for ids in pending_ids(MAKE)} if lacking else set()
    return tuple(pair for pair in lacking if pair[0] not in coming)


def official_for(actor: Actor, case: AdoptionCase, sha256: str) -> HandedIn | None:
    """The official document of a frozen text; `None` where it is not this text that is handed in now.

    What was sent back is handed in no more: its document stays where the school put it, and is no longer given out.
    Raises `NotFound` for who may not read that text.
    """
    if not may_read_text(actor, case, sha256, reach_of(case.location_id, clock.today())):
        raise NotFound(sha256)
    if case.state not in {State.SUBMITTED, State.RECEIVED}:
        return None
    submission = case.submissions.select_related("adoption__snapshot").latest("id")
    if submission.adoption.snapshot.sha256 != sha256:
        return None
    made = OfficialDocument.objects.filter(submission=submission).select_related("pdf").first()
    pdf = made.pdf if made is not None else None
    if pdf is not None and erased_hashes([pdf.sha256], ErasedKind.ARTEFACT):
        pdf = None
    return HandedIn(pdf, is_received=case.state == State.RECEIVED)
