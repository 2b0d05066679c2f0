"""Taking values out of a database for good, below the journal: tables, change rows, drafts.

A change row keeps the 32-byte digest of an erased value where its 16-byte salt was, so the step's
hash still recomputes. Every former value of the cell goes, not only the last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.store.encoding import DIGEST_BYTES, Cell, cell_digest
from auditapp.store.replay import CellKey, replay_rows
from auditapp.store.tables import quoted, read_schema, update_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from auditapp.store.driver import Connection

_SIDES = ("before", "after")


@dataclass(frozen=True, slots=True)
class ErasedCounts:
    """What an erasing took out."""

    values: int
    drafts: int


def erase_cells(connection: Connection, cells: Iterable[CellKey]) -> ErasedCounts:
    """Erase every value that cells ever held, in the running transaction."""
    wanted = set(cells)
    values = sum(_erase_cell(connection, cell, None) for cell in wanted)
    drafts = sum(_erase_drafts(connection, cell) for cell in wanted)
    rewrite_cells(connection, wanted)
    return ErasedCounts(values, drafts)


def erase_values(connection: Connection, values: Mapping[CellKey, Collection[Cell]]) -> int:
    """Erase these values of these cells wherever the journal names them; tables stay as they are.

    For merging: what one copy erased is found by its value in the other copy's later steps.
    """
    return sum(_erase_cell(connection, cell, known) for cell, known in values.items())


def rewrite_cells(connection: Connection, cells: Iterable[CellKey]) -> None:
    """Write into the tables what the journal now gives cells; rows that are not there stay away."""
    wanted = set(cells)
    schema = read_schema(connection)
    state = replay_rows(connection, {cell[:2] for cell in wanted})
    for table, row_id, name in wanted:
        column = schema.get(table, {}).get(name)
        if column is not None:
            value = state.tables.get(table, {}).get(row_id, {}).get(name)
            update_row(connection, table, row_id, {name: column.blank if value is None else value})


def erased_sides(connection: Connection) -> set[tuple[bytes, int, str]]:
    """(step, n, before|after) of every erased value."""
    return {
        (step, n, side)
        for side in _SIDES
        for step, n in connection.execute(
            f"SELECT step, n FROM change WHERE length(salt_{side}) = ?", (DIGEST_BYTES,)
        ).fetchall()
    }


def _erase_cell(connection: Connection, cell: CellKey, values: Collection[Cell] | None) -> int:
    table, row_id, name = cell
    rows = connection.execute(
        f"SELECT step, n, before, after, salt_before, salt_after FROM change"
        f" WHERE row_id = ? AND {quoted('table')} = ? AND field = ?",
        (row_id, table, name),
    ).fetchall()
    count = 0
    for step, n, before, after, salt_before, salt_after in rows:
        for side, value, salt in (
            ("before", before, salt_before),
            ("after", after, salt_after),
        ):
            if value is None or len(salt) == DIGEST_BYTES or not _is_meant(value, values):
                continue
            connection.execute(
                f"UPDATE change SET {side} = NULL, salt_{side} = ? WHERE step = ? AND n = ?",
                (cell_digest(salt, value), step, n),
            )
            count += 1
    return count


def _is_meant(value: Cell, values: Collection[Cell] | None) -> bool:
    return values is None or any(type(one) is type(value) and one == value for one in values)


def _erase_drafts(connection: Connection, cell: CellKey) -> int:
    table, row_id, name = cell
    found = connection.execute(
        f"DELETE FROM draft WHERE row_id = ? AND {quoted('table')} = ? AND field = ?",
        (row_id, table, name),
    )
    return found.rowcount
