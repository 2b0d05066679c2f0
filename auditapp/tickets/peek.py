"""Looking further into a source before it is imported: all values of a column, a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.tickets.database import close, connect
from auditapp.tickets.normalise import distinct
from auditapp.tickets.reading.loading import STAGE
from auditapp.tickets.reading.source import opened
from auditapp.tickets.reading.statements import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.reading.source import ReadOptions


def all_values(
    path: Path, options: ReadOptions, columns: Sequence[str], progress: Progress
) -> tuple[str, ...]:
    """Every value of a column (of several, joined as they are read), the most frequent first.

    Raises UserError as reading would, Cancelled, OSError.
    """
    with opened(path, options, progress) as source:
        wanted = sorted(source.columns.index(name) for name in columns)
        connection = connect()
        try:
            source.load(connection, wanted, progress)
            parts = ", ".join(f"v{source.columns.index(name)}" for name in columns)
            value = f"nullif(concat_ws(' ', {parts}), '')"
            kept = f"(SELECT * FROM {STAGE} WHERE reason IS NULL)"
            return distinct(connection, kept, value, progress)
        finally:
            close(connection)


def small_table(path: Path, options: ReadOptions, progress: Progress) -> list[list[str]]:
    """All cells of a small table, its head first: an auditee's own report. Raises as reading."""
    with opened(path, options, progress) as source:
        connection = connect()
        try:
            places = list(range(len(source.columns)))
            source.load(connection, places, progress)
            parts = ", ".join(f"coalesce(v{at}, '')" for at in places)
            found = rows(
                connection,
                f"SELECT {parts} FROM {STAGE} WHERE reason IS NULL ORDER BY row_no",
                progress,
            )
        finally:
            close(connection)
        return [list(source.columns), *([str(cell) for cell in row] for row in found)]
