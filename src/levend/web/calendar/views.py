"""One's own links to a calendar, and the dates that they show."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from levend.core import clock
from levend.core.errors import Invalid
from levend.rounds.queries.calendar import own_calendar_links, schools_to_link
from levend.rounds.queries.calendar_dates import dates_for
from levend.rounds.services.calendar import end_calendar_link, make_calendar_link
from levend.web.forms import PlainForm, put_faults
from levend.web.requests import LevendRequest

SHOWN_DATES = 30


class CalendarForm(PlainForm):
    school = forms.CharField(label=gettext_lazy("Waarvan"), required=False, max_length=20)


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: LevendRequest) -> HttpResponse:
    """The address of a new link is shown on the page that answers, once."""
    form = CalendarForm(request.POST if request.method == "POST" else None)
    new = ""
    if form.is_bound and form.is_valid():
        try:
            made = make_calendar_link(actor=request.actor, location_code=form.cleaned_data["school"])
        except Invalid as refused:
            put_faults(form, refused)
        else:
            new = settings.LEVEND_BASE_URL + reverse("calendar_feed", args=[made.token])
    # An aim that is past is nobody's debt; a school's own last day is.
    coming = [one for one in dates_for(request.actor) if one.is_owed or one.day >= clock.today()]
    context = {
        "form": form,
        "new": new,
        "links": own_calendar_links(request.actor),
        "schools": schools_to_link(request.actor),
        "dates": coming[:SHOWN_DATES],
    }
    return render(request, "calendar/links.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: LevendRequest, link_id: int) -> HttpResponse:
    """From now on the link gives nothing."""
    end_calendar_link(actor=request.actor, link_id=link_id)
    messages.success(request, _("De link is ingetrokken en werkt niet meer."))
    return redirect("calendar_links")
