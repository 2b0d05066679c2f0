"""The dialog in front of the window while a blocking job runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from auditapp.ui._gen.ui_job_dialog import Ui_JobDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job


class JobDialog(QDialog):
    """How far a job is, and a way to stop it."""

    def __init__(self, context: AppContext, job: Job[object], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.job = job
        self._ui = Ui_JobDialog()
        self._ui.setupUi(self)
        self._ui.title_label.setText(job.title)
        self._ui.buttons.rejected.connect(self.reject)
        self.setModal(True)
        self.look()

    def look(self) -> None:
        """Show how far the job is now."""
        snapshot = self.job.progress.snapshot
        self._ui.progress_bar.setRange(0, snapshot.total)
        self._ui.progress_bar.setValue(snapshot.done)
        if self.job.progress.cancelled:
            self._ui.state_label.setText(self.tr("Stopping …"))
        elif snapshot.code:
            self._ui.state_label.setText(self._context.texts.say(snapshot.code, **snapshot.args))

    def reject(self) -> None:
        """Cancel the job; the dialog goes when the job has ended."""
        self.job.cancel()
        self.look()


class JobDialogs(QObject):
    """Shows a dialog for each blocking job that has run half a second."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._open: dict[int, JobDialog] = {}
        context.jobs.ticked.connect(self._on_ticked)
        context.jobs.finished.connect(self._on_finished)

    def _on_ticked(self) -> None:
        for job in self._context.jobs.jobs:
            if not job.blocking or not job.is_due:
                continue
            dialog = self._open.get(id(job))
            if dialog is None:
                dialog = JobDialog(self._context, job, self._window)
                self._open[id(job)] = dialog
                dialog.show()
            dialog.look()

    def _on_finished(self, job: Job[object]) -> None:
        dialog = self._open.pop(id(job), None)
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()
