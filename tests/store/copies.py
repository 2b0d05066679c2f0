"""Copies of one audit that random ops are played on: what merging has to bring together."""

from __future__ import annotations

import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from auditapp.errors import UserError
from auditapp.ops.conflicts import resolve_conflict
from auditapp.store import driver
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.drafts import Cellref
from auditapp.store.erase import Approval, EraseReason, erase
from auditapp.store.op import Op, Tx
from auditapp.store.replay import find_conflicts, replay
from auditapp.store.tables import read_tables
from auditapp.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AUDIT_ID = uuid.UUID("0192f0c4-5a00-7000-8000-00000000beef")
PEOPLE = [uuid.uuid5(AUDIT_ID, f"person{n}") for n in range(3)]
AT = "2026-11-02T09:00:00.000000Z"
TEXTS = [None, "a", "b", "投诉"]


class Clock:
    """Ticks by a fixed amount from a start of its own: laptops disagree about the time."""

    def __init__(self, start: datetime, tick: timedelta) -> None:
        self.now, self.tick = start, tick

    def __call__(self) -> datetime:
        self.now += self.tick
        return self.now


def key(*parts: object) -> bytes:
    return uuid.uuid5(AUDIT_ID, "\x1f".join(str(part) for part in parts)).bytes


def make_base(path: Path) -> None:
    """An audit with three people and one unit."""
    with AuditFile.create(path, Opening(person="base"), audit_id=AUDIT_ID) as audit:
        audit.run(Op("audit.create", {}, _fill_base), actor=None)


def _fill_base(tx: Tx) -> None:
    insert(
        tx,
        "audit",
        AUDIT_ID.bytes,
        number="A",
        state="fieldwork",
        sector="all",
        jurisdiction="CN",
        main_lang="zh",
        term_set="cn",
        is_example=0,
        created_at=AT,
    )
    for n, person in enumerate(PEOPLE):
        code = {"code": f"P{n}", "name": f"Person {n}", "role": "auditor", "withdrawn": 0}
        insert(tx, "person", person.bytes, **code)
    insert(tx, "unit", key("unit", 0), **unit_row(0, None))


def unit_row(n: int, parent: int | None) -> dict[str, Any]:
    return {
        "code": f"U{n}",
        "kind": "branch",
        "parent_id": None if parent is None else key("unit", parent),
        "in_sample": 1,
        "weight": 1,
        "position": n,
        "withdrawn": 0,
    }


def insert(tx: Tx, table: str, row_id: bytes, **cells: Any) -> None:
    names = ", ".join(["id", *cells])
    marks = ", ".join(f":{name}" for name in ["id", *cells])
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    tx.session.execute(text(statement), {"id": row_id, **cells})


def update(tx: Tx, table: str, row_id: bytes, **cells: Any) -> None:
    pairs = ", ".join(f"{name} = :{name}" for name in cells)
    statement = f"UPDATE {table} SET {pairs} WHERE id = :id"
    tx.session.execute(text(statement), {"id": row_id, **cells})


def delete(tx: Tx, table: str, row_id: bytes) -> None:
    tx.session.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": row_id})


def exists(tx: Tx, table: str, row_id: bytes) -> bool:
    found = tx.session.execute(text(f"SELECT 1 FROM {table} WHERE id = :id"), {"id": row_id})
    return found.first() is not None


@contextmanager
def allowed(*codes: str) -> Iterator[None]:
    """A move that the program refuses for one of these reasons is not made."""
    try:
        yield
    except UserError as error:
        if error.code not in codes:
            raise


