"""A database of the demo has accounts with a known password: it must never serve in production."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError, connection, transaction

from levend.demo.models import DemoMark

REFUSAL = (
    "This database holds the fictional region, with accounts whose password anyone knows. "
    "It never starts with LEVEND_ENV=production: give production a database of its own."
)


class DemoInProductionError(RuntimeError):
    """Raised at the start of a server."""


def is_marked() -> bool:
    """Whether the database holds the fictional region; a database without tables does not."""
    try:
        with transaction.atomic():
            return DemoMark.objects.exists()
    except DatabaseError:
        table = DemoMark._meta.db_table  # noqa: SLF001  (documented by Django, underscore and all)
        if table in connection.introspection.table_names():
            raise
        return False


def refuse_in_production() -> None:
    """Raise `DemoInProductionError` when a marked database is about to serve in production."""
    if settings.LEVEND_ENV == "production" and is_marked():
        raise DemoInProductionError(REFUSAL)


# Django passes the check framework's own untyped options.
@register(Tags.database)
def demo_stays_demo(*, databases: Iterable[str] | None = None, **options: Any) -> list[CheckMessage]:
    """The same as a system check: `migrate` and `check --database default` run it."""
    try:
        if databases:
            refuse_in_production()
    except DemoInProductionError as error:
        return [Error(str(error), id="demo.E001")]
    return []
