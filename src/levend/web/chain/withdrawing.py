"""The page where the board withdraws what it adopted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.adoption.queries.withdrawing import withdrawal_page
from levend.adoption.services import withdraw
from levend.core.errors import Invalid, NotNow
from levend.web.chain.forms.withdrawing import WithdrawForm
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_profile(request: LevendRequest, code: str) -> HttpResponse:
    """What withdrawing does, and doing it; where there is nothing to withdraw it says why."""
    page = withdrawal_page(request.actor, code)
    form = WithdrawForm(request.POST if request.method == "POST" else None, versions=page.versions)
    context = {"page": page, "form": form, "reason": str(page.decision.reason)}
    if not page.decision:
        return render(request, "chain/withdraw.html", context, status=409 if form.is_bound else 200)
    try:
        if form.is_valid():
            withdraw(actor=request.actor, **form.payload())
            messages.success(
                request,
                _("Het profiel is ingetrokken. School, raad en samenwerkingsverband krijgen bericht."),
            )
            return redirect("chain", code)
    except Invalid as refused:
        put_faults(form, refused)
    except NotNow as refused:
        return render(request, "chain/withdraw.html", {**context, "reason": str(refused)}, status=409)
    return render(request, "chain/withdraw.html", context, status=422 if form.errors else 200)
