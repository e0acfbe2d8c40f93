"""What a region decides about the catalogue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from levend.catalogue.enums import LISTS, Kind
from levend.catalogue.queries import RegionEntry, is_code, label
from levend.catalogue.values import Setting
from levend.web.forms import PlainForm, TextField

BASIC, NORM, OFF = "basis", "norm", "uit"
_LIST_NAMES = {
    Kind.GROUP: _("Groepen en trainingen"),
    Kind.PROTOCOL: _("Protocollen"),
    Kind.EXPERTISE: _("Deskundigheid"),
    Kind.FACILITY: _("Voorzieningen in het gebouw"),
    Kind.PARTNER: _("Partners"),
}


@dataclass(frozen=True)
class SettingRow:
    """An entry with its boxes as they stand in the form now; only support can be agreed, anything switched off."""

    entry: RegionEntry
    basic: bool
    norm: bool
    off: bool

    @property
    def name(self) -> str:
        return named(self.entry)


@dataclass(frozen=True)
class Group:
    """A domain or another list. `is_support` when something can be agreed about what stands in it."""

    key: str
    name: str
    rows: tuple[SettingRow, ...]

    @property
    def is_support(self) -> bool:
        return self.rows[0].entry.is_support


class CatalogueForm(forms.Form):
    """Three boxes per kind of support, one for everything else, sent as three lists of codes."""

    use_required_attribute = False

    def __init__(self, entries: Sequence[RegionEntry], data: Mapping[str, object] | None = None) -> None:
        initial = {
            BASIC: [each.code for each in entries if each.setting.in_basic_support],
            NORM: [each.code for each in entries if each.setting.in_national_norm],
            OFF: [each.code for each in entries if each.setting.switched_off],
        }
        super().__init__(data, initial=initial)
        self.entries = entries
        codes = {
            OFF: [(each.code, named(each)) for each in entries],
            BASIC: [(each.code, named(each)) for each in entries if each.is_support],
        }
        codes[NORM] = codes[BASIC]
        for name, what in (
            (BASIC, _("Basisondersteuning")),
            (NORM, _("Landelijke norm")),
            (OFF, _("Uitgezet")),
        ):
            self.fields[name] = forms.MultipleChoiceField(label=what, choices=codes[name], required=False)

    @property
    def settings(self) -> dict[str, Setting]:
        """The decision about everything on the page."""
        ticked = {name: set(self.cleaned_data[name]) for name in (BASIC, NORM, OFF)}
        return {
            each.code: Setting(
                each.code in ticked[BASIC], each.code in ticked[NORM], each.code in ticked[OFF]
            )
            for each in self.entries
        }

    @property
    def groups(self) -> tuple[Group, ...]:
        """The rows by their domain or list."""
        ticked = {name: set(self[name].value() or ()) for name in (BASIC, NORM, OFF)}
        rows = (
            SettingRow(each, each.code in ticked[BASIC], each.code in ticked[NORM], each.code in ticked[OFF])
            for each in self.entries
        )
        return tuple(
            Group(key, group_name(key), tuple(members))
            for key, members in groupby(rows, lambda row: row.entry.group)
        )


class OwnEntryForm(PlainForm):
    """Something that the catalogue does not have."""

    nl = TextField(label=_("Naam"), max_length=90, help_text=_("De vakterm, zoals scholen hem gebruiken."))
    plain = TextField(
        label=_("Naam voor ouders"), max_length=90, help_text=_("In gewone woorden, zonder afkortingen.")
    )
    en = TextField(label=_("Naam in het Engels"), max_length=90)
    suffix = TextField(
        label=_("Code"),
        max_length=12,
        help_text=_("2 tot 12 letters en cijfers. De code van uw samenwerkingsverband komt ervoor te staan."),
    )

    def __init__(self, domains: Iterable[str], data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self.fields["domain"] = forms.ChoiceField(
            label=_("Waar hoort het bij?"),
            choices=[
                (_("Soorten ondersteuning, per domein"), [(code, group_name(code)) for code in domains]),
                (_("Andere lijsten"), [(kind.value, group_name(kind.value)) for kind in LISTS]),
            ],
            help_text=_("Hieronder vinden ouders en scholen het."),
        )
        self.order_fields(["nl", "plain", "en", "domain", "suffix"])


class CloseEntryForm(PlainForm):
    """What takes its place, if anything does."""

    def __init__(
        self, successors: Iterable[tuple[str, str]], data: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(data)
        self.fields["successor"] = forms.ChoiceField(
            label=_("Wat komt ervoor in de plaats?"),
            choices=[("", _("Niets")), *successors],
            required=False,
        )


def named(entry: RegionEntry) -> str:
    """The name in the language of the page."""
    return entry.label(get_language() or "nl")


def group_name(key: str) -> str:
    """Of a domain by its code, or of a list by its kind."""
    return label(key, get_language() or "nl") if is_code(key) else str(_LIST_NAMES[Kind(key)])
