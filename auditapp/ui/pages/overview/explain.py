"""How a figure came about: every answer with its weight, its value and what it takes away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext


@dataclass(frozen=True)
class ExplainRow:
    """One answer behind a figure; ``loss`` is what it keeps the figure from 1 (share)."""

    question: str
    unit_id: UUID
    unit: str
    words: str
    result: str
    weight: int
    value: float
    loss: float


class ExplainDialog(QDialog):
    """The lines of a figure, those that cost most first.

    Signals:
        pair_chosen: a line was opened ((question id, unit id)).
    """

    pair_chosen = Signal(object)

    def __init__(
        self, context: AppContext, title: str, sentences: Sequence[str], rows: Sequence[ExplainRow],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(880, 520)
        head = QLabel(title, self)
        head.setProperty("role", "title")
        said = QLabel("\n".join(sentences), self)
        said.setProperty("role", "muted")
        said.setWordWrap(True)
        percent = context.texts.percent
        columns: list[Column[ExplainRow]] = [
            Column(lambda: self.tr("Question"), lambda row: row.question, width=112),
            Column(lambda: self.tr("Unit"), lambda row: row.unit, width=72),
            Column(lambda: self.tr("Text"), lambda row: row.words, stretch=True),
            Column(lambda: self.tr("Result"), lambda row: row.result, width=176),
            Column(
                lambda: self.tr("Weight"),
                lambda row: str(row.weight),
                lambda row: row.weight,
                width=72,
                right=True,
            ),
            Column(
                lambda: self.tr("Value"),
                lambda row: percent(row.value),
                lambda row: row.value,
                width=72,
                right=True,
            ),
            Column(
                lambda: self.tr("Takes away"),
                lambda row: percent(row.loss, 1),
                lambda row: row.loss,
                width=104,
                right=True,
            ),
        ]
        model = RowsModel(columns, lambda row: (row.question, row.unit_id), self)
        model.set_rows(sorted(rows, key=lambda row: (-row.loss, row.question)))
        self.table: RowTable[ExplainRow] = RowTable(model, self)
        self.table.setAccessibleName(title)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(said)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.table.row_opened.connect(self._on_opened)
        self.table.setFocus()

    def _on_opened(self, row: ExplainRow | None) -> None:
        if row is not None:
            self.accept()
            self.pair_chosen.emit((row.question, row.unit_id))
