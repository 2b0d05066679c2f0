"""Undo and redo out of the journal, also after closing and reopening.

Undo is a new step that writes back what a gesture had changed, only where every cell still holds
what the gesture wrote; otherwise it names who changed what and does nothing. It never crosses a
migration, an erase or the issuing of the audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.store.capture import same_cell
from auditapp.store.journal import changes_of, last_writer_of, steps_of_gesture
from auditapp.store.op import BARRIERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.store.driver import Connection
    from auditapp.store.encoding import Cell

UNDO, REDO = "undo", "redo"
EXEMPT = frozenset({"counter"})
"""Tables that undo leaves: a number is never given twice."""
SOFT_REFERENCES = (("text", "owner_id"), ("sign_off", "subject_id"))
"""Columns that point at rows without a foreign key."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """What belongs together for the user: its id and the op code that names it."""

    id: bytes
    op: str


class UndoLedger:
    """What one person can undo and redo next, kept in step with the journal."""

    def __init__(self, connection: Connection, actor_id: bytes | None) -> None:
        self._undo: list[Gesture] = []
        self._redo: list[tuple[Gesture, Gesture]] = []
        marks = ", ".join("?" for _ in BARRIERS)
        rows = connection.execute(
            "SELECT gesture, undoes, op FROM step"
            f" WHERE actor_id IS ? OR op IN ({marks}) ORDER BY at, seq",
            (actor_id, *sorted(BARRIERS)),
        ).fetchall()
        for gesture, undoes, op in rows:
            self.note(gesture, undoes, op)

    def note(self, gesture: bytes, undoes: bytes | None, op: str) -> None:
        """A step was written."""
        if op in BARRIERS:
            self._undo.clear()
            self._redo.clear()
        elif undoes is None:
            self._redo.clear()
            if not self._undo or self._undo[-1].id != gesture:
                self._undo.append(Gesture(gesture, op))
        elif op == UNDO:
            target = next((item for item in self._undo if item.id == undoes), None)
            if target is not None:
                self._undo.remove(target)
                self._redo.append((Gesture(gesture, op), target))
        else:
            pair = next((item for item in self._redo if item[0].id == undoes), None)
            if pair is not None:
                self._redo.remove(pair)
                self._undo.append(Gesture(gesture, pair[1].op))

    def next_undo(self) -> Gesture | None:
        """The gesture that undo would take back."""
        return self._undo[-1] if self._undo else None

    def next_redo(self) -> tuple[Gesture, Gesture] | None:
        """The undo step that redo would undo, and the gesture it would bring back."""
        return self._redo[-1] if self._redo else None


@dataclass(slots=True)
class _RowNet:
    inserted: bool
    deleted: bool
    before: dict[str, Cell]
    after: dict[str, Cell]


def write_back(
    connection: Connection, gesture: bytes, columns: Mapping[str, Sequence[str]]
) -> None:
    """Restore what stood before a gesture, inside the running transaction.

    Raises UserError ``undo_conflict`` (who, what) when a cell has been changed since, or a row that
    the gesture made is in use elsewhere.
    """
    rows = _net_rows(connection, gesture)
    removed = [key for key, net in rows.items() if net.inserted and not net.deleted]
    for (table, row_id), net in rows.items():
        _check(connection, table, row_id, net, columns[table])
    for table, row_id in removed:
        _check_unused(connection, table, row_id, set(removed))
    for (table, row_id), net in reversed(rows.items()):
        _restore(connection, table, row_id, net)


def _net_rows(connection: Connection, gesture: bytes) -> dict[tuple[str, bytes], _RowNet]:
    rows: dict[tuple[str, bytes], _RowNet] = {}
    for step in steps_of_gesture(connection, gesture):
        for change in changes_of(connection, step.hash):
            if change.table in EXEMPT:
                continue
            key = (change.table, change.row_id)
            net = rows.get(key)
            if net is None:
                net = rows[key] = _RowNet(change.kind == "insert", False, {}, {})
            net.deleted = change.kind == "delete"
            net.before.setdefault(change.field, change.before)
            net.after[change.field] = change.after
    return rows


def _check(
    connection: Connection, table: str, row_id: bytes, net: _RowNet, columns: Sequence[str]
) -> None:
    names = columns if net.inserted else tuple(net.after)
    current = _cells(connection, table, row_id, names)
    if net.deleted:
        if current is not None:
            raise _conflict(connection, table, row_id, names[0])
        return
    if current is None:
        raise _conflict(connection, table, row_id, names[0])
    for name in names:
        if not same_cell(current[name], net.after.get(name)):
            raise _conflict(connection, table, row_id, name)


def _check_unused(
    connection: Connection, table: str, row_id: bytes, removed: set[tuple[str, bytes]]
) -> None:
    for other, column in SOFT_REFERENCES:
        rows = connection.execute(
            f'SELECT id FROM "{other}" WHERE "{column}" = ?', (row_id,)
        ).fetchall()
        for (other_id,) in rows:
            if (other, other_id) not in removed:
                raise _conflict(connection, other, other_id, column)


def _restore(connection: Connection, table: str, row_id: bytes, net: _RowNet) -> None:
    if net.inserted and net.deleted:
        return
    if net.inserted:
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
        return
    names = list(net.before)
    values = [net.before[name] for name in names]
    if net.deleted:
        listed = ", ".join(f'"{name}"' for name in ("id", *names))
        marks = ", ".join("?" for _ in range(len(names) + 1))
        connection.execute(f'INSERT INTO "{table}" ({listed}) VALUES ({marks})', (row_id, *values))
        return
    pairs = ", ".join(f'"{name}" = ?' for name in names)
    connection.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*values, row_id))


def _cells(
    connection: Connection, table: str, row_id: bytes, names: Sequence[str]
) -> dict[str, Cell] | None:
    listed = ", ".join(f'"{name}"' for name in names)
    row = connection.execute(f'SELECT {listed} FROM "{table}" WHERE id = ?', (row_id,)).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def _conflict(connection: Connection, table: str, row_id: bytes, name: str) -> UserError:
    actor, _ = last_writer_of(connection, table, row_id, name)
    row = connection.execute("SELECT name FROM person WHERE id = ?", (actor,)).fetchone()
    return UserError("undo_conflict", who=row[0] if row else "?", what=f"{table}.{name}")
