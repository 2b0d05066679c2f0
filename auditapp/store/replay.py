"""The journal's meaning: which tables follow from a set of steps.

The rule, which docs/audit-file.md states for strangers too:

* A field holds the write that no other write of the field had seen (by ``parents``). Several such
  writes with different values are a conflict; it holds the latest (``at``, then hash) until a
  person decides, which is an ordinary later step.
* An insert makes every field of its row anew: writes that it had seen no longer count, also where
  it says nothing about the field. It is no opinion of its own on fields that it leaves empty, so
  two people who make the same row beside each other do not conflict over what one of them left out.
* Deleting writes "gone", inserting and updating write "exists"; where both stand beside each other
  "exists" wins, so nothing is lost. Field values take no notice of deletes.
* A row also stays when somebody wrote, beside its deletion, a row that ever referred to it.
* An erased value gives way to any other; alone it leaves the field empty.
* A counter's ``last`` is the highest value ever written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from auditapp.store import ancestry as ancestry_of
from auditapp.store.encoding import DIGEST_BYTES, Cell
from auditapp.store.tables import Schema, Tables, quoted, read_schema, row_exists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from auditapp.store.ancestry import Ancestry
    from auditapp.store.driver import Connection

RowKey = tuple[str, bytes]
CellKey = tuple[str, bytes, str]

HIGHEST = frozenset({("counter", "last")})
"""Fields whose value is the highest ever written."""
_CHANGES = 'SELECT step, n, "table", row_id, kind, field, after, length(salt_after) FROM change'
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the values that stand beside each other, and who wrote it."""

    value: Cell
    at: str
    actor_id: bytes | None
    step: bytes


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was written differently by people who had not seen each other's writing.

    The candidates are different values, the latest first: that one the cell holds.
    """

    table: str
    row_id: bytes
    field: str
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class State:
    """What the journal says: every row (null fields left out), conflicts, erased cells."""

    tables: Tables = field(default_factory=dict[str, dict[bytes, dict[str, Cell]]])
    conflicts: list[Conflict] = field(default_factory=list[Conflict])
    erased: set[CellKey] = field(default_factory=set[CellKey])


class _Write(NamedTuple):
    position: int
    n: int
    value: Cell
    erased: bool
    step: bytes


class _RowLog:
    """The last writes per run of one row (earlier ones of a run count for nobody), and every id
    that it ever referred to."""

    __slots__ = ("events", "fields", "inserts", "references", "touches")

    def __init__(self) -> None:
        self.events: dict[int, tuple[int, bool]] = {}
        self.inserts: dict[int, int] = {}
        self.touches: dict[int, int] = {}
        self.fields: dict[str, dict[int, _Write]] = {}
        self.references: set[tuple[str, bytes]] = set()


def replay(
    connection: Connection,
    *,
    ancestry: Ancestry | None = None,
    only: AbstractSet[bytes] | None = None,
) -> State:
    """The state that all steps of a file give, or those in ``only`` (with all that they had seen).

    Changes whose step is not in the file are left out; ``verify`` reports them.
    """
    known = ancestry or ancestry_of.load(connection)
    logs = _Logs(known, read_schema(connection))
    logs.read(connection.execute(_CHANGES), only)
    return logs.state(connection)


def replay_rows(
    connection: Connection, rows: Iterable[RowKey], *, ancestry: Ancestry | None = None
) -> State:
    """The fields and conflicts of some rows, as if each of them existed."""
    logs = _Logs(ancestry or ancestry_of.load(connection), {})
    wanted = set(rows)
    ids = sorted({row_id for _, row_id in wanted})
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        marks = ", ".join("?" for _ in part)
        found = connection.execute(f"{_CHANGES} WHERE row_id IN ({marks})", part).fetchall()
        logs.read((change for change in found if (change[2], change[3]) in wanted), None)
    return logs.fields_of_all(connection)


def find_conflicts(connection: Connection) -> list[Conflict]:
    """The conflicts that nobody has decided yet; costs nothing in a file that was never merged."""
    if ancestry_of.is_one_line(connection):
        return []
    known = ancestry_of.load(connection)
    forked = known.forked_runs()
    places = known.places
    steps = [digest for digest, place in places.items() if place.run in forked]
    runs: dict[CellKey, set[int]] = {}
    for start in range(0, len(steps), _CHUNK):
        part = steps[start : start + _CHUNK]
        marks = ", ".join("?" for _ in part)
        rows = connection.execute(
            f'SELECT step, "table", row_id, field FROM change WHERE step IN ({marks})', part
        ).fetchall()
        for step, table, row_id, name in rows:
            runs.setdefault((table, row_id, name), set()).add(places[step].run)
    rows_to_see = {cell[:2] for cell, seen in runs.items() if len(seen) > 1}
    found = replay_rows(connection, rows_to_see, ancestry=known).conflicts
    return [one for one in found if row_exists(connection, one.table, one.row_id)]


class _Logs:
    """All that the change rows say, and the rules that turn it into a state."""

    def __init__(self, ancestry: Ancestry, schema: Schema) -> None:
        self._ancestry = ancestry
        self._schema = schema
        self._rows: dict[RowKey, _RowLog] = {}

    def read(
        self,
        changes: Iterable[tuple[bytes, int, str, bytes, str, str, Cell, int]],
        only: AbstractSet[bytes] | None,
    ) -> None:
        """Take change rows in any order."""
        places = self._ancestry.places
        forked = self._ancestry.run_count > 1
        rows = self._rows
        for step, n, table, row_id, kind, name, after, salted in changes:
            place = places.get(step)
            if place is None or (only is not None and step not in only):
                continue
            key = (table, row_id)
            log = rows.get(key)
            if log is None:
                log = rows[key] = _RowLog()
            run, position = place.run, place.position
            gone = kind == "delete"
            if position >= log.events.get(run, (-1, False))[0]:
                log.events[run] = (position, gone)
            if gone:
                continue
            if position > log.touches.get(run, -1):
                log.touches[run] = position
            if kind == "insert" and position > log.inserts.get(run, -1):
                log.inserts[run] = position
            if isinstance(after, bytes) and forked:
                log.references.add((name, after))
            writes = log.fields.setdefault(name, {})
            held = writes.get(run)
            write = _Write(position, n, after, salted == DIGEST_BYTES, step)
            if held is None or _follows(write, held, (table, name) in HIGHEST):
                writes[run] = write

    def state(self, connection: Connection) -> State:
        """Rows that exist with their fields."""
        existing = {key for key, log in self._rows.items() if self._exists(log)}
        if self._ancestry.run_count > 1:
            self._bring_back(connection, existing)
        return self._evaluate(connection, existing)

    def fields_of_all(self, connection: Connection) -> State:
        """The fields of every row that was read, whether it exists or not."""
        return self._evaluate(connection, self._rows)

    def _evaluate(self, connection: Connection, keys: Iterable[RowKey]) -> State:
        state = State({table: {} for table in self._schema})
        for key in keys:
            log = self._rows[key]
            row: dict[str, Cell] = {}
            for name, writes in log.fields.items():
                value = self._value(connection, state, (*key, name), writes, log.inserts)
                if value is not None:
                    row[name] = value
            state.tables.setdefault(key[0], {})[key[1]] = row
        return state

    def _value(
        self,
        connection: Connection,
        state: State,
        cell: CellKey,
        writes: Mapping[int, _Write],
        inserts: Mapping[int, int],
    ) -> Cell:
        heads = self._heads(writes, inserts)
        if (cell[0], cell[2]) in HIGHEST:
            return max((w.value for w in writes.values() if isinstance(w.value, int)), default=None)
        standing = [write for write in heads if not write.erased]
        if not standing:
            if heads:
                state.erased.add(cell)
            return None
        if len({(type(write.value), write.value) for write in standing}) == 1:
            return standing[0].value
        candidates = _candidates(connection, standing)
        state.conflicts.append(Conflict(*cell, candidates))
        return candidates[0].value

    def _heads(self, writes: Mapping[int, _Write], inserts: Mapping[int, int]) -> list[_Write]:
        """The writes that no later write, and no later insert of the row, had seen."""
        covered = 0
        if len(writes) > 1 or len(inserts) > 1 or writes.keys() != inserts.keys():
            for run in writes.keys() | inserts.keys():
                covered |= self._ancestry.runs_seen(run)
        return [
            write
            for run, write in writes.items()
            if not covered >> run & 1 and write.position >= inserts.get(run, -1)
        ]

    def _exists(self, log: _RowLog) -> bool:
        heads = self._event_heads(log)
        return any(not gone for _, _, gone in heads)

    def _event_heads(self, log: _RowLog) -> list[tuple[int, int, bool]]:
        covered = 0
        if len(log.events) > 1:
            for run in log.events:
                covered |= self._ancestry.runs_seen(run)
        return [
            (run, position, gone)
            for run, (position, gone) in log.events.items()
            if not covered >> run & 1
        ]

    def _bring_back(self, connection: Connection, existing: set[RowKey]) -> None:
        """Rows that were deleted beside a write of a row that refers to them stay."""
        referring = self._referring()
        for key in self._rows.keys() - existing:
            if self._is_wanted(key, referring):
                existing.add(key)
        # What is left is closed over foreign keys; this keeps it so for any journal whatever.
        waiting = list(existing)
        while waiting:
            for target in self._targets(connection, waiting.pop()):
                if target in self._rows and target not in existing:
                    existing.add(target)
                    waiting.append(target)

    def _is_wanted(self, key: RowKey, referring: Mapping[RowKey, set[RowKey]]) -> bool:
        deleted = [(run, position) for run, position, _ in self._event_heads(self._rows[key])]
        seen = {key}
        waiting = list(referring.get(key, ()))
        while waiting:
            other = waiting.pop()
            if other in seen:
                continue
            seen.add(other)
            touches = self._rows[other].touches
            if any(self._is_beside(run, at, deleted) for run, at in touches.items()):
                return True
            waiting.extend(referring.get(other, ()))
        return False

    def _is_beside(self, run: int, position: int, deleted: list[tuple[int, int]]) -> bool:
        """No deletion had seen the write, and the write had not seen all deletions."""
        sees = self._ancestry.runs_seen
        unseen = False
        for other, at in deleted:
            if other == run:
                if at >= position:
                    return False
                continue
            if sees(other) >> run & 1:
                return False
            unseen = unseen or not sees(run) >> other & 1
        return unseen

    def _referring(self) -> dict[RowKey, set[RowKey]]:
        found: dict[RowKey, set[RowKey]] = {}
        for key, log in self._rows.items():
            columns = self._schema.get(key[0], {})
            for name, value in log.references:
                other = columns[name].refers_to if name in columns else None
                if other is not None:
                    found.setdefault((other, value), set()).add(key)
        return found

    def _targets(self, connection: Connection, key: RowKey) -> list[RowKey]:
        log = self._rows[key]
        found: list[RowKey] = []
        for name, column in self._schema.get(key[0], {}).items():
            if column.refers_to is None or name not in log.fields:
                continue
            held = self._value(connection, State(), (*key, name), log.fields[name], log.inserts)
            if isinstance(held, bytes):
                found.append((column.refers_to, held))
        return found


def _follows(write: _Write, held: _Write, highest: bool) -> bool:
    if highest and isinstance(write.value, int) and isinstance(held.value, int):
        return write.value > held.value
    return write[:2] > held[:2]


def _candidates(connection: Connection, writes: Iterable[_Write]) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    for write in writes:
        at, actor = connection.execute(
            "SELECT at, actor_id FROM step WHERE hash = ?", (write.step,)
        ).fetchone()
        found.append(Candidate(write.value, at, actor, write.step))
    found.sort(key=lambda candidate: (candidate.at, candidate.step), reverse=True)
    seen: set[tuple[type, Cell]] = set()
    distinct: list[Candidate] = []
    for candidate in found:
        mark = (type(candidate.value), candidate.value)
        if mark not in seen:
            seen.add(mark)
            distinct.append(candidate)
    return tuple(distinct)


def read_changes_of(connection: Connection, step: bytes) -> list[tuple[str, bytes, str, str, Cell]]:
    """(table, row, kind, field, after) of a step's changes in order."""
    return connection.execute(
        f"SELECT {quoted('table')}, row_id, kind, field, after FROM change WHERE step = ?"
        " ORDER BY n",
        (step,),
    ).fetchall()
