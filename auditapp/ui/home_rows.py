"""The rows of the home screen: one audit, one action; each is a button that paints itself.

No item view: its classes would cost a start more than all of these rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from auditapp.domain.vocabulary import Grade
from auditapp.ui.home_data import HomeRow, Need
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.labels import token_of

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from auditapp.ui.home_data import HomeAction
    from auditapp.ui.icons import IconName, Icons
    from auditapp.ui.theme import Token

ROW: Final = 64
ACTION_ROW: Final = 40
EDGE: Final = 16
_SHAPES: Final = {Grade.MAJOR: "■", Grade.MINOR: "▲", Grade.IMPROVEMENT: "◆"}
NEEDS: Final[dict[Need, tuple[IconName, Token]]] = {
    Need.OVERDUE: ("warning", "major"),
    Need.DUE_SOON: ("clock", "text"),
    Need.TO_VERIFY: ("check", "accent"),
}
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class RowWords:
    """What a row says in today's language beside what it holds.

    ``detail`` is its second line, ``mark`` the word beside its sign, ``opened`` when; ``spoken``
    is its accessible name, ``tip`` its tooltip.
    """

    spoken: str
    tip: str = ""
    detail: str = ""
    mark: str = ""
    opened: str = ""
    is_open: bool = False


class HomeButton(QAbstractButton):
    """A row of the home screen.

    Signals:
        step_wanted: an arrow key (+1 down, -1 up).
        menu_wanted: right click or the menu key (where on the screen).
        forget_wanted: Delete.
    """

    step_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    forget_wanted = Signal()

    def __init__(
        self, icons: Icons, title: str, words: RowWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.is_first = False
        self._icons = icons
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(words.spoken)
        self.setToolTip(words.tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Delete takes off the list, arrows go to the neighbours."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete:
            self.forget_wanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row with its hairline."""
        del event
        theme = self._icons.theme
        rect = self.rect()
        painter = QPainter(self)
        if not self.is_first:  # drawLine: resolving the overloads of fillRect costs a start 5 ms
            painter.setPen(theme.colour("line"))
            painter.drawLine(EDGE, 0, rect.width() - EDGE - 1, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            if self.hasFocus():
                painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("selection" if self.hasFocus() else "hover"))
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -3), 6, 6)
        self._paint(painter, rect.adjusted(EDGE, 0, -EDGE, 0))
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what the row holds."""
        raise NotImplementedError

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        """Body, bold body, caption."""
        body, strong, small = QFont(self.font()), QFont(self.font()), QFont(self.font())
        strong.setBold(True)
        small.setPixelSize(CAPTION)
        return body, strong, small

    def _sign(self, painter: QPainter, box: QRect, need: Need, font: QFont, word: str) -> None:
        """A sign with its word, so that colour alone says nothing."""
        icon, ink = NEEDS[need]
        top = box.center().y() - 7
        painter.drawPixmap(box.x(), top, self._icons.pixmap(icon, ink, 16))
        self._write(painter, box.adjusted(22, 0, 0, 0), word, font, ink)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        token: Token,
        side: Qt.AlignmentFlag = _MIDDLE,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._icons.theme.colour(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side, shown)


class AuditButton(HomeButton):
    """An audit: title, overdue, last opened; below who, progress and open findings by grade."""

    def __init__(
        self, icons: Icons, row: HomeRow, words: RowWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, row.title, words, parent)
        self.row = row

    def sizeHint(self) -> QSize:
        """The height of a row; its width is the card's."""
        return QSize(320, ROW)

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        row, words = self.row, self.words
        body, strong, small = self._fonts()
        ink: Token = "line_strong" if row.missing else "accent"
        painter.drawPixmap(rect.x(), rect.y() + 20, self._icons.pixmap("checklist", ink, 24))
        left = rect.x() + 40
        above, below = rect.y() + 10, rect.y() + 33
        right = rect.right() + 1
        opened = QRect(right - 144, above, 144, 22)
        self._write(
            painter, opened, words.opened, small, "accent" if words.is_open else "muted", _RIGHT
        )
        edge = opened.x()
        if row.overdue and not row.missing:
            width = 28 + painter.fontMetrics().horizontalAdvance(words.mark)
            edge = right - 144 - max(width, 96)
            self._sign(painter, QRect(edge, above, width, 22), Need.OVERDUE, small, words.mark)
        title = QRect(left, above, edge - left - EDGE, 22)
        self._write(painter, title, row.title, strong, "muted" if row.missing else "text")
        end = right
        if row.known and not row.missing:
            end = self._paint_figures(painter, QRect(left, below, right - left, 20), body, small)
        self._write(
            painter, QRect(left, below, end - left - EDGE, 20), words.detail, small, "muted"
        )

    def _paint_figures(self, painter: QPainter, line: QRect, body: QFont, small: QFont) -> int:
        """Progress and findings by grade; returns the left edge of what was painted."""
        row, theme = self.row, self._icons.theme
        counts = {
            Grade.MAJOR: row.major,
            Grade.MINOR: row.minor,
            Grade.IMPROVEMENT: row.improvement,
        }
        left = line.right() + 1 - 144
        for number, (grade, count) in enumerate(counts.items()):
            box = QRect(left + number * 48, line.y(), 48, line.height())
            ink: Token = token_of(grade) if count else "muted"
            figure = f"{_SHAPES[grade]} {count}"
            self._write(painter, box, figure, body if count else small, ink, _RIGHT)
        percent = QRect(left - 56, line.y(), 48, line.height())
        said = f"{round(row.progress * 100)} %"
        self._write(painter, percent, said, small, "text", _RIGHT)
        width = 160 if line.width() > 800 else 96
        bar = QRect(percent.x() - width, line.center().y() - 2, width, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        done = round(bar.width() * min(max(row.progress, 0.0), 1.0))
        if done:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRect(bar.x(), bar.y(), max(done, 6), bar.height()), 3, 3)
        return bar.x()


class ActionButton(HomeButton):
    """An action: grade of its finding, number, what is to be done, whose it is, why it is here."""

    def __init__(
        self, icons: Icons, action: HomeAction, words: RowWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, action.title, words, parent)
        self.action = action

    def sizeHint(self) -> QSize:
        """The height of a row; its width is the card's."""
        return QSize(320, ACTION_ROW)

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        action = self.action
        body, _, small = self._fonts()
        grade = next((it for it in _SHAPES if it.value == action.grade), None)
        left, top, height = rect.x(), rect.y(), rect.height()
        if grade is not None:
            box = QRect(left + 4, top, 24, height)
            self._write(painter, box, _SHAPES[grade], body, token_of(grade))
        self._write(painter, QRect(left + 40, top, 72, height), action.number, small, "muted")
        left += 120
        wide = rect.width() > 900
        right = rect.right() + 1 - 112
        self._write(painter, QRect(right, top, 112, height), action.audit, small, "muted", _RIGHT)
        width = 152
        right -= width + 8
        self._sign(painter, QRect(right, top, width, height), action.need, small, self.words.mark)
        if wide:
            right -= 144
            self._write(painter, QRect(right, top, 136, height), action.owner, small, "text")
        room = QRect(left, top, right - left - EDGE, height)
        self._write(painter, room, action.title, body, "text")
