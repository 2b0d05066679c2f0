"""Rules over 1,000,000 tickets, each kind beside the same figures in SQL written by hand.

The plan's budgets (20 rules in 5 s, all in 15 s, 2 GB) hold on the plan's machine; here they are
shown, and what fails is the ratio to the floor, timed in turns.
"""

from __future__ import annotations

import resource
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.tickets.clocks.calendars import install
from auditapp.tickets.database import close, connect
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.model import RuleKind
from auditapp.tickets.rules.run import Request, run
from tests.bench.figures import Figure, timed
from tests.bench.made_tickets import make_tickets

if TYPE_CHECKING:
    from auditapp.tickets.database import Connection
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule

ROWS = 1_000_000
TURNS = 3
RATIO = 4.0
"""A rule says more than the floor: why each ticket cannot be tested, details, limits, reasons."""

ROWS_BY_HAND = {
    "R-010": """SELECT row_no, date_diff('second', submitted_at, dispatched_at) / 60.0 AS value,
  CASE WHEN submitted_at IS NULL THEN 'missing' WHEN dispatched_at IS NULL THEN 'running'
    WHEN value > CASE WHEN is_urgent_type THEN 15 WHEN customer_tier = 'vip' THEN 30 ELSE 60 END
    THEN 'late' ELSE 'pass' END AS outcome
  FROM tickets""",
    "R-035": """SELECT row_no, b.work_no - a.work_no AS value,
  CASE WHEN closed_at IS NULL THEN 'missing' WHEN followup_at IS NULL THEN 'running'
    WHEN followup_at < closed_at THEN 'negative' WHEN value > 10 THEN 'late' ELSE 'pass' END
    AS outcome
  FROM tickets LEFT JOIN floor_days AS a ON a.day = CAST(closed_at AS DATE)
  LEFT JOIN floor_days AS b ON b.day = CAST(followup_at AS DATE)""",
    "R-040": """SELECT row_no, earlier AS value,
  CASE WHEN earlier = 0 THEN 'pass' WHEN accepts = 'no' THEN 'dissatisfied' ELSE 'repeat' END
    AS outcome
  FROM (SELECT row_no, count(*) OVER w AS earlier, last_value(customer_accepts) OVER w AS accepts
    FROM tickets WINDOW w AS (PARTITION BY customer_key, issue_key ORDER BY received_at
      RANGE BETWEEN INTERVAL 90 DAYS PRECEDING AND CURRENT ROW EXCLUDE GROUP))""",
    "R-042": """SELECT row_no, NULL::DOUBLE AS value,
  CASE WHEN channel_in IN ('regulator', 'media', 'group_co', 'provincial_co', 'consumer_org',
    'gov_hotline') AND origin_level IN ('provincial', 'national') THEN 'up' ELSE 'pass' END
    AS outcome
  FROM tickets""",
    "R-055": """SELECT row_no, n AS value,
  CASE WHEN n >= 3 AND watch_class_system IS NULL THEN 'absent' ELSE 'pass' END AS outcome
  FROM (SELECT row_no, watch_class_system,
    count(*) FILTER (final_class IN ('complaint', 'opinion')) OVER (
      PARTITION BY customer_key, date_trunc('month', received_at) ORDER BY received_at) AS n
    FROM tickets)""",
    "CB-11": """SELECT row_no,
  CAST(decision_notified_at AS DATE) - CAST(received_at AS DATE) AS value,
  CASE WHEN decision_notified_at IS NULL THEN 'running'
    WHEN decision_notified_at < received_at THEN 'negative' WHEN value > 15 THEN 'late'
    ELSE 'pass' END AS outcome
  FROM tickets""",
}
"""The rows of each rule, written by hand for this table alone."""


def by_hand(connection: Connection, rows: str) -> None:
    """The floor: the rows, their counts, the distribution, the first exceptions."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE floor_rows AS {rows}")
    connection.execute("SELECT outcome, count(*) FROM floor_rows GROUP BY ALL").fetchall()
    connection.execute(
        "SELECT count(value), min(value), quantile_cont(value, [0.5, 0.9, 0.95]), avg(value), "
        "max(value) FROM floor_rows WHERE outcome <> 'running'"
    ).fetchall()
    connection.execute(
        "SELECT ticket_id FROM (SELECT row_no FROM floor_rows WHERE outcome <> 'pass' "
        "ORDER BY row_no LIMIT 1000) JOIN tickets USING (row_no)"
    ).fetchall()


def figures() -> list[Figure]:
    library = load_library(Path(__file__).parents[2] / "checklists")
    with tempfile.TemporaryDirectory() as folder:
        connection = connect(Path(folder) / "bench.tickets", temp=Path(folder))
        try:
            make_tickets(connection, ROWS)
            install(connection, library.calendars.tables["CN"], "floor_days")
            return [*_by_rule(connection, library), *_together(connection, library)]
        finally:
            close(connection)


def _run(connection: Connection, rules: list[Rule], library: RuleLibrary) -> None:
    found = run(connection, rules, library, _REQUEST)
    assert len(found.rules) == len(rules)


_REQUEST = Request(most_exceptions=1_000, as_of=datetime(2026, 1, 1), period_from=date(2025, 1, 1))  # noqa: DTZ001


def _by_rule(connection: Connection, library: RuleLibrary) -> list[Figure]:
    found: list[Figure] = []
    for name, rows in ROWS_BY_HAND.items():
        rule = replace(library.rule(name), beside=())
        best = lowest = float("inf")
        for _ in range(TURNS):
            lowest = min(lowest, timed(lambda sql=rows: by_hand(connection, sql)))
            best = min(best, timed(lambda it=rule: _run(connection, [it], library)))
        found.append(
            Figure(f"rule {name}", best, "s", lowest, "hand-written SQL", RATIO, note=rule.name.en)
        )
    return found


def _together(connection: Connection, library: RuleLibrary) -> list[Figure]:
    """20 rules and all, beside as many hand-written ones of six kinds in turn."""
    every = [it for it in library.rules.values() if it.kind is not RuleKind.READING]
    clocks = [rule for profile in library.profiles.values() for rule in profile.rules]
    floors = list(ROWS_BY_HAND.values())
    found: list[Figure] = []
    for name, rules, plan in (
        ("20 rules", every[:20], "the plan's budget is 5 s"),
        ("all rules", every, "the plan's budget is 15 s"),
        ("all clocks of all profiles", clocks, ""),
    ):
        some = [floors[at % len(floors)] for at in range(len(rules))]
        lowest = timed(lambda them=some: [by_hand(connection, rows) for rows in them])
        taken = timed(lambda them=rules: _run(connection, them, library))
        floor_name = f"{len(rules)} written by hand"
        found.append(Figure(name, taken, "s", lowest, floor_name, RATIO, note=plan))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    found.append(Figure("peak memory of rules", peak, "GB", budget=2.0))
    return found
