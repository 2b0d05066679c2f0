"""What the home screen shows of the index: as of a day, in a language, in an order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from auditapp.exchange.portfolio import PortfolioIndex
from auditapp.settings import HomeOrder
from auditapp.ui.home_data import HomeData, HomeRow, Need, home_data
from tests.ui.home.conftest import TODAY, action, summary

if TYPE_CHECKING:
    from pathlib import Path


def filled(tmp_path: Path, *actions: object, **more: object) -> PortfolioIndex:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    file = tmp_path / "one.audit"
    file.touch()
    index.put(file, summary("IA-1", "One", actions=list(actions), **more))
    return index


def test_time_passes_while_a_file_is_closed(tmp_path: Path) -> None:
    index = filled(tmp_path, action("A-1", 20), action("A-2", None, to_verify=True))
    seen = [
        {need: home_data(index.recent(), (), lang="en", today=day).count(need) for need in Need}
        for day in (TODAY + timedelta(days=n) for n in (0, 6, 20, 21))
    ]
    assert [counts[Need.DUE_SOON] for counts in seen] == [0, 1, 1, 0]
    assert [counts[Need.OVERDUE] for counts in seen] == [0, 0, 0, 1]
    assert [counts[Need.TO_VERIFY] for counts in seen] == [1, 1, 1, 1]


def test_a_correction_done_in_time_is_only_to_be_verified(tmp_path: Path) -> None:
    index = filled(tmp_path, action("A-1", -5, to_verify=True))
    (found,) = home_data(index.recent(), (), lang="en", today=TODAY).actions
    assert (found.need, found.due) == (Need.TO_VERIFY, "")


def test_figures_count_actions_that_the_index_left_out(tmp_path: Path) -> None:
    index = filled(tmp_path, action("A-1", -5), overdue=300, to_verify=7, actions_left_out=400)
    (row,) = home_data(index.recent(), (), lang="en", today=TODAY).rows
    assert (row.overdue, row.due_soon, row.to_verify) == (300, 0, 7)


def test_the_order_of_opening_is_that_of_the_settings_then_of_the_index(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    paths = [tmp_path / f"{name}.audit" for name in "abcd"]
    for path in paths[:3]:
        index.put(path, summary(path.stem, path.stem.upper()))
    recent = [str(paths[3]), str(paths[0])]
    data = home_data(index.recent(), recent, lang="en", today=TODAY)
    assert [row.title for row in data.rows] == ["d", "A", "C", "B"]
    assert [row.known for row in data.rows] == [False, True, True, True]
    assert all(row.missing for row in data.rows)


def test_rows_without_figures_come_last_by_progress() -> None:
    rows = (HomeRow("a", "new"), HomeRow("b", "B", known=True, progress=0.9))
    ordered = HomeData(rows).ordered(HomeOrder.PROGRESS)
    assert [row.title for row in ordered] == ["B", "new"]


def test_a_damaged_summary_shows_the_name_of_the_file(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    index.put(tmp_path / "one.audit", {"title": 3, "actions": None, "open_findings": None})
    (row,) = home_data(index.recent(), (), lang="en", today=TODAY).rows
    assert (row.title, row.progress, row.major) == ("one", 0.0, 0)
