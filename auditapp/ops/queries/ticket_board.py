"""Results of rules: the board, one result in detail, breakdowns by month, unit and the like."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from auditapp.domain.vocabulary import Completeness, Dimension, FindingState, Lang
from auditapp.errors import UserError
from auditapp.ops.queries.people import code_of, load_people
from auditapp.ops.queries.ticket_decisions import load_deviations
from auditapp.ops.queries.ticket_rows import (
    Board,
    BoardRow,
    Counts,
    FindingRef,
    Histogram,
    MeasureStats,
    PopulationRow,
    ResultDetail,
    RunRow,
    Slice,
)
from auditapp.ops.queries.tickets import (
    latest_matchings,
    latest_runs,
    load_populations,
    with_presence,
)
from auditapp.ops.ticket_stored import parse_exceptions
from auditapp.store.models import (
    Finding,
    FindingResult,
    RuleBreakdown,
    RuleExceptions,
    RuleResult,
    RuleRun,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.store.audit_file import AuditFile
    from auditapp.store.blobs import BlobStore
    from auditapp.tickets.populations import TicketFiles


def board(
    audit: AuditFile,
    population_id: UUID,
    *,
    today: date,
    run_id: UUID | None = None,
    files: TicketFiles | None = None,
) -> Board:
    """The board of a population after a run (else the latest); raises UserError ``row_gone``."""
    found = audit.read(
        lambda session: load_board(session, audit.blobs, population_id, today=today, run_id=run_id)
    )
    return Board(with_presence(found.population, files), found.run, found.rows)


def runs(audit: AuditFile, population_id: UUID) -> tuple[RunRow, ...]:
    """The runs of rules over a population, the latest first, withdrawn ones too."""

    def work(session: Session) -> tuple[RunRow, ...]:
        people = load_people(session)
        rows = session.scalars(
            select(RuleRun)
            .where(RuleRun.population_id == population_id)
            .order_by(RuleRun.run_at.desc(), RuleRun.id)
        ).all()
        return tuple(_run(row, code_of(people, row.run_by)) for row in rows)

    return audit.read(work)


def result_detail(audit: AuditFile, result_id: UUID, *, today: date) -> ResultDetail:
    """One result with its SQL, statistics and histogram; raises UserError ``row_gone``."""
    return audit.read(lambda session: load_detail(session, audit.blobs, result_id, today=today))


def breakdown(audit: AuditFile, result_id: UUID, dimension: Dimension) -> tuple[Slice, ...]:
    """A result by one dimension; months in their order, others by their denominator."""
    return audit.read(lambda session: load_slices(session, [result_id], dimension)[result_id])


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the results of a run."""

    complete: bool
    trends: Mapping[UUID, tuple[Slice, ...]]
    exceptions: Mapping[UUID, int]
    accepted: Mapping[UUID, int]
    findings: Mapping[UUID, tuple[FindingRef, ...]]


def load_board(
    session: Session,
    blobs: BlobStore,
    population_id: UUID,
    *,
    today: date,
    run_id: UUID | None = None,
) -> Board:
    """The board inside an open read."""
    population = _population(session, population_id)
    chosen = [] if run_id is None else [run_id]
    if run_id is None:
        latest = (latest_matchings(session), latest_runs(session))
        chosen = [runs[population_id].id for runs in latest if population_id in runs]
    if not chosen:
        return Board(population, None, ())
    run = session.get(RuleRun, chosen[-1])
    if run is None:
        raise UserError("row_gone", table="rule_run")
    results = session.scalars(
        select(RuleResult)
        .where(RuleResult.run_id.in_(chosen))
        .order_by(RuleResult.run_id == run.id, RuleResult.position, RuleResult.rule_id)
    ).all()
    around = _around(session, blobs, population, results, today)
    person = code_of(load_people(session), run.run_by)
    return Board(population, _run(run, person), tuple(_row(row, around) for row in results))


def load_detail(
    session: Session, blobs: BlobStore, result_id: UUID, *, today: date
) -> ResultDetail:
    """One result inside an open read."""
    row = session.get(RuleResult, result_id)
    run = None if row is None else session.get(RuleRun, row.run_id)
    if row is None or run is None:
        raise UserError("row_gone", table="rule_result")
    population = _population(session, run.population_id)
    around = _around(session, blobs, population, [row], today)
    detail = cast("dict[str, object]", json.loads(row.detail))
    return ResultDetail(
        row=_row(row, around),
        run=_run(run, code_of(load_people(session), run.run_by)),
        stats=_stats(row),
        histogram=_histogram(detail.pop("histogram", None)),
        sql=row.sql,
        sql_params=json.loads(row.sql_params),
        detail=detail,
        cards=tuple(row.criteria.split()),
        criterion_id=row.criterion_id,
    )


