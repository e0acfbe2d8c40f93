"""The reminders of a round: who is on turn, what goes out when, what went out, and what it says."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat

from levend.accounts.actor import Actor
from levend.core.decision import Decision, Verdict
from levend.notifications.letters import compose, example_of
from levend.notifications.models import OutboxMessage
from levend.notifications.queries import entries
from levend.notifications.values import Letter, OutboxEntry
from levend.rounds import rules
from levend.rounds.engine.reminding import Schedule
from levend.rounds.models import CollectionRound, RoundEntry
from levend.rounds.queries.turns import Turn, schedule_of, turns_of, waiting_entries
from levend.rounds.queries.visible import entries_for, round_for

SHOWN_DAYS = 8


@dataclass(frozen=True)
class Reminders:
    """`coming` are the next days with reminders and how many schools each; `preview` is what the first of them gets."""

    round: CollectionRound
    schedule: Schedule
    can_remind: Decision
    can_change: Decision
    waiting: QuerySet[RoundEntry]
    coming: tuple[tuple[date, int], ...]
    preview: Letter | None


def reminders_of(actor: Actor, round_id: int) -> Reminders:
    """Raises `NotFound` for the round, `NotAllowed` for who reminds nobody in it."""
    found = round_for(actor, round_id)
    decision = rules.can_remind(actor, found)
    if decision.kind is Verdict.FORBIDDEN:
        decision.require()
    own = entries_for(actor, round_id).values("pk")
    waiting = waiting_entries().filter(pk__in=own).order_by("location__name", "pk")
    turns = turns_of(waiting)
    days = Counter(turn.next_on for turn in turns if turn.next_on is not None)
    upcoming = [turn for turn in turns if turn.next_on is not None]
    return Reminders(
        round=found,
        schedule=schedule_of(round_id),
        can_remind=decision,
        can_change=rules.can_keep(actor, consortium_id=found.consortium_id, group_id=found.group_id),
        waiting=waiting,
        coming=tuple(sorted(days.items())[:SHOWN_DAYS]),
        preview=_preview(min(upcoming, key=lambda turn: turn.next_on or date.max)) if upcoming else None,
    )


def sent_reminders(actor: Actor, round_id: int, *, limit: int = 25) -> tuple[OutboxEntry, ...]:
    """The last reminders of the round about schools that the actor sees, newest first."""
    about = Concat(Value("location:"), "location__code", output_field=CharField())
    seen = entries_for(actor, round_id).order_by().values_list(about, flat=True)
    rows = OutboxMessage.objects.filter(key__startswith=f"round:{round_id}:", about__in=seen)
    return entries(rows.order_by("-id")[:limit])


def letter_of(turn: Turn) -> tuple[str, dict[str, str | int]]:
    """Which letter this turn gets today, and what it says, but for the links.

    Who receives has no day to miss, so it is never told to be late.
    """
    about: dict[str, str | int] = {"school": turn.entry.location.name, "round": turn.entry.round.name}
    if turn.is_receipt:
        return "to_receive", about | {"since": turn.since.isoformat()}
    name = "reminder_late" if turn.is_late else "reminder"
    return name, about | {"step": turn.asked, "due_on": turn.aim.isoformat()}


def _preview(turn: Turn) -> Letter:
    """As it arrives on its day, but for the links."""
    name, context = letter_of(turn.on(turn.next_on) if turn.next_on is not None else turn)
    return compose(name, example_of(name) | context, language="nl")
