"""The worker makes public files anew when what they show has changed, all of a school together, however it dies."""

import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import QuerySet
from django.test import Client

from levend.adoption.enums import Step
from levend.cli.main import main
from levend.core import clock
from levend.jobs.events import emit
from levend.jobs.testing import run_jobs
from levend.organisations.models import Consortium, Location
from levend.publication.models import Artefact, PublicFile, PublishedVersion
from levend.publication.queries import in_force
from levend.publication.queries.public_addresses import missing_addresses
from levend.publication.queries.public_files import file_at
from levend.publication.services import FileToPlace, make_official, place_files, publish
from levend.publication.services.tidy_files import tidy_artefacts
from levend.web.public import tasks
from tests.factories.region import Region, make_region
from tests.publication.situations import adopted, published
from tests.web.public.addresses import SCHOOL, all_addresses, rows

pytestmark = pytest.mark.django_db(transaction=True)


class Killed(Exception):
    """The worker was killed here."""


def _after(function: Callable[..., object]) -> Callable[..., object]:
    def work(*args: object, **kwargs: object) -> object:
        function(*args, **kwargs)
        raise Killed

    return work


@pytest.fixture
def region() -> Region:
    return make_region()


MAKE, PUBLISH, PLACE = make_official.__globals__, publish.__globals__, place_files.__globals__
POINTS: list[tuple[dict[str, Any], str]] = [
    (MAKE, "official_document"),
    (MAKE, "sealed_pdf"),
    (MAKE, "keep"),
    (PUBLISH, "make_official"),
    (PUBLISH, "record"),
    (PUBLISH, "emit"),
    (tasks.__dict__, "files_of"),
    (PLACE, "write"),
    (PLACE, "site_facts"),
    (PLACE, "_row"),
    (PLACE, "keep"),
    (tasks.__dict__, "place_files"),
]


