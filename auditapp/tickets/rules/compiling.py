"""A rule as one readable statement: a row per ticket with verdict, reason, detail and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.tickets.clocks.compiling import AsOf, ClockCompiler, LimitTable
from auditapp.tickets.clocks.model import Clock
from auditapp.tickets.expressions.compiling import Piece, local
from auditapp.tickets.expressions.tree import Type
from auditapp.tickets.fields import Table
from auditapp.tickets.pipeline import Pipeline, Tables, table_columns
from auditapp.tickets.rules.columns import used_chosen, used_names, uses_function
from auditapp.tickets.rules.let_steps import add_lets, span_start
from auditapp.tickets.rules.model import Clusters, Condition, Fairness, Ratio, SpanUnit
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from auditapp.tickets.expressions.tree import Literal, Node
    from auditapp.tickets.rules.model import Coded, Rule, Span
    from auditapp.tickets.switches import Choice

Looks = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run fixes for all rules.

    ``period_from`` is the instant (UTC) from which the extract is whole; ``values`` are the
    parameters the user set, by ``RULE.name``; ``limits`` the auditee's limits by mapping name.
    """

    tables: Tables
    as_of: AsOf
    choices: Mapping[str, str]
    period_from: datetime | None = None
    values: Mapping[str, float] = field(default_factory=dict[str, float])
    limits: Mapping[str, LimitTable] = field(default_factory=dict[str, LimitTable])


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement, ready to run, and what it measures."""

    sql: str
    pipeline: Pipeline
    unit: str
    limit: str
    template: bool
    notes: tuple[str, ...]
    counts: tuple[str, ...] = ()
    missing_parameters: tuple[str, ...] = ()
    offsets: tuple[str, str] = ("0", "0")


def chosen_of(rule: Rule, setting: Setting) -> tuple[dict[str, Literal], tuple[str, ...]]:
    """What ``$`` names stand for in a rule, and the used parameters without value."""
    chosen: dict[str, Literal] = {name: setting.choices[name] for name in rule.switches}
    used = used_chosen(rule, setting.choices, mapped=limits_of(rule, setting) is not None)
    gone: list[str] = []
    for name, parameter in rule.parameters.items():
        value = setting.values.get(f"{rule.id}.{name}", parameter.value)
        chosen[name] = value
        if value is None and name in used:
            gone.append(name)
    return chosen, tuple(gone)


def limits_of(rule: Rule, setting: Setting) -> LimitTable | None:
    """The auditee's limits for a clock with a mapping, None if there are none."""
    if not isinstance(rule.body, Clock) or not rule.body.limit.mapping:
        return None
    return setting.limits.get(rule.body.limit.mapping)


def is_template(rule: Rule, setting: Setting) -> bool:
    """Whether the numbers of a rule have no source at this auditee.

    They have one when ``source_force`` (A-15) says own procedure, and limits also when the
    auditee's table names its source.
    """
    own = "source_force" in rule.switches and setting.choices["source_force"] != "template"
    limits = isinstance(rule.body, Clock) and rule.body.limit.template
    table = limits_of(rule, setting)
    if table is not None:
        limits = not table.source
        return limits or (rule.template and not own)
    return not own and (rule.template or limits)


def compile_rule(rule: Rule, setting: Setting, calendar: str) -> Compiled:
    """The statement of a clock, condition or ratio, or the rows that clusters build on.

    ``calendar`` is the table of working days, empty if the rule has none.
    """
    chosen, gone = chosen_of(rule, setting)
    days = any(uses_function(rule, setting.choices, it) for it in ("hour", "time_between"))
    pipe = Pipeline(setting.tables, calendar, chosen, setting.choices, days=days)
    table = limits_of(rule, setting)
    matched = {name for row in table.rows for name, _ in row.match} if table else set[str]()
    _base(rule, pipe, matched)
    add_lets(rule, pipe)
    looks: Looks = []
    if rule.over.value not in setting.tables.columns:
        looks.append(("true", "cannot_test missing"))
    _applies(rule, pipe, looks)
    for name in rule.needs.fields:
        column = pipe.names[name]
        bad = " OR ".join(column.bad) or "false"
        looks.append((f"{column.sql} IS NULL AND {bad}", "cannot_test unreadable"))
        looks.append((f"{column.sql} IS NULL", "cannot_test missing"))
    builder = _Builder(rule, pipe, setting, looks)
    return builder.build(gone)


