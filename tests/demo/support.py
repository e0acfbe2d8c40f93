"""The region without texts and cases, for tests that need places and people only."""

from datetime import date, datetime

from levend.core.clock import AMSTERDAM
from levend.demo.engine.region import Region, region
from levend.demo.services.organisations import make_organisations
from levend.demo.services.people import make_people


def make(facts: Region) -> None:
    """Make a region's organisations and people."""
    make_organisations(facts, pupils_on=date(2026, 10, 1))
    make_people(facts, since=datetime(2023, 8, 1, 9, tzinfo=AMSTERDAM))


def small_region() -> None:
    """Make the region's own organisations and people."""
    make(region())
