"""The authoring workbook: nothing is lost on the way out and back; faults are told by cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.excel_conditions import (
    ConditionUnreadable,
    read_condition,
    write_condition,
)
from auditapp.packs.excel_layout import MOST_QUESTIONS, QUESTION_COLUMNS
from auditapp.packs.excel_read import read_workbook, sentence
from auditapp.packs.excel_write import write_workbook
from auditapp.packs.reading import check_root
from auditapp.packs.source import read_source
from auditapp.packs.yaml_out import write_folder
from auditapp.texts import load
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.excel_read import Authored
    from tests.unit.packs.sample import Checklists

SHIPPED = sorted(it.parent for it in (REAL / "packs").glob("*/pack.yaml"))
COLUMNS = [column.key for column in QUESTION_COLUMNS]


@pytest.fixture(scope="module")
def library() -> Library:
    return check_root(REAL).library


class Desk:
    """The sample pack in a workbook that a test edits and has read."""

    def __init__(self, checklists: Checklists, folder: Path) -> None:
        self.library = checklists.check().library
        self.source = read_source(checklists.pack)
        self.path = folder / "t01.xlsx"
        write_workbook(self.source, self.library, self.path)

    def edit(self, change: Callable[[Any], None]) -> Authored:
        workbook = load_workbook(self.path)
        change({name.split()[-1]: workbook[name] for name in workbook.sheetnames})
        workbook.save(self.path)
        return self.read()

    def put(self, key: str, value: object, row: int = 3) -> Authored:
        def change(sheets: Any) -> None:
            sheets["Questions"].cell(row, COLUMNS.index(key) + 1).value = value

        return self.edit(change)

    def read(self) -> Authored:
        return read_workbook(self.path, self.library)

    def told(self, authored: Authored) -> list[tuple[str, str]]:
        return [(f"{it.sheet.split()[-1]}!{it.column}{it.row}", it.code) for it in authored.faults]


@pytest.fixture
def desk(checklists: Checklists, tmp_path: Path) -> Desk:
    return Desk(checklists, tmp_path)


def cell(key: str, row: int = 3) -> str:
    from openpyxl.utils import get_column_letter

    return f"Questions!{get_column_letter(COLUMNS.index(key) + 1)}{row}"


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda it: it.name)
def test_a_round_trip_changes_nothing(folder: Path, library: Library, tmp_path: Path) -> None:
    source = read_source(folder)
    write_workbook(source, library, tmp_path / "x.xlsx")
    authored = read_workbook(tmp_path / "x.xlsx", library)
    assert authored.faults == ()
    assert authored.source == source
    write_folder(authored.source, tmp_path / folder.name)
    assert read_source(tmp_path / folder.name) == source


def test_writing_twice_gives_the_same_yaml(checklists: Checklists, tmp_path: Path) -> None:
    source = read_source(checklists.pack)
    for name in ("one", "two"):
        write_folder(source, tmp_path / name / "T01")
    files = [sorted((tmp_path / name / "T01").iterdir()) for name in ("one", "two")]
    assert [it.read_bytes() for it in files[0]] == [it.read_bytes() for it in files[1]]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("q.en", "=1+1 is what the sheet says, is it?"),
        ("q.en", "-5 is less than what?"),
        ("ask.zh", "'引号开头的问法"),
        ("section", "4.10"),
    ],
)
def test_texts_that_excel_would_turn_into_something_else_stay(
    desk: Desk, key: str, value: str
) -> None:
    question = dict(desk.source.questions[0])
    top, _, lang = key.partition(".")
    question[top] = question[top] | {lang: value} if lang else value
    part = replace(desk.source.parts[0], questions=(question, desk.source.questions[1]))
    write_workbook(desk.source.with_parts((part,)), desk.library, desk.path)
    workbook = load_workbook(desk.path)
    workbook.save(desk.path)
    assert desk.read().source.questions[0] == question


def test_every_optional_key_goes_out_and_comes_back(desk: Desk) -> None:
    first, second = desk.source.questions
    first = first | {
        "off": True,
        "locked": ["rating", "q"],
        "held": ["weight"],
        "shown_if": {"any": [{"profile": "has_vendors"}, {"profile": "sector", "is": ["bank"]}]},
    }
    second = second | {
        "rating": second["rating"] | {"bands": [*second["rating"]["bands"][:2],
            {"result": "major", "over": 0, "text": {"en": "Any.", "zh": "任何一件。"}}]},
        "sampling": {"method": "take_all", "population": {"en": "all", "zh": "全部"},
            "note": {"en": "of the year", "zh": "全年"}},
    }  # fmt: skip
    head = desk.source.head | {
        "status": "draft",
        "locked": ["all"],
        "based_on": {"id": "P01", "version": 2, "sha256": "0" * 64},
    }
    part = replace(desk.source.parts[0], questions=(first, second))
    source = replace(desk.source, head=head, parts=(part,))
    write_workbook(source, desk.library, desk.path)
    assert desk.read().source == source


def test_names_of_lists_and_words_for_yes_are_understood(desk: Desk) -> None:
    desk.put("type", "访谈")
    desk.put("scope", "Whole organization")
    question = desk.put("core", "否").source.questions[0]
    assert (question["type"], question["scope"], question["core"]) == (
        "interview",
        "organisation",
        False,
    )


FAULTS: list[tuple[str, object, str, str]] = [
    ("q.zh", None, "q.zh", "pack_missing_zh"),
    ("q.en", "=A1&B1", "q.en", "pack_excel_formula"),
    ("weight", 9, "weight", "pack_number_high"),
    ("weight", "heavy", "weight", "pack_want_integer"),
    ("type", "guess", "type", "pack_not_a_choice"),
    ("core", "maybe", "core", "pack_want_bool"),
    ("criteria", "iso10002-2018-7.2, nowhere-1", "criteria", "pack_criterion_unknown"),
    ("look_for.en", "one\ntwo", "look_for.en", "pack_list_short"),
    ("evidence.zh", "录音", "evidence.zh", "pack_list_lengths"),
    ("rating.minor.up_to", None, "rating.minor.up_to", "pack_band_no_end"),
    ("rating.minor.up_to", 2.5, "rating.minor.up_to", "pack_band_fraction"),
    ("rating.conforming.zh", None, "rating.conforming.zh", "pack_missing_zh"),
    ("sampling.default_n", None, "sampling.method", "pack_sampling_n"),
    ("shown_if", "has_vendors and", "shown_if", "pack_excel_condition"),
    ("shown_if", "nobody_knows", "shown_if", "pack_fact_unknown"),
    ("id", "T01-7.2-02", "id", "pack_question_taken"),
    ("auto_rule", "rule 1", "auto_rule", "pack_bad_form"),
]


@pytest.mark.parametrize(("key", "value", "where", "code"), FAULTS)
def test_a_fault_is_told_at_its_cell(
    desk: Desk, key: str, value: object, where: str, code: str
) -> None:
    told = desk.told(desk.put(key, value))
    row = 4 if code == "pack_question_taken" else 3
    assert (cell(where, row), code) in told


def test_all_faults_are_listed_with_sheet_row_and_column(desk: Desk) -> None:
    desk.put("q.zh", None)
    desk.put("weight", 7, row=4)
    authored = desk.put("sampling.method", "some", row=4)
    said = [sentence(it, load(Lang.EN)) for it in authored.errors]
    assert len(said) == 3
    assert said[0].startswith("检查项 Questions, row 3, column C: ")
    assert "row 4, column" in said[1]


def test_merged_cells_are_told(desk: Desk) -> None:
    authored = desk.edit(lambda sheets: sheets["Questions"].merge_cells("B3:B4"))
    assert ("Questions!B3", "pack_excel_merged") in desk.told(authored)
    assert authored.errors


def test_dates_and_errors_in_cells_are_told(desk: Desk) -> None:
    from datetime import datetime

    authored = desk.put("tags", datetime(2026, 4, 15))  # noqa: DTZ001  (a cell has no zone)
    assert (cell("tags"), "pack_excel_date") in desk.told(authored)
    authored = desk.put("tags", "#REF!")
    assert (cell("tags"), "pack_excel_error") in desk.told(authored)


def test_columns_may_move_and_own_columns_are_left_alone(desk: Desk) -> None:
    def change(sheets: Any) -> None:
        sheet = sheets["Questions"]
        sheet.insert_cols(1)
        sheet["A3"] = "my own remark"

    authored = desk.edit(change)
    assert authored.faults == ()
    assert authored.source == desk.source


def test_a_key_that_is_unknown_or_twice_is_told(desk: Desk) -> None:
    def change(sheets: Any) -> None:
        sheets["Questions"]["A2"] = "identity"
        sheets["Questions"].cell(2, COLUMNS.index("core") + 1).value = "q.zh"

    told = desk.told(desk.edit(change))
    assert ("Questions!A2", "pack_excel_key") in told
    assert (cell("core", 2), "pack_excel_key_twice") in told
    assert ("Questions!2", "pack_excel_column_missing") in told


def test_a_missing_sheet_is_told(desk: Desk) -> None:
    workbook = load_workbook(desk.path)
    del workbook["章节 Sections"]
    workbook.save(desk.path)
    assert ("Sections!0", "pack_excel_sheet_missing") in desk.told(desk.read())


def test_empty_rows_between_questions_do_not_count(desk: Desk) -> None:
    authored = desk.edit(lambda sheets: sheets["Questions"].insert_rows(4, amount=3))
    assert authored.source == desk.source


def test_too_many_rows_are_refused_and_not_read_on(desk: Desk) -> None:
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Questions")
    sheet.append(["head"])
    sheet.append(["id", "section", "q.zh", "q.en"])
    for number in range(100_000):
        sheet.append([f"T01-7.2-{number}", "7.2", "是否？", "Is it?"])
    workbook.save(desk.path)
    authored = desk.read()
    codes = [it.code for it in authored.errors]
    assert "pack_excel_rows" in codes
    assert len(authored.source.questions) == MOST_QUESTIONS


def test_rows_below_very_many_empty_ones_are_said_to_be_unread(desk: Desk) -> None:
    desk.put("id", "T01-7.2-03", row=1500)
    authored = desk.read()
    assert ("Questions!4", "pack_excel_tail") in desk.told(authored)
    assert authored.errors == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"id,section\n1,2\n", "pack_excel_unreadable"),
        (b"PK\x03\x04 broken", "pack_excel_unreadable"),
        (b"", "pack_excel_unreadable"),
    ],
)
def test_what_is_no_workbook_is_one_sentence(desk: Desk, content: bytes, code: str) -> None:
    desk.path.write_bytes(content)
    with pytest.raises(UserError) as raised:
        desk.read()
    assert raised.value.code == code


def test_a_workbook_of_others_is_sent_to_the_foreign_import(desk: Desk) -> None:
    from openpyxl import Workbook

    Workbook().save(desk.path)
    with pytest.raises(UserError) as raised:
        desk.read()
    assert raised.value.code == "pack_excel_not_ours"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("has_vendors", {"profile": "has_vendors"}),
        ("has_vendors is no", {"profile": "has_vendors", "is": ["no"]}),
        ("sector is bank，insurance", {"profile": "sector", "is": ["bank", "insurance"]}),
        (
            "P13-7.1-03 is minor, major and has_ai",
            {"all": [{"answer": "P13-7.1-03", "is": ["minor", "major"]}, {"profile": "has_ai"}]},
        ),
        (
            "a OR (b and c is d)",
            {"any": [{"profile": "a"},
                     {"all": [{"profile": "b"}, {"profile": "c", "is": ["d"]}]}]},
        ),
    ],
)  # fmt: skip
def test_conditions_as_text(text: str, condition: dict[str, Any]) -> None:
    assert read_condition(text) == condition
    assert read_condition(write_condition(condition)) == condition


@pytest.mark.parametrize("text", ["and", "a and", "a b", "(a", "a or b and c", "a is", "a,", ")"])
def test_conditions_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ConditionUnreadable):
        read_condition(text)


def test_nothing_is_left_behind_when_a_file_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    before = sorted(tmp_path.iterdir())
    for write in (
        lambda: write_workbook(desk.source, desk.library, tmp_path / "file" / "x.xlsx"),
        lambda: write_folder(desk.source, tmp_path / "file" / "T01"),
    ):
        with pytest.raises(UserError) as raised:
            write()
        assert raised.value.code == "pack_cannot_write"
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_with_other_things_in_it_is_not_replaced(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "T01").mkdir()
    (tmp_path / "T01" / "letter.txt").write_text("mine")
    with pytest.raises(UserError) as raised:
        write_folder(desk.source, tmp_path / "T01")
    assert raised.value.code == "pack_folder_in_use"
    assert (tmp_path / "T01" / "letter.txt").read_text() == "mine"
