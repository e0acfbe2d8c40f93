"""Groups and boards: making one, giving it another name."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts import rules
from levend.accounts.queries.organisations import board_for, group_for
from levend.accounts.services.organisations import save_board, save_group
from levend.web.organisations.forms.register import BoardForm, GroupForm, NewBoardForm, NewGroupForm
from levend.web.organisations.page import FormPage, answer, only, posted
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def new_group(request: LevendRequest) -> HttpResponse:
    only(rules.can_manage(request.actor))
    form = NewGroupForm(posted(request))
    page = FormPage(
        title=_("Voeg een groep toe"),
        intro=_("Samenwerkingsverbanden die samenwerken aan formulieren en één overzicht."),
        button=_("Voeg toe"),
        trail=((reverse("groups"), _("Groepen")),),
        done=_("De groep is toegevoegd."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_group(
            actor=request.actor, name=form.cleaned_data["name"], code=form.cleaned_data["code"]
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: LevendRequest, code: str) -> HttpResponse:
    found = group_for(request.actor, code)
    form = GroupForm(posted(request), initial={"name": found.name})
    page = FormPage(
        title=found.name,
        button=_("Bewaar"),
        trail=((reverse("groups"), _("Groepen")),),
        done=_("De naam is bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_group(actor=request.actor, group_id=found.pk, name=form.cleaned_data["name"]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_board(request: LevendRequest) -> HttpResponse:
    only(rules.can_add_board(request.actor))
    form = NewBoardForm(posted(request))
    manages = bool(rules.can_manage(request.actor))
    page = FormPage(
        title=_("Voeg een bestuur toe"),
        button=_("Voeg toe"),
        trail=(
            (reverse("boards"), _("Besturen")) if manages else (reverse("organisations"), _("Ons verband")),
        ),
        done=_("Het bestuur is toegevoegd."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_board(
            actor=request.actor, name=form.cleaned_data["name"], code=form.cleaned_data["code"]
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def board(request: LevendRequest, code: str) -> HttpResponse:
    found = board_for(request.actor, code)
    form = BoardForm(posted(request), initial={"name": found.name})
    page = FormPage(
        title=found.name,
        button=_("Bewaar"),
        trail=((reverse("boards"), _("Besturen")),),
        done=_("De naam is bewaard."),
    )
    return answer(
        request,
        form,
        page,
        lambda: save_board(actor=request.actor, board_id=found.pk, name=form.cleaned_data["name"]),
    )
