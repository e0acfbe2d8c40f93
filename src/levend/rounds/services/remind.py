"""Reminding the one whose turn it is.

The key of a reminder is the school, the step, its date and the moment on the schedule: the same thing is never told
twice, and a date that was moved is something new. Somebody with several schools gets one letter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.models import User
from levend.accounts.queries.people import people_with
from levend.accounts.services import remind
from levend.adoption.transitions import TURN_PERMISSIONS
from levend.core import clock
from levend.core.errors import Invalid
from levend.notifications.values import Notice
from levend.organisations.queries.reach import reaches_of
from levend.rounds import rules
from levend.rounds.engine.next_step import STAGES, Ground
from levend.rounds.models import ReminderSchedule
from levend.rounds.queries import entries_for
from levend.rounds.queries.reminders import letter_of
from levend.rounds.queries.turns import Turn, turns_of, waiting_entries
from levend.rounds.services.locking import locked_round, note

MOST_DAYS = 365
MOST_BEFORE = 6


def remind_due() -> int:
    """Send what the schedules of all open rounds have for today; return how many reminders are new.

    Each person is a transaction: a run that was broken off is made again, and nobody hears twice.
    """
    return _tell(
        [(turn, str(turn.offset)) for turn in turns_of(waiting_entries()) if turn.offset is not None]
    )


@transaction.atomic
def remind_now(*, actor: Actor, round_id: int, codes: Collection[str]) -> int:
    """Remind these schools today, whatever the schedule says; return how many reminders are new. Once a day at most.

    Schools that are not the actor's, or where nothing waits, are passed over. Raises `Invalid` when none was chosen.
    """
    found = locked_round(actor, round_id)
    rules.can_remind(actor, found).require()
    if not codes:
        message = _("Kies minstens één school.")
        raise Invalid(message, {"codes": message})
    own = entries_for(actor, round_id).filter(location__code__in=list(codes)).values("pk")
    turns = turns_of(waiting_entries().filter(pk__in=own))
    new = _tell([(turn, f"now-{clock.today()}") for turn in turns])
    if new:
        note(actor, found, "round_reminded", {"schools": len(turns), "letters": new})
    return new


@transaction.atomic
def choose_schedule(
    *, actor: Actor, round_id: int, is_on: bool, before: Iterable[int], after: int, every: int
) -> None:
    """Set when schools of a round are reminded. Raises `Invalid`."""
    found = locked_round(actor, round_id)
    rules.can_keep(actor, consortium_id=found.consortium_id, group_id=found.group_id).require()
    days = sorted(set(before), reverse=True)
    faults = {}
    if len(days) > MOST_BEFORE or any(not 1 <= day <= MOST_DAYS for day in days):
        faults["before"] = _("Noem hoogstens zes getallen van 1 tot en met 365.")
    if not 0 <= after <= MOST_DAYS:
        faults["after"] = _("Kies een getal van 0 tot en met 365.")
    if not 0 <= every <= MOST_DAYS or (every and not after):
        faults["every"] = _("Kies een getal van 0 tot en met 365. Herhalen kan als er een eerste keer is.")
    if faults:
        raise Invalid(" ".join(faults.values()), faults)
    wanted = {"is_on": is_on, "before": days, "after": after, "every": every}
    row = ReminderSchedule.objects.filter(round=found).first() or ReminderSchedule(round=found)
    if row.pk and {name: getattr(row, name) for name in wanted} == wanted:
        return
    for name, value in wanted.items():
        setattr(row, name, value)
    row.save()
    note(
        actor,
        found,
        "round_schedule_chosen",
        {"on": is_on, "before": [*days], "after": after, "every": every},
    )


def _tell(turns: list[tuple[Turn, str]]) -> int:
    """Tell everybody on turn, each about all of their schools at once."""
    reaches = reaches_of((turn.entry.location_id for turn, _moment in turns), clock.today())
    people: dict[int, User] = {}
    told: dict[int, list[Notice]] = defaultdict(list)
    for turn, moment in turns:
        permission = TURN_PERMISSIONS[turn.party]
        for person in people_with(permission, reaches[turn.entry.location_id]):
            people[person.pk] = person
            told[person.pk].append(_notice(turn, moment, person))
    return sum(remind(person=people[pk], notices=notices) for pk, notices in told.items())


def _notice(turn: Turn, moment: str, person: User) -> Notice:
    location = turn.entry.location
    with translation.override(person.language):
        name, context = letter_of(turn)
    stage = STAGES.get(turn.state, Ground.RECEIPT)
    return Notice(
        template=name,
        context=context | {"url": settings.LEVEND_BASE_URL + reverse("chain", args=[location.code])},
        key=f"{key_of(turn.entry.round_id)}{location.code}:{turn.state}:{stage}:{turn.aim}:{moment}:{person.pk}",
        about=f"location:{location.code}",
    )


def key_of(round_id: int) -> str:
    """What the keys of all reminders of a round begin with."""
    return f"round:{round_id}:"
