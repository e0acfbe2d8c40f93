from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts.queries.stop_link import own_choices
from levend.accounts.services import choose_mail
from levend.rounds.queries.survey import waiting_words
from levend.web.home.forms import MailForm
from levend.web.home.page import start_page
from levend.web.requests import LevendRequest


@require_safe
def home(request: LevendRequest) -> HttpResponse:
    """What to do now, the rest, what waits, what changed, which dates."""
    context = {"start": start_page(request.actor), "words": waiting_words(request.actor)}
    return render(request, "home/today.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: LevendRequest) -> HttpResponse:
    """One's own name, address and roles; the form is about language and reminders."""
    form = MailForm(request.POST if request.method == "POST" else None, initial=own_choices(request.actor))
    if form.is_bound and form.is_valid():
        choose_mail(actor=request.actor, **form.cleaned_data)
        with translation.override(form.cleaned_data["language"]):
            messages.success(request, _("Bewaard."))
        return redirect("account")
    return render(request, "home/account.html", {"form": form}, status=422 if form.errors else 200)
