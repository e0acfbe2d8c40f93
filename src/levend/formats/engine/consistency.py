"""What makes a well-shaped format contradict itself: keys used twice, conditions that look ahead, unknown tags."""

from collections.abc import Iterator
from typing import TypeAlias

from .conditions import ConditionPart, Empty, comparison_of
from .definition import Chapter, FormatDefinition, Question, SupportGroup
from .kinds import QuestionType
from .messages import say
from .question_types import type_of
from .tags import KnownCode, misplaced_tags
from .yaml_source import Path

MOST_QUESTIONS = 600

Contradiction: TypeAlias = tuple[Path, str]

_WRITTEN_ITSELF = 2
"""A path inside a chapter is this long when the item stands in the file as it is, and is not unfolded from a list."""


def contradictions(
    definition: FormatDefinition, known_code: KnownCode | None = None
) -> Iterator[Contradiction]:
    """Each contradiction with its path in the file; unknown codes only when `known_code` can tell."""
    if not definition.questions:
        yield ("chapters",), say("sense.no_questions")
    if len(definition.questions) > MOST_QUESTIONS:
        yield ("chapters",), say("sense.too_many_questions", most=MOST_QUESTIONS)
    chapter_keys: set[str] = set()
    earlier: dict[str, Question] = {}
    for index, chapter in enumerate(definition.chapters):
        path: Path = ("chapters", index)
        if chapter.key in chapter_keys:
            yield (*path, "key"), say("sense.duplicate_chapter", key=chapter.key)
        chapter_keys.add(chapter.key)
        yield from _namely_texts(chapter, path)
        yield from _support_groups(chapter, path, known_code)
        clashing: set[Path] = set()
        for inside, item in chapter.placed():
            if isinstance(item, Question):
                if item.key in earlier and inside not in clashing:
                    clashing.add(inside)  # of an entry in a list the first of its questions is enough
                    what = "question" if len(inside) == _WRITTEN_ITSELF else "entry"
                    yield (*path, *inside, "key"), say(f"sense.duplicate_{what}", key=item.key)
                yield from _question(definition, item, (*path, *inside), earlier)
                if len(inside) == _WRITTEN_ITSELF:
                    yield from _tags(item, (*path, *inside), known_code)
                earlier.setdefault(item.key, item)


def _support_groups(chapter: Chapter, path: Path, known_code: KnownCode | None) -> Iterator[Contradiction]:
    """The codes of a list of support types; the tags that it unfolds into follow from them."""
    for position, group in enumerate(chapter.written):
        if not isinstance(group, SupportGroup):
            continue
        for index, entry in enumerate(group.entries):
            place: Path = (*path, "items", position, "entries", index, "code")
            if known_code is not None and not known_code("support", entry.code):
                yield place, say("sense.tag_code", code=entry.code)


def _question(
    definition: FormatDefinition, question: Question, path: Path, earlier: dict[str, Question]
) -> Iterator[Contradiction]:
    for inside, what in type_of(question).faults(question):
        yield (*path, *inside), what
    if question.condition is not None:
        yield from _condition(definition, question, question.condition, (*path, "condition"), earlier)


def _tags(question: Question, path: Path, known_code: KnownCode | None) -> Iterator[Contradiction]:
    for inside, what in misplaced_tags(question, known_code=known_code):
        yield (*path, *inside), what
    for position, column in enumerate(question.columns):
        for inside, what in misplaced_tags(column, of_column=True, known_code=known_code):
            yield (*path, "columns", position, *inside), what


def _condition(
    definition: FormatDefinition,
    question: Question,
    condition: ConditionPart,
    path: Path,
    earlier: dict[str, Question],
) -> Iterator[Contradiction]:
    operator = condition.operator
    comparison = comparison_of(condition)
    if comparison is not None:
        key, operand = comparison
        place: Path = (*path, operator)
        known = earlier.get(key)
        if known is None:
            yield (*place, 0), _why_not_earlier(definition, question, key)
        elif operator not in type_of(known).operators:
            yield place, say("sense.operator", operator=operator, key=key, type=known.type)
        else:
            for what in type_of(known).operand_faults(known, operand):
                yield (*place, 1), what
    elif isinstance(condition, Empty) and condition.empty not in earlier:
        yield (*path, operator), _why_not_earlier(definition, question, condition.empty)
    for index, part in enumerate(condition.parts):
        inside = (operator,) if operator == "not" else (operator, index)
        yield from _condition(definition, question, part, (*path, *inside), earlier)


def _why_not_earlier(definition: FormatDefinition, question: Question, key: str) -> str:
    if key == question.key:
        return say("sense.own_question")
    return say("sense.later_question" if definition.has(key) else "sense.unknown_question", key=key)


def _namely_texts(chapter: Chapter, path: Path) -> Iterator[Contradiction]:
    """A namely text stands right after its question, because on every page and paper it hangs under the option."""
    parent: Question | None = None
    explained: set[str] = set()
    for inside, item in chapter.placed():
        if not isinstance(item, Question) or item.namely_for is None:
            parent, explained = (item if isinstance(item, Question) else None), set()
            continue
        key, option = item.namely_for
        place: Path = (*path, *inside, "namely_for")
        if item.type not in {QuestionType.TEXT, QuestionType.LONG_TEXT}:
            yield (*path, *inside, "type"), say("sense.namely_type")
        if parent is None or parent.key != key:
            yield (*place, 0), say("sense.namely_place")
        elif parent.type not in {QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.RATING}:
            yield (*place, 0), say("sense.namely_parent")
        elif parent.option(option) is None:
            yield (*place, 1), say("sense.unknown_option", key=key, option=option)
        elif option in explained:
            yield (*place, 1), say("sense.namely_twice", option=option)
        explained.add(option)
