"""Kinds of place in addresses and on pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.enums import PlaceKind

_SLUGS = {
    PlaceKind.LOCATION: "school",
    PlaceKind.COUNCIL: "raad",
    PlaceKind.BOARD: "bestuur",
    PlaceKind.CONSORTIUM: "samenwerkingsverband",
    PlaceKind.GROUP: "groep",
    PlaceKind.INSTALLATION: "installatie",
}
_KINDS = {slug: kind for kind, slug in _SLUGS.items()}

WORDS: dict[PlaceKind, str | Promise] = {
    PlaceKind.LOCATION: _("School"),
    PlaceKind.COUNCIL: _("Medezeggenschaps\u00adraad"),
    PlaceKind.BOARD: _("Bestuur"),
    PlaceKind.CONSORTIUM: _("Samenwerkingsverband"),
    PlaceKind.GROUP: _("Groep van samenwerkingsverbanden"),
    PlaceKind.INSTALLATION: _("Installatie"),
}


class PlaceKindConverter:
    """`school` in an address is a kind of place in the code; another word is no address."""

    regex = "|".join(_KINDS)

    def to_python(self, value: str) -> PlaceKind:
        return _KINDS[value]

    def to_url(self, value: PlaceKind) -> str:
        return _SLUGS[value]
