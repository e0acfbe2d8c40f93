"""A school's pupils over the years, for who sees how its profile stands."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.accounts.queries.scope import location_for
from levend.web.organisations.trend import pupils_trend
from levend.web.requests import LevendRequest


@require_safe
def years(request: LevendRequest, code: str) -> HttpResponse:
    """The counts of the register: the line, the table, and no number that a source hides."""
    location = location_for(request.actor, code)
    context = {"location": location, "trend": pupils_trend(location.pk)}
    return render(request, "chain/years.html", context)
