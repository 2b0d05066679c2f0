"""The only module that opens databases: what sqlite3 and sqlcipher3 share, and nothing else.

Journal mode TRUNCATE with synchronous FULL: after each commit the file alone is the truth and a
power cut loses nothing that was reported (DELETE would need EXTRA). Back to DELETE on close, so
that no empty journal stays beside the file.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Final

from auditapp.errors import UserError

APPLICATION_ID: Final = 0x41554449  # "AUDI"
PAGE_SIZE: Final = 4096
SQLITE_HEAD: Final = b"SQLite format 3\x00"
_HEAD_BYTES: Final = 100
_PIECE: Final = 1 << 20

Connection = sqlite3.Connection
Error = sqlite3.Error
DatabaseError = sqlite3.DatabaseError
OperationalError = sqlite3.OperationalError
IntegrityError = sqlite3.IntegrityError


class FileKind(StrEnum):
    """What a file is, told from its first 100 bytes."""

    AUDIT = "audit"
    OTHER_DATABASE = "other_database"
    MAYBE_ENCRYPTED = "maybe_encrypted"
    NOT_A_DATABASE = "not_a_database"


def kind_of(path: Path) -> FileKind:
    """Look at a file without opening it as a database.

    Raises UserError ``file_not_found`` or ``file_unreadable``.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise UserError("file_not_found", path=path.name) from error
    except OSError as error:
        raise UserError("file_unreadable", path=path.name) from error
    if head.startswith(SQLITE_HEAD):
        if len(head) == _HEAD_BYTES and int.from_bytes(head[68:72], "big") == APPLICATION_ID:
            return FileKind.AUDIT
        return FileKind.OTHER_DATABASE
    looks_random = size >= PAGE_SIZE and size % PAGE_SIZE == 0 and len(set(head)) > 60
    return FileKind.MAYBE_ENCRYPTED if looks_random else FileKind.NOT_A_DATABASE


def require_audit(path: Path) -> None:
    """Raise the UserError that says what a file is when it is no audit file."""
    kind = kind_of(path)
    if kind is FileKind.OTHER_DATABASE:
        raise UserError("other_database", path=path.name)
    if kind is FileKind.MAYBE_ENCRYPTED:
        raise UserError("maybe_encrypted", path=path.name)
    if kind is FileKind.NOT_A_DATABASE:
        raise UserError("not_an_audit_file", path=path.name)


def create(path: Path, key: bytes | None = None) -> Connection:
    """A new, empty database file with the pragmas that cannot be added later."""
    connection = _connect(path, key)
    connection.execute(f"PRAGMA page_size={PAGE_SIZE}")
    connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    _set_up(connection)
    return connection


def open_writer(path: Path, key: bytes | None = None) -> Connection:
    """The one writing connection of an open audit file."""
    connection = _connect(path, key)
    try:
        _set_up(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def open_reader(path: Path, key: bytes | None = None) -> Connection:
    """A connection that cannot write: for the reading commands. Takes no lock of ours.

    A file whose last writer died inside a commit is read through a copy in memory, as it will be
    when it is opened next: reading never rolls back the file itself.
    """
    _refuse_keys(key)
    uri = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout=5000")
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        connection = _rolled_back_copy(path)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def _rolled_back_copy(path: Path) -> Connection:
    with tempfile.TemporaryDirectory(prefix="auditapp-") as folder:
        twin = Path(folder) / "copy"
        for name in (path, path.with_name(path.name + "-journal")):
            target = twin if name is path else twin.with_name("copy-journal")
            with name.open("rb") as source, target.open("wb") as stream:
                while piece := source.read(_PIECE):
                    stream.write(piece)
        with closing(_connect(twin, None)) as connection:
            memory = open_memory()
            connection.backup(memory)
    return memory


def open_memory() -> Connection:
    """An empty database in memory, for looking at old files without touching them."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def settle(connection: Connection) -> None:
    """Before closing: switch the journal back to DELETE, so that the file stands alone."""
    if not connection.in_transaction:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()


def copy_into(source: Connection, target: Connection) -> None:
    """Copy a whole database between two connections of this driver."""
    source.backup(target)


def integrity_errors(connection: Connection) -> list[str]:
    """What SQLite's own integrity and foreign key checks find wrong (nothing: empty list)."""
    try:
        rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
        found = [str(row[0]) for row in rows if row[0] != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return found + [f"{row[0]}: foreign key to {row[2]}" for row in broken[:20]]


def explain(error: sqlite3.Error, path: Path) -> UserError | None:
    """The UserError for a fault of the environment; None when the fault is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    by_code = {
        sqlite3.SQLITE_FULL: "disk_full",
        sqlite3.SQLITE_READONLY: "read_only_folder",
        sqlite3.SQLITE_CANTOPEN: "read_only_folder",
        sqlite3.SQLITE_IOERR: "disk_error",
        sqlite3.SQLITE_CORRUPT: "file_damaged",
        sqlite3.SQLITE_NOTADB: "not_an_audit_file",
        sqlite3.SQLITE_BUSY: "file_busy",
        sqlite3.SQLITE_PERM: "read_only_folder",
    }
    name = by_code.get(primary) if primary is not None else None
    return None if name is None else UserError(name, path=path.name)


def _connect(path: Path, key: bytes | None) -> Connection:
    _refuse_keys(key)
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)


def _set_up(connection: Connection) -> None:
    for pragma in (
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "busy_timeout=5000",
        "recursive_triggers=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _refuse_keys(key: bytes | None) -> None:
    if key is not None:
        raise UserError("encryption_unavailable")
