"""Links by which a calendar fetches dates."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.models import User
from levend.accounts.queries.scope import location_for
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound
from levend.rounds.models import CalendarLink

MOST_LINKS = 20
"""Links of one person that work at the same time."""


@dataclass(frozen=True)
class NewCalendarLink:
    """`token` is nowhere else: what is kept cannot give it back."""

    link: CalendarLink
    token: str


@transaction.atomic
def make_calendar_link(*, actor: Actor, location_code: str = "") -> NewCalendarLink:
    """Make a link to the dates of everything that this person follows, or of one school that it may see.

    Raises `NotFound` for a school of somebody else and for who has no account, `Invalid` for too many links.
    """
    if actor.user_id is None:
        raise NotFound
    User.objects.select_for_update().get(pk=actor.user_id)
    location = location_for(actor, location_code) if location_code else None
    if CalendarLink.objects.filter(user_id=actor.user_id, ended_at=None).count() >= MOST_LINKS:
        raise Invalid(_("U hebt al %(most)d links. Trek er eerst een in.") % {"most": MOST_LINKS})
    token = secrets.token_urlsafe(32)
    link = CalendarLink.objects.create(
        user_id=actor.user_id,
        location=location,
        token_sha256=sha256_of(token.encode()),
        created_at=clock.now(),
    )
    record(actor=actor, event="calendar_link_made", subject=f"user:{actor.user_id}", data={"link": link.pk})
    return NewCalendarLink(link, token)


@transaction.atomic
def end_calendar_link(*, actor: Actor, link_id: int) -> CalendarLink:
    """Take a link of one's own back, now; a second time changes nothing. Raises `NotFound`."""
    link = CalendarLink.objects.select_for_update().filter(pk=link_id, user_id=actor.user_id or 0).first()
    if link is None:
        raise NotFound(str(link_id))
    if link.ended_at is None:
        link.ended_at = clock.now()
        link.save(update_fields=["ended_at"])
        record(
            actor=actor, event="calendar_link_ended", subject=f"user:{actor.user_id}", data={"link": link.pk}
        )
    return link
