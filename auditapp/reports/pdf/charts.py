"""Charts, drawn with the report's own fonts and colours: heat map, bars by grade, score tiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.pdf.blocks import Prose, Solid, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.faces import Faces
    from auditapp.reports.pdf.pen import Pen

#: From here up a share prints on the conforming tint, from the second up on the improvement tint…
_STEPS: Final = ((0.9, look.CONFORMING), (0.75, look.IMPROVEMENT), (0.6, look.MINOR))
#: The height of a map's line, the least that it can be read at, and how few may stand on a page.
ROW: Final = 17.0
LOWEST_ROW: Final = 12.0
FEWEST: Final = 8
_ROOMY: Final = 14.0
_CELL: Final = Style(8.5, 12, bold=True, align="center")


def heat_colour(share: float) -> str:
    """The colour of the band that a share of 1 falls into."""
    return next((colour for floor, colour in _STEPS if share >= floor), look.MAJOR)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One field: what is written in it, its share (None: no colour), and whether it suffices."""

    text: str
    share: float | None
    sufficient: bool = True


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One line of the map; ``strong`` for main clauses and totals."""

    label: str
    cells: tuple[HeatCell, ...]
    strong: bool = False


class HeatMap:
    """Lines × columns of shares. One that is a little higher than a page is set closer, a higher
    one splits between lines with its head repeated, and never leaves a few lines alone."""

    keep_next = False

    def __init__(
        self,
        faces: Faces,
        heads: Sequence[str],
        rows: Sequence[HeatRow],
        *,
        before: float = 0,
        label_share: float = 0.36,
        row_height: float = ROW,
    ) -> None:
        self.before = before
        self._faces = faces
        self._heads = list(heads)
        self._rows = list(rows)
        self._label_share = label_share
        self.row_height = row_height

    def fit(self, width: float, room: float) -> None:
        """Set the lines closer where that brings the map into ``room``."""
        wanted = (room - self._head_height(width)) / max(len(self._rows), 1)
        self.row_height = min(self.row_height, max(wanted, LOWEST_ROW))

    def _columns(self, width: float) -> tuple[float, float]:
        label = width * self._label_share
        return label, (width - label) / max(len(self._heads), 1)

    def _head_blocks(self) -> list[Prose]:
        style = Style(7.5, 9.5, bold=True, colour=look.MUTED, align="center")
        return [Prose(self._faces, head, style, most_lines=3) for head in self._heads]

    def _head_height(self, width: float) -> float:
        _, column = self._columns(width)
        blocks = self._head_blocks()
        return max((block.height(column - 4) for block in blocks), default=0) + 5

    def height(self, width: float) -> float:
        """Head and lines."""
        return self._head_height(width) + len(self._rows) * self.row_height

    def first_height(self, width: float) -> float:
        """The head and three lines."""
        return self._head_height(width) + min(len(self._rows), 3) * self.row_height

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break between lines."""
        fit = int((room - self._head_height(width)) / self.row_height)
        fit = min(fit, len(self._rows) - FEWEST)
        if fit < FEWEST:
            return None, self
        return self._part(self._rows[:fit]), self._part(self._rows[fit:])

    def _part(self, rows: list[HeatRow]) -> HeatMap:
        return HeatMap(
            self._faces,
            self._heads,
            rows,
            label_share=self._label_share,
            row_height=self.row_height,
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Heads centred over their columns, then the fields."""
        label_width, column = self._columns(width)
        head = self._head_height(width)
        for place, block in enumerate(self._head_blocks()):
            left = x + label_width + place * column + 2
            block.draw(pen, left, top - head + 3 + block.height(column - 4), column - 4)
        top -= head
        size, drop = self._type()
        for row in self._rows:
            style = Style(size, 12, bold=row.strong)
            label = Prose(self._faces, row.label, style, most_lines=1)
            label.draw(pen, x, top - drop, label_width - 6)
            for place, cell in enumerate(row.cells):
                self._draw_cell(pen, cell, (x + label_width + place * column, top), column)
            top -= self.row_height

    def _type(self) -> tuple[float, float]:
        """The size of the type, and how far below a line's top its text begins."""
        size = 8.5 if self.row_height >= _ROOMY else 7.5
        return size, (self.row_height - 12) / 2

    def _draw_cell(
        self, pen: Pen, cell: HeatCell, place: tuple[float, float], width: float
    ) -> None:
        left, top = place
        colour = look.MUTED
        ground = look.SURFACE
        if cell.share is not None and cell.sufficient:
            colour = heat_colour(cell.share)
            ground = look.tint(colour, 0.16)
        air = 1 if self.row_height >= _ROOMY else 0.5
        high = self.row_height - 2 * air
        pen.box(left + 1, top - self.row_height + air, width - 2, high, ground)
        size, drop = self._type()
        style = Style(size, 12, bold=cell.share is not None, colour=colour, align="center")
        Prose(self._faces, cell.text, style).draw(pen, left + 1, top - drop, width - 2)


class HeatKey(Solid):
    """What the colours of the heat map mean, in words."""

    def __init__(self, faces: Faces, words: Sequence[tuple[str, str]], before: float = 6) -> None:
        """``words`` pairs a colour with its meaning."""
        super().__init__(before=before)
        self._faces = faces
        self._words = list(words)

    def _rows(self, width: float) -> list[list[tuple[float, str, str]]]:
        rows: list[list[tuple[float, str, str]]] = [[]]
        x = 0.0
        for colour, word in self._words:
            taken = 12 + self._faces.regular.width(word, 7.5) + 14
            if x + taken - 14 > width and rows[-1]:
                rows.append([])
                x = 0.0
            rows[-1].append((x, colour, word))
            x += taken
        return rows

    def height(self, width: float) -> float:
        """One line or more."""
        return 11.0 * len(self._rows(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """A field of the colour and its words."""
        for row in self._rows(width):
            for offset, colour, word in row:
                pen.box(x + offset, top - 8.5, 8, 8, look.tint(colour, 0.3))
                pen.text(x + offset + 12, top - 7.5, word, 7.5, colour=look.MUTED)
            top -= 11


class ScoreTile(Solid):
    """A score as a large figure, a bar, and what needs saying about it."""

    def __init__(self, name: Block, shown: str, share: float | None, notes: Block) -> None:
        """``share`` of 1 fills the bar; None leaves it empty."""
        super().__init__()
        self._name = name
        self._shown = shown
        self._share = share
        self._notes = notes

    def height(self, width: float) -> float:
        """Name, figure, bar, notes."""
        return self._name.height(width) + 48 + self._notes.height(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From the top."""
        self._name.draw(pen, x, top, width)
        top -= self._name.height(width)
        colour = look.MUTED if self._share is None else look.TEXT
        pen.text(x, top - 24, self._shown, 22, bold=True, colour=colour)
        top -= 34
        pen.box(x, top - 5, width, 5, look.HAIRLINE, round_by=2.5)
        if self._share:
            bar = max(width * min(self._share, 1), 5)
            pen.box(x, top - 5, bar, 5, look.ACCENT, round_by=2.5)
        self._notes.draw(pen, x, top - 14, width)


class GradeTiles(Solid):
    """How many findings of each grade: glyph, number, word."""

    def __init__(
        self, faces: Faces, entries: Sequence[tuple[str, str, int, Block]], before: float = 0
    ) -> None:
        """``entries``: colour, glyph, count, name."""
        super().__init__(before=before)
        self._faces = faces
        self._entries = list(entries)

    def _column(self, width: float) -> float:
        return (width - 6 * (len(self._entries) - 1)) / len(self._entries)

    def height(self, width: float) -> float:
        """The highest name decides."""
        inner = self._column(width) - 14
        return 34 + max(entry[3].height(inner) for entry in self._entries) + 6

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Side by side on their tints; a grade that nothing has is grey."""
        column = self._column(width)
        high = self.height(width)
        for colour, glyph, count, name in self._entries:
            shown = colour if count else look.MUTED
            ground = look.tint(colour, 0.10) if count else look.SURFACE
            pen.box(x, top - high, column, high, ground)
            pen.box(x, top - high, 3, high, shown if count else look.HAIRLINE)
            pen.text(x + 10, top - 25, str(count), 22, bold=True, colour=shown)
            taken = self._faces.bold.width(glyph, 15)
            pen.text(x + column - taken - 8, top - 23, glyph, 15, bold=True, colour=shown)
            name.draw(pen, x + 10, top - 33, column - 14)
            x += column + 6
