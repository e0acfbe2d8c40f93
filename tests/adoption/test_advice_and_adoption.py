"""Rules of PRODUCT §2: forms of advice, deviation, change after advice, paper, correction, what is in force."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Manner, Reaction, State, Step
from levend.adoption.models import Adoption, AdvisedText, PaperRecord
from levend.adoption.queries.cases import may_read_text, paper_for, text_for
from levend.adoption.queries.in_force import in_force, publication_facts
from levend.adoption.services import adopt_many, open_case, react, receive_many
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.organisations.queries.reach import reach_of
from levend.profiles.services import save_answer
from levend.regimes.queries import regime
from tests.adoption.story import LEGAL, Story, days_ahead, letter
from tests.factories.formats import make_version
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


def test_a_letter_is_registered_and_the_council_can_object_within_the_term() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    told = OutboxMessage.objects.get(template="told")
    assert told.to == story.places.user(Role.COUNCIL_CHAIR).email
    story.take(Step.ADOPT)
    story.take(Step.OBJECT_TO_ADVICE, reason="Wij hebben hierover niet vergaderd.")
    case = story.reload()
    assert (case.state, case.advice_id, case.adoption_id) == (State.AWAITING_ADVICE, None, None)
    assert Adoption.objects.get(case=case).annulled_at is not None
    assert in_force(case.location_id, clock.today() + timedelta(days=400)) is None
    assert PaperRecord.objects.get(case=case).objection == "Wij hebben hierover niet vergaderd."


def test_after_the_term_an_objection_comes_too_late() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    until = PaperRecord.objects.get(case=story.id).object_until
    late = clock.end_of_day(until)
    with clock.at(late - timedelta(seconds=1)):
        assert story.actor(Role.COUNCIL_CHAIR)
    with clock.at(late), pytest.raises(NotNow, match="voorbij"):
        story.take(Step.OBJECT_TO_ADVICE)


def test_an_advice_given_by_the_council_itself_cannot_be_objected_to() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    with pytest.raises(NotNow, match="niet van papier"):
        story.take(Step.OBJECT_TO_ADVICE)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "leeg"),
        (b"MZ\x90 een programma", "geen PDF, JPEG of PNG"),
        (b"%PDF-" + b"0" * (30 * 1024 * 1024), "30 MB"),
    ],
)
def test_a_wrong_file_changes_nothing(data: bytes, sentence: str) -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    with pytest.raises(Invalid, match=sentence) as refusal:
        story.take(Step.REGISTER_ADVICE, letter=letter(data=data))
    assert "file" in refusal.value.fields
    assert PaperRecord.objects.count() == 0
    assert story.state == State.AWAITING_ADVICE


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


def test_the_consortium_reads_nothing_before_it_is_handed_in_and_the_council_only_what_it_was_asked() -> None:
    story = Story.begin(make_region().linde).bring_to(State.ADVICE_GIVEN)
    case = story.reload()
    reach = reach_of(case.location_id, clock.today())

    def reads(role: Role) -> bool:
        return may_read_text(story.actor(role), case, case.content_sha256, reach)

    assert [reads(role) for role in (Role.EDITOR, Role.BOARD_MEMBER, Role.COUNCIL_MEMBER)] == [True] * 3
    assert not any(
        reads(role) for role in (Role.COORDINATOR, Role.VIEWER, Role.GROUP_COORDINATOR, Role.OPERATOR)
    )
    with pytest.raises(NotFound):
        text_for(story.actor(Role.COORDINATOR), "12AB00", case.content_sha256)
    story.take(Step.ADOPT)
    story.take(Step.SUBMIT)
    assert reads(Role.COORDINATOR)
    assert not reads(Role.GROUP_COORDINATOR)  # its consortium shares the state only


def test_letters_are_not_for_the_consortium_or_another_school() -> None:
    region = make_region()
    story = Story.begin(region.linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.REGISTER_ADVICE)
    paper = PaperRecord.objects.get(case=story.id)
    assert paper_for(story.actor(Role.COUNCIL_MEMBER), "12AB00", paper.pk) == paper
    for stranger in (
        story.actor(Role.COORDINATOR),
        region.wilg.actor(Role.DIRECTOR),
        region.beuk.actor(Role.DIRECTOR),
    ):
        with pytest.raises(NotFound):
            paper_for(stranger, "12AB00", paper.pk)


def test_a_new_profile_begins_only_when_none_is_open() -> None:
    region = make_region()
    story = Story.begin(region.linde).bring_to(State.SUBMITTED)
    version_id = story.reload().profile.format_version_id
    board = story.actor(Role.BOARD_MEMBER)
    with pytest.raises(NotNow, match="loopt al"):
        open_case(actor=board, location_id=region.linde.location.pk, version_id=version_id)
    story.take(Step.RECEIVE)
    case = open_case(actor=board, location_id=region.linde.location.pk, version_id=version_id)
    assert case.state == State.DRAFT
    assert in_force(region.linde.location.pk, clock.today() + timedelta(days=1)) is not None


def test_many_at_once_are_each_their_own_record_and_one_refusal_stops_no_other() -> None:
    region = make_region()
    version = make_version(LEGAL)
    stories = []
    for places in (region.linde, region.wilg):
        case = open_case(
            actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=version.pk
        )
        stories.append(Story(places, case))
    stories[0].bring_to(State.ADVICE_GIVEN)
    stories[1].bring_to(State.AWAITING_ADVICE)
    stories[1].take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words="Nee.")
    board = region.linde.actor(Role.BOARD_MEMBER)
    ids = [story.id for story in stories]
    wilg_board = region.wilg.actor(Role.BOARD_MEMBER)
    assert board.memberships[0].place_id == wilg_board.memberships[0].place_id
    done, refused = adopt_many(actor=board, case_ids=[*ids, *ids], meeting_date=clock.today())
    assert [case.pk for case in done] == ids[:1]
    assert [refusal.case_id for refusal in refused] == ids[1:]
    assert "waarom" in refused[0].reason
    stories[0].take(Step.SUBMIT)
    done, refused = receive_many(actor=region.linde.actor(Role.COORDINATOR), case_ids=ids)
    assert len(done) == 1
    assert len(refused) == 1


def test_publication_learns_the_procedure_without_names() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, words="Alleen voor de school.", words_public=False)
    story.take(Step.ADOPT)
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    facts = publication_facts(story.id)
    assert facts.advice_words == ""
    assert facts.sha256 == story.reload().content_sha256
    names = {user.name for user in story.places.users.values()}
    assert not names & {str(value) for value in asdict(facts).values()}


def test_no_council_or_board_member_or_coordinator_ever_writes_an_answer() -> None:
    story = Story.begin(make_region().linde)
    story.write("ambitions", "Van de school.")
    for role in Role:
        if role in {Role.EDITOR, Role.DIRECTOR}:
            continue
        with pytest.raises(Exception) as refusal:
            save_answer(
                actor=story.actor(role),
                profile_id=story.case.profile_id,
                key="ambitions",
                value="Van een ander.",
                based_on=1,
            )
        assert type(refusal.value).__name__ in {"NotAllowed", "NotFound"}
