"""One export beside the window: progress after half a second, cancel, what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from auditapp.exchange.exporting import options_for, sources_of, write_files
from auditapp.paths import shipped_paths
from auditapp.ui.pages.report.outside import open_outside
from auditapp.ui.pages.report.rendering import was_cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.errors import UserError
    from auditapp.jobs.progress import Progress
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job
    from auditapp.ui.pages.report.options_card import Chosen
    from auditapp.ui.pages.report.rendering import Draft


class ExportRun(QObject):
    """Runs exports one at a time.

    Signals:
        progressed: how far (share of 1), from half a second on.
        ended: it is over, whatever way (the paths written, none when cancelled or refused).
    """

    progressed = Signal(float)
    ended = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job[tuple[Path, ...]] | None = None
        context.jobs.ticked.connect(self._on_ticked)
        context.jobs.finished.connect(self._on_finished)

    @property
    def runs(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def begin(self, draft: Draft, chosen: Chosen) -> None:
        """Write the files of ``chosen``; the draft holds what was read."""

        def work(progress: Progress) -> tuple[Path, ...]:
            options = options_for(chosen.langs, allow_main=chosen.allow_main)
            sources = sources_of(draft.taken, chosen.langs, shipped_paths().fonts)
            return write_files(draft.model(), chosen.targets, options, sources, progress)

        self._job = self._context.jobs.run(
            work,
            self._on_done,
            title=self.tr("Writing the report"),
            on_error=self._on_error,
            uses_audit=True,
        )

    def cancel(self) -> None:
        """Stop it; what was there before stays."""
        if self._job is not None:
            self._job.cancel()

    def _on_ticked(self) -> None:
        if self._job is not None and self._job.is_due:
            self.progressed.emit(self._job.progress.snapshot.share or 0.0)

    def _on_finished(self, job: Job[object]) -> None:
        if job is self._job:
            self._job = None
            if was_cancelled(job):
                self.ended.emit(())

    def _on_done(self, paths: tuple[Path, ...]) -> None:
        if not isValid(self):
            return
        self.ended.emit(paths)
        context = self._context
        names = context.texts.join([path.name for path in paths])
        said = self.tr("Written: {names}").format(names=names)
        if len(paths) == 1:
            context.notify(said, self.tr("Open file"), _opening(paths[0]))
        else:
            context.notify(said, self.tr("Open folder"), _opening(paths[0].parent))

    def _on_error(self, error: UserError) -> None:
        if isValid(self):
            self.ended.emit(())
            self._context.refused.emit(error)


def _opening(path: Path) -> Callable[[], None]:
    def run() -> None:
        open_outside(path)

    return run
