"""Saving an answer: nothing is lost, nothing is silently overwritten."""

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.profiles.enums import RevisionKind
from levend.profiles.models import Answer, AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock, save_answer
from levend.profiles.values import Conflict, Saved
from tests.factories.region import Region

pytestmark = pytest.mark.django_db


def save(
    region: Region,
    profile: SupportProfile,
    value: object,
    *,
    based_on: int,
    role: Role = Role.EDITOR,
    key: str = "missie",
    page: str = "",
) -> Saved | Conflict:
    return save_answer(
        actor=region.linde.actor(role),
        profile_id=profile.pk,
        key=key,
        value=value,
        based_on=based_on,
        page=page,
    )


def texts(key: str = "missie") -> list[tuple[int, str, object]]:
    rows = AnswerRevision.objects.filter(answer__question_key=key).order_by("id")
    return list(rows.values_list("number", "kind", "value"))


def test_a_first_answer_is_revision_one(region: Region, profile: SupportProfile) -> None:
    saved = save(region, profile, "Ieder kind hoort erbij.", based_on=0)

    assert saved == Saved(revision=1, at=Answer.objects.get().updated_at, is_new=True)
    assert answers_of(profile.pk) == {"missie": "Ieder kind hoort erbij."}
    assert texts() == [(1, "saved", "Ieder kind hoort erbij.")]


def test_who_wrote_last_stands_with_the_answer(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)
    save(region, profile, "Twee", based_on=1, role=Role.DIRECTOR)

    answer = Answer.objects.get()
    assert answer.updated_by == region.linde.user(Role.DIRECTOR)
    assert answer.updated_by_name == "Directeur de linde"
    assert list(AnswerRevision.objects.values_list("by_name", flat=True)) == [
        "Directeur de linde",
        "Schrijver de linde",
    ]


def test_the_same_answer_again_writes_nothing(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)

    again = save(region, profile, "Een  \r\n", based_on=0)

    assert isinstance(again, Saved)
    assert (again.revision, again.is_new) == (1, False)
    assert len(texts()) == 1


def test_nothing_for_a_question_without_answer_writes_nothing(
    region: Region, profile: SupportProfile
) -> None:
    assert save(region, profile, "  ", based_on=0) == Saved(revision=0, at=None, is_new=False)
    assert not Answer.objects.exists()


def test_an_answer_that_is_taken_away_stays_in_the_history(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)
    save(region, profile, "", based_on=1)

    assert answers_of(profile.pk) == {}
    assert texts() == [(1, "saved", "Een"), (2, "saved", None)]


def test_a_save_on_an_older_text_is_kept_and_reported(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)
    save(region, profile, "Van de directeur", based_on=1, role=Role.DIRECTOR)

    conflict = save(region, profile, "Van de schrijver", based_on=1)

    assert isinstance(conflict, Conflict)
    assert (conflict.yours, conflict.theirs) == ("Van de schrijver", "Van de directeur")
    assert (conflict.theirs_by, conflict.revision) == ("Directeur de linde", 2)
    assert answers_of(profile.pk) == {"missie": "Van de directeur"}
    assert texts()[-1] == (2, RevisionKind.SET_ASIDE, "Van de schrijver")


def test_a_conflict_that_is_sent_again_is_kept_once(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)
    save(region, profile, "Van de directeur", based_on=1, role=Role.DIRECTOR)

    save(region, profile, "Van de schrijver", based_on=1)
    save(region, profile, "Van de schrijver", based_on=1)

    assert len(texts()) == 3


def test_a_conflict_is_settled_by_a_save_on_the_newer_text(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0)
    save(region, profile, "Van de directeur", based_on=1, role=Role.DIRECTOR)
    conflict = save(region, profile, "Van de schrijver", based_on=1)
    assert isinstance(conflict, Conflict)

    merged = save(region, profile, "Van ons samen", based_on=conflict.revision)

    assert isinstance(merged, Saved)
    assert (merged.revision, merged.is_new) == (3, True)
    assert answers_of(profile.pk) == {"missie": "Van ons samen"}


