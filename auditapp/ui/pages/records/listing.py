"""The list of a page: title and count, search and filters, a sortable table, empty states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.widgets.boxes import Card, EmptyState
from auditapp.ui.widgets.inputs import SearchField
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QHBoxLayout

    from auditapp.ui.context import AppContext
    from auditapp.ui.icons import IconName

R = TypeVar("R")


class ListPane(QWidget, Generic[R]):
    """Everything around a :class:`RowTable`.

    Put buttons into ``buttons``, filters into ``filters``. The page reads the rows and calls
    :meth:`show_rows`; ``empty`` is what stands there before anything exists.

    Signals:
        searched: other words are looked for.
        opened: Return or double click on a row (the row).
        chosen: another row is current (the row, or None).
        cleared: the button 'show all' of an empty result.
    """

    searched = Signal(str)
    opened = Signal(object)
    chosen = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        context: AppContext,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        icon: IconName,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.title = label(self, "title")
        self.count = label(self, "muted")
        self.search = SearchField(context.icons, self)
        self.model: RowsModel[R] = RowsModel(columns, row_id, self)
        self.table: RowTable[R] = RowTable(self.model, self)
        self.table.setMouseTracking(True)
        # Heads stand over their cells' text.
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        self.empty = EmptyState(context.icons, icon, self)
        self._nothing = EmptyState(context.icons, "search", self)
        self._show_all = self._nothing.add_button(primary=True)
        self.buttons = line()
        self.filters = line()
        self._stack = QStackedWidget(self)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        for widget in (card, self.empty, self._nothing):
            self._stack.addWidget(widget)
        self._arrange()
        self._show_all.clicked.connect(self.cleared)
        self.search.searched.connect(self.searched)
        self.search.installEventFilter(self)
        self.table.row_opened.connect(self.opened)
        self.table.row_chosen.connect(self.chosen)
        self.table.installEventFilter(self)

    def show_rows(self, rows: Sequence[R], total: int) -> None:
        """Show the rows that the filters let through, of ``total`` in all."""
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else (2 if total else 1))
        if len(rows) == total:
            self.count.setText(self._context.texts.number(total))
        else:
            self.count.setText(self.tr("{shown} of {total}").format(shown=len(rows), total=total))
        self.filters_bar.setVisible(bool(total))

    @property
    def is_empty(self) -> bool:
        """Whether there is no row to show."""
        return self._stack.currentIndex() != 0

    def retranslate(self) -> None:
        """Set every string again."""
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setToolTip(self.tr("Search in both languages") + "  /")
        self._nothing.set_texts(
            self.tr("Nothing matches"), self.tr("No row fits the search and the filters.")
        )
        self._show_all.setText(self.tr("Show all"))
        self.table.setAccessibleName(self.title.text())
        self.table.retranslate()

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_table(self) -> None:
        """Go to the rows; the first is current when none was."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_button(self, *, primary: bool = False) -> QPushButton:
        """A button at the right of the title."""
        made = QPushButton(self)
        if primary:
            made.setProperty("role", "primary")
        self.buttons.addWidget(made)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return in the table opens; Down in the search field goes to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.focus_table()
                return True
            is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            row = self.table.current_row
            if watched is self.table and is_return and row is not None:
                self.opened.emit(row)
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        head: QHBoxLayout = line(gap=12)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        head.addLayout(self.buttons)
        self.filters_bar = QWidget(self)
        bar = line(self.filters_bar)
        self.search.setMinimumWidth(96)
        self.search.setMaximumWidth(280)
        bar.addWidget(self.search, 1)
        bar.addLayout(self.filters)
        bar.addStretch()
        box = column(self, gap=12, margins=(16, 12, 16, 16))
        box.addLayout(head)
        box.addWidget(self.filters_bar)
        box.addWidget(self._stack, 1)
