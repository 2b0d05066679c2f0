"""The portfolio index while the window is open: read for the home screen, kept up to date.

Owned by the context. An audit's figures are worked out in a job soon after its actions changed,
and once more when it is closed; files that the index does not know are read in after the first
paint. The index is only derived: what cannot be read or written costs figures, nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from auditapp.errors import UserError
from auditapp.ui.home_data import home_data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from auditapp.domain.vocabulary import Lang
    from auditapp.exchange.portfolio import Known, PortfolioIndex, Rebuilt
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import PackShelf
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.op import Outcome
    from auditapp.ui.home_data import HomeData
    from auditapp.ui.job_runner import JobRunner
    from auditapp.ui.services import Services

SHOWN: Final = 500
"""Audits that are looked at; the home screen lists fewer and finds the rest by search."""
SETTLE_MS: Final = 1_500


class PortfolioCare(QObject):
    """Reads the index for the home screen and keeps it as the open audit is.

    Signals:
        refreshed: the index has newer figures than before.
    """

    refreshed = Signal()

    def __init__(
        self, index: PortfolioIndex, jobs: JobRunner, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.index = index
        self._jobs = jobs
        self._services = services
        self._audit: AuditFile | None = None
        self._shelf: Callable[[], PackShelf] | None = None
        self._opened = datetime.now(UTC)
        self._version = 1
        self._kept = 0
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.refresh)

    @property
    def is_stale(self) -> bool:
        """Whether the open audit moved since its figures were kept."""
        return self._audit is not None and self._kept != self._version

    def data(
        self, recent: Sequence[str], lang: Lang, *, search: str = "", today: date | None = None
    ) -> HomeData:
        """What the home screen shows, as of today unless a day is given."""
        day = today or datetime.now(UTC).astimezone().date()
        if not search.strip():
            found = self.index.recent(SHOWN)
            return home_data(found, recent, lang=lang.value, today=day)
        found = self.index.search(search, SHOWN)
        # A recent file that does not answer the search is known all the same.
        hidden = self.index.paths() - {audit.path for audit in found}
        listed = [path for path in recent if path not in hidden]
        return home_data(found, listed, lang=lang.value, today=day, search=search)

    def begin(self, audit: AuditFile, shelf: Callable[[], PackShelf]) -> None:
        """Watch an audit that was just opened; nobody knows what changed it while it was closed."""
        self._audit, self._shelf = audit, shelf
        self._opened = datetime.now(UTC)
        self._version += 1

    def end(self) -> None:
        """Keep the figures of the audit that is being closed, if it moved."""
        self._timer.stop()
        self._running = False
        if self._audit is not None and self.is_stale:
            with suppress(UserError):  # a damaged pack must not keep a file open
                self._keep(self._audit, self._opened)
        self._audit = self._shelf = None

    def note(self, outcome: Outcome[object]) -> None:
        """A step was committed; actions are looked at again when the hand rests."""
        self._version += 1
        if outcome.touches("action", "finding"):
            self._timer.start()

    def refresh(self) -> None:
        """Keep the figures of the open audit, beside the window."""
        audit = self._audit
        if audit is None or not self.is_stale:
            return
        if self._running:
            self._timer.start()
            return
        version, opened = self._version, self._opened

        def work(progress: Progress) -> int:
            progress.check()
            self._keep(audit, opened)
            return version

        self._running = True
        self._jobs.run(work, self._on_kept, on_error=self._on_failed, uses_audit=True)

    def fill_gaps(self, recent: Sequence[str]) -> None:
        """Read in the recent files that the index does not know: it is new, damaged or deleted."""
        known = self.index.paths()
        own = self._audit.path if self._audit is not None else None
        files = [Path(path) for path in reversed(recent) if path not in known]
        lacking = [file for file in files if file != own and file.exists()]
        if not lacking:
            return

        def work(progress: Progress) -> Rebuilt:
            def summarise(path: Path) -> Mapping[str, object]:
                progress.check()
                return self._services.summarise_file(path)

            return self.index.add(lacking, summarise)

        self._jobs.run(work, self._on_filled)

    def forget(self, path: str) -> Known | None:
        """Drop an audit from the index; gives what was known of it."""
        file = Path(path)
        known = self.index.find(file)
        self.index.forget(file)
        return known

    def bring_back(self, known: Known) -> None:
        """Take an audit in again that was forgotten."""
        self.index.put(Path(known.path), known.summary, opened=known.opened)

    def _keep(self, audit: AuditFile, opened: datetime) -> None:
        if self._shelf is not None:
            summary = self._services.summarise(audit, self._shelf())
            self.index.put(audit.path, summary, opened=opened)

    def _on_kept(self, version: int) -> None:
        self._running = False
        self._kept = version
        self.refreshed.emit()

    def _on_failed(self, error: UserError) -> None:
        del error  # said when the page that needs the pack is opened
        self._running = False

    def _on_filled(self, done: Rebuilt) -> None:
        if done.kept:
            self.refreshed.emit()
