"""Every edit on the plan page is an op: asserted on what the file holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from auditapp.domain.vocabulary import AuditState, Force, Lang, Sector, TargetKind, UnitKind
from auditapp.ops.audits import set_frame
from auditapp.ops.queries import plan as queries
from auditapp.ops.queries.printed import TextState
from auditapp.ui.dialogs.message import MessageDialog
from tests.ui.plan.typing import choose_cell, come_back, drop, edit_cell, enter, fill, write

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from auditapp.ops.queries.plan import OwnRuleRow, UnitRow
    from auditapp.ui.pages.plan.page import PlanPage


def frame(page: PlanPage) -> queries.Frame:
    return queries.frame(page.context.audit)


def units(page: PlanPage) -> dict[str, UnitRow]:
    return {unit.code: unit for unit in queries.units(page.context.audit) if not unit.withdrawn}


def rules(page: PlanPage) -> list[OwnRuleRow]:
    found = queries.criteria(page.context.audit, page.desk.shelf).own_rules
    return [rule for rule in found if not rule.withdrawn]


def test_a_text_is_stored_when_its_field_is_left(qtbot: QtBot, page: PlanPage) -> None:
    pair = page.frame.pairs["organisation"]
    fill(qtbot, pair.main_edit, "某电信浙江分公司")
    stored = frame(page).texts["organisation"]
    assert stored.get(Lang.ZH) == "某电信浙江分公司"
    assert stored.state(Lang.EN) is TextState.MISSING
    assert "missing" in pair.state_label.text()
    fill(qtbot, pair.second_edit, "A telecom, Zhejiang branch")
    assert frame(page).texts["organisation"].state(Lang.EN) is TextState.FILLED
    fill(qtbot, pair.main_edit, "某电信浙江省分公司")
    assert frame(page).texts["organisation"].state(Lang.EN) is TextState.OUTDATED
    assert "outdated" in pair.state_label.text()


def test_the_proposal_fills_both_languages_and_can_be_undone(page: PlanPage) -> None:
    page.frame.pairs["objectives"].proposal_button.click()
    stored = frame(page).texts["objectives"]
    assert "ISO 10002:2018" in stored.get(Lang.ZH)
    assert "ISO 10002:2018" in stored.get(Lang.EN)
    assert not page.frame.pairs["objectives"].proposal_button.isEnabled()
    page.context.undo()
    assert not frame(page).texts["objectives"]
    assert page.frame.pairs["objectives"].main_edit.toPlainText() == ""


def test_digits_choose_a_part_but_never_inside_a_field(qtbot: QtBot, page: PlanPage) -> None:
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert page.current == "team"
    page.show_part("frame")
    editor = page.frame.pairs["client"].main_edit
    editor.setFocus()
    write(qtbot, editor, "2")
    assert page.current == "frame"
    QApplication.sendEvent(editor, QInputMethodEvent("tou", []))
    qtbot.keyClick(editor, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.current == "frame"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("投诉")
    QApplication.sendEvent(editor, commit)
    qtbot.keyClick(editor, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.current == "units"
    assert frame(page).texts["client"].get(Lang.ZH).endswith("投诉")


@pytest.mark.parametrize("typed", ["2026-12-04", "20261204", "2026/12/4", "2026年12月4日"])
def test_a_date_is_stored_in_one_form(qtbot: QtBot, page: PlanPage, typed: str) -> None:
    field = page.frame.date_fields["closing_on"]
    fill(qtbot, field, typed)
    assert frame(page).closing_on == date(2026, 12, 4)
    assert field.text() == "2026-12-04"


def test_an_end_before_its_start_is_refused_and_shown_as_it_was(
    qtbot: QtBot, page: PlanPage
) -> None:
    with qtbot.waitSignal(page.context.refused):
        fill(qtbot, page.frame.date_fields["period_to"], "2026-01-01")
    assert frame(page).period_to == date(2026, 9, 30)
    assert page.frame.date_fields["period_to"].text() == "2026-09-30"


def test_the_state_goes_on_and_says_what_issuing_lacks(qtbot: QtBot, page: PlanPage) -> None:
    page.frame.step_buttons[AuditState.FIELDWORK].click()
    assert frame(page).state is AuditState.FIELDWORK
    page.frame.step_buttons[AuditState.REPORTING].click()
    issue = page.frame.step_buttons[AuditState.ISSUED]
    assert not issue.isEnabled()
    assert "sign-off" in issue.toolTip()
    assert "Audit team leader" in issue.toolTip()


def test_a_unit_is_added_by_keys_alone(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("units")
    grid = page.units.pane.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Insert)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    write(qtbot, editor, "cc")
    enter(qtbot, editor)
    assert set(units(page)) == {"HZ", "NB", "WZ", "CC"}
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    write(qtbot, name, "客服中心")
    enter(qtbot, name)
    assert units(page)["CC"].name.get(Lang.ZH) == "客服中心"


def test_cells_of_a_unit_are_ops(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("units")
    grid = page.units.pane.grid
    choose_cell(qtbot, grid, 1, 3, "Site")
    choose_cell(qtbot, grid, 1, 4, "HZ")
    grid.go_to(2, 5)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    edit_cell(qtbot, grid, 2, 6, "上年已审")
    found = units(page)
    assert found["NB"].kind is UnitKind.SITE
    assert found["NB"].parent_id == found["HZ"].id
    assert (found["WZ"].in_sample, found["WZ"].why_not) == (False, "上年已审")


def test_a_loop_of_units_is_refused_and_the_grid_shows_the_truth(
    qtbot: QtBot, page: PlanPage
) -> None:
    page.show_part("units")
    grid = page.units.pane.grid
    choose_cell(qtbot, grid, 1, 4, "HZ")
    with qtbot.waitSignal(page.context.refused):
        choose_cell(qtbot, grid, 0, 4, "NB")
    assert units(page)["HZ"].parent_id is None
    assert page.units.pane.model.lines[0].parent == ""


def test_units_pasted_from_a_spreadsheet(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("units")
    grid = page.units.pane.grid
    QGuiApplication.clipboard().setText(
        "名称\t代码\t类型\t权重\n总部\tHQ\t总部\t3\n外包方\tV1\tvendor\t\n"
    )
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = units(page)
    assert (found["HQ"].kind, found["HQ"].weight) == (UnitKind.HEAD_OFFICE, 3)
    assert found["V1"].kind is UnitKind.VENDOR
    page.context.undo()
    assert set(units(page)) == {"HZ", "NB", "WZ"}


def test_a_person_is_added_and_a_bad_code_refused(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("team")
    pane = page.team.pane
    pane.add_button.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    write(qtbot, editor, "Q9")
    with qtbot.waitSignal(page.context.refused):
        enter(qtbot, editor)
    assert len(queries.people(page.context.audit)) == 2
    page.window().findChild(MessageDialog).reject()
    come_back(qtbot, page)
    edit_cell(qtbot, pane.grid, 2, 0, "qi")
    people = {person.code for person in queries.people(page.context.audit)}
    assert people == {"WA", "LI", "QI"}


def test_a_tick_decides_what_is_asked(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("packs")
    before = page.desk.plan.effort.total.questions
    grid = page.packs.matrix.grid
    grid.setFocus()
    grid.go_to(1, 2)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert len(units(page)["NB"].packs) == 2
    assert page.desk.plan.effort.total.questions < before


def test_a_section_is_given_in_all_units_and_the_load_is_shown(
    qtbot: QtBot, page: PlanPage
) -> None:
    page.show_part("packs")
    pane = page.packs.assign
    rows = [row.id for row in pane.model.lines]
    choose_cell(qtbot, pane.grid, rows.index("7"), 1, "LI  李哲")
    given = queries.assignments(page.context.audit)
    assert given
    assert {row.question_id.split("-")[1][0] for row in given} == {"7"}
    assert {row.auditor_id for row in given} == {page.context.heading.actor}
    assert "李哲" in pane.summary_text()
    pane.roles.segments[1].click()
    with qtbot.waitSignal(page.context.refused):
        choose_cell(qtbot, pane.grid, rows.index("7.2"), 1, "LI  李哲")
    choose_cell(qtbot, pane.grid, rows.index("7.2"), 1, "WA  王敏")
    reviewers = {
        row.reviewer_id
        for row in queries.assignments(page.context.audit)
        if row.question_id.startswith("P01-7.2")
    }
    leader = next(it.id for it in queries.people(page.context.audit) if it.code == "WA")
    assert reviewers == {leader}
    page.context.undo()
    assert all(row.reviewer_id is None for row in queries.assignments(page.context.audit))


def test_an_own_rule_in_a_few_keys(qtbot: QtBot, page: PlanPage) -> None:
    page.show_target(("criteria", "P01-7.2-03"))
    form = page.criteria.rule_form
    assert form.links == ((TargetKind.QUESTION, "P01-7.2-03"),)
    editor = QApplication.focusWidget()
    assert editor is form.ui.document_edit
    write(qtbot, editor, "客户投诉管理办法")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert [rule.document for rule in rules(page)] == ["客户投诉管理办法"]
    fill(qtbot, form.ui.document_number_edit, "ZJ-012")
    fill(qtbot, form.ui.date_edit, "20250301")
    fill(qtbot, form.ui.article_edit, "第8条")
    fill(qtbot, form.ui.wording_edit, "应在30分钟内登记。")
    (rule,) = rules(page)
    assert (rule.number, rule.force) == ("C-LI01", Force.OWN_PROCEDURE)
    assert (rule.document_number, rule.article) == ("ZJ-012", "第8条")
    assert rule.document_date == date(2025, 3, 1)
    assert rule.wording.get(Lang.ZH) == "应在30分钟内登记。"
    assert rule.questions == ("P01-7.2-03",)
    assert form.ui.number_label.text() == "C-LI01"


def test_links_are_found_in_either_language_from_one_character(
    qtbot: QtBot, page: PlanPage
) -> None:
    page.show_part("criteria")
    page.criteria.new_button.click()
    form = page.criteria.rule_form
    fill(qtbot, form.ui.document_edit, "Procedure")
    for words in ("受", "receipt of"):
        form.ui.link_edit.setFocus()
        form.ui.link_edit.clear()
        write(qtbot, form.ui.link_edit, words)
        shown = [form.ui.hits_list.item(n).text() for n in range(form.ui.hits_list.count())]
        assert any(text.startswith("7.2 ") for text in shown), words
    qtbot.keyClick(form.ui.link_edit, Qt.Key.Key_Return)
    (rule,) = rules(page)
    assert rule.clauses == ("7.2",)
    form.ui.links_list.setFocus()
    form.ui.links_list.setCurrentRow(0)
    qtbot.keyClick(form.ui.links_list, Qt.Key.Key_Delete)
    assert rules(page)[0].links == ()


def test_a_dropped_document_becomes_evidence_of_the_rule(
    qtbot: QtBot, page: PlanPage, tmp_path: Path
) -> None:
    document = tmp_path / "投诉办法.pdf"
    document.write_bytes(b"%PDF-1.4 the auditee's procedure")
    page.show_part("criteria")
    page.criteria.new_button.click()
    form = page.criteria.rule_form
    drop(form.ui.file_button, document)
    qtbot.waitUntil(lambda: bool(rules(page)) and rules(page)[0].evidence_id is not None)
    assert rules(page)[0].document == "投诉办法"
    assert form.ui.file_button.text().startswith("E-X-LI")
    page.context.undo()
    assert rules(page) == []


def test_a_card_is_decided_with_a_reason(qtbot: QtBot, page: PlanPage) -> None:
    part = page.criteria
    page.show_part("criteria")
    card_id = next(
        it.card.id
        for it in queries.criteria(page.context.audit, page.desk.shelf).cards
        if it.bond is None and it.card.force is Force.REGULATOR
    )
    page.show_target(("criteria", card_id))
    row = part.cards.current_row
    assert row is not None
    assert row.bond is None  # the audit's sector is not telecom
    part.card_pane.decision.segments[0].click()
    fill(qtbot, part.card_pane.ui.reason_edit, "The unit sells telecom services")
    found = {it.card.id: it for it in queries.criteria(page.context.audit, page.desk.shelf).cards}
    decided = found[card_id]
    assert (decided.applies, decided.reason) == (True, "The unit sells telecom services")
    assert decided.bond is not None
    assert decided.bond.force is Force.REGULATOR


@pytest.mark.parametrize("words", ["听取", "listen to", "听"])
def test_cards_are_searched_in_both_languages(qtbot: QtBot, page: PlanPage, words: str) -> None:
    page.show_part("criteria")
    page.criteria.kinds.segments[1].click()
    everything = page.criteria.cards_model.rowCount()
    write(qtbot, page.criteria.search, words)
    qtbot.keyClick(page.criteria.search, Qt.Key.Key_Return)
    assert 0 < page.criteria.cards_model.rowCount() < everything
    assert page.criteria.cards.choose("cn-cpl-art17")


def test_adoption_needs_everything_and_then_binds(qtbot: QtBot, page: PlanPage) -> None:
    page.show_part("criteria")
    part = page.criteria
    part.kinds.segments[2].click()
    form = part.adoption_form
    form.ui.add_button.click()
    assert "the document" in form.ui.problem_label.text()
    fill(qtbot, form.ui.document_edit, "总经理办公会决议")
    fill(qtbot, form.ui.date_edit, "2025-12-01")
    fill(qtbot, form.ui.clauses_edit, "5.2, 7.1-7.3")
    form.tick([str(units(page)["HZ"].id)])
    form.ui.add_button.click()
    found = queries.criteria(page.context.audit, page.desk.shelf)
    (proof,) = found.adoptions
    assert proof.clauses == ("5.2", "7.1", "7.2", "7.3")
    assert proof.units == (units(page)["HZ"].id,)
    adopted: list[UUID] = [
        unit for row in found.cards if row.card.id == "iso10002-2018-7.2" for unit in row.adopted_in
    ]
    assert adopted == [units(page)["HZ"].id]
    form.ui.withdraw_button.click()
    assert queries.criteria(page.context.audit, page.desk.shelf).adoptions[0].withdrawn


def test_the_packs_of_the_audit_s_sector_are_offered_first(qtbot: QtBot, page: PlanPage) -> None:
    page.desk.do(set_frame(sector=Sector.BANK))
    page.show_part("packs")
    page.packs.add_button.click()
    qtbot.waitUntil(lambda: bool(page.packs.findChildren(QMenu)), timeout=20_000)
    menu = page.packs.findChildren(QMenu)[-1]
    offered = [str(action.data()) for action in menu.actions() if not action.isSeparator()]
    assert offered[:2] == ["P08", "P09"]
    assert "P01" in offered[2:]
    menu.close()
