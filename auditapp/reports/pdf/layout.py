"""Filling pages: blocks in, pages out, each block laid out once.

The contents pages are reserved where they stand and filled when all page numbers are known; so is
the total in "page X of Y". Both are PDF forms that the pages refer to before they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditapp.reports import look

if TYPE_CHECKING:
    from auditapp.reports.labels import Labels
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.faces import Face
    from auditapp.reports.pdf.pen import Pen

MM: Final = 72 / 25.4
PAGE: Final = (210 * MM, 297 * MM)
MARGIN: Final = 18 * MM
WIDTH: Final = PAGE[0] - 2 * MARGIN
#: Between the margins stand a running head and a foot; the blocks have what is between them.
TOP: Final = PAGE[1] - MARGIN - 22
BOTTOM: Final = MARGIN + 24
HEIGHT: Final = TOP - BOTTOM
_TOTAL: Final = "total-pages"
_SMALL: Final = 7.5


class StopLayout(Exception):  # noqa: N818  (not an error: the asked page is drawn)
    """The page that a preview asked for is done."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: running head, foot, watermark, and a warning if unmasked."""

    head: str
    foot: str
    watermark: str = ""
    warning: str = ""


@dataclass
class Pages:
    """The document in the making. ``only`` draws a single page (from 1) and stops after it."""

    pen: Pen
    frame: Frame
    labels: Labels
    only: int | None = None
    number: int = 0
    top: float = 0.0
    bare: bool = False
    found: dict[str, int] = field(default_factory=dict[str, int])

    def open_page(self, *, bare: bool = False) -> None:
        """Begin a page; a bare one (the cover) has neither head nor foot."""
        if self.number:
            self._close_page()
        self.number += 1
        self.top = TOP
        self.bare = bare
        self.pen.drawing = self.only is None or self.only == self.number
        if self.frame.watermark:
            shade = look.tint(look.MUTED, 0.09)
            size = min(120.0, 900 / max(len(self.frame.watermark), 1))
            self.pen.slanted(self.frame.watermark, (PAGE[0] / 2, PAGE[1] / 2), size, shade, 52)
        if not bare:
            self._draw_frame()

    def _draw_frame(self) -> None:
        pen, frame = self.pen, self.frame
        face = pen.faces.regular
        right = MARGIN + WIDTH
        y = PAGE[1] - MARGIN - 8
        room = WIDTH
        if frame.warning:
            taken = pen.faces.bold.width(frame.warning, _SMALL)
            pen.text(right - taken, y, frame.warning, _SMALL, bold=True, colour=look.MAJOR)
            room -= taken + 12
        pen.text(MARGIN, y, _fitting(frame.head, room, face), _SMALL, colour=look.MUTED)
        pen.line((MARGIN, y - 5), (right, y - 5), look.HAIRLINE)
        y = MARGIN + 3
        pen.line((MARGIN, y + 11), (right, y + 11), look.HAIRLINE)
        before, after = self._page_words()
        total = face.width(f"999{after}", _SMALL)
        left = right - total - face.width(before, _SMALL)
        pen.text(
            MARGIN, y, _fitting(frame.foot, left - MARGIN - 8, face), _SMALL, colour=look.MUTED
        )
        pen.text(left, y, before, _SMALL, colour=look.MUTED)
        pen.place_form_at(_TOTAL, right - total, y)

    def _page_words(self) -> tuple[str, str]:
        """What stands before and after the total number of pages."""
        if self.labels.both:
            return f"{self.number} / ", ""
        before, _, after = self.labels.say(
            "report.page_of", page=self.number, total="\0"
        ).partition("\0")
        return before, after

    def _close_page(self) -> None:
        self.pen.end_page()
        if self.only == self.number:
            raise StopLayout

    def add(self, block: Block) -> None:
        """Place a block below the last, on as many pages as it needs."""
        rest: Block | None = block
        while rest is not None:
            rest = self._add_part(rest)

    def _add_part(self, block: Block) -> Block | None:
        fresh = self.top >= TOP
        gap = 0 if fresh else block.before
        room = self.top - gap - BOTTOM
        if block.height(WIDTH) <= room + 0.01:
            self._draw(block, self.top - gap)
            self.top -= gap + block.height(WIDTH)
            return None
        head, rest = block.split(WIDTH, room)
        if head is not None:
            self._draw(head, self.top - gap)
        elif fresh:
            # Nothing of it fits on an empty page: it is drawn as it is rather than lost.
            self._draw(block, self.top)
            return None
        self.open_page()
        return rest

    def _draw(self, block: Block, top: float) -> None:
        """Draw, unless a preview passes over this page."""
        if self.pen.drawing:
            block.draw(self.pen, MARGIN, top, WIDTH)

    def mark(self, key: str, title: str, level: int, top: float) -> None:
        """A place for links and the contents, and from level 0 on for the reader's side bar."""
        self.found[key] = self.number
        self.pen.bookmark(key, min(top + 4, PAGE[1]))
        if level >= 0:
            self.pen.outline(key, title, level)

    def close(self) -> None:
        """Finish the last page."""
        self._close_page()

    def fill_total(self, total: int | None) -> None:
        """Fill in the total of pages; None where a preview does not know it."""
        self.pen.drawing = True
        shown = "…" if total is None else str(total)
        _, after = self._page_words()

        def draw() -> None:
            self.pen.text(0, 0, f"{shown}{after}", _SMALL, colour=look.MUTED)

        self.pen.draw_form(_TOTAL, (120, 12), draw)


def _fitting(text: str, room: float, face: Face) -> str:
    """``text`` cut with an ellipsis where it is wider than ``room``."""
    if face.width(text, _SMALL) <= room:
        return text
    while text and face.width(text + "…", _SMALL) > room:
        text = text[:-1]
    return text.rstrip() + "…"
