"""Several people at the same instant, with real threads and connections of their own."""

import json
from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.core.errors import NotNow
from levend.profiles.models import Answer, AnswerRevision, FrozenContent, SupportProfile
from levend.profiles.services import freeze_content, lock, save_answer, save_chapter
from levend.profiles.values import Conflict, Saved, Submitted
from tests.factories import profiles
from tests.factories.region import Region

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 12


def at_once(*tasks: Callable[[], None]) -> None:
    """Run the tasks in threads that start together; what one raises is raised here."""
    barrier = Barrier(len(tasks), timeout=30)
    raised: list[BaseException] = []

    def run(task: Callable[[], None]) -> None:
        try:
            barrier.wait()
            task()
        except BaseException as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if raised:
        raise raised[0]


@pytest.mark.parametrize("revision", range(3))
def test_two_saves_of_one_answer_give_one_revision_and_one_set_aside(
    region: Region, profile: SupportProfile, revision: int
) -> None:
    writers = [region.linde.actor(Role.EDITOR), region.linde.actor(Role.DIRECTOR)]
    for number in range(revision):
        save_answer(
            actor=writers[0], profile_id=profile.pk, key="missie", value=f"Vooraf {number}", based_on=number
        )
    outcomes: list[Saved | Conflict] = []

    def save(actor: Actor) -> None:
        outcomes.append(
            save_answer(actor=actor, profile_id=profile.pk, key="missie", value=actor.name, based_on=revision)
        )

    at_once(*(lambda actor=actor: save(actor) for actor in writers))

    (saved,) = [outcome for outcome in outcomes if isinstance(outcome, Saved)]
    (conflict,) = [outcome for outcome in outcomes if isinstance(outcome, Conflict)]
    assert saved.revision == conflict.revision == revision + 1
    kept = list(AnswerRevision.objects.filter(number=revision + 1).values_list("kind", "value"))
    assert sorted(kind for kind, _ in kept) == ["saved", "set_aside"]
    assert {value for _, value in kept} == {actor.name for actor in writers}
    assert Answer.objects.get().value == conflict.theirs


def test_the_same_save_twice_at_once_gives_one_revision(region: Region, profile: SupportProfile) -> None:
    actor = region.linde.actor(Role.EDITOR)

    def save() -> None:
        saved = save_answer(
            actor=actor, profile_id=profile.pk, key="missie", value="Dubbel", based_on=0, page="p1"
        )
        assert isinstance(saved, Saved)
        assert saved.revision == 1

    at_once(save, save, save)

    assert AnswerRevision.objects.count() == 1


def test_two_pages_at_once_do_not_wait_for_each_other_for_ever(
    region: Region, profile: SupportProfile
) -> None:
    keys = ["missie", "motto", "groepen"]

    def save(actor: Actor, order: list[str]) -> None:
        for number in range(4):
            answers = {key: Submitted(str(len(actor.name) + number), 0) for key in order}
            save_chapter(actor=actor, profile_id=profile.pk, answers=answers)

    editor, director = region.linde.actor(Role.EDITOR), region.linde.actor(Role.DIRECTOR)
    at_once(lambda: save(editor, keys), lambda: save(director, keys[::-1]))

    for answer in Answer.objects.all():
        numbers = answer.revisions.filter(kind="saved").values_list("number", flat=True)
        assert sorted(numbers) == list(range(1, answer.revision + 1))


def test_a_save_against_a_freeze_is_inside_the_hash_or_refused(region: Region) -> None:
    actor = region.linde.actor(Role.EDITOR)
    first = profiles.make_profile(region.linde.location)
    for number in range(ROUNDS):
        profile = profiles.make_profile(region.linde.location, first.format_version)
        acknowledged: list[str] = []

        def save(profile_id: int = profile.pk, acknowledged: list[str] = acknowledged) -> None:
            for revision in range(5):
                text = f"Tekst {revision}"
                try:
                    save_answer(
                        actor=actor, profile_id=profile_id, key="missie", value=text, based_on=revision
                    )
                except NotNow:
                    return
                acknowledged.append(text)

        def freeze(profile_id: int = profile.pk) -> None:
            with transaction.atomic():
                content = freeze_content(profile_id=profile_id)
                lock(profile_id=profile_id, sha256=content.sha256)

        at_once(save, freeze) if number % 2 else at_once(freeze, save)

        body = json.loads(FrozenContent.objects.get(profile=profile).body)
        assert body["answers"].get("missie") == (acknowledged[-1] if acknowledged else None)
        stored = Answer.objects.filter(profile=profile).first()
        assert (stored.value if stored else None) == body["answers"].get("missie")


def test_a_save_that_waits_for_a_freeze_is_refused_when_it_is_done(
    region: Region, profile: SupportProfile
) -> None:
    """The saver comes while the freezer holds the row, and must see the lock that it waited for."""
    actor = region.linde.actor(Role.EDITOR)
    both = Barrier(2, timeout=30)
    refused: list[str] = []

    def freeze() -> None:
        with transaction.atomic():
            content = freeze_content(profile_id=profile.pk)
            both.wait()
            lock(profile_id=profile.pk, sha256=content.sha256)

    def save() -> None:
        both.wait()
        try:
            save_answer(actor=actor, profile_id=profile.pk, key="missie", value="Te laat", based_on=0)
        except NotNow as late:
            refused.append(str(late))

    at_once(freeze, save)

    assert len(refused) == 1
    assert not Answer.objects.exists()


@pytest.mark.postgresql
def test_savers_of_different_answers_do_not_wait_for_each_other(
    region: Region, profile: SupportProfile
) -> None:
    actor = region.linde.actor(Role.EDITOR)
    both = Barrier(2, timeout=10)

    def save(key: str) -> None:
        with transaction.atomic():
            save_answer(actor=actor, profile_id=profile.pk, key=key, value="x", based_on=0)
            both.wait()  # each is still in its transaction when the other arrives

    at_once(lambda: save("missie"), lambda: save("motto"))

    assert Answer.objects.count() == 2
