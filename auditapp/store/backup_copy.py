"""Copying an audit file's tables into a backup: at once, or in slices that let others go first.

The journal is most of an audit and only grows, so its rows can be copied a few thousand at a time
while ops are done in between; what is left, and all other tables, follow in one short read. An
erasing step that came in between makes the slices worthless: the copy begins anew, at once.
"""

from __future__ import annotations

import re
import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from auditapp.store import driver
from auditapp.store.chain import ERASE
from auditapp.store.tables import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Source = Callable[[], AbstractContextManager[driver.Connection]]
    Check = Callable[[], None]

SLICE: Final = 2_000
"""Rows of the journal in one slice: some 5 ms."""
_PAUSE: Final = 0.003
"""Seconds between slices, at least: a lock has no queue, and whoever waits must get it."""
_CACHE_KB: Final = 32_000
_GROWS: Final[tuple[str, ...]] = ("step", "change")
_MAKE_TABLE: Final = re.compile(r"CREATE TABLE\s+", re.IGNORECASE)


def copy_tables(source: Source, target: Path, check: Check | None = None) -> None:
    """All tables but ``blob``, and what is needed to put the file together as facts.

    With ``check``, called between slices (it may raise to give up), the journal is copied in
    slices; without, everything in one read, for when nobody waits.
    """
    if not _copy(source, target, check):
        # A new file: the pages of the first one hold what was erased.
        _copy(source, target, None)


def _copy(source: Source, target: Path, check: Check | None) -> bool:
    """False when something was erased between the slices."""
    target.unlink(missing_ok=True)
    done: dict[str, int] = dict.fromkeys(_GROWS, 0)
    with source() as connection, _beside(connection, target):
        _make(connection)
        newest = connection.execute("SELECT coalesce(max(rowid), 0) FROM main.step").fetchone()[0]
    if check is not None:
        _copy_in_slices(source, target, done, check)
    with source() as connection, _beside(connection, target):
        if _erased_since(connection, newest):
            return False
        for table in _tables(connection):
            name = quoted(table)
            # Without a condition SQLite copies page by page what is laid out alike.
            rest = f" WHERE rowid > {done[table]}" if done.get(table) else ""
            connection.execute(f"INSERT INTO backup.{name} SELECT * FROM main.{name}{rest}")
        connection.execute(
            "INSERT INTO backup.backup_fact SELECT 'blob', sha256,"
            " CAST(sum(length(piece)) AS TEXT) FROM main.blob GROUP BY sha256"
        )
    return True


@contextmanager
def attached(connection: driver.Connection, path: Path) -> Generator[list[str]]:
    """Another database beside the open one, as ``backup``; yields the names of its tables."""
    # Rows are copied table by table: references hold again at the end, and are checked then.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("ATTACH DATABASE ? AS backup", (str(path),))
    try:
        rows = connection.execute(
            "SELECT name FROM backup.sqlite_master WHERE type = 'table'"
            " AND name <> 'backup_fact' ORDER BY name"
        ).fetchall()
        yield [row[0] for row in rows]
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH DATABASE backup")
        connection.execute("PRAGMA foreign_keys=ON")


def facts(path: Path, kind: str) -> list[tuple[str, str]]:
    """Name and value of each fact of a kind that a backup holds about itself."""
    with closing(driver.open_reader(path)) as connection:
        return connection.execute(
            "SELECT name, value FROM backup_fact WHERE kind = ? ORDER BY name", (kind,)
        ).fetchall()


@contextmanager
def _beside(connection: driver.Connection, target: Path) -> Generator[None]:
    with attached(connection, target):
        # Nobody sees the copy before it is whole, checked and synced.
        connection.execute("PRAGMA backup.journal_mode=OFF").fetchall()
        connection.execute("PRAGMA backup.synchronous=OFF")
        connection.execute(f"PRAGMA backup.cache_size=-{_CACHE_KB}")
        connection.execute("BEGIN")
        yield
        connection.execute("COMMIT")


def _make(connection: driver.Connection) -> None:
    ddl = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
        " AND type IN ('table', 'index') ORDER BY type DESC, name"
    ).fetchall()
    connection.execute(
        "CREATE TABLE backup.backup_fact (kind TEXT NOT NULL, name TEXT NOT NULL,"
        " value TEXT NOT NULL)"
    )
    for n, (kind, name, sql) in enumerate(ddl):
        connection.execute("INSERT INTO backup.backup_fact VALUES ('ddl', ?, ?)", (f"{n:04}", sql))
        if kind == "table" and name != "blob" and not name.startswith("sqlite_"):
            connection.execute(_MAKE_TABLE.sub("CREATE TABLE backup.", sql, count=1))


def _tables(connection: driver.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM backup.sqlite_master WHERE type = 'table' AND name <> 'backup_fact'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return [row[0] for row in rows]


def _copy_in_slices(source: Source, target: Path, done: dict[str, int], check: Check) -> None:
    nobody = threading.Event()
    for table in _GROWS:
        name = quoted(table)
        while True:
            check()
            started = time.perf_counter()
            with source() as connection:
                end = _end_of_slice(connection, name, done[table])
                if end is None:
                    break
                with _beside(connection, target):
                    connection.execute(
                        f"INSERT INTO backup.{name} SELECT * FROM main.{name}"
                        " WHERE rowid > ? AND rowid <= ?",
                        (done[table], end),
                    )
                done[table] = end
            nobody.wait(max(_PAUSE, time.perf_counter() - started))


def _end_of_slice(connection: driver.Connection, name: str, after: int) -> int | None:
    """The last row of a full slice; None when less than a slice is left."""
    row = connection.execute(
        f"SELECT rowid FROM main.{name} WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?",
        (after, SLICE - 1),
    ).fetchone()
    return None if row is None else row[0]


def _erased_since(connection: driver.Connection, step: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM main.step WHERE rowid > ? AND op = ? LIMIT 1", (step, ERASE)
    ).fetchone()
    return row is not None