def load_slices(
    session: Session, results: Sequence[UUID], dimension: Dimension
) -> dict[UUID, tuple[Slice, ...]]:
    """The breakdowns of results by one dimension; every result has an entry."""
    found: dict[UUID, tuple[Slice, ...]] = dict.fromkeys(results, ())
    # One run has some 100 results: far below what a statement may bind.
    rows = session.execute(
        select(RuleBreakdown.result_id, RuleBreakdown.figures).where(
            RuleBreakdown.result_id.in_(results), RuleBreakdown.dimension == dimension
        )
    ).all()
    for result_id, figures in rows:
        cells = cast("list[list[Any]]", json.loads(figures))
        found[result_id] = tuple(
            Slice(str(key), Counts(*numbers[:5]), numbers[5], numbers[6]) for key, *numbers in cells
        )
    return found


def _population(session: Session, population_id: UUID) -> PopulationRow:
    for row in load_populations(session):
        if row.id == population_id:
            return row
    raise UserError("row_gone", table="population")


def _around(
    session: Session,
    blobs: BlobStore,
    population: PopulationRow,
    results: Sequence[RuleResult],
    today: date,
) -> Around:
    ids = [row.id for row in results]
    rules = {row.id: row.rule_id for row in results}
    exceptions: dict[UUID, int] = {}
    accepted: dict[UUID, int] = {}
    forgiven: dict[str, set[str]] = defaultdict(set)
    for one in load_deviations(session, today=today):
        if one.in_force:
            forgiven[one.rule_id].update(one.tickets)
    for result_id, total, sha256 in session.execute(
        select(RuleExceptions.result_id, RuleExceptions.total, RuleExceptions.sha256).where(
            RuleExceptions.result_id.in_(ids)
        )
    ).all():
        exceptions[result_id] = total
        covered = forgiven.get(rules[result_id])
        if covered:
            listed = parse_exceptions(blobs.get(sha256))
            accepted[result_id] = len(covered & {one.ticket for one in listed})
    return Around(
        population.completeness is Completeness.RECONCILED,
        load_slices(session, ids, Dimension.MONTH),
        exceptions,
        accepted,
        _findings(session, ids),
    )


def _findings(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[FindingRef, ...]]:
    found: dict[UUID, list[FindingRef]] = defaultdict(list)
    rows = session.execute(
        select(
            FindingResult.result_id,
            Finding.id,
            Finding.number,
            Finding.grade,
            Finding.state,
            FindingResult.exceptions,
        )
        .join(Finding, Finding.id == FindingResult.finding_id)
        .where(FindingResult.result_id.in_(ids), Finding.state != FindingState.WITHDRAWN)
        .order_by(Finding.number)
    ).all()
    for result_id, finding_id, number, grade, state, exceptions in rows:
        found[result_id].append(FindingRef(finding_id, number, grade, state, exceptions))
    return {key: tuple(refs) for key, refs in found.items()}


def _row(row: RuleResult, around: Around) -> BoardRow:
    return BoardRow(
        result_id=row.id,
        rule_id=row.rule_id,
        version=row.version,
        kind=row.kind,
        names={Lang.ZH: row.name_zh, Lang.EN: row.name_en},
        clause=row.clause,
        force=row.force,
        severity=row.severity,
        limit=row.limit_text,
        threshold=row.threshold,
        met=row.met,
        template=row.template,
        counts=Counts(row.passed, row.failed, row.running, row.not_applicable, row.cannot_test),
        reasons=json.loads(row.reasons),
        numerator=row.numerator,
        denominator=row.denominator,
        rate=_number(row.rate),
        complete=around.complete,
        trend=around.trends.get(row.id, ()),
        exceptions=around.exceptions.get(row.id, 0),
        accepted=around.accepted.get(row.id, 0),
        findings=around.findings.get(row.id, ()),
    )


def _run(row: RuleRun, person: str) -> RunRow:
    return RunRow(
        id=row.id,
        population_id=row.population_id,
        profile=row.profile,
        as_of=row.as_of,
        calendar=row.calendar,
        choices=json.loads(row.choices),
        extract_hash=row.extract_hash,
        tickets=row.tickets,
        duplicates=row.duplicates,
        run_by=person,
        run_at=row.run_at,
        withdrawn=row.withdrawn,
    )


def _stats(row: RuleResult) -> MeasureStats | None:
    if row.value_unit is None or row.value_n is None:
        return None
    cells = (row.value_min, row.value_median, row.value_mean)
    ends = (row.value_p90, row.value_p95, row.value_max)
    return MeasureStats(row.value_unit, row.value_n, *(_number(it) for it in (*cells, *ends)))


def _histogram(stored: object) -> Histogram | None:
    if not isinstance(stored, dict):
        return None
    plain = cast("dict[str, Any]", stored)
    return Histogram(
        unit=str(plain["unit"]),
        edges=tuple(plain["edges"]),
        counts=tuple(plain["counts"]),
        limit=plain.get("limit"),
        open_end=bool(plain.get("open_end")),
    )


def _number(stored: str | None) -> float | None:
    return None if stored is None else float(stored)
