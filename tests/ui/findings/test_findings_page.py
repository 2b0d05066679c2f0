"""Findings: list, five Cs, grade and its limits, sample, life, revision, numbering, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from auditapp.domain.life import Need
from auditapp.domain.vocabulary import ActionKind, Extent, FindingState, Grade, Lang, Nature
from auditapp.ops import findings as ops
from auditapp.ops.queries.findings import FindingFilter, finding_list
from auditapp.settings import LanguageChoice
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog
from auditapp.ui.pages.findings.raising import RaiseFindingDialog
from auditapp.ui.pages.records.asking import AskDialog, PickDialog
from auditapp.ui.pages.records.stepping import StepDialog
from tests.ui.findings.stage import Truth, dialog_of, say_yes, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def shell(as_person: Callable[..., Shell]) -> Shell:
    return as_person("ZM", "findings")


@pytest.fixture
def page(shell: Shell) -> Any:
    return shell.window.page


@pytest.fixture
def truth(shell: Shell) -> Truth:
    return Truth(shell)


def open_one(page: Any, truth: Truth, number: str) -> None:
    page.show_target(truth.finding(number).row.id)
    assert page.view.isVisible()


def numbers(page: Any) -> list[str]:
    model = page.list.model
    return [model.row_at(model.index(n, 0)).record.number for n in range(model.rowCount())]


def take(page: Any, truth: Truth, state: FindingState, **brought: str) -> None:
    """Take a step by its button or the menu, filling in its dialog."""
    bar = page.view.steps
    if state.value in bar.buttons:
        bar.buttons[state.value].click()
    else:
        menu: QMenu = bar.more.menu()
        next(action for action in menu.actions() if action.data() == state.value).trigger()
    dialog = dialog_of(page, StepDialog)
    for name, text in brought.items():
        editor = dialog.editors[Need(name)]
        write = getattr(editor, "setPlainText", None) or editor.setText
        write(text)
    assert not dialog.problem
    say_yes(dialog)


def test_the_list_shows_sorts_and_opens_by_keyboard(qtbot: QtBot, page: Any, truth: Truth) -> None:
    stored = finding_list(truth.audit, today=truth.today)
    assert numbers(page) == [row.record.number for row in stored]
    page.list.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert page.list.model.row_at(page.list.model.index(0, 0)).grade is Grade.MAJOR
    page.list.focus_table()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    row = page.list.table.current_row
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.view.isVisible()
    assert page.view.shown == row.id
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.table.current_row.id == row.id


def test_filters(qtbot: QtBot, page: Any, shell: Shell, truth: Truth) -> None:
    page.show_target(Grade.MAJOR)
    assert {row.grade for row in shown(page)} == {Grade.MAJOR}
    page._on_cleared()
    qtbot.mouseClick(page.mine, CLICK)
    assert {row.auditor for row in shown(page)} == {"ZM"}
    qtbot.mouseClick(page.mine, CLICK)
    qtbot.mouseClick(page.open_only, CLICK)
    assert all(row.is_open for row in shown(page))
    qtbot.mouseClick(page.open_only, CLICK)
    qtbot.mouseClick(page.withdrawn, CLICK)
    wanted = FindingFilter(withdrawn=True)
    assert len(shown(page)) == len(finding_list(truth.audit, today=truth.today, wanted=wanted))
    unit = shell.context.heading.units[0]
    shell.context.choose_unit(unit.id)
    assert {row.unit_code for row in shown(page)} == {unit.code}


def shown(page: Any) -> list[Any]:
    model = page.list.model
    return [model.row_at(model.index(n, 0)) for n in range(model.rowCount())]


def test_a_c_saves_itself_by_input_method_and_shows_what_is_outdated(
    qtbot: QtBot, page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-LZ08")
    field = page.view.words.fields["cause"]
    editor = field.editors[False]
    editor.setFocus()
    QApplication.sendEvent(editor, QInputMethodEvent("yuanyin 1", []))
    event = QInputMethodEvent()
    event.setCommitString("触发值未配置。")
    QApplication.sendEvent(editor, event)
    before = truth.finding("F-LZ08").texts["cause"]
    page.view.words.fields["title"].editors[False].setFocus()
    after = truth.finding("F-LZ08").texts["cause"]
    assert after.get(Lang.ZH) == "触发值未配置。" + before.get(Lang.ZH)
    assert "触发值未配置" in page.view.words.statements[False].text()
    assert Lang.EN in after.outdated or not before.get(Lang.EN)
    shell.context.undo()
    assert truth.finding("F-LZ08").texts["cause"].get(Lang.ZH) == before.get(Lang.ZH)
    assert editor.toPlainText() == before.get(Lang.ZH)


def test_grades_above_the_force_are_greyed_with_their_reason(page: Any, truth: Truth) -> None:
    detail = truth.finding("F-CS04")
    assert detail.row.grade is Grade.IMPROVEMENT
    open_one(page, truth, "F-CS04")
    for grade, reason in detail.grades.items():
        row = page.view.judgement.grades.rows[grade]
        assert row.isEnabled() is (reason is None)
        assert bool(row.reason) is (reason is not None)


def test_a_grade_is_chosen_and_undone_by_the_message(
    qtbot: QtBot, page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-LZ08")
    qtbot.mouseClick(page.view.judgement.grades.rows[Grade.OBSERVATION], CLICK)
    assert truth.finding("F-LZ08").row.grade is Grade.OBSERVATION
    assert "Minor nonconformity" in shell.window.toast.text
    shell.window.toast._action.click()
    assert truth.finding("F-LZ08").row.grade is Grade.MINOR
    assert page.view.judgement.grades.current is Grade.MINOR


def test_nature_extent_sample_and_place(
    qtbot: QtBot, page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-LZ08")
    side = page.view.judgement
    for combo, index in ((side.nature, 1), (side.extent, 3)):
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
    for name, text in (("population", "1200"), ("sample", "59"), ("deviations", "2")):
        side.numbers[name].setText(text)
        qtbot.keyClick(side.numbers[name], Qt.Key.Key_Return)
    side.clause.setText("8.2.1")
    qtbot.keyClick(side.clause, Qt.Key.Key_Return)
    record = truth.finding("F-LZ08").record
    assert (record.nature, record.extent) == (Nature.SYSTEM, Extent.WIDESPREAD)
    assert (record.population, record.sample, record.deviations) == (1200, 59, 2)
    assert record.clause == "8.2.1"
    assert "3.4%" in side._sample.text()
    assert "Not conclusive" in side._sample.text()


def test_an_impossible_sample_is_refused_and_the_stored_numbers_come_back(
    qtbot: QtBot, page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-CS03")
    side = page.view.judgement
    with qtbot.waitSignal(shell.context.refused) as caught:
        side.numbers["sample"].setText("40")
        qtbot.keyClick(side.numbers["sample"], Qt.Key.Key_Return)
    assert caught.args[0].code == "sample_impossible"
    assert side.numbers["sample"].text() == str(truth.finding("F-CS03").record.sample)


def test_criteria_are_picked_with_their_force_and_lift_the_limit(
    qtbot: QtBot, page: Any, truth: Truth
) -> None:
    open_one(page, truth, "F-CS04")
    side = page.view.ties
    qtbot.mouseClick(side.choose, CLICK)
    dialog = dialog_of(page, PickDialog)
    dialog._ui.search_edit.setText("own procedure")
    qtbot.keyClick(dialog._ui.search_edit, Qt.Key.Key_Return)
    say_yes(dialog)
    detail = truth.finding("F-CS04")
    assert any(cited.own_id for cited in detail.criteria)
    assert page.view.judgement.grades.rows[Grade.MINOR].isEnabled()
    own = next(cited.own_id for cited in detail.criteria if cited.own_id)
    side.criteria.removed.emit(("own", own))
    assert not any(cited.own_id for cited in truth.finding("F-CS04").criteria)
    assert not page.view.judgement.grades.rows[Grade.MINOR].isEnabled()


def test_evidence_is_linked_and_added(qtbot: QtBot, page: Any, truth: Truth) -> None:
    open_one(page, truth, "F-LZ08")
    before = {chip.number for chip in truth.finding("F-LZ08").evidence}
    side = page.view.ties
    qtbot.mouseClick(side.link, CLICK)
    dialog = dialog_of(page, PickDialog)
    dialog._ui.search_edit.setText("E-CC-LZ001")
    qtbot.keyClick(dialog._ui.search_edit, Qt.Key.Key_Return)
    say_yes(dialog)
    qtbot.mouseClick(side.add, CLICK)
    added = dialog_of(page, AddEvidenceDialog)
    added.begin(added.kind.__class__.NOTE)
    added._ui.body_edit.setPlainText("Counted again")
    say_yes(added)
    after = {chip.number for chip in truth.finding("F-LZ08").evidence}
    assert after >= before | {"E-CC-LZ001"}
    assert len(after) == len(before) + 2


def test_a_finding_is_led_from_draft_to_closed(
    qtbot: QtBot, page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-LZ08")
    states = FindingState
    take(page, truth, states.FACTS_CONFIRMED, facts_role="Head of service", facts_how="Meeting")
    record = truth.finding("F-LZ08").record
    assert (record.facts_role, record.facts_how) == ("Head of service", "Meeting")
    assert record.facts_on == truth.today
    take(page, truth, states.PRESENTED)
    take(page, truth, states.DISPUTED, response="The trigger was never agreed.")
    detail = truth.finding("F-LZ08")
    assert detail.row.state is states.DISPUTED
    assert detail.texts["response"].best() == "The trigger was never agreed."
    assert not detail.texts["team_answer"]
    page.view.steps.buttons[states.ISSUED.value].click()
    dialog = dialog_of(page, StepDialog)
    assert "final number" in dialog.problem
    assert not dialog.ok.isEnabled()
    dialog.reject()
    page.show_list()
    qtbot.mouseClick(page.number_button, CLICK)
    say_yes(dialog_of(page, AskDialog))
    open_one(page, truth, "F-LZ08")
    take(page, truth, states.ISSUED, team_answer="It stands in rule 5.2, article 30.")
    detail = truth.finding("F-LZ08")
    assert detail.row.state is states.ISSUED
    assert detail.record.unresolved
    assert detail.record.final_number
    assert detail.texts["response"].best() == "The trigger was never agreed."
    take(page, truth, states.CLOSED)
    assert truth.finding("F-LZ08").record.closed_on == truth.today


def test_a_step_and_its_text_are_one_gesture(page: Any, shell: Shell, truth: Truth) -> None:
    open_one(page, truth, "F-CS03")
    take(page, truth, FindingState.DISPUTED, response="We told them by phone.")
    shell.context.undo()
    detail = truth.finding("F-CS03")
    assert detail.row.state is FindingState.PRESENTED
    assert not detail.texts["response"]


def test_confirming_facts_without_evidence_names_what_is_missing(
    page: Any, shell: Shell, truth: Truth
) -> None:
    new = ops.NewFinding(
        grade=Grade.IMPROVEMENT, forces=frozenset(), texts={"title": {Lang.ZH: "空"}}
    )
    outcome = shell.context.perform(ops.raise_finding(new))
    assert outcome is not None
    page.open_finding(outcome.value)
    assert "evidence" in page.view.steps.needs.text()
    page.view.steps.buttons[FindingState.FACTS_CONFIRMED.value].click()
    dialog = dialog_of(page, StepDialog)
    assert "the condition" in dialog.problem
    assert not dialog.ok.isEnabled()


def test_changed_facts_are_a_draft_again_and_it_says_so(
    page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "F-CS03")
    editor = page.view.words.fields["condition"].editors[False]
    editor.setFocus()
    editor.insertPlainText("补充：")
    page.view.words.fields["title"].editors[False].setFocus()
    assert truth.finding("F-CS03").row.state is FindingState.DRAFT
    assert "confirmed again" in shell.window.toast.text


def test_after_issue_only_a_revision_with_a_reason_changes_anything(
    qtbot: QtBot, page: Any, truth: Truth
) -> None:
    open_one(page, truth, "F-LZ01")
    detail = truth.finding("F-LZ01")
    assert detail.row.state is FindingState.ISSUED
    editor = page.view.words.fields["consequence"].editors[False]
    assert editor.isReadOnly()
    assert not page.view.judgement.nature.isEnabled()
    qtbot.mouseClick(page.view.revise, CLICK)
    dialog = dialog_of(page, AskDialog)
    assert not dialog._ok.isEnabled()
    dialog._ui.text_edit.setPlainText("Wrong article cited")
    dialog._ok.click()
    assert not editor.isReadOnly()
    editor.setFocus()
    editor.insertPlainText("修订：")
    page.view.words.fields["title"].editors[False].setFocus()
    after = truth.finding("F-LZ01").record
    assert after.revision == detail.record.revision + 1
    assert after.revision_reason == "Wrong article cited"
    assert after.state is FindingState.ISSUED


def test_withdrawing_needs_a_reason(page: Any, truth: Truth) -> None:
    open_one(page, truth, "F-ZM02")
    take(page, truth, FindingState.WITHDRAWN, reason="Raised twice")
    record = truth.finding("F-ZM02").record
    assert record.state is FindingState.WITHDRAWN
    assert record.withdrawn_reason == "Raised twice"
    assert "Raised twice" in page.view._note.text()


def test_a_good_practice_is_raised_from_scratch(qtbot: QtBot, page: Any, truth: Truth) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    dialog = dialog_of(page, RaiseFindingDialog)
    assert not dialog.grades.rows[Grade.MAJOR].isEnabled()
    dialog._ui.name_edit.setText("Peer listening")
    dialog._ui.condition_edit.setPlainText("Agents listen to each other every week.")
    dialog._ui.clause_edit.setText("4.14")
    dialog.grades.rows[Grade.GOOD_PRACTICE].click()
    say_yes(dialog)
    assert page.view.isVisible()
    detail = truth.finding_by_id(page.view.shown)
    assert detail.row.grade is Grade.GOOD_PRACTICE
    assert detail.record.clause == "4.14"
    assert detail.texts["title"].get(Lang.ZH) == "Peer listening"
    assert detail.row.state is FindingState.DRAFT


def test_an_action_is_added_and_shown(qtbot: QtBot, page: Any, shell: Shell, truth: Truth) -> None:
    open_one(page, truth, "F-LZ08")
    before = len(truth.finding("F-LZ08").actions)
    qtbot.mouseClick(page.view.ties.act[ActionKind.CORRECTION], CLICK)
    actions = truth.finding("F-LZ08").actions
    assert len(actions) == before + 1
    assert shell.window.page is not page
    assert shell.window.page.view.shown == actions[-1].id


def test_what_the_auditor_may_not_do_is_said(as_person: Callable[..., Shell]) -> None:
    shell = as_person("LZ", "findings")
    page, truth = shell.window.page, Truth(shell)
    assert not page.number_button.isVisible()
    open_one(page, truth, "F-CS01")
    page.view.steps.buttons[FindingState.ISSUED.value].click()
    dialog = dialog_of(page, StepDialog)
    assert "team leader" in dialog.problem.lower()
    assert not dialog.ok.isEnabled()


def test_undo_of_raising_leads_back_to_the_list(page: Any, shell: Shell, truth: Truth) -> None:
    new = ops.NewFinding(grade=Grade.IMPROVEMENT, forces=frozenset())
    outcome = shell.context.perform(ops.raise_finding(new))
    assert outcome is not None
    page.open_finding(outcome.value)
    shell.context.undo()
    assert page.list.isVisible()


def test_the_page_speaks_the_language_of_the_window(page: Any, shell: Shell, truth: Truth) -> None:
    open_one(page, truth, "F-CS03")
    shell.context.change_settings(language=LanguageChoice.ZH)
    assert page.view.words.fields["condition"].name.text() == "2  事实"
    assert page.view.judgement.grades.rows[Grade.MINOR].text() == "一般不符合"
    assert page.list.model.headerData(3, Qt.Orientation.Horizontal) == "状态"


def test_every_control_has_a_name(page: Any, truth: Truth) -> None:
    assert unnamed(page) == []
    open_one(page, truth, "F-CS03")
    assert unnamed(page) == []
