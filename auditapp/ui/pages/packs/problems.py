"""What is wrong with a pack of one's own; a row leads to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.ui.pages.records.layout import column, label
from auditapp.ui.theme import ROW_HEIGHT
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.packs.source import Fault
    from auditapp.ui.context import AppContext

_ROWS: Final = 5


class ProblemList(QWidget):
    """Errors first; nothing is shown where nothing is wrong.

    Signals:
        opened: go to this Fault.
    """

    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.faults: tuple[Fault, ...] = ()
        self.title = label(self, "strong")
        self.model: RowsModel[Fault] = RowsModel(self._columns(), _id_of, self)
        self.table: RowTable[Fault] = RowTable(self.model, self)
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(self._on_clicked)
        self.table.row_opened.connect(self.opened)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        self._card = card
        box = column(self)
        box.addWidget(self.title)
        box.addWidget(card)
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show what is wrong now."""
        self.faults = tuple(sorted(faults, key=lambda it: it.warning))
        self.model.set_rows(self.faults)
        self.setVisible(bool(faults))
        self._card.setFixedHeight(min(len(faults), _ROWS) * ROW_HEIGHT + 8)
        self._say()

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("What is wrong or missing"))
        self.table.retranslate()
        self._say()

    def _say(self) -> None:
        number = self._context.texts.number
        wrong = sum(not it.warning for it in self.faults)
        self.title.setText(
            self.tr("To correct before saving: {wrong} · to look at: {warnings}").format(
                wrong=number(wrong), warnings=number(len(self.faults) - wrong)
            )
        )

    def _columns(self) -> list[Column[Fault]]:
        css = self._context.theme.css
        return [
            Column(
                lambda: "",
                lambda it: "!" if it.warning else "‼",
                width=28,
                colour=lambda it: css("minor" if it.warning else "major"),
            ),
            Column(lambda: "", lambda it: it.question_id or it.key, width=104),
            Column(lambda: "", lambda it: self._context.texts.error(it.as_error()), stretch=True),
        ]

    def _on_clicked(self) -> None:
        row = self.table.current_row
        if row is not None:
            self.opened.emit(row)


def _id_of(fault: Fault) -> tuple[str, str, str]:
    return fault.question_id, fault.key, fault.code
