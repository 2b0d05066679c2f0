"""The window's foot: what runs, and when the last change was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job


class StatusLine(QWidget):
    """Jobs that run beside the window at the left, 'saved 14:02:07' at the right."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job[object] | None = None
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._what = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._stop = QToolButton(self)
        self._stop.setStyleSheet("padding: 0")
        context.icons.assign(self._stop, "close", "muted", 16)
        self._stop.clicked.connect(self._on_stop)
        self._who = QLabel(self)
        self._saved = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(8)
        for widget in (self._what, self._bar, self._stop):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._who)
        layout.addSpacing(16)
        layout.addWidget(self._saved)
        for label in (self._what, self._who, self._saved):
            label.setProperty("role", "caption")
        self._show_job()
        context.changed.connect(self._show_saved)
        context.heading_changed.connect(self.retranslate)
        context.settings_changed.connect(self.retranslate)
        context.jobs.ticked.connect(self._show_job)
        context.jobs.finished.connect(self._show_job)

    @property
    def saved_text(self) -> str:
        """What it says about the last change."""
        return self._saved.text()

    def retranslate(self) -> None:
        """Set every string again."""
        self._stop.setToolTip(self.tr("Cancel"))
        self._stop.setAccessibleName(self.tr("Cancel"))
        me = self._context.settings.me
        self._who.setText(f"{me.name} ({me.code})" if me.is_known else "")
        self._show_saved()

    def _show_saved(self) -> None:
        at = self._context.saved_at
        if at is None:
            shown = self.tr("All changes are saved") if self._context.is_open else ""
        else:
            shown = self.tr("saved {time}").format(time=f"{at.astimezone():%H:%M:%S}")
        self._saved.setText(shown)

    def _show_job(self) -> None:
        due = [job for job in self._context.jobs.jobs if job.is_due and not job.blocking]
        self._job = due[0] if due else None
        for widget in (self._what, self._bar, self._stop):
            widget.setVisible(self._job is not None)
        if self._job is not None:
            texts, snapshot = self._context.texts, self._job.progress.snapshot
            said = texts.say(snapshot.code, **snapshot.args) if snapshot.code else ""
            self._what.set_text(" · ".join(part for part in (self._job.title, said) if part))
            self._bar.setRange(0, snapshot.total)
            self._bar.setValue(snapshot.done)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
