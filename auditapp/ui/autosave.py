"""Typed text that saves itself: a draft while typing, one step when the field is left.

A draft 800 ms after the first key that none holds, so that long typing is never at risk; a step
when the field loses the focus, 30 s after the last key, and whenever the context asks (page change,
export, undo, close).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit

    from auditapp.ui.context import AppContext

DRAFT_MS: Final = 800
STEP_MS: Final = 30_000


class Autosave(QObject):
    """Binds one editor to a draft and a commit.

    Example: ``self._note = Autosave(context, self._ui.note_edit, commit=self._save_note,
    draft=self._draft_note)``; then ``self._note.load(text)`` whenever another row is shown.
    """

    def __init__(
        self,
        context: AppContext,
        editor: QLineEdit | QPlainTextEdit,
        *,
        commit: Callable[[str], None],
        draft: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._commit = commit
        self._draft = draft
        self._stored = self.text
        self._drafted = False
        self._draft_timer = self._timer(DRAFT_MS, self._save_draft)
        self._step_timer = self._timer(STEP_MS, self.flush)
        editor.textChanged.connect(self._on_typed)
        editor.installEventFilter(self)
        context.flush_requested.connect(self.flush)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        editor = self._editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    @property
    def is_pending(self) -> bool:
        """Whether the editor holds what no step has."""
        return self.text != self._stored

    def load(self, text: str) -> None:
        """Show another row's text; what the editor held before is committed first."""
        self.flush()
        self._stored = text
        self._editor.blockSignals(True)
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
        else:
            self._editor.setPlainText(text)
        self._editor.blockSignals(False)

    def flush(self) -> None:
        """Make what was typed a step now."""
        self._draft_timer.stop()
        self._step_timer.stop()
        if self.is_pending:
            self._stored = self.text
            self._commit(self._stored)
        elif self._drafted and self._draft is not None:
            # Typed and taken back: the draft must not bring the words back at the next opening.
            self._draft(self._stored)
        self._drafted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the field loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        # Not moved on by the keys that follow: what is typed is safe 800 ms later, however long.
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._step_timer.start()

    def _save_draft(self) -> None:
        if self._draft is not None and self.is_pending:
            self._draft(self.text)
            self._drafted = True

    def _timer(self, interval: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(run)
        return timer
