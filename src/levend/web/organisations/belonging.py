"""What a location belongs to: its consortia and its council."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts import rules
from levend.accounts.queries.organisations import consortia_for, councils_near, location_page
from levend.accounts.services.organisations import leave_consortium, place_in_consortium, seat_council
from levend.core.errors import Invalid, NotFound
from levend.organisations.enums import CouncilKind
from levend.web.organisations.forms.register import CouncilForm, LeaveForm, PlaceForm
from levend.web.organisations.page import FormPage, answer, posted
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: LevendRequest, code: str) -> HttpResponse:
    """Let it belong to a consortium; the operator's."""
    found = location_page(request.actor, code).location
    rules.can_manage(request.actor).require()
    form = PlaceForm(posted(request))
    page = FormPage(
        title=_("Plaats bij een samenwerkingsverband"),
        intro=_(
            "Een vestiging kan bij meer dan één verband horen. Verhuist zij, leg dan ook de laatste dag bij het "
            "vorige verband vast."
        ),
        button=_("Plaats"),
        trail=((reverse("location", args=[code]), found.name),),
        done=_("De vestiging is geplaatst."),
    )

    def save() -> None:
        consortium = consortia_for(request.actor).filter(code=form.cleaned_data["consortium"].upper()).first()
        if consortium is None:
            unknown = _("Er is hier geen samenwerkingsverband met deze code.")
            raise Invalid(unknown, {"consortium": unknown})
        place_in_consortium(
            actor=request.actor,
            location_id=found.pk,
            consortium_id=consortium.pk,
            valid_from=form.cleaned_data["valid_from"],
        )

    return answer(request, form, page, save)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: LevendRequest, code: str, membership_id: int) -> HttpResponse:
    """End its place in a consortium."""
    shown = location_page(request.actor, code)
    belonging = next((each for each in shown.belongings if each.id == membership_id), None)
    if belonging is None:
        raise NotFound(code)
    belonging.can_end.require()
    form = LeaveForm(posted(request), initial={"last_day": belonging.valid_until})
    page = FormPage(
        title=_("Weg bij %(name)s") % {"name": belonging.consortium.name},
        intro=_("Na deze dag ziet het verband de school niet meer. Wat is ingediend, blijft bewaard."),
        button=_("Leg de laatste dag vast"),
        trail=((reverse("location", args=[code]), shown.location.name),),
        done=_("De laatste dag is vastgelegd."),
    )
    return answer(
        request,
        form,
        page,
        lambda: leave_consortium(
            actor=request.actor, membership_id=membership_id, last_day=form.cleaned_data["last_day"]
        ),
        to=lambda: reverse("organisations"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def council(request: LevendRequest, code: str) -> HttpResponse:
    """Say which council advises from a day on."""
    found = location_page(request.actor, code).location
    form = CouncilForm([(each.pk, each.name) for each in councils_near(found)], posted(request))
    page = FormPage(
        title=_("Raad die adviseert"),
        intro=_("De medezeggenschapsraad van de school, of de gemeenschappelijke raad van het bestuur."),
        button=_("Leg vast"),
        trail=((reverse("location", args=[code]), found.name),),
        done=_("De raad is vastgelegd. De directeur of de raad nodigt de leden uit."),
    )
    return answer(
        request,
        form,
        page,
        lambda: seat_council(
            actor=request.actor,
            location_id=found.pk,
            council_id=form.council_id,
            kind=CouncilKind.GMR if form.cleaned_data["council"] == form.NEW_GMR else CouncilKind.MR,
            name=form.cleaned_data["name"],
            valid_from=form.cleaned_data["valid_from"],
        ),
    )
