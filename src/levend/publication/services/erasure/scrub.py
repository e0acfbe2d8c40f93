"""Taking what was erased out of the database's own file."""

from django.db import connection

ATTEMPTS = 3


class StillInUse(Exception):
    """Somebody reads the database for longer than we wait; a later attempt will do."""


def scrub_database() -> None:
    """Write the embedded database anew, so that no page of its file keeps what was erased.

    SQLite leaves old texts in pages that it does not use any more, and in its journal. Must run outside any transaction.
    PostgreSQL takes dead rows away by itself; its own journal and backups go by the operator's terms
    (docs/operations.md). Raises `StillInUse`.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        for _attempt in range(ATTEMPTS):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_pages = cursor.fetchone()
            if not busy:
                return
    raise StillInUse
