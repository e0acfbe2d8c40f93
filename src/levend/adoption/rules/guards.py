"""The guards of the table, each with the sentence for a closed button. An empty sentence means: it holds."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.adoption.enums import AdviceKind, Guard
from levend.adoption.models import AdoptionCase
from levend.adoption.rules.facts import CaseFacts


def _complete(case: AdoptionCase, facts: CaseFacts) -> str:
    if facts.missing_answers:
        return ngettext(
            "Nog %(count)d verplichte vraag is niet beantwoord.",
            "Nog %(count)d verplichte vragen zijn niet beantwoord.",
            facts.missing_answers,
        ) % {"count": facts.missing_answers}
    if facts.missing_elements:
        return _("Nog niet elk onderdeel dat de wet vraagt is ingevuld.")
    return ""


def _no_personal_data(case: AdoptionCase, facts: CaseFacts) -> str:
    """No pupil data, ever: every place that looks like it is looked at before anybody else reads the text."""
    if not facts.open_places:
        return ""
    return ngettext(
        "%(count)d plek lijkt op een persoonsgegeven. Kijk die na.",
        "%(count)d plekken lijken op een persoonsgegeven. Kijk ze één voor één na.",
        facts.open_places,
    ) % {"count": facts.open_places}


def _no_advice_yet(case: AdoptionCase, facts: CaseFacts) -> str:
    return _("Er is al advies gegeven. Vraag de raad om dat te bevestigen.") if facts.advice_kind else ""


def _has_advice(case: AdoptionCase, facts: CaseFacts) -> str:
    return "" if facts.advice_kind else _("Er is nog geen advies gegeven. Vraag eerst advies.")


def _term_passed(case: AdoptionCase, facts: CaseFacts) -> str:
    if facts.due_on is None or facts.today > facts.due_on:
        return ""
    return _("De raad heeft nog tot en met %(date)s.") % {"date": date_format(facts.due_on, "j F Y")}


def _advised_text(case: AdoptionCase, facts: CaseFacts) -> str:
    if case.content_sha256 in facts.advised_sha256s:
        return ""
    return _("Over deze tekst is nog geen advies gegeven of bevestigd.")


def _text_unchanged(case: AdoptionCase, facts: CaseFacts) -> str:
    return "" if facts.unchanged else _("De tekst is veranderd. Vraag de raad om het advies te bevestigen.")


def _advice_answered(case: AdoptionCase, facts: CaseFacts) -> str:
    if facts.open_conditions:
        return ngettext(
            "Beantwoord eerst %(count)d voorwaarde van de raad.",
            "Beantwoord eerst %(count)d voorwaarden van de raad.",
            facts.open_conditions,
        ) % {"count": facts.open_conditions}
    return ""


def _positive_where_required(case: AdoptionCase, facts: CaseFacts) -> str:
    positive = facts.advice_kind in {AdviceKind.POSITIVE, AdviceKind.CONDITIONAL}
    if positive or not case.requires_positive_advice:
        return ""
    return _("In deze ronde is afgesproken dat het advies positief moet zijn.")


def _paper_advice(case: AdoptionCase, facts: CaseFacts) -> str:
    if facts.paper_advice_until is None:
        return _("Dit advies is niet van papier geregistreerd.")
    if facts.today > facts.paper_advice_until:
        return _("De termijn om bezwaar te maken is voorbij.")
    return ""


def _paper_adoption(case: AdoptionCase, facts: CaseFacts) -> str:
    if facts.paper_adoption_until is None:
        return _("Dit besluit is niet van papier geregistreerd.")
    if facts.today > facts.paper_adoption_until:
        return _("De termijn om bezwaar te maken is voorbij.")
    return ""


def _has_conditions(case: AdoptionCase, facts: CaseFacts) -> str:
    return "" if facts.conditions else _("De raad stelde geen voorwaarden.")


GUARDS: dict[Guard, Callable[[AdoptionCase, CaseFacts], str]] = {
    Guard.COMPLETE: _complete,
    Guard.NO_PERSONAL_DATA: _no_personal_data,
    Guard.NO_ADVICE_YET: _no_advice_yet,
    Guard.HAS_ADVICE: _has_advice,
    Guard.TERM_PASSED: _term_passed,
    Guard.ADVISED_TEXT: _advised_text,
    Guard.TEXT_UNCHANGED: _text_unchanged,
    Guard.ADVICE_ANSWERED: _advice_answered,
    Guard.POSITIVE_WHERE_REQUIRED: _positive_where_required,
    Guard.PAPER_ADVICE: _paper_advice,
    Guard.PAPER_ADOPTION: _paper_adoption,
    Guard.HAS_CONDITIONS: _has_conditions,
}
