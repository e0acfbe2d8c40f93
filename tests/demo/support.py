"""The region without texts and cases, for tests that need places and people only."""

from datetime import date, datetime

from levend.core.clock import AMSTERDAM
from levend.demo.engine.region import region
from levend.demo.services.organisations import make_organisations
from levend.demo.services.people import make_people


def small_region() -> None:
    """Make the region's organisations and people."""
    make_organisations(region(), pupils_on=date(2026, 10, 1))
    make_people(region(), since=datetime(2025, 8, 1, 9, tzinfo=AMSTERDAM))
