"""A clock as steps of SQL: times, pauses, measured value, limit, outcome.

Inside, clocks by instants count microseconds and clocks by dates count days; the limit is
compared in these whole numbers, so that exactly the limit passes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.measure import DAY, MINUTE, Meter, of_day
from auditapp.tickets.clocks.model import QuietMode, Roll, Told, Unit
from auditapp.tickets.expressions.compiling import Piece, local_date
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from datetime import datetime

    from auditapp.tickets.clocks.model import Clock, Extension, Need
    from auditapp.tickets.expressions.compiling import Frame
    from auditapp.tickets.expressions.tree import Node
    from auditapp.tickets.pipeline import Pipeline
    from auditapp.tickets.switches import Choice

_NO_BAD: Final = "false"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The instant up to which the extract tells, and its offset in minutes."""

    at: datetime
    offset: int = 0


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One row of the auditee's limits: values that must match (none = all), and the limit.

    Without ``value`` what matches is measured by none: ``not_applicable``.
    """

    match: tuple[tuple[str, str | bool], ...]
    value: float | None


@dataclass(frozen=True, slots=True)
class LimitTable:
    """The auditee's limits for a mapping; without ``source`` they are a template."""

    rows: tuple[LimitRow, ...]
    source: str = ""


class ClockCompiler:
    """Adds the steps of one clock to a pipeline. ``outcome``: see ``outcome_sql``."""

    def __init__(
        self, clock: Clock, pipeline: Pipeline, as_of: AsOf, table: LimitTable | None
    ) -> None:
        self._clock = clock
        self._pipe = pipeline
        self._as_of = as_of
        self._table = table
        self._unit = clock.limit.unit
        choices = pipeline.choices
        self._roll = clock.roll.of(choices) if clock.roll else Roll.NONE.value
        self._meter = Meter(clock, choices)
        self._quiet = clock.quiet.mode.of(choices) if clock.quiet else QuietMode.NONE.value
        self._same = ""
        self._paused = bool(clock.pauses) and "pauses" in pipeline.tables.columns
        if self._paused and not pipeline.tables.has("pauses", "from"):
            self._paused = False

    @property
    def offsets(self) -> tuple[str, str]:
        """SQL of the offsets of ``from_at`` and ``to_at``."""
        return self._at("from_at").off, self._at("to_at").off

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the result must know."""
        return ("pauses_not_given",) if self._clock.pauses and not self._paused else ()

    # -- steps ---------------------------------------------------------------------------------

    def add_steps(self) -> None:
        """Times, pauses, measured value, limits."""
        self._times()
        if self._paused:
            self._pauses()
        self._measured()
        self._limits()

    def _node(self, choice: Choice[Node]) -> Node:
        return choice.of(self._pipe.choices)

    def _times(self) -> None:
        pipe, clock = self._pipe, self._clock
        frame = pipe.frame()
        columns: list[tuple[str, str]] = []
        offsets = {str(self._as_of.offset)}
        pieces: list[tuple[str, Piece]] = []
        for name, choice in (
            ("start", clock.start),
            ("stop", clock.stop),
            ("restart", clock.restart),
            ("agreed", clock.agreed.at if clock.agreed else clock.limit.at),
        ):
            if choice is None:
                continue
            node = self._node(choice)
            piece = pipe.compile(node, frame)
            pieces.append((name, piece))
            offsets.add(piece.off)
            columns.append((piece.sql, f"{name}_at"))
            columns.append((pipe.bad(node), f"{name}_bad"))
            if name == "stop":
                columns.append((piece.given, "stop_given"))
        if len(offsets) == 1:
            # All times share one offset: it need not be carried along.
            self._same = offsets.pop()
        else:
            columns += [(piece.off, f"{name}_off") for name, piece in pieces]
        pipe.extend("times", "the times of the clock", columns, frame)
        as_of = pipe.params.add(self._as_of.at, "as_of")
        begin, begin_off = "start_at", "start_off"
        if clock.restart is not None:
            end = f"coalesce(stop_at, CAST({as_of} AS TIMESTAMP))"
            anew = f"restart_at > start_at AND restart_at <= {end}"
            begin = f"CASE WHEN {anew} THEN restart_at ELSE start_at END"
            begin_off = f"CASE WHEN {anew} THEN restart_off ELSE start_off END"
        columns = [(begin, "from_at"), (f"coalesce(stop_at, CAST({as_of} AS TIMESTAMP))", "to_at")]
        if not self._same:
            offset = pipe.params.add(self._as_of.offset, "as_of_off")
            columns.append((begin_off, "from_off"))
            columns.append((f"CASE WHEN stop_at IS NULL THEN {offset} ELSE stop_off END", "to_off"))
        pipe.extend(
            "span",
            "from where it runs, and to where: the stop, or as-of while there is none",
            columns,
        )

    def _at(self, name: str, off: str = "") -> Piece:
        """One of the clock's times with its offset."""
        return Piece(name, self._same or off or name.removesuffix("_at") + "_off")

    def _pauses(self) -> None:
        pipe = self._pipe
        source = pipe.tables.name("pauses")
        reasons = [pipe.params.add(it) for it in self._clock.pauses if it != "*"]
        where = f'\n  WHERE p."reason" IN ({", ".join(reasons)})' if reasons else ""
        if reasons and not pipe.tables.has("pauses", "reason"):
            where = "\n  WHERE false"
        end = 'p."to"' if pipe.tables.has("pauses", "to") else "CAST(NULL AS TIMESTAMP)"
        bad = [f'p."{it}__bad"' for it in ("from", "to") if pipe.tables.has("pauses", f"{it}__bad")]
        span = quote(pipe.last)
        pipe.step(
            "pause_rows",
            "pauses of these tickets, inside the span; merged where they overlap",
            f"""  SELECT s.row_no,{"" if self._same else " s.from_off,"}
    {" OR ".join(bad) or _NO_BAD} AS bad,
    p."from" IS NULL AS no_from,
    coalesce({end} < p."from", false) AS turned,
    greatest(p."from", s.from_at) AS begins,
    least(coalesce({end}, s.to_at), s.to_at) AS ends,
    max(least(coalesce({end}, s.to_at), s.to_at)) OVER (
      PARTITION BY s.row_no ORDER BY greatest(p."from", s.from_at)
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM {span} AS s JOIN {source} AS p ON p.ticket_id = s.ticket_id{where}""",
        )
        frame = pipe.frame()
        begins = self._at("greatest(begins, coalesce(before, begins))", "from_off")
        measured = self._meter.between(begins, self._at("ends", "from_off"), frame)
        pipe.step(
            "pause_sums",
            "how much of each ticket's span is paused",
            f"""  SELECT row_no, bool_or(bad) AS pause_bad, bool_or(no_from) AS pause_missing,
    bool_or(turned) AS pause_negative,
    sum({measured}) FILTER (WHERE ends > {begins.sql}) AS paused
  FROM pause_rows{frame.joins.sql}
  GROUP BY row_no""",
        )
        pipe.step(
            "spans",
            "the span with its pauses",
            f"""  SELECT s.*, CAST(coalesce(p.paused, 0) AS BIGINT) AS paused,
    p.pause_bad, p.pause_missing, p.pause_negative
  FROM {span} AS s LEFT JOIN pause_sums AS p USING (row_no)""",
        )

    def _measured(self) -> None:
        pipe, clock = self._pipe, self._clock
        frame = pipe.frame()
        begin, end = self._at("from_at"), self._at("to_at")
        raw = self._meter.between(begin, end, frame)
        counted = f"{raw} - paused" if self._paused else raw
        columns = [(self._meter.with_start_day(counted, begin, frame), "measured")]
        if clock.agreed or clock.limit.at:
            agreed = self._at("agreed_at")
            columns.append((self._meter.plain(begin, end, frame), "measured_plain"))
            columns.append((self._meter.plain(begin, agreed, frame), "agreed_limit"))
        pipe.extend("measured", f"what has passed, in {self._said_unit}", columns, frame)

    @property
    def _said_unit(self) -> str:
        return "days" if self._unit.by_date else "microseconds"

    # -- limits --------------------------------------------------------------------------------

    def _limits(self) -> None:
        pipe, clock = self._pipe, self._clock
        frame = pipe.frame()
        if clock.limit.at is not None:
            columns = [("agreed_limit", "limit_0"), ("agreed_bad", "limit_bad")]
            pipe.extend("limits", "the limit: the instant given", columns, frame)
            self._finish("limit_0", agreed=None)
            return
        sql, bad, none = self._cases(frame)
        columns = [(sql, "limit_0"), (bad, "limit_bad"), (none, "no_limit")]
        pipe.extend("limits", "the limit of each ticket", columns, frame)
        last = "limit_0"
        for number, extension in enumerate(clock.extensions, 1):
            last = self._extension(extension, number, last)
        agreed = None
        if clock.agreed is not None:
            agreed = "agreed_at IS NOT NULL"
            if clock.agreed.when is not None:
                when = pipe.compile(self._node(clock.agreed.when), pipe.frame()).sql
                agreed = f"agreed_at IS NOT NULL AND coalesce({when}, false)"
        self._finish(last, agreed)

    def _size(self, choice: Choice[Node], frame: Frame) -> str:
        """A number of units as whole numbers inside."""
        piece = self._pipe.compile(self._node(choice), frame)
        if self._unit.by_date:
            return f"({piece.sql})"
        return f"CAST(round({piece.sql} * {self._unit.size}) AS BIGINT)"

    def _cases(self, frame: Frame) -> tuple[str, str, str]:
        """(limit, unreadable, the mapping has no row for it) of a ticket."""
        pipe = self._pipe
        if self._table is not None:
            return self._mapped(self._table, frame)
        whens: list[str] = []
        names: set[str] = set()
        whole = "NULL"
        unknown: list[str] = []
        for case in self._clock.limit.cases:
            size = self._size(case.value, frame)
            if case.when is None:
                whole = size
                break
            node = self._node(case.when)
            names |= node.names()
            sql = pipe.compile(node, frame).sql
            # An unknown condition before the one that holds leaves the limit unknown.
            whens.append(f"WHEN {sql} THEN {size} WHEN {sql} IS NULL THEN NULL")
            unknown.append(f"{sql} IS NULL")
        if not whens:
            return whole, _NO_BAD, _NO_BAD
        limit = f"CASE {' '.join(whens)} ELSE {whole} END"
        is_none = _NO_BAD if whole != "NULL" else f"NOT ({' OR '.join(unknown)})"
        return limit, frame.bad(names), is_none

    def _mapped(self, table: LimitTable, frame: Frame) -> tuple[str, str, str]:
        whens: list[str] = []
        nones: list[str] = []
        names = {name for row in table.rows for name, _ in row.match}
        for row in table.rows:
            tests = [
                f"{frame.names[name].sql} = {frame.params.add(value)}" for name, value in row.match
            ]
            test = " AND ".join(tests) or "true"
            whens.append(f"WHEN {test} THEN {self._row_size(row, frame)}")
            nones.append(f"WHEN {test} THEN true")
            if tests:
                # Whether a closer row fits a ticket is not assumed: its limit is then unknown.
                whens.append(f"WHEN ({test}) IS NULL THEN NULL")
                nones.append(f"WHEN ({test}) IS NULL THEN false")
        if not whens:
            return "CAST(NULL AS BIGINT)", _NO_BAD, "true"
        kind = "DOUBLE" if self._unit.by_date else "BIGINT"
        limit = f"CAST(CASE {' '.join(whens)} END AS {kind})"
        return limit, frame.bad(names), f"CASE {' '.join(nones)} ELSE true END"

    def _row_size(self, row: LimitRow, frame: Frame) -> str:
        if row.value is None:
            return "NULL"
        size = row.value if self._unit.by_date else round(row.value * self._unit.size)
        return frame.params.add(size)

    def _extension(self, extension: Extension, number: int, before: str) -> str:
        pipe = self._pipe
        frame = pipe.frame()
        node = self._node(extension.when)
        claimed = pipe.compile(node, frame).sql
        needs = [
            (need.code, self._need(need, before, frame))
            for need in extension.needs.of(pipe.choices)
        ]
        parts = [claimed, *(sql for _, sql in needs)]
        holds, might = (
            " AND ".join(f"coalesce({it}, {unknown})" for it in parts)
            for unknown in ("false", "true")
        )
        longer = f"greatest({before}, {self._size(extension.to, frame)})"
        whens = " ".join(f"WHEN NOT {sql} THEN {pipe.params.add(code)}" for code, sql in needs)
        lacking = f"CASE WHEN {claimed} THEN CASE {whens} END END" if needs else "NULL"
        columns = [
            (f"CASE WHEN {holds} THEN {longer} ELSE {before} END", f"limit_{number}"),
            (f"CASE WHEN {might} AND NOT ({holds}) THEN {longer} END", f"might_{number}"),
            (self._any_bad(node, extension), f"might_bad_{number}"),
            (f"CAST({lacking} AS VARCHAR)", f"lacking_{number}"),
        ]
        pipe.extend(
            f"extension_{number}", "a longer limit, where claimed and proven", columns, frame
        )
        return f"limit_{number}"

    def _any_bad(self, node: Node, extension: Extension) -> str:
        needs = extension.needs.of(self._pipe.choices)
        nodes = [self._node(it) for need in needs for it in (need.that, need.told) if it]
        names = {name for it in (node, *nodes) for name in it.names()}
        return self._pipe.frame().bad(names)

    def _need(self, need: Need, before: str, frame: Frame) -> str:
        """Unknown if it hangs on what has no column, or cannot be read."""
        pipe = self._pipe
        if need.that is not None:
            return pipe.compile(self._node(need.that), frame).sql
        if need.told is None or need.by is None:
            return "true"
        told = pipe.compile(self._node(need.told), frame)
        if need.by.of(pipe.choices) == Told.DECISION:
            return self._told(f"{told.sql} <= to_at", need.told, told, frame)
        passed = self._meter.between(self._at("from_at"), told, frame)
        passed = self._meter.with_start_day(passed, self._at("from_at"), frame)
        rest = " + paused" if self._paused else ""
        return self._told(f"{passed} <= {before}{rest}", need.told, told, frame)

    def _told(self, sql: str, choice: Choice[Node], told: Piece, frame: Frame) -> str:
        """A time that is empty was not told; one without a column, or unreadable, may have been."""
        bad = frame.bad(self._node(choice).names())
        known = f"{told.sql} IS NULL AND {told.given} AND NOT {bad}"
        return f"(CASE WHEN {known} THEN false ELSE {sql} END)"

    def _finish(self, last: str, agreed: str | None) -> None:
        """Roll the last day, take the agreed instant, name what counts."""
        pipe = self._pipe
        if self._roll == Roll.NEXT and self._unit is Unit.CD:
            rest = " + paused" if self._paused else ""
            first = " - 1" if self._meter.start_day_counts else ""
            begins = local_date(self._at("from_at"))
            due = f"({begins} + CAST({last}{rest}{first} AS INTEGER))"
            pipe.extend("due", "the last day", [(due, "due_day")])
            frame = pipe.frame()
            moved = f"({frame.joins.on('due_day')}.next_work - due_day)"
            columns = [(f"({last} + {moved})", "limit_rolled")]
            pipe.extend("rolled", "a last day that is no working day moves on", columns, frame)
            last = "limit_rolled"
        elif self._clock.quiet is not None and self._quiet == QuietMode.ROLL:
            pipe.extend(
                "rolled",
                "a due time in quiet hours moves on",
                [(self._shifted(last), "limit_rolled")],
            )
            last = "limit_rolled"
        if agreed is None:
            net = "measured_plain" if self._clock.limit.at else "measured"
            columns = [(net, "net"), (last, "limit_in")]
        else:
            columns = [
                (f"CASE WHEN {agreed} THEN measured_plain ELSE measured END", "net"),
                (f"CASE WHEN {agreed} THEN agreed_limit ELSE {last} END", "limit_in"),
            ]
        pipe.extend("compared", "what is compared", columns)

    def _shifted(self, last: str) -> str:
        """The limit, longer by what is left of the quiet hours at the due time."""
        quiet = self._clock.quiet
        first, end = (quiet.first, quiet.last) if quiet else (0, 0)
        params = self._pipe.params
        begin, until, day = (params.add(it) for it in (first * MINUTE, end * MINUTE, DAY))
        rest = " + paused" if self._paused else ""
        due = self._at(f"(from_at + to_microseconds({last}{rest}))", "from_off")
        due_time = of_day(due)
        word = "OR" if first > end else "AND"
        left = f"(({until} - {due_time} + {day}) % {day})"
        inside = f"({due_time} >= {begin} {word} {due_time} < {until})"
        never = ""
        if quiet and quiet.except_if is not None:
            sql = self._pipe.compile(self._node(quiet.except_if), self._pipe.frame()).sql
            never = f" AND NOT coalesce({sql}, false)"
        return f"{last} + CASE WHEN {inside}{never} THEN {left} ELSE 0 END"

    # -- outcome -------------------------------------------------------------------------------

    def outcome(self) -> list[tuple[str, str]]:
        """(condition, outcome) in order: the first that holds counts. The rest is running."""
        by_date = self._unit.by_date
        negative = "stop_at < start_at"
        if by_date:
            start, stop = self._at("start_at"), self._at("stop_at")
            negative = f"{local_date(stop)} < {local_date(start)}"
        looks = [
            ("start_bad", "cannot_test unreadable"),
            ("start_at IS NULL", "cannot_test missing"),
            ("stop_bad", "cannot_test unreadable"),
            # Without a column nobody knows whether it ended.
            ("stop_at IS NULL AND NOT stop_given", "cannot_test missing"),
            *self._limit_looks(),
        ]
        if self._paused:
            looks += [
                ("pause_bad", "cannot_test unreadable"),
                ("pause_missing", "cannot_test missing"),
                ("pause_negative", "cannot_test negative"),
            ]
        looks.append((f"stop_at IS NOT NULL AND {negative}", "cannot_test negative"))
        looks.append(("stop_at IS NULL AND to_at < start_at", "running"))
        looks.append(("net IS NULL OR limit_in IS NULL", "cannot_test calendar"))
        for number in range(1, len(self._clock.extensions) + 1):
            might = f"net > limit_in AND net <= might_{number}"
            looks.append((f"{might} AND might_bad_{number}", "cannot_test unreadable"))
            looks.append((might, "cannot_test missing"))
        looks += [
            ("net > limit_in AND stop_at IS NOT NULL", "fail late"),
            ("net > limit_in", "fail open_overdue"),
            ("stop_at IS NOT NULL", "pass"),
        ]
        return looks

    def _limit_looks(self) -> list[tuple[str, str]]:
        if self._clock.limit.at is not None:
            return [
                ("limit_bad", "cannot_test unreadable"),
                ("agreed_at IS NULL", "cannot_test missing"),
            ]
        looks: list[tuple[str, str]] = []
        if self._clock.agreed is not None:
            looks.append(("agreed_bad", "cannot_test unreadable"))
        missing = "limit_0 IS NULL"
        if self._clock.agreed is not None:
            missing += " AND agreed_at IS NULL"
        looks += [
            (f"{missing} AND no_limit", "not_applicable"),
            (f"{missing} AND limit_bad", "cannot_test unreadable"),
            (missing, "cannot_test missing"),
        ]
        return looks

    def value(self) -> tuple[str, str]:
        """SQL of the measured value of ended clocks and of the limit, in the clock's unit."""
        size = self._unit.size
        value = f"CASE WHEN stop_at IS NOT NULL THEN net / {size}.0 END"
        return value, f"limit_in / {size}.0"

    def lacking(self) -> str:
        """SQL: the code of the first need that a claimed extension lacks."""
        names = [f"lacking_{number}" for number in range(1, len(self._clock.extensions) + 1)]
        return f"coalesce({', '.join(names)})" if names else "CAST(NULL AS VARCHAR)"
