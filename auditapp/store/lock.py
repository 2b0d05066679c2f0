"""One writer at a time: a lock of the operating system on a side file that names who and where.

The lock belongs to the open descriptor, so a killed program leaves none; what may stay behind is
the small side file, which the next opener takes over. It names a person, a machine, a time and a
process, never a title. Reading commands take no lock.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, cast

from auditapp.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX: Final = ".lock"
_TRIES: Final = 20
_LARGEST: Final = 4096
_LOCK_AT: Final = 1 << 30
"""Windows locks bytes and then refuses to read them: lock one far behind the text."""
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


class FileLock:
    """The lock on one audit file, held until ``release`` or the end of the process."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, audit_path: Path, person: str) -> FileLock:
        """Take the lock of an audit file for a person.

        Raises UserError ``locked`` (who, host, since) when somebody holds it, ``read_only_folder``
        when the side file cannot be made, ``disk_full``, or ``lock_unsupported`` when the folder's
        file system knows no locks.
        """
        side = lock_path(audit_path)
        for _ in range(_TRIES):
            descriptor = _open_side(side)
            try:
                _lock(descriptor)
            except OSError as error:
                os.close(descriptor)
                if error.errno in _NO_LOCKS:
                    raise UserError("lock_unsupported", path=str(side.parent)) from error
                raise _locked(side) from error
            if _is_current(descriptor, side):
                _write(descriptor, side, person)
                return cls(side, descriptor)
            # The former holder removed the file between our opening and our locking it.
            os.close(descriptor)
        raise _locked(side)

    def release(self) -> None:
        """Give the lock back and take the side file away; a second call does nothing."""
        if self._descriptor is None:
            return
        if sys.platform != "win32":
            # Removed while still locked: whoever waits sees that its file is not the current one.
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def lock_path(audit_path: Path) -> Path:
    """The side file of an audit file."""
    return audit_path.with_name(audit_path.name + SUFFIX)


def holder_of(audit_path: Path) -> dict[str, str]:
    """What the side file says: who, host, since, pid; empty where it says nothing."""
    return _holder(lock_path(audit_path))


def _open_side(side: Path) -> int:
    try:
        return os.open(side, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise UserError("disk_full", path=side.name) from error
        raise UserError("read_only_folder", path=str(side.parent)) from error


def _write(descriptor: int, side: Path, person: str) -> None:
    said = {
        "who": person or _login(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "pid": str(os.getpid()),
    }
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(said, ensure_ascii=False).encode())
    except OSError as error:
        os.close(descriptor)
        raise UserError("disk_full", path=side.name) from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _is_current(descriptor: int, side: Path) -> bool:
    try:
        there = side.stat()
    except OSError:
        return False
    ours = os.fstat(descriptor)
    return (ours.st_ino, ours.st_dev) == (there.st_ino, there.st_dev)


def _locked(side: Path) -> UserError:
    said = _holder(side)
    since: datetime | None = None
    with contextlib.suppress(ValueError):
        since = datetime.strptime(said.get("since", ""), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return UserError(
        "locked", who=said.get("who") or "?", host=said.get("host") or "?", since=since
    )


def _holder(side: Path) -> dict[str, str]:
    try:
        with side.open("rb") as stream:
            said: object = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {str(key): str(value) for key, value in cast("dict[object, object]", said).items()}


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCK_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
