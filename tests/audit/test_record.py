"""The record is only added to."""

from dataclasses import dataclass

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.migrations.loader import MigrationLoader

from levend.audit import immutable, queries, services
from levend.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Somebody:
    kind: str = "user"
    ref: str = "user:12"


def record(
    event: str = "profile_adopted",
    subject: str = "profile:7",
    actor: Somebody | None = None,
) -> None:
    services.record(actor=actor or Somebody(), event=event, subject=subject, data={"board": 3})


def test_events_come_back_in_the_order_in_which_they_happened() -> None:
    record("advice_asked")
    record("profile_adopted")
    record("profile_adopted", subject="profile:71")

    events = queries.events_of("profile:7")

    assert [event.event for event in events] == ["advice_asked", "profile_adopted"]
    assert events[0].actor_ref == "user:12"
    assert events[0].data == {"board": 3}


def test_events_of_several_subjects_are_one_story() -> None:
    record("profile_started", subject="profile:7")
    record("case_opened", subject="case:1")
    record("profile_started", subject="profile:8")

    assert [e.subject for e in queries.events_of("profile:7", "case:1")] == [
        "profile:7",
        "case:1",
    ]
    assert len(queries.events_of("profile:")) == 2
    assert queries.events_of() == ()


def test_the_last_events_can_be_asked_for() -> None:
    for number in range(4):
        record(subject=f"case:{number}")

    assert [e.subject for e in queries.events_of("case:", limit=2)] == [
        "case:2",
        "case:3",
    ]


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_recorded_event_cannot_be_changed(change: str) -> None:
    record()
    rows = AuditEvent.objects.all()

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(actor_ref="user:13") if change == "update" else rows.delete()

    assert queries.events_of("profile:7")[0].actor_ref == "user:12"


def test_the_erasure_door_is_open_only_inside_its_own_step() -> None:
    record()

    with immutable.erasure_door(reason="test"):
        AuditEvent.objects.update(data={"board": "[gewist]"})
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditEvent.objects.update(data={})

    assert queries.events_of("profile:7")[0].data == {"board": "[gewist]"}


def test_an_erasure_that_fails_leaves_the_door_shut() -> None:
    record()

    with pytest.raises(RuntimeError), immutable.erasure_door(reason="test"):
        raise RuntimeError
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditEvent.objects.update(data={})


@pytest.mark.parametrize(
    ("event", "subject"),
    [
        ("Profile adopted", "profile:7"),
        ("profile_adopted", "profile"),
        ("", "profile:7"),
        ("x", ""),
    ],
)
def test_a_misshapen_event_is_refused(event: str, subject: str) -> None:
    with pytest.raises(ValueError, match="no (event name|subject)"):
        record(event, subject)


@pytest.mark.parametrize("actor", [Somebody(kind="robot"), Somebody(ref="")])
def test_every_event_has_one_actor(actor: Somebody) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record(actor=actor)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_did_not_happen() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        record()
        raise RuntimeError
    with pytest.raises(transaction.TransactionManagementError):
        record()

    assert queries.events_of("profile:7") == ()


@pytest.mark.django_db(transaction=True)
def test_emptying_the_database_leaves_the_guard_in_place() -> None:
    with transaction.atomic():
        record()

    call_command("flush", interactive=False, verbosity=0)
    with transaction.atomic():
        record()

    assert len(queries.events_of("profile:7")) == 1
    with pytest.raises(IntegrityError):
        AuditEvent.objects.all().delete()


def test_every_table_that_a_migration_protects_is_protected() -> None:
    loader = MigrationLoader(None)
    declared = {
        operation.table
        for migration in loader.disk_migrations.values()
        for operation in migration.operations
        if isinstance(operation, immutable.RefuseChanges)
    }

    assert "audit_auditevent" in declared
    assert declared <= immutable.protected_tables()
