from datetime import timedelta

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound
from levend.web.gallery.forms import SampleForm
from levend.web.requests import LevendRequest


@require_safe
def gallery(request: LevendRequest) -> HttpResponse:
    """The components with invented content. An installation in use has no such page."""
    if settings.LEVEND_ENV != "demo":
        raise NotFound
    context = {
        "filled": SampleForm(initial={"name": "Basisschool De Linde", "room": "ja", "helpers": ["ib"]}),
        "wrong": SampleForm({"name": "", "day": "morgen", "kind": "bao", "room": "misschien"}, prefix=""),
        "allowed": Decision.yes(),
        "closed": Decision.not_now("Kan nog niet: het bestuur heeft het profiel nog niet vastgesteld."),
        "page": Paginator(range(90), 10).page(4),
        "now": clock.now(),
        "yesterday": clock.now() - timedelta(days=1),
        "soon": clock.today() + timedelta(days=10),
        "past": clock.today() - timedelta(days=3),
        "levels": ("900", "800", "700", "600", "200", "100", "50", "sun"),
        "meanings": ("ink", "ink-2", "line", "paper", "sunk", "ok", "grow", "late", "info", "plum"),
    }
    return render(request, "gallery/gallery.html", context)
