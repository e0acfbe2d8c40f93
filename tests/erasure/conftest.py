"""A region whose profiles name somebody wherever one can write."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.erasure.planted import Planted, plant
from tests.factories.region import Region, make_region


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Everything that this test writes outside the database lies in one folder of its own."""
    settings.LEVEND_DATA = tmp_path
    return tmp_path


@pytest.fixture
def region(db: None) -> Region:
    return make_region()


@pytest.fixture
def planted(region: Region) -> Planted:
    return plant(region.linde)
