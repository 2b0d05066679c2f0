"""Check: card, told figures, verdict, another extract, a second source; read back from the file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from auditapp.domain.vocabulary import Completeness
from auditapp.ops.queries.tickets import control_totals, extract_card
from auditapp.ui.pages.records.asking import AskDialog
from auditapp.ui.pages.tickets.check.card import read_moment, shown_moment
from auditapp.ui.pages.tickets.check.figures import NOTE_AT, TOLD_AT, Level
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.ui.tickets.conftest import Stage


@pytest.fixture
def checked(stage: Stage, extract: Path) -> Stage:
    """The stage with one extract, in front."""
    stage.take(extract)
    stage.import_it()
    return stage


def population(stage: Stage) -> UUID:
    return stage.rows()[0].id


def part(stage: Stage, key: str) -> Any:
    stage.page.check_pane.show_part(key)
    return stage.page.check_pane._parts[key]


def put(grid: Any, stage: Stage, row: int, place: int, text: str) -> None:
    """Type into a cell as its editor would."""
    assert grid.model.setData(grid.model.index(row, place), text, Qt.ItemDataRole.EditRole)
    stage.qtbot.wait(1)


def answer(stage: Stage, reason: str) -> None:
    dialog = stage.dialog(AskDialog)
    dialog._ui.text_edit.setPlainText(reason)
    stage.accept(dialog)


def test_the_card_saves_itself(checked: Stage) -> None:
    card = part(checked, "card")
    card.system_field.editor.setText("CRM 2")
    card.run_field.editor.setText("2026-01-05 08:30")
    card.query_field.editor.setPlainText("select *\nfrom tickets")
    card.from_field.editor.setText("2025-01-01")
    card.from_field.editor.editingFinished.emit()
    card.count_field.editor.setText("298")
    checked.shell.context.flush_requested.emit()
    found = extract_card(checked.audit, population(checked))
    assert (found.system, found.query_text) == ("CRM 2", "select *\nfrom tickets")
    assert shown_moment(found.run_at) == "2026-01-05 08:30"
    assert (found.period_from, found.told_count) == (date(2025, 1, 1), 298)


def test_a_moment_that_is_none_is_refused(checked: Stage) -> None:
    card = part(checked, "card")
    card.run_field.editor.setText("yesterday")
    checked.shell.context.flush_requested.emit()
    assert extract_card(checked.audit, population(checked)).run_at is None
    assert card.run_field.text == ""


@pytest.mark.parametrize("text", ["2026-01-05 25:00", "08:30", "2026-02-30", ""])
def test_what_is_no_moment(text: str) -> None:
    assert read_moment(text) is None


def test_evidence_of_the_query_is_attached(checked: Stage, tmp_path: Path) -> None:
    proof = tmp_path / "query.txt"
    proof.write_text("select * from tickets", encoding="utf-8")
    card = part(checked, "card")
    card.attach(proof)
    checked.idle()
    found = extract_card(checked.audit, population(checked))
    assert found.evidence_number
    assert found.evidence_number in card.proof_label.text()


def test_told_figures_are_typed_and_judged(checked: Stage) -> None:
    grid = part(checked, "reconcile")
    grid.show_level(Level.WHOLE)
    put(grid, checked, 0, TOLD_AT, "298")
    totals = control_totals(checked.audit, population(checked))
    assert totals.told == 298
    assert "gaps" in grid.reasons_label.text()
    totals_part = part(checked, "totals")
    totals_part.gaps.setCurrentIndex(totals_part.gaps_model.index(0, 0))
    totals_part.explain_button.click()
    answer(checked, "two test tickets")
    grid = part(checked, "reconcile")
    assert grid.reasons_label.text() == "All told figures agree: confirm it."
    grid.judge_button.click()
    assert checked.rows()[0].completeness is Completeness.RECONCILED
    put(grid, checked, 0, TOLD_AT, "300")
    assert checked.rows()[0].completeness is None
    assert "−2" in grid.model.data(grid.model.index(0, 4))


def test_what_figures_do_not_say_needs_a_reason(checked: Stage) -> None:
    grid = part(checked, "reconcile")
    grid.judge_button.click()
    answer(checked, "counted in the system itself")
    found = extract_card(checked.audit, population(checked))
    assert found.completeness is Completeness.RECONCILED
    assert found.completeness_note == "counted in the system itself"


def test_figures_are_pasted_with_their_channels(checked: Stage) -> None:
    grid = part(checked, "reconcile")
    text = "月份\t渠道\t件数\n2025年1月\t热线\t7\n2025年2月\t在线\t1,008\n"
    QGuiApplication.clipboard().setText(text)
    grid.paste_button.click()
    totals = control_totals(checked.audit, population(checked))
    told = {(it.month, it.channel): it.told for it in totals.rows if it.told is not None}
    assert told == {("2025-01", "hotline"): 7, ("2025-02", "online"): 1008}


def test_numbers_alone_fill_the_column_down(checked: Stage) -> None:
    grid = part(checked, "reconcile")
    grid.show_level(Level.MONTHS)
    grid.grid.setCurrentIndex(grid.model.index(1, TOLD_AT))
    grid.take_text("10\n20")
    rows = grid.model.rows
    assert [row.told for row in rows[:3]] == [None, 10, 20]
    put(grid, checked, 1, NOTE_AT, "estimated")
    assert grid.model.rows[1].note == "estimated"


def test_figures_are_read_from_a_report(checked: Stage, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("月份,件数\n2025-01,5\n2025-02,6\n", encoding="gb18030")
    grid = part(checked, "reconcile")
    grid.take_file(report)
    checked.idle()
    assert grid.level is Level.MONTHS
    assert [row.told for row in grid.model.rows[:2]] == [5, 6]
    assert extract_card(checked.audit, population(checked)).told_source == "report.csv"


def test_an_extract_is_withdrawn_for_a_reason(checked: Stage) -> None:
    part(checked, "card").withdraw_button.click()
    answer(checked, "wrong filter")
    assert not checked.rows()
    assert checked.page.step == "list"


def test_two_extracts_are_listed_and_chosen(checked: Stage, tmp_path: Path) -> None:
    first = population(checked)
    checked.take(made.write(tmp_path / "b.csv", made.rows(40, seed=3)))
    checked.import_it()
    checked.page.extract_line.all_button.click()
    assert checked.page.step == "list"
    assert checked.page.list.model.rowCount() == 2
    checked.page.show_target(first)
    assert checked.page.step == "check"
    assert "298" in checked.page.check_pane.totals.sum_label.text()
