"""The kinds of seal."""

from enum import StrEnum


class SealKind(StrEnum):
    """What a seal vouches for: a decided document, or only that a concept was not changed on its way."""

    OFFICIAL = "official"
    CONCEPT = "concept"
