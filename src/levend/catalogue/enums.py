"""The lists of the catalogue."""

from enum import StrEnum


class Kind(StrEnum):
    """A list; the value is the name of its file."""

    DOMAIN = "domains"
    SUPPORT_TYPE = "support_types"
    EXPERTISE = "expertise"
    GROUP = "groups"
    FACILITY = "facilities"
    PROTOCOL = "protocols"
    PARTNER = "partners"
    KEY_FIGURE = "key_figures"


LISTS = (Kind.GROUP, Kind.PROTOCOL, Kind.EXPERTISE, Kind.FACILITY, Kind.PARTNER)
"""The lists of which a region decides besides the support types; each stands by itself, without domains."""

SUPPORT_KINDS = frozenset({Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL})
"""Kinds of which a school says that it offers them, at a level."""
