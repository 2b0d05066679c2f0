"""Blocks: what a page is made of. A block knows its height, can be split, and draws itself.

A block's height and its break are worked out once and kept, so a document is laid out once
(ReportLab's own flowables are asked two to three times, and long tables cost the square of their
rows). Widths and heights are points; blocks are drawn downwards from their upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from auditapp.reports import look
from auditapp.reports.pdf.breaking import break_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.reports.pdf.faces import Faces
    from auditapp.reports.pdf.pen import Pen


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks. ``align`` is left, right or center."""

    size: float = 9.5
    leading: float = 13.0
    bold: bool = False
    colour: str = look.TEXT
    align: str = "left"


#: A labelled text lower than this is not worth a break.
_UNBROKEN = 66.0
BODY = Style()
STRONG = Style(bold=True)
SECOND = Style(8.5, 12, colour=look.MUTED)
SMALL = Style(7.5, 10.0)
LABEL = Style(7.5, 10, colour=look.MUTED)
SMALL_STRONG = Style(7.5, 10, bold=True)
TITLE = Style(22, 28, bold=True)
HEADING = Style(15, 20, bold=True, colour=look.ACCENT)


class Block(Protocol):
    """Anything that stands on a page."""

    #: The block must not stand alone at a page's foot: what follows begins on the same page.
    keep_next: bool
    #: Space above, unless the block begins a page.
    before: float

    def height(self, width: float) -> float:
        """The height at this width."""
        ...

    def first_height(self, width: float) -> float:
        """The least height that a beginning of the block needs."""
        ...

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """The part that fits into ``room`` (None: nothing does) and the rest."""
        ...

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at x, top."""
        ...


@dataclass
class Solid:
    """Base of blocks that are never split."""

    before: float = field(default=0, kw_only=True)
    keep_next: bool = field(default=False, kw_only=True)

    def height(self, width: float) -> float:
        """The height at this width."""
        raise NotImplementedError

    def first_height(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Nothing fits but all."""
        del width, room
        return None, self

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at x, top."""
        raise NotImplementedError


@dataclass
class Space(Solid):
    """Empty room."""

    size: float

    def height(self, width: float) -> float:
        """The room."""
        del width
        return self.size

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing."""


class Prose:
    """A text in one style. Split with at least two lines on each side."""

    def __init__(
        self,
        faces: Faces,
        text: str,
        style: Style = BODY,
        *,
        link: str = "",
        before: float = 0,
        keep_next: bool = False,
        most_lines: int = 0,
    ) -> None:
        """``link`` is a bookmark that a click leads to; ``most_lines`` cuts with an ellipsis."""
        self.style = style
        self.before = before
        self.keep_next = keep_next
        self._faces = faces
        self._text = faces.printable(text)
        self._link = link
        self._most = most_lines
        self._lines: list[str] = []
        self._width = -1.0

    def lines(self, width: float) -> list[str]:
        """The lines at this width, broken once."""
        if self._width != width:
            measure = self._faces.face(self.style.bold).unit
            # A hair of tolerance: a column that was made to measure must hold its text.
            room = (width + 0.01) / self.style.size
            if measure(self._text) <= room and "\n" not in self._text:
                lines = [self._text.rstrip()]
            else:
                lines = break_lines(self._text, room, measure)
            if self._most and len(lines) > self._most:
                lines = lines[: self._most]
                last = lines[-1]
                # The face sets … at half height, as Chinese does; Latin text takes three dots.
                mark = " ..." if last[-1:].isascii() else "…"
                while last and measure(last + mark) > room:
                    last = last[:-1]
                lines[-1] = last.rstrip("，。、；：,.;: ") + mark
            self._lines, self._width = lines, width
        return self._lines

    def natural_width(self) -> float:
        """The width of the widest line as written."""
        style = self.style
        face = self._faces.face(style.bold)
        return max(face.width(line, style.size) for line in self._text.split("\n"))

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self.lines(width)) * self.style.leading

    def first_height(self, width: float) -> float:
        """Two lines, or all when splitting would leave one alone."""
        count = len(self.lines(width))
        return (count if count <= 3 else 2) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break between lines."""
        lines = self.lines(width)
        fit = int((room + 0.01) / self.style.leading)
        fit = min(fit, len(lines) - 2)
        if fit < 2:
            return None, self
        return self._part(lines[:fit], width), self._part(lines[fit:], width)

    def _part(self, lines: list[str], width: float) -> Prose:
        part = Prose(self._faces, "", self.style, link=self._link)
        part._lines, part._width = lines, width
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Line by line, on baselines that leave the same room above and below."""
        style = self.style
        face = self._faces.face(style.bold)
        y = top - style.leading + (style.leading - style.size) / 2 + style.size * 0.16
        for line in self.lines(width):
            left = x
            if style.align != "left" or self._link:
                taken = face.width(line, style.size)
                if style.align != "left":
                    left += (width - taken) * (0.5 if style.align == "center" else 1)
                if self._link:
                    pen.link(self._link, left, y - style.size * 0.2, taken, style.leading)
            pen.text(left, y, line, style.size, bold=style.bold, colour=style.colour)
            y -= style.leading


