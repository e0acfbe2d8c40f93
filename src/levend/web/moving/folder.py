"""Filled forms of many schools: handing them in, and throwing away what is not wanted after all."""

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from levend.accounts import rules
from levend.core.errors import Invalid, NotFound, NotNow
from levend.documents.reading.folder import MOST_BYTES
from levend.profiles.services import HandedIn, bring_forms, throw_away
from levend.web.forms import put_faults
from levend.web.moving.handing import FolderForm
from levend.web.moving.overview import folder_form, overview_page, sheet_form
from levend.web.moving.uploads import InMemoryTogether
from levend.web.onpaper.limits import may_work
from levend.web.requests import LevendRequest
from levend.web.verify.uploads import is_beyond_reading


@csrf_exempt  # checked below, once it is settled that the files go to no disk
@require_POST
def hand_in(request: LevendRequest) -> HttpResponse:
    """Take forms for the worker to read."""
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemoryTogether(request, MOST_BYTES)
    request.upload_handlers = [upload]
    return _hand_in(request, upload)


@csrf_protect
def _hand_in(request: LevendRequest, upload: InMemoryTogether) -> HttpResponse:
    if not rules.can_see_organisations(request.actor):
        raise NotFound
    form, status = folder_form(request), 422
    if upload.too_large:
        form.refuse(_("Samen is dit groter dan 90 MB. Lever de formulieren in een paar keer in."))
    elif form.is_valid() and not may_work(request.actor.user_id):
        form.refuse(_("U levert heel vaak een bestand in. Wacht een minuut en probeer het opnieuw."))
        status = 429
    elif form.is_valid():
        try:
            return redirect("brought", _bring(request, form))
        except Invalid as refused:
            put_faults(form, refused)
    return overview_page(request, sheet_form(request, is_sent=False), form, status)


@require_POST
def discard(request: LevendRequest, brought_id: int) -> HttpResponse:
    """Forget what was handed in."""
    try:
        throw_away(actor=request.actor, brought_id=brought_id)
    except NotNow as why:
        messages.warning(request, str(why))
        return redirect("brought", brought_id)
    messages.success(request, _("Het bestand is weggegooid, met alles wat wij eruit lazen."))
    return redirect("moving")


def _bring(request: LevendRequest, form: FolderForm) -> int:
    kept = bring_forms(
        actor=request.actor,
        consortium_id=form.consortium_id,
        files=[HandedIn(file.name or "", file.read()) for file in form.cleaned_data["forms"]],
    )
    return int(kept.pk)
