"""The grid of limits: clocks, their limits by category and customer tier, and their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from auditapp.ops.queries.ticket_decisions import sla_limits
from auditapp.ui.pages.records.layout import column, label
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.ticket_rows import SlaRow
    from auditapp.ui.context import AppContext


class SlaDialog(QDialog):
    """The limits of the open audit."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Limits"))
        self.setModal(True)
        title = label(self, "title")
        title.setText(self.tr("Limits"))
        self.model: RowsModel[SlaRow] = RowsModel(
            [
                Column(lambda: self.tr("Clock"), lambda row: row.clock),
                Column(lambda: self.tr("Category"), lambda row: row.category),
                Column(lambda: self.tr("Customer tier"), lambda row: row.tier),
                Column(lambda: self.tr("Limit"), lambda row: row.limit or ""),
                Column(lambda: self.tr("Source"), lambda row: row.source, stretch=True),
            ],
            lambda row: row.id,
            self,
        )
        self.table: RowTable[SlaRow] = RowTable(self.model, self)
        self.table.setAccessibleName(self.tr("Limits"))
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        box.addWidget(title)
        box.addWidget(self.table, 1)
        self.model.set_rows(sla_limits(context.audit))
        self.resize(960, 560)


def edit_limits(context: AppContext, parent: QWidget) -> None:
    """Open the grid of limits of the open audit."""
    SlaDialog(context, parent).open()
