"""Column types and short forms for the models.

SQLAlchemy's own ``Uuid`` is text on SQLite and ``DateTime`` loses the zone, so ids are 16 raw bytes
and times are UTC text ending in Z. No column holds a float: the journal hashes integers, text and
bytes only.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


class IdType(TypeDecorator[uuid.UUID]):
    """A UUID as 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> bytes | None:
        """The stored form."""
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> uuid.UUID | None:
        """The value in the program."""
        return None if value is None else uuid.UUID(bytes=bytes(value))


class UtcType(TypeDecorator[datetime]):
    """An aware time as text, UTC, microseconds, ending in Z: sorts as it reads."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The stored form."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The value in the program."""
        return None if value is None else parse_utc(value)


class DateType(TypeDecorator[date]):
    """A calendar date as ISO text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """The stored form."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The value in the program."""
        return None if value is None else date.fromisoformat(value)


class EnumType(TypeDecorator[StrEnum]):
    """An enum by its value."""

    impl = String(40)
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """The stored form."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """The value in the program."""
        return None if value is None else self.members(value)


def utc_text(value: datetime) -> str:
    """The stored form of an aware time; raises ValueError for a naive one."""
    if value.tzinfo is None:
        msg = "a time needs its zone"
        raise ValueError(msg)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_utc(value: str) -> datetime:
    """The aware time of a stored text."""
    return datetime.fromisoformat(value)


def id_key() -> Mapped[uuid.UUID]:
    """The primary key of every journalled table."""
    return mapped_column(IdType, primary_key=True)


def id_ref(table: str) -> Mapped[Any]:
    """A column that points at another table's row; never cascades."""
    return mapped_column(IdType, ForeignKey(f"{table}.id"))


def enum_of(members: type[StrEnum]) -> Mapped[Any]:
    """A column that stores a member of ``members`` by value."""
    return mapped_column(EnumType(members))
