"""A consortium's colours and logo."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts.queries.organisations import consortium_for
from levend.accounts.services.organisations import save_colours, save_logo
from levend.core.errors import NotFound
from levend.organisations.engine.drawing import LARGEST
from levend.organisations.values import THEME_KEYS, theme_faults
from levend.web.organisations.forms.choices import OWN_COLOURS, ColoursForm, LogoForm
from levend.web.organisations.page import FormPage, answer, posted
from levend.web.requests import LevendRequest
from levend.web.theme.stylesheet import declarations

PREVIEW = "voorbeeld"


@require_http_methods(["GET", "HEAD", "POST"])
def colours(request: LevendRequest, code: str) -> HttpResponse:
    """Ten colours with an example; *bekijk* shows the example and saves nothing."""
    found = consortium_for(request.actor, code)
    page = FormPage(
        title=_("Kleuren"),
        button=_("Bewaar de kleuren"),
        trail=((reverse("consortium", args=[code]), found.name),),
        done=_("De kleuren zijn bewaard."),
    )
    if request.POST.get("do") == "reset":
        save_colours(actor=request.actor, consortium_id=found.pk, theme={})
        messages.success(request, _("De kleuren zijn weer die van Levend."))
        return redirect(page.back)
    form = ColoursForm(posted(request), theme=found.theme)
    fitting = not theme_faults(form.theme)
    context = {"preview": urlencode(form.theme) if fitting else "", "consortium": found}
    if request.POST.get("do") == "preview":
        return render(request, "organisations/colours.html", {"form": form, "page": page, **context})
    return answer(
        request,
        form,
        page,
        lambda: save_colours(actor=request.actor, consortium_id=found.pk, theme=form.theme),
        template="organisations/colours.html",
        context=context,
    )


@require_safe
def colours_preview(request: LevendRequest, code: str) -> HttpResponse:
    """The stylesheet of the example; nothing but ten colours comes out of it. What is not asked is as it is now."""
    now = {**OWN_COLOURS, **consortium_for(request.actor, code).theme}
    theme = {key: request.GET.get(key, now[key]) for key in THEME_KEYS}
    if theme_faults(theme):
        raise NotFound(code)
    return HttpResponse(declarations(PREVIEW, theme), content_type="text/css; charset=utf-8")


@require_http_methods(["GET", "HEAD", "POST"])
def logo(request: LevendRequest, code: str) -> HttpResponse:
    """Give it a logo, or take it away."""
    found = consortium_for(request.actor, code)
    page = FormPage(
        title=_("Logo"),
        button=_("Bewaar het logo"),
        trail=((reverse("consortium", args=[code]), found.name),),
        done=_("Het logo is bewaard."),
    )
    if request.POST.get("do") == "remove":
        save_logo(actor=request.actor, consortium_id=found.pk, svg=b"")
        messages.success(request, _("Het logo is weggehaald."))
        return redirect(page.back)
    form = LogoForm(posted(request), request.FILES or None)
    return answer(
        request,
        form,
        page,
        lambda: save_logo(
            actor=request.actor, consortium_id=found.pk, svg=form.cleaned_data["logo"].read(LARGEST + 1)
        ),
        template="organisations/logo.html",
        context={"consortium": found},
    )
