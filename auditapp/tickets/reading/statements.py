"""Statements of the reader: run so that they can be cancelled, texts quoted by one function."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from auditapp.errors import UserError
from auditapp.tickets.database import cancelling

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection

_FULL: Final = (
    "No space left",
    "File too large",
    "Disk quota",
    "not enough space",
    "Could not write",
)


def rows(connection: Connection, sql: str, progress: Progress) -> list[tuple[Any, ...]]:
    """Run one statement; its rows. Raises Cancelled, UserError ``disk_full``."""
    with cancelling(connection, progress), disk_full_said():
        return connection.execute(sql).fetchall()


@contextmanager
def disk_full_said() -> Generator[None]:
    """What DuckDB says about a full disk as UserError ``disk_full``."""
    try:
        yield
    except Exception as error:
        # By its words: DuckDB's own class is known in database.py alone.
        if any(words in str(error) for words in _FULL):
            raise UserError("disk_full") from error
        raise


def literal(text: str) -> str:
    """A text as an SQL string literal; the one function that makes them."""
    return "'" + text.replace("'", "''") + "'"


def one_of(value: str, texts: Iterable[str]) -> str:
    """Whether a value is one of some texts.

    Not ``IN``: DuckDB makes a join of a long one, which loses the order of the rows.
    """
    return "(" + (" OR ".join(f"{value} = {literal(text)}" for text in texts) or "FALSE") + ")"
