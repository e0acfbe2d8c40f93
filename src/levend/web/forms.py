"""What forms of several areas share."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from levend.core.errors import Invalid
from levend.core.plaintext import clean

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]+)[\s./-]+(\d{4})")


def put_faults(form: forms.BaseForm, refused: Invalid) -> None:
    """Show what a service refused at the fields that it names, the rest above the form."""
    for name, text in refused.fields.items():
        form.add_error(name if name in form.fields else None, str(text))
    if not refused.fields:
        form.add_error(None, str(refused))


class PlainForm(forms.Form):
    """A form whose faults are said in our words, and whose required mark stands in words too."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        self.in_our_words()

    def in_our_words(self) -> None:
        """Say the faults of every field in our words; again where a form gets fields later."""
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["required"] = _("Maak een keuze.")
                field.error_messages["invalid_choice"] = _("Kies een van de mogelijkheden in de lijst.")
            elif isinstance(field, forms.BooleanField):
                field.error_messages["required"] = _("Vink dit aan om verder te gaan.")
            elif isinstance(field, forms.FileField):
                field.error_messages["required"] = _("Kies een bestand.")
            elif not isinstance(field, DayField):
                field.error_messages["required"] = _("Vul dit veld in.")


class TextField(forms.CharField):
    """Plain text as Levend keeps it: one kind of line end, no control characters."""

    def to_python(self, value: object) -> str:
        try:
            return clean(super().to_python(value) or "")
        except Invalid as refused:
            raise ValidationError(str(refused)) from None


class LongTextField(TextField):
    widget = forms.Textarea


class DayField(forms.DateField):
    """A date as people write it: *27 1 2027*, *27-1-2027*, *27 januari 2027*, *2027-01-27*."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 27 1 2027."),
        "required": _("Vul een datum in, bijvoorbeeld 27 1 2027."),
    }

    def to_python(self, value: str | datetime | date | None) -> date | None:
        match = _DAY.fullmatch(value.strip().lower()) if isinstance(value, str) else None
        if match is None:
            return super().to_python(value)
        try:
            return date(int(match[3]), _month(match[2]), int(match[1]))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: object) -> object:
        return f"{value.day}-{value.month}-{value.year}" if isinstance(value, date) else value


def _month(word: str) -> int:
    """1 to 12; 0, which no date has, for a word that is no month. *mrt* is how March is shortened."""
    if word.isdigit():
        return int(word)
    short = "maa" if word.startswith("mrt") else word[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
