"""A region whose profiles name somebody wherever one can write."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from tests.erasure.kept import Kept, keep_planted
from tests.erasure.planted import Planted, plant
from tests.factories.region import Region, make_region


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Everything that this test writes outside the database lies in one folder of its own."""
    settings.LEVEND_DATA = tmp_path
    return tmp_path


@pytest.fixture(scope="session")
def kept() -> list[Kept]:
    """Holds what was planted, from the first test that asked for it."""
    return []


@pytest.fixture
def made(
    transactional_db: None, own_folder: Path, kept: list[Kept], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Region, Planted]:
    if connection.vendor != "sqlite":
        region = make_region()
        return region, plant(region.linde)
    if not kept:
        kept.append(keep_planted(tmp_path_factory.mktemp("planted")))
    return kept[0].put_back()


@pytest.fixture
def region(made: tuple[Region, Planted]) -> Region:
    return made[0]


@pytest.fixture
def planted(made: tuple[Region, Planted]) -> Planted:
    return made[1]
