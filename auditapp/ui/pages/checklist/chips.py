"""Chips: small buttons for evidence, findings and sign-offs, and a row that wraps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from auditapp.ui.theme import CAPTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from auditapp.ui.icons import IconName, Icons
    from auditapp.ui.theme import Token

HEIGHT: Final = 28
GAP: Final = 8
LONGEST: Final = 260
_SIGN: Final = 16
_CROSS: Final = 20


class Chip(QAbstractButton):
    """An icon or a sign, a strong word, more words; the cross or *Delete* asks for its removal.

    Signals:
        removed: the user wants it gone.
    """

    removed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon: IconName | None = None
        self._glyph = ""
        self._token: Token = "muted"  # noqa: S105  (a colour)
        self._strong = ""
        self._removable = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        icons.theme.changed.connect(self.update)

    def dress(
        self,
        strong: str,
        more: str = "",
        *,
        icon: IconName | None = None,
        glyph: str = "",
        token: Token = "muted",  # noqa: S107  (a colour)
        removable: bool = False,
    ) -> None:
        """Set what it shows."""
        self._strong, self._icon, self._glyph, self._token = strong, icon, glyph, token
        self._removable = removable
        self.setText(more)
        self.setAccessibleName(f"{strong} {more}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, within bounds."""
        small, strong = self._fonts()
        from PySide6.QtGui import QFontMetrics

        width = 20 + QFontMetrics(strong).horizontalAdvance(self._strong)
        if self.text():
            width += 6 + QFontMetrics(small).horizontalAdvance(self.text())
        if self._icon or self._glyph:
            width += _SIGN + 4
        if self._removable:
            width += _CROSS - 4
        return QSize(min(width + 2, LONGEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Its strong word stays."""
        return QSize(min(self.sizeHint().width(), 96), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross removes."""
        inside = self._removable and self._cross().contains(event.position().toPoint())
        if inside and self.isDown():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "line"), 2 if focused else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left = 10
        small, strong = self._fonts()
        if self._icon:
            sign = self._icons.pixmap(self._icon, self._token, _SIGN)
            painter.drawPixmap(left, (self.height() - _SIGN) // 2, sign)
            left += _SIGN + 4
        painter.setFont(strong)
        ink: Token = self._token if self._token != "muted" and self.isEnabled() else "text"  # noqa: S105
        if self._glyph:
            painter.setPen(theme.colour(self._token))
            middle = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRect(left, 0, _SIGN, self.height()), middle, self._glyph)
            left += _SIGN + 4
        painter.setPen(theme.colour(ink if self._glyph or not self._icon else "text"))
        end = self.width() - 10 - (_CROSS - 4 if self._removable else 0)
        left += self._words(painter, QRect(left, 0, end - left, self.height()), self._strong) + 6
        painter.setFont(small)
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        self._words(painter, QRect(left, 0, end - left, self.height()), self.text())
        if self._removable:
            cross = self._icons.pixmap("close", "muted", 12)
            painter.drawPixmap(self._cross().center().x() - 5, (self.height() - 12) // 2, cross)
        painter.end()

    def _words(self, painter: QPainter, room: QRect, words: str) -> int:
        if room.width() <= 0 or not words:
            return 0
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _fonts(self) -> tuple[QFont, QFont]:
        small, strong = QFont(self.font()), QFont(self.font())
        small.setPixelSize(CAPTION)
        strong.setPixelSize(CAPTION)
        strong.setBold(True)
        return small, strong

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 4, 0, _CROSS + 4, self.height())


class ChipRow(QWidget):
    """Chips side by side, on as many lines as they need up to a bound.

    What does not fit is hidden; ``hidden_count`` says how many, for a chip that shows the rest.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._chips: list[QWidget] = []
        self._last: list[QWidget] = []
        self.hidden_count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(HEIGHT)

    def set_chips(self, chips: Sequence[QWidget], last: Sequence[QWidget] = ()) -> None:
        """Show these chips; ``last`` always stay in sight, at the end."""
        for old in self._chips:
            if old not in chips:
                old.hide()
                old.deleteLater()
        self._chips, self._last = list(chips), list(last)
        for chip in (*chips, *last):
            chip.setParent(self)
        self.arrange()

    def arrange(self) -> None:
        """Place all chips anew."""
        kept = list(self._chips)
        while True:
            spots, lines = self._spots([*kept, *self._last])
            if lines <= self._lines or not kept:
                break
            kept.pop()
        for chip, spot in spots:
            chip.setGeometry(spot)
            chip.show()
        for chip in self._chips[len(kept) :]:
            chip.hide()
        self.hidden_count = len(self._chips) - len(kept)
        self.setFixedHeight(max(lines, 1) * (HEIGHT + GAP) - GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _spots(self, chips: Sequence[QWidget]) -> tuple[list[tuple[QWidget, QRect]], int]:
        spots: list[tuple[QWidget, QRect]] = []
        x = y = 0
        lines = 1
        room = max(self.width(), 120)
        for chip in chips:
            width = min(chip.sizeHint().width(), room)
            if x and x + width > room:
                x, y, lines = 0, y + HEIGHT + GAP, lines + 1
            spots.append((chip, QRect(x, y, width, HEIGHT)))
            x += width + GAP
        return spots, lines
