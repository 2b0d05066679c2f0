"""Small canonical tables for the engine's tests, written from plain Python values."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.tickets.database import connect
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.rules.library import RuleLibrary, load_library, load_profiles, load_rules
from auditapp.tickets.rules.run import Request, run
from auditapp.yamlio.problems import Collector

if TYPE_CHECKING:
    from auditapp.tickets.database import Connection
    from auditapp.tickets.results import RuleResult
    from auditapp.tickets.rules.model import Rule
    from auditapp.yamlio.problems import Problem

ROOT = Path(__file__).parents[4]
CHECKLISTS = ROOT / "checklists"
BAD = object()
"""A value that stands there and cannot be read."""

_TYPES = {Kind.TEXT: "VARCHAR", Kind.CODE: "VARCHAR", Kind.FLAG: "BOOLEAN",
          Kind.NUMBER: "DOUBLE", Kind.TIME: "TIMESTAMP"}  # fmt: skip
Row = dict[str, Any]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def write_table(connection: Connection, rows: list[Row], table: Table = Table.TICKETS) -> None:
    """The columns are those that any row names; offsets are 0 unless ``<field>__off`` is given."""
    names = {name for row in rows for name in row}
    fields = [it for it in fields_of(table) if it.column in names or it.column == "ticket_id"]
    columns = ["row_no BIGINT"]
    if table is Table.TICKETS:
        columns.append("dup BOOLEAN")
    for field in fields:
        columns.append(f'"{field.column}" {_TYPES[field.kind]}')
        if field.kind is Kind.TIME:
            columns.append(f'"{field.column}__off" SMALLINT')
            columns.append(f'"{field.column}__day" BOOLEAN')
        if field.kind in (Kind.TIME, Kind.NUMBER, Kind.FLAG):
            columns.append(f'"{field.column}__bad" BOOLEAN')
    connection.execute(f"CREATE OR REPLACE TABLE {table.value} ({', '.join(columns)})")
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):
        values: list[Any] = [number]
        if table is Table.TICKETS:
            values.append(row.get("ticket_id") in seen)
            seen.add(str(row.get("ticket_id")))
        for field in fields:
            value = row.get(field.column)
            values.append(None if value is BAD else value)
            if field.kind is Kind.TIME:
                values.append(row.get(f"{field.column}__off", 0))
                values.append(False)
            if field.kind in (Kind.TIME, Kind.NUMBER, Kind.FLAG):
                values.append(value is BAD)
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO {table.value} VALUES ({marks})", values)


def rules_from(text: str, tmp_path: Path, library: RuleLibrary) -> list[Rule]:
    """Rules written in YAML, which must be without fault."""
    rules, problems = try_rules(text, tmp_path, library)
    assert problems == ()
    return rules


def try_rules(
    text: str, tmp_path: Path, library: RuleLibrary
) -> tuple[list[Rule], tuple[Problem, ...]]:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    found = Collector()
    if text.lstrip().startswith("profile"):
        profiles = load_profiles([path], library.switches, found)
        rules = [rule for profile in profiles.values() for rule in profile.rules]
    else:
        rules = list(load_rules([path], library.switches, found).values())
    return rules, found.problems


def judge(
    rule: Rule,
    rows: list[Row],
    library: RuleLibrary,
    *,
    sides: dict[Table, list[Row]] | None = None,
    **asked: Any,
) -> RuleResult:
    """One rule over a few tickets."""
    connection = connect()
    try:
        write_table(connection, rows)
        for table, side in (sides or {}).items():
            write_table(connection, side, table)
        return run(connection, [rule], library, Request(**asked)).rules[0]
    finally:
        connection.close()


def verdicts(
    rule: Rule,
    rows: list[Row],
    library: RuleLibrary,
    *,
    sides: dict[Table, list[Row]] | None = None,
    **asked: Any,
) -> list[tuple[str, str]]:
    """(verdict, reason) of each ticket in order."""
    connection = connect()
    try:
        write_table(connection, rows)
        for table, side in (sides or {}).items():
            write_table(connection, side, table)
        run(connection, [rule], library, Request(keep="kept", **asked))
        found = connection.execute(
            f'SELECT verdict, reason FROM kept."{rule.id}" ORDER BY row_no'
        ).fetchall()
        return [(str(verdict), str(reason)) for verdict, reason in found]
    finally:
        connection.close()


def shipped() -> RuleLibrary:
    return load_library(CHECKLISTS)
