"""The part of the report model about complaint populations: cards, results, exceptions."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import func, select

from auditapp.domain.vocabulary import FindingState, Force, Lang
from auditapp.ops.queries.ticket_board import load_board
from auditapp.ops.queries.ticket_decisions import load_deviations
from auditapp.ops.queries.tickets import (
    load_card,
    load_comparisons,
    load_populations,
    load_totals,
)
from auditapp.ops.ticket_stored import SECOND_SOURCE, STORED, parse_exceptions
from auditapp.reports import ticket_model as out
from auditapp.reports.bilingual import Bilingual, Said
from auditapp.store.models import (
    Criterion,
    Finding,
    FindingResult,
    RefusedRow,
    RuleExceptions,
    RuleResult,
)
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.ticket_rows import (
        Board,
        BoardRow,
        ComparisonRow,
        ControlTotals,
        DeviationRow,
        ExtractCard,
        RunRow,
    )
    from auditapp.store.blobs import BlobStore

_FORCES: Final = {force.value: force for force in Force}
_NO_SHARE: Final = frozenset({"ratio", "clusters", "fairness"})
"""Kinds whose numerator and denominator are counts of their own."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What stands behind one result: values, SQL, basis, and what only some kinds of rules give."""

    extra: Mapping[str, Any]
    measured: out.Measured | None
    sql: str
    parameters: str
    cards: str
    criterion_id: UUID | None


@dataclass(frozen=True, slots=True)
class PopulationFacts:
    """One population as one read fetched it."""

    board: Board
    card: ExtractCard
    totals: ControlTotals
    comparisons: tuple[ComparisonRow, ...]
    refused: Mapping[UUID, tuple[tuple[str, int], ...]]
    details: Mapping[UUID, Detail]
    exceptions: Mapping[UUID, bytes]
    taken_up: Mapping[UUID, Mapping[str, tuple[str, ...]]]
    criteria: Mapping[UUID, tuple[str, Force]]


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """All populations that are not withdrawn, the oldest first, and what was accepted."""

    populations: tuple[PopulationFacts, ...] = ()
    numbers: Mapping[UUID, str] = field(default_factory=dict["UUID", str])
    deviations: tuple[DeviationRow, ...] = ()


def load_tickets(session: Session, blobs: BlobStore, *, today: date) -> TicketFacts:
    """Everything of populations inside an open read; nothing is worked out yet."""
    rows = load_populations(session)
    shown = [row for row in reversed(rows) if not row.withdrawn]
    if not shown:
        return TicketFacts()
    return TicketFacts(
        tuple(_facts(session, blobs, row.id, today) for row in shown),
        {row.id: row.number for row in rows},
        load_deviations(session, today=today),
    )


def tickets_of(facts: TicketFacts, main: Lang, *, with_sql: bool = False) -> out.Tickets:
    """What register and report print; ``main`` is the audit's main language."""
    names = _Names(main)
    forgiven: dict[str, set[str]] = defaultdict(set)
    for one in facts.deviations:
        if one.in_force:
            forgiven[one.rule_id].update(one.tickets)
    return out.Tickets(
        tuple(_population(one, facts, names, forgiven) for one in facts.populations),
        tuple(
            out.AcceptedDeviation(
                one.rule_id,
                one.reason,
                one.approver,
                one.approved_on,
                one.expires_on,
                len(one.tickets),
                one.in_force,
            )
            for one in facts.deviations
            if not one.withdrawn
        ),
        with_sql,
    )


def _facts(session: Session, blobs: BlobStore, population_id: UUID, today: date) -> PopulationFacts:
    board = load_board(session, blobs, population_id, today=today)
    card = load_card(session, population_id)
    ids = [row.result_id for row in board.rows]
    kept = session.execute(
        select(RuleExceptions.result_id, RuleExceptions.sha256).where(
            RuleExceptions.result_id.in_(ids)
        )
    ).all()
    refused: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    for source_id, reason, number in session.execute(
        select(RefusedRow.source_id, RefusedRow.reason, func.count())
        .where(RefusedRow.source_id.in_([one.id for one in card.sources]))
        .group_by(RefusedRow.source_id, RefusedRow.reason)
        .order_by(RefusedRow.reason)
    ).all():
        refused[source_id].append((reason, number))
    criteria = session.execute(
        select(
            Criterion.id, Criterion.number, Criterion.document, Criterion.article, Criterion.force
        ).where(Criterion.withdrawn.is_(False))
    ).all()
    return PopulationFacts(
        board=board,
        card=card,
        totals=load_totals(session, population_id),
        comparisons=load_comparisons(session, population_id),
        refused={key: tuple(found) for key, found in refused.items()},
        details=_details(session, ids),
        exceptions={result_id: blobs.get(sha256) or b"" for result_id, sha256 in kept},
        taken_up=_taken_up(session, ids),
        criteria={
            key: (" ".join(part for part in (number, document, article) if part), force)
            for key, number, document, article, force in criteria
        },
    )


