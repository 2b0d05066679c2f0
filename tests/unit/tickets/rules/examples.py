"""Worked examples of the shipped rules: a few rows each, with the verdict beside each row.

A file of ``cases/`` is a list of cases::

    - rule: R-010
      case: what is shown
      dossier: [1]              # numbers of the dossier's worked examples (3.15)
      base: {…}                 # columns that all rows have
      rows:                     # tickets (rows of ``contacts`` for a rule over contacts)
        - {is: pass, v: 30, d: from_recorded, submitted_at: …}
      contacts: […]  pauses: […]  tickets: […]     # the other tables
      choices: {…}  values: {…}  as_of: …  from: …  rate: [numerator, denominator]

``is`` is the verdict and, after a blank, the reason; ``v`` the measured value; ``d`` the detail;
``x`` repeats the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from auditapp.tickets.database import connect
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.rules.library import RuleLibrary, load_library
from auditapp.tickets.rules.run import Request, run
from tests.unit.tickets.engine.tables import CHECKLISTS, Row, write_table

if TYPE_CHECKING:
    from auditapp.tickets.results import RuleResult
    from auditapp.tickets.rules.model import Rule

CASES = Path(__file__).parent / "cases"
KEYS = frozenset(
    {"rule", "case", "dossier", "base", "rows", "contacts", "pauses", "tickets", "choices",
     "values", "as_of", "from", "rate"}
)  # fmt: skip
EXPECTED = ("is", "v", "d")


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    dossier: tuple[int, ...]
    expected: tuple[Row, ...]
    table: Table
    tables: dict[Table, list[Row]]
    asked: dict[str, Any]
    rate: tuple[int, int] | None

    @property
    def id(self) -> str:
        return f"{self.rule} {self.name}"


@cache
def library() -> RuleLibrary:
    return load_library(CHECKLISTS)


def all_rules() -> tuple[Rule, ...]:
    """Rules and the clocks of all profiles."""
    clocks = (rule for profile in library().profiles.values() for rule in profile.rules)
    return (*library().rules.values(), *clocks)


@cache
def all_cases() -> tuple[Case, ...]:
    return tuple(
        _case(item)
        for path in sorted(CASES.glob("*.yaml"))
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def _case(item: dict[str, Any]) -> Case:
    assert set(item) <= KEYS, sorted(set(item) - KEYS)
    table = library().rule(item["rule"]).over
    base = item.get("base", {})
    rows = [
        {name: value for name, value in {**base, **row}.items() if name != "x"}
        for row in item["rows"]
        for _ in range(row.get("x", 1))
    ]
    tables = {Table(name): _typed(Table(name), item[name])
              for name in ("contacts", "pauses", "tickets") if name in item}  # fmt: skip
    plain = [{name: row[name] for name in row if name not in EXPECTED} for row in rows]
    tables[table] = _typed(table, plain)
    asked: dict[str, Any] = {
        "choices": {name: str(value) for name, value in item.get("choices", {}).items()},
        "values": item.get("values", {}),
        "as_of": _time(item["as_of"]) if "as_of" in item else None,
        "period_from": date.fromisoformat(str(item["from"])) if "from" in item else None,
    }
    rate = item.get("rate")
    return Case(item["rule"], item["case"], tuple(item.get("dossier", ())), tuple(rows), table,
                tables, asked, None if rate is None else (rate[0], rate[1]))  # fmt: skip


def _time(value: Any) -> datetime:
    return datetime.fromisoformat(str(value))


def _typed(table: Table, rows: list[Row]) -> list[Row]:
    kinds = {field.column: field.kind for field in fields_of(table)}
    typed: list[Row] = []
    for number, row in enumerate(rows, 1):
        unknown = set(row) - set(kinds)
        assert not unknown, sorted(unknown)
        new: Row = {"ticket_id": f"T{number}"} if table is Table.TICKETS else {}
        for name, value in row.items():
            is_time = kinds[name] is Kind.TIME and value is not None
            new[name] = _time(value) if is_time else value
        typed.append(new)
    return typed


def run_case(case: Case) -> tuple[list[Row], RuleResult]:
    """(verdict, reason, detail, value) of each row in order, and the rule's result."""
    connection = connect()
    try:
        for table, rows in case.tables.items():
            write_table(connection, rows, table)
        rule = library().rule(case.rule)
        result = run(connection, [rule], library(), Request(keep="kept", **case.asked)).rules[0]
        found = connection.execute(
            "SELECT verdict, coalesce(reason, ''), coalesce(detail, ''), value "
            f'FROM kept."{case.rule}" ORDER BY row_no'
        ).fetchall()
    finally:
        connection.close()
    rows = [{"is": f"{verdict} {reason}".strip(), "d": detail, "v": value}
            for verdict, reason, detail, value in found]  # fmt: skip
    return rows, result


def both(case: Case) -> tuple[list[Row], list[Row], RuleResult]:
    """What is written beside the rows, what was found of the same things, and the result."""
    found, result = run_case(case)
    wanted = [{name: row[name] for name in EXPECTED if name in row} for row in case.expected]
    shown = [
        {name: round(row[name], 3) if isinstance(row[name], float) else row[name] for name in kept}
        for row, kept in zip(found, wanted, strict=True)
    ]
    for row in wanted:
        if "v" in row:
            row["v"] = round(float(row["v"]), 3)
    return wanted, shown, result
