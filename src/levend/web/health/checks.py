"""What an installation needs to do its work, each looked at by using it."""

import logging
import secrets
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from levend.jobs import queries

logger = logging.getLogger("levend.health")

_applied: set[str] = set()


@dataclass
class Report:
    """`failing` holds the names of what does not work, the rest is in seconds and numbers."""

    failing: list[str] = field(default_factory=list)
    heartbeat_age: float | None = None
    waiting: int | None = None
    oldest_waiting: float | None = None


def examine() -> Report:
    """Look at everything; what needs the database is not asked when the database does not answer."""
    report = Report()
    if not storage_takes_a_file():
        report.failing.append("storage")
    if not database_answers():
        report.failing.append("database")
        return report
    if not migrations_are_applied():
        report.failing.append("migrations")
        return report
    work = queries.condition()
    report.heartbeat_age, report.waiting, report.oldest_waiting = (
        work.heartbeat_age,
        work.waiting,
        work.oldest_waiting,
    )
    if not work.worker_is_alive:
        report.failing.append("worker")
    if not work.work_moves_on:
        report.failing.append("jobs")
    return report


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("The database does not answer.")
        return False
    return True


def migrations_are_applied() -> bool:
    """Whether the tables are those of this code. Asked until it is so: what is applied stays applied."""
    database = str(connection.settings_dict["NAME"])
    if database not in _applied:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _applied.add(database)
    return True


def storage_takes_a_file() -> bool:
    """Write, read and take away a few bytes; a storage may report that it is there and still be full."""
    content = secrets.token_bytes(16)
    try:
        name = default_storage.save(f"health/{content.hex()}", ContentFile(content))
        with default_storage.open(name) as file:
            same = bool(file.read() == content)
        default_storage.delete(name)
    except OSError:
        logger.exception("The storage does not take a file.")
        return False
    return same
