"""What a board decides, itself or by its minutes."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.adoption.services.adopting import deviates
from levend.regimes.queries import regime
from levend.web.chain.forms.words import StepForm, WordsField
from levend.web.forms import DayField


class AdoptionForm(StepForm):
    meeting_date = DayField(
        label=_("Datum van het besluit"),
        help_text=_("De dag waarop het bestuur besloot. Bijvoorbeeld 27-1-2027."),
    )
    explanation = WordsField(
        label=_("Waarom volgt het bestuur het advies niet helemaal?"),
        help_text=_("De raad krijgt deze uitleg. Zij blijft bij het profiel bewaard."),
    )
    talk_on = DayField(
        label=_("Datum van het gesprek met de raad"),
        help_text=_(
            "Wie een advies niet helemaal volgt, praat er eerst met de raad over. Bijvoorbeeld 20-1-2027."
        ),
    )
    missing: ClassVar[Mapping[str, Promise]] = {
        "meeting_date": _("Vul de datum van het besluit in, bijvoorbeeld 27-1-2027."),
        "explanation": _("Schrijf waarom het bestuur het advies niet of niet helemaal volgt."),
        "talk_on": _("Vul in wanneer het bestuur hierover met de raad sprak."),
    }

    def arrange(self) -> None:
        """Explanation and talk are asked only where the board departs from the advice."""
        if not deviates(self.about.case):
            del self.fields["explanation"]
            del self.fields["talk_on"]
        elif not regime(self.about.case.regime).deviation.needs_talk:
            del self.fields["talk_on"]


class RegisteredAdoptionForm(AdoptionForm):
    file = forms.FileField(
        allow_empty_file=True,  # the service says what is wrong with it
        label=_("Notulen of besluit van het bestuur"),
        help_text=_("PDF, of een foto als JPEG of PNG. Hoogstens 10 MB."),
    )
    field_order = ("meeting_date", "file", "explanation", "talk_on")
    missing = {**AdoptionForm.missing, "file": _("Kies de notulen of het besluit als PDF of foto.")}

    def payload(self) -> dict[str, object]:
        payload = super().payload()
        payload["minutes"] = payload.pop("file")
        return payload
