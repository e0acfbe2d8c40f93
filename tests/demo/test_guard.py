"""A database with accounts whose password anyone knows never serves in production."""

import pytest
from django.conf import LazySettings
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from levend.accounts.models import User
from levend.core import clock
from levend.core.errors import NotNow
from levend.demo.guard import DemoInProductionError, is_marked, refuse_in_production
from levend.demo.models import DemoMark
from levend.demo.services import fill_demo
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Location
from levend.profiles.models import SupportProfile

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
    with pytest.raises(
        SystemCheckError, match=r"demo\.E001"
    ):  # so no installation migrates, and starts, with it
        call_command("migrate", verbosity=0, skip_checks=False)


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


def test_production_is_never_filled(settings: LazySettings) -> None:
    settings.LEVEND_ENV = "production"
    with pytest.raises(NotNow, match="productie"):
        fill_demo()
    assert not User.objects.exists()


def test_a_demo_that_breaks_off_leaves_an_empty_database() -> None:
    done: list[str] = []

    def stop_at_the_third(name: str) -> None:
        done.append(name)
        if len(done) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill_demo(tell=stop_at_the_third)
    assert len(done) == 3
    assert not any(
        model.objects.exists() for model in (DemoMark, User, Location, SupportProfile, OutboxMessage)
    )
