"""The team's hours as a grid shows them: people by days, at one place at a time. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from auditapp.domain.selection import Slot

MAX_DAYS: Final = 21
"""So many days of the visit become columns; others can be added."""
WORK_DAY: Final = 7 * 60
"""Minutes of audit work on a day, when days are filled: eight hours less the meetings."""
_NUMBER: Final = re.compile(r"\d{1,2}([.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class HoursLine:
    """A person's minutes by day at the place shown; ``total`` over all places."""

    person: UUID
    name: str
    minutes: Mapping[date, int] = field(default_factory=dict["date", int])
    total: int = 0

    def with_minutes(self, day: date, minutes: int) -> HoursLine:
        """The same with another day's minutes."""
        return replace(self, minutes={**self.minutes, day: minutes})


def read_hours(text: str) -> int | None:
    """Minutes from hours as people write them (``6.5``, ``6,5``, ``7 h``); empty is none at all.

    None for what is no number.
    """
    tidy = text.strip().casefold().removesuffix("h").removesuffix("小时").strip()
    if not tidy:
        return 0
    if not _NUMBER.fullmatch(tidy):
        return None
    return round(float(tidy.replace(",", ".")) * 60)


def say_hours(minutes: int, decimals: int = 2) -> str:
    """Minutes as hours with no more decimals than needed; nothing for none."""
    return f"{minutes / 60:.{decimals}f}".rstrip("0").rstrip(".") if minutes else ""


def days_of(start: date | None, end: date | None, more: Iterable[date]) -> list[date]:
    """The columns: weekdays of the visit, and days that are known otherwise."""
    found = set(more)
    if start is not None:
        day, last = start, end or start
        while day <= last and len(found) < MAX_DAYS:
            if day.weekday() < 5:  # Saturday is 5
                found.add(day)
            day += timedelta(days=1)
    return sorted(found)


def lines_of(
    people: Sequence[tuple[UUID, str]], slots: Iterable[Slot], place: UUID | None
) -> list[HoursLine]:
    """A line for each person with the hours at a place (None: wherever they are needed)."""
    here: dict[UUID, dict[date, int]] = {}
    total: dict[UUID, int] = {}
    for slot in slots:
        total[slot.person] = total.get(slot.person, 0) + slot.minutes
        if slot.unit == place:
            here.setdefault(slot.person, {})[slot.day] = slot.minutes
    return [HoursLine(key, name, here.get(key, {}), total.get(key, 0)) for key, name in people]


def free_days(
    people: Iterable[UUID], days: Iterable[date], slots: Iterable[Slot]
) -> list[tuple[UUID, date]]:
    """The days on which a person has no hours anywhere yet."""
    taken = {(slot.person, slot.day) for slot in slots}
    return [(key, day) for key in people for day in days if (key, day) not in taken]
