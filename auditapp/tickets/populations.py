"""Where populations lie: one DuckDB file each beside the audit file, found by the id inside.

``NAME.tickets``, ``NAME.2.tickets`` … belong to ``NAME.audit``; another name does no harm, as long
as the file lies in the same folder. A new population is written as ``NAME.tickets.ID.part`` and
gets its name when a step of the audit knows it. So a crash between the two leaves a part that the
next opening finishes (a step knows it) or sweeps (none does); files that have their name are never
swept, only :meth:`TicketFiles.compact` deletes those that nothing refers to any more.
"""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.tickets.database import close, columns_of, connect
from auditapp.tickets.fields import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Generator
    from pathlib import Path

    from auditapp.tickets.database import Connection

SUFFIX: Final = ".tickets"
FORMAT: Final = 1
_PART: Final = ".part"
_RAW: Final = ".raw"
_WAL: Final = ".wal"


@dataclass(frozen=True, slots=True)
class Swept:
    """What the sweep at opening did: populations that got their name, parts that were deleted."""

    finished: tuple[uuid.UUID, ...]
    removed: int


class TicketFiles:
    """The populations of one audit file. Holds no connection: each use opens and closes its own.

    Connections of one program to one file share their database, so reading goes on while rules run.
    """

    def __init__(self, audit_path: Path, audit_id: uuid.UUID) -> None:
        self._folder = audit_path.absolute().parent
        self._stem = audit_path.stem
        self._audit_id = audit_id
        self._found: dict[uuid.UUID, Path] = {}

    # -- finding and reading ------------------------------------------------------------------

    def find(self, population_id: uuid.UUID) -> Path | None:
        """The file of a population, None if it is not on this machine."""
        known = self._found.get(population_id)
        if known is not None and known.exists():
            return known
        self._found.pop(population_id, None)
        for path in self._candidates():
            if path not in self._found.values():
                self._look_into(path)
            if population_id in self._found:
                return self._found[population_id]
        return None

    @contextmanager
    def open(self, population_id: uuid.UUID) -> Generator[Connection]:
        """A connection to a population, closed at the end.

        Raises UserError ``tickets_not_here``, ``tickets_file_locked``, ``tickets_file_unreadable``.
        """
        path = self.find(population_id)
        if path is None:
            raise UserError("tickets_not_here")
        connection = connect(path)
        try:
            if read_id(connection) != population_id:
                self._found.pop(population_id, None)
                raise UserError("tickets_not_here")
            yield connection
        finally:
            close(connection)

    # -- making -------------------------------------------------------------------------------

    def part_path(self, population_id: uuid.UUID) -> Path:
        """Where a new population is written."""
        return self._folder / f"{self._stem}{SUFFIX}.{population_id.hex}{_PART}"

    def raw_path(self, population_id: uuid.UUID) -> Path:
        """Where the source is read into before anything is replaced; deleted right after."""
        return self._folder / f"{self._stem}{SUFFIX}.{population_id.hex}{_RAW}"

    def mark(self, connection: Connection, population_id: uuid.UUID, catalog: str) -> None:
        """Write the population's id into its file, attached as ``catalog``."""
        table = f"{catalog}.main.population"
        connection.execute(
            f"CREATE TABLE {table} (id VARCHAR, audit VARCHAR, format INTEGER, made VARCHAR)"
        )
        made = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?)",
            [population_id.hex, self._audit_id.hex, FORMAT, made],
        )

    def keep(self, population_id: uuid.UUID) -> Path:
        """Give a part its name, now that a step knows it."""
        part, target = self.part_path(population_id), self._free_name()
        part.replace(target)
        _sync(self._folder)
        self._found[population_id] = target
        return target

    def drop(self, population_id: uuid.UUID) -> None:
        """Delete what was written of a population that came to nothing."""
        for path in (self.part_path(population_id), self.raw_path(population_id)):
            _remove(path)

    def drop_raw(self, population_id: uuid.UUID) -> None:
        """Delete what the source was read into."""
        _remove(self.raw_path(population_id))

    # -- cleaning -----------------------------------------------------------------------------

    def sweep(self, known: Collection[uuid.UUID]) -> Swept:
        """At opening for writing: finish parts that a step knows, delete all others."""
        finished: list[uuid.UUID] = []
        removed = 0
        for path in sorted(self._folder.glob(f"{_escaped(self._stem)}{SUFFIX}.*")):
            found = _part_id(path, f"{self._stem}{SUFFIX}.")
            if found is None:
                continue
            if path.suffix == _PART and found in known:
                self.keep(found)
                finished.append(found)
            elif path.exists():
                _remove(path)
                removed += 1
        return Swept(tuple(finished), removed)

    def leftovers(self, referred: Collection[uuid.UUID]) -> tuple[Path, ...]:
        """Files of this audit's populations that nothing in the audit refers to any more."""
        for path in self._candidates():
            self._look_into(path)
        own = [path for path in self._candidates() if self._is_own_name(path)]
        return tuple(
            path
            for found, path in self._found.items()
            if path in own and found not in referred and self._audit_of(path) == self._audit_id
        )

    def compact(self, referred: Collection[uuid.UUID]) -> int:
        """Delete the leftovers for good; how many bytes that freed."""
        freed = 0
        for path in self.leftovers(referred):
            freed += path.stat().st_size
            _remove(path)
        self._found = {key: path for key, path in self._found.items() if path.exists()}
        return freed

    # -- inside -------------------------------------------------------------------------------

    def _candidates(self) -> list[Path]:
        every = self._folder.glob(f"*{SUFFIX}")
        return sorted(every, key=lambda path: (not self._is_own_name(path), path.name))

    def _is_own_name(self, path: Path) -> bool:
        middle = path.name.removesuffix(SUFFIX).removeprefix(self._stem)
        ours = path.name.startswith(self._stem) and path.name.endswith(SUFFIX)
        return ours and (not middle or (middle.startswith(".") and middle[1:].isdigit()))

    def _look_into(self, path: Path) -> None:
        try:
            connection = connect(path)
        except UserError:
            return
        try:
            found = read_id(connection)
        finally:
            close(connection)
        if found is not None:
            self._found[found] = path

    def _audit_of(self, path: Path) -> uuid.UUID | None:
        try:
            connection = connect(path)
        except UserError:
            return None
        try:
            row = connection.execute("SELECT audit FROM population").fetchone()
            return None if row is None else uuid.UUID(hex=str(row[0]))
        finally:
            close(connection)

    def _free_name(self) -> Path:
        first = self._folder / f"{self._stem}{SUFFIX}"
        number = 1
        while first.exists():
            number += 1
            first = self._folder / f"{self._stem}.{number}{SUFFIX}"
        return first


