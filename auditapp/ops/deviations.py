"""Accepted deviations: exceptions that are none for a reason, by whose word, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain.audit_life import Area
from auditapp.errors import UserError
from auditapp.ops.support import clean, fetch, require_open
from auditapp.store.models import Deviation, DeviationTicket
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from datetime import date

MOST: Final = 1000
"""Tickets that one acceptance covers: more than that is no deviation but another rule."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why exceptions are accepted. Reason and approver are needed; without expiry for good."""

    reason: str
    approver: str
    approved_on: date | None = None
    expires_on: date | None = None
    evidence_id: uuid.UUID | None = None


def accept_deviation(
    rule_id: str, population_id: uuid.UUID, tickets: tuple[str, ...], acceptance: Acceptance
) -> Op[uuid.UUID]:
    """Accept exceptions of a rule.

    Raises UserError ``reason_needed``, ``approver_needed``, ``deviation_no_tickets``,
    ``deviation_too_many``, ``deviation_expired``.
    """
    _check(acceptance)
    listed = tuple(dict.fromkeys(tickets))
    if not listed:
        raise UserError("deviation_no_tickets")
    if len(listed) > MOST:
        raise UserError("deviation_too_many", most=MOST)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.FINDINGS)
        row = Deviation(
            id=tx.new_id(),
            rule_id=rule_id,
            population_id=population_id,
            added_by=tx.actor_id,
            added_at=tx.at,
            withdrawn=False,
        )
        _fill(row, acceptance)
        tx.session.add(row)
        tx.session.flush()
        for ticket in listed:
            key = tx.natural_id("deviation_ticket", row.id, ticket)
            tx.session.add(DeviationTicket(id=key, deviation_id=row.id, ticket=ticket))
        return row.id

    args = {"rule": rule_id, "population": population_id.hex, "tickets": len(listed)}
    return Op("deviation.accept", args, work)


def edit_deviation(deviation_id: uuid.UUID, acceptance: Acceptance) -> Op[None]:
    """Change reason, approver, dates or proof; raises as ``accept_deviation`` does."""
    _check(acceptance)

    def work(tx: Tx) -> None:
        require_open(tx, Area.FINDINGS)
        _fill(fetch(tx, Deviation, deviation_id), acceptance)

    return Op("deviation.edit", {"deviation": deviation_id.hex}, work)


def withdraw_deviation(deviation_id: uuid.UUID) -> Op[None]:
    """Take an acceptance back: its exceptions count again."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.FINDINGS)
        fetch(tx, Deviation, deviation_id).withdrawn = True

    return Op("deviation.withdraw", {"deviation": deviation_id.hex}, work)


def _check(acceptance: Acceptance) -> None:
    if not clean(acceptance.reason):
        raise UserError("reason_needed")
    if not clean(acceptance.approver):
        raise UserError("approver_needed")
    start, end = acceptance.approved_on, acceptance.expires_on
    if start is not None and end is not None and end < start:
        raise UserError("deviation_expired")


def _fill(row: Deviation, acceptance: Acceptance) -> None:
    row.reason, row.approver = acceptance.reason.strip(), acceptance.approver.strip()
    row.approved_on, row.expires_on = acceptance.approved_on, acceptance.expires_on
    row.evidence_id = acceptance.evidence_id
