"""A region, a format, and 23 November 2026 at nine."""

from collections.abc import Iterator

import pytest

from levend.core import clock
from levend.formats.models import FormatVersion
from tests.factories.formats import make_version
from tests.factories.region import Region, make_region
from tests.rounds.situations import OPENING


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with clock.at(OPENING):
        yield


@pytest.fixture
def region(db: None) -> Region:
    return make_region()


@pytest.fixture
def version(db: None) -> FormatVersion:
    return make_version()
