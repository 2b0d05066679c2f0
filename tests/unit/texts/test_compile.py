"""The compiler of texts refuses what would show as a gap later."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from auditapp.devtools.texts import TextError, build, build_if_stale, read


def source(folder: Path, body: str, name: str = "a.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(body, encoding="utf-8")
    return folder


def test_nested_and_dotted_keys_are_the_same(tmp_path: Path) -> None:
    folder = source(tmp_path / "src", "a:\n  b: {zh: 甲, en: one}\na.c: {zh: 乙, en: two}\n")
    assert read(folder) == {"zh": {"a.b": "甲", "a.c": "乙"}, "en": {"a.b": "one", "a.c": "two"}}


def test_languages_may_be_keys_of_a_branch(tmp_path: Path) -> None:
    folder = source(
        tmp_path / "src",
        "enum.Lang:\n  zh: {zh: 中文, en: Chinese}\n  en: {zh: 英文, en: English}\n",
    )
    assert read(folder)["en"] == {"enum.Lang.zh": "Chinese", "enum.Lang.en": "English"}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("a: {zh: 甲}\n", "a has no en"),
        ("a: {zh: 甲, en: ''}\n", "a has no en"),
        ("a: {en: one}\n", "a has no zh"),
        ("a: {zh: '{n} 甲', en: one}\n", "placeholders differ"),
        ("a: {zh: 甲, en: 'one {n}'}\n", "placeholders differ"),
        ("a: {zh: 甲, en: one}\na: {zh: 乙, en: two}\n", "a is given twice"),
        (
            "a.b: {zh: 甲, en: one}\na:\n  b: {zh: 乙, en: two}\n",
            "a.b is already given in a.yaml:1",
        ),
        ("a: {zh: '{0}', en: '{0}'}\n", "bad placeholder"),
        ("a: {zh: '{x.y}', en: '{x.y}'}\n", "bad placeholder"),
        ("a: {zh: '{x!r}', en: '{x!r}'}\n", "bad placeholder"),
        ("a: {zh: '{x:Nobody}', en: '{x:Nobody}'}\n", "unknown kind Nobody"),
        ("a: {zh: '{x', en: '{x'}\n", "a.yaml:1: a: "),
        ("a: words\n", "a. is not a mapping"),
        ("a: {zh: 甲, fr: un}\n", "not a mapping"),
        ("a: {zh: {one: 甲, other: 乙}, en: {one: x, other: y}}\n", "Chinese has no plural"),
        ("a: [\n", "a.yaml: "),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path: Path, body: str, fault: str) -> None:
    folder = source(tmp_path / "src", body)
    with pytest.raises(TextError) as caught:
        read(folder)
    assert any(fault in line and line.startswith("a.yaml") for line in caught.value.faults)


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    folder = source(tmp_path / "src", "a: {zh: 甲, en: one}\n")
    source(folder, "a: {zh: 甲, en: one}\n", "b.yaml")
    with pytest.raises(TextError, match=r"b\.yaml:1: a is already given in a\.yaml:1"):
        read(folder)


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    folder = source(tmp_path / "src", "a: {zh: 甲}\nb: {zh: 乙}\n")
    with pytest.raises(TextError) as caught:
        read(folder)
    assert len(caught.value.faults) == 2


def test_plural_becomes_a_key_of_its_own(tmp_path: Path) -> None:
    folder = source(
        tmp_path / "src", "a: {zh: '{n} 件', en: {one: one item, other: '{n} items'}}\n"
    )
    assert read(folder)["en"] == {"a": "{n} items", "a#one": "one item"}


def test_build_writes_both_and_only_when_stale(tmp_path: Path) -> None:
    folder, target = source(tmp_path / "src", "a: {zh: 甲, en: one}\n"), tmp_path / "out"
    assert build_if_stale(folder, target)
    assert json.loads((target / "zh.json").read_text(encoding="utf-8")) == {"a": "甲"}
    assert sorted(path.name for path in target.iterdir()) == ["en.json", "zh.json"]
    # Times are set, not waited for: the sources last changed an hour before the build.
    hour_ago = (target / "zh.json").stat().st_mtime - 3600
    for path in (folder, folder / "a.yaml"):
        os.utime(path, (hour_ago, hour_ago))
    script_time = Path(__file__).parents[3] / "auditapp" / "devtools" / "texts.py"
    later = max(script_time.stat().st_mtime, hour_ago) + 7200
    for path in target.iterdir():
        os.utime(path, (later, later))
    assert not build_if_stale(folder, target)
    os.utime(folder / "a.yaml", (later + 60, later + 60))
    assert build_if_stale(folder, target)


def test_a_fault_leaves_what_was_built(tmp_path: Path) -> None:
    folder, target = source(tmp_path / "src", "a: {zh: 甲, en: one}\n"), tmp_path / "out"
    build(folder, target)
    source(folder, "a: {zh: 甲}\n")
    with pytest.raises(TextError):
        build(folder, target)
    assert json.loads((target / "en.json").read_text(encoding="utf-8")) == {"a": "one"}


def test_a_set_of_terms_says_what_differs(tmp_path: Path) -> None:
    folder = source(tmp_path / "src", "a: {zh: '甲 {n}', en: 'one {n}'}\nb: {zh: 乙, en: two}\n")
    source(folder / "sets", "a: {zh: '丙 {n}', en: 'one {n}'}\n", "other.yaml")
    target = tmp_path / "out"
    build(folder, target)
    assert json.loads((target / "zh.other.json").read_text(encoding="utf-8")) == {"a": "丙 {n}"}
    assert json.loads((target / "en.other.json").read_text(encoding="utf-8")) == {"a": "one {n}"}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("c: {zh: 丙, en: three}\n", "has no sentence"),
        ("b: {zh: 乙, en: two}\n", "does not differ"),
        ("b: {zh: '丙 {n}', en: 'two {n}'}\n", "placeholders differ"),
        ("b: {zh: 丙}\n", "has no en"),
    ],
)
def test_faults_of_a_set_of_terms(tmp_path: Path, body: str, fault: str) -> None:
    folder = source(tmp_path / "src", "b: {zh: 乙, en: two}\n")
    source(folder / "sets", body, "other.yaml")
    with pytest.raises(TextError, match=fault):
        build(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()
