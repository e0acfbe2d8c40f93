"""Chapters given to people of the school."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.accounts.models import Membership
from levend.accounts.services.leave import end_membership
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.jobs.testing import run_jobs
from levend.notifications.models import OutboxMessage
from levend.profiles import rules
from levend.profiles.models import ChapterOwner, SupportProfile
from levend.profiles.queries.owners import owners_of
from levend.profiles.services import freeze_content, freeze_snapshot, give_chapter, save_answer
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
R = Role


def _give(
    region: Region, profile: SupportProfile, *roles: Role, by: Role = R.DIRECTOR, **more: object
) -> None:
    users = [region.linde.user(role).pk for role in roles]
    arguments: dict[str, object] = {"chapter": "school", "user_ids": users, **more}
    give_chapter(actor=region.linde.actor(by), profile_id=profile.pk, **arguments)  # type: ignore[arg-type]


def test_a_chapter_is_given_to_exactly_these_people(region: Region, profile: SupportProfile) -> None:
    day = clock.today() + timedelta(days=11)
    _give(region, profile, R.EDITOR, R.DIRECTOR, ready_by=day)
    _give(region, profile, R.EDITOR, R.DIRECTOR, ready_by=day)
    assert [owner.ready_by for owner in owners_of(profile.pk)["school"]] == [day, day]
    letter = OutboxMessage.objects.get()
    assert letter.to == region.linde.user(R.EDITOR).email
    assert letter.context["ready_by"] == day.isoformat()

    _give(region, profile, R.DIRECTOR)

    assert [owner.name for owner in owners_of(profile.pk)["school"]] == [region.linde.user(R.DIRECTOR).name]
    ended = ChapterOwner.objects.get(ended_at__isnull=False)
    assert (ended.user, ended.ended_by) == (region.linde.user(R.EDITOR), region.linde.user(R.DIRECTOR))
    assert AuditEvent.objects.filter(event="chapter_given", subject=f"profile:{profile.pk}").count() == 2
    assert OutboxMessage.objects.count() == 1


@pytest.mark.parametrize("role", [R.BOARD_MEMBER, R.COUNCIL_CHAIR, R.COORDINATOR])
def test_nobody_from_outside_gets_one(region: Region, profile: SupportProfile, role: Role) -> None:
    with pytest.raises(Invalid, match="niet schrijft"):
        _give(region, profile, role)


@pytest.mark.parametrize(
    ("by", "refusal"), [(R.BOARD_MEMBER, NotAllowed), (R.COUNCIL_CHAIR, NotFound), (R.COORDINATOR, NotFound)]
)
def test_only_writers_divide(
    region: Region, profile: SupportProfile, by: Role, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        _give(region, profile, R.EDITOR, by=by)
    assert not ChapterOwner.objects.exists()


def test_it_gives_no_right_and_takes_none(region: Region, profile: SupportProfile) -> None:
    _give(region, profile, R.DIRECTOR)
    editor = region.linde.actor(R.EDITOR)

    assert rules.can_write(editor, profile)
    assert save_answer(actor=editor, profile_id=profile.pk, key="missie", value="Toch ik.", based_on=0)


@pytest.mark.parametrize("days", [-1, 5000])
def test_the_day_lies_ahead_unless_it_stands_there_already(
    region: Region, profile: SupportProfile, days: int
) -> None:
    with pytest.raises(Invalid, match="vanaf vandaag"):
        _give(region, profile, R.EDITOR, ready_by=clock.today() + timedelta(days=days))
    day = clock.today()
    _give(region, profile, R.EDITOR, ready_by=day)
    with clock.at(clock.now() + timedelta(days=3)):
        _give(region, profile, R.EDITOR, R.DIRECTOR, ready_by=day)
    assert len(owners_of(profile.pk)["school"]) == 2


def test_who_leaves_the_school_has_no_chapter_there(region: Region, profile: SupportProfile) -> None:
    _give(region, profile, R.EDITOR, R.DIRECTOR)
    membership = Membership.objects.get(user=region.linde.user(R.EDITOR))
    end_membership(actor=region.linde.actor(R.DIRECTOR), membership_id=membership.pk)
    assert [owner.user_id for owner in owners_of(profile.pk)["school"]] == [region.linde.user(R.DIRECTOR).pk]

    run_jobs()

    row = ChapterOwner.objects.get(user=region.linde.user(R.EDITOR))
    assert row.ended_at is not None
    assert row.ended_by_name == "Levend"


def test_an_adopted_text_is_not_divided(region: Region, profile: SupportProfile) -> None:
    with transaction.atomic():
        content = freeze_content(profile_id=profile.pk)
        freeze_snapshot(profile_id=profile.pk, sha256=content.sha256)
    with pytest.raises(NotNow, match="vastgesteld"):
        _give(region, profile, R.EDITOR)


def test_the_database_ties_the_end_to_somebody(region: Region, profile: SupportProfile) -> None:
    _give(region, profile, R.EDITOR)
    for fields in ({"ended_at": clock.now()}, {"ended_by_name": "Iemand"}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            ChapterOwner.objects.update(**fields)
