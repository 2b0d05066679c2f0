"""Makes tests/data/audit-rev0002.audit: a small file of the second revision, with a journal.

As make_rev0001.py does, whose scribe it uses; models move on, this file must not.
Run from the project's root: python tests/data/make_rev0002.py
"""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from auditapp.store import driver
from auditapp.store.journal import Journal
from auditapp.store.migrate import Plan, upgrade
from tests.data.make_rev0001 import AUDIT, BRANCH, LEADER, PACK, PHOTO, SPACE, Scribe, key

TARGET = Path(__file__).with_name("audit-rev0002.audit")


class Scribe2(Scribe):
    def __init__(self, connection: driver.Connection) -> None:
        super().__init__(connection)
        self.journal = Journal(connection, "0002")
        self.journal.writer_id = uuid.uuid5(SPACE, "writer of the second revision")


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
    given = {"question_id": "P00-01", "unit_id": unit, "result": "minor", "fulfilment": 1}
    scribe.step("answer.set_result", "CJ", ("answer", answer, given))
    evidence = {
        "number": "E-B1-CJ001",
        "kind": "screenshot",
        "personal_data": "masked",
        "storage": "embedded",
        "sha256": scribe.blob(PHOTO),
        "size": len(PHOTO),
        "unit_id": unit,
        "holder": "投诉系统管理员",
        "second_source": "运维日志",
        "obtained_by": person,
        "added_at": "2026-10-01T01:05:00.000000Z",
        "withdrawn": 0,
    }
    link = {"answer_id": answer, "evidence_id": key("evidence", "1")}
    scribe.step(
        "evidence.add",
        "CJ",
        ("evidence", key("evidence", "1"), evidence),
        ("answer_evidence", key("link", "1"), link),
    )
    scribe.step("evidence.edit", "CJ", ("evidence", key("evidence", "1"), {"holder": "系统室"}))
    finding = {
        "number": "F-CJ01",
        "grade": "minor",
        "legal_harm": 0,
        "unit_id": unit,
        "question_id": "P00-01",
        "state": "draft",
        "population": 180000,
        "deviations": 312,
        "raised_by": person,
        "raised_at": "2026-10-01T01:07:00.000000Z",
        "unresolved": 0,
        "revision": 0,
    }
    text = {
        "owner_id": key("finding", "1"),
        "field": "condition",
        "lang": "zh",
        "body": "全年 180,000 件中 312 件超时。",
    }
    scribe.step(
        "finding.raise",
        "CJ",
        ("finding", key("finding", "1"), finding),
        ("text", key("text", "1"), text),
    )
    counter = {"name": "evidence:CJ", "last": 1}
    scribe.step("counter", None, ("counter", key("counter", "evidence:CJ"), counter))
    scribe.connection.execute(
        "INSERT INTO draft VALUES (?, 'reason', 'answer', ?, ?, 'answer.set_reason', '{}', ?)",
        (answer, person, "2026-10-01T01:10:00.000000Z", "尚未保存的理由"),
    )


def main(target: Path = TARGET) -> None:
    target.unlink(missing_ok=True)
    connection = driver.create(target)
    upgrade(connection, plan=Plan(revisions=("0001", "0002")))
    connection.execute("BEGIN IMMEDIATE")
    fill(Scribe2(connection))
    connection.execute("COMMIT")
    driver.settle(connection)
    connection.close()


if __name__ == "__main__":
    main()
