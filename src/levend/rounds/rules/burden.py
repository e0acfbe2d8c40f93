"""Who sees what a round took."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.decision import Decision
from levend.rounds.models import CollectionRound
from levend.rounds.rules.keeping import can_keep, kept_consortia


def can_see_burden(actor: Actor, found: CollectionRound, consortium_ids: frozenset[int]) -> Decision:
    """Who keeps the round, and the coordinators of a consortium in it: they keep the formats."""
    if consortium_ids & kept_consortia(actor):
        return Decision.yes()
    if can_keep(actor, consortium_id=found.consortium_id, group_id=found.group_id):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinatoren van deze ronde zien wat zij van scholen vroeg."))
