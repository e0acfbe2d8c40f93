"""Tables whose rows stay as they were written, enforced by the database itself.

A migration lists `refuse_changes("table")` after the operation that makes the table, and depends on
("audit", "0001_initial"), where the door below is made:

    operations = [
        migrations.CreateModel(...),
        refuse_changes("profiles_frozencontent"),
        refuse_changes("formats_formatversion", when_sql="OLD.published_at IS NOT NULL"),
    ]

From then on UPDATE and DELETE of such rows raise django.db.IntegrityError on SQLite and PostgreSQL alike.
SQLite drops a table's triggers when Django rebuilds the table to change a column, so a migration that alters
a protected table repeats the operation as its last one; a test compares every declared table with the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

DOOR_TABLE = "audit_erasure_door"
FUNCTION = "levend_refuse_change"


class RefuseChanges(migrations.RunPython):
    """The migration operation; `table` and `when_sql` stay readable for tests."""

    def __init__(self, table: str, when_sql: str = "") -> None:
        self.table = table
        self.when_sql = when_sql
        super().__init__(self._install, self._remove, elidable=False)

    def deconstruct(self) -> tuple[str, list[str], dict[str, str]]:
        """Name the operation by its own arguments, so that squashing keeps them."""
        return (
            self.__class__.__name__,
            [],
            {"table": self.table, "when_sql": self.when_sql},
        )

    def describe(self) -> str:
        return f"Refuse changes of rows in {self.table}"

    def _install(self, apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        self._remove(apps, schema_editor)
        make = (
            _postgresql_statements if schema_editor.connection.vendor == "postgresql" else _sqlite_statements
        )
        for statement in make(self.table, self.when_sql):
            schema_editor.execute(statement, params=None)

    def _remove(self, apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f'DROP TRIGGER IF EXISTS "{trigger_name(self.table)}" ON "{self.table}"',
                params=None,
            )
            return
        for event in ("update", "delete"):
            schema_editor.execute(
                f'DROP TRIGGER IF EXISTS "{trigger_name(self.table)}_{event}"',
                params=None,
            )


def refuse_changes(table: str, when_sql: str = "") -> RefuseChanges:
    """Refuse UPDATE and DELETE of the table's rows.

    `when_sql` narrows it to rows for which the SQL condition on OLD holds (same text on both databases).
    """
    return RefuseChanges(table, when_sql)


def trigger_name(table: str) -> str:
    return f"{table}_kept"


@contextmanager
def erasure_door(*, reason: str, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Let this one transaction change protected rows: the only way in, for erasing personal data.

    The row that opens the door is taken away before the transaction commits, so no other connection ever sees
    the door open, and a failure rolls it back. The caller records why in the audit log.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("INSERT INTO audit_erasure_door (reason) VALUES (%s)", [reason[:200]])
        yield
        cursor.execute("DELETE FROM audit_erasure_door")


def protected_tables(using: str = DEFAULT_DB_ALIAS) -> frozenset[str]:
    """The tables that refuse changes in the database as it is now."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                " WHERE t.tgname = c.relname || '_kept'"
            )
            return frozenset(str(row[0]) for row in cursor.fetchall())
        cursor.execute(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_kept_update'"
        )
        updates = {str(row[0]) for row in cursor.fetchall()}
        cursor.execute(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_kept_delete'"
        )
        return frozenset(updates & {str(row[0]) for row in cursor.fetchall()})


def door_statements() -> tuple[str, ...]:
    """The door's table. It has no model, so that emptying all tables of all models leaves it alone."""
    return ("CREATE TABLE audit_erasure_door (reason varchar(200) NOT NULL)",)


def function_statement() -> str:
    """The trigger function of PostgreSQL, where a trigger's condition may not look into another table."""
    return f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {DOOR_TABLE}) THEN
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'levend: rows of % are kept as written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$"""  # noqa: S608  (fixed names)


def _postgresql_statements(table: str, when_sql: str) -> tuple[str, ...]:
    condition = f" WHEN ({when_sql})" if when_sql else ""
    return (
        f"""CREATE TRIGGER "{trigger_name(table)}" BEFORE UPDATE OR DELETE ON "{table}"
        FOR EACH ROW{condition} EXECUTE FUNCTION {FUNCTION}()""",
    )


def _sqlite_statements(table: str, when_sql: str) -> tuple[str, ...]:
    condition = f" AND ({when_sql})" if when_sql else ""
    return tuple(
        f'CREATE TRIGGER "{trigger_name(table)}_{event}" BEFORE {event.upper()} ON "{table}" FOR EACH ROW'  # noqa: S608  (names from migrations)
        f" WHEN NOT EXISTS (SELECT 1 FROM {DOOR_TABLE}){condition}"
        f" BEGIN SELECT RAISE(ABORT, 'levend: rows of {table} are kept as written'); END"
        for event in ("update", "delete")
    )
