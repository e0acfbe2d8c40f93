"""Judging a format that is about to be used: as `loading` does, and its codes against the catalogue."""

from collections.abc import Mapping
from types import MappingProxyType

from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import SUPPORT_KINDS, Kind

from .definition import FormatDefinition
from .loading import load_definition
from .tags import KnownCode

_LISTS: Mapping[str, frozenset[Kind]] = {
    "support": SUPPORT_KINDS,
    "by": SUPPORT_KINDS,
    "state": SUPPORT_KINDS,
    "capacity": SUPPORT_KINDS,
    "words": SUPPORT_KINDS,
    "referral": SUPPORT_KINDS,
    "expertise": frozenset({Kind.EXPERTISE, Kind.PARTNER}),
    "facility": frozenset({Kind.FACILITY}),
    "keyfigure": frozenset({Kind.KEY_FIGURE}),
}


def judge(
    text: str | bytes, name: str = "format", *, own_codes: Mapping[str, Kind] = MappingProxyType({})
) -> FormatDefinition:
    """Read a format whose tags name codes of the catalogue; raises `FormatFaults`.

    `own_codes` are those that regions added to the lists; they stand in a database, so a file judged without one that
    uses them is refused.
    """
    return load_definition(text, name, known_code=codes_known(own_codes))


def codes_known(own_codes: Mapping[str, Kind]) -> KnownCode:
    """Whether the catalogue, with what regions added to it, has a code for a kind of tag."""

    def known(kind: str, code: str) -> bool:
        if code in own_codes:
            return own_codes[code] in _LISTS[kind]
        return code in catalogue() and catalogue().entry(code).kind in _LISTS[kind]

    return known
