"""Open invitations: sending them again and taking them back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from levend.accounts.queries.people_at import invitation_at
from levend.accounts.services import invite, withdraw_invitation
from levend.core.errors import Invalid
from levend.web.requests import LevendRequest


@require_POST
def renew(request: LevendRequest, invitation_id: int) -> HttpResponse:
    """Send a new letter with a new link; the link of the former letter no longer works."""
    people, invitation = invitation_at(request.actor, invitation_id)
    try:
        invite(actor=request.actor, email=invitation.email, role=invitation.role, place=people.target)
    except Invalid as refused:
        messages.error(request, str(refused))
    else:
        words = _(
            "Er is een nieuwe brief onderweg naar %(email)s. De link in de vorige brief werkt niet meer."
        )
        messages.success(request, words % {"email": invitation.email})
    return redirect("people_at", people.place.kind, people.place.key)


@require_POST
def withdraw(request: LevendRequest, invitation_id: int) -> HttpResponse:
    """Make the link useless."""
    people, invitation = invitation_at(request.actor, invitation_id)
    withdraw_invitation(actor=request.actor, invitation_id=invitation_id)
    words = _("De uitnodiging voor %(email)s is ingetrokken. De link werkt niet meer.")
    messages.success(request, words % {"email": invitation.email})
    return redirect("people_at", people.place.kind, people.place.key)
