"""What holds for every test; the rest of the strictness stands in pyproject.toml.

Network but for loopback is blocked, warnings are errors, the order is random, an unknown template variable fails the test.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db.models import QuerySet
from django.template import Template
from django.test.utils import _TestState
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from tests.support.standing import Standing, storages_in

FOLDER = Path(__file__).parent
VENDORS = {"sqlite", "postgresql"}
ABOUT_PAGES = {"web", "security", "conformance"}

# How long a machine takes to think of an example says nothing about a rule.
hypothesis_settings.register_profile("levend", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("levend")


def pytest_collection_finish() -> None:
    """Thousands of objects live as long as the run: looking through them for rubbish takes an eighth of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has no meaning on this database: what holds on the other only, and on PostgreSQL, the second of
    the two, what asks no database and what is about pages. These reach it through queries and services only, which are
    asked of both; whatever a page itself sends to the database (hostile input, every address) is marked so.
    It is not skipped; the other run shows it."""
    from django.db import connection

    kept, other = [], []
    for item in items:
        (kept if _has_meaning(item, connection.vendor) else other).append(item)
    if other:
        config.hook.pytest_deselected(items=other)
        items[:] = kept


def _has_meaning(item: pytest.Item, vendor: str) -> bool:
    named = {mark.name for mark in item.iter_markers()}
    if named & VENDORS:
        return vendor in named
    if "both" in named:
        return True
    if vendor == "postgresql" and ABOUT_PAGES & set(item.path.relative_to(FOLDER).parts):
        return False
    if vendor != "postgresql" or named & {"browser", "pdf", "django_db"}:
        return True
    return bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Any:  # pytest's own hook is untyped
    """On the build server nothing may be left out: a skipped test is a failed one."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Left out, which the build server does not allow: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def _plain_templates(django_test_environment: None) -> None:
    """Django's test client copies the context of every template that it renders. Nobody here asks for one."""
    Template._render = _TestState.saved_data.template_render


@pytest.fixture(scope="session")
def standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Standing:
    return Standing(django_db_blocker, lambda: tmp_path_factory.mktemp("standing"))


@pytest.fixture(autouse=True)
def _own_files(request: pytest.FixtureRequest, settings: LazySettings, tmp_path: Path) -> None:
    """Every test writes its files in a folder of its own, and finds no note beside the database from another."""
    if "standing" in request.fixturenames:
        request.getfixturevalue("standing").copy_files(tmp_path)
    for note in ("log-heads.jsonl", "erasures.jsonl"):
        (Path(settings.LEVEND_DATA) / note).unlink(missing_ok=True)
    settings.STORAGES = storages_in(tmp_path)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """A test that switches language leaves no trace for the next one."""
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True)
def _ordered_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice of rows in no order shows other rows tomorrow: fail at once, as Django only warns in its paginator."""
    get_slice = QuerySet.__getitem__

    def ordered(self: QuerySet[Any], key: int | slice) -> Any:  # as in Django's stubs
        if isinstance(key, slice) and not self.ordered and not self.query.is_empty():
            raise AssertionError(f"A slice of {self.model.__name__} in no order: call order_by() first.")
        return get_slice(self, key)

    monkeypatch.setattr(QuerySet, "__getitem__", ordered)
