"""Give a chapter to people of the school: an agreement about who writes, which gives no right and takes none."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.membership import works_at
from levend.audit.services import record
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.formats.queries import definition_of
from levend.notifications.services import queue_mail
from levend.profiles.models import ChapterOwner, SupportProfile
from levend.profiles.queries.colleagues import Colleague, writers_of
from levend.profiles.services.organising import organised

MOST_OWNERS = 20


@transaction.atomic
def give_chapter(
    *, actor: Actor, profile_id: int, chapter: str, user_ids: Iterable[int], ready_by: date | None = None
) -> tuple[ChapterOwner, ...]:
    """Give a chapter to exactly these people, to be ready on a day if one is named; nobody is allowed too.

    Who is new hears of it by one letter. The same again changes nothing. Raises `NotFound`, `NotAllowed`, `NotNow` once
    the text was adopted, and `Invalid` for who does not write here or a day that has passed.
    """
    profile = organised(actor, profile_id)
    definition = definition_of(profile.format_version_id)
    if all(each.key != chapter for each in definition.chapters):
        raise NotFound(chapter)
    wanted = _people(profile, set(user_ids))
    present = {row.user_id: row for row in _standing(profile_id).filter(chapter_key=chapter)}
    _require_day(ready_by, present.values())
    changed = _end(actor, [row for user_id, row in present.items() if user_id not in wanted])
    for user_id, row in present.items():
        if user_id in wanted and row.ready_by != ready_by:
            row.ready_by = ready_by
            row.save(update_fields=["ready_by"])
            changed = True
    for user_id in sorted(wanted.keys() - present.keys()):
        owner = ChapterOwner.objects.create(
            profile=profile,
            chapter_key=chapter,
            user_id=user_id,
            ready_by=ready_by,
            given_at=clock.now(),
            given_by_id=actor.user_id,
            given_by_name=actor.name,
        )
        changed = True
        if user_id != actor.user_id:
            _tell(wanted[user_id], actor, profile, owner, definition.chapter(chapter).title)
    if changed:
        people: list[JsonValue] = [*sorted(wanted)]
        data: dict[str, JsonValue] = {"chapter": chapter, "to": people, "ready_by": str(ready_by or "")}
        record(actor=actor, event="chapter_given", subject=f"profile:{profile_id}", data=data)
    return tuple(_standing(profile_id).filter(chapter_key=chapter))


@transaction.atomic
def end_chapters(*, user_id: int, location_id: int) -> None:
    """Who left the school has no chapters there any more; the handler of the event `membership_ended`."""
    if works_at(user_id, location_id):
        return
    rows = ChapterOwner.objects.select_for_update(of=("self",)).filter(
        user_id=user_id, profile__location_id=location_id, ended_at=None
    )
    _end(Actor.system(), rows.order_by("id"))


def _standing(profile_id: int) -> "QuerySet[ChapterOwner]":
    return ChapterOwner.objects.filter(profile_id=profile_id, ended_at=None).order_by("id")


def _end(actor: Actor, rows: Iterable[ChapterOwner]) -> bool:
    ended = False
    for row in rows:
        row.ended_at = clock.now()
        row.ended_by_id = actor.user_id
        row.ended_by_name = actor.name
        row.save(update_fields=["ended_at", "ended_by", "ended_by_name"])
        ended = True
    return ended


def _people(profile: SupportProfile, user_ids: set[int]) -> dict[int, Colleague]:
    people = {each.id: each for each in writers_of(profile) if each.id in user_ids}
    if len(people) != len(user_ids):
        message = _("U koos iemand die dit profiel niet schrijft. Kies mensen uit de lijst.")
        raise Invalid(message, {"people": message})
    if len(people) > MOST_OWNERS:
        message = _("Kies hoogstens %(most)d mensen voor één hoofdstuk.") % {"most": MOST_OWNERS}
        raise Invalid(message, {"people": message})
    return people


def _require_day(ready_by: date | None, present: Iterable[ChapterOwner]) -> None:
    """A day that passed may stay where it stands, and is no new agreement."""
    if ready_by is None or ready_by in {row.ready_by for row in present}:
        return
    today = clock.today()
    if not today <= ready_by <= today.replace(year=today.year + 5, day=1):
        message = _("Kies een dag vanaf vandaag, en niet verder dan vijf jaar vooruit.")
        raise Invalid(message, {"ready_by": message})


def _tell(
    person: Colleague, actor: Actor, profile: SupportProfile, owner: ChapterOwner, chapter: str
) -> None:
    address = reverse("profile_chapter", args=[profile.location.code, owner.chapter_key])
    queue_mail(
        to=person.email,
        template="chapter_given",
        language=person.language,
        context={
            "who": actor.name,
            "chapter": chapter,
            "school": profile.location.name,
            "ready_by": owner.ready_by.isoformat() if owner.ready_by else "",
            "url": settings.LEVEND_BASE_URL + address,
        },
        key=f"chapter_given:{owner.pk}",
        about=f"location:{profile.location.code}",
    )
