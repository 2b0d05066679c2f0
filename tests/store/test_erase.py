"""彻底删除: no byte of an erased value stays in the file, its copies or its backups."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import EvidenceKind, Lang, Role
from auditapp.errors import UserError
from auditapp.exchange.check import verify_file
from auditapp.exchange.merge import merge
from auditapp.ops import answers, evidence, plans
from auditapp.ops.texts import text_cell
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import BackupReason, Backups
from auditapp.store.chain import named_erasures
from auditapp.store.drafts import Cellref
from auditapp.store.erase import Approval, EraseReason, erase
from auditapp.store.models import Text
from auditapp.store.op import Op, Tx, text_hash
from auditapp.store.restore import restore
from tests.store.test_verify_twin import Twin
from tests.world import Ticking, World, build

if TYPE_CHECKING:
    from pathlib import Path

CLIENT = "客户张伟 13800138000 zhang.wei@example.com"
FORMER = "former: 李雷 hanmeimei"
PICTURE = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(70_000))
BITS = [PICTURE[at : at + 24] for at in range(0, len(PICTURE), 150_000)]
"""Short enough not to be split by the database's pages every time."""


@pytest.fixture
def told(tmp_path: Path) -> World:
    """A world where somebody wrote what must go: a note (twice), a name, bytes."""
    world = build(tmp_path / "a.audit")
    for note in (FORMER, CLIENT, CLIENT + "!", CLIENT):
        world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note=note))
    return world


def note_cell(world: World) -> tuple[str, bytes, str]:
    with world.audit.raw_read() as connection:
        row = connection.execute("SELECT id FROM answer WHERE note IS NOT NULL").fetchone()
    return ("answer", row[0], "note")


def approval(world: World) -> Approval:
    return Approval(world.auditor, world.leader, EraseReason.PERSON_ASKED)


def nowhere(folder: Path, *needles: bytes) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for needle in needles:
                assert needle not in data, f"{needle!r} is still in {path.name}"


def sound(path: Path) -> None:
    report = verify_file(path)
    assert report.ok, report.problems
    assert Twin(path).check() == []


def test_no_byte_stays(told: World, tmp_path: Path) -> None:
    cell = note_cell(told)
    path = told.audit.path
    assert CLIENT.encode() in path.read_bytes()
    done = erase(told.audit, approval(told), cells=[cell])
    assert done.values == 7
    nowhere(tmp_path, CLIENT.encode(), FORMER.encode(), "张伟".encode())
    with told.audit.raw_read() as connection:
        row = connection.execute("SELECT note FROM answer WHERE id = ?", cell[1:2]).fetchone()
        step = connection.execute(
            "SELECT actor_id, args, op FROM step WHERE hash = ?", (done.step,)
        ).fetchone()
        named = named_erasures(connection)
    assert row == (None,)
    assert step[0] == told.auditor.bytes
    assert cell in named.cells
    assert "person_asked" in step[1]
    assert told.leader.hex in step[1]
    told.audit.close()
    sound(path)
    assert verify_file(path).erased == 7


def test_field_can_be_written_again(told: World) -> None:
    cell = note_cell(told)
    erase(told.audit, approval(told), cells=[cell])
    told.do(answers.set_note(question_id="Q-1", unit_id=told.unit, note="neutral"))
    told.audit.close()
    sound(told.audit.path)
    with closing(sqlite3.connect(told.audit.path)) as connection:
        assert connection.execute("SELECT note FROM answer WHERE id = ?", cell[1:2]).fetchall() == [
            ("neutral",)
        ]


def test_undo_stops_there(told: World) -> None:
    erase(told.audit, approval(told), cells=[note_cell(told)])
    with pytest.raises(UserError, match="nothing_to_undo"):
        told.audit.undo(told.auditor)


