"""What sign-offs cover, hashed anew over any connection: for verifying a file."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from auditapp.ops.signoffs import Subject, covered_hash

if TYPE_CHECKING:
    from sqlalchemy import Connection as Bound

    from auditapp.store.driver import Connection


class Covering:
    """A ``store.signed.CoverCheck``; made for one verification, whose connections it remembers."""

    def __init__(self) -> None:
        self._bound: dict[int, tuple[Connection, Bound]] = {}

    def __call__(self, connection: Connection, subject: str, subject_id: bytes) -> str | None:
        """The hash as hex over what the connection's tables hold now; None for no subject."""
        if subject not in set(Subject):
            return None
        # A new session each time: the tables change between two calls.
        with Session(bind=self._bind(connection)) as session:
            return covered_hash(session, Subject(subject), uuid.UUID(bytes=bytes(subject_id)))

    def _bind(self, connection: Connection) -> Bound:
        known = self._bound.get(id(connection))
        if known is None:
            # Nothing is reset when the engine goes: by then its connection may be closed.
            engine = create_engine(
                "sqlite://",
                creator=lambda: connection,
                poolclass=StaticPool,
                pool_reset_on_return=None,
            )
            known = self._bound[id(connection)] = connection, engine.connect()
        return known[1]
