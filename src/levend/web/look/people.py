"""A person as a round sign with initials."""

from hashlib import sha256

from django.utils.html import format_html
from django.utils.safestring import SafeString

_COLOURS = ("", " avatar--2", " avatar--3", " avatar--4")
_SMALL_WORDS = {"van", "de", "der", "den", "het", "ter", "ten", "te", "el", "al", "in", "op", "la", "le"}


def initials(name: str) -> str:
    """At most two letters: of the first and of the last name; *Joost van Dijk* gives *JD*."""
    words = [word for word in name.split() if word.lower() not in _SMALL_WORDS] or name.split()
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def avatar(name: str, small: bool = False) -> SafeString:
    """The sign of a person; always beside the name, so it is hidden from a screen reader."""
    colour = _COLOURS[sha256(name.encode()).digest()[0] % len(_COLOURS)]
    return format_html(
        '<span class="avatar{}{}" aria-hidden="true">{}</span>',
        colour,
        " avatar--s" if small else "",
        initials(name),
    )
