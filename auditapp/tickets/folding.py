"""Event logs (one row an event) recognised and folded into tickets (one row a ticket).

The first event's time is when a ticket was received, the last one's when it was closed; the second
is the first answer. The events stay beside the tickets, in the table ``events``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.fields import FIELDS, Kind, plain
from auditapp.tickets.reading.statements import rows
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection

ACTIVITY_WORDS: Final = (
    *(
        "activity",
        "activityid",
        "activityname",
        "event",
        "eventname",
        "eventtype",
        "action",
        "step",
    ),
    *("task", "conceptname", "transition", "operation", "node", "changedto", "newstatus"),
    *(
        "环节",
        "节点",
        "操作",
        "动作",
        "事件",
        "活动",
        "步骤",
        "流程节点",
        "处理环节",
        "操作类型",
        "事件类型",
    ),
)
_ROWS_A_TICKET: Final = 1.5
_SECOND: Final = frozenset({"first_reply_at", "acknowledged_at"})
_FIRST: Final = frozenset({"received_at", "recorded_at", "submitted_at"})
_LAST: Final = frozenset({"status", "handler_id", "handler_unit"})


@dataclass(frozen=True, slots=True)
class EventHint:
    """A table that looks like a log of events: its columns and how many rows a ticket has."""

    activity: str
    rows_per_ticket: float


def activity_column(columns: Sequence[str]) -> str | None:
    """The column that names what happened, by its head."""
    for column in columns:
        name = plain(column)
        if name in ACTIVITY_WORDS:
            return column
    return None


def looks_like_events(ids: Sequence[str], columns: Sequence[str]) -> EventHint | None:
    """Whether rows are events: an activity column, and ids that come again and again."""
    activity = activity_column(columns)
    known = [value for value in ids if value]
    if activity is None or len(known) < 2:
        return None
    share = len(known) / len(set(known))
    return EventHint(activity, share) if share >= _ROWS_A_TICKET else None


def rows_per_ticket(connection: Connection, source: str, progress: Progress) -> float:
    """Rows for each ticket id in a canonical table."""
    ((n, ids),) = rows(
        connection, f"SELECT count(ticket_id), count(DISTINCT ticket_id) FROM {source}", progress
    )
    return n / ids if ids else 0.0


def is_log(share: float) -> bool:
    """Whether so many rows a ticket are events and no duplicates."""
    return share >= _ROWS_A_TICKET


def fold_sql(source: str, fields: Sequence[str], shared: frozenset[str]) -> str:
    """SQL that folds a canonical table of events into one row a ticket.

    ``fields`` are the ids of its fields, ``shared`` those read from the one column of times.
    """
    parts = ["min(row_no) AS row_no", "ticket_id", "FALSE AS dup"]
    clock = next((name for name in fields if name in shared), None)
    order = quote(clock) if clock else "row_no"
    for name in fields:
        if name == "ticket_id":
            continue
        parts += _parts(name, order, name in shared)
    return f"SELECT {', '.join(parts)} FROM {source} GROUP BY ticket_id ORDER BY min(row_no)"


def _parts(name: str, order: str, shared: bool) -> list[str]:
    column = quote(name)
    kind = FIELDS[name].kind
    if kind is Kind.TIME:
        return _time_parts(name, shared)
    last = name in _LAST
    pick = "arg_max" if last else "arg_min"
    value = f"{pick}({column}, ({order}, row_no)) FILTER ({column} IS NOT NULL)"
    parts = [f"{value} AS {column}"]
    if kind in (Kind.FLAG, Kind.NUMBER):
        bad = quote(f"{name}__bad")
        parts.append(f"(bool_or({bad}) AND count({column}) = 0) AS {bad}")
    return parts


def _time_parts(name: str, shared: bool) -> list[str]:
    """First, second or last time of a ticket's events, with its offset."""
    column, bad = quote(name), quote(f"{name}__bad")
    if shared and name in _SECOND:
        place = f"list_sort(list({column}) FILTER ({column} IS NOT NULL))[2]"
        picked = [f"{place} AS {column}"]
        picked += [f"first({quote(name + end)}) AS {quote(name + end)}" for end in ("__off",)]
        picked += [f"bool_and({quote(name + '__day')}) AS {quote(name + '__day')}"]
    else:
        first = name in _FIRST or not shared
        pick, extreme = ("arg_min", "min") if first else ("arg_max", "max")
        picked = [f"{extreme}({column}) AS {column}"]
        for end, nothing in (("__off", "0"), ("__day", "FALSE")):
            part = quote(name + end)
            picked.append(f"coalesce({pick}({part}, {column}), {nothing}) AS {part}")
    picked.append(f"(bool_or({bad}) AND count({column}) = 0) AS {bad}")
    return picked
