"""The chain over the record finds what somebody did to it past the application."""

import json
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, connection, transaction

from levend.accounts.tasks import link_record
from levend.audit import queries, services
from levend.audit.engine.chain import START, event_sha256, link_sha256
from levend.audit.enums import ChainFaultKind as Kind
from levend.audit.immutable import erasure_door
from levend.audit.models import AuditEvent, AuditLink
from levend.audit.queries.events import fields_of
from levend.audit.queries.witness import witness_path
from levend.core import clock
from levend.jobs.cron import start_due
from levend.jobs.testing import run_jobs

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Somebody:
    kind: str = "user"
    ref: str = "user:12"


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> Path:
    """The witness of this test; moments are those of a real installation."""
    settings.LEVEND_DATA = tmp_path
    settings.LEVEND_ENV = "production"
    return tmp_path


@transaction.atomic
def record(count: int = 1, **data: int) -> None:
    for number in range(count):
        services.record(
            actor=Somebody(), event="profile_adopted", subject=f"profile:{number}", data={"board": 3, **data}
        )


def kinds() -> set[Kind]:
    return {fault.kind for fault in queries.verify_chain().faults}


def test_every_event_gets_one_link_in_order() -> None:
    record(7)

    assert services.link_events(batch=3) == 7
    assert services.link_events() == 0

    links = list(AuditLink.objects.order_by("position"))
    assert [link.position for link in links] == [1, 2, 3, 4, 5, 6, 7]
    assert [link.event_id for link in links] == sorted(AuditEvent.objects.values_list("pk", flat=True))
    assert links[0].previous == START
    assert [link.previous for link in links[1:]] == [link.sha256 for link in links[:-1]]


def test_an_untouched_chain_is_whole_and_says_what_waits() -> None:
    record(3)
    services.link_events()
    record(2)

    report = queries.verify_chain()

    assert (report.linked, report.unlinked, report.faults) == (3, 2, ())


def test_an_empty_record_is_whole() -> None:
    assert queries.verify_chain().is_whole


def test_the_worker_links_by_itself() -> None:
    record(2)

    start_due()
    run_jobs()

    assert queries.verify_chain().linked == 2
    link_record.enqueue()
    run_jobs()
    assert queries.verify_chain().linked == 2


