"""Steps of the board, and its minutes."""

from django.utils.translation import gettext_lazy as _

from levend.adoption import services
from levend.adoption.enums import Step
from levend.web.chain.forms.adoption import AdoptionForm, RegisteredAdoptionForm
from levend.web.chain.forms.advice import ReactionForm
from levend.web.chain.forms.words import NothingForm, ReasonForm
from levend.web.chain.steps.page import StepPage

PAGES = (
    StepPage(
        step=Step.REACT,
        slug="voorwaarde",
        verb=_("Bewaar het antwoord"),
        icon="message-square",
        hint=_("Het bestuur zegt wat het met de voorwaarde doet."),
        happens=(
            _("De raad leest uw antwoord. Het blijft bij het profiel bewaard."),
            _("U kunt het antwoord nog veranderen tot het bestuur vaststelt."),
            _(
                "Neemt het bestuur een voorwaarde niet over, dan praat het eerst met de raad. Publiceren kan dan pas "
                "%(wait_days)s dagen na het besluit."
            ),
        ),
        done=_("Het antwoord is bewaard. De raad kan het lezen."),
        service=services.react,
        form=ReactionForm,
    ),
    StepPage(
        step=Step.ADOPT,
        slug="vaststellen",
        verb=_("Stel vast"),
        icon="stamp",
        hint=_("U legt de datum van het besluit vast. De directeur krijgt bericht."),
        happens=(
            _("U legt vast dat het bestuur precies deze tekst heeft vastgesteld."),
            _("De tekst wordt als vaste versie bewaard en verandert niet meer."),
            _("De directeur kan daarna verklaren en indienen. De raad krijgt bericht van het besluit."),
        ),
        done=_("Het profiel is vastgesteld. De directeur kan nu indienen."),
        service=services.adopt,
        form=AdoptionForm,
        is_main=True,
    ),
    StepPage(
        step=Step.REGISTER_ADOPTION,
        slug="vaststelling-registreren",
        verb=_("Registreer het besluit van het bestuur"),
        icon="paperclip",
        hint=_("Als het bestuur in een vergadering besloot. U voegt de notulen toe."),
        happens=(
            _("U legt vast wat in de notulen of het besluit van het bestuur staat. Het stuk wordt bewaard."),
            _("De tekst wordt als vaste versie bewaard en verandert niet meer."),
            _(
                "Het bestuur krijgt bericht en kan tot en met %(objection_until)s bezwaar maken als het niet klopt."
            ),
        ),
        done=_("Het besluit is geregistreerd. Het bestuur krijgt daarvan bericht."),
        service=services.register_adoption,
        form=RegisteredAdoptionForm,
    ),
    StepPage(
        step=Step.RETURN_TO_SCHOOL,
        slug="teruggeven",
        verb=_("Geef terug aan de school"),
        icon="undo-2",
        hint=_("Met een reden. De school kan dan weer schrijven."),
        happens=(
            _("De school krijgt bericht met uw reden en kan de tekst weer wijzigen."),
            _("Verandert de tekst, dan bevestigt de raad zijn advies of adviseert hij opnieuw."),
        ),
        done=_("Het profiel is teruggegeven aan de school."),
        service=services.return_to_school,
        form=ReasonForm,
    ),
    StepPage(
        step=Step.CONFIRM_CORRECTION,
        slug="correctie-bevestigen",
        verb=_("Bevestig de correctie"),
        icon="stamp",
        hint=_("De verbeterde tekst komt in de plaats van de vastgestelde."),
        happens=(
            _("U bevestigt dat alleen een schrijffout is hersteld."),
            _("De verbeterde tekst komt in de plaats van de vastgestelde tekst. De raad krijgt bericht."),
        ),
        done=_("De correctie is bevestigd."),
        service=services.confirm_correction,
        form=NothingForm,
        is_main=True,
    ),
    StepPage(
        step=Step.RETURN_CORRECTION,
        slug="correctie-teruggeven",
        verb=_("Geef de correctie terug"),
        icon="undo-2",
        hint=_("Als er meer is veranderd dan een schrijffout, of als iets ontbreekt."),
        happens=(
            _("De directeur krijgt bericht met uw reden en kan de tekst weer verbeteren."),
            _("De vastgestelde tekst blijft zoals die was."),
        ),
        done=_("De correctie is teruggegeven."),
        service=services.return_correction,
        form=ReasonForm,
    ),
    StepPage(
        step=Step.OBJECT_TO_ADOPTION,
        slug="bezwaar-vaststelling",
        verb=_("Maak bezwaar tegen de registratie"),
        icon="flag",
        hint=_("Als niet klopt wat namens het bestuur van papier is vastgelegd."),
        happens=(
            _("Het geregistreerde besluit geldt dan niet meer. Het bestuur is weer aan zet."),
            _("De notulen en uw bezwaar blijven bewaard."),
        ),
        done=_("Uw bezwaar is vastgelegd. Het bestuur is weer aan zet."),
        service=services.object_to_adoption,
        form=ReasonForm,
    ),
)
