"""Blocks of text for templates: each names the template that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from levend.documents.values import (
    Answer,
    Block,
    Bullets,
    Callout,
    Checklist,
    Heading,
    KeyValues,
    PageBreak,
    Prose,
    Table,
)

_TEMPLATES = {
    Heading: "heading",
    Prose: "prose",
    Bullets: "bullets",
    KeyValues: "pairs",
    Table: "table",
    Checklist: "checklist",
    Answer: "answer",
    Callout: "callout",
}


@dataclass(frozen=True)
class ShownBlock:
    """A block with its template; `inner` are the shown blocks within it."""

    template: str
    block: Block
    inner: tuple["ShownBlock", ...] = ()


def shown(blocks: Iterable[Block]) -> tuple[ShownBlock, ...]:
    """The blocks for a template; a page break means nothing on a screen."""
    return tuple(
        ShownBlock(
            f"public/blocks/{_TEMPLATES[type(block)]}.html",
            block,
            shown(block.blocks) if isinstance(block, Answer | Callout) else (),
        )
        for block in blocks
        if not isinstance(block, PageBreak)
    )
