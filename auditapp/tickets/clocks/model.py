"""A clock as frozen values (docs/tickets.md, section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from auditapp.tickets.expressions.tree import Node
    from auditapp.tickets.switches import Choice


class Unit(StrEnum):
    """What a clock counts."""

    MIN = "min"
    H = "h"
    D = "d"
    CD = "cd"
    WD = "wd"
    WMIN = "wmin"

    @property
    def by_date(self) -> bool:
        """Whether dates count, not instants."""
        return self in (Unit.CD, Unit.WD)

    @property
    def size(self) -> int:
        """How many of the counted things make one: microseconds, or 1 (days)."""
        return _SIZES[self]


_SIZES: Final[Mapping[Unit, int]] = {
    Unit.MIN: 60_000_000,
    Unit.WMIN: 60_000_000,
    Unit.H: 3_600_000_000,
    Unit.D: 86_400_000_000,
    Unit.CD: 1,
    Unit.WD: 1,
}


class Roll(StrEnum):
    """What happens to a due date that is no working day."""

    NONE = "none"
    NEXT = "next_working_day"


class QuietMode(StrEnum):
    """What quiet hours do to the clock."""

    NONE = "none"
    PAUSE = "pause"
    ROLL = "roll"


class Told(StrEnum):
    """Until when an extension must be told."""

    EXPIRY = "expiry"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Case:
    """A limit for tickets of which ``when`` is true (None = all)."""

    value: Choice[Node]
    when: Choice[Node] | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of units by case, or an instant (``at``)."""

    unit: Unit
    cases: tuple[Case, ...] = ()
    at: Choice[Node] | None = None
    mapping: str = ""
    template: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What an extension needs: ``that`` is true, or ``told`` happened in time."""

    code: str
    that: Choice[Node] | None = None
    told: Choice[Node] | None = None
    by: Choice[str] | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer limit and what it needs."""

    to: Choice[Node]
    when: Choice[Node]
    needs: Choice[tuple[Need, ...]]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours (minutes of the day) in which a clock may rest."""

    first: int
    last: int
    mode: Choice[str]
    except_if: Choice[Node] | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """An instant that was agreed and replaces the limit."""

    at: Choice[Node]
    when: Choice[Node] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """From start to stop against a limit."""

    start: Choice[Node]
    stop: Choice[Node]
    limit: Limit
    agreed: Agreed | None = None
    start_day_counts: Choice[bool] | None = None
    roll: Choice[str] | None = None
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[str, ...] = ()
    quiet: Quiet | None = None
    hours: tuple[int, int] | None = None
    restart: Choice[Node] | None = None


@dataclass(frozen=True, slots=True)
class ProfileHead:
    """The head of a clock profile."""

    id: str
    name: tuple[str, str]
    instrument: tuple[str, str]
    verified: str
    source: str
    force: str
    calendar: str
    effective_from: date | None = None
    effective_to: date | None = None
    checked_on: date | None = None
    watch: bool = False
