"""Actions: list, two sides apart, life, extension, proof, cancelling, undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from auditapp.domain.life import Need
from auditapp.domain.vocabulary import ActionKind, ActionState, EvidenceKind, Lang
from auditapp.ops.queries.actions import ActionFilter, action_list
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog
from auditapp.ui.pages.records.asking import AskDialog, PickDialog
from auditapp.ui.pages.records.stepping import StepDialog
from tests.ui.findings.stage import Truth, dialog_of, say_yes, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def shell(as_person: Callable[..., Shell]) -> Shell:
    return as_person("LZ", "actions")


@pytest.fixture
def page(shell: Shell) -> Any:
    return shell.window.page


@pytest.fixture
def truth(shell: Shell) -> Truth:
    return Truth(shell)


def open_one(page: Any, truth: Truth, number: str) -> None:
    page.show_target(truth.action(number).row.id)
    assert page.view.isVisible()


def numbers(page: Any) -> list[str]:
    model = page.list.model
    return [model.row_at(model.index(n, 0)).number for n in range(model.rowCount())]


def take(page: Any, state: ActionState, **brought: str) -> None:
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


def write(field: Any, text: str, *, second: bool = False) -> None:
    editor = field.editors[second]
    editor.setFocus()
    editor.setPlainText(text)


def test_the_list_and_its_filters(qtbot: QtBot, page: Any, truth: Truth) -> None:
    stored = action_list(truth.audit, today=truth.today)
    assert numbers(page) == [row.number for row in stored]
    qtbot.mouseClick(page.overdue, CLICK)
    assert numbers(page) == [row.number for row in stored if row.overdue]
    assert numbers(page)
    qtbot.mouseClick(page.overdue, CLICK)
    qtbot.mouseClick(page.to_verify, CLICK)
    assert numbers(page) == [row.number for row in stored if row.to_verify]
    qtbot.mouseClick(page.to_verify, CLICK)
    page.show_target(ActionFilter(kind=ActionKind.CORRECTION))
    assert numbers(page) == [row.number for row in stored if row.kind is ActionKind.CORRECTION]
    page._on_cleared()
    page.list.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    first = page.list.model.row_at(page.list.model.index(0, 0))
    assert first.due_on == min(row.due_on for row in stored if row.due_on)


def test_enter_opens_and_escape_goes_back(qtbot: QtBot, page: Any) -> None:
    page.list.focus_table()
    row = page.list.table.current_row
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.view.shown == row.id
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    assert page.view.auditee.texts["description"].editors[False].hasFocus()


def test_each_side_is_stored_in_its_own_fields(page: Any, shell: Shell, truth: Truth) -> None:
    open_one(page, truth, "A-LZ10")
    fields = {**page.view.auditee.texts, **page.view.team.texts}
    write(fields["description"], "恢复7天规则")
    write(fields["description"], "Restore the 7-day rule", second=True)
    write(fields["assessment"], "能消除原因")
    page.view.auditee.owner.editor.setFocus()
    page.view.auditee.owner.editor.setText("Data team lead")
    page.list.setFocus()
    page.view.flush()
    detail = truth.action("A-LZ10")
    assert detail.texts["description"].get(Lang.ZH) == "恢复7天规则"
    assert detail.texts["description"].get(Lang.EN) == "Restore the 7-day rule"
    assert detail.texts["assessment"].get(Lang.ZH) == "能消除原因"
    assert not detail.texts["verification"]
    assert detail.record.owner == "Data team lead"
    shell.context.undo()
    assert truth.action("A-LZ10").record.owner != "Data team lead"


def test_five_whys_number_themselves(qtbot: QtBot, page: Any, truth: Truth) -> None:
    open_one(page, truth, "A-LZ10")
    editor = page.view.auditee.texts["root_cause"].editors[False]
    editor.setFocus()
    editor.clear()
    qtbot.keyClicks(editor, "1. No rule")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Nobody owns it")
    page.view.flush()
    cause = truth.action("A-LZ10").texts["root_cause"].get(Lang.ZH)
    assert cause == "1. No rule\n2. Nobody owns it"


def test_a_corrective_action_is_led_to_its_verdict(page: Any, truth: Truth) -> None:
    open_one(page, truth, "A-LZ10")
    states, day = ActionState, truth.today
    take(page, states.ACCEPTED)
    write(page.view.auditee.texts["root_cause"], "1. 规则被口头取消")
    take(page, states.CAUSE_AGREED)
    take(page, states.ACTION_PLANNED)
    page.view.steps.buttons[states.IMPLEMENTED.value].click()
    dialog = dialog_of(page, StepDialog)
    assert "proof" in dialog.problem
    dialog.reject()
    write(page.view.auditee.texts["proof"], "系统规则截图")
    take(page, states.IMPLEMENTED)
    take(page, states.CHECK_DUE, effect_criterion="59 fresh tickets, none wrong")
    record = truth.action("A-LZ10").record
    assert record.check_due_on == day + timedelta(days=90)
    assert record.criterion == "59 fresh tickets, none wrong"
    take(page, states.INEFFECTIVE, verification="复测59件仍有4件")
    detail = truth.action("A-LZ10")
    assert detail.record.state is states.INEFFECTIVE
    assert detail.record.verified_on == day
    assert detail.verified_by is not None
    assert detail.texts["verification"].get(Lang.ZH) == "复测59件仍有4件"
    take(page, states.ACTION_PLANNED)
    assert truth.action("A-LZ10").record.reopened == detail.record.reopened + 1


def test_a_correction_has_its_own_shorter_life(page: Any, truth: Truth) -> None:
    open_one(page, truth, "A-LZ03")
    assert truth.action("A-LZ03").record.state is ActionState.CORRECTION_DONE
    take(page, ActionState.EFFECTIVE, verification="抽查3个账号均已停用")
    assert truth.action("A-LZ03").record.state is ActionState.EFFECTIVE
    # Settled: nothing can be edited any more.
    assert page.view.auditee.texts["description"].editors[False].isReadOnly()
    assert not page.view.auditee.due.isEnabled()


def test_a_later_due_date_is_an_extension_with_a_reason(
    qtbot: QtBot, page: Any, truth: Truth
) -> None:
    open_one(page, truth, "A-LZ05")
    before = truth.action("A-LZ05").record
    assert before.due_on is not None
    later = (before.due_on + timedelta(days=14)).isoformat()
    page.view.auditee.due.editor.setText(later)
    qtbot.keyClick(page.view.auditee.due.editor, Qt.Key.Key_Return)
    dialog = dialog_of(page, AskDialog)
    dialog.reject()
    assert page.view.auditee.due.editor.text() == before.due_on.isoformat()
    page.view.auditee.due.editor.setText(later)
    qtbot.keyClick(page.view.auditee.due.editor, Qt.Key.Key_Return)
    dialog = dialog_of(page, AskDialog)
    dialog._ui.text_edit.setPlainText("The supplier needs two more weeks")
    dialog._ok.click()
    after = truth.action("A-LZ05").record
    assert after.due_on is not None
    assert after.due_on.isoformat() == later
    assert after.extensions == before.extensions + 1
    assert after.extension_reason == "The supplier needs two more weeks"
    assert "two more weeks" in page.view.auditee.extended.text()


def test_an_earlier_due_date_needs_none(qtbot: QtBot, page: Any, truth: Truth) -> None:
    open_one(page, truth, "A-LZ05")
    before = truth.action("A-LZ05").record
    assert before.due_on is not None
    page.view.auditee.due.editor.setText((before.due_on - timedelta(days=1)).isoformat())
    qtbot.keyClick(page.view.auditee.due.editor, Qt.Key.Key_Return)
    after = truth.action("A-LZ05").record
    assert after.due_on == before.due_on - timedelta(days=1)
    assert after.extensions == before.extensions


def test_proof_is_linked_and_added(qtbot: QtBot, page: Any, truth: Truth) -> None:
    open_one(page, truth, "A-LZ05")
    qtbot.mouseClick(page.view.auditee.link, CLICK)
    dialog = dialog_of(page, PickDialog)
    dialog._ui.search_edit.setText("E-CC-LZ011")
    qtbot.keyClick(dialog._ui.search_edit, Qt.Key.Key_Return)
    say_yes(dialog)
    qtbot.mouseClick(page.view.auditee.add, CLICK)
    added = dialog_of(page, AddEvidenceDialog)
    added.begin(EvidenceKind.NOTE)
    added._ui.body_edit.setPlainText("Seen on the system")
    say_yes(added)
    proofs = truth.action("A-LZ05").proofs
    assert "E-CC-LZ011" in {chip.number for chip in proofs}
    assert len(proofs) == 2


def test_cancelling_needs_a_reason_and_undo_brings_it_back(
    page: Any, shell: Shell, truth: Truth
) -> None:
    open_one(page, truth, "A-LZ05")
    before = truth.action("A-LZ05").record.state
    take(page, ActionState.CANCELLED, reason="Merged with A-LZ06")
    record = truth.action("A-LZ05").record
    assert record.state is ActionState.CANCELLED
    assert record.cancel_reason == "Merged with A-LZ06"
    assert "Merged with" in page.view._note.text()
    shell.context.undo()
    assert truth.action("A-LZ05").record.state is before
    assert not page.view._note.isVisible()


def test_neighbours_are_reached_without_going_back(qtbot: QtBot, page: Any, truth: Truth) -> None:
    open_one(page, truth, numbers(page)[0])
    qtbot.mouseClick(page.view.next, CLICK)
    assert page.view.number.text() == numbers(page)[1]
    qtbot.mouseClick(page.view.previous, CLICK)
    assert page.view.number.text() == numbers(page)[0]


def test_every_control_has_a_name(page: Any, truth: Truth) -> None:
    assert unnamed(page) == []
    open_one(page, truth, "A-LZ05")
    assert unnamed(page) == []
