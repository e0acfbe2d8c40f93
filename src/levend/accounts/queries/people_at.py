"""Who is at one place, who is invited, and what the actor may do about it."""

from dataclasses import dataclass
from datetime import date

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.people_places import INSTALLATION_KEY, PeoplePlace, ref_of
from levend.accounts.queries.reach import place_of, roles_reaching
from levend.accounts.roles import POLICIES
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.notifications.queries import failures
from levend.organisations.models import Board, Consortium, ConsortiumGroup, Location, ParticipationCouncil
from levend.organisations.queries.places import Place


@dataclass(frozen=True)
class Member:
    """A role that somebody holds. `can_end` says whether the actor may end it."""

    id: int
    name: str
    email: str
    role: Role
    since: date
    is_self: bool
    can_end: Decision


@dataclass(frozen=True)
class PendingInvitation:
    """A letter that was not answered. `trouble` says why it could not be delivered, empty when nothing is known."""

    id: int
    email: str
    role: Role
    until: date
    has_expired: bool
    trouble: str
    can_renew: Decision


@dataclass(frozen=True)
class PeopleAt:
    """`invitable` are the roles to which the actor may invite here; `target` is the place itself."""

    place: PeoplePlace
    target: Place | None
    members: tuple[Member, ...]
    invitations: tuple[PendingInvitation, ...]
    invitable: tuple[Role, ...]


def people_at(actor: Actor, kind: PlaceKind, key: str) -> PeopleAt:
    """Members by name, open invitations by address. Raises NotFound for a place whose people the actor may not see."""
    target = _find(kind, key)
    as_roles = roles_reaching(actor, target)
    if not as_roles or not _may_see(actor, target):
        raise NotFound(key)
    where: dict[str, Place | Role] = {FIELDS[kind]: target} if target is not None else {"role": Role.OPERATOR}
    invitable = tuple(
        role
        for role, policy in POLICIES.items()
        if policy.place is kind and rules.can_invite(actor, role, as_roles=as_roles)
    )
    members = (
        Membership.objects.filter(**where, ended_at=None).select_related("user").order_by("user__name", "id")
    )
    return PeopleAt(
        place=ref_of(kind, target),
        target=target,
        members=tuple(_member(actor, row, as_roles) for row in members),
        invitations=_pending(actor, where, as_roles),
        invitable=invitable,
    )


def invitation_at(actor: Actor, invitation_id: int) -> tuple[PeopleAt, PendingInvitation]:
    """An open invitation with the people of its place. Raises NotFound unless the actor may renew it."""
    row = (
        Invitation.objects.filter(pk=invitation_id, accepted_at=None, withdrawn_at=None)
        .select_related(*FIELDS.values())
        .first()
    )
    if row is None:
        raise NotFound(str(invitation_id))
    people = people_at(actor, row.place_kind, ref_of(row.place_kind, place_of(row)).key)
    found = next(invitation for invitation in people.invitations if invitation.id == invitation_id)
    if not found.can_renew:
        raise NotFound(str(invitation_id))
    return people, found


def _find(kind: PlaceKind, key: str) -> Place | None:
    """The place with this key; none for the installation. Raises NotFound."""
    found: Place | None = None
    match kind:
        case PlaceKind.LOCATION:
            found = Location.objects.filter(code=key).first()
        case PlaceKind.BOARD:
            found = Board.objects.filter(code=key).first()
        case PlaceKind.CONSORTIUM:
            found = Consortium.objects.filter(code=key).first()
        case PlaceKind.GROUP:
            found = ConsortiumGroup.objects.filter(code=key).first()
        case PlaceKind.COUNCIL if key.isdecimal() and len(key) < 18:
            found = ParticipationCouncil.objects.filter(pk=int(key)).first()
    if found is None and (kind is not PlaceKind.INSTALLATION or key != INSTALLATION_KEY):
        raise NotFound(key)
    return found


def _may_see(actor: Actor, target: Place | None) -> bool:
    """At a consortium or group only who looks after its people; elsewhere whose role reaches it."""
    if isinstance(target, Consortium | ConsortiumGroup) and not actor.holds(Role.OPERATOR):
        kind = PlaceKind.CONSORTIUM if isinstance(target, Consortium) else PlaceKind.GROUP
        return target.pk in actor.places(kind, Permission.SEE_PEOPLE)
    return True


def _member(actor: Actor, row: Membership, as_roles: frozenset[Role]) -> Member:
    return Member(
        id=row.pk,
        name=row.user.name,
        email=row.user.email,
        role=Role(row.role),
        since=clock.local_date(row.since),
        is_self=row.user_id == actor.user_id,
        can_end=rules.can_end(actor, row, as_roles=as_roles),
    )


def _pending(
    actor: Actor, where: dict[str, Place | Role], as_roles: frozenset[Role]
) -> tuple[PendingInvitation, ...]:
    rows = Invitation.objects.filter(**where, accepted_at=None, withdrawn_at=None).order_by("email", "id")
    troubles = failures(row.letter_key for row in rows)
    return tuple(
        PendingInvitation(
            id=row.pk,
            email=row.email,
            role=Role(row.role),
            until=clock.local_date(row.expires_at),
            has_expired=row.expires_at <= clock.now(),
            trouble=troubles.get(row.letter_key, ""),
            can_renew=rules.can_invite(actor, Role(row.role), as_roles=as_roles),
        )
        for row in rows
    )
