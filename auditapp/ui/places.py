"""Which page shows a thing of the audit, and how it is asked for there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.ops.queries.trail_extra import owner_of, where_is
from auditapp.ui.context import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from auditapp.ops.queries.missing import MissingRow
    from auditapp.ops.queries.trail_extra import Where
    from auditapp.store.audit_file import AuditFile

_PAGES: Final = {
    "finding": "findings",
    "action": "actions",
    "evidence": "evidence",
    "population": "tickets",
}
_PLAN: Final = {"unit": "units", "person": "team", "criterion": "criteria"}
_CHECKS: Final[Mapping[str, Place]] = {
    "plan_field_missing": Place("plan", "frame"),
    "unit_without_pack": Place("plan", "packs"),
    "adoption_not_proven": Place("plan", "criteria"),
    "plan_due_date_missing": Place("plan", "frame"),
    "conclusion_missing": Place("report", "conclusion"),
}
REPORT_TEXTS: Final = ("conclusion", "areas_not_covered")
"""The audit's texts that are written on the report page; the others stand in the plan."""


def place_of(where: Where) -> Place | None:
    """Where a thing is shown; None when no page does."""
    if where.pair is not None:
        return Place("checklist", where.pair)
    if where.table in _PAGES:
        return Place(_PAGES[where.table], where.row_id)
    if where.table in _PLAN:
        return Place("plan", (_PLAN[where.table], where.row_id))
    if where.card is not None:
        return Place("plan", ("criteria", where.card))
    plain = {"audit": "frame", "adoption": "criteria", "frozen_pack": "packs"}
    plain |= {"profile_fact": "profile", "taxonomy_value": "lists"}
    return Place("plan", plain[where.table]) if where.table in plain else None


def place_of_row(audit: AuditFile, table: str, row_id: UUID, label: str = "") -> Place | None:
    """Where a row of the trail is shown; ``label`` as the trail names it."""
    where = where_is(audit, table, row_id)
    if where is None:
        return None
    if table == "text" and where.table == "audit" and any(it in label for it in REPORT_TEXTS):
        return Place("report", "conclusion")
    return place_of(where)


def place_of_missing(audit: AuditFile, row: MissingRow) -> Place | None:
    """Where something that is missing is put right."""
    if row.pair is not None:
        return Place("checklist", row.pair)
    if row.code in _CHECKS or row.row_id is None:
        return _CHECKS.get(row.code)
    if row.code == "edited_after_sign_off" or row.table == "text":
        where = owner_of(audit, row.row_id)
        if where is not None and where.table == "audit":
            if row.table != "text":
                return Place("report", "sign")
            if row.args.get("field") in REPORT_TEXTS:
                return Place("report", "conclusion")
    else:
        where = where_is(audit, row.table, row.row_id)
    return None if where is None else place_of(where)
