"""The rows of the checklist, those that the filter shows, and where one stands. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditapp.ops.queries import checklist as query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from auditapp.ops.queries.checklist import ChecklistRow, Filter, Progress
    from auditapp.ops.queries.content import PackShelf, Pair


class Listing:
    """All rows by pair; ``shown`` keeps its members until the filter is applied again.

    So an answer given under *unanswered* stays in sight until one has moved on.
    """

    def __init__(self) -> None:
        self.rows: dict[Pair, ChecklistRow] = {}
        self.shown: list[Pair] = []
        self.wanted: Filter = query.Filter()
        self.unit: UUID | None = None
        self._places: dict[Pair, int] = {}

    def load(self, rows: Sequence[ChecklistRow]) -> None:
        """Replace all rows; :meth:`apply` must follow."""
        self.rows = {row.pair: row for row in rows}

    def apply(self, wanted: Filter, unit: UUID | None, shelf: PackShelf) -> None:
        """Show what the filter lets through in one unit, or in all."""
        self.wanted, self.unit = wanted, unit
        kept = query.narrowed(self.rows.values(), replace(wanted, unit_id=unit), shelf)
        self.shown = [row.pair for row in kept]
        self._places = {pair: place for place, pair in enumerate(self.shown)}

    def put(self, row: ChecklistRow) -> None:
        """Replace one row by its newer self."""
        if row.pair in self.rows:
            self.rows[row.pair] = row

    def shown_rows(self) -> list[ChecklistRow]:
        """The rows that the filter shows, in reading order."""
        return [self.rows[pair] for pair in self.shown]

    def matrix_rows(self, shelf: PackShelf) -> list[ChecklistRow]:
        """What the filter lets through in all units."""
        wanted = replace(self.wanted, unit_id=None)
        return list(query.narrowed(self.rows.values(), wanted, shelf))

    def is_shown(self, pair: Pair | None) -> bool:
        """Whether the filter shows a pair."""
        return pair in self._places

    def place(self, pair: Pair | None) -> int | None:
        """The place of a pair among those shown."""
        return None if pair is None else self._places.get(pair)

    def beside(self, pair: Pair | None, steps: int) -> Pair | None:
        """The pair some steps further (or back); None at the end."""
        place = self.place(pair)
        if place is None:
            return self.shown[0] if self.shown else None
        wanted = place + steps
        return self.shown[wanted] if 0 <= wanted < len(self.shown) else None

    def next_unanswered(self, after: Pair | None) -> Pair | None:
        """The next pair without a result among those shown, from the start again at the end."""
        row = query.next_unanswered(self.shown_rows(), after)
        return None if row is None else row.pair

    def nearest(self, pair: Pair | None) -> Pair | None:
        """The pair to stand on: itself, the same question elsewhere, else the next to answer."""
        if pair is not None and pair in self._places:
            return pair
        if pair is not None:
            same = next((it for it in self.shown if it[0] == pair[0]), None)
            if same is not None:
                return same
            known = self.rows.get(pair)
            if known is not None:
                at = known.asked.position
                later = (it for it in self.shown if self.rows[it].asked.position > at)
                return next(later, self.shown[-1] if self.shown else None)
        if not self.shown:
            return None
        first = self.rows[self.shown[0]]
        return self.shown[0] if first.result is None else self.next_unanswered(None) or first.pair

    def progress(self) -> Progress:
        """How far the chosen unit (or all) is, whatever the filter."""
        unit = self.unit
        rows = self.rows.values()
        return query.progress(row for row in rows if unit is None or row.unit_id == unit)
