"""Choosing a grade: those that the criteria do not carry are greyed and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from auditapp.domain.vocabulary import Grade
from auditapp.ui.pages.records.layout import column
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.labels import paint_badge, paint_glyph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from auditapp.domain.grading import GradeReason
    from auditapp.ui.context import AppContext


class GradeRow(QAbstractButton):
    """One grade: a ring, the badge, and the reason when it cannot be given."""

    def __init__(self, context: AppContext, grade: Grade, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.grade = grade
        self.reason = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def say(self, reason: str) -> None:
        """Show it with the reason why it cannot be given; empty: it can."""
        word = self._context.texts.enum(self.grade)
        self.reason = reason
        self.setText(word)
        self.setEnabled(not reason)
        self.setAccessibleName(word)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason or word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A second line for the reason."""
        return QSize(200, 46 if self.reason else 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        del event
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(theme.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ring = QRectF(6, 8, 14, 14)
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "line_strong"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
        room = self.rect().adjusted(28, 0, -4, 0)
        if self.isEnabled():
            room.setHeight(30)
            paint_badge(painter, room, self.grade, self.text(), theme)
        else:
            self._greyed(painter)
        painter.end()

    def _greyed(self, painter: QPainter) -> None:
        muted = self._context.theme.colour("muted")
        paint_glyph(painter, QRectF(36, 3, 16, 24), self.grade, muted)
        painter.setPen(muted)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(56, 2, 0, -18), left, self.text())
        small = QFont(self.font())
        small.setPixelSize(CAPTION)
        painter.setFont(small)
        room = self.rect().adjusted(56, 24, -4, -2)
        said = painter.fontMetrics().elidedText(
            self.reason, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, left, said)


class GradeChooser(QWidget):
    """The five grades under each other.

    Signals:
        chosen: the user chose another one (Grade).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._group = QButtonGroup(self)
        self._current: Grade | None = None
        self.rows: dict[Grade, GradeRow] = {}
        box = column(self, gap=0)
        for grade in Grade:
            row = GradeRow(context, grade, self)
            self._group.addButton(row)
            self.rows[grade] = row
            row.toggled.connect(self._on_toggled)
            box.addWidget(row)

    @property
    def current(self) -> Grade | None:
        """The grade that is chosen."""
        return self._current

    def load(
        self, grade: Grade, possible: Mapping[Grade, GradeReason | None], *, locked: bool = False
    ) -> None:
        """Show a grade and which others could be given."""
        texts = self._context.texts
        self._current = grade
        for member, row in self.rows.items():
            why = possible[member]
            row.say("" if why is None else texts.enum(why))
            if locked:
                row.setEnabled(member is grade)
        self.rows[grade].setChecked(True)

    def _on_toggled(self, is_on: bool) -> None:
        row = self.sender()
        if is_on and isinstance(row, GradeRow) and row.grade is not self._current:
            self._current = row.grade
            self.chosen.emit(row.grade)
