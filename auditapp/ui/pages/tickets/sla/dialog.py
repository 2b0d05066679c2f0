"""The grid of limits: clocks, their limits by category and customer tier, and their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.ops import sla
from auditapp.ops.queries import sla_grid
from auditapp.ops.sla_reading import PastedCell, read_grid, read_limit
from auditapp.paths import shipped_paths
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.rules.library import load_library
from auditapp.ui.pages.records.layout import button, column, label, line, narrow, offer
from auditapp.ui.pages.tickets.sla.clock_form import ClockForm
from auditapp.ui.pages.tickets.sla.desk import ClockDesk
from auditapp.ui.pages.tickets.sla.grid import GridModel, GridView, Place
from auditapp.ui.pages.tickets.sla.new_clock import NewClockDialog
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from auditapp.ops.queries.sla_grid import ClockLine, SourceLine
    from auditapp.ops.sla import SlaSource
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.ui.context import AppContext, ChangeNotice

_TABLES = ("sla_limit", "criterion", "text", "card_decision")
SEVERAL = "several"
NO_SOURCE = ""


class SlaDialog(QDialog):
    """Every cell, paste and choice is stored at once as one step; Ctrl+Z takes it back."""

    def __init__(self, context: AppContext, library: RuleLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Limits"))
        self.setModal(True)
        self._context, self._library = context, library
        audit = context.audit
        self._known = sla_grid.categories(audit, TicketFiles(audit.path, audit.audit_id))
        self._sources: tuple[SourceLine, ...] = ()
        self._lines: tuple[ClockLine, ...] = ()
        self._more: dict[str, list[str]] = {}
        self.clocks_model: RowsModel[ClockLine] = RowsModel(
            self._clock_columns(), lambda it: it.code, self
        )
        self.clocks: RowTable[ClockLine] = RowTable(self.clocks_model, self)
        self.clocks.setAccessibleName(self.tr("Clocks"))
        self.clocks.setSortingEnabled(False)
        self.add_button = button(context.icons, "add", self.add_clock, self)
        self.remove_button = button(context.icons, "delete", self._remove_clock, self)
        self.title = label(self, "strong", wrap=True)
        self.form = ClockForm(context, library, self)
        self.desk = ClockDesk(context, self.form, self)
        self.source_combo = narrow(QComboBox(self))
        self.article_edit = QLineEdit(self)
        self.state_label = label(self, "", wrap=True)
        self.grid = GridModel(context, self)
        self.table = GridView(self.grid, self)
        self.category_combo = narrow(QComboBox(self))
        self.category_combo.setEditable(True)
        self.category_button = button(context.icons, "add", self._add_category, self)
        self.paste_button = button(context.icons, "copy", self.table.paste, self)
        self.problem_label = label(self, "problem", wrap=True)
        self._say()
        self._arrange()
        self._connect()
        self.refresh()
        self.clocks.setCurrentIndex(self.clocks_model.index(0, 0))

    # -- showing ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read clocks, cells and sources again."""
        audit = self._context.audit
        self._sources = sla_grid.sources(audit, self._context.shelf)
        self._lines = sla_grid.clock_lines(audit, self._library)
        self.clocks_model.set_rows(self._lines)
        self._show(self.clocks.current_row)

    @property
    def clock(self) -> ClockLine | None:
        """The clock that is shown."""
        return self.desk.clock

    def _show(self, clock: ClockLine | None) -> None:
        self.desk.clock = clock
        if clock is None:
            return
        code = clock.code
        here = self.table.currentIndex()
        place = self.grid.place(here) if here.isValid() else ("", "")
        self.title.setText(f"{clock.rule_id or code}  {clock.names[self._context.lang]}")
        self.form.show_clock(clock)
        self.grid.show(
            clock.rows,
            self._more.get(code, []),
            self.desk.bad.get(code, {}),
            self.desk.unit,
            self._known,
        )
        index = self.grid.index_of(place)
        self.table.setCurrentIndex(index if index.isValid() else self.grid.index(0, 0))
        self.remove_button.setEnabled(bool(clock.rows))
        listed = [it for it in self._known if it not in self.grid.categories]
        offer(self.category_combo, [(it, it) for it in listed], None)
        self.category_combo.setEditText("")
        self._show_source(clock)
        self._show_problem()

    def _show_source(self, clock: ClockLine) -> None:
        lang, texts = self._context.lang, self._context.texts
        source = clock.source if clock.rows else self.desk.unbound.get(clock.code, sla.SlaSource())
        chosen = SEVERAL if source is None else _key(source)
        choices = [(NO_SOURCE, self.tr("no source yet"))]
        choices += [(_key(it.source), f"{it.number}  {it.titles[lang]}") for it in self._sources]
        if chosen not in {key for key, _ in choices}:
            said = self.tr("several sources") if chosen == SEVERAL else chosen.partition(":")[2]
            choices.append((chosen, said))
        offer(self.source_combo, choices, chosen)
        for place in range(self.source_combo.count()):
            said = self.source_combo.itemText(place)
            self.source_combo.setItemData(place, said, Qt.ItemDataRole.ToolTipRole)
        self.article_edit.setText("" if source is None else source.article or "")
        self.article_edit.setEnabled(chosen not in (NO_SOURCE, SEVERAL))
        bare = sum(row.template for row in clock.rows)
        if not clock.rows:
            said = self.tr("No limit of the auditee: the rule's own limits are used.")
        elif bare:
            mark = texts.say("ticket_mark.template")
            said = self.tr(
                "◇ {mark}: {n} of {all} limits have no source. Results are marked and stay out "
                "of proposals, scores and findings."
            ).format(mark=mark, n=bare, all=len(clock.rows))
        else:
            said = self.tr("✓ All {all} limits have a source.").format(all=len(clock.rows))
        if clock.rows and ("", "") not in self.grid.stored:
            gap = "" if lang is Lang.ZH else " "
            said += gap + self.tr("Tickets that no cell fits are not tested.")
        self.state_label.setText(said)

    def _show_problem(self) -> None:
        bad = self.grid.bad
        index = self.table.currentIndex()
        here = self.grid.place(index) if index.isValid() else None
        place = here if here in bad else next(iter(bad), None)
        said = "" if place is None else self.grid.problem(place)
        if len(bad) > 1:
            said = self.tr("%n cells were not taken. ", "", len(bad)) + said
        self.problem_label.setText(said)

    # -- changing -----------------------------------------------------------------------------

    def add_clock(self) -> NewClockDialog:
        """Ask for a clock of the auditee."""
        dialog = NewClockDialog(self._context, self._library, self)
        dialog.added.connect(self.choose)
        dialog.open()
        return dialog

    def choose(self, code: str) -> None:
        """Show a clock."""
        self.clocks.choose(code)

    def take(self, text: str) -> None:
        """Take what was copied from a sheet: what can be read is stored in one step."""
        found = read_grid(text, self.desk.unit, self.table.corner)
        self.desk.enter(found.cells)
        if found.unknown:
            said = self.tr("No customer tier: {names}. These columns were left out.")
            said = said.format(names=", ".join(found.unknown[:5]))
            self.problem_label.setText(f"{said} {self.problem_label.text()}".strip())

    def _on_entered(self, place: Place, text: str) -> None:
        if not text.strip():
            self.desk.clear((place,))
            return
        self.desk.enter([PastedCell(*place, read_limit(text, self.desk.unit))])

    def _on_source(self) -> None:
        clock, key = self.desk.clock, str(self.source_combo.currentData())
        if clock is None or key == SEVERAL:
            return
        source = next((it.source for it in self._sources if _key(it.source) == key), None)
        self.desk.bind(source or sla.SlaSource())

    def _on_article(self) -> None:
        clock = self.desk.clock
        if clock is None or not self.article_edit.isEnabled():
            return
        source = clock.source if clock.rows else self.desk.unbound.get(clock.code)
        article = self.article_edit.text().strip() or None
        if source is not None and article != source.article:
            self.desk.bind(sla.SlaSource(source.criterion_id, source.card_id, article))

    def _remove_clock(self) -> None:
        clock = self.desk.clock
        if clock is None or not clock.rows:
            return
        self.desk.bad.pop(clock.code, None)
        self._context.perform(sla.clear_clock(clock.code), initiator=self.desk)
        self.refresh()
        if self.clocks.current_row is None:
            self.clocks.setCurrentIndex(self.clocks_model.index(0, 0))

    def _add_category(self) -> None:
        clock, name = self.desk.clock, self.category_combo.currentText().strip()
        if clock is None or not name:
            return
        self._more.setdefault(clock.code, []).append(name)
        self._show(clock)
        self.table.setCurrentIndex(self.grid.index_of((name, "")))
        self.table.setFocus()

    def _on_changed(self, notice: ChangeNotice) -> None:
        if notice.initiator is not self.desk and notice.touches(*_TABLES):
            self.refresh()

    # -- inside -------------------------------------------------------------------------------

    def _say(self) -> None:
        self.add_button.setText(self.tr("Add clock …"))
        self.add_button.setToolTip(self.tr("A clock of the auditee that no rule knows") + "  Ins")
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setToolTip(self.tr("Take all limits of this clock out"))
        self.table.setAccessibleName(self.tr("Limits by category and customer tier"))
        self.paste_button.setText(self.tr("Paste from a sheet"))
        self.paste_button.setToolTip(
            self.tr("Categories down, tiers across, or a list with heads") + "  Ctrl+V"
        )
        self.category_combo.setAccessibleName(self.tr("Category"))
        edit = self.category_combo.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Category"))
        self.category_button.setText(self.tr("Add category"))
        self.source_combo.setAccessibleName(self.tr("Source"))
        self.article_edit.setAccessibleName(self.tr("Article or section"))
        self.article_edit.setPlaceholderText(self.tr("Article or section"))

    def _arrange(self) -> None:
        left = Card(self, margin=1, gap=0)
        left.setFixedWidth(304)
        left.body.addWidget(self.clocks)
        foot = line(margins=(8, 8, 8, 8))
        foot.addWidget(self.add_button)
        foot.addStretch()
        foot.addWidget(self.remove_button)
        left.body.addLayout(foot)
        from_line = line()
        caption = label(self, "muted")
        caption.setText(self.source_combo.accessibleName())
        caption.setBuddy(self.source_combo)
        from_line.addWidget(caption)
        from_line.addWidget(self.source_combo, 3)
        from_line.addWidget(self.article_edit, 1)
        tools = line()
        tools.addWidget(self.category_combo, 1)
        tools.addWidget(self.category_button)
        tools.addStretch(1)
        tools.addWidget(self.paste_button)
        right = column(gap=8)
        for widget in (self.title, self.form):
            right.addWidget(widget)
        right.addLayout(from_line)
        right.addWidget(self.state_label)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        right.addWidget(card, 1)
        right.addWidget(self.problem_label)
        right.addLayout(tools)
        both = line(gap=16)
        both.addWidget(left)
        both.addLayout(right, 1)
        done = button(self._context.icons, None, self.accept, self)
        done.setText(self.tr("Close"))
        bottom = line()
        hint = label(self, "caption", wrap=True)
        hint.setText(
            self.tr(
                "Empty cells take the limit of all tiers or all categories (italic). “-” means "
                "none is laid down. Ctrl+Z takes a step back."
            )
        )
        bottom.addWidget(hint, 1)
        bottom.addWidget(done)
        box = column(self, gap=12, margins=(24, 20, 24, 20))
        box.addLayout(both, 1)
        box.addLayout(bottom)
        self.resize(1120, 680)
        for found in (done, self.add_button, self.remove_button, self.paste_button):
            found.setAutoDefault(False)
        self.category_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.clocks.row_chosen.connect(self._on_clock)
        self.grid.entered.connect(self._on_entered)
        self.table.pasted.connect(self.take)
        self.table.cleared.connect(self.desk.clear)
        self.table.selectionModel().currentChanged.connect(self._show_problem)
        self.source_combo.activated.connect(self._on_source)
        self.article_edit.editingFinished.connect(self._on_article)
        self.desk.stored.connect(self.refresh)
        self.form.defined.connect(self.desk.define)
        self.form.named.connect(self.desk.name)
        self._context.changed.connect(self._on_changed)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self._context.undo),
            (QKeySequence.StandardKey.Redo, self._context.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        QShortcut(QKeySequence("Ins"), self).activated.connect(self.add_button.click)

    def _on_clock(self, clock: ClockLine | None) -> None:
        if clock is not None:
            self._show(clock)

    def _clock_columns(self) -> list[Column[ClockLine]]:
        return [
            Column(
                lambda: self.tr("Clock"),
                lambda it: f"{it.rule_id or it.code}  {it.names[self._context.lang]}",
                stretch=True,
            ),
            Column(lambda: self.tr("Limits"), self._state, width=88),
        ]

    def _state(self, clock: ClockLine) -> str:
        if not clock.rows:
            return "—"
        if clock.template:
            return "◇ " + self._context.texts.say("ticket_mark.template")
        return f"✓ {len(clock.rows)}"


def _key(source: SlaSource) -> str:
    if source.criterion_id is not None:
        return f"own:{source.criterion_id.hex}"
    return f"card:{source.card_id}" if source.card_id else NO_SOURCE


def edit_limits(context: AppContext, parent: QWidget) -> None:
    """Open the grid of limits of the open audit."""
    try:
        library = load_library(shipped_paths().checklists)
        dialog = SlaDialog(context, library, parent)
    except UserError as error:
        context.refused.emit(error)
        return
    dialog.open()
