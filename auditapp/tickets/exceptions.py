"""What a screen shows of a rule's verdicts: exceptions by window, breakdowns, a histogram.

The engine leaves one row per ticket in a table (row_no, verdict, reason, detail, value,
limit_value). From it the exceptions of every run are kept in the population's table ``exceptions``,
numbered in the order of the source, so that a window of a million is a range of positions.
``table`` is written as it stands in SQL (``verdicts."R-010"``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import Dimension, Verdict
from auditapp.tickets.database import columns_of
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from auditapp.tickets.database import Connection

UNIT_FIELDS: Final = ("unit", "handler_unit", "acceptor_unit")
"""By which column a result is broken down by unit: the first that the population has."""
CATEGORY_FIELDS: Final = ("category_l1", "category_l2", "category_l3", "product")
TIME_FIELDS: Final = ("received_at", "recorded_at", "submitted_at", "closed_at")
KEYS: Final = 60
"""Keys of a breakdown that are kept; what is beyond them is counted together under ``…``."""
OTHERS: Final = "…"
BINS: Final = 40
_LAYOUT: Final = (
    "run VARCHAR, rule VARCHAR, position BIGINT, row_no BIGINT, value DOUBLE, reason VARCHAR"
)
_ORDERS: Final = ("position", "ticket", "value", "at", "reason", "unit", "channel", "category")


@dataclass(frozen=True, slots=True)
class Found:
    """One exception as it stands in the tickets file."""

    position: int
    row_no: int
    ticket: str
    value: float | None
    reason: str
    at: str
    unit: str
    channel: str
    category: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which exceptions are wanted; empty fields narrow nothing. ``without``: ids left out."""

    dimension: Dimension | None = None
    key: str = ""
    text: str = ""
    reason: str = ""
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figures:
    """A breakdown's row: pass, fail, running, not applicable, cannot test."""

    key: str
    passed: int
    failed: int
    running: int
    not_applicable: int
    cannot_test: int


