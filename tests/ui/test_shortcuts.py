"""Keys never fire while someone types or an input method composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from auditapp.ui.shortcuts import PageKeys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

ALT = Qt.KeyboardModifier.AltModifier


class Desk(QWidget):
    """Every kind of field, a list that would take letters, and the keys 1, N, Return."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fired: list[str] = []
        self.line, self.note, self.spin = QLineEdit(self), QPlainTextEdit(self), QSpinBox(self)
        self.combo, self.list = QComboBox(self), QListWidget(self)
        self.combo.setEditable(True)
        self.list.addItems(["1 first", "next", "other"])
        column = QVBoxLayout(self)
        for widget in (self.line, self.note, self.spin, self.combo, self.list):
            column.addWidget(widget)
        keys = PageKeys(self)
        for key in ("1", "N", "Return"):
            keys.add(key, lambda key=key: self.fired.append(key))


@pytest.fixture
def desk(shell: Shell, qtbot: QtBot) -> Desk:
    desk = Desk(shell.window.centralWidget())
    desk.resize(600, 500)
    desk.show()
    desk.raise_()
    desk.setFocus()
    qtbot.waitUntil(desk.hasFocus)
    return desk


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_a_single_key_acts_where_no_text_field_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_1)
    qtbot.keyClick(desk, Qt.Key.Key_N)
    qtbot.keyClick(desk, Qt.Key.Key_Return)
    assert desk.fired == ["1", "N", "Return"]


def test_a_single_key_acts_although_a_list_would_search_for_it(desk: Desk, qtbot: QtBot) -> None:
    desk.list.setFocus()
    qtbot.keyClick(desk.list, Qt.Key.Key_N)
    assert desk.fired == ["N"]


@pytest.mark.parametrize("name", ["line", "note", "spin", "combo"])
def test_a_single_key_is_text_in_a_field(desk: Desk, qtbot: QtBot, name: str) -> None:
    field = getattr(desk, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_1)
    assert desk.fired == []
    if isinstance(field, QPlainTextEdit):
        typed = field.toPlainText()
    else:
        typed = field.currentText() if isinstance(field, QComboBox) else field.text()
    assert "1" in typed


@pytest.mark.parametrize("name", ["line", "note", "spin", "combo"])
def test_alt_and_the_key_act_in_a_field(desk: Desk, qtbot: QtBot, name: str) -> None:
    field = getattr(desk, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_1, ALT)
    qtbot.keyClick(field, Qt.Key.Key_N, ALT)
    assert desk.fired == ["1", "N"]


@pytest.mark.parametrize("name", ["line", "note"])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, ALT])
def test_no_key_acts_while_an_input_method_composes(
    desk: Desk, qtbot: QtBot, name: str, modifier: Qt.KeyboardModifier
) -> None:
    field = getattr(desk, name)
    field.setFocus()
    compose(field, "tou su")
    qtbot.keyClick(field, Qt.Key.Key_1, modifier)
    qtbot.keyClick(field, Qt.Key.Key_Return, modifier)
    assert desk.fired == []


def test_after_the_commit_alt_and_the_key_act_again(desk: Desk, qtbot: QtBot) -> None:
    desk.note.setFocus()
    compose(desk.note, "tou su")
    compose(desk.note, "", commit="投诉")
    assert desk.note.toPlainText() == "投诉"
    qtbot.keyClick(desk.note, Qt.Key.Key_1, ALT)
    assert desk.fired == ["1"]


def test_while_composing_the_windows_own_shortcuts_rest_too(
    shell: Shell, desk: Desk, qtbot: QtBot
) -> None:
    desk.line.setFocus()
    compose(desk.line, "k")
    qtbot.keyClick(desk.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is None
    compose(desk.line, "")
    qtbot.keyClick(desk.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activePopupWidget()
    assert palette is not None
    palette.hide()


def test_composing_ends_when_the_field_loses_the_focus(desk: Desk, qtbot: QtBot) -> None:
    desk.line.setFocus()
    compose(desk.line, "tou")
    desk.setFocus()
    qtbot.keyClick(desk, Qt.Key.Key_1)
    assert desk.fired == ["1"]


@pytest.mark.parametrize("name", ["line", "note"])
def test_escape_leaves_the_field_for_its_page(desk: Desk, qtbot: QtBot, name: str) -> None:
    field = getattr(desk, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.hasFocus()
    qtbot.keyClick(desk, Qt.Key.Key_1)
    assert desk.fired == ["1"]


def test_escape_while_composing_stays_with_the_input_method(desk: Desk, qtbot: QtBot) -> None:
    desk.line.setFocus()
    compose(desk.line, "tou")
    qtbot.keyClick(desk.line, Qt.Key.Key_Escape)
    assert desk.line.hasFocus()


def test_a_read_only_text_is_no_field(desk: Desk, qtbot: QtBot) -> None:
    desk.note.setReadOnly(True)
    desk.note.setFocus()
    qtbot.keyClick(desk.note, Qt.Key.Key_1)
    assert desk.fired == ["1"]
