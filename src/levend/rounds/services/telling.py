"""Letters to schools about what is asked of them, about more time, and about dates that moved."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.core import clock
from levend.notifications.services import queue_mail
from levend.organisations.queries.reach import reach_of
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import due_of
from levend.rounds.queries.moving import last_move
from levend.rounds.queries.next_steps import days_of, milestones_of


@transaction.atomic
def tell_opened(*, entry_id: int) -> None:
    """Tell who hands in for a school that its profile is asked, and until when; once for each round."""
    entry = RoundEntry.objects.select_related("round", "part", "location").get(pk=entry_id)
    url = settings.LEVEND_BASE_URL + reverse("school_round", args=[entry.location.code])
    for person in people_with(Permission.SUBMIT, reach_of(entry.location_id, clock.today())):
        queue_mail(
            to=person.email,
            template="round_opened",
            language=person.language,
            context={
                "round": entry.round.name,
                "school": entry.location.name,
                "until": due_of(entry).isoformat(),
                "url": url,
            },
            key=f"round_opened:{entry.pk}:{person.pk}",
            about=f"location:{entry.location.code}",
        )


@transaction.atomic
def tell_extension(*, entry_id: int, at: str) -> None:
    """Tell who hands in for a school until when it has time, and why. `at` names the extension: told once each.

    What was overtaken before the worker came to it is not told.
    """
    entry = RoundEntry.objects.select_related("round", "part", "location").get(pk=entry_id)
    until = entry.extended_until or entry.part.extended_until
    if until is None:
        return
    reason = entry.extension_reason if entry.extended_until else entry.part.extension_reason
    url = settings.LEVEND_BASE_URL + reverse("school_round", args=[entry.location.code])
    for person in people_with(Permission.SUBMIT, reach_of(entry.location_id, clock.today())):
        queue_mail(
            to=person.email,
            template="round_extended",
            language=person.language,
            context={
                "round": entry.round.name,
                "school": entry.location.name,
                "until": until.isoformat(),
                "reason": reason,
                "url": url,
            },
            key=f"round_extended:{entry.pk}:{at}:{person.pk}",
            about=f"location:{entry.location.code}",
        )


@transaction.atomic
def tell_moved(*, entry_id: int, at: str) -> None:
    """Tell who hands in for a school what its dates in the round are now. `at` names the change.

    Of several changes only the last is told: what was overtaken before the worker came to it is nobody's date.
    """
    entry = RoundEntry.objects.select_related("round", "part", "location").get(pk=entry_id)
    if entry.round.state != RoundState.OPEN or last_move(entry.round_id) != at:
        return
    days = days_of(entry, milestones_of([entry.round_id])[entry.round_id])
    url = settings.LEVEND_BASE_URL + reverse("school_round", args=[entry.location.code])
    for person in people_with(Permission.SUBMIT, reach_of(entry.location_id, clock.today())):
        with translation.override(person.language):
            planning = "\n".join(
                f"- {date_format(days.day_of(kind), 'j F Y')}: {kind.label}"
                for kind in MilestoneKind
                if kind in days.milestones
            )
        queue_mail(
            to=person.email,
            template="round_moved",
            language=person.language,
            context={
                "round": entry.round.name,
                "school": entry.location.name,
                "until": days.due_on.isoformat(),
                "planning": planning,
                "url": url,
            },
            key=f"round_moved:{entry.pk}:{at}:{person.pk}",
            about=f"location:{entry.location.code}",
        )
