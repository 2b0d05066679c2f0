"""Profile, hours, selection: by the widgets, asserted on what the file holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, Qt

from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import Result
from auditapp.ops import answers, audits, selection
from auditapp.ops.queries import content as content_queries
from auditapp.ops.queries import effort
from auditapp.ops.queries import not_asked as queries
from auditapp.ui.pages.plan.leave_out_dialog import LeaveOutDialog
from auditapp.ui.pages.plan.proposal_dialog import ProposalDialog
from auditapp.ui.pages.plan.questions_pane import ASKED, GONE, NOT_ASKED
from tests.ui.plan.typing import edit_cell, fill

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from auditapp.ops.queries.standing import Pair
    from auditapp.store.op import Op
    from auditapp.ui.pages.plan.page import PlanPage

FACT = "has_vendors"


def asked(page: PlanPage) -> set[Pair]:
    rows = content_queries.questions(page.context.audit, page.desk.shelf)
    return {row.pair for row in rows}


def left_out(page: PlanPage) -> dict[Pair, LeftOutReason]:
    rows = queries.not_asked(page.context.audit, page.desk.shelf)
    return {row.pair: row.reason for row in rows if row.reason is not None}


def stated(page: PlanPage) -> dict[str, frozenset[str] | None]:
    rows = queries.profile(page.context.audit, page.desk.shelf)
    return {row.fact.id: row.values for row in rows}


def units(page: PlanPage) -> dict[str, UUID]:
    return {unit.code: unit.id for unit in page.desk.plan.units}


def run(page: PlanPage, op: Op[Any]) -> None:
    assert page.context.perform(op) is not None


def segment(page: PlanPage, fact: str, index: int) -> Any:
    return page.profile.lines[fact].answers.segments[index]


def give_hours(page: PlanPage, minutes: int = 60) -> None:
    me = page.context.heading.actor
    assert me is not None
    run(page, selection.set_capacity(me, date(2026, 11, 2), minutes=minutes))


def choose_rows(page: PlanPage, pairs: list[Pair]) -> None:
    table = page.selection.questions.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for pair in pairs:
        index = table.rows.index_of(pair)
        assert index.isValid(), pair
        table.selectionModel().select(index, flags.Select | flags.Rows)


def test_a_fact_hides_questions_at_once_and_undo_brings_them_back(
    qtbot: QtBot, page: PlanPage
) -> None:
    page.show_part("profile")
    before = asked(page)
    assert page.profile.lines[FACT].answers.current == 2
    qtbot.mouseClick(segment(page, FACT, 1), Qt.MouseButton.LeftButton)
    assert stated(page)[FACT] == frozenset({"no"})
    fewer = asked(page)
    assert fewer < before
    assert str(len(fewer)) in page.profile.headline_label.text()
    assert page.profile.lines[FACT].answers.current == 1
    page.context.undo()
    assert stated(page)[FACT] is None
    assert asked(page) == before
    assert page.profile.lines[FACT].answers.current == 2


def test_not_known_takes_the_statement_back(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("profile")
    qtbot.mouseClick(segment(page, FACT, 0), Qt.MouseButton.LeftButton)
    assert stated(page)[FACT] == frozenset({"yes"})
    qtbot.mouseClick(segment(page, FACT, 2), Qt.MouseButton.LeftButton)
    assert stated(page)[FACT] is None


def test_what_a_fact_hides_is_listed_with_the_reason(page: PlanPage) -> None:
    run(page, selection.set_profile_fact(FACT, ["no"]))
    page.show_part("profile")
    page.profile.list_button.click()
    assert page.current == "selection"
    assert page.selection.questions.views.current == NOT_ASKED
    rows = queries.not_asked(page.context.audit, page.desk.shelf)
    model = page.selection.questions.model
    assert model.rowCount() == len(rows)
    hidden = next(row for row in rows if any("has_vendors" in str(it) for it in row.tests))
    line = model.row_at(model.index_of(hidden.pair))
    assert line is not None
    assert "Vendors handle complaints" in line.why
    choose_rows(page, [hidden.pair])
    assert not page.selection.questions.ask_button.isEnabled()


def test_hours_typed_into_the_grid_are_stored_and_weighed(qtbot: QtBot, page: PlanPage) -> None:
    run(page, audits.set_dates({"onsite_from": date(2026, 11, 2), "onsite_to": date(2026, 11, 3)}))
    page.show_part("selection")
    pane = page.selection.hours
    edit_cell(qtbot, pane.grid, 0, 1, "6.5")
    view = effort.effort_view(page.context.audit, page.desk.shelf)
    assert [(slot.day, slot.minutes, slot.unit) for slot in view.slots] == [
        (date(2026, 11, 2), 390, None)
    ]
    assert view.say(page.context.texts)[0] == pane.sentence_label.text()
    assert pane.over_label.text().startswith("! ")
    assert any(bar.over and bar.words.startswith("! ") for bar in pane.bars.bars)


def test_what_is_no_number_of_hours_is_refused(qtbot: QtBot, page: PlanPage) -> None:
    run(page, audits.set_dates({"onsite_from": date(2026, 11, 2), "onsite_to": date(2026, 11, 3)}))
    page.show_part("selection")
    pane = page.selection.hours
    with qtbot.waitSignal(page.context.noticed):
        edit_cell(qtbot, pane.grid, 0, 1, "soon")
    assert effort.effort_view(page.context.audit, page.desk.shelf).slots == ()
    with qtbot.waitSignal(page.context.refused):
        edit_cell(qtbot, pane.grid, 0, 1, "25")
    assert effort.effort_view(page.context.audit, page.desk.shelf).slots == ()


def test_days_are_filled_for_the_whole_team_as_one_gesture(page: PlanPage) -> None:
    run(page, audits.set_dates({"onsite_from": date(2026, 11, 2), "onsite_to": date(2026, 11, 3)}))
    page.show_part("selection")
    page.selection.hours.fill_button.click()
    slots = effort.effort_view(page.context.audit, page.desk.shelf).slots
    assert len(slots) == 4
    assert {slot.minutes for slot in slots} == {420}
    assert not page.selection.hours.fill_button.isEnabled()
    page.context.undo()
    assert effort.effort_view(page.context.audit, page.desk.shelf).slots == ()


def test_a_volume_is_stored_for_the_unit_shown(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("selection")
    pane = page.selection.hours
    pane.place_combo.setCurrentIndex(2)
    pane.place_combo.activated.emit(2)
    place = pane.place
    assert place is not None
    fill(qtbot, pane.volume_edit, "1,240")
    view = effort.effort_view(page.context.audit, page.desk.shelf)
    assert view.volumes == {place: 1240}


def test_questions_are_left_out_with_a_reason_and_taken_in_again(page: PlanPage) -> None:
    page.show_part("selection")
    hz, nb = units(page)["HZ"], units(page)["NB"]
    pairs: list[Pair] = [("P01-7.2-03", hz), ("P01-7.2-03", nb)]
    choose_rows(page, pairs)
    page.selection.questions.leave_button.click()
    dialog = page.window().findChild(LeaveOutDialog)
    assert dialog is not None
    dialog.ui.reason_combo.setCurrentIndex(list(LeftOutReason).index(LeftOutReason.OTHER))
    assert not dialog.ok_button.isEnabled()
    dialog.ui.note_edit.setText("上季度已查")
    dialog.ok_button.click()
    assert left_out(page) == dict.fromkeys(pairs, LeftOutReason.OTHER)
    page.show_target(("selection", pairs[0]))
    assert page.selection.questions.views.current == NOT_ASKED
    assert "上季度已查" in page.selection.questions.detail_label.text()
    choose_rows(page, pairs[:1])
    page.selection.questions.ask_button.click()
    assert set(left_out(page)) == {pairs[1]}
    page.context.undo()
    page.context.undo()
    assert left_out(page) == {}


def test_an_answer_that_is_no_longer_asked_is_listed(page: PlanPage) -> None:
    hz = units(page)["HZ"]
    run(page, answers.set_result(question_id="P01-7.2-03", unit_id=hz, result=Result.CONFORMING))
    run(page, selection.leave_out(["P01-7.2-03"], hz, reason=LeftOutReason.LOW_RISK))
    page.show_target(("selection", "gone"))
    assert page.selection.questions.views.current == GONE
    line = page.selection.questions.model.row_at(page.selection.questions.model.index(0, 0))
    assert line is not None
    assert line.pair == ("P01-7.2-03", hz)
    assert line.why.startswith("✓ Conforming")


def test_without_hours_there_is_no_proposal(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("selection")
    with qtbot.waitSignal(page.context.noticed):
        page.selection.questions.propose_button.click()
    assert page.window().findChild(ProposalDialog) is None


def test_a_proposal_is_shown_first_and_taken_over_as_one_step(page: PlanPage) -> None:
    give_hours(page, 600)
    page.show_part("selection")
    before = asked(page)
    page.selection.questions.propose_button.click()
    dialog = page.window().findChild(ProposalDialog)
    assert dialog is not None
    assert asked(page) == before
    leave = set(dialog.leave)
    assert leave
    assert dialog.model.rowCount() == len(leave)
    row = dialog.model.row_at(dialog.model.index(0, 0))
    assert row is not None
    assert "short" in dialog.model.columns[5].text(row)
    dialog.ok_button.click()
    assert set(left_out(page)) == leave
    assert set(left_out(page).values()) == {LeftOutReason.NO_TIME}
    view = effort.effort_view(page.context.audit, page.desk.shelf)
    assert (view.load.over, view.load.planned <= 600) == (0, True)
    page.context.undo()
    assert asked(page) == before


def test_the_last_audit_counts_when_it_is_named(
    page: PlanPage, built: bytes, tmp_path: Any
) -> None:
    give_hours(page, 60)
    page.show_part("selection")
    last = tmp_path / "上次.audit"
    last.write_bytes(built)
    page.selection.proposing.last = last
    page.selection.questions.propose_button.click()
    dialog = page.window().findChild(ProposalDialog)
    assert dialog is not None
    assert "上次" in dialog.ui.last_label.text()
    last.unlink()


def test_a_search_narrows_the_questions(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("selection")
    with qtbot.waitSignal(page.selection.questions.search.searched):
        page.selection.questions.search.setText("p01-7.2-03 nb")
    assert page.selection.questions.views.current == ASKED
    assert page.selection.questions.model.rowCount() == 1
