"""Re-extract compare: what a second extract changed of an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QWidget

from auditapp.ops.queries.tickets import comparisons, populations
from auditapp.ops.ticket_import import compare_extracts
from auditapp.tickets.compare import APPEARED, VANISHED
from auditapp.ui.pages.records.layout import column, label, line, narrow, offer
from auditapp.ui.pages.tickets.words import field_name
from auditapp.ui.widgets.boxes import Card, EmptyState
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.ticket_rows import ComparisonRow, PopulationRow
    from auditapp.store.op import Outcome
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate
Cell = tuple[int, str, str, str, str]


class ComparePart(QWidget):
    """Choose an earlier extract, compare, read the differences."""

    def __init__(
        self, context: AppContext, files: Callable[[], TicketFiles], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        self._population: UUID | None = None
        self._others: tuple[PopulationRow, ...] = ()
        self._found: tuple[ComparisonRow, ...] = ()
        self.empty = EmptyState(context.icons, "copy", self)
        self.caption = label(self)
        self.combo = narrow(QComboBox(self))
        self.combo.setMinimumContentsLength(24)
        self.caption.setBuddy(self.combo)
        self.compare_button = QPushButton(self)
        self.compare_button.setProperty("role", "primary")
        self.sentence = label(self, "strong", wrap=True)
        self.changes = label(self, "muted", wrap=True)
        self.model: RowsModel[Cell] = RowsModel(columns(context), lambda row: row[0], self)
        self.table: RowTable[Cell] = RowTable(self.model, self)
        self._card = Card(self, margin=1, gap=0)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.combo.activated.connect(self._show_result)
        self.compare_button.clicked.connect(self.compare)

    def retranslate(self) -> None:
        """Set every string again."""
        self.empty.set_texts(
            self.tr("Only one extract"),
            self.tr(
                "Have the same query run again some days later and import it here: tickets that "
                "vanished and times that changed in between show up."
            ),
        )
        self.caption.setText(self.tr("Compare with"))
        self.combo.setAccessibleName(self.tr("Compare with"))
        self.compare_button.setText(self.tr("Compare"))
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.retranslate()

    def refresh(self, population_id: UUID) -> None:
        """Read which extracts there are and what was compared."""
        audit = self._context.audit
        every = populations(audit)
        before = self.combo.currentData() if population_id == self._population else None
        self._population = population_id
        self._others = tuple(row for row in every if row.id != population_id)
        self._found = comparisons(audit, population_id)
        this = next((row for row in every if row.id == population_id), None)
        known = {row.id for row in self._others}
        wanted = before or (None if this is None else this.previous_id)
        if wanted not in known:
            wanted = self._others[0].id if self._others else None
        offer(
            self.combo,
            [(row.id, f"{row.number}  {row.title}".strip()) for row in self._others],
            wanted,
        )
        self._stack.setCurrentIndex(1 if self._others else 0)
        self._show_result()

    def compare(self) -> None:
        """Hold this extract against the chosen one, in a job."""
        context, population = self._context, self._population
        previous: UUID | None = self.combo.currentData()
        if population is None or previous is None:
            return
        audit, actor, files = context.audit, context.heading.actor, self._files()

        def work(progress: Progress) -> Outcome[UUID]:
            return compare_extracts(
                audit, files, population, previous, actor=actor, progress=progress
            )

        def done(outcome: Outcome[UUID]) -> None:
            context.announce(outcome, self)

        context.jobs.run(
            work, done, title=self.tr("Comparing extracts"), uses_audit=True, blocking=True
        )

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        inner = QWidget(self)
        bar = line(gap=12)
        bar.addWidget(self.caption)
        bar.addWidget(self.combo)
        bar.addWidget(self.compare_button)
        bar.addStretch()
        self._card.body.addWidget(self.table)
        box = column(inner, gap=12)
        box.addLayout(bar)
        box.addWidget(self.sentence)
        box.addWidget(self.changes)
        box.addWidget(self._card, 1)
        box.addStretch()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inner)
        column(self, gap=0).addWidget(self._stack)

    def _show_result(self) -> None:
        chosen: UUID | None = self.combo.currentData()
        found = next((row for row in self._found if row.previous_id == chosen), None)
        self.sentence.setText("" if found is None else self._sentence(found))
        self.changes.setText("" if found is None else self._changes(found))
        self.changes.setVisible(bool(self.changes.text()))
        rows = () if found is None else found.rows
        self.model.set_rows([(n, *row) for n, row in enumerate(rows)])
        self._card.setVisible(bool(rows))

    def _sentence(self, found: ComparisonRow) -> str:
        texts = self._context.texts
        if not found.comparable:
            return texts.say(f"not_comparable.{found.reason}")
        return self.tr(
            "{common} tickets in both, {vanished} vanished, {appeared} came later into the same "
            "time, {changed} fields changed"
        ).format(
            common=texts.number(found.common or 0),
            vanished=texts.number(found.vanished or 0),
            appeared=texts.number(found.appeared or 0),
            changed=texts.number(sum(found.changed.values())),
        )

    def _changes(self, found: ComparisonRow) -> str:
        context = self._context
        said = [
            f"{field_name(context, name)} {context.texts.number(number)}"
            for name, number in found.changed.items()
        ]
        return self.tr("Changed: {fields}").format(fields=context.texts.join(said)) if said else ""


def columns(context: AppContext) -> tuple[Column[Cell], ...]:
    """A difference: ticket, what differs, before, after."""

    def what(row: Cell) -> str:
        if row[2] == VANISHED:
            return translate("CompareColumns", "vanished")
        if row[2] == APPEARED:
            return translate("CompareColumns", "came later")
        return field_name(context, row[2])

    return (
        Column(lambda: translate("CompareColumns", "Ticket"), lambda row: row[1], width=176),
        Column(lambda: translate("CompareColumns", "What"), what, width=176),
        Column(lambda: translate("CompareColumns", "Earlier"), lambda row: row[3], stretch=True),
        Column(lambda: translate("CompareColumns", "Now"), lambda row: row[4], stretch=True),
    )
