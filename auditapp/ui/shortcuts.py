"""Keys that never fire while someone types.

Three rules, held in one place for every shortcut of the program, whoever made it:

1. While an input method composes, no key reaches a shortcut (candidates are chosen with digits).
2. Single letters, digits, Return and arrows act only when no text field has the focus.
3. Inside a text field ``Alt`` and the key does the same, and ``Esc`` leaves the field.

Qt asks the focus widget first (``ShortcutOverride``); :class:`KeyGuard` answers for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import (
        QApplication,
    )

HAVEN: Final = "focusHaven"
"""Dynamic property of the widget that gets the focus when ``Esc`` leaves a field inside it."""

_PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_text_field(widget: QObject | None) -> bool:
    """Whether typed keys become text in this widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QAbstractSpinBox):
        return True
    return isinstance(widget, QComboBox) and widget.isEditable()


class KeyGuard(QObject):
    """Watches the focus widget only, so that it costs nothing elsewhere."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._watched: QWidget | None = None
        self._composing = False
        self._since_key = QElapsedTimer()
        self._since_key.start()
        app.focusChanged.connect(self._on_focus_changed)

    def release(self) -> None:
        """Watch nothing any more."""
        self._app.focusChanged.disconnect(self._on_focus_changed)
        self._on_focus_changed(None, None)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed."""
        return self._composing

    def idle_ms(self) -> int:
        """Milliseconds since the last key, composed ones included."""
        return self._since_key.elapsed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer for the focus widget; see the module's rules."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._since_key.start()
            self._composing = bool(event.preeditString())
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._since_key.start()
            return self._answer(watched, event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._since_key.start()
            return self._leave(watched, event)
        return False

    def _answer(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._composing or (is_text_field(watched) and _is_typing(event)):
            event.accept()
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched):
            # An empty field would swallow the key that undoes anything.
            event.ignore()
            return True
        return False

    def _leave(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or self._composing or not is_text_field(watched):
            return False
        haven = _haven(watched)
        if haven is None:
            return False
        haven.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        # Qt also reports the focus of a widget that is being destroyed.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._composing = False
        self._watched = now
        if now is not None:
            now.installEventFilter(self)


class PageKeys:
    """The keys of a page: each works alone outside text fields, and with ``Alt`` everywhere.

    Example: ``keys = PageKeys(self); keys.add("1", self._set_conforming)``.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        page.setProperty(HAVEN, True)
        if page.focusPolicy() == Qt.FocusPolicy.NoFocus:
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def add(self, key: str, run: Callable[[], None], *, with_alt: bool = True) -> None:
        """Bind ``key`` (as QKeySequence writes it, without modifiers)."""
        sequences = [QKeySequence(key)]
        if with_alt:
            sequences.append(QKeySequence(f"Alt+{key}"))
        for sequence in sequences:
            shortcut = QShortcut(sequence, self._page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)


def _is_typing(event: QKeyEvent) -> bool:
    if event.modifiers() & ~_PLAIN:
        return False
    moving = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
    ending = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
    return bool(event.text() and event.text().isprintable()) or event.key() in moving | ending


def _can_undo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.document().isUndoAvailable()
    return not isinstance(widget, QAbstractSpinBox)


def _haven(widget: QObject) -> QWidget | None:
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QWidget) and parent.property(HAVEN):
            return parent
        parent = parent.parent()
    return None
