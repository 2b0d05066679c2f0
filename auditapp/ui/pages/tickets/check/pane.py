"""Check: is the extract what it should be. Parts side by side, one in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.ui.pages.records.layout import column, line
from auditapp.ui.pages.tickets.check.card import CardPart
from auditapp.ui.pages.tickets.check.comparing import ComparePart
from auditapp.ui.pages.tickets.check.reconciling import ReconcilePart
from auditapp.ui.pages.tickets.check.second import SecondPart
from auditapp.ui.pages.tickets.check.totals import TotalsPart
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext

PARTS: Final = ("totals", "card", "reconcile", "second", "compare")


class Part(Protocol):
    """A part of the check: reads an extract when it comes to the front."""

    def retranslate(self) -> None:
        """Set every string again."""
        ...

    def refresh(self, population_id: UUID, /) -> None:
        """Read an extract."""
        ...


class CheckPane(QWidget):
    """The parts; only the one in front is read."""

    def __init__(
        self, context: AppContext, files: Callable[[], TicketFiles], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._population: UUID | None = None
        self._stale: set[str] = set(PARTS)
        self.totals = TotalsPart(context, self)
        self.card = CardPart(context, self)
        self.reconcile = ReconcilePart(context, self)
        self.second = SecondPart(context, files, self)
        self.compare = ComparePart(context, files, self)
        self._parts: dict[str, QWidget] = {
            "totals": self.totals,
            "card": self.card,
            "reconcile": self.reconcile,
            "second": self.second,
            "compare": self.compare,
        }
        self.tabs = SegmentedButtons(context.theme, len(PARTS), self)
        self._stack = QStackedWidget(self)
        for part in self._parts.values():
            self._stack.addWidget(part)
        head = line()
        head.addWidget(self.tabs)
        head.addStretch()
        box = column(self, gap=12, margins=(16, 12, 16, 16))
        box.addLayout(head)
        box.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.current = 0

    @property
    def part(self) -> str:
        """The part in front."""
        return PARTS[self._stack.currentIndex()]

    def retranslate(self) -> None:
        """Set every string again."""
        self.tabs.setAccessibleName(self.tr("What is checked"))
        self.tabs.set_texts(
            [
                self.tr("Control totals"),
                self.tr("Extract card"),
                self.tr("Reconciliation"),
                self.tr("Second source"),
                self.tr("Compare"),
            ]
        )
        for part in self._parts.values():
            cast("Part", part).retranslate()
        self._stale = set(PARTS)

    def refresh(self, population_id: UUID) -> None:
        """Show an extract, read anew."""
        self._population = population_id
        self._stale = set(PARTS)
        self._catch_up()

    def show_part(self, key: str) -> None:
        """Bring a part to the front."""
        self._context.flush_requested.emit()
        self.tabs.current = PARTS.index(key)
        self._stack.setCurrentIndex(PARTS.index(key))
        self._catch_up()

    def _on_tab(self, number: int) -> None:
        self.show_part(PARTS[number])

    def _catch_up(self) -> None:
        if self._population is not None and self.part in self._stale:
            self._stale.discard(self.part)
            cast("Part", self._parts[self.part]).refresh(self._population)
