"""Runs rules over a population that stands in a DuckDB connection."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.jobs.progress import Progress
from auditapp.tickets.clocks.calendars import FIRST_PLAUSIBLE_YEAR, install
from auditapp.tickets.clocks.compiling import AsOf, LimitTable
from auditapp.tickets.clocks.model import Clock, Roll, Unit
from auditapp.tickets.database import cancelling, columns_of, lock_down, query
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.pipeline import Tables
from auditapp.tickets.results import RunResult
from auditapp.tickets.rules.columns import uses_function
from auditapp.tickets.rules.compiling import Setting
from auditapp.tickets.rules.judging import Judge
from auditapp.tickets.rules.model import RuleKind
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.tickets.clocks.calendars import Calendar
    from auditapp.tickets.database import Connection
    from auditapp.tickets.results import RuleResult
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule

PLANS: Final = frozenset({"due_at", "agreed_reply_at"})
"""Times that are no events: they tell nothing about how far the extract reaches."""
DEFAULT_CALENDAR: Final = "CN"
RESULTS: Final = "results"


@dataclass(frozen=True, slots=True)
class Request:
    """What the user chose for a run.

    ``choices``: switch (or ambiguity id) → option, the others have their defaults. ``values``:
    parameters by ``RULE.name``. ``limits``: the auditee's limits by mapping name. ``as_of`` and
    ``period_from`` are local, ``offset`` (minutes) says where. ``calendar`` replaces that of every
    rule. ``keep`` is the schema in which a table per rule is kept, empty = none is kept.
    ``most_exceptions`` limits how many are listed, None = all.
    """

    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    values: Mapping[str, float] = field(default_factory=dict[str, float])
    limits: Mapping[str, LimitTable] = field(default_factory=dict[str, LimitTable])
    as_of: datetime | None = None
    offset: int = 0
    period_from: date | None = None
    calendar: str = ""
    profile: str = ""
    keep: str = ""
    most_exceptions: int | None = None
    schema: str = "main"
    today: date | None = None


def run(
    connection: Connection,
    rules: Sequence[Rule],
    library: RuleLibrary,
    request: Request | None = None,
    progress: Progress | None = None,
) -> RunResult:
    """Run ``rules`` (reading tests are left out) and return all results.

    The canonical tables stand in ``request.schema``. Raises UserError: ``choice_unknown``,
    ``calendar_unknown``, ``calendar_year_missing``, ``tickets_no_table``; Cancelled.
    """
    asked = request or Request()
    watched = progress or Progress()
    tables = read_tables(connection, asked.schema)
    if "tickets" not in tables.columns:
        raise UserError("tickets_no_table")
    tested = [rule for rule in rules if rule.kind is not RuleKind.READING]
    with cancelling(connection, watched):
        as_of = as_of_of(connection, tables, asked)
        setting = Setting(
            tables,
            as_of,
            choices_of(library, asked.choices),
            _period_from(connection, tables, asked),
            asked.values,
            asked.limits,
        )
        _check_values(tested, asked.values)
        calendars = _Installed(connection, library, as_of.at.year + 1)
        for rule in tested:
            calendars.table(rule, setting, asked.calendar)
        lock_down(connection)
        results: list[RuleResult] = []
        for number, rule in enumerate(tested):
            watched.report(number, len(tested), "tickets.running_rule", rule=rule.id)
            table, calendar = calendars.table(rule, setting, asked.calendar)
            judge = Judge(connection, rule, setting, table, calendar)
            results.append(judge.result(asked.keep, asked.most_exceptions))
        watched.report(len(tested), len(tested))
        source = tables.name("tickets")
        doubled = "count(*) FILTER (WHERE dup)" if tables.has("tickets", "dup") else "0"
        rows = query(connection, f"SELECT count(*), {doubled} FROM {source}")[0]
    used = {name for rule in tested for name in rule.switches}
    return RunResult(
        profile=asked.profile,
        as_of=shown_as_of(as_of),
        choices={name: setting.choices[name] for name in sorted(used)},
        rules=tuple(results),
        rows=int(rows[0]),
        duplicates=int(rows[1]),
    )


def read_tables(connection: Connection, schema: str = "main") -> Tables:
    """Which canonical tables and columns there are."""
    columns: dict[str, frozenset[str]] = {}
    for table in Table:
        found = columns_of(connection, table.value, schema)
        if found:
            columns[table.value] = frozenset(found)
    return Tables(columns, schema, _offsets(connection, Tables(columns, schema)))


def _offsets(connection: Connection, tables: Tables) -> dict[str, int]:
    """The offset of each time that has the same one in all rows."""
    same: dict[str, int] = {}
    for table in Table:
        names = [
            it.column
            for it in fields_of(table)
            if it.kind is Kind.TIME and tables.has(table.value, f"{it.column}__off")
        ]
        if not names:
            continue
        figures = ", ".join(
            f"min({quote(f'{name}__off')}), max({quote(f'{name}__off')})" for name in names
        )
        row = query(connection, f"SELECT {figures} FROM {tables.name(table.value)}")[0]
        for at, name in enumerate(names):
            if row[2 * at] is not None and row[2 * at] == row[2 * at + 1]:
                same[f"{table.value}.{name}"] = int(row[2 * at])
    return same


def choices_of(library: RuleLibrary, asked: Mapping[str, str]) -> dict[str, str]:
    """Every switch with its default or what the user chose; UserError ``choice_unknown``."""
    by_id = {switch.id: name for name, switch in library.switches.items()}
    chosen = {name: switch.default for name, switch in library.switches.items()}
    for name, value in asked.items():
        switch = library.switches.get(by_id.get(name, name))
        if switch is None:
            raise UserError("switch_unknown", name=name, known=", ".join(sorted(chosen)))
        chosen[switch.name] = switch.check(value)
    return chosen


def _check_values(rules: Sequence[Rule], values: Mapping[str, float]) -> None:
    known = {f"{rule.id}.{name}" for rule in rules for name in rule.parameters}
    for name in values:
        if name not in known:
            raise UserError("switch_unknown", name=name, known=", ".join(sorted(known)))


def as_of_of(connection: Connection, tables: Tables, asked: Request) -> AsOf:
    """As-of: what was asked, else the latest event time that is not after today.

    With no such time it is the beginning of today.
    """
    if asked.as_of is not None:
        return AsOf(asked.as_of - timedelta(minutes=asked.offset), asked.offset)
    today = asked.today or datetime.now(UTC).date()
    after = datetime.combine(today + timedelta(days=1), datetime.min.time())
    latest: tuple[datetime, int] | None = None
    for table in (Table.TICKETS, Table.CONTACTS, Table.PAUSES, Table.SURVEYS):
        found = _latest(connection, tables, table, after)
        if found is not None and (latest is None or found[0] > latest[0]):
            latest = found
    if latest is not None:
        return AsOf(*latest)
    return AsOf(datetime.combine(today, datetime.min.time()), 0)


def _latest(
    connection: Connection, tables: Tables, table: Table, after: datetime
) -> tuple[datetime, int] | None:
    """The latest event of a table whose local time is before ``after``, with its offset."""
    columns = [
        (quote(it.column), quote(f"{it.column}__off"))
        for it in fields_of(table)
        if it.kind is Kind.TIME and it.column not in PLANS and tables.has(table.value, it.column)
    ]
    if not columns:
        return None
    source = tables.name(table.value)
    figures = ", ".join(
        f"max({column}) FILTER (WHERE {column} + to_minutes({off}) < $after)"
        for column, off in columns
    )
    row = query(connection, f"SELECT {figures} FROM {source}", {"after": after})[0]
    found = [(at, column, off) for at, (column, off) in zip(row, columns, strict=True) if at]
    if not found:
        return None
    at, column, off = max(found)
    (minutes,) = query(
        connection, f"SELECT max({off}) FROM {source} WHERE {column} = $at", {"at": at}
    )[0]
    return at, int(minutes or 0)


def shown_as_of(as_of: AsOf) -> str:
    """Local ISO text: a date where the time of day is 00:00:00, else date and time."""
    wall = as_of.at + timedelta(minutes=as_of.offset)
    if wall == datetime.combine(wall.date(), datetime.min.time()):
        return wall.date().isoformat()
    return wall.isoformat()


def _period_from(connection: Connection, tables: Tables, asked: Request) -> datetime | None:
    """The instant from which the extract is whole: as stated, else the day of its first ticket."""
    if asked.period_from is not None:
        start = datetime.combine(asked.period_from, datetime.min.time())
        return start - timedelta(minutes=asked.offset)
    if not tables.has("tickets", "received_at"):
        return None
    off = "received_at__off" if tables.has("tickets", "received_at__off") else "0"
    sql = (
        f"SELECT min(received_at), arg_min({off}, received_at) FROM {tables.name('tickets')} "
        "WHERE received_at >= $first"
    )
    at, minutes = query(connection, sql, {"first": datetime(FIRST_PLAUSIBLE_YEAR, 1, 1)})[0]  # noqa: DTZ001
    if at is None:
        return None
    shift = timedelta(minutes=int(minutes))
    return datetime.combine((at + shift).date(), datetime.min.time()) - shift


class _Installed:
    """The calendars of a run, each written into the database once."""

    def __init__(self, connection: Connection, library: RuleLibrary, last_year: int) -> None:
        self._connection = connection
        self._library = library
        self._last_year = last_year
        self._tables: dict[str, tuple[str, Calendar]] = {}

    def table(self, rule: Rule, setting: Setting, asked: str) -> tuple[str, Calendar | None]:
        """The table and the calendar of a rule; ("", None) if it counts no working days."""
        if not needs_calendar(rule, setting.choices):
            return "", None
        name = asked or rule.calendar or DEFAULT_CALENDAR
        known = self._tables.get(name)
        if known is None:
            calendar = self._library.calendars.get(name, self._last_year)
            known = (f"calendar_{name}", calendar)
            install(self._connection, calendar, known[0])
            self._tables[name] = known
        return known


def needs_calendar(rule: Rule, choices: Mapping[str, str]) -> bool:
    """Whether a rule counts working days, under these choices or those printed beside."""
    variants: list[Mapping[str, str]] = [{}, *rule.beside]
    for variant in variants:
        chosen = {**choices, **variant}
        if uses_function(rule, chosen, "working_days"):
            return True
        body = rule.body
        if isinstance(body, Clock):
            if body.limit.unit in (Unit.WD, Unit.WMIN):
                return True
            if body.roll is not None and body.roll.of(chosen) == Roll.NEXT:
                return True
    return False