class Stack:
    """Blocks one under the other. Split between them, or inside the one that straddles."""

    def __init__(
        self, blocks: Sequence[Block], *, before: float = 0, keep_next: bool = False
    ) -> None:
        self.blocks = list(blocks)
        self.before = before
        self.keep_next = keep_next
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """The sum of all, with the space between them."""
        known = self._heights.get(width)
        if known is None:
            known = sum(
                block.height(width) + (block.before if place else 0)
                for place, block in enumerate(self.blocks)
            )
            self._heights[width] = known
        return known

    def first_height(self, width: float) -> float:
        """The first block's least part, with what it must keep beside it."""
        used = 0.0
        for place, block in enumerate(self.blocks):
            used += block.before if place else 0
            if not block.keep_next:
                return used + block.first_height(width)
            used += block.height(width)
        return used

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break as low as the blocks allow."""
        used = 0.0
        last = 0  # the blocks before this one may stand without those after them
        for place, block in enumerate(self.blocks):
            gap = block.before if place else 0
            high = block.height(width)
            if used + gap + high > room + 0.01:
                head, rest = block.split(width, room - used - gap)
                if head is not None:
                    head.before = gap
                    return Stack([*self.blocks[:place], head]), Stack(
                        [rest, *self.blocks[place + 1 :]]
                    )
                break
            used += gap + high
            if not block.keep_next:
                last = place + 1
        if not last:
            return None, self
        return Stack(self.blocks[:last]), Stack(self.blocks[last:])

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From the top."""
        for place, block in enumerate(self.blocks):
            top -= block.before if place else 0
            block.draw(pen, x, top, width)
            top -= block.height(width)


class Together(Stack):
    """Blocks that stay on one page where a page can hold them; else they split as a stack does."""

    def __init__(self, blocks: Sequence[Block], page: float, *, before: float = 0) -> None:
        """``page`` is what a page holds."""
        super().__init__(blocks, before=before)
        self._page = page

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Nothing fits but all, unless it is higher than a page."""
        if self.height(width) <= self._page and room < self._page:
            return None, self
        return super().split(width, room)


class Labelled:
    """A label at the left and a block beside it."""

    def __init__(
        self, label: Block | None, body: Block, label_width: float, *, before: float = 0
    ) -> None:
        self.before = before
        self.keep_next = False
        self._label = label
        self._body = body
        self._label_width = label_width

    def height(self, width: float) -> float:
        """The higher of both."""
        label = self._label.height(self._label_width - 6) if self._label else 0
        return max(label, self._body.height(width - self._label_width))

    def first_height(self, width: float) -> float:
        """The label and the body's beginning."""
        label = self._label.height(self._label_width - 6) if self._label else 0
        return max(label, self._body.first_height(width - self._label_width))

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break the body; the label stays with its beginning."""
        if self._label and self._label.height(self._label_width - 6) > room:
            return None, self
        if self._body.height(width - self._label_width) < _UNBROKEN:
            return None, self
        head, rest = self._body.split(width - self._label_width, room)
        if head is None:
            return None, self
        space = self._label_width
        return Labelled(self._label, head, space), Labelled(None, rest, space)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The label a touch lower, so that both first lines share a baseline."""
        if self._label:
            self._label.draw(pen, x, top - 2, self._label_width - 6)
        body_width = width - self._label_width
        self._body.draw(pen, x + self._label_width, top, body_width)


class Panel:
    """A block on a tinted ground with an edge of colour at its left."""

    def __init__(
        self,
        body: Block,
        *,
        fill: str | None = look.SURFACE,
        edge: str | None = None,
        padding: float = 8,
        before: float = 0,
        keep_next: bool = False,
        continued: Block | None = None,
    ) -> None:
        """``continued`` stands above what goes on on the next page and says what it is."""
        self._continued = continued
        self.before = before
        self.keep_next = keep_next
        self._body = body
        self._fill = fill
        self._edge = edge
        self._padding = padding

    def _inner(self, width: float) -> float:
        return width - 2 * self._padding - (3 if self._edge else 0)

    def height(self, width: float) -> float:
        """The body and its padding."""
        return self._body.height(self._inner(width)) + 2 * self._padding

    def first_height(self, width: float) -> float:
        """The body's beginning and the padding."""
        return self._body.first_height(self._inner(width)) + 2 * self._padding

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break the body."""
        head, rest = self._body.split(self._inner(width), room - 2 * self._padding)
        if head is None:
            return None, self
        if self._continued is not None:
            rest = Stack([self._continued, rest])
        return self._like(head), self._like(rest)

    def _like(self, body: Block) -> Panel:
        return Panel(
            body,
            fill=self._fill,
            edge=self._edge,
            padding=self._padding,
            continued=self._continued,
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Ground, edge, body."""
        high = self.height(width)
        if self._fill:
            pen.box(x, top - high, width, high, self._fill)
        edge = 0
        if self._edge:
            edge = 3
            pen.box(x, top - high, 3, high, self._edge)
        left = x + edge + self._padding
        self._body.draw(pen, left, top - self._padding, self._inner(width))


@dataclass
class Beside(Solid):
    """Blocks side by side on the same line, each with its share of the width."""

    blocks: Sequence[Block]
    shares: Sequence[float]
    gap: float = 12

    def _widths(self, width: float) -> list[float]:
        room = width - self.gap * (len(self.blocks) - 1)
        total = sum(self.shares)
        return [room * share / total for share in self.shares]

    def height(self, width: float) -> float:
        """The highest."""
        pairs = zip(self.blocks, self._widths(width), strict=True)
        return max(block.height(own) for block, own in pairs)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right."""
        for block, own in zip(self.blocks, self._widths(width), strict=True):
            block.draw(pen, x, top, own)
            x += own + self.gap
