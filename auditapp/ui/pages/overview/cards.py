"""The figures at the top: each a button that leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from auditapp.domain.vocabulary import Grade
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.labels import GLYPHS, token_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from auditapp.texts import Texts
    from auditapp.ui.theme import Theme, Token

HEIGHT = 128
FIGURE = 26


class FigureCard(QAbstractButton):
    """A caption, a large figure, a line below it, and a bar where the figure is a share."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caption = self._figure = self._line = ""
        self._share: float | None = None
        self._token: Token = "text"  # noqa: S105  (a colour)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_figure(
        self,
        caption: str,
        figure: str,
        line: str,
        *,
        share: float | None = None,
        token: Token = "text",  # noqa: S107  (a colour)
    ) -> None:
        """Set what the card says; ``share`` of 1 draws a bar."""
        self._caption, self._figure, self._line = caption, figure, line
        self._share, self._token = share, token
        self.setAccessibleName(f"{caption}: {figure}")
        self.setAccessibleDescription(line)
        self.setToolTip(line)
        self.update()

    @property
    def figure(self) -> str:
        """The large figure."""
        return self._figure

    def sizeHint(self) -> QSize:
        """All cards are equally high."""
        return QSize(176, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return works as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(16, 12, -12, -12)
        self._write(painter, inner, self._caption, 0, CAPTION, "muted")
        self._write(painter, inner, self._figure, 20, FIGURE, self._token, bold=True)
        foot = 60
        if self._share is not None:
            bar = QRectF(inner.x(), inner.y() + foot, inner.width(), 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(bar.width() * max(0.0, min(self._share, 1.0)))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(bar, 2, 2)
            foot += 8
        self._write_line(painter, inner.adjusted(0, foot, 0, 4))
        painter.end()

    def _write_line(self, painter: QPainter, room: QRectF) -> None:
        """The line below the figure, on two lines where one is too short."""
        font = QFont(self.font())
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        room.setHeight(min(room.height(), painter.fontMetrics().lineSpacing() * 2 + 2))
        side = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.TextFlag.TextWordWrap, self._line)

    def _write(
        self,
        painter: QPainter,
        inner: QRectF,
        words: str,
        down: int,
        size: int,
        token: Token,
        *,
        bold: bool = False,
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(
            QRectF(inner.x(), inner.y() + down, inner.width(), size * 1.6),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            shown,
        )


class GradeButton(QAbstractButton):
    """How many findings have a grade: glyph, figure and word in the grade's colour."""

    def __init__(self, theme: Theme, grade: Grade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade = grade
        self._theme = theme
        self._count = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_count(self, count: int, open_count: int, texts: Texts, open_word: str) -> None:
        """Set the figures and the word."""
        self._count = count
        self.setText(texts.enum(self.grade))
        self.updateGeometry()
        self.setAccessibleName(f"{self.text()}: {count}")
        self.setToolTip(f"{self.text()}: {count} · {open_word} {open_count}")
        self.update()

    @property
    def count(self) -> int:
        """How many."""
        return self._count

    def sizeHint(self) -> QSize:
        """Room for the longest word."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 92, 48)

    def minimumSizeHint(self) -> QSize:
        """The figure stays; the word may be shortened."""
        return QSize(96, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        theme = self._theme
        token = token_of(self.grade)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = theme.colour("accent") if self.hasFocus() else theme.colour("line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        ink = theme.colour(token if self._count else "muted")
        painter.setPen(ink)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(8, 0, 24, self.height()), side, GLYPHS[self.grade.value])
        font.setPixelSize(20)
        painter.setFont(font)
        figure = str(self._count)
        wide = painter.fontMetrics().horizontalAdvance(figure)
        painter.drawText(QRectF(36, 0, wide + 2, self.height()), side, figure)
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self._count else "muted"))
        room = int(box.right() - 46 - wide - 8)
        painter.drawText(
            QRectF(46 + wide, 0, room, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room),
        )
        painter.end()


class GradeRow(QWidget):
    """All grades side by side.

    Signals:
        chosen: a grade was clicked (Grade).
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {grade: GradeButton(theme, grade, self) for grade in Grade}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for button in self.buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, GradeButton):
            self.chosen.emit(sender.grade)


class TitledCard(Card):
    """A card with a head line: a title at the left, room for controls at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=16, gap=8)
        self.title = QLabel(self)
        self.title.setProperty("role", "strong")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addStretch()
        self.body.addLayout(self.head)
