"""Running rules over a population: figures → one op. Second sources (R-001) end the same way.

The run itself is the engine's (``auditapp.tickets``); here its verdicts become exceptions kept in
the tickets file, breakdowns, histograms and one short step. Cancelled, nothing of it stays.
"""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import Dimension, Verdict
from auditapp.errors import UserError
from auditapp.ops.queries.ticket_decisions import load_sla
from auditapp.ops.queries.ticket_rows import SlaRow
from auditapp.ops.queries.tickets import load_card
from auditapp.ops.ticket_results import NewResult, NewRun, Stats, record_run
from auditapp.ops.ticket_stored import SECOND_SOURCE, STORED, StoredException
from auditapp.store.op import uuid7
from auditapp.tickets import exceptions as found
from auditapp.tickets import second_source
from auditapp.tickets.clocks.compiling import LimitRow, LimitTable
from auditapp.tickets.clocks.model import Clock
from auditapp.tickets.database import cancelling
from auditapp.tickets.results import Name, RuleResult, RunResult
from auditapp.tickets.rules import run as engine
from auditapp.tickets.rules.model import RuleKind
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from auditapp.jobs.progress import Progress
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.op import Outcome
    from auditapp.tickets.database import Connection
    from auditapp.tickets.populations import TicketFiles
    from auditapp.tickets.results import ValueStats
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule
    from auditapp.tickets.rules.run import Request

R001: Final = "R-001"
VERDICTS: Final = "verdicts"
"""The schema in which the engine leaves a rule's verdicts until they are summed up."""
_ALL: Final = 100
_MINUTES: Final = {"min": 1, "h": 60, "d": 1440}
_LIMIT: Final = re.compile(r"(\d+(?:\.\d+)?)(min|h|d|cd|wd|wmin)")
_DIGITS: Final = 12


def run_rules(
    audit: AuditFile,
    files: TicketFiles,
    population_id: uuid.UUID,
    rules: Sequence[Rule],
    library: RuleLibrary,
    request: Request,
    *,
    actor: uuid.UUID | None,
    progress: Progress,
) -> Outcome[uuid.UUID]:
    """Run rules and keep what they found; the value is the run's id.

    Clocks with a mapping take the audit's grid of limits; the card's period and as-of count unless
    the request says otherwise. Rule by rule, so that only one table of verdicts lies in the tickets
    file at a time. Raises what the engine raises, ``tickets_not_here``, Cancelled.
    """
    run_id, sources = uuid7(), dict[str, SlaRow]()
    asked, grid = audit.read(lambda session: _completed(session, population_id, request))
    tested = [rule for rule in rules if rule.kind is not RuleKind.READING]
    asked = replace(asked, limits={**limit_tables(grid, tested), **asked.limits})
    for row in grid:
        # One cell without a source makes the whole mapping a template.
        if row.clock not in sources or row.template:
            sources[row.clock] = row
    with files.open(population_id) as connection:
        try:
            asked, end = _settled(connection, asked)
            results: list[NewResult] = []
            cells = found.Cells(connection)
            last: RunResult | None = None
            choices: dict[str, str] = {}
            for number, rule in enumerate(tested):
                share = progress.part(_ALL * number, _ALL * (number + 1), _ALL * len(tested))
                last = engine.run(connection, [rule], library, asked, share)
                choices.update(last.choices)
                with cancelling(connection, progress):
                    source = sources.get(mapping_of(rule))
                    results.append(_result(connection, run_id, last.rules[0], source, cells))
            _drop_verdicts(connection)
            new = NewRun(
                id=run_id,
                population_id=population_id,
                as_of=end,
                tickets=0 if last is None else last.rows,
                duplicates=0 if last is None else last.duplicates,
                results=tuple(results),
                profile=request.profile or None,
                calendar=request.calendar or None,
                choices={**choices, **request.values},
            )
            return audit.run(record_run(new), actor=actor)
        except BaseException:
            _drop_verdicts(connection)
            found.forget_run(connection, run_id.hex)
            raise


def mapping_of(rule: Rule) -> str:
    """The name under which the auditee's limits stand for a clock; empty for other rules."""
    body = rule.body
    return (body.limit.mapping or "") if isinstance(body, Clock) else ""


