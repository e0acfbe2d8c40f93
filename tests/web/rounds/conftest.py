"""The region with a format, its browsers, on the Monday morning of the rounds' tests."""

from collections.abc import Iterator

import pytest

from levend.core import clock
from levend.formats.models import FormatVersion
from tests.factories.formats import make_version
from tests.rounds.situations import OPENING
from tests.web.people.conftest import Browse, browse, region

__all__ = ["Browse", "browse", "region"]


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with clock.at(OPENING):
        yield


@pytest.fixture
def version(db: None) -> FormatVersion:
    return make_version()
