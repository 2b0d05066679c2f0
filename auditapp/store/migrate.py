"""Bringing an older file to this program's revision: Alembic in process, and a step like any other.

A migration is one real transaction: on failure nothing of it stays. The cells before and after are
compared and every difference becomes a ``change`` of a step ``migrate``, so verify and merge
understand it. Alembic is imported only when a migration is due.
"""

from __future__ import annotations

import logging
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from auditapp.errors import UserError
from auditapp.store import capture, driver
from auditapp.store.backup import BackupReason, Backups, file_size, sync_folder
from auditapp.store.encoding import CellChange, encode_args
from auditapp.store.journal import Journal
from auditapp.store.op import uuid7
from auditapp.store.stamps import next_stamp
from auditapp.store.tables import Tables, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection as SaConnection

    from auditapp.store.backup import BackupInfo

HEAD_REVISION: Final = "0004"
REVISIONS: Final = ("0001", "0002", "0003", "0004")
"""Every revision that this program knows, oldest first (a test compares them with Alembic's)."""
MIGRATE: Final = "migrate"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which revisions there are and where; tests bring plans of their own."""

    folder: Path | None = None
    revisions: tuple[str, ...] = REVISIONS

    @property
    def head(self) -> str:
        """The newest revision."""
        return self.revisions[-1]


SHIPPED: Final = Plan()


def revision_of(connection: driver.Connection) -> str:
    """The revision that a file has; empty when it says none. Needs no Alembic."""
    table = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    if table is None:
        return ""
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(rows[0][0]) if len(rows) == 1 else ""


def peek(path: Path) -> tuple[str, int]:
    """The revision of a file and the number of its drafts, without opening it for writing.

    Raises UserError for what is no audit file, ``file_damaged``.
    """
    driver.require_audit(path)
    try:
        with closing(driver.open_reader(path)) as connection:
            drafts = connection.execute("SELECT count(*) FROM draft").fetchone()
            return revision_of(connection), int(drafts[0])
    except driver.Error as error:
        raise driver.explain(error, path) or UserError("file_damaged", path=path.name) from error


def upgrade_file(
    connection: driver.Connection,
    path: Path,
    backup_dir: Path | None,
    *,
    plan: Plan = SHIPPED,
) -> driver.Connection:
    """Migrate an open file after a verified backup; returns the connection to go on with.

    Raises UserError ``newer_file``, ``file_damaged``, ``disk_full``, or ``migration_failed`` after
    the file is again what it was.
    """
    _require_known(connection, path, plan)
    if driver.integrity_errors(connection):
        raise UserError("file_damaged", path=path.name)
    saved = _back_up(connection, path, backup_dir)
    before = read_tables(connection)
    revision = revision_of(connection)
    try:
        upgrade(connection, plan=plan)
    except Exception as error:
        _log.exception("migration from revision %s failed", revision)
        known = _environment_fault(error, path)
        if _is_as_before(connection, revision, before):
            raise known or UserError("migration_failed", path=path.name) from error
        connection.close()
        if saved is not None:
            _put_back(*saved, path)
        raise UserError("migration_failed", path=path.name) from error
    return connection


def upgrade_copy(
    connection: driver.Connection, path: Path, *, plan: Plan = SHIPPED
) -> driver.Connection:
    """A copy in memory at this program's revision, for commands that only read; closes the first.

    Raises UserError ``newer_file``, ``file_damaged`` or ``migration_failed``.
    """
    with closing(connection):
        _require_known(connection, path, plan)
        memory = driver.open_memory()
        driver.copy_into(connection, memory)
    try:
        upgrade(memory, plan=plan)
    except Exception as error:
        memory.close()
        _log.exception("migration of a copy in memory failed")
        raise UserError("migration_failed", path=path.name) from error
    return memory


def upgrade(
    connection: driver.Connection, *, plan: Plan = SHIPPED, now: datetime | None = None
) -> None:
    """Run the revisions that are due and journal what they changed, in one transaction.

    Nothing to do: nothing is written. A file without any revision becomes an empty one.
    """
    before_revision = revision_of(connection)
    if before_revision == plan.head:
        return
    before = read_tables(connection)
    # Inside a transaction this pragma would do nothing.
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with _transaction(connection) as sa:
            run_alembic(sa, plan)
            if before_revision:
                _journal(connection, before, (before_revision, plan.head), now)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                msg = f"the migration broke {len(broken)} foreign keys"
                raise RuntimeError(msg)
    finally:
        if not connection.in_transaction:
            connection.execute("PRAGMA foreign_keys=ON")


def run_alembic(connection: SaConnection, plan: Plan) -> None:
    """Alembic's ``upgrade`` on a connection whose transaction is already open."""
    from alembic import command
    from alembic.config import Config

    folder = plan.folder or resources.files("auditapp.store") / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, plan.head)


