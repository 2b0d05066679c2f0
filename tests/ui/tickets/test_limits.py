"""The grid of limits: typed, pasted, sourced; and what a run says by it then."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog

from auditapp.domain.vocabulary import Force, Lang
from auditapp.ops.criteria import OwnRule, add_criterion
from auditapp.ops.queries.plan import load_own_rules
from auditapp.ops.queries.ticket_decisions import sla_limits
from auditapp.ui.pages.tickets.sla.dialog import SlaDialog
from tests.ui.tickets.testing.conftest import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

SHAPE = "%Y-%m-%d %H:%M:%S"
GRID = (
    "类别\tVIP\t普通客户\t其他\n资费\t30分钟\t2小时\t-\n网络\t1h\tabc\t3工作日\n全部\t\t\t4小时\n"
)


@pytest.fixture
def stage(open_shell: Shell, tmp_path: Path, qtbot: QtBot) -> Stage:
    found = Stage(open_shell, tmp_path, qtbot)
    found.refresh()
    return found


def opened(stage: Stage) -> SlaDialog:
    stage.pane.limits_button.click()
    found = [
        it for it in QApplication.topLevelWidgets() if isinstance(it, SlaDialog) and it.isVisible()
    ]
    assert len(found) == 1
    found[0].activateWindow()
    stage.qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def stored(stage: Stage, clock: str) -> dict[tuple[str, str], str | None]:
    return {(row.category, row.tier): row.limit for row in sla_limits(stage.audit, clock)}


def type_in(stage: Stage, dialog: SlaDialog, place: tuple[str, str], text: str) -> None:
    """Type over a cell with the keyboard."""
    table = dialog.table
    table.setCurrentIndex(dialog.grid.index_of(place))
    table.setFocus()
    stage.qtbot.keyClicks(table, text[:1])
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not table
    stage.qtbot.keyClicks(editor, text[1:])
    stage.qtbot.keyClick(editor, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: place in dialog.grid.stored and place not in dialog.grid.bad)


def paste(stage: Stage, dialog: SlaDialog, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    dialog.table.setFocus()
    stage.qtbot.keySequence(dialog.table, QKeySequence(QKeySequence.StandardKey.Paste))


def add_clock(stage: Stage, dialog: SlaDialog, limit: str) -> str:
    """Add an own clock by the form; its code."""
    dialog.add_button.click()
    form = next(it for it in dialog.findChildren(QDialog) if it.isVisible())
    form.form.zh_edit.setText("内部办结")
    stage.qtbot.keyClicks(form.form.en_edit, "Closed by own limit")
    stage.qtbot.keyClicks(form.limit_edit, limit)
    form._ok.click()
    assert dialog.clock is not None
    return dialog.clock.code


def take_source(dialog: SlaDialog, number: str) -> None:
    combo = dialog.source_combo
    index = next(it for it in range(combo.count()) if combo.itemText(it).startswith(number))
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def own_rule(stage: Stage, force: Force = Force.OWN_PROCEDURE) -> str:
    op = add_criterion(OwnRule("投诉管理办法", force=force, article="第九条"))
    outcome = stage.context.perform(op)
    assert outcome is not None
    rows = stage.audit.read(load_own_rules)
    return next(row.number for row in rows if row.id == outcome.value)


def over(stage: Stage, limit: timedelta, category: str = "") -> int:
    """How many tickets of the source took longer; counted in plain Python."""
    spans = [
        datetime.strptime(row[4], SHAPE) - datetime.strptime(row[3], SHAPE)  # noqa: DTZ007
        for row in stage.body
        if category in ("", row[5])
    ]
    return sum(span > limit for span in spans)


def test_a_grid_is_pasted_as_one_step(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.choose("dispatch")
    paste(stage, dialog, GRID)
    assert stored(stage, "dispatch") == {
        ("资费", "vip"): "30min",
        ("资费", "standard"): "2h",
        ("资费", "other"): None,
        ("网络", "vip"): "1h",
        ("", "other"): "4h",
    }
    bad = dialog.grid.index_of(("网络", "standard"))
    assert dialog.grid.data(bad) == "✕ abc"
    dialog.table.setCurrentIndex(bad)
    assert "abc" in dialog.problem_label.text()
    dialog.table.setCurrentIndex(dialog.grid.index_of(("网络", "other")))
    assert "minutes" in dialog.problem_label.text()
    assert "template" in dialog.state_label.text()
    stage.qtbot.keySequence(dialog.table, QKeySequence(QKeySequence.StandardKey.Undo))
    assert stored(stage, "dispatch") == {}
    assert dialog.grid.stored == {}


def test_a_bad_cell_is_typed_over(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.choose("dispatch")
    paste(stage, dialog, GRID)
    type_in(stage, dialog, ("网络", "standard"), "90 min")
    assert stored(stage, "dispatch")["网络", "standard"] == "90min"
    assert ("网络", "standard") not in dialog.grid.bad
    dialog.table.setCurrentIndex(dialog.grid.index_of(("网络", "vip")))
    stage.qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert ("网络", "vip") not in stored(stage, "dispatch")


def test_empty_cells_show_the_limit_that_counts(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.choose("dispatch")
    paste(stage, dialog, "30 min")
    assert stored(stage, "dispatch") == {("", ""): "30min"}
    cell = dialog.grid.index_of(("", "vip"))
    assert (dialog.grid.data(cell), dialog.grid.data(cell, Qt.ItemDataRole.EditRole)) == (
        "30 min", "",
    )  # fmt: skip


def test_an_own_clock_is_a_template_until_it_has_a_source(stage: Stage) -> None:
    number = own_rule(stage)
    dialog = opened(stage)
    code = add_clock(stage, dialog, "20 days of")
    assert code != "OWN-LI1"  # the limit could not be read: nothing was stored
    form = next(it for it in dialog.findChildren(QDialog) if it.isVisible())
    form.limit_edit.setText("480h")
    form._ok.click()
    assert stored(stage, "OWN-LI1") == {("", ""): "480h"}
    assert "template" in dialog.state_label.text()
    dialog.close()
    stage.run("OWN-LI1")
    row = stage.row("OWN-LI1")
    assert row.template
    assert row.force == Force.TEMPLATE
    assert row.name(Lang.ZH) == "内部办结"
    wanted = over(stage, timedelta(hours=480))
    assert (row.counts.failed, row.counts.passed) == (wanted, len(stage.body) - wanted)

    dialog = opened(stage)
    dialog.choose("OWN-LI1")
    take_source(dialog, number)
    assert "template" not in dialog.state_label.text()
    dialog.category_combo.setEditText("资费")
    dialog.category_button.click()
    type_in(stage, dialog, ("资费", ""), "10 d")
    assert [row.template for row in sla_limits(stage.audit, "OWN-LI1")] == [False, False]
    dialog.close()
    stage.run("OWN-LI1")
    row = stage.row("OWN-LI1")
    assert not row.template
    assert row.force == Force.OWN_PROCEDURE
    rest = over(stage, timedelta(hours=480), "网络")
    assert row.counts.failed == over(stage, timedelta(days=10), "资费") + rest > wanted


def test_where_nothing_is_laid_down_nothing_is_judged(stage: Stage) -> None:
    dialog = opened(stage)
    code = add_clock(stage, dialog, "480h")
    paste(stage, dialog, "类别\t全部\n资费\t—\n")
    assert stored(stage, code) == {("", ""): "480h", ("资费", ""): None}
    dialog.close()
    stage.run(code)
    counts = stage.row(code).counts
    assert counts.not_applicable == sum(row[5] == "资费" for row in stage.body)
    assert counts.failed == over(stage, timedelta(hours=480), "网络")


def test_a_tier_that_nobody_gave_is_not_assumed(stage: Stage) -> None:
    dialog = opened(stage)
    code = add_clock(stage, dialog, "480h")
    type_in(stage, dialog, ("", "vip"), "1 h")
    dialog.close()
    stage.run(code)
    assert stage.row(code).counts.cannot_test == len(stage.body)


def test_a_template_is_no_source(stage: Stage) -> None:
    number = own_rule(stage, Force.TEMPLATE)
    dialog = opened(stage)
    listed = [dialog.source_combo.itemText(it) for it in range(dialog.source_combo.count())]
    assert not any(text.startswith(number) for text in listed)


def test_an_own_clock_is_changed_and_offered_in_the_run(stage: Stage) -> None:
    dialog = opened(stage)
    code = add_clock(stage, dialog, "15 days")
    form = dialog.form
    form.en_edit.setFocus()
    form.en_edit.selectAll()
    stage.qtbot.keyClicks(form.en_edit, "Closed in time")
    stage.qtbot.keyClick(form.en_edit, Qt.Key.Key_Return)
    index = form.stop_combo.findData("first_reply_at")
    form.stop_combo.setCurrentIndex(index)
    form.stop_combo.activated.emit(index)
    form.pauses_check.click()
    (row,) = sla_limits(stage.audit, code)
    assert (row.limit, row.stop, row.pauses) == ("15cd", "first_reply_at", True)
    assert dialog.clock is not None
    assert dialog.clock.names[Lang.EN] == "Closed in time"
    dialog.close()
    run = stage.pane.ask_run()
    assert run is not None
    run.tick({code})
    (rule,) = run.ticked
    assert (rule.name.en, rule.name.zh) == ("Closed in time", "内部办结")
    run.close()
    dialog = opened(stage)
    dialog.choose(code)
    dialog.remove_button.click()
    assert sla_limits(stage.audit, code) == ()
    assert code not in stage.pane.shelf.library.rules
