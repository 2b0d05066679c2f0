"""The team's passphrase: a new one, the one that is known, another one instead of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from auditapp.tickets.keys import LEAST_PASSPHRASE
from auditapp.ui._gen.ui_ticket_key_dialog import Ui_TicketKeyDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Wish(StrEnum):
    """What the passphrase is wanted for."""

    MAKE = "make"
    UNLOCK = "unlock"
    CHANGE = "change"
    TAKE = "take"


class KeyDialog(QDialog):
    """Asks for one passphrase, or for the old and the new one.

    Signals:
        answered: (passphrase, new passphrase or ''); both empty: go on without a key.
    """

    answered = Signal(object)

    def __init__(self, wish: Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.wish = wish
        self._ui = Ui_TicketKeyDialog()
        self._ui.setupUi(self)
        self.setWindowTitle(self._title())
        self._ui.title_label.setText(self._title())
        self._ui.sentence_label.setText(self._sentence())
        changes, makes = wish is Wish.CHANGE, wish is Wish.MAKE
        for widget in (self._ui.new_label, self._ui.new_edit):
            widget.setVisible(changes)
        for widget in (self._ui.again_label, self._ui.again_edit):
            widget.setVisible(changes or makes)
        self._ui.without_check.hide()
        self._ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Continue"))
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        self._ui.without_check.toggled.connect(self._look)
        for edit in (self._ui.pass_edit, self._ui.new_edit, self._ui.again_edit):
            edit.textChanged.connect(self._look)
        self.finished.connect(self.deleteLater)
        self._look()
        self._fit()
        self._ui.pass_edit.setFocus()

    def allow_without(self) -> None:
        """Offer to go on without a key that is kept."""
        self._ui.without_check.show()
        self._fit()

    def _fit(self) -> None:
        """As high as the sentence wants at this width."""
        layout = self.layout()
        if layout is not None:
            self.ensurePolished()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _title(self) -> str:
        return {
            Wish.MAKE: self.tr("A passphrase for the pseudonyms"),
            Wish.UNLOCK: self.tr("The team's passphrase"),
            Wish.CHANGE: self.tr("Change the passphrase"),
            Wish.TAKE: self.tr("The passphrase of the earlier audit"),
        }[self.wish]

    def _sentence(self) -> str:
        return {
            Wish.MAKE: self.tr(
                "Customers and staff become pseudonyms. Their key stays in this audit, sealed "
                "under the team's passphrase: whoever knows it can compare later extracts. "
                "Nobody can recover a lost passphrase."
            ),
            Wish.UNLOCK: self.tr(
                "It opens the key of this audit, so that this extract gets the same pseudonyms as "
                "the earlier ones and can be compared with them."
            ),
            Wish.CHANGE: self.tr("The key and all pseudonyms stay as they are."),
            Wish.TAKE: self.tr(
                "The key of that audit is taken into this one, under the same passphrase, so that "
                "its extracts can be compared with the new ones."
            ),
        }[self.wish]

    def _look(self) -> None:
        ui, wish = self._ui, self.wish
        without = ui.without_check.isChecked()
        for edit in (ui.pass_edit, ui.new_edit, ui.again_edit):
            edit.setEnabled(not without)
        wanted = ui.new_edit.text() if wish is Wish.CHANGE else ui.pass_edit.text()
        problem = ""
        if wish in (Wish.MAKE, Wish.CHANGE) and not without:
            if wanted and len(wanted) < LEAST_PASSPHRASE:
                problem = self.tr("At least {count} characters").format(count=LEAST_PASSPHRASE)
            elif ui.again_edit.text() and ui.again_edit.text() != wanted:
                problem = self.tr("The two passphrases differ")
        ui.problem_label.setText(problem)
        complete = bool(ui.pass_edit.text()) and bool(wanted)
        if wish in (Wish.MAKE, Wish.CHANGE):
            complete = complete and ui.again_edit.text() == wanted and not problem
        self._ok.setEnabled(without or complete)

    def _on_accepted(self) -> None:
        self.accept()
        ui = self._ui
        if ui.without_check.isChecked():
            self.answered.emit(("", ""))
        else:
            self.answered.emit((ui.pass_edit.text(), ui.new_edit.text()))
