"""Read a source file into a canonical table: the one way in for command line and window.

All or nothing: the tables appear together at the end, or none does.
"""

from __future__ import annotations

import contextlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from auditapp.tickets import folding, normalise, pseudonyms
from auditapp.tickets.fields import FIELDS, Kind, Table
from auditapp.tickets.mapping import ColumnMapping, checked, parse, places
from auditapp.tickets.reading.dates import (
    FIRST_YEAR,
    DateRules,
    TimePlan,
    columns_sql,
    plain_format,
    plan_times,
)
from auditapp.tickets.reading.loading import STAGE, Loaded, Refusal
from auditapp.tickets.reading.source import ReadOptions, Source, opened
from auditapp.tickets.reading.statements import disk_full_said, rows
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from pathlib import Path

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection
    from auditapp.tickets.mapping import MappedField

_EVENTS: Final = "reader_events"


@dataclass(frozen=True, slots=True)
class DateChoice:
    """In which order the dates of a column were read, and what decided it.

    ``decided_by`` is ``contents`` or ``given``; ``unreadable`` counts its values that could not
    be read.
    """

    order: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read. ``rows_read`` = ``rows_kept`` + refused; blank rows are not rows.

    ``tickets`` is less than ``rows_kept`` only where events were folded. ``duplicates`` are rows
    with an id seen before; ``bad`` counts unreadable values by field; ``values`` says what written
    values were taken for, ``unknown`` which of a closed set of codes meant none.
    """

    path: str
    sha256: str
    size: int
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    header_row: int
    columns: tuple[str, ...]
    mapping: ColumnMapping
    rows_read: int
    rows_kept: int
    tickets: int
    refused: tuple[Refusal, ...]
    duplicates: int
    dates: Mapping[str, DateChoice]
    bad: Mapping[str, int]
    values: Mapping[str, Mapping[str, str]]
    unknown: Mapping[str, tuple[str, ...]]
    masked: int = 0
    folded: bool = False


@dataclass(slots=True)
class _Plan:
    """What is collected while the columns are understood."""

    inner: list[str] = field(default_factory=list[str])
    outer: list[str] = field(default_factory=list[str])
    dates: dict[str, DateChoice] = field(default_factory=dict[str, DateChoice])
    values: dict[str, Mapping[str, str]] = field(default_factory=dict[str, "Mapping[str, str]"])
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    can_be_bad: list[str] = field(default_factory=list[str])


def read_source(
    connection: Connection,
    path: Path,
    options: ReadOptions,
    mapping: ColumnMapping | Sequence[str],
    *,
    progress: Progress,
    key: bytes | None = None,
    schema: str = "main",
) -> Intake:
    """Fill ``<schema>.<table>`` (the mapping's table) and ``refused`` from a file.

    ``mapping`` may be ``FIELD=COLUMN`` pairs (into tickets). With a ``key`` personal fields
    become pseudonyms and numbers of persons in free texts are masked on the way. Raises UserError
    (one sentence), Cancelled, OSError; then nothing was changed.
    """
    with opened(path, options, progress) as source, _in_order(connection, progress):
        found = _mapping(mapping, source)
        return _Reader(connection, source, options, found, schema, progress).read(key)


class _Reader:
    def __init__(
        self,
        connection: Connection,
        source: Source,
        options: ReadOptions,
        mapping: ColumnMapping,
        schema: str,
        progress: Progress,
    ) -> None:
        self._connection = connection
        self._source = source
        self._options = options
        self._mapping = mapping
        self._schema = quote(schema)
        self._progress = progress
        self._kept = f"(SELECT * FROM {STAGE} WHERE reason IS NULL)"
        self._days: dict[int, bool] = {}

    def read(self, key: bytes | None) -> Intake:
        source, table = self._source, self._mapping.table
        loaded = self._load()
        plan = self._planned()
        target = f"{self._schema}.{quote(table.value)}"
        # The stage is temporary and stays outside: rows of a transaction have no numbers yet.
        with _all_or_nothing(self._connection):
            refused = self._refusals(loaded.refused)
            made = _EVENTS if key is not None else target
            folded = self._build(plan, made)
            masked = 0
            if key is not None:
                self._run(f"DROP TABLE IF EXISTS {target}")
                copied = pseudonyms.copy_table(self._connection, made, target, table, key)
                masked = copied.masked
                self._run(f"DROP TABLE {made}")
            duplicates = 0 if folded else self._mark_duplicates(target)
            ((kept,),) = self._run(f"SELECT count(*) FROM {self._kept}")
            ((tickets,),) = self._run(f"SELECT count(*) FROM {target}")
            bad = self._bad(plan, target)
            self._progress.check()
        self._progress.report(1, 1, "tickets.reading")
        return Intake(
            path=str(source.path),
            sha256=source.sha256,
            size=source.size,
            kind=source.kind.value,
            encoding=source.encoding,
            delimiter=source.delimiter,
            sheet=source.sheet,
            header_row=source.header.row,
            columns=source.columns,
            mapping=self._mapping,
            rows_read=kept + len(refused),
            rows_kept=kept,
            tickets=tickets,
            refused=refused,
            duplicates=duplicates,
            dates=plan.dates,
            bad=bad,
            values=plan.values,
            unknown=plan.unknown,
            masked=masked,
            folded=folded,
        )

    def _load(self) -> Loaded:
        """Fill the stage; times are read on the way where their first values show how.

        What the first values showed must hold for all: else everything is read again as text.
        """
        source = self._source
        wanted = sorted({at for it in self._mapping.fields for at in places(it, source.columns)})
        shown = self._formats()
        formats = {at: form for at, (form, _) in shown.items()}
        loaded = source.load(self._connection, wanted, self._progress, formats)
        if not loaded.timed:
            return loaded
        looks = [
            f"count({normalise.emptied(f'v{at}')}) = 0 AND "
            f"coalesce(min(year(t{at})), {FIRST_YEAR}) >= {FIRST_YEAR}"
            for at in sorted(loaded.timed)
        ]
        ((holds,),) = self._run(f"SELECT {' AND '.join(looks)} FROM {self._kept}")
        if holds:
            self._days = {at: day for at, (_, day) in shown.items()}
            return loaded
        return source.load(self._connection, wanted, self._progress)

    def _formats(self) -> dict[int, tuple[str, bool]]:
        """Place → format and *a day alone* of the columns of times that are written plainly."""
        found: dict[int, tuple[str, bool]] = {}
        others: set[int] = set()
        for entry in self._mapping.fields:
            first, *more = places(entry, self._source.columns)
            if FIELDS[entry.field].kind is not Kind.TIME or more:
                others.update((first, *more))
                continue
            values = [row[first].strip() for row in self._source.sample]
            form = plain_format(it for it in values if it and it not in normalise.NO_VALUE)
            if form is not None:
                found[first] = form
        # A column that is also read as something else must stay text.
        return {at: form for at, form in found.items() if at not in others}

    def _run(self, sql: str) -> list[tuple[Any, ...]]:
        return rows(self._connection, sql, self._progress)

    def _refusals(self, before: Sequence[Refusal]) -> tuple[Refusal, ...]:
        """All refusals in the order of their rows, written to the table ``refused``."""
        found = rows(
            self._connection,
            f"SELECT row_no, reason FROM {STAGE} WHERE reason IS NOT NULL AND reason <> 'blank'",
            self._progress,
        )
        every = [*before, *(Refusal(int(row), str(reason)) for row, reason in found)]
        every.sort(key=lambda it: it.row)
        suffix = "" if self._mapping.table is Table.TICKETS else f"{self._mapping.table.value}_"
        target = f"{self._schema}.{quote(suffix + 'refused')}"
        self._run(f"CREATE OR REPLACE TABLE {target} (row_no BIGINT, reason VARCHAR)")
        if every:
            self._connection.execute(
                f"INSERT INTO {target} SELECT unnest($rows), unnest($reasons)",
                {"rows": [it.row for it in every], "reasons": [it.reason for it in every]},
            )
        return tuple(every)

    def _planned(self) -> _Plan:
        plan = _Plan()
        for number, entry in enumerate(self._mapping.fields):
            known = FIELDS[entry.field]
            parts = [f"v{at}" for at in places(entry, self._source.columns)]
            value = (
                parts[0] if len(parts) == 1 else f"nullif(concat_ws(' ', {', '.join(parts)}), '')"
            )
            if known.kind is Kind.TIME:
                self._time(plan, entry, number, value)
            elif known.column != "ticket_id":
                self._other(plan, entry, value)
        return plan

    def _time(self, plan: _Plan, entry: MappedField, number: int, value: str) -> None:
        options, name = self._options, FIELDS[entry.field].column
        (first, *_) = places(entry, self._source.columns)
        if first in self._days:
            offset = f"CASE WHEN t{first} IS NULL THEN 0 ELSE {options.offset or 0} END"
            shift = f" - to_minutes({options.offset})" if options.offset else ""
            there = f"t{first} IS NOT NULL"
            plan.outer += [
                f"t{first}{shift} AS {quote(name)}",
                f"({offset})::SMALLINT AS {quote(name + '__off')}",
                f"FALSE AS {quote(name + '__bad')}",
                f"({there} AND {str(self._days[first]).upper()}) AS {quote(name + '__day')}",
            ]
            return
        rules = DateRules(options.dates, options.offset, self._source.system_1904)
        made: TimePlan = plan_times(
            self._connection,
            self._kept,
            normalise.emptied(value),
            rules,
            name=entry.column,
            progress=self._progress,
        )
        if made.order is not None:
            plan.dates[entry.field] = DateChoice(made.order.value, made.decided_by)
        wall, offset, given, day = columns_sql(made, f"x{number}")
        plan.inner += [f"{made.value} AS x{number}"]
        plan.outer += [
            _instant(wall, offset) + f" AS {quote(name)}",
            f"{_offset_of(wall, offset)} AS {quote(name + '__off')}",
            f"({given} AND {wall} IS NULL) AS {quote(name + '__bad')}",
            f"({wall} IS NOT NULL AND coalesce({day}, FALSE)) AS {quote(name + '__day')}",
        ]
        plan.can_be_bad.append(entry.field)

    def _other(self, plan: _Plan, entry: MappedField, value: str) -> None:
        known = FIELDS[entry.field]
        here = (self._connection, self._kept, value)
        if known.kind is Kind.CODE:
            made = normalise.read_code(
                *here,
                known,
                entry.values,
                match=self._options.match_values,
                progress=self._progress,
            )
        elif known.kind is Kind.FLAG:
            made = normalise.read_flag(
                *here, known, entry.values, head=entry.column, progress=self._progress
            )
        elif known.kind is Kind.NUMBER:
            made = normalise.read_number(*here, known, head=entry.column, progress=self._progress)
        else:
            made = normalise.read_text(value)
        plan.outer.append(f"{made.sql} AS {quote(known.column)}")
        if made.bad is not None:
            plan.outer.append(f"coalesce({made.bad}, FALSE) AS {quote(known.column + '__bad')}")
            plan.can_be_bad.append(entry.field)
        if made.values:
            plan.values[entry.field] = made.values
        if made.unknown:
            plan.unknown[entry.field] = made.unknown

    def _build(self, plan: _Plan, target: str) -> bool:
        """Make the canonical table; whether events were folded."""
        head = ["row_no"]
        ids = self._mapping.get(_id_field(self._mapping.table))
        if self._mapping.table is not Table.CONTACT_SAMPLE:
            head += [f"{self._id_sql(ids)} AS ticket_id"]
        if self._mapping.table is Table.TICKETS:
            head += ["FALSE AS dup"]
        inner = ", ".join(["*", *plan.inner])
        made = (
            f"SELECT {', '.join([*head, *plan.outer])} FROM "
            f"(SELECT {inner} FROM {STAGE} WHERE reason IS NULL)"
        )
        shared = self._shared_times()
        if ids is None or not self._may_be_events(shared):
            self._run(f"CREATE OR REPLACE TABLE {target} AS {made}")
            return False
        events = f"{self._schema}.{quote('events')}"
        self._run(f"CREATE OR REPLACE TABLE {events} AS {made}")
        share = folding.rows_per_ticket(self._connection, events, self._progress)
        fold = self._options.fold_events or folding.is_log(share)
        fields = [entry.field for entry in self._mapping.fields]
        sql = folding.fold_sql(events, fields, shared) if fold else f"SELECT * FROM {events}"
        self._run(f"CREATE OR REPLACE TABLE {target} AS {sql}")
        if not fold:
            self._run(f"DROP TABLE {events}")
        return bool(fold)

    def _id_sql(self, ids: MappedField | None) -> str:
        if ids is None:
            return "CAST(row_no AS VARCHAR)"
        parts = [f"v{at}" for at in places(ids, self._source.columns)]
        value = parts[0] if len(parts) == 1 else f"concat_ws('-', {', '.join(parts)})"
        return f"coalesce({value}, '#' || row_no)"

    def _shared_times(self) -> frozenset[str]:
        """The fields of times that are read from one and the same column."""
        times = [it for it in self._mapping.fields if FIELDS[it.field].kind is Kind.TIME]
        if not times or len({it.columns for it in times}) > 1:
            return frozenset()
        return frozenset(it.field for it in times)

    def _may_be_events(self, shared: frozenset[str]) -> bool:
        """One column of times for all, and that twice or beside a column of activities."""
        if self._mapping.table is not Table.TICKETS or self._options.fold_events is False:
            return False
        if self._options.fold_events:
            return True
        activity = folding.activity_column(self._source.columns)
        return bool(shared) and (len(shared) > 1 or activity is not None)

    def _mark_duplicates(self, target: str) -> int:
        """Mark rows with an id that stood in a row before; how many there are."""
        if self._mapping.table is not Table.TICKETS or self._mapping.get("ticket_id") is None:
            return 0
        ((n, ids),) = rows(
            self._connection,
            f"SELECT count(*), count(DISTINCT ticket_id) FROM {target}",
            self._progress,
        )
        if n == ids:
            return 0
        self._run(
            f"UPDATE {target} AS t SET dup = TRUE FROM (SELECT ticket_id, min(row_no) AS first "
            f"FROM {target} GROUP BY ticket_id HAVING count(*) > 1) AS d "
            "WHERE t.ticket_id = d.ticket_id AND t.row_no > d.first"
        )
        return int(n - ids)

    def _bad(self, plan: _Plan, target: str) -> dict[str, int]:
        if not plan.can_be_bad:
            return {}
        counts = ", ".join(
            f"count(*) FILTER ({quote(FIELDS[name].column + '__bad')})" for name in plan.can_be_bad
        )
        ((*found,),) = rows(self._connection, f"SELECT {counts} FROM {target}", self._progress)
        return {name: int(n) for name, n in zip(plan.can_be_bad, found, strict=True) if n}


def _offset_of(wall: str, offset: str) -> str:
    return f"(CASE WHEN {wall} IS NULL THEN 0::SMALLINT ELSE {offset} END)"


def _instant(wall: str, offset: str) -> str:
    if offset == "CAST(coalesce(0, 0) AS SMALLINT)":
        return wall
    return f"({wall} - to_minutes({offset}))"


def _id_field(table: Table) -> str:
    return "ticket_id" if table is Table.TICKETS else f"{table.value}.ticket_id"


def _mapping(mapping: ColumnMapping | Sequence[str], source: Source) -> ColumnMapping:
    if not isinstance(mapping, ColumnMapping):
        return parse(mapping, source.columns)
    found = checked(mapping.fields, mapping.table)
    for entry in found.fields:
        places(entry, source.columns)
    return found


@contextmanager
def _in_order(connection: Connection, progress: Progress) -> Generator[None]:
    """Rows in the order of the file while it lasts; the stage is gone afterwards."""
    ((in_order,),) = rows(
        connection, "SELECT current_setting('preserve_insertion_order')", progress
    )
    connection.execute("SET preserve_insertion_order = true")
    try:
        yield
    finally:
        connection.execute(f"DROP VIEW IF EXISTS {STAGE}")
        connection.execute(f"DROP TABLE IF EXISTS {STAGE}_table")
        connection.execute(f"SET preserve_insertion_order = {'true' if in_order else 'false'}")


@contextmanager
def _all_or_nothing(connection: Connection) -> Generator[None]:
    """A transaction: whatever goes wrong, the tables are as they were."""
    connection.execute("BEGIN TRANSACTION")
    try:
        yield
        _committed(connection)
    except BaseException:
        # A commit that failed has ended the transaction already.
        with contextlib.suppress(Exception):
            connection.execute("ROLLBACK")
        raise


def _committed(connection: Connection) -> None:
    with disk_full_said():
        connection.execute("COMMIT")
