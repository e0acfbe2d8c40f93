"""How a version stands on a day, and the list of versions beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from levend.publication.models import PublishedVersion
from levend.publication.render.words import short_hash

DAY = timedelta(days=1)


class Standing(StrEnum):
    """Of a version that is shown; a withdrawn one is not."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"
    FORMER = "former"
    """Another one took its place."""
    LAPSED = "lapsed"
    """Its term ended and no other took its place."""


@dataclass(frozen=True)
class VersionLine:
    """A version in the list: `until` is its last day, by its regime, its successor or its withdrawal."""

    since: date
    until: date
    adopted_on: date
    mark: str
    is_shown: bool
    is_withdrawn: bool
    is_upcoming: bool


def version_lines(
    shown: PublishedVersion, versions: Sequence[PublishedVersion], on: date
) -> tuple[VersionLine, ...]:
    """`versions` are all published ones of the location, newest first; one that never held a whole day is left out."""
    lines = []
    follows: date | None = None
    for version in versions:
        adoption = version.adoption
        ends = [day - DAY for day in (adoption.ended_on, follows) if day is not None]
        until = min([adoption.valid_until, *ends])
        if until >= adoption.valid_from or version.pk == shown.pk:
            lines.append(
                VersionLine(
                    since=adoption.valid_from,
                    until=until,
                    adopted_on=adoption.adopted_on,
                    mark=short_hash(version.sha256),
                    is_shown=version.pk == shown.pk,
                    is_withdrawn=adoption.is_withdrawn(on),
                    is_upcoming=adoption.valid_from > on,
                )
            )
        follows = adoption.valid_from
    return tuple(lines)


def standing_of(shown: VersionLine, lines: Sequence[VersionLine], on: date) -> Standing:
    """How the shown version stands on a day."""
    if shown.since > on:
        return Standing.UPCOMING
    if shown.until >= on:
        return Standing.IN_FORCE
    begun = [line.since for line in lines if line.since <= on]
    return Standing.FORMER if max(begun) > shown.since else Standing.LAPSED


def since_words(standing: Standing) -> str:
    """What stands before the first day."""
    return {
        Standing.IN_FORCE: _("In gebruik sinds"),
        Standing.UPCOMING: _("Geldt vanaf"),
        Standing.FORMER: _("Gold vanaf"),
        Standing.LAPSED: _("Gold vanaf"),
    }[standing]
