"""Individual or systemic deviation (R-080) over the population.

Source: the project's domain dossier, R-080. (a) a small cell: at least k tickets of a cause in one
unit in rolling days, only where a cell expects fewer than k in that time; (b) the same cause in
at least m units within days; (c) the share of a cause in the month above the upper limit of
Laney's p' chart (D. B. Laney 2002) with the mean of the months before, in consecutive months.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditapp.tickets.database import query
from auditapp.tickets.results import Cluster, Extra
from auditapp.tickets.rules.control_chart import Month, chart

if TYPE_CHECKING:
    from auditapp.tickets.database import Connection
    from auditapp.tickets.expressions.tree import Literal
    from auditapp.tickets.rules.model import Clusters

_CELLS = """-- (a) small cells: k tickets of a cause in one unit in rolling days, if fewer expected
CREATE OR REPLACE TEMP TABLE cluster_cells AS
WITH seen AS (
  SELECT row_no, cause, cell, wall FROM {rows} WHERE outcome = 'pass'
),
span AS (
  SELECT greatest(1.0, date_diff('day', min(wall), max(wall)) + 1) AS days FROM seen
),
rolling AS (
  SELECT cause, cell, count(*) OVER (
      PARTITION BY cause, cell ORDER BY wall
      RANGE BETWEEN to_days(CAST($cell_days AS INTEGER)) PRECEDING AND CURRENT ROW) AS together
  FROM seen
)
SELECT cause, cell, max(together) AS together, count(*) AS tickets,
  count(*) * $cell_days / any_value(span.days) AS expected
