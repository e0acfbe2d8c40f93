"""What the lists of an import, and the fields in them, are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LISTS: Mapping[str, tuple[str, Promise]] = {
    "nieuw": ("new", _("Nieuw")),
    "gewijzigd": ("changed", _("Gewijzigd")),
    "ander-bestuur": ("moved", _("Naar een ander bestuur")),
    "gesloten": ("closed", _("Niet meer in het bestand: gesloten")),
    "weer-open": ("reopened", _("Weer open")),
    "erbij": ("joined", _("Komt bij het samenwerkingsverband")),
    "geweigerd": ("refused", _("Geweigerde regels")),
    "onbekend": ("unmatched", _("Hoort bij niets wat hier staat")),
}
"""By the word in the address; the last two are about rows that do nothing."""
CLOSED_ELSEWHERE = _("Niet meer in het bestand: vervalt")
GONE = _("vervallen")
FIELDS: Mapping[str, Promise] = {
    "name": _("naam"),
    "school_type": _("soort school"),
    "street": _("adres"),
    "postcode": _("postcode"),
    "city": _("plaats"),
    "municipality": _("gemeente"),
    "municipality_code": _("gemeentenummer"),
    "phone": _("telefoon"),
    "website": _("website"),
    "board": _("bestuur"),
    "closed_on": _("gesloten per"),
    "coordinates": _("coördinaten"),
    "figures": _("aantal tellingen"),
}
FIGURES: Mapping[str, Promise] = {
    "new": _("nieuw"),
    "changed": _("gewijzigd"),
    "closed": _("gesloten"),
    "reopened": _("weer open"),
    "joined": _("komt bij het verband"),
    "unchanged": _("ongewijzigd"),
    "refused": _("geweigerd"),
    "unmatched": _("hoort bij niets hier"),
    "not_yours": _("van een ander verband"),
    "outside": _("niet gekozen"),
}
ALWAYS = frozenset({"new", "changed", "closed", "unchanged", "refused"})
