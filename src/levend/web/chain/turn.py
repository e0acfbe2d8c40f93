"""The card on top: whose turn it is, and what there is to do, in a sentence."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.actor import Actor
from levend.adoption.enums import Party, State
from levend.adoption.queries.branches import makes_sense
from levend.adoption.queries.overview import CaseOverview
from levend.web.chain.steps import BY_STEP

MOST_NAMES = 3


@dataclass(frozen=True)
class TurnCard:
    name: str
    title: str
    text: str
    due: date | None


_YOU: dict[Party, Promise] = {
    Party.SCHOOL: gettext_lazy("U, namens de school"),
    Party.COUNCIL: gettext_lazy("U, namens de medezeggenschapsraad"),
    Party.BOARD: gettext_lazy("U, namens het bestuur"),
    Party.CONSORTIUM: gettext_lazy("U, namens het samenwerkingsverband"),
}
_TO_DO: dict[State, tuple[Promise, Promise]] = {
    State.DRAFT: (
        gettext_lazy("Schrijf het profiel af en vraag dan advies aan de medezeggenschapsraad."),
        gettext_lazy("De school schrijft. Daarna vraagt de directeur advies aan de medezeggenschapsraad."),
    ),
    State.AWAITING_ADVICE: (
        gettext_lazy(
            "Lees de tekst en geef advies. De tekst staat vast: u leest precies wat wordt vastgesteld."
        ),
        gettext_lazy("De raad leest de tekst en geeft advies. Tot die tijd staat de tekst vast."),
    ),
    State.ADVICE_GIVEN: (
        gettext_lazy(
            "Lees het advies van de raad en stel het profiel vast, of geef het terug met een reden."
        ),
        gettext_lazy("De raad gaf advies. Het bestuur leest dat en besluit."),
    ),
    State.REOPENED: (
        gettext_lazy("Wijzig wat er anders moet en leg de tekst daarna weer voor."),
        gettext_lazy("De tekst is heropend. De school wijzigt en legt die daarna weer voor."),
    ),
    State.AWAITING_CONFIRMATION: (
        gettext_lazy("De tekst is veranderd na uw advies. Lees wat er anders is en bevestig uw advies."),
        gettext_lazy("De tekst is veranderd na het advies. De raad leest wat er anders is."),
    ),
    State.RETURNED_BY_BOARD: (
        gettext_lazy("Het bestuur gaf het profiel terug. Verwerk de reden en leg de tekst weer voor."),
        gettext_lazy("Het bestuur gaf het profiel terug. De school past de tekst aan."),
    ),
    State.ADOPTED: (
        gettext_lazy("Het bestuur heeft vastgesteld. Verklaar dat en dien het profiel in."),
        gettext_lazy("Het bestuur heeft vastgesteld. De directeur verklaart dat en dient in."),
    ),
    State.CORRECTING: (
        gettext_lazy("Herstel de schrijffout en leg de correctie voor aan het bestuur."),
        gettext_lazy("De school herstelt een schrijffout in de vastgestelde tekst."),
    ),
    State.AWAITING_CORRECTION: (
        gettext_lazy("De school herstelde een schrijffout. Lees wat er anders is en bevestig de correctie."),
        gettext_lazy("De school herstelde een schrijffout. Het bestuur bevestigt die."),
    ),
    State.SUBMITTED: (
        gettext_lazy("Kijk of alles er is en bevestig de ontvangst. U keurt de inhoud niet goed of af."),
        gettext_lazy("Het samenwerkingsverband kijkt of alles er is. Het keurt de inhoud niet goed of af."),
    ),
    State.RETURNED_BY_CONSORTIUM: (
        gettext_lazy("Het samenwerkingsverband vroeg om een correctie. Lees de reden hieronder."),
        gettext_lazy("Het samenwerkingsverband vroeg om een correctie. De school kijkt daarnaar."),
    ),
}


def turn_card(actor: Actor, about: CaseOverview, due: date | None) -> TurnCard | None:
    """The card, for you or about others, with the day by which it should be done; none when nobody is on turn."""
    turn = about.turn
    if turn.party not in _YOU:
        return None
    yours, theirs = _TO_DO[about.state]
    if turn.is_yours:
        text = " ".join(filter(None, [_advice(about), str(yours), _why_closed(about)]))
        return TurnCard(actor.name, str(_YOU[turn.party]), text, due)
    party = str(turn.party.label)
    if not turn.people:
        nobody = _("Er is nog niemand uitgenodigd die dit kan doen.")
        return TurnCard(party, capfirst(party), f"{theirs} {nobody}", due)
    return TurnCard(turn.people[0], capfirst(party), f"{theirs} {_who(turn.people)}", due)


def _advice(about: CaseOverview) -> str:
    """What the council said, for who decides on it."""
    kind = about.facts.advice_kind
    if about.state is not State.ADVICE_GIVEN or kind is None:
        return ""
    return _("Advies van de raad: %(kind)s.") % {"kind": str(kind.label)}


def _why_closed(about: CaseOverview) -> str:
    """What still stands in the way of the step that the case waits for; nothing when one such step is open."""
    reasons = [
        str(possible.decision.reason)
        for possible in about.possible
        if BY_STEP[possible.step].is_main and makes_sense(about.case, possible.step, about.facts)
    ]
    return reasons[0] if reasons and all(reasons) else ""


def _who(people: tuple[str, ...]) -> str:
    named = ", ".join(people[:MOST_NAMES])
    more = len(people) - MOST_NAMES
    if more > 0:
        return _("Aan zet: %(named)s en %(more)d anderen.") % {"named": named, "more": more}
    return _("Aan zet: %(named)s.") % {"named": named}
