"""How full the profiles of a round are, counted by the worker and kept with the entry."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max

from levend.catalogue.queries import switched_off_by
from levend.core import clock
from levend.formats.engine.progress import progress
from levend.formats.engine.values import Value
from levend.formats.queries import definition_with
from levend.profiles.models import Answer, AnswerRevision
from levend.rounds.enums import RoundState
from levend.rounds.models import RoundEntry

BATCH = 200
AT_MOST = 2_000
"""Entries that one run counts."""
OVERLAP = timedelta(minutes=10)
"""An answer gets its time before its transaction ends; so long after, every one of them has ended."""


def count_changed() -> int:
    """Count every profile that was never counted or was written in since; how many entries changed.

    An autosave has no time to read a whole profile, and two editors at once would count past each other. Counting
    afterwards reads what is there: a second run finds the same and writes nothing.
    """
    rows = RoundEntry.objects.filter(case__isnull=False)
    last = rows.aggregate(last=Max("counted_at"))["last"]
    never = list(rows.filter(asked=None).order_by("pk").values_list("pk", flat=True)[:AT_MOST])
    return count_entries({*never, *(_written_since(last - OVERLAP) if last else ())})


def count_in_region(consortium_id: int) -> int:
    """Count every profile of a consortium, which asks for more or for less from now on; how many changed."""
    rows = RoundEntry.objects.filter(asked__isnull=False, case__profile__consortium=consortium_id)
    return count_entries(rows.values_list("pk", flat=True))


def count_entries(entry_ids: Iterable[int]) -> int:
    """Count the profiles of these entries, in batches; how many changed."""
    ids = sorted(entry_ids)
    return sum(_count(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH))


def _written_since(moment: datetime) -> set[int]:
    """Entries of open rounds with an answer that got a revision since; revisions are only added, newest last."""
    newest = AnswerRevision.objects.order_by("-pk")
    first = newest.filter(at__lt=moment).values_list("pk", flat=True).first() or 0
    profiles = newest.filter(pk__gt=first).order_by().values("answer__profile_id")
    rows = RoundEntry.objects.filter(round__state=RoundState.OPEN, case__profile__in=profiles)
    return set(rows.values_list("pk", flat=True))


@transaction.atomic
def _count(ids: list[int]) -> int:
    """Four queries for a batch."""
    rows = RoundEntry.objects.filter(pk__in=ids, case__isnull=False).annotate(
        profile_id=F("case__profile_id"),
        sha256=F("case__profile__format_version__sha256"),
        region_id=F("case__profile__consortium_id"),
    )
    entries = list(rows.select_for_update(of=("self",)).order_by("pk"))
    answers: dict[int, dict[str, Value]] = defaultdict(dict)
    found = Answer.objects.filter(profile_id__in=[entry.profile_id for entry in entries], value__isnull=False)
    for profile_id, key, value in found.values_list("profile_id", "question_key", "value"):
        answers[profile_id][key] = value
    off = switched_off_by(entry.region_id for entry in entries)
    changed = []
    for entry in entries:
        region = off.get(entry.region_id, frozenset())
        now = progress(definition_with(entry.sha256), answers[entry.profile_id], region)
        if (entry.answered, entry.asked) != (now.answered, now.total):
            entry.answered, entry.asked, entry.counted_at = now.answered, now.total, clock.now()
            changed.append(entry)
    RoundEntry.objects.bulk_update(changed, ["answered", "asked", "counted_at"])
    return len(changed)
