"""Question × unit: one cell per answer, painted as its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from auditapp.ops.queries import checklist as query
from auditapp.ui.pages.checklist.glyphs import paint_dot
from auditapp.ui.theme import CAPTION, ROW_HEIGHT
from auditapp.ui.widgets.delegates import option_parts
from auditapp.ui.widgets.labels import token_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from auditapp.ops.queries.checklist import ChecklistRow
    from auditapp.ops.queries.content import Pair
    from auditapp.ui.context import AppContext

AnyIndex = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
CELL: Final = 96
DOT: Final = 22


class MatrixModel(QAbstractTableModel):
    """The first column is the question, then one column a unit."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._units: tuple[UUID, ...] = ()
        self._questions: list[str] = []
        self._cells: dict[str, dict[UUID, ChecklistRow]] = {}
        self._places: dict[str, int] = {}

    def load(self, rows: Sequence[ChecklistRow], units: Sequence[UUID]) -> None:
        """Show these rows in these units."""
        self.beginResetModel()
        self._cells = query.matrix(rows)
        self._questions = list(self._cells)
        self._places = {question: place for place, question in enumerate(self._questions)}
        self._units = tuple(units)
        self.endResetModel()

    def put(self, row: ChecklistRow) -> None:
        """Show one cell anew."""
        index = self.index_of(row.pair)
        if index.isValid():
            self._cells[row.question_id][row.unit_id] = row
            self.dataChanged.emit(index, index)

    def row_at(self, index: AnyIndex) -> ChecklistRow | None:
        """The answer in a cell; None for the question's own column and for what is not asked."""
        if not index.isValid() or index.column() == 0:
            return None
        cells = self._cells[self._questions[index.row()]]
        return cells.get(self._units[index.column() - 1])

    def question_row(self, index: AnyIndex) -> ChecklistRow:
        """Any row of an index's question."""
        return next(iter(self._cells[self._questions[index.row()]].values()))

    def index_of(self, pair: Pair) -> QModelIndex:
        """The cell of a pair; invalid when it is not shown."""
        place = self._places.get(pair[0])
        if place is None or pair[1] not in self._units:
            return QModelIndex()
        return self.index(place, self._units.index(pair[1]) + 1)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """One row a question."""
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """The question and the units."""
        return 0 if parent.isValid() else len(self._units) + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Only what is asked can be chosen."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; the delegate paints from the row."""
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        lang, texts = self._context.lang, self._context.texts
        row = self.row_at(index)
        if row is None:
            any_row = self.question_row(index)
            if index.column() == 0:
                return f"{any_row.question_id} {any_row.asked.question.q.get(lang)}"
            return self.tr("not asked here")
        result = self.tr("not answered") if row.result is None else texts.enum(row.result)
        return f"{row.question_id} {row.asked.unit_code}: {result}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Codes of the units, their names as tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section == 0 and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if section == 0:
            return self.tr("Question") if role == Qt.ItemDataRole.DisplayRole else None
        names = {unit.id: unit for unit in self._context.heading.units}
        unit = names.get(self._units[section - 1])
        if unit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return unit.code
        return unit.name if role == Qt.ItemDataRole.ToolTipRole else None


class MatrixDelegate(QStyledItemDelegate):
    """Signs in cells; number and words in the first column."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line."""
        del option, index
        return QSize(CELL, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, MatrixModel):
            return
        rect, state = option_parts(option)
        theme = self._context.theme
        painter.save()
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = model.row_at(index)
        if index.column() == 0:
            self._question(painter, QRectF(rect), model.question_row(index))
        elif row is None:
            painter.setPen(theme.colour("line"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "·")
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(theme.colour("selection"))
                painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)
            middle = QRectF(rect).center()
            box = QRectF(middle.x() - DOT / 2, middle.y() - DOT / 2 - 0.5, DOT, DOT)
            paint_dot(painter, box, row.result, theme)
            if row.worst is not None:
                flag = self._context.icons.pixmap("findings", token_of(row.worst), 12)
                painter.drawPixmap(int(box.right()) + 4, int(middle.y()) - 6, flag)
        painter.restore()

    def _question(self, painter: QPainter, room: QRectF, row: ChecklistRow) -> None:
        theme = self._context.theme
        small = QFont(painter.font())
        small.setPixelSize(CAPTION)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = room.adjusted(12, 0, -12, 0)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(room, side, row.question_id)
        room = room.adjusted(92, 0, 0, 0)
        plain = QFont(small)
        plain.setPixelSize(14)
        painter.setFont(plain)
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(
            row.asked.question.q.get(self._context.lang),
            Qt.TextElideMode.ElideRight,
            int(room.width()),
        )
        painter.drawText(room, side, words)


class MatrixView(QTableView):
    """The grid; arrows move, Return opens, the page's keys set the cell.

    Signals:
        pair_chosen: the current cell changed (Pair).
        pair_opened: Return or a double click (Pair).
    """

    pair_chosen = Signal(object)
    pair_opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MatrixModel(context, self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(MatrixDelegate(context, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    def show_rows(self, rows: Sequence[ChecklistRow], units: Sequence[UUID]) -> None:
        """Show these rows in these units."""
        self._quiet = True
        self.rows.load(rows, units)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.rows.columnCount()):
            self.setColumnWidth(column, CELL)
        self._quiet = False

    def choose(self, pair: Pair) -> None:
        """Put a cell in sight and mark it, without saying so."""
        index = self.rows.index_of(pair)
        if index.isValid():
            self._quiet = True
            self.setCurrentIndex(index)
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self._quiet = False

    def retranslate(self) -> None:
        """Set every string again."""
        self.setAccessibleName(self.tr("Matrix of questions and units"))
        last = self.rows.columnCount() - 1
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(last, 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and not self._quiet:
            self.pair_chosen.emit(row.pair)

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.pair_opened.emit(row.pair)
