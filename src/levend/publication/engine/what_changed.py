"""What is different between two texts of one school, laid out for reading. Plain values, for a page and for paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.difference import Change, ChangeKind, difference, unchanged
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.offer_changes import OfferChange, offer_changes
from levend.formats.engine.values import Answers
from levend.formats.engine.worddiff import Piece, PieceKind, word_difference

_IN_LINES = frozenset({QuestionType.CHOICES, QuestionType.TABLE})
_IN_WORDS = frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT})


@dataclass(frozen=True)
class Side:
    """One of the two texts: its answers that this reader may read, by key."""

    definition: FormatDefinition
    answers: Answers
    asked: frozenset[str]


@dataclass(frozen=True)
class ChangedAnswer:
    """`before` and `after` are cut where they differ: a piece that the other side has not says so.

    `is_list`: each piece is an option or a row, and their order says nothing.
    """

    key: str
    label: str
    kind: ChangeKind
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    is_list: bool = False


@dataclass(frozen=True)
class ChangedChapter:
    key: str
    title: str
    changes: tuple[ChangedAnswer, ...]


@dataclass(frozen=True)
class WhatChanged:
    """Offers that change on top, then the answers by chapter; `same` answers are in both texts as they were."""

    offers: tuple[OfferChange, ...]
    chapters: tuple[ChangedChapter, ...]
    same: int

    @property
    def changed(self) -> int:
        return sum(len(chapter.changes) for chapter in self.chapters)


def what_changed(before: Side, after: Side) -> WhatChanged:
    """Everything that is different in `after`, of questions that the reader of both may read."""
    readable = before.asked | after.asked
    texts = (before.definition, before.answers, after.definition, after.answers)
    changes = [change for change in difference(*texts) if change.key in readable]
    return WhatChanged(
        offers=tuple(
            change
            for change in offer_changes(*texts)
            if {each.question_key for each in (*change.before, *change.after)} <= readable
        ),
        chapters=_by_chapter(changes, after.definition, before.definition),
        same=len(unchanged(*texts) & readable),
    )


def _by_chapter(
    changes: Iterable[Change], now: FormatDefinition, then: FormatDefinition
) -> tuple[ChangedChapter, ...]:
    return tuple(
        ChangedChapter(
            chapter.key,
            f"{chapter.number}. {chapter.title}" if chapter.number else chapter.title,
            tuple(
                _answer(change, (now if now.has(change.key) else then).question(change.key))
                for change in group
            ),
        )
        for chapter, group in groupby(changes, key=lambda change: change.chapter)
    )


def _answer(change: Change, question: Question) -> ChangedAnswer:
    pieces = _pieces(change, question)
    return ChangedAnswer(
        change.key,
        change.label,
        change.kind,
        tuple(piece for piece in pieces if not piece.is_added),
        tuple(piece for piece in pieces if not piece.is_removed),
        is_list=question.type in _IN_LINES,
    )


def _pieces(change: Change, question: Question) -> tuple[Piece, ...]:
    """A text by its words, a list by its lines, anything else as a whole."""
    before, after = change.before, change.after
    if question.type in _IN_WORDS and before and after:
        return word_difference(before, after)
    if question.type in _IN_LINES and before and after:
        return _line_pieces(before.split("\n"), after.split("\n"))
    return tuple(
        Piece(kind, text) for kind, text in ((PieceKind.REMOVED, before), (PieceKind.ADDED, after)) if text
    )


def _line_pieces(before: list[str], after: list[str]) -> tuple[Piece, ...]:
    """Ticked options and rows have no order of their own: what stands in both is the same, wherever it stands."""
    gone = [Piece(PieceKind.REMOVED, f"{line}\n") for line in before if line not in after]
    rest = [Piece(PieceKind.SAME if line in before else PieceKind.ADDED, f"{line}\n") for line in after]
    return (*gone, *rest)
