"""Putting a backup together as a file of its own, checked before anybody sees it."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.store import driver
from auditapp.store.backup import sync_file, sync_folder
from auditapp.store.chain import ERASE
from auditapp.store.encoding import ArgValue, encode_args
from auditapp.store.journal import Journal
from auditapp.store.migrate import revision_of
from auditapp.store.op import uuid7
from auditapp.store.stamps import next_stamp
from auditapp.store.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.store.backup import BackupInfo, Backups
    from auditapp.store.verify import VerifyReport


_BEARABLE: Final = frozenset({"blob_missing", "linked_changed"})
"""A picture that is lost, or a recording that changed elsewhere, is no reason to lose the rest."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A new file from a backup; ``missing`` are blobs that no backup has any more."""

    path: Path
    missing: tuple[str, ...]
    report: VerifyReport


def restore(backups: Backups, info: BackupInfo, target: Path) -> Restored:
    """Write a backup as a new audit file; whoever opens it goes on as a new writer.

    The file appears under its name only when it is whole and checked. What was erased after the
    backup was made stays erased: the new file says so in steps of its own. Raises UserError
    ``file_exists``, ``backup_not_found``, ``backup_damaged``, ``file_unwritable``.
    """
    if target.exists():
        raise UserError("file_exists", path=target.name)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        missing = tuple(backups.assemble(info, part))
        _repeat_erasures(part, backups.erasures(info))
        report = _checked(part, target.parent, info)
        sync_file(part)
        part.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError("file_unwritable", path=target.name) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Restored(target, missing, report)


def _checked(part: Path, folder: Path, info: BackupInfo) -> VerifyReport:
    report = verify(part, folder=folder)
    if any(problem.code not in _BEARABLE for problem in report.problems):
        raise UserError("backup_damaged", name=info.path.name)
    return report


def _repeat_erasures(path: Path, erasures: list[str]) -> None:
    with closing(driver.open_writer(path)) as connection:
        said = {row[0] for row in connection.execute("SELECT args FROM step WHERE op = 'erase'")}
        journal = Journal(connection, revision_of(connection))
        connection.execute("BEGIN IMMEDIATE")
        for args in erasures:
            if args in said:
                continue
            known: dict[str, ArgValue] = json.loads(args)
            row = journal.prepare(
                at=next_stamp(datetime.now(UTC), journal.last_at),
                actor_id=None,
                op=ERASE,
                args=encode_args(known),
                gesture=uuid7().bytes,
                undoes=None,
                changes=(),
            )
            journal.committed(row)
        connection.execute("COMMIT")
        driver.settle(connection)
