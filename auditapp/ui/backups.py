"""Backups while an audit is open: on closing it, and in quiet minutes when the journal moved.

Owned by the context. The timed ones run as a job in slices, so that typing goes on; what fails is
said once per opened audit, and tried again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.jobs.progress import Progress
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import BackupInfo, BackupReason
    from auditapp.store.keeping import Keeper
    from auditapp.ui.job_runner import Job, JobRunner

LOOK_MS: Final = 5_000
MB: Final = 1_000_000


class BackupCare(QObject):
    """Asks a keeper whether a backup is due, and has it made.

    Signals:
        made: a backup was made (BackupInfo).
        failed: one could not be made, for the first time since the audit was opened (UserError).
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: JobRunner,
        make_keeper: Callable[[AuditFile, int | None], Keeper],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._make_keeper = make_keeper
        self.idle_ms: Callable[[], int] = int
        """Milliseconds since the last key; the window knows (until it says so: someone types)."""
        self._job: Job[BackupInfo] | None = None
        self._has_failed = False
        self.keeper: Keeper | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, audit: AuditFile, cap_mb: int) -> None:
        """Watch an audit that was just opened; ``cap_mb`` 0 is twice the file."""
        self.keeper = self._make_keeper(audit, cap_mb * MB or None)
        self._has_failed = False
        self._timer.start()

    def end(self) -> None:
        """Back up what moved, before the audit is closed."""
        self._timer.stop()
        keeper, self.keeper = self.keeper, None
        self._job = None
        if keeper is None:
            return
        try:
            info = keeper.on_close()
        except UserError as error:
            self._on_failed(error)
            return
        if info is not None:
            self.made.emit(info)

    def look(self) -> None:
        """Make a timed backup if it is due."""
        from auditapp.store.backup import BackupReason  # with the first audit, not at the start

        if self.keeper is None or self._job is not None:
            return
        if self.keeper.due(timedelta(milliseconds=self.idle_ms())):
            self._start(self.keeper, BackupReason.TIME, self._on_failed)

    def make_now(self, on_error: Callable[[UserError], None]) -> None:
        """Make a backup because somebody wishes it."""
        from auditapp.store.backup import BackupReason

        if self.keeper is not None and self._job is None:
            self._start(self.keeper, BackupReason.WISH, on_error)

    def _start(
        self, keeper: Keeper, reason: BackupReason, on_error: Callable[[UserError], None]
    ) -> None:
        def work(progress: Progress) -> BackupInfo:
            return keeper.back_up(reason, progress.check)

        def fail(error: UserError) -> None:
            self._job = None
            on_error(error)

        self._job = self._jobs.run(work, self._on_made, on_error=fail, uses_audit=True)

    def _on_made(self, info: BackupInfo) -> None:
        self._job = None
        self._has_failed = False
        self.made.emit(info)

    def _on_failed(self, error: UserError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)
