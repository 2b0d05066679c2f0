"""A widget onto which files and pictures can be dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from auditapp.ui.pages.checklist.intake import files_of
from auditapp.ui.widgets.note_edit import is_media

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

    from auditapp.ui.theme import Theme


class DropArea(QWidget):
    """Takes drops while ``takes_drops``; draws a dashed frame while something is held over it.

    Signals:
        media_given: what was dropped (QMimeData).
    """

    media_given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dropping = False
        self.takes_drops = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped; an audit file is the window's to open."""
        source = event.mimeData()
        wanted = bool(files_of(source)) or (is_media(source) and not source.urls())
        if self.takes_drops and wanted:
            event.acceptProposedAction()
            self._show_frame(on=True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self._show_frame(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it on."""
        self._show_frame(on=False)
        event.acceptProposedAction()
        self.media_given.emit(event.mimeData())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        super().paintEvent(event)
        if self._dropping:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 6, -6, -6), 8, 8)
            painter.end()

    def _show_frame(self, *, on: bool) -> None:
        self._dropping = on
        self.update()
