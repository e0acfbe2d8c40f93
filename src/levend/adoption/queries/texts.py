"""Frozen texts for reading, and what differs between two of them; each reader sees what is meant for them."""

from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.cases import cases_for, may_read_text
from levend.adoption.queries.in_force import in_force
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Audience
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import audience_of, visible_keys
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach
from levend.profiles.queries import content_of

_EVERYTHING = frozenset(Audience)
_OUTSIDE_SCHOOL = frozenset({Audience.PUBLIC, Audience.CONSORTIUM})


@dataclass(frozen=True)
class FrozenText:
    """A text under its hash. `answers` holds every visible answer, `asked` the questions that this actor may read.

    `since` is the day on which the text was put before somebody first, `step` how. `sees_small_counts`: this actor takes
    part in the procedure, and reads numbers as the school wrote them.
    """

    case: AdoptionCase
    sha256: str
    since: date
    step: Step
    definition: FormatDefinition
    register: dict[str, object]
    answers: dict[str, Value]
    asked: frozenset[str]
    sees_small_counts: bool


def frozen_text(actor: Actor, location_code: str, sha256: str) -> FrozenText:
    """The text of a location with this hash, in its newest case that this actor may read it of. Raises `NotFound`."""
    cases = cases_for(actor).filter(location__code=location_code, steps__content_sha256=sha256).distinct()
    for case in cases:
        reach = reach_of(case.location_id, clock.today())
        if may_read_text(actor, case, sha256, reach):
            return _text(actor, case, sha256, reach)
    raise NotFound(sha256)


def text_in_force(actor: Actor, case: AdoptionCase, reach: LocationReach) -> str:
    """The hash of the version that is in force today, when this actor may read it; else empty."""
    adoption = in_force(case.location_id, clock.today())
    if adoption is None:
        return ""
    sha256 = adoption.snapshot.sha256
    return sha256 if may_read_text(actor, adoption.case, sha256, reach) else ""


def _text(actor: Actor, case: AdoptionCase, sha256: str, reach: LocationReach) -> FrozenText:
    definition = definition_of(case.profile.format_version_id)
    body = content_of(case.profile_id, sha256)
    answers, register = body["answers"], body["location"]
    if not isinstance(answers, dict) or not isinstance(register, dict):
        raise NotFound(sha256)
    first = case.steps.filter(content_sha256=sha256).order_by("number")[0]
    inside = _is_inside(actor, reach)
    audiences = _EVERYTHING if inside else _OUTSIDE_SCHOOL
    return FrozenText(
        case=case,
        sha256=sha256,
        since=first.happened_on,
        step=Step(first.step),
        definition=definition,
        register=register,
        answers=answers,
        asked=frozenset(
            key for key in visible_keys(definition, answers) if audience_of(definition, key) in audiences
        ),
        sees_small_counts=inside or actor.has(Permission.RECEIVE, on=reach),
    )


def _is_inside(actor: Actor, reach: LocationReach) -> bool:
    """School, board and council read all of it: a council advises on the whole text that the hash stands for."""
    return actor.is_system or any(
        actor.has(permission, on=reach) for permission in (Permission.READ_DRAFT, Permission.READ_ASKED)
    )
