"""Answers by what their tags say they are good for: a place in the text for parents, in a summary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from levend.documents.values import Bullets, Prose, Run
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.display import display
from levend.formats.engine.kinds import QuestionType
from levend.publication.engine.light import light_blocks
from levend.publication.engine.projection import PublicContent

TEXTS = frozenset({QuestionType.LONG_TEXT})


@dataclass(frozen=True)
class SlotText:
    """A long answer in a slot, with its question and the key of its chapter."""

    label: str
    chapter: str
    blocks: tuple[Prose | Bullets, ...]


def slot_texts(definition: FormatDefinition, content: PublicContent, *tags: str) -> tuple[SlotText, ...]:
    """The long answers with one of these tags, in reading order."""
    return tuple(
        SlotText(
            question.label,
            definition.chapter_of(question.key).key,
            light_blocks(str(content.answers[question.key])),
        )
        for question in _answered(definition, content, tags)
        if question.type in TEXTS
    )


def slot_lines(definition: FormatDefinition, content: PublicContent, *tags: str) -> tuple[str, ...]:
    """The short answers with one of these tags, one line each; chosen options each on a line."""
    lines: list[str] = []
    for question in _answered(definition, content, tags):
        if question.type not in TEXTS and question.type is not QuestionType.TABLE:
            lines += display(question, content.answers[question.key]).splitlines()
    return tuple(dict.fromkeys(lines))


def opening(blocks: tuple[Prose | Bullets, ...], *, most: int) -> tuple[Prose | Bullets, ...]:
    """The first blocks of a text, as long as they stay within `most` characters together; always one.

    A first paragraph that is longer by half again is cut after a sentence, or else between words with an ellipsis.
    """
    kept: list[Prose | Bullets] = []
    length = 0
    for block in blocks:
        length += _length(block)
        if kept and length > most:
            break
        kept.append(block)
    if kept and isinstance(kept[0], Prose) and _length(kept[0]) > most * 3 // 2:
        return (_cut(kept[0], most),)
    return tuple(kept)


def _cut(block: Prose, most: int) -> Prose:
    runs: list[Run] = []
    left = most
    for run in block.runs:
        runs.append(run if len(run.text) <= left else replace(run, text=_shortened(run.text[:left])))
        left -= len(run.text)
        if left <= 0:
            break
    return Prose(tuple(run for run in runs if run.text))


def _shortened(text: str) -> str:
    """Up to the last end of a sentence in the second half, or else to the last whole word."""
    ends = [match.end() for match in re.finditer(r"[.!?…](?=\s|$)", text)]
    if ends and ends[-1] * 2 > len(text):
        return text[: ends[-1]]
    word = text.rfind(" ")
    return (text[:word] if word * 2 > len(text) else text).rstrip(" ,;:") + "…"


def _answered(
    definition: FormatDefinition, content: PublicContent, tags: tuple[str, ...]
) -> Iterator[Question]:
    for question in definition.questions:
        if question.key in content.answers and set(tags) & set(question.tags):
            yield question


def _length(block: Prose | Bullets) -> int:
    if isinstance(block, Prose):
        return sum(len(run.text) for run in block.runs)
    return sum(len(run.text) for item in block.items for run in item)
