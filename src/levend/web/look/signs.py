"""Signs drawn by Levend: the year ring as logo, as sign of a level, as progress.

Core = the school itself; one ring = more of the school's own; two rings = help from outside;
dashed = growing; empty with a dash = not now. All numbers are in units of the view box.
"""

from math import pi

from django.utils.html import format_html
from django.utils.safestring import SafeString

_MARK = SafeString(
    '<svg class="brand__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">'
    '<circle cx="20" cy="20" r="4.2" fill="var(--levend-sun)"/>'
    '<g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round">'
    '<path d="M20 11.2a8.8 8.8 0 1 1-8.3 5.9"/><path d="M26.6 5.6A15.8 15.8 0 1 1 9.2 8.5"/></g></svg>'
)
_RINGS = SafeString(
    '<svg class="rings" viewBox="0 0 240 240" aria-hidden="true" focusable="false">'
    '<g opacity=".42" fill="none" stroke="currentColor" stroke-linecap="round">'
    '<circle cx="120" cy="120" r="26" stroke-width="5"/><path d="M120 72a48 48 0 1 1-40 21" stroke-width="5"/>'
    '<path d="M150 56a70 70 0 1 1-66 4" stroke-width="4.5"/><path d="M62 49a92 92 0 1 0 104-9" stroke-width="4"/>'
    '<path d="M120 6a114 114 0 1 1-78 31" stroke-width="3.5"/></g>'
    '<circle cx="120" cy="120" r="9" fill="var(--levend-sun)"/></svg>'
)
_CORE = '<circle cx="12" cy="12" r="{}" fill="currentColor"/>'
_RING = '<circle cx="12" cy="12" r="{}" fill="none" stroke="currentColor" stroke-width="{}"/>'
_SIGNS = {
    "basis": _CORE.format("5.2"),
    "plus": _CORE.format("3.7") + _RING.format("7.4", "2"),
    "extra": _CORE.format("3") + _RING.format("6.4", "1.8") + _RING.format("10.2", "1.8"),
    "grow": '<circle cx="12" cy="12" r="7.6" fill="none" stroke="currentColor" stroke-width="2.2"'
    ' stroke-dasharray="3.4 2.57"/>' + _CORE.format("1.7"),
    "none": _RING.format("7.6", "1.6")
    + '<path d="M8.8 12h6.4" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
}


def mark() -> SafeString:
    """The logo."""
    return _MARK


def rings() -> SafeString:
    """The large year rings behind a heading."""
    return _RINGS


def sign(level: str) -> SafeString:
    """The sign of a level: basis, plus, extra, grow or none. The word stands beside it."""
    return format_html(
        '<svg class="g g--{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        level,
        SafeString(_SIGNS[level]),
    )


def ring(done: int, total: int, *, size: int = 56, figure: bool = False) -> SafeString:
    """Progress as a ring of `size` pixels; with `figure` the number done stands in the middle."""
    width = round(4 + size / 18)
    middle = size / 2
    radius = middle - width / 2 - 1
    around = 2 * pi * radius
    share = min(done / total, 1) if total > 0 else 0
    text = format_html(
        '<text x="{m}" y="{m}" text-anchor="middle" dominant-baseline="central" font-size="{s}"'
        ' font-weight="700" fill="currentColor">{n}</text>',
        m=f"{middle:g}",
        s=f"{size / 4.2:.0f}",
        n=done,
    )
    # A round line end would show a dot where nothing has been done yet.
    drawn = format_html(
        '<circle class="ring__fg" cx="{m}" cy="{m}" r="{r}" stroke-width="{w}"'
        ' stroke-dasharray="{d} {a}" transform="rotate(-90 {m} {m})"/>',
        m=f"{middle:g}",
        r=f"{radius:g}",
        w=width,
        d=f"{share * around:.1f}",
        a=f"{around:.1f}",
    )
    return format_html(
        '<svg class="ring" width="{z}" height="{z}" viewBox="0 0 {z} {z}" aria-hidden="true" focusable="false">'
        '<circle class="ring__bg" cx="{m}" cy="{m}" r="{r}" stroke-width="{w}"/>{drawn}{text}</svg>',
        z=size,
        m=f"{middle:g}",
        r=f"{radius:g}",
        w=width,
        drawn=drawn if share else "",
        text=text if figure else "",
    )


def bar(percent: float, kind: str = "") -> SafeString:
    """Progress as a line, in percent; the number stands beside it. `kind` is empty, ok or late."""
    return format_html(
        '<svg class="bar{}" aria-hidden="true" focusable="false"><rect width="{}%" height="100%" rx="4"/></svg>',
        f" bar--{kind}" if kind else "",
        f"{min(max(percent, 0), 100):g}",
    )
