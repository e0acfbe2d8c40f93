"""Ask, look, confirm."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from levend.core.errors import Invalid
from levend.publication.services.erasure import ask_erasure, confirm_erasure, withdraw_erasure
from levend.web.erasure.forms import ConfirmForm, PassageForm
from levend.web.erasure.page import Erasing, erasing_page, places_of
from levend.web.forms import put_faults
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def erasing(request: LevendRequest, code: str) -> HttpResponse:
    """What waits, what was done, and asking: first look where the words stand, then ask."""
    page = erasing_page(request.actor, code)
    form = PassageForm(request.POST if request.method == "POST" else None, letters=page.about.letters)
    try:
        if form.is_valid():
            if "ask" in request.POST:
                ask_erasure(actor=request.actor, code=code, **form.payload())
                messages.success(
                    request, _("Uw vraag staat klaar. Het bestuur bevestigt, dan wordt er gewist.")
                )
                return redirect("erasing", code)
            page = replace(page, places=places_of(request.actor, code, form.cleaned_data["passage"]))
    except Invalid as refused:
        put_faults(form, refused)
    return _page(request, page, form=form, status=422 if form.errors else 200)


@require_POST
def confirm(request: LevendRequest, code: str, erasure_id: int) -> HttpResponse:
    """The second person erases."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _page(request, erasing_page(request.actor, code), confirm=form, status=422)
    confirm_erasure(actor=request.actor, code=code, erasure_id=erasure_id)
    messages.success(
        request,
        _("Gewist. De documenten worden nu opnieuw gemaakt; dat duurt meestal minder dan een minuut."),
    )
    return redirect("erasing", code)


@require_POST
def withdraw(request: LevendRequest, code: str, erasure_id: int) -> HttpResponse:
    """It will not be done."""
    withdraw_erasure(actor=request.actor, code=code, erasure_id=erasure_id)
    messages.success(request, _("Er wordt niets gewist. De gevraagde woorden zijn hier ook niet bewaard."))
    return redirect("erasing", code)


def _page(
    request: LevendRequest,
    page: Erasing,
    *,
    form: PassageForm | None = None,
    confirm: ConfirmForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": page,
        "form": form or PassageForm(letters=page.about.letters),
        "confirm": confirm or ConfirmForm(),
    }
    return render(request, "erasure/erasing.html", context, status=status)
