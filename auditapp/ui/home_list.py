"""A card of rows that scrolls when it has to, and asks for no more room than its rows need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.home_rows import HomeButton

MARGIN = 4
LINE = 1
NOTE = 48


class RowList(Card):
    """Rows under each other; one sentence where there are none."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=MARGIN, gap=0)
        self.rows: list[HomeButton] = []
        self._least = least
        self._whole = 0
        self._note = QLabel(self)
        self._note.setProperty("role", "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setFixedHeight(NOTE)
        inside = QWidget()
        inside.setProperty("role", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setProperty("role", "bare")
        self.body.addWidget(self._note)
        self.body.addWidget(self._area)

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self._whole)

    def minimumSizeHint(self) -> QSize:
        """As high as the fewest rows that are worth scrolling."""
        return QSize(super().minimumSizeHint().width(), min(self._least, self._whole))

    def fill(self, rows: Sequence[HomeButton], note: str = "") -> None:
        """Show rows in place of those before; ``note`` stands where there are none."""
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = list(rows)
        for number, row in enumerate(self.rows):
            row.is_first = number == 0
            self._column.addWidget(row)
        self._note.setText(note)
        self._note.setVisible(not self.rows)
        self._area.setVisible(bool(self.rows))
        height = sum(row.sizeHint().height() for row in self.rows) or NOTE
        self._whole = height + 2 * (MARGIN + LINE)
        self.setMaximumHeight(self._whole)
        self.updateGeometry()

    def scroll_to_top(self) -> None:
        """Show the first rows: Qt scrolls along when it looks for a row to focus."""
        self._area.verticalScrollBar().setValue(0)

    def show_row(self, row: HomeButton) -> None:
        """Scroll a row into sight and give it the focus."""
        row.show()  # a row that was just made has not been shown: it could not take the focus
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row, 0, 0)
