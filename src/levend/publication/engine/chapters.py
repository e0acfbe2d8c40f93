"""A profile's public text as blocks: the same for paper and page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import groupby

from levend.documents.values import (
    Answer,
    Block,
    Bullets,
    Checklist,
    ChecklistItem,
    Heading,
    KeyValues,
    Prose,
    Run,
    Table,
)
from levend.formats.engine import lightmarks
from levend.formats.engine.definition import (
    Chapter,
    FixedText,
    FormatDefinition,
    Item,
    Question,
    RegisterField,
)
from levend.formats.engine.definition import Heading as FormatHeading
from levend.formats.engine.display import display, display_register, display_with
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.offer_parts import OfferPart, offer_part
from levend.formats.engine.values import Value, is_empty
from levend.publication.engine.counts import cell_name
from levend.publication.engine.light import light_blocks, unfolded
from levend.publication.engine.offer_blocks import offer_blocks
from levend.publication.engine.projection import PublicContent
from levend.publication.values import Phrases

__all__ = ["ChapterText", "chapter_texts", "light_blocks", "shows_register"]


@dataclass(frozen=True)
class ChapterText:
    """One chapter; `blocks` do not repeat its title."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]


class _Shape(Enum):
    """How a question is set. Neighbours of one shape stand together."""

    LINE = "line"
    CHECK = "check"
    SCORE = "score"
    OFFER = "offer"
    OWN = "own"


LONGEST_CHECKLIST = 10
_SHAPES: Mapping[QuestionType, _Shape] = {
    QuestionType.BOOLEAN: _Shape.CHECK,
    QuestionType.RATING: _Shape.SCORE,
    QuestionType.TEXT: _Shape.LINE,
    QuestionType.NUMBER: _Shape.LINE,
    QuestionType.DATE: _Shape.LINE,
    QuestionType.CHOICE: _Shape.LINE,
}


def chapter_texts(
    definition: FormatDefinition, content: PublicContent, phrases: Phrases
) -> tuple[ChapterText, ...]:
    """The chapters that say something, in the order of the format.

    Fixed texts and register facts always stand. An answer stands under its question; a *namely* text stands with
    its option. What was not answered is left out, unless it had to be answered. A heading with nothing under it
    is left out too.
    """
    writer = _Writer(definition, content, phrases)
    texts = (
        ChapterText(
            chapter.key, chapter.number, chapter.title, _without_empty_headings(writer.blocks(chapter))
        )
        for chapter in definition.chapters
    )
    return tuple(text for text in texts if text.blocks)


def shows_register(definition: FormatDefinition) -> bool:
    """Whether the format itself has a place for register facts."""
    return any(isinstance(item, RegisterField) for chapter in definition.chapters for item in chapter.items)


