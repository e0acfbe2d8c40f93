"""YAML from strangers: read as plain data, with the place of every value.

Read event by event, so that what could hurt is refused before it is built: aliases (a few lines that unfold to
gigabytes), deep nesting, foreign tags, a key that stands twice. Plain words mean what YAML 1.2's core schema says:
`true`, `false`, `null` and numbers; dates and `ja` stay text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from .faults import Fault, FormatFaults
from .messages import YAML_PROBLEMS, say
from .text import first_left_out

MOST_BYTES = 512 * 1024
MOST_DEPTH = 24
MOST_NODES = 50_000

Path: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Source:
    """Plain data, and where each value and each key stands, by its path; lines and columns count from 1."""

    data: Plain = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path, *, of_key: bool = False) -> tuple[int, int]:
        """Where the value (or its key) at `path` stands, or else the nearest part around it."""
        if of_key and path in self.keys:
            return self.keys[path]
        while path not in self.values:
            if not path:
                return (1, 1)
            path = path[:-1]
        return self.values[path]


class _Refused(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_yaml(text: str | bytes, name: str) -> Source:
    """Read one YAML document; raises `FormatFaults` at the first thing that YAML or this reader refuses."""
    try:
        return _Builder(_events(_decoded(text))).document()
    except _Refused as refused:
        raise FormatFaults(name, (refused.fault,)) from None


def _decoded(text: str | bytes) -> str:
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise _Refused(Fault(1, 1, say("file.too_big", most=MOST_BYTES // 1024)))
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = text[: error.start].decode("utf-8", "replace")
        raise _Refused(Fault(*_line_and_column(good), say("file.not_utf8"))) from None


def _line_and_column(before: str) -> tuple[int, int]:
    lines = re.split(r"\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def _events(text: str) -> Iterator[Event]:
    """The events of the text; every complaint of the reader becomes one fault at its place."""
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character)
        line, column = _line_and_column(text[: error.position])
        raise _Refused(Fault(line, column, say("file.control", code=code))) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _Refused(Fault(line, column, _syntax(str(error.problem or error.context)))) from None
    except (YAMLError, ValueError, OverflowError) as error:  # an impossible escape such as "\UFFFFFFFF"
        problem = (str(error).splitlines() or [""])[0]
        raise _Refused(Fault(1, 1, _syntax(problem))) from None


def _syntax(problem: str) -> str:
    """The reader's complaint in Dutch, where it is a frequent one."""
    dutch = next((ours for theirs, ours in YAML_PROBLEMS.items() if problem.startswith(theirs)), problem)
    return say("file.syntax", problem=dutch)


class _Builder:
    """Builds the data of one document from its events."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events = events
        self.source = Source()
        self.nodes = 0

    def document(self) -> Source:
        for event in self.events:
            if isinstance(event, StreamEndEvent):
                raise _Refused(Fault(1, 1, say("file.empty")))
            if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
                raise _refuse(event, "file.directive")
            if isinstance(event, NodeEvent):
                self.source.data = self._node(event, ())
                break
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                raise _refuse(event, "file.two_documents")
        return self.source

    def _node(self, event: Event, path: Path) -> Plain:
        self._guard(event, path)
        self.source.values[path] = _place(event)
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _guard(self, event: Event, path: Path) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _refuse(event, "file.too_many", most=MOST_NODES)
        if len(path) > MOST_DEPTH:
            raise _refuse(event, "file.too_deep", most=MOST_DEPTH)
        if isinstance(event, AliasEvent):
            raise _refuse(event, "file.alias")
        if isinstance(event, NodeEvent) and event.anchor:
            raise _refuse(event, "file.anchor")
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag:
            raise _refuse(event, "file.tag", tag=event.tag)

    def _sequence(self, path: Path) -> list[Plain]:
        items: list[Plain] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Plain]:
        mapping: dict[str, Plain] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            self._guard(event, path)
            key = _scalar(event) if isinstance(event, ScalarEvent) else None
            if not isinstance(key, str) or not key:
                raise _refuse(event, "file.key_not_text")
            inside = (*path, key)
            if key in mapping:
                raise _refuse(event, "file.duplicate_key", key=key, line=self.source.keys[inside][0])
            self.source.keys[inside] = _place(event)
            mapping[key] = self._node(next(self.events), inside)
        return mapping


def _scalar(event: ScalarEvent) -> str | int | float | bool | None:
    text = str(event.value)
    hidden = first_left_out(text)  # escapes such as "\\0" pass the reader
    if hidden is not None:
        raise _refuse(event, "file.control", code=ord(hidden))
    if not event.implicit[0]:  # quoted, or a block of text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _place(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _refuse(event: Event, key: str, /, **values: object) -> _Refused:
    return _Refused(Fault(*_place(event), say(key, **values)))
