"""The analytical database of a population: the only file that imports DuckDB.

For the engine's builder: this is the reader's minimum; extend it, keep ``connect``, ``Connection``
and ``run``.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

MEMORY_LIMIT: Final = "1200MB"
_LOOK_EVERY: Final = 0.1


class Connection(Protocol):
    """What the rooms use of a DuckDB connection."""

    def execute(self, query: str, parameters: object = None, /) -> Connection:
        """Run a statement with its parameters."""
        ...

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows of the last statement."""
        ...

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row of the last statement."""
        ...

    def interrupt(self) -> None:
        """End what runs, from another thread."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


def connect(
    path: Path | None = None,
    *,
    memory_limit: str = MEMORY_LIMIT,
    threads: int | None = None,
    read_only: bool = False,
    temp_dir: Path | None = None,
) -> Connection:
    """Open a database with the safe settings; None = in memory.

    Nothing is ever downloaded. Rows keep their order (the reader counts rows by it).
    """
    import duckdb

    config: dict[str, Any] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": memory_limit,
        "preserve_insertion_order": "true",
    }
    if threads is not None:
        config["threads"] = threads
    if temp_dir is not None:
        config["temp_directory"] = str(temp_dir)
    target = ":memory:" if path is None else str(path)
    opened = cast("Any", duckdb).connect(target, read_only=read_only, config=config)
    opened.execute("SET enable_progress_bar = false")
    return cast("Connection", opened)


def quoted(name: str) -> str:
    """A name as an SQL identifier; the one function that makes them."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def interruptible(connection: Connection, progress: Progress) -> Generator[None]:
    """End what runs on the connection within a moment after the job was cancelled.

    Raises Cancelled then; a full disk or too little memory becomes a UserError.
    """
    import duckdb

    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(_LOOK_EVERY):
            if progress.cancelled:
                connection.interrupt()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise Cancelled from error
    except duckdb.OutOfMemoryException as error:
        raise UserError("tickets_memory") from error
    except duckdb.IOException as error:
        raise disk_error(str(error)) or error from error
    finally:
        ended.set()
        watcher.join()


def disk_error(said: str) -> UserError | None:
    """The sentence for a disk that is full, None for anything else that failed."""
    full = ("No space left", "File too large", "Disk quota", "Could not write")
    return UserError("disk_full") if any(words in said for words in full) else None


def run(
    connection: Connection, query: str, parameters: Sequence[object] = (), *, progress: Progress
) -> list[tuple[Any, ...]]:
    """Run one statement that can be cancelled; its rows."""
    progress.check()
    with interruptible(connection, progress):
        return connection.execute(query, list(parameters)).fetchall()
