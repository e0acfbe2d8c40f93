"""Whether a concept is shared with the consortium, and since when it was or was not."""

from dataclasses import dataclass
from datetime import datetime

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.core.decision import Decision
from levend.profiles.models import ConceptShare, SupportProfile
from levend.profiles.queries.profiles import profile_for
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules.together import can_share, could_be_shared_with
from levend.profiles.rules.writing import own_reach


@dataclass(frozen=True)
class Share:
    """A time in which the concept was shared; without an end it is shared now."""

    shared_at: datetime
    shared_by: str
    ended_at: datetime | None
    ended_by: str


@dataclass(frozen=True)
class Sharing:
    """For the school and its board. `shares` are newest first."""

    profile_id: int
    code: str
    location_name: str
    school_year: str
    consortium_name: str
    decision: Decision
    shares: tuple[Share, ...]

    @property
    def is_shared(self) -> bool:
        return bool(self.shares) and self.shares[0].ended_at is None


@dataclass(frozen=True)
class ShareLine:
    """What the page of the chain says about it. `for_school` decides where it leads; none is readable once it ended."""

    is_shared: bool
    for_school: bool
    at: datetime


def sharing_of(actor: Actor, location_code: str) -> Sharing:
    """The newest profile of a location (three queries). Raises `NotFound` for who may not read the draft."""
    profile = profile_for(actor, location_code)
    rows = ConceptShare.objects.filter(profile=profile).order_by("-id")
    return Sharing(
        profile_id=profile.pk,
        code=profile.location.code,
        location_name=profile.location.name,
        school_year=profile.school_year.replace("-", "–"),
        consortium_name=str(profile.consortium),
        decision=can_share(actor, profile, is_adopted=is_adopted(profile.pk)),
        shares=tuple(
            Share(row.shared_at, row.shared_by_name, row.ended_at, row.ended_by_name) for row in rows
        ),
    )


def share_line(actor: Actor, profile: SupportProfile) -> ShareLine | None:
    """Nothing for whom it is none of, and where nothing was ever shared (two queries at most).

    `profile` came with its location and school.
    """
    for_school = actor.has(Permission.READ_DRAFT, on=own_reach(profile))
    if not (for_school or could_be_shared_with(actor, profile)):
        return None
    share = ConceptShare.objects.filter(profile=profile).order_by("-id").first()
    if share is None or (share.ended_at is None and is_adopted(profile.pk)):
        return None
    return ShareLine(share.ended_at is None, for_school, share.ended_at or share.shared_at)
