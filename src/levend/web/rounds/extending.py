"""More time for the schools of a consortium, or for chosen schools."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid
from levend.rounds.queries.extending import extension_of
from levend.rounds.services import extend_consortium, extend_schools
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest
from levend.web.rounds.forms import ExtensionForm


@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: LevendRequest, round_id: int) -> HttpResponse:
    """For `?verband=PO9901`, or `?school=12AB00` as often as there are schools; without either: choose."""
    found = extension_of(
        request.actor,
        round_id,
        consortium_code=request.GET.get("verband", ""),
        location_codes=request.GET.getlist("school"),
    )
    form = ExtensionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and found.is_chosen and form.is_valid():
        until, reason = form.cleaned_data["until"], form.cleaned_data["reason"]
        try:
            if found.consortium_id is not None:
                extend_consortium(
                    actor=request.actor,
                    round_id=round_id,
                    consortium_id=found.consortium_id,
                    until=until,
                    reason=reason,
                )
            else:
                extend_schools(
                    actor=request.actor,
                    round_id=round_id,
                    location_ids=found.location_ids,
                    until=until,
                    reason=reason,
                )
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, _told(found.is_open, len(found.location_ids)))
            return redirect("round_setup", round_id)
    context = {"extension": found, "form": form}
    return render(request, "rounds/extend.html", context, status=422 if form.errors else 200)


def _told(is_open: bool, schools: int) -> str:
    if not is_open:
        return _("Het uitstel is vastgelegd. Scholen zien het zodra de ronde open is.")
    if not schools:
        return _("Het uitstel is vastgelegd. De scholen krijgen bericht.")
    return ngettext(
        "Het uitstel is vastgelegd. %(n)d school krijgt bericht.",
        "Het uitstel is vastgelegd. %(n)d scholen krijgen bericht.",
        schools,
    ) % {"n": schools}
