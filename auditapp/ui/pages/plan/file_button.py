"""A button for one file: click to choose it, or drop it here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class FileDrop(QObject):
    """Makes a button take a file.

    Signals:
        chosen: a file (Path).
    """

    chosen = Signal(object)

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        button.setAcceptDrops(True)
        button.installEventFilter(self)
        button.clicked.connect(self._ask)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped."""
        if isinstance(event, QDragEnterEvent) and _file_of(event) is not None:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = _file_of(event)
            if path is not None:
                event.acceptProposedAction()
                self.chosen.emit(path)
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._button.window(), self._button.accessibleName())
        if name:
            self.chosen.emit(Path(name))


def _file_of(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.is_file():
            return path
    return None
