"""Who this user is in the open audit: joins its team, or is one of it already."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QDialog, QWidget

from auditapp.settings import Person
from auditapp.ui._gen.ui_join_dialog import Ui_JoinDialog

if TYPE_CHECKING:
    from auditapp.ui.context import AppContext


class JoinDialog(QDialog):
    """Asked when a change is wanted by somebody who is not in the audit."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_JoinDialog()
        self._ui.setupUi(self)
        me, team = context.settings.me, context.heading.team
        self._ui.sentence_label.setText(
            self.tr("{name} ({code}) is not in the team of this audit.").format(
                name=me.name, code=me.code
            )
        )
        self._ui.add_radio.setText(self.tr("Add me to the team as an auditor"))
        for person in team:
            self._ui.team_combo.addItem(f"{person.name} ({person.code})", person.code)
        self._ui.add_radio.setChecked(True)
        self._ui.choose_radio.setEnabled(bool(team))
        self._ui.team_combo.setEnabled(bool(team))
        self._ui.team_combo.activated.connect(self._on_chosen)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)

    def _on_chosen(self) -> None:
        self._ui.choose_radio.setChecked(True)

    def _on_accepted(self) -> None:
        if self._ui.choose_radio.isChecked():
            code = cast("str", self._ui.team_combo.currentData())
            chosen = next(person for person in self._context.heading.team if person.code == code)
            self._context.change_settings(me=Person(chosen.name, chosen.code))
        else:
            self._context.join()
        self.accept()
