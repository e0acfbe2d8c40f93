"""A long text as its paragraphs. Plain Python."""

import re

_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> tuple[str, ...]:
    """What stands between empty lines, as it was typed but for white space around it; none is empty."""
    return tuple(part.strip() for part in _EMPTY_LINES.split(text) if part.strip())
