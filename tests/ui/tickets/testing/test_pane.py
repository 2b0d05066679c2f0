"""Run, read, settle: through the widgets, and what the file holds then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialogButtonBox

from auditapp.domain.vocabulary import Dimension, Lang
from auditapp.ops.queries.evidence import evidence_list
from auditapp.ops.queries.findings import finding_list
from auditapp.ops.queries.ticket_board import breakdown, runs
from auditapp.ops.queries.ticket_decisions import deviations
from auditapp.ui.pages.tickets.page import TicketsPage
from auditapp.ui.pages.tickets.testing.detail import EXCEPTIONS, METHOD, REASONS, SPREAD
from auditapp.ui.pages.tickets.testing.run_dialog import RunDialog
from auditapp.ui.pages.tickets.testing.words import limit_text
from tests.ui.findings.stage import unnamed
from tests.ui.tickets.testing.conftest import CLOCK, TICKETS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.tickets.testing.conftest import Stage

TODAY = date(2026, 11, 23)


def choose_rows(stage: Stage, *numbers: int) -> None:
    table = stage.pane.result.exceptions.table
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.clearSelection()
    for number in numbers:
        table.selectionModel().select(table.model().index(number, 0), flags)


def test_rules_are_run_from_the_empty_pane(stage: Stage, qtbot: QtBot) -> None:
    stage.refresh()
    assert stage.pane.empty.isVisible()
    dialog = stage.pane.ask_run()
    assert dialog is not None
    dialog.tick({CLOCK, "R-040"})
    assert {rule.id for rule in dialog.ticked} == {CLOCK, "R-040"}
    assert "repeat_window_days" in dialog.choices
    assert "reply_stop" not in dialog.choices
    combo = dialog.choices["repeat_window_days"]
    combo.setCurrentIndex(combo.findData("90"))
    dialog._ui.as_of_edit.setText("2026-11-01")
    dialog._ui.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: bool(stage.board.rows))
    (run,) = runs(stage.audit, stage.population)
    assert run.as_of == "2026-11-01"
    assert run.choices["repeat_window_days"] == "90"
    assert run.tickets == TICKETS
    assert stage.row(CLOCK).counts.failed == len(stage.late()) > 0
    qtbot.waitUntil(stage.pane.rules.table.isVisible)
    assert stage.pane.rules.model.rowCount() == 2


def test_a_run_that_is_cancelled_leaves_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.refresh()
    head = stage.audit.head_hash()
    dialog = stage.pane.ask_run()
    assert dialog is not None
    dialog._ui.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    (job,) = stage.context.jobs.jobs
    job.cancel()
    qtbot.waitUntil(lambda: not stage.context.jobs.jobs)
    assert stage.audit.head_hash() == head
    assert stage.board.run is None
    assert stage.pane.empty.isVisible()
    assert stage.pane._first_run.isEnabled()


def test_the_next_run_begins_with_what_was_chosen_before(stage: Stage) -> None:
    stage.run(CLOCK)
    dialog = stage.pane.ask_run()
    assert dialog is not None
    assert [rule.id for rule in dialog.ticked] == [CLOCK]


def test_the_board_shows_what_the_file_holds(stage: Stage) -> None:
    stage.run(CLOCK, "AC-02")
    stage.show(CLOCK)
    row = stage.row(CLOCK)
    pane = stage.pane.result
    assert pane.share.text() == f"{row.numerator} / {row.denominator}"
    assert "not established" in pane.marks.text()
    model = pane.exceptions.model
    assert model.rowCount() == row.exceptions == len(stage.late())
    first = model.row_of(0)
    assert first is not None
    assert first.ticket == stage.late()[0][0]


def test_exceptions_of_a_slice_in_another_order(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    pane = stage.pane.result
    pane.parts.by.segments[1].click()
    assert pane.parts.table.choose("HZ")
    pane.parts.show_button.click()
    stage.settle()
    assert pane.tabs.current == EXCEPTIONS
    wanted = [row[0] for row in stage.late() if row[6] == "HZ"]
    part = next(
        it
        for it in breakdown(stage.audit, stage.row(CLOCK).result_id, Dimension.UNIT)
        if it.key == "HZ"
    )
    assert pane.exceptions.model.total == part.counts.failed == len(wanted)
    pane.exceptions.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    stage.settle()
    rows = pane.exceptions.taken()
    assert {it.ticket for it in rows} == set(wanted)
    values = [it.value or 0 for it in rows]
    assert values == sorted(values, reverse=True)
    pane.exceptions.slice_button.click()
    stage.settle()
    assert pane.exceptions.model.total == len(stage.late())


def test_windows_beyond_the_first_are_read_when_they_come_into_sight(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.run("AC-02")
    row = stage.row("AC-02")
    assert row.exceptions > 512
    stage.show(row.rule_id)
    stage.pane.result.show_tab(EXCEPTIONS)
    pane = stage.pane.result.exceptions
    assert pane.model.row_of(row.exceptions - 1) is None
    pane.table.scrollToBottom()
    qtbot.waitUntil(lambda: pane.model.row_of(row.exceptions - 1) is not None)
    last = pane.model.row_of(row.exceptions - 1)
    assert last is not None
    assert last.position == row.exceptions - 1


def test_chosen_exceptions_become_a_finding_in_one_step(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    before = len(finding_list(stage.audit, today=TODAY))
    choose_rows(stage, 0, 2)
    button = stage.pane.result.exceptions.finding_button
    assert button.text() == "Finding from 2"
    button.click()
    rows = finding_list(stage.audit, today=TODAY)
    assert len(rows) == before + 1
    (linked,) = stage.row(CLOCK).findings
    assert linked.exceptions == 2
    late = stage.late()
    proofs = {it.record.reference for it in evidence_list(stage.audit)}
    assert {late[0][0], late[2][0]} <= proofs
    stage.context.undo()
    assert stage.row(CLOCK).findings == ()


def test_without_a_choice_all_exceptions_are_taken_up(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    stage.pane.result.exceptions.finding_button.click()
    (linked,) = stage.row(CLOCK).findings
    assert linked.exceptions == len(stage.late())


def test_exceptions_are_accepted_with_reason_and_expiry_and_taken_back(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    choose_rows(stage, 1)
    stage.pane.result.exceptions.accept_button.click()
    dialog = stage.pane.accept_deviations()
    assert dialog is not None
    ok = dialog._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog._ui.reason_edit.setPlainText("系统停机")
    dialog._ui.approver_edit.setText("质量部")
    dialog._ui.expires_edit.setText("2027-01-31")
    ok.click()
    (kept,) = deviations(stage.audit, today=TODAY)
    assert (kept.reason, kept.approver, kept.expires_on) == (
        "系统停机",
        "质量部",
        date(2027, 1, 31),
    )
    assert kept.tickets == (stage.late()[1][0],)
    stage.refresh()
    stage.settle()
    stage.pane.result.exceptions.open_only.click()
    stage.settle()
    assert stage.pane.result.exceptions.model.total == len(stage.late()) - 1
    decisions = stage.pane.show_decisions()
    assert decisions is not None
    decisions.table.choose(kept.id)
    decisions.withdraw.click()
    (kept,) = deviations(stage.audit, today=TODAY)
    assert kept.withdrawn


def test_a_template_offers_no_finding(stage: Stage) -> None:
    stage.run("R-044")
    stage.show("R-044")
    assert stage.row("R-044").template
    pane = stage.pane.result
    assert not pane.exceptions.finding_button.isEnabled()
    assert "template" in pane.marks.text()
    assert pane.rate.text()[:1] not in "✓!‼"


def test_what_is_missing_leads_to_the_mapping(stage: Stage, qtbot: QtBot) -> None:
    stage.run("CB-12")
    stage.show("CB-12")
    pane = stage.pane.result
    pane.show_tab(REASONS)
    assert pane.reasons.bar.isVisible()
    assert "Decision notified at" in pane.reasons.unmapped_label.text()
    with qtbot.waitSignal(stage.pane.mapping_wanted) as wanted:
        pane.reasons.map_button.click()
    assert wanted.args == [stage.population, ("decision_notified_at",)]


def test_show_me_these_tickets(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    choose_rows(stage, 0)
    dialog = stage.pane.show_tickets()
    assert dialog is not None
    late = stage.late()[0]
    assert dialog.title.text() == late[0]
    shown = {it.field: it.text for it in dialog.cell_model._shown}
    assert shown["received_at"] == late[3]
    assert shown["customer_key"] != late[1]
    assert CLOCK in dialog.fails.text()


def test_the_method_page_holds_the_sql_and_the_hash(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    stage.pane.result.show_tab(METHOD)
    said = stage.pane.result.method.page.toPlainText()
    detail = stage.pane.result.detail
    assert detail is not None
    assert detail.run.extract_hash in said
    assert "-- " + CLOCK in said
    for line in detail.sql.splitlines()[:12]:
        assert line.strip() in said


def test_without_the_tickets_file_the_stored_ones_are_listed(stage: Stage) -> None:
    stage.run(CLOCK)
    path = stage.files.find(stage.population)
    assert path is not None
    path.rename(path.with_suffix(".away"))
    stage.refresh()
    stage.show(CLOCK)
    pane = stage.pane.result.exceptions
    assert pane.model.rowCount() == len(stage.late())
    assert "not on this machine" in pane.count.text()
    assert not pane.show_button.isEnabled()
    assert not stage.pane.run_button.isEnabled()


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.run(CLOCK, "R-044")
    stage.show(CLOCK)
    for number in range(5):
        stage.pane.result.show_tab(number)
        assert unnamed(stage.pane) == []
    dialog = stage.pane.ask_run()
    assert dialog is not None
    assert unnamed(dialog) == []


def test_the_limit_is_drawn_into_the_spread(stage: Stage) -> None:
    stage.run(CLOCK)
    stage.show(CLOCK)
    stage.pane.result.show_tab(SPREAD)
    plot = stage.pane.result.plot
    late = len(stage.late())
    assert plot.accessibleName().startswith(f"{late} of {TICKETS} tickets measured lie beyond 56")
    theme = stage.context.theme
    picture = plot.grab().toImage()
    row = int(plot.area.bottom()) - 2
    seen = {picture.pixelColor(x, row).name() for x in range(picture.width())}
    assert {theme.css("accent").lower(), theme.css("major").lower()} <= seen


@pytest.mark.parametrize(
    ("limit", "said"),
    [("60min", "60 min"), ("15/30/60cd", "15 / 30 / 60 calendar days"), (">=0.95", "≥ 95 %"),
     ("<=70", "≤ 70"), ("due_at", "due_at"), (None, "")],
)  # fmt: skip
def test_limits_in_words(limit: str | None, said: str) -> None:
    assert limit_text(limit) == said


def test_names_in_both_languages(stage: Stage) -> None:
    stage.run(CLOCK)
    names = stage.row(CLOCK).names
    assert stage.pane.result.title.full_text == names[Lang.EN]


def systemic(count: int) -> list[tuple[str, int, int, float | None, float | None]]:
    """Months of a control chart as R-080 stores them, the last ones above the limit."""

    return [(f"2026-{it:02}", 40 if it > 6 else 10, 100, 0.1, 0.2) for it in range(1, count + 1)]


def test_months_above_the_control_limit_are_named(stage: Stage) -> None:
    chart = stage.pane.result.clusters.chart
    chart.show_months(systemic(8))
    assert chart.accessibleName().endswith("2026-07, 2026-08")
    chart.resize(500, 220)
    picture = chart.grab().toImage()
    wanted = stage.context.theme.css("major").lower()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert wanted in seen


def test_the_page_leads_to_a_result_and_follows_what_changes(stage: Stage, qtbot: QtBot) -> None:
    stage.run(CLOCK, "AC-02")
    row = stage.row(CLOCK)
    stage.shell.window.show_page("tickets", row.result_id)
    (page,) = stage.shell.window.findChildren(TicketsPage)
    pane = page.test_pane
    qtbot.waitUntil(lambda: pane.result.exceptions.model.row_of(0) is not None)
    assert pane.rules.table.current_row is not None
    assert pane.rules.table.current_row.rule_id == CLOCK
    pane.result.exceptions.finding_button.click()
    (linked,) = stage.row(CLOCK).findings
    shown = pane.rules.table.current_row
    assert shown is not None
    assert [it.id for it in shown.findings] == [linked.id]
    stage.context.undo()
    shown = pane.rules.table.current_row
    assert shown is not None
    assert shown.findings == ()


def test_single_keys_act_on_the_pane(stage: Stage, qtbot: QtBot) -> None:
    stage.run(CLOCK)
    stage.pane.hide()
    stage.shell.window.activateWindow()
    stage.shell.window.show_page("tickets", stage.row(CLOCK).result_id)
    (page,) = stage.shell.window.findChildren(TicketsPage)
    pane = page.test_pane
    qtbot.waitUntil(lambda: pane.result.exceptions.model.row_of(0) is not None)
    assert pane.hasFocus()
    qtbot.keyClick(pane, Qt.Key.Key_R)
    (dialog,) = pane.findChildren(RunDialog)
    dialog.reject()
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_F)
    assert len(stage.row(CLOCK).findings) == 1
    search = pane.rules.search
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_F)
    assert search.text() == "f"
    assert len(stage.row(CLOCK).findings) == 1
