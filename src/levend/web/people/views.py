"""The people at a place: seeing, inviting, ending a role."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts import rules
from levend.accounts.enums import PlaceKind
from levend.accounts.queries.endings import ending_of, own_roles
from levend.accounts.queries.people_at import people_at
from levend.accounts.queries.people_places import people_places, summaries
from levend.accounts.services import end_membership, invite
from levend.core.errors import Invalid
from levend.web.forms import put_faults
from levend.web.people.forms import InviteForm
from levend.web.people.kinds import WORDS
from levend.web.people.roles import MEANINGS
from levend.web.requests import LevendRequest

PLACES_A_PAGE = 25


@require_safe
def overview(request: LevendRequest) -> HttpResponse:
    """The places whose people one looks after, and one's own roles."""
    search = request.GET.get("zoek", "")[:100]
    places = people_places(request.actor, search=search)
    page = Paginator(places, PLACES_A_PAGE).get_page(request.GET.get("bladzijde"))
    context = {
        "rows": [(WORDS[summary.place.kind], summary) for summary in summaries(page.object_list)],
        "page": page,
        "search": search,
        "many": bool(search) or page.paginator.num_pages > 1,
        "own": own_roles(request.actor),
        "by_list": rules.can_invite_by_list(request.actor),
    }
    return render(request, "people/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def people_of_place(request: LevendRequest, kind: PlaceKind, key: str) -> HttpResponse:
    """Who has which role here; the form invites somebody."""
    people = people_at(request.actor, kind, key)
    form = InviteForm(people.invitable, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        email, role = form.cleaned_data["email"], form.cleaned_data["role"]
        try:
            invite(actor=request.actor, email=email, role=role, place=people.target)
        except Invalid as refused:
            put_faults(form, refused)
        else:
            messages.success(request, _("De uitnodiging voor %(email)s is onderweg.") % {"email": email})
            return redirect("people_at", kind, key)
    context = {
        "people": people,
        "word": WORDS[kind],
        "form": form,
        "roles": [(role.label, MEANINGS[role]) for role in people.invitable],
    }
    return render(request, "people/place.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: LevendRequest, membership_id: int) -> HttpResponse:
    """Ask once more, then end a role; the next request of that person no longer has it."""
    ending = ending_of(request.actor, membership_id)
    if request.method != "POST":
        return render(request, "people/end.html", {"ending": ending})
    end_membership(actor=request.actor, membership_id=membership_id)
    if ending.is_self:
        messages.success(request, _("U hebt uw rol bij %(place)s neergelegd.") % {"place": ending.place.name})
        return redirect("people")
    words = _("%(name)s heeft bij %(place)s geen toegang meer als %(role)s.")
    messages.success(
        request, words % {"name": ending.name, "place": ending.place.name, "role": ending.role.label}
    )
    return redirect("people_at", ending.place.kind, ending.place.key)
