"""Broken checklist files: one clear sentence each, with file and line, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.packs import yaml_lines

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists


def test_the_sample_is_valid(checklists: Checklists) -> None:
    report = checklists.check()
    assert report.problems == ()
    assert report.ok
    assert [pack.id for pack in report.library.packs] == ["T01"]
    assert len(report.library.packs[0].questions) == 2


# What is replaced in the part file, by what, how many lines further down the fault is told, and
# the sentence.
PART_FAULTS = [
    (
        "    weight: 5\n",
        "    weight: 5\n    wieght: 5\n",
        1,
        "The key “wieght” is unknown. Is “weight” meant?",
    ),
    (
        "      unit: cases\n",
        "      unit: cases\n      zzz: 1\n",
        1,
        ("The key “rating.zzz” is unknown here. "
        "Allowed: measure, unit, bands, aggravating."),
    ),
    ("    core: true\n", "", -5, "“core” is missing. Add it."),
    (
        ', zh: "请演示一个联系如何登记为投诉。"}',
        "}",
        0,
        "“ask” has no Chinese text. Add “zh”.",
    ),
    (
        'ask: {en: "Show me how a contact becomes a complaint.", ',
        "ask: {",
        0,
        "“ask” has no English text. Add “en”.",
    ),
    (
        'section: "7.2"',
        "section: 7.2",
        0,
        "“section” must be text, 7.2 is not. Put it in quotation marks.",
    ),
    (
        "version: 1",
        "version: 1.5",
        0,
        "“version” must be a whole number, “1.5” is not.",
    ),
    ("version: 1", "version: 0", 0, "“version” must be at least 1."),
    ("core: true", "core: yes", 0, "“core” must be true or false, not “yes”."),
    ("weight: 5", "weight: 9", 0, "“weight” must be at most 5."),
    (
        "scope: per_unit",
        "scope: branch",
        0,
        "“scope” cannot be “branch”. Choose one of: organisation, per_unit.",
    ),
    (
        "criteria: [iso10002-2018-7.2]",
        "criteria: iso10002-2018-7.2",
        0,
        ("“criteria” must be a list, “iso10002-2018-7.2” is not. "
        "Write each item on a line that begins with “- ”."),
    ),
    (
        "effort: {question: 5, item: 4}",
        "effort: 5",
        0,
        ("“effort” must be a group of keys with values, “5” is not. "
        "Write “key: value” lines below it."),
    ),
    (
        "auto_rule: R-001",
        "auto_rule: rule 1",
        0,
        "“auto_rule” is not written in its form: “rule 1”. Example: R-001.",
    ),
    (
        '"risk_stage:identify"',
        '"4.16"',
        0,
        ("“tags[2]” is not written in its form: “4.16”. "
        "Example: 4.9, risk_stage:control."),
    ),
    (
        'en: ["solved at once is registered too", "no re-coding", "same day"]',
        'en: ["a", "b"]',
        0,
        "“look_for.en” has too few items; at least 3 are needed. Add what is missing.",
    ),
    (
        "{en: registration rule, ",
        '{en: "", ',
        0,
        "“own_rule.en” is empty. Fill it in or delete the line.",
    ),
    ("verified: false", "verified:", 0, ("“verified” is empty. "
     "Fill it in or delete the line.")),
    ("up_to: 3", "up_to: many", 0,
     "“rating.bands[3].up_to” must be a number, “many” is not."),
    (
        "    weight: 5\n",
        "    weight: 5\n    weight: 4\n",
        1,
        "The key “weight” stands here a second time (first in line 10). Delete one of them.",
    ),
    (
        "    weight: 5\n",
        "\tweight: 5\n",
        0,
        "The line is indented with a tab. Indent with spaces.",
    ),
    (
        'en: "Is every contact',
        "en: 'Is every contact",
        0,
        "The quotation mark opened here is never closed. Close it.",
    ),
    (
        "    weight: 5\n",
        "    weight: 5: 6\n",
        0,
        ("A colon stands where none may be. Put a text that contains “: ” in quotation marks and "
        "check the indentation."),
    ),
    (
        "weight: 5",
        "weight: !!python/object/apply:os.system [ls]",
        0,
        ("YAML tags such as “tag:yaml.org,2002:python/object/apply:os.system” are not allowed. "
        "Delete the tag."),
    ),
    (
        "weight: 5",
        "weight: *five",
        0,
        "The alias “*five” stands for nothing defined before it. Write the value out.",
    ),
    (
        "weight: 5",
        "weight: " + "[" * 50 + "]" * 50,
        0,
        "The values are nested more than 20 levels deep. Check brackets and indentation.",
    ),
    (
        "weight: 5",
        "? [a, b]\n    : 5",
        0,
        "A key must be a plain word. Write the key without brackets and tags.",
    ),
    ("weight: 5", "weight: \x07", 0, "The file contains the control character U+0007. Delete it."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "below", "sentence"), PART_FAULTS, ids=[fault[3][:50] for fault in PART_FAULTS]
)
def test_a_fault_in_a_part_file_is_told_with_its_line(
    checklists: Checklists, old: str, new: str, below: int, sentence: str
) -> None:
    line = checklists.change(checklists.part, old, new) + below
    assert checklists.said() == [f"7-operation.yaml:{line}: {sentence}"]
    assert not checklists.check().ok
    assert checklists.check().library.packs == ()
    (chinese,) = checklists.said(Lang.ZH)
    assert chinese.startswith(f"7-operation.yaml:{line}: ")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)


def test_all_faults_are_told_at_once(checklists: Checklists) -> None:
    for old, new in (("weight: 5", "weight: 7"), ("core: true", "core: 1"), ("R-001", "r1")):
        checklists.change(checklists.part, old, new)
    checklists.change(checklists.head, "version: 1", "version: one")
    checklists.change(checklists.cards, "force: guidance", "force: strong")
    codes = checklists.codes()
    assert codes == ["pack_not_a_choice", "pack_want_integer"]
    checklists.change(checklists.head, "version: one", "version: 1")
    assert sorted(checklists.codes()) == [
        "pack_bad_form",
        "pack_not_a_choice",
        "pack_number_high",
        "pack_want_bool",
    ]


def test_a_file_that_is_not_utf8_names_the_line(checklists: Checklists) -> None:
    text = checklists.part.read_text(encoding="utf-8")
    checklists.part.write_bytes(text.encode("gb18030"))
    first_chinese = text[: text.index("登")].count("\n") + 1
    assert checklists.said() == [
        (
            f"7-operation.yaml:{first_chinese}: This line is not UTF-8. "
            "Save the file with the encoding UTF-8."
        )
    ]


def test_a_byte_order_mark_is_no_fault(checklists: Checklists) -> None:
    checklists.part.write_bytes(b"\xef\xbb\xbf" + checklists.part.read_bytes())
    assert checklists.said() == []


def test_windows_line_ends_are_no_fault(checklists: Checklists) -> None:
    checklists.part.write_bytes(checklists.part.read_bytes().replace(b"\n", b"\r\n"))
    assert checklists.said() == []


def test_a_huge_file_is_refused_unread(checklists: Checklists) -> None:
    with checklists.part.open("ab") as stream:
        stream.truncate(yaml_lines.MAX_BYTES + 1)
    assert checklists.said() == [
        "7-operation.yaml:1: The file is larger than 4 MB. Split it into several part files."
    ]


def test_an_alias_bomb_is_refused(checklists: Checklists) -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    checklists.part.write_text("\n".join(rows), encoding="utf-8")
    assert checklists.said() == [
        "7-operation.yaml:4: The file uses more than 20 YAML aliases. Write the values out."
    ]


def test_few_aliases_of_something_large_count_as_what_they_stand_for(
    checklists: Checklists,
) -> None:
    many = ", ".join(["x"] * 20_000)
    rows = [f"a: &a [{many}]", *[f"b{n}: *a" for n in range(18)]]
    checklists.part.write_text("\n".join(rows), encoding="utf-8")
    assert checklists.said() == [
        (
            "7-operation.yaml:15: The file holds more than 300,000 values. "
            "Split it into several part files."
        )
    ]


def test_an_alias_inside_its_own_anchor_is_refused(checklists: Checklists) -> None:
    checklists.part.write_text("questions: &a [*a]\n", encoding="utf-8")
    assert checklists.codes() == ["pack_yaml_anchor"]


def test_a_few_aliases_are_fine(checklists: Checklists) -> None:
    checklists.change(checklists.part, "own_rule: {", "own_rule: &rule {")
    text = checklists.part.read_text(encoding="utf-8")
    head, tail = text.rsplit("own_rule: {en: registration rule, zh: 登记条款}", 1)
    checklists.part.write_text(head + "own_rule: *rule" + tail, encoding="utf-8")
    assert checklists.said() == []


def test_an_endless_row_of_brackets_is_refused_at_once(checklists: Checklists) -> None:
    checklists.part.write_text("[" * 200_000, encoding="utf-8")
    assert checklists.codes() == ["pack_yaml_deep"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "1: The file is empty. Write its content or remove it."),
        ("# only a remark\n", "1: The file is empty. Write its content or remove it."),
        ("- a\n- b\n", ("1: “7-operation.yaml” must be a group of keys with values, “[…]” is not. "
         "Write “key: value” lines below it.")),
        ("questions: []\n", ("1: “questions” has too few items; at least 1 are needed. "
         "Add what is missing.")),
        ("questions: 5\n", ("1: “questions” must be a list, “5” is not. "
         "Write each item on a line that begins with “- ”.")),
        ("fragen:\n  - a\n", "1: “questions” is missing. Add it."),
        ("questions:\n  - 5\n", ("2: “questions[1]” must be a group of keys with values, “5” is "
         "not. Write “key: value” lines below it.")),
        ("a: 1\n---\nb: 2\n", ("2: A second YAML document begins here (---). "
         "Keep one document in a file.")),
        ("questions: [a, b\nc: 1\n", ("2: The file cannot be read as YAML from here on (did not "
         "find expected ',' or ']'). Check indentation, quotation marks and brackets.")),
    ],
)  # fmt: skip
def test_a_file_of_another_shape(checklists: Checklists, content: str, sentence: str) -> None:
    checklists.part.write_text(content, encoding="utf-8")
    said = checklists.said()
    assert f"7-operation.yaml:{sentence}" in said


def test_a_missing_head(checklists: Checklists) -> None:
    checklists.head.unlink()
    assert checklists.said() == [
        "pack.yaml:1: The file pack.yaml is missing. Add it to this folder."
    ]


def test_a_folder_that_is_not_there(checklists: Checklists) -> None:
    checklists.root = checklists.root / "nowhere"
    assert checklists.codes() == ["pack_folder_missing"]


def test_a_part_cannot_lead_out_of_the_folder(checklists: Checklists) -> None:
    checklists.change(checklists.head, "[7-operation.yaml]", '["../../secret.yaml"]')
    assert checklists.codes() == ["pack_bad_form"]


def test_words_that_yaml_takes_for_truth_values_stay_words(checklists: Checklists) -> None:
    checklists.change(checklists.part, "en: registration rule", "en: no")
    (pack,) = checklists.check().library.packs
    rule = pack.questions[0].own_rule
    assert rule is not None
    assert rule.en == "no"