def copy_refused(connection: Connection) -> None:
    """Copy the tables of refused rows into the population attached as ``kept``."""
    for name in ("refused", *(f"{table.value}_refused" for table in Table)):
        if columns_of(connection, name):
            connection.execute(f"CREATE TABLE kept.main.{name} AS SELECT * FROM main.{name}")


def read_id(connection: Connection) -> uuid.UUID | None:
    """The id that a population's file holds; None for another database."""
    table = connection.execute(
        "SELECT 1 FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = 'population'"
        " AND column_name = 'id'"
    ).fetchone()
    if table is None:
        return None
    row = connection.execute("SELECT id FROM population").fetchone()
    try:
        return None if row is None else uuid.UUID(hex=str(row[0]))
    except ValueError:
        return None


def _part_id(path: Path, head: str) -> uuid.UUID | None:
    """The id in the name of a part, of a raw file, or of a log beside one."""
    rest = path.name.removeprefix(head).removesuffix(_WAL)
    digits, _, kind = rest.partition(".")
    if f".{kind}" not in (_PART, _RAW) or len(digits) != 32:
        return None
    try:
        return uuid.UUID(hex=digits)
    except ValueError:
        return None


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(path.name + _WAL).unlink(missing_ok=True)


def _escaped(stem: str) -> str:
    """A stem in which ``[``, ``*`` and ``?`` mean themselves in a pattern."""
    return "".join(f"[{sign}]" if sign in "[*?" else sign for sign in stem)


def _sync(folder: Path) -> None:
    """Make a new name durable, where the system lets a folder be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
