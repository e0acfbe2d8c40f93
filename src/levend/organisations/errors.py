"""What can be wrong with a drawing, with a file of open data, and with one row of it."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.core.errors import Invalid


class DrawingFault(StrEnum):
    TOO_LARGE = "too_large"
    NO_DRAWING = "no_drawing"
    NO_SIZE = "no_size"
    DECLARES = "declares"
    FORBIDDEN = "forbidden"


class UnsafeDrawing(ValueError):
    """A drawing that we do not take. `part` names what it holds, as it stands in the file."""

    def __init__(self, fault: DrawingFault, part: str = "") -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


class RegisterFault(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BINARY = "binary"
    NO_HEADER = "no_header"
    OTHER_KIND = "other_kind"


class UnreadableRegister(Invalid):
    """A file of open data that we do not take at all."""

    def __init__(self, fault: RegisterFault, missing: str = "") -> None:
        text: str | Promise = _FILE_SENTENCES[fault]
        super().__init__(str(text) % {"missing": missing} if missing else text)
        self.fault = fault
        self.missing = missing


class RowFault(StrEnum):
    CELLS = "cells"
    NO_CODE = "no_code"
    CODE_SPLIT = "code_split"
    TWICE = "twice"
    NO_NAME = "no_name"
    NO_BOARD = "no_board"
    NO_TYPE = "no_type"
    NO_STREET = "no_street"
    NO_POSTCODE = "no_postcode"
    NO_CITY = "no_city"
    NO_DEGREES = "no_degrees"
    NOT_HERE = "not_here"
    NO_AREA = "no_area"
    NO_CONSORTIUM = "no_consortium"
    TOO_LONG = "too_long"
    OTHER_BOARD = "other_board"


class RefusedRow(ValueError):
    """One row that cannot be taken, with a sentence for who reads the list."""

    def __init__(self, fault: RowFault, value: str = "") -> None:
        super().__init__(fault, value)
        self.fault = fault
        self.value = value[:40]

    @property
    def reason(self) -> str:
        """In the language of who reads it now."""
        return str(_ROW_SENTENCES[self.fault]) % {"value": self.value}

    def __str__(self) -> str:
        return self.reason


_FILE_SENTENCES: Mapping[RegisterFault, Promise] = {
    RegisterFault.EMPTY: _("Dit bestand is leeg."),
    RegisterFault.TOO_LARGE: _("Dit bestand is te groot. Een bestand met open data is hoogstens 40 MB."),
    RegisterFault.BINARY: _("Dit is geen tekstbestand. Kies het CSV-bestand, geen werkblad of zip."),
    RegisterFault.NO_HEADER: _(
        "De eerste regel noemt geen kolommen. Kies het bestand zoals het is gepubliceerd, met de namen van de "
        "kolommen bovenaan en een puntkomma of komma ertussen."
    ),
    RegisterFault.OTHER_KIND: _("Dit bestand mist de kolom %(missing)s. Is het wel het goede bestand?"),
}
_ROW_SENTENCES: Mapping[RowFault, Promise] = {
    RowFault.CELLS: _("Deze regel heeft niet evenveel vakken als de eerste regel kolommen noemt."),
    RowFault.NO_CODE: _(
        "“%(value)s” is geen vestigingscode. Die heeft een BRIN-code en twee cijfers: 12AB00."
    ),
    RowFault.CODE_SPLIT: _("De vestigingscode %(value)s begint niet met de instellingscode van deze regel."),
    RowFault.TWICE: _("%(value)s staat ook op een eerdere regel. De eerste regel telt."),
    RowFault.NO_NAME: _("De naam is leeg."),
    RowFault.NO_BOARD: _("“%(value)s” is geen bestuursnummer. Dat heeft vijf cijfers."),
    RowFault.NO_TYPE: _("De soort school “%(value)s” is onbekend."),
    RowFault.NO_STREET: _("De straat is leeg."),
    RowFault.NO_POSTCODE: _("“%(value)s” is geen postcode. Die heeft vier cijfers en twee letters: 3511 AB."),
    RowFault.NO_CITY: _("De plaats is leeg."),
    RowFault.NO_DEGREES: _("“%(value)s” zijn geen coördinaten in Nederland."),
    RowFault.NOT_HERE: _("Deze locatie heeft geen adres in Nederland."),
    RowFault.NO_AREA: _("“%(value)s” is geen postcodegebied. Dat heeft vier cijfers: 3511."),
    RowFault.NO_CONSORTIUM: _("“%(value)s” is geen code van een samenwerkingsverband, zoals PO2604."),
    RowFault.OTHER_BOARD: _("School %(value)s staat op een eerdere regel bij een ander bestuur."),
    RowFault.TOO_LONG: _("“%(value)s…” is te lang."),
}
