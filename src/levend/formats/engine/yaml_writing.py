"""A format's data as the text of a file.

What is written here and read again by `yaml_source` is the same data, and the same data is always the same text:
names stand in the order of the format language, whatever order they came in. Comments of a file that was read are no
data, so they are not in what is written.
"""

import re
from collections.abc import Iterator, Mapping

from .yaml_source import Plain

ORDER = (
    "type", "key", "version", "number", "title", "description", "language", "school_types", "intro", "field",
    "code", "level", "label", "text", "help", "why", "required", "audience", "max_length", "minimum", "maximum",
    "tags", "options", "exclusive", "columns", "levels", "parts", "at_basic", "entries", "namely_for", "condition",
    "items", "chapters",
)  # fmt: skip
"""Every name of the format language; names that it does not know come after them."""

_WIDTH = 110
_PLAIN = re.compile(r"[^\W\d_][\w .,;()/'’‘“”?!–&+-]*(?<! )")
_PLAIN_IN_FLOW = re.compile(r"[^\W\d_][\w .'’-]*(?<! )")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""What YAML, in one of its versions, takes for something else than text."""
_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")
_ESCAPED = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
)
_NO_BLOCK = re.compile(r"\A[ \n\t]|[\t\r\x85\u2028\u2029]|^ +$|\n\Z", re.MULTILINE)


def to_yaml(data: Mapping[str, Plain]) -> str:
    """The text of a file. Raises ValueError for a number that a format file cannot hold, such as 1e30."""
    return "\n".join(_mapping(data, 0)) + "\n"


def _mapping(data: Mapping[str, Plain], indent: int) -> Iterator[str]:
    for name in sorted(data, key=_place):
        yield from _entry(name, data[name], indent)


def _place(name: str) -> tuple[int, str]:
    return (ORDER.index(name), "") if name in ORDER else (len(ORDER), name)


def _entry(name: str, value: Plain, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{_scalar(name)}:"
    inside = indent + 2
    if isinstance(value, str) and "\n" in value and (block := _block(value, inside)):
        yield f"{head} {block}"
    elif isinstance(value, dict) and value:
        short = f"{head} {_flow(value)}"
        if len(short) <= _WIDTH and _is_one_line(value):
            yield short
        else:
            yield head
            yield from _mapping(value, inside)
    elif isinstance(value, list) and value:
        short = f"{head} {_flow(value)}"
        if len(short) <= _WIDTH and not any(isinstance(part, dict | list) for part in value):
            yield short
        else:
            yield head
            for part in value:
                yield from _item(part, inside)
    else:
        yield f"{head} {_flow(value) if isinstance(value, dict | list) else _scalar(value)}"


def _item(part: Plain, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}- "
    if isinstance(part, dict) and part:
        short = f"{head}{_flow(part)}"
        if len(short) > _WIDTH or not _is_one_line(part):
            first, *rest = _mapping(part, indent + 2)
            yield head + first[indent + 2 :]
            yield from rest
            return
        yield short
    else:
        yield f"{head}{_flow(part)}"


def _is_one_line(value: Plain) -> bool:
    if isinstance(value, str):
        return "\n" not in value
    if isinstance(value, dict):
        return all(_is_one_line(part) for part in value.values())
    return all(_is_one_line(part) for part in value) if isinstance(value, list) else True


def _flow(value: Plain) -> str:
    """The value on one line."""
    if isinstance(value, dict):
        parts = (f"{_scalar(name, flow=True)}: {_flow(value[name])}" for name in sorted(value, key=_place))
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    return _scalar(value, flow=True)


def _scalar(value: str | int | float | bool | None, *, flow: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        plain = (_PLAIN_IN_FLOW if flow else _PLAIN).fullmatch(value)
        return value if plain and value.casefold() not in _WORDS else f'"{value.translate(_ESCAPED)}"'
    text = repr(value)
    if isinstance(value, float) and not _DECIMAL.fullmatch(text):
        raise ValueError(f"{value} cannot stand in a format")
    if isinstance(value, int) and len(text.lstrip("-")) > 15:
        raise ValueError(f"{value} cannot stand in a format")
    return text


def _block(text: str, indent: int) -> str:
    """Lines as they are under a `|`; empty for a text that a block of lines would not keep to the letter."""
    body = text.removesuffix("\n")
    if not body or _NO_BLOCK.search(body):
        return ""
    pad = " " * indent
    lines = body.split("\n")
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join([mark, *(f"{pad}{line}" if line else "" for line in lines)])
