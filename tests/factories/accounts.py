"""People: accounts, memberships, and the actor of a person as requests see it."""

from functools import cache
from itertools import count

from django.contrib.auth.hashers import make_password

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership, User
from levend.accounts.models.place import FIELDS
from levend.accounts.queries import actor_for
from levend.accounts.roles import POLICIES
from levend.core import clock
from levend.organisations.queries.places import Place

PASSWORD = "levend-fabriek-2026"
_numbers = count(1)


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def unsaved_user(name: str, email: str) -> User:
    return User(email=email.strip().lower(), name=name, password=_hashed())


def make_user(name: str = "Ellen Verhoef", email: str = "") -> User:
    """An account that can log in with `PASSWORD`."""
    user = unsaved_user(name, email or f"mens{next(_numbers)}@levend.example")
    user.save()
    return user


def make_member(role: Role, place: Place | None, name: str = "", email: str = "") -> User:
    """A person who holds `role` at `place` (`None`: the installation)."""
    user = make_user(name or f"{role.value} {next(_numbers)}", email)
    give_role(user, role, place)
    return user


def unsaved_role(user: User, role: Role, place: Place | None) -> Membership:
    kind = POLICIES[role].place
    where = {FIELDS[kind]: place} if kind in FIELDS else {}
    return Membership(user=user, role=role, since=clock.now(), **where)


def give_role(user: User, role: Role, place: Place | None) -> Membership:
    membership = unsaved_role(user, role, place)
    membership.save()
    return membership


def make_actor(role: Role, place: Place | None, name: str = "") -> Actor:
    """The actor of a new person who holds `role` at `place`."""
    return actor_for(make_member(role, place, name))
