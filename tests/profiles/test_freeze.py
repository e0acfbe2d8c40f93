"""Freezing: one text, one hash, never changed again."""

import json

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.core.canonical import sha256_of
from levend.core.errors import NotFound, NotNow
from levend.profiles.models import FrozenContent, Offer, ProfileSnapshot, SupportProfile
from levend.profiles.queries import content_of, content_sha256
from levend.profiles.services import freeze_content, freeze_snapshot, lock, save_answer, unlock
from tests.factories import profiles
from tests.factories.region import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(region: Region, profile: SupportProfile) -> SupportProfile:
    profiles.answer(profile, region.linde.actor(Role.EDITOR), profiles.ANSWERS)
    return profile


@transaction.atomic
def frozen(profile: SupportProfile) -> FrozenContent:
    return freeze_content(profile_id=profile.pk)


@transaction.atomic
def snapshot(profile: SupportProfile, sha256: str) -> ProfileSnapshot:
    return freeze_snapshot(profile_id=profile.pk, sha256=sha256)


def test_a_frozen_text_holds_answers_and_register(filled: SupportProfile) -> None:
    content = frozen(filled)

    body = json.loads(content.body)
    assert (body["format"], body["version"]) == ("klein", 1)
    assert body["answers"] == profiles.ANSWERS
    assert body["location"] == {
        "code": "12AB00",
        "brin": "12AB",
        "name": "De Linde",
        "street": "Dorpsstraat 1",
        "postcode": "3511 AB",
        "city": "Waterdorp",
        "municipality": "Rivierland",
        "board": "Stichting Waterkant",
        "consortium": "Samenwerkingsverband Rivierland",
        "school_type": "bao",
        "pupils": 212,
        "pupils_on": "2026-10-01",
    }
    assert content_of(filled.pk, content.sha256) == body


def test_the_hash_is_that_of_the_canonical_text(filled: SupportProfile) -> None:
    content = frozen(filled)

    assert content.sha256 == sha256_of(content.body.encode()) == sha256_of(json.loads(content.body))
    assert content.sha256 == content_sha256(profile_id=filled.pk)


def test_the_same_text_is_frozen_once(filled: SupportProfile) -> None:
    assert frozen(filled) == frozen(filled)
    assert FrozenContent.objects.count() == 1


def test_a_hidden_answer_is_no_part_of_the_text(region: Region, filled: SupportProfile) -> None:
    before = frozen(filled)
    change(region, filled, "arrangement", False, 1)

    after = json.loads(frozen(filled).body)["answers"]

    assert "arrangement-uitleg" in json.loads(before.body)["answers"]
    assert "arrangement-uitleg" not in after
    assert filled.answers.get(question_key="arrangement-uitleg").value


def test_another_text_has_another_hash_and_back_again_the_first(
    region: Region, filled: SupportProfile
) -> None:
    first = frozen(filled).sha256
    change(region, filled, "motto", "Anders", 1)
    second = frozen(filled).sha256
    change(region, filled, "motto", "Samen groeien", 2)

    assert first != second
    assert frozen(filled).sha256 == first


def test_telephone_and_mail_are_no_part_of_the_text(filled: SupportProfile) -> None:
    before = frozen(filled).sha256
    filled.location.phone = "030 765 43 21"
    filled.location.email = "ander@delinde.example"
    filled.location.save()

    assert frozen(filled).sha256 == before


def test_a_snapshot_writes_down_what_it_offers(filled: SupportProfile) -> None:
    made = snapshot(filled, frozen(filled).sha256)

    assert list(made.offers.values_list("support_type", "level", "state")) == [
        ("TAAL-DYS", "basic", "in-place")
    ]


def test_the_same_snapshot_is_made_once(filled: SupportProfile) -> None:
    sha256 = frozen(filled).sha256

    assert snapshot(filled, sha256) == snapshot(filled, sha256)
    assert Offer.objects.count() == 1


def test_a_snapshot_is_of_its_frozen_text_not_of_what_is_written_now(
    region: Region, filled: SupportProfile
) -> None:
    sha256 = frozen(filled).sha256
    change(region, filled, "methoden", ["geen"], 1)

    assert [offer.support_type for offer in snapshot(filled, sha256).offers.all()] == ["TAAL-DYS"]


def test_no_snapshot_of_a_text_that_was_never_frozen(region: Region, filled: SupportProfile) -> None:
    other = profiles.make_profile(region.wilg.location, filled.format_version)

    with pytest.raises(NotFound):
        snapshot(filled, "b" * 64)
    with pytest.raises(NotFound):
        snapshot(filled, frozen(other).sha256)


@pytest.mark.parametrize("change", ["update", "delete"])
@pytest.mark.parametrize("model", [FrozenContent, ProfileSnapshot, Offer])
def test_the_database_refuses_to_change_what_is_frozen(
    filled: SupportProfile, model: type[FrozenContent | ProfileSnapshot | Offer], change: str
) -> None:
    snapshot(filled, frozen(filled).sha256)
    rows = model.objects.all()

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(id=99) if change == "update" else rows._raw_delete("default")

    assert model.objects.count() == 1


def test_a_lock_shuts_and_an_unlock_opens(region: Region, filled: SupportProfile) -> None:
    with transaction.atomic():
        content = freeze_content(profile_id=filled.pk)
        lock(profile_id=filled.pk, sha256=content.sha256)
    with pytest.raises(NotNow):
        change(region, filled, "motto", "Te laat", 1)
    with transaction.atomic():
        unlock(profile_id=filled.pk)
        unlock(profile_id=filled.pk)

    change(region, filled, "motto", "Weer open", 1)

    filled.refresh_from_db()
    assert (filled.is_locked, filled.locked_at) == (False, None)


def test_locking_again_keeps_the_first_moment(filled: SupportProfile) -> None:
    with transaction.atomic():
        first = lock(profile_id=filled.pk, sha256="a" * 64).locked_at
        second = lock(profile_id=filled.pk, sha256="a" * 64).locked_at

    assert first == second


@pytest.mark.parametrize("fields", [{"locked_sha256": "a" * 64}, {"locked_sha256": "a"}])
def test_the_database_refuses_half_a_lock(profile: SupportProfile, fields: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportProfile.objects.update(**fields)


@pytest.mark.django_db(transaction=True)
def test_locks_are_taken_in_a_transaction_only(profile: SupportProfile) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        lock(profile_id=profile.pk, sha256="a" * 64)


def change(region: Region, profile: SupportProfile, key: str, value: object, based_on: int) -> None:
    actor = region.linde.actor(Role.EDITOR)
    save_answer(actor=actor, profile_id=profile.pk, key=key, value=value, based_on=based_on)
