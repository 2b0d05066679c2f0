"""A table of a million exceptions, read by windows beside the window's thread."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, Signal

from auditapp.ops.queries.ticket_exceptions import exceptions
from auditapp.ops.queries.ticket_rows import Basis, Window, Within
from auditapp.ui.pages.tickets.testing.words import reason_name, value_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.ticket_rows import ExceptionPage, ExceptionRow
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext
    from auditapp.ui.job_runner import Job

    AnyIndex = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate
CHUNK: Final = 256
AHEAD: Final = 160
"""The row of a window from which the next one is read, so that slow scrolling never waits."""
KEPT: Final = 64
WAITING: Final = 4
"""Windows that are asked for and not read yet; older wishes are forgotten while one scrolls."""
ORDERS: Final = ("ticket", "at", "value", "reason", "unit", "channel", "category", "position")
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Shown:
    """Which result is shown: its id, the names of its reasons, the unit of its values."""

    result_id: UUID
    names: object
    unit: str
    total: int


class ExceptionsModel(QAbstractTableModel):
    """Exceptions of a result; rows that are not read yet say "…".

    Signals:
        counted: the number under the filter is known (total, whether all can be listed).
        failed: a window could not be read (UserError).
    """

    counted = Signal(int, bool)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._files: TicketFiles | None = None
        self._today: date | None = None
        self._shown: Shown | None = None
        self._within = Within()
        self._order = Window(limit=CHUNK)
        self._count = 0
        self._total = 0
        self._chunks: OrderedDict[int, tuple[ExceptionRow, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._job: Job[tuple[int, int, ExceptionPage]] | None = None
        self._turn = 0
        self.basis = Basis.FILE
        context.jobs.finished.connect(self._on_finished)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def within(self) -> Within:
        """The filter in force."""
        return self._within

    @property
    def order(self) -> Window:
        """The order in force."""
        return self._order

    @property
    def total(self) -> int:
        """Exceptions under the filter, listed or not."""
        return self._total

    def show_result(self, shown: Shown | None, files: TicketFiles | None, today: date) -> None:
        """Show the exceptions of a result; the same one again keeps filter and order."""
        other = shown is None or self._shown is None or shown.result_id != self._shown.result_id
        self._files, self._today, self._shown = files, today, shown
        if other:
            self._within = Within()
        self._begin()

    def narrow(self, within: Within) -> None:
        """Show only these."""
        if within != self._within:
            self._within = within
            self._begin()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Read in another order; -1 is that of the source."""
        name = ORDERS[column] if 0 <= column < len(ORDERS) else "position"
        descending = order == Qt.SortOrder.DescendingOrder
        wanted = replace(self._order, order=name, descending=descending and name != "position")
        if wanted != self._order:
            self._order = wanted
            self._begin()

    def row_of(self, number: int) -> ExceptionRow | None:
        """A row, if it has been read."""
        chunk = self._chunks.get(number // CHUNK)
        place = number % CHUNK
        return chunk[place] if chunk is not None and place < len(chunk) else None

    def read_rows(self, first: int, last: int) -> tuple[ExceptionRow, ...]:
        """Rows from first to last, read now where they are not there yet."""
        known = [self.row_of(number) for number in range(first, last + 1)]
        rows = tuple(row for row in known if row is not None)
        shown, today = self._shown, self._today
        if len(rows) == len(known) or shown is None or today is None:
            return rows
        window = replace(self._order, offset=first, limit=last - first + 1)
        page = exceptions(
            self._context.audit, self._files, shown.result_id, today=today, window=window,
            within=self._within,
        )  # fmt: skip
        return page.rows

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many rows can be listed."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """Ticket, received, measured, reason, unit, channel, category, settled."""
        return 0 if parent.isValid() else len(ORDERS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; rows out of sight are read when they come into it."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = ORDERS[index.column()] == "value"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row_of(index.row())
        if index.row() % CHUNK == AHEAD and index.row() + CHUNK < self._count:
            self._want(index.row() // CHUNK + 1)
        if row is None:
            self._want(index.row() // CHUNK)
            return "…" if role == Qt.ItemDataRole.DisplayRole and not index.column() else None
        return self._cell(row, index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = ORDERS[section] == "value"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # -- inside -------------------------------------------------------------------------------

    def _cell(self, row: ExceptionRow, column: int) -> str:
        shown, texts = self._shown, self._context.texts
        name = ORDERS[column]
        if name == "value":
            return value_text(row.value, "" if shown is None else shown.unit, texts)
        if name == "reason":
            return reason_name(row.reason, None if shown is None else shown.names, texts)
        if name == "position":
            accepted = translate("ExceptionsModel", "accepted")
            return ", ".join([*row.findings, *([accepted] if row.deviation_id else [])])
        return str(getattr(row, name))

    def _begin(self) -> None:
        """Forget what was read, and read the first window."""
        self.beginResetModel()
        self._turn += 1
        self._chunks.clear()
        self._wanted.clear()
        shown = self._shown
        known = 0 if shown is None or self._within != Within() else shown.total
        self._count = self._total = known
        self.endResetModel()
        if shown is not None and (shown.total or self._within != Within()):
            self._want(0)
        else:
            self.counted.emit(0, True)

    def _want(self, chunk: int) -> None:
        if chunk in self._chunks or chunk in self._wanted or self._shown is None:
            return
        self._wanted.append(chunk)
        del self._wanted[:-WAITING]
        if self._job is None:
            self._read_next()

    def _read_next(self) -> None:
        shown, today = self._shown, self._today
        if not self._wanted or shown is None or today is None or not self._context.is_open:
            return
        chunk = self._wanted[-1]
        read = self._reader(shown, today, chunk)
        self._job = self._context.jobs.run(
            read, self._on_read, on_error=self._on_failed, uses_audit=True
        )

    def _reader(
        self, shown: Shown, today: date, chunk: int
    ) -> Callable[[Progress], tuple[int, int, ExceptionPage]]:
        audit, files, within, turn = self._context.audit, self._files, self._within, self._turn
        window = replace(self._order, offset=chunk * CHUNK, limit=CHUNK)

        def read(progress: Progress) -> tuple[int, int, ExceptionPage]:
            progress.check()
            page = exceptions(
                audit, files, shown.result_id, today=today, window=window, within=within
            )
            return turn, chunk, page

        return read

    def _on_read(self, found: tuple[int, int, ExceptionPage]) -> None:
        turn, chunk, page = found
        self._job = None
        if turn == self._turn:
            self._take(chunk, page)
        self._read_next()

    def _take(self, chunk: int, page: ExceptionPage) -> None:
        if chunk in self._wanted:
            self._wanted.remove(chunk)
        self._chunks[chunk] = page.rows
        while len(self._chunks) > KEPT:
            self._chunks.popitem(last=False)
        self.basis = page.basis
        if page.known != self._count:
            self.beginResetModel()
            self._count = page.known
            self.endResetModel()
        self._total = page.total
        self.counted.emit(page.total, page.known == page.total)
        first = chunk * CHUNK
        last = min(first + CHUNK, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(ORDERS) - 1))

    def _on_finished(self, job: object) -> None:
        if job is self._job:
            self._job = None

    def _on_failed(self, error: object) -> None:
        self._job = None
        self._wanted.clear()
        self.failed.emit(error)


def _heads() -> tuple[str, ...]:
    return (
        translate("ExceptionsModel", "Ticket"),
        translate("ExceptionsModel", "Received"),
        translate("ExceptionsModel", "Measured"),
        translate("ExceptionsModel", "Why it fails"),
        translate("ExceptionsModel", "Unit"),
        translate("ExceptionsModel", "Channel"),
        translate("ExceptionsModel", "Category"),
        translate("ExceptionsModel", "Settled by"),
    )
