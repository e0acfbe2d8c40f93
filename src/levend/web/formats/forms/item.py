"""Whatever stands in a chapter, as a form: the fields depend on its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from levend.formats.engine.editing import Map
from levend.formats.engine.kinds import Audience, Level, QuestionType
from levend.formats.engine.support_group import SupportPart
from levend.formats.engine.text import clean
from levend.formats.engine.yaml_source import Plain
from levend.web.formats import words
from levend.web.formats.forms.general import BaseForm
from levend.web.formats.forms.parts import rows_of, with_rows
from levend.web.formats.forms.tags import PLACES, tag_fields, tag_values, tags_of
from levend.web.forms import LongTextField, TextField
from levend.web.look.fields import Said

T = QuestionType
_SWAPS = (frozenset({T.TEXT, T.LONG_TEXT}), frozenset({T.CHOICE, T.CHOICES, T.RATING}))
"""Types that a question can go to and from while it is being made."""
_DEFAULTS: Map = {
    "required": False,
    "audience": Audience.PUBLIC.value,
    "level": 2,
    "levels": [level.value for level in Level],
    "parts": ["by", "state", "capacity", "words"],
    "at_basic": ["by", "state", "words"],
}
"""What a format means where it says nothing."""
_MEANING = ("elements", *PLACES, "other_tags")


class NumberField(TextField):
    """A number as Dutch writes it."""

    def to_python(self, value: object) -> Any:  # None, int or float, where the parent promises text
        text = super().to_python(value).replace(",", ".")
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            raise ValidationError(_("Vul een getal in, bijvoorbeeld 12 of 12,5.")) from None
        if not -1e9 < number < 1e9:
            raise ValidationError(_("Dit getal is te groot."))
        return int(number) if number.is_integer() else round(number, 6)

    def prepare_value(self, value: object) -> object:
        return str(value).replace(".", ",") if isinstance(value, int | float) else value


@dataclass(frozen=True)
class Around:
    """What a form must know of the draft: options of the question before, whether the key stays, the catalogue."""

    namely: tuple[tuple[str, str], ...] = ()
    key_is_fixed: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


class ItemForm(BaseForm):
    """An item of one kind. `item` is what is stored, or what a new one begins with."""

    def __init__(
        self, kind: str, item: Map, revision: int, post: Mapping[str, Any] | None, around: Around
    ) -> None:
        self.kind, self.item, self.around = kind, item, around
        stored = item.get("tags")
        self.tags = [str(tag) for tag in stored] if isinstance(stored, list) else []
        super().__init__(post, initial={**self._initial(), "revisie": revision})
        self.fields.update(self._fields())
        self.in_our_words()
        if "type" in self.fields and post is not None and post.get("type") in dict(self._types()):
            self.kind = str(post["type"])
        self.rows = rows_of(self.kind, item, post)
        super_fields = [name for name in self.fields if name != "key"]
        self.order_fields([*super_fields, "key"])

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in {*_MEANING, "key", "revisie"}]

    @property
    def is_long(self) -> bool:
        """Whether its text is what it is about."""
        return self.kind == "fixed_text"

    @property
    def meaning(self) -> list[forms.BoundField]:
        return [self[name] for name in _MEANING if name in self.fields]

    @property
    def meaning_is_open(self) -> bool:
        return bool(self.tags) or any(self[name].errors for name in _MEANING if name in self.fields)

    def show_beside_rows(self, said: Mapping[int, tuple[Said, ...]]) -> None:
        """Put what is wrong beside the rows that it is about."""
        if self.rows is not None:
            self.rows = replace(self.rows, notes=said)

    def changed_item(self) -> Map:
        """The item with what was filled in; what no field shows stays as it is."""
        item: Map = {**self.item, "type": self.kind}
        for name, value in self.cleaned_data.items():
            if name in {*_MEANING, "revisie", "type", "namely"}:
                continue
            item = self._put(item, name, value)
        if "other_tags" in self.fields:
            tags: list[Plain] = [*tags_of(self.cleaned_data, self.tags)]
            item = self._put(item, "tags", tags)
        if "namely" in self.fields:
            chosen: list[Plain] = [*str(self.cleaned_data["namely"]).split(" ", 1)]
            item = self._put(item, "namely_for", chosen if len(chosen) == 2 else None)
        return with_rows(self.kind, item, self.rows, self.around.names) if self.rows else item

    def _put(self, item: Map, name: str, value: Plain) -> Map:
        before = self.item.get(name)
        if isinstance(before, str) and isinstance(value, str) and clean(before) == value:
            return item
        if before == value and type(before) is type(value):
            return item
        if value == _DEFAULTS[name] if name in _DEFAULTS else value in (None, "", []):
            return {key: each for key, each in item.items() if key != name}
        return {**item, name: value}

    def _initial(self) -> dict[str, object]:
        initial: dict[str, object] = {**_DEFAULTS, **self.item, **tag_values(self.tags)}
        namely = self.item.get("namely_for")
        if isinstance(namely, list):
            initial["namely"] = " ".join(str(each) for each in namely)
        return initial

    def _types(self) -> list[tuple[str, Any]]:
        pair = next((pair for pair in _SWAPS if self.item.get("type", self.kind) in pair), frozenset())
        return [(each.value, words.TYPES[each]) for each in QuestionType if each in pair]

    def _fields(self) -> dict[str, forms.Field]:
        match self.kind:
            case "heading":
                return {
                    "text": TextField(label=_("Kop"), max_length=500),
                    "number": TextField(label=_("Nummer"), max_length=20, required=False),
                    "level": forms.TypedChoiceField(
                        label=_("Hoe groot?"),
                        coerce=int,
                        choices=[(2, _("Kop")), (3, _("Tussenkop")), (4, _("Kleine tussenkop"))],
                    ),
                }
            case "fixed_text":
                return {"text": _long(_("Vaste tekst"), _LIGHT, rows=8, required=True)}
            case "register":
                return {
                    "field": forms.ChoiceField(label=_("Gegeven"), choices=list(words.REGISTER.items())),
                    "label": TextField(label=_("Wat staat erbij?"), max_length=500),
                }
            case "support":
                return self._support_fields()
        return self._question_fields()

    def _support_fields(self) -> dict[str, forms.Field]:
        at_basic = [SupportPart.BY, SupportPart.STATE, SupportPart.WORDS]
        return {
            "levels": _ticks(
                _("Uit welke niveaus kiest een school?"), list(words.LEVELS.items()), required=True
            ),
            "parts": _ticks(_("Wat vraagt u per soort?"), list(words.SUPPORT_PARTS.items())),
            "at_basic": _ticks(
                _("Wat vraagt u ook bij basisondersteuning?"),
                [(part.value, words.SUPPORT_PARTS[part]) for part in at_basic],
            ),
            "required": forms.BooleanField(label=_("Het niveau is verplicht"), required=False),
            "audience": _audience(),
            "key": self._key_field(20),
        }

    def _question_fields(self) -> dict[str, forms.Field]:
        fields: dict[str, forms.Field] = {
            "label": TextField(
                label=_("Vraag"), max_length=500, help_text=_("Eén vraag tegelijk, in gewone woorden.")
            ),
            "help": _long(_("Uitleg bij het invullen"), _("Staat altijd onder de vraag.")),
            "why": _long(_("Waarom deze vraag?"), _("Staat dichtgeklapt bij de vraag.")),
        }
        if types := self._types():
            fields["type"] = forms.ChoiceField(label=_("Soort antwoord"), choices=types)
        if self.around.namely:
            fields["namely"] = forms.ChoiceField(
                label=_("Hoort deze tekst bij een keuze van de vraag hierboven?"),
                choices=[("", _("Nee, het is een eigen vraag")), *self.around.namely],
                required=False,
            )
        fields["required"] = forms.BooleanField(
            label=_("Verplicht"),
            required=False,
            help_text=_("Moet beantwoord zijn voordat een school advies vraagt. Opslaan kan altijd."),
        )
        fields["audience"] = _audience()
        match self.kind:
            case T.TEXT | T.LONG_TEXT:
                fields["max_length"] = forms.IntegerField(
                    label=_("Hoogste aantal tekens"), min_value=1, max_value=20_000, required=False
                )
            case T.NUMBER:
                fields["minimum"] = NumberField(label=_("Laagste getal"), required=False)
                fields["maximum"] = NumberField(label=_("Hoogste getal"), required=False)
            case T.TABLE:
                fields["minimum"] = forms.IntegerField(
                    label=_("Minstens zoveel rijen"), min_value=0, required=False
                )
                fields["maximum"] = forms.IntegerField(
                    label=_("Hoogstens zoveel rijen"), min_value=0, required=False
                )
        return {**fields, **tag_fields(self.tags), "key": self._key_field(60)}

    def _key_field(self, longest: int) -> forms.Field:
        fixed = self.around.key_is_fixed
        return TextField(
            label=_("Sleutel"),
            max_length=longest,
            required=False,
            disabled=fixed,
            help_text=_("Deze sleutel staat vast: antwoorden van scholen hangen eraan.")
            if fixed
            else _("Hieraan hangen de antwoorden, jaar na jaar. Laat leeg om er een te laten maken."),
        )


_LIGHT = _("Een lege regel begint een nieuwe alinea, “- ” een lijst, **woorden** worden vet.")


def _long(label: Any, help_text: Any, *, rows: int = 3, required: bool = False) -> LongTextField:
    return LongTextField(
        label=label,
        help_text=help_text,
        max_length=20_000,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _ticks(label: Any, choices: list[Any], *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


def _audience() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Wie leest het antwoord?"), choices=list(words.AUDIENCES.items()))
