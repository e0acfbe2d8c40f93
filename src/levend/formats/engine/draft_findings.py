"""What is wrong with a format that is being made, each thing with its place.

A file is judged in three steps and stops at the first that fails. A draft is looked at as far as it goes: an empty
chapter does not hide what is wrong elsewhere.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from .carry import ALIKE
from .conditions import keys_named
from .consistency import contradictions
from .definition import FormatDefinition, Question
from .editing import Map, chapters_of, items_of
from .markup import markup
from .messages import say
from .shape_faults import shape_complaints
from .tags import KnownCode
from .yaml_source import Path


class Weight(StrEnum):
    """With an error a version cannot be published; a warning is for the coordinator to weigh."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to look at; `path` is empty when it is about the format as a whole."""

    path: Path
    what: str
    weight: Weight = Weight.ERROR

    @property
    def chapter(self) -> int | None:
        step = self.path[1] if len(self.path) > 1 and self.path[0] == "chapters" else None
        return step if isinstance(step, int) else None

    @property
    def item(self) -> int | None:
        step = self.path[3] if len(self.path) > 3 and self.path[2] == "items" else None
        return step if isinstance(step, int) else None


@dataclass(frozen=True)
class Judged:
    """A draft with everything found in it. `definition` is what can be shown of it, None when nothing can."""

    definition: FormatDefinition | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.weight is Weight.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.weight is Weight.WARNING)


def judge_draft(
    data: Map,
    *,
    known_code: KnownCode | None,
    elements: Mapping[str, str],
    published: FormatDefinition | None = None,
) -> Judged:
    """Look at a draft.

    `elements` are those that the law asks of the region's schools, with their names in Dutch; without a question about
    one no school could ever ask advice. `published` is the version before this one.
    """
    empty = [index for index, chapter in enumerate(chapters_of(data)) if not items_of(chapter)]
    filled = [index for index in range(len(chapters_of(data))) if index not in empty]
    found = [Finding(("chapters", index), say("draft.empty_chapter")) for index in empty]
    chapters = chapters_of(data)
    shown: Map = {**data, "chapters": [chapters[index] for index in filled]}
    if not filled:
        return Judged(None, (*found, Finding((), say("sense.no_questions"))))
    try:
        definition = FormatDefinition.model_validate_json(json.dumps(shown), strict=True)
    except ValidationError as error:
        found += [Finding(_mapped(path, filled), what) for path, what in shape_complaints(error)]
        return Judged(None, tuple(found))
    circles = _circles(definition)
    for path, what in contradictions(definition, known_code):
        found.append(Finding(_mapped(path, filled), _circle_said(definition, path, circles) or what))
    found += [Finding(path, what) for path, what in markup(data)]
    found += [
        Finding((), say("draft.no_element", element=name))
        for element, name in elements.items()
        if not any(element in question.tag_values("element") for question in definition.questions)
    ]
    if published is not None:
        found += _against(published, definition, filled)
    return Judged(definition, tuple(dict.fromkeys(found)))


def _mapped(path: Path, filled: list[int]) -> Path:
    """The path in the draft of a path in the chapters that have something in them."""
    if len(path) > 1 and path[0] == "chapters" and isinstance(path[1], int):
        return ("chapters", filled[path[1]], *path[2:])
    return path


def _circles(definition: FormatDefinition) -> dict[str, tuple[str, ...]]:
    """For each question whose condition comes back to itself over others: the way round, by keys."""
    looks_at = {
        question.key: tuple(
            key
            for key in (keys_named(question.condition) if question.condition is not None else ())
            if definition.has(key)
        )
        for question in definition.questions
    }
    found = {}
    for start in looks_at:
        way = _way_round(start, looks_at)
        if len(way) > 1:
            found[start] = way
    return found


def _way_round(start: str, looks_at: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a question back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for key in looks_at.get(way[-1], ()):
            if key == start:
                return way
            if key not in seen:
                seen.add(key)
                ways.append((*way, key))
    return ()


def _circle_said(definition: FormatDefinition, path: Path, circles: Mapping[str, tuple[str, ...]]) -> str:
    """What a condition in a circle says instead of *that comes later*; empty for all else."""
    if "condition" not in path:
        return ""
    question = _question_at(definition, path)
    way = circles.get(question.key, ()) if question is not None else ()
    return say("draft.circle", way=" → ".join(f"‘{key}’" for key in (*way, way[0]))) if way else ""


def _question_at(definition: FormatDefinition, path: Path) -> Question | None:
    match path:
        case ("chapters", int(chapter), "items", int(item), *_rest):
            written = definition.chapters[chapter].written[item]
            return written if isinstance(written, Question) else None
    return None


def _against(published: FormatDefinition, now: FormatDefinition, filled: list[int]) -> Iterator[Finding]:
    """A key that changed its type is an error: answers would stay behind under a question that looks the same."""
    places = {
        item.key: ("chapters", filled[index], *inside)
        for index, chapter in enumerate(now.chapters)
        for inside, item in chapter.placed()
        if isinstance(item, Question)
    }
    for before in published.questions:
        if not now.has(before.key):
            yield Finding((), say("draft.key_gone", key=before.key, label=before.label), Weight.WARNING)
            continue
        after = now.question(before.key)
        path = places[before.key]
        if before.type is not after.type and not any({before.type, after.type} <= pair for pair in ALIKE):
            what = say("draft.type_changed", key=before.key, before=before.type, after=after.type)
            yield Finding((*path, "type"), what)
        gone = [option.label for option in before.options if after.option(option.key) is None]
        if gone and after.options:
            what = say("draft.options_gone", options=", ".join(f"“{label}”" for label in gone))
            yield Finding(path, what, Weight.WARNING)
        kept = {column.key for column in after.columns}
        lost = [column.label for column in before.columns if column.key not in kept]
        if lost and after.columns:
            what = say("draft.columns_gone", columns=", ".join(f"“{label}”" for label in lost))
            yield Finding(path, what, Weight.WARNING)
