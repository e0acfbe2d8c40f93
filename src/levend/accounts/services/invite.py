"""Invite a person to a role, and take that back."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership
from levend.accounts.models.place import FIELDS
from levend.accounts.queries.invite_plan import is_address
from levend.accounts.queries.reach import place_of, roles_reaching
from levend.accounts.roles import POLICIES
from levend.audit.services import record
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotFound
from levend.notifications.services import queue_mail
from levend.organisations.models import ParticipationCouncil
from levend.organisations.queries.places import Place

VALID_FOR = timedelta(days=14)


@transaction.atomic
def invite(*, actor: Actor, email: str, role: Role, place: Place | None) -> Invitation:
    """Send a letter with a personal link, valid for fourteen days.

    An earlier open invitation of the same person to the same role is withdrawn: only the last link works.
    Raises `Invalid` for an address that is none, or for who already has the role.
    """
    email = _address(email)
    kind = POLICIES[role].place
    where = {FIELDS[kind]: place} if kind in FIELDS else {}
    rules.can_invite(actor, role, as_roles=roles_reaching(actor, place)).require()
    if Membership.objects.filter(user__email=email, role=role, ended_at=None, **where).exists():
        raise Invalid(
            _("Deze persoon heeft deze rol hier al."), {"email": _("Deze persoon heeft deze rol hier al.")}
        )
    now = clock.now()
    Invitation.objects.filter(email=email, role=role, accepted_at=None, withdrawn_at=None, **where).update(
        withdrawn_at=now
    )
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email,
        role=role,
        token_sha256=sha256_of(token.encode()),
        invited_by_id=actor.user_id,
        created_at=now,
        expires_at=now + VALID_FOR,
        **where,
    )
    record(
        actor=actor, event="person_invited", subject=f"invitation:{invitation.pk}", data={"role": role.value}
    )
    queue_mail(
        to=email,
        template="invitation",
        context={
            "inviter": actor.name,
            "role": str(role.label),
            "place": invitation.place_name,
            "url": settings.LEVEND_BASE_URL + reverse("accept_invitation", args=[token]),
            "until": clock.local_date(invitation.expires_at).isoformat(),
        },
        key=f"invitation:{invitation.pk}",
        about=f"{kind}:{place.code}" if place and not isinstance(place, ParticipationCouncil) else "",
    )
    return invitation


@transaction.atomic
def withdraw_invitation(*, actor: Actor, invitation_id: int) -> Invitation:
    """Make an invitation that was not accepted useless. A second time changes nothing."""
    invitation = Invitation.objects.select_for_update(of=("self",)).filter(pk=invitation_id).first()
    if invitation is None:
        raise NotFound
    as_roles = roles_reaching(actor, place_of(invitation))
    if not rules.can_invite(actor, Role(invitation.role), as_roles=as_roles):
        raise NotFound
    if invitation.accepted_at is None and invitation.withdrawn_at is None:
        invitation.withdrawn_at = clock.now()
        invitation.save(update_fields=["withdrawn_at"])
        record(actor=actor, event="invitation_withdrawn", subject=f"invitation:{invitation.pk}", data={})
    return invitation


def _address(email: str) -> str:
    email = email.strip().lower()
    if not is_address(email):
        message = _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.")
        raise Invalid(message, {"email": message})
    return email
