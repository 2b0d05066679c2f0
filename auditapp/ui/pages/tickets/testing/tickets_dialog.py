"""The tickets behind exceptions: every field as it was read, and what else each ticket fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from auditapp.errors import UserError
from auditapp.ops.queries.ticket_exceptions import ticket
from auditapp.ui.pages.records.layout import button, column, label, line
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from auditapp.ops.queries.ticket_rows import ExceptionRow, TicketCell
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext


class TicketsDialog(QDialog):
    """Left the chosen tickets, right the fields of the current one."""

    def __init__(
        self,
        context: AppContext,
        files: TicketFiles | None,
        population_id: UUID,
        rows: Sequence[ExceptionRow],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._files, self._population = context, files, population_id
        self.setWindowTitle(self.tr("Tickets"))
        self.setModal(True)
        self.title = label(self, "title")
        self.fails = label(self, "muted", wrap=True)
        self.list_model: RowsModel[ExceptionRow] = RowsModel(
            [
                Column(lambda: self.tr("Ticket"), lambda it: it.ticket, stretch=True),
                Column(lambda: self.tr("Row"), lambda it: str(it.row_no), width=72, right=True),
            ],
            lambda it: it.row_no,
            self,
        )
        self.list: RowTable[ExceptionRow] = RowTable(self.list_model, self)
        self.list.setAccessibleName(self.tr("Tickets"))
        self.cell_model: RowsModel[TicketCell] = RowsModel(
            [
                Column(lambda: self.tr("Field"), self._field, width=200),
                Column(lambda: self.tr("Value"), self._value, stretch=True, colour=self._ink),
            ],
            lambda it: it.field,
            self,
        )
        self.cells: RowTable[TicketCell] = RowTable(self.cell_model, self)
        self.cells.setAccessibleName(self.tr("Fields of the ticket"))
        self._arrange()
        self.list.row_chosen.connect(self._show)
        self.list_model.set_rows(rows)
        if rows:
            self.list.choose(rows[0].row_no)

    def _arrange(self) -> None:
        left, right = Card(self, margin=1, gap=0), Card(self, margin=1, gap=0)
        left.body.addWidget(self.list)
        right.body.addWidget(self.cells)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([280, 560])
        close = button(self._context.icons, None, self.accept, self)
        close.setText(self.tr("Close"))
        foot = line()
        foot.addStretch()
        foot.addWidget(close)
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        box.addWidget(self.title)
        box.addWidget(self.fails)
        box.addWidget(split, 1)
        box.addLayout(foot)
        self.resize(900, 560)

    def _show(self, row: ExceptionRow | None) -> None:
        if row is None:
            return
        try:
            view = ticket(self._context.audit, self._files, self._population, row.row_no)
        except UserError as error:
            self._context.refused.emit(error)
            return
        self.title.setText(row.ticket)
        self.cell_model.set_rows(() if view is None else view.cells)
        if view is None:
            self.fails.setText(self._context.texts.say("ticket_mark.elsewhere"))
        else:
            rules = ", ".join(view.fails) or "–"
            self.fails.setText(self.tr("Fails in the latest run: {rules}").format(rules=rules))

    def _field(self, cell: TicketCell) -> str:
        key = f"ticket_field.{cell.field}"
        texts = self._context.texts
        return texts.say(key) if texts.has(key) else cell.field

    def _value(self, cell: TicketCell) -> str:
        return cell.text or (self.tr("cannot be read") if cell.bad else "")

    def _ink(self, cell: TicketCell) -> str:
        return self._context.theme.css("major" if cell.bad else "text")
