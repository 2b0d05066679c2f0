"""Backups in the user's data folder: what changed is copied, pictures once for all of them.

``<folder>/<audit id>/<time>-<reason>.backup`` is a small database with all tables but ``blob``,
copied row by row in one read; ``<folder>/blobs/<sha256>`` holds each blob once, for every backup of
every audit. A backup is checked after writing. Nothing lies beside the audit file.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.store import driver
from auditapp.store.backup_copy import attached, copy_tables, facts
from auditapp.store.blobs import PIECE
from auditapp.store.erasing import erase_cells
from auditapp.store.tables import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from auditapp.store.backup_copy import Check, Source
    from auditapp.store.chain import Named

SUFFIX: Final = ".backup"
BLOBS: Final = "blobs"
_PART: Final = ".part"
_STAMP: Final = "%Y%m%dT%H%M%S%fZ"
_NAME: Final = re.compile(r"(\d{8}T\d{12}Z)-([a-z]+)\.backup\Z")
_OURS: Final = frozenset({"disk_full", "read_only_folder", "disk_error", "backup_failed"})
"""Faults of the backup's folder, though the audit file's connection met them."""
_GRACE_SECONDS: Final = 3600
"""Blobs younger than this are never swept: another program may be writing its backup."""


class BackupReason(StrEnum):
    """Why a backup was made."""

    CLOSE = "close"
    TIME = "time"
    MIGRATION = "migration"
    MERGE = "merge"
    ERASE = "erase"
    WISH = "wish"


_REASONS: Final = frozenset(reason.value for reason in BackupReason)


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup that is there; ``damaged`` names blobs whose bytes were wrong in the audit file."""

    path: Path
    at: datetime
    reason: BackupReason
    size: int
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupPolicy:
    """When a backup is due while a file is open, and when it closes."""

    every: timedelta = timedelta(minutes=15)
    idle: timedelta = timedelta(seconds=5)

    def due(self, *, moved: bool, closing: bool, since_last: timedelta, idle: timedelta) -> bool:
        """On close and every 15 minutes if the journal moved, never while somebody types."""
        if not moved:
            return False
        return closing or (since_last >= self.every and idle >= self.idle)


