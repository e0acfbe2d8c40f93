"""To whom chapters were given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from levend.accounts.actor import Actor
from levend.core.decision import Decision
from levend.core.errors import NotAllowed
from levend.formats.engine.definition import Chapter
from levend.formats.queries import definition_with
from levend.profiles.models import ChapterOwner
from levend.profiles.queries.colleagues import Colleague, writers_of
from levend.profiles.queries.profiles import profile_for
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules.together import can_organise


@dataclass(frozen=True)
class Owner:
    user_id: int
    name: str
    ready_by: date | None


Owners = dict[str, tuple[Owner, ...]]
"""By the key of the chapter."""


@dataclass(frozen=True)
class Division:
    """Every chapter of a concept with who could have it and who has it."""

    profile_id: int
    code: str
    location_name: str
    school_year: str
    chapters: tuple[Chapter, ...]
    writers: tuple[Colleague, ...]
    owners: Owners
    decision: Decision


def owners_of(profile_id: int) -> Owners:
    """Who has which chapter, by name; who left the school has none (one query). The caller found the profile."""
    rows = ChapterOwner.objects.filter(
        profile_id=profile_id,
        ended_at=None,
        user__is_active=True,
        user__memberships__ended_at=None,
        user__memberships__location_id=F("profile__location_id"),
    )
    found: dict[str, dict[int, Owner]] = {}
    for chapter, user_id, name, ready_by in rows.order_by("user__name", "user_id").values_list(
        "chapter_key", "user_id", "user__name", "ready_by"
    ):
        found.setdefault(chapter, {})[user_id] = Owner(user_id, name, ready_by)
    return {chapter: tuple(people.values()) for chapter, people in found.items()}


def division_of(actor: Actor, location_code: str) -> Division:
    """The newest concept of a location with its chapters and people (four queries).

    Raises `NotFound` for who may not read the draft, `NotAllowed` for who reads it but does not write.
    """
    profile = profile_for(actor, location_code)
    decision = can_organise(actor, profile, is_adopted=is_adopted(profile.pk))
    if not can_organise(actor, profile, is_adopted=False):
        raise NotAllowed(decision.reason)
    chapters = definition_with(profile.format_version.sha256).chapters
    return Division(
        profile_id=profile.pk,
        code=profile.location.code,
        location_name=profile.location.name,
        school_year=profile.school_year.replace("-", "–"),
        chapters=tuple(_to_write(chapters)),
        writers=writers_of(profile),
        owners=owners_of(profile.pk),
        decision=decision,
    )


def _to_write(chapters: Iterable[Chapter]) -> Iterable[Chapter]:
    """A chapter of fixed text asks nothing of anybody."""
    return (chapter for chapter in chapters if chapter.questions)
