"""User text as it is stored. The rule is that of `levend.core.plaintext`, which needs Django for its messages;
a test holds the two equal."""

import re
import unicodedata

_KEPT = {"\n", "\t", "\u200c", "\u200d", "\u00ad"}
_LEFT_OUT = {"Cc", "Cf", "Cs", "Cn", "Co"}
_UNUSUAL = re.compile(r"[^\t\n -~\u00a0-\u017f\u2010-\u2027]")
"""Of the characters that Dutch texts are made of, none is left out: a long text needs no look at each."""


def clean(text: str) -> str:
    """`text` in NFC without control characters and direction overrides, with `\\n` as line end, trimmed."""
    for line_end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    return unicodedata.normalize("NFC", _UNUSUAL.sub(_kept, text)).strip()


def first_left_out(text: str) -> str | None:
    """The first character that `clean` would leave out."""
    return next((character for character in text if not _is_kept(character)), None)


def _kept(found: re.Match[str]) -> str:
    return found.group() if _is_kept(found.group()) else ""


def _is_kept(character: str) -> bool:
    # Tag characters (U+E0020 to U+E007F) spell the flags of regions inside an emoji.
    return (
        character in _KEPT
        or "\U000e0020" <= character <= "\U000e007f"
        or unicodedata.category(character) not in _LEFT_OUT
    )
