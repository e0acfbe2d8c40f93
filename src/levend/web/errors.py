"""Pages for what went wrong. They work without session and without database."""

from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.core.errors import LevendError
from levend.web.areas import is_working_side

_TEMPLATES = {403: "403.html", 404: "404.html", 409: "errors/409.html", 422: "errors/422.html"}


def refusal(request: HttpRequest, refused: LevendError) -> HttpResponse:
    """The page of a refusal. What a stranger may not see is a 404 that does not say why."""
    context = {
        "reason": "" if refused.status == 404 else str(refused),
        "fields": [str(text) for text in getattr(refused, "fields", {}).values()],
        "back": _way_back(request),
    }
    return render(request, _TEMPLATES.get(refused.status, "400.html"), context, status=refused.status)


def too_large(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/413.html", {"back": _way_back(request)}, status=413)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for a request that it refuses to read."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return render(request, "400.html", {"back": _way_back(request)}, status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a fresh token: an old tab, or cookies switched off."""
    context = {
        "reason": _(
            "Dit formulier was te oud, of uw browser bewaart geen cookies. Ga terug, laad de bladzijde opnieuw en "
            "probeer het nog een keer. Er is niets gewijzigd."
        ),
        "back": _way_back(request),
    }
    return render(request, "403.html", context, status=403)


def _way_back(request: HttpRequest) -> str:
    """The page from which a form was sent, when the browser names one of ours; else the start."""
    start = "/werk/" if is_working_side(request.path) else reverse("region")
    if request.method == "GET":
        return start
    referer = urlsplit(request.headers.get("Referer", ""))
    return referer.path if referer.netloc == request.get_host() and referer.path.startswith(start) else start
