"""The cases of the region's schools, in every state of the chain."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db.models import F

from levend.accounts.actor import Actor
from levend.core.clock import AMSTERDAM, at
from levend.demo.engine.region import Region, SchoolFacts
from levend.demo.engine.stories import CaseFacts, cases, earlier_end, scenes
from levend.demo.engine.texts import answers_of, as_before
from levend.demo.services.asking import ask_about, correct_figure
from levend.demo.services.cast import Casting
from levend.demo.services.many import receive_at_once
from levend.demo.services.playing import play
from levend.demo.services.rounds import give_more_time, remind_schools, set_out_round, take_in
from levend.demo.services.story import Story
from levend.demo.services.together import SCHOOL, write_together
from levend.formats.queries import definition_of, latest_version
from levend.jobs.events import subscribe, subscriptions, unsubscribe
from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Consortium, Location
from levend.organisations.values import SchoolYear
from levend.regimes.services import choose_regime

FORMAT = "passenderwijs"
_TOLD = frozenset(
    {"mail_queued", "round_consortium_extended", "round_school_extended", "round_school_opened"}
)
"""Events on which the worker sends or writes letters."""
SCHOOL_GUIDE_SINCE = date(2025, 8, 1)
"""From this day the school-guide regime is the law's own; a consortium that keeps the other one agrees on it."""


def choose_regimes(region: Region) -> None:
    """Some consortia keep asking for a document of its own, by regional agreement."""
    moment = datetime.combine(SCHOOL_GUIDE_SINCE - timedelta(days=40), time(15), tzinfo=AMSTERDAM)
    for facts in region.consortia:
        if facts.regime == "sop":
            with at(moment):
                choose_regime(
                    actor=Actor.system(),
                    consortium_id=Consortium.objects.get(code=facts.code).pk,
                    key="sop",
                    valid_from=SCHOOL_GUIDE_SINCE,
                    reason="Afspraak van de schoolbesturen in de regio: het profiel blijft een eigen document.",
                )


def play_cases(region: Region, *, today: date, tell: Callable[[str], None]) -> None:
    """For every school first the version before, where there is one, and then the case that runs in the round."""
    casting = Casting()
    year = SchoolYear.containing(today)
    with letters_already_read():
        found = set_out_round(region, today=today)
        for school in region.schools:
            facts = cases().get(school.code)
            if facts is None:
                continue
            if (ended_on := earlier_end(facts, school.code, today)) is not None:
                earlier_year = year if facts.earlier == "spring" else SchoolYear.containing(ended_on)
                story = story_of(school, CaseFacts(), earlier_year, casting, is_earlier=True)
                play(story, scenes(CaseFacts(), state="received", ended_on=ended_on))
            if facts.now:
                story = story_of(school, facts, year, casting, is_earlier=False)
                story.entry_id, story.reference_date = found.entries[school.code], found.reference_date
                ended_on = today - timedelta(days=facts.since)
                told = scenes(facts, state=facts.now, ended_on=ended_on, opened_on=found.opened_on)
                play(story, told)
                correct_figure(story, told[-1].at)
                ask_about(story, today)
                if school.code == SCHOOL:
                    write_together(story, today)
            tell(school.name)
        others = [school for school in region.schools if school.code not in cases()]
        receive_at_once(others, version_id=latest_version(FORMAT).id, today=today, casting=casting, tell=tell)
        take_in(found)
        give_more_time(found, today=today)
        remind_schools(today)


@contextmanager
def letters_already_read() -> Iterator[None]:
    """Letters of a made-up past stand in the outbox as sent; the worker sends and writes none of them again."""
    handlers = [(name, handler) for name, handler in subscriptions() if name in _TOLD]
    for name, handler in handlers:
        unsubscribe(name, handler)
    try:
        yield
    finally:
        for name, handler in handlers:
            subscribe(name, handler)
    OutboxMessage.objects.filter(state=MailState.QUEUED).update(state=MailState.SENT, sent_at=F("created_at"))


def story_of(
    school: SchoolFacts, facts: CaseFacts, year: SchoolYear, casting: Casting, *, is_earlier: bool
) -> Story:
    """Who, what and where of one case, ready to be played."""
    location = Location.objects.select_related("school__board").get(code=school.code)
    version = latest_version(FORMAT)
    answers = answers_of(school, year=year.start)
    if is_earlier:
        answers = as_before(answers)
    return Story(
        location=location,
        consortium_id=Consortium.objects.get(code=school.consortia[0]).pk,
        version_id=version.id,
        school_year=str(year),
        definition=definition_of(version.id),
        cast=casting.of(location),
        facts=facts,
        answers=answers,
        at_once=is_earlier,
    )
