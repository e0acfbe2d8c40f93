"""What must hold for the legal chain. Written by hand, apart from the table that the steps are taken by."""

import json
from collections.abc import Iterator
from itertools import groupby

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from levend.adoption.enums import State, Step
from levend.adoption.models import Adoption, AdoptionCase, AdvisedText, CaseStep, PaperRecord, Submission
from levend.adoption.queries.unchanged import said
from levend.adoption.services.paper import paper_path
from levend.adoption.transitions import ROWS
from levend.audit.engine.invariants import Fault, invariant
from levend.audit.enums import ErasedKind
from levend.audit.models import ErasedHash
from levend.audit.queries.files import fault_of_file
from levend.core import clock
from levend.profiles.models import FrozenContent

CHUNK = 500


@invariant("locks")
def locks_follow_the_state() -> Iterator[Fault]:
    """The text that a case says is locked is the one that its profile is locked on."""
    wrong = AdoptionCase.objects.filter(~Q(content_sha256=F("profile__locked_sha256")))
    for pk in wrong.order_by("id").values_list("profile_id", flat=True).iterator(chunk_size=CHUNK):
        yield Fault(
            f"profile:{pk}", _("de stand van het profiel en het slot op de tekst spreken elkaar tegen")
        )


@invariant("unchanged")
def unchanged_texts_say_the_same() -> Iterator[Fault]:
    """A text that is marked as unchanged says what that version says."""
    rows = AdoptionCase.objects.filter(unchanged_from__isnull=False).select_related("unchanged_from__content")
    for case in rows.order_by("id").iterator(chunk_size=CHUNK):
        text = FrozenContent.objects.filter(profile_id=case.profile_id, sha256=case.content_sha256).first()
        then = case.unchanged_from
        if text is None or then is None or said(json.loads(text.body)) != said(json.loads(then.content.body)):
            yield Fault(
                f"profile:{case.profile_id}", _("de tekst heet ongewijzigd, maar zegt iets anders dan toen")
            )


@invariant("steps")
def steps_follow_each_other() -> Iterator[Fault]:
    """Steps are numbered from one, each begins where the one before it ended, and the last ends where the case is."""
    rows = CaseStep.objects.select_related("case").order_by("case_id", "number")
    for _case_id, group in groupby(rows.iterator(chunk_size=CHUNK), key=lambda step: step.case_id):
        yield from _steps_of_one(list(group))
    without = AdoptionCase.objects.filter(steps=None).order_by("id")
    for pk in without.values_list("profile_id", flat=True):
        yield Fault(f"profile:{pk}", _("van dit profiel is geen enkele stap vastgelegd"))


@invariant("adoptions")
def adoptions_rest_on_advice() -> Iterator[Fault]:
    """The board adopted a text for which an advice held, or confirmed a correction; the case rests on its own adoption."""
    advised = AdvisedText.objects.filter(
        advice=OuterRef("advice"), content_sha256=OuterRef("snapshot__sha256")
    )
    without = Adoption.objects.filter(~Exists(advised), corrects=None)
    yield from _about(without, _("vastgesteld is een tekst waarover geen advies is gegeven"))
    elsewhere = Adoption.objects.filter(
        ~Q(advice__case_id=F("case_id")) | ~Q(snapshot__profile_id=F("case__profile_id"))
    )
    yield from _about(elsewhere, _("het advies of de tekst hoort bij een ander profiel"))
    early = Adoption.objects.filter(adopted_on__lt=F("advice__given_on"))
    yield from _about(early, _("vastgesteld voordat het advies er was"))


@invariant("withdrawals")
def withdrawals_look_ahead() -> Iterator[Fault]:
    """What was withdrawn had been received, and is withdrawn from the day on which that was done, or a later one."""
    received = Submission.objects.filter(adoption=OuterRef("pk"), received_at__isnull=False)
    withdrawn = Adoption.objects.filter(ended_on__isnull=False)
    yield from _about(withdrawn.filter(~Exists(received)), _("ingetrokken zonder dat het was ontvangen"))
    for row in withdrawn.select_related("case").order_by("id").iterator(chunk_size=CHUNK):
        if row.ended_on and row.withdrawn_at and row.ended_on < clock.local_date(row.withdrawn_at):
            yield Fault(f"profile:{row.case.profile_id}", _("ingetrokken met terugwerkende kracht"))


