"""Typed text before it is a step: overwritten in place, not journalled, never lost.

A draft names a cell (table, row, column) and, for a row that may not exist yet, the columns to
insert it with. It becomes one step when the field is left, and at the next opening after a crash.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from auditapp.store.encoding import Cell, CellChange, canonical_json
from auditapp.store.models.columns import utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from auditapp.store.driver import Connection

_ID_MARK = "id:"


@dataclass(frozen=True, slots=True)
class Cellref:
    """The cell that a text field edits, the op that its step is called, and how to make the row."""

    table: str
    row_id: uuid.UUID
    field: str
    op: str
    insert_with: Mapping[str, Cell | uuid.UUID]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A stored draft."""

    row_id: bytes
    field: str
    table: str
    actor_id: bytes | None
    op: str
    args: str
    text: str


def save(
    connection: Connection, cell: Cellref, text: str, actor: uuid.UUID | None, at: datetime
) -> None:
    """Overwrite the draft of a cell (the caller commits)."""
    args = canonical_json({name: _stored(value) for name, value in cell.insert_with.items()})
    connection.execute(
        'INSERT INTO draft (row_id, field, "table", actor_id, at, op, args, text)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (row_id, field) DO UPDATE SET"
        " actor_id = excluded.actor_id, at = excluded.at, op = excluded.op,"
        " args = excluded.args, text = excluded.text",
        (
            cell.row_id.bytes,
            cell.field,
            cell.table,
            None if actor is None else actor.bytes,
            utc_text(at),
            cell.op,
            args,
            text,
        ),
    )


def load(connection: Connection) -> list[DraftRow]:
    """All drafts, oldest first."""
    rows = connection.execute(
        'SELECT row_id, field, "table", actor_id, op, args, text FROM draft ORDER BY at, row_id'
    ).fetchall()
    return [DraftRow(*row) for row in rows]


def forget(connection: Connection, changes: Iterable[CellChange]) -> None:
    """A step wrote these cells: an older draft of them must not become a step after it."""
    if connection.execute("SELECT 1 FROM draft LIMIT 1").fetchone() is not None:
        connection.executemany(
            "DELETE FROM draft WHERE row_id = ? AND field = ?",
            [(change.row_id, change.field) for change in changes],
        )


def is_known(draft: DraftRow, columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether a draft names a cell that there is: a file may come from anywhere, and the names
    become part of a statement."""
    known = columns.get(draft.table, ())
    try:
        named: object = json.loads(draft.args)
    except ValueError:
        return False
    return (
        isinstance(named, dict)
        and draft.field in known
        and all(name in known for name in cast("dict[str, object]", named))
    )


def apply(connection: Connection, draft: DraftRow) -> None:
    """Write a draft into its cell and forget it, inside the running transaction."""
    values = {name: _loaded(value) for name, value in json.loads(draft.args).items()}
    exists = connection.execute(
        f'SELECT 1 FROM "{draft.table}" WHERE id = ?', (draft.row_id,)
    ).fetchone()
    if exists is None and draft.text:
        names = ", ".join(f'"{name}"' for name in ("id", *values))
        marks = ", ".join("?" for _ in range(len(values) + 1))
        connection.execute(
            f'INSERT INTO "{draft.table}" ({names}) VALUES ({marks})',
            (draft.row_id, *values.values()),
        )
    connection.execute(
        f'UPDATE "{draft.table}" SET "{draft.field}" = ? WHERE id = ? AND "{draft.field}" IS NOT ?',
        (draft.text or None, draft.row_id, draft.text or None),
    )
    connection.execute(
        "DELETE FROM draft WHERE row_id = ? AND field = ?", (draft.row_id, draft.field)
    )


def _stored(value: Cell | uuid.UUID) -> str | int | None:
    if isinstance(value, uuid.UUID):
        return _ID_MARK + value.hex
    if isinstance(value, bytes):
        return _ID_MARK + value.hex()
    return value


def _loaded(value: str | int | None) -> Cell:
    if isinstance(value, str) and value.startswith(_ID_MARK):
        return bytes.fromhex(value.removeprefix(_ID_MARK))
    return value
