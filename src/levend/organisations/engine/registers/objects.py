"""JSON of the register: pages of objects, in whatever they are wrapped; as rows like those of a table."""

import json
from collections.abc import Iterator, Mapping

from levend.core.plaintext import clean
from levend.organisations.engine.registers.reading import RegisterRow, decoded
from levend.organisations.errors import RegisterFault, UnreadableRegister

_DEEPEST = 12


def is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def raw_objects(data: bytes, key: str) -> list[Mapping[str, object]]:
    """Every object that has `key`. Raises `UnreadableRegister` where there is none, or no JSON."""
    try:
        found = list(_having(json.loads(decoded(data)), key, 0))
    except (ValueError, RecursionError):
        raise UnreadableRegister(RegisterFault.BINARY) from None
    if not found:
        raise UnreadableRegister(RegisterFault.OTHER_KIND, key)
    return found


def objects_of(data: bytes, key: str) -> tuple[RegisterRow, ...]:
    """The objects with `key` as rows, named as the columns of the table would be; the line is their number."""
    return tuple(
        RegisterRow(
            line, {name.upper(): plain_value(value) for name, value in each.items() if not _is_deep(value)}
        )
        for line, each in enumerate(raw_objects(data, key), start=1)
    )


def plain_value(value: object) -> str:
    """As a cell has it: nothing for null."""
    return "" if value is None else " ".join(clean(str(value)).split())


def _is_deep(value: object) -> bool:
    return isinstance(value, dict | list)


def _having(value: object, key: str, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _having(each, key, depth + 1)
    elif isinstance(value, dict):
        if key in value:
            yield value
        else:
            for each in value.values():
                yield from _having(each, key, depth + 1)
