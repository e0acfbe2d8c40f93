"""What becomes of a line of a list of people, in words."""

from django.utils.translation import gettext_lazy as _

from levend.accounts.queries.invite_plan import Outlook, PlannedInvitation

_WORDS = {
    Outlook.NEW: _("Nieuwe uitnodiging."),
    Outlook.HAS_ROLE: _("Heeft deze rol hier al."),
    Outlook.INVITED: _("Is al uitgenodigd. De link in die brief werkt nog."),
    Outlook.TWICE: _("Staat al op een eerdere regel."),
    Outlook.NO_CODE: _("Op deze regel staat geen code van een school."),
    Outlook.UNKNOWN: _("Levend kent geen school met de code %(code)s."),
    Outlook.SEVERAL: _("School %(code)s heeft meer vestigingen. Zet de twee cijfers van de vestiging erbij."),
    Outlook.OUTSIDE: _("School %(code)s hoort niet bij uw scholen."),
    Outlook.NO_ADDRESS: _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl."),
    Outlook.NO_ROLE: _(
        "De rol “%(role)s” kennen wij niet. Schrijf directeur of schrijver, of laat de rol weg."
    ),
    Outlook.MAY_NOT: _(
        "U kunt hier niemand uitnodigen als %(role)s. De directeur van de school kan dat wel."
    ),
}


def told(row: PlannedInvitation) -> str:
    """The outlook of a line as a sentence."""
    return str(_WORDS[row.outlook]) % {"code": row.person.code, "role": row.person.role}
