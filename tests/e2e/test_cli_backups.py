"""Backups by the command line: writing commands leave one, reading commands never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.store.backup import BackupReason
from auditapp.store.keeping import kept_audits
from auditapp.store.restore import restore
from tests.e2e.test_cli import info, new

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.store.backup import BackupInfo
    from tests.e2e.conftest import Program


def backups(program: Program) -> tuple[BackupInfo, ...]:
    (kept,) = kept_audits(program.home / "data" / "backups")
    return kept.backups


def answer(program: Program, path: Path, result: str):
    return program("answer", path, "P02-4-01", result, "--as", "ZM", "--note", "今日已核对")


def test_writing_commands_back_up_on_closing_and_what_is_lost_comes_back(
    program: Program,
) -> None:
    path = new(program)
    assert [info.reason for info in backups(program)] == [BackupReason.CLOSE]
    assert answer(program, path, "minor").code == 0
    found = info(program, path)
    newest, first = backups(program)
    path.unlink()
    (kept,) = kept_audits(program.home / "data" / "backups")
    from auditapp.store.backup import Backups

    store = Backups(program.home / "data" / "backups", kept.audit_id)
    back = restore(store, newest, program.home / "back.audit")
    assert program("verify", back.path, "--head", found["head"]).code == 0
    assert info(program, back.path)["results"]["minor"] == 1
    earlier = restore(store, first, program.home / "first.audit")
    assert info(program, earlier.path)["results"]["minor"] == 0


def test_reading_commands_and_refused_ones_make_none(program: Program) -> None:
    path = new(program)
    assert answer(program, path, "minor").code == 0
    before = backups(program)
    for words in (
        ("info", path),
        ("verify", path),
        ("export", path, "--register", "r.xlsx", "--main-where-missing"),
    ):
        assert program(*words).code == 0
    assert program("answer", path, "P99-1", "minor", "--as", "ZM").code == 1
    assert backups(program) == before


def test_a_backup_that_cannot_be_written_is_one_warning_and_the_answer_stands(
    program: Program,
) -> None:
    path = new(program)
    folder = program.home / "data" / "backups"
    kept = folder.rename(program.home / "elsewhere")
    folder.write_text("a file where the folder should be")
    ended = answer(program, path, "minor")
    assert ended.code == 0
    assert ended.one_sentence().startswith("The backup could not be written")
    assert info(program, path)["results"]["minor"] == 1
    folder.unlink()
    kept.rename(folder)
