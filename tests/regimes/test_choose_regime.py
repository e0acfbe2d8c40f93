"""A region agrees under which regime it works, and the record says why and since when."""

from datetime import date

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.audit.queries import events_of
from levend.core.errors import Invalid, NotAllowed, NotFound
from levend.organisations.models import Consortium
from levend.regimes.models import ConsortiumRegime
from levend.regimes.queries import regime_for
from levend.regimes.services import choose_regime
from tests.factories.accounts import make_actor
from tests.factories.organisations import make_board, make_consortium

pytestmark = pytest.mark.django_db

REASON = "Afspraak van de besturen op 12 mei 2026."


@pytest.fixture
def consortium() -> Consortium:
    return make_consortium()


@pytest.fixture
def coordinator(consortium: Consortium) -> Actor:
    return make_actor(Role.COORDINATOR, consortium)


def test_without_a_choice_the_law_holds(consortium: Consortium) -> None:
    assert regime_for(consortium.pk, date(2025, 7, 31)).key == "sop"
    assert regime_for(consortium.pk, date(2025, 8, 1)).key == "schoolgids"


def test_a_choice_holds_from_its_day_on_and_for_this_consortium_only(
    consortium: Consortium, coordinator: Actor
) -> None:
    choose_regime(
        actor=coordinator, consortium_id=consortium.pk, key="sop", valid_from=date(2026, 8, 1), reason=REASON
    )

    assert regime_for(consortium.pk, date(2026, 7, 31)).key == "schoolgids"
    assert regime_for(consortium.pk, date(2026, 8, 1)).key == "sop"
    assert regime_for(consortium.pk, date(2040, 1, 1)).key == "sop"
    assert regime_for(make_consortium().pk, date(2026, 8, 1)).key == "schoolgids"
    event = events_of(f"consortium:{consortium.pk}")[-1]
    assert (event.event, event.data["regime"]) == ("regime_chosen", "sop")


def test_a_later_choice_ends_the_one_before_on_the_eve(consortium: Consortium, coordinator: Actor) -> None:
    for key, day in [("sop", date(2026, 8, 1)), ("schoolgids", date(2027, 8, 1))]:
        choose_regime(actor=coordinator, consortium_id=consortium.pk, key=key, valid_from=day, reason=REASON)

    assert regime_for(consortium.pk, date(2027, 7, 31)).key == "sop"
    assert regime_for(consortium.pk, date(2027, 8, 1)).key == "schoolgids"


def test_choosing_the_same_twice_changes_nothing(consortium: Consortium, coordinator: Actor) -> None:
    for reason in (REASON, "Nog eens."):
        choose_regime(
            actor=coordinator,
            consortium_id=consortium.pk,
            key="sop",
            valid_from=date(2026, 8, 1),
            reason=reason,
        )

    assert [choice.reason for choice in ConsortiumRegime.objects.all()] == [REASON]
    assert len(events_of(f"consortium:{consortium.pk}")) == 1


@pytest.mark.parametrize("day", [date(2026, 8, 1), date(2026, 1, 1)])
def test_a_choice_before_one_that_stands_is_refused(
    consortium: Consortium, coordinator: Actor, day: date
) -> None:
    choose_regime(
        actor=coordinator, consortium_id=consortium.pk, key="sop", valid_from=date(2026, 8, 1), reason=REASON
    )

    with pytest.raises(Invalid, match="al een keuze"):
        choose_regime(
            actor=coordinator, consortium_id=consortium.pk, key="schoolgids", valid_from=day, reason=REASON
        )

    assert regime_for(consortium.pk, date(2026, 8, 1)).key == "sop"


@pytest.mark.parametrize(
    ("key", "day", "reason", "field"),
    [
        ("schoolgids", date(2025, 7, 31), REASON, "valid_from"),
        ("wet", date(2026, 8, 1), REASON, "key"),
        ("sop", date(2026, 8, 1), " \n ", "reason"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_at_its_field(
    consortium: Consortium, coordinator: Actor, key: str, day: date, reason: str, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        choose_regime(actor=coordinator, consortium_id=consortium.pk, key=key, valid_from=day, reason=reason)

    assert set(refusal.value.fields) == {field}
    assert not ConsortiumRegime.objects.exists()


def test_only_the_consortiums_own_coordinator_chooses(consortium: Consortium) -> None:
    others = [
        make_actor(Role.COORDINATOR, make_consortium()),
        make_actor(Role.VIEWER, consortium),
        make_actor(Role.BOARD_MEMBER, make_board()),
        make_actor(Role.OPERATOR, None),
    ]
    for other in others:
        with pytest.raises(NotAllowed):
            choose_regime(
                actor=other,
                consortium_id=consortium.pk,
                key="sop",
                valid_from=date(2026, 8, 1),
                reason=REASON,
            )

    choose_regime(
        actor=Actor.system(),
        consortium_id=consortium.pk,
        key="sop",
        valid_from=date(2026, 8, 1),
        reason=REASON,
    )
    assert regime_for(consortium.pk, date(2026, 8, 1)).key == "sop"


def test_a_consortium_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        choose_regime(
            actor=Actor.system(), consortium_id=999_999, key="sop", valid_from=date(2026, 8, 1), reason=REASON
        )
