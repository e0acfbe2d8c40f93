"""Whether texts can be read in a consortium's colours: contrast as WCAG 2.2 defines it (success criterion 1.4.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LEAST = 4.5
WHITE, INK, PAPER = "#ffffff", "#17252a", "#f8f7f3"
"""The neutral colours that stand beside each theme, as the stylesheet has them."""

_PAIRS: tuple[tuple[str, str], ...] = (
    *((WHITE, key) for key in ("700", "800", "900")),
    *((INK, key) for key in ("50", "100", "sun", "sun-bg")),
    *(("on-brand", key) for key in ("700", "800", "900")),
    (PAPER, "700"),
    ("900", "100"),
    ("100", "800"),
)
"""Which colour is read on which; a key of the theme or a neutral colour. The second one is blamed."""


@dataclass(frozen=True)
class TooLittle:
    """The colour `key` differs too little from `against`, a key or a neutral colour; `ratio` is 1 to 4.5."""

    key: str
    against: str
    ratio: float


def contrast(one: str, other: str) -> float:
    """The ratio of two colours `#rrggbb`: 1 for equal ones, 21 for black and white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_faults(theme: Mapping[str, str]) -> Iterator[TooLittle]:
    """Every pair that cannot be read. The theme is whole: all ten values."""
    for against, key in _PAIRS:
        ratio = contrast(theme.get(against, against), theme[key])
        if ratio < LEAST:
            yield TooLittle(key, against, ratio)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """Undo the curve of sRGB."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
