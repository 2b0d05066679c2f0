"""What a sheet of the register is: its columns, and how a value of each kind stands in a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

R = TypeVar("R")


class Kind(StrEnum):
    """How a column's cells are written and styled."""

    TEXT = "text"
    WRAP = "wrap"
    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"
    LINK = "link"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the row of ``number`` in another sheet; ``sheet`` is that sheet's key."""

    sheet: str
    number: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with its glyph; ``look`` names the colour (a grade's or a result's value)."""

    text: str
    look: str


CellValue = str | int | float | date | Link | Badge | None


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: ``code`` names its head in the texts, ``width`` is in characters.

    ``choices`` makes a validation list: the words that may stand in the column.
    """

    code: str
    width: float
    kind: Kind
    value: Callable[[R], CellValue]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One sheet with one table. ``key`` is language-free: it is the table's name, too.

    ``count`` rows come from ``rows``, which is gone through once.
    """

    key: str
    title: str
    columns: tuple[Column[R], ...]
    rows: Iterable[R]
    count: int
