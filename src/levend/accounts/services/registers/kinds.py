"""Kinds of file that can be imported. An app above adds its own when it starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.accounts.services.registers.areas import prepare_areas
from levend.accounts.services.registers.boards import prepare_boards
from levend.accounts.services.registers.prepared import Prepared
from levend.accounts.services.registers.schools import prepare_schools
from levend.accounts.services.registers.spots import prepare_spots
from levend.organisations.engine.registers.scope import ImportScope

Prepare = Callable[[Actor, bytes, ImportScope], Prepared]


class Chooses(StrEnum):
    """Whether a coordinator says which rows of the file are meant."""

    ROWS = "rows"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ImportKind:
    """`key` is the word on the command line. `prepare` reads a file and says what it would do; it writes nothing."""

    key: str
    label: str | Promise
    hint: str | Promise
    prepare: Prepare
    chooses: Chooses = Chooses.NOTHING
    operator_only: bool = False


_KINDS: dict[str, ImportKind] = {}


def register_kind(kind: ImportKind) -> None:
    """Let people import files of this kind, on the page and on the command line. Once more changes nothing."""
    _KINDS[kind.key] = kind


def import_kinds() -> tuple[ImportKind, ...]:
    """All of them, in the order in which an installation needs them."""
    return tuple(_KINDS.values())


def import_kind(key: str) -> ImportKind | None:
    return _KINDS.get(key)


def _register(kinds: Iterable[ImportKind]) -> None:
    for kind in kinds:
        register_kind(kind)


_register(
    (
        ImportKind(
            "schools",
            _("Scholen"),
            _("Het adressenbestand van basisscholen, speciaal of voortgezet onderwijs: alle vestigingen."),
            prepare_schools,
            Chooses.ROWS,
        ),
        ImportKind(
            "boards",
            _("Besturen"),
            _("Het bestand met besturen: nummers en namen."),
            prepare_boards,
        ),
        ImportKind(
            "locations",
            _("Coördinaten"),
            _("Onderwijslocaties uit RIO (CSV of JSON), of een lijst met code, latitude en longitude."),
            prepare_spots,
        ),
        ImportKind(
            "areas",
            _("Postcodegebieden"),
            _("Punten (pc4, latitude, longitude), of de gebieden van samenwerkingsverbanden uit RIO."),
            prepare_areas,
            operator_only=True,
        ),
    )
)
