"""What must hold for rounds."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import F, Max
from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.catalogue.queries import switched_off
from levend.core import clock
from levend.formats.engine.progress import progress
from levend.formats.queries import definition_with
from levend.profiles.queries.answers import answers_of
from levend.rounds.models import RoundEntry

QUIET = timedelta(hours=1)
"""The worker counts every minute; who writes just now is not counted yet."""


@invariant("round-counts")
def counts_follow_the_answers() -> Iterator[Fault]:
    """Lists of a round show how full a profile is as it was counted, so the count is what the answers give."""
    rows = RoundEntry.objects.filter(asked__isnull=False).annotate(
        profile_id=F("case__profile_id"),
        sha256=F("case__profile__format_version__sha256"),
        region_id=F("case__profile__consortium_id"),
        written_at=Max("case__profile__answers__updated_at"),
    )
    quiet = clock.now() - QUIET
    for entry in rows.order_by("pk").iterator(chunk_size=200):
        if entry.written_at is not None and entry.written_at > quiet:
            continue
        off = switched_off(entry.region_id)
        now = progress(definition_with(entry.sha256), answers_of(entry.profile_id), off)
        if (entry.answered, entry.asked) != (now.answered, now.total):
            where = f"round_entry:{entry.pk}"
            yield Fault(where, _("de telling van ingevulde vragen klopt niet met de antwoorden"))
