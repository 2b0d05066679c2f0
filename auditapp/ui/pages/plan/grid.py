"""A grid that is edited in place by keyboard or mouse: text, number, choice, tick.

It holds frozen lines; an edit makes a new line and says so. What an edit means (an op, a change of
a draft) is the owner's business: after a refusal the owner sets the lines again.

Keys: arrows move, typing or ``F2`` or Return edits, Space ticks or opens a choice, ``Ins`` adds,
``Del`` takes out, ``Ctrl+V`` pastes rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from auditapp.ui.shortcuts import HAVEN
from auditapp.ui.widgets.delegates import option_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from auditapp.ui.theme import Theme, Token

L = TypeVar("L")
AnyIndex = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROW: Final = 36
TICK: Final = 16


class CellKind(Enum):
    """How a cell is edited."""

    TEXT = auto()
    NUMBER = auto()
    CHOICE = auto()
    TICK = auto()


@dataclass(frozen=True)
class GridColumn(Generic[L]):
    """A column. ``put`` makes the changed line (None: cannot be edited); ``get`` gives the raw
    value, ``text`` how it is shown; ``choices`` are (value, shown) pairs; ``open`` says whether the
    cell of a line can be edited; ``token`` its colour."""

    key: str
    title: Callable[[], str]
    get: Callable[[L], Any]
    put: Callable[[L, Any], L] | None = None
    kind: CellKind = CellKind.TEXT
    choices: Callable[[L], Sequence[tuple[Any, str]]] | None = None
    text: Callable[[L], str] | None = None
    open: Callable[[L], bool] | None = None
    token: Callable[[L], Token] | None = None
    strong: Callable[[L], bool] | None = None
    tip: Callable[[L], str] | None = None
    hint: str = ""
    width: int = 120
    stretch: bool = False
    centre: bool = False


def put_field(key: str) -> Callable[[Any, Any], Any]:
    """A column's ``put`` that sets one field of a frozen line."""

    def put(line: Any, value: Any) -> Any:
        return replace(line, **{key: value})

    return put


