"""Results by key: what they set, when they must not act, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.ui.pages.checklist.glyphs import RESULTS

if TYPE_CHECKING:
    from tests.ui.checklist.conftest import Bench

ALT = Qt.KeyboardModifier.AltModifier
BOUND = "P01-7.2-03"
"""A question under 7.2, where the auditee's own rule binds."""


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6])
def test_a_digit_sets_the_result(bench: Bench, number: int) -> None:
    bench.go("P01-7.2-04")
    bench.press(str(number))
    assert bench.answer("P01-7.2-04")[0] == RESULTS[number - 1].value


def test_a_settled_question_gives_way_to_the_next_and_others_stay(bench: Bench) -> None:
    bench.go(BOUND)
    bench.press("1")
    assert bench.page.desk.pair == bench.pair("P01-7.2-04")
    bench.press("4")
    assert bench.page.desk.pair == bench.pair("P01-7.2-04")
    assert bench.answer(BOUND)[0] == "conforming"
    assert bench.answer("P01-7.2-04")[0] == "major"


def test_zero_takes_the_result_back(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    bench.press("0")
    result, degree, _, note = bench.answer("P01-7.2-02")
    assert (result, degree) == (None, None)
    assert note.startswith("抽查59件")


def test_it_says_was_and_now_and_undo_takes_it_back(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    bench.press("4")
    toast = bench.shell.window.toast
    assert toast.text == "P01-7.2-02: was Minor nonconformity, now Major nonconformity"
    bench.bot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert bench.answer("P01-7.2-02")[0] == "minor"
    assert bench.page.desk.view is not None
    assert bench.page.desk.view.answer is not None
    assert bench.page.desk.view.answer.result == "minor"


def test_the_same_key_again_writes_nothing(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    before = bench.steps()
    bench.press("3")
    assert bench.steps() == before


def test_digits_in_the_note_are_text_and_alt_sets(bench: Bench) -> None:
    bench.go(BOUND)
    before = bench.answer(BOUND)
    bench.page.frame.question.ui.note_edit.setFocus()
    for key in "123456nfue":
        bench.press(key)
    assert bench.page.frame.question.ui.note_edit.toPlainText().endswith("123456nfue")
    assert bench.answer(BOUND) == before
    bench.press("4", ALT)
    result, _, _, note = bench.answer(BOUND)
    assert result == "major"
    assert note.endswith("123456nfue"), "what was typed is committed with the key"
    assert bench.page.frame.question.ui.note_edit.hasFocus()


def test_escape_leaves_the_field_and_digits_act_again(bench: Bench) -> None:
    bench.go(BOUND)
    bench.page.frame.question.ui.note_edit.setFocus()
    bench.press(Qt.Key.Key_Escape)
    assert bench.page.hasFocus()
    bench.press("4")
    assert bench.answer(BOUND)[0] == "major"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, ALT])
def test_no_key_acts_while_an_input_method_composes(
    bench: Bench, modifier: Qt.KeyboardModifier
) -> None:
    bench.go(BOUND)
    before, steps = bench.answer(BOUND), bench.steps()
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    QApplication.sendEvent(note, QInputMethodEvent("loudeng", []))
    assert bench.shell.guard.is_composing
    for key in "123456":
        # A candidate is chosen with a digit: the digit must reach neither shortcut nor answer.
        QTest.keyClick(note, key, modifier)
    assert (bench.answer(BOUND), bench.steps()) == (before, steps)
    assert bench.page.desk.pair == bench.pair(BOUND)
    commit = QInputMethodEvent()
    commit.setCommitString("漏登")
    QApplication.sendEvent(note, commit)
    assert "漏登" in note.toPlainText()
    bench.press(Qt.Key.Key_Escape)
    assert bench.answer(BOUND)[3].count("漏登") == 1
    bench.press("3")
    assert bench.answer(BOUND)[0] == "minor"


def test_composing_in_the_search_does_not_answer_either(bench: Bench) -> None:
    bench.go(BOUND)
    steps = bench.steps()
    bench.press("/")
    search = bench.page.frame.clauses.search
    assert search.hasFocus()
    QApplication.sendEvent(search, QInputMethodEvent("tousu", []))
    for key in "123456":
        QTest.keyClick(search, key)
    assert bench.steps() == steps


def test_enter_and_arrows_move_on_and_back(bench: Bench) -> None:
    bench.go("P01-7.2-01")
    bench.press(Qt.Key.Key_Return)
    assert bench.page.desk.pair == bench.pair("P01-7.2-02")
    bench.press(Qt.Key.Key_Down)
    assert bench.page.desk.pair == bench.pair("P01-7.2-03")
    bench.press(Qt.Key.Key_Up)
    bench.press(Qt.Key.Key_Left)
    assert bench.page.desk.pair == bench.pair("P01-7.2-01")


def test_n_goes_to_the_next_unanswered_also_from_a_field(bench: Bench) -> None:
    bench.go("P01-7.2-01")
    bench.press("n")
    first = bench.page.desk.pair
    assert first is not None
    answered = bench.answer(first[0])
    assert answered is None or answered[0] is None
    bench.page.frame.question.ui.note_edit.setFocus()
    bench.press("n", ALT)
    assert bench.page.desk.pair != first


def test_a_key_held_down_answers_one_question_only(bench: Bench) -> None:
    from PySide6.QtGui import QShortcut

    digits = [it for it in bench.page.findChildren(QShortcut) if it.key().toString() in "0123456"]
    assert len(digits) == 7
    assert not any(it.autoRepeat() for it in digits)


def test_the_unit_key_offers_the_units_and_moves(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    bench.press("u")
    menu = bench.page.frame.question.unit_menu
    assert menu.isVisible()
    assert [action.text().split()[0] for action in menu.actions()] == ["HZ", "NB", "WZ"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert bench.page.desk.pair == bench.pair("P01-7.2-02", "NB")
    assert bench.shell.context.unit == bench.stage.units["NB"]
