"""What one actor sees of one round, looked up once for a page that says several things about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from levend.accounts.actor import Actor
from levend.rounds.engine.dates import own_deadline
from levend.rounds.enums import MilestoneKind
from levend.rounds.models import CollectionRound, RoundConsortium, RoundEntry
from levend.rounds.queries.next_steps import milestones_of
from levend.rounds.queries.visible import entries_in, round_for


@dataclass(frozen=True)
class RoundSight:
    """`entries` are the schools that this actor may see the state of, `parts` all consortia of the round by key.

    It belongs to the actor that it was made for, and to one request: nothing of it is kept for another.
    """

    actor: Actor
    round: CollectionRound
    parts: Mapping[int, RoundConsortium]
    entries: QuerySet[RoundEntry]

    @cached_property
    def milestones(self) -> Mapping[MilestoneKind, date]:
        """The round's own, in the order of the days (one query, once)."""
        return milestones_of([self.round.pk])[self.round.pk]

    def due_on(self, part_id: int, extended_until: date | None) -> date:
        """The last day of a school of this consortium, with its own extension."""
        return own_deadline(self.round.deadline, self.parts[part_id].extended_until, extended_until)


def sight_of(actor: Actor, round_id: int) -> RoundSight:
    """Two queries, and one for a group's consortia. Raises `NotFound`."""
    found = round_for(actor, round_id)
    parts = found.parts.select_related("consortium").order_by("consortium__name", "pk")
    return RoundSight(actor, found, {part.pk: part for part in parts}, entries_in(actor, found))
