"""Times are read while the file is scanned; what the first rows showed must hold for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.jobs.progress import Progress
from auditapp.tickets.database import close, connect
from auditapp.tickets.intake import read_source
from auditapp.tickets.reading.source import ReadOptions

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "2025-03-01 08:00:00"


@pytest.mark.parametrize(
    ("late", "bad", "day"),
    [
        ("2025-03-02 09:30:00", 0, False),
        ("2025/3/2", 0, True),
        ("2025年3月2日 下午3:05", 0, False),
        ("later", 1, False),
        ("-", 0, False),
        ("", 0, False),
    ],
)
@pytest.mark.parametrize("offset", [None, 480])
def test_a_value_far_below_is_read_as_if_it_stood_on_top(
    tmp_path: Path, late: str, bad: int, *, day: bool, offset: int | None
) -> None:
    # The rows shown to the planner are the first 200.
    below = [PLAIN] * 300 + [late]
    results = []
    for times in (below, [late, *below[:-1]]):
        path = tmp_path / "t.csv"
        lines = [f"{at},{value}" for at, value in enumerate(times)]
        path.write_text("\n".join(["ticket,received", *lines, ""]), encoding="utf-8")
        connection = connect()
        intake = read_source(
            connection,
            path,
            ReadOptions(offset=offset),
            ["ticket_id=ticket", "received_at=received"],
            progress=Progress(),
        )
        assert intake.rows_kept == len(times)
        assert sum(intake.bad.values()) == bad
        results.append(
            sorted(
                connection.execute(
                    "SELECT received_at, received_at__off, received_at__bad, received_at__day, "
                    "count(*) FROM tickets GROUP BY ALL"
                ).fetchall(),
                key=str,
            )
        )
        close(connection)
    assert results[0] == results[1]
    assert any(row[3] for row in results[0]) is day
    assert {row[1] for row in results[0] if row[0] is not None} == {offset or 0}
