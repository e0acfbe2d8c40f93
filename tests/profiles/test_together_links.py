"""Links of co-readers: what they open, what they never open, and how they end."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Permission, Role
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.organisations.queries.reach import reach_of
from levend.profiles import rules
from levend.profiles.enums import ReaderKind
from levend.profiles.models import CoReader, Remark, SupportProfile
from levend.profiles.queries import profile_for
from levend.profiles.queries.reading_along import concept_by_link
from levend.profiles.services import (
    answer_remark,
    end_reader,
    freeze_content,
    freeze_snapshot,
    place_remark,
    save_answer,
    start_profile,
)
from tests.factories.profiles import make_profile
from tests.factories.region import Region
from tests.profiles.together import WORDS, link, remark, texts_for

pytestmark = pytest.mark.django_db


def test_a_link_is_kept_as_its_hash_only(region: Region, profile: SupportProfile) -> None:
    token = link(region.linde, profile, email="sanne@levend.example")
    row = CoReader.objects.get()
    letter = OutboxMessage.objects.get()

    assert len(token) >= 43  # 256 bits
    assert token not in str(CoReader.objects.values())
    assert "sanne@levend.example" not in str(CoReader.objects.values())
    assert letter.to == "sanne@levend.example"
    assert letter.context["url"].endswith(f"/meelezen/{token}/")
    assert row.expires_on == clock.today() + timedelta(days=14)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"days": 0}, "days"),
        ({"days": 61}, "days"),
        ({"name": " \u202e "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"email": "geen adres"}, "email"),
    ],
)
def test_what_makes_no_link(
    region: Region, profile: SupportProfile, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        link(region.linde, profile, **fields)
    assert set(refused.value.fields) == {field}
    assert not CoReader.objects.exists()


def test_the_same_form_again_makes_no_second_link(region: Region, profile: SupportProfile) -> None:
    link(region.linde, profile)
    with pytest.raises(Invalid, match="al een link voor sanne bakker"):
        link(region.linde, profile, name="sanne bakker")
    assert CoReader.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "refusal"),
    [
        (Role.BOARD_MEMBER, NotAllowed),
        (Role.COUNCIL_CHAIR, NotFound),
        (Role.COORDINATOR, NotFound),
        (Role.OPERATOR, NotFound),
    ],
)
def test_only_writers_give_links(
    region: Region, profile: SupportProfile, role: Role, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        link(region.linde, profile, actor=region.linde.actor(role))
    link(region.linde, profile)
    with pytest.raises(refusal):
        end_reader(actor=region.linde.actor(role), reader_id=CoReader.objects.get().pk)
    assert CoReader.objects.get().ended_at is None


def test_a_link_opens_one_concept_and_nothing_else(region: Region, profile: SupportProfile) -> None:
    actor = concept_by_link(link(region.linde, profile)).actor
    other = make_profile(region.wilg.location, profile.format_version)
    with pytest.raises(NotFound):
        profile_for(actor, "12AB00")
    for permission in Permission:
        assert not actor.has(permission, on=reach_of(region.linde.location.pk, clock.today()))
    assert not rules.can_read(actor, profile)
    assert not rules.can_write(actor, profile)
    with pytest.raises(NotFound):
        save_answer(actor=actor, profile_id=profile.pk, key="missie", value="Van buiten", based_on=0)
    with pytest.raises(NotFound):
        start_profile(
            actor=actor,
            location_id=region.linde.location.pk,
            version_id=profile.format_version_id,
            consortium_id=profile.consortium_id,
            school_year="2026-2027",
        )
    with pytest.raises(NotFound):
        place_remark(actor=actor, profile_id=other.pk, chapter="school", text=WORDS)
    assert not actor.is_known


def test_a_link_ends_by_itself_by_hand_and_by_adoption(region: Region, profile: SupportProfile) -> None:
    token = link(region.linde, profile)
    director = region.linde.actor(Role.DIRECTOR)
    with clock.at(clock.now() + timedelta(days=14)):
        assert concept_by_link(token).name == "Sanne Bakker"
    with clock.at(clock.now() + timedelta(days=15)), pytest.raises(NotFound):
        concept_by_link(token)
    first = end_reader(actor=director, reader_id=CoReader.objects.get().pk).ended_at
    assert end_reader(actor=director, reader_id=CoReader.objects.get().pk).ended_at == first
    with pytest.raises(NotFound):
        concept_by_link(token)

    again = link(region.linde, profile)
    with transaction.atomic():
        content = freeze_content(profile_id=profile.pk)
    assert concept_by_link(again).concept.profile_id == profile.pk  # under advice the link still works
    with transaction.atomic():
        freeze_snapshot(profile_id=profile.pk, sha256=content.sha256)
    with pytest.raises(NotFound):
        concept_by_link(again)
    with pytest.raises(NotNow, match="vastgesteld"):
        link(region.linde, profile, name="Te laat")


@pytest.mark.parametrize("token", ["", "geraden", "é\udcff\x00", "a" * 5_000])
def test_what_is_no_link_is_not_there(profile: SupportProfile, token: str) -> None:
    with pytest.raises(NotFound):
        concept_by_link(token)


def test_a_co_reader_hears_the_own_thread_and_what_is_for_readers(
    region: Region, profile: SupportProfile
) -> None:
    mine = concept_by_link(link(region.linde, profile)).actor
    other = concept_by_link(link(region.linde, profile, name="Iemand anders")).actor
    remark(region.linde, profile, text="Onder ons.")
    remark(region.linde, profile, text="Voor wie meeleest.", for_readers=True)
    own = place_remark(actor=mine, profile_id=profile.pk, chapter="school", question="motto", text=WORDS)
    answer_remark(actor=region.linde.actor(Role.EDITOR), thread_id=own.thread_id, text="Gedaan.")

    assert texts_for(mine, profile) == ["Voor wie meeleest.", WORDS, "Gedaan."]
    assert texts_for(other, profile) == ["Voor wie meeleest."]
    assert texts_for(region.linde.actor(Role.EDITOR), profile)[0] == "Onder ons."
    with pytest.raises(NotFound):
        answer_remark(actor=other, thread_id=own.thread_id, text="Ik ook.")
    assert (own.by_id, own.by_name, own.side) == (None, "Sanne Bakker", "reader")


def test_a_co_reader_cannot_choose_who_hears_it_nor_send_letters(
    region: Region, profile: SupportProfile
) -> None:
    actor = concept_by_link(link(region.linde, profile)).actor
    row = place_remark(
        actor=actor,
        profile_id=profile.pk,
        chapter="school",
        text=WORDS,
        for_readers=True,
        for_consortium=True,
        tell=[region.linde.user(Role.DIRECTOR).pk],
    )

    assert (row.thread.for_readers, row.thread.for_consortium) == (False, False)
    assert not OutboxMessage.objects.exists()


def test_a_link_that_only_reads_places_nothing(region: Region, profile: SupportProfile) -> None:
    actor = concept_by_link(link(region.linde, profile, may_remark=False)).actor
    thread = remark(region.linde, profile, for_readers=True).thread_id
    with pytest.raises(NotAllowed, match="leest u mee"):
        place_remark(actor=actor, profile_id=profile.pk, chapter="school", text=WORDS)
    with pytest.raises(NotAllowed, match="leest u mee"):
        answer_remark(actor=actor, thread_id=thread, text=WORDS)


def test_one_link_fills_no_profile(
    region: Region, profile: SupportProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("levend.profiles.services.remarks.MOST_BY_LINK", 2)
    actor = concept_by_link(link(region.linde, profile)).actor
    for number in range(2):
        place_remark(actor=actor, profile_id=profile.pk, chapter="school", text=f"Vraag {number}")
    with pytest.raises(NotNow, match="Morgen"):
        place_remark(actor=actor, profile_id=profile.pk, chapter="school", text="Nog een")
    with clock.at(clock.now() + timedelta(days=1)):
        place_remark(actor=actor, profile_id=profile.pk, chapter="school", text="Nog een")
    assert Remark.objects.count() == 3


def test_the_database_holds_the_longest_term_and_ties_the_end(
    region: Region, profile: SupportProfile
) -> None:
    link(region.linde, profile)
    for fields in ({"valid_days": 61}, {"valid_days": 0}, {"ended_at": clock.now()}, {"days_used": 1}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            CoReader.objects.update(**fields)
    assert ReaderKind(CoReader.objects.get().kind) is ReaderKind.PARENT
