"""Steps and changes as rows: values decoded, rows and persons named. Base of trail and history."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import Boolean, text

from auditapp.ops.queries.people import PersonRow, load_people
from auditapp.store.encoding import DIGEST_BYTES, Cell
from auditapp.store.models import Base
from auditapp.store.models.columns import DateType, EnumType, IdType, UtcType, parse_utc

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

RowKey = tuple[str, uuid.UUID]
Value = str | int | bool | date | datetime | StrEnum | None
"""A value as it can be shown: enums as members, references as the label of what they point at."""
_BATCH: Final = 400
_CELLS: Final = 'step, "table", row_id, kind, field, before, after, salt_before, salt_after'
MAX_CHANGES: Final = 200
"""How many changes of one step a page shows (assigning 3,000 questions is one step)."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One cell that a step wrote. ``label`` names the row (a number, a question and unit, …)."""

    table: str
    row_id: uuid.UUID
    label: str
    kind: str
    field: str
    before: Value
    after: Value
    before_erased: bool
    after_erased: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the trail: who, when, what it was called, what it changed.

    ``op`` is a code (``op.<code>`` in the texts), ``args`` its codes and ids. ``undone``: a later
    step took it back and none brought it again.
    """

    hash: str
    seq: int
    at: datetime
    actor: PersonRow | None
    op: str
    args: Mapping[str, object]
    gesture: uuid.UUID
    undoes: uuid.UUID | None
    undone: bool
    changes: tuple[ChangeRow, ...] = field(repr=False)
    change_count: int


@dataclass(frozen=True, slots=True)
class RawStep:
    """A step as it is stored, without its changes."""

    hash: bytes
    seq: int
    at: str
    actor_id: bytes | None
    op: str
    args: str
    gesture: bytes
    undoes: bytes | None


STEP_CELLS: Final = "s.hash, s.seq, s.at, s.actor_id, s.op, s.args, s.gesture, s.undoes"


def views_of(
    session: Session, steps: Sequence[RawStep], *, only: Collection[RowKey] | None = None
) -> tuple[StepView, ...]:
    """Steps with their changes: of the rows in ``only``, or the first ``MAX_CHANGES`` of all."""
    hashes = [step.hash for step in steps]
    changes, counts = _changes(session, hashes, only), _counts(session, hashes)
    people = load_people(session)
    undone = _undone(session)
    names = RowNames(session)
    names.learn(key for listed in changes.values() for raw in listed for key in _keys_in(raw))
    return tuple(
        StepView(
            step.hash.hex(),
            step.seq,
            parse_utc(step.at),
            None if step.actor_id is None else people.get(uuid.UUID(bytes=step.actor_id)),
            step.op,
            cast("dict[str, object]", json.loads(step.args)),
            uuid.UUID(bytes=step.gesture),
            None if step.undoes is None else uuid.UUID(bytes=step.undoes),
            step.gesture in undone,
            tuple(_shown(raw, names) for raw in changes.get(step.hash, ())),
            counts.get(step.hash, 0),
        )
        for step in steps
    )


class RowNames:
    """Labels of rows: what a reader calls them (numbers, codes, question · unit)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[RowKey, str] = {}

    def learn(self, keys: Iterable[RowKey]) -> None:
        """Look up the labels of these rows, table by table."""
        wanted: dict[str, set[uuid.UUID]] = defaultdict(set)
        for table, row_id in keys:
            if (table, row_id) not in self._known:
                wanted[table].add(row_id)
        for table, ids in wanted.items():
            query = _LABELS.get(table)
            if query is not None:
                self._look_up(table, query, sorted(ids))

    def label(self, table: str, row_id: uuid.UUID) -> str:
        """A row's label; empty for a row that is gone or has no name."""
        return self._known.get((table, row_id), "")

    def anywhere(self, row_id: uuid.UUID) -> str:
        """The label of a row of a table that is not known."""
        return next((self._known[key] for key in self._known if key[1] == row_id), "")

    def _look_up(self, table: str, query: str, ids: Sequence[uuid.UUID]) -> None:
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            marks = ", ".join(f":p{n}" for n in range(len(part)))
            found = self._session.execute(
                text(query.replace("?", marks)),
                {f"p{n}": key.bytes for n, key in enumerate(part)},
            ).all()
            for key, *parts in found:
                label = " · ".join(str(part) for part in parts if part not in (None, ""))
                self._known[table, uuid.UUID(bytes=key)] = label


