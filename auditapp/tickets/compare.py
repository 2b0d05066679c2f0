"""A second extract held against the first: rows that vanished, came, or changed.

Both lie in files of their own; they are attached side by side, only to be read. Tickets are the
same if their id is; only with pseudonyms of one key can the rest be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.database import cancelling, close, connect
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection

ROWS: Final = 1000
"""Differences that are listed; all are counted."""
VANISHED: Final = "vanished"
APPEARED: Final = "appeared"


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that differs; for a whole row the field is ``vanished`` or ``appeared``."""

    ticket: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the second extract changed. ``common``: tickets in both.

    ``appeared`` counts tickets that are new in the second although they were received within the
    time of the first. ``changed`` counts tickets by field.
    """

    common: int
    vanished: int
    appeared: int
    changed: Mapping[str, int]
    rows: tuple[Difference, ...]


def compare(first: Path, second: Path, progress: Progress) -> Comparison:
    """Hold two populations' tickets against one another; times first, then all other fields.

    A ticket whose id occurs twice is compared by its first row. Raises UserError
    ``tickets_file_locked``, Cancelled.
    """
    connection = connect()
    try:
        for name, path in (("one", first), ("two", second)):
            place = str(path).replace("'", "''")
            connection.execute(f"ATTACH '{place}' AS {name} (READ_ONLY)")
        with cancelling(connection, progress):
            return _compare(connection)
    finally:
        close(connection)


def _compare(connection: Connection) -> Comparison:
    one, two = _columns(connection, "one"), _columns(connection, "two")
    if "ticket_id" not in one or "ticket_id" not in two:
        return Comparison(0, 0, 0, {}, ())
    shared = [
        field
        for field in fields_of(Table.TICKETS)
        if field.column in one and field.column in two and field.id != "ticket_id"
    ]
    # Times are what is tampered with: they come first in the list of differences.
    shared.sort(key=lambda field: field.kind is not Kind.TIME)
    for name in ("one", "two"):
        connection.execute(
            f"CREATE TEMP TABLE {name}_t AS SELECT * FROM {name}.main.tickets"
            " QUALIFY row_number() OVER (PARTITION BY ticket_id ORDER BY row_no) = 1"
        )
    common = _one(connection, "SELECT count(*) FROM one_t JOIN two_t USING (ticket_id)")
    gone = "FROM one_t ANTI JOIN two_t USING (ticket_id) WHERE ticket_id IS NOT NULL"
    came = "FROM two_t ANTI JOIN one_t USING (ticket_id) WHERE ticket_id IS NOT NULL"
    if "received_at" in one and "received_at" in two:
        came += (
            " AND received_at BETWEEN (SELECT min(received_at) FROM one_t)"
            " AND (SELECT max(received_at) FROM one_t)"
        )
    vanished = _one(connection, f"SELECT count(*) {gone}")
    appeared = _one(connection, f"SELECT count(*) {came}")
    rows = [
        Difference(str(ticket), kind, "", "")
        for kind, wanted in ((VANISHED, gone), (APPEARED, came))
        for (ticket,) in connection.execute(
            f"SELECT ticket_id {wanted} ORDER BY row_no LIMIT {ROWS}"
        ).fetchall()
    ]
    changed: dict[str, int] = {}
    for field in shared:
        number, listed = _changed(connection, field.column, ROWS - min(len(rows), ROWS))
        if number:
            changed[field.id] = number
            rows += [
                Difference(ticket, field.id, before, after) for ticket, before, after in listed
            ]
    return Comparison(common, vanished, appeared, changed, tuple(rows[:ROWS]))


def _changed(
    connection: Connection, column: str, most: int
) -> tuple[int, list[tuple[str, str, str]]]:
    name = quote(column)
    where = f"FROM one_t a JOIN two_t b USING (ticket_id) WHERE a.{name} IS DISTINCT FROM b.{name}"
    number = _one(connection, f"SELECT count(*) {where}")
    if not number or most <= 0:
        return number, []
    rows = connection.execute(
        f"SELECT ticket_id, coalesce(CAST(a.{name} AS VARCHAR), ''),"
        f" coalesce(CAST(b.{name} AS VARCHAR), '') {where} ORDER BY a.row_no LIMIT {most}"
    ).fetchall()
    return number, [(str(ticket), str(before), str(after)) for ticket, before, after in rows]


def _columns(connection: Connection, catalog: str) -> set[str]:
    rows = connection.execute(
        "SELECT column_name FROM duckdb_columns()"
        " WHERE database_name = ? AND table_name = 'tickets'",
        [catalog],
    ).fetchall()
    return {str(name) for (name,) in rows}


def _one(connection: Connection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return 0 if row is None else int(row[0])
