"""The cases of the region's schools, in every state of the chain."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django_tasks_db.models import DBTaskResult

from levend.accounts.actor import Actor
from levend.core.clock import AMSTERDAM, at
from levend.demo.engine.region import Region, SchoolFacts
from levend.demo.engine.stories import CaseFacts, cases, scenes
from levend.demo.engine.texts import Answer, answers_of
from levend.demo.services.cast import Casting
from levend.demo.services.story import Story
from levend.formats.queries import definition_of, latest_version
from levend.notifications.enums import MailState
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Consortium, Location
from levend.organisations.values import SchoolYear
from levend.regimes.services import choose_regime

FORMAT = "passenderwijs"
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
    """For every school first the version before, where there is one, and then the case that runs."""
    casting = Casting()
    for facts in region.schools:
        story = cases()[facts.code]
        if story.earlier is not None:
            _play(facts, CaseFacts(), "received", today - timedelta(days=story.earlier), casting)
        if story.now:
            _play(facts, story, story.now, today - timedelta(days=story.since), casting)
        tell(facts.name)
    _send_nothing_again()


def _play(school: SchoolFacts, facts: CaseFacts, state: str, ended_on: date, casting: Casting) -> None:
    location = Location.objects.select_related("school__board").get(code=school.code)
    version = latest_version(FORMAT)
    year = SchoolYear.containing(ended_on)
    story = Story(
        location=location,
        consortium_id=Consortium.objects.get(code=school.consortia[0]).pk,
        version_id=version.id,
        school_year=str(year),
        definition=definition_of(version.id),
        cast=casting.of(location),
        facts=facts,
        answers=_answers(school, year, is_earlier=facts == CaseFacts()),
    )
    story.play(scenes(facts, state=state, ended_on=ended_on))


def _answers(school: SchoolFacts, year: SchoolYear, *, is_earlier: bool) -> dict[str, Answer]:
    """The answers of a year. A year earlier one thing more was still being learnt."""
    answers = answers_of(school, year=year.start)
    if is_earlier:
        answers |= {"hgw-6-doelgericht": "in_ontwikkeling", "hgw-7-systematisch": "in_ontwikkeling"}
    return answers


def _send_nothing_again() -> None:
    """Letters of a made-up past have been read long ago: the worker has nothing to send."""
    for message in OutboxMessage.objects.filter(state=MailState.QUEUED):
        message.state, message.sent_at = MailState.SENT, message.created_at
        message.save(update_fields=["state", "sent_at"])
    DBTaskResult.objects.filter(task_path="levend.notifications.jobs.deliver_mail").delete()
