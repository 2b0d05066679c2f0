"""What must be covered: rows read from packs, rules and coverage.yaml; holes; what is shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from auditapp.packs.coverage_map import TABLES, automatic_rules, coverage_map
from auditapp.packs.problems import PacksInvalid
from auditapp.packs.reading import check_root
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from auditapp.packs.coverage_map import CoverageMap, CoverRow
    from tests.unit.packs.sample import Checklists

#: True once all packs are there: then no table may have a hole at all.
STRICT: Final = True
#: The packs that a table needs before its holes count.
NEEDS: Final = {
    "clauses": {"P01"},
    "rules": {f"P{n:02}" for n in range(1, 21)},
    "rights": {"P10"},
    "cells": {"P12"},
    "red_flags": {"P01", "P06", "P09", "P10", "P12"},
}
MAP = """\
clauses: []
rules:
  - {id: R-001, name: {en: Recorded, zh: 每诉必录}}
  - {id: R-002, name: {en: First contact, zh: 首问负责}}
  - {id: R-103, name: {en: Profile, zh: 画像}, reason: {en: By intent., zh: 有意不测。}}
rights:
  - {id: safety, card: cn-cpl-art39, name: {en: Safety, zh: 安全}}
  - {id: choice, sections: ["T01/7.2"], name: {en: Choice, zh: 选择}}
cells:
  - {id: first.intake, questions: [T01-7.2-02], name: {en: Cell, zh: 格}}
red_flags:
  - {id: RF-01, questions: [P12-words-01], name: {en: Lies, zh: 谎言}}
"""


@pytest.fixture
def mapped(checklists: Checklists) -> Checklists:
    (checklists.root / "coverage.yaml").write_text(MAP, encoding="utf-8")
    return checklists


def made(checklists: Checklists) -> CoverageMap:
    return coverage_map(checklists.root, check_root(checklists.root).library)


def rows(found: CoverageMap) -> dict[str, CoverRow]:
    return {row.id: row for table in found.tables.values() for row in table}


def test_what_covers_a_row(mapped: Checklists) -> None:
    found = made(mapped)
    both = ("T01-7.2-01", "T01-7.2-02")
    by_id = rows(found)
    assert by_id["iso10002-2018-7.2"].questions == both
    assert by_id["R-001"].questions == both
    assert by_id["choice"].questions == both
    assert by_id["first.intake"].questions == ("T01-7.2-02",)
    assert by_id["R-103"].reason is not None
    assert by_id["RF-01"].waits == ("P12-words-01",)
    assert [row.id for _, row in found.holes] == ["R-002", "safety", "RF-01"]
    assert found.unknown_rules == ()


def test_automatic_rules_are_known_by_their_ids_alone(mapped: Checklists) -> None:
    folder = mapped.root / "rules"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "rules:\n  - {id: R-002, name: {en: x}}\n  - {id: not_a_rule}\n", encoding="utf-8"
    )
    (folder / "broken.yaml").write_text("rules: [", encoding="utf-8")
    clocks = mapped.root / "clocks"
    clocks.mkdir()
    (clocks / "b.yaml").write_text(
        "profile: {id: CN, clocks: [{id: CB-11}, {id: UK-FCA-01}]}\n", encoding="utf-8"
    )
    assert automatic_rules(mapped.root) == {"R-002", "CB-11", "UK-FCA-01"}
    assert rows(made(mapped))["R-002"].rules == ("R-002",)


def test_a_question_that_names_an_unknown_rule(mapped: Checklists) -> None:
    assert mapped.codes() == []
    line = mapped.change(mapped.part, "auto_rule: R-001", "auto_rule: R-777")
    assert [(it.code, it.line) for it in mapped.check().problems] == [("pack_rule_unknown", line)]
    found = made(mapped)
    assert found.unknown_rules == (("R-777", "T01-7.2-01"),)


def test_without_any_list_of_rules_nothing_is_said(checklists: Checklists) -> None:
    checklists.change(checklists.part, "auto_rule: R-001", "auto_rule: R-777")
    assert checklists.codes() == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("questions: [T01-7.2-02]", "questions: [T01-7.2-99]", "pack_coverage_question"),
        ("id: R-002", "id: R-001", "pack_entry_taken"),
        ("card: cn", "crad: cn", "pack_unknown_key_near"),
        ("clauses: []\n", "", "pack_missing_key"),
        ("zh: 谎言", "zh: Lies", "pack_chinese_is_none"),
        ("clauses: []", "clauses: [", "pack_yaml_broken"),
    ],
)
def test_a_faulty_list(mapped: Checklists, old: str, new: str, code: str) -> None:
    mapped.change(mapped.root / "coverage.yaml", old, new)
    with pytest.raises(PacksInvalid) as raised:
        made(mapped)
    assert code in {problem.code for problem in raised.value.problems}


def test_a_folder_without_the_list(checklists: Checklists) -> None:
    with pytest.raises(PacksInvalid):
        made(checklists)


def test_the_shipped_tables_have_no_hole_that_the_packs_there_should_fill() -> None:
    library = check_root(REAL).library
    there = {pack.id for pack in library.packs}
    found = coverage_map(REAL, library)
    assert {name: len(table) for name, table in found.tables.items() if name != "clauses"} == {
        "rules": 80,
        "rights": 9,
        "cells": 18,
        "red_flags": 19,
    }
    assert set(found.tables) == set(TABLES)
    assert found.unknown_rules == ()
    holes = [
        f"{name}: {row.id}"
        for name, row in found.holes
        if STRICT or (NEEDS[name] <= there and not row.waits)
    ]
    assert holes == []
