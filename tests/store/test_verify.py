"""Verify finds what was done to a file behind the journal's back; the twin finds it too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import EvidenceKind, Lang, Result, SignOffStage, Storage
from auditapp.errors import UserError
from auditapp.exchange.check import covers_of, verify_file
from auditapp.ops import answers, evidence, signoffs
from auditapp.store.encoding import CellChange, cell_digest, join_parents, step_hash
from auditapp.store.journal import Journal, changes_of
from auditapp.store.migrate import HEAD_REVISION
from auditapp.store.verify import verify
from auditapp.texts import load
from tests.store.test_verify_twin import Twin
from tests.world import World, build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A whole small audit, closed."""
    world = build(tmp_path / "a.audit")
    world.do(
        evidence.add_evidence(
            EvidenceKind.FILE,
            evidence.EvidenceFacts(title={Lang.ZH: "附件"}),
            evidence.content_of_bytes(b"\x00" * (3 << 19), "x.bin", kind=EvidenceKind.FILE),
        )
    )
    world.audit.close()
    return tmp_path / "a.audit"


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def codes(path: Path) -> set[str]:
    return {problem.code for problem in verify(path).problems}


def test_untouched_file_holds(path: Path) -> None:
    before = path.read_bytes()
    report = verify_file(path)
    assert report.ok, report.problems
    assert (report.steps > 10, report.blobs, report.erased) == (True, 2, 0)
    assert report.signed == 1
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert Twin(path).check() == []


CASES = {
    "a value": ("cell_differs", "UPDATE answer SET result = 'conforming'"),
    "a type": ("cell_differs", "UPDATE answer SET result = CAST(result AS BLOB)"),
    "a row": ("row_missing", "DELETE FROM answer_evidence"),
    "a copied row": (
        "row_unjournalled",
        "INSERT INTO counter (id, name, last) VALUES (zeroblob(16), 'x', 1)",
    ),
    "a new table": ("row_unjournalled", "CREATE TABLE extra AS SELECT zeroblob(16) AS id, 1 AS x"),
    "a changed change": ("step_hash", "UPDATE change SET after = 'x' WHERE field = 'result'"),
    "a removed change": ("step_hash", "DELETE FROM change WHERE rowid = 12"),
    "a change in the air": (
        "change_without_step",
        "UPDATE change SET step = zeroblob(32) WHERE rowid = 9",
    ),
    "a removed step": ("step_parent", "DELETE FROM step WHERE op = 'unit.add'"),
    "a time": ("step_hash", "UPDATE step SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3"),
    "a person": ("step_hash", "UPDATE step SET actor_id = NULL WHERE actor_id IS NOT NULL"),
    "an op": ("step_hash", "UPDATE step SET op = 'x' WHERE seq = 4"),
    "an argument": ("step_hash", "UPDATE step SET args = '{\"a\":1}' WHERE seq = 4"),
    "bad json": ("step_hash", "UPDATE step SET args = '{' WHERE seq = 4"),
    "a kind": ("step_hash", "UPDATE change SET kind = 'upsert' WHERE kind = 'insert'"),
    "a float": ("step_hash", "UPDATE change SET after = 1.5 WHERE after = 1"),
    "bytes": ("blob_damaged", "UPDATE blob SET piece = zeroblob(length(piece) + 1) WHERE n = 0"),
    "text for bytes": ("blob_damaged", "UPDATE blob SET piece = 'x' WHERE n = 0"),
    "a lost piece": ("blob_damaged", "DELETE FROM blob WHERE n = 0"),
    "swapped pieces": ("blob_damaged", "UPDATE blob SET n = 5 - n"),
    "lost bytes": ("blob_missing", "DELETE FROM blob"),
    "smuggled bytes": ("blob_unnamed", "INSERT INTO blob VALUES ('00', 0, x'00')"),
    "a hidden value": (
        "step_hash",
        "UPDATE change SET after = NULL, salt_after = zeroblob(32) WHERE field = 'result'",
    ),
    "a trigger": (
        "schema_alien",
        "CREATE TRIGGER t AFTER UPDATE ON answer BEGIN DELETE FROM draft; END",
    ),
    "a view": ("schema_alien", "CREATE VIEW v AS SELECT 1"),
    "a revision": ("revision_differs", "UPDATE alembic_version SET version_num = '0001'"),
    "a lost table": ("schema_missing", "DROP TABLE draft"),
    "a draft": (
        "draft_alien",
        "INSERT INTO draft VALUES (x'00', 'f', 'nowhere', NULL, '', '', '{}', '')",
    ),
    "a sign-off's head": (
        "sign_off_head",
        "UPDATE sign_off SET head = '" + "ab" * 32 + "'",
    ),
    "a broken reference": ("integrity", "DELETE FROM unit"),
}


