"""Under which regime a consortium works."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.accounts.queries.organisations import consortium_for
from levend.core import clock
from levend.regimes.queries import all_regimes, choices_of, regime_for
from levend.regimes.rules import can_choose_regime
from levend.regimes.services import choose_regime
from levend.web.organisations.forms.choices import RegimeForm
from levend.web.organisations.page import FormPage, answer, posted
from levend.web.requests import LevendRequest


@require_http_methods(["GET", "HEAD", "POST"])
def regime(request: LevendRequest, code: str) -> HttpResponse:
    """Both regimes with their sources; the consortium's own coordinator chooses."""
    found = consortium_for(request.actor, code)
    decision = can_choose_regime(request.actor, found.pk)
    if request.method == "POST":
        decision.require()
    language = get_language() or "nl"
    regimes = all_regimes()
    form = RegimeForm([(each.key, each.title.in_language(language)) for each in regimes], posted(request))
    page = FormPage(
        title=_("Regime"),
        button=_("Leg de keuze vast"),
        trail=((reverse("consortium", args=[code]), found.name),),
        done=_("De keuze is vastgelegd. Profielen die al lopen, houden het regime waaronder zij begonnen."),
    )
    context = {
        "decision": decision,
        "now": regime_for(found.pk, clock.today()).title.in_language(language),
        "choices": [(each, each.regime.title.in_language(language)) for each in choices_of(found.pk)],
        "regimes": [
            (
                each,
                each.title.in_language(language),
                each.summary.in_language(language),
                [(source, source.about.in_language(language)) for source in each.sources],
            )
            for each in regimes
        ],
    }
    return answer(
        request,
        form,
        page,
        lambda: choose_regime(actor=request.actor, consortium_id=found.pk, **form.cleaned_data),
        template="organisations/regime.html",
        context=context,
    )
