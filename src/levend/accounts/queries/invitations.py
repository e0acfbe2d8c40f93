"""What the holder of an invitation's link may see of it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from levend.accounts.enums import Role
from levend.accounts.models import Invitation, User
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import NotFound, NotNow


@dataclass(frozen=True)
class OpenInvitation:
    email: str
    role: Role
    place: str
    inviter: str
    until: date
    has_account: bool


def invitation_for(token: str) -> OpenInvitation:
    """The invitation of a link.

    Raises `NotFound` for an unknown or withdrawn link, `NotNow` for one that was used or has expired: the link is
    no way to log in.
    """
    row = (
        Invitation.objects.filter(token_sha256=sha256_of(token.encode()), withdrawn_at=None)
        .select_related("invited_by")
        .first()
    )
    if row is None:
        raise NotFound
    if row.accepted_at is not None:
        raise NotNow(_("U hebt deze uitnodiging al aangenomen. Log in met uw e-mailadres en wachtwoord."))
    if row.expires_at <= clock.now():
        raise NotNow(_("Deze uitnodiging is verlopen. Vraag wie u uitnodigde om een nieuwe te sturen."))
    return OpenInvitation(
        email=row.email,
        role=Role(row.role),
        place=row.place_name,
        inviter=row.invited_by.name if row.invited_by else "",
        until=clock.local_date(row.expires_at),
        has_account=User.objects.filter(email__iexact=row.email).exists(),
    )
