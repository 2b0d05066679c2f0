"""Tree, filter, search, matrix, panes, languages: what is in sight and how one gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from auditapp.domain.vocabulary import Result
from auditapp.ops import answers
from auditapp.ops.queries.checklist import Filter
from auditapp.settings import LanguageChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.checklist.conftest import Bench

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(bench: Bench) -> list[str]:
    return [pair[0] for pair in bench.page.desk.listing.shown]


def test_one_unit_shows_each_question_once_and_all_units_every_pair(bench: Bench) -> None:
    assert len(shown(bench)) == len(set(shown(bench))) == 120
    bench.shell.context.choose_unit(None)
    assert len(shown(bench)) > 120
    bench.shell.context.choose_unit(bench.stage.units["NB"])
    assert 0 < len(shown(bench)) < 120, "questions to the organisation are asked in one unit"


def test_the_footer_counts_what_is_open_and_goes_there(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    button = bench.page.frame.clauses.ui.open_button
    count = int(button.text().split()[0])
    bench.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    pair = bench.page.desk.pair
    assert pair is not None
    assert bench.answer(pair[0]) is None
    bench.press("1")
    assert int(button.text().split()[0]) == count - 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [("with_findings", 0), ("core", 1), ("evidence_missing", 1), ("guidance_only", 1)],
)
def test_the_filter_menu_narrows_and_clears(bench: Bench, name: str, expected: int) -> None:
    menu = bench.page.frame.clauses.menu
    menu.flags[name].trigger()
    assert len(shown(bench)) < 120
    assert (len(shown(bench)) > 0) == bool(expected)
    assert bench.page.frame.clauses.ui.empty_label.isVisible() == (not expected)
    menu.clear_action.trigger()
    assert len(shown(bench)) == 120


def test_filter_by_result_and_my_part(bench: Bench) -> None:
    menu = bench.page.frame.clauses.menu
    menu.results[Result.MINOR].trigger()
    assert shown(bench) == ["P01-7.2-02"]
    menu.clear_filter()
    menu.flags["mine"].trigger()
    assert shown(bench) == [], "nothing is assigned in this audit"


def test_an_answer_stays_in_sight_until_the_filter_is_applied_again(bench: Bench) -> None:
    menu = bench.page.frame.clauses.menu
    menu.flags["unanswered"].trigger()
    here = bench.page.desk.pair
    assert here is not None
    bench.press("4")
    assert bench.page.desk.pair == here
    assert here in bench.page.desk.listing.shown
    menu.flags["core"].trigger()
    assert here not in bench.page.desk.listing.shown


@pytest.mark.parametrize("words", ["登记 时限", "register limit", "P01-7.2-02"])
def test_search_finds_in_both_languages(bench: Bench, words: str) -> None:
    bench.press("/")
    search = bench.page.frame.clauses.search
    assert search.hasFocus()
    if words.isascii():
        QTest.keyClicks(search, words)
    else:
        search.setText(words)
    bench.bot.waitUntil(lambda: len(shown(bench)) < 120)
    assert "P01-7.2-02" in shown(bench)
    search.clear()
    bench.bot.waitUntil(lambda: len(shown(bench)) == 120)


def test_search_looks_into_notes(bench: Bench) -> None:
    bench.page.show_target(Filter(text="漏补录"))
    assert shown(bench) == ["P01-7.2-02"]


def test_the_tree_moves_the_question_and_enter_goes_on(bench: Bench) -> None:
    bench.go("P01-7.2-01")
    view = bench.page.frame.clauses.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert bench.page.desk.pair == bench.pair("P01-7.2-02")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert bench.page.desk.pair == bench.pair("P01-7.2-03")
    bench.press("4")
    assert bench.answer("P01-7.2-03")[0] == "major"


def test_an_answer_moves_the_figures_of_its_sections(bench: Bench) -> None:
    model = bench.page.frame.clauses.model
    nodes = [model.node(model.index_of_section(("P01", key))) for key in ("7", "7.2")]
    before = [node.answered for node in nodes if node is not None]
    bench.go("P01-7.2-02")
    bench.press("0")
    assert [node.answered for node in nodes if node is not None] == [it - 1 for it in before]


def test_the_matrix_sets_cells_and_opens_them(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    bench.press("m")
    grid = bench.page.frame.matrix
    assert grid.hasFocus()
    assert grid.rows.columnCount() == 4
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert bench.page.desk.pair == bench.pair("P01-7.2-02", "NB")
    bench.press("4")
    assert bench.answer("P01-7.2-02", "NB")[0] == "major"
    assert grid.hasFocus()
    row = grid.rows.row_at(grid.currentIndex())
    assert row is not None
    assert row.result is Result.MAJOR
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert not bench.page.frame.is_matrix
    assert bench.page.desk.pair == bench.pair("P01-7.2-02", "NB")
    assert bench.shell.context.unit == bench.stage.units["NB"]


def test_not_applicable_in_the_matrix_asks_and_comes_back(bench: Bench) -> None:
    bench.go("P01-4.4-01")
    bench.press("m")
    bench.press("5")
    edit = bench.page.frame.question.ui.reason_edit
    assert edit.hasFocus()
    QTest.keyClicks(edit, "not here")
    bench.press(Qt.Key.Key_Return)
    assert bench.answer("P01-4.4-01")[0] == "not_applicable"
    assert bench.page.frame.is_matrix


def test_the_matrix_follows_undo_and_redo(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    bench.press("m")
    bench.press("4")
    grid = bench.page.frame.matrix
    for key, expected in (("z", Result.MINOR), ("y", Result.MAJOR)):
        bench.press(key, CONTROL)
        row = grid.rows.row_at(grid.rows.index_of(bench.pair("P01-7.2-02")))
        assert row is not None
        assert row.result is expected


def test_panes_fold_and_the_interview_shows_question_and_note_only(bench: Bench) -> None:
    frame, ui = bench.page.frame, bench.page.frame.question.ui
    bench.press(Qt.Key.Key_F6)
    assert not frame.clauses.isVisible()
    bench.press(Qt.Key.Key_F7)
    assert not frame.guidance.isVisible()
    bench.press(Qt.Key.Key_F6)
    bench.press(Qt.Key.Key_F7)
    assert frame.clauses.isVisible()
    assert frame.guidance.isVisible()
    bench.press(Qt.Key.Key_F11)
    gone = (frame.clauses, frame.guidance, ui.judging, ui.proof, ui.ask_label)
    assert not any(widget.isVisible() for widget in gone)
    assert ui.note_edit.isVisible()
    bench.press(Qt.Key.Key_Escape)
    assert frame.clauses.isVisible()
    assert ui.judging.isVisible()


def test_the_second_language_comes_and_goes(bench: Bench) -> None:
    ui = bench.page.frame.question.ui
    assert ui.second_label.isVisible()
    bench.press("l")
    assert not ui.second_label.isVisible()


def test_the_language_switches_while_it_is_open(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    ui = bench.page.frame.question.ui
    english = ui.question_label.text()
    bench.shell.context.change_settings(language=LanguageChoice.ZH)
    assert ui.second_label.text() == english
    assert bench.page.frame.question.results.buttons[Result.MINOR].text() == "一般"
    assert "检查要点" in bench.page.frame.guidance.text.toPlainText()


def test_the_guidance_says_how_to_grade_and_by_what(bench: Bench) -> None:
    bench.go("P01-7.2-02")
    text = bench.page.frame.guidance.text.toPlainText()
    for words in ("What to look for", "Ask to see", "How to grade", "Negative test", "Criteria"):
        assert words in text
    assert "Own procedure" in text
    assert "客户投诉管理办法" in text
    bench.go("P01-4.4-01")
    assert "would be, if adopted" in bench.page.frame.guidance.text.toPlainText()


def test_the_palette_finds_questions(bench: Bench) -> None:
    items = bench.page.palette_items("登记 时限")
    assert "P01-7.2-02 HZ" in [item.detail for item in items]
    next(item for item in items if item.detail == "P01-7.2-02 HZ").run()
    assert bench.page.desk.pair == bench.pair("P01-7.2-02")


def test_what_others_changed_is_shown_when_it_comes_back(bench: Bench) -> None:
    bench.go("P01-7.2-04")
    bench.shell.window.show_home()
    op = answers.set_result(
        question_id="P01-7.2-04", unit_id=bench.stage.units["HZ"], result=Result.MAJOR
    )
    bench.shell.context.perform(op)
    bench.shell.window.show_page("checklist")
    assert bench.page.frame.question.results.buttons[Result.MAJOR].isChecked()
    assert bench.page.desk.listing.rows[bench.pair("P01-7.2-04")].result is Result.MAJOR


def test_an_audit_without_packs_says_what_to_do(
    open_bench: Callable[..., Bench], bench: Bench
) -> None:
    with bench.shell.context.audit.raw_transaction() as connection:
        connection.execute("DELETE FROM unit_pack")
    bench.page.mark_stale()
    places: list[object] = []
    bench.shell.context.place_requested.disconnect()
    bench.shell.context.place_requested.connect(places.append)
    assert bench.page.frame._plan.isVisible()
    bench.bot.mouseClick(bench.page.frame._plan, Qt.MouseButton.LeftButton)
    assert places[0].page == "plan"
    for key in "15nfm":
        bench.press(key)
    assert bench.page.desk.listing.rows == {}


def test_every_control_has_a_name_and_its_place_in_the_tab_order(bench: Bench) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextBrowser

    bench.go("P01-7.2-02")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextBrowser)
    nameless = [
        widget
        for kind in kinds
        for widget in bench.page.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and type(widget).__name__ != "QToolButton"
        and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
    ]
    assert nameless == []
