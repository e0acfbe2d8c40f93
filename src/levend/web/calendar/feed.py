"""The dates as a calendar fetches them (RFC 5545): whole days, school names and links; no people, no texts."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event, vDuration

from levend.core.errors import NotFound
from levend.rounds.queries.calendar import CalendarFeed, feed_by_token
from levend.rounds.queries.calendar_dates import CalendarDate
from levend.web.requests import LevendRequest
from levend.web.together.limits import count_failure, may_try

FETCH_AGAIN = timedelta(hours=6)


@require_safe
def feed(request: LevendRequest, token: str) -> HttpResponse:
    """Whatever is not there looks the same: a link that never was, was taken back, or whose maker left."""
    if not may_try(request):
        return HttpResponse(status=429, content_type="text/plain; charset=utf-8")
    try:
        found = feed_by_token(token)
    except NotFound:
        count_failure(request)
        return HttpResponse(status=404, content_type="text/plain; charset=utf-8")
    response = HttpResponse(write_calendar(found), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="levend.ics"'
    return response


def write_calendar(found: CalendarFeed) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Levend//Ondersteuningsprofielen//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", found.name)
    calendar.add("refresh-interval", vDuration(FETCH_AGAIN), parameters={"VALUE": "DURATION"})
    for one in found.dates:
        calendar.add_component(_event(one))
    made: bytes = calendar.to_ical()
    return made


def _event(one: CalendarDate) -> Event:
    """A whole day that makes nobody busy."""
    event = Event()
    event.add("uid", f"{one.key}@{urlsplit(settings.LEVEND_BASE_URL).hostname}")
    event.add("dtstamp", one.changed_at)
    event.add("last-modified", one.changed_at)
    event.add("sequence", one.sequence)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.title)
    event.add("transp", "TRANSPARENT")
    event.add("url", settings.LEVEND_BASE_URL + _page(one))
    return event


def _page(one: CalendarDate) -> str:
    if one.round_id is None:
        return reverse("chain", args=[one.location_code])
    if one.location_code:
        return reverse("school_round", args=[one.location_code])
    return reverse("one_round", args=[one.round_id])