class Backups:
    """The backups of one audit."""

    def __init__(self, folder: Path, audit_id: UUID) -> None:
        self._all = folder
        self._own = folder / str(audit_id)
        self._blobs = folder / BLOBS

    def make(
        self,
        source: Source,
        reason: BackupReason,
        *,
        cap: int | None = None,
        now: datetime | None = None,
        check: Check | None = None,
    ) -> BackupInfo:
        """Back up, check what was written, then thin and keep below ``cap`` bytes.

        ``source`` gives the connection for one short read (``AuditFile.raw_read``). ``check`` asks
        for short slices and is called between them; what it raises ends the backup without a
        trace. Raises UserError ``backup_failed`` when the folder cannot be written or the copy is
        not sound.
        """
        at = now or datetime.now(UTC)
        path = self._own / f"{at.strftime(_STAMP)}-{reason.value}{SUFFIX}"
        part = path.with_name(path.name + _PART)
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            self._blobs.mkdir(parents=True, exist_ok=True)
            self._sweep_parts()
            copy_tables(source, part, check)
            damaged = self._save_blobs(source, part, check)
            _require_sound(part)
            sync_file(part)
            part.replace(path)
            sync_folder(self._own)
        except BaseException as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            if not isinstance(error, OSError | driver.Error | UserError):
                raise
            if isinstance(error, UserError) and error.code not in _OURS:
                raise
            raise UserError("backup_failed", path=str(self._own)) from error
        info = BackupInfo(path, at, reason, path.stat().st_size, damaged)
        self.thin(cap=cap, now=at)
        return info

    def available(self) -> list[BackupInfo]:
        """Every backup of this audit, the newest first."""
        found: list[BackupInfo] = []
        for path in self._own.glob(f"*{SUFFIX}"):
            match = _NAME.match(path.name)
            if match is None or match[2] not in _REASONS:
                continue
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(BackupInfo(path, at, BackupReason(match[2]), path.stat().st_size))
        return sorted(found, key=lambda info: info.at, reverse=True)

    def thin(self, *, cap: int | None, now: datetime) -> list[BackupInfo]:
        """Drop what the policy and the cap leave out; never the newest. Returns what went."""
        backups = self.available()
        gone = superfluous(backups, now)
        kept = [info for info in backups if info not in gone]
        if cap is not None:
            gone += self._above(cap, kept)
        for info in gone:
            info.path.unlink(missing_ok=True)
        if gone:
            self._sweep_blobs()
        return gone

    def assemble(self, info: BackupInfo, target: Path) -> list[str]:
        """Write a backup as a whole audit file; returns the blobs that could not be found.

        Raises UserError ``file_exists``, ``backup_not_found``, ``backup_damaged``.
        """
        if target.exists():
            raise UserError("file_exists", path=target.name)
        if not info.path.exists():
            raise UserError("backup_not_found")
        connection = driver.create(target)
        try:
            missing = self._fill(connection, info)
            wrong = driver.integrity_errors(connection)
            driver.settle(connection)
        except driver.DatabaseError as error:
            connection.close()
            target.unlink(missing_ok=True)
            raise UserError("backup_damaged", name=info.path.name) from error
        except BaseException:
            connection.close()
            target.unlink(missing_ok=True)
            raise
        connection.close()
        if wrong:
            target.unlink(missing_ok=True)
            raise UserError("backup_damaged", name=info.path.name)
        return missing

    def erase(self, named: Named) -> int:
        """Take values and blobs out of every backup of this audit; returns how many it touched.

        A file restored from one of them repeats the erasing steps.
        """
        backups = self.available()
        for info in backups:
            with closing(driver.open_writer(info.path)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                erase_cells(connection, named.cells)
                connection.executemany(
                    "DELETE FROM backup_fact WHERE kind = 'blob' AND name = ?",
                    ((sha256,) for sha256 in named.blobs),
                )
                connection.executemany(
                    "INSERT INTO backup_fact SELECT 'erasure', '', ?"
                    " WHERE NOT EXISTS (SELECT 1 FROM step WHERE op = 'erase' AND args = ?)",
                    ((args, args) for args in named.args),
                )
                connection.execute("COMMIT")
                connection.execute("VACUUM")
                driver.settle(connection)
        if named.blobs:
            # Another audit may hold the same bytes in its own right.
            wanted = self._blobs_in_use()
            for sha256 in named.blobs:
                if wanted is not None and sha256 not in wanted:
                    (self._blobs / sha256).unlink(missing_ok=True)
        return len(backups)

    def erasures(self, info: BackupInfo) -> list[str]:
        """What was erased from a backup after it was made: the arguments of the erasing steps."""
        return [args for _, args in facts(info.path, "erasure")]

    # -- inside -------------------------------------------------------------------------------

    def _sweep_parts(self) -> None:
        for path in self._own.glob(f"*{_PART}*"):
            path.unlink(missing_ok=True)

    def _save_blobs(self, source: Source, part: Path, check: Check | None) -> tuple[str, ...]:
        damaged: list[str] = []
        for sha256, size in facts(part, "blob"):
            if check is not None:
                check()
            if not self._save_blob(source, sha256, int(size)):
                damaged.append(sha256)
        return tuple(damaged)

    def _save_blob(self, source: Source, sha256: str, size: int) -> bool:
        path = self._blobs / sha256
        if path.exists() and path.stat().st_size == size:
            os.utime(path)
            return True
        fresh = path.with_name(f"{sha256}.{os.getpid()}{_PART}")
        digest = hashlib.sha256()
        with fresh.open("wb") as stream:
            for piece in _pieces(source, sha256):
                digest.update(piece)
                stream.write(piece)
            stream.flush()
            os.fsync(stream.fileno())
        if digest.hexdigest() != sha256:
            fresh.unlink()
            return False
        fresh.replace(path)
        return True

    def _above(self, cap: int, kept: Sequence[BackupInfo]) -> list[BackupInfo]:
        gone: list[BackupInfo] = []
        total = 0
        counted: set[str] = set()
        for rank, info in enumerate(kept):
            try:
                known = facts(info.path, "blob")
            except driver.Error:
                known = []
            blobs = [fact for fact in known if fact[0] not in counted]
            total += info.size + sum(int(size) for _, size in blobs)
            counted.update(sha256 for sha256, _ in blobs)
            if rank and total > cap:
                gone = list(kept[rank:])
                break
        return gone

    def _blobs_in_use(self) -> set[str] | None:
        """What any backup of any audit needs; None when one of them cannot be read."""
        wanted: set[str] = set()
        try:
            for path in self._all.glob(f"*/*{SUFFIX}"):
                wanted.update(name for name, _ in facts(path, "blob"))
        except driver.Error:
            return None
        return wanted

    def _sweep_blobs(self) -> None:
        wanted = self._blobs_in_use()
        if wanted is None:
            return
        oldest = time.time() - _GRACE_SECONDS
        for path in self._blobs.iterdir():
            if path.name not in wanted and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _fill(self, connection: driver.Connection, info: BackupInfo) -> list[str]:
        missing: list[str] = []
        with attached(connection, info.path) as tables:
            connection.execute("BEGIN IMMEDIATE")
            for (sql,) in connection.execute(
                "SELECT value FROM backup.backup_fact WHERE kind = 'ddl' ORDER BY name"
            ).fetchall():
                connection.execute(sql)
            for table in tables:
                name = quoted(table)
                connection.execute(f"INSERT INTO main.{name} SELECT * FROM backup.{name}")
            for sha256, _ in connection.execute(
                "SELECT name, value FROM backup.backup_fact WHERE kind = 'blob' ORDER BY name"
            ).fetchall():
                if not self._load_blob(connection, sha256):
                    missing.append(sha256)
            connection.execute("COMMIT")
        return missing

    def _load_blob(self, connection: driver.Connection, sha256: str) -> bool:
        digest = hashlib.sha256()
        try:
            with (self._blobs / sha256).open("rb") as stream:
                n = 0
                while (piece := stream.read(PIECE)) or n == 0:
                    digest.update(piece)
                    connection.execute(
                        "INSERT INTO blob (sha256, n, piece) VALUES (?, ?, ?)", (sha256, n, piece)
                    )
                    n += 1
        except FileNotFoundError:
            return False
        if digest.hexdigest() != sha256:
            connection.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))
            return False
        return True


