"""From an answer's history to the audit trail of that answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from auditapp.ui.pages.checklist.history_popover import HistoryPopover
from auditapp.ui.pages.trail.page import TrailPageView

if TYPE_CHECKING:
    from tests.ui.checklist.conftest import Bench


def test_the_popover_leads_to_the_trail_of_its_answer(bench: Bench) -> None:
    question, unit = bench.rows(
        "SELECT a.question_id, u.code FROM answer a JOIN unit u ON u.id = a.unit_id"
        " WHERE u.code = 'HZ' AND a.result IS NOT NULL LIMIT 1"
    )[0]
    bench.go(question, unit)
    bench.press("h")
    popover = bench.page.findChild(HistoryPopover)
    assert popover is not None
    QTest.mouseClick(popover.trail_button, Qt.MouseButton.LeftButton)
    page = bench.shell.window.page
    assert isinstance(page, TrailPageView)
    wanted = page.wanted.row
    assert wanted is not None
    assert bench.rows("SELECT question_id FROM answer WHERE id = ?", wanted[1].bytes) == [
        (question,)
    ]
