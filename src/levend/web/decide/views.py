"""Decide on many, and see how far each school is."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.adoption.queries.deciding import may_take_somewhere
from levend.adoption.queries.states import counts_by_state, locations_by_state, states_of
from levend.adoption.rules import who_may
from levend.core.errors import NotAllowed
from levend.rounds.queries.next_steps import next_steps_for
from levend.web.decide.batches import ADOPT, ADVISE, RECEIVE, Batch
from levend.web.decide.forms import LocationFilter
from levend.web.decide.rows import choices, row_of
from levend.web.decide.sections import PAGE_SIZE, section, take
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: LevendRequest) -> HttpResponse:
    """What waits for board or council, several with one date or the same words."""
    return _many(request, (ADOPT, ADVISE), _("Besluiten"))


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: LevendRequest) -> HttpResponse:
    """What was handed in to the consortium and waits for receipt."""
    return _many(request, (RECEIVE,), _("Ontvangen"))


@require_safe
def locations(request: LevendRequest) -> HttpResponse:
    """Every location that this actor may see the state of, by name."""
    form = LocationFilter(request.GET)
    found = locations_by_state(request.actor, state=form.state, words=form.words)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    states = states_of(request.actor, page.object_list)
    steps = next_steps_for(request.actor, [state.code for state in states])
    context = {
        "form": form,
        "page": page,
        "rows": [row_of(state, steps[state.code]) for state in states],
        "choices": choices(counts_by_state(request.actor), form.state),
    }
    return render(request, "decide/locations.html", context)


def _many(request: LevendRequest, batches: Iterable[Batch], title: "str | Promise") -> HttpResponse:
    mine = [batch for batch in batches if may_take_somewhere(request.actor, batch.step)]
    if not mine:
        raise NotAllowed(" ".join(dict.fromkeys(who_may(batch.step) for batch in batches)))
    sent = next((batch for batch in mine if batch.key == request.POST.get("besluit")), None)
    form = sent.form(request.POST, auto_id=f"{sent.key}_%s") if sent else None
    if sent and form and form.is_valid():
        return render(
            request, "decide/result.html", {"result": take(request.actor, sent, form), "title": title}
        )
    sections = [section(request.actor, batch, request.GET, form if batch is sent else None) for batch in mine]
    context = {"sections": sections, "title": title}
    return render(request, "decide/decide.html", context, status=422 if sent else 200)
