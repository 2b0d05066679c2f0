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
    "run VARCHAR, rule VARCHAR, position BIGINT, row_no BIGINT, ticket VARCHAR, value DOUBLE,"
    " reason VARCHAR, moment VARCHAR, unit VARCHAR, channel VARCHAR, category VARCHAR"
)
_SHOWN: Final = "position, row_no, ticket, value, reason, moment, unit, channel, category"
_ORDERS: Final = {
    "position": "position",
    "ticket": "ticket, position",
    "value": "value NULLS LAST, position",
    "at": "moment, position",
    "reason": "reason, position",
    "unit": "unit, position",
    "channel": "channel, position",
    "category": "category, position",
}


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
    """Copy the failing tickets of a result into ``exceptions``; how many there are."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS exceptions ({_LAYOUT})")
    at, unit, channel, category = (_cells(connection)[it] for it in ("at", *_BY[1:]))
    connection.execute(
        f"INSERT INTO exceptions SELECT $run, $rule, row_number() OVER (ORDER BY t.row_no) - 1,"
        f" t.row_no, {_ticket(connection)}, v.value, coalesce(v.reason, ''), {at}, {unit},"
        f" {channel}, {category} FROM {table} v JOIN tickets t USING (row_no)"
        f" WHERE v.verdict = $fail ORDER BY t.row_no",
        {"run": run, "rule": rule, "fail": Verdict.FAIL.value},
    )
    row = connection.execute(
        "SELECT count(*) FROM exceptions WHERE run = ? AND rule = ?", [run, rule]
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
    where = "run = $run AND rule = $rule" + _narrowed(narrow or Narrow(), params)
    counted = connection.execute(
        f"SELECT count(*) FROM exceptions WHERE {where}", params
    ).fetchone()
    total = 0 if counted is None else int(counted[0])
    plain = narrow in (None, Narrow()) and order == "position"
    if plain:
        first, last = (
            (total - offset - limit, total - offset)
            if descending
            else (
                offset,
                offset + limit,
            )
        )
        params |= {"first": first, "last": last}
        where += " AND position >= $first AND position < $last"
        window = ""
    else:
        params |= {"limit": limit, "offset": offset}
        window = " LIMIT $limit OFFSET $offset"
    direction = _order(order, descending)
    rows = connection.execute(
        f"SELECT {_SHOWN} FROM exceptions WHERE {where} ORDER BY {direction}{window}", params
    ).fetchall()
    return total, tuple(Found(*row) for row in rows)


def chosen(
    connection: Connection, run: str, rule: str, tickets: Collection[str]
) -> tuple[Found, ...]:
    """The exceptions with these ticket ids, in the order of the source."""
    rows = connection.execute(
        f"SELECT {_SHOWN} FROM exceptions WHERE run = $run AND rule = $rule"
        " AND list_contains($tickets, ticket) ORDER BY position",
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


def breakdown(connection: Connection, table: str, dimension: Dimension) -> tuple[Figures, ...]:
    """A result by month (in order) or by unit, channel, category (most tickets first)."""
    key = _cells(connection)[dimension.value]
    counts = ", ".join(f"count(*) FILTER (v.verdict = '{verdict.value}')" for verdict in _VERDICTS)
    rows = connection.execute(
        f"SELECT {key} AS k, {counts} FROM {table} v JOIN tickets t USING (row_no)"
        " GROUP BY k ORDER BY count(*) DESC, k"
    ).fetchall()
    every = [Figures(str(row[0]), *(int(n) for n in row[1:])) for row in rows]
    if dimension is Dimension.MONTH:
        # A year or five: the last ones when somebody loads more.
        return tuple(sorted(every, key=lambda it: it.key)[-KEYS:])
    if len(every) <= KEYS:
        return tuple(every)
    rest = every[KEYS - 1 :]
    numbers = (
        sum(getattr(it, name) for it in rest)
        for name in Figures.__dataclass_fields__
        if name != "key"
    )
    return (*every[: KEYS - 1], Figures(OTHERS, *numbers))


def histogram(connection: Connection, table: str) -> tuple[Bins, float | None] | None:
    """The measured values in bins up to the 99th percentile, and the limit if it is one for all."""
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
        tests.append(f"contains({_ticket(connection)}, $text)")
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
        "at": "''" if local is None else f"coalesce(strftime({local}, '%Y-%m-%d %H:%M'), '')",
        "month": "''" if local is None else f"coalesce(strftime({local}, '%Y-%m'), '')",
        "unit": _first(UNIT_FIELDS, have),
        "channel": _first(("channel_in",), have),
        "category": _first(CATEGORY_FIELDS, have),
    }


def _first(names: Collection[str], have: Mapping[str, str]) -> str:
    found = next((name for name in names if name in have), None)
    return "''" if found is None else f"coalesce(t.{quote(found)}, '')"


def _ticket(connection: Connection) -> str:
    """The id of a ticket, else its row number."""
    if "ticket_id" in columns_of(connection, "tickets"):
        return "coalesce(t.ticket_id, CAST(t.row_no AS VARCHAR))"
    return "CAST(t.row_no AS VARCHAR)"


def _text_of(column: str, kind: Kind, have: Mapping[str, str]) -> str:
    if kind is Kind.TIME:
        return f"strftime({local_time(column, have)}, '%Y-%m-%d %H:%M:%S')"
    return f"CAST(t.{quote(column)} AS VARCHAR)"


def _bad_of(column: str, have: Mapping[str, str]) -> str:
    name = f"{column}__bad"
    return f"coalesce(t.{quote(name)}, false)" if name in have else "false"


def _narrowed(narrow: Narrow, params: dict[str, object]) -> str:
    tests: list[str] = []
    if narrow.dimension is Dimension.MONTH:
        params["key"] = narrow.key
        tests.append("left(moment, 7) = $key")
    elif narrow.dimension is not None:
        params["key"] = narrow.key
        tests.append(f"{narrow.dimension.value} = $key")
    if narrow.text:
        params["text"] = narrow.text
        tests.append("contains(ticket, $text)")
    if narrow.reason:
        params["reason"] = narrow.reason
        tests.append("reason = $reason")
    if narrow.without:
        params["without"] = sorted(narrow.without)
        tests.append("NOT list_contains($without, ticket)")
    return "".join(f" AND {test}" for test in tests)


def _order(order: str, descending: bool) -> str:
    columns = _ORDERS.get(order, _ORDERS["position"])
    if not descending:
        return columns
    first, _, rest = columns.partition(",")
    turned = first.replace(" NULLS LAST", "") + " DESC NULLS LAST"
    return turned + (f",{rest}" if rest else "")


def plain_bins(bins: Bins, unit: str, limit: float | None) -> dict[str, Any]:
    """A histogram as it is stored: rounded, because it is only drawn."""
    return {
        "unit": unit,
        "edges": [round(edge, 6) for edge in bins.edges],
        "counts": list(bins.counts),
        "limit": limit,
        "open_end": bins.open_end,
    }
