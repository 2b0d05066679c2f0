"""The journal by itself: hashes, parents, sequence numbers, and what erasing steps account for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, cast

from auditapp.store.encoding import (
    DIGEST_BYTES,
    SALT_BYTES,
    CellChange,
    split_parents,
    step_hash,
)
from auditapp.store.journal import CHANGE_COLUMNS, STEP_COLUMNS, StepRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.store.driver import Connection
    from auditapp.store.replay import CellKey

ERASE: Final = "erase"
NAMING_FIELDS: Final = ("sha256", "original_sha256")
"""Fields that name blobs."""
_KINDS: Final = frozenset({"insert", "update", "delete"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold: texts have ``verify.<code>`` for it."""

    code: str
    args: Mapping[str, str] = field(default_factory=dict[str, str])


class Finder:
    """Collects problems; keeps the first ``limit`` and counts all."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.problems: list[Problem] = []
        self.count = 0

    def note(self, code: str, **args: object) -> None:
        """A problem was found."""
        self.count += 1
        if len(self.problems) < self._limit:
            self.problems.append(Problem(code, {name: str(value) for name, value in args.items()}))


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """What the chain has: step hashes, those that no step names as parent, erased values."""

    known: frozenset[bytes]
    heads: frozenset[bytes]
    steps: int
    erased: int


@dataclass(frozen=True, slots=True)
class Named:
    """What erasing steps say that they took out."""

    cells: frozenset[CellKey]
    blobs: frozenset[str]
    args: tuple[str, ...]


def check_chain(connection: Connection, finder: Finder) -> ChainFacts:
    """Recompute every hash; parents exist; sequences have no gaps; nothing hangs in the air."""
    steps = {
        row[0]: StepRow(*row)
        for row in connection.execute(f"SELECT {STEP_COLUMNS} FROM step").fetchall()
    }
    erased = _check_hashes(connection, steps, finder)
    _check_sequences(steps, finder)
    heads = set(steps)
    for digest, step in steps.items():
        for parent in split_parents(step.parents):
            heads.discard(parent)
            if parent not in steps:
                finder.note("step_parent", step=digest.hex(), parent=parent.hex())
    _check_revision(connection, steps, heads, finder)
    return ChainFacts(frozenset(steps), frozenset(heads), len(steps), erased)


def named_erasures(connection: Connection, op: str = ERASE) -> Named:
    """The cells and blobs that steps of an op name in their arguments."""
    cells: set[CellKey] = set()
    blobs: set[str] = set()
    rows = connection.execute("SELECT args FROM step WHERE op = ? ORDER BY at", (op,)).fetchall()
    for (args,) in rows:
        said = _args(args)
        for cell in _texts(said.get("cells")):
            table, _, rest = cell.partition(":")
            row, _, name = rest.partition(":")
            try:
                cells.add((table, bytes.fromhex(row), name))
            except ValueError:
                continue
        blobs.update(_texts(said.get("blobs")))
    return Named(frozenset(cells), frozenset(blobs), tuple(row[0] for row in rows))


def cell_name(cell: CellKey) -> str:
    """How an erasing step names a cell: ``table:row:field``."""
    table, row_id, name = cell
    return f"{table}:{row_id.hex()}:{name}"


def _check_hashes(connection: Connection, steps: Mapping[bytes, StepRow], finder: Finder) -> int:
    accounted = named_erasures(connection).cells
    erased = 0
    with_changes: set[bytes] = set()
    rows = connection.execute(f"SELECT step, n, {CHANGE_COLUMNS} FROM change ORDER BY step, n")
    for digest, group in groupby(rows, key=itemgetter(0)):
        listed = list(group)
        step = steps.get(digest)
        if step is None:
            finder.note("change_without_step", step=digest.hex(), n=len(listed))
            continue
        with_changes.add(digest)
        changes = [CellChange(*row[2:]) for row in listed]
        if [row[1] for row in listed] != list(range(len(listed))):
            finder.note("change_order", step=digest.hex())
        if not _hash_holds(step, changes):
            finder.note("step_hash", step=digest.hex(), op=step.op, at=step.at)
        for change in changes:
            count = _erased_values(change)
            erased += count
            if count and (change.table, change.row_id, change.field) not in accounted:
                finder.note(
                    "erased_without_step",
                    table=change.table,
                    row=change.row_id.hex(),
                    field=change.field,
                )
    for digest, step in steps.items():
        if digest not in with_changes and not _hash_holds(step, ()):
            finder.note("step_hash", step=digest.hex(), op=step.op, at=step.at)
    return erased


def _hash_holds(step: StepRow, changes: Sequence[CellChange]) -> bool:
    if not all(_is_well_formed(change) for change in changes):
        return False
    if len(step.parents) % DIGEST_BYTES:
        return False
    parents = split_parents(step.parents)
    if list(parents) != sorted(set(parents)):
        return False
    try:
        return step_hash(step.head(), changes) == step.hash
    except (ValueError, TypeError, AttributeError):
        return False


def _is_well_formed(change: CellChange) -> bool:
    # Not what the types promise, but what a stranger's file may hold.
    sides: tuple[tuple[object, bytes], ...] = (
        (change.before, change.salt_before),
        (change.after, change.salt_after),
    )
    return change.kind in _KINDS and all(
        not isinstance(value, float)
        and (len(salt) == SALT_BYTES or (len(salt) == DIGEST_BYTES and value is None))
        for value, salt in sides
    )


def _erased_values(change: CellChange) -> int:
    return sum(len(salt) == DIGEST_BYTES for salt in (change.salt_before, change.salt_after))


def _check_sequences(steps: Mapping[bytes, StepRow], finder: Finder) -> None:
    sequences: dict[bytes, list[int]] = {}
    for step in steps.values():
        sequences.setdefault(step.writer_id, []).append(step.seq)
    for writer, found in sequences.items():
        found.sort()
        if found != list(range(1, len(found) + 1)):
            finder.note("step_sequence", writer=writer.hex())


def _check_revision(
    connection: Connection, steps: Mapping[bytes, StepRow], heads: set[bytes], finder: Finder
) -> None:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    stored = {str(row[0]) for row in rows}
    told = {steps[head].revision for head in heads}
    if len(rows) != 1 or (told and stored != told):
        finder.note(
            "revision_differs", stored=", ".join(sorted(stored)), told=", ".join(sorted(told))
        )


def _args(args: str) -> dict[str, object]:
    try:
        said: object = json.loads(args)
    except ValueError:
        return {}
    return cast("dict[str, object]", said) if isinstance(said, dict) else {}


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [item for item in cast("list[object]", value) if isinstance(item, str)]
