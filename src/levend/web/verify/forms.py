"""The file, and why it cannot be taken."""

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.web.forms import PlainForm


class DocumentForm(PlainForm):
    """One PDF."""

    file = forms.FileField(
        label=_("Het document"),
        help_text=_("Een PDF van hoogstens 25 MB. Wij bewaren het bestand niet."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "empty": _("Dit bestand is leeg. Kies het document opnieuw."),
            "invalid": _("Het bestand kwam niet goed over. Kies het document opnieuw."),
            "missing": _("Het bestand kwam niet goed over. Kies het document opnieuw."),
        },
    )

    def refuse(self, why: str) -> None:
        """Say at the field why the file was not taken, in place of what else may be wrong with it."""
        self.full_clean()
        self.errors.pop("file", None)
        self.add_error("file", why)
