"""A scroll area that is as high as its text, and scrolls only when there is no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QSize
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEAST: Final = 72
SLIDE_MS: Final = 120
SLIDE_WAY: Final = 24


class ReadingArea(QScrollArea):
    """Holds the question; ``slide_in`` moves it a little way into its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._slide = QPropertyAnimation(self)
        self._slide.setPropertyName(b"pos")
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def sizeHint(self) -> QSize:
        """As high as the text at this width."""
        inner = self._inner()
        layout = None if inner is None else inner.layout()
        if layout is None:
            return super().sizeHint()
        width = max(self.viewport().width(), 200)
        return QSize(width, max(layout.heightForWidth(width), LEAST))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(200, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width is a new height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def slide_in(self, way: int) -> None:
        """Let the new text come from the right (1) or the left (-1); 0: it just stands there."""
        self._slide.stop()
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        inner = self._inner()
        if not way or inner is None or not self.isVisible():
            return
        self._slide.setTargetObject(inner)
        self._slide.setStartValue(QPoint(SLIDE_WAY * way, 0))
        self._slide.setEndValue(QPoint(0, 0))
        self._slide.start()

    def _inner(self) -> QWidget | None:
        return self.widget()