@pytest.mark.parametrize(("where", "name"), POINTS, ids=[name for _where, name in POINTS])
def test_another_worker_publishes_what_the_first_one_left(
    where: dict[str, Any], name: str, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second version, while the first is read: until the last step readers have the first, whole."""
    published(region.linde, missie="De eerste missie.")
    before = all_addresses()
    story = adopted(region.linde, missie="De tweede missie.")
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    with monkeypatch.context() as patched:
        patched.setitem(where, name, _after(where[name]))
        run_jobs(failures_are_expected=True)
    half_way = all_addresses()
    assert half_way == before or name == "place_files"

    run_jobs(also_later=True)

    second = PublishedVersion.objects.latest("id")
    assert PublishedVersion.objects.count() == 2
    assert in_force("12AB00", second.adoption.valid_from) == second
    after = all_addresses()
    assert {answer.status for answer in after.values()} == {200}
    assert b"De tweede missie." in after[SCHOOL].content
    assert b"De tweede missie." in after[f"/en{SCHOOL}"].content
    assert missing_addresses(region.linde.location, clock.today()) == ()
    assert main(["check-data"]) == 0


@pytest.mark.both
def test_two_workers_at_once_place_it_once(region: Region) -> None:
    published(region.linde)
    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    placed: list[bool] = []
    ready = threading.Barrier(2)

    def work() -> None:
        try:
            ready.wait()
            placed.append(tasks.renew(region.linde.location.pk))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(placed) == [False, True]
    assert all("0399 99 99 99" in one.content.decode() for one in (all_addresses()[SCHOOL],))
    assert main(["check-data", "--only", "public-files", "--only", "artefacts"]) == 0


def test_the_same_a_second_time_changes_nothing(region: Region) -> None:
    published(region.linde)
    before = rows(), set(PublicFile.objects.values_list("pk", flat=True)), Artefact.objects.count()

    tasks.on_location_changed(location_id=region.linde.location.pk)
    tasks.renew_stale.enqueue()
    run_jobs()

    after = rows(), set(PublicFile.objects.values_list("pk", flat=True)), Artefact.objects.count()
    assert after == before


@pytest.mark.both
def test_a_reader_during_the_change_sees_the_old_site_whole(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(region.linde)
    old = all_addresses()
    seen: list[dict[str, object]] = []
    create = QuerySet.bulk_create

    def while_rows_are_away(self: "QuerySet[Any]", objects: Any, **options: Any) -> list[Any]:  # any model
        def read() -> None:
            seen.append({path: file_at(path, clock.today()) for path in old})
            connection.close()

        if self.model is PublicFile:
            assert not PublicFile.objects.filter(location=region.linde.location).exists()
            reader = threading.Thread(target=read)
            reader.start()
            reader.join()
        return create(self, objects, **options)

    monkeypatch.setattr(QuerySet, "bulk_create", while_rows_are_away)
    before = {path: file_at(path, clock.today()) for path in old}
    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    tasks.renew(region.linde.location.pk)

    assert seen == [before]
    assert all_addresses()[SCHOOL] != old[SCHOOL]


def test_facts_that_change_while_pages_are_made_are_in_them(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(region.linde)
    make = tasks.files_of
    made: list[int] = []

    def meanwhile(location_id: int) -> Sequence[FileToPlace]:
        files = make(location_id)
        if not made:
            Location.objects.filter(pk=location_id).update(phone="0399 99 99 99")
        made.append(location_id)
        return files

    Location.objects.filter(code="12AB00").update(phone="0311 11 11 11")
    monkeypatch.setattr(tasks, "files_of", meanwhile)
    tasks.renew(region.linde.location.pk)

    assert len(made) == 2
    page = Client().get(SCHOOL).content
    assert b"0399 99 99 99" in page
    assert b"0311 11 11 11" not in page


def test_what_is_told_of_a_school_or_a_consortium_reaches_its_pages(region: Region) -> None:
    from django.db import transaction

    published(region.linde)
    with transaction.atomic():
        Consortium.objects.filter(code="PO9901").update(phone="0388 88 88 88")
        emit("consortium_changed", consortium_id=region.linde.consortium.pk)
        emit("consortium_changed", consortium_id=region.linde.consortium.pk)
    assert main(["check-data", "--only", "public-files"]) == 0  # work is waiting
    run_jobs()
    assert b"0388 88 88 88" in Client().get(SCHOOL).content

    with transaction.atomic():
        Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
        emit("location_changed", location_id=region.linde.location.pk)
    run_jobs()
    assert b"0399 99 99 99" in Client().get(SCHOOL).content


def test_what_nobody_told_of_is_found(region: Region, capsys: pytest.CaptureFixture[str]) -> None:
    published(region.linde)
    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    assert main(["check-data", "--only", "public-files"]) == 1
    assert "niet gemaakt van de gegevens van nu" in capsys.readouterr().out

    assert main(["publish"]) == 0

    assert "1 locations" in capsys.readouterr().out
    assert main(["check-data", "--only", "public-files"]) == 0
    PublicFile.objects.filter(path=f"/en{SCHOOL}").delete()
    assert main(["check-data", "--only", "public-files"]) == 1


def test_a_new_version_of_the_program_makes_every_page_anew(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(region.linde)
    published(region.wilg)
    tasks.renew_after_update.enqueue()
    assert run_jobs() == 1  # nothing to do

    monkeypatch.setattr(tasks, "look", lambda: "f" * 64)
    tasks.renew_after_update.enqueue()
    tasks.renew_after_update.enqueue()

    assert run_jobs() == 4  # looked twice, made once
    assert all(answer.status == 200 for answer in all_addresses().values())


def test_a_page_of_before_goes_after_a_day(region: Region) -> None:
    published(region.linde)
    old = PublicFile.objects.filter(path=SCHOOL).earliest("since").artefact
    assert old is not None
    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    tasks.renew(region.linde.location.pk)

    assert tidy_artefacts(older_than=timedelta(days=1)) == 0
    assert default_storage.exists(old.path)
    with clock.at(clock.now() + timedelta(days=2)):
        assert tidy_artefacts(older_than=timedelta(days=1)) > 0

    assert not default_storage.exists(old.path)
    assert {answer.status for answer in all_addresses().values()} == {200}
    assert main(["check-data"]) == 0
