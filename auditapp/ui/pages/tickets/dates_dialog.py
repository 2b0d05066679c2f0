"""The question which of day and month stands first, with the example read in each order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton

from auditapp.tickets.reading.shapes import DateOrder
from auditapp.ui._gen.ui_ticket_dates_dialog import Ui_TicketDatesDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext

_CENTURY: Final = 100


class DatesDialog(QDialog):
    """Nothing is chosen until the user chooses.

    Signals:
        answered: the order (DateOrder's value).
    """

    answered = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_TicketDatesDialog()
        self._ui.setupUi(self)
        self._ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Continue"))
        self._ok.setEnabled(False)
        self.choices: dict[DateOrder, QRadioButton] = {
            DateOrder.DMY: self._ui.dmy_radio,
            DateOrder.MDY: self._ui.mdy_radio,
            DateOrder.YMD: self._ui.ymd_radio,
        }
        for radio in self.choices.values():
            radio.toggled.connect(self._on_toggled)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def ask(self, column: str, example: str, orders: Sequence[DateOrder]) -> None:
        """Set what is asked."""
        self._ui.sentence_label.setText(
            self.tr("Dates in “{column}” such as “{example}” can be read in more than one order.")
            .format(column=column, example=example)
        )  # fmt: skip
        names = {
            DateOrder.DMY: self.tr("Day, month, year"),
            DateOrder.MDY: self.tr("Month, day, year"),
            DateOrder.YMD: self.tr("Year, month, day"),
        }
        for order, radio in self.choices.items():
            read = read_in(example, order)
            radio.setText(f"{names[order]}   →   {read}" if read else names[order])
            radio.setVisible(not orders or order in orders)
        layout = self.layout()
        if layout is not None:  # as high as the sentence wants at this width
            self.ensurePolished()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_toggled(self) -> None:
        self._ok.setEnabled(any(radio.isChecked() for radio in self.choices.values()))

    def _on_accepted(self) -> None:
        self.accept()
        for order, radio in self.choices.items():
            if radio.isChecked():
                self.answered.emit(order.value)


def read_in(example: str, order: DateOrder) -> str:
    """The day of an example in an order, as 2025-03-04; empty where it is none."""
    numbers = [int(part) for part in re.findall(r"\d+", example)[:3]]
    if len(numbers) < 3:
        return ""
    parts = {letter: numbers[order.value.index(letter)] for letter in "ymd"}
    if not (1 <= parts["m"] <= 12 and 1 <= parts["d"] <= 31):
        return ""
    year = parts["y"] + 2000 if parts["y"] < _CENTURY else parts["y"]
    return f"{year:04d}-{parts['m']:02d}-{parts['d']:02d}"
