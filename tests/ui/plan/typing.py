"""Typing as people do: keys for ASCII, an input method for Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from auditapp.ui.pages.plan.grid import GridView


def write(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type a text where the cursor stands."""
    if text.isascii():
        qtbot.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def drop(widget: QWidget, path: Path) -> None:
    """Drag a file in and let it fall."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(5, 5), *rest))
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *rest))


def fill(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Replace what stands in a field, and leave it."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(qtbot, widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def come_back(qtbot: QtBot, widget: QWidget) -> None:
    """The offscreen platform does not make a window active again when a popup closes."""
    widget.window().activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def enter(qtbot: QtBot, editor: QWidget) -> None:
    """End editing a cell; Qt commits when it comes back to its event loop."""
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def edit_cell(qtbot: QtBot, grid: GridView[Any], row: int, column: int, text: str) -> None:
    """Type a cell's new text by keyboard alone."""
    grid.setFocus()
    grid.go_to(row, column)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    write(qtbot, editor, text)
    enter(qtbot, editor)


def choose_cell(qtbot: QtBot, grid: GridView[Any], row: int, column: int, shown: str) -> None:
    """Choose from a cell's list."""
    grid.setFocus()
    grid.go_to(row, column)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    combo = grid.viewport().findChildren(QComboBox)[-1]
    combo.hidePopup()
    number = combo.findText(shown)
    assert number >= 0, shown
    combo.setCurrentIndex(number)
    combo.activated.emit(number)
    come_back(qtbot, grid)
