"""Reading rounds: the actor comes first."""

from levend.rounds.queries.deadlines import due_expression, due_of, with_due
from levend.rounds.queries.visible import entries_for, round_for, rounds_for

__all__ = ["due_expression", "due_of", "entries_for", "round_for", "rounds_for", "with_due"]
