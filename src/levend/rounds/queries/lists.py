"""Rounds as a list."""

from django.db.models import Count, QuerySet

from levend.accounts.actor import Actor
from levend.rounds.models import CollectionRound
from levend.rounds.queries.visible import rounds_for


def round_rows(actor: Actor) -> QuerySet[CollectionRound]:
    """Rounds of this actor, newest first, each with `schools`: how many take part."""
    return rounds_for(actor).annotate(schools=Count("entries", distinct=True))
