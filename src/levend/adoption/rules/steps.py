"""One rule for every row of the table: the role, then the state, then the guards."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import Party, State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.rules.guards import GUARDS
from levend.adoption.transitions import ROWS, TURNS
from levend.core.decision import Decision

_WHO = {
    Permission.ASK_ADVICE: gettext_lazy("Alleen de directeur kan dit doen."),
    Permission.SUBMIT: gettext_lazy("Alleen de directeur kan dit doen."),
    Permission.WRITE: gettext_lazy("Alleen wie aan het profiel schrijft kan dit doen."),
    Permission.GIVE_ADVICE: gettext_lazy("Alleen de medezeggenschapsraad kan dit doen."),
    Permission.ADOPT: gettext_lazy("Alleen het bestuur kan dit doen."),
    Permission.REACT_TO_ADVICE: gettext_lazy("Alleen het bestuur kan dit doen."),
    Permission.REGISTER_ON_PAPER: gettext_lazy(
        "Alleen de directeur of de bestuurssecretaris kan een brief of notulen registreren."
    ),
    Permission.RECEIVE: gettext_lazy("Alleen het samenwerkingsverband kan dit doen."),
}


def can_take(actor: Actor, case: AdoptionCase, step: Step, facts: CaseFacts) -> Decision:
    """Whether the actor may take this step now.

    Forbidden when no role of the actor gives the permission here; not now when the state or a guard is against it.
    """
    row = ROWS[step]
    if not (actor.has(row.permission, on=facts.reach) or (actor.is_system and row.by_system)):
        return Decision.forbidden(_WHO[row.permission])
    if case.state not in row.sources:
        return Decision.not_now(_why_not_in(State(case.state)))
    for guard in sorted(row.needs):
        if sentence := GUARDS[guard](case, facts):
            return Decision.not_now(sentence)
    return Decision.yes()


def who_may(step: Step) -> str:
    """The sentence that names the role of a step."""
    return str(_WHO[ROWS[step].permission])


def _why_not_in(state: State) -> str:
    match TURNS[state]:
        case Party.NOBODY:
            return _("Dit profiel is ontvangen. Begin een nieuw profiel om iets te veranderen.")
        case party:
            return _("Nu niet: %(party)s is aan zet (%(state)s).") % {
                "party": str(party.label),
                "state": str(state.label),
            }
