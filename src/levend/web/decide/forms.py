"""What is filled in once for several profiles, and the filter of the list of schools."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.adoption.enums import State
from levend.adoption.queries.states import NOT_BEGUN
from levend.web.chain.forms.words import WordsField
from levend.web.forms import DayField, PlainForm

MOST_CHOSEN = 500
_KEY_DIGITS = 15


class CasesField(forms.Field):
    """Keys of the cases that were ticked, once each; what is no key is left out."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: object) -> list[int]:
        texts = value if isinstance(value, list) else []
        keys = [text for text in texts if isinstance(text, str) and text.isascii() and text.isdigit()]
        return list(dict.fromkeys(int(text) for text in keys if len(text) <= _KEY_DIGITS))[:MOST_CHOSEN]


class ManyForm(PlainForm):
    """The chosen cases. The service judges each of them, so a list that grew old does no harm."""

    cases = CasesField(label=_("Profielen"))
    missing: ClassVar[Mapping[str, Promise]] = {"cases": _("Kies minstens één profiel.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        for name, message in self.missing.items():
            self.fields[name].error_messages["required"] = str(message)


class AdoptManyForm(ManyForm):
    meeting_date = DayField(
        label=_("Datum van het besluit"),
        help_text=_(
            "De dag waarop het bestuur besloot: één datum voor alles wat u kiest. Bijvoorbeeld 27-1-2027."
        ),
    )
    missing = {
        **ManyForm.missing,
        "meeting_date": _("Vul de datum van het besluit in, bijvoorbeeld 27-1-2027."),
    }


class AdviseManyForm(ManyForm):
    words = WordsField(
        label=_("Advies in woorden"),
        help_text=_("Deze woorden komen bij elk profiel te staan dat u kiest."),
        required=False,
    )


class LocationFilter(forms.Form):
    """What is unknown filters nothing."""

    zoek = forms.CharField(label=_("Zoek op naam, plaats of code"), required=False)
    stand = forms.ChoiceField(
        label=_("Stand"),
        choices=[("", _("Alle standen")), (NOT_BEGUN, _("nog niet begonnen")), *State.choices],
        required=False,
    )

    @property
    def words(self) -> str:
        self.full_clean()
        return str(self.cleaned_data.get("zoek", ""))[:100]

    @property
    def state(self) -> str:
        self.full_clean()
        return str(self.cleaned_data.get("stand", ""))
