"""Opening a large audit and reading it: checklist, search, overview, the report's one read.

Floors: for opening, SQLite reading the file's own tables once; for search, looking for the same
word in the same texts with nothing around it. Absolute budgets of the design (opening 1 s, search
100 ms, the report's read 0.3 s) are shown in the notes: wall time alone never fails here.
"""

from __future__ import annotations

import statistics
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.ops.queries import checklist, missing, overview, report, search
from auditapp.ops.queries.content import PackShelf
from auditapp.store import driver
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench import big_audit
from tests.bench.figures import Figure, in_turns, timed

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 23)
ROUNDS = 5
_OPENED = ("step", "text", "answer", "finding", "action")


def figures() -> list[Figure]:
    """All figures on one generated audit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.audit"
        big_audit.build(path)
        found = [_opening(path)]
        with AuditFile.open(path, Opening()) as audit:
            shelf = PackShelf(audit)
            audit.read(shelf.warm)
            found += _searches(audit, shelf)
            found += _reads(audit, shelf)
        return found


def _opening(path: Path) -> Figure:
    def ours() -> None:
        with AuditFile.open(path, Opening()) as audit:
            checklist.checklist(audit, PackShelf(audit))

    def floor() -> None:
        with closing(driver.open_reader(path)) as connection:
            for table in _OPENED:
                connection.execute(f"SELECT * FROM {table}").fetchall()

    value, bare = in_turns(ours, floor, ROUNDS)
    return Figure(
        "open, thaw the packs, first checklist", value, "s", bare, "the tables read bare",
        note="(design: 1 s)",
    )  # fmt: skip


def _searches(audit: AuditFile, shelf: PackShelf) -> list[Figure]:
    content = audit.read(shelf.content)
    hay = [
        shelf.haystack(frozen.pack.id, question)
        for frozen in content.packs
        for question in frozen.pack.questions
    ]

    def bare(word: str) -> None:
        def scan(session: object) -> None:
            del session
            sum(word in text for text in hay)

        audit.read(scan)
        with audit.raw_read() as connection:
            for query in (
                "SELECT COUNT(*) FROM answer WHERE note LIKE ?",
                "SELECT COUNT(*) FROM text WHERE body LIKE ?",
            ):
                connection.execute(query, (f"%{word}%",)).fetchall()

    found: list[Figure] = []
    for word in ("投", "夜班", "F-LI07", "nothing like it"):
        value, floor = in_turns(
            lambda word=word: search.search(audit, shelf, word),
            lambda word=word: bare(word),
            ROUNDS,
        )
        total = search.search(audit, shelf, word).total
        found.append(
            Figure(
                f"search {word!r}", value * 1e3, "ms", floor * 1e3, "the same texts scanned bare",
                note=f"({total} hits; design: 100 ms)",
            )
        )  # fmt: skip
    return found


def _reads(audit: AuditFile, shelf: PackShelf) -> list[Figure]:
    def best(work: Callable[[], object]) -> float:
        return statistics.median(timed(work) for _ in range(ROUNDS)) * 1e3

    gather = report.load_sources
    return [
        Figure("checklist rows", best(lambda: checklist.checklist(audit, shelf)), "ms",
               note="(design: 300 ms)"),
        Figure("what is missing", best(lambda: missing.missing(audit, shelf, today=TODAY)), "ms"),
        Figure("overview", best(lambda: overview.overview(audit, shelf, today=TODAY)), "ms"),
        Figure("report model, the read",
               best(lambda: audit.read(lambda session: gather(session, shelf, TODAY))), "ms",
               note="(design: 300 ms)"),
        Figure("report model, whole",
               best(lambda: report.report_model(audit, shelf, as_of=TODAY)), "ms"),
    ]  # fmt: skip
