"""Locks on the profile row: savers share it, freezing has it alone.

So a save that was acknowledged is in the frozen text, or came after it and was refused. SQLite has no row locks and
needs none: there every transaction of ours begins IMMEDIATE, and writers stand in one queue.
"""

from django.db import connection, transaction
from django.db.models import QuerySet

from levend.core.errors import NotFound
from levend.profiles.models import SupportProfile

FOR_SAVING = (
    "format_version__sha256",
    "locked_sha256",
    "locked_at",
    "locked_by_name",
    "location__school__board_id",
)
"""What `rules` and reading an answer look at: a saver holds its lock for as short as can be."""


def lock_shared(profile_id: int) -> SupportProfile:
    """The profile, which nobody can freeze until this transaction ends. Raises `NotFound`."""
    _require_transaction()
    if connection.vendor == "postgresql":
        # Two statements: what the wait was for is seen by the second one only (read committed).
        _lock(profile_id, "FOR SHARE")
    return _load(SupportProfile.objects.select_related("format_version").only(*FOR_SAVING), profile_id)


def lock_exclusive(profile_id: int) -> SupportProfile:
    """The profile, whose answers nobody can save until this transaction ends. Raises `NotFound`."""
    _require_transaction()
    if connection.vendor == "postgresql":
        _lock(profile_id, "FOR UPDATE")
    return _load(SupportProfile.objects.all(), profile_id)


def _lock(profile_id: int, strength: str) -> None:
    table = "profiles_supportprofile"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} WHERE id = %s {strength}", [profile_id])  # noqa: S608  (fixed words)


def _load(profiles: QuerySet[SupportProfile], profile_id: int) -> SupportProfile:
    try:
        return profiles.select_related("location__school").get(pk=profile_id)
    except SupportProfile.DoesNotExist:
        raise NotFound(str(profile_id)) from None


def _require_transaction() -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A profile is locked until the end of a transaction.")
