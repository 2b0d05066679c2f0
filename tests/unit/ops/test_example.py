"""The example audit: complete, believable, in both languages, and the same every time."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.cli.figures import info_of
from auditapp.domain.grading import is_nonconforming
from auditapp.domain.vocabulary import (
    ActionState,
    Completeness,
    EvidenceKind,
    FindingState,
    Grade,
    Lang,
    PersonalData,
    Result,
)
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.ops.covering import Covering
from auditapp.ops.example import ExampleSource, build_example
from auditapp.ops.queries import plan
from auditapp.ops.queries.actions import action_list
from auditapp.ops.queries.checklist import checklist
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.evidence import EvidenceFilter, evidence_list
from auditapp.ops.queries.findings import FindingFilter, finding_list
from auditapp.ops.queries.report import report_model
from auditapp.ops.queries.tickets import populations
from auditapp.packs.library import load_library
from auditapp.store.audit_file import AuditFile
from auditapp.store.verify import verify
from auditapp.tickets.populations import TicketFiles

if TYPE_CHECKING:
    from auditapp.packs.content import Library

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)
SOURCE = ExampleSource(
    ROOT / "checklists" / "examples" / "telecom-branch.yaml",
    ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(ROOT / "checklists", cache_dir=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def path(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("example") / "example.audit"
    build_example(target, library, SOURCE)
    return target


@pytest.fixture(scope="module")
def audit(path: Path):
    with AuditFile.open_for_reading(path) as opened:
        yield opened


def test_it_verifies_with_its_sign_offs(path: Path) -> None:
    report = verify(path, covers=Covering())
    assert report.problems == ()
    assert report.signed > 50
    # The note that was changed after the review, and what came after the audit was prepared.
    assert report.signed_outdated >= 1


def test_findings_of_every_grade_and_state(audit: AuditFile) -> None:
    wanted = FindingFilter(states=frozenset(FindingState))
    rows = finding_list(audit, today=TODAY, wanted=wanted)
    assert {row.grade for row in rows} == set(Grade)
    assert {row.state for row in rows} == set(FindingState)


def test_actions_in_every_state_and_one_overdue(audit: AuditFile) -> None:
    rows = action_list(audit, today=TODAY)
    assert {row.state for row in rows} == set(ActionState)
    assert any(row.overdue for row in rows)


def test_evidence_of_every_kind(audit: AuditFile) -> None:
    rows = [*evidence_list(audit), *evidence_list(audit, EvidenceFilter(withdrawn=True))]
    assert {row.kind for row in rows} == set(EvidenceKind)
    assert {row.personal_data for row in rows} == set(PersonalData)
    assert any(row.record.withdrawn for row in rows)
    photos = [row for row in rows if row.kind is EvidenceKind.PHOTO]
    assert {row.record.media_type for row in photos} == {"image/jpeg"}
    assert max(len(row.answers) for row in photos) >= 2


def test_answers_of_every_result_in_three_units_most_with_notes(audit: AuditFile) -> None:
    rows = checklist(audit, PackShelf(audit))
    answered = [row for row in rows if row.result is not None]
    assert {row.result for row in answered} == set(Result)
    assert len(answered) > 150
    assert sum(bool(row.note) for row in answered) > 100
    assert len({row.unit_id for row in answered}) == 3
    assert any(row.result is None for row in rows), "something is left to try"


def test_no_answer_is_graded_above_what_its_criteria_carry(audit: AuditFile) -> None:
    from auditapp.domain.grading import BINDING

    for row in checklist(audit, PackShelf(audit)):
        if is_nonconforming(row.result):
            assert row.force in BINDING, row.asked.pair
        if row.result is Result.NOT_APPLICABLE:
            assert row.asked.question.na_allowed, row.asked.pair


def test_every_printed_text_of_the_plan_is_there_in_both_languages(audit: AuditFile) -> None:
    frame = plan.frame(audit)
    for name, text in frame.texts.items():
        assert text.get(Lang.ZH), name
        assert text.get(Lang.EN), name
    for unit in plan.units(audit):
        assert set(unit.name.bodies) == {Lang.ZH, Lang.EN}


def test_two_builds_differ_in_ids_alone(library: Library, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "example.audit"
    build_example(again, library, SOURCE)
    assert facts(again) == facts(path)


def facts(path: Path) -> tuple[str, list[tuple[object, ...]]]:
    with AuditFile.open_for_reading(path) as audit:
        info = info_of(audit, PackShelf(audit), today=TODAY)
        info["head"] = info["audit"]["id"] = ""
        rows = evidence_list(audit)
        items = [(row.number, row.record.sha256, row.record.added_at) for row in rows]
    return json.dumps(info), items


def test_nothing_in_it_lies_after_its_story(audit: AuditFile) -> None:
    rows = evidence_list(audit)
    last = max(row.record.added_at for row in rows)
    assert last < datetime(2026, 11, 21, tzinfo=UTC) + timedelta(days=1)


def test_a_file_that_is_there_is_not_touched(library: Library, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="file_exists"):
        build_example(path, library, SOURCE)
    assert path.read_bytes() == before


def test_a_script_that_breaks_leaves_no_file(library: Library, tmp_path: Path) -> None:
    text = SOURCE.script.read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("grade: improvement", "grade: major"), encoding="utf-8")
    with pytest.raises(UserError, match="grade_above_force"):
        build_example(tmp_path / "b.audit", library, ExampleSource(broken, SOURCE.font))
    assert list(tmp_path.glob("b.*")) == []


def test_its_tickets_lie_beside_it_and_agree_with_the_story(path: Path, audit: AuditFile) -> None:
    model = report_model(audit, PackShelf(audit), as_of=TODAY).tickets
    assert [one.number for one in model.populations] == ["T-CS01"]
    population = model.populations[0]
    assert path.with_suffix(".tickets").exists()
    assert population.counted == 400
    assert population.difference == -2
    assert population.completeness is Completeness.RECONCILED
    found = {one.rule: one for one in population.results}
    assert len(found) >= 12
    # 32 late answers of which 11 were not announced: the finding of 4 November says the same.
    assert (found["R-110"].numerator, found["R-110"].denominator) == (32, 400)
    assert (found["R-025"].numerator, found["R-025"].denominator) == (11, 32)
    # The branch's own limits carry their criterion; the others are marked.
    assert not found["R-010"].template
    assert "客户投诉管理办法" in found["R-051"].source
    assert found["R-044"].template
    assert found["R-051"].numerator == 1
    for one in population.shown_results:
        assert sum(point.denominator for point in one.trend) == one.denominator, one.rule


def test_one_finding_rests_on_its_exceptions(audit: AuditFile) -> None:
    model = report_model(audit, PackShelf(audit), as_of=TODAY)
    resting = [one for one in model.tickets.results if one.findings]
    assert [one.rule for one in resting] == ["R-034"]
    finding = next(one for one in model.findings if one.number == resting[0].findings[0])
    assert finding.question == "P01-7.2-04"
    assert finding.sample is not None
    assert finding.sample.deviations == resting[0].failing == 14
    assert set(finding.statement.texts) == {Lang.ZH, Lang.EN}
    assert finding.evidence


def test_no_ticket_of_it_names_a_customer(path: Path, audit: AuditFile) -> None:
    model = report_model(audit, PackShelf(audit), as_of=TODAY).tickets
    files = TicketFiles(path, audit.audit_id)
    population_id = populations(audit)[0].id
    with files.open(population_id) as connection:
        rows = connection.execute("SELECT customer_key, issue_key FROM tickets").fetchall()
    assert len(rows) == model.populations[0].counted
    assert not [row for row in rows if "139" in row[0][:3] or "副卡" in row[1]]


def test_a_half_built_example_leaves_nothing(library: Library, tmp_path: Path) -> None:
    class Stopped(Progress):
        def report(self, done: int, total: int = 0, code: str = "", **args: object) -> None:
            if total and done >= total - 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        build_example(tmp_path / "example.audit", library, SOURCE, Stopped())
    assert list(tmp_path.iterdir()) == []
