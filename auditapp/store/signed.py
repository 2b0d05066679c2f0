"""Sign-offs cover what they say: the file as it was at each of them, hashed again.

The journal is played into an empty copy of the tables, run by run; after each step that made a
sign-off the caller's function hashes what it covers there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.store.encoding import Cell, split_parents
from auditapp.store.replay import read_changes_of, replay
from auditapp.store.tables import (
    Schema,
    Tables,
    delete_row,
    insert_row,
    quoted,
    read_schema,
    update_row,
)

if TYPE_CHECKING:
    from auditapp.store.ancestry import Ancestry
    from auditapp.store.driver import Connection

CoverCheck = Callable[["Connection", str, bytes], str | None]
"""(connection, subject, subject's id) -> hash as hex, or None when the subject is unknown."""


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """Sign-offs whose hash never was that of their subject, and how many were edited since."""

    wrong: tuple[bytes, ...]
    outdated: int


def check_sign_offs(
    journal: Connection, scratch: Connection, ancestry: Ancestry, covers: CoverCheck
) -> SignedFacts:
    """Check every sign-off; ``scratch`` is an empty database of the same schema, and is filled."""
    schema = read_schema(journal)
    made = _steps_that_signed(journal)
    wrong: list[bytes] = []
    runs = {ancestry.places[step].run for step in made if step in ancestry.places}
    for run in sorted(runs):
        steps = _steps_of(ancestry, run)
        _fill(scratch, _before(journal, ancestry, steps[0]), schema)
        for step in steps:
            _apply(scratch, read_changes_of(journal, step), schema)
            signed = made.get(step, ())
            wrong += [row_id for row_id in signed if not _covers_now(scratch, row_id, covers)]
    standing = journal.execute("SELECT id FROM sign_off WHERE withdrawn = 0").fetchall()
    outdated = sum(not _covers_now(journal, row[0], covers) for row in standing)
    return SignedFacts(tuple(wrong), outdated)


def _steps_that_signed(journal: Connection) -> dict[bytes, list[bytes]]:
    rows = journal.execute(
        "SELECT DISTINCT c.step, c.row_id FROM change c JOIN sign_off s ON s.id = c.row_id"
        f" WHERE c.{quoted('table')} = 'sign_off' AND c.kind = 'insert' AND c.field = 'covers'"
    ).fetchall()
    made: dict[bytes, list[bytes]] = {}
    for step, row_id in rows:
        made.setdefault(step, []).append(row_id)
    return made


def _steps_of(ancestry: Ancestry, run: int) -> list[bytes]:
    found = [(place.position, step) for step, place in ancestry.places.items() if place.run == run]
    return [step for _, step in sorted(found)]


def _before(journal: Connection, ancestry: Ancestry, step: bytes) -> Tables:
    stored = journal.execute("SELECT parents FROM step WHERE hash = ?", (step,)).fetchone()[0]
    parents = split_parents(stored)
    if not parents:
        return {}
    return replay(journal, ancestry=ancestry, only=ancestry.past_of(parents)).tables


def _fill(scratch: Connection, tables: Tables, schema: Schema) -> None:
    for table in schema:
        scratch.execute(f"DELETE FROM {quoted(table)}")
    for table, rows in tables.items():
        for row_id, row in rows.items():
            _insert(scratch, schema, table, row_id, row)


def _apply(
    scratch: Connection, changes: list[tuple[str, bytes, str, str, Cell]], schema: Schema
) -> None:
    rows: dict[tuple[str, bytes, str], dict[str, Cell]] = {}
    for table, row_id, kind, name, after in changes:
        if table in schema:
            row = rows.setdefault((table, row_id, kind), {})
            if name in schema[table]:
                row[name] = after
    for (table, row_id, kind), row in rows.items():
        if kind == "insert":
            delete_row(scratch, table, row_id)
            _insert(scratch, schema, table, row_id, row)
        elif kind == "delete":
            delete_row(scratch, table, row_id)
        elif row:
            columns = schema[table]
            shown = {
                name: columns[name].blank if value is None else value for name, value in row.items()
            }
            update_row(scratch, table, row_id, shown)


def _insert(
    scratch: Connection, schema: Schema, table: str, row_id: bytes, row: dict[str, Cell]
) -> None:
    # A column that a later revision added, or whose value was erased, must not stop the playing.
    columns = schema[table]
    known = {name: value for name, value in row.items() if name in columns}
    blanks = {
        name: column.blank
        for name, column in columns.items()
        if column.not_null and known.get(name) is None
    }
    insert_row(scratch, table, row_id, known | blanks)


def _covers_now(connection: Connection, sign_off: bytes, covers: CoverCheck) -> bool:
    row = connection.execute(
        "SELECT subject, subject_id, covers FROM sign_off WHERE id = ?", (sign_off,)
    ).fetchone()
    if row is None:
        return False
    try:
        return covers(connection, row[0], row[1]) == row[2]
    except (ValueError, TypeError, LookupError):
        # Values that no program of ours wrote: the models cannot even read them.
        return False
