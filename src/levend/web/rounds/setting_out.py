"""Set out a round in few actions: one page that is filled in already, one page to look at, and open."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid, NotFound
from levend.rounds.enums import RoundState
from levend.rounds.queries.proposal import new_proposal, owners_for, proposal_of
from levend.rounds.queries.setup import check_of, setup_of
from levend.rounds.services import change_round, draft_round, open_round
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest
from levend.web.rounds.figures import days_in_words
from levend.web.rounds.forms import RoundForm, recounted


@require_http_methods(["GET", "HEAD", "POST"])
def new_round(request: LevendRequest) -> HttpResponse:
    """Everything filled in for today; who keeps rounds in several places chooses for which one first."""
    owners = owners_for(request.actor)
    if not owners:
        raise NotFound
    code = request.GET.get("voor", "") or (owners[0].code if len(owners) == 1 else "")
    if not code:
        return render(request, "rounds/for_whom.html", {"owners": owners})
    proposal = new_proposal(request.actor, code)
    form = RoundForm(_sent(request, proposal.terms), proposal=proposal)
    if request.method == "POST" and "recount" not in request.POST and form.is_valid():
        try:
            made = draft_round(
                actor=request.actor,
                owner=proposal.owner,
                plan=form.plan,
                consortium_ids=form.consortium_ids,
                versions=form.versions,
            )
        except Invalid as refused:
            put_faults(form, refused)
        else:
            return redirect("check_round", made.pk)
    context = {"form": form, "proposal": proposal, "found": None}
    return render(request, "rounds/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: LevendRequest, round_id: int) -> HttpResponse:
    """The same page for a round that was set out already."""
    proposal = proposal_of(request.actor, round_id)
    found = setup_of(request.actor, round_id)
    found.can_change.require()
    is_open = found.round.state == RoundState.OPEN
    sent = _sent(request, proposal.terms)
    form = RoundForm(sent, proposal=proposal, is_open=is_open)
    if request.method == "POST" and "recount" not in request.POST and form.is_valid():
        try:
            change_round(
                actor=request.actor,
                round_id=round_id,
                plan=form.plan,
                consortium_ids=form.consortium_ids,
                versions=form.versions,
            )
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, _("De ronde is gewijzigd."))
            return redirect("round_setup" if is_open else "check_round", round_id)
    context = {"form": form, "proposal": proposal, "found": found}
    return render(request, "rounds/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: LevendRequest, round_id: int) -> HttpResponse:
    """What opening does, in numbers; then open."""
    found = check_of(request.actor, round_id)
    if request.method != "POST" and not found.setup.can_open:
        return redirect("round_setup", round_id)
    fault: Invalid | None = None
    if request.method == "POST":
        try:
            open_round(actor=request.actor, round_id=round_id)
        except Invalid as refused:
            fault = refused
        else:
            messages.success(request, _("De ronde is open. De profielen worden nu klaargezet."))
            return redirect("one_round", round_id)
    context = {
        "check": found,
        "setup": found.setup,
        "fault": fault,
        "counted": days_in_words(found.counted, found.schools),
    }
    return render(request, "rounds/check.html", context, status=422 if fault else 200)


def _sent(request: LevendRequest, terms: Mapping[str, int]) -> QueryDict | None:
    """What the form is bound to: what was sent, with the days counted anew where that was asked."""
    if request.method != "POST":
        return None
    return recounted(request.POST, terms) if "recount" in request.POST else request.POST
