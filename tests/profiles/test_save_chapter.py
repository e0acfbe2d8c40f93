"""Saving a whole page at once, for who works without JavaScript."""

import pytest
from django.db import transaction

from levend.accounts.enums import Role
from levend.core.errors import NotFound, NotNow
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock, save_answer, save_chapter
from levend.profiles.values import ChapterSaved, Submitted
from tests.factories.region import Region

pytestmark = pytest.mark.django_db


def save(
    region: Region, profile: SupportProfile, role: Role = Role.EDITOR, **answers: tuple[object, int]
) -> ChapterSaved:
    return save_chapter(
        actor=region.linde.actor(role),
        profile_id=profile.pk,
        answers={key: Submitted(value, based_on) for key, (value, based_on) in answers.items()},
    )


def test_every_answer_of_a_page_is_saved(region: Region, profile: SupportProfile) -> None:
    outcome = save(region, profile, missie=("Een", 0), motto=("", 0), groepen=("8", 0))

    assert outcome.is_whole
    assert outcome.changed == 2
    assert answers_of(profile.pk) == {"missie": "Een", "groepen": 8}


def test_the_same_page_again_writes_nothing(region: Region, profile: SupportProfile) -> None:
    save(region, profile, missie=("Een", 0), groepen=("8", 0))

    outcome = save(region, profile, missie=("Een", 0), groepen=("8", 0))

    assert outcome.changed == 0
    assert AnswerRevision.objects.count() == 2


def test_a_bad_answer_is_reported_and_the_others_are_saved(region: Region, profile: SupportProfile) -> None:
    outcome = save(region, profile, missie=("Een", 0), groepen=("acht", 0))

    assert outcome.invalid == {"groepen": "Vul een getal in, bijvoorbeeld 12 of 12,5."}
    assert not outcome.is_whole
    assert answers_of(profile.pk) == {"missie": "Een"}


def test_an_answer_that_someone_else_changed_and_you_left_alone_is_no_conflict(
    region: Region, profile: SupportProfile
) -> None:
    save(region, profile, missie=("Een", 0), motto=("Hup", 0))
    save(region, profile, Role.DIRECTOR, missie=("Van de directeur", 1))

    outcome = save(region, profile, missie=("Een", 1), motto=("Hop", 1))

    assert outcome.is_whole
    assert answers_of(profile.pk) == {"missie": "Van de directeur", "motto": "Hop"}


def test_a_blank_that_someone_else_filled_stays_filled(region: Region, profile: SupportProfile) -> None:
    save(region, profile, Role.DIRECTOR, missie=("Van de directeur", 0))

    outcome = save(region, profile, missie=("", 0), motto=("Hup", 0))

    assert outcome.is_whole
    assert answers_of(profile.pk) == {"missie": "Van de directeur", "motto": "Hup"}


def test_an_answer_that_both_changed_conflicts_and_the_others_are_saved(
    region: Region, profile: SupportProfile
) -> None:
    save(region, profile, missie=("Een", 0), motto=("Hup", 0))
    save(region, profile, Role.DIRECTOR, missie=("Van de directeur", 1))

    outcome = save(region, profile, missie=("Van de schrijver", 1), motto=("Hop", 1))

    assert outcome.conflicts["missie"].theirs == "Van de directeur"
    assert outcome.conflicts["missie"].revision == 2
    assert answers_of(profile.pk) == {"missie": "Van de directeur", "motto": "Hop"}
    assert AnswerRevision.objects.filter(kind="set_aside", value="Van de schrijver").count() == 1


def test_a_page_of_a_locked_text_saves_nothing(region: Region, profile: SupportProfile) -> None:
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64)

    with pytest.raises(NotNow):
        save(region, profile, missie=("Een", 0))

    assert answers_of(profile.pk) == {}


def test_a_page_with_an_unknown_question_saves_nothing(region: Region, profile: SupportProfile) -> None:
    with pytest.raises(NotFound):
        save(region, profile, missie=("Een", 0), verzonnen=("x", 0))

    assert answers_of(profile.pk) == {}


def test_a_page_is_for_the_school_only(region: Region, profile: SupportProfile) -> None:
    with pytest.raises(NotFound):
        save(region, profile, Role.COORDINATOR, missie=("Een", 0))
    with pytest.raises(NotFound):
        save_chapter(
            actor=region.wilg.actor(Role.DIRECTOR),
            profile_id=profile.pk,
            answers={"missie": Submitted("Een", 0)},
        )

    assert answers_of(profile.pk) == {}


def test_a_page_saved_after_single_answers_goes_on_from_them(region: Region, profile: SupportProfile) -> None:
    save_answer(
        actor=region.linde.actor(Role.EDITOR), profile_id=profile.pk, key="missie", value="Een", based_on=0
    )

    assert save(region, profile, missie=("Twee", 1)).saved["missie"].revision == 2
