"""Exceptions of a result by window, and the tickets behind them.

Read from the population's file where it is on this machine (a million rows scroll); else the first
1,000 that the audit itself keeps.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.vocabulary import Dimension, FindingState
from auditapp.errors import UserError
from auditapp.ops.queries.ticket_decisions import load_deviations
from auditapp.ops.queries.ticket_rows import (
    Basis,
    ExceptionPage,
    ExceptionRow,
    TicketCell,
    TicketView,
    TicketWindow,
    Window,
    Within,
)
from auditapp.ops.ticket_stored import StoredException, parse_exceptions
from auditapp.store.models import Finding, FindingResult, RuleExceptions, RuleResult, RuleRun
from auditapp.tickets import exceptions as found
from auditapp.tickets.exceptions import Found, Narrow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.store.audit_file import AuditFile
    from auditapp.tickets.populations import TicketFiles


@dataclass(frozen=True, slots=True)
class _Place:
    """Which result is shown, and what was decided about its tickets."""

    population_id: UUID
    run: str
    rule: str
    sha256: str
    total: int
    deviations: Mapping[str, UUID]
    findings: Mapping[str, tuple[str, ...]]


def exceptions(
    audit: AuditFile,
    files: TicketFiles | None,
    result_id: UUID,
    *,
    today: date,
    window: Window | None = None,
    within: Within | None = None,
) -> ExceptionPage:
    """A window of a result's exceptions; raises UserError ``row_gone``.

    They can be ordered by position, ticket, value, at, reason, unit, channel, category.
    """
    wanted = window or Window()
    place = audit.read(lambda session: _place(session, result_id, today))
    narrow = _narrow(within or Within(), place)
    if files is not None and place.total and files.find(place.population_id) is not None:
        try:
            with files.open(place.population_id) as connection:
                if found.has_run(connection, place.run, place.rule):
                    total, rows = found.page(
                        connection,
                        place.run,
                        place.rule,
                        offset=wanted.offset,
                        limit=wanted.limit,
                        narrow=narrow,
                        order=wanted.order,
                        descending=wanted.descending,
                    )
                    shown = tuple(_row(row, place) for row in rows)
                    return ExceptionPage(total, total, wanted.offset, shown, Basis.FILE)
        except UserError as error:
            if not error.code.startswith("tickets_"):
                raise
            # In use elsewhere or gone this moment: what the audit keeps still shows.
    listed = audit.read(lambda _: parse_exceptions(audit.blobs.get(place.sha256)))
    kept = _ordered([row for row in listed if _holds(row, narrow)], wanted)
    total = place.total if narrow == Narrow() else len(kept)
    rows = tuple(_row(row, place) for row in kept[wanted.offset : wanted.offset + wanted.limit])
    return ExceptionPage(total, len(kept), wanted.offset, rows, Basis.STORED)


def chosen(
    audit: AuditFile,
    files: TicketFiles | None,
    result_id: UUID,
    tickets: frozenset[str],
    *,
    today: date,
) -> tuple[ExceptionRow, ...]:
    """The exceptions with these ticket ids; what cannot be found is left out."""
    place = audit.read(lambda session: _place(session, result_id, today))
    if files is not None and files.find(place.population_id) is not None:
        with files.open(place.population_id) as connection:
            if found.has_run(connection, place.run, place.rule):
                rows = found.chosen(connection, place.run, place.rule, tickets)
                return tuple(_row(row, place) for row in rows)
    listed = audit.read(lambda _: parse_exceptions(audit.blobs.get(place.sha256)))
    return tuple(_row(row, place) for row in listed if row.ticket in tickets)


def ticket(
    audit: AuditFile, files: TicketFiles | None, population_id: UUID, row_no: int
) -> TicketView | None:
    """One ticket with all its fields; None when it is not on this machine, or not there."""
    if files is None or files.find(population_id) is None:
        return None
    run = audit.read(lambda session: _latest_run(session, population_id))
    with files.open(population_id) as connection:
        cells = found.ticket_cells(connection, row_no)
        fails = () if run is None else found.failed_rules(connection, run.hex, row_no)
    if not cells:
        return None
    shown = tuple(TicketCell(*cell) for cell in cells)
    number = next((cell.text for cell in shown if cell.field == "ticket_id"), str(row_no))
    return TicketView(row_no, number, shown, fails)


def tickets(
    files: TicketFiles,
    population_id: UUID,
    *,
    window: Window | None = None,
    within: Within | None = None,
) -> TicketWindow:
    """Tickets of the population by row number; raises UserError ``tickets_not_here``."""
    place, wanted = window or Window(), within or Within()
    narrow = Narrow(wanted.dimension, wanted.key, wanted.text)
    with files.open(population_id) as connection:
        total, fields, rows = found.window(
            connection, offset=place.offset, limit=place.limit, narrow=narrow
        )
    return TicketWindow(total, place.offset, fields, rows)


def _place(session: Session, result_id: UUID, today: date) -> _Place:
    row = session.execute(
        select(RuleRun.population_id, RuleRun.id, RuleResult.rule_id)
        .join(RuleRun, RuleRun.id == RuleResult.run_id)
        .where(RuleResult.id == result_id)
    ).one_or_none()
    if row is None:
        raise UserError("row_gone", table="rule_result")
    population_id, run_id, rule_id = row
    kept = session.execute(
        select(RuleExceptions.sha256, RuleExceptions.total).where(
            RuleExceptions.result_id == result_id
        )
    ).one_or_none()
    covered: dict[str, UUID] = {}
    for one in load_deviations(session, today=today):
        if one.in_force and one.rule_id == rule_id:
            covered.update(dict.fromkeys(one.tickets, one.id))
    return _Place(
        population_id,
        run_id.hex,
        rule_id,
        "" if kept is None else kept[0],
        0 if kept is None else kept[1],
        covered,
        _taken_up(session, rule_id),
    )


def _taken_up(session: Session, rule_id: str) -> dict[str, tuple[str, ...]]:
    """Ticket → numbers of the findings that take it up under a rule, in whatever run."""
    taken: dict[str, list[str]] = defaultdict(list)
    rows = session.execute(
        select(Finding.number, FindingResult.tickets)
        .join(Finding, Finding.id == FindingResult.finding_id)
        .join(RuleResult, RuleResult.id == FindingResult.result_id)
        .where(RuleResult.rule_id == rule_id, Finding.state != FindingState.WITHDRAWN)
        .order_by(Finding.number)
    ).all()
    for number, listed in rows:
        for one in listed.split("\n"):
            taken[one].append(number)
    return {key: tuple(numbers) for key, numbers in taken.items()}


def _latest_run(session: Session, population_id: UUID) -> UUID | None:
    return session.scalar(
        select(RuleRun.id)
        .where(RuleRun.population_id == population_id, RuleRun.withdrawn.is_(False))
        .order_by(RuleRun.run_at.desc(), RuleRun.id.desc())
        .limit(1)
    )


def _narrow(within: Within, place: _Place) -> Narrow:
    settled = frozenset(place.deviations) | frozenset(place.findings) if within.open_only else ()
    return Narrow(within.dimension, within.key, within.text, within.reason, frozenset(settled))


def _row(row: Found | StoredException, place: _Place) -> ExceptionRow:
    return ExceptionRow(
        position=row.position,
        row_no=row.row_no,
        ticket=row.ticket,
        value=row.value,
        reason=row.reason,
        at=row.at,
        unit=row.unit,
        channel=row.channel,
        category=row.category,
        deviation_id=place.deviations.get(row.ticket),
        findings=place.findings.get(row.ticket, ()),
    )


def _holds(row: StoredException, narrow: Narrow) -> bool:
    if narrow.dimension is not None:
        month = narrow.dimension is Dimension.MONTH
        key = row.at[:7] if month else getattr(row, narrow.dimension.value)
        if key != narrow.key:
            return False
    if narrow.reason and row.reason != narrow.reason:
        return False
    return narrow.text in row.ticket and row.ticket not in narrow.without


def _ordered(rows: list[StoredException], window: Window) -> list[StoredException]:
    if window.order == "value":
        given = [row for row in rows if row.value is not None]
        given.sort(key=lambda row: row.value or 0.0, reverse=window.descending)
        return [*given, *(row for row in rows if row.value is None)]
    return sorted(rows, key=lambda row: getattr(row, window.order), reverse=window.descending)
