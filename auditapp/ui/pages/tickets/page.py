"""The tickets page: import an extract, map its columns, check it, test it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.ops.queries.tickets import populations
from auditapp.tickets.fields import FIELDS, Table
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.records.layout import button, column, label, line
from auditapp.ui.pages.tickets.check.pane import PARTS, CheckPane
from auditapp.ui.pages.tickets.draft import ImportDraft
from auditapp.ui.pages.tickets.extracts import ExtractLine, extract_list, the_row
from auditapp.ui.pages.tickets.importing import Importer
from auditapp.ui.pages.tickets.keys_menu import KeyDeeds
from auditapp.ui.pages.tickets.map_pane import MapPane
from auditapp.ui.pages.tickets.shelf import TicketShelf
from auditapp.ui.pages.tickets.source_pane import SourcePane
from auditapp.ui.pages.tickets.testing.pane import TestPane
from auditapp.ui.pages.tickets.words import field_name
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.boxes import hairline
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.ticket_rows import PopulationRow
    from auditapp.ui.context import AppContext

STEPS: Final = ("import", "map", "check", "test")


class TicketsPage(Page):
    """Import and Map prepare an extract; Check and Test look at the one that the line names."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "population", "population_source", "control_total", "number_gap", "refused_row",
            "extract_comparison", "ticket_key", "value_mapping", "rule_run", "rule_result",
            "rule_exceptions", "result_slice", "deviation", "deviation_ticket", "sla_mapping",
            "finding_result", "finding", "evidence", "criterion", "card_decision", "adoption",
            "text", "audit",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[PopulationRow, ...] = ()
        self._population: UUID | None = None
        self._listing = False
        self.shelf = TicketShelf(context)
        self.draft = ImportDraft(self)
        self.importer = Importer(context, self.draft, self)
        self.keys = KeyDeeds(context, self.importer, self)
        self.title = label(self, "title")
        self.steps = SegmentedButtons(context.theme, len(STEPS), self)
        self.key_button = button(context.icons, "lock", self.keys.popup, self)
        self.new_button = button(context.icons, "import", self.begin, self)
        self.extract_line = ExtractLine(context, self)
        self.list = extract_list(context, self)
        self.source_pane = SourcePane(context, self.draft, self.shelf.find_kept, self)
        self.map_pane = MapPane(context, self.draft, self)
        self.check_pane = CheckPane(context, self.shelf.files, self)
        self.test_pane = TestPane(context, self)
        self._begin = self.list.empty.add_button(primary=True)
        self._stack = QStackedWidget(self)
        self._panes: dict[str, QWidget] = {
            "list": self.list,
            "import": self.source_pane,
            "map": self.map_pane,
            "check": self.check_pane,
            "test": self.test_pane,
        }
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        self._arrange()
        self._connect()

    # -- the page -----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every string again."""
        self.title.setText(self.tr("Tickets"))
        self.steps.set_texts([self.tr("Import"), self.tr("Map"), self.tr("Check"), self.tr("Test")])
        self.steps.setAccessibleName(self.tr("Steps"))
        self.key_button.setText(self.tr("Key"))
        self.key_button.setToolTip(self.tr("The key of the pseudonyms and its passphrase"))
        self.new_button.setText(self.tr("New extract"))
        self.new_button.setToolTip(self.tr("Import another extract") + "  Ins")
        self.list.title.setText(self.tr("Extracts"))
        self.list.empty.set_texts(
            self.tr("No tickets yet"),
            self.tr(
                "Import the whole population of complaint tickets, not a sample: every ticket is "
                "then tested. The tickets stay beside the audit file, under pseudonyms."
            ),
        )
        self._begin.setText(self.tr("Import an extract"))
        self.list.retranslate()
        self.extract_line.retranslate()
        for pane in (self.source_pane, self.map_pane, self.check_pane, self.test_pane):
            pane.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read the extracts and what is in front."""
        self._rows = populations(self.context.audit, self.shelf.files())
        row = the_row(self._rows, self._population)
        self._population = None if row is None else row.id
        self._show_rows()
        if self.step in ("check", "test") and row is None:
            self.show_step("list")
            return
        if self._listing or self.step in ("import", "map"):
            self._dress()
            return
        self.show_step("check" if self.step == "list" and row is not None else self.step)

    def show_target(self, target: object) -> None:
        """An extract by id, a step or a part of the check by name; the rest is the test's."""
        if isinstance(target, UUID) and any(row.id == target for row in self._rows):
            self.choose(target)
        elif isinstance(target, str) and target in STEPS:
            self.show_step(target)
        elif isinstance(target, str) and target in PARTS:
            self.show_step("check")
            self.check_pane.show_part(target)
        else:
            self.show_step("test")
            self.test_pane.show_target(target)

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Importing and the parts of the check."""
        del words
        return [PaletteItem(self.tr("Import tickets"), self._go_import, "", "import", "csv xlsx")]

    @property
    def step(self) -> str:
        """The step in front, or ``list``."""
        found = self._stack.currentWidget()
        return next(key for key, pane in self._panes.items() if pane is found)

    def begin(self) -> None:
        """Begin an import."""
        self.show_step("import")
        self.source_pane.choose_table(Table.TICKETS)

    def choose(self, population_id: UUID) -> None:
        """Bring an extract to the front."""
        self._population = population_id
        self._show_rows()
        self.show_step("test" if self.step == "test" else "check")

    def show_step(self, key: str) -> None:
        """Show a step, as far as there is something to show in it."""
        if key not in self._panes or (key == "map" and not self.draft.is_ready):
            key = "import" if key == "map" else self.step
        if key in ("check", "test") and self._population is None:
            key = "list"
        self.context.flush_requested.emit()
        self._listing = key == "list"
        self._stack.setCurrentWidget(self._panes[key])
        self._dress()
        if key == "map":
            self.map_pane.show_draft()
        elif key == "check" and self._population is not None:
            self.check_pane.refresh(self._population)
        elif key == "test" and self._population is not None:
            self.test_pane.refresh(self._population)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = line(gap=16, margins=(16, 12, 16, 8))
        head.addWidget(self.title)
        head.addWidget(self.steps)
        head.addStretch()
        head.addWidget(self.key_button)
        head.addWidget(self.new_button)
        box = column(self, gap=0)
        box.addLayout(head)
        box.addWidget(self.extract_line)
        box.addSpacing(8)
        box.addWidget(hairline(self))
        box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._on_step)
        self._begin.clicked.connect(self.begin)
        self.list.opened.connect(self._on_opened)
        self.list.searched.connect(self._show_rows)
        self.list.cleared.connect(self._on_cleared)
        self.extract_line.chosen.connect(self.choose)
        self.extract_line.refused_asked.connect(self._on_refused)
        self.extract_line.list_asked.connect(self._on_list)
        self.source_pane.finished.connect(self._go_map)
        self.map_pane.left.connect(self.begin)
        self.map_pane.finished.connect(self.start_import)
        self.importer.imported.connect(self._on_imported)
        self.test_pane.mapping_wanted.connect(self._on_mapping_wanted)
        self.draft.changed.connect(self._dress)
        self.check_pane.second.sample_wanted.connect(self.begin)
        self.context.audit_closed.connect(self._forget)
        keys = PageKeys(self)
        keys.add("Ins", self.begin, with_alt=False)
        keys.add("Esc", self._on_escape, with_alt=False)
        go = QShortcut(QKeySequence("Ctrl+Return"), self.map_pane)
        go.activated.connect(self.map_pane.import_button.click)

    def start_import(self) -> None:
        """Import what is mapped."""
        self.importer.previous = self._population
        self.importer.start(self.shelf.files())

    def _dress(self) -> None:
        """Mark the step, show the extract's line where one is looked at."""
        key = self.step
        self.steps.current = STEPS.index(key) if key in STEPS else None
        usable = (True, self.draft.is_ready, bool(self._rows), bool(self._rows))
        for segment, on in zip(self.steps.segments, usable, strict=True):
            segment.setEnabled(on)
        self.extract_line.setVisible(key in ("check", "test") and bool(self._rows))
        self.steps.setVisible(bool(self._rows) or key != "list")
        self.new_button.setVisible(bool(self._rows) and key not in ("import", "map"))
        self.key_button.setVisible(bool(self._rows) or key in ("import", "map"))

    def _show_rows(self) -> None:
        row = the_row(self._rows, self._population)
        if row is not None:
            self.extract_line.show_rows(self._rows, row)
        words = self.list.search.text().casefold().split()
        kept = [
            it
            for it in self._rows
            if all(word in f"{it.number} {it.title}".casefold() for word in words)
        ]
        self.list.show_rows(kept, len(self._rows))

    def _on_imported(self, population_id: UUID) -> None:
        self.shelf.keep(self.draft)
        self._population = population_id
        self._rows = populations(self.context.audit, self.shelf.files())
        self._show_rows()
        self.show_step("check")
        self.check_pane.show_part("totals")
        self.draft.clear()

    def _on_mapping_wanted(self, _population: object, fields: Sequence[str]) -> None:
        """A rule lacks a column: the extract is imported again, with the field in sight."""
        named = [name for name in fields if name in FIELDS]
        self.begin()
        if named:
            self.map_pane.field = named[0]
            said = self.tr("Import the extract again and map: {fields}")
            words = [field_name(self.context, name) for name in named]
            self.context.notify(said.format(fields=self.context.texts.join(words)))

    def _on_step(self, number: int) -> None:
        self.show_step(STEPS[number])

    def _on_opened(self, row: PopulationRow) -> None:
        self.choose(row.id)

    def _on_cleared(self) -> None:
        self.list.search.clear()
        self._show_rows()

    def _on_refused(self) -> None:
        self.show_step("check")
        self.check_pane.show_part("totals")
        self.check_pane.totals.focus_refused()

    def _on_list(self) -> None:
        self.show_step("list")
        self.list.focus_table()

    def _on_escape(self) -> None:
        back = {"map": "import", "import": "check", "check": "list"}
        self.show_step(back.get(self.step, "list"))

    def _go_map(self) -> None:
        self.show_step("map")

    def _go_import(self) -> None:
        self.context.go("tickets", "import")

    def _forget(self) -> None:
        self.draft.clear()
        self.shelf.forget()
        self._population, self._rows = None, ()
