"""A profile starts from an adopted version, and every answer of it is looked at in one of three ways."""

import pytest

from levend.accounts.enums import Role
from levend.audit.queries import events_of
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.formats.queries import definition_of
from levend.profiles.enums import RevisionKind, Standing, Verdict
from levend.profiles.models import Answer, AnswerRevision, ProfileSnapshot, SupportProfile
from levend.profiles.queries import answers_of, tally_of
from levend.profiles.queries.former import former_text
from levend.profiles.services import (
    confirm_chapter,
    freeze_content,
    freeze_snapshot,
    judge_answer,
    lock,
    mark_seen,
    save_answer,
    start_profile,
)
from levend.profiles.values import Conflict, Saved
from tests.factories.formats import SMALL, make_version
from tests.factories.profiles import ANSWERS, answer
from tests.factories.region import Region

pytestmark = pytest.mark.django_db

NEXT = (
    SMALL.replace("version: 1", "version: 2", 1)
    .replace("key: motto", "key: leus")
    .replace(
        "          - key: dyslexie\n            label: Dyslexieprotocol\n",
        "          - key: taal\n            label: Taal\n",
    )
)
"""The small format a year later: a question and an option were replaced."""


@pytest.fixture
def snapshot(region: Region, profile: SupportProfile) -> ProfileSnapshot:
    """The adopted version of De Linde, with every answer."""
    answer(profile, region.linde.actor(Role.EDITOR), ANSWERS)
    content = freeze_content(profile_id=profile.pk)
    return freeze_snapshot(profile_id=profile.pk, sha256=content.sha256)


def again(region: Region, snapshot: ProfileSnapshot, version_id: int = 0) -> SupportProfile:
    return start_profile(
        actor=region.linde.actor(Role.DIRECTOR),
        location_id=region.linde.location.pk,
        version_id=version_id or snapshot.profile.format_version_id,
        consortium_id=region.linde.consortium.pk,
        school_year="2027-2028",
        carried_from=snapshot.pk,
    )


@pytest.fixture
def carried(region: Region, snapshot: ProfileSnapshot) -> SupportProfile:
    return again(region, snapshot)


def judge(
    region: Region, profile: SupportProfile, verdict: Verdict, based_on: int = 1, key: str = "missie"
) -> Saved | Conflict:
    return judge_answer(
        actor=region.linde.actor(Role.EDITOR),
        profile_id=profile.pk,
        key=key,
        verdict=verdict,
        based_on=based_on,
    )


def standing(profile: SupportProfile, key: str = "missie") -> tuple[str, object, int]:
    row = Answer.objects.get(profile=profile, question_key=key)
    return row.standing, row.value, row.revision


def see_all(region: Region, profile: SupportProfile, role: Role = Role.EDITOR) -> int:
    rows = Answer.objects.filter(profile=profile).values_list("question_key", "revision")
    return mark_seen(actor=region.linde.actor(role), profile_id=profile.pk, seen=dict(rows))


def test_the_same_format_starts_with_everything_unlooked_at(
    region: Region, snapshot: ProfileSnapshot, carried: SupportProfile
) -> None:
    assert answers_of(carried.pk) == answers_of(snapshot.profile_id)
    assert tally_of(carried.pk, carried.format_version_id).carried == len(ANSWERS)
    assert set(
        AnswerRevision.objects.filter(answer__profile=carried).values_list("kind", "number", "by_name")
    ) == {(RevisionKind.CARRIED, 1, region.linde.user(Role.DIRECTOR).name)}
    (event,) = events_of(f"profile:{carried.pk}")
    assert (event.data["carried"], event.data["carried_from"]) == (len(ANSWERS), snapshot.sha256)


def test_a_changed_format_says_what_stayed_behind(region: Region, snapshot: ProfileSnapshot) -> None:
    profile = again(region, snapshot, make_version(NEXT).pk)
    former = former_text(snapshot.pk, definition_of(profile.format_version_id))

    assert "motto" not in answers_of(profile.pk)
    assert answers_of(profile.pk)["methoden"] == ["anders"]
    assert [each.key for each in former.left_behind] == ["motto"]
    assert [(each.key, each.left[0].names) for each in former.came_partly] == [
        ("methoden", ("Dyslexieprotocol",))
    ]
    assert former.answers["motto"].before == "Samen groeien"


def test_a_version_of_another_school_is_not_found(region: Region, snapshot: ProfileSnapshot) -> None:
    with pytest.raises(NotFound):
        start_profile(
            actor=region.wilg.actor(Role.DIRECTOR),
            location_id=region.wilg.location.pk,
            version_id=snapshot.profile.format_version_id,
            consortium_id=region.wilg.consortium.pk,
            school_year="2027-2028",
            carried_from=snapshot.pk,
        )
    assert SupportProfile.objects.count() == 1


def test_each_way_of_looking_is_kept_and_can_be_taken_back(region: Region, carried: SupportProfile) -> None:
    text = ANSWERS["missie"]
    judge(region, carried, Verdict.CONFIRM)
    assert standing(carried) == (Standing.CONFIRMED, text, 2)
    judge(region, carried, Verdict.CONFIRM, 2)
    assert standing(carried) == (Standing.CONFIRMED, text, 2)
    judge(region, carried, Verdict.DROP, 2)
    assert standing(carried) == (Standing.DROPPED, None, 3)
    judge(region, carried, Verdict.BACK, 3)
    assert standing(carried) == (Standing.CARRIED, text, 4)

    kinds = AnswerRevision.objects.filter(answer__profile=carried, answer__question_key="missie")
    assert list(kinds.order_by("number").values_list("kind", flat=True)) == [
        RevisionKind.CARRIED,
        RevisionKind.CONFIRMED,
        RevisionKind.DROPPED,
        RevisionKind.CARRIED,
    ]
    assert set(kinds.filter(number__gt=1).values_list("by", flat=True)) == {region.linde.user(Role.EDITOR).pk}