def _base(rule: Rule, pipe: Pipeline, more: set[str]) -> None:
    wanted = used_names(rule, pipe.choices) | more
    over = rule.over
    source = pipe.tables.name(over.value)
    own, selected = table_columns(over, wanted, pipe.tables, days=pipe.days)
    pipe.names.update(own)
    if over is Table.TICKETS:
        columns = "".join(f", {quote(column)}" for column, _ in selected if column != "ticket_id")
        pipe.step(
            "base",
            "the rows of the population with the fields that this rule needs",
            f"  SELECT row_no, ticket_id{columns}\n  FROM {source}",
        )
        return
    if over.value not in pipe.tables.columns:
        theirs, _ = table_columns(Table.TICKETS, wanted, Tables({}), "ticket.")
        pipe.names.update(theirs)
        source = pipe.tables.name(Table.TICKETS.value)
        said = f"every ticket: the table {over.value} was not given"
        pipe.step("base", said, f"  SELECT row_no, ticket_id\n  FROM {source}")
        return
    theirs, joined = table_columns(Table.TICKETS, wanted, pipe.tables, "ticket.", days=pipe.days)
    pipe.names.update(theirs)
    columns = "".join(f", s.{quote(column)}" for column, _ in selected if column != "ticket_id")
    columns += "".join(f", t.{quote(column)} AS {quote(alias)}" for column, alias in joined)
    tickets = pipe.tables.name("tickets")
    pipe.step(
        "base",
        "the rows of the side table with their tickets (of a doubled id the first)",
        f"  SELECT s.row_no, s.ticket_id{columns}\n"
        f"  FROM {source} AS s LEFT JOIN {tickets} AS t ON t.ticket_id = s.ticket_id AND NOT t.dup",
    )


def _applies(rule: Rule, pipe: Pipeline, looks: Looks) -> None:
    if rule.applies_if is None:
        return
    node = rule.applies_if.of(pipe.choices)
    frame = pipe.frame()
    sql = pipe.compile(node, frame).sql
    pipe.extend(
        "scope",
        "whether the rule applies",
        [(sql, "applies"), (pipe.bad(node), "applies_bad")],
        frame,
    )
    looks.append(("NOT applies", "not_applicable"))
    looks.append(("applies IS NULL AND applies_bad", "cannot_test unreadable"))
    looks.append(("applies IS NULL", "cannot_test missing"))


