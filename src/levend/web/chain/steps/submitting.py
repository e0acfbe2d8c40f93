"""Handing in and receiving."""

from django.utils.translation import gettext_lazy as _

from levend.adoption import services
from levend.adoption.enums import Step
from levend.web.chain.forms.submission import CorrectionForm, SubmissionForm
from levend.web.chain.forms.words import NothingForm
from levend.web.chain.steps.page import StepPage

PAGES = (
    StepPage(
        step=Step.SUBMIT,
        slug="indienen",
        verb=_("Verklaar en dien in"),
        icon="send",
        hint=_("U verklaart dat advies is gevraagd en dat het bestuur heeft vastgesteld."),
        happens=(
            _(
                "U verklaart dat alles volgens de regels ging, en geeft het profiel aan het samenwerkingsverband."
            ),
            _(
                "Het samenwerkingsverband leest vanaf nu de vastgestelde tekst. Het keurt de inhoud niet goed of af."
            ),
            _(
                "Van het profiel wordt het officiële document gemaakt, met advies, besluit en uw verklaring erin."
            ),
        ),
        done=_("Het profiel is ingediend. Verder hoeft u niets te doen."),
        service=services.submit,
        form=SubmissionForm,
        is_main=True,
    ),
    StepPage(
        step=Step.RECEIVE,
        slug="ontvangen",
        verb=_("Bevestig de ontvangst"),
        icon="inbox",
        hint=_("De school krijgt bericht. Daarna kan het profiel op de website."),
        happens=(
            _("U legt vast dat het samenwerkingsverband het profiel heeft ontvangen."),
            _("U keurt de inhoud daarmee niet goed of af: de school en het bestuur gaan daarover."),
            _("Daarna wordt het profiel gepubliceerd."),
        ),
        done=_("De ontvangst is bevestigd. De school krijgt bericht."),
        service=services.receive,
        form=NothingForm,
        is_main=True,
    ),
    StepPage(
        step=Step.ASK_CORRECTION,
        slug="correctie-vragen",
        verb=_("Vraag om een correctie"),
        icon="undo-2",
        hint=_("Met een reden en een datum. U wijzigt zelf niets."),
        happens=(
            _("De school krijgt bericht met uw reden en de datum."),
            _(
                "De school herstelt een schrijffout, wijzigt de tekst en vraagt opnieuw advies, of dient weer in."
            ),
        ),
        done=_("De vraag om een correctie is verstuurd aan de school."),
        service=services.ask_correction,
        form=CorrectionForm,
    ),
)
