"""The rows of the home screen: one audit, one action; each is a button that paints itself.

No item view: its classes would cost a start more than all of these rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from auditapp.domain.vocabulary import Grade
from auditapp.ui.home_index import HomeAction, HomeRow
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.labels import token_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from auditapp.ui.icons import Icons
    from auditapp.ui.theme import Token

Item = HomeRow | HomeAction

ROW: Final = 64
ACTION_ROW: Final = 40
_SHAPES: Final = {Grade.MAJOR: "■", Grade.MINOR: "▲", Grade.IMPROVEMENT: "◆"}
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class HomeButton(QAbstractButton):
    """A row; ``words`` gives 'overdue' and 'not found' in today's language.

    Signals:
        chosen: clicked, Return or Space (the path of its audit).
        menu_wanted: right click or the menu key (the path, where on the screen).
        forget_wanted: Delete (the path).
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)
    forget_wanted = Signal(str)

    def __init__(
        self,
        icons: Icons,
        item: Item,
        words: Callable[[str, int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.is_first = False
        self._icons = icons
        self._words = words
        self.setText(item.title.replace("&", "&&"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(item, HomeRow):
            self.setToolTip(item.path)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """The height of a row; its width is the card's."""
        return QSize(320, ROW if isinstance(self.item, HomeRow) else ACTION_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Delete takes off the list, arrows go to the neighbours."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete and isinstance(self.item, HomeRow):
            self.forget_wanted.emit(self.item.path)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_wanted.emit(self.item.path, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row with its hairline."""
        del event
        theme = self._icons.theme
        rect = self.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.is_first:
            painter.fillRect(16, 0, rect.width() - 32, 1, theme.colour("line"))
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if self.hasFocus() else "hover"))
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -3), 6, 6)
        inner = rect.adjusted(16, 0, -16, 0)
        if isinstance(self.item, HomeRow):
            self._paint_audit(painter, inner, self.item)
        else:
            self._paint_action(painter, inner, self.item)
        painter.end()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.item.path)

    def _paint_audit(self, painter: QPainter, rect: QRect, row: HomeRow) -> None:
        body, small = QFont(painter.font()), QFont(painter.font())
        small.setPixelSize(CAPTION)
        strong = QFont(body)
        strong.setBold(True)
        right = rect.right()
        if not row.missing:
            right = self._paint_figures(painter, rect, row, strong, small)
        ink: Token = "line_strong" if row.missing else "accent"
        painter.drawPixmap(rect.x(), rect.y() + 20, self._icons.pixmap("checklist", ink, 24))
        left, room = rect.x() + 40, right - rect.x() - 40 - 16
        self._write(painter, QRect(left, rect.y() + 12, room, 20), row.title, strong, "text")
        where = self._words("missing", 0) if row.missing else row.number
        detail = " · ".join(part for part in (where, row.path) if part)
        self._write(painter, QRect(left, rect.y() + 33, room, 18), detail, small, "muted")

    def _paint_figures(
        self, painter: QPainter, rect: QRect, row: HomeRow, strong: QFont, small: QFont
    ) -> int:
        """Progress, findings by grade, overdue; returns the left edge of what was painted."""
        theme = self._icons.theme
        right = rect.right()
        if row.overdue:
            box = QRect(right - 92, rect.y(), 92, rect.height())
            painter.drawPixmap(
                box.x(), rect.center().y() - 8, self._icons.pixmap("warning", "major", 16)
            )
            said = self._words("overdue", row.overdue)
            self._write(painter, box.adjusted(22, 0, 0, 0), said, small, "major")
        right -= 108
        counts = {
            Grade.MAJOR: row.major,
            Grade.MINOR: row.minor,
            Grade.IMPROVEMENT: row.improvement,
        }
        left = right - 3 * 48
        for number, (grade, count) in enumerate(counts.items()):
            box = QRect(left + number * 48, rect.y(), 44, rect.height())
            ink: Token = token_of(grade) if count else "muted"
            self._write(painter, box, f"{_SHAPES[grade]} {count}", strong if count else small, ink)
        right = left - 24
        self._write(
            painter,
            QRect(right - 48, rect.y(), 48, rect.height()),
            f"{round(row.progress * 100)} %",
            small,
            "text",
            _RIGHT,
        )
        bar = QRect(right - 56 - 160, rect.center().y() - 2, 160, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        done = round(bar.width() * min(max(row.progress, 0.0), 1.0))
        if done:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRect(bar.x(), bar.y(), max(done, 6), bar.height()), 3, 3)
        return bar.x()

    def _paint_action(self, painter: QPainter, rect: QRect, action: HomeAction) -> None:
        body, small = QFont(painter.font()), QFont(painter.font())
        small.setPixelSize(CAPTION)
        widths = {"number": 112, "audit": 200, "due": 120, "owner": 96}
        left = rect.x()
        grade = Grade(action.grade) if action.grade in set(Grade) else None
        if grade is not None and grade in _SHAPES:
            box = QRect(left, rect.y(), 24, rect.height())
            self._write(painter, box, _SHAPES[grade], body, token_of(grade))
        left += 24
        self._write(
            painter,
            QRect(left, rect.y(), widths["number"], rect.height()),
            action.number,
            small,
            "muted",
        )
        left += widths["number"] + 8
        right = rect.right()
        for name, text, token in (
            ("audit", action.audit, "muted"),
            ("due", action.due, "major" if action.overdue else "text"),
            ("owner", action.owner, "text"),
        ):
            right -= widths[name]
            box = QRect(right, rect.y(), widths[name] - 8, rect.height())
            self._write(painter, box, text, small, cast("Token", token))
            right -= 8
        self._write(
            painter, QRect(left, rect.y(), right - left, rect.height()), action.title, body, "text"
        )

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
