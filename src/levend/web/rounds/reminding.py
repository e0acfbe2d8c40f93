"""Reminders of a round: the schedule, what goes out when, what went out, and reminding chosen schools now."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from levend.core.errors import Invalid
from levend.rounds.queries.reminders import reminders_of, sent_reminders
from levend.rounds.queries.turns import turns_of
from levend.rounds.services.remind import choose_schedule, remind_now
from levend.web.forms import put_faults
from levend.web.post.kinds import sign_of
from levend.web.requests import LevendRequest
from levend.web.rounds.reminder_form import ScheduleForm

SCHOOLS_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: LevendRequest, round_id: int) -> HttpResponse:
    """The form is about the schedule."""
    found = reminders_of(request.actor, round_id)
    form = ScheduleForm(
        request.POST if request.method == "POST" else None, initial=ScheduleForm.of(found.schedule)
    )
    if form.is_bound and form.is_valid():
        try:
            choose_schedule(actor=request.actor, round_id=round_id, **form.payload())
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("round_reminders", round_id)
    page = Paginator(found.waiting, SCHOOLS_A_PAGE).get_page(request.GET.get("bladzijde"))
    context = {
        "found": found,
        "form": form,
        "page": page,
        "turns": turns_of(page.object_list),
        "sent": [(letter, sign_of(letter)) for letter in sent_reminders(request.actor, round_id)],
    }
    return render(request, "rounds/reminders.html", context, status=422 if form.errors else 200)


@require_POST
def remind(request: LevendRequest, round_id: int) -> HttpResponse:
    """Remind the schools that were ticked."""
    try:
        new = remind_now(actor=request.actor, round_id=round_id, codes=request.POST.getlist("school"))
    except Invalid as refused:
        messages.error(request, str(refused))
        return redirect("round_reminders", round_id)
    if new:
        words = ngettext("%(n)d herinnering is onderweg.", "%(n)d herinneringen zijn onderweg.", new)
        messages.success(request, words % {"n": new})
    else:
        messages.info(request, _("Deze scholen zijn vandaag al herinnerd, of niemand is daar aan zet."))
    return redirect("round_reminders", round_id)
