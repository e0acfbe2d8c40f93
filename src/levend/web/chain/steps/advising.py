"""Steps of the council, and its letter."""

from django.utils.translation import gettext_lazy as _

from levend.adoption import services
from levend.adoption.enums import Step
from levend.web.chain.forms.advice import AdviceForm, RegisteredAdviceForm
from levend.web.chain.forms.words import NothingForm, ReasonForm
from levend.web.chain.steps.page import StepPage

PAGES = (
    StepPage(
        step=Step.CONFIRM_ADVICE,
        slug="advies-bevestigen",
        verb=_("Bevestig het advies"),
        icon="check",
        hint=_("Uw eerdere advies geldt dan ook voor de gewijzigde tekst."),
        happens=(
            _("Het advies dat de raad al gaf, geldt dan ook voor de tekst die nu voorligt."),
            _("Voorwaarden en de antwoorden van het bestuur daarop blijven zoals zij zijn."),
            _("Denkt de raad er nu anders over? Geef dan een nieuw advies."),
        ),
        done=_("Het advies is bevestigd. Het bestuur is nu aan zet."),
        service=services.confirm_advice,
        form=NothingForm,
        is_main=True,
    ),
    StepPage(
        step=Step.GIVE_ADVICE,
        slug="advies-geven",
        verb=_("Geef advies"),
        icon="message-square",
        hint=_("Positief, positief met voorwaarden, of negatief. Er is altijd ruimte voor woorden."),
        happens=(
            _("U geeft dit advies namens de hele raad."),
            _(
                "Het gaat over precies deze tekst. Verandert die later, dan vraagt de school u om het te bevestigen."
            ),
            _(
                "Een advies is geen instemming: het bestuur beslist. Volgt het bestuur uw advies niet helemaal, dan "
                "praat het eerst met u en legt het uit waarom."
            ),
        ),
        done=_("Het advies is gegeven. Het bestuur is nu aan zet."),
        service=services.give_advice,
        form=AdviceForm,
        is_main=True,
    ),
    StepPage(
        step=Step.REGISTER_ADVICE,
        slug="advies-registreren",
        verb=_("Registreer de brief van de raad"),
        icon="paperclip",
        hint=_("Als de raad zijn advies op papier gaf."),
        happens=(
            _("U legt vast wat in de ondertekende brief van de raad staat. De brief wordt bewaard."),
            _("In het dossier staat dat u dit van papier registreerde."),
            _(
                "De raad krijgt bericht en kan tot en met %(objection_until)s bezwaar maken als het niet klopt."
            ),
        ),
        done=_("De brief van de raad is geregistreerd. De raad krijgt daarvan bericht."),
        service=services.register_advice,
        form=RegisteredAdviceForm,
    ),
    StepPage(
        step=Step.OBJECT_TO_ADVICE,
        slug="bezwaar-advies",
        verb=_("Maak bezwaar tegen de registratie"),
        icon="flag",
        hint=_("Als niet klopt wat namens de raad van papier is vastgelegd."),
        happens=(
            _("Het geregistreerde advies geldt dan niet meer. Een besluit dat daarop rust ook niet."),
            _("De tekst ligt daarna weer bij u, zodat de raad zelf advies kan geven."),
            _("De brief en uw bezwaar blijven bewaard."),
        ),
        done=_("Uw bezwaar is vastgelegd. De tekst ligt weer bij de raad."),
        service=services.object_to_advice,
        form=ReasonForm,
    ),
)
