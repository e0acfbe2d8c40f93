"""Start page, reminders and calendar give one answer to whose turn it is and by when, wherever the case stands."""

from datetime import date, timedelta

import pytest

from levend.accounts.enums import Role
from levend.adoption.enums import Party, State, Step
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.rounds.models import RoundEntry
from levend.rounds.queries.next_steps import next_steps_for
from levend.rounds.queries.outlook import outlook_of
from levend.rounds.queries.turns import turns_of, waiting_entries
from levend.rounds.services.remind import remind_due, remind_now
from levend.web.home.page import start_page
from tests.adoption.story import LEGAL, Story
from tests.factories.formats import make_version
from tests.factories.region import Region
from tests.rounds.situations import DEADLINE, entry_of, keeper, opened
from tests.rounds.test_due import on

LATER = DEADLINE + timedelta(days=28)
WALK = (
    Step.ASK_ADVICE,
    Step.GIVE_ADVICE,
    Step.RETURN_TO_SCHOOL,
    Step.ASK_CONFIRMATION,
    Step.CONFIRM_ADVICE,
    Step.REOPEN,
    Step.OFFER_UNCHANGED,
    Step.ADOPT,
    Step.CORRECT,
    Step.OFFER_CORRECTION,
    Step.CONFIRM_CORRECTION,
    Step.SUBMIT,
    Step.ASK_CORRECTION,
)
ROLES = {
    Party.SCHOOL: Role.DIRECTOR,
    Party.COUNCIL: Role.COUNCIL_CHAIR,
    Party.BOARD: Role.BOARD_MEMBER,
    Party.CONSORTIUM: Role.COORDINATOR,
}


def extend(entry: RoundEntry, until: date | None) -> None:
    RoundEntry.objects.filter(pk=entry.pk).update(
        extended_until=until, extension_reason="Fusie." if until else ""
    )


@pytest.mark.sqlite  # a chain is dear, and days are no matter of the database
def test_reminders_and_start_page_agree_in_every_state_with_and_without_more_time(region: Region) -> None:
    found = opened(region, make_version(LEGAL))
    run_jobs()
    entry = entry_of(found, "12AB00")
    assert entry.case is not None
    story, seen = Story(region.linde, entry.case), set()
    for step in (None, *WALK):
        if step is Step.ASK_ADVICE:
            story.complete()
        if step in {Step.ASK_CONFIRMATION, Step.OFFER_CORRECTION}:
            story.write("ambitions", f"Anders dan eerst, {step}.")
        if step is not None:
            story.take(step)
        seen.add(story.state)
        term = story.reload().due_on
        for last, until in ((DEADLINE, None), (LATER, LATER)):
            extend(entry, until)
            for day in (clock.today(), DEADLINE - timedelta(days=20), DEADLINE + timedelta(days=1)):
                with clock.at(on(day)):
                    (turn,) = turns_of(waiting_entries().filter(pk=entry.pk))
                    shown = next_steps_for(region.linde.actor(Role.DIRECTOR), ["12AB00"])["12AB00"]
                    assert (turn.aim, turn.party, turn.state) == (shown.due_on, shown.party, story.state)
                    assert not (turn.is_late and day <= (term or last) and not turn.is_receipt)
                    assert not (turn.is_late and day <= last and term is None and not turn.is_receipt)
            actor = region.linde.actor(ROLES[turn.party])
            now = start_page(actor).now
            assert now is not None
            (turn,) = turns_of(waiting_entries().filter(pk=entry.pk))
            assert now.task.due_on == turn.aim
            outlook = outlook_of(actor, "12AB00")
            assert (outlook.step.due_on, outlook.coming[0].day) == (turn.aim, turn.aim)
    assert seen == set(State) - {State.RECEIVED}


@pytest.mark.sqlite
def test_a_council_within_its_term_is_not_late_and_who_receives_is_told_too(region: Region) -> None:
    found = opened(region, make_version(LEGAL))
    run_jobs()
    entry = entry_of(found, "12AB00")
    assert entry.case is not None
    story = Story(region.linde, entry.case)
    council, coordinator = region.linde.users[Role.COUNCIL_CHAIR], region.linde.users[Role.COORDINATOR]
    with clock.at(on(DEADLINE - timedelta(days=10))):
        story.complete()
        story.take(Step.ASK_ADVICE)
    term = story.reload().due_on
    assert term is not None
    assert term > DEADLINE
    for days in (-21, -7, 0):
        with clock.at(on(term + timedelta(days=days))):
            remind_due()
    told = OutboxMessage.objects.filter(to=council.email, key__startswith="round:")
    assert {row.template for row in told} == {"reminder"}
    assert {row.context["due_on"] for row in told} == {term.isoformat()}

    with clock.at(on(term)):
        for step in (Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT):
            story.take(step)
    with clock.at(on(term + timedelta(days=7))):
        remind_due()
        assert remind_now(actor=keeper(region), round_id=found.pk, codes=["12AB00"]) >= 1
    with clock.at(on(term + timedelta(days=60))):
        remind_due()
    letters = OutboxMessage.objects.filter(to=coordinator.email, template="to_receive")
    assert letters.count() >= 2
    assert {row.context["since"] for row in letters} == {term.isoformat()}
    assert not OutboxMessage.objects.filter(to=coordinator.email, template="reminder_late").exists()
