"""Long work beside the window: futures, and one queued signal owned by a living QObject.

A job is a plain function ``fn(progress) -> T`` on plain data. Its result arrives on the window's
thread, in order of completion. Progress is polled; nothing is signalled from inside a job.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

POLL_MS: Final = 100
SHOW_AFTER_MS: Final = 500


@dataclass(eq=False)
class Job(Generic[T]):
    """A job under way. ``blocking`` asks for a dialog in front of the window."""

    title: str
    progress: Progress
    on_done: Callable[[T], None]
    on_error: Callable[[UserError], None] | None
    blocking: bool
    uses_audit: bool
    future: Future[T] | None = None
    clock: QElapsedTimer = field(default_factory=QElapsedTimer)

    @property
    def is_due(self) -> bool:
        """Whether it has run long enough to be shown."""
        return self.clock.elapsed() >= SHOW_AFTER_MS

    def cancel(self) -> None:
        """Ask it to stop; it does at its next report."""
        self.progress.cancel()


class JobRunner(QObject):
    """Runs jobs: one at a time among those that use the audit file, two among the others.

    Signals:
        ticked: every 100 ms while jobs run; read :attr:`jobs`.
        finished: a job ended, whatever way, before its callback is called.
        refused: a job without ``on_error`` ended with a UserError.
    """

    ticked = Signal()
    finished = Signal(object)
    refused = Signal(object)
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: list[Job[object]] = []
        self._pools: dict[bool, ThreadPoolExecutor] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.ticked)
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        *,
        title: str = "",
        on_error: Callable[[UserError], None] | None = None,
        uses_audit: bool = False,
        blocking: bool = False,
    ) -> Job[T]:
        """Start ``work``; ``on_done`` gets its result on this thread.

        A UserError goes to ``on_error`` (else to :attr:`refused`), a cancelled job just ends, any
        other exception is a defect and reaches the crash handler.
        """
        job = Job(title, Progress(), on_done, on_error, blocking, uses_audit)
        job.clock.start()
        self.jobs.append(job)  # pyright: ignore[reportArgumentType]  (a list of jobs of any result)
        self._timer.start()
        job.future = self._pool(uses_audit=uses_audit).submit(work, job.progress)
        job.future.add_done_callback(lambda _: self._delivered.emit(job))
        return job

    def stop(self) -> None:
        """Cancel everything and wait; called when the window closes."""
        for job in self.jobs:
            job.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()
        self.jobs.clear()
        self._timer.stop()

    def stop_audit_jobs(self) -> None:
        """Cancel what uses the audit file and wait for it; called before the file is closed."""
        mine = [job for job in self.jobs if job.uses_audit]
        for job in mine:
            job.cancel()
        pool = self._pools.pop(True, None)
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        for job in mine:
            self.jobs.remove(job)
            self.finished.emit(job)
        if not self.jobs:
            self._timer.stop()

    def _pool(self, *, uses_audit: bool) -> ThreadPoolExecutor:
        if uses_audit not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # 5 ms that a start can do without

            self._pools[uses_audit] = ThreadPoolExecutor(
                max_workers=1 if uses_audit else 2, thread_name_prefix="job"
            )
        return self._pools[uses_audit]

    @Slot(object)
    def _on_delivered(self, job: Job[object]) -> None:
        if job not in self.jobs or job.future is None:
            return
        self.jobs.remove(job)
        if not self.jobs:
            self._timer.stop()
        self.finished.emit(job)
        if job.future.cancelled():
            return
        error = job.future.exception()
        if error is None:
            job.on_done(job.future.result())
        elif isinstance(error, UserError):
            handler = job.on_error or self.refused.emit
            handler(error)
        elif not isinstance(error, Cancelled):
            raise error
