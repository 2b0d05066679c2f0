"""Short forms for the columns of revisions: as the first revision had them, for ever."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa


def id16(name: str, *, null: bool = False) -> sa.Column[Any]:
    """An id of 16 bytes."""
    return sa.Column(name, sa.LargeBinary(16), nullable=null)


def text(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A text."""
    return sa.Column(name, sa.String(), nullable=null)


def enum(name: str, *, null: bool = False) -> sa.Column[Any]:
    """An enum by its value."""
    return sa.Column(name, sa.String(40), nullable=null)


def utc(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A time as UTC text ending in Z."""
    return sa.Column(name, sa.String(27), nullable=null)


def day(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A date as ISO text."""
    return sa.Column(name, sa.String(10), nullable=null)


def integer(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.Integer(), nullable=null)


def boolean(name: str, *, null: bool = False) -> sa.Column[Any]:
    """0 or 1."""
    return sa.Column(name, sa.Boolean(), nullable=null)


def binary(name: str, size: int | None = None, *, null: bool = False) -> sa.Column[Any]:
    """Bytes."""
    return sa.Column(name, sa.LargeBinary(size), nullable=null)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """The primary key."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    """A foreign key to another table's id; never cascades."""
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
