"""Where the rows of the audit trail are looked at: the thing of the audit that a row belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import Pair
    from auditapp.store.audit_file import AuditFile

THINGS: Final = (
    "finding",
    "action",
    "evidence",
    "unit",
    "person",
    "criterion",
    "adoption",
    "audit",
    "population",
)
"""Tables whose rows are things that a page shows by their id."""
_ABOVE: Final[Mapping[str, tuple[str, str]]] = {
    "finding_evidence": ("finding", "finding_id"),
    "finding_criterion": ("finding", "finding_id"),
    "action_evidence": ("action", "action_id"),
    "answer_evidence": ("answer", "answer_id"),
    "criterion_link": ("criterion", "criterion_id"),
    "adoption_unit": ("adoption", "adoption_id"),
    "unit_pack": ("unit", "unit_id"),
    "unit_volume": ("unit", "unit_id"),
    "capacity": ("person", "person_id"),
    "population_source": ("population", "population_id"),
    "value_mapping": ("population_source", "source_id"),
    "refused_row": ("population_source", "source_id"),
    "control_total": ("population", "population_id"),
    "number_gap": ("population", "population_id"),
    "extract_comparison": ("population", "population_id"),
    "rule_run": ("population", "population_id"),
    "rule_result": ("rule_run", "run_id"),
    "rule_breakdown": ("rule_result", "result_id"),
    "rule_exceptions": ("rule_result", "result_id"),
    "deviation": ("population", "population_id"),
    "deviation_ticket": ("deviation", "deviation_id"),
    "finding_result": ("finding", "finding_id"),
}
"""Per table of links: the table of what they belong to, and the column that points there."""
_CELLS: Final[Mapping[str, str]] = {
    "answer": "question_id, unit_id",
    "assignment": "question_id, unit_id",
    "left_out": "question_id, unit_id",
    "card_decision": "card_id",
    **dict.fromkeys(THINGS, "id"),
}
_OWNERS: Final = (
    "finding",
    "action",
    "evidence",
    "unit",
    "criterion",
    "answer",
    "audit",
    "population",
)
_DEEPEST: Final = 4
_PAIRS: Final = frozenset({"answer", "assignment", "left_out"})
_OF_THE_PLAN: Final = frozenset({"frozen_pack", "profile_fact", "taxonomy_value"})


@dataclass(frozen=True, slots=True)
class Where:
    """A thing of the audit: its table and id; ``pair`` instead for a question in a unit."""

    table: str
    row_id: UUID | None = None
    pair: Pair | None = None
    card: str | None = None


def where_is(audit: AuditFile, table: str, row_id: UUID) -> Where | None:
    """What a row belongs to; None for one that is gone or that no page shows."""
    return audit.read(lambda session: _where(session, table, row_id, 0))


def _where(session: Session, table: str, row_id: UUID, depth: int) -> Where | None:
    if depth > _DEEPEST:
        return None
    if table in _ABOVE:
        above, column = _ABOVE[table]
        row = _first(session, f"SELECT {column} FROM {table} WHERE id = :id", row_id)  # noqa: S608
        return None if row is None else _where(session, above, UUID(bytes=row[0]), depth + 1)
    if table == "text":
        row = _first(session, "SELECT owner_id FROM text WHERE id = :id", row_id)
        return None if row is None else _owner(session, UUID(bytes=row[0]), depth)
    if table == "sign_off":
        row = _first(session, "SELECT subject, subject_id FROM sign_off WHERE id = :id", row_id)
        return None if row is None else _where(session, str(row[0]), UUID(bytes=row[1]), depth + 1)
    return _itself(session, table, row_id)


def _itself(session: Session, table: str, row_id: UUID) -> Where | None:
    """A row that is a thing by itself, if it is there."""
    if table not in _CELLS:
        return Where(table) if table in _OF_THE_PLAN else None
    row = _first(session, f"SELECT {_CELLS[table]} FROM {table} WHERE id = :id", row_id)  # noqa: S608
    if row is None:
        return None
    if table in _PAIRS:
        return Where(table, pair=(str(row[0]), UUID(bytes=row[1])))
    return Where(table, card=str(row[0])) if table == "card_decision" else Where(table, row_id)


def owner_of(audit: AuditFile, owner_id: UUID) -> Where | None:
    """The thing that owns printed texts."""
    return audit.read(lambda session: _owner(session, owner_id, 0))


def _owner(session: Session, owner_id: UUID, depth: int) -> Where | None:
    for table in _OWNERS:
        found = _where(session, table, owner_id, depth + 1)
        if found is not None:
            return found
    return None


def _first(session: Session, query: str, row_id: UUID) -> Any:
    return session.execute(text(query), {"id": row_id.bytes}).first()
