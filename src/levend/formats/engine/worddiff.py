"""Two versions of a text side by side, word by word, in pieces that people can read.

The pieces are found by the longest common subsequence of words, kept as rows of bits in whole numbers (Hyyrö 2004,
"Bit-parallel LCS-length computation revisited"): exact, and for any 20,000 characters well under a second.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*|\s+|[!-/:-@\[-`{-~]|[^\w\s!-~]+")
"""A word with its apostrophes and hyphens, white space, one mark, or a run of other signs such as an emoji."""

_LARGEST = 600_000_000
"""Bits that one comparison may keep, 75 MB; past it the differing middle is shown as replaced. Two texts of 20,000
characters stay under it, whatever is in them."""


class PieceKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A run of text, never empty: in both versions, only in the new one, or only in the old one."""

    kind: PieceKind
    text: str

    @property
    def is_same(self) -> bool:
        return self.kind is PieceKind.SAME

    @property
    def is_added(self) -> bool:
        return self.kind is PieceKind.ADDED

    @property
    def is_removed(self) -> bool:
        return self.kind is PieceKind.REMOVED


@dataclass
class _Stretch:
    """Words that both versions have, or what one has in place of the other's."""

    same: str = ""
    removed: str = ""
    added: str = ""

    @property
    def size(self) -> int:
        return max(len(self.removed), len(self.added))


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order, what was removed before what came in its place.

    Same and removed pieces together are `before`, same and added ones `after`, to the letter. A lone word that happens
    to stand in two otherwise different sentences is no help to a reader and counts as replaced.
    """
    return tuple(_pieces(_joined(_stretches(_TOKEN.findall(before), _TOKEN.findall(after)))))


def _stretches(before: list[str], after: list[str]) -> list[_Stretch]:
    """Same and changed stretches by turns."""
    found: list[_Stretch] = []
    place_before = place_after = 0
    for start_before, start_after, length in (*_blocks(before, after), (len(before), len(after), 0)):
        removed, added = before[place_before:start_before], after[place_after:start_after]
        if removed or added:
            found.append(_Stretch(removed="".join(removed), added="".join(added)))
        if length:
            found.append(_Stretch(same="".join(before[start_before : start_before + length])))
        place_before, place_after = start_before + length, start_after + length
    return found


def _blocks(before: list[str], after: list[str]) -> list[tuple[int, int, int]]:
    """Runs of equal words: place in `before`, place in `after`, number of words."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle = _pairs(before[head : len(before) - tail], after[head : len(after) - tail])
    blocks: list[tuple[int, int, int]] = [(0, 0, head)] if head else []
    for one, other in ((one + head, other + head) for one, other in middle):
        if blocks and (sum(blocks[-1][::2]), blocks[-1][1] + blocks[-1][2]) == (one, other):
            start_before, start_after, length = blocks[-1]
            blocks[-1] = (start_before, start_after, length + 1)
        else:
            blocks.append((one, other, 1))
    if tail:
        blocks.append((len(before) - tail, len(after) - tail, tail))
    return blocks


def _pairs(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Places of the longest common subsequence, rising in both."""
    if not before or not after or len(before) * len(after) > _LARGEST:
        return []
    places: dict[str, int] = {}
    for place, word in enumerate(before):
        places[word] = places.get(word, 0) | (1 << place)
    every = (1 << len(before)) - 1
    rows, row = [], every
    for word in after:
        hit = row & places.get(word, 0)
        row = ((row + hit) | (row - hit)) & every
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    one, other = len(before) - 1, len(after) - 1
    while one >= 0 and other >= 0:
        if rows[other] >> one & 1:
            one -= 1
        elif other and not rows[other - 1] >> one & 1:
            other -= 1
        else:
            pairs.append((one, other))
            one, other = one - 1, other - 1
    return pairs[::-1]


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Without the islets: at most two words, or only marks, between larger changes."""
    joined: list[_Stretch] = []
    for place, each in enumerate(stretches):
        last = joined[-1] if joined else None
        following = stretches[place + 1] if place + 1 < len(stretches) else None
        if last is None or last.same:
            joined.append(each)
        elif not each.same:
            last.removed, last.added = last.removed + each.removed, last.added + each.added
        elif following is not None and _is_islet(each.same, last, following):
            last.removed, last.added = last.removed + each.same, last.added + each.same
        else:
            joined.append(each)
    return joined


def _is_islet(same: str, left: _Stretch, right: _Stretch) -> bool:
    words = len(re.findall(r"\w+", same))
    return "\n" not in same and (
        words == 0 or (words <= 2 and len(same.strip()) <= left.size and len(same.strip()) <= right.size)
    )


def _pieces(stretches: list[_Stretch]) -> Iterator[Piece]:
    for each in stretches:
        for kind, text in (
            (PieceKind.SAME, each.same),
            (PieceKind.REMOVED, each.removed),
            (PieceKind.ADDED, each.added),
        ):
            if text:
                yield Piece(kind, text)
