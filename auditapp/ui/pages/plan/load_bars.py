"""Planned hours against the team's hours as bars: by unit, then by day. Painted; words go along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from auditapp.ui.theme import Theme, Token

ROW: Final = 28
LABEL: Final = 112
WORDS: Final = 152
BAR: Final = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: minutes done within the hours, minutes beyond, and the hours themselves.

    A row without hours and work is a heading.
    """

    label: str
    words: str = ""
    within: int = 0
    over: int = 0
    hours: int = 0
    heading: bool = False


class LoadBars(QWidget):
    """Rows of bars on one scale; what fits nowhere is red and says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these rows."""
        self.bars = tuple(bars)
        lines = [f"{bar.label}: {bar.words}" if bar.words else bar.label for bar in self.bars]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip("\n".join(lines))
        self.setFixedHeight(max(ROW * len(self.bars), 1))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(LABEL + WORDS + 120, ROW * max(len(self.bars), 1))

    def minimumSizeHint(self) -> QSize:
        """Label and words stay readable."""
        return QSize(LABEL + WORDS + 48, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((max(bar.within + bar.over, bar.hours) for bar in self.bars), default=0)
        for number, bar in enumerate(self.bars):
            self._paint_row(painter, bar, number * ROW, most)
        painter.end()

    def _paint_row(self, painter: QPainter, bar: Bar, top: int, most: int) -> None:
        metrics = painter.fontMetrics()
        font = QFont(self.font())
        if bar.heading:
            font.setPixelSize(12)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self._theme.colour("muted"))
            box = QRectF(0, top, self.width(), ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, bar.label)
            painter.setFont(self.font())
            return
        painter.setPen(self._theme.colour("text"))
        label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, LABEL - 8)
        painter.drawText(QRectF(0, top, LABEL, ROW), Qt.AlignmentFlag.AlignVCenter, label)
        room = self.width() - LABEL - WORDS - 8
        self._paint_bar(painter, bar, QRectF(LABEL, top + (ROW - BAR) / 2, room, BAR), most)
        font.setPixelSize(12)
        font.setBold(bar.over > 0)
        painter.setFont(font)
        painter.setPen(self._theme.colour("major" if bar.over else "muted"))
        words = QRectF(self.width() - WORDS, top, WORDS, ROW)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, bar.words)
        painter.setFont(self.font())

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF, most: int) -> None:
        if not most:
            return

        def piece(start: int, end: int) -> QRectF:
            scale = box.width() / most
            return QRectF(box.x() + start * scale, box.y(), (end - start) * scale, box.height())

        def fill(start: int, end: int, token: Token) -> None:
            if end > start:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(token))
                painter.drawRect(piece(start, end))

        fill(0, bar.hours, "sunken")
        fill(0, bar.within, "accent")
        fill(bar.within, bar.within + bar.over, "major")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        if bar.hours:
            painter.drawRect(piece(0, bar.hours))
