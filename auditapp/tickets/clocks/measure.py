"""What a clock counts between two times, as SQL: elapsed time, dates, working time.

Clocks by instants count microseconds, clocks by dates count days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.model import QuietMode, Unit
from auditapp.tickets.expressions.compiling import Piece, compile_sql, local, local_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.tickets.clocks.model import Clock
    from auditapp.tickets.expressions.compiling import Frame

DAY: Final = 86_400_000_000
MINUTE: Final = 60_000_000


class Meter:
    """Measures as one clock does, under given choices."""

    def __init__(self, clock: Clock, choices: Mapping[str, str]) -> None:
        self._clock = clock
        self._choices = choices
        self._unit = clock.limit.unit
        self._start_day = bool(clock.start_day_counts and clock.start_day_counts.of(choices))
        self._quiet = clock.quiet.mode.of(choices) if clock.quiet else QuietMode.NONE.value

    @property
    def start_day_counts(self) -> bool:
        """Whether the day of the start is day 1."""
        return self._start_day

    def with_start_day(self, sql: str, begin: Piece, frame: Frame) -> str:
        """A measured number of days with the start day, where it counts."""
        if not self._start_day:
            return f"({sql})"
        if self._unit is Unit.CD:
            return f"({sql} + 1)"
        if self._unit is Unit.WD:
            alias = frame.joins.on(local_date(begin))
            return f"({sql} + CAST({alias}.work AS INTEGER))"
        return f"({sql})"

    def plain(self, begin: Piece, end: Piece, frame: Frame) -> str:
        """What passes between two times when nothing rests."""
        if self._unit.by_date:
            return self.between(begin, end, frame)
        return f"(epoch_us({end.sql}) - epoch_us({begin.sql}))"

    def between(self, begin: Piece, end: Piece, frame: Frame) -> str:
        """What the clock counts between two times."""
        if self._unit is Unit.CD:
            return f"({local_date(end)} - {local_date(begin)})"
        if self._unit is Unit.WD:
            first, last = (frame.joins.on(local_date(it)) for it in (begin, end))
            return f"({last}.work_no - {first}.work_no)"
        if self._unit is Unit.WMIN:
            return f"({self._worked(end, frame)} - {self._worked(begin, frame)})"
        elapsed = f"(epoch_us({end.sql}) - epoch_us({begin.sql}))"
        if self._clock.quiet is None or self._quiet != QuietMode.PAUSE:
            return elapsed
        rest = f"({self._rested(end, frame)} - {self._rested(begin, frame)})"
        if self._clock.quiet.except_if is not None:
            never = compile_sql(self._clock.quiet.except_if.of(self._choices), frame)
            return f"({elapsed} - CASE WHEN {never.sql} THEN 0 ELSE {rest} END)"
        return f"({elapsed} - {rest})"

    def _worked(self, piece: Piece, frame: Frame) -> str:
        """Microseconds of business hours up to a time, since the calendar began."""
        first, last = self._clock.hours or (0, 0)
        alias = frame.joins.on(local_date(piece))
        day = frame.params.add((last - first) * MINUTE)
        opens = frame.params.add(first * MINUTE)
        passed = f"greatest(0, least({day}, {of_day(piece)} - {opens}))"
        return (
            f"(({alias}.work_no - CAST({alias}.work AS INTEGER)) * CAST({day} AS BIGINT)"
            f" + CASE WHEN {alias}.work THEN {passed} ELSE 0 END)"
        )

    def _rested(self, piece: Piece, frame: Frame) -> str:
        """Microseconds of quiet hours up to a time, since 1970."""
        quiet = self._clock.quiet
        first, last = (quiet.first, quiet.last) if quiet else (0, 0)
        begin, end = (frame.params.add(it * MINUTE) for it in (first, last))
        passed_day = of_day(piece)
        days = f"(epoch_us({local(piece)}) // {DAY})"
        if first > last:
            passed = f"(least({passed_day}, {end}) + greatest({passed_day} - {begin}, 0))"
            whole = frame.params.add((last + 24 * 60 - first) * MINUTE)
        else:
            passed = f"greatest(0, least({passed_day}, {end}) - {begin})"
            whole = frame.params.add((last - first) * MINUTE)
        return f"({days} * CAST({whole} AS BIGINT) + {passed})"


def of_day(piece: Piece) -> str:
    """SQL: microseconds of the local day."""
    return f"(((epoch_us({local(piece)}) % {DAY}) + {DAY}) % {DAY})"