def _details(session: Session, results: Collection[UUID]) -> dict[UUID, Detail]:
    """What the board does not hold, in one query: a run has some 100 results."""
    rows = session.scalars(select(RuleResult).where(RuleResult.id.in_(results))).all()
    return {
        row.id: Detail(
            extra=cast("dict[str, Any]", json.loads(row.detail)),
            measured=_measured(row),
            sql=row.sql,
            parameters=row.sql_params,
            cards=", ".join(row.criteria.split()),
            criterion_id=row.criterion_id,
        )
        for row in rows
    }


def _taken_up(
    session: Session, results: Collection[UUID]
) -> dict[UUID, Mapping[str, tuple[str, ...]]]:
    """Ticket → numbers of the findings that take it up, by result."""
    taken: dict[UUID, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for result_id, number, listed in session.execute(
        select(FindingResult.result_id, Finding.number, FindingResult.tickets)
        .join(Finding, Finding.id == FindingResult.finding_id)
        .where(FindingResult.result_id.in_(results), Finding.state != FindingState.WITHDRAWN)
        .order_by(Finding.number)
    ).all():
        for ticket in listed.split("\n"):
            taken[result_id][ticket].append(number)
    return {
        key: {ticket: tuple(numbers) for ticket, numbers in found.items()}
        for key, found in taken.items()
    }


class _Names:
    """Names of reasons in both languages, each made once."""

    def __init__(self, main: Lang) -> None:
        self.main = main
        self._texts = {lang: load(lang) for lang in Lang}
        self._known: dict[str, Bilingual] = {}

    def reason(self, code: str, own: Mapping[str, Mapping[str, str]]) -> Bilingual:
        """The rule's own name of a reason, else the program's, else the code."""
        if code in own:
            return self.text({lang: own[code].get(lang.value, code) for lang in Lang})
        known = self._known.get(code)
        if known is None:
            key = f"ticket_reason.{code}"
            known = self._known[code] = self.text(
                {
                    lang: texts.say(key) if texts.has(key) else code
                    for lang, texts in self._texts.items()
                }
            )
        return known

    def text(self, bodies: Mapping[Lang, str]) -> Bilingual:
        """A text that never counts as missing: it is ours or the population's title."""
        return Bilingual(dict(bodies), self.main, once=True)


def _population(
    facts: PopulationFacts,
    every: TicketFacts,
    names: _Names,
    forgiven: Mapping[str, Collection[str]],
) -> out.TicketPopulation:
    card, totals, run = facts.card, facts.totals, facts.board.run
    return out.TicketPopulation(
        number=card.number,
        title=names.text(card.title),
        extract_hash=card.extract_hash,
        counted=facts.board.population.rows,
        system=card.system or "",
        run_by=card.run_by or "",
        query_text=card.query_text or "",
        evidence=card.evidence_number,
        run_at=card.run_at,
        period_from=card.period_from,
        period_to=card.period_to,
        as_of=card.as_of,
        told=totals.told,
        told_source=card.told_source or "",
        masked=card.masked,
        completeness=card.completeness,
        completeness_note=card.completeness_note or "",
        sources=tuple(
            out.TicketSource(
                table=one.table,
                file_name=one.file_name,
                sha256=one.file_hash,
                rows_read=one.rows_read,
                rows_kept=one.rows_kept,
                rows_refused=one.rows_refused,
                duplicates=one.duplicates,
                unreadable=one.unreadable,
                refused_why=facts.refused.get(one.id, ()),
            )
            for one in card.sources
        ),
        totals=tuple(
            out.TicketTotal(row.month, row.channel, row.counted, row.told, row.note or "")
            for row in totals.rows
        ),
        gaps=tuple(
            out.TicketGap(gap.before, gap.after, gap.missing, gap.note or "") for gap in totals.gaps
        ),
        changes=tuple(
            out.ExtractChange(
                every.numbers.get(one.previous_id, ""),
                one.comparable,
                one.common,
                one.vanished,
                one.appeared,
                sum(one.changed.values()) if one.comparable else None,
            )
            for one in facts.comparisons
        ),
        run=None if run is None else _run(run),
        results=tuple(
            _result(row, facts, names, forgiven.get(row.rule_id, ())) for row in facts.board.rows
        ),
    )


def _run(run: RunRow) -> out.TicketRun:
    return out.TicketRun(
        profile=run.profile or "",
        as_of=run.as_of,
        calendar=run.calendar or "",
        run_at=run.run_at,
        run_by=run.run_by,
        tickets=run.tickets,
        duplicates=run.duplicates,
        extract_hash=run.extract_hash,
        choices=tuple(sorted((name, str(value)) for name, value in run.choices.items())),
    )


def _result(
    row: BoardRow, facts: PopulationFacts, names: _Names, forgiven: Collection[str]
) -> out.TicketResult:
    detail = facts.details[row.result_id]
    own = cast("dict[str, dict[str, str]]", detail.extra.get("names", {}))
    counts = row.counts
    key = detail.criterion_id
    own_rule = None if key is None else facts.criteria.get(key)
    source, force = own_rule or (detail.cards, _FORCES.get(row.force))
    return out.TicketResult(
        population=facts.card.number,
        rule=row.rule_id,
        version=row.version,
        kind=row.kind,
        name=names.text(row.names),
        clause=row.clause or "",
        force=force,
        limit=row.limit or "",
        source=source,
        threshold=row.threshold or "",
        met=row.met,
        template=row.template,
        complete=row.complete,
        formula=_formula(row),
        verdicts=out.RuleVerdicts(
            counts.passed,
            counts.failed,
            counts.running,
            counts.not_applicable,
            counts.cannot_test,
        ),
        numerator=row.numerator,
        denominator=row.denominator,
        rate=row.rate,
        reasons=tuple(
            out.ReasonCount(names.reason(code, own), number) for code, number in row.reasons.items()
        ),
        beside=tuple(_beside(cast("Iterable[dict[str, Any]]", detail.extra.get("beside", ())))),
        trend=tuple(out.TrendPoint(it.key, it.numerator, it.denominator) for it in row.trend),
        measured=detail.measured,
        distribution=_distribution(detail.extra.get("histogram")),
        failing=row.exceptions,
        accepted=row.accepted,
        exceptions=tuple(_exceptions(row, facts, names, own, forgiven)),
        findings=tuple(one.number for one in row.findings),
        sql=detail.sql,
        parameters=detail.parameters,
    )


def _exceptions(
    row: BoardRow,
    facts: PopulationFacts,
    names: _Names,
    own: Mapping[str, Mapping[str, str]],
    forgiven: Collection[str],
) -> Iterable[out.TicketException]:
    taken = facts.taken_up.get(row.result_id, {})
    for one in parse_exceptions(facts.exceptions.get(row.result_id))[:STORED]:
        yield out.TicketException(
            ticket=one.ticket,
            row=one.row_no,
            value=one.value,
            reason=names.reason(one.reason, own),
            at=one.at,
            unit=one.unit,
            channel=one.channel,
            category=one.category,
            accepted=one.ticket in forgiven,
            findings=taken.get(one.ticket, ()),
        )


def _formula(row: BoardRow) -> Said:
    """What the rate is a share of. Stored are the figures alone, so they say which it is."""
    if row.kind in _NO_SHARE:
        return Said("report.tickets.formula.counts")
    passes = row.kind == SECOND_SOURCE or row.numerator == row.counts.passed
    if row.counts.passed == row.counts.failed:
        passes = (row.threshold or "").startswith(">")
    return Said(f"report.tickets.formula.{'passed' if passes else 'failed'}")


def _beside(options: Iterable[Mapping[str, Any]]) -> Iterable[Said]:
    for one in options:
        chosen = ", ".join(f"{name} = {value}" for name, value in one["choices"].items())
        yield Said(
            "report.tickets.beside",
            {
                "options": chosen,
                "n": one["numerator"],
                "of": one["denominator"],
                "rate": _percent(one["rate"]),
            },
        )


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate * 100:.1f}%"


def _measured(row: RuleResult) -> out.Measured | None:
    if row.value_unit is None or not row.value_n:
        return None
    cells = (row.value_min, row.value_median, row.value_mean)
    ends = (row.value_p90, row.value_p95, row.value_max)
    values = [None if it is None else float(it) for it in (*cells, *ends)]
    return out.Measured(row.value_unit, row.value_n, *values)


def _distribution(stored: object) -> out.Distribution | None:
    if not isinstance(stored, dict):
        return None
    plain = cast("dict[str, Any]", stored)
    return out.Distribution(
        unit=str(plain["unit"]),
        edges=tuple(plain["edges"]),
        counts=tuple(plain["counts"]),
        limit=plain.get("limit"),
        open_end=bool(plain.get("open_end")),
    )
