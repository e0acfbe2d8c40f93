"""The catalogue of a region: what it agreed, and what it added."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts.queries.organisations import consortium_for
from levend.catalogue.enums import Kind
from levend.catalogue.queries import RegionEntry, entries, region_entries
from levend.catalogue.queries.region import successors
from levend.catalogue.rules import can_set
from levend.catalogue.services import add_own_entry, close_own_entry, save_settings
from levend.core.errors import NotFound
from levend.web.organisations.forms.catalogue import (
    CatalogueForm,
    CloseEntryForm,
    OwnEntryForm,
    named,
)
from levend.web.organisations.page import FormPage, answer, posted
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def catalogue(request: LevendRequest, code: str) -> HttpResponse:
    """Every list with what the region decided; the consortium's own coordinator changes it."""
    found = consortium_for(request.actor, code)
    decision = can_set(request.actor, found.pk)
    if request.method == "POST":
        decision.require()
    form = CatalogueForm(region_entries(found.pk), posted(request))
    page = FormPage(
        title=_("Catalogus van de regio"),
        button=_("Bewaar"),
        trail=((reverse("consortium", args=[code]), found.name),),
        done=_("Wat de regio afspreekt, is bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_settings(actor=request.actor, consortium_id=found.pk, settings=form.settings),
        template="organisations/catalogue.html",
        context={"consortium": found, "decision": decision},
        to=lambda: reverse("catalogue", args=[code]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_entry(request: LevendRequest, code: str) -> HttpResponse:
    """Add to a list what the catalogue does not have."""
    found = consortium_for(request.actor, code)
    can_set(request.actor, found.pk).require()
    form = OwnEntryForm([each.code for each in entries(Kind.DOMAIN)], posted(request))
    page = FormPage(
        title=_("Voeg iets toe aan de catalogus"),
        intro=_("Een code blijft voor altijd: u kunt haar later sluiten, niet hernoemen."),
        button=_("Voeg toe"),
        trail=_trail(code, found.name),
        done=_("Het is toegevoegd. Gebruik de code in uw formats."),
    )
    return answer(
        request,
        form,
        page,
        lambda: add_own_entry(actor=request.actor, consortium_id=found.pk, **form.cleaned_data),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def close_entry(request: LevendRequest, code: str, entry: str) -> HttpResponse:
    """Take an own entry out of use."""
    found = consortium_for(request.actor, code)
    can_set(request.actor, found.pk).require()
    own = _own(region_entries(found.pk), entry)
    form = CloseEntryForm(
        [(each.code, named(each)) for each in successors(found.pk, own.code)], posted(request)
    )
    page = FormPage(
        title=_("Sluit %(name)s") % {"name": named(own)},
        intro=_("Profielen die dit noemen, blijven zoals zij zijn. In nieuwe formats komt het niet meer."),
        button=_("Sluit"),
        trail=_trail(code, found.name),
        done=_("“%(name)s” is gesloten.") % {"name": named(own)},
    )
    return answer(
        request,
        form,
        page,
        lambda: close_own_entry(
            actor=request.actor,
            consortium_id=found.pk,
            code=own.code,
            successor=form.cleaned_data["successor"],
        ),
    )


def _own(found: tuple[RegionEntry, ...], code: str) -> RegionEntry:
    for entry in found:
        if entry.is_own and entry.code == code:
            return entry
    raise NotFound(code)


def _trail(code: str, name: str) -> tuple[tuple[str, str], ...]:
    return (
        (reverse("consortium", args=[code]), name),
        (reverse("catalogue", args=[code]), _("Catalogus van de regio")),
    )