_OWNER: Final = (
    "COALESCE((SELECT number FROM finding WHERE id = {0}), (SELECT number FROM action WHERE id = "
    "{0}), (SELECT number FROM evidence WHERE id = {0}), (SELECT code FROM unit WHERE id = {0}),"
    " (SELECT number FROM criterion WHERE id = {0}), (SELECT number FROM audit WHERE id = {0}),"
    " (SELECT a.question_id || ' · ' || u.code FROM answer a JOIN unit u ON u.id = a.unit_id"
    " WHERE a.id = {0}))"
)
_ANSWER: Final = "a.question_id, u.code FROM answer a JOIN unit u ON u.id = a.unit_id"
# Per table: the id, then what is joined to a label. Names come from here, never from a user.
_LABELS: Final[Mapping[str, str]] = {
    "audit": "SELECT id, number FROM audit WHERE id IN (?)",
    "person": "SELECT id, code, name FROM person WHERE id IN (?)",
    "unit": "SELECT id, code FROM unit WHERE id IN (?)",
    "frozen_pack": "SELECT id, pack_id, 'v' || version FROM frozen_pack WHERE id IN (?)",
    "unit_pack": "SELECT l.id, u.code, p.pack_id FROM unit_pack l JOIN unit u ON u.id = l.unit_id"
    " JOIN frozen_pack p ON p.id = l.frozen_pack_id WHERE l.id IN (?)",
    "assignment": "SELECT a.id, a.question_id, u.code FROM assignment a"
    " JOIN unit u ON u.id = a.unit_id WHERE a.id IN (?)",
    "text": f"SELECT t.id, {_OWNER.format('t.owner_id')}, t.field, t.lang"  # noqa: S608
    " FROM text t WHERE t.id IN (?)",
    "counter": "SELECT id, name FROM counter WHERE id IN (?)",
    "sign_off": f"SELECT s.id, s.stage, {_OWNER.format('s.subject_id')}"  # noqa: S608
    " FROM sign_off s WHERE s.id IN (?)",
    "profile_fact": "SELECT id, fact FROM profile_fact WHERE id IN (?)",
    "left_out": "SELECT a.id, a.question_id, u.code FROM left_out a"
    " JOIN unit u ON u.id = a.unit_id WHERE a.id IN (?)",
    "capacity": "SELECT c.id, p.code, c.day, u.code FROM capacity c"
    " JOIN person p ON p.id = c.person_id LEFT JOIN unit u ON u.id = c.unit_id WHERE c.id IN (?)",
    "unit_volume": "SELECT v.id, u.code FROM unit_volume v"
    " JOIN unit u ON u.id = v.unit_id WHERE v.id IN (?)",
    "taxonomy_value": "SELECT id, list_id, value FROM taxonomy_value WHERE id IN (?)",
    "criterion": "SELECT id, number FROM criterion WHERE id IN (?)",
    "criterion_link": "SELECT l.id, c.number, l.target FROM criterion_link l"
    " JOIN criterion c ON c.id = l.criterion_id WHERE l.id IN (?)",
    "card_decision": "SELECT id, card_id FROM card_decision WHERE id IN (?)",
    "adoption": "SELECT id, document FROM adoption WHERE id IN (?)",
    "adoption_unit": "SELECT l.id, a.document, u.code FROM adoption_unit l"
    " JOIN adoption a ON a.id = l.adoption_id JOIN unit u ON u.id = l.unit_id WHERE l.id IN (?)",
    "answer": f"SELECT a.id, {_ANSWER} WHERE a.id IN (?)",
    "evidence": "SELECT id, number FROM evidence WHERE id IN (?)",
    "answer_evidence": "SELECT l.id, e.number, a.question_id, u.code FROM answer_evidence l"
    " JOIN evidence e ON e.id = l.evidence_id JOIN answer a ON a.id = l.answer_id"
    " JOIN unit u ON u.id = a.unit_id WHERE l.id IN (?)",
    "maturity": "SELECT m.id, m.domain, u.code FROM maturity m"
    " LEFT JOIN unit u ON u.id = m.unit_id WHERE m.id IN (?)",
    "finding": "SELECT id, number FROM finding WHERE id IN (?)",
    "finding_evidence": "SELECT l.id, f.number, e.number FROM finding_evidence l"
    " JOIN finding f ON f.id = l.finding_id JOIN evidence e ON e.id = l.evidence_id"
    " WHERE l.id IN (?)",
    "finding_criterion": "SELECT l.id, f.number, COALESCE(l.card_id, c.number)"
    " FROM finding_criterion l JOIN finding f ON f.id = l.finding_id"
    " LEFT JOIN criterion c ON c.id = l.criterion_id WHERE l.id IN (?)",
    "action": "SELECT id, number FROM action WHERE id IN (?)",
    "action_evidence": "SELECT l.id, a.number, e.number FROM action_evidence l"
    " JOIN action a ON a.id = l.action_id JOIN evidence e ON e.id = l.evidence_id"
    " WHERE l.id IN (?)",
}
_OWNERS: Final = ("finding", "action", "evidence", "unit", "criterion", "audit", "answer")


