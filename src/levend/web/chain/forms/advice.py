"""What a council says, itself or by letter, and what the board answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.adoption.enums import AdviceKind, Reaction
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.web.chain.forms.words import WORDS_MAX, StepForm, WordsField
from levend.web.forms import DayField

_KINDS = [
    (AdviceKind.POSITIVE.value, _("Positief")),
    (AdviceKind.CONDITIONAL.value, _("Positief, met voorwaarden")),
    (AdviceKind.NEGATIVE.value, _("Negatief")),
]
_REACTIONS = [
    (Reaction.FOLLOWED.value, _("Nemen wij over")),
    (Reaction.DECLINED.value, _("Nemen wij niet over")),
]
ROWS = 2


class RepeatedText(forms.Textarea):
    """Several texts under one name."""

    def value_from_datadict(self, data: Any, files: object, name: str) -> list[str]:  # as Django's widgets
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))


class ConditionsField(forms.Field):
    """The conditions that were filled in, in order; empty ones are left out."""

    widget = RepeatedText

    def to_python(self, value: object) -> list[str]:
        texts = value if isinstance(value, list) else []
        try:
            cleaned = [clean(str(text), max_length=WORDS_MAX) for text in texts]
        except Invalid as refused:
            raise ValidationError(str(refused)) from None
        return [text for text in cleaned if text]


@dataclass(frozen=True)
class ConditionRow:
    """One box on the page. The first has the id that the summary of errors points at."""

    number: int
    text: str
    id: str


class AdviceForm(StepForm):
    kind = forms.ChoiceField(label=_("Welk advies geeft de raad?"), choices=_KINDS, widget=forms.RadioSelect)
    words = WordsField(
        label=_("Advies in woorden"),
        help_text=_("Schrijf wat de raad ervan vindt. Is het advies negatief, schrijf dan ook waarom."),
        required=False,
    )
    conditions = ConditionsField(
        label=_("Voorwaarden"),
        help_text=_(
            "Alleen bij een positief advies met voorwaarden. Eén voorwaarde per vak. Het bestuur antwoordt op elke "
            "voorwaarde apart."
        ),
        required=False,
    )
    words_public = forms.BooleanField(
        label=_("Deze woorden mogen op de openbare bladzijde van de school staan"), required=False
    )
    missing: ClassVar[Mapping[str, Promise]] = {"kind": _("Kies een van de drie vormen van advies.")}

    @property
    def condition_rows(self) -> tuple[ConditionRow, ...]:
        """What was typed, and at least one empty box."""
        texts = [str(text) for text in self["conditions"].value() or []]
        filled = [text for text in texts if text.strip()]
        texts = filled + [""] * max(1, ROWS - len(filled), len(texts) - len(filled))
        base = str(self["conditions"].auto_id)
        return tuple(
            ConditionRow(number, text, base if number == 1 else f"{base}_{number}")
            for number, text in enumerate(texts, start=1)
        )

    def payload(self) -> dict[str, object]:
        return {**self.cleaned_data, "kind": AdviceKind(self.cleaned_data["kind"])}

    def raw(self) -> dict[str, object]:
        raw = super().raw()
        texts = raw["conditions"]
        more = [""] if "more" in self.data else []
        return {**raw, "conditions": [*(texts if isinstance(texts, list) else []), *more]}

    def typed(self) -> tuple[tuple[str, str], ...]:
        rows = self.condition_rows if self.is_bound else ()
        return super().typed() + tuple((f"{row.number}.", row.text) for row in rows if row.text.strip())


class RegisteredAdviceForm(AdviceForm):
    given_on = DayField(
        label=_("Datum van de brief"),
        help_text=_("De dag waarop de raad het advies gaf. Bijvoorbeeld 14-1-2027."),
    )
    file = forms.FileField(
        allow_empty_file=True,  # the service says what is wrong with it
        label=_("Ondertekende brief van de raad"),
        help_text=_("PDF, of een foto als JPEG of PNG. Hoogstens 10 MB."),
    )
    field_order = ("given_on", "file", "kind", "words", "conditions", "words_public")
    missing = {
        **AdviceForm.missing,
        "given_on": _("Vul de datum van de brief in, bijvoorbeeld 14-1-2027."),
        "file": _("Kies de brief van de raad als PDF of foto."),
    }

    def payload(self) -> dict[str, object]:
        payload = super().payload()
        payload["letter"] = payload.pop("file")
        return payload


class ReactionForm(StepForm):
    reaction = forms.ChoiceField(
        label=_("Wat doet het bestuur met deze voorwaarde?"), choices=_REACTIONS, widget=forms.RadioSelect
    )
    explanation = WordsField(
        label=_("Leg uit"),
        help_text=_(
            "De raad leest uw uitleg. Zij blijft bij het profiel bewaard. Neemt u de voorwaarde niet over, dan is "
            "uitleg nodig."
        ),
    )
    missing = {
        "reaction": _("Kies wat het bestuur met deze voorwaarde doet."),
        "explanation": _("Schrijf uw uitleg. Zonder uitleg kunt u niet afwijken van een advies."),
    }

    def arrange(self) -> None:
        """A condition that is followed needs no explanation."""
        self.fields["explanation"].required = (
            not self.is_bound or self.data.get("reaction") == Reaction.DECLINED
        )

    def payload(self) -> dict[str, object]:
        return {**self.cleaned_data, "reaction": Reaction(self.cleaned_data["reaction"])}
