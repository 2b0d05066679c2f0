"""A draft pack in an audit: asked about first, then named as a draft in checklist and report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from auditapp.domain.vocabulary import Lang
from auditapp.ops import plans
from auditapp.ops.queries import plan, report
from auditapp.packs.foreign import preview, suggest
from auditapp.packs.foreign_tables import read_tables
from auditapp.packs.own_packs import save_pack
from auditapp.paths import user_paths
from auditapp.reports.labels import Labels
from auditapp.reports.wording import asking_lines
from auditapp.texts import load
from auditapp.ui.pages.checklist.page import ChecklistPage
from auditapp.ui.pages.plan.page import PlanPage
from auditapp.ui.pages.records.asking import AskDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell

_CSV = "Clause,Question,Guidance\n7.1,Is every complaint recorded?,Compare\n7.2,And told?,Listen\n"


def keep_a_draft(shell: Shell, folder: Path) -> None:
    file = folder / "theirs.csv"
    file.write_text(_CSV, encoding="utf-8")
    library = shell.context.services.load_library()
    table = read_tables(file)[0]
    found = preview(table, suggest(table), library, pack_id="THEIRS", title="Theirs")
    save_pack(user_paths().checklists, found.source, library)


def choose_pack(page: PlanPage, qtbot: QtBot) -> AskDialog:
    page.packs._library = None
    with qtbot.waitSignal(page.context.jobs.finished, timeout=30_000):
        page.packs.add_button.click()
    qtbot.waitUntil(lambda: page.packs._library is not None, timeout=30_000)
    page.packs.add_pack("THEIRS")
    found = page.window().findChild(AskDialog)
    assert found is not None
    return found


def test_a_draft_is_taken_only_after_a_yes_and_is_named_as_one(
    open_shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_a_draft(open_shell, tmp_path)
    context = open_shell.context
    open_shell.window.show_page("plan")
    page = open_shell.window.page
    assert isinstance(page, PlanPage)
    asked = choose_pack(page, qtbot)
    asked.reject()
    assert "THEIRS" not in {it.pack_id for it in plan.packs(context.audit, context.shelf)}
    again = choose_pack(page, qtbot)
    yes = again.findChild(QDialogButtonBox)
    assert yes is not None
    QTest.mouseClick(yes.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    frozen = next(it for it in plan.packs(context.audit, context.shelf) if it.pack_id == "THEIRS")

    unit = plan.units(context.audit, all_units=False)[0]
    assert context.perform(plans.set_unit_packs(unit.id, {frozen.id})) is not None
    open_shell.window.show_page("checklist", ("THEIRS-7.1-01", unit.id))
    checklist = open_shell.window.page
    assert isinstance(checklist, ChecklistPage)
    qtbot.waitUntil(lambda: "Compare" in checklist.frame.guidance.text.toPlainText())
    said = checklist.frame.guidance.text.toPlainText()
    assert "Draft question. Still missing:" in said
    assert "Rating" in said

    model = report.report_model(context.audit, context.shelf, as_of=date(2026, 11, 23))
    lines = [
        it
        for it in asking_lines(model, Labels({Lang.EN: load(Lang.EN)}, [Lang.EN]))
        if it.item.startswith("THEIRS")
    ]
    assert [it.topic for it in lines] == ["report.scope.draft"]
    assert "2 of its questions" in lines[0].texts[0]
