"""One rule over the population: its rows, then the figures over them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import Verdict
from auditapp.errors import UserError
from auditapp.tickets.clocks.calendars import FIRST_PLAUSIBLE_YEAR
from auditapp.tickets.clocks.model import Clock
from auditapp.tickets.database import query
from auditapp.tickets.expressions.compiling import (
    Column,
    Frame,
    Joins,
    Piece,
    compile_sql,
    local,
)
from auditapp.tickets.expressions.tree import Type
from auditapp.tickets.fields import Table
from auditapp.tickets.results import Beside, Extra, RuleResult, ValueStats
from auditapp.tickets.rules.clusters import find_clusters
from auditapp.tickets.rules.columns import uses_function
from auditapp.tickets.rules.compiling import Compiled, Setting, chosen_of, compile_rule
from auditapp.tickets.rules.fairness import compare_groups
from auditapp.tickets.rules.model import Clusters, Fairness, Ratio
from auditapp.tickets.sql import Params, quote

if TYPE_CHECKING:
    from auditapp.tickets.clocks.calendars import Calendar
    from auditapp.tickets.database import Connection
    from auditapp.tickets.expressions.tree import Literal, Node
    from auditapp.tickets.rules.model import Rule

ROWS: Final = "rule_rows"
"""A row per ticket: row_no, outcome (verdict and reason), detail, value, limit_value."""
JUDGED: Final = "(outcome = 'pass' OR starts_with(outcome, 'fail '))"


class Judge:
    """Runs one rule and reads its figures."""

    def __init__(
        self,
        connection: Connection,
        rule: Rule,
        setting: Setting,
        table: str,
        calendar: Calendar | None,
    ) -> None:
        self._connection = connection
        self._rule = rule
        self._setting = setting
        self._table = table
        self._calendar = calendar

    def result(self, keep: str, most: int | None) -> RuleResult:
        """The whole result; ``keep`` is a schema for the rows, empty = they are dropped."""
        rule, setting = self._rule, self._setting
        compiled = compile_rule(rule, setting, self._table)
        self._fill(compiled)
        self._check_calendar(compiled)
        extra = Extra()
        sql, shown = compiled.sql, compiled.pipeline.params.shown(compiled.sql)
        if isinstance(rule.body, Clusters):
            chosen, _ = chosen_of(rule, setting)
            shown |= {name: chosen[name] for name in rule.parameters}
            extra, more = find_clusters(self._connection, ROWS, rule.body, chosen)
            sql += "\n" + more
        elif isinstance(rule.body, Fairness):
            extra, more = compare_groups(self._connection, ROWS, rule.body)
            sql += "\n" + more
        counts, reasons, details = self._tallies(f"SELECT outcome, detail FROM {ROWS}", {})
        numerator, denominator, rate = self._rate(counts, compiled)
        result = RuleResult(
            rule_id=rule.id,
            version=rule.version,
            kind=rule.kind.value,
            name=rule.name,
            clauses=rule.clauses,
            force=rule.force,
            limit=compiled.limit,
            counts=counts,
            reasons=reasons,
            details=details,
            numerator=numerator,
            denominator=denominator,
            rate=rate,
            value=self._stats(compiled.unit),
            exceptions=(),
            sql=sql,
            sql_params=shown,
            template=compiled.template,
            severity=rule.severity,
            choices={name: setting.choices[name] for name in rule.switches},
            notes=(*compiled.notes, *(f"parameter:{it}" for it in compiled.missing_parameters)),
            extra=extra,
            names=rule.names,
        )
        result = self._with_threshold(result)
        result = self._with_exceptions(result, most)
        if keep:
            result = replace(result, table=self._keep(keep))
        return replace(result, beside=tuple(self._beside(it) for it in rule.beside))

    def _fill(self, compiled: Compiled) -> None:
        self._connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {ROWS} AS\n{compiled.sql}",
            compiled.pipeline.params.of(compiled.sql),
        )

    def _tallies(
        self, rows: str, params: dict[str, Any]
    ) -> tuple[dict[Verdict, int], dict[str, int], dict[str, int]]:
        counts = dict.fromkeys(Verdict, 0)
        reasons: dict[str, int] = {}
        details: dict[str, int] = {}
        sql = f"SELECT outcome, detail, count(*) FROM ({rows}) GROUP BY ALL ORDER BY ALL"
        for outcome, detail, number in query(self._connection, sql, params):
            verdict, _, reason = str(outcome).partition(" ")
            counts[Verdict(verdict)] += int(number)
            if reason:
                reasons[reason] = reasons.get(reason, 0) + int(number)
            if detail:
                details[detail] = details.get(detail, 0) + int(number)
        return counts, dict(sorted(reasons.items())), dict(sorted(details.items()))

    def _rate(
        self, counts: dict[Verdict, int], compiled: Compiled
    ) -> tuple[int, int, float | None]:
        if isinstance(self._rule.body, Ratio):
            return self._ratio(self._rule.body, compiled)
        part = counts[Verdict.PASS if self._rule.rate_of_pass else Verdict.FAIL]
        whole = counts[Verdict.PASS] + counts[Verdict.FAIL]
        return part, whole, part / whole if whole else None

    def _ratio(self, body: Ratio, compiled: Compiled) -> tuple[int, int, float | None]:
        names = {
            name: Column(
                f"CAST(count(*) FILTER (WHERE {quote(f'n_{name}')}) AS DOUBLE)", Type.NUMBER
            )
            for name in body.counts
        }
        if compiled.missing_parameters:
            return 0, 0, None
        params = Params()
        frame = Frame(names, compiled.pipeline.chosen, params, Joins(""))
        formula = body.formula.of(self._setting.choices)
        upper, lower = (
            compile_sql(it, frame).sql for it in (formula.numerator, formula.denominator)
        )
        sql = f"SELECT {upper}, {lower} FROM {ROWS} WHERE {JUDGED}"
        part, whole = query(self._connection, sql, params.values)[0]
        rate = None if not whole else float(part) * body.factor / float(whole)
        return round(part or 0), round(whole or 0), rate

    def _stats(self, unit: str) -> ValueStats | None:
        if not unit:
            return None
        row = query(
            self._connection,
            f"SELECT count(value), min(value), quantile_cont(value, [0.5, 0.9, 0.95]), avg(value), "
            f"max(value) FROM {ROWS} WHERE {JUDGED} AND value IS NOT NULL",
        )[0]
        number, least, quantiles, mean, most = row
        middle: list[Any] = list(quantiles) if quantiles else [None, None, None]
        return ValueStats(unit, int(number), least, middle[0], mean, middle[1], middle[2], most)

    def _with_threshold(self, result: RuleResult) -> RuleResult:
        threshold = self._rule.threshold
        if threshold is None:
            return result
        value = self._number(threshold.value.of(self._setting.choices))
        if value is None:
            return replace(result, threshold="", met=None)
        sign = ">=" if threshold.at_least else "<="
        met = None
        if result.rate is not None:
            met = result.rate >= value if threshold.at_least else result.rate <= value
        shown = f"{sign}{value:g}"
        return replace(result, threshold=shown, met=met, limit=result.limit or shown)

    def _number(self, node: Node) -> float | None:
        """The value of arithmetic over ``$`` values."""
        chosen: dict[str, Literal] = chosen_of(self._rule, self._setting)[0]
        params = Params()
        sql = compile_sql(node, Frame({}, chosen, params)).sql
        found = query(self._connection, f"SELECT CAST({sql} AS DOUBLE)", params.values)[0][0]
        return None if found is None else float(found)

    def _with_exceptions(self, result: RuleResult, most: int | None) -> RuleResult:
        if result.counts[Verdict.FAIL] == 0:
            return result
        limit = "" if most is None else f" LIMIT {int(most)}"
        tables = self._setting.tables
        given = self._rule.over.value in tables.columns
        source = tables.name(self._rule.over.value if given else Table.TICKETS.value)
        rows = query(
            self._connection,
            f"SELECT coalesce(s.ticket_id, CAST(row_no AS VARCHAR)) FROM "
            f"(SELECT row_no FROM {ROWS} WHERE starts_with(outcome, 'fail ') "
            f"ORDER BY row_no{limit}) JOIN {source} AS s USING (row_no) ORDER BY row_no",
        )
        exceptions = tuple(str(row[0]) for row in rows)
        left = result.counts[Verdict.FAIL] - len(exceptions)
        return replace(result, exceptions=exceptions, exceptions_left=left)

    def _keep(self, schema: str) -> str:
        """Rows of a side table are kept under the row of their ticket."""
        table, number, joined = self._rule.id, "r.row_no", ""
        tables = self._setting.tables
        if self._rule.over is not Table.TICKETS and self._rule.over.value in tables.columns:
            number = "t.row_no"
            joined = (
                f" JOIN {tables.name(self._rule.over.value)} AS s USING (row_no)"
                f" JOIN {tables.name('tickets')} AS t ON t.ticket_id = s.ticket_id AND NOT t.dup"
            )
        self._connection.execute(f"CREATE SCHEMA IF NOT EXISTS {quote(schema)}")
        self._connection.execute(
            f"CREATE OR REPLACE TABLE {quote(schema)}.{quote(table)} AS "
            f"SELECT {number} AS row_no, split_part(outcome, ' ', 1) AS verdict, "
            f"split_part(outcome, ' ', 2) AS reason, detail, value, limit_value "
            f"FROM {ROWS} AS r{joined}"
        )
        return table

    def _beside(self, variant: Any) -> Beside:
        chosen = {str(name): str(option) for name, option in variant.items()}
        setting = replace(self._setting, choices={**self._setting.choices, **chosen})
        other = Judge(self._connection, self._rule, setting, self._table, self._calendar)
        compiled = compile_rule(self._rule, setting, self._table)
        rows = f"SELECT outcome, detail FROM ({compiled.sql})"
        params = compiled.pipeline.params.of(compiled.sql)
        if isinstance(self._rule.body, Ratio):
            other._fill(compiled)
            rows, params = f"SELECT outcome, detail FROM {ROWS}", {}
        counts, _, _ = other._tallies(rows, params)
        return Beside(chosen, *other._rate(counts, compiled))

    def _check_calendar(self, compiled: Compiled) -> None:
        """A year without table is refused, unless it cannot be right anyway."""
        if self._calendar is None:
            return
        clock = isinstance(self._rule.body, Clock)
        reason = "calendar" if clock else "missing"
        found = query(
            self._connection,
            f"SELECT count(*) FROM {ROWS} WHERE outcome = $outcome",
            {"outcome": f"cannot_test {reason}"},
        )
        if found[0][0] == 0:
            return
        first, last = self._calendar.span
        ahead = self._setting.as_of.at.year + 1
        years = self._years(compiled) if clock else self._years_of_fields(compiled)
        gone = [
            year
            for year in sorted(years)
            if FIRST_PLAUSIBLE_YEAR <= year <= ahead and not first <= year <= last
        ]
        if gone:
            shown = ", ".join(str(year) for year in gone)
            raise UserError("calendar_year_missing", calendar=self._calendar.id, years=shown)

    def _years(self, compiled: Compiled) -> set[int]:
        pipe = compiled.pipeline
        begins, ends = compiled.offsets
        final = (
            f"SELECT DISTINCT year({local(Piece('from_at', begins))}), "
            f"year({local(Piece('to_at', ends))}) "
            f"FROM {quote(pipe.last)} WHERE outcome = 'cannot_test calendar'"
        )
        sql = pipe.text((), final)
        rows = query(self._connection, sql, pipe.params.of(sql))
        return {int(year) for row in rows for year in row if year is not None}

    def _years_of_fields(self, compiled: Compiled) -> set[int]:
        if not uses_function(self._rule, self._setting.choices, "working_days"):
            return set()
        pipe = compiled.pipeline
        times = [it.sql for it in pipe.names.values() if it.type is Type.TIME]
        years = ", ".join(f"year({sql})" for sql in times) or "NULL"
        final = (
            f"SELECT DISTINCT unnest([{years}]) FROM {quote(pipe.last)} "
            "WHERE outcome = 'cannot_test missing'"
        )
        sql = pipe.text((), final)
        rows = query(self._connection, sql, pipe.params.of(sql))
        return {int(row[0]) for row in rows if row[0] is not None}
