"""How far someone is, per chapter."""

from collections.abc import Collection
from dataclasses import dataclass

from .completeness import missing
from .definition import FormatDefinition
from .values import Answers, is_empty
from .visibility import visible_keys


@dataclass(frozen=True)
class ChapterProgress:
    """`total` counts the questions that need an answer and those that have one; an optional blank is no debt."""

    key: str
    number: str
    title: str
    answered: int
    total: int

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


@dataclass(frozen=True)
class Progress:
    """Progress of the whole profile."""

    chapters: tuple[ChapterProgress, ...]

    @property
    def answered(self) -> int:
        return sum(chapter.answered for chapter in self.chapters)

    @property
    def total(self) -> int:
        return sum(chapter.total for chapter in self.chapters)

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


def progress(definition: FormatDefinition, answers: Answers, off: Collection[str] = ()) -> Progress:
    """Count visible questions only; a chapter is done when nothing of it is missing (see `completeness`).

    `off` are the kinds of support that the profile's region does not use.
    """
    visible = visible_keys(definition, answers)
    still_open = {gap.question.key for gap in missing(definition, answers, off)}
    chapters = []
    for chapter in definition.chapters:
        asked = [question.key for question in chapter.questions if question.key in visible]
        open_here = sum(key in still_open for key in asked)
        done = sum(key not in still_open and not is_empty(answers.get(key)) for key in asked)
        chapters.append(
            ChapterProgress(chapter.key, chapter.number, chapter.title, answered=done, total=done + open_here)
        )
    return Progress(tuple(chapters))
