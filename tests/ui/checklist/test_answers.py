"""Guidance and force, not applicable, degree, note, signs, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from auditapp.domain.vocabulary import Result, SignOffStage
from auditapp.settings import Person
from auditapp.ui.pages.checklist.history_popover import HistoryPopover

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.checklist.conftest import Bench

GUIDED = "P01-4.4-01"
"""A question to which nothing but guidance applies in this audit."""
NO_NA = "P01-7.2-02"


@pytest.mark.parametrize(("key", "degree", "severer"), [("3", 1, "minor"), ("4", 0, "major")])
def test_under_guidance_a_nonconformity_is_what_it_would_be(
    bench: Bench, key: str, degree: int, severer: str
) -> None:
    bench.go(GUIDED)
    button = bench.page.frame.question.results.buttons[Result(severer)]
    assert button.would_be
    assert button.isEnabled()
    assert "would be, if adopted" in button.toolTip()
    bench.press(key)
    assert bench.answer(GUIDED)[:2] == ("improvement", degree)
    assert button.isChecked()
    hint = bench.page.frame.question.ui.hint_label.text()
    assert f"{severer}, if adopted" in hint
    assert bench.page.desk.pair == bench.pair(GUIDED)


def test_leaving_what_it_would_be_sets_the_usual_degree(bench: Bench) -> None:
    bench.go(GUIDED)
    bench.press("4")
    bench.press("2")
    assert bench.answer(GUIDED)[:2] == ("improvement", 2) or bench.answer(GUIDED)[1] == 2
    bench.press("4")
    bench.press("1")
    assert bench.answer(GUIDED)[:2] == ("conforming", 3)


def test_both_steps_of_it_are_one_gesture(bench: Bench) -> None:
    bench.go(GUIDED)
    bench.press("4")
    assert bench.answer(GUIDED)[:2] == ("improvement", 0)
    bench.press("z", Qt.KeyboardModifier.ControlModifier)
    assert bench.answer(GUIDED) is None
    assert not bench.page.frame.question.results.buttons[Result.IMPROVEMENT].isChecked()


def test_where_a_rule_binds_every_grade_can_be_given(bench: Bench) -> None:
    bench.go("P01-7.2-04")
    assert not any(it.would_be for it in bench.page.frame.question.results.buttons.values())
    assert not bench.page.frame.question.ui.add_rule_button.isVisible()


def test_guidance_only_leads_to_the_plan(bench: Bench) -> None:
    bench.go(GUIDED)
    places: list[object] = []
    bench.shell.context.place_requested.connect(places.append)
    bench.bot.mouseClick(bench.page.frame.question.ui.add_rule_button, Qt.MouseButton.LeftButton)
    assert (places[0].page, places[0].target) == ("plan", ("criteria", GUIDED))


def test_not_applicable_asks_for_the_reason_in_place(bench: Bench) -> None:
    bench.go(GUIDED)
    bench.press("5")
    pane = bench.page.frame.question
    assert pane.ui.reason_edit.hasFocus()
    assert bench.answer(GUIDED) is None, "nothing without the reason"
    QTest.keyClicks(pane.ui.reason_edit, "No vendor")
    bench.press(Qt.Key.Key_Return)
    assert bench.answer(GUIDED)[0] == "not_applicable"
    assert bench.answer(GUIDED)[2] == "No vendor"
    assert bench.page.desk.pair != bench.pair(GUIDED), "settled, so it goes on"
    assert bench.page.hasFocus()


def test_escape_leaves_the_reason_and_the_answer_as_they_were(bench: Bench) -> None:
    bench.go(GUIDED)
    bench.press("5")
    QTest.keyClicks(bench.page.frame.question.ui.reason_edit, "half a rea")
    bench.press(Qt.Key.Key_Escape)
    bench.bot.waitUntil(lambda: not bench.page.frame.question.asks_reason)
    assert bench.answer(GUIDED) is None
    assert not bench.page.frame.question.ui.reason_bar.isVisible()


def test_the_reason_is_not_carried_to_the_next_question(bench: Bench) -> None:
    bench.go(GUIDED)
    bench.press("5")
    QTest.keyClicks(bench.page.frame.question.ui.reason_edit, "No vendor")
    bench.press(Qt.Key.Key_Return)
    here = bench.page.desk.pair
    assert here is not None
    bench.bot.wait(20)
    assert bench.answer(here[0]) is None
    assert bench.page.frame.question.ui.reason_edit.text() == ""


def test_asking_for_the_reason_keeps_what_was_just_typed(bench: Bench) -> None:
    bench.go(GUIDED)
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    QTest.keyClicks(note, "no vendor here")
    bench.press("5", Qt.KeyboardModifier.AltModifier)
    assert bench.page.frame.question.ui.reason_edit.hasFocus()
    assert note.toPlainText() == "no vendor here"
    assert bench.answer(GUIDED)[0] is None
    assert bench.answer(GUIDED)[3] == "no vendor here"


def test_a_question_that_must_be_answered_refuses_not_applicable(bench: Bench) -> None:
    bench.go(NO_NA)
    assert not bench.page.frame.question.results.buttons[Result.NOT_APPLICABLE].isEnabled()
    bench.press("5")
    assert bench.answer(NO_NA)[0] == "minor"
    assert bench.shell.window.toast.text == "This question must be answered"


def test_the_degree_is_set_by_its_buttons(bench: Bench) -> None:
    bench.go(NO_NA)
    bench.bot.mouseClick(bench.page.frame.question.degrees.segments[2], Qt.MouseButton.LeftButton)
    assert bench.answer(NO_NA)[:2] == ("minor", 2)


def test_a_note_is_a_draft_first_and_a_step_when_the_field_is_left(bench: Bench) -> None:
    bench.go("P01-7.2-04")
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    before = bench.steps()
    QTest.keyClicks(note, "heard from the desk")
    bench.bot.waitUntil(lambda: bool(bench.rows("SELECT text FROM draft")), timeout=3000)
    assert bench.rows("SELECT text FROM draft")[0][0].endswith("heard from the desk")
    assert bench.steps() == before
    bench.press(Qt.Key.Key_Escape)
    assert bench.answer("P01-7.2-04")[3].endswith("heard from the desk")
    assert bench.rows("SELECT text FROM draft") == []


def test_moving_on_commits_the_note_to_the_question_it_was_typed_for(bench: Bench) -> None:
    bench.go("P01-7.2-05")
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    QTest.keyClicks(note, "for five")
    bench.bot.mouseClick(bench.page.frame.question.ui.next_button, Qt.MouseButton.LeftButton)
    assert bench.answer("P01-7.2-05")[3] == "for five"
    assert bench.page.desk.pair == bench.pair("P01-7.2-06")
    assert note.toPlainText() == ""


def test_undo_returns_to_the_question_that_it_changed(bench: Bench) -> None:
    bench.go("P01-7.2-04")
    bench.press("4")
    bench.go("P01-8.1-01")
    bench.press("z", Qt.KeyboardModifier.ControlModifier)
    assert bench.page.desk.pair == bench.pair("P01-7.2-04")
    bench.press("y", Qt.KeyboardModifier.ControlModifier)
    assert bench.answer("P01-7.2-04")[0] == "major"
    assert bench.page.frame.question.results.buttons[Result.MAJOR].isChecked()


def test_prepared_and_edited_after_review(bench: Bench) -> None:
    bench.go(NO_NA)
    bench.press("p")
    chip = bench.page.frame.question.signs.chips[SignOffStage.PREPARED]
    assert "LI" in chip.accessibleName()
    assert bench.rows("SELECT stage FROM sign_off WHERE withdrawn = 0") == [("prepared",)]
    bench.press("4")
    assert "edited since" in chip.accessibleName()
    bench.press("p")
    assert "LI" in chip.accessibleName()
    reviewed = bench.page.frame.question.signs.chips[SignOffStage.REVIEWED]
    assert not reviewed.isEnabled(), "nobody reviews their own work"
    bench.press("r")
    assert bench.rows("SELECT COUNT(*) FROM sign_off WHERE stage = 'reviewed'") == [(0,)]


def test_the_history_says_was_now_who(bench: Bench) -> None:
    bench.go(NO_NA)
    bench.press("4")
    bench.press("h")
    popover = bench.page.findChild(HistoryPopover)
    assert popover is not None
    assert popover.isVisible()
    assert "was Minor nonconformity, now Major nonconformity" in popover.lines
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_an_issued_audit_is_read_only(open_bench: Callable[..., Bench]) -> None:
    bench = open_bench()
    with bench.shell.context.audit.raw_transaction() as connection:
        connection.execute("UPDATE audit SET state = 'issued'")
    bench.page.mark_stale()
    bench.go(NO_NA)
    bench.press("4")
    assert bench.answer(NO_NA)[0] == "minor"
    assert bench.page.frame.question.ui.note_edit.isReadOnly()
    assert not bench.page.frame.question.results.buttons[Result.MAJOR].isEnabled()
    assert bench.shell.window.toast.text


def test_what_was_typed_and_erased_leaves_no_draft_behind(bench: Bench) -> None:
    bench.go("P01-7.2-05")
    note = bench.page.frame.question.ui.note_edit
    note.setFocus()
    QTest.keyClicks(note, "x")
    bench.bot.waitUntil(lambda: bool(bench.rows("SELECT text FROM draft")), timeout=3000)
    bench.press(Qt.Key.Key_Backspace)
    bench.press(Qt.Key.Key_Escape)
    assert bench.rows("SELECT text FROM draft") == []
    assert bench.answer("P01-7.2-05") is None or bench.answer("P01-7.2-05")[3] is None


def test_a_review_by_another_shows_when_the_answer_was_edited_after_it(bench: Bench) -> None:
    context = bench.shell.context
    context.change_settings(me=Person(name="Wang Min", code="WA"))
    bench.go(NO_NA)
    bench.press("r")
    assert bench.rows("SELECT stage, withdrawn FROM sign_off") == [("reviewed", 0)]
    chip = bench.page.frame.question.signs.chips[SignOffStage.REVIEWED]
    assert "WA" in chip.accessibleName()
    context.change_settings(me=Person(name="Li Zhe", code="LI"))
    bench.press("4")
    assert chip.accessibleName() == "Reviewed edited after review"
    bench.press("z", Qt.KeyboardModifier.ControlModifier)
    assert "WA" in chip.accessibleName(), "as it was reviewed again"
