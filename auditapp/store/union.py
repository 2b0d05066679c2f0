"""Taking another copy's steps into an open file: the union, then the tables that follow from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.store.blobs import PIECE
from auditapp.store.chain import Named, named_erasures
from auditapp.store.encoding import CellChange, split_parents, step_hash
from auditapp.store.erasing import erase_values, erased_sides
from auditapp.store.journal import CHANGE_COLUMNS, STEP_COLUMNS, StepRow, write_step
from auditapp.store.replay import Conflict, State, replay
from auditapp.store.tables import (
    Row,
    Schema,
    delete_row,
    insert_row,
    quoted,
    read_schema,
    read_tables,
    update_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditapp.store.driver import Connection
    from auditapp.store.encoding import Cell
    from auditapp.store.replay import CellKey


@dataclass(frozen=True, slots=True)
class Union:
    """What came over, and what the tables made of it; ``erasures`` are all that the union names."""

    steps: int
    blobs: int
    rows: int
    erased: int
    conflicts: tuple[Conflict, ...]
    erasures: Named


def take_in(target: Connection, source: Connection) -> Union:
    """Add all of ``source`` that ``target`` lacks, inside the caller's transaction.

    The tables become what the union of steps gives. What either copy erased is erased in the
    union, also where the other one wrote it on. Raises UserError ``merge_source_invalid`` when a
    step of the source does not recompute.
    """
    missing = _missing_steps(target, source)
    values = _erased_values(target, source)
    _require_sound(target, missing, source)
    for step in missing:
        write_step(target, step, _changes_of(source, step.hash))
    erased = erase_values(target, values)
    named = named_erasures(target)
    before = {row[0] for row in target.execute("SELECT DISTINCT sha256 FROM blob").fetchall()}
    blobs = _take_blobs(target, source, before | named.blobs)
    for sha256 in before & named.blobs:
        target.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))
        erased += 1
    state = replay(target)
    rows = settle_tables(target, state)
    return Union(
        steps=len(missing),
        blobs=blobs,
        rows=rows,
        erased=erased,
        conflicts=tuple(state.conflicts),
        erasures=named,
    )


def settle_tables(connection: Connection, state: State) -> int:
    """Make the tables what a state says; returns the number of rows that were written."""
    schema = read_schema(connection)
    tables = read_tables(connection, schema)
    written = 0
    for table, columns in schema.items():
        held, told = tables[table], state.tables.get(table, {})
        for row_id in held.keys() - told.keys():
            delete_row(connection, table, row_id)
            written += 1
        for row_id, row in told.items():
            wanted = {name: row.get(name, column.blank) for name, column in columns.items()}
            if row_id not in held:
                insert_row(connection, table, row_id, wanted)
                written += 1
                continue
            different = _different(schema, table, held[row_id], wanted)
            if different:
                update_row(connection, table, row_id, different)
                written += 1
    return written


def _different(schema: Schema, table: str, held: Row, wanted: Row) -> Row:
    return {
        name: wanted[name]
        for name in schema[table]
        if held.get(name) != wanted[name] or type(held.get(name)) is not type(wanted[name])
    }


def _missing_steps(target: Connection, source: Connection) -> list[StepRow]:
    known = {row[0] for row in target.execute("SELECT hash FROM step").fetchall()}
    rows = source.execute(f"SELECT {STEP_COLUMNS} FROM step ORDER BY at, seq").fetchall()
    return [StepRow(*row) for row in rows if row[0] not in known]


def _changes_of(source: Connection, step: bytes) -> list[CellChange]:
    rows = source.execute(
        f"SELECT {CHANGE_COLUMNS} FROM change WHERE step = ? ORDER BY n", (step,)
    ).fetchall()
    return [CellChange(*row) for row in rows]


def _require_sound(target: Connection, steps: Iterable[StepRow], source: Connection) -> None:
    rows = target.execute("SELECT hash, writer_id, seq FROM step").fetchall()
    there = {row[0] for row in rows}
    numbers = {(row[1], row[2]) for row in rows}
    coming = list(steps)
    there.update(step.hash for step in coming)
    for step in coming:
        numbers.add((step.writer_id, step.seq))
        if not _is_sound(step, _changes_of(source, step.hash), there):
            raise UserError("merge_source_invalid", path="")
    if len(numbers) != len(there):
        raise UserError("merge_source_invalid", path="")


def _is_sound(step: StepRow, changes: list[CellChange], there: set[bytes]) -> bool:
    try:
        return step_hash(step.head(), changes) == step.hash and all(
            parent in there for parent in split_parents(step.parents)
        )
    except (ValueError, TypeError, AttributeError):
        return False


def _erased_values(target: Connection, source: Connection) -> dict[CellKey, set[Cell]]:
    """The values that one copy erased and the other still has, by cell."""
    mine, theirs = erased_sides(target), erased_sides(source)
    found: dict[CellKey, set[Cell]] = {}
    for holder, sides in ((source, mine - theirs), (target, theirs - mine)):
        for step, n, side in sides:
            row = holder.execute(
                f"SELECT {quoted('table')}, row_id, field, {side} FROM change"
                " WHERE step = ? AND n = ?",
                (step, n),
            ).fetchone()
            if row is not None and row[3] is not None:
                found.setdefault((row[0], row[1], row[2]), set()).add(row[3])
    return found


def _take_blobs(target: Connection, source: Connection, skip: set[str]) -> int:
    rows = source.execute("SELECT DISTINCT sha256 FROM blob ORDER BY sha256").fetchall()
    coming = [row[0] for row in rows if row[0] not in skip]
    for sha256 in coming:
        _take_blob(target, source, sha256)
    return len(coming)


def _take_blob(target: Connection, source: Connection, sha256: str) -> None:
    digest, n = hashlib.sha256(), 0
    while True:
        row = source.execute(
            "SELECT piece FROM blob WHERE sha256 = ? AND n = ?", (sha256, n)
        ).fetchone()
        if row is None:
            break
        piece = bytes(row[0])
        digest.update(piece)
        target.execute("INSERT INTO blob (sha256, n, piece) VALUES (?, ?, ?)", (sha256, n, piece))
        n += 1
        if len(piece) < PIECE:
            break
    if digest.hexdigest() != sha256:
        raise UserError("merge_source_invalid", path="")
