"""Which column of a spreadsheet is about which question."""

from collections.abc import Mapping, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.formats.engine.definition import FormatDefinition
from levend.profiles.engine.brought import Columns
from levend.web.forms import PlainForm, TextField
from levend.web.moving.naming import QuestionNames

QUESTIONS = "vragen"
"""The list of questions on the page, to which the field of every column points."""


class QuestionField(TextField):
    """A question by its words, chosen from the one list of the page; empty leaves the column out."""

    default_error_messages = {
        "unknown": gettext_lazy(
            "Deze vraag kennen wij niet. Kies een vraag uit de lijst, of maak het vak leeg."
        ),
    }

    def __init__(self, names: QuestionNames, *, label: str) -> None:
        attributes = {"class": "input", "list": QUESTIONS, "autocomplete": "off"}
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs=attributes))
        self.names = names

    def prepare_value(self, value: object) -> object:
        return self.names.by_key.get(value, value) if isinstance(value, str) else value

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        key = self.names.key_of(text) if text.strip() else ""
        if key is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return key


class ColumnsForm(PlainForm):
    """For every column a question, or nothing; which one holds the codes; and a name to keep this under."""

    list_id = QUESTIONS

    code = forms.ChoiceField(
        label=gettext_lazy("In welke kolom staat de code van de school?"),
        help_text=gettext_lazy("De BRIN-code met de twee cijfers van de vestiging, zoals 12AB00."),
    )
    name = TextField(
        label=gettext_lazy("Bewaar deze keuzes onder een naam"),
        help_text=gettext_lazy("Bij een volgend bestand met dezelfde koppen staan zij dan klaar."),
        required=False,
        max_length=80,
    )

    def __init__(
        self,
        definition: FormatDefinition,
        headers: Sequence[str],
        columns: Columns,
        *,
        name: str = "",
        data: Mapping[str, object] | None = None,
    ) -> None:
        self.width = len(headers)
        self.names = QuestionNames(definition)
        initial = {"name": name} | {field_of(place): key for place, key in columns.questions.items()}
        super().__init__(data, initial=initial | {"code": "" if columns.code is None else str(columns.code)})
        code = self.fields["code"]
        assert isinstance(code, forms.ChoiceField)  # noqa: S101  (for the type)
        called = [
            header or _("kolom %(number)d") % {"number": place + 1} for place, header in enumerate(headers)
        ]
        code.choices = [("", _("Kies een kolom")), *((str(place), text) for place, text in enumerate(called))]
        for place, text in enumerate(called):
            self.fields[field_of(place)] = QuestionField(
                self.names, label=_("Vraag bij de kolom “%(header)s”") % {"header": text}
            )
        self.in_our_words()

    @property
    def columns(self) -> Columns:
        chosen = {place: self.cleaned_data.get(field_of(place)) or "" for place in range(self.width)}
        code = int(self.cleaned_data["code"])
        return Columns(code, {place: key for place, key in chosen.items() if key and place != code})


def field_of(place: int) -> str:
    return f"column-{place}"
