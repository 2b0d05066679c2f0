"""The six results: key, sign and word; dashed where a result is only 'would be, if adopted'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from auditapp.ui.pages.checklist.glyphs import RESULTS
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.labels import GLYPHS, token_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from auditapp.domain.vocabulary import Result
    from auditapp.ui.theme import Theme, Token

HEIGHT: Final = 48


class ResultButton(QAbstractButton):
    """One result. ``would_be``: offered, but it counts as something milder here."""

    def __init__(
        self, theme: Theme, result: Result, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.result = result
        self._key = key
        self.would_be = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_would_be(self, *, on: bool) -> None:
        """Whether the result is only possible as something milder."""
        self.would_be = on
        self.update()

    def nextCheckState(self) -> None:
        """Only the page decides which is on."""

    def sizeHint(self) -> QSize:
        """Wide enough for key, sign and word."""
        strong = QFont(self.font())
        strong.setBold(True)
        return QSize(QFontMetrics(strong).horizontalAdvance(self.text()) + 24, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The sign and the key stay."""
        return QSize(56, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        theme, on = self._theme, self.isChecked()
        token = token_of(self.result)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(theme.colour(token if on or self.would_be else "line"), 2 if on else 1)
        if self.would_be:
            pen.setStyle(Qt.PenStyle.DashLine)
        if self.hasFocus():
            pen = QPen(theme.colour("accent"), 2)
        painter.setPen(pen)
        soft = on and not self.would_be
        back = f"{token}_soft" if soft else ("hover" if self.underMouse() else "surface")
        painter.setBrush(theme.colour(cast("Token", back if self.isEnabled() else "ground")))
        painter.drawRoundedRect(box, 6, 6)
        font = QFont(self.font())
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(8, 5, 0, 0), top, self._key)
        font.setPixelSize(18)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour(token if self.isEnabled() else "line_strong"))
        painter.drawText(
            QRectF(0, 3, self.width(), 22), Qt.AlignmentFlag.AlignCenter, GLYPHS[self.result.value]
        )
        font = QFont(self.font())
        font.setBold(on)
        painter.setFont(font)
        ink: Token = token if on else ("muted" if self.would_be else "text")
        painter.setPen(theme.colour(ink if self.isEnabled() else "line_strong"))
        room = QRectF(4, 24, self.width() - 8, 20)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class ResultButtons(QWidget):
    """The six in a row.

    Signals:
        chosen: the user clicked one (a Result).
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.buttons: dict[Result, ResultButton] = {}
        for number, result in enumerate(RESULTS, 1):
            button = ResultButton(theme, result, str(number), self)
            button.setProperty("result", result.value)
            button.clicked.connect(self._on_clicked)
            self.buttons[result] = button
            layout.addWidget(button)

    def set_words(self, words: Sequence[str]) -> None:
        """The short words on the buttons, in order."""
        for button, word in zip(self.buttons.values(), words, strict=True):
            button.setText(word)
            button.updateGeometry()

    def show_result(
        self, result: Result | None, *, would_be: frozenset[Result], as_if: Result | None
    ) -> None:
        """Mark the result that stands; ``as_if``: the would-be one that it stands for."""
        for known, button in self.buttons.items():
            button.set_would_be(on=known in would_be)
            button.setChecked(known in (result, as_if))

    def set_hints(self, hints: Mapping[Result, str], off: frozenset[Result]) -> None:
        """Tooltips and accessible names; ``off`` cannot be chosen."""
        for result, button in self.buttons.items():
            button.setToolTip(hints[result])
            button.setAccessibleName(hints[result])
            button.setEnabled(result not in off)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ResultButton):
            self.chosen.emit(button.result)
