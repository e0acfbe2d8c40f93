from django import forms
from django.utils.translation import gettext_lazy as _

from levend.web.forms import DayField, LongTextField, PlainForm, TextField


class SampleForm(PlainForm):
    """One field of each kind."""

    name = TextField(
        label=_("Naam van de school"), help_text=_("Zoals die in de schoolgids staat."), max_length=200
    )
    day = DayField(label=_("Datum van vaststelling"), help_text=_("Bijvoorbeeld 27 1 2027"))
    kind = forms.ChoiceField(
        label=_("Schooltype"), choices=[("bao", _("Basisschool")), ("sbo", _("Speciaal basisonderwijs"))]
    )
    note = LongTextField(label=_("Toelichting"), required=False)
    room = forms.ChoiceField(
        label=_("Is er een rustige kamer?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee")), ("opbouw", _("In opbouw"))],
        widget=forms.RadioSelect,
    )
    helpers = forms.MultipleChoiceField(
        label=_("Wie helpt er in de school?"),
        choices=[("ib", _("Intern begeleider")), ("logo", _("Logopedist")), ("ged", _("Gedragsspecialist"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    read = forms.BooleanField(label=_("Ik heb de tekst gelezen"))
