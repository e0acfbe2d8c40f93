"""Invite the people of a list: everybody gets one letter, with one link for all schools in it."""

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.engine.people_list import Listed
from levend.accounts.models import Invitation, User
from levend.accounts.queries.invite_plan import InvitePlan, PlannedInvitation, plan_invitations
from levend.accounts.services.invite import VALID_FOR
from levend.audit.services import record_many
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.plaintext import clean
from levend.notifications.services import queue_mail


@transaction.atomic
def invite_list(*, actor: Actor, people: Sequence[Listed]) -> InvitePlan:
    """Send the letters that the plan of these lines shows; return that plan, as it was carried out.

    A line that is no longer new, because somebody else was first or it was sent before, is left alone. A link whose
    time ran out is replaced. Raises `NotAllowed`.
    """
    User.objects.select_for_update().filter(pk=actor.user_id or 0).first()  # one click of a person at a time
    plan = plan_invitations(actor, people)
    for email in dict.fromkeys(row.person.email for row in plan.new):
        _invite(actor, email, [row for row in plan.new if row.person.email == email])
    return plan


def _invite(actor: Actor, email: str, rows: Sequence[PlannedInvitation]) -> None:
    """All of one person. The first invitation has the link, the others stand in its letter."""
    now = clock.now()
    token = secrets.token_urlsafe(32)
    lead: Invitation | None = None
    made: list[Invitation] = []
    for row in rows:
        assert row.role is not None  # noqa: S101  (a new line has one, and a school)
        Invitation.objects.filter(
            email=email, role=row.role, location=row.location, accepted_at=None, withdrawn_at=None
        ).update(withdrawn_at=now)
        secret = token if lead is None else secrets.token_urlsafe(32)  # nobody gets to know the others
        invitation = Invitation.objects.create(
            email=email,
            name=" ".join(clean(row.person.name).split()),
            role=row.role,
            location=row.location,
            token_sha256=sha256_of(secret.encode()),
            in_letter_of=lead,
            invited_by_id=actor.user_id,
            created_at=now,
            expires_at=now + VALID_FOR,
        )
        lead = lead or invitation
        made.append(invitation)
    assert lead is not None  # noqa: S101  (nobody is invited to nothing)
    record_many(
        actor=actor,
        happened=[("person_invited", f"invitation:{each.pk}", {"role": str(each.role)}) for each in made],
    )
    _write(actor, lead, made, token)


def _write(actor: Actor, lead: Invitation, made: Sequence[Invitation], token: str) -> None:
    context: dict[str, str | int] = {
        "inviter": actor.name,
        "url": settings.LEVEND_BASE_URL + reverse("accept_invitation", args=[token]),
        "until": clock.local_date(lead.expires_at).isoformat(),
    }
    if len(made) == 1:
        context |= {"role": str(lead.get_role_display()), "place": lead.place_name}
    else:
        lines = "\n".join(f"- {each.place_name} ({each.get_role_display()})" for each in made)
        context |= {"count": len(made), "places": lines}
    assert lead.location is not None  # noqa: S101  (a school's)
    queue_mail(
        to=lead.email,
        template="invitation" if len(made) == 1 else "invitation_several",
        context=context,
        key=f"invitation:{lead.pk}",
        about=f"location:{lead.location.code}",
    )
