"""The left pane: search, filter, clause tree, and how much is still open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView, QWidget

from auditapp.ui._gen.ui_checklist_clause_pane import Ui_ChecklistClausePane
from auditapp.ui.pages.checklist.clause_delegate import ClauseDelegate
from auditapp.ui.pages.checklist.clause_tree import ClauseModel
from auditapp.ui.pages.checklist.filter_menu import FilterMenu
from auditapp.ui.widgets.inputs import SearchField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.ops.queries.checklist import ChecklistRow, Filter, Progress
    from auditapp.ops.queries.content import Pair, Section
    from auditapp.packs.content import Bilingual
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.checklist.clause_tree import Node

FEW: Final = 40
"""Up to so many rows all sections are open at first."""


class ClausePane(QWidget):
    """Shows rows and says which one the user went to.

    Signals:
        pair_chosen: a question was chosen by mouse or key (Pair).
        filter_chosen: filter or search changed (Filter).
        next_wanted: the footer was clicked.
        not_asked_wanted: the user wants to see what is not asked.
        onward: Return on a question.
    """

    pair_chosen = Signal(object)
    filter_chosen = Signal(object)
    next_wanted = Signal()
    not_asked_wanted = Signal()
    onward = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ui = Ui_ChecklistClausePane()
        self.ui.setupUi(self)
        self.search = SearchField(context.icons, self)
        self.search.searched.connect(self._on_searched)
        self.ui.search_slot.addWidget(self.search)
        self.menu = FilterMenu(context, self)
        self.menu.chosen.connect(self._on_filter)
        self.ui.filter_button.setMenu(self.menu)
        self.ui.filter_button.setStyleSheet("QToolButton::menu-indicator { image: none }")
        context.icons.assign(self.ui.filter_button, "filter", "muted", 16)
        context.icons.assign(self.ui.clear_button, "close", "muted", 12)
        self.ui.clear_button.clicked.connect(self._clear)
        self.model = ClauseModel(self._words, self)
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(ClauseDelegate(context, view))
        view.setMouseTracking(True)
        view.setSelectionBehavior(QTreeView.SelectionBehavior.SelectItems)
        view.selectionModel().currentChanged.connect(self._on_current)
        view.clicked.connect(self._on_clicked)
        view.installEventFilter(self)
        self.ui.open_button.clicked.connect(self.next_wanted)
        self.ui.not_asked_button.clicked.connect(self.not_asked_wanted)
        self._not_asked = 0
        self._progress: Progress | None = None
        self._quiet = False

    @property
    def view(self) -> QTreeView:
        """The tree."""
        return self.ui.clause_view

    def show_rows(
        self,
        rows: Sequence[ChecklistRow],
        sections: Sequence[Section],
        packs: Mapping[str, Bilingual],
        *,
        many_units: bool,
    ) -> None:
        """Replace the tree; sections that were open stay open."""
        opened = self._opened()
        self._quiet = True
        self.model.load(rows, sections, packs, many_units=many_units)
        for key in opened:
            self.view.setExpanded(self.model.index_of_section(key), True)
        if len(rows) <= FEW:
            self.view.expandAll()
        self._quiet = False
        self.view.setVisible(bool(rows))
        self.ui.empty_label.setVisible(not rows)

    def choose(self, pair: Pair) -> None:
        """Put a question in sight and mark it, without saying so."""
        index = self.model.index_of_pair(pair)
        self._quiet = True
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.setExpanded(index.parent(), True)
            if not self.view.viewport().rect().contains(self.view.visualRect(index)):
                self.view.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
        else:
            self.view.selectionModel().clear()
        self._quiet = False

    def show_filter(self, wanted: Filter) -> None:
        """Show what the list is narrowed to."""
        self.menu.set_filter(wanted)
        names = self.menu.names()
        narrowed = bool(names)
        self.ui.narrow_label.setText(" · ".join(names))
        self.ui.narrow_bar.setVisible(narrowed)
        token = "accent" if narrowed else "muted"
        self._context.icons.assign(self.ui.filter_button, "filter", token, 16)
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)

    def show_progress(self, progress: Progress) -> None:
        """Say how much is open."""
        self._progress = progress
        count = progress.open
        said = self.tr("%n open", "questions", count) if count else self.tr("All answered")
        self.ui.open_button.setText(said + ("  ·  " + self.tr("N next") if count else ""))
        self.ui.open_button.setEnabled(bool(count))
        figures = self.tr("{answered} of {asked} answered, {reviewed} reviewed")
        self.ui.open_button.setToolTip(
            figures.format(
                answered=progress.answered, asked=progress.asked, reviewed=progress.reviewed
            )
        )

    def show_not_asked(self, count: int) -> None:
        """Say how many questions of the packs are not asked."""
        self._not_asked = count
        self.ui.not_asked_button.setVisible(count > 0)
        self.ui.not_asked_button.setText(self.tr("Not asked: {n}").format(n=count))
        self.ui.not_asked_button.setToolTip(
            self.tr("Hidden by a condition or left out by the plan: show which and why")
        )

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self)
        self.menu.retranslate()
        self.search.setPlaceholderText(self.tr("Search, both languages"))
        self.search.setAccessibleName(self.tr("Search questions in both languages"))
        self.search.setToolTip(self.tr("Search questions, notes and guidance") + "  /")
        self.ui.filter_button.setAccessibleName(self.tr("Filter"))
        self.ui.filter_button.setToolTip(self.tr("Filter") + "  G")
        self.ui.clear_button.setAccessibleName(self.tr("Show all"))
        self.ui.clear_button.setToolTip(self.tr("Show all"))
        self.ui.empty_label.setText(self.tr("Nothing fits. Change the search or the filter."))
        self.show_filter(self.menu.wanted)
        self.show_not_asked(self._not_asked)
        if self._progress is not None:
            self.show_progress(self._progress)
        self.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return on a section opens or closes it; on a question it goes on, as everywhere."""
        if watched is self.view and isinstance(event, QKeyEvent):
            ending = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if ending and event.type() == QEvent.Type.KeyPress:
                index = self.view.currentIndex()
                if self.model.pair_at(index) is None:
                    self.view.setExpanded(index, not self.view.isExpanded(index))
                else:
                    self.onward.emit()
                return True
        return super().eventFilter(watched, event)

    def _opened(self) -> set[tuple[str, str]]:
        opened: set[tuple[str, str]] = set()
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for place in range(self.model.rowCount(above)):
                index = self.model.index(place, 0, above)
                node = self.model.node(index)
                if node is not None and node.row is None and self.view.isExpanded(index):
                    opened.add(node.key)
                    waiting.append(index)
        return opened

    def _words(self, node: Node) -> str:
        lang, texts = self._context.lang, self._context.texts
        row = node.row
        if row is None:
            title = "" if node.title is None else node.title.get(lang)
            said = self.tr("{number} {title}: {answered} of {asked} answered")
            return said.format(
                number=node.key[1] or node.key[0],
                title=title,
                answered=node.answered,
                asked=node.asked,
            )
        result = self.tr("not answered") if row.result is None else texts.enum(row.result)
        words = row.asked.question.q.get(lang)
        return f"{row.question_id} {row.asked.unit_code} · {result}\n{words}"

    def _on_current(self, index: QModelIndex) -> None:
        pair = self.model.pair_at(index)
        if pair is not None and not self._quiet:
            self.pair_chosen.emit(pair)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.pair_at(index) is None:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _on_searched(self, words: str) -> None:
        self._on_filter(replace(self.menu.wanted, text=words))

    def _on_filter(self, wanted: Filter) -> None:
        self.show_filter(wanted)
        self.filter_chosen.emit(wanted)

    def _clear(self) -> None:
        self.menu.clear_filter()
