"""Why a row or a cell of a brought file was not taken, in words."""

from django.utils.translation import gettext as _

from levend.profiles.engine.brought import Refusal, Why


def told(refusal: Refusal) -> str:
    """The reason as a sentence."""
    match refusal.why:
        case None:
            return refusal.reason
        case Why.NO_CODE:
            return _("Op deze regel staat geen code van een school.")
        case Why.UNKNOWN:
            return _("Deze code is van geen school van uw samenwerkingsverband.")
        case Why.SEVERAL:
            return _("Deze school heeft meer vestigingen. Zet de twee cijfers van de vestiging erbij.")
        case Why.TWICE:
            return _("Deze school staat al op een eerdere regel. Die telt.")
        case Why.PERSONAL:
            return _("Dit lijkt op gegevens van een leerling. Het is niet bewaard.")