FROM rolling, span GROUP BY cause, cell
HAVING max(together) >= $cell_tickets AND expected < $cell_tickets"""

_UNITS = """-- (b) the same cause in several units within days
CREATE OR REPLACE TEMP TABLE cluster_units AS
WITH seen AS (
  SELECT DISTINCT cause, cell, CAST(wall AS DATE) AS day FROM {rows} WHERE outcome = 'pass'
),
expected AS (
  SELECT cause, count(*) * $unit_days / any_value(span.days) AS tickets
  FROM {rows}, (SELECT greatest(1.0, date_diff('day', min(wall), max(wall)) + 1) AS days
                FROM {rows} WHERE outcome = 'pass') AS span
  WHERE outcome = 'pass' GROUP BY cause
),
rolling AS (
  SELECT cause, len(list_distinct(list(cell) OVER (
      PARTITION BY cause ORDER BY day
      RANGE BETWEEN to_days(CAST($unit_days AS INTEGER)) PRECEDING AND CURRENT ROW))) AS units
  FROM seen WHERE cause IN (SELECT cause FROM expected WHERE tickets < $units)
)
SELECT cause, max(units) AS units FROM rolling GROUP BY cause HAVING max(units) >= $units"""

_MONTHS = """-- (c) tickets of each cause and of all by month, for the control chart
SELECT cause, date_trunc('month', wall) AS month, count(*) AS tickets
FROM {rows} WHERE outcome = 'pass' GROUP BY ALL ORDER BY ALL"""


@dataclass(frozen=True, slots=True)
class _Key:
    cause: str
    unit: str


def find_clusters(
    connection: Connection, rows: str, body: Clusters, chosen: dict[str, Literal]
) -> tuple[Extra, str]:
    """Find the clusters and judge the rows: in a cluster and untreated = fail.

    ``rows`` is a table (row_no, outcome, cause, cell, wall, treated), outcome ``pass`` for
    all that have a cause, a unit and a time. Rows in no cluster become not_applicable. Returns
    the clusters and the SQL that was run.
    """
    values = {
        name: float(value)
        for name, value in chosen.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }
    cells = _CELLS.format(rows=rows)
    units = _UNITS.format(rows=rows)
    months = _MONTHS.format(rows=rows)
    connection.execute(cells, _only(values, "cell_days", "cell_tickets"))
    connection.execute(units, _only(values, "unit_days", "units"))
    signals: dict[_Key, list[str]] = {}
    for cause, unit in query(connection, "SELECT cause, cell FROM cluster_cells ORDER BY ALL"):
        signals.setdefault(_Key(cause, unit), []).append("cell")
    for (cause,) in query(connection, "SELECT cause FROM cluster_units ORDER BY ALL"):
        signals.setdefault(_Key(cause, ""), []).append("units")
    charts = _charts(query(connection, months), values)
    for cause, points in charts.items():
        if _runs(points, int(values["run_months"])):
            signals.setdefault(_Key(cause, ""), []).append("chart")
    _judge(connection, rows, signals)
    found = _figures(connection, rows, signals, charts)
    shown = found[: body.top]
    text = "\n".join((cells + ";", units + ";", months))
    return Extra(clusters=tuple(shown), clusters_more=len(found) - len(shown)), text


def _only(values: dict[str, float], *names: str) -> dict[str, float]:
    return {name: values[name] for name in names}


def _charts(rows: list[tuple[Any, ...]], values: dict[str, float]) -> dict[str, list[Month]]:
    """The chart of each cause over all months of the population, gaps included."""
    totals: dict[Any, int] = {}
    by_cause: dict[str, dict[Any, int]] = {}
    for cause, month, tickets in rows:
        totals[month] = totals.get(month, 0) + int(tickets)
        by_cause.setdefault(str(cause), {})[month] = int(tickets)
    ordered = sorted(totals)
    return {
        cause: chart(
            [(month.strftime("%Y-%m"), counts.get(month, 0), totals[month]) for month in ordered],
            base=int(values["base_months"]),
            sigma=values["sigma"],
        )
        for cause, counts in by_cause.items()
    }


def _runs(points: list[Month], length: int) -> bool:
    """Whether so many months in a row lie above their limit."""
    run = 0
    for point in points:
        run = run + 1 if point.above else 0
        if run >= length:
            return True
    return False


def _judge(connection: Connection, rows: str, signals: dict[_Key, list[str]]) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE clusters (cause VARCHAR, cell VARCHAR)")
    if signals:
        keys = [[key.cause for key in signals], [key.unit for key in signals]]
        connection.execute(
            "INSERT INTO clusters SELECT unnest($causes), unnest($cells)",
            {"causes": keys[0], "cells": keys[1]},
        )
    connection.execute(
        f"""UPDATE {rows} AS r SET outcome = CASE
    WHEN NOT EXISTS (SELECT 1 FROM clusters AS c
      WHERE c.cause = r.cause AND c.cell IN ('', r.cell)) THEN 'not_applicable'
    WHEN treated THEN 'pass' ELSE 'fail not_treated' END
WHERE outcome = 'pass'"""
    )


def _figures(
    connection: Connection,
    rows: str,
    signals: dict[_Key, list[str]],
    charts: dict[str, list[Month]],
) -> list[Cluster]:
    """The clusters, those with most signals and most tickets first."""
    sql = (
        "SELECT c.cause, c.cell, count(*), count(*) FILTER (WHERE NOT r.treated) "
        f"FROM clusters AS c JOIN {rows} AS r ON r.cause = c.cause AND c.cell IN ('', r.cell) "
        "WHERE r.outcome IN ('pass', 'fail not_treated') GROUP BY ALL"
    )
    found: list[Cluster] = []
    for cause, unit, tickets, untreated in query(connection, sql):
        months = tuple(
            (point.month, point.tickets, point.of, point.mean, point.limit)
            for point in charts.get(cause, [])
        )
        key = _Key(cause, unit)
        found.append(
            Cluster(cause, unit, tuple(signals[key]), int(tickets), int(untreated), months)
        )
    found.sort(key=lambda it: (-len(it.signals), -it.tickets, it.cause, it.unit))
    return found
