"""The new-audit wizard, through its widgets; asserted on the file that it wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from auditapp.domain.vocabulary import Force, Lang, Role, Sector
from auditapp.ops.queries import plan as queries
from auditapp.ops.queries.content import PackShelf
from auditapp.settings import Person
from auditapp.store.verify import verify
from auditapp.ui.pages.new_audit.dialog import NewAuditDialog
from tests.ui.plan.typing import choose_cell, drop, edit_cell, fill, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell


@pytest.fixture
def wizard(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[NewAuditDialog]:
    dialog = NewAuditDialog(shell.context, shell.window, folder=tmp_path)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_ready, timeout=20_000)
    yield dialog
    dialog.draft = dialog._before
    dialog.close()


def stored(dialog: NewAuditDialog) -> queries.Plan:
    audit = dialog._context.audit
    return queries.plan(audit, PackShelf(audit))


def test_the_home_screen_offers_it(qtbot: QtBot, shell: Shell) -> None:
    buttons = [
        button
        for button in shell.window.home.findChildren(QPushButton)
        if button.property("tool") == "new"
    ]
    assert buttons
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    dialog = shell.window.findChild(NewAuditDialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.is_ready, timeout=20_000)
    dialog.reject()


def test_a_title_is_enough(qtbot: QtBot, wizard: NewAuditDialog, shell: Shell) -> None:
    write(qtbot, wizard.start.ui.title_edit, "Branch audit")
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shell.context.is_open
    plan = stored(wizard)
    assert plan.frame.texts["title"].get(Lang.EN) == "Branch audit"
    assert plan.frame.number
    assert [(it.code, it.role) for it in plan.people] == [("LI", Role.TEAM_LEADER)]
    (unit,) = plan.units
    assert unit.name.get(Lang.EN) == "Branch audit"
    assert [pack.pack_id for pack in plan.packs] == ["P01"]
    # the only auditor has everything
    assert len(plan.assignments) == plan.effort.total.questions == 120
    assert shell.context.heading.actor == plan.people[0].id
    assert shell.context.audit.path.name.endswith("Branch audit.audit")


def test_without_a_title_it_says_so_and_writes_nothing(
    qtbot: QtBot, wizard: NewAuditDialog, tmp_path: Path
) -> None:
    wizard.go_to(4)
    wizard.ui.finish_button.click()
    assert wizard.current == 0
    assert wizard.ui.problem_label.text() == "Give the audit a title."
    assert wizard.focusWidget() is wizard.start.ui.title_edit
    assert list(tmp_path.glob("*.audit")) == []


def test_a_stranger_gives_name_and_code_once(
    qtbot: QtBot, make_shell: Callable[..., Shell], tmp_path: Path
) -> None:
    from dataclasses import replace

    from tests.ui.conftest import SETTINGS

    shell = make_shell(settings=replace(SETTINGS, me=Person()))
    dialog = NewAuditDialog(shell.context, shell.window, folder=tmp_path)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_ready, timeout=20_000)
    ui = dialog.start.ui
    fill(qtbot, ui.title_edit, "First audit")
    dialog.finish()
    assert "your name" in dialog.ui.problem_label.text()
    fill(qtbot, ui.me_name_edit, "王敏")
    fill(qtbot, ui.me_code_edit, "w9")
    assert "cannot be a person's code" in dialog.ui.problem_label.text()
    fill(qtbot, ui.me_code_edit, "wm")
    dialog.finish()
    assert shell.context.is_open
    assert shell.context.settings.me == Person(name="王敏", code="WM")
    assert shell.context.heading.actor is not None


def test_a_file_that_exists_is_never_overwritten(
    qtbot: QtBot, wizard: NewAuditDialog, tmp_path: Path
) -> None:
    target = tmp_path / "mine.audit"
    target.write_bytes(b"somebody's work")
    fill(qtbot, wizard.start.ui.title_edit, "Branch audit")
    fill(qtbot, wizard.start.ui.file_edit, str(target))
    wizard.finish()
    assert "already exists" in wizard.ui.problem_label.text()
    assert target.read_bytes() == b"somebody's work"


def test_the_whole_plan_by_keys(
    qtbot: QtBot, wizard: NewAuditDialog, shell: Shell, tmp_path: Path
) -> None:
    proof = tmp_path / "decision.pdf"
    proof.write_bytes(b"%PDF-1.4 decision")
    ui = wizard.start.ui
    fill(qtbot, ui.title_edit, "Zhejiang branch")
    fill(qtbot, ui.organisation_edit, "Telecom, Zhejiang")
    ui.second_combo.setCurrentIndex(1)
    ui.second_combo.activated.emit(1)
    ui.sector_combo.setCurrentIndex(ui.sector_combo.findData(Sector.TELECOM.value))
    ui.sector_combo.activated.emit(1)
    fill(qtbot, ui.second_edit, "浙江分公司审核")

    page_down = (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(wizard, *page_down)
    QGuiApplication.clipboard().setText(
        "HQ\t总部\t总部\nHZ\t杭州\t分支机构\tHQ\nNB\t宁波\t分支机构\tHQ\t否\t\t2"
    )
    grid = wizard.units.pane.grid
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Say why unit NB" in wizard.ui.problem_label.text()
    edit_cell(qtbot, grid, 2, 6, "audited last year")
    assert wizard.ui.problem_label.text() == ""

    qtbot.keyClick(wizard, *page_down)
    wizard.words.pairs["scope"].proposal_button.click()

    qtbot.keyClick(wizard, *page_down)
    sources = [line.card for line in wizard.criteria.model.lines]
    assert any(card.force is Force.REGULATOR for card in sources)
    choose_cell(qtbot, wizard.criteria.grid, 0, 3, "does not apply")
    edit_cell(qtbot, wizard.criteria.grid, 0, 4, "no such business")
    form = wizard.criteria.adoption
    fill(qtbot, form.ui.document_edit, "Decision 12")
    assert "still needs" in wizard.ui.problem_label.text()
    fill(qtbot, form.ui.date_edit, "2025-12-01")
    fill(qtbot, form.ui.clauses_edit, "7-8")
    drop(form.ui.file_button, proof)

    qtbot.keyClick(wizard, *page_down)
    fields = wizard.dates.fields
    fill(qtbot, fields["closing_on"], "2026-12-04")
    assert fields["report_due_on"].day == date(2026, 12, 18)

    qtbot.keyClick(wizard, *page_down)
    wizard.team.pane.add_button.click()
    edit_cell(qtbot, wizard.team.pane.grid, 1, 0, "wa")
    edit_cell(qtbot, wizard.team.pane.grid, 1, 1, "王敏")

    qtbot.keyClick(wizard, *page_down)
    matrix = wizard.packs.matrix.grid
    matrix.setFocus()
    matrix.go_to(1, 2)
    qtbot.keyClick(matrix, Qt.Key.Key_Space)

    qtbot.keyClick(wizard, *page_down)
    qtbot.keyClick(wizard, *page_down)
    pane = wizard.assign.pane
    choose_cell(qtbot, pane.grid, 0, 1, "WA  王敏")
    wizard.ui.finish_button.click()

    assert shell.context.is_open
    plan = stored(wizard)
    frame = plan.frame
    assert frame.texts["title"].get(Lang.ZH) == "浙江分公司审核"
    assert frame.texts["scope"].get(Lang.ZH)
    assert (frame.sector, frame.second_lang) == (Sector.TELECOM, Lang.ZH)
    assert (frame.closing_on, frame.report_due_on) == (date(2026, 12, 4), date(2026, 12, 18))
    units = {unit.code: unit for unit in plan.units}
    assert units["HZ"].parent_id == units["HQ"].id
    assert (units["NB"].in_sample, units["NB"].why_not) == (False, "audited last year")
    names = {pack.id: pack.pack_id for pack in plan.packs}
    chosen = {code: sorted(names[pack] for pack in units[code].packs) for code in units}
    assert chosen == {"HQ": ["P01", "P04", "P05", "P06"], "HZ": ["P01", "P05", "P06"], "NB": []}
    leader = next(person for person in plan.people if person.code == "WA")
    assert {row.auditor_id for row in plan.assignments} == {leader.id}
    audit = shell.context.audit
    found = queries.criteria(audit, PackShelf(audit))
    decided = next(row for row in found.cards if row.applies is False)
    assert decided.reason == "no such business"
    (adoption,) = found.adoptions
    assert adoption.clauses == ("7", "8")
    assert set(adoption.units) == {units["HQ"].id, units["HZ"].id}
    assert adoption.evidence_id is not None
    path = audit.path
    shell.context.close()
    assert verify(path).ok


def test_nobody_reviews_his_own_work(qtbot: QtBot, wizard: NewAuditDialog) -> None:
    wizard.go_to(8)
    pane = wizard.assign.pane
    pane.roles.segments[1].click()
    with qtbot.waitSignal(wizard._context.refused):
        choose_cell(qtbot, pane.grid, 0, 1, "LI  Li Zhe")
    assert not any(wizard.draft.reviewers.values())


def test_a_date_that_is_none_is_named(qtbot: QtBot, wizard: NewAuditDialog) -> None:
    wizard.go_to(4)
    fill(qtbot, wizard.dates.fields["period_from"], "2026-02-30")
    assert "2026-02-30" in wizard.ui.problem_label.text()
    fill(qtbot, wizard.dates.fields["period_from"], "2026-06-30")
    fill(qtbot, wizard.dates.fields["period_to"], "2026-01-01")
    assert "before" in wizard.ui.problem_label.text()


def test_packs_are_offered_by_sector_and_found_by_words(
    qtbot: QtBot, wizard: NewAuditDialog
) -> None:
    wizard.draft.sector = Sector.BANK
    wizard.go_to(wizard.steps.index(wizard.packs))
    step = wizard.packs

    def shown() -> list[str]:
        return [line.key for line in step.matrix.model.lines]

    assert shown()[:3] == ["P01", "P08", "P09"]
    assert "P04" not in shown()
    assert "P10" in shown()
    assert {line.key for line in step.matrix.model.lines if line.units} == {"P01", "P08", "P09"}
    step.views.segments[1].click()
    assert "P04" in shown()
    step.views.segments[0].click()
    step.search.setText("工单全流程")
    qtbot.keyClick(step.search, Qt.Key.Key_Return)
    assert shown() == ["P04"]
    assert "P04" in step.about.text()
    step.search.setText("no such pack")
    qtbot.keyClick(step.search, Qt.Key.Key_Return)
    assert shown() == []
    assert step.about.text() == "No pack fits these words."
