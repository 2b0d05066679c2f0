"""Opening a 3,000-question audit: time beside the same rows read bare, and what it may cost.

Budget of the design: 1 s, to the first checklist. Wall time alone never fails; the ratio to the
floor does, and so do the counts: no module of the heavy libraries, no walk through the journal.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from auditapp.ops.queries import checklist
from auditapp.ops.queries.content import PackShelf
from auditapp.store import driver
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench import big_audit
from tests.bench.figures import Figure, in_turns

ROUNDS = 7
HEAVY = ("pydantic", "alembic", "openpyxl", "reportlab", "PIL", "yaml", "pypdfium2")
ROWS = 25_000
"""Rows that opening and the first checklist may fetch: 9,000 pairs twice, and little else. The
journal of 100,000 steps is not among them: its heads are found by the database."""
PROGRAM = f"""
import json, sys
from pathlib import Path
from auditapp.ops.queries import checklist
from auditapp.ops.queries.content import PackShelf
from auditapp.store.audit_file import AuditFile, Opening
with AuditFile.open(Path(sys.argv[1]), Opening()) as audit:
    checklist.checklist(audit, PackShelf(audit))
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""


def figures() -> list[Figure]:
    """Time, rows fetched and modules imported."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.audit"
        big_audit.build(path)
        queries = _queries(path)
        counts = _counts(path, queries)
        value, bare = in_turns(lambda: opened(path), lambda: _bare(path, queries), ROUNDS)
        heavy = _heavy(path)
    return [
        Figure(
            "opening to the first checklist",
            value * 1e3,
            "ms",
            bare * 1e3,
            "the same queries read bare, packs as JSON",
            4,
            note="(design: 1 s)",
        ),
        Figure("rows fetched on opening", sum(counts), "rows", budget=ROWS),
        Figure("statements on opening", len(queries), "statements", budget=60),
        Figure(
            "heavy modules imported on opening", len(heavy), "modules", budget=0, note=str(heavy)
        ),
    ]


def opened(path: Path) -> None:
    """What a user waits for: the file open, its packs thawed, the checklist's rows."""
    with AuditFile.open(path, Opening()) as audit:
        checklist.checklist(audit, PackShelf(audit))


def _queries(path: Path) -> list[str]:
    """Every SELECT that opening sends, with its values in it."""
    sent: list[str] = []
    known = driver.open_writer

    def traced(where: Path, key: bytes | None = None) -> driver.Connection:
        connection = known(where, key)
        connection.set_trace_callback(sent.append)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "open_writer", traced)
        opened(path)
    return [line for line in sent if line.lstrip().upper().startswith("SELECT")]


def _counts(path: Path, queries: list[str]) -> list[int]:
    """How many rows each query gives; those on temporary tables are empty here."""
    with closing(driver.open_reader(path)) as connection:
        return [
            0 if "temp." in query else len(connection.execute(query).fetchall())
            for query in queries
        ]


def _bare(path: Path, queries: list[str]) -> None:
    pieces: dict[str, bytes] = {}
    with closing(driver.open_reader(path)) as connection:
        for query in queries:
            if "temp." in query:
                continue
            rows = connection.execute(query).fetchall()
            if "FROM blob" in query and rows:
                key = query.split("'")[1]
                pieces[key] = pieces.get(key, b"") + rows[0][0]
    for data in pieces.values():
        json.loads(data)


def _heavy(path: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