@dataclass(frozen=True, slots=True)
class Bins:
    """A histogram; the last bin also takes what lies above it when ``open_end``."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    open_end: bool


def keep_exceptions(connection: Connection, run: str, rule: str, table: str) -> int:
    """Number the failing tickets of a result in ``exceptions``; how many there are.

    Only numbers are written; what a screen shows beside them is joined for the rows in sight.
    """
    connection.execute(f"CREATE TABLE IF NOT EXISTS exceptions ({_LAYOUT})")
    row = connection.execute(
        f"INSERT INTO exceptions SELECT $run, $rule, row_number() OVER (ORDER BY row_no) - 1,"
        f" row_no, value, coalesce(reason, '') FROM {table} WHERE verdict = $fail ORDER BY row_no",
        {"run": run, "rule": rule, "fail": Verdict.FAIL.value},
    ).fetchone()
    return 0 if row is None else int(row[0])


def forget_run(connection: Connection, run: str) -> None:
    """Take the exceptions of a run that came to nothing out again."""
    if columns_of(connection, "exceptions"):
        connection.execute("DELETE FROM exceptions WHERE run = ?", [run])


def has_run(connection: Connection, run: str, rule: str) -> bool:
    """Whether exceptions of a result are in this file."""
    if not columns_of(connection, "exceptions"):
        return False
    row = connection.execute(
        "SELECT 1 FROM exceptions WHERE run = ? AND rule = ? LIMIT 1", [run, rule]
    ).fetchone()
    return row is not None


def page(
    connection: Connection,
    run: str,
    rule: str,
    *,
    offset: int = 0,
    limit: int = 200,
    narrow: Narrow | None = None,
    order: str = "position",
    descending: bool = False,
) -> tuple[int, tuple[Found, ...]]:
    """How many exceptions there are under a filter, and a window of them.

    Unfiltered and in the order of the source it is a range of positions: the same time at the end
    of a million as at the beginning.
    """
    params: dict[str, object] = {"run": run, "rule": rule}
    cells = _cells(connection)
    wanted = narrow or Narrow()
    joined = "exceptions e JOIN tickets t USING (row_no)"
    where = "e.run = $run AND e.rule = $rule" + _narrowed(wanted, params, cells)
    source = "exceptions e" if wanted == Narrow() else joined
    counted = connection.execute(f"SELECT count(*) FROM {source} WHERE {where}", params).fetchone()
    total = 0 if counted is None else int(counted[0])
    window = ""
    if wanted == Narrow() and order == "position":
        first, last = offset, offset + limit
        if descending:
            first, last = total - last, total - first
        params |= {"first": first, "last": last}
        where += " AND e.position >= $first AND e.position < $last"
    else:
        params |= {"limit": limit, "offset": offset}
        window = " LIMIT $limit OFFSET $offset"
    rows = connection.execute(
        f"SELECT {_shown(cells)} FROM {joined} WHERE {where}"
        f" ORDER BY {_order(order, descending)}{window}",
        params,
    ).fetchall()
    return total, tuple(Found(*row) for row in rows)


def chosen(
    connection: Connection, run: str, rule: str, tickets: Collection[str]
) -> tuple[Found, ...]:
    """The exceptions with these ticket ids, in the order of the source."""
    cells = _cells(connection)
    rows = connection.execute(
        f"SELECT {_shown(cells)} FROM exceptions e JOIN tickets t USING (row_no)"
        " WHERE e.run = $run AND e.rule = $rule"
        f" AND list_contains($tickets, {cells['ticket']}) ORDER BY e.position",
        {"run": run, "rule": rule, "tickets": sorted(tickets)},
    ).fetchall()
    return tuple(Found(*row) for row in rows)


def failed_rules(connection: Connection, run: str, row_no: int) -> tuple[str, ...]:
    """The rules of a run that a ticket fails."""
    if not columns_of(connection, "exceptions"):
        return ()
    rows = connection.execute(
        "SELECT rule FROM exceptions WHERE run = ? AND row_no = ? ORDER BY rule", [run, row_no]
    ).fetchall()
    return tuple(str(rule) for (rule,) in rows)


class Cells:
    """By what a run is broken down: each ticket's month, unit, channel and category.

    Made once a run: a number per combination that occurs, and per ticket that number. So each rule
    costs one join of two numbers, whatever it is broken down by. Gone with the connection.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        cells = _cells(connection)
        keys = ", ".join(f"{cells[name]} AS {name}" for name in _BY)
        names = ", ".join(_BY)
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE result_cells AS SELECT row_number() OVER () AS cell, *"
            f" FROM (SELECT DISTINCT {keys} FROM tickets t)"
        )
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE result_cell_of AS SELECT row_no, cell"
            f" FROM (SELECT row_no, {keys} FROM tickets t) JOIN result_cells USING ({names})"
        )
        rows = connection.execute(f"SELECT cell, {names} FROM result_cells").fetchall()
        self._keys = {int(row[0]): tuple(str(key) for key in row[1:]) for row in rows}

    def breakdowns(self, table: str) -> dict[Dimension, tuple[Figures, ...]]:
        """A result by month (in order) and by unit, channel, category (most tickets first)."""
        rows = self._connection.execute(
            f"SELECT c.cell, v.verdict, count(*) FROM {table} v JOIN result_cell_of c"
            " USING (row_no) GROUP BY ALL"
        ).fetchall()
        places = {verdict.value: place for place, verdict in enumerate(_VERDICTS)}
        sums = tuple(dict[str, list[int]]() for _ in _BY)
        for cell, verdict, number in rows:
            for key, found in zip(self._keys[int(cell)], sums, strict=True):
                found.setdefault(key, [0] * len(_VERDICTS))[places[str(verdict)]] += int(number)
        return {
            dimension: _ranked(found, by_key=dimension is Dimension.MONTH)
            for dimension, found in zip(Dimension, sums, strict=True)
        }


def _ranked(sums: Mapping[str, list[int]], *, by_key: bool) -> tuple[Figures, ...]:
    if by_key:
        # The last ones when somebody loads more than five years.
        return tuple(Figures(key, *sums[key]) for key in sorted(sums)[-KEYS:])
    every = sorted(sums.items(), key=lambda it: (-sum(it[1]), it[0]))
    if len(every) <= KEYS:
        return tuple(Figures(key, *numbers) for key, numbers in every)
    rest = [sum(column) for column in zip(*(it[1] for it in every[KEYS - 1 :]), strict=True)]
    return (*(Figures(key, *it) for key, it in every[: KEYS - 1]), Figures(OTHERS, *rest))


