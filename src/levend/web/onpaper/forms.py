"""The file that is handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.web.forms import PlainForm


class FilledForm(PlainForm):
    """One PDF."""

    file = forms.FileField(
        label=_("Het ingevulde formulier"),
        help_text=_("De PDF met uw antwoorden, hoogstens 25 MB. Wij lezen het bestand en bewaren het niet."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "empty": _("Dit bestand is leeg. Kies het formulier opnieuw."),
            "invalid": _("Het bestand kwam niet goed over. Kies het formulier opnieuw."),
            "missing": _("Het bestand kwam niet goed over. Kies het formulier opnieuw."),
        },
    )

    def refuse(self, why: str) -> None:
        """Say at the field why the file was not taken."""
        self.full_clean()
        self.errors.pop("file", None)
        self.add_error("file", why)
