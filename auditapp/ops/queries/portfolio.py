"""The small summary of an audit that the home screen and headquarters keep beside the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.action_life import NOT_DONE
from auditapp.domain.due import DUE_SOON_DAYS
from auditapp.domain.vocabulary import FindingState, Grade
from auditapp.ops.queries.actions import load_actions
from auditapp.ops.queries.cells import collector_paused
from auditapp.ops.queries.checklist import load_rows, progress
from auditapp.ops.queries.findings import load_findings
from auditapp.ops.queries.overview import count_actions, count_findings
from auditapp.ops.queries.plan import load_frame

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.actions import ActionRow
    from auditapp.ops.queries.content import PackShelf
    from auditapp.store.audit_file import AuditFile

Plain = dict[str, object]
SUMMARY_FORMAT: Final = 2
ACTIONS_KEPT: Final = 200
"""So many actions are kept by the row, the most urgent; the figures count all."""


def summary(audit: AuditFile, shelf: PackShelf, *, today: date) -> Plain:
    """The figures of an audit as plain values (JSON): what an index of audits keeps.

    ``id, number, title {lang: text}, organisation, state, main_lang, is_example, asked, answered,
    progress`` (a share of 1)``, open_findings {grade: n}, open_actions, overdue, due_soon,
    to_verify, next_due`` (ISO date or None)``, as_of, actions``: the open ones with a due date or
    to be verified, overdue ones first (those not due yet too: time passes while the file is
    closed)``, actions_left_out`` (a number). Counts with a day in them are as of ``today``.
    """

    def work(session: Session) -> Plain:
        frame = load_frame(session)
        done = progress(load_rows(session, shelf))
        findings = count_findings(load_findings(session, today=today))
        rows = load_actions(session, today=today)
        counts = count_actions(rows)
        waiting = [row for row in rows if row.id in set(counts.open)]
        listed = _by_need(waiting)
        due = sorted(row.due_on for row in waiting if row.due_on is not None and _is_due(row))
        return {
            "format": SUMMARY_FORMAT,
            "id": frame.id.hex,
            "number": frame.number,
            "title": dict(frame.texts["title"].bodies),
            "organisation": dict(frame.texts["organisation"].bodies),
            "state": frame.state.value,
            "main_lang": frame.main_lang.value,
            "is_example": frame.is_example,
            "asked": done.asked,
            "answered": done.answered,
            "progress": done.share,
            "open_findings": {grade.value: findings.open(grade) for grade in Grade},
            "open_actions": len(counts.open),
            "overdue": len(counts.overdue),
            "due_soon": sum(_is_soon(row, today) for row in waiting),
            "to_verify": len(counts.to_verify),
            "next_due": due[0].isoformat() if due else None,
            "as_of": today.isoformat(),
            "actions": [_action(row) for row in listed[:ACTIONS_KEPT]],
            "actions_left_out": max(len(listed) - ACTIONS_KEPT, 0),
        }

    with collector_paused():
        return audit.read(work)


def _is_due(row: ActionRow) -> bool:
    return not row.to_verify and row.finding_state is not FindingState.WITHDRAWN


def _is_soon(row: ActionRow, today: date) -> bool:
    if row.due_on is None or row.overdue or not _is_due(row):
        return False
    return (row.due_on - today).days <= DUE_SOON_DAYS


def _by_need(rows: list[ActionRow]) -> list[ActionRow]:
    """The actions that need someone, now or when their day comes."""
    wanted = [row for row in rows if row.to_verify or (row.due_on is not None and _is_due(row))]
    return sorted(wanted, key=lambda row: (not row.overdue, str(row.due_on or "9"), row.number))


def _action(row: ActionRow) -> Plain:
    return {
        "id": row.id.hex,
        "number": row.number,
        "finding": row.finding_final or row.finding_number,
        "grade": row.finding_grade.value,
        "description": dict(row.description.bodies),
        "owner": row.owner,
        "unit": row.unit_code,
        "state": row.state.value,
        "undone": row.state in NOT_DONE[row.kind],
        "due_on": None if row.due_on is None else row.due_on.isoformat(),
        "check_due_on": None
        if row.record.check_due_on is None
        else row.record.check_due_on.isoformat(),
        "overdue": row.overdue,
        "to_verify": row.to_verify,
    }