@dataclass
class Copy:
    """One laptop's copy and the moves that a person can make on it."""

    path: Path
    person: uuid.UUID
    clock: Clock
    audit: AuditFile = field(init=False)

    def __post_init__(self) -> None:
        self.audit = AuditFile.open(self.path, Opening(person="x", clock=self.clock))

    def reopen(self) -> None:
        self.audit.close()
        self.audit = AuditFile.open(self.path, Opening(person="x", clock=self.clock))

    def run(self, work: Any) -> None:
        """An op; what the foreign keys refuse is not done."""
        with suppress(IntegrityError, driver.IntegrityError):
            self.audit.run(Op("test.move", {}, work), actor=self.person)

    def play(self, move: str, a: int, b: int) -> None:
        """One move; ``a`` and ``b`` choose rows and values."""
        getattr(self, f"move_{move}")(a, b)

    def move_answer(self, a: int, b: int) -> None:
        row_id = key("answer", a % 3)
        fields = [{"note": TEXTS[b % 4]}, {"fulfilment": b % 4}, {"reason": TEXTS[b % 3]}]
        chosen = fields[(a + b) % 3]

        def work(tx: Tx) -> None:
            if exists(tx, "answer", row_id):
                update(tx, "answer", row_id, **chosen)
            else:
                cells = {"question_id": f"Q{a % 3}", "unit_id": key("unit", 0), **chosen}
                insert(tx, "answer", row_id, **cells)

        self.run(work)

    def move_drop_answer(self, a: int, b: int) -> None:
        self.run(lambda tx: delete(tx, "answer", key("answer", a % 3)))

    def move_make_again(self, a: int, b: int) -> None:
        row_id = key("answer", a % 3)

        def work(tx: Tx) -> None:
            delete(tx, "answer", row_id)
            cells = {"question_id": f"Q{a % 3}", "unit_id": key("unit", 0), "note": TEXTS[b % 4]}
            insert(tx, "answer", row_id, **cells)

        self.run(work)

    def move_unit(self, a: int, b: int) -> None:
        n, parent = 1 + a % 3, b % 4
        row_id = key("unit", n)

        def work(tx: Tx) -> None:
            if not exists(tx, "unit", row_id):
                insert(tx, "unit", row_id, **unit_row(n, parent if parent < n else None))
            else:
                update(tx, "unit", row_id, parent_id=key("unit", parent), weight=b)

        self.run(work)

    def move_drop_unit(self, a: int, b: int) -> None:
        self.run(lambda tx: delete(tx, "unit", key("unit", 1 + a % 3)))

    def move_evidence(self, a: int, b: int) -> None:
        row_id = key("evidence", a % 2)
        unit = [None, *(key("unit", n) for n in range(4))][b % 5]

        def work(tx: Tx) -> None:
            if exists(tx, "evidence", row_id):
                update(tx, "evidence", row_id, unit_id=unit, body=TEXTS[b % 4])
                return
            sha256 = tx.put_blob(f"bytes {b % 3}".encode())
            insert(
                tx,
                "evidence",
                row_id,
                number=f"E{a % 2}",
                kind="file",
                personal_data="none",
                storage="embedded",
                sha256=sha256,
                unit_id=unit,
                added_at=AT,
                withdrawn=0,
            )

        self.run(work)

    def move_drop_evidence(self, a: int, b: int) -> None:
        self.run(lambda tx: delete(tx, "evidence", key("evidence", a % 2)))

    def move_link(self, a: int, b: int) -> None:
        row_id = key("link", a % 3, b % 2)

        def work(tx: Tx) -> None:
            if exists(tx, "answer_evidence", row_id):
                delete(tx, "answer_evidence", row_id)
            else:
                ends = {"answer_id": key("answer", a % 3), "evidence_id": key("evidence", b % 2)}
                insert(tx, "answer_evidence", row_id, **ends)

        self.run(work)

    def move_number(self, a: int, b: int) -> None:
        self.run(lambda tx: tx.next_number(f"n{a % 2}"))

    def move_undo(self, a: int, b: int) -> None:
        with allowed("nothing_to_undo", "undo_conflict"):
            self.audit.undo(self.person)

    def move_redo(self, a: int, b: int) -> None:
        with allowed("nothing_to_redo", "undo_conflict"):
            self.audit.redo(self.person)

    def move_type(self, a: int, b: int) -> None:
        insert_with = {"question_id": f"Q{a % 3}", "unit_id": uuid.UUID(bytes=key("unit", 0))}
        row_id = uuid.UUID(bytes=key("answer", a % 3))
        cell = Cellref("answer", row_id, "note", "answer.set_note", insert_with)
        self.audit.save_draft(cell, f"typed {b}", actor=self.person)

    def move_erase(self, a: int, b: int) -> None:
        approval = Approval(self.person, PEOPLE[0], EraseReason.PERSON_ASKED)
        cells = [("answer", key("answer", a % 3), "note"), ("evidence", key("evidence", 0), "body")]
        with allowed("erase_nothing"):
            erase(self.audit, approval, cells=[cells[b % 2]])

    def move_erase_blob(self, a: int, b: int) -> None:
        approval = Approval(self.person, PEOPLE[0], EraseReason.ORDERED)
        with self.audit.raw_read() as connection:
            rows = connection.execute("SELECT DISTINCT sha256 FROM blob ORDER BY 1").fetchall()
        if rows:
            erase(self.audit, approval, blobs=[rows[a % len(rows)][0]])

    def move_decide(self, a: int, b: int) -> None:
        with self.audit.raw_read() as connection:
            found = find_conflicts(connection)
        if not found:
            return
        found.sort(key=lambda one: (one.table, one.row_id, one.field))
        conflict = found[a % len(found)]
        candidate = conflict.candidates[b % len(conflict.candidates)]
        row_id = uuid.UUID(bytes=conflict.row_id)
        op = resolve_conflict(conflict.table, row_id, conflict.field, candidate.value)
        with suppress(IntegrityError, driver.IntegrityError), allowed("row_gone"):
            self.audit.run(op, actor=self.person)

    def move_reopen(self, a: int, b: int) -> None:
        self.reopen()

    # -- looking ------------------------------------------------------------------------------

    def check(self) -> None:
        """The tables are what the journal says; the chain and the bytes hold."""
        with self.audit.raw_read() as connection:
            report = verify(connection)
            assert report.ok, report.problems
            state = replay(connection)
            assert {c: set(c.candidates) for c in find_conflicts(connection)} == {
                c: set(c.candidates) for c in state.conflicts
            }

    def tables(self) -> Any:
        with self.audit.raw_read() as connection:
            return read_tables(connection)

    def conflicts(self) -> Any:
        with self.audit.raw_read() as connection:
            return set(find_conflicts(connection))

    def journal(self) -> Any:
        with self.audit.raw_read() as connection:
            steps = connection.execute("SELECT * FROM step ORDER BY hash").fetchall()
            changes = connection.execute("SELECT * FROM change ORDER BY step, n").fetchall()
            blobs = connection.execute("SELECT * FROM blob ORDER BY sha256, n").fetchall()
            return steps, changes, blobs


MOVES = sorted(name.removeprefix("move_") for name in vars(Copy) if name.startswith("move_"))


def make_copies(folder: Path, ticks: list[tuple[int, int]]) -> list[Copy]:
    """Three copies of a new base, each with a person and a clock."""
    base = folder / "base.audit"
    make_base(base)
    copies: list[Copy] = []
    for n, (skew, tick) in enumerate(ticks):
        path = folder / f"copy{n}.audit"
        path.write_bytes(base.read_bytes())
        start = datetime(2026, 11, 2, 12, tzinfo=UTC) + timedelta(minutes=skew)
        copies.append(Copy(path, PEOPLE[n], Clock(start, timedelta(seconds=tick))))
    return copies
