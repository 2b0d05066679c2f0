"""Makes tests/data/audit-rev0001.audit: a small file of the first revision, with a journal.

Uses the revision itself and the step encoding, no models: those move on, this file must not.
Run from the project's root: python tests/data/make_rev0001.py
"""

from __future__ import annotations

import hashlib
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from auditapp.store import driver
from auditapp.store.encoding import CellChange, canonical_json
from auditapp.store.journal import Journal
from auditapp.store.migrate import Plan, upgrade

TARGET = Path(__file__).with_name("audit-rev0001.audit")
SPACE = uuid.UUID("0192f0c4-5a00-7000-8000-00000000a0d1")
STARTED = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)
PACK = canonical_json({"format": 1, "pack": {"id": "P00", "title": {"zh": "投诉处理"}}}).encode()
PHOTO = bytes(range(256)) * 800


def key(*parts: str) -> bytes:
    return uuid.uuid5(SPACE, "\x1f".join(parts)).bytes


class Scribe:
    def __init__(self, connection: driver.Connection) -> None:
        self.connection = connection
        self.journal = Journal(connection, "0001")
        self.journal.writer_id = uuid.uuid5(SPACE, "writer")
        self.salts = 0

    def salt(self) -> bytes:
        self.salts += 1
        return hashlib.sha256(b"salt%d" % self.salts).digest()[:16]

    def step(self, op: str, actor: str | None, *writes: tuple[str, bytes, dict]) -> None:
        changes: list[CellChange] = []
        for table, row_id, cells in writes:
            changes += self.write(table, row_id, cells)
        minute = self.journal.seq
        row = self.journal.prepare(
            at=f"2026-09-01T01:{minute:02}:00.000000Z",
            actor_id=None if actor is None else key("person", actor),
            op=op,
            args="{}",
            gesture=key("gesture", str(minute)),
            undoes=None,
            changes=changes,
        )
        self.journal.committed(row)

    def write(self, table: str, row_id: bytes, cells: dict) -> list[CellChange]:
        names = list(cells)
        listed = ", ".join(f'"{name}"' for name in names)
        old = self.connection.execute(
            f'SELECT {listed} FROM "{table}" WHERE id = ?', (row_id,)
        ).fetchone()
        kind = "insert" if old is None else "update"
        if old is None:
            marks = ", ".join("?" for _ in range(len(names) + 1))
            self.connection.execute(
                f'INSERT INTO "{table}" (id, {listed}) VALUES ({marks})', (row_id, *cells.values())
            )
        else:
            pairs = ", ".join(f'"{name}" = ?' for name in names)
            self.connection.execute(
                f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*cells.values(), row_id)
            )
        before = dict(zip(names, old or [None] * len(names), strict=True))
        return [
            CellChange(table, row_id, kind, name, before[name], value, self.salt(), self.salt())
            for name, value in cells.items()
            if value is not None or before[name] is not None
        ]

    def blob(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        for n, start in enumerate(range(0, len(data), 1 << 20)):
            self.connection.execute(
                "INSERT INTO blob VALUES (?, ?, ?)", (sha256, n, data[start : start + (1 << 20)])
            )
        return sha256


AUDIT = {
    "number": "A-2026-07",
    "state": "fieldwork",
    "sector": "telecom",
    "jurisdiction": "CN",
    "main_lang": "zh",
    "second_lang": "en",
    "term_set": "cn",
    "is_example": 0,
    "created_at": "2026-09-01T01:00:00.000000Z",
}
LEADER = {"code": "CJ", "name": "陈静", "role": "team_leader", "withdrawn": 0}
BRANCH = {
    "code": "B1",
    "kind": "branch",
    "in_sample": 1,
    "weight": 1,
    "position": 1,
    "withdrawn": 0,
}


def fill(scribe: Scribe) -> None:
    unit, person = key("unit", "B1"), key("person", "CJ")
    scribe.step("audit.create", None, ("audit", SPACE.bytes, AUDIT))
    scribe.step("person.add", None, ("person", person, LEADER))
    scribe.step("unit.add", "CJ", ("unit", unit, BRANCH))
    pack = {
        "pack_id": "P00",
        "version": 1,
        "sha256": scribe.blob(PACK),
        "position": 1,
        "withdrawn": 0,
    }
    scribe.step("pack.freeze", "CJ", ("frozen_pack", key("pack", "P00"), pack))
    answer = key("answer", "P00-01", unit.hex())
    scribe.step(
        "answer.set_result",
        "CJ",
        (
            "answer",
            answer,
            {"question_id": "P00-01", "unit_id": unit, "result": "minor", "fulfilment": 1},
        ),
    )
    evidence = {
        "number": "E-B1-CJ001",
        "kind": "photo",
        "personal_data": "masked",
        "storage": "embedded",
        "sha256": scribe.blob(PHOTO),
        "size": len(PHOTO),
        "unit_id": unit,
        "source": "营业厅公告栏",
        "place": "南京路营业厅",
        "obtained_by": person,
        "added_at": "2026-09-01T01:05:00.000000Z",
        "withdrawn": 0,
    }
    link = {"answer_id": answer, "evidence_id": key("evidence", "1")}
    scribe.step(
        "evidence.add",
        "CJ",
        ("evidence", key("evidence", "1"), evidence),
        ("answer_evidence", key("link", "1"), link),
    )
    note = {
        "number": "E-B1-CJ002",
        "kind": "interview",
        "personal_data": "yes",
        "body": "值班经理说：投诉当天登记。",
        "unit_id": unit,
        "added_at": "2026-09-01T01:06:00.000000Z",
        "withdrawn": 0,
    }
    scribe.step("evidence.add", "CJ", ("evidence", key("evidence", "2"), note))
    scribe.step("evidence.edit", "CJ", ("evidence", key("evidence", "2"), {"source": "值班经理"}))
    scribe.step(
        "answer.set_note",
        "CJ",
        ("answer", answer, {"note": "公告栏未公布投诉电话", "fulfilment": 2}),
    )
    counter = {"name": "evidence:CJ", "last": 2}
    scribe.step("counter", None, ("counter", key("counter", "evidence:CJ"), counter))
    # As ops defined it then: the definition must never change, or old sign-offs fail.
    covered = {
        "question_id": "P00-01",
        "result": "minor",
        "fulfilment": 2,
        "reason": None,
        "note": "公告栏未公布投诉电话",
        "unit": unit.hex(),
        "evidence": [evidence["sha256"]],
    }
    sign_off = {
        "subject": "answer",
        "subject_id": answer,
        "stage": "prepared",
        "person_id": person,
        "at": "2026-09-01T01:09:00.000000Z",
        "covers": hashlib.sha256(canonical_json(covered).encode()).hexdigest(),
        "head": next(iter(scribe.journal.heads)).hex(),
        "withdrawn": 0,
    }
    scribe.step("sign_off.add", "CJ", ("sign_off", key("sign_off", "1"), sign_off))
    scribe.connection.execute(
        "INSERT INTO draft VALUES (?, 'reason', 'answer', ?, ?, 'answer.set_reason', '{}', ?)",
        (answer, person, "2026-09-01T01:10:00.000000Z", "尚未保存的理由"),
    )


def main(target: Path = TARGET) -> None:
    target.unlink(missing_ok=True)
    connection = driver.create(target)
    upgrade(connection, plan=Plan(revisions=("0001",)))
    connection.execute("BEGIN IMMEDIATE")
    fill(Scribe(connection))
    connection.execute("COMMIT")
    driver.settle(connection)
    connection.close()


if __name__ == "__main__":
    main()
