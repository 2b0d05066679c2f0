"""What an open audit file promises: all or nothing, journalled, undoable, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, text, update

from auditapp.domain.vocabulary import Lang, Result
from auditapp.errors import UserError
from auditapp.ops import answers, audits, evidence, plans
from auditapp.ops.texts import text_cell
from auditapp.store import driver
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.drafts import Cellref
from auditapp.store.encoding import step_hash
from auditapp.store.journal import changes_of, steps_of_gesture
from auditapp.store.models import Answer, AnswerEvidence, Unit
from auditapp.store.op import Op, Tx, uuid7
from auditapp.store.verify import verify
from tests.world import Ticking, World, dump

if TYPE_CHECKING:
    import uuid
    from pathlib import Path


def reopened(world: World) -> World:
    world.audit.close()
    world.audit = AuditFile.open(world.audit.path, Opening(person="Li", clock=Ticking()))
    return world


def set_to(world: World, result: Result, question: str = "Q-5") -> Op[answers.ResultSet]:
    return answers.set_result(question_id=question, unit_id=world.unit, result=result)


def test_an_op_that_fails_leaves_the_file_as_it_was(world: World) -> None:
    before = dump(world.audit)

    def work(tx: Tx) -> None:
        tx.session.add(Answer(id=tx.new_id(), question_id="Q-7", unit_id=world.unit))
        tx.session.flush()
        tx.next_number("evidence")
        raise UserError("reason_needed")

    with pytest.raises(UserError, match="reason_needed"):
        world.run(Op("broken", {}, work))
    assert dump(world.audit) == before
    assert world.run(set_to(world, Result.MINOR)).step is not None


def test_an_op_that_changes_nothing_is_no_step(world: World) -> None:
    head = world.audit.head_hash()
    outcome = world.run(evidence.mark_personal_data(world.evidence, mark_now(world)))
    assert outcome.step is None
    assert outcome.changes == frozenset()
    assert world.audit.head_hash() == head


def mark_now(world: World):
    from auditapp.store.models import Evidence

    def query(session):
        return session.get(Evidence, world.evidence).personal_data

    return world.audit.read(query)


def test_writes_and_back_in_one_op_are_no_step(world: World) -> None:
    def work(tx: Tx) -> None:
        row = tx.session.get(Answer, world.answer)
        assert row is not None
        row.fulfilment = 3
        tx.session.flush()
        row.fulfilment = 1
        tx.session.flush()

    outcome = world.run(Op("nothing", {}, work))
    assert outcome.step is None


def test_bulk_statements_links_and_raw_sql_are_journalled(world: World) -> None:
    def work(tx: Tx) -> None:
        tx.session.execute(update(Unit).values(weight=7))
        tx.session.execute(delete(AnswerEvidence))
        tx.session.execute(text("UPDATE answer SET note = 'raw' WHERE question_id = 'Q-1'"))

    before = dump(world.audit)
    outcome = world.run(Op("bulk", {}, work))
    assert len(outcome.rows("unit")) == 2
    assert outcome.touches("answer_evidence")
    assert outcome.rows("answer") == {world.answer}
    world.audit.undo(world.auditor)
    assert dump(world.audit) == before


def test_one_gesture_of_several_ops_is_undone_together(world: World) -> None:
    before = dump(world.audit)
    gesture = uuid7()
    for question in ("Q-5", "Q-6"):
        op = set_to(world, Result.CONFORMING, question)
        world.audit.run(op, actor=world.auditor, gesture=gesture)
    after = dump(world.audit)
    world.audit.undo(world.auditor)
    assert dump(world.audit) == before
    world.audit.redo(world.auditor)
    assert dump(world.audit) == after


def test_undo_and_redo_work_after_closing_and_reopening(world: World) -> None:
    before = dump(world.audit)
    world.run(set_to(world, Result.MAJOR))
    after = dump(world.audit)
    reopened(world)
    assert world.audit.undo_op(world.auditor) == "answer.set_result"
    world.audit.undo(world.auditor)
    assert dump(world.audit) == before
    reopened(world)
    assert world.audit.redo_op(world.auditor) == "answer.set_result"
    world.audit.redo(world.auditor)
    assert dump(world.audit) == after


def test_undo_goes_back_gesture_by_gesture_and_redo_forward(world: World) -> None:
    states = [dump(world.audit)]
    for result in (Result.MINOR, Result.MAJOR, Result.CONFORMING):
        world.run(set_to(world, result))
        states.append(dump(world.audit))
    for state in reversed(states[:-1]):
        world.audit.undo(world.auditor)
        assert dump(world.audit) == state
    for state in states[1:]:
        world.audit.redo(world.auditor)
        assert dump(world.audit) == state
    with pytest.raises(UserError, match="nothing_to_redo"):
        world.audit.redo(world.auditor)


def test_a_new_op_ends_what_can_be_redone(world: World) -> None:
    world.run(set_to(world, Result.MINOR))
    world.audit.undo(world.auditor)
    world.run(set_to(world, Result.MAJOR))
    assert world.audit.redo_op(world.auditor) is None
    assert world.audit.undo_op(world.auditor) == "answer.set_result"


def test_undo_takes_back_ones_own_gesture_only(world: World) -> None:
    world.run(set_to(world, Result.MINOR))
    world.run(set_to(world, Result.MAJOR, "Q-6"), world.leader)
    outcome = world.audit.undo(world.auditor)
    assert outcome.rows("answer") == {
        answers.note_cell(world.audit.audit_id, "Q-5", world.unit).row_id
    }


def test_undo_names_who_changed_it_since_and_does_nothing(world: World) -> None:
    world.run(set_to(world, Result.MINOR))
    world.run(set_to(world, Result.MAJOR), world.leader)
    before = dump(world.audit)
    with pytest.raises(UserError, match="undo_conflict") as caught:
        world.audit.undo(world.auditor)
    assert caught.value.args_by_name["who"] == "Person WA"
    assert dump(world.audit) == before


def test_undo_of_an_insert_refuses_while_others_refer_to_it(world: World) -> None:
    unit = world.do(plans.add_unit(code="WZ", name={Lang.ZH: "温州"}))
    world.run(
        answers.set_result(question_id="Q-1", unit_id=unit, result=Result.MINOR), world.leader
    )
    before = dump(world.audit)
    with pytest.raises(UserError, match="undo_conflict"):
        world.audit.undo(world.auditor)
    assert dump(world.audit) == before


def test_undo_of_an_insert_refuses_while_a_text_of_others_hangs_on_it(world: World) -> None:
    unit = world.do(plans.add_unit(code="WZ", name={Lang.ZH: "温州"}))
    cell = text_cell(world.audit.audit_id, unit, "name", Lang.EN, "unit.edit")
    world.audit.save_draft(cell, "Wenzhou", actor=world.leader)
    world.audit.flush_drafts()
    with pytest.raises(UserError, match="undo_conflict"):
        world.audit.undo(world.auditor)


def test_numbers_are_never_given_twice(world: World) -> None:
    facts = evidence.EvidenceFacts(body="x")

    def number(evidence_id: uuid.UUID) -> str:
        from auditapp.store.models import Evidence

        def query(session):
            return session.get(Evidence, evidence_id).number

        return world.audit.read(query)

    from auditapp.domain.vocabulary import EvidenceKind

    first = number(world.do(evidence.add_evidence(EvidenceKind.NOTE, facts)))
    world.audit.undo(world.auditor)
    second = number(world.do(evidence.add_evidence(EvidenceKind.NOTE, facts)))
    assert first != second


def test_every_stored_step_hashes_to_its_name_and_names_its_parents(world: World) -> None:
    world.run(set_to(world, Result.MINOR))
    with world.audit.raw_read() as connection:
        gestures = connection.execute("SELECT gesture FROM step ORDER BY at").fetchall()
        previous: str | None = None
        for (gesture,) in gestures:
            for step in steps_of_gesture(connection, gesture):
                head = step.head()
                assert step_hash(head, changes_of(connection, step.hash)) == step.hash
                assert head.parents == (() if previous is None else (previous,))
                previous = step.hash.hex()
    assert previous == world.audit.head_hash()


def test_typed_text_is_durable_at_once_and_becomes_one_step(world: World) -> None:
    cell = answers.note_cell(world.audit.audit_id, "Q-8", world.unit)
    steps = world.audit.steps_written
    for typed in ("访", "访谈", "访谈两人"):
        world.audit.save_draft(cell, typed, actor=world.auditor)
    assert world.audit.steps_written == steps
    (outcome,) = world.audit.flush_drafts()
    assert outcome.rows("answer") == {cell.row_id}
    assert world.audit.steps_written == steps + 1
    assert world.audit.undo_op(world.auditor) == "answer.set_note"


def test_a_draft_left_by_a_crash_becomes_a_step_at_the_next_opening(world: World) -> None:
    cell = answers.note_cell(world.audit.audit_id, "Q-8", world.unit)
    world.audit.save_draft(cell, "未保存的话", actor=world.leader)
    crashed = world.audit.path.with_name("crashed.audit")
    crashed.write_bytes(world.audit.path.read_bytes())
    with AuditFile.open(crashed, Opening()) as audit:
        note = audit.read(lambda session: session.get(Answer, cell.row_id).note)
        assert note == "未保存的话"
        assert audit.undo_op(world.leader) == "answer.set_note"
        with audit.raw_read() as connection:
            assert connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_typing_back_to_what_stood_there_leaves_no_step(world: World) -> None:
    world.run(answers.set_note(question_id="Q-1", unit_id=world.unit, note="一"))
    cell = answers.note_cell(world.audit.audit_id, "Q-1", world.unit)
    world.audit.save_draft(cell, "一二", actor=world.auditor)
    world.audit.save_draft(cell, "一", actor=world.auditor)
    (outcome,) = world.audit.flush_drafts()
    assert outcome.step is None


def test_a_step_ends_the_older_drafts_of_its_cells(world: World) -> None:
    cell = answers.note_cell(world.audit.audit_id, "Q-1", world.unit)
    other = answers.note_cell(world.audit.audit_id, "Q-2", world.unit)
    world.audit.save_draft(cell, "half a sen", actor=world.auditor)
    world.audit.save_draft(other, "kept", actor=world.auditor)
    world.run(answers.set_note(question_id="Q-1", unit_id=world.unit, note="A whole sentence."))
    (outcome,) = world.audit.flush_drafts()
    assert outcome.rows("answer") == {other.row_id}
    note = world.audit.read(lambda session: session.get(Answer, cell.row_id).note)
    assert note == "A whole sentence."


def test_after_closing_the_file_stands_alone(world: World) -> None:
    world.run(set_to(world, Result.MINOR))
    folder, name = world.audit.path.parent, world.audit.path.name
    world.audit.close()
    left = {path.name for path in folder.iterdir()} - {f"{name}.lock"}
    assert left == {name}
    world.audit = AuditFile.open(folder / name, Opening())


def test_reading_never_writes(world: World) -> None:
    path = world.audit.path
    world.audit.close()
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    with AuditFile.open_for_reading(path) as audit:
        assert audit.read(lambda session: session.get(Answer, world.answer).result) is Result.MINOR
        with pytest.raises(UserError, match="opened_for_reading"):
            audit.run(set_to(world, Result.MAJOR), actor=world.auditor)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names
    world.audit = AuditFile.open(path, Opening())


def test_a_file_that_someone_has_open_can_be_read(world: World) -> None:
    with AuditFile.open_for_reading(world.audit.path) as audit:
        assert audit.audit_id == world.audit.audit_id
    assert world.run(set_to(world, Result.MINOR)).step is not None


def test_issuing_is_a_barrier_for_undo(world: World) -> None:
    def work(tx: Tx) -> None:
        from auditapp.store.models import Audit

        row = tx.session.get(Audit, tx.audit_id)
        assert row is not None
        row.issued_at = tx.at

    world.run(Op("audit.issue", {}, work), world.leader)
    assert world.audit.undo_op(world.auditor) is None
    with pytest.raises(UserError, match="nothing_to_undo"):
        world.audit.undo(world.auditor)


def test_pragmas_hold_on_the_writer(world: World) -> None:
    expected = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "auto_vacuum": 2,
        "application_id": driver.APPLICATION_ID,
        "page_size": driver.PAGE_SIZE,
    }
    with world.audit.raw_read() as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert found == expected


def test_pragmas_hold_on_a_reader(world: World) -> None:
    with AuditFile.open_for_reading(world.audit.path) as audit, audit.raw_read() as connection:
        assert connection.execute("PRAGMA query_only").fetchone() == (1,)
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_an_audit_file"),
        (b"PK\x03\x04 a workbook", "not_an_audit_file"),
        (b"SQLite format 3\x00" + bytes(84), "other_database"),
        (bytes(range(256)) * 32, "maybe_encrypted"),
    ],
)
def test_what_is_no_audit_file_is_refused_untouched(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "x.audit"
    path.write_bytes(content)
    for opener in (
        AuditFile.open_for_reading,
        lambda path: AuditFile.open(path, Opening()),
    ):
        with pytest.raises(UserError) as caught:
            opener(path)
        assert caught.value.code == code
    assert path.read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["x.audit"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file_not_found"):
        AuditFile.open(tmp_path / "gone.audit", Opening())


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.audit"
    path.write_bytes(b"mine")
    with pytest.raises(UserError, match="file_exists"):
        AuditFile.create(path, Opening())
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.97])
def test_a_truncated_file_is_called_damaged(world: World, cut: float, tmp_path: Path) -> None:
    world.audit.close()
    data = world.audit.path.read_bytes()
    broken = tmp_path / "broken.audit"
    broken.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(UserError, match="file_damaged"):
        AuditFile.open(broken, Opening())
    world.audit = AuditFile.open(world.audit.path, Opening())


def test_a_full_disk_loses_nothing(world: World) -> None:
    before = dump(world.audit)
    with world.audit.raw_read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    big = evidence.content_of_bytes(b"x" * 200_000, "big.bin", kind=evidence.EvidenceKind.FILE)
    op = evidence.add_evidence(evidence.EvidenceKind.FILE, evidence.EvidenceFacts(), big)
    with pytest.raises(UserError, match="disk_full"):
        world.run(op)
    assert dump(world.audit) == before


@pytest.mark.parametrize("gone", ["the row it hangs on", "a value that must be there"])
def test_a_draft_that_cannot_become_a_step_keeps_nobody_out(world: World, gone: str) -> None:
    if gone == "the row it hangs on":
        cell = answers.note_cell(world.audit.audit_id, "Q-9", uuid7())
    else:
        cell = Cellref("audit", world.audit.audit_id, "number", "audit.set_frame", {})
    world.audit.save_draft(cell, "typed" if "row" in gone else "", actor=world.auditor)
    note = answers.note_cell(world.audit.audit_id, "Q-1", world.unit)
    world.audit.save_draft(note, "typed too", actor=world.auditor)
    reopened(world)
    assert "typed too" in str(dump(world.audit)["answer"])
    with world.audit.raw_read() as connection:
        assert connection.execute("SELECT count(*) FROM draft").fetchone() == (1,)
    assert world.run(set_to(world, Result.MINOR)).step is not None


@pytest.mark.parametrize(
    ("table", "field", "args"),
    [
        ("no_table", "note", "{}"),
        ("answer", "no_field", "{}"),
        ("answer", "note", "no json"),
        ("answer", "note", '{"no_field": 1}'),
        ('step" SET op = "x" WHERE 1 --', "note", "{}"),
        ("step", "op", "{}"),
    ],
)
def test_a_draft_of_a_hostile_file_changes_nothing(
    world: World, table: str, field: str, args: str
) -> None:
    with world.audit.raw_read() as connection:
        connection.execute(
            'INSERT INTO draft (row_id, field, "table", actor_id, at, op, args, text)'
            " VALUES (?, ?, ?, NULL, '2026-11-23T08:00:00.000000Z', 'x', ?, 'typed')",
            (bytes(16), field, table, args),
        )
    before = dump(world.audit), world.audit.head_hash()
    reopened(world)
    assert (dump(world.audit), world.audit.head_hash()) == before


def test_closing_on_a_full_disk_gives_the_lock_back_and_keeps_what_was_typed(world: World) -> None:
    cell = answers.note_cell(world.audit.audit_id, "Q-1", world.unit)
    world.audit.save_draft(cell, "y" * 200_000, actor=world.auditor)
    with world.audit.raw_read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(UserError, match="disk_full"):
        world.audit.close()
    world.audit = AuditFile.open(world.audit.path, Opening())
    assert "y" * 1000 in str(dump(world.audit)["answer"])


def test_an_op_that_changes_nothing_leaves_no_bytes(world: World) -> None:
    def work(tx: Tx) -> str:
        return tx.put_blob(b"named by nothing")

    outcome = world.run(Op("bytes.only", {}, work))
    assert outcome.step is None
    assert not world.audit.blobs.has(outcome.value)
    world.audit.close()
    assert verify(world.audit.path).problems == ()
    world.audit = AuditFile.open(world.audit.path, Opening())


def test_the_first_step_makes_the_audit(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "new.audit", Opening(clock=Ticking())) as audit:
        outcome = audit.run(audits.create_audit(audits.NewAudit(number="A-7")), actor=None)
        assert outcome.touches("audit")
        wanted = audit.audit_id
    with AuditFile.open(tmp_path / "new.audit", Opening()) as audit:
        assert audit.audit_id == wanted
