"""One open audit file: one writer connection, every change an op, every op a journalled step."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from auditapp.errors import UserError
from auditapp.store import capture, drafts, driver, undo
from auditapp.store.blobs import BlobStore
from auditapp.store.journal import Journal
from auditapp.store.lock import FileLock
from auditapp.store.migrate import HEAD_REVISION, revision_of, upgrade_copy, upgrade_file
from auditapp.store.models import Base
from auditapp.store.models.base import UNJOURNALLED
from auditapp.store.op import Op, Outcome, Tx, uuid7
from auditapp.store.writer import Affirmed, Writer

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

T = TypeVar("T")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of the machine, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens a file and where; what is needed beside the path."""

    person: str = ""
    backup_dir: Path | None = None
    clock: Clock = field(default=utc_now)


class AuditFile:
    """An audit file that is open for writing, or for reading only.

    Not a session: nothing of the ORM leaves ``run`` and ``read``. All calls are serialised, so a
    job's short read and the window's op never meet on the one connection.
    """

    def __init__(
        self,
        path: Path,
        connection: driver.Connection,
        *,
        opening: Opening,
        lock: FileLock | None,
        audit_id: uuid.UUID | None = None,
    ) -> None:
        self.path = path
        self._db = connection
        self._clock = opening.clock
        self._lock = lock
        self._guard = threading.RLock()
        self._engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        self._sa = self._engine.connect()
        self._columns = capture.journalled_columns(connection, UNJOURNALLED)
        self._is_closed = False
        self.read_only = lock is None
        if not self.read_only:
            capture.install(connection, self._columns)
        self.journal = Journal(connection, HEAD_REVISION)
        self._writer = Writer(connection, self._columns, self.journal, opening.clock)
        self.blobs = BlobStore(connection)
        self._audit_id = audit_id or self._stored_audit_id()

    # -- opening and closing ------------------------------------------------------------------

    @classmethod
    def create(
        cls, path: Path, opening: Opening, *, audit_id: uuid.UUID | None = None
    ) -> AuditFile:
        """Make a new file; raises ``file_exists``, ``read_only_folder``, ``disk_full``."""
        if path.exists():
            raise UserError("file_exists", path=path.name)
        with _explained(path):
            lock = FileLock.acquire(path, opening.person)
            try:
                connection = driver.create(path)
                _create_schema(connection)
            except BaseException:
                lock.release()
                raise
        return cls(path, connection, opening=opening, lock=lock, audit_id=audit_id or uuid7())

    @classmethod
    def open(cls, path: Path, opening: Opening) -> AuditFile:
        """Open for writing: lock, look, migrate if due, make left drafts steps.

        Raises UserError ``file_not_found``, ``not_an_audit_file``, ``other_database``,
        ``maybe_encrypted``, ``locked``, ``newer_file``, ``file_damaged``, ``migration_failed``.
        """
        driver.require_audit(path)
        with _explained(path):
            lock = FileLock.acquire(path, opening.person)
            try:
                connection = _open_checked(path, opening)
            except BaseException:
                lock.release()
                raise
            audit = cls(path, connection, opening=opening, lock=lock)
        try:
            audit.flush_drafts()
        except BaseException:
            audit.let_go()
            raise
        return audit

    @classmethod
    def open_for_reading(cls, path: Path) -> AuditFile:
        """Open without writing anything: no lock, no draft, no migration of the file itself.

        An older revision is read through a copy in memory that is migrated there.
        """
        driver.require_audit(path)
        with _explained(path):
            connection = driver.open_reader(path)
            revision = revision_of(connection)
            if revision != HEAD_REVISION:
                connection = upgrade_copy(connection, path)
            return cls(path, connection, opening=Opening(), lock=None)

    def close(self) -> None:
        """Drafts become steps, the journal file goes, the lock is given back. Once is enough.

        The lock goes even when the rest fails (a full disk): then drafts wait for the next opening.
        """
        with self._guard:
            if self._is_closed:
                return
            self._is_closed = True
            try:
                if not self.read_only:
                    self.flush_drafts()
                    driver.settle(self._db)
            finally:
                self.let_go()

    def let_go(self) -> None:
        """Give connection and lock back as things stand; what is a draft stays one."""
        with self._guard:
            self._sa.close()
            self._engine.dispose()
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- facts --------------------------------------------------------------------------------

    @property
    def audit_id(self) -> uuid.UUID:
        """The id of the audit in the file."""
        return self._audit_id

    @property
    def steps_written(self) -> int:
        """How many steps this program run has written into the file."""
        return self._writer.written

    def head_hash(self) -> str:
        """The newest step's hash as hex (several after a merge: joined by a plus sign)."""
        return "+".join(sorted(head.hex() for head in self.journal.heads))

    def now(self) -> datetime:
        """The time of the file's clock."""
        return self._clock()

    # -- reading and writing ------------------------------------------------------------------

    def read(self, work: Callable[[Session], T]) -> T:
        """Run a query; it fetches all it wants and returns plain values."""
        with self._guard, _explained(self.path):
            session = Session(bind=self._sa, expire_on_commit=False)
            try:
                return work(session)
            finally:
                session.close()

    def run(
        self, op: Op[T], *, actor: uuid.UUID | None, gesture: uuid.UUID | None = None
    ) -> Outcome[T]:
        """Do an op in one transaction and journal it.

        All or nothing: an exception leaves the file as it was. No change, no step, and no bytes
        that nothing names.
        """

        def work() -> tuple[T, Affirmed]:
            session = Session(bind=self._sa, expire_on_commit=False)
            tx = Tx(session, self._audit_id, actor, self._clock(), self.blobs)
            try:
                value = op.work(tx)
                session.flush()
            finally:
                session.expunge_all()
            return value, tx.affirmed

        with self._writing():
            return self._writer.transact(op.code, op.args, work, actor=actor, gesture=gesture)

    def undo(self, actor: uuid.UUID | None) -> Outcome[str]:
        """Take back this person's latest gesture; the value is the op code of what was undone.

        Raises UserError ``nothing_to_undo`` or ``undo_conflict``.
        """
        with self._writing():
            target = self._writer.ledger(actor).next_undo()
            if target is None:
                raise UserError("nothing_to_undo")
            return self._writer.take_back(target.id, target.op, undo.UNDO, actor)

    def redo(self, actor: uuid.UUID | None) -> Outcome[str]:
        """Bring back what this person undid last; raises as ``undo`` does."""
        with self._writing():
            pair = self._writer.ledger(actor).next_redo()
            if pair is None:
                raise UserError("nothing_to_redo")
            return self._writer.take_back(pair[0].id, pair[1].op, undo.REDO, actor)

    def undo_op(self, actor: uuid.UUID | None) -> str | None:
        """The op code that undo would take back."""
        with self._guard:
            target = self._writer.ledger(actor).next_undo()
            return None if target is None else target.op

    def undo_gesture(self, actor: uuid.UUID | None) -> uuid.UUID | None:
        """The gesture that undo would take back."""
        with self._guard:
            target = self._writer.ledger(actor).next_undo()
            return None if target is None else uuid.UUID(bytes=target.id)

    def redo_op(self, actor: uuid.UUID | None) -> str | None:
        """The op code that redo would bring back."""
        with self._guard:
            pair = self._writer.ledger(actor).next_redo()
            return None if pair is None else pair[1].op

    # -- drafts -------------------------------------------------------------------------------

    def save_draft(self, cell: drafts.Cellref, text: str, *, actor: uuid.UUID | None) -> None:
        """Keep typed text (durable, not journalled) until it becomes a step."""
        with self._writing():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                drafts.save(self._db, cell, text, actor, self._clock())
                self._db.execute("COMMIT")
            except BaseException:
                self._writer.roll_back()
                raise

    def flush_drafts(self) -> list[Outcome[None]]:
        """Turn every draft into a step of the person who typed it."""
        with self._writing():
            done = [self._writer.flush(draft) for draft in drafts.load(self._db)]
        return [outcome for outcome in done if outcome is not None]

    # -- for merge, erase and backup ----------------------------------------------------------

    @contextmanager
    def raw_transaction(self) -> Generator[driver.Connection]:
        """The connection inside a transaction that the triggers do not see.

        Only for what the journal tells in another way (merge) or must forget (erase).
        """
        with self._guard, _explained(self.path):
            capture.remove(self._db, self._columns)
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("PRAGMA defer_foreign_keys=ON")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._writer.roll_back()
                raise
            finally:
                capture.install(self._db, self._columns)
                self._writer.reload()

    @contextmanager
    def raw_read(self) -> Generator[driver.Connection]:
        """The connection for one short read that fetches all (backup, verify)."""
        with self._guard, _explained(self.path):
            yield self._db

    # -- inside -------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Generator[None]:
        if self.read_only:
            raise UserError("opened_for_reading", path=self.path.name)
        with self._guard, _explained(self.path):
            yield

    def _stored_audit_id(self) -> uuid.UUID:
        row = self._db.execute("SELECT id FROM audit").fetchone()
        if row is None:
            raise UserError("file_damaged", path=self.path.name)
        return uuid.UUID(bytes=row[0])


