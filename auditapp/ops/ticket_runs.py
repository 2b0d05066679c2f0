"""Running rules over a population: figures → one op. Second sources (R-001) end the same way.

The run itself is the engine's (``auditapp.tickets``); here its verdicts become exceptions kept in
the tickets file, breakdowns, histograms and one short step. Cancelled, nothing of it stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import Dimension, Verdict
from auditapp.ops.ticket_results import NewResult, NewRun, Stats, record_run
from auditapp.ops.ticket_stored import SECOND_SOURCE, STORED, StoredException
from auditapp.store.op import uuid7
from auditapp.tickets import exceptions as found
from auditapp.tickets import second_source
from auditapp.tickets.database import cancelling
from auditapp.tickets.results import Name, RuleResult, RunResult

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.ticket_rows import SlaRow
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.op import Outcome
    from auditapp.tickets.database import Connection
    from auditapp.tickets.populations import TicketFiles
    from auditapp.tickets.results import ValueStats

Runner = Callable[["Connection", "Progress"], RunResult]
"""Runs rules on a population's tables and leaves a table of verdicts per rule."""

R001: Final = "R-001"
_RUN: Final = 80
_ALL: Final = 100
_DIGITS: Final = 12


def run_rules(
    audit: AuditFile,
    files: TicketFiles,
    population_id: uuid.UUID,
    runner: Runner,
    *,
    actor: uuid.UUID | None,
    progress: Progress,
    sources: Mapping[str, SlaRow] | None = None,
    calendar: str | None = None,
) -> Outcome[uuid.UUID]:
    """Run rules and keep what they found; the value is the run's id.

    ``sources``: by rule, the limit of the grid that it was run with; one without a source leaves
    its result a template. Raises what the engine raises, ``tickets_not_here``, Cancelled.
    """
    run_id = uuid7()
    with files.open(population_id) as connection:
        try:
            result = runner(connection, progress.part(0, _RUN, _ALL))
            results: list[NewResult] = []
            with cancelling(connection, progress):
                for number, rule in enumerate(result.rules, 1):
                    source = (sources or {}).get(rule.rule_id)
                    results.append(_result(connection, run_id, rule, source))
                    moved = (_ALL - _RUN) * number // len(result.rules)
                    progress.report(_RUN + moved, _ALL)
            new = NewRun(
                id=run_id,
                population_id=population_id,
                as_of=result.as_of,
                tickets=result.rows,
                duplicates=result.duplicates,
                results=tuple(results),
                profile=result.profile or None,
                calendar=calendar,
                choices=dict(result.choices),
            )
            return audit.run(record_run(new), actor=actor)
        except BaseException:
            found.forget_run(connection, run_id.hex)
            raise


def match_second_source(
    audit: AuditFile,
    files: TicketFiles,
    population_id: uuid.UUID,
    *,
    as_of: str,
    actor: uuid.UUID | None,
    progress: Progress,
) -> Outcome[uuid.UUID]:
    """Hold the contact sample against the tickets (R-001) and keep the result as a run.

    Raises UserError ``tickets_not_here``, ``tickets_no_sample``, Cancelled.
    """
    with files.open(population_id) as connection, cancelling(connection, progress):
        matching = second_source.match(connection)
        row = connection.execute("SELECT count(*) FROM tickets").fetchone()
    new = NewRun(
        id=uuid7(),
        population_id=population_id,
        as_of=as_of,
        tickets=0 if row is None else int(row[0]),
        results=(_matched(matching),),
        profile=SECOND_SOURCE,
    )
    return audit.run(record_run(new), actor=actor)


def _result(
    connection: Connection, run_id: uuid.UUID, rule: RuleResult, source: SlaRow | None
) -> NewResult:
    has_table = bool(rule.table)
    total = (
        found.keep_exceptions(connection, run_id.hex, rule.rule_id, rule.table) if has_table else 0
    )
    kept = _stored(connection, run_id, rule) if total else ()
    detail = _detail(rule)
    if has_table:
        bins = found.histogram(connection, rule.table)
        if bins is not None:
            unit = "" if rule.value is None else rule.value.unit
            detail["histogram"] = found.plain_bins(bins[0], unit, bins[1])
    counts = rule.counts
    return NewResult(
        rule_id=rule.rule_id,
        version=rule.version,
        kind=rule.kind,
        name_en=rule.name.en,
        name_zh=rule.name.zh,
        clause=rule.clause or None,
        force=rule.force,
        severity=rule.severity or None,
        limit=rule.limit or None,
        threshold=rule.threshold or None,
        met=rule.met,
        template=rule.template if source is None else source.template,
        counts=(
            counts.get(Verdict.PASS, 0),
            counts.get(Verdict.FAIL, 0),
            counts.get(Verdict.RUNNING, 0),
            counts.get(Verdict.NOT_APPLICABLE, 0),
            counts.get(Verdict.CANNOT_TEST, 0),
        ),
        reasons=rule.reasons,
        numerator=rule.numerator,
        denominator=rule.denominator,
        rate=_decimal(rule.rate),
        sql=rule.sql,
        sql_params=dict(rule.sql_params),
        stats=_stats(rule.value),
        detail=detail,
        cards=() if source is None or source.card_id is None else (source.card_id,),
        criterion_id=None if source is None else source.criterion_id,
        slices=_slices(connection, rule) if has_table else {},
        exceptions=kept,
        exceptions_total=total,
    )


