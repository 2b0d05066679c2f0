"""Merging two copies: what it takes over, what it refuses, what it leaves alone."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from auditapp.domain.vocabulary import EvidenceKind, Lang, Result
from auditapp.errors import UserError
from auditapp.exchange.check import verify_file
from auditapp.exchange.merge import merge
from auditapp.ops import answers, evidence
from auditapp.ops.conflicts import resolve_conflict
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import BackupReason, Backups
from auditapp.store.lock import FileLock
from auditapp.store.replay import find_conflicts
from auditapp.texts import load
from tests.store.test_verify_twin import Twin
from tests.world import Ticking, World, build, dump

OLD = Path(__file__).parents[1] / "data" / "audit-rev0001.audit"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[World, World]:
    """Two copies of one audit, both open."""
    one = build(tmp_path / "one.audit")
    one.audit.close()
    path = tmp_path / "two.audit"
    path.write_bytes(one.audit.path.read_bytes())
    return reopened(one, one.audit.path), reopened(one, path)


def reopened(world: World, path: Path) -> World:
    audit = AuditFile.open(path, Opening(person="x", clock=Ticking()))
    return World(audit, **{name: getattr(world, name) for name in ("leader", "auditor", "unit")})


def set_result(world: World, result: Result, question: str = "Q-1") -> None:
    op = answers.set_result(question_id=question, unit_id=world.unit, result=result)
    world.do(op)


def note(world: World, words: str, question: str = "Q-1") -> None:
    world.do(answers.set_note(question_id=question, unit_id=world.unit, note=words))


def add(world: World, data: bytes) -> str:
    content = evidence.content_of_bytes(data, "x.bin", kind=EvidenceKind.FILE)
    facts = evidence.EvidenceFacts(title={Lang.ZH: "附件"})
    world.do(evidence.add_evidence(EvidenceKind.FILE, facts, content))
    return content.sha256


def test_both_ways_give_the_same_file(pair: tuple[World, World]) -> None:
    one, two = pair
    set_result(one, Result.MAJOR)
    note(two, "seen by two")
    big = add(one, b"1" * (3 << 20))
    small = add(two, b"2")
    head = two.audit.head_hash()
    report = merge(one.audit, two.audit)
    assert (report.steps, report.blobs, report.conflicts) == (2, 1, ())
    assert two.audit.head_hash() == head
    assert merge(two.audit, one.audit).blobs == 1
    assert dump(one.audit) == dump(two.audit)
    assert one.audit.head_hash() == two.audit.head_hash()
    assert one.audit.head_hash().count("+") == 1
    again = merge(one.audit, two.audit)
    assert (again.steps, again.blobs, again.rows, again.erased) == (0, 0, 0, 0)
    note(one, "after", "Q-2")
    for world in pair:
        assert world.audit.blobs.has(big)
        assert world.audit.blobs.has(small)
        world.audit.close()
        assert verify_file(world.audit.path).ok
        assert Twin(world.audit.path).check() == []


def test_same_answer_made_twice_is_one_row(pair: tuple[World, World]) -> None:
    one, two = pair
    set_result(one, Result.MINOR, "Q-9")
    note(two, "note", "Q-9")
    report = merge(one.audit, two.audit)
    assert report.conflicts == ()
    with one.audit.raw_read() as connection:
        rows = connection.execute(
            "SELECT result, note FROM answer WHERE question_id = 'Q-9'"
        ).fetchall()
    assert rows == [("minor", "note")]


def test_conflict_is_decided_by_an_ordinary_step(pair: tuple[World, World]) -> None:
    one, two = pair
    note(one, "from one")
    note(two, "from two")
    note(two, "from two, later")
    report = merge(one.audit, two.audit)
    assert len(report.conflicts) == 1
    conflict = report.conflicts[0]
    assert [candidate.value for candidate in conflict.candidates] == [
        "from two, later",
        "from one",
    ]
    assert {candidate.actor_id for candidate in conflict.candidates} == {one.auditor.bytes}
    # Affirming the value that the cell holds already settles it too.
    op = resolve_conflict("answer", uuid.UUID(bytes=conflict.row_id), "note", "from two, later")
    assert one.run(op).step is not None
    merge(two.audit, one.audit)
    for world in pair:
        with world.audit.raw_read() as connection:
            assert find_conflicts(connection) == []
        world.audit.close()
        assert verify_file(world.audit.path).ok


def test_undo_after_a_merge_is_a_step_like_any_other(pair: tuple[World, World]) -> None:
    one, two = pair
    note(one, "one")
    note(two, "two")
    note(two, "two, later")
    merge(one.audit, two.audit)
    # The latest step of this person is the other copy's; undoing it leaves what stood before it.
    one.audit.undo(one.auditor)
    merge(two.audit, one.audit)
    assert dump(two.audit) == dump(one.audit)
    one.audit.close()
    assert verify_file(one.audit.path).ok


def test_drafts_of_both_become_steps_first(pair: tuple[World, World]) -> None:
    one, two = pair
    for world, question in ((one, "Q-3"), (two, "Q-4")):
        cell = answers.note_cell(world.audit.audit_id, question, world.unit)
        world.audit.save_draft(cell, f"typed {question}", actor=world.auditor)
    merge(one.audit, two.audit)
    with one.audit.raw_read() as connection:
        rows = connection.execute("SELECT note FROM answer WHERE note LIKE 'typed%' ORDER BY 1")
        assert rows.fetchall() == [("typed Q-3",), ("typed Q-4",)]
        assert connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_left_draft_in_a_closed_copy_becomes_its_step(pair: tuple[World, World]) -> None:
    one, two = pair
    two.audit.close()
    with closing(sqlite3.connect(two.audit.path)) as connection:
        row = connection.execute("SELECT id FROM answer").fetchone()
        connection.execute(
            "INSERT INTO draft VALUES (?, 'note', 'answer', ?, ?, 'answer.set_note', '{}', 'left')",
            (row[0], two.auditor.bytes, "2026-11-02T10:00:00.000000Z"),
        )
        connection.commit()
    assert merge(one.audit, two.audit.path).steps == 1
    assert merge(one.audit, two.audit.path).steps == 0


def test_copy_that_is_only_read_stays_as_it_is(pair: tuple[World, World]) -> None:
    one, two = pair
    note(two, "x")
    two.audit.close()
    before = two.audit.path.read_bytes()
    with_lock = FileLock.acquire(two.audit.path, "somebody")
    assert merge(one.audit, two.audit.path).steps == 1
    with_lock.release()
    assert two.audit.path.read_bytes() == before


def test_backup_is_made_before(pair: tuple[World, World], tmp_path: Path) -> None:
    one, two = pair
    note(two, "x")
    backups = Backups(tmp_path / "backups", one.audit.audit_id)
    merge(one.audit, two.audit, backups=backups)
    assert [info.reason for info in backups.available()] == [BackupReason.MERGE]


def test_older_copy_is_brought_to_the_same_revision(tmp_path: Path) -> None:
    new, old = tmp_path / "new.audit", tmp_path / "old.audit"
    for path in (new, old):
        path.write_bytes(OLD.read_bytes())
    with AuditFile.open(new, Opening(clock=Ticking())) as audit:
        before = dump(audit)
        report = merge(audit, old)
        assert report.steps == 2
        assert report.conflicts == ()
        assert dump(audit) == before
    assert verify_file(new).ok
    assert verify_file(old).ok


def refused(audit: AuditFile, other: AuditFile | Path, code: str) -> None:
    before, head = dump(audit), audit.head_hash()
    with pytest.raises(UserError, match=code) as caught:
        merge(audit, other)
    assert (dump(audit), audit.head_hash()) == (before, head)
    for lang in Lang:
        assert load(lang).error(caught.value)


def test_other_audit_and_itself_are_refused(pair: tuple[World, World], tmp_path: Path) -> None:
    one, _ = pair
    other = build(tmp_path / "other.audit")
    refused(one.audit, other.audit, "merge_other_audit")
    refused(one.audit, one.audit, "merge_same_file")
    refused(one.audit, one.audit.path, "merge_same_file")
    (tmp_path / "no.audit").write_bytes(b"nothing")
    refused(one.audit, tmp_path / "no.audit", "not_an_audit_file")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET after = 'forged' WHERE after = 'secretly'",
        "UPDATE step SET at = '2030-01-01T00:00:00.000000Z' WHERE at = (SELECT max(at) FROM step)",
        "UPDATE blob SET piece = x'00'",
        "UPDATE step SET parents = zeroblob(32) WHERE at = (SELECT max(at) FROM step)",
    ],
)
def test_forged_copy_is_refused_whole(pair: tuple[World, World], statement: str) -> None:
    one, two = pair
    add(two, b"bytes")
    note(two, "secretly")
    two.audit.close()
    with closing(sqlite3.connect(two.audit.path)) as connection:
        connection.execute(statement)
        connection.commit()
    refused(one.audit, two.audit.path, "merge_source_invalid")
    note(one, "goes on")
    one.audit.close()
    assert verify_file(one.audit.path).ok
