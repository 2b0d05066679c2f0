"""Painted figures: a trend in a cell, how a value is spread, a control chart."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from auditapp.ui.pages.tickets.testing.words import unit_word, value_text
from auditapp.ui.theme import CAPTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from auditapp.ops.queries.ticket_rows import Histogram, Slice
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Theme, Token

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter


def paint_trend(painter: QPainter, rect: QRect, trend: Sequence[Slice], theme: Theme) -> None:
    """Draw the rates of the months as a line; months without a tested ticket leave a gap."""
    rates = [part.rate for part in trend]
    known = [rate for rate in rates if rate is not None]
    if not known:
        return
    top = max(*known, 1e-9) if len(known) > 1 else max(known[0], 1e-9)
    box = QRectF(rect).adjusted(2, 6, -4, -6)
    step = box.width() / max(len(rates) - 1, 1)
    path, last, pen_down = QPainterPath(), None, False
    for number, rate in enumerate(rates):
        if rate is None:
            pen_down = False
            continue
        last = QPointF(box.x() + step * number, box.bottom() - box.height() * rate / top)
        if pen_down:
            path.lineTo(last)
        else:
            path.moveTo(last)
        pen_down = True
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if last is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(last, 2.5, 2.5)
    painter.restore()


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers between low and high."""
    span = high - low
    if span <= 0:
        return [low]
    raw = span / most
    size = 10.0 ** floor(log10(raw))
    step = next(size * it for it in (1, 2, 5, 10) if size * it >= raw)
    first = floor(low / step + 0.999999) * step
    count = int((high - first) / step + 1e-9) + 1
    return [first + step * number for number in range(max(count, 1))]


