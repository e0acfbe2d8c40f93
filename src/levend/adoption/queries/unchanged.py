"""Whether a text says the same as the version that it started from, and was looked at as a whole."""

import json
from dataclasses import dataclass

from levend.adoption.models import AdoptionCase
from levend.core.canonical import canonical_json
from levend.formats.engine.beside import BESIDE, differs
from levend.profiles.engine.tally import Tally
from levend.profiles.models import ProfileSnapshot, SupportProfile
from levend.profiles.queries import tally_of
from levend.profiles.queries.content import live_body

COUNTED_YEARLY = frozenset({"pupils", "pupils_on", BESIDE})
"""Register facts that are counted anew each year and carry their own date: another number is no other text."""


@dataclass(frozen=True)
class Unchanged:
    """The version that the present text says the same as, and how many of its answers were confirmed."""

    snapshot: ProfileSnapshot
    tally: Tally

    @property
    def school_year(self) -> str:
        """The year of the version that stays as it is."""
        return year_of(self.snapshot)


def year_of(snapshot: ProfileSnapshot) -> str:
    """*2025–2026*."""
    return snapshot.profile.school_year.replace("-", "–")


def unchanged_year(profile_id: int, sha256: str) -> str:
    """The year of the version that a locked text was found to be the same as; empty when it was not. For the worker."""
    case = (
        AdoptionCase.objects.filter(profile_id=profile_id, content_sha256=sha256)
        .select_related("unchanged_from__profile")
        .first()
    )
    return year_of(case.unchanged_from) if case is not None and case.unchanged_from else ""


def unchanged_from(profile_id: int) -> Unchanged | None:
    """The version that this text confirms word for word; None when anything differs or was not looked at (six queries).

    Every answer of last time was confirmed, nothing new was written, nothing stayed behind, the format and the
    register say what they said, but for facts that are counted each year.
    """
    profile = (
        SupportProfile.objects.filter(pk=profile_id, carried_from__isnull=False)
        .select_related(
            "location__school__board",
            "consortium",
            "format_version",
            "carried_from__content",
            "carried_from__profile__format_version",
        )
        .defer("format_version__body", "carried_from__profile__format_version__body")
        .first()
    )
    if profile is None or profile.carried_from is None:
        return None
    snapshot = profile.carried_from
    if snapshot.profile.format_version.sha256 != profile.format_version.sha256:
        return None
    tally = tally_of(profile.pk, profile.format_version_id)
    if not tally.total or tally.total != tally.still_hold:
        return None
    if said(live_body(profile)) != said(json.loads(snapshot.content.body)):
        return None
    return Unchanged(snapshot, tally)


def said(body: dict[str, object]) -> bytes:
    """What a text says, without what is counted each year: figures of a source too, as long as the school says the same."""
    location, answers = body["location"], body["answers"]
    if not isinstance(location, dict) or not isinstance(answers, dict):
        return canonical_json(body)
    register = {key: value for key, value in location.items() if key not in COUNTED_YEARLY}
    beside: dict[str, dict[str, object]] = location.get(BESIDE, {})
    own = {key: entry for key, entry in beside.items() if "told" in entry or differs(entry, answers.get(key))}
    filled_in = beside.keys() - own.keys()
    said = {key: value for key, value in answers.items() if key not in filled_in}
    return canonical_json({"location": register, "answers": said, BESIDE: own})
