"""The home screen on real files: rows, orders, search, actions, forgetting, keys."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from auditapp.domain.vocabulary import ActionKind, Lang
from auditapp.exchange.portfolio import PortfolioIndex
from auditapp.ops.actions import ActionPlan, add_action
from auditapp.ops.queries.findings import finding_list
from auditapp.settings import HomeOrder, LanguageChoice
from auditapp.settings import load as load_settings
from auditapp.ui.home_data import Need
from auditapp.ui.home_page import FIRST, SHOWN
from auditapp.ui.home_rows import ActionButton, AuditButton
from auditapp.ui.pages.actions.page import ActionsPage
from auditapp.ui.pages.catalogue import shipped_catalogue
from tests.ui.conftest import SETTINGS
from tests.ui.home.conftest import TODAY, action, day, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from auditapp.settings import Settings
    from auditapp.ui.app import Shell, Start
    from auditapp.ui.home_page import HomePage


@pytest.fixture
def home_shell(make_shell: Callable[..., Shell], listed: Settings) -> Shell:
    return make_shell(settings=listed, catalogue=shipped_catalogue())


def titles(home: HomePage) -> list[str]:
    return [row.row.title for row in home.rows if isinstance(row, AuditButton)]


def numbers(home: HomePage) -> list[str]:
    return [row.action.number for row in home.action_rows if isinstance(row, ActionButton)]


def test_with_no_audits_the_home_screen_says_how_to_begin(shell: Shell) -> None:
    assert shell.window.home.is_empty
    said = [label.text() for label in shell.window.home.findChildren(QLabel) if label.isVisible()]
    assert "No audits yet" in said


def test_rows_say_their_figures_and_open_by_return(
    home_shell: Shell, audit_path: Path, qtbot: QtBot
) -> None:
    home = home_shell.window.home
    assert titles(home) == ["Beta", "Alpha", "Gamma"]
    first = home.rows[0]
    spoken = first.accessibleName()
    assert spoken.startswith(
        "Beta: 90 % answered, 2 major, 1 minor, 0 to improve, 1 overdue, today"
    )
    assert first.words.detail == "IA-1 · Fieldwork · 审核 one.audit · 浙江分公司"
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert home_shell.context.audit.path == audit_path


def test_a_title_with_an_ampersand_is_a_title(
    make_shell: Callable[..., Shell], tmp_path: Path
) -> None:
    shell = make_shell(settings=SETTINGS.with_recent(str(tmp_path / "A & B.audit")))
    assert shell.window.home.rows[0].text() == "A && B"


def test_arrows_go_over_all_rows_and_up_to_the_search(home_shell: Shell, qtbot: QtBot) -> None:
    home = home_shell.window.home
    rows = [*home.rows, *home.action_rows]
    qtbot.waitUntil(rows[0].hasFocus)
    for row, below in pairwise(rows):
        qtbot.keyClick(row, Qt.Key.Key_Down)
        assert below.hasFocus()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Down)
    assert rows[-1].hasFocus()
    for row in reversed(rows):
        qtbot.keyClick(row, Qt.Key.Key_Up)
    assert home.search.hasFocus()
    qtbot.keyClick(home.search, Qt.Key.Key_Down)
    assert rows[0].hasFocus()


def test_slash_searches_titles_of_both_languages_numbers_and_organisations(
    home_shell: Shell, qtbot: QtBot
) -> None:
    home = home_shell.window.home
    qtbot.keyClick(home.rows[0], Qt.Key.Key_Slash)
    assert home.search.hasFocus()
    assert home.search.text() == ""
    for words, found in (
        ("alpha 审核", ["Alpha"]),
        ("ia-3", ["Gamma"]),
        ("浙江", ["Beta", "Alpha", "Gamma"]),
        ("one.audit no", []),
    ):
        home.search.setText(words)
        with qtbot.waitSignal(home.search.searched):
            pass
        assert titles(home) == found
    assert not home.is_empty
    qtbot.keyClick(home.search, Qt.Key.Key_Escape)
    assert titles(home) == ["Beta", "Alpha", "Gamma"]
    assert home.rows[0].hasFocus()


def test_return_in_the_search_opens_the_first_that_was_found(
    home_shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    home = home_shell.window.home
    qtbot.keyClicks(home.search, "alp")
    qtbot.keyClick(home.search, Qt.Key.Key_Return)
    assert home_shell.context.audit.path == tmp_path / "alpha.audit"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (HomeOrder.OPENED, ["Beta", "Alpha", "Gamma"]),
        (HomeOrder.TITLE, ["Alpha", "Beta", "Gamma"]),
        (HomeOrder.PROGRESS, ["Alpha", "Gamma", "Beta"]),
        (HomeOrder.OVERDUE, ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_the_chosen_order_is_kept(
    home_shell: Shell, start: Start, order: HomeOrder, expected: list[str], qtbot: QtBot
) -> None:
    home = home_shell.window.home
    qtbot.mouseClick(home.order, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[list(HomeOrder).index(order)].trigger()
    menu.close()
    assert titles(home) == expected
    assert load_settings(start.user.settings_file).settings.home_order is order


def test_delete_forgets_the_row_keeps_the_file_and_can_be_undone(
    home_shell: Shell, index: PortfolioIndex, tmp_path: Path, qtbot: QtBot
) -> None:
    home = home_shell.window.home
    home.rows[1].setFocus()
    qtbot.keyClick(home.rows[1], Qt.Key.Key_Delete)
    assert titles(home) == ["Beta", "Gamma"]
    assert home.rows[1].hasFocus()
    assert (tmp_path / "alpha.audit").exists()
    assert index.find(tmp_path / "alpha.audit") is None
    undo = home_shell.window.toast.findChild(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert titles(home) == ["Beta", "Alpha", "Gamma"]


def test_a_missing_file_says_so_and_its_actions_do_not_count(home_shell: Shell) -> None:
    home = home_shell.window.home
    assert home.rows[2].accessibleName().startswith("Gamma, File not found")
    assert home_shell.window.home.needs[Need.DUE_SOON].text() == "due in 14 days 1"


def test_actions_that_need_someone_by_need_and_narrowed_to_one(
    home_shell: Shell, qtbot: QtBot
) -> None:
    home = home_shell.window.home
    assert numbers(home) == ["A-4", "A-4", "A-1", "A-2", "A-3"]
    said = [button.text() for button in home.needs.values()]
    assert said == ["overdue 3", "due in 14 days 1", "to verify 1"]
    assert home.action_rows[2].words.mark == f"overdue {day(-3)}"
    qtbot.mouseClick(home.needs[Need.TO_VERIFY], Qt.MouseButton.LeftButton)
    assert numbers(home) == ["A-3"]
    qtbot.mouseClick(home.needs[Need.TO_VERIFY], Qt.MouseButton.LeftButton)
    assert len(numbers(home)) == 5


def test_new_figures_move_neither_the_focus_nor_the_lists(
    home_shell: Shell, index: PortfolioIndex, audit_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    many = [action(f"A-{n}", n) for n in range(1, 10)]
    index.put(tmp_path / "alpha.audit", summary("IA-2", "Alpha", actions=many))
    window, home = home_shell.window, home_shell.window.home
    window.resize(1024, 640)
    home.refresh()
    window.open_file(audit_path)
    with qtbot.waitSignal(home_shell.context.portfolio.refreshed, timeout=20_000):
        window.show_home()
    assert home.rows[0].hasFocus()
    bars = [area.verticalScrollBar() for area in home.findChildren(QScrollArea)]
    assert any(bar.maximum() > 0 for bar in bars)
    assert [bar.value() for bar in bars] == [0, 0]


def test_the_first_paint_makes_no_more_rows_than_are_in_sight(
    make_shell: Callable[..., Shell], index: PortfolioIndex, audit_path: Path
) -> None:
    many = [action(f"A-{n}", n % 14) for n in range(60)]
    index.put(audit_path, summary("IA-1", "Beta", actions=many))
    home = make_shell(settings=SETTINGS.with_recent(str(audit_path))).window.home
    assert len(home.action_rows) == FIRST
    home.show_rest()
    assert len(home.action_rows) == SHOWN


def test_the_language_of_titles_changes_at_once(home_shell: Shell) -> None:
    home_shell.context.change_settings(language=LanguageChoice.ZH)
    home = home_shell.window.home
    assert titles(home) == ["Beta 审核", "Alpha 审核", "Gamma 审核"]
    assert home.action_rows[0].text() == "补登记 A-4"


def test_an_action_opens_its_audit_at_that_action(
    make_shell: Callable[..., Shell], audit_path: Path, qtbot: QtBot
) -> None:
    shell = make_shell(catalogue=shipped_catalogue())
    made = add_actions(shell, audit_path, -2, 3)
    shell.context.close()
    shell.window.show_home()
    assert shell.window.home.rows[0].words.mark == "1 overdue"
    qtbot.keyClick(shell.window.home.action_rows[1], Qt.Key.Key_Return)
    page = shell.window.page
    assert isinstance(page, ActionsPage)
    assert page.view.shown == made[1]


def test_figures_follow_the_actions_while_the_audit_is_open(
    make_shell: Callable[..., Shell], index: PortfolioIndex, audit_path: Path, qtbot: QtBot
) -> None:
    shell = make_shell(catalogue=shipped_catalogue())
    with qtbot.waitSignal(shell.context.portfolio.refreshed, timeout=20_000):
        add_actions(shell, audit_path, -2)
    known = index.find(audit_path)
    assert known is not None
    assert known.overdue(TODAY) == 1
    assert not shell.context.portfolio.is_stale


def test_going_home_brings_the_figures_of_the_open_audit(
    make_shell: Callable[..., Shell], audit_path: Path, qtbot: QtBot
) -> None:
    shell = make_shell(catalogue=shipped_catalogue())
    shell.window.open_file(audit_path)
    with qtbot.waitSignal(shell.context.portfolio.refreshed, timeout=20_000):
        shell.window.show_home()
    row = shell.window.home.rows[0]
    assert isinstance(row, AuditButton)
    assert (row.row.known, row.words.opened) == (True, "open now")


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\x00" * 400])
def test_an_index_that_is_gone_or_damaged_is_made_again_from_the_recent_files(
    make_shell: Callable[..., Shell],
    start: Start,
    audit_path: Path,
    tmp_path: Path,
    content: bytes | None,
    qtbot: QtBot,
) -> None:
    if content is not None:
        start.user.portfolio_file.parent.mkdir(parents=True)
        start.user.portfolio_file.write_bytes(content)
    foreign = tmp_path / "foreign.audit"
    foreign.write_bytes(b"no audit")
    recent = SETTINGS.with_recent(str(tmp_path / "gone.audit")).with_recent(str(foreign))
    shell = make_shell(settings=recent.with_recent(str(audit_path)))
    context, home = shell.context, shell.window.home
    assert titles(home) == ["审核 one", "foreign", "gone"]
    with qtbot.waitSignal(context.portfolio.refreshed, timeout=20_000):
        context.portfolio.fill_gaps(context.settings.recent)
    first = home.rows[0]
    assert isinstance(first, AuditButton)
    assert (first.row.known, first.row.number, first.row.minor) == (True, "A-1", 1)
    assert len(home.rows) == 3
    assert PortfolioIndex(start.user.portfolio_file).paths() == {str(audit_path)}


def add_actions(shell: Shell, path: Path, *due: int) -> list[UUID]:
    """Actions of the audit's finding, due so many days from today."""
    shell.window.open_file(path)
    (finding, *_) = finding_list(shell.context.audit, today=TODAY)
    made: list[UUID] = []
    for offset in due:
        planned = ActionPlan(
            ActionKind.CORRECTION,
            {Lang.ZH: "补登记"},
            owner="Manager",
            due_on=TODAY + timedelta(days=offset),
        )
        outcome = shell.context.perform(add_action(finding.id, planned))
        assert outcome is not None
        made.append(outcome.value)
    return made