class Figure(QWidget):
    """A figure with axes; subclasses draw into ``area`` and say what stands under the mouse."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(140)
        context.theme.changed.connect(self.update)

    @property
    def area(self) -> QRectF:
        """Where the data are drawn."""
        return QRectF(self.rect()).adjusted(52, 28, -12, -40)

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(480, 260)

    def event(self, event: QEvent) -> bool:
        """The figure under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.said_at(event.pos().x())
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def said_at(self, x: int) -> str:
        """What stands at a place from the left; empty: nothing."""
        del x
        return ""

    def begin(self) -> QPainter:
        """A painter in the caption size."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPixelSize(CAPTION)
        painter.setFont(small)
        return painter

    def draw_scale(self, painter: QPainter, top: float, *, percent: bool = False) -> None:
        """Hairlines with their numbers at the left."""
        area, theme, texts = self.area, self.context.theme, self.context.texts
        for value in ticks(0, top, 4):
            y = area.bottom() - area.height() * value / top
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("muted"))
            said = texts.percent(value, 0) if percent else texts.number(value)
            painter.drawText(QRectF(0, y - 8, area.left() - 8, 16), _RIGHT, said)


class DistributionPlot(Figure):
    """How a measured value is spread: bars, the limit drawn in, the tail in the fail colour."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._histogram: Histogram | None = None
        self._limits: tuple[float, ...] = ()
        self._late: int | None = None

    def show_histogram(
        self, histogram: Histogram | None, limits: tuple[float, ...], late: int | None = None
    ) -> None:
        """Show a histogram; several limits are steps, the tail begins behind the last one.

        ``late`` is how many tickets the rule found beyond the limit.
        """
        self._histogram, self._limits, self._late = histogram, limits, late
        self.setAccessibleName(self.summary())
        self.update()

    def summary(self) -> str:
        """The figure in one sentence, for who cannot see it."""
        found, texts = self._histogram, self.context.texts
        if found is None:
            return ""
        total = sum(found.counts)
        if not self._limits or self._late is None:
            return self.tr("{n} tickets measured").format(n=texts.number(total))
        said = self.tr("{n} of {total} tickets measured lie beyond {limit}")
        limit = value_text(self._limits[-1], found.unit, texts)
        return said.format(n=texts.number(self._late), total=texts.number(total), limit=limit)

    def said_at(self, x: int) -> str:
        """The bin under the mouse with its tickets."""
        found = self._histogram
        if found is None or not found.counts:
            return ""
        area = self.area
        number = int((x - area.left()) / area.width() * len(found.counts))
        if not 0 <= number < len(found.counts):
            return ""
        texts, last = self.context.texts, number == len(found.counts) - 1
        low = texts.number(round(found.edges[number], 1))
        high = texts.number(round(found.edges[number + 1], 1))
        span = f"≥ {low}" if last and found.open_end else f"{low} … {high}"
        said = self.tr("{span} {unit}: {n} tickets")
        return said.format(
            span=span, unit=unit_word(found.unit), n=texts.number(found.counts[number])
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scale, bars, limits and words."""
        del event
        found = self._histogram
        if found is None or not found.counts:
            return
        painter, area, theme = self.begin(), self.area, self.context.theme
        top = max(*found.counts, 1) * 1.08
        self.draw_scale(painter, top)
        width = area.width() / len(found.counts)
        tail = self._limits[-1] if self._limits else None
        low, high = found.edges[0], found.edges[-1]
        for number, count in enumerate(found.counts):
            bar = QRectF(area.left() + width * number + 0.5, 0, max(width - 1, 1), 0)
            bar.setTop(area.bottom() - area.height() * count / top)
            bar.setBottom(area.bottom())
            edge = found.edges[number]
            self._bar(painter, bar, edge, found.edges[number + 1], tail)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._draw_ticks(painter, found, low, high)
        self._draw_limits(painter, found, low, high)
        painter.end()

    def _bar(
        self, painter: QPainter, bar: QRectF, low: float, high: float, tail: float | None
    ) -> None:
        """One bar; where the limit cuts through it, only what lies beyond is a fail."""
        theme = self.context.theme
        if tail is None or high <= tail:
            painter.fillRect(bar, theme.colour("accent"))
        elif low >= tail:
            painter.fillRect(bar, theme.colour("major"))
        else:
            cut = bar.left() + bar.width() * (tail - low) / (high - low)
            painter.fillRect(
                QRectF(bar.topLeft(), QPointF(cut, bar.bottom())), theme.colour("accent")
            )
            painter.fillRect(
                QRectF(QPointF(cut, bar.top()), bar.bottomRight()), theme.colour("major")
            )

    def _draw_ticks(self, painter: QPainter, found: Histogram, low: float, high: float) -> None:
        area, texts = self.area, self.context.texts
        painter.setPen(self.context.theme.colour("muted"))
        for value in ticks(low, high, 8):
            x = area.left() + area.width() * (value - low) / (high - low)
            said = texts.number(value if value != int(value) else int(value))
            painter.drawText(QRectF(x - 40, area.bottom() + 4, 80, 16), _CENTRE, said)
        unit = unit_word(found.unit)
        if found.open_end:
            unit += self.tr(" · the last bar holds all above")
        painter.drawText(QRectF(area.left(), area.bottom() + 20, area.width(), 16), _CENTRE, unit)

    def _draw_limits(self, painter: QPainter, found: Histogram, low: float, high: float) -> None:
        area, theme, texts = self.area, self.context.theme, self.context.texts
        for place, limit in enumerate(self._limits):
            if not low <= limit <= high:
                continue
            x = area.left() + area.width() * (limit - low) / (high - low)
            final = place == len(self._limits) - 1
            token: Token = "major" if final else "muted"
            style = Qt.PenStyle.SolidLine if final else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.colour(token), 1.5, style))
            painter.drawLine(QPointF(x, area.top() - 6), QPointF(x, area.bottom()))
            said = value_text(limit, found.unit, texts)
            if final:
                said = self._limit_words(said)
            room = painter.fontMetrics().horizontalAdvance(said) + 8
            left = x + 4 if final and x + room < area.right() else x - room - 2
            side = _LEFT if left > x else _RIGHT
            # Steps that stand close together say their limits one below the other.
            row = area.top() - 24 if final else area.top() - 10 + 14 * place
            painter.drawText(QRectF(left, row, room, 16), side, said)

    def _limit_words(self, limit: str) -> str:
        if self._late is None:
            return self.tr("limit {limit}").format(limit=limit)
        n = self.context.texts.number(self._late)
        return self.tr("limit {limit} · beyond it {n}").format(limit=limit, n=n)


class ControlChart(Figure):
    """The share of a cause by month with its mean and the upper control limit (R-080)."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._months: tuple[tuple[str, int, int, float | None, float | None], ...] = ()

    def show_months(
        self, months: Sequence[tuple[str, int, int, float | None, float | None]]
    ) -> None:
        """Show (month, tickets of the cause, tickets, mean, upper limit)."""
        self._months = tuple(months)
        over = [it[0] for it in months if _is_over(it)]
        said = self.tr("Above the control limit: {months}").format(months=", ".join(over) or "–")
        self.setAccessibleName(said)
        self.update()

    def said_at(self, x: int) -> str:
        """The month under the mouse."""
        if not self._months:
            return ""
        area, texts = self.area, self.context.texts
        number = round((x - area.left()) / area.width() * max(len(self._months) - 1, 1))
        if not 0 <= number < len(self._months):
            return ""
        month, of_cause, tickets, mean, upper = self._months[number]
        share = of_cause / tickets if tickets else None
        said = self.tr("{month}: {n} of {total} tickets = {share}; mean {mean}, limit {upper}")
        return said.format(
            month=month,
            n=texts.number(of_cause),
            total=texts.number(tickets),
            share=texts.percent(share, 1),
            mean=texts.percent(mean, 1),
            upper=texts.percent(upper, 1),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scale, limit, mean and shares."""
        del event
        if not self._months:
            return
        painter, area, theme = self.begin(), self.area, self.context.theme
        shares = [it[1] / it[2] if it[2] else 0.0 for it in self._months]
        top = max([*shares, *(it[4] or 0.0 for it in self._months), 0.01]) * 1.1
        self.draw_scale(painter, top, percent=True)
        step = area.width() / max(len(self._months) - 1, 1)

        def place(number: int, value: float) -> QPointF:
            return QPointF(area.left() + step * number, area.bottom() - area.height() * value / top)

        means = [place(n, it[3]) for n, it in enumerate(self._months) if it[3] is not None]
        limits = [place(n, it[4]) for n, it in enumerate(self._months) if it[4] is not None]
        painter.setPen(QPen(theme.colour("major"), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(limits)
        painter.setPen(QPen(theme.colour("muted"), 1.5, Qt.PenStyle.DotLine))
        painter.drawPolyline(means)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline([place(n, share) for n, share in enumerate(shares)])
        every = max(1, ceil(68 / max(step, 1)))
        for number, month in enumerate(self._months):
            over = _is_over(month)
            point = place(number, shares[number])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("major" if over else "accent"))
            if over:
                painter.drawRect(QRectF(point.x() - 4.5, point.y() - 4.5, 9, 9))
            else:
                painter.drawEllipse(point, 3.5, 3.5)
            if number % every == 0:
                painter.setPen(theme.colour("muted"))
                room = QRectF(point.x() - 32, area.bottom() + 4, 64, 16)
                painter.drawText(room, _CENTRE, month[0])
        self._draw_legend(painter)
        painter.end()

    def _draw_legend(self, painter: QPainter) -> None:
        area, theme = self.area, self.context.theme
        left = area.left()
        items: tuple[tuple[Token, str], ...] = (
            ("accent", "● " + self.tr("share of the cause")),
            ("muted", "┄ " + self.tr("mean of the months before")),
            ("major", "■ " + self.tr("above the upper control limit") + " ┄"),
        )
        for token, said in items:
            painter.setPen(theme.colour(token))
            width = painter.fontMetrics().horizontalAdvance(said)
            painter.drawText(QRectF(left, 4, width + 4, 16), _LEFT, said)
            left += width + 20


def _is_over(month: tuple[str, int, int, float | None, float | None]) -> bool:
    _, of_cause, tickets, _, upper = month
    return upper is not None and tickets > 0 and of_cause / tickets > upper
