"""Checklists of others: read from any table, mapped, previewed, kept as drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs import own_packs
from auditapp.packs.foreign import SEVERAL, ColumnMap, ColumnRole, preview, suggest
from auditapp.packs.foreign_tables import MOST_ROWS, read_tables
from auditapp.packs.library import load_library
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.foreign import Preview
    from auditapp.packs.foreign_tables import Table
    from tests.unit.packs.sample import Checklists

ENGLISH = [
    ["Clause", "Title", "Requirement", "Guidance", "TypicalEvidence", "Owner"],
    ["4.1", "Context", "Is the context written down?", "- who\n- what", "minutes|list", "A"],
    ["4.1", "Context", "Who looks at it again each year?", "", "", "B"],
    ["4.10", "Secrecy", "Who reads?", "1. roles\n2) leavers\n3. vendors", "list", ""],
]  # fmt: skip
CHINESE = [
    ["序号", "检查项目", "检查内容", "检查方法", "依据"],
    ["1", "受理", "投诉是否当日登记？", "抽查录音；核对登记簿", "投诉管理制度"],
    ["2", "受理", "是否告知受理结果？", "", ""],
]


@pytest.fixture
def library(checklists: Checklists) -> Library:
    return checklists.check().library


def csv_file(
    path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", mark: str = ","
) -> Path:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def book(path: Path, rows: Sequence[Sequence[object]], *, merge: str = "") -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    workbook.save(path)
    return path


def look(table: Table, library: Library, **changes: object) -> Preview:
    mapping = replace(suggest(table), **changes)  # type: ignore[arg-type]
    return preview(table, mapping, library, pack_id="FX01", title="A list of others")


def code_of(path: Path, **named: str) -> str:
    with pytest.raises(UserError) as raised:
        read_tables(path, **named)
    load(Lang.ZH).error(raised.value)
    return raised.value.code


def test_columns_are_suggested_by_their_heads(tmp_path: Path) -> None:
    (table,) = read_tables(csv_file(tmp_path / "x.csv", ENGLISH))
    assert suggest(table) == ColumnMap(
        0,
        {
            0: ColumnRole.CLAUSE,
            1: ColumnRole.SECTION,
            2: ColumnRole.QUESTION,
            3: ColumnRole.GUIDANCE,
            4: ColumnRole.EVIDENCE,
        },
    )
    (table,) = read_tables(csv_file(tmp_path / "y.csv", CHINESE, "gb18030", ";"))
    assert table.delimiter == ";"
    assert list(suggest(table).columns.values()).count(ColumnRole.QUESTION) == 1
    assert suggest(table).columns[4] is ColumnRole.REFERENCE


def test_what_a_row_says_comes_in_and_nothing_else(tmp_path: Path, library: Library) -> None:
    (table,) = read_tables(book(tmp_path / "x.xlsx", ENGLISH))
    found = look(table, library)
    assert (found.rows_read, found.headings, found.blank, found.refused) == (3, 0, 0, ())
    first, second, third = found.source.questions
    assert first == {
        "id": "FX01-4.1-01",
        "section": "4.1",
        "version": 1,
        "q": {"en": "Is the context written down?"},
        "look_for": {"en": ["who", "what"]},
        "evidence": {"en": ["minutes", "list"]},
    }
    assert (second["id"], third["id"]) == ("FX01-4.1-02", "FX01-4.10-01")
    assert third["look_for"] == {"en": ["roles", "leavers", "vendors"]}
    sections = found.source.head["sections"]
    assert sections[1] == {"id": "4.10", "title": {"en": "Secrecy"}}
    assert found.checked.errors == ()
    assert (found.lang, found.rows[0].row) == (Lang.EN, 2)


def test_an_import_is_kept_as_a_draft(
    tmp_path: Path, checklists: Checklists, library: Library
) -> None:
    (table,) = read_tables(csv_file(tmp_path / "x.csv", CHINESE, "gb18030"))
    found = look(table, library)
    assert found.lang is Lang.ZH
    assert found.source.questions[0]["own_rule"] == {"zh": "投诉管理制度"}
    own_packs.save_pack(tmp_path / "own", found.source, library)
    pack = load_library(checklists.root, user_folder=tmp_path / "own").pack("FX01")
    assert pack.draft
    assert {"rating", "negative_test", "q.en"} <= set(pack.questions[0].missing)


def test_clauses_become_criteria_where_the_library_has_them(
    tmp_path: Path, library: Library
) -> None:
    rows = [ENGLISH[0], ["7.2", "Intake", "Is it written down?"], ["7.9", "End", "Is it closed?"]]
    (table,) = read_tables(csv_file(tmp_path / "x.csv", rows))
    found = look(table, library, card_prefix="iso10002-2018-", standard="ISO 10002")
    first, second = found.source.questions
    assert (first["criteria"], "own_rule" in first) == (["iso10002-2018-7.2"], False)
    assert ("criteria" in second, second["own_rule"]) == (False, {"en": "ISO 10002 7.9"})


def test_headings_make_sections(tmp_path: Path, library: Library) -> None:
    rows = [
        ["assessable", "name", "description"],
        ["", "Lawful basis", ""],
        ["x", "Is there a list of processing?", "who reads it"],
        ["", "Security", ""],
        ["x", "Is data encrypted?", "at rest"],
    ]
    (table,) = read_tables(book(tmp_path / "x.xlsx", rows))
    found = look(table, library)
    assert (found.headings, len(found.source.questions)) == (2, 2)
    assert [row.section for row in found.rows] == ["Lawful basis", "Security"]
    bare = look(table, library, columns={1: ColumnRole.QUESTION, 2: ColumnRole.GUIDANCE})
    assert [row.section for row in bare.rows] == ["Lawful basis", "Security"]
    columns = {1: ColumnRole.QUESTION, 2: ColumnRole.GUIDANCE}
    assert look(table, library, columns=columns, headings=False).headings == 0
    flat = look(table, library, columns={1: ColumnRole.QUESTION})
    assert [note.code for note in flat.problems] == ["no_sections"]
    assert len(flat.source.questions) == 4


def test_both_languages_in_two_columns(tmp_path: Path, library: Library) -> None:
    rows = [["检查内容", "Question"], ["投诉是否登记？", "Are complaints registered?"]]
    (table,) = read_tables(csv_file(tmp_path / "x.csv", rows))
    columns = {0: ColumnRole.QUESTION, 1: ColumnRole.QUESTION_OTHER}
    found = look(table, library, columns=columns)
    both = {"zh": "投诉是否登记？", "en": "Are complaints registered?"}
    assert found.source.questions[0]["q"] == both


def test_every_row_is_accounted_for(tmp_path: Path, library: Library) -> None:
    rows = [
        *ENGLISH,
        ["", "", "", "", "", ""],
        ENGLISH[0],
        ["4.2", "X", "", "left open", "", ""],
        ENGLISH[1],
        ["4.3", "X", "w" * 2001, "g", "", ""],
    ]
    (table,) = read_tables(csv_file(tmp_path / "x.csv", rows))
    found = look(table, library)
    told = [(it.row, it.code) for it in found.refused]
    assert told == [(6, "header_again"), (7, "no_question"), (8, "same_text"), (9, "too_long")]
    assert (found.rows_read, found.blank) == (7, 1)
    for lang in Lang:
        for it in found.refused:
            load(lang).say(f"foreign.refused.{it.code}", **it.args)


def test_merged_cells_speak_for_all_their_rows(tmp_path: Path, library: Library) -> None:
    rows: list[list[object]] = [["Section", "Question"], ["A", "One?"], [None, "Two?"]]
    (table,) = read_tables(book(tmp_path / "x.xlsx", rows, merge="A2:A3"))
    assert [row.section for row in look(table, library).rows] == ["A", "A"]
    (table,) = read_tables(book(tmp_path / "y.xlsx", rows, merge="A1:C1"))
    columns = {0: ColumnRole.SECTION, 1: ColumnRole.QUESTION}
    notes = look(table, library, header_row=0, columns=columns).problems
    assert [note.code for note in notes] == ["merged_head"]


def test_hidden_sheets_come_last_and_say_so(tmp_path: Path, library: Library) -> None:
    workbook = Workbook()
    for number, state in enumerate(("hidden", "visible")):
        sheet = workbook.create_sheet(f"s{number}")
        sheet.sheet_state = state
        sheet.append(["Question", "Guidance"])
        sheet.append([f"Is it {state}?", "look"])
    workbook.save(tmp_path / "x.xlsx")
    shown, hidden = read_tables(tmp_path / "x.xlsx")
    assert (shown.name, hidden.hidden) == ("s1", True)
    codes = [note.code for note in look(hidden, library).problems]
    assert "hidden_sheet" in codes


def test_a_long_table_is_cut_and_says_so(tmp_path: Path, library: Library) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("long")
    for number in range(100_000):
        sheet.append(["Question" if number == 0 else f"Is {number} asked?"])
    workbook.save(tmp_path / "x.xlsx")
    (table,) = read_tables(tmp_path / "x.xlsx")
    assert (len(table.rows), table.rows_told) == (MOST_ROWS, 100_000)
    mapping = ColumnMap(0, {0: ColumnRole.QUESTION})
    short = replace(table, rows=table.rows[:40])
    notes = preview(short, mapping, library, pack_id="FX01", title="Long").problems
    assert ("cut", 100_000) in [(it.code, it.args.get("told")) for it in notes]


def test_heads_below_a_title_are_found(tmp_path: Path) -> None:
    rows = [["Checklist of the branch", "", ""], ["2026", "", ""], *[row[:3] for row in ENGLISH]]
    (table,) = read_tables(csv_file(tmp_path / "x.csv", rows))
    assert suggest(table).header_row == 2


def test_encodings_are_recognised_or_asked_for(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        (table,) = read_tables(csv_file(tmp_path / "x.csv", CHINESE, encoding))
        assert table.rows[1][2] == "投诉是否当日登记？"
    odd = tmp_path / "odd.csv"
    odd.write_bytes("Frage,Hinweis\nIst es größer?,ja\n".encode("cp1252") + b"\xff\xff\n")
    assert code_of(odd) == "pack_foreign_encoding"
    assert code_of(odd, encoding="utf-8") == "pack_foreign_encoding"
    (table,) = read_tables(odd, encoding="cp1252")
    assert table.rows[1][0] == "Ist es größer?"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "pack_foreign_empty"),
        (b"\n \n", "pack_foreign_empty"),
        (b"%PDF-1.7 ...", "pack_foreign_not_a_table"),
        (b"<html><table>", "pack_foreign_not_a_table"),
        (b"a,b\x00\x01\x02", "pack_foreign_not_a_table"),
        (b"PK\x03\x04 no archive", "pack_foreign_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "pack_foreign_unreadable"),
    ],
)
def test_what_is_no_table_is_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert code_of(path) == code


def test_what_cannot_become_a_pack_is_one_sentence(tmp_path: Path, library: Library) -> None:
    (table,) = read_tables(csv_file(tmp_path / "x.csv", [["Question"], ["Question"]]))
    for mapping, pack_id, code in (
        (ColumnMap(0, {0: ColumnRole.QUESTION}), "FX01", "pack_foreign_nothing"),
        (ColumnMap(0, {0: ColumnRole.GUIDANCE}), "FX01", "pack_foreign_no_question"),
        (ColumnMap(0, {0: ColumnRole.QUESTION}), "fx", "pack_id_form"),
    ):
        with pytest.raises(UserError) as raised:
            preview(table, mapping, library, pack_id=pack_id, title="x")
        assert raised.value.code == code


def test_every_role_and_note_has_a_name() -> None:
    for lang in Lang:
        texts = load(lang)
        assert len({texts.enum(role) for role in ColumnRole}) == len(ColumnRole)
        for code in ("merged_head", "hidden_sheet", "no_sections"):
            texts.say(f"foreign.problem.{code}")
    assert set(ColumnRole) >= SEVERAL
