from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditapp.jobs.progress import Progress
from auditapp.tickets.database import close, connect
from auditapp.tickets.intake import Intake, read_source
from auditapp.tickets.reading.source import ReadOptions

if TYPE_CHECKING:
    from pathlib import Path


def read(
    path: Path, *pairs: str, query: str = "SELECT * FROM tickets ORDER BY row_no", **options: Any
) -> tuple[Intake, list[tuple[Any, ...]]]:
    """Read a file into memory; the intake and the rows of a query."""
    connection = connect()
    try:
        intake = read_source(
            connection, path, ReadOptions(**options), list(pairs), progress=Progress()
        )
        return intake, connection.execute(query).fetchall()
    finally:
        close(connection)


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    """A text file with the line ends as they are written."""
    path.write_bytes(content.encode(encoding))
    return path
