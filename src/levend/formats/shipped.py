"""The formats that come with Levend, as files. Needs no database."""

from functools import cache
from pathlib import Path

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.loading import load_definition

FOLDER = Path(__file__).parent / "definitions"


def shipped_keys() -> tuple[str, ...]:
    """The keys of the shipped formats; a format's file is named after its key."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def shipped_text(key: str) -> str:
    """The text of a shipped format's file; KeyError when none has this key."""
    if key not in shipped_keys():
        raise KeyError(key)
    return (FOLDER / f"{key}.yaml").read_text(encoding="utf-8")


@cache
def shipped_definition(key: str) -> FormatDefinition:
    """The definition of a shipped format; KeyError when none has this key."""
    return load_definition(shipped_text(key), f"{key}.yaml")
