"""Accepting an invitation: with a new account, or with the one that the address already has."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from levend.accounts.queries.invitations import invitation_for
from levend.accounts.services import accept_invitation
from levend.core.errors import Invalid
from levend.web.account.forms import AcceptForm
from levend.web.forms import put_faults


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites whom to what; take name and password when the address has no account yet."""
    invitation = invitation_for(token)
    form = AcceptForm(request.POST or None, initial={"name": invitation.name})
    if request.method == "POST" and (invitation.has_account or form.is_valid()):
        given = {} if invitation.has_account else form.cleaned_data
        try:
            user = accept_invitation(token=token, **given)
        except Invalid as refused:
            put_faults(form, refused)
        else:
            # For who has an account the link proves the address, but it is not a password.
            if not invitation.has_account:
                login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
            return redirect(settings.LOGIN_REDIRECT_URL)
    status = 422 if form.errors and form.is_bound else 200
    return render(
        request, "entrance/invitation.html", {"invitation": invitation, "form": form}, status=status
    )
