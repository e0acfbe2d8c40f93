"""Letters to schools about what is asked of them, and about more time."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.core import clock
from levend.notifications.services import queue_mail
from levend.organisations.queries.reach import reach_of
from levend.rounds.models import RoundEntry
from levend.rounds.queries.deadlines import due_of


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
