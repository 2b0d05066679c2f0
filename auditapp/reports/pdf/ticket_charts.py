"""Charts of ticket results: a result by month, and how a measured value is spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.pdf.blocks import Solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.reports.pdf.faces import Face, Faces
    from auditapp.reports.pdf.pen import Pen

_PLOT: Final = 46.0
_LABELS: Final = 21.0
_HEADROOM: Final = 11.0
_WIDEST: Final = 46.0
_SMALL: Final = 6.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands under it, above it, its height as a share of the chart's top."""

    under: str
    second: str
    above: str
    share: float | None


class TrendBars(Solid):
    """A result by month: a bar for the share, n/N beneath. Months without tickets stay empty."""

    def __init__(self, faces: Faces, bars: Sequence[Bar], colour: str) -> None:
        super().__init__()
        self._faces = faces
        self._bars = list(bars)
        self._colour = colour

    def height(self, width: float) -> float:
        """Bars with their words."""
        del width
        return _HEADROOM + _PLOT + _LABELS

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Bars on one line; heights by the largest of them."""
        if not self._bars:
            return
        face = self._faces.regular
        column = min(width / len(self._bars), _WIDEST)
        highest = max((bar.share or 0.0) for bar in self._bars) or 1.0
        line = top - _HEADROOM - _PLOT
        for place, bar in enumerate(self._bars):
            left = x + place * column
            middle = left + column / 2
            if bar.share is not None:
                high = max(_PLOT * bar.share / highest, 0.8)
                wide = min(column * 0.62, 24)
                pen.box(middle - wide / 2, line, wide, high, look.tint(self._colour, 0.75))
                _centred(pen, face, middle, line + high + 3, bar.above, look.TEXT)
            _centred(pen, face, middle, line - 9, bar.under, look.MUTED)
            _centred(pen, face, middle, line - 17.5, bar.second, look.MUTED)
        pen.line((x, line), (x + column * len(self._bars), line), look.HAIRLINE, 0.6)


class Histogram(Solid):
    """A measured value in bins, with the line of the limit; bars beyond it are darker."""

    def __init__(
        self,
        faces: Faces,
        edges: Sequence[float],
        counts: Sequence[int],
        limit: float | None,
        words: tuple[str, str, str, str],
    ) -> None:
        """``words``: the first edge, the last edge, the limit's name, what the largest bar has."""
        super().__init__()
        self._faces = faces
        self._edges = list(edges)
        self._counts = list(counts)
        self._limit = limit
        self._words = words

    def height(self, width: float) -> float:
        """The same as a trend beside it."""
        del width
        return _HEADROOM + _PLOT + _LABELS

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Bars, axis, limit."""
        if not self._counts or self._edges[-1] <= self._edges[0]:
            return
        face = self._faces.regular
        low, high = self._edges[0], self._edges[-1]
        most = max(self._counts) or 1
        line = top - _HEADROOM - _PLOT
        column = width / len(self._counts)
        for place, count in enumerate(self._counts):
            if not count:
                continue
            late = self._limit is not None and self._edges[place] >= self._limit
            colour = look.tint(look.MAJOR if late else look.ACCENT, 0.75)
            tall = max(_PLOT * count / most, 0.8)
            pen.box(x + place * column, line, max(column - 0.6, 0.4), tall, colour)
        pen.line((x, line), (x + width, line), look.HAIRLINE, 0.6)
        first, last, name, largest = self._words
        pen.text(x, line - 9, first, _SMALL, colour=look.MUTED)
        pen.text(x + width - face.width(last, _SMALL), line - 9, last, _SMALL, colour=look.MUTED)
        pen.text(x, line - 17.5, largest, _SMALL, colour=look.MUTED)
        if self._limit is not None and low <= self._limit <= high:
            at = x + width * (self._limit - low) / (high - low)
            pen.line((at, line - 2), (at, top - 8), look.MAJOR, 0.8)
            taken = face.width(name, _SMALL)
            left = min(max(at - taken / 2, x), x + width - taken)
            pen.text(left, top - 6.5, name, _SMALL, colour=look.MAJOR)


def _centred(pen: Pen, face: Face, middle: float, y: float, text: str, colour: str) -> None:
    taken = face.width(text, _SMALL)
    pen.text(middle - taken / 2, y, text, _SMALL, colour=colour)
