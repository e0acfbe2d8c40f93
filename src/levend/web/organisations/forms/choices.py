"""A consortium's colours, logo, regime, and what its group sees."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.organisations.values import THEME_KEYS
from levend.web.forms import DayField, LongTextField, PlainForm

OWN_COLOURS = {
    "900": "#0a2f38",
    "800": "#0d3f4b",
    "700": "#11515f",
    "600": "#17697a",
    "200": "#b9d8dc",
    "100": "#dcecee",
    "50": "#eef6f6",
    "sun": "#f4b740",
    "sun-bg": "#fff5dc",
    "on-brand": "#ffffff",
}
"""Those of Levend itself, as the stylesheet has them: where a consortium begins."""

_USES = {
    "900": _("Kleur 900: koppen en de voet van de bladzijde"),
    "800": _("Kleur 800: de balk bovenaan"),
    "700": _("Kleur 700: knoppen en links"),
    "600": _("Kleur 600: voortgang en lijnen"),
    "200": _("Kleur 200: randen"),
    "100": _("Kleur 100: vlakken met nadruk"),
    "50": _("Kleur 50: lichte vlakken"),
    "sun": _("Kleur sun: het accent"),
    "sun-bg": _("Kleur sun-bg: licht vlak bij het accent"),
    "on-brand": _("Kleur on-brand: letters op de donkere kleuren"),
}


class ColoursForm(forms.Form):
    """Ten colours, each by the control that the browser has for one."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, object] | None = None, *, theme: Mapping[str, str]) -> None:
        super().__init__(data, initial={**OWN_COLOURS, **theme})
        for key in THEME_KEYS:
            self.fields[key] = forms.CharField(
                label=_USES[key],
                max_length=7,
                widget=forms.TextInput(attrs={"type": "color"}),
                error_messages={"required": _("Kies een kleur.")},
            )

    @property
    def theme(self) -> dict[str, str]:
        """The colours as they stand in the form now, also where one is refused."""
        return {key: str(self[key].value() or "").strip().lower() for key in THEME_KEYS}


class LogoForm(PlainForm):
    logo = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een SVG-tekening van hoogstens 50 kB, alleen met vormen en kleuren."),
        widget=forms.FileInput(attrs={"accept": ".svg,image/svg+xml"}),
        error_messages={"empty": _("Dit bestand is leeg.")},
    )


class GroupViewForm(PlainForm):
    group_sees = forms.ChoiceField(label=_("Wat de groep ziet"), widget=forms.RadioSelect)

    def __init__(
        self,
        choices: Iterable[tuple[str, str | Promise]],
        data: Mapping[str, object] | None = None,
        *,
        now: str,
    ) -> None:
        super().__init__(data, initial={"group_sees": now})
        field = self.fields["group_sees"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (as declared above, for the type checker)
        field.choices = list(choices)


class RegimeForm(PlainForm):
    key = forms.ChoiceField(label=_("Regime"), widget=forms.RadioSelect)
    valid_from = DayField(label=_("Vanaf"), help_text=_("Bijvoorbeeld 1-8-2027."))
    reason = LongTextField(
        label=_("Waarom"),
        max_length=2_000,
        help_text=_("Bijvoorbeeld: afspraak van de besturen in de regio, met de datum."),
    )

    def __init__(self, regimes: Iterable[tuple[str, str]], data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        field = self.fields["key"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (as declared above, for the type checker)
        field.choices = list(regimes)
