"""The declarative base, its naming convention and the tables that no journal covers."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Index, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from auditapp.store.models.columns import DateType, IdType, UtcType


class Base(DeclarativeBase):
    """Typed models: columns and foreign keys only."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: IdType,
        datetime: UtcType,
        date: DateType,
        str: String,
    }


class Step(Base):
    """One committed op: who, when, after which steps. Never changed once written."""

    __tablename__ = "step"
    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    writer_id: Mapped[uuid.UUID]
    seq: Mapped[int]
    parents: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[str]
    actor_id: Mapped[uuid.UUID | None]
    op: Mapped[str]
    args: Mapped[str]
    gesture: Mapped[uuid.UUID]
    undoes: Mapped[uuid.UUID | None]
    revision: Mapped[str]
    __table_args__ = (
        Index(None, "gesture"),
        Index(None, "undoes"),
        Index(None, "writer_id", "seq"),
    )


class Change(Base):
    """One cell that a step wrote; ``before`` and ``after`` are null, integer, text or bytes."""

    __tablename__ = "change"
    step: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    table: Mapped[str]
    row_id: Mapped[uuid.UUID]
    kind: Mapped[str]
    field: Mapped[str]
    before: Mapped[bytes | None] = mapped_column(LargeBinary)
    after: Mapped[bytes | None] = mapped_column(LargeBinary)
    salt_before: Mapped[bytes] = mapped_column(LargeBinary)
    salt_after: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (Index(None, "row_id"),)


class Blob(Base):
    """The bytes of evidence and frozen packs, once per SHA-256, in pieces of 1 MiB."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    piece: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Base):
    """Typed text not yet a step: overwritten in place, turned into a step when left."""

    __tablename__ = "draft"
    row_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    table: Mapped[str]
    actor_id: Mapped[uuid.UUID | None]
    at: Mapped[datetime]
    op: Mapped[str]
    args: Mapped[str]
    text: Mapped[str]


UNJOURNALLED = ("step", "change", "blob", "draft", "alembic_version")
