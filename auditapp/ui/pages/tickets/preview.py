"""The first rows of a source as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

AnyIndex = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_WIDE = 200


class PreviewModel(QAbstractTableModel):
    """Texts with heads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.cells: tuple[tuple[str, ...], ...] = ()

    def show(self, heads: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.heads = tuple(heads)
        self.cells = tuple(tuple(row) for row in cells)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """The rows."""
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cells[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def preview_table(model: PreviewModel, parent: QWidget) -> QTableView:
    """A table to look at; columns as wide as their text, up to a limit."""
    view = QTableView(parent)
    view.setModel(model)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(28)
    view.horizontalHeader().setMaximumSectionSize(_WIDE)
    view.horizontalHeader().setHighlightSections(False)
    model.modelReset.connect(view.resizeColumnsToContents)
    return view
