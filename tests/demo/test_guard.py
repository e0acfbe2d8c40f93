"""A database with accounts whose password anyone knows never serves in production."""

import pytest
from django.conf import LazySettings
from django.core.checks import Tags, run_checks

from levend.core import clock
from levend.demo.guard import DemoInProductionError, is_marked, refuse_in_production
from levend.demo.models import DemoMark

pytestmark = pytest.mark.django_db


def mark() -> None:
    DemoMark.objects.create(filled_at=clock.now(), locations=40)


def faults() -> list[str | None]:
    """What the checks say that `migrate` runs."""
    return [message.id for message in run_checks(tags=[Tags.database], databases=["default"])]


def test_a_marked_database_is_refused_in_production(settings: LazySettings) -> None:
    mark()
    settings.LEVEND_ENV = "production"
    with pytest.raises(DemoInProductionError, match="LEVEND_ENV=production"):
        refuse_in_production()
    assert faults() == ["demo.E001"]


def test_a_marked_database_serves_the_demo(settings: LazySettings) -> None:
    mark()
    settings.LEVEND_ENV = "demo"
    refuse_in_production()
    assert faults() == []


def test_a_database_without_mark_serves_production(settings: LazySettings) -> None:
    settings.LEVEND_ENV = "production"
    assert not is_marked()
    refuse_in_production()
    assert faults() == []
