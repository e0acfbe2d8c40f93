"""Codes and their names."""

from levend.catalogue.engine.entries import Entry
from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import SUPPORT_KINDS, Kind
from levend.catalogue.errors import UnknownCode


def entry(code: str) -> Entry:
    """The entry of a code. Raises UnknownCode."""
    return catalogue().entry(code)


def entries(kind: Kind, *, school_type: str | None = None) -> tuple[Entry, ...]:
    """A list in its own order, for one school type ("bao") when given."""
    return catalogue().of_kind(kind, school_type=school_type)


def is_code(code: str, *kinds: Kind) -> bool:
    """Whether the catalogue has this code, in one of these lists when given."""
    return code in catalogue() and (not kinds or entry(code).kind in kinds)


def label(code: str, language: str = "nl", *, plain: bool = False) -> str:
    """The name of a code in a language; `plain` gives the words for parents. Raises UnknownCode."""
    return entry(code).label(language, plain=plain)


def support_type(code: str) -> Entry:
    """What a school can offer at a level: a support type, a group or a protocol. Raises UnknownCode for another code."""
    found = entry(code)
    if found.kind not in SUPPORT_KINDS:
        raise UnknownCode(code)
    return found


def support_types(*, school_type: str | None = None) -> tuple[Entry, ...]:
    """The support types, by domain in the order of the domains."""
    found = catalogue()
    return tuple(
        entry
        for domain in found.of_kind(Kind.DOMAIN)
        for entry in found.in_domain(domain.code)
        if school_type is None or school_type in entry.school_types
    )
