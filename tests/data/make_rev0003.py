"""Makes tests/data/audit-rev0003.audit: a small file of the third revision, with a journal.

As make_rev0002.py does, with a complaint population on top; models move on, this file must not.
Run from the project's root: python tests/data/make_rev0003.py
"""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from auditapp.store import driver
from auditapp.store.journal import Journal
from auditapp.store.migrate import Plan, upgrade
from tests.data import make_rev0002
from tests.data.make_rev0001 import SPACE, Scribe, key

TARGET = Path(__file__).with_name("audit-rev0003.audit")


class Scribe3(Scribe):
    def __init__(self, connection: driver.Connection) -> None:
        super().__init__(connection)
        self.journal = Journal(connection, "0003")
        self.journal.writer_id = uuid.uuid5(SPACE, "writer of the third revision")


def fill(scribe: Scribe) -> None:
    make_rev0002.fill(scribe)
    population = {
        "number": "T-01",
        "system": "CRM",
        "told_count": 180000,
        "extract_hash": "ab" * 32,
        "masked": 0,
        "added_by": key("person", "CJ"),
        "added_at": "2026-10-02T01:00:00.000000Z",
        "withdrawn": 0,
    }
    title = {
        "owner_id": key("population", "1"),
        "field": "title",
        "lang": "zh",
        "body": "2025 年度投诉工单",
    }
    scribe.step(
        "population.add",
        "CJ",
        ("population", key("population", "1"), population),
        ("text", key("text", "2"), title),
    )


def main(target: Path = TARGET) -> None:
    target.unlink(missing_ok=True)
    connection = driver.create(target)
    upgrade(connection, plan=Plan(revisions=("0001", "0002", "0003")))
    connection.execute("BEGIN IMMEDIATE")
    fill(Scribe3(connection))
    connection.execute("COMMIT")
    driver.settle(connection)
    connection.close()


if __name__ == "__main__":
    main()
