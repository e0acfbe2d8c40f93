"""What each role means, in one sentence, for who invites."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.enums import Role

MEANINGS: dict[Role, str | Promise] = {
    Role.EDITOR: _("Schrijft mee aan het profiel van de school."),
    Role.DIRECTOR: _(
        "Schrijft mee, vraagt advies, verklaart en dient het profiel in. Nodigt mensen van de school en de MR uit."
    ),
    Role.COUNCIL_MEMBER: _("Leest de tekst waarover advies is gevraagd."),
    Role.COUNCIL_CHAIR: _(
        "Leest de tekst en legt het advies van de raad vast. Nodigt leden van de raad uit."
    ),
    Role.BOARD_MEMBER: _(
        "Leest, reageert op het advies en stelt het profiel vast. Nodigt mensen van het bestuur en de scholen uit."
    ),
    Role.BOARD_SECRETARY: _(
        "Leest, reageert op het advies en legt besluiten uit de vergadering vast. Stelt zelf niet vast."
    ),
    Role.COORDINATOR: _("Ziet de stand van alle scholen, leest wat is ingediend en bevestigt de ontvangst."),
    Role.GROUP_COORDINATOR: _("Ziet de stand van alle samenwerkingsverbanden in de groep."),
    Role.VIEWER: _("Leest wat scholen bij het samenwerkingsverband hebben ingediend."),
    Role.OPERATOR: _("Beheert de installatie en nodigt de eerste coördinatoren uit. Ziet geen inhoud."),
}
