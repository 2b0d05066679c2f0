"""A session on a bare connection, for queries on copies in memory."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from collections.abc import Generator

    from auditapp.store.driver import Connection


@contextmanager
def session_on(connection: Connection) -> Generator[Session]:
    """A session for reading; the connection stays open afterwards."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as sa, Session(bind=sa) as session:
        yield session
