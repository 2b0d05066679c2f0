"""Why tickets fail or cannot be tested; what is missing can be mapped from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.ui.pages.records.layout import button, column, label, line
from auditapp.ui.pages.tickets.testing.words import CANNOT, plain_map, reason_name
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from auditapp.ops.queries.ticket_rows import ResultDetail
    from auditapp.ui.context import AppContext


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with its tickets; ``verdict`` is fail, cannot_test or detail."""

    code: str
    name: str
    verdict: str
    tickets: int


class ReasonsPane(QWidget):
    """Signals:
    reason_wanted: show the exceptions with a reason (code).
    mapping_wanted: the fields that the rule needs and nobody mapped (tuple of field ids).
    """

    reason_wanted = Signal(str)
    mapping_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._unmapped: tuple[str, ...] = ()
        self.model: RowsModel[Reason] = RowsModel(self._columns(), lambda it: it.code, self)
        self.table: RowTable[Reason] = RowTable(self.model, self)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        self.unmapped_label = label(self, wrap=True)
        self.map_button = button(context.icons, "link", self._on_map, self)
        self.show_button = button(context.icons, "tickets", self._on_show, self)
        self.bar = QWidget(self)
        gap = line(self.bar, gap=12)
        gap.addWidget(self.unmapped_label, 1)
        gap.addWidget(self.map_button)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        foot = line()
        foot.addStretch()
        foot.addWidget(self.show_button)
        box = column(self, gap=8)
        box.addWidget(self.bar)
        box.addWidget(card, 1)
        box.addLayout(foot)
        self.table.row_chosen.connect(self._look)
        self.table.row_opened.connect(self._on_show)

    def load(self, detail: ResultDetail, unmapped: tuple[str, ...]) -> None:
        """Show a result; ``unmapped`` are fields of the rule that the population does not have."""
        texts, names = self._context.texts, detail.detail.get("names")
        rows = [
            Reason(
                code,
                reason_name(code, names, texts),
                "cannot_test" if code in CANNOT else "fail",
                number,
            )
            for code, number in detail.row.reasons.items()
        ]
        rows += [
            Reason(code, reason_name(code, names, texts), "detail", int(number))
            for code, number in plain_map(detail.detail.get("details")).items()
        ]
        self.model.set_rows(sorted(rows, key=lambda it: -it.tickets))
        self._unmapped = unmapped
        self._say_unmapped()
        self._look()

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("Reasons"))
        self.map_button.setText(self.tr("Map it"))
        self.map_button.setToolTip(self.tr("Go to the mapping of columns; a new import tests it"))
        self.show_button.setText(self.tr("Show its exceptions"))
        self.show_button.setToolTip(self.tr("Only the exceptions with this reason") + "  Enter")
        self.table.retranslate()
        self._say_unmapped()

    # -- inside -------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Reason]]:
        texts = self._context.texts
        return [
            Column(lambda: self.tr("Reason"), lambda it: it.name, stretch=True),
            Column(lambda: self.tr("Verdict"), self._verdict, width=128),
            Column(
                lambda: self.tr("Tickets"),
                lambda it: texts.number(it.tickets),
                lambda it: it.tickets,
                width=92,
                right=True,
            ),
        ]

    def _verdict(self, reason: Reason) -> str:
        words = {
            "fail": "✗ " + self.tr("fail"),
            "cannot_test": "? " + self.tr("cannot test"),
            "detail": self.tr("noted beside"),
        }
        return words[reason.verdict]

    def _say_unmapped(self) -> None:
        texts = self._context.texts
        keys = [f"ticket_field.{name}" for name in self._unmapped]
        names = [texts.say(key) for key in keys if texts.has(key)]
        said = self.tr("No column for {fields}: what rests on it cannot be tested.").format(
            fields=texts.join(names)
        )
        self.unmapped_label.setText(said)
        self.bar.setVisible(bool(names))

    def _look(self) -> None:
        row = self.table.current_row
        self.show_button.setEnabled(row is not None and row.verdict == "fail")

    def _on_show(self) -> None:
        row = self.table.current_row
        if row is not None and row.verdict == "fail":
            self.reason_wanted.emit(row.code)

    def _on_map(self) -> None:
        self.mapping_wanted.emit(self._unmapped)