@invariant("in-force")
def one_version_in_force() -> Iterator[Fault]:
    """A case that is adopted or further rests on one adoption of its own that stands, and was declared on that one."""
    settled = AdoptionCase.objects.filter(state__in=[State.ADOPTED, State.SUBMITTED, State.RECEIVED])
    wrong = settled.filter(Q(adoption__annulled_at__isnull=False) | ~Q(adoption__case_id=F("id")))
    for pk in wrong.order_by("id").values_list("profile_id", flat=True):
        yield Fault(
            f"profile:{pk}", _("het profiel rust op een besluit dat niet geldt of van een ander profiel is")
        )
    newer = Adoption.objects.filter(case_id=OuterRef("pk"), annulled_at=None, pk__gt=OuterRef("adoption_id"))
    for pk in settled.filter(Exists(newer)).order_by("id").values_list("profile_id", flat=True):
        yield Fault(f"profile:{pk}", _("er geldt een nieuwer besluit dan dat waarop het profiel rust"))
    declared = Submission.objects.filter(
        case_id=OuterRef("pk"), adoption_id=OuterRef("adoption_id"), received_at__isnull=False
    )
    for pk in (
        settled.filter(~Exists(declared), state=State.RECEIVED)
        .order_by("id")
        .values_list("profile_id", flat=True)
    ):
        yield Fault(f"profile:{pk}", _("ontvangen zonder verklaring over het besluit dat geldt"))


@invariant("asked-texts")
def asked_texts_are_kept() -> Iterator[Fault]:
    """Every text that a step speaks of is kept under its hash."""
    kept = FrozenContent.objects.filter(
        profile_id=OuterRef("case__profile_id"), sha256=OuterRef("content_sha256")
    )
    lost = CaseStep.objects.exclude(content_sha256="").filter(~Exists(kept)).order_by("id")
    for case_id, number in lost.values_list("case__profile_id", "number").iterator(chunk_size=CHUNK):
        yield Fault(
            f"profile:{case_id}", _("de tekst van stap %(number)d is er niet meer") % {"number": number}
        )


@invariant("papers")
def papers_are_there() -> Iterator[Fault]:
    """Letters and minutes are there as they were registered, but for those that were erased as a whole."""
    gone = ErasedHash.objects.filter(kind=ErasedKind.PAPER, old_sha256=OuterRef("sha256"))
    for paper in PaperRecord.objects.filter(~Exists(gone)).order_by("id").iterator(chunk_size=CHUNK):
        what = fault_of_file(paper_path(paper.sha256), size=paper.size, sha256=paper.sha256)
        if what:
            yield Fault(f"paper:{paper.pk}", what)


def _steps_of_one(steps: list[CaseStep]) -> Iterator[Fault]:
    where = f"profile:{steps[0].case.profile_id}"
    if [step.number for step in steps] != list(range(1, len(steps) + 1)):
        yield Fault(where, _("er ontbreekt een stap"))
        return
    state = ""
    for step in steps:
        row = ROWS.get(Step(step.step))
        fits = (
            step.source == state
            and (row is None or (state in row.sources and step.target == row.target))
            and (row is not None or step.number == 1)
        )
        if not fits:
            yield Fault(where, _("stap %(number)d volgt niet op de stap ervoor") % {"number": step.number})
            return
        state = step.target
    if state != steps[0].case.state:
        yield Fault(where, _("de laatste stap eindigt niet waar het profiel nu is"))


def _about(rows: QuerySet[Adoption], what: str) -> Iterator[Fault]:
    for pk in rows.order_by("id").values_list("case__profile_id", flat=True).iterator(chunk_size=CHUNK):
        yield Fault(f"profile:{pk}", what)
