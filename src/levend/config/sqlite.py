"""Use the SQLite that ships with pysqlite3 where there is one.

Debian 12's own SQLite (3.40) can corrupt a database in WAL mode when two connections write and
checkpoint at the same instant; 3.51.3 and later cannot (SQLite's release notes of March 2026).
There is no wheel for ARM: there the system's own is used, with one process.
"""

import sys

SAFE_WITH_SEVERAL_PROCESSES = (3, 51, 3)


def use_bundled_sqlite() -> None:
    """Let every later `import sqlite3` find the bundled one."""
    try:
        import pysqlite3
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def is_safe_with_several_processes() -> bool:
    """Whether this SQLite may be written by more than one process in WAL mode."""
    import sqlite3

    return sqlite3.sqlite_version_info >= SAFE_WITH_SEVERAL_PROCESSES
