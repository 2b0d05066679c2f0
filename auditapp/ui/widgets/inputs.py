"""Inputs: buttons in one row of which one is on, and a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from auditapp.ui.icons import Icons
    from auditapp.ui.theme import Theme, Token

SEARCH_DELAY_MS: Final = 120


class Segment(QAbstractButton):
    """One of several choices: key, glyph and word; filled softly in its colour when chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token: Token = "accent"  # noqa: S105  (a colour)
        self._soft: Token = "accent_soft"
        self._key = ""
        self._glyph = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def dress(self, *, token: Token, soft: Token, key: str = "", glyph: str = "") -> None:
        """Set colours, the key shown small, and the sign before the word."""
        self._token, self._soft, self._key, self._glyph = token, soft, key, glyph
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for key, glyph and word, also when it is on and the word is bold."""
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        signs = sum(
            metrics.horizontalAdvance(part) + 8 for part in (self._key, self._glyph) if part
        )
        return QSize(metrics.horizontalAdvance(self.text()) + signs + 24, 36)

    def minimumSizeHint(self) -> QSize:
        """The key and the glyph stay; the word may be shortened."""
        return QSize(56, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segment."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        edge: Token = self._token if on else "line"
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else edge), 2 if on else 1))
        back: Token = self._soft if on else ("hover" if self.underMouse() else "surface")
        painter.setBrush(theme.colour(back))
        painter.drawRoundedRect(box, 6, 6)
        left = box.x() + 11
        metrics = self.fontMetrics()
        if self._key:
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                QRectF(left, 0, 16, self.height()), Qt.AlignmentFlag.AlignVCenter, self._key
            )
            left += metrics.horizontalAdvance(self._key) + 8
        ink: Token = "line_strong" if not self.isEnabled() else (self._token if on else "text")
        font = QFont(self.font())
        if self._glyph:
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(theme.colour(self._token if self.isEnabled() else ink))
            painter.drawText(
                QRectF(left, 0, 24, self.height()), Qt.AlignmentFlag.AlignVCenter, self._glyph
            )
            left += metrics.horizontalAdvance(self._glyph) + 8
        font.setBold(on)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = box.right() - left - 4
        painter.drawText(
            QRectF(left, 0, room, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room)),
        )
        painter.end()


class SegmentedButtons(QWidget):
    """A row of segments of which at most one is on.

    Signals:
        chosen: the user clicked one (its index). Setting ``current`` does not emit.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.segments = tuple(Segment(theme, self) for _ in range(count))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for index, segment in enumerate(self.segments):
            self._group.addButton(segment, index)
            layout.addWidget(segment, 1)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int | None:
        """The index of the one that is on."""
        index = self._group.checkedId()
        return None if index < 0 else index

    @current.setter
    def current(self, index: int | None) -> None:
        self._group.setExclusive(False)
        for number, segment in enumerate(self.segments):
            segment.setChecked(number == index)
        self._group.setExclusive(True)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Set the words, in order."""
        for segment, text in zip(self.segments, texts, strict=True):
            segment.setText(text)
            segment.updateGeometry()


class SearchField(QLineEdit):
    """A line that says what is searched, a moment after the last key.

    Signals:
        searched: the words (stripped); also when cleared by Esc or the button.
    """

    searched = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._timer.timeout.connect(self._say)
        self.setClearButtonEnabled(True)
        self._loupe = self.addAction(
            icons.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition
        )
        self._name_buttons()
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._say)
        icons.theme.changed.connect(self._retint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears first, and only then leaves the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._say()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the buttons inside again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_buttons()

    def _name_buttons(self) -> None:
        for button in self.findChildren(QAbstractButton):
            is_loupe = button.actions() == [self._loupe]
            button.setAccessibleName(self.tr("Search") if is_loupe else self.tr("Clear"))

    def _say(self) -> None:
        self._timer.stop()
        words = self.text().strip()
        if words != self._said:
            self._said = words
            self.searched.emit(words)

    def _retint(self) -> None:
        self._loupe.setIcon(self._icons.icon("search", "muted", 16))
