"""The region's round: set out and opened weeks ago, with more time for one consortium and for one school."""

from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.accounts.queries import actor_for
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.demo.engine.region import Region
from levend.demo.engine.rounds import Extension, day_of, moment_of, round_facts
from levend.formats.queries import latest_version
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, ConsortiumGroup, Location
from levend.organisations.values import SchoolYear
from levend.rounds.engine.texts import first_texts
from levend.rounds.enums import Outcome, RoundText
from levend.rounds.models import RoundEntry
from levend.rounds.services import draft_round, extend_consortium, extend_schools, open_round
from levend.rounds.services.remind import remind_due
from levend.rounds.tasks import tell_consortium, tell_school
from levend.rounds.values import Owner, RoundPlan

_ROWS = 500


@dataclass(frozen=True)
class OpenRound:
    """The round with the key of each school's entry."""

    id: int
    opened_on: date
    reference_date: date
    entries: dict[str, int]


def set_out_round(region: Region, *, today: date) -> OpenRound:
    """Draft and open the round of the whole group, at the moments that the file says."""
    facts = round_facts()
    keeper = _actor(Role.GROUP_COORDINATOR)
    group = ConsortiumGroup.objects.get(code=region.group.code)
    plan = _plan(today)
    with clock.at(moment_of(today, facts.drafted, 10)):
        drafted = draft_round(
            actor=keeper,
            owner=Owner(group.code, group.name, group_id=group.pk),
            plan=plan,
            consortium_ids=group.consortia.values_list("pk", flat=True),
            versions={SchoolType(kind): latest_version(key).id for kind, key in facts.formats.items()},
        )
    with clock.at(moment_of(today, facts.opened, 8)):
        opened = open_round(actor=keeper, round_id=drafted.pk)
    entries = opened.entries.values_list("location__code", "pk")
    return OpenRound(opened.pk, plan.opens_on, plan.reference_date, dict(entries))


def take_in(found: OpenRound) -> None:
    """Let schools that were not played one by one take part with the case that they have."""
    waiting = list(RoundEntry.objects.filter(round_id=found.id, outcome=Outcome.WAITING))
    cases = dict(
        AdoptionCase.objects.filter(location__round_entries__in=waiting)
        .order_by("pk")
        .values_list("location_id", "pk")
        if len(waiting) <= _ROWS
        else AdoptionCase.objects.order_by("pk").values_list("location_id", "pk")
    )
    for entry in waiting:
        entry.case_id = cases[entry.location_id]
        entry.outcome, entry.handled_at = Outcome.JOINED, entry.added_at
    RoundEntry.objects.bulk_update(waiting, ["case", "outcome", "handled_at"], batch_size=_ROWS)


def give_more_time(found: OpenRound, *, today: date) -> None:
    """Extend the deadline of a consortium and of a school, and tell them, as the worker would."""
    facts = round_facts()
    keeper = _actor(Role.GROUP_COORDINATOR)
    with clock.at(moment_of(today, facts.consortium.asked, 11)):
        part = extend_consortium(
            actor=keeper,
            round_id=found.id,
            consortium_id=Consortium.objects.get(code=facts.consortium.code).pk,
            until=day_of(today, facts.consortium.until),
            reason=facts.consortium.reason,
        )
        tell_consortium(part.pk, clock.now().isoformat())
    if facts.school.code in found.entries:
        _extend_school(keeper, found, facts.school, today)


def _extend_school(keeper: Actor, found: OpenRound, more: Extension, today: date) -> None:
    with clock.at(moment_of(today, more.asked, 15)):
        for entry in extend_schools(
            actor=keeper,
            round_id=found.id,
            location_ids=[Location.objects.get(code=more.code).pk],
            until=day_of(today, more.until),
            reason=more.reason,
        ):
            tell_school(entry.pk, clock.now().isoformat())


def remind_schools(today: date) -> None:
    """Send the reminders of some days before today; who is on turn is who it was then."""
    for days in round_facts().reminded:
        with clock.at(moment_of(today, days, 7)):
            remind_due()


def _plan(today: date) -> RoundPlan:
    facts = round_facts()
    opens_on = day_of(today, facts.opened)
    counted = date(opens_on.year, 10, 1)
    year = str(SchoolYear.containing(today))
    return RoundPlan(
        name=f"Opnameronde {year}",
        school_year=year,
        reference_date=counted if counted <= opens_on else counted.replace(year=counted.year - 1),
        opens_on=opens_on,
        deadline=day_of(today, facts.deadline),
        texts={**first_texts(), RoundText.INTRODUCTION.value: facts.introduction.strip()},
        milestones={kind: day_of(today, days) for kind, days in facts.milestones.items()},
    )


def _actor(role: Role) -> Actor:
    return actor_for(User.objects.filter(memberships__role=role).order_by("pk")[0])
