"""Search over all that an audit says, in both languages: beside the same texts scanned bare.

Budget of the design: 100 ms, by scanning, from one character on. The ratio to the floor fails, wall
time alone never does.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.ops.queries import search
from auditapp.ops.queries.content import PackShelf
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench import big_audit
from tests.bench.figures import Figure, in_turns

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
WORDS = ("投", "夜班", "F-LI07", "night shift", "nothing like it")
BUDGET = 8


def figures() -> list[Figure]:
    """One figure for each word."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.audit"
        big_audit.build(path)
        with AuditFile.open(path, Opening()) as audit:
            shelf = PackShelf(audit)
            audit.read(shelf.warm)
            bare = _scan(audit, shelf)
            return [_figure(audit, shelf, word, bare) for word in WORDS]


def _figure(audit: AuditFile, shelf: PackShelf, word: str, bare: Callable[[str], None]) -> Figure:
    found = search.search(audit, shelf, word)
    value, floor = in_turns(lambda: search.search(audit, shelf, word), lambda: bare(word), ROUNDS)
    return Figure(
        f"search {word!r}",
        value * 1e3,
        "ms",
        floor * 1e3,
        "the same texts fetched and scanned bare",
        BUDGET,
        note=f"({found.total} hits; design: 100 ms)",
    )


def _scan(audit: AuditFile, shelf: PackShelf) -> Callable[[str], None]:
    """The questions' words as they lie in memory, and every text of the file."""
    content = audit.read(shelf.content)
    hay = [
        shelf.haystack(frozen.pack.id, question)
        for frozen in content.packs
        for question in frozen.pack.questions
    ]
    fetched = (
        "SELECT question_id, unit_id, note, reason FROM answer WHERE note LIKE ?1",
        "SELECT owner_id, field, lang, body FROM text WHERE body LIKE ?1",
        "SELECT id, number, final_number, clause, question_id FROM finding",
        "SELECT id, number, owner, criterion FROM action",
        "SELECT id, number, body, holder, role, place, reference, file_name, period FROM evidence",
    )

    def scan(word: str) -> None:
        sum(word in text for text in hay)
        with audit.raw_read() as connection:
            for query in fetched:
                given = (f"%{word}%",) if "?1" in query else ()
                rows = connection.execute(query, given).fetchall()
                sum(word in str(cell) for row in rows for cell in row[1:])

    return scan
