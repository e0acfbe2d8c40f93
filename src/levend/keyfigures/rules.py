"""Who takes figures over from open data."""

from levend.accounts.actor import Actor
from levend.accounts.rules import can_manage
from levend.core.decision import Decision


def can_import(actor: Actor) -> Decision:
    """Who looks after the register."""
    return can_manage(actor)
