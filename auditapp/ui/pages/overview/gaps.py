"""What is missing, by stage; each line leads to the place where it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel

from auditapp.domain.vocabulary import CheckKind, Stage
from auditapp.ops.queries.missing import MissingList, MissingRow
from auditapp.ui.pages.overview.cards import TitledCard
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from auditapp.ui.context import AppContext


class GapsCard(TitledCard):
    """A chooser of the stage and the lines.

    Signals:
        gap_chosen: a line was opened (MissingRow).
    """

    gap_chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found = MissingList((), Stage.FIELDWORK)
        self.stage_combo = QComboBox(self)
        self.head.addWidget(self.stage_combo)
        columns: list[Column[MissingRow]] = [
            Column(
                lambda: "",
                lambda row: "■" if row.blocks else "▲",
                lambda row: row.kind is not CheckKind.BLOCKS,
                width=32,
                colour=lambda row: context.theme.css("major" if row.blocks else "minor"),
            ),
            Column(
                lambda: self.tr("What is missing"),
                lambda row: row.say(context.texts),
                stretch=True,
            ),
        ]
        model = RowsModel(columns, _key, self)
        self.table: RowTable[MissingRow] = RowTable(model, self)
        self.nothing_label = QLabel(self)
        self.nothing_label.setProperty("role", "muted")
        self.nothing_label.setWordWrap(True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing_label, 1)
        self.table.row_opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self.stage_combo.currentIndexChanged.connect(self._on_stage)

    def retranslate(self) -> None:
        """Set every string again."""
        self.title.setText(self.tr("What is missing"))
        self.table.setAccessibleName(self.title.text())
        self.stage_combo.setAccessibleName(self.tr("Stage"))
        self.nothing_label.setText(self.tr("Nothing is missing here."))
        self.table.retranslate()

    def show_found(self, found: MissingList) -> None:
        """Show all that is missing; the stage ahead is chosen first."""
        chosen = self.stage_combo.currentData()
        self._found = found
        combo = self.stage_combo
        combo.blockSignals(True)
        combo.clear()
        for stage in Stage:
            count = len(found.of(stage))
            combo.addItem(f"{self._context.texts.enum(stage)}  ({count})", stage.value)
        wanted = chosen or found.now.value
        combo.setCurrentIndex(max(combo.findData(wanted), 0))
        combo.blockSignals(False)
        self._show_rows()

    def choose_stage(self, stage: Stage) -> None:
        """Show the lines of a stage."""
        self.stage_combo.setCurrentIndex(max(self.stage_combo.findData(stage.value), 0))

    def _show_rows(self) -> None:
        rows = self._found.of(Stage(str(self.stage_combo.currentData() or Stage.FIELDWORK.value)))
        self.table.rows.set_rows(sorted(rows, key=lambda row: not row.blocks))
        self.table.setVisible(bool(rows))
        self.nothing_label.setVisible(not rows)

    def _on_stage(self) -> None:
        self._show_rows()

    def _on_clicked(self) -> None:
        self._on_opened(self.table.current_row)

    def _on_opened(self, row: MissingRow | None) -> None:
        if row is not None:
            self.gap_chosen.emit(row)


def _key(row: MissingRow) -> tuple[object, ...]:
    return (row.code, row.table, row.row_id, row.pair, tuple(sorted(map(str, row.args.items()))))
