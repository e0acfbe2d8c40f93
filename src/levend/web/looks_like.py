"""What a place that looks like personal data looks like, in words for who wrote it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.profiles.engine.personal_data import PersonalKind

LOOKS_LIKE: dict[PersonalKind, Promise] = {
    PersonalKind.BSN: _("een burgerservicenummer"),
    PersonalKind.ACCOUNT: _("een rekeningnummer"),
    PersonalKind.CONTACT: _("een mobiel nummer of een privéadres voor e-mail"),
    PersonalKind.BIRTH: _("een geboortedatum"),
    PersonalKind.PUPIL: _("iets over één leerling"),
    PersonalKind.NAME: _("een voornaam bij een diagnose of aandoening"),
    PersonalKind.INITIAL: _("een leerling met een voorletter"),
}
INSTEAD: dict[PersonalKind, Promise] = {
    PersonalKind.BSN: _("Haal het weg als het van een persoon is."),
    PersonalKind.ACCOUNT: _("Haal het weg als het van een persoon is."),
    PersonalKind.CONTACT: _("Wie ouders kunnen bellen, zet u in de lijst met contacten."),
    PersonalKind.BIRTH: _("Noem geen geboortedatum. Schrijf bijvoorbeeld voor welke groepen iets is."),
    PersonalKind.PUPIL: _("Schrijf over leerlingen in het algemeen, zodat niemand één kind herkent."),
    PersonalKind.NAME: _("Haal de naam weg en schrijf over leerlingen in het algemeen."),
    PersonalKind.INITIAL: _(
        "Ook een voorletter wijst een kind aan. Schrijf over leerlingen in het algemeen."
    ),
}
