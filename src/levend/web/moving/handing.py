"""What is handed in: a spreadsheet, or forms that schools filled in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from levend.web.forms import PlainForm


class _HandedIn(PlainForm):
    """Something for a consortium; who has one is not asked which."""

    consortium = forms.ChoiceField(label=_("Voor welk samenwerkingsverband?"))
    of_file = ""
    """The field of the file, where it says why that was not taken."""

    def __init__(
        self,
        consortia: Iterable[tuple[int, str]],
        *,
        data: Mapping[str, object] | None = None,
        files: Mapping[str, object] | None = None,
        auto_id: str = "id_%s",
    ) -> None:
        super().__init__(data, files, auto_id=auto_id)
        self.only: int | None = None
        offered = list(consortia)
        consortium = self.fields["consortium"]
        assert isinstance(consortium, forms.ChoiceField)  # noqa: S101  (for the type)
        if len(offered) == 1:
            self.only = offered[0][0]
            del self.fields["consortium"]
        else:
            consortium.choices = [(str(pk), name) for pk, name in offered]

    @property
    def consortium_id(self) -> int:
        return self.only if self.only is not None else int(self.cleaned_data["consortium"])

    def refuse(self, why: str) -> None:
        """Say at the field why the file was not taken."""
        self.full_clean()
        self.errors.pop(self.of_file, None)
        self.add_error(self.of_file, why)


class SheetForm(_HandedIn):
    """A spreadsheet, in a format, for a consortium."""

    of_file = "file"
    version = forms.ChoiceField(
        label=_("Bij welk format horen de antwoorden?"),
        help_text=_("Het format waarin uw scholen straks verder schrijven."),
    )
    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_(
            "Een XLSX- of CSV-bestand van hoogstens 10 MB: één regel per school, één kolom per vraag, de koppen bovenaan."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "invalid": _("Het bestand kwam niet goed over. Kies het opnieuw."),
            "missing": _("Het bestand kwam niet goed over. Kies het opnieuw."),
        },
    )

    def __init__(
        self,
        consortia: Iterable[tuple[int, str]],
        versions: Iterable[tuple[int, str]],
        *,
        data: Mapping[str, object] | None = None,
        files: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(consortia, data=data, files=files)
        version = self.fields["version"]
        assert isinstance(version, forms.ChoiceField)  # noqa: S101  (for the type; it is made above)
        version.choices = [(str(pk), title) for pk, title in versions]


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or more. Which of them can be read is told file by file, later on."""

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":  # as Django calls it
        sent = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in sent or [None]]


class FolderForm(_HandedIn):
    """Filled forms, for a consortium: each says itself which school it is of, and which questions it asks."""

    of_file = "forms"
    forms = FilesField(
        label=_("Formulieren"),
        help_text=_(
            "De PDF-bestanden die scholen invulden, of de hele map als ZIP-bestand. U kunt meer bestanden tegelijk kiezen, "
            "samen hoogstens 90 MB. Wij bewaren ze alleen tot zij gelezen zijn."
        ),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"accept": "application/pdf,.pdf,application/zip,.zip", "multiple": True}),
        error_messages={
            "invalid": _("Het bestand kwam niet goed over. Kies het opnieuw."),
            "missing": _("Het bestand kwam niet goed over. Kies het opnieuw."),
        },
    )

    def __init__(
        self,
        consortia: Iterable[tuple[int, str]],
        *,
        data: Mapping[str, object] | None = None,
        files: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(consortia, data=data, files=files, auto_id="forms_%s")
