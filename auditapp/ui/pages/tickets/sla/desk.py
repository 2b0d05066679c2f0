"""What is done with the clock that is shown: each deed is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from auditapp.domain.vocabulary import Lang
from auditapp.ops import sla
from auditapp.ops.queries.own_clocks import unit_of
from auditapp.ops.sla_reading import PastedCell, Read, same_kind
from auditapp.store.op import uuid7
from auditapp.tickets.clocks.model import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.sla_grid import ClockLine
    from auditapp.ops.sla import SlaSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.sla.clock_form import ClockForm
    from auditapp.ui.pages.tickets.sla.grid import Place


class ClockDesk(QObject):
    """The clock that is shown, and what was entered for clocks and is not stored.

    ``bad`` are cells that cannot be read, ``unbound`` sources chosen before there is a limit, both
    by clock.

    Signals:
        stored: read everything again.
    """

    stored = Signal()

    def __init__(self, context: AppContext, form: ClockForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self.clock: ClockLine | None = None
        self.bad: dict[str, dict[Place, Read]] = {}
        self.unbound: dict[str, SlaSource] = {}

    @property
    def unit(self) -> Unit | None:
        """What the clock counts; None for an own clock without a limit."""
        clock = self.clock
        if clock is None:
            return None
        return unit_of(row.limit for row in clock.rows) if clock.is_own else clock.unit

    def enter(self, cells: Sequence[PastedCell]) -> None:
        """Store what can be read in one step; the rest is kept to be marked."""
        clock = self.clock
        if clock is None:
            return
        bad = self.bad.setdefault(clock.code, {})
        kept: list[PastedCell] = []
        unit = self._counted(clock, cells)
        for cell in cells:
            place, read = (cell.category, cell.tier), self._checked(clock, cell.read, unit)
            bad.pop(place, None)
            if read.problem:
                bad[place] = read
            else:
                kept.append(cell)
        wanted = [self._form.cell(clock.code, it.read.limit, it.category, it.tier) for it in kept]
        if wanted:
            self._context.perform(sla.set_limits(wanted, self._source(clock)), initiator=self)
        self.stored.emit()

    def _counted(self, clock: ClockLine, cells: Sequence[PastedCell]) -> Unit | None:
        """What the clock counts once these cells are in: an own clock whose every limit is
        replaced takes the new ones' unit."""
        if not clock.is_own:
            return clock.unit
        places = {(cell.category, cell.tier) for cell in cells}
        left = [row.limit for row in clock.rows if (row.category, row.tier) not in places]
        return unit_of(left) or unit_of(cell.read.limit for cell in cells)

    def _checked(self, clock: ClockLine, read: Read, unit: Unit | None) -> Read:
        if read.problem not in ("", "other_unit") or read.limit is None:
            return read
        given = unit_of([read.limit])
        if clock.is_own and given is Unit.WMIN:
            return Read(read.text, read.limit, "business_hours")
        if given is not None and unit is not None and not same_kind(unit, given):
            return Read(read.text, read.limit, "other_unit")
        return Read(read.text, read.limit)

    def _source(self, clock: ClockLine) -> SlaSource | None:
        """The source of what is entered now: the one that is shown, if there is one."""
        found = clock.source if clock.rows else self.unbound.get(clock.code)
        return found if found and (found.criterion_id or found.card_id) else None

    def clear(self, places: Sequence[Place]) -> None:
        """Empty cells."""
        clock = self.clock
        if clock is None:
            return
        bad = self.bad.setdefault(clock.code, {})
        for place in places:
            bad.pop(place, None)
        ids = [row.id for row in clock.rows if (row.category, row.tier) in places]
        if ids:
            self._context.perform(sla.clear_limits(ids), initiator=self)
        self.stored.emit()

    def bind(self, source: SlaSource) -> None:
        """Say where all limits of the clock come from, and those that are entered next."""
        clock = self.clock
        if clock is None:
            return
        self.unbound[clock.code] = source
        if clock.rows:
            ids = [row.id for row in clock.rows]
            self._context.perform(sla.bind_source(ids, source), initiator=self)
        self.stored.emit()

    def define(self) -> None:
        """Start, stop, calendar or pauses: the limits stay and keep their sources, in one step."""
        clock = self.clock
        if clock is None or not clock.is_own:
            return
        gesture = uuid7()
        by_source: dict[sla.SlaSource, list[sla.SlaCell]] = {}
        for row in clock.rows:
            cell = self._form.cell(clock.code, row.limit, row.category, row.tier)
            source = sla.SlaSource(row.criterion_id, row.card_id, row.article)
            by_source.setdefault(source, []).append(cell)
        for source, cells in by_source.items():
            op = sla.set_limits(cells, source)
            self._context.perform(op, initiator=self, gesture=gesture)
        self.stored.emit()

    def name(self) -> None:
        """Store the name in both languages."""
        clock = self.clock
        if clock is None or not clock.is_own:
            return
        names = self._form.names
        if not any(names.values()) or all(names[it] == clock.names[it] for it in Lang):
            return
        self._context.perform(sla.name_clock(clock.code, names), initiator=self)
        self.stored.emit()
