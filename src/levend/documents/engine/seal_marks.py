"""How a seal says what it vouches for. Both marks stand in the part of the file that the signature covers.

Documents in the hands of readers carry these words: a change makes their seals unreadable.
"""

from levend.documents.enums import SealKind

FIELD = {SealKind.OFFICIAL: "Zegel", SealKind.CONCEPT: "Zegel-concept"}
REASON = {
    SealKind.OFFICIAL: "Officieel document",
    SealKind.CONCEPT: "Concept, niet vastgesteld en ingediend",
}


def kind_of(field: str, reason: str) -> SealKind | None:
    """The kind of a seal by both its marks; `None` when they are not ours or contradict each other."""
    for kind in SealKind:
        if (field, reason) == (FIELD[kind], REASON[kind]):
            return kind
    return None