class _Builder:
    def __init__(self, rule: Rule, pipe: Pipeline, setting: Setting, looks: Looks) -> None:
        self._rule = rule
        self._pipe = pipe
        self._setting = setting
        self._looks = looks
        self._unit = ""
        self._limit = ""
        self._template = is_template(rule, setting)
        self._notes: tuple[str, ...] = ()
        self._value = ("CAST(NULL AS DOUBLE)", "CAST(NULL AS DOUBLE)")
        self._detail = "CAST(NULL AS VARCHAR)"
        self._counts: tuple[str, ...] = ()
        self._offsets = ("0", "0")

    def build(self, gone: tuple[str, ...]) -> Compiled:
        body = self._rule.body
        if isinstance(body, Clock):
            self._clock(body)
        elif isinstance(body, Condition):
            self._condition(body)
        elif isinstance(body, Ratio):
            self._ratio(body)
        elif isinstance(body, Clusters):
            self._clusters(body)
        elif isinstance(body, Fairness):
            self._fairness(body)
        if gone:
            self._looks = [("true", "cannot_test parameter")]
        self._follow_up()
        self._judge()
        pipe = self._pipe
        return Compiled(
            pipe.text(self._head(), self._final()),
            pipe,
            self._unit,
            self._limit,
            self._template,
            self._notes,
            self._counts,
            gone,
            self._offsets,
        )

    def _head(self) -> list[str]:
        rule = self._rule
        lines = [f"{rule.id} version {rule.version}: {rule.name.en}"]
        used = {name: self._pipe.choices[name] for name in rule.switches}
        if used:
            lines.append("choices: " + ", ".join(f"{k} = {v}" for k, v in sorted(used.items())))
        return lines

    def _judge(self) -> None:
        cases = "\n".join(f"      WHEN {sql} THEN '{said}'" for sql, said in self._looks)
        rest = "running" if isinstance(self._rule.body, Clock) else "pass"
        case = f"CASE\n{cases}\n      ELSE '{rest}'\n    END" if cases else f"'{rest}'"
        details = [self._detail]
        frame = self._pipe.frame()
        for coded in self._rule.details:
            sql = self._pipe.compile(coded.when.of(self._pipe.choices), frame).sql
            code = self._pipe.params.add(coded.code)
            details.append(f"CASE WHEN {sql} THEN {code} END")
        columns = [(case, "outcome"), (f"coalesce({', '.join(details)})", "noted")]
        columns += [(self._value[0], "value"), (self._value[1], "limit_value")]
        self._pipe.extend("judged", "the first of these that holds", columns, frame)
        tested = "NOT (outcome = 'not_applicable' OR starts_with(outcome, 'cannot_test'))"
        said = "details of those that were tested"
        self._pipe.extend("noting", said, [(f"CASE WHEN {tested} THEN noted END", "detail")])

    def _final(self) -> str:
        counts = "".join(f", {quote(name)}" for name in self._counts)
        last = quote(self._pipe.last)
        return f"SELECT row_no, outcome, detail, value, limit_value{counts}\nFROM {last}"

    # -- kinds ---------------------------------------------------------------------------------

    def _clock(self, clock: Clock) -> None:
        table = limits_of(self._rule, self._setting)
        compiler = ClockCompiler(clock, self._pipe, self._setting.as_of, table)
        compiler.add_steps()
        self._looks += compiler.outcome()
        self._value = compiler.value()
        self._detail = compiler.lacking()
        self._notes = compiler.notes
        self._offsets = compiler.offsets
        self._unit = clock.limit.unit.value
        self._limit = self._rule.limit_text or _limit_text(clock, table, self._pipe)

    def _condition(self, body: Condition) -> None:
        pipe = self._pipe
        frame = pipe.frame()
        columns: list[tuple[str, str]] = []
        fails: list[tuple[str, str, bool]] = []
        nodes: list[Node] = []
        if body.pass_if is not None:
            node = body.pass_if.of(pipe.choices)
            nodes.append(node)
            columns.append((f"NOT {pipe.compile(node, frame).sql}", "fail_1"))
            fails.append(("fail_1", "not_met", False))
        for number, coded in enumerate(body.fail_if, 1):
            node = coded.when.of(pipe.choices)
            nodes.append(node)
            columns.append((pipe.compile(node, frame).sql, f"fail_{number}"))
            fails.append((f"fail_{number}", coded.code, coded.history))
        bads = frame.bad({name for node in nodes for name in node.names()})
        columns.append((bads, "fail_bad"))
        if body.value is not None:
            columns.append((self._pipe.compile(body.value.of(pipe.choices), frame).sql, "measure"))
            self._value = ("CAST(measure AS DOUBLE)", self._value[1])
            self._unit = body.value_unit
        pipe.extend("tested", "what must not be", columns, frame)
        window = self._window()
        early = " OR ".join(it for it in (window, self._too_early()) if it)
        for name, code, needs_history in fails:
            if needs_history and early:
                self._looks.append((f"{name} AND ({early})", "cannot_test window"))
            self._looks.append((name, f"fail {code}"))
        unknown = " OR ".join(f"{name} IS NULL" for name, _, _ in fails)
        self._looks.append((f"({unknown}) AND fail_bad", "cannot_test unreadable"))
        self._looks.append((unknown, "cannot_test missing"))
        if window:
            self._looks.append((window, "cannot_test window"))

    def _ratio(self, body: Ratio) -> None:
        pipe = self._pipe
        frame = pipe.frame()
        columns: list[tuple[str, str]] = []
        names: set[str] = set()
        for name, choice in body.counts.items():
            node = choice.of(pipe.choices)
            names |= node.names()
            columns.append((pipe.compile(node, frame).sql, f"n_{name}"))
        columns.append((frame.bad(names), "count_bad"))
        pipe.extend("counted", "in which counts a ticket is", columns, frame)
        self._counts = tuple(f"n_{name}" for name in body.counts)
        first, *others = self._counts
        self._looks.append((first, "fail counted"))
        if others:
            self._looks.append((" OR ".join(others), "pass"))
        unknown = " OR ".join(f"{name} IS NULL" for name in self._counts)
        self._looks.append((f"({unknown}) AND count_bad", "cannot_test unreadable"))
        self._looks.append((unknown, "cannot_test missing"))
        self._looks.append(("true", "not_applicable"))

    def _clusters(self, body: Clusters) -> None:
        """The rows that clusters are found in; who is in one is judged afterwards."""
        pipe = self._pipe
        for name in (body.cause, body.unit, body.time):
            column = pipe.names[name]
            bad = " OR ".join(column.bad) or "false"
            self._looks.append((f"{column.sql} IS NULL AND {bad}", "cannot_test unreadable"))
            self._looks.append((f"{column.sql} IS NULL", "cannot_test missing"))
        frame = pipe.frame()
        at = pipe.names[body.time]
        treated = pipe.compile(body.treated_if.of(pipe.choices), frame).sql
        columns = [
            (pipe.names[body.cause].sql, "cause"),
            (pipe.names[body.unit].sql, "cell"),
            (local(Piece(at.sql, at.off)), "wall"),
            (f"coalesce({treated}, false)", "treated"),
        ]
        pipe.extend("clustered", "cause, unit, local time, and whether it was treated", columns)
        self._counts = ("cause", "cell", "wall", "treated")

    def _fairness(self, body: Fairness) -> None:
        """The rows that are compared: group, strata, measures. No ticket passes or fails."""
        pipe = self._pipe
        frame = pipe.frame()
        node = body.group.of(pipe.choices)
        columns = [(pipe.compile(node, frame).sql, "in_group"), (pipe.bad(node), "group_bad")]
        columns += [
            (f"CAST({pipe.names[name].sql} AS VARCHAR)", f"s_{name}") for name in body.strata
        ]
        for measure in body.measures:
            sql = pipe.compile(measure.value.of(pipe.choices), frame).sql
            columns.append((f"CAST({sql} AS DOUBLE)", f"m_{measure.id}"))
        pipe.extend("compared", "group, strata and what is measured", columns, frame)
        self._counts = (
            "in_group",
            *(f"s_{name}" for name in body.strata),
            *(f"m_{it.id}" for it in body.measures),
        )
        self._looks.append(("in_group IS NULL AND group_bad", "cannot_test unreadable"))
        self._looks.append(("in_group IS NULL", "cannot_test missing"))
        self._looks.append(("true", "not_applicable"))

    # -- windows -------------------------------------------------------------------------------

    def _span(self, choice: Choice[Span]) -> Span:
        return choice.of(self._pipe.choices)

    def _window(self) -> str:
        """SQL: the extract does not reach back far enough for this ticket; empty = no matter."""
        history = self._rule.needs.history
        if history is None or self._setting.period_from is None:
            return ""
        name, span = history[0], self._span(history[1])
        pipe = self._pipe
        column = pipe.names[name]
        begin = self._setting.period_from
        if span.unit is SpanUnit.CALENDAR_MONTH:
            wall = local(Piece(column.sql, column.off))
            start = f"CAST({pipe.params.add(begin, 'period_from')} AS TIMESTAMP)"
            return f"date_trunc('month', {wall}) < {local(Piece(start, column.off))}"
        before = span_start(column.sql, span, pipe)
        if before is None:
            return ""
        return f"{before} < CAST({pipe.params.add(begin, 'period_from')} AS TIMESTAMP)"

    def _too_early(self) -> str:
        """SQL: as-of comes too early for this ticket; empty = no matter."""
        follow = self._rule.needs.follow_up
        if follow is None:
            return ""
        pipe = self._pipe
        after = span_start(pipe.names[follow[0]].sql, self._span(follow[1]), pipe, ahead=True)
        if after is None:
            return ""
        return f"{after} > CAST({pipe.params.add(self._setting.as_of.at, 'as_of')} AS TIMESTAMP)"

    def _follow_up(self) -> None:
        early = self._too_early()
        if early and self._looks:
            self._looks.append((early, "cannot_test window"))


