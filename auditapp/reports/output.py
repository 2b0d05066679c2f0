"""How a report is asked for and how its file comes to its place: whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from auditapp.errors import UserError
from auditapp.reports.walk import missing_texts

if TYPE_CHECKING:
    from collections.abc import Generator

    from auditapp.domain.vocabulary import Lang
    from auditapp.reports.model import ReportModel


class Progress(Protocol):
    """Where long work tells how far it is; raises when the user has cancelled."""

    def report(self, done: int, total: int, /) -> None:
        """``done`` of ``total`` steps are finished."""
        ...


class NoProgress:
    """Nobody looks and nobody cancels."""

    def report(self, done: int, total: int, /) -> None:
        """Nothing happens."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose: languages (leading one first), and whether a text that the one printed
    language lacks may print in the main language, marked as such."""

    langs: tuple[Lang, ...]
    allow_main: bool = False


def refuse_missing(model: ReportModel, options: Options) -> None:
    """Raise UserError ``report_texts_missing`` where texts lack a printed language and the user
    has not said that the main language may stand in."""
    if options.allow_main:
        return
    missing = missing_texts(model, options.langs)
    if missing:
        first = missing[0]
        place = " ".join(part for part in (first.owner, first.number, first.field) if part)
        raise UserError("report_texts_missing", n=len(missing), first=place, lang=first.lang)


@contextlib.contextmanager
def replacing(target: Path) -> Generator[IO[bytes]]:
    """A binary file that takes ``target``'s place when the block ends well, and vanishes else.

    The file is synced before it is renamed, so the old export or the new one is there after a power
    cut. Raises UserError ``export_unwritable`` or ``export_disk_full``; the old file stays as it
    was.
    """
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )
    except OSError as error:
        raise _sentence(error, target) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _take_place(temporary, target)
    except OSError as error:
        raise _sentence(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _take_place(temporary: Path, target: Path) -> None:
    """Rename, with the permissions that a new file of this user would have."""
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    temporary.replace(target)


def _sentence(error: OSError, target: Path) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserError("export_disk_full", path=str(target))
    return UserError("export_unwritable", path=str(target))
