"""Markup in the texts of a format.

Pages and papers show every text as it was typed, so markup does no harm; it would stand there for parents to read. Whoever
sends a format with a script in it means harm or made a mistake. Both hear where it stands.
"""

import re
from collections.abc import Iterator

from .messages import say
from .yaml_source import Path, Plain

_ELEMENT = re.compile(r"<\s*[/!?]?\s*[a-zA-Z]|<!--")
_SCHEME = re.compile(r"(?:javascript|vbscript|livescript)\s*:|data\s*:\s*[a-z]+/|file\s*://", re.IGNORECASE)


def markup(data: Plain, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text with an element of HTML or an address that runs something, with its path in the file."""
    if isinstance(data, str):
        if _ELEMENT.search(data):
            yield path, say("sense.markup")
        elif found := _SCHEME.search(data):
            yield path, say("sense.scheme", scheme=found[0].partition(":")[0].strip().lower())
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from markup(part, (*path, index))
    elif isinstance(data, dict):
        for key, part in data.items():
            yield from markup(part, (*path, key))
