"""Reading a large audit: checklist, overview, what is missing, the report's one read.

Absolute budgets of the design (the report's read 0.3 s) are shown in the notes: wall time alone
never fails here. Opening and search have benches of their own.
"""

from __future__ import annotations

import statistics
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.ops.queries import checklist, missing, overview, report
from auditapp.ops.queries.content import PackShelf
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench import big_audit
from tests.bench.figures import Figure, timed

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 23)
ROUNDS = 5


def figures() -> list[Figure]:
    """All figures on one generated audit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.audit"
        big_audit.build(path)
        with AuditFile.open(path, Opening()) as audit:
            shelf = PackShelf(audit)
            audit.read(shelf.warm)
            return _reads(audit, shelf)


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
