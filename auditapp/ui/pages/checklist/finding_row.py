"""The findings of a question as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from auditapp.ui.pages.checklist.chips import Chip, ChipRow
from auditapp.ui.widgets.labels import GLYPHS, token_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.question import FindingChip
    from auditapp.ui.context import AppContext


class FindingRow(QWidget):
    """Grade, number and title of each finding that was raised here.

    Signals:
        opened: show a finding (UUID).
    """

    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: tuple[FindingChip, ...] = ()
        self._none = QLabel(self)
        self._none.setProperty("role", "caption")
        self.row = ChipRow(1, self)
        self.chips: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.row)

    def show_items(self, items: Sequence[FindingChip]) -> None:
        """Show the findings of a question."""
        if self._items != tuple(items) or not self._items:
            self._items = tuple(items)
            self._fill()

    def retranslate(self) -> None:
        """Set every string again."""
        self._none.setText(self.tr("No finding from this question"))
        self._fill()

    def _fill(self) -> None:
        self.chips = [self._chip(item) for item in self._items]
        self._none.setVisible(not self._items)
        self.row.setVisible(bool(self._items))
        self.row.set_chips(self.chips)

    def _chip(self, item: FindingChip) -> Chip:
        context = self._context
        chip = Chip(context.icons, self.row)
        number = item.final_number or item.number
        state, grade = context.texts.enum(item.state), context.texts.enum(item.grade)
        title = item.title.best(context.lang) or state
        chip.dress(number, title, glyph=GLYPHS[item.grade.value], token=token_of(item.grade))
        chip.setAccessibleName(f"{number}, {grade}, {state}, {title}")
        chip.setToolTip(f"{number} · {grade} · {state}\n{title}")
        chip.clicked.connect(lambda: self.opened.emit(item.id))
        return chip
