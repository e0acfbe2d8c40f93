"""The light marks of a long text: an empty line, `- ` lists, `**strong**`, a web address.

Everything else is text as typed; nothing is an error. Reading takes time in proportion to the length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Words; inside a paragraph, a line end is kept as "\\n"."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Words with emphasis."""

    text: str


@dataclass(frozen=True)
class Link:
    """A web address, http or https, shown as typed."""

    url: str

    @property
    def text(self) -> str:
        return self.url


Run: TypeAlias = Text | Strong | Link


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Bullets:
    """A list; each item is a row of runs."""

    items: tuple[tuple[Run, ...], ...]


Block: TypeAlias = Paragraph | Bullets

_MARK = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|(?P<url>https?://[^\s<>\"'`|\\^{}]+)", re.IGNORECASE)
_AFTER_URL = ".,;:!?)]*…"


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order."""
    blocks: list[Block] = []
    for kind, lines in _groups(text):
        if kind == "list":
            blocks.append(Bullets(tuple(tuple(_runs(item)) for item in lines)))
        else:
            blocks.append(Paragraph(tuple(_runs("\n".join(lines)))))
    return tuple(blocks)


def words(text: str) -> str:
    """The text without its marks, for search and counting."""
    return "\n".join(
        "\n".join("".join(run.text for run in item) for item in block.items)
        if isinstance(block, Bullets)
        else "".join(run.text for run in block.runs)
        for block in parse(text)
    )


def _groups(text: str) -> Iterator[tuple[str, list[str]]]:
    """Neighbouring lines of one kind; a line that is indented under a list item goes on with that item."""
    kind, lines = "", list[str]()
    for line in [*text.splitlines(), ""]:
        bare = line.strip()
        if bare.startswith("- ") and bare[2:].strip():
            here, bare = "list", bare[2:].strip()
        elif kind == "list" and bare and line[:1] in " \t":
            lines[-1] = f"{lines[-1]} {bare}"
            continue
        else:
            here = "lines" if bare else ""
        if here != kind and lines:
            yield kind, lines
            lines = []
        kind = here
        if bare:
            lines.append(bare)


def _runs(line: str) -> Iterator[Run]:
    end = 0
    for match in _MARK.finditer(line):
        run = _marked(match)
        if run is None:
            continue
        if match.start() > end:
            yield Text(line[end : match.start()])
        yield run
        end = match.end() if isinstance(run, Strong) else match.start() + len(run.text)
    if end < len(line):
        yield Text(line[end:])


def _marked(match: re.Match[str]) -> Run | None:
    strong = match["strong"]
    if strong is not None:
        return Strong(strong) if strong == strong.strip() else None
    url = match["url"].rstrip(_AFTER_URL)
    return Link(url) if len(url.partition("://")[2]) > 3 else None