def _limit_text(clock: Clock, table: LimitTable | None, pipe: Pipeline) -> str:
    """The limits as the command line writes them: ``15/30/60min``."""
    if clock.limit.at is not None:
        node = clock.limit.at.of(pipe.choices)
        return str(node.value)
    if table is not None:
        numbers = [row.value for row in table.rows if row.value is not None]
    else:
        cases = [(it.value.of(pipe.choices), it.when is None) for it in clock.limit.cases]
        cases += [(it.to.of(pipe.choices), True) for it in clock.extensions]
        found = [(_number(node, pipe), always) for node, always in cases]
        # No number, or a 0 that is tested for: none is laid down.
        numbers = [it for it, always in found if it == it and (it or always)]
        if not numbers:
            return ""
    shown = "/".join(f"{number:g}" for number in dict.fromkeys(numbers))
    return f"{shown}{clock.limit.unit.value}"


def _number(node: Node, pipe: Pipeline) -> float:
    value = node.value
    if node.type is Type.NUMBER and isinstance(value, str):
        value = pipe.chosen.get(value)
    try:
        return float(value) if value is not None else float("nan")
    except ValueError:
        return float("nan")


def coded_names(rule: Rule) -> tuple[str, ...]:
    """All reason and detail codes that a rule itself names."""
    body = rule.body
    coded: tuple[Coded, ...] = body.fail_if if isinstance(body, Condition) else ()
    return tuple(it.code for it in (*coded, *rule.details))