def test_draft_goes_too(told: World, tmp_path: Path) -> None:
    cell = note_cell(told)
    row_id = uuid.UUID(bytes=cell[1])
    told.audit.save_draft(
        Cellref("answer", row_id, "note", "answer.set_note", {}),
        "typed 王芳 phone",
        actor=told.auditor,
    )
    assert erase(told.audit, approval(told), cells=[cell]).drafts == 1
    told.audit.close()
    nowhere(tmp_path, "王芳".encode())
    sound(told.audit.path)


def test_name_that_takes_no_null_is_left_empty(told: World, tmp_path: Path) -> None:
    person = told.do(plans.add_person(code="XX", name="赵钱孙 secret name", role=Role.AUDITOR))
    erase(told.audit, approval(told), cells=[("person", person.bytes, "name")])
    told.audit.close()
    nowhere(tmp_path, "赵钱孙".encode())
    sound(told.audit.path)
    with closing(sqlite3.connect(told.audit.path)) as connection:
        row = connection.execute("SELECT name, code FROM person WHERE id = ?", (person.bytes,))
        assert row.fetchone() == ("", "XX")


def test_with_a_text_goes_what_its_translation_keeps_of_it(told: World) -> None:
    body = "审核发现：客户孙悟空投诉"
    owner = told.finding

    def write(tx: Tx) -> None:
        for lang, words, source in ((Lang.ZH, body, None), (Lang.EN, "x", text_hash(body))):
            row = tx.session.get(Text, tx.natural_id("text", owner, "condition", lang.value))
            if row is None:
                row = Text(
                    id=tx.natural_id("text", owner, "condition", lang.value),
                    owner_id=owner,
                    field="condition",
                    lang=lang,
                )
                tx.session.add(row)
            row.body, row.source_hash = words, source

    told.run(Op("test.texts", {}, write))
    cell = text_cell(told.audit.audit_id, owner, "condition", Lang.ZH, "text.set")
    erase(told.audit, approval(told), cells=[("text", cell.row_id.bytes, "body")])
    told.audit.close()
    nowhere(told.audit.path.parent, body.encode(), text_hash(body).encode())
    sound(told.audit.path)


def add_picture(world: World) -> str:
    content = evidence.content_of_bytes(PICTURE, "x.bin", kind=EvidenceKind.FILE)
    facts = evidence.EvidenceFacts(title={Lang.ZH: "照片"})
    world.do(evidence.add_evidence(EvidenceKind.FILE, facts, content))
    return content.sha256


def test_bytes_go_and_hash_and_title_stay(told: World, tmp_path: Path) -> None:
    sha256 = add_picture(told)
    stored = told.audit.path.read_bytes()
    assert any(bit in stored for bit in BITS)
    erase(told.audit, approval(told), blobs=[sha256])
    assert not told.audit.blobs.has(sha256)
    told.audit.close()
    nowhere(tmp_path, *BITS)
    assert told.audit.path.stat().st_size < 1_000_000
    sound(told.audit.path)
    with closing(sqlite3.connect(told.audit.path)) as connection:
        kept = connection.execute("SELECT count(*) FROM evidence WHERE sha256 = ?", (sha256,))
        assert kept.fetchone() == (1,)


def test_backups_forget_too_and_still_restore(told: World, tmp_path: Path) -> None:
    sha256 = add_picture(told)
    cell = note_cell(told)
    backups = Backups(tmp_path / "backups", told.audit.audit_id)
    backups.make(told.audit.raw_read, BackupReason.WISH)
    told.do(answers.set_note(question_id="Q-1", unit_id=told.unit, note=CLIENT + "?"))
    backups.make(told.audit.raw_read, BackupReason.WISH)
    done = erase(told.audit, approval(told), cells=[cell], blobs=[sha256], backups=backups)
    assert done.backups == 2
    told.audit.close()
    nowhere(tmp_path, CLIENT.encode(), FORMER.encode(), *BITS)
    for n, info in enumerate(backups.available()):
        target = tmp_path / f"again{n}.audit"
        restored = restore(backups, info, target)
        assert restored.missing == ()
        sound(target)
        with AuditFile.open(target, Opening(person="x", clock=Ticking())) as audit:
            again = merge(audit, told.audit.path)
            assert again.conflicts == ()
        sound(target)


