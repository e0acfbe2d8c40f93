"""The worker dies at every point after a passage was erased: another one finishes, and nothing is half."""

import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from levend.audit.models import Erasure
from levend.cli.main import main
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.publication.services.erasure import documents, finish
from tests.erasure.planted import NAME, Planted, left
from tests.erasure.steps import ask, confirm, erase

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.sqlite,
]  # a step that was cut off is rolled back by every database


class Killed(Exception):
    """The worker was killed here."""


def _after(function: Callable[..., object]) -> Callable[..., object]:
    """Do the work, then die."""

    def work(*args: object, **kwargs: object) -> object:
        function(*args, **kwargs)
        raise Killed

    return work


POINTS = [
    (finish, "note"),
    (finish, "remake_documents"),
    (documents, "make_concept"),
    (documents, "official_pdf"),
    (documents, "keep"),
    (finish, "delete_files"),
    (default_storage, "delete"),
    (finish, "emit"),
]


@pytest.mark.parametrize(("where", "name"), POINTS, ids=[name for _where, name in POINTS])
def test_another_worker_finishes(
    where: object, name: str, planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    erasure = confirm(planted, ask(planted))
    with monkeypatch.context() as patched:
        patched.setattr(where, name, _after(getattr(where, name)))
        run_jobs(failures_are_expected=True)
    assert planted.version is not None  # published all the while

    run_jobs(also_later=True)

    assert Erasure.objects.get(pk=erasure.pk).done_at is not None
    assert left() == []
    assert main(["check-data"]) == 0


def test_what_is_not_finished_is_found(planted: Planted, capsys: pytest.CaptureFixture[str]) -> None:
    """The work itself was lost: nobody would ever make the documents."""
    from django_tasks_db.models import DBTaskResult

    confirm(planted, ask(planted))
    assert main(["check-data", "--only", "erasures"]) == 0
    DBTaskResult.objects.all().delete()

    assert main(["check-data", "--only", "erasures"]) == 1
    assert "niemand maakt de documenten nog opnieuw" in capsys.readouterr().out


def test_a_file_that_a_dead_worker_left_long_ago_goes_too(planted: Planted) -> None:
    """It lies under no row, so nobody would look for a name in it."""
    name = default_storage.save("artefacts/ab/cd/abcd", ContentFile(NAME.encode()))
    an_hour_ago = (clock.now() - timedelta(hours=1)).timestamp()
    os.utime(default_storage.path(name), (an_hour_ago, an_hour_ago))

    erase(planted)

    assert not default_storage.exists(name)
    assert left() == []