@dataclass(frozen=True)
class _Writer:
    definition: FormatDefinition
    content: PublicContent
    phrases: Phrases

    def blocks(self, chapter: Chapter) -> list[Block]:
        shown = [item for item in chapter.items if self._is_shown(item)]
        blocks: list[Block] = []
        for shape, group in groupby(shown, self._shape_of):
            items = list(group)
            questions = [item for item in items if isinstance(item, Question)]
            if shape is _Shape.CHECK and len(items) > 1:
                blocks.append(Checklist("", tuple(self._check(question) for question in questions)))
            elif shape is _Shape.OFFER:
                blocks += offer_blocks(questions, self.content.answers, self.phrases)
            elif shape in (_Shape.SCORE, _Shape.LINE) and (len(items) > 1 or not questions):
                blocks.append(self._lines(items))
            else:
                for item in items:
                    blocks += self._own(item)
        return blocks

    def _shape_of(self, item: Item) -> _Shape:
        if isinstance(item, RegisterField):
            return _Shape.LINE
        if not isinstance(item, Question):
            return _Shape.OWN
        code, _part = offer_part(item) or ("", None)
        return _Shape.OFFER if code in self._levelled else _SHAPES.get(item.type, _Shape.OWN)

    @cached_property
    def _levelled(self) -> frozenset[str]:
        """The codes of which the format asks at what level the school offers them."""
        parts = (offer_part(question) for question in self.definition.questions)
        return frozenset(code for code, part in filter(None, parts) if part is OfferPart.LEVEL)

    def _is_shown(self, item: Item) -> bool:
        if isinstance(item, RegisterField):
            return bool(display_register(item.field, self.content.location))
        if not isinstance(item, Question):
            return True
        if item.namely_for is not None and self._has_option_line(item):
            return False
        if item.key in self.content.answers or item.key in self.content.withheld:
            return True
        return item.required and item.key in self.content.asked

    def _has_option_line(self, question: Question) -> bool:
        """A *namely* text stands with its option, unless it needs more room than a line."""
        return question.type is not QuestionType.TABLE

    def _lines(self, items: Sequence[Item]) -> KeyValues:
        """Short answers and register facts beside what they answer."""
        rows = []
        for item in items:
            if isinstance(item, RegisterField):
                rows.append((item.label, display_register(item.field, self.content.location)))
            elif isinstance(item, Question):
                rows.append((item.label, self._line(item)))
        facts = any(isinstance(item, RegisterField) for item in items)
        return KeyValues(
            "", tuple(rows), (self.phrases.item, self.phrases.fact if facts else self.phrases.answer)
        )

    def _check(self, question: Question) -> ChecklistItem:
        value = self.content.answers.get(question.key)
        note = self.phrases.not_answered if value is None else ""
        return ChecklistItem(value is True, question.label, note)

    def _line(self, question: Question) -> str:
        """A short answer on one line, with the *namely* text of what was chosen."""
        if question.key in self.content.withheld:
            return self.phrases.withheld
        value = self.content.answers.get(question.key)
        shown = display_with(question, value, self.content.location) or self.phrases.not_answered
        note = self._namely(question.key, str(value))
        return f"{shown}: {note}" if note else shown

    def _namely(self, key: str, option: str) -> str:
        for question in self.definition.questions:
            if question.namely_for == (key, option):
                value = self.content.answers.get(question.key)
                if not is_empty(value) and self._has_option_line(question):
                    shown = display(question, value)
                    return lightmarks.words(shown) if question.type is QuestionType.LONG_TEXT else shown
        return ""

    def _own(self, item: Item) -> Iterator[Block]:
        if isinstance(item, FormatHeading):
            yield Heading(item.level, item.number, item.text)
        elif isinstance(item, FixedText):
            yield from light_blocks(unfolded(item.text))
        elif isinstance(item, Question):
            yield self._answer(item)

    def _answer(self, question: Question) -> Block:
        value = self.content.answers.get(question.key)
        if value is None:
            return Answer("", question.label, (Prose.of(self._line(question)),))
        if question.type is QuestionType.CHOICES and len(question.options) > LONGEST_CHECKLIST:
            return Answer("", question.label, (self._chosen(question, value),))
        if question.type is QuestionType.CHOICES:
            return Checklist(question.label, self._options(question, value))
        if question.type is QuestionType.TABLE:
            return self._table(question, value)
        if question.type is QuestionType.LONG_TEXT:
            return Answer("", question.label, light_blocks(str(value)))
        return Answer("", question.label, (Prose.of(self._line(question)),))

    def _table(self, question: Question, value: Value) -> Table:
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        return Table(
            question.label,
            tuple(column.label for column in question.columns),
            tuple(
                tuple(
                    self._cell(question, number, column, row.get(column.key)) for column in question.columns
                )
                for number, row in enumerate(rows)
            ),
        )

    def _cell(self, question: Question, row: int, column: Question, value: Value) -> str:
        is_withheld = cell_name(question.key, row, column.key) in self.content.withheld
        return self.phrases.withheld if is_withheld else display(column, value)

    def _options(self, question: Question, value: Value) -> tuple[ChecklistItem, ...]:
        """Every option with yes or no; an option that goes with no other only when it is chosen."""
        chosen = value if isinstance(value, list) else []
        return tuple(
            ChecklistItem(option.key in chosen, option.label, self._namely(question.key, option.key))
            for option in question.options
            if option.key in chosen or option.key not in question.exclusive
        )

    def _chosen(self, question: Question, value: Value) -> Bullets:
        """Of a long list the chosen options only: a page full of noes tells nobody anything."""
        items = (item for item in self._options(question, value) if item.on)
        return Bullets(
            tuple((Run(f"{item.label}: {item.note}" if item.note else item.label),) for item in items)
        )


def _without_empty_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in reversed(blocks):
        if isinstance(block, Heading):
            below = kept[-1] if kept else None
            if below is None or (isinstance(below, Heading) and below.level <= block.level):
                continue
        kept.append(block)
    return tuple(reversed(kept))
