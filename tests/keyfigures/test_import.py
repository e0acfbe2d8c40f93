"""Numbers of pupils taken over from open data: once, with what they were before, and never a number for `<5`."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file, plan_file
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import NotAllowed, NotFound
from levend.keyfigures.models import KeyFigure
from levend.keyfigures.queries import figures_on, newest_day, trend
from levend.keyfigures.values import PUPILS, Figure
from levend.organisations.models import Location
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
HEADER = "INSTELLINGSCODE;VESTIGINGSCODE;LEERLINGEN_2023;LEERLINGEN_2024;LEERLINGEN_2025;LEERLINGEN_2026\n"
FIRST = HEADER + "12AB;12AB00;198;<5;205;214\n12CD;12CD00;60;61;62;<5\n99ZZ;99ZZ00;1;2;3;x\n"
SECOND = HEADER + "12AB;12AB00;198;<5;206;214\n12CD;12CD00;60;61;62;<5\n"


@pytest.fixture
def region() -> Region:
    return make_region()


def take(text: str) -> tuple[int, int, int, int]:
    plan = import_file(
        actor=Actor.system(), kind="pupils", file_name="pupils.csv", data=text.encode(), scope=ImportScope()
    )
    return len(plan.new), len(plan.changed), plan.unchanged, len(plan.unmatched)


def test_a_file_is_taken_over_once_and_what_it_says_otherwise_later_is_kept(region: Region) -> None:
    planned = plan_file(actor=Actor.system(), kind="pupils", data=FIRST.encode(), scope=ImportScope())
    assert not KeyFigure.objects.exists()

    assert [(row.code, [each.after for each in row.changes]) for row in planned.new] == [
        ("12AB00", ["4", "214"]),
        ("12CD00", ["4", "<5"]),
    ]

    assert take(FIRST) == (2, 0, 0, 1)
    assert take(FIRST) == (0, 0, 8, 1)
    assert take(SECOND) == (0, 1, 7, 0)

    both = KeyFigure.objects.filter(location=region.linde.location, reference_date=date(2025, 10, 1))
    assert [(row.value, row.superseded_at is None) for row in both.order_by("id")] == [
        (Decimal(205), False),
        (Decimal(206), True),
    ]
    assert AuditEvent.objects.filter(event="register_imported").count() == 3
    assert [(each.line, "x" in each.reason) for each in planned.refused] == [(4, True)]


def test_a_location_shows_the_newest_figure_unless_a_later_count_was_written_down(region: Region) -> None:
    Location.objects.filter(code="34EF00").update(pupils=90, pupils_on=date(2026, 11, 1))
    take(FIRST + "34EF;34EF00;80;81;82;83\n")

    shown = dict.fromkeys(("12AB00", "12CD00", "34EF00"), (0, date.min))
    shown |= {one.code: (one.pupils, one.pupils_on) for one in Location.objects.all()}
    assert shown == {
        "12AB00": (214, date(2026, 10, 1)),
        "12CD00": (None, None),
        "34EF00": (90, date(2026, 11, 1)),
    }


def test_a_hidden_count_has_no_number_anywhere(region: Region) -> None:
    take(FIRST)
    wilg = region.wilg.location.pk

    found = figures_on([wilg], clock.today())[wilg][PUPILS]
    assert found == Figure(PUPILS, None, True, date(2026, 10, 1), "DUO")
    for value, hidden in ((3, True), (None, False), (-1, False)):
        with pytest.raises(IntegrityError), transaction.atomic():
            KeyFigure.objects.create(
                location_id=wilg,
                kind=PUPILS,
                value=value,
                is_under_five=hidden,
                reference_date=date(2020, 10, 1),
                source="DUO",
                imported_at=clock.now(),
            )


def test_the_newest_figure_up_to_a_day(region: Region, django_assert_num_queries: object) -> None:
    take(FIRST)
    linde, wilg = region.linde.location.pk, region.wilg.location.pk

    with django_assert_num_queries(1):  # type: ignore[operator]
        found = figures_on([linde, wilg, region.beuk.location.pk], date(2026, 9, 30))
    assert {pk: figures[PUPILS].value for pk, figures in found.items()} == {linde: 205, wilg: 62}
    assert figures_on([linde], date(2024, 12, 31))[linde][PUPILS].is_under_five
    assert newest_day(linde, date(2026, 9, 30)) == date(2025, 10, 1)
    assert newest_day(region.beuk.location.pk, clock.today()) is None


def test_a_trend_is_of_who_may_see_the_location(region: Region) -> None:
    take(FIRST)

    seen = trend(region.linde.actor(Role.EDITOR), "12AB00", PUPILS)
    assert [(each.reference_date.year, each.value) for each in seen] == [
        (2023, 198),
        (2024, None),
        (2025, 205),
        (2026, 214),
    ]
    with pytest.raises(NotFound):
        trend(region.beuk.actor(Role.EDITOR), "12AB00", PUPILS)


def test_a_coordinator_takes_over_the_figures_of_the_own_consortium_alone(region: Region) -> None:
    data = (FIRST + "34EF;34EF00;80;81;82;83\n").encode()
    scope = ImportScope(region.linde.consortium.pk)

    plan = import_file(
        actor=region.linde.actor(Role.COORDINATOR), kind="pupils", file_name="p.csv", data=data, scope=scope
    )
    assert ([row.code for row in plan.new], plan.not_yours) == (["12AB00", "12CD00"], 1)
    assert not KeyFigure.objects.filter(location=region.beuk.location).exists()

    with pytest.raises(NotAllowed):
        import_file(
            actor=region.linde.actor(Role.DIRECTOR), kind="pupils", file_name="p.csv", data=data, scope=scope
        )
