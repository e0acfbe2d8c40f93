"""The file, and which of its rows are meant."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.services.registers import ImportKind, ImportScope, Rows
from levend.organisations.engine.registers.reading import LARGEST
from levend.web.forms import PlainForm


class RegisterForm(PlainForm):
    """A file of one kind, for the whole installation or for one consortium."""

    kind = forms.ChoiceField(label=gettext_lazy("Wat staat er in het bestand?"), widget=forms.RadioSelect)
    consortium = forms.ChoiceField(label=gettext_lazy("Voor welk samenwerkingsverband?"), required=False)
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Een CSV- of JSON-bestand zoals het is gepubliceerd, hoogstens 40 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.json,text/csv,application/json"}),
        error_messages={
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
            "invalid": gettext_lazy("Het bestand kwam niet goed over. Kies het opnieuw."),
            "missing": gettext_lazy("Het bestand kwam niet goed over. Kies het opnieuw."),
        },
        max_length=255,
    )

    def __init__(
        self,
        kinds: Iterable[ImportKind],
        consortia: Iterable[tuple[int, str]],
        *,
        whole: bool,
        data: Mapping[str, object] | None = None,
        files: Mapping[str, object] | None = None,
    ) -> None:
        """`whole`: whoever asks may also import for the whole installation."""
        super().__init__(data, files)
        self.only: int | None = None
        kind, consortium = self.fields["kind"], self.fields["consortium"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101  (for the type; both are made above)
        assert isinstance(consortium, forms.ChoiceField)  # noqa: S101
        kind.choices = [(each.key, each.label) for each in kinds]
        offered = [(str(key), name) for key, name in consortia]
        if whole:
            consortium.choices = [("", _("de hele installatie")), *offered]
        elif len(offered) == 1:
            self.only = int(offered[0][0])
            del self.fields["consortium"]
        else:
            consortium.choices = offered
            consortium.required = True

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("Dit bestand is te groot. Een bestand met open data is hoogstens 40 MB.")
            )
        return file

    @property
    def consortium_id(self) -> int | None:
        chosen = self.cleaned_data.get("consortium")
        return int(chosen) if chosen else self.only


class RowsForm(PlainForm):
    """Which rows come into the consortium."""

    rows = forms.ChoiceField(label=gettext_lazy("Welke scholen horen bij u?"), widget=forms.RadioSelect)
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Gemeenten in het bestand"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        *,
        has_areas: bool,
        scope: ImportScope,
        data: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(
            data,
            initial={"rows": scope.rows.value, "municipalities": sorted(scope.municipalities)},
        )
        rows, municipalities = self.fields["rows"], self.fields["municipalities"]
        assert isinstance(rows, forms.ChoiceField)  # noqa: S101
        assert isinstance(municipalities, forms.MultipleChoiceField)  # noqa: S101
        offered = {
            Rows.AREAS: _("De scholen in onze postcodegebieden"),
            Rows.MUNICIPALITIES: _("De scholen in de gemeenten die ik hieronder kies"),
            Rows.ALL: _("Alle scholen in het bestand"),
        }
        rows.choices = [
            (row.value, text) for row, text in offered.items() if row is not Rows.AREAS or has_areas
        ]
        municipalities.choices = list(choices)

    def scope(self, consortium_id: int | None) -> ImportScope:
        chosen = Rows(self.cleaned_data["rows"])
        numbers = self.cleaned_data["municipalities"] if chosen is Rows.MUNICIPALITIES else ()
        return ImportScope(consortium_id, chosen, frozenset(numbers))
