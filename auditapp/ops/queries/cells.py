"""From columns to frozen rows."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from sqlalchemy.orm import Session

R = TypeVar("R")


def row_of(kind: Callable[..., R], cells: Iterable[Any], *more: object) -> R:
    """A frozen row from selected columns in the order of its fields, and what is added to them."""
    return kind(*cells, *more)


def ordered(rows: Iterable[R], name: str, *, descending: bool = False) -> tuple[R, ...]:
    """Rows sorted by a field; enums in the order of their members, texts without regard to case.

    What has no value comes last in both directions; equal rows keep their order.
    """
    listed = list(rows)
    filled = [row for row in listed if _value(row, name) is not None]
    empty = [row for row in listed if _value(row, name) is None]
    filled.sort(key=lambda row: _sort_key(_value(row, name)), reverse=descending)
    return (*filled, *empty)


def _value(row: object, name: str) -> Any:
    value = getattr(row, name)
    return None if value == "" else value


def _sort_key(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return list(type(value)).index(value)
    if isinstance(value, tuple):
        return len(value)  # pyright: ignore[reportUnknownArgumentType]
    best = getattr(value, "best", None)
    if best is not None:
        return best().casefold()
    return value.casefold() if isinstance(value, str) else value


class Ids(dict[bytes, UUID]):
    """Stored ids as UUIDs, each made once: a UUID costs more than the rest of a light row."""

    def __missing__(self, key: bytes) -> UUID:
        found = self[key] = UUID(bytes=key)
        return found


def stored(session: Session, query: str, **args: object) -> Sequence[Any]:
    """Rows as they are stored (ids as bytes, enums and times as text), for queries that bring
    thousands: without the column types they take a third of the time."""
    return session.execute(text(query), args).all()


@contextmanager
def collector_paused() -> Generator[None]:
    """While ten thousands of rows are made at once, Python's cycle collector would walk through
    all packs and rows again and again and find nothing; it goes on afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Whoever found it on switches it on again: reads that overlap in threads do no harm.
        if was_on:
            gc.enable()
