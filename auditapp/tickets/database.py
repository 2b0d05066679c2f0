"""The one place that opens DuckDB: safe settings, limits, cancelling.

No extension is ever loaded or fetched by itself, and while rules run the engine can reach no
file but its own (``lock_down``).
"""

from __future__ import annotations

import contextlib
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    import duckdb

    from auditapp.jobs.progress import Progress

    Connection: TypeAlias = duckdb.DuckDBPyConnection

MEMORY_LIMIT: Final = "1500MB"
THREADS: Final = 0
LOOK_EVERY: Final = 0.1


def connect(
    path: Path | None = None,
    *,
    memory_limit: str = MEMORY_LIMIT,
    threads: int = THREADS,
    read_only: bool = False,
    temp: Path | None = None,
) -> Connection:
    """A connection to a tickets file, or to a database in memory.

    ``threads`` 0 = as many as the machine has. What does not fit into ``memory_limit`` is spilled
    into ``temp`` (default: beside the file; nowhere for a database in memory). Raises UserError
    ``tickets_file_unreadable`` for a file that is none of ours, ``tickets_file_locked`` for one
    that another program has open.
    """
    import duckdb as driver

    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "memory_limit": memory_limit,
        "preserve_insertion_order": False,
    }
    if threads > 0:
        config["threads"] = threads
    if temp is not None:
        config["temp_directory"] = str(temp)
    elif path is None:
        config["temp_directory"] = ""
    try:
        return driver.connect(":memory:" if path is None else str(path), read_only, config)
    except (driver.IOException, driver.CatalogException, driver.SerializationException) as error:
        name = "" if path is None else path.name
        code = "tickets_file_locked" if "lock" in str(error).lower() else "tickets_file_unreadable"
        raise UserError(code, file=name) from None


def lock_down(connection: Connection) -> None:
    """From here on the connection reads no other file and takes no other settings."""
    locked = connection.execute("SELECT current_setting('lock_configuration')").fetchone()
    if locked is not None and locked[0]:
        return
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


@contextmanager
def cancelling(connection: Connection, progress: Progress) -> Generator[None]:
    """Interrupts what runs on ``connection`` within a tenth of a second of a cancel.

    Raises :class:`Cancelled` in place of the engine's own error.
    """
    import duckdb as driver

    done = threading.Event()

    def watch() -> None:
        while not done.wait(LOOK_EVERY):
            if progress.cancelled:
                # Until the statement has really ended: an interrupt between two is lost.
                connection.interrupt()

    watcher = threading.Thread(target=watch, name="tickets-cancel", daemon=True)
    watcher.start()
    try:
        progress.check()
        yield
        progress.check()
    except driver.InterruptException:
        raise Cancelled from None
    except driver.OutOfMemoryException as error:
        full = "failed to offload" in str(error)
        raise UserError("tickets_disk_full" if full else "tickets_memory_full") from None
    except driver.IOException as error:
        if "space" not in str(error).lower():
            raise
        raise UserError("tickets_disk_full") from None
    finally:
        done.set()
        watcher.join()


def query(
    connection: Connection, sql: str, params: Mapping[str, object] | None = None
) -> list[tuple[Any, ...]]:
    """All rows of a statement; ``params`` by name, only those the statement names are passed."""
    if params is None:
        return connection.execute(sql).fetchall()
    return connection.execute(sql, dict(params)).fetchall()


def columns_of(connection: Connection, table: str, schema: str = "main") -> dict[str, str]:
    """Column → type of a table, empty if there is none."""
    found = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() "
        "WHERE table_name = $table AND schema_name = $schema",
        {"table": table, "schema": schema},
    ).fetchall()
    return {str(name): str(kind) for name, kind in found}


def close(connection: Connection) -> None:
    """Close; a connection that is closed already is no error."""
    with contextlib.suppress(Exception):
        connection.close()
