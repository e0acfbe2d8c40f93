"""What a list of people would do, line by line, before anybody is invited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.engine.people_list import Listed
from levend.accounts.enums import Permission, PlaceKind, Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.queries.scope import locations_for
from levend.accounts.roles import POLICIES
from levend.core import clock
from levend.organisations.models import Location

ADDRESS_MAX = 254
ROLE_WORDS: Mapping[str, Role] = {
    "": Role.DIRECTOR,
    "directeur": Role.DIRECTOR,
    "directie": Role.DIRECTOR,
    "schoolleider": Role.DIRECTOR,
    "director": Role.DIRECTOR,
    "schrijver": Role.EDITOR,
    "editor": Role.EDITOR,
    "ib": Role.EDITOR,
    "ib'er": Role.EDITOR,
    "intern begeleider": Role.EDITOR,
    "kwaliteitscoördinator": Role.EDITOR,
}
"""What people write for a role at a school."""


class Outlook(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    HAS_ROLE = "has_role"
    INVITED = "invited"
    TWICE = "twice"
    NO_CODE = "no_code"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    OUTSIDE = "outside"
    NO_ADDRESS = "no_address"
    NO_ROLE = "no_role"
    MAY_NOT = "may_not"


@dataclass(frozen=True)
class PlannedInvitation:
    """A line with what becomes of it. `location` is the school, as far as it is known."""

    person: Listed
    outlook: Outlook
    role: Role | None = None
    location: Location | None = None


@dataclass(frozen=True)
class InvitePlan:
    rows: tuple[PlannedInvitation, ...]

    @property
    def new(self) -> tuple[PlannedInvitation, ...]:
        return tuple(row for row in self.rows if row.outlook is Outlook.NEW)

    @property
    def other(self) -> tuple[PlannedInvitation, ...]:
        return tuple(row for row in self.rows if row.outlook is not Outlook.NEW)

    @property
    def letters(self) -> int:
        """Everybody gets one."""
        return len({row.person.email for row in self.new})


def plan_invitations(actor: Actor, people: Sequence[Listed]) -> InvitePlan:
    """What every line would do, for this actor today (at most four queries and one for each role of the actor's).

    Who was invited and whose link ran out, is invited anew. Raises `NotAllowed` for who invites to no school but an own one.
    """
    rules.can_invite_by_list(actor).require()
    schools = _Schools.of(actor, {each.code for each in people})
    taken = _Taken.of({each.email for each in people})
    seen: set[tuple[str, int, Role]] = set()
    rows: list[PlannedInvitation] = []
    for person in people:
        row = _planned(person, schools)
        if row.outlook is Outlook.NEW and row.location is not None and row.role is not None:
            key = (person.email, row.location.pk, row.role)
            outlook = Outlook.TWICE if key in seen else taken.outlook(key)
            seen.add(key)
            row = PlannedInvitation(person, outlook, row.role, row.location)
        rows.append(row)
    return InvitePlan(tuple(rows))


def is_address(email: str) -> bool:
    """Signs that turn or hide letters are refused: people must see whom they invite."""
    try:
        validate_email(email)
    except ValidationError:
        return False
    return email.isprintable() and len(email) <= ADDRESS_MAX


@dataclass(frozen=True)
class _Schools:
    """The schools of the list by code, and to which roles the actor may invite at each."""

    by_code: Mapping[str, Location]
    invites: Mapping[int, frozenset[Role]]

    @classmethod
    def of(cls, actor: Actor, codes: Iterable[str]) -> "_Schools":
        short = {code for code in codes if len(code) == 4}
        wanted = Q(code__in=set(codes) - short) | Q(school__code__in=short)
        found = list(Location.objects.filter(wanted).order_by("code"))
        invites: dict[int, set[Role]] = {each.pk: set() for each in found}
        if actor.is_system:
            every = {role for role, policy in POLICIES.items() if policy.place is PlaceKind.LOCATION}
            return cls({each.code: each for each in found}, {pk: frozenset(every) for pk in invites})
        for membership in actor.memberships:
            reached = locations_for(actor.only_as(membership), Permission.SEE_PEOPLE).filter(pk__in=invites)
            for pk in reached.values_list("pk", flat=True).order_by("pk"):
                invites[pk] |= POLICIES[membership.role].invites
        return cls({each.code: each for each in found}, {pk: frozenset(own) for pk, own in invites.items()})

    def found(self, code: str) -> tuple[Location | None, Outlook]:
        """A school by its code; a BRIN by itself will do where it has one location."""
        if code in self.by_code:
            return self.by_code[code], Outlook.NEW
        near = [own for own in self.by_code if len(code) == 4 and own.startswith(code)]
        if len(near) == 1:
            return self.by_code[near[0]], Outlook.NEW
        return None, Outlook.SEVERAL if near else Outlook.UNKNOWN if code else Outlook.NO_CODE


@dataclass(frozen=True)
class _Taken:
    """The roles that people of the list have, and for which a letter is on its way."""

    held: frozenset[tuple[str, int, str]]
    invited: frozenset[tuple[str, int, str]]

    @classmethod
    def of(cls, emails: Iterable[str]) -> "_Taken":
        wanted = set(emails)
        held = Membership.objects.filter(user__email__in=wanted, ended_at=None, location__isnull=False)
        waiting = Invitation.objects.filter(
            email__in=wanted,
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=clock.now(),
            location__isnull=False,
        )
        return cls(
            frozenset(held.order_by("pk").values_list("user__email", "location_id", "role")),
            frozenset(waiting.order_by("pk").values_list("email", "location_id", "role")),
        )

    def outlook(self, key: tuple[str, int, Role]) -> Outlook:
        email, location_id, role = key
        plain = (email, location_id, role.value)
        if plain in self.held:
            return Outlook.HAS_ROLE
        return Outlook.INVITED if plain in self.invited else Outlook.NEW


def _planned(person: Listed, schools: _Schools) -> PlannedInvitation:
    """What a line says by itself, whoever has which role already."""
    location, outlook = schools.found(person.code)
    role = ROLE_WORDS.get(person.role)
    if location is None:
        return PlannedInvitation(person, outlook, role)
    invites = schools.invites[location.pk]
    if not invites:
        outlook = Outlook.OUTSIDE
    elif role is None:
        outlook = Outlook.NO_ROLE
    elif role not in invites:
        outlook = Outlook.MAY_NOT
    elif not is_address(person.email):
        outlook = Outlook.NO_ADDRESS
    return PlannedInvitation(person, outlook, role, location)
