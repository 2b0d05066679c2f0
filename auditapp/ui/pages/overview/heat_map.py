"""Clause × unit: one of the two figures per cell, as colour and per cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from auditapp.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from auditapp.ui.theme import Theme, Token

AnyIndex = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
BANDS: tuple[tuple[float, Token], ...] = (
    (0.9, "conforming"),
    (0.75, "improvement"),
    (0.6, "minor"),
)
"""From which share on a figure has which colour; below the last one it is *major*'s."""


@dataclass(frozen=True)
class HeatCell:
    """A figure of a clause in a unit (None: over all units); ``value`` None prints a dash."""

    clause: str | None
    unit: UUID | None
    value: float | None
    sufficient: bool
    capped: bool
    why: str


@dataclass(frozen=True)
class HeatRow:
    """A clause with its cells, the one over all units first."""

    number: str
    title: str
    level: int
    cells: tuple[HeatCell, ...]


def token_for(value: float) -> Token:
    """The colour of a share."""
    for least, token in BANDS:
        if value >= least:
            return token
    return "major"


class HeatModel(QAbstractTableModel):
    """Rows of the heat map; column 0 is the clause."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HeatRow, ...] = ()
        self.heads: tuple[str, ...] = ("",)

    def set_rows(self, heads: Sequence[str], rows: Sequence[HeatRow]) -> None:
        """Replace everything; ``heads`` has one more than a row has cells."""
        self.beginResetModel()
        self.heads, self.rows = tuple(heads), tuple(rows)
        self.endResetModel()

    def cell(self, index: AnyIndex) -> HeatCell | None:
        """The cell of an index; of column 0 the one over all units."""
        if not 0 <= index.row() < len(self.rows):
            return None
        cells = self.rows[index.row()].cells
        return cells[max(index.column() - 1, 0)]

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many clauses."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """The clause, all units, each unit."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and explanations; colours are the delegate's."""
        row = self.rows[index.row()]
        if index.column() == 0:
            words = f"{row.number}  {row.title}".strip()
            return (
                words
                if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                else None
            )
        cell = row.cells[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.why
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The units."""
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self.heads[section]
        return None


def shown(cell: HeatCell) -> str:
    """A cell's words: per cent, a mark where it is capped or not sufficient, or a dash."""
    if cell.value is None:
        return "—"
    mark = " ⚑" if cell.capped else ""
    return f"{cell.value:.0%}{mark}" if cell.sufficient else f"({cell.value:.0%})"


class HeatDelegate(QStyledItemDelegate):
    """Draws a cell as a soft box in its colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        model = index.model()
        if not isinstance(model, HeatModel):
            return
        theme, box = self._theme, QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = model.rows[index.row()]
        font = QFont(painter.font())
        font.setBold(row.level <= 1)
        painter.setFont(font)
        words = str(index.data() or "")
        if index.column() == 0:
            painter.setPen(theme.colour("text"))
            left = box.adjusted(8 + 12 * max(row.level - 1, 0), 0, -4, 0)
            elided = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(left.width())
            )
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, elided)
        else:
            self._paint_cell(
                painter, box.adjusted(2, 2, -2, -2), row.cells[index.column() - 1], words
            )
        state = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: HeatCell, words: str) -> None:
        theme = self._theme
        grey = cell.value is None or not cell.sufficient
        token: Token = "not_applicable" if grey else token_for(cell.value or 0.0)
        soft: dict[str, Token] = {
            "conforming": "conforming_soft",
            "improvement": "improvement_soft",
            "minor": "minor_soft",
            "major": "major_soft",
            "not_applicable": "not_applicable_soft",
        }
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.value is not None:
            painter.setBrush(theme.colour(soft[token]))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("muted" if grey else token))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class HeatMap(QTableView):
    """The table itself.

    Signals:
        opened: a cell was clicked or opened with Return (HeatCell).
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_heat = HeatModel(self)
        self.setModel(self.model_of_heat)
        self.setItemDelegate(HeatDelegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._on_opened)
        self.activated.connect(self._on_opened)
        theme.changed.connect(self._repaint)

    def show_rows(self, heads: Sequence[str], rows: Sequence[HeatRow]) -> None:
        """Show figures; the clause column takes more room than a unit's."""
        self.model_of_heat.set_rows(heads, rows)
        header = self.horizontalHeader()
        few = len(heads) <= 8
        for section in range(1, len(heads)):
            if few:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(section, 88)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, self._clause_width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the clauses give way to the units."""
        super().resizeEvent(event)
        if self.horizontalHeader().count():
            self.horizontalHeader().resizeSection(0, self._clause_width())

    def _clause_width(self) -> int:
        return 264 if self.width() >= 560 else 192

    def _repaint(self) -> None:
        self.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        cell = self.model_of_heat.cell(index)
        if cell is not None:
            self.opened.emit(cell)
