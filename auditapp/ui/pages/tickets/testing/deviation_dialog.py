"""Accepting exceptions as deviations, and the list of those that were accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from auditapp.errors import UserError
from auditapp.ops.deviations import Acceptance, accept_deviation, withdraw_deviation
from auditapp.ops.queries.ticket_decisions import deviations
from auditapp.ui._gen.ui_ticket_deviation_dialog import Ui_TicketDeviationDialog
from auditapp.ui.pages.records.layout import button, column, label, line
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from auditapp.ops.queries.ticket_rows import BoardRow, DeviationRow
    from auditapp.ui.context import AppContext


class DeviationDialog(QDialog):
    """Signals:
    accepted_now: it is stored (the deviation's id).
    """

    accepted_now = Signal(object)

    def __init__(
        self,
        context: AppContext,
        row: BoardRow,
        population_id: UUID,
        tickets: tuple[str, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._row, self._population = context, row, population_id
        self._tickets = tickets
        self._ui = Ui_TicketDeviationDialog()
        self._ui.setupUi(self)
        said = self.tr("Accept exceptions of {rule}: {n}")
        number = context.texts.number(len(tickets))
        self._ui.title_label.setText(said.format(n=number, rule=row.rule_id))
        for field in (self._ui.approved_edit, self._ui.expires_edit):
            field.set_icons(context.icons)
        self._ui.approved_edit.set_day(context.audit.now().astimezone().date())
        self._ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Accept"))
        self._ui.problem_label.hide()
        self._ui.reason_edit.textChanged.connect(self._look)
        self._ui.approver_edit.textChanged.connect(self._look)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._ok.click)
        self._look()

    def _look(self) -> None:
        reason = self._ui.reason_edit.toPlainText().strip()
        self._ok.setEnabled(bool(reason and self._ui.approver_edit.text().strip()))

    def _on_accepted(self) -> None:
        ui = self._ui
        wrong = next((it for it in (ui.approved_edit, ui.expires_edit) if it.is_wrong), None)
        if wrong is not None:
            wrong.setFocus()
            return
        acceptance = Acceptance(
            reason=ui.reason_edit.toPlainText(),
            approver=ui.approver_edit.text(),
            approved_on=ui.approved_edit.day,
            expires_on=ui.expires_edit.day,
        )
        try:
            op = accept_deviation(self._row.rule_id, self._population, self._tickets, acceptance)
        except UserError as error:
            ui.problem_label.setText(self._context.texts.error(error))
            ui.problem_label.show()
            return
        outcome = self._context.perform(op)
        if outcome is not None:
            self.accept()
            self.accepted_now.emit(outcome.value)


class DecisionsDialog(QDialog):
    """The accepted deviations of a rule; one can be taken back."""

    def __init__(self, context: AppContext, rule_id: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._rule, self._today = context, rule_id, today
        self.setWindowTitle(self.tr("Accepted deviations"))
        self.setModal(True)
        title = label(self, "title")
        title.setText(self.tr("Accepted deviations of {rule}").format(rule=rule_id))
        self._none = label(self, "muted")
        self._none.setText(self.tr("None yet. Choose exceptions and accept them with a reason."))
        self.model: RowsModel[DeviationRow] = RowsModel(self._columns(), lambda row: row.id, self)
        self.table: RowTable[DeviationRow] = RowTable(self.model, self)
        self.table.setAccessibleName(title.text())
        self.withdraw = button(context.icons, "undo", self._on_withdraw, self)
        self.withdraw.setText(self.tr("Take back"))
        close = button(context.icons, None, self.accept, self)
        close.setText(self.tr("Close"))
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        foot = line()
        foot.addWidget(self.withdraw)
        foot.addStretch()
        foot.addWidget(close)
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        box.addWidget(title)
        box.addWidget(self._none)
        box.addWidget(card, 1)
        box.addLayout(foot)
        self.resize(820, 420)
        self.table.row_chosen.connect(self._look)
        self._fill()

    def _columns(self) -> list[Column[DeviationRow]]:
        texts = self._context.texts
        return [
            Column(lambda: self.tr("Tickets"), lambda it: texts.number(len(it.tickets)), width=72),
            Column(lambda: self.tr("Reason"), lambda it: it.reason, stretch=True),
            Column(lambda: self.tr("Approved by"), lambda it: it.approver, width=128),
            Column(lambda: self.tr("Expires"), lambda it: texts.date(it.expires_on), width=112),
            Column(lambda: self.tr("State"), self._state, width=112),
        ]

    def _state(self, row: DeviationRow) -> str:
        if row.withdrawn:
            return self.tr("taken back")
        return self.tr("in force") if row.in_force else self.tr("expired")

    def _fill(self) -> None:
        rows = deviations(self._context.audit, today=self._today, rule_id=self._rule)
        self.model.set_rows(rows)
        self._none.setVisible(not rows)
        self._look()

    def _look(self) -> None:
        row = self.table.current_row
        self.withdraw.setEnabled(row is not None and not row.withdrawn)

    def _on_withdraw(self) -> None:
        row = self.table.current_row
        if row is not None and self._context.perform(withdraw_deviation(row.id)) is not None:
            self._fill()
