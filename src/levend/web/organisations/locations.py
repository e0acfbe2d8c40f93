"""A location: its page, its facts, its board."""

from dataclasses import fields

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts import rules
from levend.accounts.enums import PlaceKind
from levend.accounts.queries.organisations import consortium_for, location_page
from levend.accounts.services.organisations import (
    LocationFields,
    add_location,
    change_location,
    hand_over_school,
)
from levend.web.organisations.forms.register import HandOverForm, LocationForm, NewLocationForm
from levend.web.organisations.page import FormPage, answer, only, posted
from levend.web.organisations.trend import pupils_trend, pupils_words
from levend.web.requests import LevendRequest

_KINDS = {"LOCATION": PlaceKind.LOCATION, "BOARD": PlaceKind.BOARD}


@require_safe
def location(request: LevendRequest, code: str) -> HttpResponse:
    """Everything that the register says of a location, and what it belongs to."""
    page = location_page(request.actor, code)
    context = {
        "page": page,
        "location": page.location,
        "kinds": _KINDS,
        "trend": pupils_trend(page.location.pk),
        "pupils": pupils_words(page.location.pupils),
    }
    return render(request, "organisations/location.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_location(request: LevendRequest, consortium: str = "") -> HttpResponse:
    """Add one; from the page of a consortium it joins that one."""
    if consortium:
        found = consortium_for(request.actor, consortium)
        trail = ((reverse("consortium", args=[consortium]), found.name),)
    else:
        found = None
        only(rules.can_manage(request.actor))
        trail = ((reverse("managed_locations"), _("Vestigingen")),)
    form = NewLocationForm(posted(request), joins=found is not None)
    page = FormPage(
        title=_("Voeg een vestiging toe"),
        intro=_("Een profiel hoort bij een vestiging. De school ontstaat vanzelf, uit de BRIN-code."),
        button=_("Voeg toe"),
        trail=trail,
        done=_("De vestiging is toegevoegd. Wijs nu de raad aan die adviseert."),
    )
    return answer(
        request,
        form,
        page,
        lambda: add_location(
            actor=request.actor,
            code=form.cleaned_data["code"],
            fields=form.location,
            board_code=form.cleaned_data["board"],
            consortium_id=found.pk if found else None,
            valid_from=form.joins_on,
        ),
        to=lambda: reverse("location", args=[form.cleaned_data["code"].upper()]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def location_facts(request: LevendRequest, code: str) -> HttpResponse:
    """Its name, address and figures."""
    found = location_page(request.actor, code).location
    form = LocationForm(
        posted(request), initial={each.name: getattr(found, each.name) for each in fields(LocationFields)}
    )
    page = FormPage(
        title=_("Gegevens van de vestiging"),
        button=_("Bewaar"),
        trail=((reverse("location", args=[code]), found.name),),
        done=_("De gegevens zijn bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: change_location(actor=request.actor, location_id=found.pk, fields=form.location),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: LevendRequest, code: str) -> HttpResponse:
    """Move its school to another board; the operator's."""
    found = location_page(request.actor, code).location
    rules.can_manage(request.actor).require()
    form = HandOverForm(posted(request))
    page = FormPage(
        title=_("Ander bestuur"),
        intro=_(
            "De hele school %(brin)s gaat over, met al haar vestigingen. Mensen van het nieuwe bestuur lezen dan de "
            "profielen in wording, mensen van %(board)s niet meer."
        )
        % {"brin": found.school.code, "board": found.school.board.name},
        button=_("Draag de school over"),
        trail=((reverse("location", args=[code]), found.name),),
        done=_("De school staat nu bij het andere bestuur."),
    )
    return answer(
        request,
        form,
        page,
        lambda: hand_over_school(
            actor=request.actor, school_id=found.school_id, board_code=form.cleaned_data["board"]
        ),
    )
