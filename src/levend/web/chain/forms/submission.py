"""What a director declares, and what a consortium asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.web.chain.forms.words import MESSAGE_MAX, ReasonForm, StepForm, WordsField
from levend.web.forms import DayField, TextField


class SubmissionForm(StepForm):
    declares_advice = forms.BooleanField(
        label=_("Ik verklaar dat de medezeggenschapsraad om advies over dit profiel is gevraagd")
    )
    declares_adoption = forms.BooleanField(
        label=_("Ik verklaar dat het bestuur dit profiel heeft vastgesteld")
    )
    function = TextField(
        label=_("Uw functie"),
        help_text=_("Zo komt zij in het document te staan. Uw naam staat er niet bij."),
        max_length=120,
        initial=_("directeur"),
    )
    words = WordsField(label=_("Bericht aan het samenwerkingsverband"), required=False, most=MESSAGE_MAX)
    missing = {
        "declares_advice": _("Verklaar dat de medezeggenschapsraad om advies is gevraagd."),
        "declares_adoption": _("Verklaar dat het bestuur het profiel heeft vastgesteld."),
        "function": _("Vul uw functie in, bijvoorbeeld directeur."),
    }


class CorrectionForm(ReasonForm):
    due_on = DayField(
        label=_("Uiterlijk op"), help_text=_("De dag waarop u de correctie verwacht. Bijvoorbeeld 15-2-2027.")
    )
    missing = {**ReasonForm.missing, "due_on": _("Kies een datum na vandaag, zodat de school tijd heeft.")}
