"""Is the extract complete: counts by month and channel against told figures, gaps in numbers.

Source: the project's domain dossier, section 4.2 (control totals). The verdict is *reconciled* only
if every figure that was told agrees and no numbers are missing without a word about it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Completeness
from auditapp.errors import UserError
from auditapp.tickets.database import columns_of
from auditapp.tickets.exceptions import TIME_FIELDS, local_time
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditapp.tickets.database import Connection

GAPS: Final = 200
"""Gaps that are listed; all are counted."""
JUMP: Final = 1000
"""From so many missing numbers on it is a jump (another series), not a gap."""
DENSE: Final = 0.5
"""Numbers of which less than this share is there are no running numbers: no gaps are looked for."""
_MONTH: Final = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$")
_COUNT: Final = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_HEADS: Final = {
    "month": ("month", "月份", "月", "年月", "统计月份", "period"),
    "channel": ("channel", "渠道", "受理渠道", "来源", "投诉渠道"),
    "told": ("count", "tickets", "number", "数量", "件数", "工单数", "投诉量", "受理量", "合计"),
}
TOTAL_WORDS: Final = ("total", "all", "合计", "总计", "全部", "小计", "")


@dataclass(frozen=True, slots=True)
class Counted:
    """Tickets of a month (2025-03, empty: no readable time) and channel (empty: none given)."""

    month: str
    channel: str
    tickets: int


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the auditee; an empty month or channel means all of them."""

    month: str
    channel: str
    tickets: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers missing between two that are there; ``kind`` is ``gap`` or ``jump``."""

    kind: str
    before: str
    after: str
    missing: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the ticket numbers say. ``running``: whether they are running numbers at all."""

    running: bool
    series: int
    missing: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Reconciled or not, and why not: codes ``nothing_told``, ``figures_differ``, ``gaps``."""

    completeness: Completeness
    reasons: tuple[str, ...]


def counts(connection: Connection) -> tuple[Counted, ...]:
    """Tickets by month and channel, duplicates included, in that order."""
    have = columns_of(connection, "tickets")
    time = next((name for name in TIME_FIELDS if name in have), None)
    month = "''" if time is None else f"coalesce(strftime({local_time(time, have)}, '%Y-%m'), '')"
    channel = "coalesce(t.channel_in, '')" if "channel_in" in have else "''"
    rows = connection.execute(
        f"SELECT {month} AS m, {channel} AS c, count(*) FROM tickets t GROUP BY m, c ORDER BY m, c"
    ).fetchall()
    return tuple(Counted(str(month), str(channel), int(number)) for month, channel, number in rows)


def numbering(connection: Connection, column: str = "ticket_id") -> Numbering:
    """Gaps and jumps in ticket numbers: per beginning of the number, by its last digits; a date
    (2025…) before them belongs to the beginning, as such numbers begin anew each day.

    Only series of ten and more are looked at, and only if half of the numbers between first and
    last are there; ids that are no running numbers give ``running`` False.
    """
    if column not in columns_of(connection, "tickets"):
        return Numbering(running=False, series=0, missing=0, gaps=())
    name = quote(column)
    # Trailing digits by trimming: a third of the time of a regular expression.
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE numbers AS SELECT head, CAST(digits AS BIGINT) AS n,"
        " min(id) AS id FROM (SELECT id, head || left(tail, skip) AS head,"
        " substr(tail, skip + 1) AS digits FROM (SELECT id, head, tail, CASE"
        " WHEN length(tail) > 8 AND tail LIKE '20%' THEN greatest(8, length(tail) - 15)"
        " ELSE greatest(0, length(tail) - 15) END AS skip FROM (SELECT id, head,"
        f" substr(id, length(head) + 1) AS tail FROM (SELECT {name} AS id,"
        f" rtrim({name}, '0123456789') AS head FROM tickets WHERE {name} IS NOT NULL))))"
        " WHERE digits <> '' GROUP BY head, n"
    )
    series = connection.execute(
        "SELECT count(*), coalesce(sum(c), 0) FROM (SELECT count(*) AS c, max(n) - min(n) + 1 AS w"
        " FROM numbers GROUP BY head) WHERE c >= 10 AND c >= w * $dense",
        {"dense": DENSE},
    ).fetchone()
    if series is None or not series[0]:
        return Numbering(running=False, series=0, missing=0, gaps=())
    steps = (
        "SELECT id, lag(id) OVER s AS before, n - lag(n) OVER s - 1 AS missing FROM numbers"
        " WHERE head IN (SELECT head FROM numbers GROUP BY head"
        " HAVING count(*) >= 10 AND count(*) >= (max(n) - min(n) + 1) * $dense)"
        " WINDOW s AS (PARTITION BY head ORDER BY n)"
    )
    total = connection.execute(
        f"SELECT coalesce(sum(missing), 0) FROM ({steps}) WHERE missing > 0", {"dense": DENSE}
    ).fetchone()
    rows = connection.execute(
        f"SELECT before, id, missing FROM ({steps}) WHERE missing > 0"
        " ORDER BY missing DESC, before LIMIT $most",
        {"dense": DENSE, "most": GAPS},
    ).fetchall()
    gaps = tuple(
        Gap("jump" if missing >= JUMP else "gap", str(before), str(after), int(missing))
        for before, after, missing in rows
    )
    return Numbering(True, int(series[0]), 0 if total is None else int(total[0]), gaps)


def judge(
    counted: Iterable[Counted],
    told: Sequence[Told],
    *,
    told_count: int | None = None,
    open_gaps: int = 0,
) -> Verdict:
    """Whether the population is reconciled; ``open_gaps``: missing without an explanation."""
    listed = tuple(counted)
    reasons: list[str] = []
    if told_count is None and not told:
        reasons.append("nothing_told")
    total = sum(one.tickets for one in listed)
    differs = told_count is not None and told_count != total
    if differs or any(tickets_like(listed, one) != one.tickets for one in told):
        reasons.append("figures_differ")
    if open_gaps:
        reasons.append("gaps")
    found = Completeness.NOT_ESTABLISHED if reasons else Completeness.RECONCILED
    return Verdict(found, tuple(reasons))


def tickets_like(counted: Iterable[Counted], told: Told) -> int:
    """The tickets that a told figure speaks of."""
    return sum(
        one.tickets
        for one in counted
        if told.month in ("", one.month) and told.channel in ("", one.channel)
    )


def parse_told(text: str, *, codes: Mapping[str, str] | None = None) -> tuple[Told, ...]:
    """Told figures from a small table: month, channel, count, in any order, with or without a head.

    Tab, comma or semicolon; months as 2025-03, 2025/3, 2025年3月, 202503. ``codes`` turns the names
    of channels into codes. Raises UserError ``told_not_readable`` with the line.
    """
    lines = [line for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    if not lines:
        raise UserError("told_empty")
    sign = max("\t;,", key=lines[0].count)
    table = [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=sign)
    ]
    return told_of(table, codes=codes)


def told_of(
    table: Sequence[Sequence[str]], *, codes: Mapping[str, str] | None = None
) -> tuple[Told, ...]:
    """Told figures from the cells of a table; raises as ``parse_told`` does."""
    places = _places(table[0])
    body = table if places is None else table[1:]
    month_at, channel_at, told_at = places or _guessed(table[0])
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for number, row in enumerate(body, 1 if places is None else 2):
        month = _month(_cell(row, month_at))
        channel = _cell(row, channel_at)
        count = _number(_cell(row, told_at))
        if month is None or count is None:
            raise UserError("told_not_readable", row=number)
        if channel.casefold() in TOTAL_WORDS:
            channel = ""
        sums[month, (codes or {}).get(channel, channel)] += count
    return tuple(Told(month, channel, count) for (month, channel), count in sorted(sums.items()))


def _places(head: Sequence[str]) -> tuple[int | None, int | None, int | None] | None:
    """Where month, channel and count stand if the first row is a head."""
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        plain = cell.strip().casefold()
        for name, words in _HEADS.items():
            if plain in words and name not in found:
                found[name] = place
    if "told" not in found:
        return None
    return found.get("month"), found.get("channel"), found["told"]


def _guessed(row: Sequence[str]) -> tuple[int | None, int | None, int | None]:
    """Without a head: the last column counts, a column that reads as a month is the month."""
    last = len(row) - 1
    month = next((at for at, cell in enumerate(row[:last]) if _month(cell)), None)
    channel = next((at for at in range(last) if at != month), None)
    return month, channel, last


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _month(text: str) -> str | None:
    """2025-03; empty for all months; None for what is no month."""
    if text.casefold() in TOTAL_WORDS:
        return ""
    found = _MONTH.match(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return f"{found[1]}-{int(found[2]):02d}"


def _number(text: str) -> int | None:
    return int(re.sub("[, ]", "", text)) if _COUNT.fullmatch(text) else None