def test_two_first_answers_of_two_people_conflict(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Van de directeur", based_on=0, role=Role.DIRECTOR)

    assert isinstance(save(region, profile, "Van de schrijver", based_on=0), Conflict)


def test_typing_goes_on_after_a_lost_confirmation(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0, page="p1")
    save(region, profile, "Een tw", based_on=1, page="p1")  # its answer never reached the browser

    saved = save(region, profile, "Een twee", based_on=1, page="p1")

    assert isinstance(saved, Saved)
    assert saved.revision == 3


@pytest.mark.parametrize(("role", "page"), [(Role.EDITOR, "p2"), (Role.EDITOR, ""), (Role.DIRECTOR, "p1")])
def test_another_page_or_person_is_no_lost_confirmation(
    region: Region, profile: SupportProfile, role: Role, page: str
) -> None:
    save(region, profile, "Een", based_on=0, page="p1")
    save(region, profile, "Een tw", based_on=1, page="p1")

    assert isinstance(save(region, profile, "Iets anders", based_on=1, role=role, page=page), Conflict)


def test_a_revision_from_the_future_conflicts(region: Region, profile: SupportProfile) -> None:
    save(region, profile, "Een", based_on=0, page="p1")

    assert isinstance(save(region, profile, "Twee", based_on=7, page="p1"), Conflict)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("groepen", "acht", "Vul een getal in"),
        ("groepen", "100", "99 of minder"),
        ("besproken-op", "31-02-2026", "Vul een datum in"),
        ("arrangement", "misschien", "Kies ja of nee"),
        ("methoden", ["dyslexie", "geen"], "gaat niet samen"),
        ("methoden", ["tovenarij"], "Kies alleen antwoorden uit de lijst"),
        ("missie", "x" * 20_000, "Deze tekst is te lang: 20000 tekens. Maak er hoogstens 1500 van."),
        ("missie", 12, "Vul hier tekst in"),
        ("scholing", [{"wat": "x" * 301}], "Rij 1, Welke scholing: Deze tekst is te lang"),
    ],
)
def test_an_answer_that_cannot_be_taken_changes_nothing(
    region: Region, profile: SupportProfile, key: str, value: object, words: str
) -> None:
    with pytest.raises(Invalid) as refused:
        save(region, profile, value, based_on=0, key=key)

    assert words in str(refused.value)
    assert words in refused.value.fields[key]
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("👩‍👩‍👧 hoort erbij 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👩‍👧 hoort erbij 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("o" * 200, "o" * 200),
        ("een\x00twee\x1b[31m drie\u202e", "eentwee[31m drie"),
        ("e\u0301e\u0301n", "één"),
        ("regel\r\nregel", "regel\nregel"),
        ("\ud83d alleen", "alleen"),
    ],
)
def test_any_text_is_kept_as_readable_text(
    region: Region, profile: SupportProfile, typed: str, kept: str
) -> None:
    save(region, profile, typed, based_on=0)

    assert answers_of(profile.pk) == {"missie": kept}


def test_a_locked_text_says_who_locked_it_and_what_to_do(region: Region, profile: SupportProfile) -> None:
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="a" * 64, actor=region.linde.actor(Role.DIRECTOR))

    with pytest.raises(NotNow) as refused:
        save(region, profile, "Te laat", based_on=0)

    assert "Directeur de linde zette de tekst op" in str(refused.value)
    assert "heropent" in str(refused.value)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.BOARD_SECRETARY])
def test_a_board_reads_and_never_writes(region: Region, profile: SupportProfile, role: Role) -> None:
    with pytest.raises(NotAllowed):
        save(region, profile, "Van het bestuur", based_on=0, role=role)

    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "role",
    [
        Role.COUNCIL_MEMBER,
        Role.COUNCIL_CHAIR,
        Role.COORDINATOR,
        Role.GROUP_COORDINATOR,
        Role.VIEWER,
        Role.OPERATOR,
    ],
)
def test_for_others_there_is_no_draft(region: Region, profile: SupportProfile, role: Role) -> None:
    with pytest.raises(NotFound):
        save(region, profile, "Van een ander", based_on=0, role=role)

    assert not Answer.objects.exists()


@pytest.mark.parametrize("places", ["wilg", "beuk"])
def test_for_colleagues_and_strangers_there_is_no_draft(
    region: Region, profile: SupportProfile, places: str
) -> None:
    with pytest.raises(NotFound):
        save_answer(
            actor=getattr(region, places).actor(Role.DIRECTOR),
            profile_id=profile.pk,
            key="missie",
            value="Van een ander",
            based_on=0,
        )


def test_an_unknown_question_is_not_found(region: Region, profile: SupportProfile) -> None:
    with pytest.raises(NotFound):
        save(region, profile, "x", based_on=0, key="bestaat-niet")


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_revision(
    region: Region, profile: SupportProfile, change: str
) -> None:
    save(region, profile, "Een", based_on=0)
    rows = AnswerRevision.objects.all()

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(by_name="Iemand anders") if change == "update" else rows._raw_delete("default")

    assert texts() == [(1, "saved", "Een")]
