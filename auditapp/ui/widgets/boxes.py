"""Containers: a card, an empty state, a toast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from auditapp.ui.icons import IconName, Icons
    from auditapp.ui.theme import Theme

TOAST_MS: Final = 3000


class Card(QFrame):
    """A white box with a hairline; put widgets into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16, gap: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(gap)


def hairline(parent: QWidget | None = None, *, vertical: bool = False) -> QFrame:
    """A line of one pixel in the theme's line colour."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class EmptyState(QWidget):
    """What stands where there is nothing yet: a picture, one sentence, what to do about it."""

    def __init__(self, icons: Icons, icon: IconName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon: IconName = icon
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = QLabel(self)
        self.sentence.setProperty("role", "muted")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.sentence.setFixedWidth(480)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()
        self._buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        icons.theme.changed.connect(self._retint)
        self._retint()

    def add_button(self, *, primary: bool = False) -> QPushButton:
        """Add a button; the caller sets its text in ``retranslate`` and connects it."""
        button = QPushButton(self)
        if primary:
            button.setProperty("role", "primary")
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def set_texts(self, title: str, sentence: str) -> None:
        """Set what it says."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.ensurePolished()
        # A label that wraps does not ask for its height through an aligned layout.
        self.sentence.setFixedHeight(self.sentence.heightForWidth(self.sentence.width()))

    def _retint(self) -> None:
        self._picture.setPixmap(self._icons.pixmap(self._icon, "accent", 48))


class Toast(QFrame):
    """A short message at the foot of a window, with or without something to click.

    Signals:
        gone: it disappeared.
    """

    gone = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._run: Callable[[], None] | None = None
        self._text = ElidedLabel(parent=self)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(self)
        self._action.setCursor(Qt.CursorShape.PointingHandCursor)
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(16)
        layout.addWidget(self._text)
        layout.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.vanish)
        window.installEventFilter(self)
        theme.changed.connect(self._retint)
        self._retint()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.full_text

    def say(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show a message for three seconds; a newer one replaces it."""
        self._run = run
        self._text.set_text(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def vanish(self) -> None:
        """Go away now."""
        self._timer.stop()
        self._run = None
        self.hide()
        self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the window's foot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded dark box."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.css("toast")))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.end()

    def _place(self) -> None:
        window = self.parentWidget()
        layout = self.layout()
        if layout is None or window is None:
            return
        layout.activate()
        width = min(layout.sizeHint().width(), window.width() - 64)
        height = max(layout.sizeHint().height(), 44)
        self.setGeometry(
            (window.width() - width) // 2, window.height() - height - 48, width, height
        )

    def _on_clicked(self) -> None:
        run = self._run
        self.vanish()
        if run is not None:
            run()

    def _retint(self) -> None:
        self._text.setStyleSheet(f"color: {self._theme.css('on_toast')}")
        self._action.setStyleSheet(
            f"background: transparent; border: 0; font-weight: 600; min-height: 24px;"
            f"padding: 0 4px; color: {self._theme.css('toast_action')}"
        )
