"""Remarks: who hears them, what becomes of them, who is told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.profiles.enums import ThreadState
from levend.profiles.models import Mention, Remark, RemarkThread, SupportProfile
from levend.profiles.queries.remarks import heads_of
from levend.profiles.services import (
    answer_remark,
    correct_remark,
    lock,
    set_thread_state,
    withdraw_remark,
)
from tests.factories.region import Region
from tests.profiles.together import WORDS, remark, texts_for

pytestmark = pytest.mark.django_db


def test_a_remark_of_the_school_stays_with_the_school(region: Region, profile: SupportProfile) -> None:
    remark(region.linde, profile)

    heard = {role for role in Role if texts_for(region.linde.actor(role), profile)}
    assert heard == {Role.EDITOR, Role.DIRECTOR}
    assert not texts_for(region.wilg.actor(Role.DIRECTOR), profile)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EDITOR, Role.DIRECTOR}))
def test_nobody_outside_the_school_places_one(region: Region, profile: SupportProfile, role: Role) -> None:
    with pytest.raises(NotFound):
        remark(region.linde, profile, actor=region.linde.actor(role))
    assert not Remark.objects.exists()


def test_the_same_words_again_are_a_second_click(region: Region, profile: SupportProfile) -> None:
    first = remark(region.linde, profile)
    again = remark(region.linde, profile)
    other = remark(region.linde, profile, actor=region.linde.actor(Role.DIRECTOR))
    answer = answer_remark(actor=region.linde.actor(Role.DIRECTOR), thread_id=first.thread_id, text="Goed.")

    assert again == first
    assert other != first
    assert answer == answer_remark(
        actor=region.linde.actor(Role.DIRECTOR), thread_id=first.thread_id, text="Goed."
    )
    assert Remark.objects.count() == 3


@pytest.mark.parametrize(
    ("text", "says"), [("  \n ", "Schrijf eerst"), ("\u202e\x00", "Schrijf eerst"), ("é" * 2_001, "te lang")]
)
def test_words_that_are_none_or_too_many_are_refused(
    region: Region, profile: SupportProfile, text: str, says: str
) -> None:
    with pytest.raises(Invalid, match=says):
        remark(region.linde, profile, text=text)
    assert not RemarkThread.objects.exists()


@pytest.mark.parametrize(
    "text", ["Mijn zoon Daan heeft dyslexie.", "Zijn nummer is 111222333.", "Zij is geboren op 3 mei 2016."]
)
def test_words_about_one_child_are_refused(region: Region, profile: SupportProfile, text: str) -> None:
    first = remark(region.linde, profile)
    with pytest.raises(Invalid, match="zonder naam"):
        remark(region.linde, profile, text=text)
    with pytest.raises(Invalid, match="zonder naam"):
        correct_remark(actor=region.linde.actor(Role.EDITOR), remark_id=first.pk, text=text)
    assert Remark.objects.get().text == WORDS


def test_words_are_kept_as_they_were_written_but_for_what_hides(
    region: Region, profile: SupportProfile
) -> None:
    text = "👩🏽‍🏫 " + "l" * 200 + "\r\n<script>\u202e"
    assert remark(region.linde, profile, text=text).text == "👩🏽‍🏫 " + "l" * 200 + "\n<script>"


@pytest.mark.parametrize(
    ("chapter", "question"), [("geen", ""), ("school", "geen"), ("hulp", "missie"), ("school", "arrangement")]
)
def test_there_is_no_remark_beside_the_format(
    region: Region, profile: SupportProfile, chapter: str, question: str
) -> None:
    with pytest.raises(NotFound):
        remark(region.linde, profile, chapter=chapter, question=question)


def test_a_locked_text_is_still_talked_about(region: Region, profile: SupportProfile) -> None:
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64)
    assert remark(region.linde, profile).text == WORDS


def test_a_state_says_who_and_when_and_an_answer_opens_it_again(
    region: Region, profile: SupportProfile
) -> None:
    thread_id = remark(region.linde, profile).thread_id
    director = region.linde.actor(Role.DIRECTOR)
    resolved = set_thread_state(actor=director, thread_id=thread_id, state=ThreadState.RESOLVED)
    since = resolved.state_at
    set_thread_state(actor=region.linde.actor(Role.EDITOR), thread_id=thread_id, state=ThreadState.RESOLVED)
    thread = RemarkThread.objects.get(pk=thread_id)

    assert (thread.state, thread.state_by_name, thread.state_at) == ("resolved", director.name, since)
    assert [head.is_open for head in heads_of(profile.pk)] == [False]
    answer_remark(actor=region.linde.actor(Role.EDITOR), thread_id=thread_id, text="Toch nog iets.")
    assert [head.is_open for head in heads_of(profile.pk)] == [True]
    events = AuditEvent.objects.filter(subject=f"thread:{thread_id}").order_by("id")
    assert list(events.values_list("event", flat=True)) == [
        "remark_placed",
        "remark_state_set",
        "remark_state_set",
        "remark_answered",
    ]


def test_an_author_corrects_for_half_an_hour_and_withdraws_for_good(
    region: Region, profile: SupportProfile
) -> None:
    row = remark(region.linde, profile)
    editor, director = region.linde.actor(Role.EDITOR), region.linde.actor(Role.DIRECTOR)
    with pytest.raises(NotFound):
        correct_remark(actor=director, remark_id=row.pk, text="Van een ander")
    with pytest.raises(NotFound):
        withdraw_remark(actor=director, remark_id=row.pk)
    assert correct_remark(actor=editor, remark_id=row.pk, text=WORDS).corrected_at is None
    assert correct_remark(actor=editor, remark_id=row.pk, text="Zo bedoelde ik het.").corrected_at
    with clock.at(clock.now() + timedelta(minutes=31)), pytest.raises(NotNow, match="half uur"):
        correct_remark(actor=editor, remark_id=row.pk, text="Te laat")

    at = withdraw_remark(actor=editor, remark_id=row.pk).withdrawn_at

    kept = Remark.objects.get()
    assert (kept.text, kept.by_name, kept.withdrawn_at) == ("", editor.name, at)
    assert withdraw_remark(actor=editor, remark_id=row.pk).withdrawn_at == at
    assert heads_of(profile.pk) == ()
    with pytest.raises(NotNow):
        correct_remark(actor=editor, remark_id=row.pk, text="Terug")


def test_who_is_told_gets_one_letter_without_the_words(region: Region, profile: SupportProfile) -> None:
    director, editor = region.linde.user(Role.DIRECTOR), region.linde.user(Role.EDITOR)
    row = remark(region.linde, profile, tell=[director.pk, editor.pk])
    remark(region.linde, profile, tell=[director.pk])

    letter = OutboxMessage.objects.get()
    assert letter.to == director.email
    assert letter.context["url"].endswith(f"/werk/12AB00/opmerkingen/school/#reeks-{row.thread_id}")
    assert WORDS not in str(letter.context)
    assert Mention.objects.get().user == director


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.COUNCIL_CHAIR, Role.COORDINATOR])
def test_who_does_not_read_it_is_not_told(region: Region, profile: SupportProfile, role: Role) -> None:
    with transaction.atomic(), pytest.raises(Invalid, match="niet leest"):
        remark(region.linde, profile, tell=[region.linde.user(role).pk])
    assert not OutboxMessage.objects.exists()


def test_a_thread_of_another_school_is_not_there(region: Region, profile: SupportProfile) -> None:
    thread_id = remark(region.linde, profile).thread_id
    for actor in (region.wilg.actor(Role.DIRECTOR), region.linde.actor(Role.BOARD_MEMBER)):
        with pytest.raises(NotFound):
            answer_remark(actor=actor, thread_id=thread_id, text="Wat staat hier?")
        with pytest.raises(NotFound):
            set_thread_state(actor=actor, thread_id=thread_id, state=ThreadState.DROPPED)


def test_the_database_ties_words_and_withdrawal(region: Region, profile: SupportProfile) -> None:
    row = remark(region.linde, profile)
    for fields in ({"text": ""}, {"withdrawn_at": clock.now()}, {"side": "reader"}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            Remark.objects.filter(pk=row.pk).update(**fields)
