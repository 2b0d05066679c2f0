"""Where things lie: a home of one's own, the checkout, an installed package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import auditapp
from auditapp.paths import HOME_VARIABLE, shipped_paths, user_paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_everything_of_the_user_lies_under_the_given_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    found = user_paths()
    assert found == user_paths(tmp_path)
    for path in (
        found.settings_file,
        found.portfolio_file,
        found.backups,
        found.examples,
        found.crash_file,
        found.cache,
    ):
        assert path.is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_the_systems_folders_are_named_after_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    found = user_paths()
    assert all("auditapp" in path.parts for path in (found.data, found.config, found.cache))


def test_the_checkouts_data_is_found() -> None:
    shipped = shipped_paths()
    assert (shipped.checklists / "packs").is_dir()
    assert (shipped.fonts / "NotoSansSC-Regular.ttf").is_file()
    assert (shipped.themes / "light.toml").is_file()


def test_a_packages_own_data_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "auditapp" / "_data").mkdir(parents=True)
    monkeypatch.setattr(auditapp, "__file__", str(tmp_path / "auditapp" / "__init__.py"))
    shipped = shipped_paths()
    assert shipped.resources == tmp_path / "auditapp" / "_data" / "resources"
    assert shipped.checklists == tmp_path / "auditapp" / "_data" / "checklists"