@pytest.mark.parametrize("name", CASES)
def test_tampering_is_found_by_both(path: Path, name: str) -> None:
    code, statement = CASES[name]
    tamper(path, statement)
    before = path.read_bytes()
    report = verify_file(path)
    assert code in {problem.code for problem in report.problems}
    assert path.read_bytes() == before
    for lang in Lang:
        texts = load(lang)
        assert all(texts.say(f"verify.{one.code}", **one.args) for one in report.problems)
    if name not in {"a lost table", "bad json", "a float", "text for bytes"}:
        assert Twin(path).check() != []


def test_hidden_value_with_its_true_digest_needs_an_erasing_step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute(
            "SELECT rowid, salt_after, after FROM change WHERE field = 'result'"
        ).fetchone()
        connection.execute(
            "UPDATE change SET after = NULL, salt_after = ? WHERE rowid = ?",
            (cell_digest(row[1], row[2]), row[0]),
        )
        connection.execute("UPDATE answer SET result = NULL")
        connection.commit()
    assert codes(path) == {"erased_without_step"}
    assert Twin(path).check() != []


def test_cut_tail_is_shown_only_by_a_head_kept_elsewhere(path: Path) -> None:
    head = verify(path).heads[0]
    with closing(sqlite3.connect(path)) as connection:
        last = connection.execute("SELECT hash, parents FROM step ORDER BY at DESC").fetchone()
        changes = changes_of(connection, last[0])
        back(connection, changes)
        connection.execute("DELETE FROM step WHERE hash = ?", (last[0],))
        connection.execute("DELETE FROM change WHERE step = ?", (last[0],))
        connection.execute(
            "DELETE FROM blob WHERE sha256 NOT IN (SELECT after FROM change WHERE field = 'sha256')"
        )
        connection.commit()
    assert verify(path).ok
    assert verify(path, head=last[1].hex()).ok
    report = verify(path, head=head)
    assert [problem.code for problem in report.problems] == ["head_missing"]


def back(connection: sqlite3.Connection, changes: list[CellChange]) -> None:
    """Undo changes with a database tool, as a forger would."""
    for change in changes:
        if change.kind == "insert":
            connection.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.row_id,))
        else:
            connection.execute(
                f"UPDATE {change.table} SET {change.field} = ? WHERE id = ?",
                (change.before, change.row_id),
            )


def test_head_that_is_none(path: Path) -> None:
    with pytest.raises(UserError, match="bad_head"):
        verify(path, head="12ab")


