"""The one writing hand of an open file: op in, journalled step out, or nothing at all."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from auditapp.errors import UserError
from auditapp.store import capture, drafts, driver, undo
from auditapp.store.encoding import ArgValue, CellChange, encode_args
from auditapp.store.models.columns import parse_utc, utc_text
from auditapp.store.op import Change, Outcome, StepRef, uuid7

if TYPE_CHECKING:
    from auditapp.store.journal import Journal, StepRow

T = TypeVar("T")
Affirmed = list[tuple[str, uuid.UUID, str]]
Work = Callable[[], tuple[T, Affirmed]]

_TICK: Final = timedelta(microseconds=1)


class Writer:
    """Runs work inside ``BEGIN IMMEDIATE … COMMIT`` and turns what changed into a step."""

    def __init__(
        self,
        connection: driver.Connection,
        columns: capture.Columns,
        journal: Journal,
        clock: Callable[[], datetime],
    ) -> None:
        self._db = connection
        self._columns = columns
        self._journal = journal
        self._clock = clock
        self._ledgers: dict[uuid.UUID | None, undo.UndoLedger] = {}
        self.written = 0

    def transact(
        self,
        code: str,
        args: Mapping[str, ArgValue],
        work: Work[T],
        *,
        actor: uuid.UUID | None,
        gesture: uuid.UUID | None = None,
        undoes: bytes | None = None,
        keeps_nothing: bool = True,
    ) -> Outcome[T]:
        """Do the work; no change, no step; an exception leaves the file as it was.

        Without a change all is rolled back, so that bytes which no row names do not stay;
        ``keeps_nothing`` False commits what the journal does not see (a draft that goes).
        """
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.execute("PRAGMA defer_foreign_keys=ON")
            value, affirmed = work()
            changes = capture.net_changes(self._db)
            changes += [self._affirmation(*cell) for cell in affirmed]
            row = None
            if changes:
                row = self._journal.prepare(
                    at=self._stamp(),
                    actor_id=None if actor is None else actor.bytes,
                    op=code,
                    args=encode_args(args),
                    gesture=(gesture or uuid7()).bytes,
                    undoes=undoes,
                    changes=changes,
                )
                drafts.forget(self._db, changes)
            if changes or not keeps_nothing:
                capture.clear(self._db)
                self._db.execute("COMMIT")
            else:
                self.roll_back()
        except BaseException:
            self.roll_back()
            raise
        return Outcome(value, self._noted(row, actor), _grouped(changes))

    def take_back(
        self, gesture: bytes, op: str, kind: str, actor: uuid.UUID | None
    ) -> Outcome[str]:
        """Write back what a gesture changed, as a step of ``kind`` undo or redo."""

        def work() -> tuple[str, Affirmed]:
            undo.write_back(self._db, gesture, self._columns)
            return op, []

        try:
            return self.transact(kind, {"op": op}, work, actor=actor, undoes=gesture)
        except driver.IntegrityError as error:
            raise UserError("undo_conflict", who="?", what=op) from error

    def flush(self, draft: drafts.DraftRow) -> Outcome[None] | None:
        """Turn a draft into a step of the person who typed it.

        None: its cell is none of ours, or its row cannot be made any more. It stays a draft, so
        that its text is not lost, and keeps nobody from the file.
        """
        if not drafts.is_known(draft, self._columns):
            return None
        args: dict[str, ArgValue] = {
            "table": draft.table,
            "row": draft.row_id.hex(),
            "field": draft.field,
        }

        def work() -> tuple[None, Affirmed]:
            drafts.apply(self._db, draft)
            return None, []

        actor = None if draft.actor_id is None else uuid.UUID(bytes=draft.actor_id)
        try:
            return self.transact(draft.op, args, work, actor=actor, keeps_nothing=False)
        except driver.IntegrityError:
            return None

    def ledger(self, actor: uuid.UUID | None) -> undo.UndoLedger:
        """What this person can undo and redo."""
        if actor not in self._ledgers:
            actor_id = None if actor is None else actor.bytes
            self._ledgers[actor] = undo.UndoLedger(self._db, actor_id)
        return self._ledgers[actor]

    def reload(self) -> None:
        """The journal changed behind this object."""
        self._journal.reload()
        self._ledgers.clear()

    def roll_back(self) -> None:
        """Leave no transaction open and no captured row behind."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")
        capture.clear(self._db)

    def _noted(self, row: StepRow | None, actor: uuid.UUID | None) -> StepRef | None:
        if row is None:
            return None
        self._journal.committed(row)
        self.written += 1
        if actor in self._ledgers:
            self._ledgers[actor].note(row.gesture, row.undoes, row.op)
        gesture = uuid.UUID(bytes=row.gesture)
        return StepRef(row.hash, row.seq, row.op, gesture, parse_utc(row.at))

    def _stamp(self) -> str:
        """The time of a step: the clock's, but never before the latest step of the file."""
        now = utc_text(self._clock())
        last = self._journal.last_at
        return now if now > last else utc_text(parse_utc(last) + _TICK)

    def _affirmation(self, table: str, row_id: uuid.UUID, name: str) -> CellChange:
        row = self._db.execute(
            f'SELECT "{name}" FROM "{table}" WHERE id = ?', (row_id.bytes,)
        ).fetchone()
        return capture.make_change(table, row_id.bytes, capture.UPDATE, name, row[0], row[0])


def _grouped(changes: list[CellChange]) -> frozenset[Change]:
    fields: dict[tuple[str, bytes, str], set[str]] = {}
    for change in changes:
        fields.setdefault((change.table, change.row_id, change.kind), set()).add(change.field)
    return frozenset(
        Change(table, uuid.UUID(bytes=row_id), kind, frozenset(names))
        for (table, row_id, kind), names in fields.items()
    )
