"""Situations that are dear to make, made once for many tests, each of which finds them as they were made.

    @pytest.fixture(scope="module")
    def made(standing: Standing) -> Iterator[Published]:
        with standing(lambda: published(make_region().linde)) as made:
            yield made

    @pytest.fixture
    def done(made: Published) -> Published:
        return deepcopy(made)

It lies in a transaction around those of the tests, which are rolled back to it, and its files are copied for each test.
Not for tests that commit.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copytree
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

T = TypeVar("T")
FILES = "files"


class Standing:
    """Call it with what makes the situation. With `own_data` the data folder is one of its own as well."""

    def __init__(self, blocker: DjangoDbBlocker, new_folder: Callable[[], Path]) -> None:
        self.blocker = blocker
        self.new_folder = new_folder
        self.folders: list[Path] = []

    @contextmanager
    def __call__(self, make: Callable[[], T], *, own_data: bool = False) -> Iterator[T]:
        folder = self.new_folder()
        with self._around_tests():
            with self.blocker.unblock(), ExitStack() as own:
                own.enter_context(translation.override("nl"))
                own.enter_context(override_settings(STORAGES=storages_in(folder)))
                if own_data:
                    own.enter_context(override_settings(LEVEND_DATA=folder))
                made = make()
            self.folders.append(folder)
            yield made
            self.folders.pop()

    @contextmanager
    def _around_tests(self) -> Iterator[None]:
        atomic = transaction.atomic()
        # As Django marks its own around tests: a durable block of the product may stand inside.
        atomic._from_testcase = True  # type: ignore[attr-defined]  # not in the stubs
        with self.blocker.unblock():
            atomic.__enter__()
        try:
            yield
        finally:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                atomic.__exit__(None, None, None)

    def copy_files(self, folder: Path) -> None:
        """Give a test the files of what stands now."""
        if self.folders:
            copytree(self.folders[-1], folder, dirs_exist_ok=True)


def storages_in(folder: Path) -> dict[str, object]:
    """The setting STORAGES with uploads and made files under `folder`."""
    local = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folder / FILES},
    }
    return {**settings.STORAGES, "default": local}
