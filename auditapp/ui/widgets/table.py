"""Tables of frozen rows: sort, filter, keep the row in sight when the rows are read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from auditapp.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its head, what a cell says, and what it is sorted by (default: what it says).

    ``stretch`` takes the room that is left; ``width`` is in pixels; ``colour`` gives ``#RRGGBB``.
    """

    title: Callable[[], str]
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    width: int = 120
    stretch: bool = False
    right: bool = False
    colour: Callable[[R], str] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Frozen rows as a table model. Sorting and filtering happen here, without a proxy."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.row_id = row_id
        self._all: tuple[R, ...] = ()
        self._shown: list[R] = []
        self._keep: Callable[[R], bool] | None = None
        self._order: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows."""
        self._all = tuple(rows)
        self._arrange()

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only the rows that ``keep`` accepts; None shows all."""
        self._keep = keep
        self._arrange()

    def row_at(self, index: AnyIndex) -> R | None:
        """The row of an index."""
        return self._shown[index.row()] if 0 <= index.row() < len(self._shown) else None

    def index_of(self, row_id: Hashable) -> QModelIndex:
        """The index of a row by its id; invalid when it is not shown."""
        for number, row in enumerate(self._shown):
            if self.row_id(row) == row_id:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment and colour of a cell."""
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.colour is not None:
            return QBrush(QColor(column.colour(row)))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 takes the order in which the rows came."""
        self._order = (column, order) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        keep = self._keep
        self._shown = [row for row in self._all if keep is None or keep(row)]
        if self._order is not None:
            number, order = self._order
            column = self.columns[number]
            self._shown.sort(
                key=column.sort or column.text, reverse=order == Qt.SortOrder.DescendingOrder
            )
        self.endResetModel()


class RowTable(QTableView, Generic[R]):
    """The house's table: whole rows, hairlines, 32 px, the chosen row kept over a refresh.

    Signals:
        row_chosen: the current row changed (the row, or None).
        row_opened: double click or Return.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(self, model: RowsModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._wanted: Hashable = None
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for number, column in enumerate(model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(number, column.width)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    @property
    def current_row(self) -> R | None:
        """The row that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def choose(self, row_id: Hashable) -> bool:
        """Choose a row by its id and bring it into sight; says whether it is shown."""
        index = self.rows.index_of(row_id)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def retranslate(self) -> None:
        """Ask the heads and cells for their texts again."""
        last = max(len(self.rows.columns) - 1, 0)
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.viewport().update()

    def _remember(self) -> None:
        row = self.current_row
        self._wanted = None if row is None else self.rows.row_id(row)

    def _restore(self) -> None:
        if self._wanted is not None:
            self.choose(self._wanted)

    def _on_current(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.row_at(index))

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_opened.emit(cast("object", self.rows.row_at(index)))