def _stored(
    connection: Connection, run_id: uuid.UUID, rule: RuleResult
) -> tuple[StoredException, ...]:
    _, rows = found.page(connection, run_id.hex, rule.rule_id, limit=STORED)
    return tuple(
        StoredException(
            row.position,
            row.row_no,
            row.ticket,
            None if row.value is None else float(f"{row.value:.{_DIGITS}g}"),
            row.reason,
            row.at,
            row.unit,
            row.channel,
            row.category,
        )
        for row in rows
    )


def _slices(
    connection: Connection, rule: RuleResult
) -> dict[Dimension, tuple[tuple[str | int, ...], ...]]:
    """Breakdowns; numerator and denominator are those of the rule for the part."""
    # A rule that counts what passes has its passes on top (docs/tickets.md, ``rate: pass``).
    counts_passes = (
        rule.numerator == rule.counts.get(Verdict.PASS, 0) != rule.counts.get(Verdict.FAIL, 0)
    )
    shown: dict[Dimension, tuple[tuple[str | int, ...], ...]] = {}
    for dimension in Dimension:
        rows = found.breakdown(connection, rule.table, dimension)
        if len(rows) == 1 and not rows[0].key:
            continue  # the table does not say: one row without a name is no breakdown
        shown[dimension] = tuple(
            (
                row.key,
                row.passed,
                row.failed,
                row.running,
                row.not_applicable,
                row.cannot_test,
                row.passed if counts_passes else row.failed,
                row.passed + row.failed,
            )
            for row in rows
        )
    return shown


def _detail(rule: RuleResult) -> dict[str, Any]:
    """What only some rules give, as plain JSON values."""
    detail: dict[str, Any] = {
        "details": dict(rule.details),
        "choices": dict(rule.choices),
        "notes": list(rule.notes),
        "beside": [asdict(one) for one in rule.beside],
        "clusters": [asdict(one) for one in rule.extra.clusters],
        "clusters_more": rule.extra.clusters_more,
        "fairness": [asdict(one) for one in rule.extra.fairness],
        "names": {code: name.as_json() for code, name in rule.names.items()},
    }
    return {name: value for name, value in detail.items() if value}


def _stats(value: ValueStats | None) -> Stats | None:
    if value is None:
        return None
    return Stats(
        value.unit,
        value.n,
        _decimal(value.min),
        _decimal(value.median),
        _decimal(value.mean),
        _decimal(value.p90),
        _decimal(value.p95),
        _decimal(value.max),
    )


def _decimal(value: float | None) -> str | None:
    """A measure as it is stored: decimal text with 12 significant digits."""
    return None if value is None else f"{value:.{_DIGITS}g}"


def _matched(matching: second_source.Matching) -> NewResult:
    """R-001 as a result. Its exceptions are contacts, not tickets: they stand under their ids."""
    name = Name("Every complaint is recorded", "每诉必录")
    failed = matching.sampled - matching.matched
    rows = tuple(
        StoredException(
            position, one.row_no, one.contact or str(one.row_no), None, "not_recorded", one.at, "",
            one.channel, "",
        )
        for position, one in enumerate(matching.unmatched)
    )  # fmt: skip
    detail: dict[str, object] = {
        "matched_by_contact": matching.by_contact,
        "matched_by_customer": matching.by_customer,
        "tickets_looked_at": matching.tickets_looked_at,
        "tickets_without_contact": matching.tickets_without_contact,
        "customer_named": matching.by_customer_possible,
    }
    return NewResult(
        rule_id=R001,
        version=1,
        kind=SECOND_SOURCE,
        name_en=name.en,
        name_zh=name.zh,
        clause="7.2, 4.9",
        force="guidance",
        severity="minor",
        limit="100 %",
        threshold=None,
        met=None if not matching.sampled else not failed,
        template=False,
        counts=(matching.matched, failed, 0, 0, matching.cannot_test),
        reasons={"not_recorded": failed} if failed else {},
        numerator=matching.matched,
        denominator=matching.sampled,
        rate=_decimal(matching.completeness),
        sql=matching.sql,
        sql_params={},
        detail=detail,
        exceptions=rows,
        exceptions_total=failed,
    )
