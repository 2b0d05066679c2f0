"""The grid of counted and told figures: which rows a level has, and the model that is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor

from auditapp.tickets.fields import FIELDS, plain
from auditapp.tickets.normalise import code_words
from auditapp.ui.pages.tickets.looking import code_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from auditapp.ops.queries.ticket_rows import ControlTotals
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
_TOP = QModelIndex()
WHOLE: Final[Key] = ("", "")
TOLD_AT, NOTE_AT = 3, 5


class Level(StrEnum):
    """How finely figures are compared."""

    WHOLE = "whole"
    MONTHS = "months"
    CHANNELS = "channels"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure: month and channel ('' = all of them, in ``typed`` False rows = none given)."""

    month: str
    channel: str
    counted: int
    told: int | None
    note: str
    typed: bool = True

    @property
    def key(self) -> Key:
        """What it is stored under."""
        return self.month, self.channel

    @property
    def difference(self) -> int | None:
        """Counted less told."""
        return None if self.told is None else self.counted - self.told


def figure_rows(totals: ControlTotals, level: Level) -> list[FigureRow]:
    """The rows of a level. A told figure without a channel speaks of all channels."""
    told = {(it.month, it.channel): it.told for it in totals.rows if it.told is not None}
    notes = {(it.month, it.channel): it.note or "" for it in totals.rows}
    counted = [(it.month, it.channel, it.counted) for it in totals.rows if it.counted]
    if level is Level.WHOLE:
        total = sum(number for _, _, number in counted)
        return [FigureRow("", "", total, totals.told, notes.get(WHOLE, ""))]
    if level is Level.BOTH:
        one_channel = len({channel for _, channel, _ in counted}) <= 1
        keys = {(month, channel) for month, channel, _ in counted}
        keys |= {key for key in told if all(key)}
        numbers = {(month, channel): number for month, channel, number in counted}
        return [
            FigureRow(
                *key,
                numbers.get(key, 0),
                told.get(key) if all(key) or one_channel else None,
                notes.get(key, ""),
                typed=all(key) or (one_channel and bool(key[0])),
            )
            for key in sorted(keys)
        ]
    at = 0 if level is Level.MONTHS else 1
    sums: dict[str, int] = {}
    for row in counted:
        name = str(row[at])
        sums[name] = sums.get(name, 0) + row[2]
    for key in told:
        if key[at] and not key[1 - at]:
            sums.setdefault(key[at], 0)
    found: list[FigureRow] = []
    for name in sorted(sums):
        key = (name, "") if at == 0 else ("", name)
        found.append(
            FigureRow(*key, sums[name], told.get(key), notes.get(key, ""), typed=bool(name))
        )
    return found


def best_level(told: Iterable[Key]) -> Level:
    """The level on which told figures are best seen."""
    keys = list(told)
    if any(all(key) for key in keys):
        return Level.BOTH
    if any(channel for _, channel in keys):
        return Level.CHANNELS
    return Level.MONTHS if keys else Level.BOTH


def channel_codes(names: Iterable[str], values: Mapping[str, str]) -> dict[str, str]:
    """Channels as an auditee's report names them → codes, by the mapping and by known words."""
    words = code_words(FIELDS["channel_in"].code_set)
    found: dict[str, str] = {}
    for name in names:
        code = values.get(name) or words.get(plain(name))
        if code:
            found[name] = code
    return found


class FigureModel(QAbstractTableModel):
    """Month, channel, counted, told, difference, explanation; the last but one computed.

    Signals:
        told: a figure was typed (row, number or None).
        explained: an explanation was typed (row, text).
        unreadable: something was typed that is no number (the text).
    """

    told = Signal(object, object)
    explained = Signal(object, str)
    unreadable = Signal(str)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[FigureRow] = []

    def show(self, rows: Sequence[FigureRow]) -> None:
        """Replace all rows; rows of the same keys keep the cursor."""
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same:
            self.rows = list(rows)
            last = self.index(max(len(rows) - 1, 0), NOTE_AT)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """The figures."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """Six columns."""
        return 0 if parent.isValid() else NOTE_AT + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Told figures and explanations can be typed."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.rows[index.row()] if index.isValid() else None
        wanted = row is not None and index.column() in (TOLD_AT, NOTE_AT)
        return base | Qt.ItemFlag.ItemIsEditable if wanted and row and row.typed else base

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            if index.column() == TOLD_AT:
                return "" if row.told is None else str(row.told)
            return row.note
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() in (2, 3, 4)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._colour(row, index.column(), role)

    def _colour(self, row: FigureRow, place: int, role: int) -> QBrush | None:
        theme = self._context.theme
        if role == Qt.ItemDataRole.BackgroundRole and place == TOLD_AT and row.typed:
            return QBrush(QColor(theme.css("sunken")))
        if role == Qt.ItemDataRole.ForegroundRole and place == 4 and row.difference:
            return QBrush(QColor(theme.css("major")))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; the figures are shown once they are stored."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, text = self.rows[index.row()], str(value).strip()
        if index.column() == NOTE_AT:
            if text != row.note:
                self.explained.emit(row, text)
            return True
        typed = text.replace(",", "").replace(" ", "").replace("，", "")
        if typed and not (typed.isascii() and typed.isdigit()):
            self.unreadable.emit(text)
            return False
        number = int(typed) if typed else None
        if number != row.told:
            self.told.emit(row, number)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("TicketFigures", "Month"),
                translate("TicketFigures", "Channel"),
                translate("TicketFigures", "Counted"),
                translate("TicketFigures", "Told"),
                translate("TicketFigures", "Difference"),
                translate("TicketFigures", "Explanation"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if section in (2, 3, 4) else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: FigureRow, place: int) -> str:
        number = self._context.texts.number
        every = translate("TicketFigures", "all")
        none = translate("TicketFigures", "none")
        channel = code_name("channel", row.channel, self._context.lang) if row.channel else ""
        difference = "" if row.difference is None else "✓ 0"
        if row.difference:
            sign = "+" if row.difference > 0 else "−"
            difference = f"{sign}{number(abs(row.difference))}"
        return (
            row.month or (every if row.typed or row.channel else none),
            channel or (every if row.typed or not row.month else none),
            number(row.counted),
            "" if row.told is None else number(row.told),
            difference,
            row.note,
        )[place]
