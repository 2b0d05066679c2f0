"""A tree with its own small arrows, and nothing painted beside a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QTreeView

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QWidget

HALF: Final = 3.0


class PlainTree(QTreeView):
    """Draws an arrow for what opens; the delegate draws the rest, the selection too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet("QTreeView { selection-background-color: transparent }")

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """An arrow beside what has children."""
        if not self.model().hasChildren(index):
            return
        middle = QPointF(rect.right() - self.indentation() / 2 + 1, rect.center().y() - 1)
        if self.isExpanded(index):
            turns = ((-HALF, -HALF / 2), (0, HALF / 2), (HALF, -HALF / 2))
        else:
            turns = ((-HALF / 2, -HALF), (HALF / 2, 0), (-HALF / 2, HALF))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in turns]))
        painter.restore()
