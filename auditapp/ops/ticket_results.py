"""Results of rules as ops: what a run found is stored in one short step."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.domain.audit_life import Area
from auditapp.ops.support import fetch, require_open
from auditapp.ops.ticket_stored import STORED, write_exceptions
from auditapp.store.models import (
    FindingResult,
    Population,
    RuleBreakdown,
    RuleExceptions,
    RuleResult,
    RuleRun,
)
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from auditapp.domain.vocabulary import Dimension
    from auditapp.ops.ticket_stored import StoredException


@dataclass(frozen=True, slots=True)
class Stats:
    """Statistics of the measured value, as decimal text in ``unit``."""

    unit: str
    n: int
    min: str | None = None
    median: str | None = None
    mean: str | None = None
    p90: str | None = None
    p95: str | None = None
    max: str | None = None


@dataclass(frozen=True, slots=True)
class NewResult:
    """The figures of one rule. ``counts``: pass, fail, running, not applicable, cannot test.

    ``slices`` are per dimension rows of (key, the five counts, numerator, denominator);
    ``exceptions`` at most the first 1,000 of ``exceptions_total``.
    """

    rule_id: str
    version: int
    kind: str
    name_en: str
    name_zh: str
    clause: str | None
    force: str
    severity: str | None
    limit: str | None
    threshold: str | None
    met: bool | None
    template: bool
    counts: tuple[int, int, int, int, int]
    reasons: Mapping[str, int]
    numerator: int
    denominator: int
    rate: str | None
    sql: str
    sql_params: Mapping[str, object]
    stats: Stats | None = None
    detail: Mapping[str, object] = field(default_factory=dict[str, object])
    cards: tuple[str, ...] = ()
    criterion_id: uuid.UUID | None = None
    slices: Mapping[Dimension, tuple[tuple[str | int, ...], ...]] = field(
        default_factory=dict["Dimension", "tuple[tuple[str | int, ...], ...]"]
    )
    exceptions: tuple[StoredException, ...] = ()
    exceptions_total: int = 0


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run and its results. ``id`` is that under which exceptions lie in the tickets file."""

    id: uuid.UUID
    population_id: uuid.UUID
    as_of: str
    tickets: int
    results: tuple[NewResult, ...]
    duplicates: int = 0
    profile: str | None = None
    calendar: str | None = None
    choices: Mapping[str, object] = field(default_factory=dict[str, object])


def record_run(new: NewRun) -> Op[uuid.UUID]:
    """Store a run with its results; the population's hash as it is now goes with it."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.EVIDENCE)
        population = fetch(tx, Population, new.population_id)
        tx.session.add(
            RuleRun(
                id=new.id,
                population_id=new.population_id,
                profile=new.profile,
                as_of=new.as_of,
                calendar=new.calendar,
                choices=_json(dict(new.choices)),
                extract_hash=population.extract_hash,
                tickets=new.tickets,
                duplicates=new.duplicates,
                run_by=tx.actor_id,
                run_at=tx.at,
                withdrawn=False,
            )
        )
        tx.session.flush()
        for position, result in enumerate(new.results):
            _add_result(tx, new.id, position, result)
        return new.id

    args = {"population": new.population_id.hex, "run": new.id.hex, "rules": len(new.results)}
    return Op("rules.run", args, work)


def withdraw_run(run_id: uuid.UUID) -> Op[None]:
    """Take a run out of the board; its results stay, findings keep them."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.EVIDENCE)
        fetch(tx, RuleRun, run_id).withdrawn = True

    return Op("rules.withdraw_run", {"run": run_id.hex}, work)


def link_result(
    finding_id: uuid.UUID, result_id: uuid.UUID, tickets: tuple[str, ...], *, exceptions: int
) -> Op[uuid.UUID]:
    """Say that a finding rests on a result and takes up these exceptions."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.FINDINGS)
        fetch(tx, RuleResult, result_id)
        key = tx.natural_id("finding_result", finding_id, result_id)
        row = tx.session.get(FindingResult, key)
        if row is None:
            row = FindingResult(id=key, finding_id=finding_id, result_id=result_id)
            tx.session.add(row)
        row.exceptions, row.tickets = exceptions, "\n".join(tickets)
        return key

    args = {"finding": finding_id.hex, "result": result_id.hex}
    return Op("finding.link_result", args, work)


def unlink_result(finding_id: uuid.UUID, result_id: uuid.UUID) -> Op[None]:
    """Let a finding no longer rest on a result."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.FINDINGS)
        link = tx.session.get(FindingResult, tx.natural_id("finding_result", finding_id, result_id))
        if link is not None:
            tx.session.delete(link)

    args = {"finding": finding_id.hex, "result": result_id.hex}
    return Op("finding.unlink_result", args, work)


def _add_result(tx: Tx, run_id: uuid.UUID, position: int, new: NewResult) -> None:
    key = tx.natural_id("rule_result", run_id, new.rule_id)
    passed, failed, running, not_applicable, cannot_test = new.counts
    row = RuleResult(
        id=key,
        run_id=run_id,
        rule_id=new.rule_id,
        version=new.version,
        kind=new.kind,
        name_en=new.name_en,
        name_zh=new.name_zh,
        clause=new.clause,
        force=new.force,
        severity=new.severity,
        limit_text=new.limit,
        threshold=new.threshold,
        met=new.met,
        template=new.template,
        criteria=" ".join(new.cards),
        criterion_id=new.criterion_id,
        passed=passed,
        failed=failed,
        running=running,
        not_applicable=not_applicable,
        cannot_test=cannot_test,
        reasons=_json(dict(new.reasons)),
        numerator=new.numerator,
        denominator=new.denominator,
        rate=new.rate,
        detail=_json(dict(new.detail)),
        sql=new.sql,
        sql_params=_json(dict(new.sql_params)),
        position=position,
    )
    _measure(row, new.stats)
    tx.session.add(row)
    tx.session.flush()
    for dimension, rows in new.slices.items():
        tx.session.add(
            RuleBreakdown(
                id=tx.natural_id("rule_breakdown", key, dimension.value),
                result_id=key,
                dimension=dimension,
                figures=_json([list(one) for one in rows]),
            )
        )
    if new.exceptions_total:
        kept = new.exceptions[:STORED]
        tx.session.add(
            RuleExceptions(
                id=tx.natural_id("rule_exceptions", key),
                result_id=key,
                total=new.exceptions_total,
                stored=len(kept),
                sha256=tx.put_blob(write_exceptions(kept)),
            )
        )


def _measure(row: RuleResult, stats: Stats | None) -> None:
    if stats is None:
        return
    row.value_unit, row.value_n = stats.unit, stats.n
    row.value_min, row.value_median, row.value_mean = stats.min, stats.median, stats.mean
    row.value_p90, row.value_p95, row.value_max = stats.p90, stats.p95, stats.max


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
