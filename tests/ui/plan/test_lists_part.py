"""The organisation's own lists: added, renamed, no longer offered; asserted on the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries import taxonomies as queries
from tests.ui.plan.typing import edit_cell, enter, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from auditapp.ops.queries.taxonomies import ValueRow
    from auditapp.packs.content import Library
    from auditapp.ui.pages.plan.lists_part import ListsPart
    from auditapp.ui.pages.plan.page import PlanPage


@pytest.fixture
def lists(page: PlanPage, qtbot: QtBot) -> ListsPart:
    page.show_part("lists")
    qtbot.waitUntil(lambda: page.lists.is_ready, timeout=30_000)
    page.lists.show_target("channels")
    assert page.lists.current is not None
    assert page.lists.current.id == "channels"
    return page.lists


def values(part: ListsPart, shelf: Library) -> dict[str, ValueRow]:
    views = queries.taxonomies(part.context.audit, shelf.taxonomies)
    view = next(view for view in views if view.id == "channels")
    return {row.value: row for row in view.values}


def row_of(part: ListsPart, code: str) -> int:
    return next(n for n, line in enumerate(part.model.lines) if line.code == code)


def test_a_value_of_ones_own_is_added_by_keys(
    qtbot: QtBot, lists: ListsPart, shelf: Library
) -> None:
    before = len(values(lists, shelf))
    lists.grid.setFocus()
    qtbot.keyClick(lists.grid, Qt.Key.Key_Insert)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    write(qtbot, editor, "社区信箱")
    enter(qtbot, editor)
    found = values(lists, shelf)
    assert len(found) == before + 1
    assert found["own_1"].names[Lang.ZH] == "社区信箱"
    edit_cell(qtbot, lists.grid, row_of(lists, "own_1"), 2, "Community mailbox")
    assert values(lists, shelf)["own_1"].names[Lang.EN] == "Community mailbox"
    assert values(lists, shelf)["own_1"].names[Lang.ZH] == "社区信箱"


def test_a_shipped_value_is_renamed_and_undo_brings_its_name_back(
    qtbot: QtBot, lists: ListsPart, shelf: Library
) -> None:
    code = lists.model.lines[0].code
    before = values(lists, shelf)[code]
    edit_cell(qtbot, lists.grid, 0, 1, "省级热线")
    assert values(lists, shelf)[code].names[Lang.ZH] == "省级热线"
    assert values(lists, shelf)[code].own
    assert lists.model.lines[0].name == "省级热线"
    lists.context.undo()
    assert values(lists, shelf)[code] == before
    assert lists.model.lines[0].name == before.names[Lang.ZH]


def test_a_value_is_offered_no_longer_and_again(
    qtbot: QtBot, lists: ListsPart, shelf: Library
) -> None:
    code = lists.model.lines[1].code
    lists.grid.go_to(1, 4)
    lists.grid.setFocus()
    qtbot.keyClick(lists.grid, Qt.Key.Key_Space)
    assert values(lists, shelf)[code].hidden
    qtbot.keyClick(lists.grid, Qt.Key.Key_Space)
    assert not values(lists, shelf)[code].hidden
    qtbot.keyClick(lists.grid, Qt.Key.Key_Delete)
    assert values(lists, shelf)[code].hidden


def test_a_new_value_without_a_name_is_not_stored(
    qtbot: QtBot, lists: ListsPart, shelf: Library
) -> None:
    before = values(lists, shelf)
    lists.add_button.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    enter(qtbot, editor)
    assert values(lists, shelf) == before
    lists.grid.go_to(lists.model.rowCount() - 1, 0)
    qtbot.keyClick(lists.grid, Qt.Key.Key_Delete)
    assert lists.model.rowCount() == len(before)
