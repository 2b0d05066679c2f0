"""The synthetic audit of the benchmarks is an audit like any other: it verifies, and it is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from auditapp.domain.vocabulary import Lang
from auditapp.exchange.check import verify_file
from auditapp.ops import answers
from auditapp.ops.queries import checklist, missing, overview, report, search, trail
from auditapp.ops.queries.content import PackShelf
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.texts import load
from tests.bench.big_audit import Sizes, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = Sizes(
    questions=180, units=3, steps=1_500, findings=60, actions=40, photos=5, photo=48, length=1
)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "big.audit"
    build(path, SIZES)
    return path


@pytest.fixture
def audit(big: Path, tmp_path: Path) -> Iterator[AuditFile]:
    path = tmp_path / "big.audit"
    path.write_bytes(big.read_bytes())
    with AuditFile.open(path, Opening()) as opened:
        yield opened


def test_it_verifies_and_has_the_asked_size(big: Path) -> None:
    done = verify_file(big)
    assert done.problems == ()
    assert (done.ok, done.steps) == (True, SIZES.steps)


def test_work_goes_on_in_it(big: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.audit"
    path.write_bytes(big.read_bytes())
    with AuditFile.open(path, Opening()) as audit:
        row = checklist.checklist(audit, PackShelf(audit))[0]
        actor = row.auditor_id
        assert actor is not None
        note = answers.set_note(question_id=row.question_id, unit_id=row.unit_id, note="neu")
        assert audit.run(note, actor=actor).step is not None
        assert audit.undo(actor).value == "answer.set_note"
    assert verify_file(path).ok


def test_every_query_agrees_with_the_tables(audit: AuditFile) -> None:
    shelf = PackShelf(audit)

    def count(query: str) -> int:
        return int(audit.read(lambda session: session.execute(text(query)).scalar_one()))

    rows = checklist.checklist(audit, shelf)
    asked = {row.pair for row in rows}
    answered = audit.read(
        lambda session: session.execute(
            text("SELECT question_id, unit_id FROM answer WHERE result IS NOT NULL")
        ).all()
    )
    stored = {(question, unit) for question, unit in answered}
    shown = {(row.question_id, row.unit_id.bytes) for row in rows if row.result is not None}
    assert shown == {it for it in stored if it in {(q, u.bytes) for q, u in asked}}
    seen = overview.overview(audit, shelf, today=TODAY)
    assert seen.progress.answered == len(shown)
    assert sum(map(len, seen.findings.by_grade.values())) == count("SELECT COUNT(*) FROM finding")
    made = report.report_model(audit, shelf, as_of=TODAY)
    assert len(made.findings) == SIZES.findings
    assert len(made.evidence) == SIZES.photos
    assert len(made.actions) == SIZES.actions
    assert trail.trail(audit).total == SIZES.steps
    assert search.search(audit, shelf, "漏登", limit=10).total >= SIZES.findings
    for lang in Lang:
        texts = load(lang)
        for gap in missing.missing(audit, shelf, today=TODAY).rows[:500]:
            assert gap.say(texts)


def test_a_file_opened_for_reading_gives_the_same_report(big: Path, audit: AuditFile) -> None:
    made = report.report_model(audit, PackShelf(audit), as_of=TODAY)
    with AuditFile.open_for_reading(big) as reader:
        assert report.report_model(reader, PackShelf(reader), as_of=TODAY) == made
