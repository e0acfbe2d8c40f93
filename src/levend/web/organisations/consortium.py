"""A consortium: its page, its name, and where people find it."""

from dataclasses import fields

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts import rules
from levend.accounts.enums import PlaceKind
from levend.accounts.queries.organisations import (
    consortium_for,
    consortium_summaries,
    groups_for,
    location_summaries,
    managed_locations,
)
from levend.accounts.services.organisations import (
    ContactFields,
    save_consortium,
    save_contact,
    save_group_view,
)
from levend.core import clock
from levend.regimes.queries import regime_for
from levend.web.organisations.forms.choices import GroupViewForm
from levend.web.organisations.forms.register import ConsortiumForm, ContactForm, NewConsortiumForm
from levend.web.organisations.page import FormPage, answer, only, posted
from levend.web.requests import LevendRequest

FIRST_LOCATIONS = 10


@require_safe
def consortium(request: LevendRequest, code: str) -> HttpResponse:
    """Everything of one consortium, with the way to change each part."""
    found = consortium_for(request.actor, code)
    locations = managed_locations(request.actor, consortium=found)[:FIRST_LOCATIONS]
    context = {
        "consortium": found,
        "summary": consortium_summaries([found])[0],
        "locations": location_summaries(locations),
        "regime": regime_for(found.pk, clock.today()).title.in_language(get_language() or "nl"),
        "manages": bool(rules.can_manage(request.actor)),
        "kind": PlaceKind.CONSORTIUM,
    }
    return render(request, "organisations/consortium.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_consortium(request: LevendRequest) -> HttpResponse:
    """Make one. After it comes its page, with the way to invite its first coordinator."""
    only(rules.can_manage(request.actor))
    form = NewConsortiumForm(_groups(request), posted(request))
    page = FormPage(
        title=_("Voeg een samenwerkingsverband toe"),
        button=_("Voeg toe"),
        trail=((reverse("organisations"), _("Samenwerkingsverbanden")),),
        done=_("Het samenwerkingsverband is toegevoegd. Nodig nu de eerste coördinator uit."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_consortium(
            actor=request.actor,
            name=form.cleaned_data["name"],
            code=form.cleaned_data["code"],
            group_id=form.group_id,
        ),
        to=lambda: reverse("consortium", args=[form.cleaned_data["code"].upper()]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def consortium_name(request: LevendRequest, code: str) -> HttpResponse:
    """Its name and its group; the operator's."""
    found = consortium_for(request.actor, code)
    rules.can_manage(request.actor).require()
    form = ConsortiumForm(_groups(request), posted(request), name=found.name, group=str(found.group_id or ""))
    page = FormPage(
        title=_("Naam en groep"),
        intro=_("Kiest u een andere groep, dan ziet die alleen de stand, tot het verband meer deelt."),
        button=_("Bewaar"),
        trail=_trail(code, found.name),
        done=_("De naam en de groep zijn bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_consortium(
            actor=request.actor,
            consortium_id=found.pk,
            name=form.cleaned_data["name"],
            group_id=form.group_id,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: LevendRequest, code: str) -> HttpResponse:
    """Addresses and the support desk, as public pages show them."""
    found = consortium_for(request.actor, code)
    form = ContactForm(
        posted(request), initial={each.name: getattr(found, each.name) for each in fields(ContactFields)}
    )
    page = FormPage(
        title=_("Contact en steunpunt"),
        intro=_("Dit staat op de openbare bladzijden van de scholen."),
        button=_("Bewaar"),
        trail=_trail(code, found.name),
        done=_("De gegevens zijn bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_contact(actor=request.actor, consortium_id=found.pk, contact=form.contact),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def group_view(request: LevendRequest, code: str) -> HttpResponse:
    """What the group sees of this consortium's profiles before they are public."""
    found = consortium_for(request.actor, code)
    form = GroupViewForm(found.GroupView.choices, posted(request), now=found.group_sees)
    page = FormPage(
        title=_("Wat de groep ziet"),
        intro=_(
            "De groep ziet altijd hoe ver elk profiel is. U kiest of zij ook leest wat scholen hebben ingediend. "
            "Wat een school nog schrijft, ziet niemand van de groep."
        ),
        button=_("Bewaar"),
        trail=_trail(code, found.name),
        done=_("De keuze is bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_group_view(
            actor=request.actor, consortium_id=found.pk, sees=form.cleaned_data["group_sees"]
        ),
    )


def _groups(request: LevendRequest) -> list[tuple[int, str]]:
    return [(group.pk, group.name) for group in groups_for(request.actor)]


def _trail(code: str, name: str) -> tuple[tuple[str, str], ...]:
    return ((reverse("consortium", args=[code]), name),)
