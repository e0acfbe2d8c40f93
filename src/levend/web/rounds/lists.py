"""The rounds of an actor, and the round as its school reads it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.rounds.enums import RoundState
from levend.rounds.queries.lists import round_rows
from levend.rounds.queries.outlook import outlook_of
from levend.rounds.queries.school import school_round
from levend.rounds.rules import can_keep_any
from levend.web.requests import LevendRequest
from levend.web.writing.prose import as_html

PAGE_SIZE = 50
STATES = {
    RoundState.DRAFT: ("quiet", "pencil"),
    RoundState.OPEN: ("ok", "circle-check"),
    RoundState.CLOSED: ("", "lock"),
}
"""Kind and icon of the label."""


@require_safe
def rounds(request: LevendRequest) -> HttpResponse:
    """The rounds that this actor keeps or has schools in, newest first."""
    page = Paginator(round_rows(request.actor), PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    context = {
        "page": page,
        "rows": [(row, *STATES[RoundState(row.state)]) for row in page.object_list],
        "may_add": can_keep_any(request.actor),
    }
    return render(request, "rounds/list.html", context)


@require_safe
def school(request: LevendRequest, code: str) -> HttpResponse:
    """What a school is asked, by when, how it goes about it, and where it puts questions."""
    found = school_round(request.actor, code)
    context = {
        "found": found,
        "outlook": outlook_of(request.actor, code) if found.has_case else None,
        "introduction": as_html(found.introduction),
        "instructions": [(title, as_html(text)) for title, text in found.instructions],
        "content": as_html(found.ask_about_content),
        "technique": as_html(found.ask_about_technique),
    }
    return render(request, "rounds/school.html", context)
