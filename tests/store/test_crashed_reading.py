"""A file whose writer died inside a commit is read as it will be when it is opened next."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from auditapp.exchange.check import verify_file
from auditapp.store.audit_file import AuditFile, Opening
from tests.store.test_verify_twin import Twin
from tests.world import build, dump

if TYPE_CHECKING:
    from pathlib import Path

DIES = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=TRUNCATE")
connection.execute("PRAGMA cache_size=5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE change SET salt_before = randomblob(16)")
connection.execute("INSERT INTO blob VALUES ('x', 0, randomblob(2000000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_reading_after_a_crash_changes_nothing(tmp_path: Path) -> None:
    world = build(tmp_path / "a.audit")
    before, head = dump(world.audit), world.audit.head_hash()
    world.audit.close()
    path = world.audit.path
    done = subprocess.run([sys.executable, "-c", DIES, str(path)])
    assert done.returncode == -9
    journal = path.with_name("a.audit-journal")
    left = (path.read_bytes(), journal.read_bytes())
    assert len(left[1]) > 0
    report = verify_file(path, head=head)
    assert report.ok, report.problems
    with AuditFile.open_for_reading(path) as audit:
        assert dump(audit) == before
    assert (path.read_bytes(), journal.read_bytes()) == left
    AuditFile.open(path, Opening(person="next")).close()
    assert Twin(path).check() == []
    assert verify_file(path, head=head).ok
