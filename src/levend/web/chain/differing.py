"""Which words of two texts differ, each text by itself."""

from dataclasses import dataclass

from levend.formats.engine.worddiff import word_difference


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `differs` when the other text does not have it there."""

    text: str
    differs: bool


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts, cut where they begin or end to differ. Joined again, the pieces are the texts."""
    if not before or not after:
        return _whole(before), _whole(after)
    found = word_difference(before, after)
    return (
        tuple(Piece(piece.text, piece.is_removed) for piece in found if not piece.is_added),
        tuple(Piece(piece.text, piece.is_added) for piece in found if not piece.is_removed),
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()
