"""Where texts stand that somebody wrote: what an app lists, so that a passage can be found and erased there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from levend.audit.engine.passages import Finder, excerpts

CHUNK = 200


@dataclass(frozen=True)
class TextPlace:
    """Rows of one table with the fields that hold texts, plain or in JSON. `label` says what a row is, in Dutch."""

    label: "str | Promise"
    rows: "QuerySet[Any]"  # any model with these fields
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One place of a passage with what stands before and after it."""

    label: str
    before: str
    passage: str
    after: str


def found_in(place: TextPlace, finder: Finder) -> Iterator[Found]:
    """Every place of the passage in these rows."""
    for row in _rows(place):
        for field in place.fields:
            for before, passage, after in excerpts(getattr(row, field), finder):
                yield Found(str(place.label), before, passage, after)


def _rows(place: TextPlace) -> Iterator[Model]:
    yield from place.rows.order_by("pk").iterator(chunk_size=CHUNK)
