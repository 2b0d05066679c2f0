"""Tables: hairlines, a head repeated on each page, rows that may break when they are tall.

Each row is measured once, so a table of thousands of rows costs what its rows cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.reports import look
from auditapp.reports.pdf.blocks import Prose, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.faces import Faces
    from auditapp.reports.pdf.pen import Pen

_PAD = 4.0
_GAP = 8.0
_HEAD = Style(7.5, 10, bold=True, colour=look.ACCENT)
_HEAD_RIGHT = Style(7.5, 10, bold=True, colour=look.ACCENT, align="right")


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its head, its share of the width, and whether it holds numbers."""

    head: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, with an edge of colour at its left if wanted."""

    cells: tuple[Block | None, ...]
    edge: str | None = None
    rule: bool = True


class Ledger:
    """A table. A row taller than a third of what a page holds breaks inside; others stay whole."""

    keep_next = False

    def __init__(
        self, faces: Faces, columns: Sequence[Col], rows: Sequence[Row], *, before: float = 0
    ) -> None:
        self.before = before
        self._columns = tuple(columns)
        self._rows = list(rows)
        self._faces = faces
        self._head = Row(
            tuple(Prose(faces, c.head, _HEAD_RIGHT if c.right else _HEAD) for c in self._columns)
        )
        self._measured: dict[float, list[float]] = {}

    def _widths(self, width: float) -> list[float]:
        room = width - _GAP * (len(self._columns) - 1) - 6
        total = sum(column.share for column in self._columns)
        return [room * column.share / total for column in self._columns]

    def _heights(self, width: float) -> list[float]:
        known = self._measured.get(width)
        if known is None:
            widths = self._widths(width)
            known = [_row_height(row, widths) for row in self._rows]
            self._measured[width] = known
        return known

    def _head_height(self, width: float) -> float:
        return _row_height(self._head, self._widths(width))

    def height(self, width: float) -> float:
        """Head and rows."""
        return self._head_height(width) + sum(self._heights(width))

    def first_height(self, width: float) -> float:
        """The head and the first row, or the beginning of a tall one."""
        first = self._heights(width)[0] if self._rows else 0
        return self._head_height(width) + min(first, 90)

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break between rows, or inside a tall one."""
        heights = self._heights(width)
        used = self._head_height(width)
        fit = 0
        while fit < len(heights) and used + heights[fit] <= room + 0.01:
            used += heights[fit]
            fit += 1
        if fit == len(heights):
            return self, Ledger(self._faces, self._columns, [])
        rows = self._rows
        if heights[fit] > 160:
            widths = self._widths(width)
            parts = _split_row(rows[fit], widths, room - used)
            if parts is not None:
                head, rest = ((part, _row_height(part, widths)) for part in parts)
                before, after = (rows[:fit], heights[:fit]), (rows[fit + 1 :], heights[fit + 1 :])
                return (
                    self._part([*before[0], head[0]], [*before[1], head[1]], width),
                    self._part([rest[0], *after[0]], [rest[1], *after[1]], width),
                )
        if fit == 0:
            return None, self
        # A single row left over would stand alone under its head: take one along.
        if len(rows) - fit == 1 and fit > 2:
            fit -= 1
        return (
            self._part(rows[:fit], heights[:fit], width),
            self._part(rows[fit:], heights[fit:], width),
        )

    def _part(self, rows: list[Row], heights: list[float], width: float) -> Ledger:
        part = Ledger(self._faces, self._columns, rows)
        part._measured[width] = heights
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The head on its line, then row by row."""
        widths = self._widths(width)
        high = _row_height(self._head, widths)
        _draw_row(pen, self._head, widths, x, top)
        top -= high
        pen.line((x, top), (x + width, top), look.ACCENT, 0.8)
        for row, high in zip(self._rows, self._heights(width), strict=True):
            _draw_row(pen, row, widths, x, top)
            if row.edge:
                pen.box(x, top - high + 1, 2.5, high - 2, row.edge)
            top -= high
            if row.rule:
                pen.line((x, top), (x + width, top), look.HAIRLINE, 0.4)


def _row_height(row: Row, widths: Sequence[float]) -> float:
    highest = 0.0
    for cell, width in zip(row.cells, widths, strict=True):
        if cell is not None:
            highest = max(highest, cell.height(width))
    return highest + 2 * _PAD


def _draw_row(pen: Pen, row: Row, widths: Sequence[float], x: float, top: float) -> None:
    x += 6
    for cell, width in zip(row.cells, widths, strict=True):
        if cell is not None:
            cell.draw(pen, x, top - _PAD, width)
        x += width + _GAP


def _split_row(row: Row, widths: Sequence[float], room: float) -> tuple[Row, Row] | None:
    """A tall row in two: each cell gives what fits; None when a cell cannot give anything."""
    inner = room - 2 * _PAD
    if inner < 30:
        return None
    heads: list[Block | None] = []
    rests: list[Block | None] = []
    for cell, width in zip(row.cells, widths, strict=True):
        if cell is None or cell.height(width) <= inner:
            heads.append(cell)
            rests.append(None)
            continue
        head, rest = cell.split(width, inner)
        if head is None:
            return None
        heads.append(head)
        rests.append(rest)
    return Row(tuple(heads), row.edge, rule=False), Row(tuple(rests), row.edge)
