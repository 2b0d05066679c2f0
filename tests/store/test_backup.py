"""Backups: small, checked, thinned, put together again as a file that verifies."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from auditapp.domain.vocabulary import EvidenceKind, Lang
from auditapp.errors import UserError
from auditapp.exchange.check import verify_file
from auditapp.ops import answers, evidence
from auditapp.store import driver
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import BackupInfo, BackupPolicy, BackupReason, Backups, superfluous
from auditapp.store.restore import restore
from tests.store.test_verify_twin import Twin
from tests.world import Ticking, World, build, dump

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
BIG = bytes(range(251)) * 10_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = build(tmp_path / "a.audit")
    add(world, BIG)
    return world


def add(world: World, data: bytes) -> str:
    content = evidence.content_of_bytes(data, "x.bin", kind=EvidenceKind.FILE)
    facts = evidence.EvidenceFacts(title={Lang.ZH: "附件"})
    world.do(evidence.add_evidence(EvidenceKind.FILE, facts, content))
    return content.sha256


def backups_of(world: World, tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", world.audit.audit_id)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def test_restored_file_is_the_same_and_verifies(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    head = world.audit.head_hash()
    before = dump(world.audit)
    info = backups.make(world.audit.raw_read, BackupReason.WISH)
    world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note="later"))
    restored = restore(backups, info, tmp_path / "again.audit")
    assert restored.missing == ()
    assert verify_file(restored.path, head=head).ok
    assert Twin(restored.path).check() == []
    with AuditFile.open(restored.path, Opening(person="x", clock=Ticking())) as audit:
        assert dump(audit) == before
        writer = audit.journal.writer_id
        World(audit, unit=world.unit, auditor=world.auditor).do(
            answers.set_note(question_id="Q-1", unit_id=world.unit, note="other")
        )
    assert writer != world.audit.journal.writer_id
    assert verify_file(restored.path).ok
    world.audit.close()


def test_every_table_comes_back_row_by_row(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    world.audit.save_draft(
        answers.note_cell(world.audit.audit_id, "Q-1", world.unit), "typed", actor=world.auditor
    )
    info = backups.make(world.audit.raw_read, BackupReason.TIME)
    target = tmp_path / "again.audit"
    backups.assemble(info, target)
    for table in ("step", "change", "blob", "draft", "alembic_version", "answer", "evidence"):
        assert rows(target, table) == rows(world.audit.path, table)
    with closing(sqlite3.connect(world.audit.path)) as one, closing(sqlite3.connect(target)) as two:
        for pragma in ("application_id", "page_size", "auto_vacuum"):
            asked = f"PRAGMA {pragma}"
            assert one.execute(asked).fetchone() == two.execute(asked).fetchone()
        shape = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
        assert one.execute(shape).fetchall() == two.execute(shape).fetchall()


def test_second_backup_costs_what_changed(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    backups.make(world.audit.raw_read, BackupReason.TIME)
    kept = {path.name: path.stat().st_ino for path in (tmp_path / "backups/blobs").iterdir()}
    sha256 = add(world, b"more")
    second = backups.make(world.audit.raw_read, BackupReason.TIME)
    now = {path.name: path.stat().st_ino for path in (tmp_path / "backups/blobs").iterdir()}
    assert now.keys() - kept.keys() == {sha256}
    assert {name: now[name] for name in kept} == kept
    assert second.size < len(BIG)
    assert [path.suffix for path in second.path.parent.iterdir()] == [".backup", ".backup"]


def test_source_is_only_read(world: World, tmp_path: Path) -> None:
    world.audit.close()
    before = world.audit.path.read_bytes()
    with closing(driver.open_writer(world.audit.path)) as connection:
        backups_of(world, tmp_path).make(lambda: nullcontext(connection), BackupReason.MIGRATION)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert len(connection.execute("PRAGMA database_list").fetchall()) <= 2
    assert world.audit.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.audit", "backups"]


def test_ops_go_on_afterwards(world: World, tmp_path: Path) -> None:
    backups_of(world, tmp_path).make(world.audit.raw_read, BackupReason.TIME)
    world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note="after"))
    assert world.audit.undo(world.auditor).value
    world.audit.close()
    assert verify_file(world.audit.path).ok


def test_damaged_backup_is_refused_and_nothing_appears(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    info = backups.make(world.audit.raw_read, BackupReason.TIME)
    with closing(sqlite3.connect(info.path)) as connection:
        connection.execute("UPDATE answer SET fulfilment = 3")
        connection.execute("UPDATE change SET after = 3 WHERE field = 'fulfilment'")
        connection.commit()
    target = tmp_path / "again.audit"
    with pytest.raises(UserError, match="backup_damaged"):
        restore(backups, info, target)
    info.path.write_bytes(info.path.read_bytes()[:20_000])
    with pytest.raises(UserError, match="backup_damaged"):
        restore(backups, info, target)
    assert not list(tmp_path.glob("again*"))
    info.path.unlink()
    with pytest.raises(UserError, match="backup_not_found"):
        restore(backups, info, target)


def test_lost_picture_does_not_lose_the_rest(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    info = backups.make(world.audit.raw_read, BackupReason.TIME)
    sha256 = add(world, b"x" * 10)
    wrong = tmp_path / "backups" / "blobs"
    lost = next(path for path in wrong.iterdir() if path.stat().st_size == len(BIG))
    lost.write_bytes(b"y" * len(BIG))
    restored = restore(backups, info, tmp_path / "again.audit")
    assert restored.missing == (lost.name,)
    assert {problem.code for problem in restored.report.problems} == {"blob_missing"}
    assert sha256 not in restored.missing


def test_existing_target_is_never_touched(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    info = backups.make(world.audit.raw_read, BackupReason.TIME)
    target = tmp_path / "there.audit"
    target.write_bytes(b"mine")
    for attempt in (lambda: restore(backups, info, target), lambda: backups.assemble(info, target)):
        with pytest.raises(UserError, match="file_exists"):
            attempt()
    assert target.read_bytes() == b"mine"


def test_folder_that_cannot_be_made(world: World, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file")
    with pytest.raises(UserError, match="backup_failed"):
        backups_of(world, tmp_path).make(world.audit.raw_read, BackupReason.CLOSE)
    world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note="still works"))


def test_damaged_bytes_do_not_stop_a_backup(world: World, tmp_path: Path) -> None:
    sha256 = add(world, b"0123456789")
    with world.audit.raw_transaction() as connection:
        connection.execute("UPDATE blob SET piece = x'00' WHERE sha256 = ?", (sha256,))
    info = backups_of(world, tmp_path).make(world.audit.raw_read, BackupReason.CLOSE)
    assert info.damaged == (sha256,)
    assert not (tmp_path / "backups" / "blobs" / sha256).exists()


def made(hours_ago: float) -> BackupInfo:
    at = START - timedelta(hours=hours_ago)
    return BackupInfo(Path(f"{hours_ago}"), at, BackupReason.TIME, 1)


def test_thinning_keeps_days_weeks_months() -> None:
    every_six_hours = [made(6 * n) for n in range(4 * 365)]
    gone = superfluous(every_six_hours, START)
    kept = [info for info in every_six_hours if info not in gone]
    ages = [(START - info.at) / timedelta(days=1) for info in kept]
    assert ages[0] == 0
    assert sum(age <= 1 for age in ages) == 5
    assert sum(1 < age <= 14 for age in ages) in {13, 14}
    assert sum(14 < age <= 61 for age in ages) in {7, 8}
    assert sum(age > 61 for age in ages) in {10, 11, 12}
    assert superfluous(kept, START) == []


def test_newest_stays_however_old() -> None:
    assert superfluous([made(24 * 900)], START) == []


def test_cap_drops_the_oldest_and_their_pictures(world: World, tmp_path: Path) -> None:
    backups = backups_of(world, tmp_path)
    for n in range(4):
        backups.make(world.audit.raw_read, BackupReason.TIME, now=START + timedelta(minutes=n))
    newest = backups.available()[0]
    unused = tmp_path / "backups" / "blobs" / ("ab" * 32)
    unused.write_bytes(b"of a backup that is gone")
    os.utime(unused, (0, 0))
    blobs = sum(path.stat().st_size for path in unused.parent.iterdir())
    gone = backups.thin(cap=newest.size * 2 + blobs, now=START)
    assert len(gone) == 2
    assert backups.available()[0] == newest
    assert not unused.exists()
    backups.thin(cap=0, now=START)
    assert backups.available() == [newest]
    assert restore(backups, newest, tmp_path / "again.audit").missing == ()


POLICY = BackupPolicy()
MINUTES, SECONDS = timedelta(minutes=1), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("moved", "closing_now", "since", "idle", "due"),
    [
        (False, True, 99, 99, False),
        (False, False, 99, 99, False),
        (True, True, 0, 0, True),
        (True, False, 14, 99, False),
        (True, False, 15, 4, False),
        (True, False, 15, 5, True),
    ],
)
def test_when_a_backup_is_due(
    moved: bool, closing_now: bool, since: int, idle: int, due: bool
) -> None:
    assert due is POLICY.due(
        moved=moved, closing=closing_now, since_last=since * MINUTES, idle=idle * SECONDS
    )
