"""What a board says when it withdraws a profile."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from levend.adoption.queries.withdrawing import Withdrawable
from levend.adoption.services.withdrawing import REASON_MAX
from levend.core import clock
from levend.web.chain.forms.words import WordsField
from levend.web.forms import DayField, PlainForm


class WithdrawForm(PlainForm):
    """Which version is asked only where there are two: the one in force and one that has yet to begin."""

    version = forms.ChoiceField(label=_("Welke versie trekt u in?"), widget=forms.RadioSelect)
    on = DayField(
        label=_("Vanaf welke dag?"),
        help_text=_("Vandaag of later. Tot die dag blijft de tekst staan. Bijvoorbeeld 1-2-2027."),
    )
    reason = WordsField(
        label=_("Reden"),
        help_text=_(
            "Iedereen leest dit op de openbare bladzijde van de school. Schrijf het in gewone woorden. Noem geen namen "
            "en niets over een leerling of ouder."
        ),
        most=REASON_MAX,
    )
    sure = forms.BooleanField(
        label=_("Ik weet dat dit niet terug te draaien is en dat de school een nieuw profiel nodig heeft.")
    )

    def __init__(self, *args: Any, versions: tuple[Withdrawable, ...], **kwargs: Any) -> None:  # as Django's
        super().__init__(*args, **kwargs)
        self.versions = versions
        self.initial.setdefault("on", clock.today())
        self.fields["reason"].error_messages["required"] = _(
            "Schrijf een reden. Ouders lezen die op de openbare bladzijde."
        )
        choice = self.fields["version"]
        if len(versions) < 2:
            del self.fields["version"]
        elif isinstance(choice, forms.ChoiceField):
            choice.choices = [(str(one.adoption_id), _label(one)) for one in versions]

    def payload(self) -> dict[str, Any]:  # arguments of the service, each of its own type
        chosen = self.cleaned_data.get("version") or self.versions[0].adoption_id
        return {
            "adoption_id": int(chosen),
            "on": self.cleaned_data["on"],
            "reason": self.cleaned_data["reason"],
        }


def _label(version: Withdrawable) -> str:
    return _("Schooljaar %(year)s, geldt van %(since)s tot en met %(until)s") % {
        "year": version.school_year.replace("-", "–"),
        "since": date_format(version.valid_from, "j F Y"),
        "until": date_format(version.valid_until, "j F Y"),
    }
