"""What an op is, what it may use while it runs, and what comes back.

An op is a value: a code, its arguments (codes and ids, never texts) and the work to do inside one
transaction. ``AuditFile.run`` does it, journals it and reports what changed; screens decide what to
redraw.
"""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from auditapp.store.blobs import BlobStore
    from auditapp.store.encoding import ArgValue

T = TypeVar("T")

BARRIERS = frozenset({"audit.create", "migrate", "erase", "audit.issue"})
"""Op codes that undo never crosses."""


@dataclass(frozen=True, slots=True)
class Op(Generic[T]):
    """One thing a user can do, not yet done."""

    code: str
    args: Mapping[str, ArgValue]
    work: Callable[[Tx], T]


@dataclass(slots=True)
class Tx:
    """The running transaction as an op sees it."""

    session: Session
    audit_id: uuid.UUID
    actor_id: uuid.UUID | None
    at: datetime
    blobs: BlobStore
    affirmed: list[tuple[str, uuid.UUID, str]] = field(
        default_factory=list[tuple[str, uuid.UUID, str]]
    )

    def new_id(self) -> uuid.UUID:
        """An id for what a person creates: UUIDv7, unique on every laptop."""
        return uuid7()

    def natural_id(self, *parts: str | uuid.UUID) -> uuid.UUID:
        """The id of what stands for one fact: the same parts give the same id on every laptop."""
        return natural_id(self.audit_id, *parts)

    def next_number(self, name: str) -> int:
        """The next number of a counter; never given twice, not even after undo."""
        from auditapp.store.models import Counter

        key = self.natural_id("counter", name)
        counter = self.session.get(Counter, key)
        if counter is None:
            counter = Counter(id=key, name=name, last=0)
            self.session.add(counter)
        counter.last += 1
        return counter.last

    def put_blob(self, data: bytes) -> str:
        """Store bytes once; returns their SHA-256 as lowercase hex."""
        return self.blobs.put(data)

    def affirm(self, table: str, row_id: uuid.UUID, column: str) -> None:
        """Journal a cell although its value stays: a person's decision in a merge conflict."""
        self.affirmed.append((table, row_id, column))


@dataclass(frozen=True, slots=True)
class Change:
    """A row that a step touched, and which of its columns."""

    table: str
    row_id: uuid.UUID
    kind: str
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class StepRef:
    """A committed step."""

    hash: bytes
    seq: int
    op: str
    gesture: uuid.UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an op returned, the step it became (None when nothing changed) and the touched rows."""

    value: T
    step: StepRef | None
    changes: frozenset[Change]

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of these tables changed."""
        return any(change.table in tables for change in self.changes)

    def rows(self, table: str) -> frozenset[uuid.UUID]:
        """The ids of the touched rows of a table."""
        return frozenset(change.row_id for change in self.changes if change.table == table)


def uuid7() -> uuid.UUID:
    """A time-ordered random UUID (RFC 9562, version 7)."""
    millis = time.time_ns() // 1_000_000
    value = (millis & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)


def natural_id(audit_id: uuid.UUID, *parts: str | uuid.UUID) -> uuid.UUID:
    """UUIDv5 of the audit's id and a natural key; parts are joined by an unlikely separator."""
    name = "\x1f".join(part.hex if isinstance(part, uuid.UUID) else part for part in parts)
    return uuid.uuid5(audit_id, name)


def text_hash(body: str) -> str:
    """What a second-language text remembers of the main text that it renders."""
    return hashlib.sha256(body.encode()).hexdigest()
