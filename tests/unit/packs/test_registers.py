"""Glossary and ambiguities: read, checked, and used to check the questions' words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.packs.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.packs.sample import Checklists

GLOSSARY = """\
terms:
  - {id: audit, en: audit, zh: 审核}
  - {id: review, en: review, zh: 核查, contexts: [bank], note: {en: Never 复核., zh: 不用复核。}}
term_sets:
  system_audit:
    audit: {en: audit, zh: 审核}
misuse:
  - id: review-word
    concept: review
    contexts: [iso10002-2018-7.2]
    lang: zh
    wrong: 登记簿
    right: 登记表
    allowed_in: [网点登记簿]
    note: {en: Only for the test., zh: 仅供测试。}
"""
AMBIGUITIES = """\
ambiguities:
  - id: A-01
    title: {en: Which limit, zh: 何种时限}
    text: {en: Three numbers stand there., zh: 原文有三个数字。}
    affects: [R-010]
    switch: dispatch_mapping
    default: template
    options:
      - {value: template, en: As in the template, zh: 按模板}
      - {value: "60", en: "60", zh: "60"}
"""


@pytest.fixture
def registers(checklists: Checklists) -> tuple[Path, Path]:
    glossary = checklists.root / "glossary.yaml"
    ambiguities = checklists.root / "ambiguities.yaml"
    glossary.write_text(GLOSSARY.replace("登记簿\n", "没有\n"), encoding="utf-8")
    ambiguities.write_text(AMBIGUITIES, encoding="utf-8")
    return glossary, ambiguities


def test_registers_are_read_and_cached(
    checklists: Checklists, registers: tuple[Path, Path], tmp_path: Path
) -> None:
    assert registers[0].is_file()
    assert checklists.said() == []
    library = load_library(checklists.root, cache_dir=tmp_path / "cache")
    assert [term.id for term in library.glossary.terms] == ["audit", "review"]
    assert library.glossary.terms[1].contexts == ("bank",)
    assert library.glossary.term_sets["system_audit"]["audit"].zh == "审核"
    (ambiguity,) = library.ambiguities
    assert (ambiguity.switch, ambiguity.default) == ("dispatch_mapping", "template")
    assert [option.value for option in ambiguity.options] == ["template", "60"]
    assert load_library(checklists.root, cache_dir=tmp_path / "cache") == library


@pytest.mark.parametrize(
    ("which", "old", "new", "code"),
    [
        (0, "id: review,", "id: audit,", "pack_entry_taken"),
        (0, "concept: review", "concept: gone", "pack_concept_unknown"),
        (0, "lang: zh", "lang: fr", "pack_not_a_choice"),
        (0, "zh: 审核}", "zh: audit}", "pack_chinese_is_none"),
        (0, "term_sets:", "termsets:", "pack_unknown_key_near"),
        (1, "default: template", "default: other", "pack_not_a_choice"),
        (1, 'value: "60"', "value: template", "pack_listed_twice"),
        (1, 'value: "60"', "value: 60", "pack_want_text"),
        (1, "A-01", "B-01", "pack_bad_form"),
    ],
)
def test_a_fault_in_a_register(
    checklists: Checklists, registers: tuple[Path, Path], which: int, old: str, new: str, code: str
) -> None:
    line = checklists.change(registers[which], old, new)
    problem = checklists.check().problems[0]
    assert problem.code == code
    assert abs(problem.line - line) <= 2


def test_a_word_that_is_wrong_for_a_cited_criterion_is_a_warning(
    checklists: Checklists,
) -> None:
    (checklists.root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    problems = checklists.check().problems
    assert {(it.code, it.warning) for it in problems} == {("pack_word_misused", True)}
    text = checklists.part.read_text(encoding="utf-8").replace("登记簿", "网点登记簿")
    checklists.part.write_text(text, encoding="utf-8")
    assert checklists.codes() == []
