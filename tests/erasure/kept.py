"""What was planted, made once: a copy of the database's file and of the folder beside it, put back for each test.

Of SQLite only, whose database is a file; these tests commit, so that no transaction could bring the beginning back.
"""

import shutil
import sqlite3
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from tests.erasure.planted import Planted, plant
from tests.factories.region import Region, make_region

DATABASE = "levend.sqlite3"
BESIDE = "beside"


@dataclass(frozen=True)
class Kept:
    folder: Path
    region: Region
    planted: Planted

    def put_back(self) -> tuple[Region, Planted]:
        """All as it was just after planting."""
        shutil.copytree(self.folder / BESIDE, settings.LEVEND_DATA, dirs_exist_ok=True)
        put_back(self.folder)
        return deepcopy((self.region, self.planted))


def keep_planted(folder: Path) -> Kept:
    """Plant in an empty database, and copy what came of it to `folder`."""
    region = make_region()
    planted = plant(region.linde)
    back_up(folder)
    return Kept(folder, region, planted)


def back_up(folder: Path) -> None:
    """Database and documents of this moment, with SQLite's own way to copy a file that is in use."""
    with sqlite3.connect(folder / DATABASE) as copy:
        connection.connection.backup(copy)
    copy.close()
    shutil.copytree(settings.LEVEND_DATA, folder / BESIDE)


def put_back(folder: Path) -> None:
    """Database and documents; what else stands beside the database stays, as after any restore."""
    connection.ensure_connection()
    copy = sqlite3.connect(folder / DATABASE)
    copy.backup(connection.connection)
    copy.close()
    documents = Path(default_storage.path(""))
    shutil.rmtree(documents, ignore_errors=True)
    shutil.copytree(folder / BESIDE / documents.relative_to(settings.LEVEND_DATA), documents)
