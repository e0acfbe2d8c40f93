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


SUPPORT_KINDS = frozenset({Kind.SUPPORT_TYPE, Kind.GROUP, Kind.PROTOCOL})
"""Kinds of which a school says that it offers them, at a level."""
