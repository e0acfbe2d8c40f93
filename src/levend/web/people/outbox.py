"""The letters of a demo, which has no mailbox."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.core.errors import NotFound
from levend.notifications.queries import outbox
from levend.web.requests import LevendRequest


@require_safe
def outbox_page(request: LevendRequest) -> HttpResponse:
    """All letters with their links. An installation in use has no such page: letters are for who gets them."""
    if settings.LEVEND_ENV != "demo":
        raise NotFound
    return render(request, "people/outbox.html", {"letters": outbox(limit=50)})
