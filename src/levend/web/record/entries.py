"""Lines of the log as the page tells them, by day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from levend.adoption.queries.record import EventLine, LogLine, StepLine, WrittenLine
from levend.core import clock
from levend.publication.render.words import short_hash
from levend.web.chain.differing import Piece, pieces
from levend.web.record.sentences import (
    event_icon,
    event_notes,
    event_sentence,
    step_sentence,
    written_sentence,
)


@dataclass(frozen=True)
class Entry:
    """One thing that happened, as a sentence. `since` is set where several saves in a row are told as one.

    `before` and `after` are there for an answer; `chapter` and `key` lead to all its texts; `sha256` to a frozen text
    when the reader may open it.
    """

    icon: str
    at: datetime
    sentence: str
    since: datetime | None = None
    words: str = ""
    notes: tuple[str, ...] = ()
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    is_written: bool = False
    chapter: str = ""
    key: str = ""
    short: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Day:
    on: date
    entries: tuple[Entry, ...]


def days_of(lines: Iterable[LogLine]) -> tuple[Day, ...]:
    """The lines of a page, newest first, under their day in Amsterdam."""
    return tuple(
        Day(on, tuple(_told(group)))
        for on, group in groupby(lines, key=lambda line: clock.local_date(line.at))
    )


def _told(lines: Iterable[LogLine]) -> Iterable[Entry]:
    for _same, group in groupby(lines, key=_line_of_typing):
        run = list(group)
        first = run[0]
        if isinstance(first, WrittenLine):
            oldest = run[-1]
            before = oldest.before if isinstance(oldest, WrittenLine) else ""
            yield _written(replace(first, before=before), len(run), oldest.at)
        else:
            for line in run:
                yield _step(line) if isinstance(line, StepLine) else _event(line)


def _line_of_typing(line: LogLine) -> object:
    """Saves of one person at one answer, one after the other, are one thing that somebody did."""
    if isinstance(line, WrittenLine) and not line.was_set_aside:
        return (line.who, line.key)
    return line


def _written(line: WrittenLine, times: int, since: datetime) -> Entry:
    before, after = pieces(line.before, line.after)
    return Entry(
        icon="users" if line.was_set_aside else "pencil",
        at=line.at,
        since=since if times > 1 else None,
        sentence=written_sentence(line, times),
        before=before,
        after=after,
        is_written=True,
        chapter=line.chapter,
        key=line.key,
    )


def _step(line: StepLine) -> Entry:
    return Entry(
        icon="stamp",
        at=line.at,
        sentence=step_sentence(line),
        words=line.words,
        short=short_hash(line.sha256) if line.sha256 else "",
        sha256=line.sha256 if line.readable else "",
    )


def _event(line: LogLine) -> Entry:
    assert isinstance(line, EventLine)  # noqa: S101  (the two other kinds were told before)
    return Entry(
        icon=event_icon(line.event.event),
        at=line.at,
        sentence=event_sentence(line),
        notes=event_notes(line),
    )
