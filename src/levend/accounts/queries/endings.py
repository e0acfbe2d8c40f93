"""Roles that may be laid down or ended, and what is asked before that."""

from dataclasses import dataclass
from datetime import date

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.people_places import PeoplePlace, ref_of
from levend.accounts.queries.reach import place_of, roles_reaching
from levend.core import clock
from levend.core.errors import NotFound


@dataclass(frozen=True)
class Ending:
    """A membership that is about to end. `is_last` when nobody else holds the role there."""

    id: int
    place: PeoplePlace
    name: str
    role: Role
    is_self: bool
    is_last: bool


def ending_of(actor: Actor, membership_id: int) -> Ending:
    """What the page asks before a membership ends. Raises NotFound when the actor may not end it, or it has ended."""
    row = (
        Membership.objects.filter(pk=membership_id, ended_at=None)
        .select_related("user", *FIELDS.values())
        .first()
    )
    if row is None:
        raise NotFound(str(membership_id))
    target = place_of(row)
    if not rules.can_end(actor, row, as_roles=roles_reaching(actor, target)):
        raise NotFound(str(membership_id))
    field = FIELDS.get(row.place_kind)
    where = {field: target} if field else {}
    others = Membership.objects.filter(role=row.role, ended_at=None, **where).exclude(pk=row.pk)
    return Ending(
        id=row.pk,
        place=ref_of(row.place_kind, target),
        name=row.user.name,
        role=Role(row.role),
        is_self=row.user_id == actor.user_id,
        is_last=not others.exists(),
    )


@dataclass(frozen=True)
class OwnRole:
    """A role of the actor that can be laid down."""

    id: int
    role: Role
    place: PeoplePlace
    since: date


def own_roles(actor: Actor) -> tuple[OwnRole, ...]:
    """Every role that the actor holds, in the order in which they were given (one query)."""
    if actor.user_id is None:
        return ()
    rows = Membership.objects.filter(user_id=actor.user_id, ended_at=None).select_related(*FIELDS.values())
    return tuple(
        OwnRole(row.pk, Role(row.role), ref_of(row.place_kind, place_of(row)), clock.local_date(row.since))
        for row in rows.order_by("id")
    )
