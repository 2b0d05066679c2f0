"""Labels: one that shortens its text, one for a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from auditapp.domain.vocabulary import Grade, Result

if TYPE_CHECKING:
    from enum import StrEnum

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QResizeEvent

    from auditapp.texts import Texts
    from auditapp.ui.theme import Theme, Token

GLYPHS: Final[dict[str, str]] = {
    Result.CONFORMING: "✓",
    Result.IMPROVEMENT: "↗",
    Result.MINOR: "!",
    Result.MAJOR: "‼",
    Result.NOT_APPLICABLE: "–",
    Result.NOT_CONCLUSIVE: "?",
    Grade.OBSERVATION: "○",
    Grade.GOOD_PRACTICE: "★",
}
"""The sign beside each colour: colour never speaks alone."""

_TOKENS: Final[dict[str, Token]] = {
    Grade.OBSERVATION: "not_applicable",
    Grade.GOOD_PRACTICE: "conforming",
}


def token_of(member: StrEnum) -> Token:
    """The colour of a result or a grade."""
    return _TOKENS.get(member.value, cast("Token", member.value))


class ElidedLabel(QLabel):
    """One line that ends in … where it does not fit; the whole text is its tooltip then."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def full_text(self) -> str:
        """The text as given."""
        return self._full

    def set_text(self, text: str) -> None:
        """Show a text; line ends become spaces."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self._full) + 2, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """A few characters: the layout may shorten it."""
        return QSize(min(self.sizeHint().width(), 40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, self._mode, max(self.width(), 1))
        super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class ResultBadge(QWidget):
    """A result or grade as glyph, word and colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._member: Result | Grade | None = None
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_member(self, member: Result | Grade | None, texts: Texts) -> None:
        """Show a result or grade in the language of ``texts``; None shows nothing."""
        self._member = member
        self._word = "" if member is None else texts.enum(member)
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return badge_size(self.fontMetrics(), self._word) if self._member else QSize(0, 24)

    def minimumSizeHint(self) -> QSize:
        """Never shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        del event
        if self._member is not None:
            painter = QPainter(self)
            paint_badge(painter, self.rect(), self._member, self._word, self._theme)
            painter.end()


def badge_size(metrics: QFontMetrics, word: str) -> QSize:
    """The size of a badge with this word."""
    return QSize(metrics.horizontalAdvance(word) + 40, 24)


def paint_badge(
    painter: QPainter, rect: QRect, member: Result | Grade, word: str, theme: Theme
) -> None:
    """Draw a badge at the left of ``rect``; for delegates and for :class:`ResultBadge`."""
    token = token_of(member)
    colour = theme.colour(token)
    size = badge_size(painter.fontMetrics(), word)
    box = QRectF(rect.x(), rect.center().y() - 11.5, min(size.width(), rect.width()), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(cast("Token", f"{token}_soft")))
    painter.drawRoundedRect(box, 6, 6)
    paint_glyph(painter, QRectF(box.x() + 8, box.y(), 16, box.height()), member, colour)
    painter.setPen(colour)
    painter.drawText(
        box.adjusted(28, 0, -8, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        painter.fontMetrics().elidedText(
            word, Qt.TextElideMode.ElideRight, max(int(box.width()) - 36, 1)
        ),
    )
    painter.restore()


def paint_glyph(painter: QPainter, rect: QRectF, member: StrEnum, colour: QColor) -> None:
    """Draw a result's sign, bold, in the middle of ``rect``."""
    painter.save()
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, GLYPHS[member.value])
    painter.restore()