class GridModel(QAbstractTableModel, Generic[L]):
    """Lines as a table that can be edited.

    Signals:
        edited: a cell was changed by the user: (row number, column key, line before, line after).
    """

    edited = QtSignal(int, str, object, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns: tuple[GridColumn[L], ...] = ()
        self._lines: list[L] = []

    @property
    def lines(self) -> tuple[L, ...]:
        """The lines as they stand."""
        return tuple(self._lines)

    def show(self, columns: Sequence[GridColumn[L]], lines: Sequence[L]) -> None:
        """Replace columns and lines."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._lines = list(lines)
        self.endResetModel()

    def set_lines(self, lines: Sequence[L]) -> None:
        """Replace the lines; the cells stay where they are when their number is the same."""
        if len(lines) != len(self._lines):
            self.show(self.columns, lines)
            return
        self._lines = list(lines)
        if self._lines and self.columns:
            last = self.index(len(self._lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def line_at(self, index: AnyIndex) -> L | None:
        """The line of an index."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def is_open(self, index: AnyIndex) -> bool:
        """Whether the cell can be edited."""
        line = self.line_at(index)
        if line is None:
            return False
        column = self.columns[index.column()]
        return column.put is not None and (column.open is None or column.open(line))

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be reached; only open ones can be edited."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.is_open(index) or self.columns[index.column()].kind is CellKind.TICK:
            return base
        return base | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tick, colour, alignment, and what a screen reader says."""
        line = self.line_at(index)
        if line is None:
            return None
        column = self.columns[index.column()]
        known: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._shown(line, column),
            Qt.ItemDataRole.EditRole: lambda: column.get(line),
            Qt.ItemDataRole.ToolTipRole: lambda: (
                column.tip(line) if column.tip else self._shown(line, column)
            ),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(line, column),
            Qt.ItemDataRole.ForegroundRole: lambda: self._brush(line, column),
            Qt.ItemDataRole.FontRole: lambda: self._font(line, column),
            Qt.ItemDataRole.TextAlignmentRole: lambda: (
                (Qt.AlignmentFlag.AlignHCenter if column.centre else Qt.AlignmentFlag.AlignLeft)
                | Qt.AlignmentFlag.AlignVCenter
            ),
        }
        found = known.get(role)
        return None if found is None else found()

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edit in; the owner hears of it by ``edited``."""
        line = self.line_at(index)
        if role != Qt.ItemDataRole.EditRole or line is None or not self.is_open(index):
            return False
        column = self.columns[index.column()]
        put = column.put
        if put is None or value == column.get(line):
            return False
        after = put(line, value)
        if after == line:
            return False
        self._lines[index.row()] = after
        left = self.index(index.row(), 0)
        self.dataChanged.emit(left, self.index(index.row(), len(self.columns) - 1))
        self.edited.emit(index.row(), column.key, line, after)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if column.centre else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _shown(self, line: L, column: GridColumn[L]) -> str:
        if column.text is not None:
            return column.text(line)
        value = column.get(line)
        if column.kind is CellKind.TICK:
            return ""
        if column.kind is CellKind.CHOICE and column.choices is not None:
            return next((said for key, said in column.choices(line) if key == value), "")
        return "" if value is None else str(value)

    def _spoken(self, line: L, column: GridColumn[L]) -> str:
        if column.kind is CellKind.TICK:
            said = "✓" if column.get(line) else "–"
        else:
            said = self._shown(line, column)
        return f"{column.title()}: {said}"

    def _brush(self, line: L, column: GridColumn[L]) -> QBrush | None:
        return None if column.token is None else QBrush(self.theme.colour(column.token(line)))

    def _font(self, line: L, column: GridColumn[L]) -> QFont | None:
        if column.strong is None or not column.strong(line):
            return None
        font = QFont(QGuiApplication.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class GridDelegate(QStyledItemDelegate, Generic[L]):
    """Editors for the kinds of cells; ticks are drawn in the middle of their cell."""

    def __init__(self, model: GridModel[L], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = model.theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell; a tick as a check box."""
        super().paint(painter, option, index)
        column = self._model.columns[index.column()]
        line = self._model.line_at(index)
        if column.kind is not CellKind.TICK or line is None:
            return
        rect, _ = option_parts(option)
        left = rect.center().x() - TICK // 2 if column.centre else rect.left() + 8
        box = QRectF(left + 0.5, rect.center().y() - TICK // 2 + 0.5, TICK, TICK)
        paint_tick(
            painter, box, self._theme, on=bool(column.get(line)), is_open=self._model.is_open(index)
        )

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line, a number or a list of choices; ticks need none."""
        column = self._model.columns[index.column()]
        line = self._model.line_at(index)
        if line is None:
            return super().createEditor(parent, option, index)
        if column.kind is CellKind.CHOICE and column.choices is not None:
            combo = QComboBox(parent)
            for value, said in column.choices(line):
                combo.addItem(said, value)
            combo.activated.connect(self._on_chosen)
            editor: QWidget = combo
        elif column.kind is CellKind.NUMBER:
            spin = QSpinBox(parent)
            spin.setRange(1, 100)
            spin.setFrame(False)
            editor = spin
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(column.title())
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the value."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            for number in range(editor.count()):
                if editor.itemData(number) == value:
                    editor.setCurrentIndex(number)
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(value))
        elif isinstance(editor, QLineEdit):
            editor.setText("" if value is None else str(value))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Take the value."""
        if isinstance(editor, QComboBox):
            value = editor.currentData()
        elif isinstance(editor, QSpinBox):
            editor.interpretText()
            value = editor.value()
        elif isinstance(editor, QLineEdit):
            value = editor.text().strip()
        else:
            return
        model.setData(model.index(index.row(), index.column()), value, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """The whole cell."""
        del index
        rect, _ = option_parts(option)
        editor.setGeometry(rect)

    def _on_chosen(self) -> None:
        editor = cast("QWidget", self.sender())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class GridView(QTableView, Generic[L]):
    """The view of a :class:`GridModel`.

    Signals:
        edited: as the model's, but after the cell's editor is closed: (column key, before, after).
        add_wanted, remove_wanted: Ins and Del. ``paste_wanted``: Ctrl+V with the copied text.
    """

    edited = QtSignal(str, object, object)
    add_wanted = QtSignal()
    remove_wanted = QtSignal()
    paste_wanted = QtSignal(str)

    def __init__(self, model: GridModel[L], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(GridDelegate(model, self))
        self.setProperty(HAVEN, True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet("QTableView::item { padding: 0 5px; }")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self._waiting: list[Callable[[], None]] = []
        model.modelReset.connect(self._fit)
        model.edited.connect(self._on_edited)

    @property
    def current_line(self) -> L | None:
        """The line of the current cell."""
        return self._lines.line_at(self.currentIndex())

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a cell the current one and bring it into sight."""
        index = self._lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def edit_cell(self, row: int, column: int = 0) -> None:
        """Begin to edit a cell."""
        self.go_to(row, column)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit(self._lines.index(row, column))

    def when_closed(self, run: Callable[[], None]) -> None:
        """Run this now, or, while a cell is being edited, as soon as its editor is closed.

        An owner that answers an edit by showing other lines, or by editing another cell, must not
        do so while Qt is still busy with the editor.
        """
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting.append(run)
        else:
            run()

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Close the editor, then let the owner answer."""
        super().closeEditor(editor, hint)
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a grid; see the module."""
        key = event.key()
        if self.state() == QAbstractItemView.State.EditingState:
            # A line hands on the Return that ends it.
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit(QGuiApplication.clipboard().text())
            return
        if key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
            return
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._act():
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks, or opens a choice; text needs a second click."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        kind = self._kind(index)
        if event.button() == Qt.MouseButton.LeftButton and kind in (
            CellKind.TICK,
            CellKind.CHOICE,
        ):
            self._act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by Tab, stand on the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0, 0))

    def _act(self) -> bool:
        """Tick, open or edit the current cell; says whether there was anything to do."""
        index = self.currentIndex()
        line = self._lines.line_at(index)
        if line is None or not self._lines.is_open(index):
            return False
        if self._kind(index) is CellKind.TICK:
            ticked = bool(self._lines.columns[index.column()].get(line))
            self._lines.setData(index, not ticked)
            return True
        self.edit(index)
        editor = QApplication.focusWidget()
        if isinstance(editor, QComboBox):
            editor.showPopup()
        return True

    def _on_edited(self, row: int, key: str, before: L, after: L) -> None:
        del row
        self.when_closed(lambda: self.edited.emit(key, before, after))

    def _kind(self, index: QModelIndex) -> CellKind | None:
        if not index.isValid() or index.column() >= len(self._lines.columns):
            return None
        return self._lines.columns[index.column()].kind

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self._lines.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                said = header.fontMetrics().horizontalAdvance(column.title()) + 24
                header.resizeSection(number, max(column.width, said))


def paint_tick(painter: QPainter, box: QRectF, theme: Theme, *, on: bool, is_open: bool) -> None:
    """Draw a check box whose frame shows in both themes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge: Token = "accent" if on and is_open else ("line_strong" if is_open else "line")
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour("accent" if on and is_open else "surface"))
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(QPen(theme.colour("on_accent" if is_open else "muted"), 2))
        left, top = box.left(), box.top()
        painter.drawPolyline(
            [
                QPointF(left + 3.5, top + 8.5),
                QPointF(left + 6.5, top + 11.5),
                QPointF(left + 12.5, top + 4.5),
            ]
        )
    painter.restore()