_ENDED: Final = "verdict IN ('pass', 'fail') AND reason IS DISTINCT FROM 'open_overdue'"


def histogram(connection: Connection, table: str) -> tuple[Bins, float | None] | None:
    """The measured values in bins up to the 99th percentile, and the limit if it is one for all.

    Of the tickets that the statistics of the result are about: judged ones whose clock has ended.
    """
    table = f"(SELECT value, limit_value FROM {table} WHERE {_ENDED})"
    found = connection.execute(
        f"SELECT min(value), max(value), quantile_cont(value, 0.99), min(limit_value),"
        f" max(limit_value), count(value) FROM {table}"
    ).fetchone()
    if found is None or not found[5] or found[0] is None:
        return None
    least, most, high, limit_from, limit_to, _ = found
    limit = float(limit_from) if limit_from is not None and limit_from == limit_to else None
    # The line must lie inside the picture.
    top = max(float(high), 0.0 if limit is None else min(limit * 1.2, float(most)))
    low = min(0.0, float(least)) if float(least) < 0 or float(least) < top / 4 else float(least)
    if top <= low:
        top = low + 1.0
    width = (top - low) / BINS
    rows = connection.execute(
        "SELECT least(greatest(CAST(floor((value - $low) / $width) AS BIGINT), 0), $last),"
        f" count(*) FROM {table} WHERE value IS NOT NULL GROUP BY 1",
        {"low": low, "width": width, "last": BINS - 1},
    ).fetchall()
    counts = [0] * BINS
    for number, tickets in rows:
        counts[int(number)] = int(tickets)
    edges = tuple(low + width * number for number in range(BINS + 1))
    return Bins(edges, tuple(counts), float(most) > top), limit


def ticket_cells(connection: Connection, row_no: int) -> tuple[tuple[str, str, bool], ...]:
    """One ticket: (field, text, unreadable), in the order of the registry; empty ones left out."""
    have = columns_of(connection, "tickets")
    fields = [field for field in fields_of(Table.TICKETS) if field.column in have]
    if not fields:
        return ()
    parts = [f"{_text_of(it.column, it.kind, have)}, {_bad_of(it.column, have)}" for it in fields]
    row = connection.execute(
        f"SELECT {', '.join(parts)} FROM tickets t WHERE row_no = ?", [row_no]
    ).fetchone()
    if row is None:
        return ()
    cells = zip(fields, row[::2], row[1::2], strict=True)
    return tuple(
        (field.id, "" if text is None else str(text), bool(bad))
        for field, text, bad in cells
        if text is not None or bad
    )


def window(
    connection: Connection, *, offset: int, limit: int, narrow: Narrow | None = None
) -> tuple[int, tuple[str, ...], tuple[tuple[int, tuple[str, ...]], ...]]:
    """Tickets of the population by row number: how many, the fields, and a window of rows."""
    have = columns_of(connection, "tickets")
    fields = [field for field in fields_of(Table.TICKETS) if field.column in have]
    params: dict[str, object] = {}
    wanted = narrow or Narrow()
    tests = ["true"]
    cells = _cells(connection)
    if wanted.dimension is not None:
        params["key"] = wanted.key
        tests.append(f"{cells[wanted.dimension.value]} = $key")
    if wanted.text:
        params["text"] = wanted.text
        tests.append(f"contains({cells['ticket']}, $text)")
    where = " AND ".join(tests)
    counted = connection.execute(f"SELECT count(*) FROM tickets t WHERE {where}", params).fetchone()
    texts = [f"coalesce({_text_of(it.column, it.kind, have)}, '')" for it in fields]
    rows = connection.execute(
        f"SELECT {', '.join(['row_no', *texts])} FROM tickets t WHERE {where}"
        f" ORDER BY row_no LIMIT $limit OFFSET $offset",
        {**params, "limit": limit, "offset": offset},
    ).fetchall()
    total = 0 if counted is None else int(counted[0])
    listed = tuple((int(row[0]), tuple(str(cell) for cell in row[1:])) for row in rows)
    return total, tuple(field.id for field in fields), listed


