"""A document as the layout reads it: one JSON object of strings, booleans and lists."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar

from levend.documents.engine.characters import SMALLEST_ROOM, printable
from levend.documents.values import (
    Answer,
    Block,
    Bullets,
    Callout,
    Checklist,
    Document,
    Heading,
    KeyValues,
    PageBreak,
    Prose,
    Run,
    Table,
    block_texts,
)

Json = dict[str, object]
Other = TypeVar("Other")
MOST_UPRIGHT = 6
"""Columns that a page can hold upright; a wider table gets a page on its side."""
CHARACTERS_ON_A_LINE = 88
CHARACTERS_ON_A_WIDE_LINE = 135
CHARACTERS_BETWEEN = 3
LONGEST_SHARE = 240
"""Characters of a cell after which its column gets no wider."""
LINES_OF_A_ROW = 18
LINES_TOGETHER = 24
ROWS_TOGETHER = 12
"""What is not longer than this stays on one page."""


def layout_json(document: Document) -> str:
    """The document for the layout. No level of heading is skipped and none is empty, as PDF/UA-1 demands."""
    description = " · ".join(
        part for part in (document.title, document.organisation, document.subtitle) if part
    )
    return json.dumps(
        {
            "title": printable(document.title),
            "subtitle": printable(document.subtitle),
            "organisation": printable(document.organisation),
            "place": printable(document.place),
            "publisher": printable(document.publisher),
            "description": printable(description),
            "language": document.language,
            "date": [document.date.year, document.date.month, document.date.day],
            "meta": _pairs(document.meta),
            "note": printable(document.cover_note),
            "concept": bool(document.mark),
            "theme": asdict(document.theme),
            "words": {name: printable(word) for name, word in asdict(document.words).items()},
            "logo": document.logo_svg,
            "attachments": [
                {
                    "name": each.name,
                    "media_type": each.media_type,
                    "description": printable(each.description),
                    "data": each.data,
                }
                for each in document.attachments
            ],
            "blocks": [block_data(block) for block in even_headings(document.blocks)],
        },
        ensure_ascii=False,
    )


def even_headings(blocks: Sequence[Block | Other]) -> list[Block | Other]:
    """The blocks with headings that are as deep as the number of headings above them; without empty ones."""
    above: list[int] = []
    even: list[Block | Other] = []
    for block in blocks:
        if not isinstance(block, Heading):
            even.append(block)
        elif printable(block.text).strip():
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            even.append(Heading(len(above), block.number, block.text))
    return even


def block_data(block: Block) -> Json:
    """One block for the layout."""
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "number": printable(block.number),
                "text": printable(block.text),
            }
        case Prose():
            return {"kind": "prose", "runs": _runs(block.runs)}
        case Bullets():
            return {"kind": "bullets", "items": [_runs(item) for item in block.items]}
        case KeyValues():
            return {"kind": "pairs", **_table(block.caption, block.head or ("", ""), block.rows)}
        case Table():
            count = len(block.head)
            return {
                "kind": "table",
                **_table(block.caption, block.head, [(*row, *[""] * count)[:count] for row in block.rows]),
            }
        case Checklist():
            items = [
                {"on": item.on, "label": printable(item.label), "note": printable(item.note)}
                for item in block.items
            ]
            return {"kind": "checklist", "label": printable(block.label), "items": items}
        case Answer():
            return {
                "kind": "answer",
                "number": printable(block.number),
                "label": printable(block.label),
                "blocks": [block_data(inner) for inner in block.blocks],
            }
        case Callout():
            return {
                "kind": "callout",
                "title": printable(block.title),
                "tone": block.tone.value,
                "whole": sum(1 + _lines(text, CHARACTERS_ON_A_LINE) for text in block_texts(block))
                <= LINES_TOGETHER,
                "blocks": [block_data(inner) for inner in block.blocks],
            }
        case PageBreak():
            return {"kind": "pagebreak"}


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Json:
    """Long words get places to break by the room of their column; what is short stays on one page.

    Lengths are estimates in characters and lines, on the safe side: what is said to stay whole fits a page.
    """
    wide = len(head) > MOST_UPRIGHT
    widths = _widths(head, rows)
    line = CHARACTERS_ON_A_WIDE_LINE if wide else CHARACTERS_ON_A_LINE
    room = [max(round(line * width / sum(widths)) - CHARACTERS_BETWEEN, SMALLEST_ROOM) for width in widths]
    lines = [max(map(_lines, row, room), default=0) for row in rows]

    def cells(texts: Sequence[str]) -> list[str]:
        return [printable(text, room=fits) for text, fits in zip(texts, room, strict=True)]

    return {
        "caption": printable(caption),
        "head": cells(head),
        "rows": [
            {"cells": cells(row), "whole": height <= LINES_OF_A_ROW}
            for row, height in zip(rows, lines, strict=True)
        ],
        "widths": widths,
        "wide": wide,
        "whole": len(rows) <= ROWS_TOGETHER and sum(lines) <= LINES_TOGETHER,
    }


def _lines(text: str, room: int) -> int:
    return sum(1 + len(line) // max(room - 2, 1) for line in text.split("\n"))


def _runs(runs: tuple[Run, ...]) -> list[Json]:
    return [{"text": printable(run.text), "strong": run.strong, "url": run.url} for run in runs if run.text]


def _pairs(rows: tuple[tuple[str, str], ...]) -> list[list[str]]:
    return [[printable(what), printable(value)] for what, value in rows]


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Shares of the width per column, by the root of its longest text: a year needs less room than a plan."""
    shares = []
    for index, title in enumerate(head):
        longest = max([len(title), *(len(row[index]) for row in rows if index < len(row))])
        shares.append(round(10 * min(max(longest, 8), LONGEST_SHARE) ** 0.5))
    return shares
