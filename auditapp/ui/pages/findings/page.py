"""The findings page: a list that can be narrowed, and one finding in the whole room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.domain.vocabulary import FindingState, Grade, Lang, Role
from auditapp.errors import UserError
from auditapp.ops import findings as ops
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.evidence_extra import languages
from auditapp.ops.queries.findings import (
    FindingFilter,
    FindingRow,
    finding_detail,
    finding_list,
)
from auditapp.ops.queries.plan import people
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.findings.detail import FindingView
from auditapp.ui.pages.findings.raising import RaiseFindingDialog
from auditapp.ui.pages.records.asking import ask_yes
from auditapp.ui.pages.records.cells import PaintedCell, grade_cell, icon_cell
from auditapp.ui.pages.records.filters import FilterMenu, FilterSwitch
from auditapp.ui.pages.records.layout import column
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate


class FindingsPage(Page):
    """The list; Enter opens a finding, Esc goes back."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "finding", "finding_criterion", "finding_evidence", "evidence", "action", "text",
            "criterion", "adoption", "adoption_unit", "card_decision", "unit", "person", "audit",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._filter = FindingFilter()
        self._mine = False
        self._total = 0
        self._list_stale = True
        self._shelf = PackShelf(context.audit)
        self.list: ListPane[FindingRow] = ListPane(
            context, columns(context), lambda row: row.id, "findings", self
        )
        self.view = FindingView(context, self._shelf, self)
        self.grades: FilterMenu[Grade] = FilterMenu(context, self)
        self.states: FilterMenu[FindingState] = FilterMenu(context, self)
        self.mine = FilterSwitch(context, self)
        self.open_only = FilterSwitch(context, self)
        self.withdrawn = FilterSwitch(context, self)
        self.number_button = self.list.add_button()
        self.add_button = self.list.add_button(primary=True)
        self._first_add = self.list.empty.add_button(primary=True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        column(self, gap=0).addWidget(self._stack)
        for widget in (self.grades, self.states, self.mine, self.open_only, self.withdrawn):
            self.list.filters.addWidget(widget)
        table = self.list.table
        table.setItemDelegateForColumn(2, PaintedCell(grade_cell(context, _grade), table))
        table.setItemDelegateForColumn(7, PaintedCell(icon_cell(context, self._actions), table))
        self._connect()

    # -- the page -----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every string again."""
        texts = self.context.texts
        self.list.title.setText(self.tr("Findings"))
        self.list.retranslate()
        english = self.context.lang is Lang.EN
        header = self.list.table.horizontalHeader()
        header.resizeSection(2, 232 if english else 128)
        header.resizeSection(3, 224 if english else 128)
        self.list.empty.set_texts(
            self.tr("No findings yet"),
            self.tr("Raise one from a question in the checklist (F), or begin with a blank one."),
        )
        for widget in (self.add_button, self._first_add):
            widget.setText(self.tr("Raise a finding"))
            widget.setAccessibleName(self.tr("Raise a finding"))
            widget.setToolTip(self.tr("Raise a finding") + "  Ins")
        self.number_button.setText(self.tr("Give final numbers"))
        self.number_button.setAccessibleName(self.tr("Give final numbers"))
        self.number_button.setToolTip(self.tr("The team leader's step at consolidation"))
        self.grades.set_options(self.tr("Grade"), [(it, texts.enum(it)) for it in Grade])
        self.states.set_options(self.tr("State"), [(it, texts.enum(it)) for it in FindingState])
        self.mine.set_text(self.tr("Mine"), self.tr("Findings that I raised"))
        self.open_only.set_text(self.tr("Open"), self.tr("Neither closed nor withdrawn"))
        self.withdrawn.set_text(self.tr("Withdrawn"), self.tr("Withdrawn findings too"))
        self.view.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read what is in front; the list behind an open finding waits until it is shown."""
        self._list_stale = True
        shown = self.view.shown
        if self._stack.currentWidget() is self.view and shown is not None and self._total:
            self.open_finding(shown)
        else:
            self._read_list()

    def _read_list(self) -> None:
        if not self._list_stale:
            return
        self._list_stale = False
        today = self.today
        self._total = len(
            finding_list(self.context.audit, today=today, wanted=FindingFilter(withdrawn=True))
        )
        self._show_rows()
        self.number_button.setVisible(self._is_leader() and bool(self._total))

    def show_target(self, target: object) -> None:
        """A finding by id, a FindingFilter, a grade, or a state."""
        if isinstance(target, UUID):
            self.open_finding(target)
        elif isinstance(target, FindingFilter):
            self._take_filter(target)
        elif isinstance(target, Grade):
            self._take_filter(FindingFilter(grades=frozenset({target})))
        elif isinstance(target, FindingState):
            self._take_filter(FindingFilter(states=frozenset({target})))

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Findings by number or words."""
        wanted = FindingFilter(text=words)
        rows = finding_list(self.context.audit, today=self.today, wanted=wanted)[:8]
        texts, lang = self.context.texts, self.context.lang
        return [
            PaletteItem(
                f"{row.number}  {row.title.best(lang)}",
                _Go(self.context, row.id),
                texts.enum(row.grade),
                "findings",
                words,
            )
            for row in rows
        ]

    @property
    def today(self) -> date:
        """The day by the file's clock."""
        return self.context.audit.now().astimezone().date()

    def open_finding(self, finding: UUID) -> None:
        """Show one finding in the whole room; one that is gone leads back to the list."""
        if self.view.shown != finding:
            self.view.flush()
        try:
            detail = finding_detail(self.context.audit, self._shelf, finding, today=self.today)
        except UserError as error:
            if error.code != "row_gone":
                self.context.refused.emit(error)
            self.show_list()
            return
        self.view.load(detail, languages(self.context.audit))
        if self._stack.currentWidget() is not self.view:
            self._stack.setCurrentWidget(self.view)
            self.setFocus()

    def show_list(self) -> None:
        """Back to the list, where it was left."""
        self.view.flush()
        shown = self.view.shown
        self._read_list()
        self._stack.setCurrentWidget(self.list)
        if shown is not None:
            self.list.table.choose(shown)
        self.list.focus_table()

    def raise_one(self) -> RaiseFindingDialog:
        """Open the dialog for a blank finding."""
        dialog = RaiseFindingDialog(self.context, self._shelf, self)
        dialog.raised.connect(self.open_finding)
        dialog.open()
        return dialog

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        pane = self.list
        pane.searched.connect(self._on_searched)
        pane.opened.connect(self._on_opened)
        pane.cleared.connect(self._on_cleared)
        for menu in (self.grades, self.states):
            menu.changed.connect(self._on_filter)
        for switch in (self.mine, self.open_only, self.withdrawn):
            switch.clicked.connect(self._on_filter)
        self.add_button.clicked.connect(self._on_add)
        self._first_add.clicked.connect(self._on_add)
        self.number_button.clicked.connect(self._on_number)
        self.view.left.connect(self.show_list)
        self.view.moved.connect(self._on_moved)
        self.view.revising.connect(self.mark_stale)
        keys = PageKeys(self)
        keys.add("Ins", self._on_add, with_alt=False)
        keys.add("/", self._on_slash, with_alt=False)
        keys.add("F2", self._on_edit, with_alt=False)
        keys.add("Esc", self._on_escape, with_alt=False)

    def _show_rows(self) -> None:
        if not self.context.is_open:  # a search that was typed just before closing
            return
        wanted = replace(
            self._filter,
            unit_id=self.context.unit,
            auditor_id=self.context.heading.actor if self._mine else self._filter.auditor_id,
        )
        rows = finding_list(self.context.audit, today=self.today, wanted=wanted)
        self.list.show_rows(rows, self._total)

    def _actions(self, row: FindingRow) -> tuple[IconName | None, str, Token]:
        if row.overdue_actions:
            words = self.tr("{n} overdue").format(n=row.overdue_actions)
            return "clock", words, "major"
        if not row.actions:
            return None, "", "muted"
        return None, f"{row.actions - row.open_actions} / {row.actions}", "text"

    def _is_leader(self) -> bool:
        me = self.context.heading.actor
        known = people(self.context.audit)
        return any(person.id == me and person.role is Role.TEAM_LEADER for person in known)

    def _on_opened(self, row: FindingRow) -> None:
        self.open_finding(row.id)

    def _on_moved(self, by: int) -> None:
        model, shown = self.list.model, self.view.shown
        index = model.index_of(shown)
        row = model.row_at(model.index(index.row() + by, 0)) if index.isValid() else None
        if row is not None:
            self.open_finding(row.id)

    def _on_add(self) -> None:
        self.raise_one()

    def _on_number(self) -> None:
        def go() -> None:
            outcome = self.context.perform(ops.number_findings())
            if outcome is not None:
                words = self.tr("Final numbers given: {n}")
                self.context.notify(words.format(n=len(outcome.value)))

        ask_yes(
            self,
            self.tr("Give final numbers?"),
            self.tr(
                "Every finding that has none gets its final number; working numbers stay. "
                "A number is never given twice."
            ),
            self.tr("Give numbers"),
            go,
        )

    def _on_slash(self) -> None:
        if self._stack.currentWidget() is self.list:
            self.list.focus_search()

    def _on_edit(self) -> None:
        if self._stack.currentWidget() is self.list:
            row = self.list.table.current_row
            if row is None:
                return
            self.open_finding(row.id)
        self.view.words.focus_first()

    def _on_escape(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.show_list()

    def _on_searched(self, words: str) -> None:
        self._filter = replace(self._filter, text=words)
        self._show_rows()

    def _on_filter(self) -> None:
        self._mine = self.mine.isChecked()
        self._filter = replace(
            self._filter,
            grades=self.grades.chosen,
            states=self.states.chosen,
            open_only=self.open_only.isChecked(),
            withdrawn=self.withdrawn.isChecked(),
        )
        self._show_rows()

    def _on_cleared(self) -> None:
        self.context.choose_unit(None)
        self._take_filter(FindingFilter())

    def _take_filter(self, wanted: FindingFilter) -> None:
        self._filter, self._mine = wanted, False
        self.list.search.setText(wanted.text)
        self.grades.choose(wanted.grades)
        self.states.choose(wanted.states)
        self.mine.setChecked(False)
        self.open_only.setChecked(wanted.open_only)
        self.withdrawn.setChecked(wanted.withdrawn)
        self._show_rows()
        self.show_list()


class _Go:
    """A slot that goes to a finding."""

    def __init__(self, context: AppContext, finding: UUID) -> None:
        self._context, self._finding = context, finding

    def __call__(self) -> None:
        self._context.go("findings", self._finding)


def _grade(row: FindingRow) -> Grade:
    return row.grade


def columns(context: AppContext) -> tuple[Column[FindingRow], ...]:
    """The list's columns."""
    grades, states = list(Grade), list(FindingState)

    def state(row: FindingRow) -> str:
        return context.texts.enum(row.state)

    return (
        Column(lambda: translate("FindingColumns", "Number"), lambda row: row.number, width=176),
        Column(
            lambda: translate("FindingColumns", "Title"),
            lambda row: row.title.best(context.lang),
            stretch=True,
        ),
        Column(
            lambda: translate("FindingColumns", "Grade"),
            lambda row: context.texts.enum(row.grade),
            sort=lambda row: grades.index(row.grade),
            width=128,
        ),
        Column(
            lambda: translate("FindingColumns", "State"),
            state,
            sort=lambda row: states.index(row.state),
            width=128,
        ),
        Column(lambda: translate("FindingColumns", "Unit"), lambda row: row.unit_code, width=48),
        Column(
            lambda: translate("FindingColumns", "Clause"),
            lambda row: row.clause or "",
            sort=lambda row: [int(p) if p.isdigit() else 0 for p in (row.clause or "").split(".")],
            width=60,
        ),
        Column(
            lambda: translate("FindingColumns", "Evidence"),
            lambda row: str(row.evidence or ""),
            sort=lambda row: row.evidence,
            width=68,
        ),
        Column(
            lambda: translate("FindingColumns", "Actions"),
            lambda row: str(row.actions or ""),
            sort=lambda row: (row.overdue_actions, row.open_actions, row.actions),
            width=96,
        ),
        Column(lambda: translate("FindingColumns", "By"), lambda row: row.auditor, width=52),
    )
