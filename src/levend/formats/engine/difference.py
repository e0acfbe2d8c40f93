"""What changed between two sets of answers, also when the format's version changed in between."""

from dataclasses import dataclass
from enum import StrEnum

from .definition import Chapter, FormatDefinition, Question
from .display import display
from .values import Answers, Value
from .visibility import visible_answers


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One question with another answer; `before` and `after` are texts to read, "" where there was none."""

    kind: ChangeKind
    key: str
    label: str
    chapter: Chapter
    before: str
    after: str


def difference(
    definition_old: FormatDefinition,
    answers_old: Answers,
    definition_new: FormatDefinition,
    answers_new: Answers,
) -> tuple[Change, ...]:
    """The changes in the answers that count, in the new format's order; then what only the old one asked.

    Answers are paired by question key. Nothing is reported for a question or an option that got another wording.
    """
    old, new = visible_answers(definition_old, answers_old), visible_answers(definition_new, answers_new)
    changes = [
        change
        for question in definition_new.questions
        if (change := _change(definition_old, definition_new, question, old, new)) is not None
    ]
    for question in definition_old.questions:
        if question.key in old and not definition_new.has(question.key):
            before = display(question, old[question.key])
            chapter = definition_old.chapter_of(question.key)
            changes.append(Change(ChangeKind.REMOVED, question.key, question.label, chapter, before, ""))
    return tuple(changes)


def unchanged(
    definition_old: FormatDefinition,
    answers_old: Answers,
    definition_new: FormatDefinition,
    answers_new: Answers,
) -> frozenset[str]:
    """The questions with the same answer in both, of the answers that count."""
    old, new = visible_answers(definition_old, answers_old), visible_answers(definition_new, answers_new)
    return frozenset(key for key, value in new.items() if key in old and _same(old[key], value))


def _change(
    definition_old: FormatDefinition,
    definition_new: FormatDefinition,
    question: Question,
    old: dict[str, Value],
    new: dict[str, Value],
) -> Change | None:
    key = question.key
    if key not in old and key not in new:
        return None
    if key in old and key in new and _same(old[key], new[key]):
        return None
    before = display(definition_old.question(key), old[key]) if key in old else ""
    after = display(question, new[key]) if key in new else ""
    kind = ChangeKind.CHANGED
    if key not in old:
        kind = ChangeKind.ADDED
    elif key not in new:
        kind = ChangeKind.REMOVED
    return Change(kind, key, question.label, definition_new.chapter_of(key), before, after)


def _same(one: Value, other: Value) -> bool:
    """Equal, where `True` is no 1: a yes that became a number is another answer."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)
