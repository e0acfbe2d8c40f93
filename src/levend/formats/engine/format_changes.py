"""What another version of a format asks otherwise, and what a school has to do with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .carry import ALIKE
from .definition import Chapter, FixedText, FormatDefinition, Question


class Aspect(StrEnum):
    """What changed of a question that stayed."""

    LABEL = "label"
    HELP = "help"
    TYPE = "type"
    OPTIONS = "options"
    COLUMNS = "columns"
    NOW_REQUIRED = "now_required"
    NOT_REQUIRED = "not_required"
    CONDITION = "condition"
    AUDIENCE = "audience"
    TAGS = "tags"
    LIMITS = "limits"
    CHAPTER = "chapter"


class Answered(StrEnum):
    """What becomes of last time's answer to a question."""

    WHOLE = "whole"
    PARTLY = "partly"
    LOST = "lost"
    NEW = "new"


@dataclass(frozen=True)
class QuestionChange:
    """A question that is new, gone, or asked otherwise; `lost` names the options and columns that went."""

    key: str
    label: str
    chapter: Chapter
    answered: Answered
    required: bool
    aspects: tuple[Aspect, ...] = ()
    lost: tuple[str, ...] = ()
    label_before: str = ""


@dataclass(frozen=True)
class FormatChanges:
    """Everything that differs. `same` counts the questions whose answers go along, changed words or not."""

    questions: tuple[QuestionChange, ...]
    same: int
    texts_changed: tuple[str, ...]

    def with_answer(self, answered: Answered) -> tuple[QuestionChange, ...]:
        return tuple(change for change in self.questions if change.answered is answered)

    @property
    def is_empty(self) -> bool:
        return not self.questions and not self.texts_changed


def format_changes(before: FormatDefinition, now: FormatDefinition) -> FormatChanges:
    """The changes in the order of the new version; then what only the old one asked."""
    changes = [*_kept_and_new(before, now), *_gone(before, now)]
    known = sum(now.has(question.key) for question in before.questions)
    touched = sum(
        change.answered in {Answered.PARTLY, Answered.LOST} and now.has(change.key) for change in changes
    )
    return FormatChanges(tuple(changes), known - touched, tuple(_texts(before, now)))


def _kept_and_new(before: FormatDefinition, now: FormatDefinition) -> Iterator[QuestionChange]:
    for chapter in now.chapters:
        for question in chapter.questions:
            if not before.has(question.key):
                yield QuestionChange(question.key, question.label, chapter, Answered.NEW, question.required)
                continue
            was = before.question(question.key)
            aspects = tuple(_aspects(was, question))
            if before.chapter_of(question.key).key != chapter.key:
                aspects = (*aspects, Aspect.CHAPTER)
            if aspects:
                lost = tuple(_lost(was, question))
                answered = Answered.PARTLY if lost else Answered.WHOLE
                if was.type is not question.type and not any(
                    {was.type, question.type} <= pair for pair in ALIKE
                ):
                    answered, lost = Answered.LOST, ()
                yield QuestionChange(
                    question.key,
                    question.label,
                    chapter,
                    answered,
                    question.required,
                    aspects,
                    lost,
                    was.label if Aspect.LABEL in aspects else "",
                )


def _gone(before: FormatDefinition, now: FormatDefinition) -> Iterator[QuestionChange]:
    for chapter in before.chapters:
        for question in chapter.questions:
            if not now.has(question.key):
                yield QuestionChange(question.key, question.label, chapter, Answered.LOST, question.required)


def _aspects(was: Question, now: Question) -> Iterator[Aspect]:
    pairs = (
        (Aspect.LABEL, was.label, now.label),
        (Aspect.HELP, (was.help, was.why), (now.help, now.why)),
        (Aspect.TYPE, was.type, now.type),
        (Aspect.OPTIONS, _options(was), _options(now)),
        (Aspect.COLUMNS, was.columns, now.columns),
        (Aspect.NOW_REQUIRED if now.required else Aspect.NOT_REQUIRED, was.required, now.required),
        (Aspect.CONDITION, (was.condition, was.namely_for), (now.condition, now.namely_for)),
        (Aspect.AUDIENCE, was.audience, now.audience),
        (Aspect.TAGS, _meaning(was, now), _meaning(now, was)),
        (Aspect.LIMITS, _limits(was), _limits(now)),
    )
    return (aspect for aspect, before, after in pairs if before != after)


def _options(question: Question) -> list[tuple[str, str]]:
    return [(each.key, each.label) for each in question.options]


def _meaning(question: Question, other: Question) -> tuple[object, ...]:
    """The tags of a question, and of the options that it has in common with another version."""
    return question.tags, [each.tags for each in question.options if other.option(each.key) is not None]


def _limits(question: Question) -> tuple[object, ...]:
    return question.max_length, question.minimum, question.maximum, question.exclusive


def _lost(was: Question, now: Question) -> Iterator[str]:
    yield from (each.label for each in was.options if now.option(each.key) is None)
    kept = {column.key for column in now.columns}
    yield from (column.label for column in was.columns if column.key not in kept)


def _texts(before: FormatDefinition, now: FormatDefinition) -> Iterator[str]:
    """Titles of the chapters whose fixed texts, headings or register facts changed."""
    said = {chapter.key: _said(chapter) for chapter in before.chapters}
    for chapter in now.chapters:
        if said.get(chapter.key, ()) != _said(chapter):
            yield chapter.title


def _said(chapter: Chapter) -> tuple[object, ...]:
    return tuple(
        item.text if isinstance(item, FixedText) else item
        for item in chapter.items
        if not isinstance(item, Question)
    )
