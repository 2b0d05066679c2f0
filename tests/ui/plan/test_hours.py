"""Hours as people write them, the days of a visit, who has no hours yet."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from auditapp.domain.selection import Slot
from auditapp.ui.pages.plan.hours import days_of, free_days, lines_of, read_hours, say_hours

A, B, UNIT = UUID(int=1), UUID(int=2), UUID(int=9)
MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("7", 420), ("6.5", 390), ("6,5", 390), ("7 h", 420), ("7小时", 420), ("", 0), ("0", 0),
     ("soon", None), ("-1", None), ("7h30", None), ("123", None)],
)  # fmt: skip
def test_hours_are_read_as_written(text: str, minutes: int | None) -> None:
    assert read_hours(text) == minutes


@pytest.mark.parametrize(("minutes", "said"), [(0, ""), (420, "7"), (390, "6.5"), (375, "6.25")])
def test_hours_are_said_short(minutes: int, said: str) -> None:
    assert say_hours(minutes) == said
    assert read_hours(said) == minutes


def test_days_are_the_weekdays_of_the_visit_and_those_known() -> None:
    found = days_of(date(2026, 11, 6), date(2026, 11, 10), [date(2026, 11, 14)])
    assert [day.day for day in found] == [6, 9, 10, 14]
    assert days_of(None, date(2026, 11, 10), []) == []
    assert len(days_of(date(2026, 1, 1), date(2027, 1, 1), [])) == 21


def test_lines_hold_a_place_and_the_total_of_all() -> None:
    slots = [Slot(A, MONDAY, 420, UNIT), Slot(A, TUESDAY, 60)]
    here, other = lines_of([(A, "A"), (B, "B")], slots, UNIT)
    assert (dict(here.minutes), here.total) == ({MONDAY: 420}, 480)
    assert (dict(other.minutes), other.total) == ({}, 0)


def test_a_day_is_free_only_without_hours_anywhere() -> None:
    slots = [Slot(A, MONDAY, 420, UNIT)]
    assert free_days([A, B], [MONDAY, TUESDAY], slots) == [
        (A, TUESDAY), (B, MONDAY), (B, TUESDAY),
    ]  # fmt: skip
