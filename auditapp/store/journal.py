"""Reading and writing steps: heads, sequence numbers, the rows of ``step`` and ``change``."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.store.encoding import (
    DIGEST_BYTES,
    Cell,
    CellChange,
    StepHead,
    join_parents,
    split_parents,
    step_hash,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.store.driver import Connection

CHANGE_COLUMNS = '"table", row_id, kind, field, before, after, salt_before, salt_after'


@dataclass(frozen=True, slots=True)
class StepRow:
    """A stored step without its changes; times as UTC text."""

    hash: bytes
    writer_id: bytes
    seq: int
    parents: bytes
    at: str
    actor_id: bytes | None
    op: str
    args: str
    gesture: bytes
    undoes: bytes | None
    revision: str

    def head(self) -> StepHead:
        """The part of the step that is hashed beside its changes."""
        return StepHead(
            writer_id=self.writer_id.hex(),
            seq=self.seq,
            parents=tuple(parent.hex() for parent in split_parents(self.parents)),
            at=self.at,
            actor_id=None if self.actor_id is None else self.actor_id.hex(),
            op=self.op,
            args=self.args,
            gesture=self.gesture.hex(),
            undoes=None if self.undoes is None else self.undoes.hex(),
            revision=self.revision,
        )


STEP_COLUMNS = "hash, writer_id, seq, parents, at, actor_id, op, args, gesture, undoes, revision"


class Journal:
    """The journal of one writer connection: knows the heads and continues the sequence."""

    def __init__(self, connection: Connection, revision: str) -> None:
        self._connection = connection
        self.revision = revision
        self.writer_id = uuid.uuid4()
        self._seq = 0
        self.heads, self.last_at = load_heads(connection)

    @property
    def seq(self) -> int:
        """The number of steps that this writer has written."""
        return self._seq

    def reload(self) -> None:
        """Look again: the file's steps changed behind this object (merge, migration)."""
        self.heads, self.last_at = load_heads(self._connection)

    def prepare(
        self,
        *,
        at: str,
        actor_id: bytes | None,
        op: str,
        args: str,
        gesture: bytes,
        undoes: bytes | None,
        changes: Sequence[CellChange],
    ) -> StepRow:
        """Make the next step over ``changes`` and write it; ``commit`` counts it afterwards."""
        row = StepRow(
            hash=b"",
            writer_id=self.writer_id.bytes,
            seq=self._seq + 1,
            parents=join_parents(self.heads),
            at=at,
            actor_id=actor_id,
            op=op,
            args=args,
            gesture=gesture,
            undoes=undoes,
            revision=self.revision,
        )
        row = _with_hash(row, step_hash(row.head(), changes))
        write_step(self._connection, row, changes)
        return row

    def committed(self, row: StepRow) -> None:
        """The step is on disk: continue after it."""
        self._seq = row.seq
        self.heads = frozenset({row.hash})
        self.last_at = max(self.last_at, row.at)


def load_heads(connection: Connection) -> tuple[frozenset[bytes], str]:
    """The hashes of the steps that no step names as parent, and the latest time of a step."""
    # In SQL for the steps with one parent, which nearly all are: a tenth of a second less on
    # 100,000 steps, and no row of them comes to Python.
    rows = connection.execute(
        "SELECT hash FROM step EXCEPT SELECT parents FROM step WHERE length(parents) = ?",
        (DIGEST_BYTES,),
    ).fetchall()
    heads = {row[0] for row in rows}
    latest, longest = connection.execute(
        "SELECT coalesce(max(at), ''), coalesce(max(length(parents)), 0) FROM step"
    ).fetchone()
    if longest > DIGEST_BYTES:
        merged = connection.execute(
            "SELECT parents FROM step WHERE length(parents) > ?", (DIGEST_BYTES,)
        ).fetchall()
        for (parents,) in merged:
            heads.difference_update(split_parents(parents))
    return frozenset(heads), latest


def write_step(connection: Connection, row: StepRow, changes: Sequence[CellChange]) -> None:
    """Insert a step and its changes."""
    connection.execute(
        f"INSERT INTO step ({STEP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.hash,
            row.writer_id,
            row.seq,
            row.parents,
            row.at,
            row.actor_id,
            row.op,
            row.args,
            row.gesture,
            row.undoes,
            row.revision,
        ),
    )
    connection.executemany(
        f"INSERT INTO change (step, n, {CHANGE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                row.hash,
                n,
                change.table,
                change.row_id,
                change.kind,
                change.field,
                change.before,
                change.after,
                change.salt_before,
                change.salt_after,
            )
            for n, change in enumerate(changes)
        ),
    )


def steps_of_gesture(connection: Connection, gesture: bytes) -> list[StepRow]:
    """The steps of a gesture in the order in which they were made."""
    rows = connection.execute(
        f"SELECT {STEP_COLUMNS} FROM step WHERE gesture = ? ORDER BY at, seq", (gesture,)
    ).fetchall()
    return [StepRow(*row) for row in rows]


def changes_of(connection: Connection, step: bytes) -> list[CellChange]:
    """The changes of a step in order."""
    rows = connection.execute(
        f"SELECT {CHANGE_COLUMNS} FROM change WHERE step = ? ORDER BY n", (step,)
    ).fetchall()
    return [CellChange(*row) for row in rows]


def last_writer_of(
    connection: Connection, table: str, row_id: bytes, name: str
) -> tuple[bytes | None, Cell]:
    """Who wrote a cell last (actor id, or None) and what."""
    row = connection.execute(
        "SELECT s.actor_id, c.after FROM change c JOIN step s ON s.hash = c.step"
        ' WHERE c.row_id = ? AND c."table" = ? AND c.field = ? ORDER BY s.at DESC, s.hash DESC'
        " LIMIT 1",
        (row_id, table, name),
    ).fetchone()
    return (None, None) if row is None else (row[0], row[1])


def _with_hash(row: StepRow, digest: bytes) -> StepRow:
    return StepRow(
        digest,
        row.writer_id,
        row.seq,
        row.parents,
        row.at,
        row.actor_id,
        row.op,
        row.args,
        row.gesture,
        row.undoes,
        row.revision,
    )
