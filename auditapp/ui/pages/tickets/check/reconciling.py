"""Reconciliation: counted here, told by the auditee; typed, pasted or read from a report."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from auditapp.domain.vocabulary import Completeness
from auditapp.errors import UserError
from auditapp.ops import tickets as ops
from auditapp.ops.queries.tickets import control_totals, extract_card
from auditapp.tickets import reconcile
from auditapp.tickets.peek import small_table
from auditapp.tickets.reading.source import ReadOptions
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.layout import attempt, button, column, label, line
from auditapp.ui.pages.tickets.check.figures import (
    NOTE_AT,
    TOLD_AT,
    WHOLE,
    FigureModel,
    FigureRow,
    Key,
    Level,
    best_level,
    channel_codes,
    figure_rows,
)
from auditapp.ui.theme import ROW_HEIGHT
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtCore import QObject

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.ticket_rows import ControlTotals
    from auditapp.ui.context import AppContext

_NUMBERS: Final = re.compile(r"[\d,， ]*\d")


class ReconcilePart(QWidget):
    """A grid on four levels; what was told on one level stays when another is shown."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._population: UUID | None = None
        self._totals: ControlTotals | None = None
        self._source = ""
        self._codes: dict[str, str] = {}
        self.verdict_picture = label(self)
        self.verdict_label = label(self, "strong")
        self.reasons_label = label(self, "muted", wrap=True)
        self.judge_button = QPushButton(self)
        self.judge_button.setProperty("role", "primary")
        self.unjudge_button = QPushButton(self)
        self.levels = SegmentedButtons(context.theme, len(Level), self)
        self.paste_button = button(context.icons, "copy", self.paste, self)
        self.load_button = button(context.icons, "open", self._on_load, self)
        self.model = FigureModel(context, self)
        self.grid = QTableView(self)
        self.hint_label = label(self, "muted", wrap=True)
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        """Set every string again."""
        self.levels.set_texts(
            [self.tr("Whole"), self.tr("Months"), self.tr("Channels"), self.tr("Both")]
        )
        self.levels.setAccessibleName(self.tr("How finely"))
        self.paste_button.setText(self.tr("Paste"))
        self.paste_button.setToolTip(self.tr("Paste figures from a spreadsheet") + "  Ctrl+V")
        self.load_button.setText(self.tr("From a file …"))
        self.load_button.setToolTip(self.tr("A report with month, channel and number"))
        self.judge_button.setText(self.tr("Reconciled"))
        self.unjudge_button.setText(self.tr("Take the verdict back"))
        self.grid.setAccessibleName(self.tr("Counted and told figures"))
        self.hint_label.setText(
            self.tr(
                "Type the auditee's own figures, or paste them: month, channel and number in "
                "columns, or numbers alone from the chosen row down. An empty cell is not told."
            )
        )
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, NOTE_AT)

    def refresh(self, population_id: UUID) -> None:
        """Read the figures of an extract."""
        is_new = population_id != self._population
        self._population = population_id
        card = extract_card(self._context.audit, population_id)
        self._source = card.told_source or ""
        self._codes = {it.value: it.code for it in card.values if it.code}
        self._totals = control_totals(self._context.audit, population_id)
        if is_new or self.levels.current is None:
            self.show_level(best_level(self._told()))
        else:
            self.show_level(self.level)
        self._show_verdict(self._totals)

    @property
    def level(self) -> Level:
        """How finely the figures are shown."""
        return list(Level)[self.levels.current or 0]

    def show_level(self, level: Level) -> None:
        """Show the figures more or less finely."""
        self.levels.current = list(Level).index(level)
        if self._totals is not None:
            self.model.show(figure_rows(self._totals, level))

    def paste(self) -> None:
        """Take figures from the clipboard."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Numbers alone fill the column down from the chosen row; a table says where each is."""
        lines = [it.strip() for it in text.splitlines() if it.strip()]
        if lines and all(_NUMBERS.fullmatch(it) for it in lines):
            self._fill_down([int(re.sub("[,， ]", "", it)) for it in lines])
            return
        try:
            names = {cell.strip() for it in lines for cell in re.split("[\t;,]", it)}
            told = reconcile.parse_told(text, codes=channel_codes(names, self._codes))
        except UserError as error:
            self._context.refused.emit(error)
            return
        self._take(told)

    def take_file(self, path: Path) -> None:
        """Take the figures of a report; a CSV or a workbook."""

        def work(progress: Progress) -> list[list[str]]:
            return small_table(path, ReadOptions(), progress)

        def done(table: list[list[str]]) -> None:
            try:
                names = {cell.strip() for row in table for cell in row}
                told = reconcile.told_of(table, codes=channel_codes(names, self._codes))
            except UserError as error:
                self._context.refused.emit(error)
                return
            self._source = self._source or path.name
            self._take(told)

        title = self.tr("Reading {file}").format(file=path.name)
        self._context.jobs.run(work, done, title=title, blocking=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+V pastes into the grid, Del empties a told figure."""
        if (
            watched is self.grid
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste()
                return True
            index = self.grid.currentIndex()
            if event.key() == Qt.Key.Key_Delete and index.isValid():
                row = self.model.rows[index.row()]
                if index.column() == TOLD_AT and row.typed and row.told is not None:
                    self._on_told(row, None)
                return True
        return super().eventFilter(watched, event)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.grid.setModel(self.model)
        self.grid.setShowGrid(False)
        self.grid.setTabKeyNavigation(False)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.grid.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.grid.horizontalHeader()
        header.setHighlightSections(False)
        for at, width in enumerate((112, 152, 112, 112, 112)):
            header.resizeSection(at, width)
        header.setSectionResizeMode(NOTE_AT, QHeaderView.ResizeMode.Stretch)
        self.grid.installEventFilter(self)
        head = line(gap=12)
        head.addWidget(self.verdict_picture)
        head.addWidget(self.verdict_label)
        head.addWidget(self.reasons_label, 1)
        head.addWidget(self.unjudge_button)
        head.addWidget(self.judge_button)
        bar = line(gap=12)
        bar.addWidget(self.levels)
        bar.addStretch()
        bar.addWidget(self.paste_button)
        bar.addWidget(self.load_button)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.grid)
        box = column(self, gap=12)
        box.addLayout(head)
        box.addLayout(bar)
        box.addWidget(card, 1)
        box.addWidget(self.hint_label)

    def _connect(self) -> None:
        self.levels.chosen.connect(self._on_level)
        self.judge_button.clicked.connect(self._on_judge)
        self.unjudge_button.clicked.connect(self._on_unjudge)
        self.model.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self.model.explained.connect(self._on_explained, Qt.ConnectionType.QueuedConnection)
        self.model.unreadable.connect(self._on_unreadable)
        self._context.icons.theme.changed.connect(self._tint)

    def _told(self) -> dict[Key, int]:
        totals = self._totals
        rows = () if totals is None else totals.rows
        return {(it.month, it.channel): it.told for it in rows if it.told is not None}

    def _show_verdict(self, totals: ControlTotals) -> None:
        texts = self._context.texts
        verdict = totals.completeness or Completeness.NOT_ESTABLISHED
        self.verdict_label.setText(texts.enum(verdict))
        words = {
            "nothing_told": self.tr("no figure of the auditee yet"),
            "figures_differ": self.tr("figures differ"),
            "gaps": self.tr("gaps in numbers without an explanation"),
        }
        found = judged(totals)
        reconciled = verdict is Completeness.RECONCILED
        if reconciled:
            said = totals.note or ""
        elif found.reasons:
            said = texts.join([words[it] for it in found.reasons])
        else:
            said = self.tr("All told figures agree: confirm it.")
        self.reasons_label.setText(said)
        self.judge_button.setVisible(not reconciled)
        self.unjudge_button.setVisible(reconciled)
        self._tint()

    def _tint(self) -> None:
        if self._totals is not None:
            good = self._totals.completeness is Completeness.RECONCILED
            self.verdict_picture.setPixmap(
                self._context.icons.pixmap(
                    "check" if good else "warning", "conforming" if good else "minor", 16
                )
            )

    def _on_level(self, number: int) -> None:
        self.show_level(list(Level)[number])

    def _on_told(self, row: FigureRow, number: int | None) -> None:
        self._store({row.key: number})

    def _on_explained(self, row: FigureRow, text: str) -> None:
        population = self._population
        if population is not None:
            attempt(
                self._context, lambda: ops.explain_total(population, row.month, row.channel, text)
            )

    def _on_unreadable(self, text: str) -> None:
        self._context.notify(self.tr("“{text}” is no number of tickets").format(text=text))

    def _fill_down(self, numbers: list[int]) -> None:
        index: QModelIndex = self.grid.currentIndex()
        start = index.row() if index.isValid() else 0
        rows = [row for row in self.model.rows[start:] if row.typed]
        self._store({row.key: number for row, number in zip(rows, numbers, strict=False)})

    def _take(self, told: tuple[reconcile.Told, ...]) -> None:
        found: dict[Key, int | None] = {(it.month, it.channel): it.tickets for it in told}
        if self._store(found):
            self.show_level(best_level(key for key in found if key != WHOLE))

    def _store(self, changes: Mapping[Key, int | None]) -> bool:
        population, totals = self._population, self._totals
        if population is None or totals is None:
            return False
        told: dict[Key, int | None] = {**self._told(), **changes}
        whole = told.pop(WHOLE, totals.told) if WHOLE in changes else totals.told
        told.pop(WHOLE, None)
        kept = [(*key, number) for key, number in told.items() if number is not None]
        return attempt(
            self._context,
            lambda: ops.set_told(population, kept, total=whole, source=self._source),
        )

    def _on_load(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The auditee's figures"), "", kinds)
        if name:
            self.take_file(Path(name))

    def _on_judge(self) -> None:
        population, totals = self._population, self._totals
        if population is None or totals is None:
            return
        reasons = judged(totals).reasons
        if not reasons:
            self._judge(population, Completeness.RECONCILED, None)
            return

        def take(reason: str) -> None:
            self._judge(population, Completeness.RECONCILED, reason)

        ask_reason(
            self,
            self.tr("Reconciled all the same?"),
            self.tr("The figures alone do not say so ({reasons}). Say what else does.").format(
                reasons=self.reasons_label.text()
            ),
            self.tr("Reconciled"),
            take,
        )

    def _on_unjudge(self) -> None:
        if self._population is not None:
            self._judge(self._population, Completeness.NOT_ESTABLISHED, None)

    def _judge(self, population: UUID, verdict: Completeness, note: str | None) -> None:
        attempt(self._context, lambda: ops.judge_completeness(population, verdict, note=note))


def judged(totals: ControlTotals) -> reconcile.Verdict:
    """What the figures themselves say."""
    rows = totals.rows
    return reconcile.judge(
        [reconcile.Counted(it.month, it.channel, it.counted or 0) for it in rows],
        [reconcile.Told(it.month, it.channel, it.told) for it in rows if it.told is not None],
        told_count=totals.told,
        open_gaps=sum(not gap.note for gap in totals.gaps),
    )
