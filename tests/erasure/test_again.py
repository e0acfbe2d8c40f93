"""A database of before the erasure is put back: what was erased is erased again, by nobody's words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import transaction

from levend.audit.engine.passages import MARKER
from levend.audit.enums import ErasureState
from levend.audit.models import Erasure
from levend.audit.queries import verify_chain
from levend.audit.services import link_events
from levend.cli.main import main
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.profiles.models import Answer
from levend.publication.queries import erased_hashes
from levend.publication.services.erasure import erase_again
from tests.erasure.kept import Kept
from tests.erasure.kept import put_back as put_back_copy
from tests.erasure.planted import NAME, Planted, left
from tests.erasure.steps import erase

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.sqlite,
]  # the list stands in a file; erasing itself is asked of both


@pytest.fixture
def put_back(planted: Planted, kept: list[Kept]) -> Callable[[], None]:
    """Puts the copy of before back: the same texts, in a database that knows nothing of the erasure."""
    return lambda: put_back_copy(kept[0].folder)


def test_the_list_holds_no_word_of_what_was_erased(planted: Planted, own_folder: Path) -> None:
    erase(planted)

    text = (own_folder / "erasures.jsonl").read_text()

    for word in NAME.split():
        assert word.lower() not in text.lower()
    assert (own_folder / "erasures.jsonl").stat().st_mode & 0o777 == 0o600


def test_after_a_restore_it_is_erased_again(planted: Planted, put_back: Callable[[], None]) -> None:
    done = erase(planted)
    withdrawn = [row.old_sha256 for row in done.hashes.all()]
    put_back()
    assert left()

    again = erase_again()
    run_jobs()

    assert again.done == (done.reference,)
    assert left() == []
    assert erased_hashes(withdrawn) == set(withdrawn)
    erasure = Erasure.objects.get()
    assert erasure.state == ErasureState.CONFIRMED
    assert erasure.done_at is not None
    over = Answer.objects.get(profile_id=planted.first.profile_id, question_key="over")
    assert over.value == f"Voor {MARKER} hebben wij een eigen plek."
    assert main(["check-data", "--after-restore"]) == 0
    link_events()
    assert verify_chain().is_whole


def test_a_second_time_changes_nothing(planted: Planted) -> None:
    done = erase(planted)

    assert erase_again().held == (done.reference,)
    assert main(["erasures", "--apply"]) == 0


def test_a_database_of_the_days_in_between_forgets_the_passage_too(
    planted: Planted, put_back: Callable[[], None]
) -> None:
    """There the question still waits, with the passage in it."""
    done = erase(planted)
    put_back()
    Erasure.objects.create(
        reference=done.reference,
        subject=f"location:{planted.places.location.pk}",
        passage=NAME,
        why=f"De ouders van {NAME} vroegen het.",
        asked_at=clock.now(),
        asked_by_ref="user:1",
        asked_by_name="Directeur",
    )

    erase_again()
    run_jobs()

    assert left() == []
    assert Erasure.objects.get().why == f"De ouders van {MARKER} vroegen het."


def test_two_erasures_are_done_again_in_their_order(planted: Planted, put_back: Callable[[], None]) -> None:
    erase(planted)
    erase(planted, passage="een eigen plek")
    put_back()

    assert len(erase_again().done) == 2
    run_jobs()

    assert left() == left("een eigen plek") == []


def test_a_former_secret_still_opens_the_list(
    planted: Planted, settings: LazySettings, put_back: Callable[[], None]
) -> None:
    erase(planted)
    put_back()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new secret, because the old one was seen"

    assert len(erase_again().done) == 1
    run_jobs()

    assert left() == []


def test_without_the_secret_of_then_the_erasure_is_named(
    planted: Planted, settings: LazySettings, capsys: pytest.CaptureFixture[str], put_back: Callable[[], None]
) -> None:
    done = erase(planted)
    put_back()
    settings.SECRET_KEY = "another secret"

    assert main(["erasures", "--apply"]) == 1

    assert done.reference in capsys.readouterr().err
    assert left()
    assert main(["check-data", "--only", "erasures"]) == 1


def test_a_location_that_is_not_there_does_not_stop_the_others(planted: Planted) -> None:
    erase(planted)
    call_command("flush", interactive=False, verbosity=0)

    assert len(erase_again().failed) == 1


def test_a_line_that_a_crash_cut_off_is_passed_over(
    planted: Planted, own_folder: Path, put_back: Callable[[], None]
) -> None:
    erase(planted)
    with (own_folder / "erasures.jsonl").open("a") as file:
        file.write('{"reference": "half')
    put_back()

    assert len(erase_again().done) == 1


def test_nothing_was_ever_erased_is_no_fault(db: None) -> None:
    with transaction.atomic():
        assert erase_again().done == ()
    assert main(["erasures"]) == 0
