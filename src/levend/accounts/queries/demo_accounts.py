"""The accounts of a demo installation, each reachable by one word: `director`, `board2`."""

from dataclasses import dataclass

from levend.accounts.enums import Role
from levend.accounts.models import Membership, User
from levend.accounts.models.place import FIELDS


@dataclass(frozen=True)
class DemoAccount:
    """`key` is the part of the address before the at sign."""

    key: str
    name: str
    role: Role
    place: str


def demo_accounts() -> tuple[DemoAccount, ...]:
    """Every demo account with its first role. Empty where the demo region is not loaded."""
    rows = (
        Membership.objects.filter(user__is_demo=True, user__is_active=True, ended_at=None)
        .select_related("user", *FIELDS.values())
        .order_by("user_id", "id")
    )
    first: dict[int, DemoAccount] = {}
    for row in rows:
        key = row.user.email.partition("@")[0]
        first.setdefault(row.user_id, DemoAccount(key, row.user.name, Role(row.role), row.place_name))
    return tuple(first.values())


def demo_user(key: str) -> User | None:
    """The account behind a demo word, or `None`."""
    if not key.isalnum():
        return None
    return (
        User.objects.filter(is_demo=True, is_active=True, email__istartswith=f"{key}@").order_by("id").first()
    )
