"""May the board withdraw what it adopted, and if not why not."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import State
from levend.adoption.models import Adoption
from levend.core.decision import Decision
from levend.organisations.values import LocationReach


@dataclass(frozen=True)
class WithdrawalFacts:
    """What the rule looks at besides the adoption. `succeeded`: a later version has begun."""

    reach: LocationReach
    state: State
    succeeded: bool
    today: date


def may_withdraw(actor: Actor, reach: LocationReach) -> Decision:
    """Who adopts may withdraw: nobody else can take back the board's decision."""
    if actor.has(Permission.ADOPT, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen het bestuur kan een vastgesteld profiel intrekken."))


def can_withdraw(actor: Actor, adoption: Adoption, facts: WithdrawalFacts) -> Decision:
    """Whether this version can be withdrawn now.

    Before receipt the steps of the chain undo a decision; after its end there is nothing to withdraw.
    """
    role = may_withdraw(actor, facts.reach)
    if not role:
        return role
    if adoption.ended_on is not None:
        return Decision.not_now(
            _("Dit profiel is al ingetrokken, vanaf %(day)s.")
            % {"day": date_format(adoption.ended_on, "j F Y")}
        )
    if adoption.annulled_at is not None:
        return Decision.not_now(_("Dit besluit geldt niet meer."))
    if facts.state is not State.RECEIVED:
        return Decision.not_now(
            _(
                "Dit profiel is nog niet ontvangen en staat dus niet op de openbare bladzijde. Intrekken kan pas daarna. "
                "Tot die tijd kan de school de tekst heropenen."
            )
        )
    if adoption.valid_until < facts.today:
        return Decision.not_now(
            _("Dit profiel geldt al niet meer: de termijn liep tot en met %(day)s.")
            % {"day": date_format(adoption.valid_until, "j F Y")}
        )
    if facts.succeeded:
        return Decision.not_now(
            _("Dit profiel geldt al niet meer: een nieuwere versie kwam ervoor in de plaats.")
        )
    return Decision.yes()
