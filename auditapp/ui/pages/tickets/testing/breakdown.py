"""A result by month, unit, channel or category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.domain.vocabulary import Dimension
from auditapp.ops.queries.ticket_board import breakdown
from auditapp.ui.pages.records.cells import PaintedCell
from auditapp.ui.pages.records.layout import button, column, label, line
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from auditapp.ops.queries.ticket_rows import ResultDetail, Slice
    from auditapp.ui.context import AppContext

ORDER: Final = (Dimension.MONTH, Dimension.UNIT, Dimension.CHANNEL, Dimension.CATEGORY)


class BreakdownPane(QWidget):
    """Signals:
    slice_wanted: show the exceptions of a slice (Dimension, key).
    """

    slice_wanted = Signal(object, str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: ResultDetail | None = None
        self._highest = 1.0
        self.by = SegmentedButtons(context.theme, len(ORDER), self)
        self.by.current = 0
        self.note = label(self, "caption", wrap=True)
        self.model: RowsModel[Slice] = RowsModel(self._columns(), lambda it: it.key, self)
        self.table: RowTable[Slice] = RowTable(self.model, self)
        self.table.setItemDelegateForColumn(1, PaintedCell(self._draw_bar, self.table))
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        self.show_button = button(context.icons, "tickets", self._on_show, self)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        foot = line()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.show_button)
        box = column(self, gap=8)
        box.addWidget(self.by)
        box.addWidget(card, 1)
        box.addLayout(foot)
        self.by.chosen.connect(self._fill)
        self.table.row_chosen.connect(self._look)
        self.table.row_opened.connect(self._on_show)

    def load(self, detail: ResultDetail) -> None:
        """Show a result."""
        self._detail = detail
        self._fill()

    def retranslate(self) -> None:
        """Set every string again."""
        self.by.set_texts([self._context.texts.enum(it) for it in ORDER])
        self.table.setAccessibleName(self.tr("Breakdown"))
        self.note.setText(self.tr("Below 30 tested tickets only n/N is shown."))
        self.show_button.setText(self.tr("Show its exceptions"))
        self.show_button.setToolTip(self.tr("Only the exceptions of this line") + "  Enter")
        self.table.retranslate()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Slice]]:
        texts = self._context.texts
        return [
            Column(lambda: "", self._key, lambda it: it.key, width=160),
            Column(
                lambda: self.tr("Rate"),
                self._rate,
                lambda it: -1.0 if it.rate is None else it.rate,
                stretch=True,
            ),
            Column(
                lambda: self.tr("n / N"),
                lambda it: f"{texts.number(it.numerator)} / {texts.number(it.denominator)}",
                lambda it: it.denominator,
                width=104,
                right=True,
            ),
            Column(
                lambda: self.tr("Cannot test"),
                lambda it: texts.number(it.counts.cannot_test) if it.counts.cannot_test else "–",
                lambda it: it.counts.cannot_test,
                width=92,
                right=True,
            ),
        ]

    def _key(self, part: Slice) -> str:
        return part.key or self.tr("not given")

    def _rate(self, part: Slice) -> str:
        return self._context.texts.percent(part.rate, 1) if part.coloured else "–"

    def _draw_bar(self, painter: QPainter, rect: QRect, part: Slice) -> None:
        theme = self._context.theme
        painter.setPen(theme.colour("text" if part.coloured else "muted"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(rect.x(), rect.y(), 56, rect.height()), left, self._rate(part))
        if part.rate is None or not part.coloured:
            return
        room = max(rect.width() - 76, 8)
        width = room * min(part.rate / self._highest, 1.0)
        bar = QRectF(rect.x() + 68, rect.center().y() - 4, max(width, 1.0), 9)
        painter.fillRect(bar, theme.colour("accent"))

    def _fill(self) -> None:
        detail = self._detail
        if detail is None:
            return
        dimension = ORDER[self.by.current or 0]
        rows = breakdown(self._context.audit, detail.row.result_id, dimension)
        known = [it.rate for it in rows if it.rate is not None and it.coloured]
        self._highest = max([*known, 1e-9])
        self.model.set_rows(rows)
        self._look()

    def _look(self) -> None:
        row = self.table.current_row
        self.show_button.setEnabled(row is not None and row.counts.failed > 0)

    def _on_show(self) -> None:
        row = self.table.current_row
        if row is not None and row.counts.failed:
            self.slice_wanted.emit(ORDER[self.by.current or 0], row.key)
