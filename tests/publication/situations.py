"""Profiles on the shipped format, filled with the shipped example, as far along the chain as a test needs."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from levend.accounts.enums import Role
from levend.adoption import services
from levend.adoption.enums import Step
from levend.adoption.models import Adoption
from levend.formats import shipped
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.models import Answer
from levend.profiles.services import save_chapter
from levend.profiles.values import Submitted
from levend.publication.models import PublishedVersion
from levend.web.public.tasks import renew_stale
from tests.adoption.story import Story
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces, Region, make_region

KEY = "passenderwijs"
EXAMPLE = Path(shipped.__file__).parent / "examples" / f"{KEY}.json"


@cache
def definition() -> FormatDefinition:
    return shipped.shipped_definition(KEY)


@cache
def _example() -> str:
    return EXAMPLE.read_text()


@dataclass
class Example:
    """`location` and `answers` of the shipped example."""

    location: dict[str, object]
    answers: dict[str, Value]


def example(**changes: Value) -> Example:
    """A fresh copy; `changes` replaces answers, with `_` for `-` in their keys."""
    whole = json.loads(_example())
    answers = {**whole["answers"], **{key.replace("_", "-"): value for key, value in changes.items()}}
    return Example(whole["location"], answers)


def format_version() -> FormatVersion:
    """The shipped format as a stored version."""
    stored = FormatVersion.objects.filter(format__key=KEY).first()
    return stored or make_version(_with_head_first(shipped.shipped_text(KEY)))


def _with_head_first(text: str) -> str:
    """The factory reads key, version and title off the first three lines."""
    return text[text.index("key: ") :]


def begin(places: LocationPlaces, **changes: Value) -> Story:
    """A case with every answer of the example, some of them changed."""
    case = services.open_case(
        actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=format_version().pk
    )
    known = dict(
        Answer.objects.filter(profile_id=case.profile_id).values_list("question_key", "revision")
    )  # a later profile begins with the answers of the former one
    outcome = save_chapter(
        actor=places.actor(Role.EDITOR),
        profile_id=case.profile_id,
        answers={
            key: Submitted(value, known.get(key, 0)) for key, value in example(**changes).answers.items()
        },
    )
    assert outcome.is_whole
    return Story(places, case)


def adopted(places: LocationPlaces, **changes: Value) -> Story:
    story = begin(places, **changes)
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT):
        story.take(step)
    return story


def renewed() -> None:
    """Rows were changed by hand: the worker finds that, as it does every night, and makes public files anew."""
    renew_stale.enqueue()
    run_jobs()


@dataclass(frozen=True)
class Published:
    story: Story
    version: PublishedVersion
    adoption: Adoption


def region_with_linde() -> tuple[Region, Published]:
    """A small region in which De Linde's profile is public; dear enough to be made once for a file of tests."""
    region = make_region()
    return region, published(region.linde)


def published(places: LocationPlaces, **changes: Value) -> Published:
    """Received by the consortium, and published by the worker."""
    story = adopted(places, **changes)
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    run_jobs()
    version = PublishedVersion.objects.select_related("adoption", "full_pdf").latest("id")
    return Published(story, version, version.adoption)