def test_writing_makes_it_changed_and_the_former_text_can_come_back(
    region: Region, carried: SupportProfile
) -> None:
    editor = region.linde.actor(Role.EDITOR)
    saved = save_answer(actor=editor, profile_id=carried.pk, key="missie", value="Anders.", based_on=1)

    assert isinstance(saved, Saved)
    assert saved.turned
    assert standing(carried) == (Standing.CHANGED, "Anders.", 2)
    judge(region, carried, Verdict.CONFIRM, 2)
    assert standing(carried) == (Standing.CONFIRMED, ANSWERS["missie"], 3)
    assert AnswerRevision.objects.filter(answer__profile=carried, value="Anders.").exists()


def test_saving_last_time_s_text_again_is_no_verdict(region: Region, carried: SupportProfile) -> None:
    editor = region.linde.actor(Role.EDITOR)
    save_answer(actor=editor, profile_id=carried.pk, key="missie", value=ANSWERS["missie"], based_on=1)

    assert standing(carried) == (Standing.CARRIED, ANSWERS["missie"], 1)


def test_a_verdict_on_another_text_than_stands_there_is_a_conflict(
    region: Region, carried: SupportProfile
) -> None:
    director = region.linde.actor(Role.DIRECTOR)
    save_answer(actor=director, profile_id=carried.pk, key="missie", value="Anders.", based_on=1)

    result = judge(region, carried, Verdict.CONFIRM, based_on=1)

    assert isinstance(result, Conflict)
    assert (result.theirs, result.yours) == ("Anders.", ANSWERS["missie"])
    assert standing(carried) == (Standing.CHANGED, "Anders.", 2)


def test_a_new_answer_has_nothing_to_look_at(region: Region, profile: SupportProfile) -> None:
    answer(profile, region.linde.actor(Role.EDITOR), {"missie": "Nieuw"})

    with pytest.raises(NotFound):
        judge(region, profile, Verdict.CONFIRM)
    assert standing(profile) == (Standing.NEW, "Nieuw", 1)


def test_a_locked_text_takes_no_verdict(region: Region, carried: SupportProfile) -> None:
    editor = region.linde.actor(Role.EDITOR)
    see_all(region, carried)
    content = freeze_content(profile_id=carried.pk)
    lock(profile_id=carried.pk, sha256=content.sha256)

    with pytest.raises(NotNow):
        judge(region, carried, Verdict.CONFIRM)
    with pytest.raises(NotNow):
        confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school")
    with pytest.raises(NotNow):
        see_all(region, carried)
    assert not Answer.objects.filter(profile=carried).exclude(standing=Standing.CARRIED).exists()


@pytest.mark.parametrize(("role", "refusal"), [(Role.BOARD_MEMBER, NotAllowed), (Role.COORDINATOR, NotFound)])
def test_only_the_school_looks(
    region: Region, carried: SupportProfile, role: Role, refusal: type[Exception]
) -> None:
    actor = region.linde.actor(role)
    with pytest.raises(refusal):
        judge_answer(actor=actor, profile_id=carried.pk, key="missie", verdict=Verdict.CONFIRM, based_on=1)
    with pytest.raises(refusal):
        confirm_chapter(actor=actor, profile_id=carried.pk, chapter="school")
    with pytest.raises(refusal):
        mark_seen(actor=actor, profile_id=carried.pk, seen={"missie": 1})
    assert standing(carried)[0] == Standing.CARRIED


def test_a_chapter_is_confirmed_by_who_saw_all_of_it(region: Region, carried: SupportProfile) -> None:
    editor = region.linde.actor(Role.EDITOR)
    mark_seen(actor=editor, profile_id=carried.pk, seen={"missie": 1, "motto": 1, "groepen": 1})
    see_all(region, carried, Role.DIRECTOR)

    with pytest.raises(NotNow, match="1 antwoord"):
        confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school")
    assert standing(carried)[0] == Standing.CARRIED

    mark_seen(actor=editor, profile_id=carried.pk, seen={"besproken-op": 1})
    judge(region, carried, Verdict.CONFIRM, key="groepen")
    assert confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school") == 3
    assert confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school") == 0
    counted = tally_of(carried.pk, carried.format_version_id)
    assert (counted.confirmed, counted.confirmed_by_chapter, counted.carried) == (1, 3, len(ANSWERS) - 4)


def test_a_text_that_came_after_looking_was_not_seen(region: Region, carried: SupportProfile) -> None:
    editor = region.linde.actor(Role.EDITOR)
    see_all(region, carried)
    judge(region, carried, Verdict.DROP)
    judge(region, carried, Verdict.BACK, 2)

    with pytest.raises(NotNow, match="1 antwoord"):
        confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school")
    assert mark_seen(actor=editor, profile_id=carried.pk, seen={"missie": 2}) == 0
    assert mark_seen(actor=editor, profile_id=carried.pk, seen={"missie": 3}) == 1
    assert confirm_chapter(actor=editor, profile_id=carried.pk, chapter="school") == 4
