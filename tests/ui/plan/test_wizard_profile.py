"""The wizard's page of facts and hours; asserted on the file that it wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from auditapp.ops.queries import content as content_queries
from auditapp.ops.queries import effort
from auditapp.ops.queries import not_asked as queries
from auditapp.ops.queries.content import PackShelf
from tests.ui.plan.test_wizard import wizard
from tests.ui.plan.typing import fill

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell
    from auditapp.ui.pages.new_audit.dialog import NewAuditDialog

__all__ = ["wizard"]

PROFILE, FACT = 7, "has_vendors"


def test_facts_and_hours_stand_in_the_new_audit(
    qtbot: QtBot, wizard: NewAuditDialog, shell: Shell
) -> None:
    fill(qtbot, wizard.start.ui.title_edit, "银行投诉审核")
    wizard.draft.packs = {unit.code: frozenset({"P08"}) for unit in wizard.draft.units}
    wizard.draft.dates |= {"onsite_from": date(2026, 11, 6), "onsite_to": date(2026, 11, 9)}
    wizard.go_to(PROFILE)
    library = wizard.profile.library
    assert library is not None
    before = len(wizard.draft.work(library, wizard._context.lang).tasks)
    answers = wizard.profile.lines[FACT].answers
    assert answers.current == 2
    qtbot.mouseClick(answers.segments[1], Qt.MouseButton.LeftButton)
    fewer = len(wizard.draft.work(library, wizard._context.lang).tasks)
    assert fewer < before
    assert f"{fewer} questions" in wizard.ui.summary_label.text()
    wizard.profile.fill_box.setChecked(True)
    wizard.finish()
    audit = shell.context.audit
    shelf = PackShelf(audit)
    stated = {row.fact.id: row.values for row in queries.profile(audit, shelf)}
    assert stated[FACT] == frozenset({"no"})
    assert len(content_queries.questions(audit, shelf)) == fewer
    slots = effort.effort_view(audit, shelf).slots
    assert [(slot.day, slot.minutes) for slot in slots] == [
        (date(2026, 11, 6), 420), (date(2026, 11, 9), 420),
    ]  # fmt: skip


def test_without_dates_on_site_there_are_no_days_to_fill(wizard: NewAuditDialog) -> None:
    wizard.go_to(PROFILE)
    assert not wizard.profile.fill_box.isEnabled()
