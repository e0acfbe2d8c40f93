"""A round's own page, and what is done with it as a whole."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from levend.accounts import rules
from levend.core.errors import Invalid
from levend.rounds.enums import RoundText
from levend.rounds.queries.setup import setup_of
from levend.rounds.services import add_schools, close_round, reopen_round
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest
from levend.web.rounds.forms import ReasonForm
from levend.web.writing.prose import as_html


@require_safe
def setup(request: LevendRequest, round_id: int) -> HttpResponse:
    """What was set out, who takes part with which day, what came of opening, and what can be done."""
    found = setup_of(request.actor, round_id)
    texts = [
        (text.label, as_html(words)) for text in RoundText if (words := getattr(found.round, text.value))
    ]
    context = {"setup": found, "texts": texts, "by_list": rules.can_invite_by_list(request.actor)}
    return render(request, "rounds/setup.html", context)


@require_POST
def add(request: LevendRequest, round_id: int) -> HttpResponse:
    """Take in schools that joined since, and try again what failed."""
    added = add_schools(actor=request.actor, round_id=round_id)
    number = added.waiting
    if number:
        words = ngettext("%(n)d school wordt nu geopend.", "%(n)d scholen worden nu geopend.", number) % {
            "n": number
        }
    else:
        words = _("Alle scholen van deze samenwerkingsverbanden doen al mee.")
    messages.success(request, words)
    return redirect("round_setup", round_id)


@require_POST
def close(request: LevendRequest, round_id: int) -> HttpResponse:
    """Close the round; profiles that run go on."""
    close_round(actor=request.actor, round_id=round_id)
    messages.success(request, _("De ronde is gesloten. Profielen die nog lopen, gaan gewoon door."))
    return redirect("round_setup", round_id)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: LevendRequest, round_id: int) -> HttpResponse:
    """Open a closed round again, with a reason."""
    found = setup_of(request.actor, round_id)
    found.can_reopen.require()
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reopen_round(actor=request.actor, round_id=round_id, reason=form.cleaned_data["reason"])
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, _("De ronde is weer open."))
            return redirect("round_setup", round_id)
    context = {"setup": found, "form": form}
    return render(request, "rounds/reopen.html", context, status=422 if form.errors else 200)
