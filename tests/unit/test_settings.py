"""Settings: declared once, kept whole, never in the way when damaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditapp.settings import (
    RECENT_LIMIT,
    LanguageChoice,
    Person,
    ReportLanguage,
    ReportOptions,
    Settings,
    ThemeChoice,
    load,
    save,
)

if TYPE_CHECKING:
    from pathlib import Path

FULL = Settings(
    language=LanguageChoice.ZH,
    theme=ThemeChoice.DARK,
    me=Person("王某", "WM"),
    recent=("/审核/a.audit", "b.audit"),
    panes={"checklist": (260, 700, 320)},
    window="QUJD",
    report=ReportOptions(ReportLanguage.BOTH, masked=False, folder="out"),
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.json"
    save(file, FULL)
    assert load(file).settings == FULL
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_a_missing_file_is_the_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path / "settings.json")
    assert loaded.settings == Settings()
    assert loaded.damaged_copy is None


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff\xfe{}", b'"text"'])
def test_a_damaged_file_is_kept_and_the_defaults_apply(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(body)
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.damaged_copy is not None
    assert loaded.damaged_copy.read_bytes() == body
    assert not file.exists()


def test_one_wrong_value_falls_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save(file, FULL)
    stored = json.loads(file.read_text(encoding="utf-8"))
    stored.update(theme="pink", me="x", recent=[1, "kept"], panes={"a": "b"}, report=None)
    file.write_text(json.dumps(stored), encoding="utf-8")
    settings = load(file).settings
    assert settings.language is LanguageChoice.ZH
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.me == Person()
    assert settings.recent == ("kept",)
    assert settings.panes == {"a": ()}
    assert settings.report == ReportOptions()


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"from_the_future": {"x": 1}}', encoding="utf-8")
    save(file, load(file).settings.with_recent("a"))
    assert json.loads(file.read_text(encoding="utf-8"))["from_the_future"] == {"x": 1}


def test_masked_is_the_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"report": {"masked": "no"}}', encoding="utf-8")
    assert load(file).settings.report.masked


def test_recent_files_are_newest_first_without_repeats_and_limited() -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 5):
        settings = settings.with_recent(f"{number}.audit")
    settings = settings.with_recent("20.audit")
    assert settings.recent[:2] == ("20.audit", "24.audit")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
    assert "20.audit" not in settings.without_recent("20.audit").recent


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save(file, FULL)
    with pytest.raises(TypeError):
        save(file, Settings(unknown={"not json": object()}))
    assert load(file).settings == FULL
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
