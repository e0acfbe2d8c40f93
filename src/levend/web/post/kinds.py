"""Words and signs for letters."""

from django.utils.translation import gettext_lazy as _

from levend.notifications.enums import Standing
from levend.notifications.values import OutboxEntry

STANDINGS = (*((str(each), each.label) for each in Standing), ("double", _("misschien dubbel")))

ABOUT_LETTERS = {
    "invitation": _("Iemand wordt uitgenodigd"),
    "invitation_several": _("Iemand wordt uitgenodigd voor meer scholen"),
    "password_reset": _("Iemand vergat het wachtwoord"),
    "turn": _("Iemand is aan zet"),
    "told": _("Er is iets van papier geregistreerd"),
    "correction_asked": _("Het samenwerkingsverband vraagt een correctie"),
    "received": _("Het samenwerkingsverband heeft het profiel ontvangen"),
    "advice_given": _("De medezeggenschapsraad gaf advies"),
    "reopened": _("Een profiel is heropend"),
    "adopted": _("Het bestuur stelde het profiel vast"),
    "corrected": _("Een correctie is bevestigd"),
    "read_along": _("Iemand mag meelezen"),
    "chapter_given": _("Iemand krijgt een hoofdstuk"),
    "concept_shared": _("Een concept is gedeeld"),
    "mentioned": _("Iemand wordt bij een opmerking genoemd"),
    "withdrawn": _("Een profiel is ingetrokken"),
    "round_opened": _("Een opnameronde is geopend"),
    "round_extended": _("Een school krijgt uitstel"),
    "round_moved": _("De datums van een ronde veranderen"),
    "questions_put": _("Het samenwerkingsverband heeft vragen bij een profiel"),
    "questions_answered": _("Een school beantwoordde de vragen"),
    "help_content": _("Een school vraagt hulp bij de inhoud"),
    "help_technique": _("Een school vraagt hulp bij de techniek"),
    "reminder": _("Herinnering: de datum komt eraan"),
    "reminder_late": _("Herinnering: de datum is voorbij"),
    "to_receive": _("Herinnering: een profiel wacht op ontvangst"),
    "renewal": _("Het einde van een profiel komt eraan"),
    "digest": _("Meer herinneringen in één brief"),
}
"""When each letter is sent: the heading of its example."""

_SIGNS = {
    Standing.SENT: ("ok", "circle-check"),
    Standing.FAILED: ("late", "circle-alert"),
    Standing.WAITING: ("grow", "clock"),
}


def sign_of(entry: OutboxEntry) -> tuple[str, str]:
    """The colour and the icon of where a letter is."""
    return _SIGNS.get(entry.standing, ("", ""))
