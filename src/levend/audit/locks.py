"""One process links at a time."""

from django.db import connection, transaction

_CHAIN = 4_617_282_006
"""Our own number for PostgreSQL's advisory lock."""


def lock_chain() -> None:
    """Wait until nobody else links, until this transaction ends. Nothing else waits for this lock.

    SQLite needs none: there a transaction that writes is alone.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The chain is locked until the end of a transaction.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN])
