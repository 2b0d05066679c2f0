"""The actions page: corrections and corrective actions of all findings, and one in detail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.domain.vocabulary import ActionKind, ActionState, Lang
from auditapp.errors import UserError
from auditapp.ops.queries.actions import (
    ActionFilter,
    ActionRow,
    action_detail,
    action_list,
)
from auditapp.ops.queries.evidence_extra import languages
from auditapp.ui.page import Page, PaletteItem
from auditapp.ui.pages.actions.detail import ActionView
from auditapp.ui.pages.records.cells import PaintedCell, icon_cell
from auditapp.ui.pages.records.filters import FilterMenu, FilterSwitch
from auditapp.ui.pages.records.layout import column
from auditapp.ui.pages.records.listing import ListPane
from auditapp.ui.shortcuts import PageKeys
from auditapp.ui.widgets.labels import GLYPHS, token_of
from auditapp.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate


class ActionsPage(Page):
    """The list; Enter opens an action, Esc goes back."""

    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "action", "action_evidence", "evidence", "finding", "text", "unit", "person", "audit",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._filter = ActionFilter()
        self._total = 0
        self._list_stale = True
        self.list: ListPane[ActionRow] = ListPane(
            context, columns(context), lambda row: row.id, "actions", self
        )
        self.view = ActionView(context, self)
        self.kinds: FilterMenu[ActionKind] = FilterMenu(context, self)
        self.states: FilterMenu[ActionState] = FilterMenu(context, self)
        self.open_only = FilterSwitch(context, self)
        self.overdue = FilterSwitch(context, self)
        self.to_verify = FilterSwitch(context, self)
        self._go_findings = self.list.empty.add_button(primary=True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        column(self, gap=0).addWidget(self._stack)
        for widget in (self.kinds, self.states, self.open_only, self.overdue, self.to_verify):
            self.list.filters.addWidget(widget)
        table = self.list.table
        for number, draw in (
            (1, icon_cell(context, self._finding)),
            (5, icon_cell(context, self._due)),
            (6, icon_cell(context, self._state)),
        ):
            table.setItemDelegateForColumn(number, PaintedCell(draw, table))
        self._connect()

    # -- the page -----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every string again."""
        texts = self.context.texts
        self.list.title.setText(self.tr("Actions"))
        self.list.retranslate()
        english = self.context.lang is Lang.EN
        header = self.list.table.horizontalHeader()
        header.resizeSection(3, 136 if english else 84)
        header.resizeSection(6, 208 if english else 132)
        self.list.empty.set_texts(
            self.tr("No actions yet"),
            self.tr("Corrections and corrective actions are added to a finding."),
        )
        self._go_findings.setText(self.tr("Go to the findings"))
        self.kinds.set_options(self.tr("Kind"), [(it, texts.enum(it)) for it in ActionKind])
        self.states.set_options(self.tr("State"), [(it, texts.enum(it)) for it in ActionState])
        self.open_only.set_text(self.tr("Open"), self.tr("Neither verified nor cancelled"))
        self.overdue.set_text(self.tr("Overdue"), self.tr("Past its due date and not done"))
        self.to_verify.set_text(
            self.tr("To verify"), self.tr("Reported as done; waits for the team's verdict")
        )
        self.view.retranslate()
        self.mark_stale()

    def refresh(self) -> None:
        """Read what is in front; the list behind an open action waits until it is shown."""
        self._list_stale = True
        shown = self.view.shown
        if self._stack.currentWidget() is self.view and shown is not None and self._total:
            self.open_action(shown)
        else:
            self._read_list()

    def _read_list(self) -> None:
        if not self._list_stale:
            return
        self._list_stale = False
        self._total = len(action_list(self.context.audit, today=self.today))
        self._show_rows()

    def show_target(self, target: object) -> None:
        """An action by id, an ActionFilter, or a state."""
        if isinstance(target, UUID):
            self.open_action(target)
        elif isinstance(target, ActionFilter):
            self._take_filter(target)
        elif isinstance(target, ActionState):
            self._take_filter(ActionFilter(states=frozenset({target})))

    def palette_items(self, words: str) -> Sequence[PaletteItem]:
        """Actions by number or words."""
        rows = action_list(self.context.audit, today=self.today, wanted=ActionFilter(text=words))
        texts, lang = self.context.texts, self.context.lang
        return [
            PaletteItem(
                f"{row.number}  {row.description.best(lang)}",
                _Go(self.context, row.id),
                texts.enum(row.state),
                "actions",
                words,
            )
            for row in rows[:8]
        ]

    @property
    def today(self) -> date:
        """The day by the file's clock."""
        return self.context.audit.now().astimezone().date()

    def open_action(self, action: UUID) -> None:
        """Show one action in the whole room; one that is gone leads back to the list."""
        if self.view.shown != action:
            self.view.flush()
        try:
            detail = action_detail(self.context.audit, action, today=self.today)
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

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        pane = self.list
        pane.searched.connect(self._on_searched)
        pane.opened.connect(self._on_opened)
        pane.cleared.connect(self._on_cleared)
        for menu in (self.kinds, self.states):
            menu.changed.connect(self._on_filter)
        for switch in (self.open_only, self.overdue, self.to_verify):
            switch.clicked.connect(self._on_filter)
        self._go_findings.clicked.connect(self._on_go_findings)
        self.view.left.connect(self.show_list)
        self.view.moved.connect(self._on_moved)
        keys = PageKeys(self)
        keys.add("/", self._on_slash, with_alt=False)
        keys.add("F2", self._on_edit, with_alt=False)
        keys.add("Esc", self._on_escape, with_alt=False)

    def _show_rows(self) -> None:
        if not self.context.is_open:  # a search that was typed just before closing
            return
        wanted = replace(self._filter, unit_id=self.context.unit, kind=None)
        rows = action_list(self.context.audit, today=self.today, wanted=wanted)
        kinds = self.kinds.chosen
        kept = [row for row in rows if not kinds or row.kind in kinds]
        self.list.show_rows(kept, self._total)

    def _finding(self, row: ActionRow) -> tuple[IconName | None, str, Token]:
        number = row.finding_final or row.finding_number
        return None, f"{GLYPHS[row.finding_grade]} {number}", token_of(row.finding_grade)

    def _due(self, row: ActionRow) -> tuple[IconName | None, str, Token]:
        day = "" if row.due_on is None else row.due_on.isoformat()
        if row.overdue:
            return "clock", self.tr("{day} overdue").format(day=day), "major"
        return None, day, "text"

    def _state(self, row: ActionRow) -> tuple[IconName | None, str, Token]:
        words = self.context.texts.enum(row.state)
        if row.check_overdue:
            return "clock", words, "major"
        if row.state is ActionState.EFFECTIVE:
            return "check", words, "conforming"
        if row.state is ActionState.INEFFECTIVE:
            return "warning", words, "major"
        return None, words, "muted" if row.is_settled else "text"

    def _on_opened(self, row: ActionRow) -> None:
        self.open_action(row.id)

    def _on_moved(self, by: int) -> None:
        model, shown = self.list.model, self.view.shown
        index = model.index_of(shown)
        row = model.row_at(model.index(index.row() + by, 0)) if index.isValid() else None
        if row is not None:
            self.open_action(row.id)

    def _on_go_findings(self) -> None:
        self.context.go("findings")

    def _on_slash(self) -> None:
        if self._stack.currentWidget() is self.list:
            self.list.focus_search()

    def _on_edit(self) -> None:
        if self._stack.currentWidget() is self.list:
            row = self.list.table.current_row
            if row is None:
                return
            self.open_action(row.id)
        self.view.focus_first()

    def _on_escape(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.show_list()

    def _on_searched(self, words: str) -> None:
        self._filter = replace(self._filter, text=words)
        self._show_rows()

    def _on_filter(self) -> None:
        self._filter = replace(
            self._filter,
            states=self.states.chosen,
            open_only=self.open_only.isChecked(),
            overdue=self.overdue.isChecked(),
            to_verify=self.to_verify.isChecked(),
        )
        self._show_rows()

    def _on_cleared(self) -> None:
        self.context.choose_unit(None)
        self._take_filter(ActionFilter())

    def _take_filter(self, wanted: ActionFilter) -> None:
        self._filter = wanted
        self.list.search.setText(wanted.text)
        self.kinds.choose(frozenset() if wanted.kind is None else frozenset({wanted.kind}))
        self.states.choose(wanted.states)
        self.open_only.setChecked(wanted.open_only)
        self.overdue.setChecked(wanted.overdue)
        self.to_verify.setChecked(wanted.to_verify)
        self._show_rows()
        self.show_list()


class _Go:
    """A slot that goes to an action."""

    def __init__(self, context: AppContext, action: UUID) -> None:
        self._context, self._action = context, action

    def __call__(self) -> None:
        self._context.go("actions", self._action)


def columns(context: AppContext) -> tuple[Column[ActionRow], ...]:
    """The list's columns."""
    states = list(ActionState)

    def finding(row: ActionRow) -> str:
        return row.finding_final or row.finding_number

    def due(row: ActionRow) -> str:
        return "" if row.due_on is None else row.due_on.isoformat()

    return (
        Column(lambda: translate("ActionColumns", "Number"), lambda row: row.number, width=76),
        Column(lambda: translate("ActionColumns", "Finding"), finding, width=172),
        Column(
            lambda: translate("ActionColumns", "What will be done"),
            lambda row: row.description.best(context.lang),
            stretch=True,
        ),
        Column(
            lambda: translate("ActionColumns", "Kind"),
            lambda row: context.texts.enum(row.kind),
            width=84,
        ),
        Column(lambda: translate("ActionColumns", "Owner"), lambda row: row.owner or "", width=148),
        Column(
            lambda: translate("ActionColumns", "Due"),
            due,
            sort=lambda row: row.due_on or date.max,
            width=160,
        ),
        Column(
            lambda: translate("ActionColumns", "State"),
            lambda row: context.texts.enum(row.state),
            sort=lambda row: states.index(row.state),
            width=132,
        ),
        Column(lambda: translate("ActionColumns", "Unit"), lambda row: row.unit_code, width=48),
    )
