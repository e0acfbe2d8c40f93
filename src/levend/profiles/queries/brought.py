"""Answers that a consortium brought from elsewhere, as proposals for a profile."""

from collections.abc import Mapping
from dataclasses import dataclass

from levend.formats.engine.carry import Carried, carry
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.queries import definition_of
from levend.profiles.models import FormerAnswers


@dataclass(frozen=True)
class Brought:
    """All of one location, by question; `source` says of the last of them where they come from."""

    source: str
    answers: dict[str, Carried]

    @property
    def proposals(self) -> dict[str, Value]:
        """What a profile can take of it."""
        return {key: each.value for key, each in self.answers.items() if each.value is not None}


def brought_for(location_id: int, now: FormatDefinition) -> Brought | None:
    """What was brought for a location, as far as a format asks for it (one query); the caller asked the rule."""
    merged = former_by_version(location_id)
    if not merged:
        return None
    answers: dict[str, Carried] = {}
    source = ""
    for version_id, (said, words) in merged.items():
        answers |= {each.key: each for each in carry(definition_of(version_id), said, now)}
        source = words
    return Brought(source, answers)


def former_by_version(location_id: int) -> Mapping[int, tuple[dict[str, Value], str]]:
    """The answers by version of a format, with the words of their source; the version that came last stands last.

    A file holds only what it says otherwise than the ones before it, so rows of one version are read together.
    """
    merged: dict[int, tuple[dict[str, Value], str]] = {}
    rows = FormerAnswers.objects.filter(location_id=location_id).order_by("id")
    for version_id, answers, source in rows.values_list("format_version_id", "answers", "source"):
        before, _words = merged.pop(version_id, ({}, ""))
        merged[version_id] = ({**before, **answers}, source)
    return merged
