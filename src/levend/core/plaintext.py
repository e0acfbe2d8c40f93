"""User text as it is stored: plain, composed, with one kind of line end."""

import unicodedata

from django.utils.translation import gettext as _

from levend.core.errors import Invalid

_KEPT_CONTROLS = {"\n", "\t"}
# A zero-width joiner binds emoji; the other format characters can hide or reverse text.
_KEPT_FORMATS = {"\u200d", "\u200c", "\u00ad"}


def clean(text: str, *, max_length: int | None = None) -> str:
    """Return `text` in NFC without control characters and with `\\n` as line end, trimmed at both ends.

    Lone surrogates, control characters and direction overrides are left out; `max_length` counts
    characters after cleaning. Raises `Invalid` when the text is longer.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = "".join(character for character in text if _is_kept(character))
    cleaned = unicodedata.normalize("NFC", kept).strip()
    if max_length is not None and len(cleaned) > max_length:
        raise Invalid(
            _("Deze tekst is te lang: %(length)d tekens. Maak er hoogstens %(most)d van.")
            % {"length": len(cleaned), "most": max_length}
        )
    return cleaned


def _is_kept(character: str) -> bool:
    if character in _KEPT_CONTROLS or character in _KEPT_FORMATS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Co"} or _is_tag(character)


def _is_tag(character: str) -> bool:
    """Tag characters spell the flags of regions (Unicode Technical Standard 51)."""
    return 0xE0020 <= ord(character) <= 0xE007F