def limit_tables(rows: Sequence[SlaRow], rules: Sequence[Rule]) -> dict[str, LimitTable]:
    """The auditee's limits as the engine takes them, for the clocks that have a mapping.

    A mapping has a source only if each of its cells has one. Raises UserError ``sla_other_unit``
    for a limit that is given in another kind of unit than the clock counts.
    """
    units = {
        mapping_of(rule): rule.body.limit.unit.value
        for rule in rules
        if isinstance(rule.body, Clock) and mapping_of(rule)
    }
    tables: dict[str, LimitTable] = {}
    for clock, unit in units.items():
        cells = [row for row in rows if row.clock == clock]
        # The closer a cell describes a ticket, the earlier it is looked at; of a category's and
        # a tier's cell the tier's goes first.
        cells.sort(key=lambda row: (-bool(row.category) - bool(row.tier), bool(row.category)))
        if not any(row.limit for row in cells):
            continue
        source = "" if any(row.template for row in cells) else cells[0].source
        listed = tuple(
            LimitRow(_match(row), _in_unit(row.limit, unit) if row.limit else None) for row in cells
        )
        tables[clock] = LimitTable(listed, source)
    return tables


def _match(row: SlaRow) -> tuple[tuple[str, str | bool], ...]:
    match: list[tuple[str, str | bool]] = []
    if row.category:
        match.append(("category_l1", row.category))
    if row.tier:
        match.append(("customer_tier", row.tier))
    return tuple(match)


def _in_unit(limit: str, unit: str) -> float:
    """The number of a limit in the clock's unit."""
    parts = _LIMIT.fullmatch(limit)
    if parts is None:
        raise UserError("sla_bad_limit", limit=limit)
    number, given = float(parts[1]), parts[2]
    if given == unit:
        return number
    if given in _MINUTES and unit in _MINUTES:
        return number * _MINUTES[given] / _MINUTES[unit]
    raise UserError("sla_other_unit", limit=limit, unit=unit)


def _completed(
    session: Session, population_id: uuid.UUID, request: Request
) -> tuple[Request, tuple[SlaRow, ...]]:
    """The request with what the card adds, and the grid of limits."""
    card = load_card(session, population_id)
    asked = request
    if asked.period_from is None and card.period_from is not None:
        asked = replace(asked, period_from=card.period_from)
    if asked.as_of is None:
        told = card.as_of or card.run_at
        if told is not None:
            local = told.astimezone(UTC).replace(tzinfo=None) + timedelta(minutes=asked.offset)
            asked = replace(asked, as_of=local)
    return asked, load_sla(session)


def _settled(connection: Connection, asked: Request) -> tuple[Request, str]:
    """The request with an as-of, worked out once for all rules, and how it is printed."""
    as_of = engine.as_of_of(connection, engine.read_tables(connection), asked)
    local = as_of.at + timedelta(minutes=as_of.offset)
    settled = replace(asked, as_of=local, offset=as_of.offset, keep=VERDICTS)
    return settled, engine.shown_as_of(as_of)


def _drop_verdicts(connection: Connection) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {VERDICTS} CASCADE")


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
    connection: Connection,
    run_id: uuid.UUID,
    rule: RuleResult,
    source: SlaRow | None,
    cells: found.Cells,
) -> NewResult:
    table = f"{VERDICTS}.{quote(rule.table)}" if rule.table else ""
    total = 0
    if table:
        total = found.keep_exceptions(connection, run_id.hex, rule.rule_id, table)
    kept = _stored(connection, run_id, rule) if total else ()
    detail = _detail(rule)
    if table:
        bins = found.histogram(connection, table)
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
        template=rule.template,
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
        slices=_slices(cells, rule, table) if table else {},
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
    cells: found.Cells, rule: RuleResult, table: str
) -> dict[Dimension, tuple[tuple[str | int, ...], ...]]:
    """Breakdowns; numerator and denominator are those of the rule for the part."""
    # A rule that counts what passes has its passes on top (docs/tickets.md, ``rate: pass``).
    counts_passes = (
        rule.numerator == rule.counts.get(Verdict.PASS, 0) != rule.counts.get(Verdict.FAIL, 0)
    )
    shown: dict[Dimension, tuple[tuple[str | int, ...], ...]] = {}
    for dimension, rows in cells.breakdowns(table).items():
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
