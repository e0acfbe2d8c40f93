"""Texts with light marks as blocks."""

import re
from collections.abc import Sequence

from levend.documents.values import Bullets, Prose, Run
from levend.formats.engine import lightmarks


def light_blocks(text: str) -> tuple[Prose | Bullets, ...]:
    """A text with light marks as blocks."""
    blocks: list[Prose | Bullets] = []
    for block in lightmarks.parse(text):
        if isinstance(block, lightmarks.Bullets):
            blocks.append(Bullets(tuple(_runs(item) for item in block.items)))
        else:
            blocks.append(Prose(_runs(block.runs)))
    return tuple(blocks)


def unfolded(text: str) -> str:
    """A text of a format without the line ends at which its file is folded: they end no sentence."""
    return re.sub(r"(?<!\n)\n(?!\n|\s*- )[ \t]*", " ", text)


def _runs(runs: Sequence[lightmarks.Run]) -> tuple[Run, ...]:
    return tuple(
        Run(
            run.text,
            strong=isinstance(run, lightmarks.Strong),
            url=run.url if isinstance(run, lightmarks.Link) else "",
        )
        for run in runs
    )