def test_bytes_that_another_audit_keeps_stay_in_its_backups(told: World, tmp_path: Path) -> None:
    sha256 = add_picture(told)
    other = build(tmp_path / "other.audit")
    assert add_picture(other) == sha256
    folder = tmp_path / "backups"
    mine, theirs = Backups(folder, told.audit.audit_id), Backups(folder, other.audit.audit_id)
    mine.make(told.audit.raw_read, BackupReason.WISH)
    info = theirs.make(other.audit.raw_read, BackupReason.WISH)
    erase(told.audit, approval(told), blobs=[sha256], backups=mine)
    told.audit.close()
    other.audit.close()
    assert restore(theirs, info, tmp_path / "again.audit").missing == ()


def test_a_copy_forgets_when_it_is_merged(told: World, tmp_path: Path) -> None:
    cell = note_cell(told)
    sha256 = add_picture(told)
    told.audit.close()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    copy = folder / "copy.audit"
    copy.write_bytes(told.audit.path.read_bytes())
    with AuditFile.open(copy, Opening(person="copy", clock=Ticking())) as audit:
        # The copy writes the value on: it stands in "before" of this step.
        world = World(audit, unit=told.unit, auditor=told.auditor)
        world.do(answers.set_note(question_id="Q-1", unit_id=told.unit, note="harmless"))
    with AuditFile.open(told.audit.path, Opening(clock=Ticking())) as audit:
        erase(audit, approval(told), cells=[cell], blobs=[sha256])
    backups = Backups(folder / "backups", told.audit.audit_id)
    with AuditFile.open(copy, Opening(clock=Ticking())) as audit:
        report = merge(audit, told.audit.path, backups=backups)
    assert report.erased == 9
    nowhere(folder, CLIENT.encode(), FORMER.encode(), *BITS)
    sound(copy)
    with AuditFile.open(told.audit.path, Opening(clock=Ticking())) as audit:
        merge(audit, copy)
    nowhere(tmp_path, CLIENT.encode(), FORMER.encode(), *BITS)
    sound(told.audit.path)
    with closing(sqlite3.connect(told.audit.path)) as connection:
        assert connection.execute("SELECT note FROM answer WHERE id = ?", cell[1:2]).fetchall() == [
            ("harmless",)
        ]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (("answer", b"\0" * 16, "note"), "erase_nothing"),
        (("answer", b"\0" * 16, "unit_id"), "erase_not_possible"),
        (("answer", b"\0" * 16, "question_id"), "erase_not_possible"),
        (("evidence", b"\0" * 16, "sha256"), "erase_not_possible"),
        (("step", b"\0" * 16, "op"), "erase_not_possible"),
        (("answer", b"\0" * 16, "nothing"), "erase_not_possible"),
    ],
)
def test_what_cannot_be_erased(told: World, cell: tuple[str, bytes, str], code: str) -> None:
    head = told.audit.head_hash()
    with pytest.raises(UserError, match=code):
        erase(told.audit, approval(told), cells=[cell])
    assert told.audit.head_hash() == head


def test_nothing_and_unknown_bytes(told: World) -> None:
    for blobs in ([], ["ab" * 32]):
        with pytest.raises(UserError, match="erase_nothing"):
            erase(told.audit, approval(told), blobs=blobs)


def test_reading_cannot_erase(told: World) -> None:
    cell = note_cell(told)
    told.audit.close()
    with (
        AuditFile.open_for_reading(told.audit.path) as audit,
        pytest.raises(UserError, match="opened_for_reading"),
    ):
        erase(audit, approval(told), cells=[cell])
