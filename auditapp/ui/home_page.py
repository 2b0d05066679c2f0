"""The first screen: audits as rows, actions that need someone, or how to begin."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from auditapp.settings import HomeOrder
from auditapp.ui.home_data import HomeData, Need
from auditapp.ui.home_list import RowList
from auditapp.ui.home_rows import ACTION_ROW, NEEDS, ROW, ActionButton, AuditButton
from auditapp.ui.home_search import HomeSearch
from auditapp.ui.home_side import HomeSide
from auditapp.ui.home_words import HomeWords
from auditapp.ui.widgets.boxes import EmptyState, hairline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from auditapp.ui.context import AppContext
    from auditapp.ui.home_rows import HomeButton
    from auditapp.ui.pages.catalogue import HomeTool

SHOWN: Final = 50
"""So many audits and actions are listed; the search finds the others."""
FIRST: Final = 8
"""So many before the first paint: more than are in sight."""
SEARCH_WIDTH: Final = 240


class HomePage(QWidget):
    """Painted from the portfolio index alone.

    Signals:
        open_requested: the file dialog.
        example_requested: build and open the example audit.
        file_chosen: a row (its path).
        action_chosen: an action (the path of its audit, its id in hex).
        forget_requested: drop a row (its path).
    """

    open_requested = Signal()
    example_requested = Signal()
    file_chosen = Signal(str)
    action_chosen = Signal(str, str)
    forget_requested = Signal(str)

    def __init__(
        self, context: AppContext, tools: Sequence[HomeTool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tools = tuple(tools)
        self._data: HomeData | None = None
        self._need: Need | None = None
        self._shown = FIRST
        self._words = HomeWords(context, self)
        self.side = HomeSide(context, self._tools, self)
        self._recent_title, self._actions_title = QLabel(), QLabel()
        self.search, self.order = HomeSearch(context.icons), QToolButton()
        self.needs = {need: QToolButton() for need in Need}
        self._audits, self._actions = RowList(2 * ROW), RowList(3 * ACTION_ROW)
        self._empty = EmptyState(context.icons, "checklist", self)
        self._empty_example = self._empty.add_button(primary=True)
        self._empty_tools = [
            (tool, self._empty.add_button()) for tool in self._tools if tool.primary
        ]
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_lists())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(hairline(self, vertical=True))
        layout.addWidget(self._stack, 1)
        self._connect()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list yet (a search that finds nothing is something)."""
        return not (self._data and self._data.rows) and not self.search.text().strip()

    @property
    def rows(self) -> Sequence[HomeButton]:
        """The rows of the audits in sight order."""
        return self._audits.rows

    @property
    def action_rows(self) -> Sequence[HomeButton]:
        """The rows of the actions."""
        return self._actions.rows

    def refresh(self) -> None:
        """Read the index again."""
        self.show_data(self._context.home_data(self.search.text()))

    def show_data(self, data: HomeData) -> None:
        """Show rows; the empty state when there are none. The focus stays where it was."""
        place = self._focused()
        if place is not None:  # else Qt hands it from row to row, and scrolls along
            self._all_rows()[place].clearFocus()
        self._data = data
        if self._need is not None and not data.count(self._need):
            self._need = None
        self.side.refresh()
        self._fill()
        self._stack.setCurrentIndex(0 if self.is_empty else 1)
        if place is not None and self._all_rows():
            rows = self._all_rows()
            self._show_row(rows[min(place, len(rows) - 1)])

    def set_example(self, *, offered: bool) -> None:
        """Whether the example audit can be built here."""
        self.side.set_example(offered=offered)
        self._empty_example.setVisible(offered)

    def focus_first(self) -> None:
        """Put the focus where the next step most likely is, and begin both lists at the top."""
        for rows in (self._audits, self._actions):
            rows.scroll_to_top()
        if self.is_empty:
            self._empty_example.setFocus()
        elif self.rows:
            self._show_row(self.rows[0])
        else:
            self.search.setFocus()

    def retranslate(self) -> None:
        """Set every string again."""
        self.side.retranslate()
        for tool, button in self._empty_tools:
            button.setText(tool.title())
            button.setToolTip(f"{tool.title()}  {tool.shortcut}".strip())
        self._actions_title.setText(self.tr("Actions that need someone"))
        self.search.setPlaceholderText(self.tr("Search all audits"))
        self.search.setAccessibleName(self.tr("Search all audits"))
        self.search.setToolTip(self.tr("Title, number, organisation or file name") + "  /")
        self.order.setToolTip(self.tr("In which order the audits are listed"))
        self._empty.set_texts(
            self.tr("No audits yet"),
            self.tr(
                "An audit is one file on this computer. Look at the example first, begin your own, "
                "or drop an audit file here."
            ),
        )
        self._empty_example.setText(self.tr("Open the example audit"))
        if self._data is not None:
            self.refresh()

    def show_rest(self) -> None:
        """List what the first paint left out: nobody sees it before."""
        self._shown = SHOWN
        if len(self.rows) >= FIRST or len(self.action_rows) >= FIRST:
            self.show_data(self._data or HomeData())

    # -- making -------------------------------------------------------------------------------

    def _make_lists(self) -> QWidget:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for title in (self._recent_title, self._actions_title):
            title.setProperty("role", "title")
        self.search.setFixedWidth(SEARCH_WIDTH)
        icons = self._context.icons
        icons.assign(self.order, "chevron_down", "muted")
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        above, below = QHBoxLayout(), QHBoxLayout()
        for line in (above, below):
            line.setSpacing(8)
        above.addWidget(self._recent_title)
        above.addStretch()
        above.addWidget(self.search)
        above.addWidget(self.order)
        below.addWidget(self._actions_title)
        below.addStretch()
        for need, button in self.needs.items():
            button.setCheckable(True)
            button.setProperty("need", need.value)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            icons.assign(button, *NEEDS[need])
            below.addWidget(button)
        column.addLayout(above)
        column.addWidget(self._audits, 300)
        column.addSpacing(8)
        column.addLayout(below)
        column.addWidget(self._actions, 200)
        column.addStretch(1)
        return lists

    def _connect(self) -> None:
        self.side.open_requested.connect(self.open_requested)
        self.side.example_requested.connect(self.example_requested)
        self._empty_example.clicked.connect(self.example_requested)
        for tool, button in self._empty_tools:
            button.setProperty("tool", tool.key)
            button.clicked.connect(partial(_run, tool, self._context, self))
        for button in self.needs.values():
            button.clicked.connect(self._on_need)
        self.order.clicked.connect(self._on_order)
        self.search.searched.connect(self.refresh)
        self.search.left.connect(self.focus_first)
        self.search.taken.connect(partial(_click_first, self))
        slash = QShortcut(QKeySequence("/"), self)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self._on_slash)

    def _fill(self) -> None:
        data = self._data or HomeData()
        order = self._context.settings.home_order
        now = datetime.now(UTC).astimezone()
        icons, words = self._context.icons, self._words
        listed = data.ordered(order)[: self._shown]
        audits = [AuditButton(icons, row, words.of_audit(row, now), self) for row in listed]
        needing = data.needing(self._need)[: self._shown]
        actions = [ActionButton(icons, it, words.of_action(it), self) for it in needing]
        for row in audits:
            row.clicked.connect(self._on_audit)
            row.forget_wanted.connect(self._on_forget)
            row.menu_wanted.connect(self._on_menu)
        for row in actions:
            row.clicked.connect(self._on_action)
        for row in (*audits, *actions):
            row.step_wanted.connect(self._on_step)
        self._audits.fill(audits, self.tr("No audit holds all of these words."))
        self._actions.fill(actions)
        searching = bool(self.search.text().strip())
        self._recent_title.setText(
            self.tr("%n audits found", "", len(data.rows))
            if searching
            else self.tr("Recent audits")
        )
        self.order.setText(words.order(order))
        for part in (self._actions_title, self._actions):
            part.setVisible(bool(data.actions))
        for need, button in self.needs.items():
            count = data.count(need)
            button.setVisible(bool(data.actions))
            button.setEnabled(bool(count))
            button.setChecked(need is self._need)
            button.setText(words.need(need, count))
            button.setToolTip(words.need_tip(need))

    # -- the focus ----------------------------------------------------------------------------

    def _all_rows(self) -> list[HomeButton]:
        return [*self._audits.rows, *self._actions.rows]

    def _focused(self) -> int | None:
        """The place of the row that has the focus."""
        rows = self._all_rows()
        return next((place for place, row in enumerate(rows) if row.hasFocus()), None)

    def _show_row(self, row: HomeButton) -> None:
        (self._audits if row in self._audits.rows else self._actions).show_row(row)

    def _on_step(self, by: int) -> None:
        rows, place = self._all_rows(), self._focused()
        if place is None:
            return
        if place + by < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place + by < len(rows):
            self._show_row(rows[place + by])

    def _on_slash(self) -> None:
        if not self.is_empty:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    # -- doing --------------------------------------------------------------------------------

    def _on_audit(self) -> None:
        row = self.sender()
        if isinstance(row, AuditButton):
            self.file_chosen.emit(row.row.path)

    def _on_action(self) -> None:
        row = self.sender()
        if isinstance(row, ActionButton):
            self.action_chosen.emit(row.action.path, row.action.id)

    def _on_forget(self) -> None:
        row = self.sender()
        if isinstance(row, AuditButton):
            self.forget_requested.emit(row.row.path)

    def _on_need(self) -> None:
        need = Need(str(self.sender().property("need")))
        self._need = None if need is self._need else need
        self._fill()

    def _on_order(self) -> None:
        menu = _menu(self)
        for order in HomeOrder:
            action = menu.addAction(self._words.order_name(order))
            action.setCheckable(True)
            action.setChecked(order is self._context.settings.home_order)
            action.triggered.connect(partial(self.set_order, order))
        menu.popup(self.order.mapToGlobal(self.order.rect().bottomLeft()))

    def set_order(self, order: HomeOrder, *_: object) -> None:
        """List the audits in another order; kept in the settings."""
        self._context.change_settings(home_order=order)
        self._fill()

    def _on_menu(self, at: QPoint) -> None:
        row = self.sender()
        if not isinstance(row, AuditButton):
            return
        path = row.row.path
        menu = _menu(self)
        if not row.row.missing:
            menu.addAction(self.tr("Open")).triggered.connect(lambda: self.file_chosen.emit(path))
        menu.addAction(self.tr("Forget (the file stays)")).triggered.connect(
            lambda: self.forget_requested.emit(path)
        )
        menu.popup(at)


def _menu(page: HomePage) -> QMenu:
    from PySide6.QtWidgets import QMenu  # not before the first paint

    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _run(tool: HomeTool, context: AppContext, page: HomePage, *_: object) -> None:
    tool.run(context, page.window())


def _click_first(page: HomePage, *_: object) -> None:
    if page.rows:
        page.rows[0].click()
