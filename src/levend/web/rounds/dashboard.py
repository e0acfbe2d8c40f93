"""The first page of a round: which school is where, whose turn it is, and what presses."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.web.requests import LevendRequest
from levend.web.rounds.dashboard_page import dashboard_page


@require_safe
def one_round(request: LevendRequest, round_id: int) -> HttpResponse:
    """The schools that this actor may see the state of; texts stand elsewhere."""
    found = dashboard_page(request.actor, round_id, request.GET)
    context = {"found": found, "head": found.head, "totals": found.totals, "page": found.page}
    return render(request, "rounds/dashboard.html", context)
