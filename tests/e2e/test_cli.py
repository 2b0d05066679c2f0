"""The contract of the command line: what is written, what is said, how it ends."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Program


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def new(program: Program, name: str = "a.audit", *more: str) -> Path:
    words = ("--title", "Audit", "--pack", "P02", "--as", "ZM", *more)
    ended = program("new", name, *words)
    assert ended.code == 0, ended.err
    return program.home / name


def info(program: Program, path: Path) -> dict:
    ended = program("info", path, "--json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


# -- new, answer, info --------------------------------------------------------------------------


def test_new_makes_an_audit_with_units_packs_and_its_leader(program: Program) -> None:
    words = ("--number", "N-7", "--lang", "zh-CN", "--unit", "A=甲分公司", "--unit", "b=乙 分公司")
    path = new(program, "b.audit", *words)
    found = info(program, path)
    assert found["audit"]["title"] == {"zh": "Audit", "en": None}
    assert (found["audit"]["number"], found["audit"]["main_lang"]) == ("N-7", "zh")
    assert [(unit["code"], unit["name"]["zh"]) for unit in found["units"]] == [
        ("A", "甲分公司"),
        ("B", "乙 分公司"),
    ]
    assert [(pack["id"], pack["questions"]) for pack in found["packs"]] == [("P02", 30)]
    assert found["people"] == [{"code": "ZM", "name": "ZM", "role": "team_leader"}]
    # 17 questions to the organisation once, 13 per unit twice.
    assert found["progress"] == {"asked": 43, "answered": 0, "reviewed": 0, "not_applicable": 0}
    assert program("verify", path).code == 0


def test_an_answer_with_note_and_evidence_is_one_gesture_and_shows_in_info(
    program: Program,
) -> None:
    path = new(program, "a.audit", "--unit", "A=Alpha", "--unit", "B=Beta")
    (program.home / "proof.txt").write_text("proof", encoding="utf-8")
    words = (
        "--unit",
        "B",
        "--fulfilment",
        "2",
        "--note",
        "三件均已核对",
        "--evidence",
        "proof.txt",
    )
    ended = program("answer", path, "p02-4-03", "conforming", *words, "--as", "zm")
    assert (ended.code, ended.err) == (0, "")
    assert "E-B-ZM001" in ended.out
    found = info(program, path)
    assert found["results"]["conforming"] == 1
    assert found["evidence"] == 1
    assert [unit["progress"]["answered"] for unit in found["units"]] == [0, 1]
    assert found["scores"]["alignment"]["value"] == pytest.approx(2 / 3, abs=1e-6)
    verified = program("verify", path, "--head", found["head"])
    assert verified.code == 0
    assert found["head"] in verified.out


def test_the_person_comes_from_the_settings_when_none_is_given(program: Program) -> None:
    config = program.home / "config"
    config.mkdir()
    known = {"version": 1, "me": {"name": "周敏", "code": "ZM"}}
    (config / "settings.json").write_text(json.dumps(known), encoding="utf-8")
    ended = program("new", "c.audit", "--title", "T", "--pack", "P02")
    assert ended.code == 0, ended.err
    people = info(program, program.home / "c.audit")["people"]
    assert people == [{"code": "ZM", "name": "周敏", "role": "team_leader"}]
    assert program("answer", "c.audit", "P02-4-01", "improvement").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("info", "bad.png"), 1),
        (("info",), 2),
        (("export", "a.audit"), 2),
        (("./demo",), 1),
        ((), 1),
    ],
)
def test_what_is_wrong_is_one_sentence(ready: Program, words: tuple[str, ...], code: int) -> None:
    # Every other case: tests/unit/cli/test_wrong.py.
    ended = ready(*words)
    assert (ended.code, ended.out) == (code, "")
    ended.one_sentence()


@pytest.fixture(scope="session")
def ready(shared_program: Program) -> Program:
    """A program with an audit of two units beside a file that only pretends to be a picture."""
    new(shared_program, "a.audit", "--unit", "A=Alpha", "--unit", "B=Beta")
    (shared_program.home / "bad.png").write_text("no picture", encoding="utf-8")
    return shared_program


def test_sentences_come_in_the_language_of_the_system(ready: Program) -> None:
    assert "不是审核文件" in ready("info", "bad.png", lang="zh_CN.UTF-8").one_sentence()
    usage = ready("answer", "a.audit", lang="zh_CN.UTF-8")
    assert usage.code == 2
    assert "缺少 QUESTION, RESULT" in usage.one_sentence()
    assert "用法：auditapp export" in ready("export", "--help", lang="zh_CN.UTF-8").out


def test_text_survives_a_console_that_knows_only_ascii(ready: Program) -> None:
    ended = ready("packs", "list", lang="C", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0")
    assert ended.code == 0
    assert "P01" in ended.out


def test_a_file_that_someone_has_open_is_refused_for_writing_and_read_as_it_stands(
    program: Program,
) -> None:
    import fcntl

    path = new(program)
    side = path.with_name("a.audit.lock")
    with side.open("w") as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)
        refused = program("answer", path, "P02-4-01", "improvement", "--as", "ZM")
        assert refused.code == 1
        assert "has been open" in refused.one_sentence()
        assert program("info", path).code == 0
        assert program("verify", path).code == 0


# -- reading commands never write ---------------------------------------------------------------


def test_reading_commands_leave_no_trace(demo: Path, shared_program: Program) -> None:
    folder = shared_program.home / "read-only"
    folder.mkdir()
    path = folder / "copy.audit"
    path.write_bytes(demo.read_bytes())
    path.chmod(0o400)
    before = sha(path)
    folder.chmod(0o500)
    try:
        for words in (
            ("info", path),
            ("info", path, "--json"),
            ("verify", path),
            ("export", path, "--register", "copy.xlsx", "--report", "copy.pdf"),
        ):
            ended = shared_program(*words)
            assert ended.code == 0, ended.err
        assert [it.name for it in folder.iterdir()] == ["copy.audit"]
    finally:
        folder.chmod(0o700)
    assert sha(path) == before


# -- verify -------------------------------------------------------------------------------------


def test_verify_names_what_was_changed_behind_the_journal(program: Program) -> None:
    import sqlite3

    path = new(program)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE audit SET number = 'forged'")
    connection.close()
    ended = program("verify", path)
    assert ended.code == 1
    assert "did not pass" in ended.one_sentence()
    assert "number" in ended.out


def test_verify_says_that_a_head_kept_elsewhere_is_gone(program: Program) -> None:
    path = new(program)
    early = program.home / "early.audit"
    early.write_bytes(path.read_bytes())
    assert program("answer", path, "P02-4-01", "improvement", "--as", "ZM").code == 0
    head = info(program, path)["head"]
    assert program("verify", path, "--head", head).code == 0
    assert program("verify", early, "--head", head).code == 1


# -- demo and export ----------------------------------------------------------------------------


def test_the_demo_verifies_and_is_what_it_says(demo: Path, shared_program: Program) -> None:
    verified = shared_program("verify", demo)
    assert (verified.code, verified.err) == (0, "")
    found = info(shared_program, demo)
    assert found["audit"]["is_example"]
    assert len(found["units"]) == 3
    assert found["actions"]["overdue"] >= 1
    assert all(found["findings"]["by_grade"].values())


def test_the_demo_can_be_built_again_over_the_old_one(program: Program) -> None:
    first = program("demo", "--out", "d", "--lang", "zh-CN")
    second = program("demo", "--out", "d", "--lang", "zh-CN")
    assert (first.code, second.code) == (0, 0), second.err
    assert first.out == second.out
    # The audit with its tickets, register and report; no tickets of the first one are left.
    assert len(list((program.home / "d").iterdir())) == 4


def test_exports_of_the_demo_open(demo: Path) -> None:
    with zipfile.ZipFile(demo.with_name("telecom-branch-register.xlsx")) as book:
        assert book.testzip() is None
    assert demo.with_name("telecom-branch-report.pdf").read_bytes().startswith(b"%PDF-")


def strings_of(register: Path) -> str:
    import openpyxl

    book = openpyxl.load_workbook(register, read_only=True)
    try:
        cells = [
            str(value)
            for sheet in book.worksheets
            for row in sheet.iter_rows(values_only=True)
            for value in row
            if value is not None
        ]
    finally:
        book.close()
    return "\n".join(cells)


def test_the_demo_shows_tickets_and_the_sql_only_if_asked(
    demo: Path, shared_program: Program
) -> None:
    usual = strings_of(demo.with_name("telecom-branch-register.xlsx"))
    assert "T-CS01" in usual
    assert "R-034" in usual
    assert 'FROM "tickets"' not in usual
    ended = shared_program("export", demo, "--register", "sql.xlsx", "--lang", "zh", "--rule-sql")
    assert ended.code == 0, ended.err
    assert 'FROM "tickets"' in strings_of(shared_program.home / "sql.xlsx")


def test_masked_is_the_default_and_unmasked_must_be_said(program: Program) -> None:
    path = new(program)
    note = "客户电话 13800138000"
    assert (
        program("answer", path, "P02-4-01", "improvement", "--note", note, "--as", "ZM").code == 0
    )
    assert program("export", path, "--register", "m.xlsx").code == 0
    assert program("export", path, "--register", "m2.xlsx", "--masked").code == 0
    assert program("export", path, "--register", "u.xlsx", "--unmasked").code == 0
    for name in ("m.xlsx", "m2.xlsx"):
        assert "13800138000" not in strings_of(program.home / name)
    assert "13800138000" in strings_of(program.home / "u.xlsx")


def test_a_language_that_is_missing_is_refused_until_the_user_says_so(program: Program) -> None:
    path = new(program, "a.audit", "--lang", "en")
    ended = program("export", path, "--report", "r.pdf", "--lang", "zh-CN")
    assert ended.code == 1
    ended.one_sentence()
    assert not (program.home / "r.pdf").exists()
    said = program("export", path, "--report", "r.pdf", "--lang", "zh", "--main-where-missing")
    assert said.code == 0
    assert "title" in said.err
    both = program("export", path, "--register", "r.xlsx", "--lang", "both")
    assert both.code == 0
    assert "title" in both.err


# -- packs, doctor, selftest, help --------------------------------------------------------------


def test_packs_list_show_and_check(ready: Program) -> None:
    listed = json.loads(ready("packs", "list", "--json").out)
    assert [(pack["id"], pack["question_count"]) for pack in listed][:2] == [
        ("P01", 120),
        ("P02", 30),
    ]
    shown = json.loads(ready("packs", "show", "p02", "--json").out)
    assert shown["questions"][0]["id"] == "P02-4-01"
    assert "P02-4-01" in ready("packs", "show", "P02").out
    assert ready("packs", "check").code == 0


def test_packs_coverage_shows_tables_and_fails_on_holes(ready: Program) -> None:
    found = json.loads(ready("packs", "coverage", "--json").out)
    assert {name: len(found[name]) for name in ("rules", "rights", "cells", "red_flags")} == {
        "rules": 80,
        "rights": 9,
        "cells": 18,
        "red_flags": 19,
    }
    first = next(row for row in found["rules"] if row["id"] == "R-001")
    assert "P01-7.2-03" in first["questions"]
    assert first["hole"] is False
    ended = ready("packs", "coverage")
    assert ended.code == (1 if found["holes"] else 0)
    assert "R-001" in ended.out


def test_packs_check_names_file_and_line(program: Program) -> None:
    source = Path(__file__).parents[2] / "checklists" / "packs" / "P02"
    shutil.copytree(source, program.home / "P02")
    head = program.home / "P02" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    ended = program("packs", "check", "P02")
    assert ended.code == 1
    assert f"pack.yaml:{len(head.read_text(encoding='utf-8').splitlines())}" in ended.out
    ended.one_sentence()


def test_doctor_looks_at_everything_and_makes_nothing(program: Program) -> None:
    ended = program("doctor")
    assert ended.code == 0, ended.out
    for word in ("auditapp", "SQLite", "PySide6", "NotoSansSC", "P01", "free", "Encryption"):
        assert word in ended.out
    assert [it.name for it in program.home.iterdir()] in ([], ["cache"])


def test_doctor_says_what_is_not_in_order(program: Program) -> None:
    locked = program.home / "locked"
    locked.write_text("a file where a folder should be", encoding="utf-8")
    ended = program("doctor", AUDITAPP_HOME="/proc/nowhere")
    assert ended.code == 1
    assert "not writable" in ended.out
    ended.one_sentence()


def test_selftest_does_the_main_job(program: Program) -> None:
    ended = program("selftest", "--no-ui")
    assert ended.code == 0, ended.out + ended.err
    assert len(ended.out.splitlines()) == 13
    assert "✗" not in ended.out


def test_help_is_given_for_each_command(ready: Program) -> None:
    overview = ready("--help")
    assert overview.code == 0
    assert "selftest" in overview.out
    assert ready("--version").out.startswith("auditapp ")
    assert "to-excel" in ready("packs", "--help").out


def test_a_pack_goes_out_to_a_workbook_and_comes_back(program: Program) -> None:
    assert program("packs", "to-excel", "p02", "p02.xlsx").out == "p02.xlsx\n"
    ended = program("packs", "from-excel", "p02.xlsx", "made")
    assert (ended.code, ended.err) == (0, "")
    assert program("packs", "check", "made/P02").code == 0
    assert program("packs", "from-excel", "p02.xlsx", "p02.yaml").code == 0
    assert (program.home / "p02.yaml").read_text(encoding="utf-8").startswith("# Pack P02")


def test_a_reader_that_stops_early_gets_no_traceback(ready: Program) -> None:
    import subprocess
    import sys

    line = f"{sys.executable} -m auditapp packs show P01 --json | head -1"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.stderr == ""


def test_a_pack_of_ones_own_that_is_a_draft_is_taken_when_accepted(program: Program) -> None:
    shipped = Path(__file__).parents[2] / "checklists" / "packs" / "P02"
    own = program.home / "data" / "checklists" / "packs" / "HQ01"
    own.mkdir(parents=True)
    for file in shipped.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("P02", "HQ01")
        if file.name == "pack.yaml":
            text = text.replace("id: HQ01\n", "id: HQ01\nstatus: draft\n", 1)
        (own / file.name).write_text(text, encoding="utf-8")
    words = ("--title", "T", "--pack", "HQ01", "--as", "ZM")
    refused = program("new", "a.audit", *words)
    assert refused.code == 1
    assert "draft" in refused.one_sentence()
    assert not (program.home / "a.audit").exists()
    assert program("new", "a.audit", *words, "--accept-drafts").code == 0
