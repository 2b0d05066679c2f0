"""Bringing two copies of an audit together: the union of their steps, whoever merges first.

The tables are a function of the set of steps alone (``auditapp.store.replay``), so merging is
symmetrical, and merging twice changes nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import BackupReason
from auditapp.store.erase import rewrite
from auditapp.store.migrate import HEAD_REVISION, peek
from auditapp.store.union import Union, take_in

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from auditapp.store.backup import Backups
    from auditapp.store.replay import Conflict


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came over. ``conflicts`` are all that are open now, not only the new ones."""

    steps: int
    blobs: int
    rows: int
    erased: int
    conflicts: tuple[Conflict, ...]


def merge(
    audit: AuditFile,
    other: AuditFile | Path,
    *,
    opening: Opening | None = None,
    backups: Backups | None = None,
) -> MergeReport:
    """Take all of another copy's steps, bytes and erasures into an open audit file.

    The other copy is only read, unless it has drafts or an older revision: then it is opened for
    writing first (as ``opening`` says), so that its drafts are steps and both have one revision.
    ``backups`` of this audit get one before, and forget what the other copy had erased.

    Raises UserError ``merge_other_audit``, ``merge_same_file``, ``merge_source_invalid``, and what
    opening raises. On any error this file is as it was.
    """
    if not isinstance(other, AuditFile):
        _make_ready(other, opening or Opening())
        with AuditFile.open_for_reading(other) as copy:
            return merge(audit, copy, backups=backups)
    if other.path.exists() and audit.path.exists() and other.path.samefile(audit.path):
        raise UserError("merge_same_file")
    if other.audit_id != audit.audit_id:
        raise UserError("merge_other_audit", path=other.path.name)
    if not other.read_only:
        other.flush_drafts()
    audit.flush_drafts()
    if backups is not None:
        backups.make(audit.raw_read, BackupReason.MERGE)
    with _named(other.path), other.raw_read() as theirs, audit.raw_transaction() as mine:
        union = take_in(mine, theirs)
    if union.erased:
        _forget(audit, union, backups)
    return MergeReport(union.steps, union.blobs, union.rows, union.erased, union.conflicts)


def _make_ready(path: Path, opening: Opening) -> None:
    """Drafts become steps and an old file gets this program's revision, by opening it once."""
    revision, drafts = peek(path)
    if revision != HEAD_REVISION or drafts:
        AuditFile.open(path, opening).close()


def _forget(audit: AuditFile, union: Union, backups: Backups | None) -> None:
    rewrite(audit)
    if backups is not None:
        backups.erase(union.erasures)


@contextmanager
def _named(path: Path) -> Generator[None]:
    try:
        yield
    except UserError as error:
        if error.code == "merge_source_invalid":
            raise UserError(error.code, path=path.name) from error
        raise
