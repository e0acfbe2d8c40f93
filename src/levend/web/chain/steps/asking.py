"""Steps of the school: put the text before council or board, open it again, mend a clerical error."""

from django.utils.translation import gettext_lazy as _

from levend.adoption import services
from levend.adoption.enums import Step
from levend.web.chain.forms.words import MessageForm, NothingForm, ReasonForm
from levend.web.chain.steps.page import SEEN_BY_ALL, StepPage

PAGES = (
    StepPage(
        step=Step.ASK_ADVICE,
        slug="advies-vragen",
        verb=_("Vraag advies aan de raad"),
        icon="lock",
        hint=_("De tekst wordt vastgezet. De raad krijgt bericht."),
        happens=(
            _("De tekst wordt vastgezet zoals die nu is. Niemand kan er dan nog in typen, ook u niet."),
            _("De medezeggenschapsraad krijgt bericht en heeft tot en met %(advice_due)s de tijd."),
            _("Moet er toch iets anders? Dan heropent u de tekst met een reden."),
        ),
        seen=_(
            "De raad leest precies deze tekst, en uw bericht. Het samenwerkingsverband leest de tekst pas als u die "
            "indient."
        ),
        done=_("De tekst is vastgezet. De medezeggenschapsraad is om advies gevraagd."),
        service=services.ask_advice,
        form=MessageForm,
        has_check=True,
        is_main=True,
    ),
    StepPage(
        step=Step.ASK_CONFIRMATION,
        slug="bevestiging-vragen",
        verb=_("Vraag de raad om bevestiging"),
        icon="lock",
        hint=_("De raad ziet wat er anders is dan waarover hij adviseerde."),
        happens=(
            _("De tekst wordt weer vastgezet. Niemand kan er dan nog in typen, ook u niet."),
            _("De raad ziet wat er anders is. Hij bevestigt zijn advies of adviseert opnieuw."),
            _(
                "De raad heeft tot en met %(confirm_due)s de tijd. Antwoordt hij niet, dan mag u daarna verder."
            ),
        ),
        done=_("De tekst is vastgezet. De raad is gevraagd om het advies te bevestigen."),
        service=services.ask_confirmation,
        form=MessageForm,
        has_check=True,
        is_main=True,
    ),
    StepPage(
        step=Step.OFFER_UNCHANGED,
        slug="weer-voorleggen",
        verb=_("Leg ongewijzigd weer voor"),
        icon="corner-up-right",
        hint=_("Als er niets is veranderd sinds het advies van de raad."),
        happens=(
            _("De tekst wordt weer vastgezet en gaat naar het bestuur."),
            _("De raad hoeft niets te doen: het is dezelfde tekst als die waarover hij adviseerde."),
        ),
        done=_("De tekst ligt weer bij het bestuur."),
        service=services.offer_unchanged,
        form=NothingForm,
    ),
    StepPage(
        step=Step.PASS_TERM,
        slug="termijn-verstreken",
        verb=_("Ga verder zonder antwoord"),
        icon="hourglass",
        hint=_("Als de termijn voorbij is en de raad niet antwoordde."),
        happens=(
            _("In het dossier staat straks dat de raad niet binnen de termijn antwoordde."),
            _("Daarna kan het bestuur vaststellen."),
        ),
        done=_("Vastgelegd dat de termijn voorbij is. Het bestuur is nu aan zet."),
        service=services.pass_term,
        form=NothingForm,
    ),
    StepPage(
        step=Step.REOPEN,
        slug="heropenen",
        verb=_("Heropen de tekst"),
        icon="undo-2",
        hint=_("Met een reden. Raad en bestuur lezen die mee."),
        happens=(
            _("De tekst gaat weer open, zodat u kunt wijzigen."),
            _(
                "Een gegeven advies vervalt niet, maar geldt voor de tekst waarover het ging. Verandert de tekst, dan "
                "bevestigt de raad zijn advies of adviseert hij opnieuw. Hij ziet wat er anders is."
            ),
            _("Een vastgestelde versie die in gebruik is, blijft in gebruik."),
        ),
        done=_("De tekst is weer open."),
        service=services.reopen,
        form=ReasonForm,
    ),
    StepPage(
        step=Step.CORRECT,
        slug="corrigeren",
        verb=_("Herstel een schrijffout"),
        icon="pencil",
        hint=_("Alleen voor een fout in spelling, een naam of een getal."),
        happens=(
            _("De tekst gaat open om een schrijffout te herstellen. Verder verandert er niets."),
            _(
                "Het bestuur bevestigt de correctie. De raad krijgt bericht en hoeft niet opnieuw te adviseren."
            ),
            _(
                "Verandert u meer dan een schrijffout? Heropen de tekst dan: de raad adviseert daar opnieuw over."
            ),
        ),
        done=_("De tekst is open om de schrijffout te herstellen."),
        service=services.correct,
        form=ReasonForm,
    ),
    StepPage(
        step=Step.OFFER_CORRECTION,
        slug="correctie-voorleggen",
        verb=_("Leg de correctie voor aan het bestuur"),
        icon="lock",
        hint=_("Het bestuur ziet wat er anders is en bevestigt."),
        happens=(
            _("De tekst wordt weer vastgezet."),
            _("Het bestuur ziet wat er anders is. Het bevestigt de correctie of geeft die terug."),
        ),
        done=_("De correctie ligt bij het bestuur."),
        service=services.offer_correction,
        form=MessageForm,
        has_check=True,
        seen=SEEN_BY_ALL,
        is_main=True,
    ),
)
