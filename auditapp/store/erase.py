"""彻底删除: a value or bytes leave file, journal, drafts and backups; the chain still holds.

What stays is a step ``erase``: who, when, why (a code), approved by whom, and which cells and blobs
by their ids. Copies elsewhere forget the same values when they are merged with this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.store.chain import ERASE, NAMING_FIELDS, Named, cell_name
from auditapp.store.encoding import encode_args
from auditapp.store.erasing import ErasedCounts, erase_cells
from auditapp.store.op import uuid7
from auditapp.store.stamps import next_stamp
from auditapp.store.tables import Schema, quoted, read_schema

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import Backups
    from auditapp.store.driver import Connection
    from auditapp.store.encoding import ArgValue
    from auditapp.store.replay import CellKey


_REQUIRED_NAMES: Final = frozenset(
    {("person", "name"), ("criterion", "document"), ("adoption", "document")}
)
"""Fields that take no null but may name somebody: an empty text is left there."""


class EraseReason(StrEnum):
    """Why a value is erased: a code, so that the tombstone itself names nobody."""

    PERSON_ASKED = "person_asked"
    NOT_NEEDED = "not_needed"
    WRONG_FILE = "wrong_file"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who erases, who approved it, and why."""

    actor: uuid.UUID | None
    approver: uuid.UUID
    reason: EraseReason


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was taken out, from how many backups too, and the step that says so."""

    values: int
    drafts: int
    blobs: int
    backups: int
    step: bytes


def erase(
    audit: AuditFile,
    approval: Approval,
    *,
    cells: Sequence[CellKey] = (),
    blobs: Sequence[str] = (),
    backups: Backups | None = None,
) -> Erasure:
    """Erase every value that cells ever held, and blobs by SHA-256 (hex).

    Undo stops at it; nothing brings the bytes back. Rewrites the whole file at the end, which takes
    seconds for a large one. Raises UserError ``erase_nothing``, ``erase_not_possible`` (a field
    that other things hang on), ``opened_for_reading``.
    """
    if audit.read_only:
        raise UserError("opened_for_reading", path=audit.path.name)
    with audit.raw_read() as connection:
        every = _with_fingerprints(connection, cells)
        _require_erasable(connection, every, blobs)
    args = encode_args(_args(approval, every, blobs))
    with audit.raw_transaction() as connection:
        counts = erase_cells(connection, every)
        for sha256 in blobs:
            audit.blobs.remove(sha256)
        row = audit.journal.prepare(
            at=next_stamp(audit.now(), audit.journal.last_at),
            actor_id=None if approval.actor is None else approval.actor.bytes,
            op=ERASE,
            args=args,
            gesture=uuid7().bytes,
            undoes=None,
            changes=(),
        )
    audit.journal.committed(row)
    rewrite(audit)
    named = Named(frozenset(every), frozenset(blobs), (args,))
    touched = 0 if backups is None else backups.erase(named)
    return _erasure(counts, blobs, touched, row.hash)


def rewrite(audit: AuditFile) -> None:
    """Write the whole file anew, so that no free page keeps what was deleted."""
    with audit.raw_read() as connection:
        connection.execute("VACUUM")


def _erasure(counts: ErasedCounts, blobs: Sequence[str], touched: int, step: bytes) -> Erasure:
    return Erasure(counts.values, counts.drafts, len(blobs), touched, step)


def _args(
    approval: Approval, cells: Iterable[CellKey], blobs: Iterable[str]
) -> dict[str, ArgValue]:
    return {
        "approver": approval.approver.hex,
        "blobs": sorted(blobs),
        "cells": sorted(cell_name(cell) for cell in cells),
        "reason": approval.reason.value,
    }


def _with_fingerprints(connection: Connection, cells: Sequence[CellKey]) -> list[CellKey]:
    """With a printed text goes what its translations keep of it: a hash that could be guessed."""
    every = list(dict.fromkeys(cells))
    for table, row_id, name in cells:
        if (table, name) != ("text", "body"):
            continue
        others = connection.execute(
            "SELECT o.id FROM text t JOIN text o ON o.owner_id = t.owner_id AND o.field = t.field"
            " WHERE t.id = ? AND o.id <> t.id",
            (row_id,),
        ).fetchall()
        every += [("text", other[0], "source_hash") for other in others]
    return list(dict.fromkeys(every))


def _require_erasable(
    connection: Connection, cells: Sequence[CellKey], blobs: Sequence[str]
) -> None:
    if not cells and not blobs:
        raise UserError("erase_nothing")
    schema = read_schema(connection)
    for table, row_id, name in cells:
        if not _is_erasable(schema, table, name):
            raise UserError("erase_not_possible", field=f"{table}.{name}")
        known = connection.execute(
            f"SELECT 1 FROM change WHERE row_id = ? AND {quoted('table')} = ? AND field = ?"
            f" UNION ALL SELECT 1 FROM draft WHERE row_id = ? AND {quoted('table')} = ?"
            " AND field = ? LIMIT 1",
            (row_id, table, name) * 2,
        ).fetchone()
        if known is None and name != "source_hash":
            raise UserError("erase_nothing")
    for sha256 in blobs:
        known = connection.execute("SELECT 1 FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
        if known is None:
            raise UserError("erase_nothing")


def _is_erasable(schema: Schema, table: str, name: str) -> bool:
    column = schema.get(table, {}).get(name)
    if column is None or column.refers_to is not None:
        return False
    if column.not_null:
        return (table, name) in _REQUIRED_NAMES
    return name not in NAMING_FIELDS