@dataclass(frozen=True, slots=True)
class _Raw:
    table: str
    row_id: bytes
    kind: str
    field: str
    before: Cell
    after: Cell
    salt_before: bytes
    salt_after: bytes


def _changes(
    session: Session, steps: Sequence[bytes], only: Collection[RowKey] | None
) -> dict[bytes, list[_Raw]]:
    found: dict[bytes, list[_Raw]] = defaultdict(list)
    narrow, args = f"n < {MAX_CHANGES}", dict[str, bytes]()
    if only is not None:
        args = {f"r{n}": key.bytes for n, (_, key) in enumerate(sorted(only))}
        narrow = f"row_id IN ({', '.join(f':{name}' for name in args)})"
    for start in range(0, len(steps), _BATCH):
        part = steps[start : start + _BATCH]
        marks = ", ".join(f":p{n}" for n in range(len(part)))
        query = f"SELECT {_CELLS} FROM change WHERE step IN ({marks}) AND {narrow} ORDER BY step, n"  # noqa: S608
        own = {f"p{n}": step for n, step in enumerate(part)}
        rows = session.execute(text(query), args | own).all()
        for step, *cells in rows:
            raw = _Raw(*cells)
            if only is None or (raw.table, uuid.UUID(bytes=raw.row_id)) in only:
                found[step].append(raw)
    return found


def _counts(session: Session, steps: Sequence[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for start in range(0, len(steps), _BATCH):
        part = steps[start : start + _BATCH]
        marks = ", ".join(f":p{n}" for n in range(len(part)))
        query = f"SELECT step, COUNT(*) FROM change WHERE step IN ({marks}) GROUP BY step"  # noqa: S608
        args = {f"p{n}": step for n, step in enumerate(part)}
        rows = session.execute(text(query), args).all()
        found |= {row[0]: row[1] for row in rows}
    return found


def _undone(session: Session) -> set[bytes]:
    """The gestures that are taken back: an undo of theirs stands that was not undone itself."""
    rows = session.execute(
        text("SELECT gesture, undoes FROM step WHERE undoes IS NOT NULL ORDER BY at DESC, seq DESC")
    ).all()
    gone: set[bytes] = set()
    # Newest first: what takes a gesture back is decided before that gesture is asked for.
    for gesture, undoes in rows:
        if gesture not in gone:
            gone.add(undoes)
    return gone


def _keys_in(raw: _Raw) -> Iterable[RowKey]:
    yield raw.table, uuid.UUID(bytes=raw.row_id)
    column = _column(raw.table, raw.field)
    if column is None or not isinstance(column.type, IdType):
        return
    tables = [key.column.table.name for key in column.foreign_keys] or _OWNERS
    for cell in (raw.before, raw.after):
        if isinstance(cell, bytes):
            for table in tables:
                yield table, uuid.UUID(bytes=cell)


def _shown(raw: _Raw, names: RowNames) -> ChangeRow:
    row_id = uuid.UUID(bytes=raw.row_id)
    return ChangeRow(
        raw.table,
        row_id,
        names.label(raw.table, row_id),
        raw.kind,
        raw.field,
        _value(raw.table, raw.field, raw.before, names),
        _value(raw.table, raw.field, raw.after, names),
        len(raw.salt_before) == DIGEST_BYTES,
        len(raw.salt_after) == DIGEST_BYTES,
    )


def _value(table: str, name: str, cell: Cell, names: RowNames) -> Value:
    column = _column(table, name)
    if cell is None or column is None:
        return cell.hex() if isinstance(cell, bytes) else cell
    if isinstance(cell, bytes):
        return _referred(column, cell, names)
    try:
        return _decoded(column.type, cell)
    except ValueError:
        # A later or damaged value is shown as it stands.
        return cell


def _decoded(kind: object, cell: int | str) -> Value:
    if isinstance(kind, EnumType):
        return kind.members(cell)
    if isinstance(kind, UtcType) and isinstance(cell, str):
        return parse_utc(cell)
    if isinstance(kind, DateType) and isinstance(cell, str):
        return date.fromisoformat(cell)
    return bool(cell) if isinstance(kind, Boolean) else cell


def _referred(column: Any, cell: bytes, names: RowNames) -> str:
    if not isinstance(column.type, IdType):
        return cell.hex()
    key = uuid.UUID(bytes=cell)
    for foreign in column.foreign_keys:
        return names.label(foreign.column.table.name, key) or cell.hex()
    return names.anywhere(key) or cell.hex()


def _column(table: str, name: str) -> Any:
    known = Base.metadata.tables.get(table)
    return None if known is None else known.columns.get(name)


def table_columns(table: str) -> Collection[str]:
    """The columns of a table of the audit file; empty for one that is not known."""
    known = Base.metadata.tables.get(table)
    return () if known is None else known.columns.keys()