def test_sequence_with_a_gap(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        journal = Journal(connection, HEAD_REVISION)
        journal._seq = 4
        journal.prepare(
            at="2030-01-01T00:00:00.000000Z",
            actor_id=None,
            op="x",
            args="{}",
            gesture=b"\1" * 16,
            undoes=None,
            changes=(),
        )
        connection.commit()
    assert codes(path) == {"step_sequence"}
    assert Twin(path).check() != []


def test_parents_out_of_order_are_no_valid_step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT hash FROM step ORDER BY hash LIMIT 2").fetchall()
        assert join_parents([rows[1][0], rows[0][0]]) == rows[0][0] + rows[1][0]
        journal = Journal(connection, HEAD_REVISION)
        row = journal.prepare(
            at="2030-01-01T00:00:00.000000Z",
            actor_id=None,
            op="x",
            args="{}",
            gesture=b"\1" * 16,
            undoes=None,
            changes=(),
        )
        doubled = row.parents * 2
        forged = step_hash(row.head(), ())
        connection.execute("UPDATE step SET parents = ? WHERE hash = ?", (doubled, forged))
        connection.commit()
    assert codes(path) == {"step_hash"}


def test_linked_file_absent_or_changed(tmp_path: Path) -> None:
    recording = tmp_path / "call.wav"
    recording.write_bytes(b"sound" * 100)
    world = build(tmp_path / "a.audit")
    content = evidence.content_of_link(recording)
    assert content.storage is Storage.LINKED
    facts = evidence.EvidenceFacts(title={Lang.ZH: "录音"})
    world.do(evidence.add_evidence(EvidenceKind.FILE, facts, content))
    world.audit.close()
    assert verify(world.audit.path).linked_absent == ()
    recording.write_bytes(b"other")
    assert codes(world.audit.path) == {"linked_changed"}
    assert Twin(world.audit.path).check() != []
    recording.unlink()
    report = verify(world.audit.path)
    assert report.ok
    assert len(report.linked_absent) == 1
    assert Twin(world.audit.path).check() == []


def sign(world: World) -> None:
    head = world.audit.head_hash()
    op = signoffs.sign(signoffs.Subject.ANSWER, world.answer, SignOffStage.REVIEWED, head=head)
    world.do(op, world.leader)


def test_sign_offs_cover_what_they_say(tmp_path: Path) -> None:
    world = build(tmp_path / "a.audit")
    sign(world)
    world.audit.close()
    report = verify_file(world.audit.path)
    assert report.ok, report.problems
    assert (report.signed, report.signed_outdated) == (2, 0)


def test_edit_after_sign_off_is_no_fault_but_counted(tmp_path: Path) -> None:
    world = build(tmp_path / "a.audit")
    sign(world)
    edit = answers.set_result(question_id="Q-1", unit_id=world.unit, result=Result.MAJOR)
    world.do(edit)
    with world.audit.raw_read() as connection:
        question = connection.execute("SELECT question_id FROM answer").fetchall()
        report = verify(connection, covers=covers_of)
    assert question
    world.audit.close()
    assert report.ok, report.problems


def test_sign_off_over_something_else_is_a_fault(tmp_path: Path) -> None:
    world = build(tmp_path / "a.audit")
    sign(world)
    world.audit.close()

    def other(*_: object) -> str:
        return "0" * 64

    report = verify(world.audit.path, covers=other)
    assert {problem.code for problem in report.problems} == {"sign_off_covers"}
    assert report.problem_count == 2
    assert report.signed_outdated == 2


def test_truncated_file(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    report = verify_file(path)
    assert not report.ok
    assert report.problems[0].code == "integrity"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_an_audit_file"),
        (b"PK\x03\x04 a spreadsheet", "not_an_audit_file"),
        (b"SQLite format 3\x00" + b"\0" * 200, "other_database"),
    ],
)
def test_what_is_no_audit_file(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.audit"
    path.write_bytes(content)
    with pytest.raises(UserError, match=code):
        verify_file(path)


def test_report_lists_some_and_counts_all(path: Path) -> None:
    tamper(path, "UPDATE change SET salt_before = zeroblob(16)")
    report = verify(path)
    assert report.problem_count == report.steps
    assert len(report.problems) <= 200


@pytest.mark.parametrize("name", ["a value", "bytes", "lost bytes", "a removed step", "a view"])
def test_large_files_are_checked_without_copying_their_bytes(
    path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditapp.store.verify.WHOLE", 0)
    assert verify_file(path).ok
    code, statement = CASES[name]
    tamper(path, statement)
    before = path.read_bytes()
    assert code in codes(path)
    assert path.read_bytes() == before