def superfluous(backups: Sequence[BackupInfo], now: datetime) -> list[BackupInfo]:
    """What thinning drops: all of the last day stay, then one a day for two weeks, one a week for
    two months, one a month after that; always the newest of each, and the newest of all."""
    gone: list[BackupInfo] = []
    seen: set[tuple[str, object]] = set()
    for info in sorted(backups, key=lambda one: one.at, reverse=True)[1:]:
        age = now - info.at
        if age <= timedelta(days=1):
            continue
        if age <= timedelta(days=14):
            slot: tuple[str, object] = ("day", info.at.date())
        elif age <= timedelta(days=61):
            slot = ("week", info.at.isocalendar()[:2])
        else:
            slot = ("month", (info.at.year, info.at.month))
        if slot in seen:
            gone.append(info)
        seen.add(slot)
    return gone


def file_size(path: Path) -> int:
    """The size of a file in bytes; 0 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def sync_file(path: Path) -> None:
    """Make a written file survive a power cut."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Make a new or renamed entry of a folder survive a power cut (where the system can)."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _pieces(source: Source, sha256: str) -> Iterable[bytes]:
    n = 0
    while True:
        with source() as connection:
            row = connection.execute(
                "SELECT piece FROM blob WHERE sha256 = ? AND n = ?", (sha256, n)
            ).fetchone()
        if row is None:
            return
        yield bytes(row[0])
        n += 1


def _require_sound(path: Path) -> None:
    with closing(driver.open_reader(path)) as connection:
        wrong = driver.integrity_errors(connection)
    if wrong:
        raise UserError("backup_failed", path=str(path.parent))
