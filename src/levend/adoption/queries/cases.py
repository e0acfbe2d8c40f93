"""Finding cases and their texts; strangers find nothing."""

from django.db.models import QuerySet

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for, locations_for
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach
from levend.profiles.queries import content_of

_AROUND = (
    "location__school__board",
    "consortium",
    "profile",
    "advice__paper",
    "adoption__paper",
    "unchanged_from__profile",
)


def cases_for(actor: Actor) -> QuerySet[AdoptionCase]:
    """Every case of a location whose state the actor may see, newest first."""
    rows = AdoptionCase.objects.select_related(*_AROUND).order_by("-opened_at", "-id")
    return rows if actor.is_system else rows.filter(location__in=locations_for(actor, Permission.SEE_STATE))


def case_for(actor: Actor, location_code: str) -> AdoptionCase:
    """The newest case of a location. Raises `NotFound` for who may not see it, and where there is none."""
    case = cases_for(actor).filter(location__code=location_code).first()
    if case is None:
        raise NotFound(location_code)
    return case


def has_case(actor: Actor, location_code: str) -> bool:
    """Whether a location that the actor may see has a case. Raises `NotFound` for other locations."""
    location = location_for(actor, location_code)
    return AdoptionCase.objects.filter(location=location).exists()


def may_read_text(actor: Actor, case: AdoptionCase, sha256: str, reach: LocationReach) -> bool:
    """Who reads a frozen text of a case.

    The school and its board read all; the council what was put before it; the consortium, and who it lets
    read along, what was handed in.
    """
    if actor.is_system or actor.has(Permission.READ_DRAFT, on=reach):
        return True
    asked = case.steps.filter(step__in=[Step.ASK_ADVICE, Step.ASK_CONFIRMATION], content_sha256=sha256)
    handed_in = case.submissions.filter(adoption__snapshot__sha256=sha256)
    if actor.has(Permission.READ_ASKED, on=reach) and (asked.exists() or handed_in.exists()):
        return True
    return actor.has(Permission.READ_SUBMITTED, on=reach) and handed_in.exists()


def text_for(
    actor: Actor, location_code: str, sha256: str
) -> tuple[AdoptionCase, FormatDefinition, dict[str, object]]:
    """A frozen text of a location's newest case, with its format. Raises `NotFound` for who may not read it."""
    case = case_for(actor, location_code)
    if not may_read_text(actor, case, sha256, reach_of(case.location_id, clock.today())):
        raise NotFound(sha256)
    return case, definition_of(case.profile.format_version_id), content_of(case.profile_id, sha256)


def may_read_papers(actor: Actor, reach: LocationReach) -> bool:
    """Registered letters and minutes are for the school, its board and its council only, their file names too."""
    return actor.has(Permission.READ_DRAFT, on=reach) or actor.has(Permission.READ_ASKED, on=reach)


def may_read_words(actor: Actor, case: AdoptionCase, reach: LocationReach) -> bool:
    """Reasons, advices and answers to them: the school, its board and its council; others once it was handed in.

    Until then the consortium sees whose turn it is, and no words.
    """
    return (
        actor.is_system
        or may_read_papers(actor, reach)
        or (actor.has(Permission.READ_SUBMITTED, on=reach) and case.submissions.exists())
    )


def paper_for(actor: Actor, location_code: str, paper_id: int) -> PaperRecord:
    """A registered letter or minutes. Raises `NotFound` for who may not read it."""
    case = case_for(actor, location_code)
    paper = PaperRecord.objects.filter(pk=paper_id, case__location_id=case.location_id).first()
    if paper is None or not may_read_papers(actor, reach_of(case.location_id, clock.today())):
        raise NotFound(str(paper_id))
    return paper
