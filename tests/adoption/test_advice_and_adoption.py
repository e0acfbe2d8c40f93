"""Rules of PRODUCT §2: forms of advice, deviation, change after advice, correction, declaration."""

from datetime import timedelta

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Manner, Reaction, State, Step
from levend.adoption.models import Adoption, AdvisedText
from levend.adoption.queries.in_force import in_force
from levend.adoption.services import react
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.regimes.queries import regime
from tests.adoption.story import Story, days_ahead
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


def test_typing_can_never_void_an_advice() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    before = story.reload().content_sha256
    with pytest.raises(NotNow):
        story.write("ambitions", "Toch iets anders.")
    assert story.reload().content_sha256 == before


def test_advice_is_asked_only_on_a_complete_text() -> None:
    story = Story.begin(make_region().linde)
    story.write("ambitions", "Alleen dit.")
    with pytest.raises(NotNow, match="5 verplichte vragen"):
        story.take(Step.ASK_ADVICE)
    assert story.reload().content_sha256 == ""


@pytest.mark.parametrize(
    ("kind", "words", "conditions", "field"),
    [
        (AdviceKind.CONDITIONAL, "Goed.", [], "conditions"),
        (AdviceKind.CONDITIONAL, "Goed.", ["  ", "\n"], "conditions"),
        (AdviceKind.POSITIVE, "Goed.", ["Maar eerst dit."], "kind"),
        (AdviceKind.NEGATIVE, " ", [], "words"),
        (AdviceKind.NOT_GIVEN, "", [], "kind"),
    ],
)
def test_an_advice_without_its_words_is_refused_at_its_field(
    kind: AdviceKind, words: str, conditions: list[str], field: str
) -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    with pytest.raises(Invalid) as refusal:
        story.take(Step.GIVE_ADVICE, kind=kind, words=words, conditions=conditions)
    assert field in refusal.value.fields
    assert story.state == State.AWAITING_ADVICE


def test_a_negative_advice_needs_an_explanation_a_talk_and_a_wait() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words="De begeleiding is niet geregeld.")
    with pytest.raises(Invalid) as refusal:
        story.take(Step.ADOPT)
    assert "explanation" in refusal.value.fields
    with pytest.raises(Invalid) as refusal:
        story.take(Step.ADOPT, explanation="Nodig voor de dekking in de regio.")
    assert "talk_on" in refusal.value.fields
    story.take(Step.ADOPT, explanation="Nodig voor de dekking in de regio.", talk_on=clock.today())
    adoption = Adoption.objects.get(case=story.id)
    wait = regime(story.reload().regime).deviation.wait_days
    assert wait > 0
    assert adoption.deviates
    assert adoption.publish_not_before == adoption.adopted_on + timedelta(days=wait)
    assert OutboxMessage.objects.filter(
        template="adopted", to=story.places.user(Role.COUNCIL_CHAIR).email
    ).exists()


def test_declining_a_condition_is_deviating() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Begin later."])
    board = story.actor(Role.BOARD_MEMBER)
    with pytest.raises(Invalid) as refusal:
        react(actor=board, case_id=story.id, number=1, reaction=Reaction.DECLINED)
    assert "explanation" in refusal.value.fields
    react(
        actor=board, case_id=story.id, number=1, reaction=Reaction.DECLINED, explanation="De groep begint nu."
    )
    with pytest.raises(Invalid):
        story.take(Step.ADOPT)
    with pytest.raises(NotFound):
        react(actor=board, case_id=story.id, number=2, reaction=Reaction.FOLLOWED)


def test_a_round_can_demand_a_positive_advice() -> None:
    story = Story.begin(make_region().linde, requires_positive_advice=True).bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words="Nee.")
    with pytest.raises(NotNow, match="positief"):
        story.take(Step.ADOPT, explanation="Toch.", talk_on=clock.today())


def test_a_changed_text_is_adopted_only_after_the_council_confirmed_it() -> None:
    story = Story.begin(make_region().linde).bring_to(State.REOPENED)
    story.write("ambitions", "Met een datum erbij: februari 2028.")
    with pytest.raises(NotNow, match="veranderd"):
        story.take(Step.OFFER_UNCHANGED)
    story.take(Step.ASK_CONFIRMATION)
    with pytest.raises(NotNow):
        story.take(Step.ADOPT)
    story.take(Step.CONFIRM_ADVICE)
    case = story.reload()
    assert AdvisedText.objects.get(content_sha256=case.content_sha256).manner == Manner.CONFIRMED
    story.take(Step.ADOPT)
    assert story.state == State.ADOPTED


def test_a_reopened_text_that_did_not_change_goes_back_without_new_advice() -> None:
    story = Story.begin(make_region().linde).bring_to(State.RETURNED_BY_BOARD)
    story.take(Step.OFFER_UNCHANGED)
    story.take(Step.ADOPT)
    assert story.state == State.ADOPTED


def test_reopening_needs_a_reason_that_the_council_reads() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    with pytest.raises(Invalid) as refusal:
        story.take(Step.REOPEN, reason=" \n ")
    assert "reason" in refusal.value.fields
    story.take(Step.REOPEN, reason="De groepsgrootte klopt niet 🙈")
    message = OutboxMessage.objects.get(template="reopened")
    assert message.context["reason"] == "De groepsgrootte klopt niet 🙈"


def test_who_is_asked_for_a_correction_reads_by_which_day() -> None:
    story = Story.begin(make_region().linde).bring_to(State.SUBMITTED)
    story.take(Step.ASK_CORRECTION, due_on=days_ahead(20))
    message = OutboxMessage.objects.get(template="correction_asked")
    assert message.to == story.places.user(Role.DIRECTOR).email
    assert message.context["due_on"] == days_ahead(20).isoformat()


def test_a_meeting_lies_neither_in_the_future_nor_before_the_advice() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    for day in (days_ahead(1), days_ahead(-1)):
        with pytest.raises(Invalid) as refusal:
            story.take(Step.ADOPT, meeting_date=day)
        assert "meeting_date" in refusal.value.fields


def test_the_director_declares_all_or_hands_in_nothing() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADOPTED)
    with pytest.raises(Invalid) as refusal:
        story.take(Step.SUBMIT, declares_advice=False, declares_adoption=False, function=" ")
    assert set(refusal.value.fields) == {"declares_advice", "declares_adoption", "function"}
    assert story.state == State.ADOPTED


def test_a_clerical_error_is_corrected_without_new_advice() -> None:
    story = Story.begin(make_region().linde).bring_to(State.CORRECTING)
    story.write("ambitions", "Zo doen wij dat, nu goed gespeld.")
    story.take(Step.OFFER_CORRECTION)
    story.take(Step.CONFIRM_CORRECTION)
    first, second = Adoption.objects.filter(case=story.id).order_by("id")
    assert second.corrects_id == first.pk
    assert second.valid_from == first.valid_from
    assert in_force(story.case.location_id, second.valid_from) == second
    assert OutboxMessage.objects.filter(template="corrected").count() == 1
