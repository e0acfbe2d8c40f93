"""What the holder of an invitation's link may see of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts.enums import Role
from levend.accounts.models import Invitation, User
from levend.accounts.models.place import FIELDS
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import NotFound, NotNow


@dataclass(frozen=True)
class InvitedTo:
    """A role at a place; without a name it is the installation."""

    role: Role
    place: str


@dataclass(frozen=True)
class OpenInvitation:
    """`name` is what the inviter called this person, empty where nobody said."""

    email: str
    name: str
    to: tuple[InvitedTo, ...]
    inviter: str
    until: date
    has_account: bool

    @property
    def only(self) -> InvitedTo | None:
        """What it is for, where that is one thing."""
        return self.to[0] if len(self.to) == 1 else None


def invitation_for(token: str) -> OpenInvitation:
    """The invitation of a link, with all that stands in its letter.

    Raises `NotFound` for an unknown or withdrawn link, `NotNow` for one that was used or has expired: the link is
    no way to log in.
    """
    sha256 = sha256_of(token.encode())
    rows = list(
        Invitation.objects.filter(
            Q(token_sha256=sha256) | Q(in_letter_of__token_sha256=sha256), withdrawn_at=None
        )
        .select_related("invited_by", *FIELDS.values())
        .order_by("pk")
    )
    if not rows:
        raise NotFound
    waiting = [row for row in rows if row.accepted_at is None]
    if not waiting:
        raise NotNow(_("U hebt deze uitnodiging al aangenomen. Log in met uw e-mailadres en wachtwoord."))
    first = waiting[0]
    if first.expires_at <= clock.now():
        raise NotNow(_("Deze uitnodiging is verlopen. Vraag wie u uitnodigde om een nieuwe te sturen."))
    return OpenInvitation(
        email=first.email,
        name=first.name,
        to=tuple(InvitedTo(Role(row.role), row.place_name) for row in waiting),
        inviter=first.invited_by.name if first.invited_by else "",
        until=clock.local_date(first.expires_at),
        has_account=User.objects.filter(email__iexact=first.email).exists(),
    )
