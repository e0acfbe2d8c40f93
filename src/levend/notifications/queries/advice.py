"""What a mail server's answer means, for people who do not read SMTP.

The second code tells more than the first (RFC 3463); where a server gives none, the first has to do (RFC 5321, 4.2.3).
"""

import re

from django.utils.translation import gettext as _

from levend.notifications.values import Advice

_CODES = re.compile(
    r"^(?P<basic>[245]\d\d)?[ -]?(?:.*?\b(?P<enhanced>[245]\.\d{1,3}\.\d{1,3})\b)?", re.DOTALL
)


def advice_for(answer: str) -> Advice:
    """`answer` is the server's code with its words, or what went wrong on the way to it."""
    match = _CODES.match(answer)
    basic, enhanced = (match["basic"] or "", match["enhanced"] or "") if match else ("", "")
    subject, _dot, detail = enhanced[2:].partition(".")
    if not basic:
        return _without_code(answer)
    if basic in {"530", "534", "535"}:
        return Advice(
            _("De mailserver laat Levend niet inloggen."),
            _("De beheerder kijkt de naam en het wachtwoord in LEVEND_MAIL_URL na."),
        )
    if (subject == "2" and detail == "2") or basic in {"452", "552"}:
        return Advice(
            _("De mailbox van de ontvanger is vol."),
            _("Vraag de ontvanger om ruimte te maken, en stuur de brief daarna opnieuw."),
        )
    if basic.startswith("4"):
        return Advice(
            _("De mailserver vraagt om het later nog eens te proberen."),
            _("U hoeft niets te doen: Levend probeert het vanzelf opnieuw."),
        )
    if subject == "7" or basic == "554":
        return Advice(
            _("De mailserver van de ontvanger vertrouwt deze brief niet."),
            _("De beheerder kijkt SPF, DKIM en DMARC van het afzenderadres na."),
        )
    if basic in {"550", "551", "553"} or (subject == "1" and basic.startswith("5")):
        return Advice(
            _("Dit adres bestaat niet, of niet meer."),
            _("Kijk het adres na. Nodig de persoon met het goede adres opnieuw uit."),
        )
    return Advice(
        _("De mailserver neemt deze brief niet aan."),
        _("De beheerder leest het antwoord van de mailserver hieronder."),
    )


def _without_code(answer: str) -> Advice:
    if answer and ":" not in answer:  # our own sentence on an address
        return Advice(answer, _("Wijzig het adres bij de persoon zelf, of nodig de persoon opnieuw uit."))
    return Advice(
        _("De mailserver is niet bereikbaar of geeft geen antwoord."),
        _("De beheerder kijkt of de mailserver aan staat en of LEVEND_MAIL_URL klopt."),
    )