def test_the_database_refuses_to_change_or_delete_a_link() -> None:
    record()
    services.link_events()
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditLink.objects.update(sha256="0" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditLink.objects.all().delete()


def change_moment() -> None:
    AuditEvent.objects.filter(subject="profile:2").update(at=clock.now() + timedelta(seconds=5))


def change_actor() -> None:
    AuditEvent.objects.filter(subject="profile:2").update(actor_ref="user:13")


def change_data() -> None:
    AuditEvent.objects.filter(subject="profile:2").update(data={"board": 4})


def remove_event() -> None:
    AuditEvent.objects.filter(subject="profile:2").delete()


def remove_event_with_its_link() -> None:
    event = AuditEvent.objects.get(subject="profile:2")
    AuditLink.objects.filter(event_id=event.pk).delete()
    event.delete()


def remove_the_last_event_with_its_link() -> None:
    AuditLink.objects.order_by("-position")[0].delete()
    AuditEvent.objects.order_by("-id")[0].delete()


def swap_two_events() -> None:
    one, two = AuditEvent.objects.get(subject="profile:1"), AuditEvent.objects.get(subject="profile:2")
    AuditEvent.objects.filter(pk=one.pk).update(subject=two.subject)
    AuditEvent.objects.filter(pk=two.pk).update(subject=one.subject)


def swap_two_links() -> None:
    one, two = AuditLink.objects.get(position=2), AuditLink.objects.get(position=3)
    AuditLink.objects.filter(position=3).update(event_id=0)
    AuditLink.objects.filter(position=2).update(event_id=two.event_id, event_sha256=two.event_sha256)
    AuditLink.objects.filter(position=3).update(event_id=one.event_id, event_sha256=one.event_sha256)


def insert_between() -> None:
    """An event of last week, with a link that fits the one before it; what came after is moved up."""
    event = AuditEvent.objects.create(
        at=clock.now() - timedelta(days=7),
        actor_kind="user",
        actor_ref="user:9",
        event="x",
        subject="profile:9",
    )
    before = AuditLink.objects.get(position=2)
    for link in AuditLink.objects.filter(position__gt=2).order_by("-position"):
        AuditLink.objects.filter(pk=link.pk).delete()
        link.position += 1
        link.save(force_insert=True)
    own = event_sha256(fields_of(event))
    AuditLink.objects.create(
        position=3,
        event_id=event.pk,
        event_sha256=own,
        previous="f" * 64,
        sha256=link_sha256(position=3, previous=before.sha256, event_sha256=own, linked_at=before.linked_at),
        linked_at=before.linked_at,
    )


@pytest.mark.parametrize(
    ("attack", "found"),
    [
        (change_moment, {Kind.EVENT_CHANGED}),
        (change_actor, {Kind.EVENT_CHANGED}),
        (change_data, {Kind.EVENT_CHANGED}),
        (remove_event, {Kind.EVENT_MISSING}),
        (remove_event_with_its_link, {Kind.LINK_MISSING}),
        (remove_the_last_event_with_its_link, {Kind.NOT_AS_NOTED}),
        (swap_two_events, {Kind.EVENT_CHANGED}),
        (swap_two_links, {Kind.LINK_CHANGED}),
        (insert_between, {Kind.LINK_BROKEN, Kind.LINK_CHANGED, Kind.NOT_AS_NOTED}),
    ],
)
def test_what_was_done_to_the_record_is_found(attack: Callable[[], None], found: set[Kind]) -> None:
    record(5)
    services.link_events()
    with erasure_door(reason="test"):
        attack()

    assert kinds() == found


@pytest.mark.parametrize("linked", [False, True], ids=["waiting", "linked"])
def test_an_event_that_was_slipped_in_later_is_found(linked: bool) -> None:
    """Adding is what the table allows: the moment that such an event claims lies before a batch that it is not in."""
    record(3)
    services.link_events()
    AuditEvent.objects.create(
        at=clock.now() - timedelta(days=3),
        actor_kind="user",
        actor_ref="user:9",
        event="x",
        subject="profile:9",
    )
    if linked:
        services.link_events()

    assert kinds() == {Kind.INSERTED}


def test_a_worker_that_stood_still_for_days_is_no_fault() -> None:
    with clock.at(clock.now() - timedelta(days=9)):
        record(2)
        services.link_events()
    with clock.at(clock.now() - timedelta(days=6)):
        record(2)
    record(2)
    services.link_events()

    assert queries.verify_chain().is_whole


def test_a_chain_made_anew_is_found_by_the_noted_head() -> None:
    """Somebody with the whole database changes an event and makes all hashes fit again."""
    record(3)
    services.link_events()
    with erasure_door(reason="test"):
        change_data()
        AuditLink.objects.all().delete()
    noted = witness_path().read_text()
    services.link_events()
    witness_path().write_text(noted)

    assert kinds() == {Kind.NOT_AS_NOTED}


def test_after_a_restore_the_chain_is_compared_anew(own_folder: Path) -> None:
    record(5)
    services.link_events()
    with erasure_door(reason="test"):
        AuditLink.objects.filter(position__gt=3).delete()
        AuditEvent.objects.filter(subject__in=["profile:3", "profile:4"]).delete()
    assert kinds() == {Kind.NOT_AS_NOTED}

    services.accept_restore(actor=Somebody())

    assert queries.verify_chain().is_whole
    assert queries.events_of("installation:levend")[0].event == "database_restored"
    last = json.loads((own_folder / "log-heads.jsonl").read_text().splitlines()[-1])
    assert (last["position"], last["reason"]) == (4, "restored")


def test_a_line_that_a_crash_cut_off_is_passed_over(own_folder: Path) -> None:
    record(2)
    services.link_events()
    with (own_folder / "log-heads.jsonl").open("a") as file:
        file.write('{"position": 9, "sha')

    assert queries.verify_chain().is_whole


def test_verifying_asks_as_many_queries_for_few_events_as_for_many(
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    record(2)
    services.link_events()
    with django_assert_num_queries(6):
        queries.verify_chain()
    record(30)
    services.link_events()
    with django_assert_num_queries(6):
        queries.verify_chain()


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_link_at_once_make_one_chain() -> None:
    record(60)
    failures: list[Exception] = []

    def work() -> None:
        try:
            services.link_events(batch=5)
        except Exception as error:  # shown by the assertion below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    report = queries.verify_chain()
    assert (report.linked, report.unlinked, report.faults) == (60, 0, ())
