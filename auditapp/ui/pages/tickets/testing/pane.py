"""The test half of the tickets page: run rules, read the board, settle the exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from auditapp.domain.vocabulary import Dimension
from auditapp.errors import UserError
from auditapp.ops.queries.ticket_board import board
from auditapp.ops.queries.ticket_rows import Presence
from auditapp.ops.ticket_findings import draft_finding, raise_from_exceptions
from auditapp.ops.ticket_stored import STORED
from auditapp.tickets.populations import TicketFiles
from auditapp.ui.pages.records.layout import button, column, line
from auditapp.ui.pages.tickets.sla.dialog import edit_limits
from auditapp.ui.pages.tickets.testing.board import BoardList
from auditapp.ui.pages.tickets.testing.detail import ResultPane
from auditapp.ui.pages.tickets.testing.deviation_dialog import DecisionsDialog, DeviationDialog
from auditapp.ui.pages.tickets.testing.run_dialog import Before, RunDialog
from auditapp.ui.pages.tickets.testing.running import RuleShelf, running
from auditapp.ui.pages.tickets.testing.tickets_dialog import TicketsDialog
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.boxes import EmptyState, hairline
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QObject

    from auditapp.ops.queries.ticket_rows import Board, BoardRow
    from auditapp.store.op import Outcome
    from auditapp.tickets.rules.model import Rule
    from auditapp.tickets.rules.run import Request
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job

SHOWN_TICKETS = 500
"""So many tickets are shown at once; a filter finds the others."""


class TestPane(QWidget):
    """Signals:
    mapping_wanted: columns should be mapped for these fields (population id, field ids).
    """

    __test__ = False  # no test case, whatever its name
    mapping_wanted = Signal(object, object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.shelf = RuleShelf(context)
        self.population_id: UUID | None = None
        self.board: Board | None = None
        self._page = parent
        self._files: TicketFiles | None = None
        self._job: Job[Outcome[UUID]] | None = None
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "muted")
        self.limits_button = button(context.icons, "clock", self.open_limits, self)
        self.run_button = button(context.icons, None, self.ask_run, self)
        self.run_button.setProperty("role", "primary")
        self.empty = EmptyState(context.icons, "tickets", self)
        self._first_run = self.empty.add_button(primary=True)
        self._first_run.clicked.connect(self.ask_run)
        self.rules = BoardList(context, self)
        self.result = ResultPane(context, self.shelf, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        if parent is not None:
            parent.installEventFilter(self)

    # -- for the page -------------------------------------------------------------------------

    def refresh(self, population_id: UUID | None) -> None:
        """Read the board of a population again."""
        if population_id != self.population_id:
            self.population_id = population_id
            self.result.detail = None
        audit = self.context.audit
        self._files = TicketFiles(audit.path, audit.audit_id)
        self.board = None
        if population_id is not None:
            try:
                self.board = board(audit, population_id, today=self.today, files=self._files)
            except UserError as error:
                self.context.refused.emit(error)
        self._show_board()

    def show_target(self, target: object) -> None:
        """A result by id, or a rule by number."""
        found = self.board
        if found is None:
            return
        for row in found.rows:
            if target in (row.result_id, row.rule_id):
                self.rules.table.choose(row.result_id)

    def retranslate(self) -> None:
        """Set every string again."""
        self.run_button.setText(self.tr("Run rules …"))
        self.run_button.setAccessibleName(self.tr("Run rules"))
        self.run_button.setToolTip(self.tr("Choose rules and run them on every ticket") + "  R")
        self.limits_button.setText(self.tr("Limits …"))
        self.limits_button.setAccessibleName(self.tr("Limits"))
        self.limits_button.setToolTip(
            self.tr("The auditee's limits by category and customer tier, with their source") + "  L"
        )
        self.empty.set_texts(
            self.tr("No rule was run on this population"),
            self.tr("Choose rules and clock profiles; every ticket is tested, nothing is sampled."),
        )
        self._first_run.setText(self.tr("Run rules …"))
        self.rules.retranslate()
        self.result.retranslate()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page hands the focus on, so that this step's keys act without a click into it."""
        if event.type() == QEvent.Type.FocusIn and watched is self._page and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)

    @property
    def today(self) -> date:
        """The day that deviations are held against."""
        return self.context.audit.now().astimezone().date()

    # -- running ------------------------------------------------------------------------------

    def ask_run(self) -> RunDialog | None:
        """Ask what is to be run."""
        if self.population_id is None:
            return None
        before = Before()
        if self.board is not None:
            before = Before.of(self.board.run, [row.rule_id for row in self.board.rows])
        try:
            dialog = RunDialog(
                self.context, self.shelf.library, self.shelf.ambiguities, before, self
            )
        except UserError as error:
            self.context.refused.emit(error)
            return None
        dialog.wanted.connect(self.run)
        dialog.open()
        return dialog

    def run(self, rules: tuple[Rule, ...], request: Request) -> None:
        """Run rules beside the window; the board is read again when they are done."""
        if self.population_id is None or self._files is None or self._job is not None:
            return
        if self.context.heading.actor is None:
            self.context.person_needed.emit()
            return
        work = running(
            self.context, self._files, self.population_id, rules, self.shelf.library, request
        )
        self._job = self.context.jobs.run(
            work, self._on_run, title=self.tr("Testing every ticket"), uses_audit=True,
            blocking=True,
        )  # fmt: skip
        self._say()

    def open_limits(self) -> None:
        """The grid of limits."""
        edit_limits(self.context, self)

    # -- settling exceptions ------------------------------------------------------------------

    def raise_finding(self) -> None:
        """Raise a finding from the chosen exceptions, else from all that are shown."""
        row, pane = self.rules.table.current_row, self.result.exceptions
        if row is None or not pane.finding_button.isEnabled():
            return
        if not pane.takes_all and pane.taken_count > STORED:
            said = self.tr("Choose at most {n} exceptions, or take all of them without a filter.")
            self.context.notify(said.format(n=self.context.texts.number(STORED)))
            return
        try:
            tickets = None if pane.takes_all else [it.ticket for it in pane.taken()]
            draft = draft_finding(
                self.context.audit, self._files, self.context.shelf, row.result_id,
                today=self.today, tickets=tickets, unit_id=self._unit(),
            )  # fmt: skip
            op = raise_from_exceptions(draft)
        except UserError as error:
            self.context.refused.emit(error)
            return
        outcome = self.context.perform(op)
        if outcome is not None:
            number = self.context.texts.number(draft.total)
            said = self.tr("Finding raised from exceptions of {rule}: {n}")
            key = outcome.value
            self.context.notify(
                said.format(n=number, rule=row.rule_id),
                self.tr("Open"),
                lambda: self.context.go("findings", key),
            )

    def accept_deviations(self) -> DeviationDialog | None:
        """Ask for reason, approver and expiry of the chosen exceptions."""
        row, pane = self.rules.table.current_row, self.result.exceptions
        if row is None or self.population_id is None or not pane.accept_button.isEnabled():
            return None
        tickets = tuple(dict.fromkeys(it.ticket for it in pane.taken()))
        dialog = DeviationDialog(self.context, row, self.population_id, tickets, self)
        dialog.open()
        return dialog

    def show_decisions(self) -> DecisionsDialog | None:
        """The accepted deviations of the current rule."""
        row = self.rules.table.current_row
        if row is None:
            return None
        dialog = DecisionsDialog(self.context, row.rule_id, self.today, self)
        dialog.open()
        return dialog

    def show_tickets(self) -> TicketsDialog | None:
        """Show the fields of the chosen tickets, else of the first ones shown."""
        pane = self.result.exceptions
        if self.population_id is None or not pane.show_button.isEnabled():
            return None
        rows = pane.taken(SHOWN_TICKETS)
        dialog = TicketsDialog(self.context, self._files, self.population_id, rows, self)
        dialog.open()
        return dialog

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = line(gap=8)
        head.addWidget(self.about, 1)
        head.addWidget(self.limits_button)
        head.addWidget(self.run_button)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        split.setStyleSheet("QSplitter::handle { background: transparent }")
        split.addWidget(self.rules)
        split.addWidget(self.result)
        split.setSizes([632, 608])
        split.setStretchFactor(1, 1)
        self.rules.setMinimumWidth(420)
        self.result.setMinimumWidth(440)
        self._stack.addWidget(split)
        self._stack.addWidget(self.empty)
        box = column(self, gap=8, margins=(16, 8, 16, 16))
        box.addLayout(head)
        box.addWidget(hairline(self))
        box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.rules.chosen.connect(self._on_chosen)
        pane = self.result.exceptions
        pane.finding_wanted.connect(self.raise_finding)
        pane.deviation_wanted.connect(self.accept_deviations)
        pane.tickets_wanted.connect(self.show_tickets)
        pane.decisions_wanted.connect(self.show_decisions)
        self.result.mapping_wanted.connect(self._on_mapping)
        self.context.jobs.finished.connect(self._on_finished)
        keys = PageKeys(self)
        keys.add("R", _slot(self.ask_run))
        keys.add("L", _slot(self.open_limits))
        keys.add("F", self.raise_finding)
        keys.add("D", _slot(self.accept_deviations))
        keys.add("/", self._to_search, with_alt=False)

    def _show_board(self) -> None:
        found = self.board
        rows = () if found is None else found.rows
        self._stack.setCurrentIndex(0 if rows else 1)
        with QSignalBlocker(self.rules):  # the result is read once, below
            self.rules.show_rows(rows)
        row = self.rules.table.current_row
        if row is not None:
            self._on_chosen(row)
        self._say()

    def _say(self) -> None:
        found, texts = self.board, self.context.texts
        here = found is not None and found.population.presence is not Presence.ELSEWHERE
        busy = self._job is not None
        for widget in (self.run_button, self._first_run):
            widget.setEnabled(here and not busy)
        self.run_button.setVisible(bool(found is not None and found.rows))
        if found is None or found.run is None:
            self.about.set_text("")
            return
        said = self.tr("Run {time} by {code} · as of {day} · {n} tickets · {rules} rules")
        parts = [
            said.format(
                time=texts.time(found.run.run_at),
                code=found.run.run_by,
                day=found.run.as_of.replace("T", " "),
                n=texts.number(found.run.tickets),
                rules=texts.number(len(found.rows)),
            )
        ]
        if not here:
            parts.append(texts.say("ticket_mark.elsewhere"))
        self.about.set_text(" · ".join(parts))

    def _on_chosen(self, row: BoardRow | None) -> None:
        if row is None or not self.context.is_open:
            return
        try:
            self.result.load(row, self._files, self.today)
        except UserError as error:
            self.context.refused.emit(error)

    def _unit(self) -> UUID | None:
        """The unit of a finding: that of the slice shown, else the one chosen in the window."""
        within = self.result.exceptions.model.within
        if within.dimension is Dimension.UNIT:
            for unit in self.context.heading.units:
                if unit.code == within.key:
                    return unit.id
        return self.context.unit

    def _to_search(self) -> None:
        self.rules.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rules.search.selectAll()

    def _on_mapping(self, fields: tuple[str, ...]) -> None:
        self.mapping_wanted.emit(self.population_id, fields)

    def _on_run(self, outcome: Outcome[UUID]) -> None:
        self.context.announce(outcome, self)
        if self.board is None or self.board.run is None or self.board.run.id != outcome.value:
            self.refresh(self.population_id)

    def _on_finished(self, job: object) -> None:
        if job is self._job:
            self._job = None
            self._say()


def _slot(run: Any) -> Any:
    """A slot without arguments and result."""

    def call() -> None:
        run()

    return call
