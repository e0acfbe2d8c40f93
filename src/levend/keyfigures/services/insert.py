"""Writing very many figures at once."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice

from django.db import connection

from levend.keyfigures.models import KeyFigure
from levend.keyfigures.values import Counted

_FIELDS = (
    "location",
    "kind",
    "value",
    "is_under_five",
    "reference_date",
    "source",
    "source_detail",
    "imported_at",
)
AT_ONCE = 20_000


def insert_counts(
    counts: Iterable[tuple[int, Counted]], *, kind: str, source: str, detail: str, at: datetime
) -> None:
    """Insert figures, each with the key of its location, inside the caller's transaction.

    A country has three hundred thousand of them: made as objects of the model one by one they take three times as
    long. The constraints of the table judge them all the same.
    """
    quote, operations = connection.ops.quote_name, connection.ops
    meta = KeyFigure._meta  # noqa: SLF001  (Django's documented way to a table)
    names = {field.name: field.column for field in meta.concrete_fields}
    columns = ", ".join(quote(str(names[name])) for name in _FIELDS)
    places = ", ".join(["%s"] * len(_FIELDS))
    moment = operations.adapt_datetimefield_value(at)
    days: dict[date, str | None] = {}
    rows = (
        (
            location_id,
            kind,
            counted.value,
            counted.value is None,
            days.get(counted.reference_date)
            or days.setdefault(
                counted.reference_date, operations.adapt_datefield_value(counted.reference_date)
            ),
            source,
            detail,
            moment,
        )
        for location_id, counted in counts
    )
    sql = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608  (names of our own table)
    with connection.cursor() as cursor:
        while part := list(islice(rows, AT_ONCE)):
            cursor.executemany(sql, part)