class _transaction:  # noqa: N801  (reads like the context manager that it is)
    """``BEGIN IMMEDIATE … COMMIT`` by SQLAlchemy on our connection, rolled back on any error."""

    def __init__(self, connection: driver.Connection) -> None:
        self._engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        event.listen(self._engine, "begin", _begin_immediate)

    def __enter__(self) -> SaConnection:
        self._sa = self._engine.connect()
        self._running = self._sa.begin()
        return self._sa

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._running.commit()
            else:
                self._running.rollback()
        finally:
            # The pool is static: closing gives the connection back and leaves it open.
            self._sa.close()


def _begin_immediate(connection: SaConnection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _journal(
    connection: driver.Connection,
    before: Tables,
    revisions: tuple[str, str],
    now: datetime | None,
) -> None:
    changes = list(differences(before, read_tables(connection)))
    journal = Journal(connection, revisions[1])
    stamp = next_stamp(now or datetime.now(UTC), journal.last_at)
    journal.prepare(
        at=stamp,
        actor_id=None,
        op=MIGRATE,
        args=encode_args({"from": revisions[0], "to": revisions[1]}),
        gesture=uuid7().bytes,
        undoes=None,
        changes=changes,
    )


def differences(before: Tables, after: Tables) -> Iterator[CellChange]:
    """Every cell that differs, as changes of a step."""
    for table in sorted(before.keys() | after.keys()):
        old_rows, new_rows = before.get(table, {}), after.get(table, {})
        for row_id in sorted(old_rows.keys() | new_rows.keys()):
            old, new = old_rows.get(row_id), new_rows.get(row_id)
            kind = capture.INSERT if old is None else capture.DELETE if new is None else "update"
            was, is_now = old or {}, new or {}
            for name in sorted(was.keys() | is_now.keys()):
                one, other = was.get(name), is_now.get(name)
                if not capture.same_cell(one, other):
                    yield capture.make_change(table, row_id, kind, name, one, other)


def _require_known(connection: driver.Connection, path: Path, plan: Plan) -> None:
    revision = revision_of(connection)
    if not revision:
        raise UserError("file_damaged", path=path.name)
    if revision not in plan.revisions:
        raise UserError("newer_file", path=path.name)


def _back_up(
    connection: driver.Connection, path: Path, backup_dir: Path | None
) -> tuple[Backups, BackupInfo] | None:
    row = connection.execute("SELECT id FROM audit").fetchone()
    if backup_dir is None or row is None:
        return None
    backups = Backups(backup_dir, UUID(bytes=row[0]))
    info = backups.make(
        lambda: nullcontext(connection), BackupReason.MIGRATION, cap=2 * file_size(path)
    )
    return backups, info


def _is_as_before(connection: driver.Connection, revision: str, before: Tables) -> bool:
    try:
        return (
            revision_of(connection) == revision
            and not driver.integrity_errors(connection)
            and read_tables(connection) == before
        )
    except driver.Error:
        return False


def _put_back(backups: Backups, info: BackupInfo, path: Path) -> None:
    fresh = path.with_name(path.name + ".restored")
    fresh.unlink(missing_ok=True)
    backups.assemble(info, fresh)
    # First the journal: it belongs to the file that goes, and must never be played on the new one.
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
    fresh.replace(path)
    sync_folder(path.parent)


def _environment_fault(error: Exception, path: Path) -> UserError | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, driver.Error):
        return driver.explain(original, path)
    return None
