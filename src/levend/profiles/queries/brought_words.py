"""Why a row, a cell or a form of a brought file was not taken, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.profiles.engine.brought import Refusal, Why

_WORDS = {
    Why.NO_CODE: gettext_lazy("Op deze regel staat geen code van een school."),
    Why.UNKNOWN: gettext_lazy("Deze code is van geen school van uw samenwerkingsverband."),
    Why.SEVERAL: gettext_lazy(
        "Deze school heeft meer vestigingen. Zet de twee cijfers van de vestiging erbij."
    ),
    Why.TWICE: gettext_lazy("Deze school staat al op een eerdere regel. Die telt."),
    Why.PERSONAL: gettext_lazy("Dit lijkt op gegevens van een leerling. Het is niet bewaard."),
    Why.NO_PDF: gettext_lazy("Dit is geen PDF."),
    Why.TOO_LARGE: gettext_lazy("Dit bestand is groter dan 25 MB. Zo groot zijn onze formulieren nooit."),
    Why.ENCRYPTED: gettext_lazy("Dit bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord."),
    Why.DAMAGED: gettext_lazy("Dit bestand is beschadigd."),
    Why.TOO_MUCH_WORK: gettext_lazy(
        "Het lezen van dit bestand kost zo veel moeite dat wij ermee zijn gestopt."
    ),
    Why.FOREIGN: gettext_lazy("Dit is geen formulier van Levend, of het is geprint en ingescand."),
    Why.FLATTENED: gettext_lazy(
        "Dit is een formulier van Levend, maar de vakken zijn eruit: het is afgedrukt of plat opgeslagen. Vraag de "
        "school om het bestand waarin zij typte."
    ),
    Why.DOCUMENT: gettext_lazy("Dit is een profiel om te lezen, geen formulier."),
    Why.NO_SCHOOL: gettext_lazy("In dit formulier staat niet van welke school het is."),
    Why.NOWHERE: gettext_lazy("Levend kent geen school met de code %(code)s."),
    Why.ELSEWHERE: gettext_lazy("School %(code)s hoort niet bij uw samenwerkingsverband."),
    Why.NO_VERSION: gettext_lazy("Uw samenwerkingsverband kent deze vragenlijst niet: %(about)s."),
    Why.NOTHING: gettext_lazy("In dit formulier is niets ingevuld."),
}


def told(refusal: Refusal) -> str:
    """The reason as a sentence."""
    if refusal.why is None:
        return refusal.reason
    if refusal.why is Why.TWICE and refusal.file:
        return _("Van deze school is er al een formulier bij een eerder bestand. Dat telt.")
    return str(_WORDS[refusal.why]) % {"code": refusal.code, "about": refusal.about}
