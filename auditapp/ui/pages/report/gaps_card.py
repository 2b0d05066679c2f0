"""What is missing before the audit can be issued, and the texts that a printed language lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from auditapp.domain.vocabulary import CheckKind, Stage
from auditapp.ops.queries.missing import MissingList, MissingRow, field_label
from auditapp.ui.pages.records.filters import FilterSwitch
from auditapp.ui.pages.records.layout import column, label, line, offer
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.reports.walk import MissingPrint
    from auditapp.texts import Texts
    from auditapp.ui.context import AppContext

UNTIL_ISSUE = (Stage.FIELDWORK, Stage.CLOSING, Stage.ISSUE)
_FIELDS = {
    "statement": "title", "evidence_text": "evidence", "text": "description",
    "check_result": "verification", "not_covered": "areas_not_covered", "caption": "title",
}  # fmt: skip
"""Fields of the report model by the names of the stored texts."""


class GapsPane(QWidget):
    """The standing checks up to issuing: what blocks first, warnings when they are wanted.

    Signals:
        chosen: a line was clicked or opened (MissingRow).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found = MissingList((), Stage.FIELDWORK)
        css = context.theme.css
        columns: list[Column[MissingRow]] = [
            Column(
                lambda: "",
                lambda row: "■" if row.blocks else "▲",
                lambda row: row.kind is not CheckKind.BLOCKS,
                width=28,
                colour=lambda row: css("major" if row.blocks else "minor"),
            ),
            Column(
                lambda: self.tr("What is missing"),
                lambda row: row.say(context.texts),
                stretch=True,
            ),
        ]
        self.table: RowTable[MissingRow] = RowTable(RowsModel(columns, _key, self), self)
        self.warnings = FilterSwitch(context, self)
        self.stage_combo = QComboBox(self)
        self.sentence = label(self, "caption", wrap=True)
        head = line()
        head.addWidget(self.stage_combo, 1)
        head.addWidget(self.warnings)
        box = column(self, gap=4)
        box.addLayout(head)
        box.addWidget(self.sentence)
        box.addWidget(self.table, 1)
        box.addStretch()
        self.stage_combo.currentIndexChanged.connect(self._show_rows)
        self.warnings.toggled.connect(self._show_rows)
        self.table.clicked.connect(self._on_clicked)
        self.table.row_opened.connect(self._on_opened)

    @property
    def blocking(self) -> int:
        """How many lines keep the audit from being issued."""
        return len(self._found.blocking(Stage.ISSUE))

    def show_found(self, found: MissingList) -> None:
        """Show what is missing."""
        self._found = found
        self._name_stages()
        self._show_rows()

    def retranslate(self) -> None:
        """Set every string again."""
        self.warnings.set_text(
            self.tr("Warnings too"), self.tr("What warns does not keep the audit from being issued")
        )
        self.table.setAccessibleName(self.tr("What is missing before the audit can be issued"))
        self.stage_combo.setAccessibleName(self.tr("Stage"))
        self.stage_combo.setToolTip(self.tr("By when it must be there"))
        self.table.retranslate()
        self._name_stages()
        self._show_rows()

    def _name_stages(self) -> None:
        texts = self._context.texts
        rows = [row for row in self._found.rows if row.stage in UNTIL_ISSUE]
        choices: list[tuple[str, str]] = [
            ("", f"{self.tr('All until it is issued')}  ({texts.number(len(rows))})")
        ]
        for stage in UNTIL_ISSUE:
            count = texts.number(sum(row.stage is stage for row in rows))
            choices.append((stage.value, f"{texts.enum(stage)}  ({count})"))
        offer(self.stage_combo, choices, str(self.stage_combo.currentData() or ""))

    def _show_rows(self) -> None:
        stage = str(self.stage_combo.currentData() or "")
        rows = [
            row
            for row in self._found.rows
            if (row.stage.value == stage if stage else row.stage in UNTIL_ISSUE)
        ]
        warns = sum(not row.blocks for row in rows)
        shown = [row for row in rows if row.blocks or self.warnings.isChecked()]
        self.table.rows.set_rows(sorted(shown, key=lambda row: not row.blocks))
        self.table.setVisible(bool(shown))
        blocks = len(rows) - warns
        if blocks:
            said = self.tr("■ {blocks} block, ▲ {warns} warn. A click leads there.")
        else:
            said = self.tr("Nothing blocks; ▲ {warns} warn.")
        texts = self._context.texts
        said = said.format(blocks=texts.number(blocks), warns=texts.number(warns))
        self.sentence.setText(said)

    def _on_clicked(self) -> None:
        self._on_opened(self.table.current_row)

    def _on_opened(self, row: MissingRow | None) -> None:
        if row is not None:
            self.chosen.emit(row)


class TextsPane(QWidget):
    """The texts that the chosen languages lack.

    Signals:
        chosen: a line was clicked or opened (MissingPrint).
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0
        columns: list[Column[MissingPrint]] = [
            Column(lambda: self.tr("Number"), lambda row: row.number, width=132),
            Column(
                lambda: self.tr("Text"), lambda row: text_name(context.texts, row), stretch=True
            ),
            Column(
                lambda: self.tr("Missing in"),
                lambda row: context.texts.enum(row.lang),
                width=92,
            ),
        ]
        self.table: RowTable[MissingPrint] = RowTable(RowsModel(columns, lambda row: row, self))
        self.sentence = label(self, "caption", wrap=True)
        box = column(self, gap=4)
        box.addWidget(self.sentence)
        box.addWidget(self.table, 1)
        box.addStretch()
        self.table.clicked.connect(self._on_clicked)
        self.table.row_opened.connect(self._on_opened)

    @property
    def count(self) -> int:
        """How many texts are missing."""
        return self._count

    def show_rows(self, rows: Sequence[MissingPrint]) -> None:
        """Show what is missing."""
        self._count = len(rows)
        self.table.rows.set_rows(list(dict.fromkeys(rows)))
        self.table.setVisible(bool(rows))
        self._say()

    def retranslate(self) -> None:
        """Set every string again."""
        self.table.setAccessibleName(self.tr("Texts that are missing in the chosen language"))
        self.table.retranslate()
        self._say()

    def _say(self) -> None:
        if self._count:
            said = self.tr("These texts are not there in the chosen language. A click leads there.")
        else:
            said = self.tr("Every text is there in the chosen language.")
        self.sentence.setText(said)

    def _on_clicked(self) -> None:
        self._on_opened(self.table.current_row)

    def _on_opened(self, row: MissingPrint | None) -> None:
        if row is not None:
            self.chosen.emit(row)


def text_name(texts: Texts, row: MissingPrint) -> str:
    """What a text of the report is called."""
    name = _FIELDS.get(row.field, row.field)
    table = {"evidence_item": "evidence"}.get(row.owner, row.owner)
    own = f"field.{table}.{name}"
    if texts.has(own) or texts.has(f"field.{name}"):
        said = field_label(texts, table, name)
        return said[:1].upper() + said[1:]
    return row.field.replace("_", " ")


def _key(row: MissingRow) -> tuple[object, ...]:
    return (row.code, row.table, row.row_id, row.pair, tuple(sorted(map(str, row.args.items()))))
