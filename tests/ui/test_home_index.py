"""The home screen's index: derived, deletable, never in the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditapp.ui.home_index import HomeAction, HomeIndex, HomeRow

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-23"


def test_rows_come_in_the_order_of_the_recent_files(tmp_path: Path) -> None:
    index = HomeIndex(tmp_path / "data" / "home.json")
    names = [str(tmp_path / f"{name}.audit") for name in "ab"]
    (tmp_path / "a.audit").touch()
    index.put(HomeRow(path=names[1], title="B", progress=0.5), ())
    index.put(HomeRow(path=names[0], title="A"), ())
    data = index.load([names[1], names[0], str(tmp_path / "new.audit")], TODAY)
    assert [row.title for row in data.rows] == ["B", "A", "new"]
    assert [row.missing for row in data.rows] == [True, False, True]


def test_overdue_actions_come_first_then_by_date(tmp_path: Path) -> None:
    index = HomeIndex(tmp_path / "home.json")
    actions = [
        HomeAction(path="p", number="1", title="later", due="2026-12-02"),
        HomeAction(path="p", number="2", title="soon", due="2026-12-01"),
        HomeAction(path="p", number="3", title="late", due="2026-12-09", overdue=True),
    ]
    index.put(HomeRow(path="p", title="P"), actions)
    assert [action.number for action in index.load(["p"], TODAY).actions] == ["3", "2", "1"]
    index.forget("p")
    assert index.load(["p"], TODAY).actions == ()


def test_what_became_overdue_while_the_file_was_closed_shows(tmp_path: Path) -> None:
    index = HomeIndex(tmp_path / "home.json")
    actions = [
        HomeAction(path="p", number="1", title="late", due="2026-11-22"),
        HomeAction(path="p", number="2", title="today", due="2026-11-23"),
        HomeAction(path="p", number="3", title="check", due="2026-11-01", to_verify=True),
    ]
    index.put(HomeRow(path="p", title="P"), actions)
    data = index.load(["p"], TODAY)
    assert [action.number for action in data.actions if action.overdue] == ["1"]
    assert data.rows[0].overdue == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"p": 3}',
        '{"p": {"row": {"path": "p"}}}',
        '{"p": {"row": {"path": 1, "title": 2}}}',
    ],
)
def test_a_damaged_index_costs_only_the_figures(tmp_path: Path, body: str) -> None:
    file = tmp_path / "home.json"
    file.write_text(body, encoding="utf-8")
    index = HomeIndex(file)
    assert [row.title for row in index.load(["p"], TODAY).rows] == ["p"]
    index.put(HomeRow(path="p", title="P"), ())
    assert index.load(["p"], TODAY).rows[0].title == "P"


def test_values_of_a_newer_version_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "home.json"
    row = {"path": "p", "title": "P", "stars": 5}
    file.write_text(json.dumps({"p": {"row": row}}), encoding="utf-8")
    assert HomeIndex(file).load(["p"], TODAY).rows[0].title == "P"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    index = HomeIndex(tmp_path / "file" / "home.json")
    index.put(HomeRow(path="p", title="P"), ())
    assert index.load(["p"], TODAY).rows[0].title == "p"
