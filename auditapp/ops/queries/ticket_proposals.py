"""What results of rules propose for the checklist, and what a report prints of populations.

A proposal is only that: the auditor confirms it. Results that are marked as template propose
nothing; one population that is not reconciled says so beside its figures.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.vocabulary import Completeness, Dimension, QuestionScope, Result
from auditapp.ops.queries.ticket_board import load_board, load_detail, load_slices
from auditapp.ops.queries.ticket_decisions import load_deviations
from auditapp.ops.queries.ticket_rows import Counts, Proposal, Slice, TicketReport
from auditapp.ops.queries.tickets import (
    latest_matchings,
    latest_runs,
    load_card,
    load_comparisons,
    load_populations,
    load_totals,
)
from auditapp.packs.content import MeasureUnit
from auditapp.store.models import Answer, RuleResult

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import Asked, PackShelf
    from auditapp.packs.content import Question
    from auditapp.store.audit_file import AuditFile

WHY_BAND: Final = "band"
WHY_PASSED: Final = "passed"
WHY_NO_BAND: Final = "no_band"
WHY_NOTHING: Final = "nothing_tested"
WHY_UNIT: Final = "unit_not_in_table"
"""Codes of ``Proposal.why``; sentences in texts ``ticket_proposal.<code>``."""
_BY_SHARE: Final = frozenset({MeasureUnit.PERCENT})
_BY_COUNT: Final = frozenset({MeasureUnit.CASES, MeasureUnit.UNITS, MeasureUnit.ATTEMPTS})


def proposals(audit: AuditFile, shelf: PackShelf) -> tuple[Proposal, ...]:
    """What the latest runs propose, in the order of the checklist."""
    return audit.read(lambda session: load_proposals(session, shelf))


def proposals_for(
    audit: AuditFile, shelf: PackShelf, question_id: str, unit_id: UUID
) -> tuple[Proposal, ...]:
    """What is proposed for one question in one unit: one per population that tests it."""
    return audit.read(lambda session: load_proposals(session, shelf, pair=(question_id, unit_id)))


def ticket_report(audit: AuditFile, *, today: date) -> TicketReport:
    """All that a report prints of populations: cards, boards of the latest runs, decisions."""

    def work(session: Session) -> TicketReport:
        shown = [row for row in load_populations(session) if not row.withdrawn]
        boards = tuple(
            load_board(session, audit.blobs, row.id, today=today) for row in reversed(shown)
        )
        order = [board.population.id for board in boards]
        return TicketReport(
            boards=boards,
            cards=tuple(load_card(session, key) for key in order),
            totals=tuple(load_totals(session, key) for key in order),
            deviations=load_deviations(session, today=today),
            comparisons=tuple(one for key in order for one in load_comparisons(session, key)),
            details={
                row.result_id: load_detail(session, audit.blobs, row.result_id, today=today)
                for board in boards
                for row in board.rows
                if row.counts.total > row.counts.not_applicable
            },
        )

    return audit.read(work)


def load_proposals(
    session: Session, shelf: PackShelf, *, pair: tuple[str, UUID] | None = None
) -> tuple[Proposal, ...]:
    """Proposals inside an open read."""
    content = shelf.content(session)
    pairs = content.pairs if pair is None else tuple(filter(None, [content.by_pair.get(pair)]))
    asked = [one for one in pairs if one.question.auto_rule]
    results = _results(session, {one.question.auto_rule or "" for one in asked})
    if not asked or not results:
        return ()
    complete = {
        row.id: row.completeness is Completeness.RECONCILED for row in load_populations(session)
    }
    ids = [row.id for rows in results.values() for _, row in rows]
    slices = load_slices(session, ids, Dimension.UNIT)
    standing = _standing(session)
    single = len({one.unit_id for one in content.pairs}) == 1
    found: list[Proposal] = []
    for one in asked:
        for population_id, row in results.get(one.question.auto_rule or "", ()):
            part = _part(one, row, slices[row.id], single=single)
            result, why = (None, WHY_UNIT) if part is None else judged(one.question, part)
            found.append(
                Proposal(
                    question_id=one.question.id,
                    unit_id=one.unit_id,
                    rule_id=row.rule_id,
                    result_id=row.id,
                    population_id=population_id,
                    result=result,
                    standing=standing.get((one.question.id, one.unit_id)),
                    numerator=0 if part is None else part.counts.failed,
                    denominator=0 if part is None else part.counts.passed + part.counts.failed,
                    cannot_test=0 if part is None else part.counts.cannot_test,
                    complete=complete.get(population_id, False),
                    why=why,
                )
            )
    return tuple(found)


def judged(question: Question, part: Slice) -> tuple[Result | None, str]:
    """The result that a question's rating gives for the failing tickets, and why.

    Nothing that could be tested is *not conclusive*; a rating that counts something else than
    tickets decides nothing.
    """
    tested = part.counts.passed + part.counts.failed
    if not tested:
        return (
            (Result.NOT_CONCLUSIVE, WHY_NOTHING) if part.counts.cannot_test else (None, WHY_NOTHING)
        )
    if not part.counts.failed:
        return Result.CONFORMING, WHY_PASSED
    unit = question.rating.unit
    if unit in _BY_SHARE:
        band = question.rating.band_for(100 * part.counts.failed / tested)
    elif unit in _BY_COUNT:
        band = question.rating.band_for(part.counts.failed)
    else:
        band = None
    return (None, WHY_NO_BAND) if band is None else (band.result, WHY_BAND)


def _results(session: Session, rules: set[str]) -> Mapping[str, list[tuple[UUID, RuleResult]]]:
    """Results of the latest runs that may propose something, by rule."""
    every = (latest_runs(session), latest_matchings(session))
    runs = {run.id: key for latest in every for key, run in latest.items()}
    withdrawn = {row.id for row in load_populations(session) if row.withdrawn}
    found: dict[str, list[tuple[UUID, RuleResult]]] = defaultdict(list)
    rows = session.scalars(
        select(RuleResult).where(
            RuleResult.run_id.in_(list(runs)),
            RuleResult.rule_id.in_(sorted(rules)),
            RuleResult.template.is_(False),
        )
    ).all()
    for row in rows:
        if runs[row.run_id] not in withdrawn:
            found[row.rule_id].append((runs[row.run_id], row))
    return found


def _part(
    asked: Asked, row: RuleResult, slices: tuple[Slice, ...], *, single: bool
) -> Slice | None:
    """The figures that concern a unit; None where the table does not name it."""
    whole = Counts(row.passed, row.failed, row.running, row.not_applicable, row.cannot_test)
    if single or asked.question.scope is QuestionScope.ORGANISATION:
        return Slice("", whole, row.numerator, row.denominator)
    return next((one for one in slices if one.key == asked.unit_code), None)


def _standing(session: Session) -> dict[tuple[str, UUID], Result | None]:
    rows = session.execute(select(Answer.question_id, Answer.unit_id, Answer.result)).all()
    return {(question, unit): result for question, unit, result in rows}
