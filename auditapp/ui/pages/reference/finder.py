"""One tab of the reference: search and filters, the rows found, and the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.widgets.boxes import Card, EmptyState
from auditapp.ui.widgets.inputs import SearchField
from auditapp.ui.widgets.linked_text import LinkedText
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QObject, QUrl

    from auditapp.ui.context import AppContext

R = TypeVar("R")

DETAIL: Final = 424
_TABLE, _NOTHING = 0, 1


class Finder(QWidget, Generic[R]):
    """Rows at the left, the chosen one in full at the right.

    A tab puts its filters into ``filters``, its buttons into ``buttons``, and says how a row is
    written.

    Signals:
        searched: other words are looked for.
        chosen: another row is read (the row, or None).
        cleared: the button 'show all' of an empty result.
        followed: a link of the text was clicked (its target).
    """

    searched = Signal(str)
    chosen = Signal(object)
    cleared = Signal()
    followed = Signal(str)

    def __init__(
        self,
        context: AppContext,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        write: Callable[[R], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._write = write
        self.search = SearchField(context.icons, self)
        self.count = label(self, "muted")
        self.model: RowsModel[R] = RowsModel(columns, row_id, self)
        self.table: RowTable[R] = RowTable(self.model, self)
        self.text = LinkedText(self)
        self.filters, self.buttons = line(), line()
        self._nothing = EmptyState(context.icons, "search", self)
        self._show_all = self._nothing.add_button(primary=True)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.search.searched.connect(self.searched)
        self.search.installEventFilter(self)
        self.table.row_chosen.connect(self._on_chosen)
        self._show_all.clicked.connect(self.cleared)
        self.text.anchorClicked.connect(self._on_link)
        context.theme.changed.connect(self.write)

    @property
    def row(self) -> R | None:
        """The row that is read."""
        return self.table.current_row

    def show_rows(self, rows: Sequence[R], total: int) -> None:
        """Show what was found of ``total``; the row that was read stays, else the first is."""
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(_TABLE if rows else _NOTHING)
        number = self._context.texts.number
        said = self.tr("{shown} of {total}").format(shown=number(len(rows)), total=number(total))
        self.count.setText(number(total) if len(rows) == total else said)
        if rows and self.row is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.scrollToTop()
        self.write()

    def choose(self, row_id: Hashable) -> bool:
        """Read a row by its id; says whether it is among those shown."""
        return self.table.choose(row_id)

    def write(self) -> None:
        """Write the chosen row's text again, from its top."""
        row = self.row
        self.text.setHtml("" if row is None else self._write(row))

    def retranslate(self) -> None:
        """Set every string again."""
        self.search.setToolTip(self.tr("Search in both languages") + "  /")
        self._nothing.set_texts(
            self.tr("Nothing matches"), self.tr("No entry fits the search and the filters.")
        )
        self._show_all.setText(self.tr("Show all"))
        self.text.setAccessibleName(self.tr("Full text"))
        self.table.retranslate()

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search field choose the row that is read."""
        if (
            watched is self.search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            at = self.table.currentIndex().row()
            to = at + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= to < self.model.rowCount():
                self.table.setCurrentIndex(self.model.index(to, 0))
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        # Heads stand over their cells' text.
        head = self.table.horizontalHeader()
        head.setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        self.search.setMinimumWidth(200)
        bar = line()
        bar.addWidget(self.search, 1)
        bar.addLayout(self.filters)
        bar.addWidget(self.count)
        rows = Card(self, margin=1, gap=0)
        rows.body.addWidget(self.table)
        self._stack.addWidget(rows)
        self._stack.addWidget(self._nothing)
        read = Card(self, margin=16)
        read.body.addWidget(self.text, 1)
        read.body.addLayout(self.buttons)
        read.setMinimumWidth(320)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.setStyleSheet("QSplitter::handle { background: transparent }")
        splitter.addWidget(self._stack)
        splitter.addWidget(read)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([2 * DETAIL, DETAIL])
        box = column(self, gap=12)
        box.addLayout(bar)
        box.addWidget(splitter, 1)

    def _on_chosen(self, row: R | None) -> None:
        self.write()
        self.chosen.emit(row)

    def _on_link(self, url: QUrl) -> None:
        self.followed.emit(url.toString())
