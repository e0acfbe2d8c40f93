"""From a date in a form to the page about that date: a plain GET, so that it works without a script."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


@require_safe
def other_day(request: HttpRequest, code: str) -> HttpResponse:
    """Leads to `/op/<date>/`; says what is wrong with a date that cannot be read, and asks again."""
    asked = request.GET.get("datum", "").strip()
    day = _read(asked)
    if day is not None:
        return redirect("school_on", code.upper(), day)
    context = {
        "theme": "",
        "code": code.upper(),
        "fault": _("Schrijf een datum als dag, maand en jaar, zoals 1-2-2026.") if asked else "",
    }
    return render(request, "public/other_day.html", context, status=422 if asked else 200)


def _read(text: str) -> date | None:
    """As a browser sends it (2026-03-01), or as people write it (1-3-2026)."""
    field = forms.DateField(input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"], required=False)
    try:
        day: date | None = field.clean(text[:20])
    except forms.ValidationError:
        return None
    return day
