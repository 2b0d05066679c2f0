"""What was decided about results: accepted deviations, and limits with their criteria."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.vocabulary import Force
from auditapp.ops.queries.people import code_of, load_people
from auditapp.ops.queries.ticket_rows import DeviationRow, SlaRow
from auditapp.store.models import Criterion, Deviation, DeviationTicket, SlaLimit

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.store.audit_file import AuditFile


def deviations(
    audit: AuditFile, *, today: date, rule_id: str | None = None
) -> tuple[DeviationRow, ...]:
    """Accepted deviations, the latest first; withdrawn and expired ones are there, not in force."""
    rows = audit.read(lambda session: load_deviations(session, today=today))
    return tuple(row for row in rows if rule_id is None or row.rule_id == rule_id)


def sla_limits(audit: AuditFile, clock: str | None = None) -> tuple[SlaRow, ...]:
    """The grid of limits in the order of clock, category and tier; withdrawn cells left out."""
    rows = audit.read(load_sla)
    return tuple(row for row in rows if clock is None or row.clock == clock)


def load_deviations(session: Session, *, today: date) -> tuple[DeviationRow, ...]:
    """Accepted deviations inside an open read."""
    tickets: dict[UUID, list[str]] = defaultdict(list)
    for key, ticket in session.execute(
        select(DeviationTicket.deviation_id, DeviationTicket.ticket).order_by(
            DeviationTicket.ticket
        )
    ).all():
        tickets[key].append(ticket)
    people = load_people(session)
    rows = session.scalars(
        select(Deviation).order_by(Deviation.added_at.desc(), Deviation.id)
    ).all()
    return tuple(
        DeviationRow(
            id=row.id,
            rule_id=row.rule_id,
            population_id=row.population_id,
            reason=row.reason,
            approver=row.approver,
            approved_on=row.approved_on,
            expires_on=row.expires_on,
            evidence_id=row.evidence_id,
            added_by=code_of(people, row.added_by),
            added_at=row.added_at,
            tickets=tuple(tickets[row.id]),
            withdrawn=row.withdrawn,
            in_force=not row.withdrawn and (row.expires_on is None or today <= row.expires_on),
        )
        for row in rows
    )


def load_sla(session: Session) -> tuple[SlaRow, ...]:
    """The grid inside an open read."""
    documents = {
        key: (" ".join(part for part in (number, document, article) if part), force)
        for key, number, document, article, force in session.execute(
            select(
                Criterion.id,
                Criterion.number,
                Criterion.document,
                Criterion.article,
                Criterion.force,
            ).where(Criterion.withdrawn.is_(False))
        ).all()
    }
    rows = session.scalars(
        select(SlaLimit)
        .where(SlaLimit.withdrawn.is_(False))
        .order_by(SlaLimit.clock, SlaLimit.category, SlaLimit.tier)
    ).all()
    return tuple(_cell(row, documents) for row in rows)


def _cell(row: SlaLimit, documents: dict[UUID, tuple[str, Force]]) -> SlaRow:
    # A criterion that was withdrawn carries nothing any more.
    own, force = "", None
    if row.criterion_id is not None and row.criterion_id in documents:
        own, force = documents[row.criterion_id]
    source = own or (row.card_id or "")
    return SlaRow(
        id=row.id,
        clock=row.clock,
        category=row.category,
        tier=row.tier,
        limit=row.limit_text,
        start=row.start_field,
        stop=row.stop_field,
        calendar=row.calendar,
        pauses=row.pauses,
        criterion_id=row.criterion_id if own else None,
        card_id=row.card_id,
        article=row.article,
        source=source,
        template=not source or force is Force.TEMPLATE,
        force="" if force is None else force.value,
    )
