"""Telling a school ahead that its profile comes to its end, at each of the days that its regime warns on.

The key of a letter is the school, the last day and the warning: nobody hears the same thing twice, and a last day that
moved is something new.
"""

from collections import defaultdict
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from levend.accounts.enums import Permission
from levend.accounts.models import User
from levend.accounts.queries.people import people_with
from levend.accounts.services import remind
from levend.adoption.models import Adoption
from levend.core import clock
from levend.notifications.values import Notice
from levend.organisations.queries.reach import reaches_of
from levend.regimes.engine.loading import regime_of, regimes
from levend.rounds.engine.next_step import Validity
from levend.rounds.engine.reminding import FRESH
from levend.rounds.queries.next_steps import validity_of
from levend.rounds.queries.renewals import ending


def warn_of_endings() -> int:
    """Send the warnings of today to who may begin the next profile; return how many are new.

    A warning that was missed for a week is let go: the pages say it all the time. Each person is a transaction.
    """
    today = clock.today()
    rows = list(ending(_warned_lately(today)))
    reaches = reaches_of((row.case.location_id for row in rows), today)
    people: dict[int, User] = {}
    told: dict[int, list[Notice]] = defaultdict(list)
    for row in rows:
        for person in people_with(Permission.START_PROFILE, reaches[row.case.location_id]):
            people[person.pk] = person
            told[person.pk].append(_notice(row, validity_of(row), person, today))
    return sum(remind(person=people[pk], notices=notices) for pk, notices in told.items())


def _warned_lately(today: date) -> Q:
    found = Q(pk__in=[])
    for law in regimes().values():
        for days in law.warn_days_before:
            last = today + timedelta(days=days)
            found |= Q(case__regime=law.key, last_day__gt=last - FRESH, last_day__lte=last)
    return found & Q(last_day__gte=today)


def _notice(row: Adoption, validity: Validity, person: User, today: date) -> Notice:
    place = row.case.location
    warning = regime_of(row.case.regime).warn_days_before[validity.level - 1]
    return Notice(
        template="renewal",
        context={
            "school": place.name,
            "until": validity.valid_until.isoformat(),
            "ask_by": validity.ask_by.isoformat() if validity.ask_by >= today else "",
            "url": settings.LEVEND_BASE_URL + reverse("begin", args=[place.code]),
        },
        key=f"validity:{place.code}:{validity.valid_until}:{warning}:{person.pk}",
        about=f"location:{place.code}",
    )
