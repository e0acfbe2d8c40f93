"""What somebody chooses for their own account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from levend.accounts.enums import Reminders
from levend.web.forms import PlainForm


class MailForm(PlainForm):
    language = forms.ChoiceField(label=_("Taal van de bladzijden en brieven"), choices=settings.LANGUAGES)
    reminders = forms.ChoiceField(
        label=_("Herinneringen"),
        choices=Reminders.choices,
        widget=forms.RadioSelect,
        help_text=_("Als u aan zet bent en een datum nadert of voorbij is."),
    )
