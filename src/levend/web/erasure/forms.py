"""What somebody asks to erase."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from levend.publication.queries.erasures import LONGEST, Letter
from levend.web.forms import LongTextField, PlainForm, TextField


class PassageForm(PlainForm):
    """The passage is sent in the body of a request only: an address ends up in logs and in a browser's history.

    Who only looks where it stands need not say why yet.
    """

    passage = TextField(
        label=_("Welke woorden moeten weg?"),
        help_text=_(
            "Schrijf ze zoals ze er staan, bijvoorbeeld een voornaam en achternaam. Hoofdletters maken geen verschil."
        ),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    why = LongTextField(
        label=_("Waarom?"),
        help_text=_("Dit blijft bewaard. Noem de naam zelf hier niet."),
    )
    letters = forms.MultipleChoiceField(
        label=_("Welke brieven of notulen moeten als geheel weg?"),
        help_text=_(
            "In een brief kan Levend geen woorden zoeken of wissen. Lees de brieven zelf en vink aan wat weg moet."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, letters: tuple[Letter, ...], **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        self.fields["why"].error_messages["required"] = _(
            "Schrijf waarom dit gewist moet worden. Noem de naam zelf daarbij niet."
        )
        if letters:
            choices = [
                (str(one.id), f"{one.name}, {date_format(one.happened_on, 'j F Y')}") for one in letters
            ]
            self.fields["letters"].choices = choices  # type: ignore[attr-defined]  # a choice field, see above
        else:
            del self.fields["letters"]

    def full_clean(self) -> None:
        self.fields["why"].required = "ask" in self.data
        super().full_clean()
        self.fields["why"].required = True  # as the page says it

    def payload(self) -> dict[str, Any]:
        """The arguments of the service."""
        data = self.cleaned_data
        return {
            "passage": data["passage"],
            "why": data["why"],
            "paper_ids": [int(one) for one in data.get("letters", ())],
        }


class ConfirmForm(PlainForm):
    looked = forms.BooleanField(
        label=_("Ik heb de plaatsen hierboven bekeken. Ik weet dat wissen niet terug te draaien is."),
    )
