"""Who reads which text, who writes, what publication learns, and several cases at once."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.queries.cases import may_read_text, text_for
from levend.adoption.queries.in_force import in_force, publication_facts
from levend.adoption.queries.overview import overview
from levend.adoption.services import adopt_many, open_case, receive_many
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.organisations.queries.reach import reach_of
from levend.profiles.services import save_answer
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


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


def test_the_consortium_sees_whose_turn_it_is_and_no_words_before_it_is_handed_in() -> None:
    story = Story.begin(make_region().linde).bring_to(State.AWAITING_ADVICE)
    secret = "Alleen voor school, bestuur en raad."
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.NEGATIVE, words=secret)
    story.take(Step.REOPEN, reason=secret)

    def said(role: Role) -> str:
        return str(overview(story.actor(role), "12AB00").lines)

    for role in (Role.EDITOR, Role.BOARD_MEMBER, Role.COUNCIL_MEMBER):
        assert secret in said(role)
    for role in (Role.COORDINATOR, Role.VIEWER, Role.GROUP_COORDINATOR):
        assert secret not in said(role)
        assert overview(story.actor(role), "12AB00").state == State.REOPENED
    story.take(Step.OFFER_UNCHANGED)
    story.take(Step.ADOPT, explanation="Toch.", talk_on=clock.today())
    story.take(Step.SUBMIT)
    assert secret in said(Role.COORDINATOR)
    assert secret not in said(Role.GROUP_COORDINATOR)
