"""Which words of two texts differ. Plain Python."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 1_500
"""Above this, lines are compared instead of words: time grows with the square."""
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `differs` when the other text does not have it there."""

    text: str
    differs: bool


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts, cut where they begin or end to differ. Joined again, the pieces are the texts."""
    if not before or not after:
        return _whole(before), _whole(after)
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if max(len(old), len(new)) > MOST_WORDS:
        return _whole(before), _whole(after)
    blocks = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
    return (
        tuple(_cut(old, ((start, end, kind) for kind, start, end, _new, _end in blocks))),
        tuple(_cut(new, ((start, end, kind) for kind, _old, _end, start, end in blocks))),
    )


def _bare(words: list[str]) -> list[str]:
    """Words without the space after them: a word at the end of a line is no other word."""
    return [word.rstrip() or word for word in words]


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()


def _cut(words: list[str], blocks: "Iterator[tuple[int, int, str]]") -> Iterator[Piece]:
    for start, end, kind in blocks:
        if start < end:
            yield Piece("".join(words[start:end]), kind != "equal")
