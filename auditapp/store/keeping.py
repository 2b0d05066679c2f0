"""Who backs up an open audit, and when: the one place that window and command line share.

A keeper belongs to one open file. It remembers up to which step there is a backup, so a backup is
made only when the journal moved.
"""

from __future__ import annotations

import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from auditapp.store import driver
from auditapp.store.backup import BackupPolicy, BackupReason, Backups, file_size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import BackupInfo
    from auditapp.store.backup_copy import Check

TIMES_FILE: Final = 2
"""How often the size of the audit file its backups may take, where nothing else is set."""


@dataclass(frozen=True, slots=True)
class KeptAudit:
    """An audit that has backups; number and titles (by language) are those of the newest one."""

    audit_id: uuid.UUID
    number: str
    titles: dict[str, str]
    backups: tuple[BackupInfo, ...]


class Keeper:
    """Backs one open audit up.

    ``cap`` in bytes bounds all backups of the audit; None is twice the file.
    """

    def __init__(
        self,
        audit: AuditFile,
        folder: Path,
        *,
        cap: int | None = None,
        policy: BackupPolicy | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.backups = Backups(folder, audit.audit_id)
        self._audit = audit
        self._cap = cap
        self._policy = policy or BackupPolicy()
        self._clock = clock
        self._last = clock()
        # Drafts of a crash became steps while the file was opened.
        self._head = "" if audit.steps_written else audit.head_hash()

    @property
    def moved(self) -> bool:
        """Whether there are steps that no backup of this run holds."""
        return not self._audit.read_only and self._audit.head_hash() != self._head

    def due(self, idle: timedelta) -> bool:
        """Whether it is time, when no key was pressed for ``idle``."""
        return self._policy.due(
            moved=self.moved, closing=False, since_last=self._clock() - self._last, idle=idle
        )

    def back_up(self, reason: BackupReason, check: Check | None = None) -> BackupInfo:
        """Make a backup now; with ``check`` in slices that let ops go first.

        Raises UserError ``backup_failed``; the next try is then due after the usual time.
        """
        self._last = self._clock()
        head = self._audit.head_hash()
        cap = self._cap
        if cap is None:
            cap = TIMES_FILE * file_size(self._audit.path)
        info = self.backups.make(self._audit.raw_read, reason, cap=cap, check=check)
        self._head = head
        return info

    def on_close(self) -> BackupInfo | None:
        """Back up before the file is closed, when the journal moved; drafts become steps first.

        Raises UserError ``backup_failed``.
        """
        if self._audit.read_only:
            return None
        self._audit.flush_drafts()
        return self.back_up(BackupReason.CLOSE) if self.moved else None


def kept_audits(folder: Path) -> list[KeptAudit]:
    """Every audit that has a readable backup in the folder, the one backed up last first."""
    found: list[KeptAudit] = []
    for own in folder.glob("*-*-*-*-*"):
        try:
            audit_id = uuid.UUID(own.name)
        except ValueError:
            continue
        backups = tuple(Backups(folder, audit_id).available())
        named = next((it for it in map(_name, backups) if it is not None), None)
        if named is not None:
            found.append(KeptAudit(audit_id, *named, backups))
    return sorted(found, key=lambda kept: kept.backups[0].at, reverse=True)


def _name(info: BackupInfo) -> tuple[str, dict[str, str]] | None:
    try:
        with closing(driver.open_reader(info.path)) as connection:
            number = connection.execute("SELECT number FROM audit").fetchone()
            titles = connection.execute(
                "SELECT lang, body FROM text WHERE field = 'title'"
                " AND owner_id = (SELECT id FROM audit)"
            ).fetchall()
    except driver.Error:
        return None
    return None if number is None else (str(number[0] or ""), dict(titles))
