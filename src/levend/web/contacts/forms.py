"""One person on the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.accounts.services.organisations import ContactPersonFields
from levend.web.forms import PlainForm, TextField


class ContactForm(PlainForm):
    """The service judges the fields; the form only asks for them, function first."""

    function = TextField(
        label=_("Functie"),
        help_text=_("Staat vooraan. Bijvoorbeeld intern begeleider of directeur."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name = TextField(
        label=_("Naam"),
        help_text=_("Alleen als diegene dat goed vindt. De functie alleen mag ook."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = TextField(
        label=_("Telefoon"),
        help_text=_("Een telefoonnummer of een e-mailadres is nodig."),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = TextField(
        label=_("E-mail"),
        required=False,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
    )
    reachable = TextField(
        label=_("Bereikbaar"),
        help_text=_("Bijvoorbeeld: maandag en dinsdag van 9 tot 16 uur."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def payload(self) -> ContactPersonFields:
        return ContactPersonFields(**self.cleaned_data)
