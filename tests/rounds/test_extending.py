"""More time: for whom, until when, told once, and never less than the others have."""

from datetime import date, datetime, timedelta

import pytest

from levend.accounts.enums import Role
from levend.core import clock
from levend.core.clock import AMSTERDAM
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.models import RoundEntry
from levend.rounds.queries import due_of, with_due
from levend.rounds.services import change_round, close_round, extend_consortium, extend_schools
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, drafted, entry_of, keeper, opened, plan

LATER, LATEST = date(2027, 7, 1), date(2027, 7, 31)
REASON = "De besluitvorming in deze regio duurde langer."


def letters() -> list[str]:
    run_jobs()
    return sorted(OutboxMessage.objects.filter(template="round_extended").values_list("to", flat=True))


def test_one_of_the_consortia_gets_longer_and_its_schools_are_told_once(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    heide, own = region.beuk.consortium.pk, region.beuk.actor(Role.COORDINATOR)
    for _again in range(2):
        extend_consortium(actor=own, round_id=found.pk, consortium_id=heide, until=LATER, reason=REASON)
    assert due_of(entry_of(found, "34EF00")) == LATER
    assert due_of(entry_of(found, "12AB00")) == DEADLINE
    assert letters() == ["director.beuk@levend.example"]
    with pytest.raises(NotAllowed):
        extend_consortium(
            actor=region.linde.actor(Role.COORDINATOR),
            round_id=found.pk,
            consortium_id=heide,
            until=LATEST,
            reason=REASON,
        )

    linde = region.linde.location.pk
    extend_schools(
        actor=keeper(region), round_id=found.pk, location_ids=[linde], until=LATEST, reason="Brand."
    )
    extend_consortium(
        actor=keeper(region),
        round_id=found.pk,
        consortium_id=region.linde.consortium.pk,
        until=LATER,
        reason=REASON,
    )
    assert due_of(entry_of(found, "12AB00")) == LATEST  # its own day stays, and it heard of that one only
    assert letters() == [f"director.{school}@levend.example" for school in ("beuk", "linde", "wilg")]


def test_a_deadline_that_moves_beyond_an_extension_takes_its_place(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    ids = [region.linde.location.pk]
    extend_schools(actor=keeper(region), round_id=found.pk, location_ids=ids, until=LATER, reason="Brand.")
    change_round(actor=keeper(region), round_id=found.pk, plan=plan(deadline=LATEST, reference_date=LATER))
    entry = entry_of(found, "12AB00")
    assert (due_of(entry), entry.extended_until, entry.extension_reason) == (LATEST, None, "")
    assert entry.round.reference_date == date(2026, 10, 1)  # what schools began with stays
    assert letters() == []  # what was overtaken before the worker came to it is not told


def test_a_school_is_late_from_the_first_second_after_its_own_day(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    ids = [region.beuk.location.pk]
    extend_schools(actor=keeper(region), round_id=found.pk, location_ids=ids, until=LATEST, reason="Brand.")

    def late(moment: datetime) -> set[str]:
        with clock.at(moment):
            rows = with_due(RoundEntry.objects.filter(round=found)).filter(due_on__lt=clock.today())
            return set(rows.values_list("location__code", flat=True))

    midnight = datetime(2027, 6, 2, tzinfo=AMSTERDAM)
    assert late(midnight - timedelta(seconds=1)) == set()
    assert late(midnight) == {"12AB00", "12CD00"}
    august = datetime(2027, 8, 1, tzinfo=AMSTERDAM)
    assert late(august - timedelta(seconds=1)) == {"12AB00", "12CD00"}
    assert late(august) == {"12AB00", "12CD00", "34EF00"}


@pytest.mark.parametrize("until", [DEADLINE, DEADLINE - timedelta(days=1), date(2201, 1, 1)])
def test_more_time_is_a_later_day_with_a_reason(region: Region, version: FormatVersion, until: date) -> None:
    found = drafted(region, version)
    keep, consortium = keeper(region), region.linde.consortium.pk
    with pytest.raises(Invalid) as refused:
        extend_consortium(actor=keep, round_id=found.pk, consortium_id=consortium, until=until, reason=REASON)
    assert "until" in refused.value.fields
    with pytest.raises(Invalid) as refused:
        extend_consortium(
            actor=keep, round_id=found.pk, consortium_id=consortium, until=LATER, reason=" \x00"
        )
    assert "reason" in refused.value.fields


def test_nobody_extends_a_school_that_is_not_in_the_round_or_when_it_is_closed(
    region: Region, version: FormatVersion
) -> None:
    found = opened(region, version)
    keep, ids = keeper(region), [region.linde.location.pk]
    with pytest.raises(NotFound):
        extend_schools(actor=keep, round_id=found.pk, location_ids=[*ids, 0], until=LATER, reason=REASON)
    close_round(actor=keep, round_id=found.pk)
    with pytest.raises(NotNow):
        extend_schools(actor=keep, round_id=found.pk, location_ids=ids, until=LATER, reason=REASON)
    assert letters() == []
