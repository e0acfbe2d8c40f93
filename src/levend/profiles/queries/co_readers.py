"""The links of co-readers, for who gives them out."""

from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotAllowed
from levend.notifications.queries import failures
from levend.profiles.enums import ReaderKind
from levend.profiles.models import CoReader, Remark, SupportProfile
from levend.profiles.queries.profiles import profile_for
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules.together import can_organise


@dataclass(frozen=True)
class ReaderLine:
    """One link. `trouble` says why its letter did not arrive; `remarks` counts what was placed with it."""

    id: int
    name: str
    kind: ReaderKind
    may_remark: bool
    expires_on: date
    works: bool
    ended_on: date | None
    ended_by: str
    made_by: str
    days_used: int
    last_used_on: date | None
    remarks: int
    trouble: str


@dataclass(frozen=True)
class CoReaders:
    profile_id: int
    code: str
    location_name: str
    school_year: str
    decision: Decision
    lines: tuple[ReaderLine, ...]


def co_readers_of(actor: Actor, location_code: str) -> CoReaders:
    """Every link to the newest profile of a location, those that work first (five queries).

    Raises `NotFound` for who may not read the draft, `NotAllowed` for who reads it but gives out no links.
    """
    profile = profile_for(actor, location_code)
    adopted = is_adopted(profile.pk)
    decision = can_organise(actor, profile, is_adopted=adopted)
    if not can_organise(actor, profile, is_adopted=False):
        raise NotAllowed(decision.reason)
    return CoReaders(
        profile_id=profile.pk,
        code=profile.location.code,
        location_name=profile.location.name,
        school_year=profile.school_year.replace("-", "–"),
        decision=decision,
        lines=_lines(profile, adopted),
    )


def _lines(profile: SupportProfile, adopted: bool) -> tuple[ReaderLine, ...]:
    rows = list(CoReader.objects.filter(profile=profile).order_by("-created_at", "-id"))
    troubles = failures(f"co_reader:{row.pk}" for row in rows)
    placed: dict[int | None, int] = {}
    for link_id in Remark.objects.filter(by_link__in=rows, withdrawn_at=None).values_list(
        "by_link_id", flat=True
    ):
        placed[link_id] = placed.get(link_id, 0) + 1
    today = clock.today()
    lines = [
        ReaderLine(
            id=row.pk,
            name=row.name,
            kind=ReaderKind(row.kind),
            may_remark=row.may_remark,
            expires_on=row.expires_on,
            works=row.ended_at is None and row.expires_on >= today and not adopted,
            ended_on=clock.local_date(row.ended_at) if row.ended_at else None,
            ended_by=row.ended_by_name,
            made_by=row.created_by_name,
            days_used=row.days_used,
            last_used_on=row.last_used_on,
            remarks=placed.get(row.pk, 0),
            trouble=troubles.get(f"co_reader:{row.pk}", ""),
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: not line.works))
