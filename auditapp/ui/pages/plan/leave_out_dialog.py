"""Asking why questions are left out of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.domain.selection import LeftOutReason
from auditapp.ui._gen.ui_plan_leave_out_dialog import Ui_PlanLeaveOutDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QWidget

    from auditapp.texts import Texts


class LeaveOutDialog(QDialog):
    """A reason from the list, and a note, which *other* needs.

    Signals:
        answered: (LeftOutReason, note or None).
    """

    answered = Signal(object, object)

    def __init__(self, texts: Texts, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_PlanLeaveOutDialog()
        self.ui.setupUi(self)
        title = self.tr("Leave out of the plan")
        self.setWindowTitle(title)
        self.ui.title_label.setText(title)
        self.ui.sentence_label.setText(sentence)
        offer_reasons(self.ui.reason_combo, texts, LeftOutReason.LOW_RISK)
        self.ok_button = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Leave out"))
        self.ui.reason_combo.currentIndexChanged.connect(self._check)
        self.ui.note_edit.textChanged.connect(self._check)
        self.ui.buttons.accepted.connect(self._on_accepted)
        self.ui.buttons.rejected.connect(self.reject)
        self._check()

    def _check(self) -> None:
        note = self.ui.note_edit.text().strip()
        self.ok_button.setEnabled(
            bool(note) or chosen_reason(self.ui.reason_combo) is not LeftOutReason.OTHER
        )

    def _on_accepted(self) -> None:
        reason, note = chosen_reason(self.ui.reason_combo), self.ui.note_edit.text().strip()
        self.accept()
        self.answered.emit(reason, note or None)


def offer_reasons(combo: QComboBox, texts: Texts, chosen: LeftOutReason) -> None:
    """Fill a list with the reasons, by name."""
    for reason in LeftOutReason:
        combo.addItem(texts.enum(reason), reason.value)
    combo.setCurrentIndex(list(LeftOutReason).index(chosen))


def chosen_reason(combo: QComboBox) -> LeftOutReason:
    """The reason that a list shows."""
    return LeftOutReason(str(combo.currentData()))
