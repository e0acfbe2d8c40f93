"""The answer of a rule, and the errors that services raise with it."""

import pytest
from django.utils.translation import gettext_lazy as _

from levend.core.decision import Decision, Verdict
from levend.core.errors import Invalid, LevendError, NotAllowed, NotFound, NotNow


def test_yes_lets_through() -> None:
    assert Decision.yes()
    assert Decision.yes().allowed
    Decision.yes().require()


@pytest.mark.parametrize(
    ("decision", "error", "kind"),
    [
        (Decision.forbidden("Alleen het bestuur."), NotAllowed, Verdict.FORBIDDEN),
        (Decision.not_now("Alleen het bestuur."), NotNow, Verdict.NOT_NOW),
    ],
)
def test_no_raises_its_own_error_with_its_reason(
    decision: Decision, error: type[LevendError], kind: Verdict
) -> None:
    assert not decision
    assert decision.kind is kind
    with pytest.raises(error, match=r"^Alleen het bestuur\.$"):
        decision.require()


@pytest.mark.parametrize(
    ("error", "status"),
    [(NotFound, 404), (NotAllowed, 403), (NotNow, 409), (Invalid, 422), (LevendError, 400)],
)
def test_each_refusal_has_its_status(error: type[LevendError], status: int) -> None:
    assert error("waarom").status == status
    assert str(error("waarom")) == "waarom"
    assert str(error()) == ""


def test_a_lazy_sentence_is_said_in_the_language_of_the_reader() -> None:
    assert str(NotNow(_("Vul dit veld in."))) == "Vul dit veld in."


def test_what_is_wrong_is_named_by_field() -> None:
    assert Invalid("Kijk dit na.", {"day": "Deze dag is voorbij."}).fields == {"day": "Deze dag is voorbij."}
    assert Invalid("Kijk dit na.").fields == {}
