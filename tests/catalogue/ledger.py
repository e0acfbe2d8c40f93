"""The ledger of codes, `lists/ledger.txt` of the catalogue: every code that was ever given out, in order.

A code means the same for ever, because answers, offers and the figures of years hang on it. Each line holds the version
of its list, the kind, the code, its name at birth, and the first sixteen signs of a SHA-256 over the line before it and
itself: whoever changes or removes a line breaks the chain, so lines can only be added.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from levend.catalogue.engine.entries import Entry
from levend.catalogue.engine.loading import FOLDER
from levend.catalogue.enums import Kind

LEDGER = FOLDER / "ledger.txt"


@dataclass(frozen=True)
class Given:
    """One code, as it was given out."""

    version: int
    kind: Kind
    code: str
    name: str
    link: str


def read_ledger(path: Path = LEDGER) -> tuple[Given, ...]:
    """The lines in order. Raises ValueError for a line that is none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_given(line) for line in lines if line and not line.startswith("#"))


def broken_links(lines: Iterable[Given]) -> Iterator[str]:
    """The codes whose line, or the line before it, is not what it was."""
    before = ""
    for line in lines:
        if line.link != link_of(before, line):
            yield line.code
        before = line.link


def disagreements(lines: Iterable[Given], entries: Iterable[Entry]) -> Iterator[str]:
    """Codes that were given out and are gone or of another kind; codes that nobody wrote down; codes given out twice."""
    standing = {entry.code: entry for entry in entries}
    given: set[str] = set()
    for line in lines:
        if line.code in given:
            yield f"{line.code} was given out twice"
        given.add(line.code)
        if line.code not in standing:
            yield f"{line.code} is gone"
        elif standing[line.code].kind is not line.kind:
            yield f"{line.code} is of another kind"
    for code in standing.keys() - given:
        yield f"{code} is not in the ledger"


def link_of(before: str, line: Given) -> str:
    """The sign that ties a line to all before it."""
    text = f"{before}|{line.version}|{line.kind}|{line.code}|{line.name}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _given(line: str) -> Given:
    version, kind, code, link, name = line.split(" ", 4)
    return Given(int(version), Kind(kind), code, name, link)
