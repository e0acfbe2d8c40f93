"""Inviting the people of a list: first what it would do, line by line, then exactly that."""

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from levend.accounts import rules
from levend.accounts.queries.invite_plan import InvitePlan, plan_invitations
from levend.accounts.queries.invite_words import told
from levend.accounts.services import invite_list
from levend.core.errors import NotFound
from levend.web.people.list_form import MOST_BYTES, PeopleListForm, came_back, sent_along
from levend.web.requests import LevendRequest
from levend.web.verify.uploads import InMemory, is_beyond_reading


@csrf_exempt  # checked below, once it is settled that the file goes to no disk
@require_http_methods(["GET", "HEAD", "POST"])
def people_list(request: LevendRequest) -> HttpResponse:
    """The form for a list; or what the list would do."""
    if is_beyond_reading(request):
        raise RequestDataTooBig
    upload = InMemory(request, MOST_BYTES)
    request.upload_handlers = [upload]
    return _people_list(request, upload)


@csrf_protect
def _people_list(request: LevendRequest, upload: InMemory) -> HttpResponse:
    _require_may(request)
    is_sent = request.method == "POST"
    form = PeopleListForm(request.POST, request.FILES) if is_sent else PeopleListForm()
    if is_sent and upload.too_large:
        form.refuse(_("Dit bestand is groter dan 2 MB. Bewaar alleen het blad met de lijst."))
    if not is_sent or not form.is_valid():
        return render(request, "people/list.html", {"form": form}, status=422 if is_sent else 200)
    plan = plan_invitations(request.actor, form.cleaned_data["people"])
    context = {
        "plan": plan,
        "other": [(row, told(row)) for row in plan.other],
        "sent": sent_along(plan.new),
    }
    return render(request, "people/list_plan.html", context)


@require_POST
def send(request: LevendRequest) -> HttpResponse:
    """Invite whom the plan showed, as far as that is still new."""
    _require_may(request)
    plan = invite_list(actor=request.actor, people=came_back(request.POST.get("mensen") or ""))
    _tell(request, plan)
    return redirect("people")


def _require_may(request: LevendRequest) -> None:
    if not rules.can_invite_by_list(request.actor):
        raise NotFound


def _tell(request: LevendRequest, plan: InvitePlan) -> None:
    if plan.new:
        words = ngettext(
            "%(number)d uitnodiging is onderweg.", "%(number)d uitnodigingen zijn onderweg.", plan.letters
        )
        messages.success(request, words % {"number": plan.letters})
    else:
        messages.info(request, _("Iedereen op deze lijst was al uitgenodigd. Er is niets gewijzigd."))
    if plan.new and plan.other:
        words = ngettext(
            "%(number)d regel is overgeslagen: daar is intussen iets gewijzigd.",
            "%(number)d regels zijn overgeslagen: daar is intussen iets gewijzigd.",
            len(plan.other),
        )
        messages.warning(request, words % {"number": len(plan.other)})
