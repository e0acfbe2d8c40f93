from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from levend.web.requests import LevendRequest


@require_safe
def home(request: LevendRequest) -> HttpResponse:
    """What to do now, the rest, what waits, what changed, which dates."""
    return render(request, "home/today.html", {})


@require_http_methods(["GET", "HEAD"])
def account(request: LevendRequest) -> HttpResponse:
    """One's own name, address and roles."""
    return render(request, "home/account.html", {})
