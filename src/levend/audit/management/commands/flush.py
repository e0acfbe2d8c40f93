"""Emptying a database goes through the door, because on SQLite it deletes row by row.

PostgreSQL empties tables with TRUNCATE, which no row trigger sees.
"""

from typing import Any

from django.core.management.commands.flush import Command as DjangoFlush
from django.db import transaction

from levend.audit.immutable import erasure_door


class Command(DjangoFlush):
    # Django's own signature of handle() takes untyped options.
    def handle(self, **options: Any) -> None:
        with (
            transaction.atomic(using=options["database"]),
            erasure_door(reason="flush", using=options["database"]),
        ):
            super().handle(**options)