_VERDICTS: Final = (
    Verdict.PASS,
    Verdict.FAIL,
    Verdict.RUNNING,
    Verdict.NOT_APPLICABLE,
    Verdict.CANNOT_TEST,
)
_BY: Final = tuple(member.value for member in Dimension)


def local_time(column: str, have: Mapping[str, str]) -> str:
    """SQL for the local wall clock of a time column of ``t``."""
    offset = f"{column}__off"
    plain = f"t.{quote(column)}"
    if offset not in have:
        return plain
    return f"({plain} + to_minutes(coalesce(t.{quote(offset)}, 0)))"


def _cells(connection: Connection) -> dict[str, str]:
    """SQL for the columns that a result is shown and broken down by, always a text."""
    have = columns_of(connection, "tickets")
    time = next((name for name in TIME_FIELDS if name in have), None)
    local = None if time is None else local_time(time, have)
    return {
        "ticket": _ticket(have),
        "at": "''" if local is None else f"coalesce(strftime({local}, '%Y-%m-%d %H:%M'), '')",
        "month": "''" if local is None else f"coalesce(strftime({local}, '%Y-%m'), '')",
        "unit": _first(UNIT_FIELDS, have),
        "channel": _first(("channel_in",), have),
        "category": _first(CATEGORY_FIELDS, have),
    }


def _first(names: Collection[str], have: Mapping[str, str]) -> str:
    found = next((name for name in names if name in have), None)
    return "''" if found is None else f"coalesce(t.{quote(found)}, '')"


def _ticket(have: Mapping[str, str]) -> str:
    """The id of a ticket, else its row number."""
    if "ticket_id" in have:
        return "coalesce(t.ticket_id, CAST(t.row_no AS VARCHAR))"
    return "CAST(t.row_no AS VARCHAR)"


def _shown(cells: Mapping[str, str]) -> str:
    """What is selected for a page, in the order of ``Found``."""
    beside = ", ".join(
        f'{cells[name]} AS "{name}"' for name in ("at", "unit", "channel", "category")
    )
    return f"e.position, e.row_no, {cells['ticket']} AS ticket, e.value, e.reason, {beside}"


def _text_of(column: str, kind: Kind, have: Mapping[str, str]) -> str:
    if kind is Kind.TIME:
        return f"strftime({local_time(column, have)}, '%Y-%m-%d %H:%M:%S')"
    return f"CAST(t.{quote(column)} AS VARCHAR)"


def _bad_of(column: str, have: Mapping[str, str]) -> str:
    name = f"{column}__bad"
    return f"coalesce(t.{quote(name)}, false)" if name in have else "false"


def _narrowed(narrow: Narrow, params: dict[str, object], cells: Mapping[str, str]) -> str:
    tests: list[str] = []
    if narrow.dimension is not None:
        params["key"] = narrow.key
        tests.append(f"{cells[narrow.dimension.value]} = $key")
    if narrow.text:
        params["text"] = narrow.text
        tests.append(f"contains({cells['ticket']}, $text)")
    if narrow.reason:
        params["reason"] = narrow.reason
        tests.append("e.reason = $reason")
    if narrow.without:
        params["without"] = sorted(narrow.without)
        tests.append(f"NOT list_contains($without, {cells['ticket']})")
    return "".join(f" AND {test}" for test in tests)


def _order(order: str, descending: bool) -> str:
    name = order if order in _ORDERS else "position"
    column = f"e.{name}" if name in ("position", "value", "reason") else f'"{name}"'
    direction = " DESC" if descending else ""
    return f"{column}{direction} NULLS LAST, e.position"


def plain_bins(bins: Bins, unit: str, limit: float | None) -> dict[str, Any]:
    """A histogram as it is stored: rounded, because it is only drawn."""
    return {
        "unit": unit,
        "edges": [round(edge, 6) for edge in bins.edges],
        "counts": list(bins.counts),
        "limit": limit,
        "open_end": bins.open_end,
    }