def _open_checked(path: Path, opening: Opening) -> driver.Connection:
    unclean = path.with_name(path.name + "-journal").exists()
    connection = driver.open_writer(path)
    try:
        if unclean:
            _require_sound(connection, path)
        if revision_of(connection) != HEAD_REVISION:
            connection = upgrade_file(connection, path, opening.backup_dir)
    except BaseException:
        connection.close()
        raise
    return connection


def _require_sound(connection: driver.Connection, path: Path) -> None:
    if driver.integrity_errors(connection):
        raise UserError("file_damaged", path=path.name)


def _create_schema(connection: driver.Connection) -> None:
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as sa:
        connection.execute("BEGIN IMMEDIATE")
        Base.metadata.create_all(sa)
        # As Alembic writes it, so that a made and a migrated file have the same tables.
        connection.execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD_REVISION,))
        connection.execute("COMMIT")


@contextmanager
def _explained(path: Path) -> Generator[None]:
    """Turn a database error that the environment is to blame for into a UserError."""
    try:
        yield
    except DBAPIError as error:
        original = error.orig
        known = driver.explain(original, path) if isinstance(original, driver.Error) else None
        if known is None:
            raise
        raise known from error
    except driver.Error as error:
        known = driver.explain(error, path)
        if known is None:
            raise
        raise known from error
