"""The text that a profile started from, and what of it stayed behind."""

import json
from dataclasses import dataclass

from levend.formats.engine.carry import Carried, carry
from levend.formats.engine.definition import FormatDefinition
from levend.formats.queries import definition_with
from levend.profiles.models import ProfileSnapshot
from levend.profiles.queries.brought import brought_for


@dataclass(frozen=True)
class Former:
    """Last time's answers by key, each with what could be carried of it; `school_year` names the version.

    `source` has words instead where they were brought from elsewhere: then there is no version.
    """

    school_year: str
    answers: dict[str, Carried]
    source: str = ""

    @property
    def left_behind(self) -> tuple[Carried, ...]:
        """The answers of which nothing came along."""
        return tuple(each for each in self.answers.values() if each.value is None)

    @property
    def came_partly(self) -> tuple[Carried, ...]:
        return tuple(each for each in self.answers.values() if each.is_partly)


def former_text(snapshot_id: int, now: FormatDefinition) -> Former:
    """What an adopted version says to the questions of a format (one query); the caller found it with an actor."""
    snapshot = ProfileSnapshot.objects.select_related("content", "profile__format_version").defer(
        "profile__format_version__body"
    )
    found = snapshot.get(pk=snapshot_id)
    then = definition_with(found.profile.format_version.sha256)
    answers = json.loads(found.content.body)["answers"]
    return Former(
        school_year=found.profile.school_year.replace("-", "–"),
        answers={each.key: each for each in carry(then, answers, now)},
    )


def brought_text(location_id: int, now: FormatDefinition) -> Former | None:
    """What a consortium brought for a location (one query); the caller found that with an actor."""
    brought = brought_for(location_id, now)
    return None if brought is None else Former("", brought.answers, brought.source)
