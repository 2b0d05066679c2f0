"""The audit trail: every step of the file, narrowed, in pages, leading to its row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from auditapp.domain.vocabulary import Grade, Lang
from auditapp.ops import findings
from auditapp.ops.queries.trail import TrailFilter
from auditapp.settings import Person
from auditapp.store.audit_file import AuditFile
from auditapp.store.erase import Approval, EraseReason, erase
from auditapp.ui.pages.trail.page import TrailPageView
from tests.ui.conftest import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from auditapp.ops.queries.journal import StepView
    from auditapp.ui.app import Shell
    from tests.world import World

STEPS = 130


@dataclass
class Bench:
    """The page, the ids of the world, and the file's own truth."""

    shell: Shell
    page: TrailPageView
    world: World
    path: Path

    def steps(self) -> int:
        with AuditFile.open_for_reading(self.path) as audit, audit.raw_read() as connection:
            return connection.execute("SELECT COUNT(*) FROM step").fetchall()[0][0]

    def shown(self) -> list[StepView]:
        model = self.page.list.model
        found = [model.row_at(model.index(n, 0)) for n in range(model.rowCount())]
        return [step for step in found if step is not None]

    def cell(self, row: int, column: int) -> str:
        model = self.page.list.model
        return str(model.data(model.index(row, column)))


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def bench(make_shell: Callable[..., Shell], template: World, audit_path: Path) -> Bench:
    shell = make_shell(settings=SETTINGS)
    assert SETTINGS.me == Person(name="Li Zhe", code="LI")
    shell.window.open_file(audit_path)
    QTest.keyClick(shell.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page = shell.window.page
    assert isinstance(page, TrailPageView)
    return Bench(shell, page, template, audit_path)


def do(bench: Bench, op: Any) -> Any:
    outcome = bench.shell.context.perform(op)
    assert outcome is not None
    return outcome.value


def test_every_step_is_a_line_newest_first(bench: Bench) -> None:
    shown = bench.shown()
    assert len(shown) == bench.steps()
    assert [step.at for step in shown] == sorted((step.at for step in shown), reverse=True)
    assert bench.cell(0, 1) == "LI"
    assert bench.cell(0, 2) == "Sign off"


def test_from_what_to_what(bench: Bench) -> None:
    do(bench, findings.set_finding_text(bench.world.finding, "condition", {Lang.ZH: "新的事实"}))
    assert bench.cell(0, 3).startswith("F-")
    assert "抽查 59 件，漏登 2 件。 → 新的事实" in bench.cell(0, 4)
    bench.page.list.focus_table()
    bench.page.list.table.selectRow(0)
    assert "新的事实" in bench.page.detail.ui.changes_view.toPlainText()


def test_pages_of_a_hundred(bench: Bench) -> None:
    for number in range(STEPS):
        do(bench, findings.set_finding_text(bench.world.finding, "cause", {Lang.ZH: f"{number}"}))
    total = bench.steps()
    assert len(bench.shown()) == 100
    click(bench.page.older_button)
    assert len(bench.shown()) == total - 100
    assert not bench.page.older_button.isEnabled()
    click(bench.page.newer_button)
    assert len(bench.shown()) == 100


def test_narrowed_to_a_person_an_op_and_a_text(bench: Bench) -> None:
    combo = bench.page.people_combo
    combo.setFocus()
    while combo.currentText() != "Person LI (LI)":
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert bench.shown()
    assert {step.actor.code for step in bench.shown() if step.actor} == {"LI"}
    action = next(
        it for it in bench.page.ops_menu.menu().actions() if it.text() == "Raise a finding"
    )
    action.trigger()
    assert {step.op for step in bench.shown()} == {"finding.raise"}
    field = bench.page.list.search
    field.setFocus()
    QTest.keyClicks(field, "nowhere")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.page.list.is_empty


def test_the_history_of_one_row_and_back(bench: Bench) -> None:
    bench.shell.context.go("trail", ("finding", bench.world.finding))
    shown = bench.shown()
    assert shown
    assert len(shown) < bench.steps()
    assert all(
        any(change.row_id == bench.world.finding for change in step.changes) for step in shown
    )
    click(bench.page.row_button)
    assert len(bench.shown()) == bench.steps()


def test_a_row_leads_to_its_place(bench: Bench) -> None:
    bench.page.show_target(TrailFilter(ops=frozenset({"finding.raise"})))
    table = bench.page.list.table
    table.selectRow(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    page = bench.shell.window.page
    assert type(page).__name__ == "FindingsPage"
    assert page.view.shown == bench.world.finding


def test_undo_is_offered_for_the_latest_of_ones_own_only(bench: Bench) -> None:
    made = do(
        bench,
        findings.raise_finding(
            findings.NewFinding(
                grade=Grade.IMPROVEMENT, forces=frozenset(), unit_id=bench.world.unit
            )
        ),
    )
    assert isinstance(made, UUID)
    table = bench.page.list.table
    table.selectRow(1)
    assert not bench.page.detail.ui.undo_button.isVisible()
    table.selectRow(0)
    assert bench.page.detail.ui.undo_button.isVisible()
    click(bench.page.detail.ui.undo_button)
    assert bench.cell(0, 2) == "Undo"
    assert bench.cell(1, 5) == "taken back"
    table.selectRow(1)
    assert not bench.page.detail.ui.undo_button.isVisible()
    with AuditFile.open_for_reading(bench.path) as audit, audit.raw_read() as connection:
        left = connection.execute(
            "SELECT COUNT(*) FROM finding WHERE id = ?", (made.bytes,)
        ).fetchall()
    assert left == [(0,)]


def test_it_is_in_the_palette(bench: Bench) -> None:
    bench.shell.window.show_page("overview")
    QTest.keyClick(bench.shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = bench.shell.window.palette_dialog
    assert palette is not None
    field = palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "audit trail")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.shell.window.page is bench.page


def test_erased_values_are_marked(bench: Bench) -> None:
    cell = ("evidence", bench.world.evidence.bytes, "body")
    why = Approval(bench.world.auditor, bench.world.leader, EraseReason.PERSON_ASKED)
    erase(bench.shell.context.audit, why, cells=[cell])
    bench.page.mark_stale()
    marks = [bench.cell(row, 5) for row in range(len(bench.shown()))]
    assert "erased" in marks
    bench.page.list.table.selectRow(marks.index("erased"))
    assert "(erased)" in bench.page.detail.ui.changes_view.toPlainText()
