"""Who changed this answer, when, from what to what: a popup that any key or click closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditapp.texts import formats
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from auditapp.ops.queries.question import AnswerChange
    from auditapp.ui.context import AppContext

WIDTH: Final = 560
TALLEST: Final = 400
MANY: Final = 100


class HistoryPopover(QFrame):
    """The history of one answer, newest first."""

    def __init__(
        self,
        context: AppContext,
        changes: Sequence[AnswerChange],
        parent: QWidget | None = None,
        *,
        answer_id: UUID | None = None,
    ) -> None:
        """``answer_id`` is whose history it is, for the way to the audit trail."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._context = context
        self._answer_id = answer_id
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        title = QLabel(self.tr("History of this answer"), self)
        title.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        self.trail_button = QPushButton(self.tr("In the audit trail"), self)
        self.trail_button.setAccessibleName(self.trail_button.text())
        self.trail_button.setToolTip(self.trail_button.text())
        self.trail_button.setVisible(answer_id is not None)
        self.trail_button.clicked.connect(self._on_trail)
        head.addWidget(self.trail_button)
        column.addLayout(head)
        inner = QWidget()
        inner.setProperty("role", "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        self.lines: list[str] = []
        for number, change in enumerate(changes[:MANY]):
            self._add(grid, number, change)
        if not changes:
            grid.addWidget(QLabel(self.tr("Nothing yet."), inner), 0, 0)
        area = QScrollArea(self)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area)
        area.setMinimumHeight(min(inner.sizeHint().height() + 4, TALLEST))
        self.resize(WIDTH, min(self.sizeHint().height(), TALLEST + 64))

    def show_below(self, anchor: QWidget) -> None:
        """Show it under a widget, its right edge kept inside the window."""
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        self.move(corner)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Return and H close it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_H):
            self.close()
            return
        super().keyPressEvent(event)

    def _on_trail(self) -> None:
        self.close()
        self._context.go("trail", ("answer", self._answer_id))

    def _add(self, grid: QGridLayout, number: int, change: AnswerChange) -> None:
        texts = self._context.texts
        at = change.at.astimezone()
        who = "" if change.person is None else change.person.code
        cells = [f"{at:%m-%d %H:%M:%S}", who, self._field(change.field)]
        for place, words in enumerate(cells):
            label = QLabel(words)
            label.setProperty("role", "caption")
            grid.addWidget(label, number, place)
        shown = [self._value(value) for value in (change.before, change.after)]
        said = self.tr("was {before}, now {after}").format(before=shown[0], after=shown[1])
        if change.undone:
            said += " " + self.tr("(taken back)")
        self.lines.append(said)
        label = ElidedLabel(said)
        label.setToolTip(said)
        grid.addWidget(label, number, 3)
        del texts

    def _field(self, name: str) -> str:
        names = {
            "result": self.tr("Result"),
            "fulfilment": self.tr("Degree"),
            "reason": self.tr("Reason"),
            "note": self.tr("Note"),
            "observed_on": self.tr("Observed on"),
        }
        return names.get(name, name)

    def _value(self, value: object) -> str:
        if value in (None, ""):
            return formats.DASH
        return " ".join(self._context.texts.show(value).split())
