"""Links by which a calendar fetches dates, and what they show."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries import actor_for
from levend.accounts.queries.scope import locations_for
from levend.core.canonical import sha256_of
from levend.core.errors import NotFound
from levend.rounds.models import CalendarLink
from levend.rounds.queries.calendar_dates import MOST_SCHOOLS, CalendarDate, dates_for


@dataclass(frozen=True)
class CalendarFeed:
    name: str
    dates: tuple[CalendarDate, ...]


@dataclass(frozen=True)
class LinkRow:
    """A link that works; `school` is empty for one to everything."""

    id: int
    school: str
    code: str
    created_at: datetime


def own_calendar_links(actor: Actor) -> tuple[LinkRow, ...]:
    """The links of this person that work, newest first (one query)."""
    rows = CalendarLink.objects.filter(user_id=actor.user_id or 0, ended_at=None).select_related("location")
    return tuple(
        LinkRow(
            row.pk,
            row.location.name if row.location else "",
            row.location.code if row.location else "",
            row.created_at,
        )
        for row in rows.order_by("-created_at", "-pk")
    )


def schools_to_link(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Code and name of schools for a link of their own; none for who follows more than a list can hold."""
    rows = list(locations_for(actor).order_by("name", "code").values_list("code", "name")[: MOST_SCHOOLS + 1])
    return tuple(rows) if len(rows) <= MOST_SCHOOLS else ()


def feed_by_token(token: str) -> CalendarFeed:
    """What the link shows now, by the rights that its maker has now.

    Raises `NotFound` for a link that never was or was taken back, for who left, and for a school one no longer sees.
    """
    link = (
        CalendarLink.objects.filter(token_sha256=sha256_of(token.encode()), ended_at=None)
        .select_related("user", "location")
        .first()
    )
    if link is None:
        raise NotFound
    actor = actor_for(link.user)
    if not actor.memberships:
        raise NotFound
    if link.location is None:
        return CalendarFeed(_("Ondersteuningsprofielen"), dates_for(actor))
    if not locations_for(actor).filter(pk=link.location.pk).exists():
        raise NotFound
    return CalendarFeed(link.location.name, dates_for(actor, link.location.pk))
