"""The journal's ears: TEMP triggers on the one writer connection.

They see every write below SQLAlchemy (links, bulk statements, cascades). What they captured becomes
the net changes of a step: first value before, last value after, per cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.store.encoding import Cell, CellChange, new_salt

if TYPE_CHECKING:
    from auditapp.store.driver import Connection

INSERT, UPDATE, DELETE = "insert", "update", "delete"
Columns = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class _RowEvents:
    first: str
    last: str
    before: dict[str, Cell] = field(default_factory=dict[str, Cell])
    after: dict[str, Cell] = field(default_factory=dict[str, Cell])


def journalled_columns(connection: Connection, skip: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Every journalled table of the file and its columns but the id, as in the file."""
    unseen = set(skip)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall()
    return {
        name: tuple(
            row[1]
            for row in connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            if row[1] != "id"
        )
        for (name,) in names
        if name not in unseen
    }


def install(connection: Connection, columns: Columns) -> None:
    """Put the capture table and one trigger per table and kind on the connection."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS captured (n INTEGER PRIMARY KEY, tbl TEXT, row_id BLOB,"
        " kind TEXT, field TEXT, before, after)"
    )
    for table, names in columns.items():
        for kind in (INSERT, UPDATE, DELETE):
            connection.execute(_trigger(table, names, kind))


def remove(connection: Connection, columns: Columns) -> None:
    """Take the triggers off, for writes that the journal already tells (merge, erase)."""
    for table in columns:
        for kind in (INSERT, UPDATE, DELETE):
            connection.execute(f'DROP TRIGGER IF EXISTS temp."capture_{table}_{kind}"')


def clear(connection: Connection) -> None:
    """Forget what was captured."""
    connection.execute("DELETE FROM temp.captured")


def net_changes(connection: Connection) -> list[CellChange]:
    """What the transaction changed in the end, in the order in which rows were first touched."""
    rows: dict[tuple[str, bytes], _RowEvents] = {}
    captured = connection.execute(
        "SELECT tbl, row_id, kind, field, before, after FROM temp.captured ORDER BY n"
    ).fetchall()
    for table, row_id, kind, name, before, after in captured:
        events = rows.setdefault((table, row_id), _RowEvents(kind, kind))
        events.last = kind
        events.before.setdefault(name, before)
        events.after[name] = after
    return [
        change for (table, row_id), events in rows.items() for change in _net(table, row_id, events)
    ]


def _net(table: str, row_id: bytes, events: _RowEvents) -> list[CellChange]:
    was, now_is = events.first != INSERT, events.last != DELETE
    if not was and not now_is:
        return []
    kind = UPDATE if was and now_is else DELETE if was else INSERT
    return [
        make_change(table, row_id, kind, name, events.before[name], after)
        for name, after in events.after.items()
        if not same_cell(events.before[name], after)
    ]


def make_change(
    table: str, row_id: bytes, kind: str, name: str, before: Cell, after: Cell
) -> CellChange:
    """A changed cell with fresh salts."""
    return CellChange(table, row_id, kind, name, before, after, new_salt(), new_salt())


def same_cell(one: Cell, other: Cell) -> bool:
    """Equal in value and type: 1 is not '1'."""
    return type(one) is type(other) and one == other


def _trigger(table: str, names: Sequence[str], kind: str) -> str:
    if kind == INSERT:
        rows = [(name, "NULL", f'NEW."{name}"', f'NEW."{name}" IS NOT NULL') for name in names]
    elif kind == DELETE:
        rows = [(name, f'OLD."{name}"', "NULL", f'OLD."{name}" IS NOT NULL') for name in names]
    else:
        rows = [
            (name, f'OLD."{name}"', f'NEW."{name}"', f'OLD."{name}" IS NOT NEW."{name}"')
            for name in names
        ]
    side = "OLD" if kind == DELETE else "NEW"
    body = "".join(
        "INSERT INTO captured (tbl, row_id, kind, field, before, after)"
        f" SELECT '{table}', {side}.id, '{kind}', '{name}', {before}, {after} WHERE {test};"
        for name, before, after, test in rows
    )
    return (
        f'CREATE TEMP TRIGGER IF NOT EXISTS "capture_{table}_{kind}"'
        f' AFTER {kind.upper()} ON main."{table}" BEGIN {body} END'
    )
