"""The grid of one clock: categories down, customer tiers across, a limit in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from auditapp.ops.sla_reading import Corner
from auditapp.tickets.words import CODE_WORDS
from auditapp.ui.pages.tickets.sla.words import limit_words, problem_words, tier_name
from auditapp.ui.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.ticket_rows import SlaRow
    from auditapp.ops.sla_reading import Read
    from auditapp.tickets.clocks.model import Unit
    from auditapp.ui.context import AppContext

AnyIndex = QModelIndex | QPersistentModelIndex
Place = tuple[str, str]
"""A cell: category and tier, empty for all."""
TIERS: Final = ("", *CODE_WORDS["tier"])
_TOP = QModelIndex()
_ROLE = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """What is stored, and what was entered and cannot be read.

    Signals:
        entered: a cell was typed over (place, text).
    """

    entered = Signal(object, str)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.categories: list[str] = [""]
        self.stored: dict[Place, SlaRow] = {}
        self.bad: dict[Place, Read] = {}
        self.unit: Unit | None = None
        self._known: frozenset[str] = frozenset()

    def show(
        self,
        rows: Sequence[SlaRow],
        more: Sequence[str],
        bad: Mapping[Place, Read],
        unit: Unit | None,
        known: Collection[str],
    ) -> None:
        """Show a clock: its cells, further categories, bad cells, categories of the tickets."""
        self.beginResetModel()
        self.stored = {(row.category, row.tier): row for row in rows}
        self.bad = dict(bad)
        self.unit, self._known = unit, frozenset(known)
        listed = [row.category for row in rows] + [category for category, _ in bad]
        self.categories = list(dict.fromkeys(["", *listed, *more]))
        self.endResetModel()

    def place(self, index: AnyIndex) -> Place:
        """The cell of an index."""
        return self.categories[index.row()], TIERS[index.column()]

    def index_of(self, place: Place) -> QModelIndex:
        """The index of a cell; invalid if its category is not shown."""
        if place[0] not in self.categories:
            return QModelIndex()
        return self.index(self.categories.index(place[0]), TIERS.index(place[1]))

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many categories are shown."""
        return 0 if parent.isValid() else len(self.categories)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """How many tiers there are."""
        return 0 if parent.isValid() else len(TIERS)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be typed over."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> object:
        """Words, colours and the reason of a mark."""
        if not index.isValid():
            return None
        place = self.place(index)
        found: object = None
        if role == _ROLE.DisplayRole:
            found = self._said(place)
        elif role == _ROLE.EditRole:
            found = self._typed(place)
        elif role in (_ROLE.ToolTipRole, _ROLE.AccessibleDescriptionRole):
            found = self._told(place)
        elif role == _ROLE.TextAlignmentRole:
            found = Qt.AlignmentFlag.AlignCenter
        else:
            found = self._look(place, role)
        return found

    def _look(self, place: Place, role: int) -> object:
        bad, theme = place in self.bad, self._context.theme
        written = place in self.stored
        if role == _ROLE.ForegroundRole:
            return QBrush(theme.colour("major" if bad else ("text" if written else "muted")))
        if role == _ROLE.BackgroundRole and bad:
            return QBrush(theme.colour("major_soft"))
        if role == _ROLE.FontRole and not written and not bad:
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def _typed(self, place: Place) -> str:
        if place in self.bad:
            return self.bad[place].text
        row = self.stored.get(place)
        return "" if row is None else row.limit or "-"

    def setData(self, index: AnyIndex, value: object, role: int = _ROLE.EditRole) -> bool:
        """Tell what was typed; what is shown comes back from the file."""
        if role != _ROLE.EditRole:
            return False
        text = str(value)
        if text != self.data(index, _ROLE.EditRole):
            self.entered.emit(self.place(index), text)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Tiers above, categories on the left; a category that no ticket has is marked."""
        if orientation == Qt.Orientation.Horizontal:
            tier = TIERS[section]
            if role != _ROLE.DisplayRole:
                return None
            return tier_name(tier)
        category = self.categories[section]
        strange = bool(category and self._known and category not in self._known)
        if role == _ROLE.DisplayRole:
            return ("! " if strange else "") + (category or self.tr("All categories"))
        if role == _ROLE.ToolTipRole and strange:
            return self.tr("No ticket of the latest extract has this category")
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def problem(self, place: Place) -> str:
        """Why a cell could not be read; empty if it could."""
        bad = self.bad.get(place)
        if bad is None:
            return ""
        category = place[0] or self.tr("All categories")
        where = f"{category} × {tier_name(place[1])}"
        return f"{where}: {problem_words(bad, self.unit, self._context.texts)}"

    def _said(self, place: Place) -> str:
        if place in self.bad:
            return f"✕ {self.bad[place].text}"
        row = self.stored.get(place) or self._inherited(place)
        return "" if row is None else limit_words(row.limit, self._context.texts)

    def _told(self, place: Place) -> str:
        if place in self.bad:
            return self.problem(place)
        row = self.stored.get(place)
        if row is None:
            return self.tr("as for all") if self._inherited(place) else ""
        if row.template:
            return self._context.texts.say("ticket_mark.template")
        return " ".join(part for part in (row.source, row.article) if part)

    def _inherited(self, place: Place) -> SlaRow | None:
        """The cell that counts where this one is empty; in the order of ``limit_tables``."""
        category, tier = place
        wider = [("", tier), (category, ""), ("", "")]
        return next((self.stored[it] for it in wider if it != place and it in self.stored), None)


class GridView(QTableView):
    """Typing, copying and pasting as in a sheet.

    Signals:
        pasted: text from the clipboard. cleared: these cells are to be empty (tuple of places).
    """

    pasted = Signal(str)
    cleared = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumWidth(144)
        self.verticalHeader().setMaximumWidth(280)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    @property
    def chosen(self) -> list[Place]:
        """The selected cells, else the current one."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        cells = sorted((index.row(), index.column()) for index in found if index.isValid())
        return [(self.grid.categories[row], TIERS[column]) for row, column in cells]

    @property
    def corner(self) -> Corner:
        """Where a block without heads goes."""
        place = next(iter(self.chosen), ("", ""))
        row, column = self.grid.categories.index(place[0]), TIERS.index(place[1])
        return Corner(self.grid.categories[row:], TIERS[column:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V, Ctrl+C and Del on cells; the rest is typing and moving."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(tuple(self.chosen))
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take what was copied from a sheet."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)

    def copy(self) -> None:
        """Copy the chosen cells as a sheet takes them."""
        lines: dict[str, list[str]] = {}
        for place in self.chosen:
            row = self.grid.stored.get(place)
            lines.setdefault(place[0], []).append("" if row is None else row.limit or "-")
        text = "\n".join("\t".join(cells) for cells in lines.values())
        QGuiApplication.clipboard().setText(text)
