"""Rounds and their schools, as lists."""

from django.db.models import Count, QuerySet

from levend.accounts.actor import Actor
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.queries.deadlines import with_due
from levend.rounds.queries.visible import entries_for, rounds_for


def round_rows(actor: Actor) -> QuerySet[CollectionRound]:
    """Rounds of this actor, newest first, each with `schools`: how many take part."""
    return rounds_for(actor).annotate(schools=Count("entries", distinct=True))


def entry_rows(actor: Actor, round_id: int) -> QuerySet[RoundEntry]:
    """Schools of a round by name, each with `due_on`. Raises `NotFound`."""
    rows = entries_for(actor, round_id).select_related(
        "location__school__board", "part__consortium", "round", "case"
    )
    return with_due(rows).order_by("location__name", "location__code")
