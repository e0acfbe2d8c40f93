"""The board withdraws what it adopted: from a day on, with a reason that everybody may read, once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.adoption.enums import State
from levend.adoption.models import Adoption, AdoptionCase
from levend.adoption.queries.in_force import in_force
from levend.adoption.services import withdraw
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.jobs.models import Event
from levend.notifications.models import OutboxMessage
from tests.adoption.ends import withdrawn
from tests.adoption.story import Story
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
REASON = "De school verhuist.\n\nEr komt een nieuw profiel."


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def received(region: Region) -> Story:
    """A received profile that is in force today."""
    story = Story.begin(region.linde).bring_to(State.RECEIVED)
    Adoption.objects.update(valid_from=clock.today())
    return story


def _adoption() -> Adoption:
    return Adoption.objects.latest("id")


def _withdraw(story: Story, role: Role = Role.BOARD_MEMBER, on: date | None = None, **more: str) -> Adoption:
    return withdraw(
        actor=story.actor(role),
        adoption_id=_adoption().pk,
        on=on or clock.today(),
        **{"reason": REASON, **more},
    )


def test_from_the_day_on_nothing_is_in_force_and_the_case_stays_received(received: Story) -> None:
    day = clock.today() + timedelta(days=10)

    _withdraw(received, on=day)

    location_id = received.case.location_id
    assert in_force(location_id, day - timedelta(days=1)) == _adoption()
    assert in_force(location_id, day) is None
    assert received.state is State.RECEIVED
    row = _adoption()
    assert (row.ended_on, row.withdrawal_reason) == (day, REASON)
    assert row.withdrawn_by_name == received.actor(Role.BOARD_MEMBER).name


def test_it_is_recorded_without_its_words_and_told_upward(received: Story) -> None:
    _withdraw(received)

    event = AuditEvent.objects.get(event="profile_withdrawn")
    assert event.subject == f"profile:{received.case.profile_id}"
    assert "verhuist" not in str(event.data)
    assert Event.objects.get(name="version_withdrawn").ids == {"location_id": received.case.location_id}


def test_school_council_and_consortium_get_the_reason_by_letter(region: Region, received: Story) -> None:
    _withdraw(received)

    letters = OutboxMessage.objects.filter(template="withdrawn")
    places = region.linde
    wanted = {places.user(role).email for role in (Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.COORDINATOR)}
    colleague = region.wilg.user(Role.COORDINATOR).email
    assert sorted(letter.to for letter in letters) == sorted({*wanted, colleague})
    assert all("verhuist" in str(letter.context) for letter in letters)


def test_a_second_call_changes_nothing(received: Story) -> None:
    _withdraw(received)
    first = _adoption()

    _withdraw(received, reason="Iets anders.", on=clock.today() + timedelta(days=5))

    assert Adoption.objects.filter(pk=first.pk).values().get() == {
        name: getattr(first, name) for name in Adoption.objects.values().get(pk=first.pk)
    }
    assert AuditEvent.objects.filter(event="profile_withdrawn").count() == 1
    assert Event.objects.filter(name="version_withdrawn").count() == 1


@pytest.mark.parametrize(
    "role",
    [
        Role.EDITOR,
        Role.DIRECTOR,
        Role.COUNCIL_CHAIR,
        Role.COUNCIL_MEMBER,
        Role.BOARD_SECRETARY,
        Role.COORDINATOR,
        Role.VIEWER,
    ],
)
def test_nobody_but_the_board_withdraws(received: Story, role: Role) -> None:
    with pytest.raises(NotAllowed, match="Alleen het bestuur"):
        _withdraw(received, role)

    assert _adoption().ended_on is None


def test_the_board_of_another_school_finds_nothing(region: Region, received: Story) -> None:
    with pytest.raises(NotFound):
        withdraw(
            actor=region.beuk.actor(Role.BOARD_MEMBER),
            adoption_id=_adoption().pk,
            reason=REASON,
            on=clock.today(),
        )

    assert _adoption().ended_on is None


@pytest.mark.parametrize("state", [State.ADOPTED, State.SUBMITTED, State.RETURNED_BY_CONSORTIUM])
def test_before_receipt_the_steps_of_the_chain_undo_it(region: Region, state: State) -> None:
    story = Story.begin(region.linde).bring_to(state)

    with pytest.raises(NotNow, match="nog niet ontvangen"):
        _withdraw(story)


def test_what_is_over_cannot_be_withdrawn(received: Story) -> None:
    yesterday = clock.today() - timedelta(days=1)
    Adoption.objects.update(valid_from=yesterday, valid_until=yesterday)

    with pytest.raises(NotNow, match="geldt al niet meer"):
        _withdraw(received)


def test_what_was_succeeded_cannot_be_withdrawn_but_its_successor_can(received: Story) -> None:
    older = _adoption()
    newer = Adoption.objects.get(pk=older.pk)
    newer.pk = None
    newer.save(force_insert=True)
    AdoptionCase.objects.update(adoption=newer)
    actor = received.actor(Role.BOARD_MEMBER)

    with pytest.raises(NotNow):
        withdraw(actor=actor, adoption_id=older.pk, reason=REASON, on=clock.today())
    withdraw(actor=actor, adoption_id=newer.pk, reason=REASON, on=clock.today())

    assert in_force(received.case.location_id, clock.today()) is None


def test_a_version_that_has_yet_to_begin_leaves_the_present_one_in_force(received: Story) -> None:
    present = _adoption()
    coming = Adoption.objects.get(pk=present.pk)
    coming.pk = None
    coming.valid_from = clock.today() + timedelta(days=50)
    coming.valid_until = clock.today() + timedelta(days=400)
    coming.save(force_insert=True)
    AdoptionCase.objects.update(adoption=coming)

    _withdraw(received)

    assert in_force(received.case.location_id, clock.today()) == present
    assert in_force(received.case.location_id, present.valid_until) == present


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 2_001])
def test_the_reason_is_asked_and_short(received: Story, reason: str) -> None:
    with pytest.raises(Invalid):
        _withdraw(received, reason=reason)

    assert _adoption().ended_on is None


@pytest.mark.parametrize("days", [-1, 4_000])
def test_the_day_is_today_or_later_within_the_term(received: Story, days: int) -> None:
    with pytest.raises(Invalid) as refused:
        _withdraw(received, on=clock.today() + timedelta(days=days))

    assert "on" in refused.value.fields


@pytest.mark.parametrize(
    "left_out", ["withdrawn_at", "withdrawn_by_ref", "withdrawn_by_name", "withdrawal_reason"]
)
def test_the_database_refuses_half_a_withdrawal(received: Story, left_out: str) -> None:
    half = withdrawn(clock.today())
    half[left_out] = None if left_out == "withdrawn_at" else ""

    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.update(**half)
