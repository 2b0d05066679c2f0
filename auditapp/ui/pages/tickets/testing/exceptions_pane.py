"""The exceptions of a result: find, look at, take up in a finding, accept as deviations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableView, QWidget

from auditapp.ops.deviations import MOST
from auditapp.ops.queries.ticket_rows import Basis, Within
from auditapp.ops.ticket_stored import STORED
from auditapp.ui.pages.records.filters import FilterSwitch
from auditapp.ui.pages.records.layout import button, column, label, line, narrow, offer, tool
from auditapp.ui.pages.tickets.testing.exceptions_model import ExceptionsModel, Shown
from auditapp.ui.pages.tickets.testing.words import CANNOT, reason_name
from auditapp.ui.theme import ROW_HEIGHT
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtCore import QItemSelectionRange, QObject

    from auditapp.domain.vocabulary import Dimension
    from auditapp.ops.queries.ticket_rows import ExceptionRow, ResultDetail
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext

WIDTHS: Final = (116, 128, 96, 148, 56, 80, 88, 88)


class ExceptionsPane(QWidget):
    """Signals:
    finding_wanted, deviation_wanted, tickets_wanted: do it with :meth:`taken`.
    """

    finding_wanted = Signal()
    deviation_wanted = Signal()
    tickets_wanted = Signal()
    decisions_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: ResultDetail | None = None
        self.model = ExceptionsModel(context, self)
        self.table = QTableView(self)
        self.search = SearchField(context.icons, self)
        self.reason = narrow(QComboBox(self))
        self.open_only = FilterSwitch(context, self)
        self.slice_button = button(context.icons, "close", self._drop_slice, self)
        self.count = label(self, "caption")
        icons = context.icons
        self.show_button = button(icons, "tickets", self.tickets_wanted.emit, self)
        self.accept_button = button(icons, "check", self.deviation_wanted.emit, self)
        self.finding_button = button(icons, None, self.finding_wanted.emit, self)
        self.finding_button.setProperty("role", "primary")
        self.decisions = tool(icons, "history", self.decisions_wanted.emit, self)
        self._dress_table()
        self._arrange()
        self._connect()

    # -- showing ------------------------------------------------------------------------------

    def load(self, detail: ResultDetail, files: TicketFiles | None, today: date) -> None:
        """Show the exceptions of a result."""
        other = self._detail is None or self._detail.row.result_id != detail.row.result_id
        self._detail = detail
        names = detail.detail.get("names")
        unit = "" if detail.stats is None else detail.stats.unit
        self._offer_reasons(detail)
        if other:
            self.search.clear()
            self.open_only.setChecked(False)
            self.table.scrollToTop()
        shown = Shown(detail.row.result_id, names, unit, detail.row.exceptions)
        self.model.show_result(shown, files, today)
        self.table.setColumnHidden(2, not unit)
        self._say()

    def show_slice(self, dimension: Dimension, key: str) -> None:
        """Only the exceptions of a month, unit, channel or category."""
        self._narrow(dimension=dimension, key=key)

    def show_reason(self, code: str) -> None:
        """Only the exceptions with a reason."""
        index = self.reason.findData(code)
        self.reason.setCurrentIndex(max(index, 0))
        self._narrow(reason=code)

    def retranslate(self) -> None:
        """Set every string again."""
        self.search.setPlaceholderText(self.tr("Ticket number"))
        self.search.setAccessibleName(self.tr("Search for a ticket"))
        self.reason.setAccessibleName(self.tr("Why it fails"))
        self.reason.setToolTip(self.tr("Why it fails"))
        self.open_only.set_text(
            self.tr("Open"), self.tr("Neither in a finding nor accepted as a deviation")
        )
        self.table.setAccessibleName(self.tr("Exceptions"))
        self.show_button.setText(self.tr("Show tickets"))
        self.show_button.setToolTip(self.tr("Every field of the chosen tickets") + "  Enter")
        self.accept_button.setText(self.tr("Accept …"))
        self.accept_button.setToolTip(
            self.tr("Accept the chosen exceptions as deviations, with reason and expiry") + "  D"
        )
        self.decisions.setAccessibleName(self.tr("Accepted deviations"))
        self.decisions.setToolTip(self.tr("Accepted deviations of this rule"))
        last = self.model.columnCount() - 1
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._detail is not None:
            self._offer_reasons(self._detail)
        self._say()

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return sum(last - first + 1 for first, last in self._ranges())

    def taken(self, most: int = STORED) -> tuple[ExceptionRow, ...]:
        """The chosen rows, else all under the filter; at most so many."""
        ranges = self._ranges() or [(0, self.model.rowCount() - 1)]
        found: list[ExceptionRow] = []
        for first, last in ranges:
            room = most - len(found)
            if room <= 0 or last < first:
                break
            found += self.model.read_rows(first, min(last, first + room - 1))
        return tuple(found)

    @property
    def takes_all(self) -> bool:
        """Whether every exception of the result is meant."""
        chosen = self.chosen_count
        whole = self.model.within == Within()
        return whole and (not chosen or chosen == self.model.total)

    @property
    def taken_count(self) -> int:
        """How many exceptions are meant."""
        return self.chosen_count or self.model.total

    # -- Qt -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return in the table shows the tickets."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.table and is_return:
                self.tickets_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    # -- inside -------------------------------------------------------------------------------

    def _ranges(self) -> list[tuple[int, int]]:
        """The chosen rows as ranges: a million of them is one."""
        # PySide's stubs do not know that a selection can be iterated.
        chosen = cast("Iterable[QItemSelectionRange]", self.table.selectionModel().selection())
        return sorted((it.top(), it.bottom()) for it in chosen)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(True)
        header.setStyleSheet("QHeaderView::section { padding: 6px 4px }")
        table.setSortingEnabled(True)
        for number, width in enumerate(WIDTHS):
            header.resizeSection(number, width)
        table.installEventFilter(self)

    def _arrange(self) -> None:
        bar = line()
        self.search.setMinimumWidth(96)
        self.search.setMaximumWidth(200)
        self.slice_button.hide()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.reason)
        bar.addWidget(self.open_only)
        bar.addWidget(self.slice_button)
        bar.addStretch()
        bar.addWidget(self.decisions)
        card = Card(self, margin=1, gap=0)
        card.body.addWidget(self.table)
        foot = line()
        foot.addWidget(self.count, 1)
        for widget in (self.show_button, self.accept_button, self.finding_button):
            foot.addWidget(widget)
        box = column(self, gap=8)
        box.addLayout(bar)
        box.addWidget(card, 1)
        box.addLayout(foot)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.reason.activated.connect(self._on_reason)
        self.open_only.toggled.connect(self._on_open_only)
        self.table.doubleClicked.connect(self.tickets_wanted)
        self.table.selectionModel().selectionChanged.connect(self._say)
        self.model.counted.connect(self._say)
        self.model.failed.connect(self._context.refused)

    def _offer_reasons(self, detail: ResultDetail) -> None:
        texts, names = self._context.texts, detail.detail.get("names")
        codes = [code for code in detail.row.reasons if code not in CANNOT]
        choices = [("", self.tr("Every reason"))]
        choices += [(code, reason_name(code, names, texts)) for code in codes]
        current = self.model.within.reason
        offer(self.reason, choices, current if current in codes else "")
        self.reason.setVisible(len(codes) > 1)

    def _narrow(self, **changes: Any) -> None:
        self.table.selectionModel().clear()
        self.model.narrow(replace(self.model.within, **changes))
        self._say()

    def _on_searched(self, words: str) -> None:
        self._narrow(text=words)

    def _on_reason(self) -> None:
        self._narrow(reason=str(self.reason.currentData() or ""))

    def _on_open_only(self, on: bool) -> None:
        self._narrow(open_only=on)

    def _drop_slice(self) -> None:
        self._narrow(dimension=None, key="")

    def _say(self) -> None:
        """What the filter lets through, what is chosen, what the buttons would take."""
        texts, within = self._context.texts, self.model.within
        total, chosen = self.model.total, self.chosen_count
        parts = [self.tr("Exceptions: {n}").format(n=texts.number(total))]
        if chosen:
            parts.append(self.tr("chosen: {n}").format(n=texts.number(chosen)))
        if self.model.basis is Basis.STORED and total:
            listed = texts.number(self.model.rowCount())
            parts.append(self.tr("tickets not on this machine: {n} listed").format(n=listed))
        self.count.setText(" · ".join(parts))
        self.slice_button.setVisible(within.dimension is not None)
        if within.dimension is not None:
            name = f"{texts.enum(within.dimension)}: {within.key or '–'}"
            self.slice_button.setText(name)
            self.slice_button.setToolTip(self.tr("Show all again"))
            self.slice_button.setAccessibleName(f"{name}, {self.tr('Show all again')}")
        detail = self._detail
        template = detail is not None and detail.row.template
        number = texts.number(self.taken_count)
        self.finding_button.setText(self.tr("Finding from {n}").format(n=number))
        self.finding_button.setEnabled(total > 0 and not template)
        self.finding_button.setToolTip(
            self.tr("A template limit carries no finding: give it a source in the limits")
            if template
            else self.tr("Raise a finding with criterion, condition, figures and tickets") + "  F"
        )
        self.show_button.setEnabled(total > 0 and self.model.basis is Basis.FILE)
        self.accept_button.setEnabled(0 < chosen <= MOST)
