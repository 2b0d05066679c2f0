"""The narrow rail at the left of an audit: one button a page, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from auditapp.ui.theme import CAPTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from auditapp.ui.icons import IconName, Icons
    from auditapp.ui.page import PageSpec
    from auditapp.ui.theme import Token

WIDTH: Final = 88
HEIGHT: Final = 60


class RailButton(QAbstractButton):
    """An icon over a word."""

    def __init__(self, icons: Icons, icon: IconName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon: IconName = icon
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """All the same size."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(8, 4, -8, -4)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            if self.hasFocus():
                painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        ink: Token = "accent" if self.isChecked() else "muted"
        pixmap = self._icons.pixmap(self._icon, ink, 24)
        painter.drawPixmap(box.center().x() - 11, box.y() + 5, pixmap)
        font = QFont(self.font())
        font.setPixelSize(CAPTION)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if self.isChecked() else "text"))
        room = QRect(box.x(), box.y() + 30, box.width(), 20)
        word = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()


class Rail(QWidget):
    """The pages of an audit.

    Signals:
        page_chosen: the key of a page.
        home_chosen: the first button.
    """

    page_chosen = Signal(str)
    home_chosen = Signal()

    def __init__(
        self, icons: Icons, specs: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = tuple(specs)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._home = RailButton(icons, "home", self)
        self._home.clicked.connect(self.home_chosen)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(self._home)
        for number, spec in enumerate(self._specs):
            button = RailButton(icons, spec.icon, self)
            self._group.addButton(button, number)
            layout.addWidget(button)
        layout.addStretch()

    def set_current(self, key: str) -> None:
        """Mark the page in front; none for one that is not listed, home for an empty key."""
        self._home.setChecked(not key)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        for number, spec in enumerate(self._specs):
            if spec.key == key:
                self._group.button(number).setChecked(True)

    def retranslate(self) -> None:
        """Set every string again."""
        self._home.setText(self.tr("Home"))
        self._home.setToolTip(self.tr("All audits") + "  Ctrl+0")
        for number, spec in enumerate(self._specs):
            button = self._group.button(number)
            button.setText(spec.title())
            button.setToolTip(f"{spec.title()}  Ctrl+{number + 1}")

    def _on_clicked(self, number: int) -> None:
        self.page_chosen.emit(self._specs[number].key)
