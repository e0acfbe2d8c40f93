"""Events reach their handlers at least once, and only when they happened."""

from collections.abc import Iterator

import pytest
from django.core.checks import run_checks
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from levend.jobs import events
from levend.jobs.models import Event
from levend.jobs.testing import JobFailed, run_jobs

SAMPLE = "tests.jobs.sample"


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    wanted = [("thing_happened", "note"), ("thing_happened", "note_twice"), ("thing_stumbled", "stumble")]
    for name, handler in wanted:
        events.subscribe(name, f"{SAMPLE}.{handler}")
    yield
    for name, handler in wanted:
        events.unsubscribe(name, f"{SAMPLE}.{handler}")


def noted() -> list[str]:
    return sorted(Event.objects.filter(name__startswith="noted_").values_list("name", flat=True))


@pytest.mark.django_db
def test_every_handler_hears_of_an_event_with_its_ids() -> None:
    with transaction.atomic():
        events.emit("thing_happened", what="a", number=3)
    assert noted() == []

    run_jobs()

    assert noted() == ["noted_a", "noted_a_again"]
    assert Event.objects.get(name="noted_a").ids == {"number": 3}


@pytest.mark.django_db
def test_a_handler_that_subscribes_twice_is_called_once() -> None:
    events.subscribe("thing_happened", f"{SAMPLE}.note")

    events.emit("thing_happened", what="a", number=1)
    run_jobs()

    assert noted() == ["noted_a", "noted_a_again"]


@pytest.mark.django_db
def test_an_event_without_handlers_is_only_written() -> None:
    events.emit("nobody_cares", number=1)

    assert Event.objects.get().name == "nobody_cares"
    assert run_jobs() == 0


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_emit_delivers_nothing() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        events.emit("thing_happened", what="a", number=1)
        raise RuntimeError

    assert run_jobs() == 0
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_emit_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        events.emit("thing_happened", what="a", number=1)


@pytest.mark.django_db
def test_a_failing_handler_is_tried_again_and_the_others_are_not_held_up() -> None:
    events.subscribe("thing_stumbled", f"{SAMPLE}.note")
    try:
        events.emit("thing_stumbled", what="b", number=2)
        run_jobs(also_later=True, failures_are_expected=True)
    finally:
        events.unsubscribe("thing_stumbled", f"{SAMPLE}.note")

    assert Event.objects.filter(name="stumbled").count() == 3
    assert noted() == ["noted_b"]
    assert DBTaskResult.objects.successful().count() == 2


@pytest.mark.django_db
def test_a_failure_in_a_test_shows_itself() -> None:
    events.emit("thing_stumbled", what="c", number=1)

    with pytest.raises(JobFailed, match="stumble"):
        run_jobs()


@pytest.mark.parametrize("handler", ["levend.nowhere.handle", f"{SAMPLE}.missing", f"{SAMPLE}.os"])
def test_an_unknown_handler_is_found_before_anything_starts(handler: str) -> None:
    events.subscribe("thing_happened", handler)
    try:
        errors = run_checks(tags=["jobs"])
    finally:
        events.unsubscribe("thing_happened", handler)

    assert len(errors) == 1
    assert handler in errors[0].msg


def test_known_handlers_pass_the_check() -> None:
    assert run_checks(tags=["jobs"]) == []
