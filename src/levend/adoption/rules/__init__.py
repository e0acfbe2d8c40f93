"""May this step be taken, by this actor, now; and if not, why not."""

from levend.adoption.rules.steps import can_take, who_may

__all__ = ["can_take", "who_may"]
