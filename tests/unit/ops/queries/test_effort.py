"""Hours, proposal and what the report prints of them, on a real audit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.selection import LeftOutReason, Why
from auditapp.domain.vocabulary import Grade, Lang, Result
from auditapp.errors import UserError
from auditapp.ops import plans, selection
from auditapp.ops.queries.checklist import checklist
from auditapp.ops.queries.effort import effort_view, known_risks, proposal
from auditapp.ops.queries.not_asked import not_asked
from auditapp.ops.queries.report import report_model
from auditapp.reports.labels import Labels
from auditapp.reports.wording import asking_lines
from auditapp.store.audit_file import AuditFile
from auditapp.texts import load
from tests.unit.ops.queries.conftest import TODAY

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field

DAY = date(2026, 11, 24)


def staff(field: Field, days: int = 2) -> None:
    """Two people: one in the branch, one wherever needed, six hours a day."""
    for n in range(days):
        day = DAY + timedelta(days=n)
        field.do(selection.set_capacity(field.auditor, day, minutes=360, unit_id=field.branch))
        field.do(selection.set_capacity(field.leader, day, minutes=360))


def test_hours_against_work(field: Field) -> None:
    empty = effort_view(field.audit, field.shelf)
    assert empty.load.per_question is None
    assert "not stated" in empty.say(load(Lang.EN))[0]
    staff(field)
    view = effort_view(field.audit, field.shelf)
    assert view.load.capacity == 4 * 360
    assert view.load.questions == len(checklist(field.audit, field.shelf))
    minutes = f"{1440 / view.load.questions:.1f}"
    assert view.say(load(Lang.EN))[0] == (
        f"{view.load.questions} questions in 24 auditor-hours leave {minutes} minutes each."
    )
    assert view.load.over > 0


def test_hours_of_one_who_left_the_team_do_not_count(field: Field) -> None:
    staff(field)
    field.do(plans.withdraw_person(field.auditor), field.leader)
    assert effort_view(field.audit, field.shelf).load.capacity == 720


def test_a_day_has_24_hours_over_all_units(field: Field) -> None:
    staff(field, 1)
    with pytest.raises(UserError, match="bad_capacity"):
        field.do(selection.set_capacity(field.auditor, DAY, minutes=1081))
    field.do(selection.set_capacity(field.auditor, DAY, minutes=0, unit_id=field.branch))
    field.do(selection.set_capacity(field.auditor, DAY, minutes=1440))
    with pytest.raises(UserError, match="bad_capacity"):
        selection.set_capacity(field.auditor, DAY, minutes=-1)
    with pytest.raises(UserError, match="bad_volume"):
        selection.set_volume(field.branch, -1)


def test_a_proposal_fits_is_explained_and_taken_over_in_one_step(field: Field) -> None:
    staff(field)
    field.do(selection.set_volume(field.branch, 18000))
    answered = "P90-7.2-01"
    field.answer(answered, field.branch, Result.MINOR)
    risks = known_risks(field.audit)
    assert risks.volumes == {field.branch: 18000}
    found = proposal(field.audit, field.shelf, risks)
    assert found.minutes <= found.capacity + max(
        it.candidate.minutes for it in found.rows if it.candidate.answered
    )
    kept = {it.candidate.pair: it for it in found.asked}
    assert Why.ANSWERED in {point.why for point in kept[answered, field.branch].because}
    left = [it.candidate.pair for it in found.left_out]
    assert left
    assert field.do(selection.settle(left, kept, reason=LeftOutReason.NO_TIME)) == len(left) + len(
        kept
    )
    assert {row.pair for row in checklist(field.audit, field.shelf)} == set(kept)
    assert effort_view(field.audit, field.shelf).load.over == 0
    assert proposal(field.audit, field.shelf, risks) == found
    field.audit.undo(field.auditor)
    assert not_asked(field.audit, field.shelf) == ()


def test_findings_of_the_last_audit_speak_for_a_question(field: Field, worked: Field) -> None:
    worked.audit.close()
    with AuditFile.open_for_reading(worked.audit.path) as last:
        risks = known_risks(field.audit, last)
    assert risks.last_findings["P90-7.2-01"] is Grade.MINOR
    assert risks.last_clauses["7.2"] is Grade.MINOR
    found = {it.candidate.question: it for it in proposal(field.audit, field.shelf, risks).rows}
    assert found["P90-7.2-01"].because[0].why is Why.LAST_FINDING
    assert found["P90-7.2-02"].because[0].detail == "observation"


def test_the_report_says_hours_what_was_left_out_and_the_profile(field: Field) -> None:
    staff(field)
    field.do(
        selection.leave_out(
            ["P90-7.2-01", "P90-7.2-02"], field.branch, reason=LeftOutReason.RECENTLY_AUDITED,
            note="外审 2026-09",
        )
    )  # fmt: skip
    model = report_model(field.audit, field.shelf, as_of=TODAY)
    assert len(model.scope.asking.figures) == 2
    labels = Labels({lang: load(lang) for lang in Lang}, (Lang.ZH, Lang.EN))
    lines = list(asking_lines(model, labels))
    left = next(line for line in lines if line.topic == "report.scope.left_out")
    assert left.item == "HZ · 2"
    assert left.texts == (
        "近期已审核 Audited recently (外审 2026-09)",
        "P90-7.2-01, P90-7.2-02",
    )
