"""Rules beyond the shape of a node: ids, references, bands, sampling, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.packs.sample import HEAD, OTHER_QUESTION, PART, QUESTION

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists

MINOR = "- {result: minor, over: 0, up_to: 3,"
MAJOR = "- {result: major, over: 3,"
IMPROVEMENT = "- {result: improvement, up_to: 0, weakness: true,"

# What is replaced in the part file, by what, and the codes that follow.
FAULTS = [
    # ids and references
    ("id: T01-7.2-01", "id: T01-7.3-01", ["pack_question_id"]),
    ("id: T01-7.2-01", "id: P01-7.2-01", ["pack_question_id"]),
    ("id: T01-7.2-01", "id: T01-7.2-1", ["pack_question_id"]),
    ("id: T01-7.2-01", "id: T01-7.2-02", ["pack_question_taken"]),
    ('section: "7.2"', 'section: "7.3"', ["pack_question_id", "pack_section_unknown"]),
    ("criteria: [iso10002-2018-7.2]", "criteria: [iso10002-2018-7.9]", ["pack_criterion_unknown"]),
    (
        "criteria: [iso10002-2018-7.2]",
        "criteria: [iso10002-2018-7.2, iso10002-2018-7.2]",
        ["pack_listed_twice"],
    ),
    ('tags: ["4.9", "risk_stage:identify"]', 'tags: ["4.9", "4.9"]', ["pack_listed_twice"]),
    ("    own_rule: {en: registration rule, zh: 登记条款}\n", "", ["pack_nothing_binds"]),
    # lists
    ('zh: ["录音", "登记簿"]', 'zh: ["录音"]', ["pack_list_lengths"]),
    ('zh: ["故意为之"]', 'zh: ["故意为之", "再次发生"]', ["pack_list_lengths"]),
    ('en: ["recordings", "register"]', 'en: ["register", "register"]', ["pack_listed_twice"]),
    # sampling and effort
    ("method: attribute", "method: take_all", ["pack_take_all_n"]),
    ("      default_n: 59\n", "", ["pack_sampling_n"]),
    ("strata: [channel, shift]", "strata: [channel, channel]", ["pack_listed_twice"]),
    ("effort: {question: 5, item: 4}", "effort: {question: 5, item: 0}",
     ["pack_effort_item_missing"]),
    ("effort: {question: 5, item: 4}", "effort: {question: 0, item: 4}", ["pack_effort_zero"]),
    # rating bands
    (MINOR, "- {result: minor, over: 1, up_to: 3,", ["pack_band_gap"]),
    (MINOR, "- {result: minor, over: 0, up_to: 2,", ["pack_band_gap"]),
    (MINOR, "- {result: minor, over: 0, up_to: 0,", ["pack_band_empty", "pack_band_gap"]),
    (MINOR, "- {result: minor, over: 0,", ["pack_band_no_end"]),
    (MINOR, "- {result: minor, up_to: 3,", ["pack_band_gap"]),
    (MINOR, "- {result: minor, weakness: true, over: 0, up_to: 3,", ["pack_band_no_weakness"]),
    (MINOR, "- {result: major, over: 0, up_to: 3,", ["pack_band_twice"]),
    (MINOR, "- {result: minor, over: 0, up_to: 2.5,", ["pack_band_gap", "pack_band_fraction"]),
    (MAJOR, "- {result: major, over: 3, up_to: 9,", ["pack_band_not_open"]),
    (MAJOR, "- {result: major, over: 2,", ["pack_band_gap"]),
    (IMPROVEMENT, "- {result: improvement, up_to: 2, weakness: true,", ["pack_band_departs"]),
    (IMPROVEMENT, "- {result: improvement, over: 0, up_to: 0, weakness: true,",
     ["pack_band_departs"]),
    (IMPROVEMENT, "- {result: improvement, up_to: 0,", ["pack_band_needs_weakness"]),
    ("- {result: conforming, up_to: 0,", "- {result: conforming, up_to: 1,",
     ["pack_band_departs"]),
    ("- {result: conforming, up_to: 0,", "- {result: conforming,", ["pack_band_departs"]),
    ("- {result: conforming, up_to: 0,", "- {result: conforming, up_to: 0, weakness: true,",
     ["pack_band_no_weakness"]),
    ("- {result: conforming, up_to: 0,", IMPROVEMENT, ["pack_band_missing", "pack_band_twice"]),
    # texts
    ("zh: 登记条款", "zh: registration", ["pack_chinese_is_none"]),
    ("zh: 登记条款", "zh: the rule of registration 条款", ["pack_chinese_is_little"]),
    ("en: registration rule", "en: rule 登记", ["pack_english_has_chinese"]),
    ("en: registration rule", "en: rule，registration", ["pack_english_has_chinese"]),
    ("en: registration rule", 'en: "7.2"', ["pack_english_is_none"]),
    ("en: registration rule", 'en: " rule"', ["pack_text_edges"]),
    ("en: registration rule", 'en: "one\\ntwo"', ["pack_text_edges"]),
    ("en: registration rule", "en: TODO", ["pack_text_stand_in"]),
    ("en: registration rule", 'en: "a\\u200Brule"', ["pack_text_control"]),
    ("zh: 登记条款", 'zh: "登记,条款"', ["pack_chinese_ascii"]),
    ("zh: 登记条款", 'zh: "登记(条款)"', ["pack_chinese_ascii"]),
    ("zh: 登记条款", "zh: 登記條款", ["pack_chinese_traditional"]),
    ("zh: 登记条款", 'zh: "登记\n        条款"', ["pack_chinese_space"]),
    ("是否均已登记？", "是否均已登记。", ["pack_no_question_mark"]),
    ("dissatisfaction registered?", "dissatisfaction registered.", ["pack_no_question_mark"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "codes"), FAULTS)
def test_a_broken_rule_is_told(
    checklists: Checklists, old: str, new: str, codes: list[str]
) -> None:
    line = checklists.change(checklists.part, old, new)
    problems = checklists.check().problems
    assert sorted(problem.code for problem in problems) == sorted(codes)
    # Within the first question, at or near the change.
    assert all(problem.path.endswith("7-operation.yaml") for problem in problems)
    told = {problem.line for problem in problems}
    first_question = range(2, 2 + QUESTION.count("\n") + 3)
    if codes != ["pack_question_taken"]:
        assert told <= set(first_question)
    if codes[0].startswith("pack_band") and "missing" not in codes[0] and "gap" not in codes:
        assert told & {line, line + 1}  # the band itself, or the next one that no longer fits


def test_what_is_only_a_warning_keeps_the_pack(checklists: Checklists) -> None:
    checklists.change(checklists.part, "zh: 登记条款", 'zh: "登记,条款"')
    report = checklists.check()
    assert [problem.warning for problem in report.problems] == [True]
    assert report.ok
    assert len(report.library.packs) == 1
    assert "warning: The Chinese text" in checklists.said()[0]


def test_bands_out_of_order(checklists: Checklists) -> None:
    text = PART.replace(MINOR, "- {result: X").replace(MAJOR, MINOR).replace("- {result: X", MAJOR)
    checklists.part.write_text(text, encoding="utf-8")
    assert set(checklists.codes()) == {"pack_band_order"}


@pytest.mark.parametrize("result", ["minor", "major"])
def test_one_band_after_zero_is_enough(checklists: Checklists, result: str) -> None:
    rows = [row for row in QUESTION.split("\n") if "result: minor" not in row]
    text = "\n".join(rows).replace("major, over: 3", f"{result}, over: 0")
    checklists.part.write_text("questions:\n" + text, encoding="utf-8")
    assert checklists.codes() == []


def test_no_band_for_departures(checklists: Checklists) -> None:
    rows = [row for row in QUESTION.split("\n") if "over: " not in row]
    checklists.part.write_text("questions:\n" + "\n".join(rows), encoding="utf-8")
    assert checklists.codes() == ["pack_band_open"]


def test_a_percentage_may_have_fractions_but_not_reach_100(checklists: Checklists) -> None:
    checklists.change(checklists.part, "unit: cases", "unit: percent")
    checklists.change(checklists.part, "up_to: 3", "up_to: 2.5")
    checklists.change(checklists.part, "over: 3", "over: 2.5")
    assert checklists.codes() == []
    checklists.change(checklists.part, "up_to: 2.5", "up_to: 100")
    checklists.change(checklists.part, "over: 2.5", "over: 100")
    assert set(checklists.codes()) == {"pack_band_percent"}


def test_a_law_binds_without_a_rule_of_the_auditee(checklists: Checklists) -> None:
    checklists.change(checklists.part, "    own_rule: {en: registration rule, zh: 登记条款}\n", "")
    checklists.change(checklists.part, "[iso10002-2018-7.2]", "[iso10002-2018-7.2, cn-cpl-art39]")
    assert checklists.codes() == []


def test_a_sample_question_needs_sampling(checklists: Checklists) -> None:
    text = checklists.part.read_text(encoding="utf-8")
    start = text.index("    sampling:")
    end = text.index("    rating:")
    text = text[:start] + text[end:]
    checklists.part.write_text(text, encoding="utf-8")
    assert checklists.codes() == ["pack_sampling_missing", "pack_effort_item_without"]
    text = text.replace("type: sample", "type: document", 1).replace("item: 4", "item: 0", 1)
    checklists.part.write_text(text, encoding="utf-8")
    assert checklists.codes() == []


def test_the_same_question_twice(checklists: Checklists) -> None:
    again = QUESTION.replace("T01-7.2-01", "T01-7.2-03").replace("已登记？", "已登记了？")
    checklists.part.write_text("questions:\n" + QUESTION + OTHER_QUESTION + again, encoding="utf-8")
    (problem,) = checklists.check().problems
    assert problem.code == "pack_same_question"
    assert problem.args == {"id": "T01-7.2-03", "other": "T01-7.2-01"}
    line = len(("questions:\n" + QUESTION + OTHER_QUESTION).split("\n")) + 16
    assert problem.line == line


def test_the_same_question_in_two_packs_is_a_warning(checklists: Checklists) -> None:
    second = checklists.root / "packs" / "T02"
    second.mkdir()
    (second / "pack.yaml").write_text(HEAD.replace("T01", "T02"), encoding="utf-8")
    (second / "7-operation.yaml").write_text(
        "questions:\n" + QUESTION.replace("T01", "T02"), encoding="utf-8"
    )
    report = checklists.check()
    assert [(problem.code, problem.warning) for problem in report.problems] == [
        ("pack_same_elsewhere", True)
    ]
    assert [pack.id for pack in report.library.packs] == ["T01", "T02"]


def test_parts_and_files_agree(checklists: Checklists) -> None:
    (checklists.pack / "8-more.yaml").write_text("questions: []\n", encoding="utf-8")
    checklists.change(checklists.head, "[7-operation.yaml]", "[7-operation.yaml, 9-gone.yaml]")
    assert checklists.said() == [
        (
            "8-more.yaml:1: 8-more.yaml is not listed under “parts” of pack.yaml. "
            "List it or remove the file."
        ),
        "pack.yaml:7: The part 9-gone.yaml does not exist. Add the file or take it off the list.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: T01", "id: T02", "pack_folder_name"),
        ("sectors: [all]", "sectors: [all, bank]", "pack_sector_all"),
        ("sectors: [all]", "sectors: [bank, bank]", "pack_listed_twice"),
        ("parts: [7-operation.yaml]", "parts: [7-operation.yaml, 7-operation.yaml]",
         "pack_listed_twice"),
        ('{id: "7.2",', '{id: "7",', "pack_section_taken"),
        ("zh: 审核员", "zh: auditor", "pack_chinese_is_none"),
    ],
)  # fmt: skip
def test_a_fault_of_the_head(checklists: Checklists, old: str, new: str, code: str) -> None:
    line = checklists.change(checklists.head, old, new)
    told = [(it.code, it.line) for it in checklists.check().problems if "pack.yaml" in it.path]
    assert (code, line) in told


def test_an_empty_section_is_a_warning(checklists: Checklists) -> None:
    with checklists.head.open("a", encoding="utf-8") as stream:
        stream.write('  - {id: "7.3", title: {en: Tracking, zh: 投诉跟踪}}\n')
    (problem,) = checklists.check().problems
    assert (problem.code, problem.line, problem.warning) == ("pack_section_empty", 11, True)


def test_the_short_selection_of_p01_is_limited(checklists: Checklists) -> None:
    folder = checklists.root / "packs" / "P01"
    folder.mkdir()
    (folder / "pack.yaml").write_text(HEAD.replace("T01", "P01"), encoding="utf-8")
    digits = "一二三四五六七八九十"
    zh = "表达不满的联系是否均已登记"
    rows = [
        QUESTION.replace("T01-7.2-01", f"P01-7.2-{number:02}")
        .replace(zh, f"第{digits[number // 10]}组{digits[number % 10]}项是否属实")
        .replace("dissatisfaction", f"matter{number}")
        for number in range(1, 62)
    ]  # fmt: skip
    (folder / "7-operation.yaml").write_text("questions:\n" + "".join(rows), encoding="utf-8")
    limits = [it for it in checklists.check().problems if it.code == "pack_core_limit"]
    assert [it.args for it in limits] == [{"count": 61, "limit": 60}]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: cn-cpl-art39", "id: iso10002-2018-7.2", "pack_criterion_taken"),
        ("force: guidance", "force: law", "pack_card_force"),
        ("replaced_by: null", "replaced_by: iso10002-2026-7.2", "pack_criterion_unknown"),
        ("in_force_since: 2018-07-01", "in_force_since: 2018-13-01", "pack_want_date"),
        ('edition: "2018"', "edition: 2018", "pack_want_text"),
        ("sectors: [all]", "sectors: [all, telecom]", "pack_sector_all"),
    ],
)
def test_a_fault_of_a_card(checklists: Checklists, old: str, new: str, code: str) -> None:
    line = checklists.change(checklists.cards, old, new)
    problem = checklists.check().problems[0]
    assert (problem.code, problem.line) == (code, line)


def test_a_faulty_card_is_told_once_and_not_again_by_its_questions(
    checklists: Checklists,
) -> None:
    checklists.change(checklists.cards, 'edition: "2018"', "edition: 2018")
    assert checklists.codes() == ["pack_want_text"]
