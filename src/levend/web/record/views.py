"""Reading the log."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.adoption.queries.record import profile_log
from levend.web.record.entries import days_of
from levend.web.requests import LevendRequest

PAGE_SIZE = 50


@require_safe
def log(request: LevendRequest, code: str) -> HttpResponse:
    """The log of the newest profile, or with `?profiel=` of an earlier one."""
    wanted = request.GET.get("profiel", "")
    found = profile_log(request.actor, code, int(wanted) if wanted.isdecimal() and len(wanted) < 10 else None)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    return render(request, "record/log.html", {"log": found, "page": page, "days": days_of(page.object_list)})
