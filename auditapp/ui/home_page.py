"""The first screen: recent audits as rows, actions that need someone, or how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.home_index import HomeData, HomeRow
from auditapp.ui.home_rows import ROW, HomeButton
from auditapp.ui.widgets.boxes import Card, EmptyState, hairline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from auditapp.ui.context import AppContext
    from auditapp.ui.home_rows import Item
    from auditapp.ui.pages.catalogue import HomeTool

SIDE_WIDTH = 200
ACTIONS_SHOWN = 5
CARD_EDGE = 5  # margin and line of a card


class HomePage(QWidget):
    """Painted from the home index alone.

    Signals:
        open_requested: the file dialog.
        example_requested: build and open the example audit.
        file_chosen: a row (its path).
        forget_requested: drop a row (its path).
    """

    open_requested = Signal()
    example_requested = Signal()
    file_chosen = Signal(str)
    forget_requested = Signal(str)

    def __init__(
        self, context: AppContext, tools: Sequence[HomeTool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tools = tuple(tools)
        self._data = HomeData()
        self._side = self._make_side()
        self._recent_title, self._actions_title, self._summary = QLabel(), QLabel(), QLabel()
        self.rows: list[HomeButton] = []
        self._empty = EmptyState(context.icons, "checklist", self)
        self._empty_example = self._empty.add_button(primary=True)
        self._empty_example.clicked.connect(self.example_requested)
        self._empty_tools = [
            (tool, self._empty.add_button()) for tool in self._tools if tool.primary
        ]
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_lists())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(hairline(self, vertical=True))
        layout.addWidget(self._stack, 1)
        self._connect()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list yet."""
        return not self._data.rows

    def show_data(self, data: HomeData) -> None:
        """Show rows; the empty state when there are none."""
        self._data = data
        self.rows = self._fill(self._recent_column, data.rows)
        self._fill(self._actions_card.body, data.actions[:ACTIONS_SHOWN])
        for widget in (self._actions_title, self._summary, self._actions_card):
            widget.setVisible(bool(data.actions))
        self._recent_card.setMaximumHeight(len(data.rows) * ROW + 2 * CARD_EDGE)
        self._stack.setCurrentIndex(0 if self.is_empty else 1)
        self._set_summary()

    def set_example(self, *, offered: bool) -> None:
        """Whether the example audit can be built here."""
        self._example.setVisible(offered)
        self._empty_example.setVisible(offered)

    def focus_first(self) -> None:
        """Put the focus where the next step most likely is."""
        (self.rows[0] if self.rows else self._empty_example).setFocus()

    def retranslate(self) -> None:
        """Set every string again."""
        self._open.setText(self.tr("Open …"))
        self._example.setText(self.tr("Example audit"))
        for tool, button in (*self._tool_buttons, *self._empty_tools):
            button.setText(tool.title())
            button.setToolTip(f"{tool.title()}  {tool.shortcut}".strip())
        self._open.setToolTip(self.tr("Open an audit file") + "  Ctrl+O")
        self._recent_title.setText(self.tr("Recent audits"))
        self._actions_title.setText(self.tr("Actions that need someone"))
        self._empty.set_texts(
            self.tr("No audits yet"),
            self.tr(
                "An audit is one file on this computer. Look at the example first, begin your own, "
                "or drop an audit file here."
            ),
        )
        self._empty_example.setText(self.tr("Open the example audit"))
        for row in self.rows:
            row.setAccessibleName(self._say(row.item))
        self._set_summary()

    def _make_side(self) -> QWidget:
        side = QWidget(self)
        side.setProperty("role", "surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        self._tool_buttons: list[tuple[HomeTool, QPushButton]] = []
        icons = self._context.icons
        for tool in self._tools:
            button = QPushButton(side)
            button.setProperty("role", "primary" if tool.primary else "side")
            icons.assign(button, tool.icon, "on_accent" if tool.primary else "muted")
            self._tool_buttons.append((tool, button))
        self._open, self._example = QPushButton(side), QPushButton(side)
        icons.assign(self._open, "open", "muted")
        icons.assign(self._example, "star", "muted")
        for button in (self._open, self._example):
            button.setProperty("role", "side")
        first = [button for tool, button in self._tool_buttons if tool.primary]
        rest = [button for tool, button in self._tool_buttons if not tool.primary]
        for button in (*first, self._open, *rest):
            column.addWidget(button)
            if button in first:
                column.addSpacing(8)
        column.addStretch()
        column.addWidget(self._example)
        return side

    def _fill(self, column: QVBoxLayout, items: Sequence[Item]) -> list[HomeButton]:
        while (old := column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [HomeButton(self._context.icons, item, self._words, self) for item in items]
        for number, row in enumerate(rows):
            row.is_first = number == 0
            row.setAccessibleName(self._say(row.item))
            row.chosen.connect(self.file_chosen)
            if isinstance(row.item, HomeRow):
                row.forget_wanted.connect(self.forget_requested)
                row.menu_wanted.connect(self._on_menu)
            column.addWidget(row)
        return rows

    def _make_lists(self) -> QWidget:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        self._recent_card, self._actions_card = Card(margin=4), Card(margin=4)
        for title in (self._recent_title, self._actions_title):
            title.setProperty("role", "title")
        self._summary.setProperty("role", "caption")
        for card in (self._recent_card, self._actions_card):
            card.body.setSpacing(0)
        inside = QWidget()
        inside.setProperty("role", "surface")
        self._recent_column = QVBoxLayout(inside)
        self._recent_column.setContentsMargins(0, 0, 0, 0)
        self._recent_column.setSpacing(0)
        self._recent_column.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setProperty("role", "bare")
        self._recent_card.body.addWidget(area)
        head = QHBoxLayout()
        head.addWidget(self._actions_title)
        head.addStretch()
        head.addWidget(self._summary, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self._recent_title)
        column.addWidget(self._recent_card, 100)
        column.addSpacing(16)
        column.addLayout(head)
        column.addWidget(self._actions_card)
        column.addStretch(1)
        return lists

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_requested)
        self._example.clicked.connect(self.example_requested)
        for tool, button in (*self._tool_buttons, *self._empty_tools):
            button.setProperty("tool", tool.key)
            button.clicked.connect(self._on_tool)

    def _on_tool(self) -> None:
        key = str(self.sender().property("tool"))
        tool = next(tool for tool in self._tools if tool.key == key)
        tool.run(self._context, self.window())

    def _on_menu(self, path: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.file_chosen.emit(path))
        menu.addAction(self.tr("Take off this list")).triggered.connect(
            lambda: self.forget_requested.emit(path)
        )
        menu.popup(at)

    def _words(self, what: str, count: int) -> str:
        if what == "overdue":
            return self.tr("%n overdue", "actions", count)
        return self.tr("File not found")

    def _say(self, item: Item) -> str:
        if not isinstance(item, HomeRow):
            return ", ".join(
                part for part in (item.number, item.title, item.owner, item.due) if part
            )
        if item.missing:
            return f"{item.title}, {self._words('missing', 0)}"
        return self.tr(
            "{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve"
        ).format(
            title=item.title,
            percent=round(item.progress * 100),
            major=item.major,
            minor=item.minor,
            improvement=item.improvement,
        )

    def _set_summary(self) -> None:
        rows = self._data.rows
        self._summary.setText(
            self.tr("overdue {overdue} · due in 14 days {soon} · to verify {verify}").format(
                overdue=sum(row.overdue for row in rows),
                soon=sum(row.due_soon for row in rows),
                verify=sum(row.to_verify for row in rows),
            )
        )
