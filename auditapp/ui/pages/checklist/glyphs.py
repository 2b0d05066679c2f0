"""How results are painted in trees and grids: a sign in its colour on its soft ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPen

from auditapp.domain.vocabulary import Result
from auditapp.ui.widgets.labels import paint_glyph, token_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from auditapp.ui.theme import Theme, Token

RESULTS: Final = (
    Result.CONFORMING,
    Result.IMPROVEMENT,
    Result.MINOR,
    Result.MAJOR,
    Result.NOT_APPLICABLE,
    Result.NOT_CONCLUSIVE,
)
"""The results in the order of their keys 1 to 6."""


def paint_dot(painter: QPainter, box: QRectF, result: Result | None, theme: Theme) -> None:
    """A result as a round sign; an empty ring where there is none."""
    if result is None:
        ring = box.adjusted(4, 4, -4, -4)
        painter.setPen(QPen(theme.colour("line_strong"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        return
    token = token_of(result)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(cast("Token", f"{token}_soft")))
    painter.drawEllipse(box)
    font = QFont(painter.font())
    font.setPixelSize(int(box.height() * 0.72))
    painter.save()
    painter.setFont(font)
    paint_glyph(painter, box, result, theme.colour(token))
    painter.restore()


def paint_bar(
    painter: QPainter, box: QRectF, tally: Mapping[Result | None, int], theme: Theme
) -> None:
    """The shares of the results as one thin line, gravest last."""
    total = sum(tally.values())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(box, 1.5, 1.5)
    left = box.x()
    for result in RESULTS:
        count = tally.get(result, 0)
        if not count or not total:
            continue
        width = box.width() * count / total
        painter.setBrush(theme.colour(token_of(result)))
        painter.drawRoundedRect(QRectF(left, box.y(), max(width, 2), box.height()), 1.5, 1.5)
        left += width
