"""A document as the layout reads it: one JSON object of strings, booleans and lists."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from levend.documents.engine.characters import printable
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
)

Json = dict[str, object]


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
            "blocks": [_block(block) for block in _even_headings(document.blocks)],
        },
        ensure_ascii=False,
    )


def _even_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with headings that are as deep as the number of headings above them; without empty ones."""
    above: list[int] = []
    even: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            even.append(block)
        elif printable(block.text).strip():
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            even.append(Heading(len(above), block.number, block.text))
    return even


def _block(block: Block) -> Json:
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
            return {
                "kind": "pairs",
                "caption": printable(block.caption),
                "head": [printable(cell) for cell in block.head or ()],
                "rows": _pairs(block.rows),
                "widths": _widths(("", ""), block.rows),
            }
        case Table():
            width = len(block.head)
            return {
                "kind": "table",
                "caption": printable(block.caption),
                "head": [printable(cell) for cell in block.head],
                "rows": [[printable(cell) for cell in (*row, *[""] * width)[:width]] for row in block.rows],
                "widths": _widths(block.head, block.rows),
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
                "blocks": [_block(inner) for inner in block.blocks],
            }
        case Callout():
            return {
                "kind": "callout",
                "title": printable(block.title),
                "tone": block.tone.value,
                "blocks": [_block(inner) for inner in block.blocks],
            }
        case PageBreak():
            return {"kind": "pagebreak"}


def _runs(runs: tuple[Run, ...]) -> list[Json]:
    return [{"text": printable(run.text), "strong": run.strong, "url": run.url} for run in runs if run.text]


def _pairs(rows: tuple[tuple[str, str], ...]) -> list[list[str]]:
    return [[printable(what), printable(value)] for what, value in rows]


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Shares of the width per column, by the root of its longest text: a year needs less room than a plan."""
    shares = []
    for index, title in enumerate(head):
        longest = max([len(title), *(len(row[index]) for row in rows if index < len(row))])
        shares.append(round(10 * min(max(longest, 8), 90) ** 0.5))
    return shares
