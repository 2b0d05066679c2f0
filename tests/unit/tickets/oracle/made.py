"""Random ticket tables with all that goes wrong, as rows and as canonical tables."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from auditapp.tickets.fields import Kind, Table, fields_of
from tests.unit.tickets.oracle.verdicts import Data, Row
from tests.unit.tickets.oracle.words import T

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.database import Connection
    from auditapp.tickets.fields import Field

FIRST = datetime(2025, 1, 6)  # noqa: DTZ001
AS_OF = datetime(2025, 11, 20, 12)  # noqa: DTZ001
OFFSETS = (480, 480, 480, 480, 480, 0, 60, -300, -240, 600, 330)
EDGES = tuple(timedelta(minutes=it) for it in (0, 15, 30, 60, 120, 240, 1440, 2880))
NEAR = (timedelta(0), timedelta(seconds=1), timedelta(seconds=-1), timedelta(minutes=1))
WORDS = {
    "category_l1": ("bill", "信访", "data", "hardship", "network"),
    "category_l2": ("petition", "privacy", "trustee", "other"),
    "category_l3": ("superannuation", "other", "default notice"),
    "description": ("calls the regulator", "nothing works", "要曝光", "Media and PRESS", ""),
    "root_cause_code": ("c1", "c2", "c3"),
    "reason": ("external_appraisal", "mediation", "customer_wish"),
}
_TYPES = {Kind.TEXT: "VARCHAR", Kind.CODE: "VARCHAR", Kind.FLAG: "BOOLEAN",
          Kind.NUMBER: "DOUBLE", Kind.TIME: "TIMESTAMP"}  # fmt: skip


def make(seed: int, rows: int, *, gone: float = 0.0, offset: int = 480) -> Data:
    """Tables of ``rows`` tickets; ``gone`` is the share of fields without a column."""
    dice = Random(seed)
    tickets: list[Row] = []
    for number in range(rows):
        row = _ticket(dice, number)
        if tickets and dice.random() < 0.01:
            row["ticket_id"] = dice.choice(tickets)["ticket_id"]
        tickets.append(row)
    tables = {"tickets": tickets}
    for table in (Table.CONTACTS, Table.PAUSES):
        if dice.random() >= gone:
            tables[table.value] = [
                _side(dice, dice.choice(tickets), table, number) for number in range(rows)
            ]
    columns: dict[str, frozenset[str]] = {}
    for name, made in tables.items():
        keep = {"ticket_id", "received_at", "at", "from"}
        fields = [it.column for it in fields_of(Table(name))]
        kept = {it for it in fields if it in keep or dice.random() >= gone}
        for row in made:
            for field in set(fields) - kept:
                row.pop(field, None)
            row["bad"] = row["bad"] & kept
        columns[name] = frozenset(kept)
    as_of = T(AS_OF - timedelta(minutes=offset), offset)
    return Data(tables, columns, as_of, date(2025, 1, 8), offset)


def _ticket(dice: Random, number: int) -> Row:
    received = FIRST + timedelta(seconds=dice.randrange(0, 318 * 86400))
    if dice.random() < 0.2:
        # Month ends, evenings and the days around holidays.
        month = dice.randrange(1, 12)
        received = datetime(2025, month, 1) - timedelta(seconds=dice.choice((0, 1, 14400, 57600)))  # noqa: DTZ001
        received = max(received, FIRST)
    off = dice.choice(OFFSETS)
    row: Row = {"row_no": number + 2, "bad": frozenset[str](), "ticket_id": f"T{number}"}
    bad = set[str]()
    base = received
    for field in fields_of(Table.TICKETS):
        name = field.column
        if name == "ticket_id":
            continue
        if name == "followup_at":
            base = row["closed_at"].at if row.get("closed_at") else received
        row[name] = _value(dice, field, base, off)
        if name == "received_at" and row[name] is not None:
            row[name] = T(received, off, row[name].day)
        if field.kind in (Kind.TIME, Kind.NUMBER, Kind.FLAG) and dice.random() < 0.01:
            row[name] = None
            bad.add(name)
    return row | {"bad": frozenset(bad)}


def _side(dice: Random, ticket: Row, table: Table, number: int) -> Row:
    base = ticket["received_at"].at if ticket["received_at"] else FIRST
    off = ticket["received_at"].off if ticket["received_at"] else 0
    row: Row = {"row_no": number + 2, "bad": frozenset[str](), "ticket_id": ticket["ticket_id"]}
    bad = set[str]()
    for field in fields_of(table):
        if field.column == "ticket_id":
            continue
        row[field.column] = _value(dice, field, base, off)
        if field.kind is Kind.TIME and dice.random() < 0.01:
            row[field.column] = None
            bad.add(field.column)
    if row.get("to") and row.get("from") and dice.random() < 0.95:
        row["from"], row["to"] = sorted((row["from"], row["to"]))
    return row | {"bad": frozenset(bad)}


def _value(dice: Random, field: Field, base: datetime, off: int) -> Any:
    empty = 0.02 if field.column in ("received_at", "customer_key", "issue_key") else 0.3
    if dice.random() < empty:
        return None
    match field.kind:
        case Kind.FLAG:
            return dice.random() < 0.35
        case Kind.NUMBER:
            return float(dice.randrange(0, 6))
        case Kind.TIME:
            return _time(dice, base, off)
        case _:
            pass
    if field.codes:
        return dice.choice(field.codes)
    if field.column in WORDS:
        return dice.choice(WORDS[field.column]) or None
    if field.column == "customer_key":
        return f"C{dice.randrange(700)}"
    if field.column == "issue_key":
        return f"I{dice.randrange(3)}"
    if field.column == "followup_unit":
        return f"U{dice.randrange(30)}"
    return f"U{dice.randrange(5)}"


def _time(dice: Random, base: datetime, off: int) -> T:
    kind = dice.random()
    if kind < 0.15:
        at = base + dice.choice(EDGES) + dice.choice(NEAR)
    elif kind < 0.3:
        # The same local time of day some days on, so that dates are the edge.
        at = base + timedelta(days=dice.randrange(0, 65))
    elif kind < 0.33:
        at = base - timedelta(minutes=dice.randrange(1, 5000))
    else:
        at = base + timedelta(minutes=dice.expovariate(1 / 6000))
    if dice.random() < 0.1:
        off = dice.choice(OFFSETS)
    at = at.replace(microsecond=0)
    if dice.random() < 0.05:
        wall = datetime.combine((at + timedelta(minutes=off)).date(), datetime.min.time())
        return T(wall - timedelta(minutes=off), off, True)
    return T(at, off)


def write(connection: Connection, data: Data, folder: Path) -> None:
    """The canonical tables of the rows, by way of a file."""
    for name, rows in data.tables.items():
        fields = [it for it in fields_of(Table(name)) if it.column in data.columns[name]]
        columns, names = ["row_no BIGINT"], ["row_no"]
        if name == "tickets":
            columns.append("dup BOOLEAN")
        for field in fields:
            columns.append(f'"{field.column}" {_TYPES[field.kind]}')
            if field.kind is Kind.TIME:
                columns.append(f'"{field.column}__off" SMALLINT')
                columns.append(f'"{field.column}__day" BOOLEAN')
            if field.kind in (Kind.TIME, Kind.NUMBER, Kind.FLAG):
                columns.append(f'"{field.column}__bad" BOOLEAN')
        names = [it.split()[0] for it in columns]
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(names)
            seen = set[str]()
            for row in rows:
                cells: list[Any] = [row["row_no"]]
                if name == "tickets":
                    cells.append(row["ticket_id"] in seen)
                    seen.add(row["ticket_id"])
                for field in fields:
                    cells += _cells(row, field)
                writer.writerow("~" if it is None else it for it in cells)
        connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        connection.execute(f"COPY {name} FROM '{path}' (HEADER, NULLSTR '~')")


def _cells(row: Row, field: Field) -> list[Any]:
    value = row.get(field.column)
    if field.kind is Kind.TIME:
        given = (value.at, value.off, value.day) if value else (None, 0, False)
        return [*given, field.column in row["bad"]]
    if field.kind in (Kind.NUMBER, Kind.FLAG):
        return [value, field.column in row["bad"]]
    return [value]
