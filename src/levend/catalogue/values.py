"""What a region decides about a kind of support."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """Agreed as basic support, part of a national norm, or not used in this region. All no when nothing was decided."""

    in_basic_support: bool = False
    in_national_norm: bool = False
    switched_off: bool = False


NOTHING_DECIDED = Setting()
