from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.web.home.page import start_page
from levend.web.requests import LevendRequest


@require_safe
def home(request: LevendRequest) -> HttpResponse:
    """What to do now, the rest, what waits, what changed, which dates."""
    return render(request, "home/today.html", {"start": start_page(request.actor)})


@require_safe
def account(request: LevendRequest) -> HttpResponse:
    """One's own name, address and roles."""
    return render(request, "home/account.html")
