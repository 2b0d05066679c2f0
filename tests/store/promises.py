"""Checking a file against what a worker said it had done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass
class Promises:
    """What a worker reported before it died."""

    steps: list[str] = field(default_factory=list)
    blobs: list[str] = field(default_factory=list)
    typed: dict[str, int] = field(default_factory=dict)

    def note(self, line: str) -> None:
        """Remember one reported line."""
        word, *rest = line.split()
        if word == "step" and rest[0] != "-":
            self.steps.append(rest[0])
        elif word == "blob":
            self.blobs.append(rest[0])
        elif word == "typed":
            self.typed[rest[0]] = int(rest[1])

    @classmethod
    def of(cls, lines: Iterable[str]) -> Promises:
        """The promises of some whole lines."""
        promises = cls()
        for line in lines:
            promises.note(line)
        return promises


def check(path: Path, promises: Promises) -> None:
    """Open the file as the next start would; every promise must have been kept."""
    with AuditFile.open(path, Opening(person="next")) as audit, audit.raw_read() as connection:
        stored = {row[0].hex() for row in connection.execute("SELECT hash FROM step").fetchall()}
        lost = [step for step in promises.steps if step not in stored]
        assert not lost, f"{len(lost)} of {len(promises.steps)} reported steps are gone"
        for sha256 in promises.blobs:
            assert audit.blobs.has(sha256)
        for row_id, last in promises.typed.items():
            notes = connection.execute(
                "SELECT after FROM change WHERE row_id = ? AND field = 'note'"
                " AND after IS NOT NULL",
                (bytes.fromhex(row_id),),
            ).fetchall()
            written = [int(str(note).split()[1]) for (note,) in notes]
            assert written, "typed text is gone"
            assert max(written) >= last
    report = verify(path)
    assert not report.problems, report.problems
    with AuditFile.open(path, Opening(person="after")):
        pass
