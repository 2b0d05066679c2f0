"""The overview: figures as stored, and each one leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from auditapp.domain.vocabulary import Grade, Stage
from auditapp.ops.queries.actions import ActionFilter
from auditapp.ops.queries.checklist import Filter
from auditapp.ops.queries.findings import FindingFilter
from auditapp.ops.queries.missing import missing
from auditapp.ops.queries.overview import overview
from auditapp.ui.pages.overview.explain import ExplainDialog
from auditapp.ui.pages.overview.page import OverviewPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell
    from auditapp.ui.context import Place


@pytest.fixture
def page(open_shell: Shell) -> OverviewPage:
    open_shell.window.show_page("overview")
    found = open_shell.window.page
    assert isinstance(found, OverviewPage)
    return found


def today(page: OverviewPage):
    return page.context.audit.now().astimezone().date()


def places(page: OverviewPage) -> list[Place]:
    found: list[Place] = []
    page.context.place_requested.connect(found.append)
    return found


def test_the_cards_say_what_the_query_says(page: OverviewPage) -> None:
    context = page.context
    stored = overview(context.audit, context.shelf, today=today(page))
    assert page.progress_card.figure == context.texts.percent(stored.progress.share)
    assert page.actions_card.figure == str(len(stored.actions.open))
    assert page.missing_card.figure == str(stored.missing.blocking_now)
    for grade, button in page.grades.buttons.items():
        assert button.count == stored.findings.count(grade)
    assert page.grades.buttons[Grade.MINOR].count == 1


def test_every_card_and_grade_leads_to_its_rows(page: OverviewPage, qtbot: QtBot) -> None:
    asked = places(page)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.progress_card, left)
    qtbot.mouseClick(page.actions_card, left)
    qtbot.mouseClick(page.grades.buttons[Grade.MINOR], left)
    assert [(place.page, place.target) for place in asked] == [
        ("checklist", Filter(unanswered=True)),
        ("actions", ActionFilter(open_only=True)),
        ("findings", FindingFilter(grades=frozenset({Grade.MINOR}))),
    ]


def test_cards_work_with_the_keyboard(page: OverviewPage, qtbot: QtBot) -> None:
    asked = places(page)
    page.progress_card.setFocus()
    qtbot.keyClick(page.progress_card, Qt.Key.Key_Return)
    assert [place.page for place in asked] == ["checklist"]


def test_the_lines_of_a_stage_are_those_that_are_missing(page: OverviewPage) -> None:
    context = page.context
    stored = missing(context.audit, context.shelf, today=today(page))
    for stage in Stage:
        page.gaps.choose_stage(stage)
        assert page.gaps.table.rows.rowCount() == len(stored.of(stage))


def test_a_missing_line_leads_to_its_place(page: OverviewPage, qtbot: QtBot) -> None:
    context = page.context
    stored = missing(context.audit, context.shelf, today=today(page))
    row = next(row for row in stored.rows if row.table == "finding")
    asked = places(page)
    page.gaps.choose_stage(row.stage)
    listed = page.gaps.table.rows
    number = next(n for n in range(listed.rowCount()) if listed.row_at(listed.index(n, 0)) == row)
    page.gaps.table.setCurrentIndex(listed.index(number, 0))
    qtbot.keyClick(page.gaps.table, Qt.Key.Key_Return)
    assert (asked[-1].page, asked[-1].target) == ("findings", row.row_id)


def test_a_cell_explains_its_figure(page: OverviewPage, qtbot: QtBot) -> None:
    cell = page.heat_map.model_of_heat.rows[0].cells[0]
    page.heat_map.opened.emit(cell)
    dialog = page.findChild(ExplainDialog)
    assert dialog is not None
    shown = overview(page.context.audit, page.context.shelf, today=today(page))
    lines = sum(len(unit.total.conformity.lines) for unit in shown.scores.units.values())
    assert dialog.table.rows.rowCount() == lines
    dialog.accept()


def test_the_heat_map_switches_between_the_two_figures(page: OverviewPage, qtbot: QtBot) -> None:
    first = page.figure
    qtbot.mouseClick(page.figure_buttons.segments[1], Qt.MouseButton.LeftButton)
    assert {first, page.figure} == {"conformity", "alignment"}
