"""What stands in the database, to see that nothing changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

_OF_THE_SESSION = {"django_session", "levend_cache", "django_migrations", "django_content_type"}
"""Tables that a mere visit may change."""
_HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


def contents() -> dict[str, str]:
    """Every table with a hash of its rows."""
    found: dict[str, str] = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - _OF_THE_SESSION):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (a name of ours)
            rows = sorted(map(repr, cursor.fetchall()))
            found[table] = sha256("\n".join(rows).encode()).hexdigest() if rows else ""
    return found


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The tables in which something else stands now."""
    return {table for table in before | after if before.get(table) != after.get(table)}


@contextmanager
def noted() -> Iterator[list[str]]:
    """The list gets the statements that wrote; when it is empty, `contents` need not look."""
    writes: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # Django's own shape
        if not sql.startswith(_HARMLESS) and not any(f'"{table}"' in sql for table in _OF_THE_SESSION):
            writes.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield writes


@contextmanager
def undone() -> Iterator[list[str]]:
    """Whatever happens inside is noted, and taken back at the end."""
    with transaction.atomic():
        with noted() as writes:
            yield writes
        transaction.set_rollback(True)
