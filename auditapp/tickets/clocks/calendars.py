"""Working days: shipped tables by year, the user's own, Monday to Friday, other countries.

A table of days with a running number of working days stands in the database while rules run:
the working days between two dates are then a difference of two numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.tickets.sql import quote
from auditapp.yamlio.lines import read_yaml
from auditapp.yamlio.nodes import YamlNode
from auditapp.yamlio.problems import Collector, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from auditapp.tickets.database import Connection

WEEKDAYS: Final = "weekdays"
FIRST_PLAUSIBLE_YEAR: Final = 1990
_WEEKDAY_YEARS: Final = (1900, 2199)
_SATURDAY_SUNDAY: Final = frozenset({6, 7})


@dataclass(frozen=True, slots=True)
class Year:
    """A year's days off on working days, and worked days on weekends."""

    holidays: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of the years that have a table."""

    id: str
    name: Mapping[str, str]
    source: str
    years: Mapping[int, Year]
    weekend: frozenset[int] = _SATURDAY_SUNDAY

    def is_working(self, day: date) -> bool:
        """Whether a day is worked; UserError ``calendar_year_missing``."""
        year = self.years.get(day.year)
        if year is None:
            raise UserError("calendar_year_missing", calendar=self.id, years=str(day.year))
        if day in year.working:
            return True
        return day not in year.holidays and day.isoweekday() not in self.weekend

    @property
    def span(self) -> tuple[int, int]:
        """The longest run of years without a gap (the later one of two): first and last."""
        best = (0, -1)
        first = last = 0
        for year in sorted(self.years):
            first, last = (first, year) if year == last + 1 else (year, year)
            if last - first >= best[1] - best[0]:
                best = (first, last)
        return best


@dataclass(frozen=True, slots=True)
class Calendars:
    """The calendars read from folders; others are made when asked for."""

    tables: Mapping[str, Calendar] = field(default_factory=dict[str, Calendar])

    def get(self, name: str, last_year: int) -> Calendar:
        """A calendar by id. ``last_year`` is how far one of the package ``holidays`` reaches.

        Raises UserError ``calendar_unknown``.
        """
        if name == WEEKDAYS:
            first, last = _WEEKDAY_YEARS
            years = dict.fromkeys(range(first, last + 1), Year())
            return Calendar(WEEKDAYS, {"en": "Monday to Friday", "zh": "周一至周五"}, "", years)
        table = self.tables.get(name)
        return table if table is not None else _of_package(name, last_year)


def load_calendars(folders: Iterable[Path], found: Collector) -> Calendars:
    """All ``*.yaml`` of the folders; a later folder's years replace those of an earlier one."""
    tables: dict[str, Calendar] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            calendar = read_calendar(path, found)
            if calendar is None:
                continue
            before = tables.get(calendar.id)
            if before is not None:
                calendar = replace(calendar, years={**before.years, **calendar.years})
            tables[calendar.id] = calendar
    return Calendars(tables)


def read_calendar(path: Path, found: Collector) -> Calendar | None:
    """One calendar file (docs/tickets.md, section 4); what is wrong goes to ``found``."""
    read = read_yaml(path, found)
    if read is None:
        return None
    value, source = read
    top = YamlNode(value, Place(source), found)
    if not top.keys(("calendar",)):
        return None
    node = top.at("calendar")
    if not node.keys(("id", "name", "source", "years"), ("weekend",)):
        return None
    weekend = frozenset(item.integer(6, least=1) for item in node.at("weekend").list())
    years: dict[int, Year] = {}
    for written, below in node.at("years").items():
        if not written.isdecimal() or not 1900 <= int(written) <= 2199:
            below.wrong("year")
        elif below.keys((), ("holidays", "working")):
            year = int(written)
            years[year] = Year(_days(below.at("holidays"), year), _days(below.at("working"), year))
    en, zh = node.at("name").pair()
    name = node.at("id").text(pattern=r"[A-Z][A-Z0-9-]{0,19}")
    return Calendar(
        name, {"en": en, "zh": zh}, node.at("source").text(), years, weekend or _SATURDAY_SUNDAY
    )


def _days(node: YamlNode, year: int) -> frozenset[date]:
    days: set[date] = set()
    for item in node.list():
        day = item.date()
        if day is not None and day.year != year:
            item.error("calendar_other_year", day=day.isoformat(), year=year)
        elif day is not None:
            days.add(day)
    return frozenset(days)


def _of_package(name: str, last_year: int) -> Calendar:
    """A country or subdivision as the package ``holidays`` knows it."""
    import holidays

    country, _, part = name.partition("-")
    years = range(FIRST_PLAUSIBLE_YEAR, last_year + 1)
    try:
        if name in holidays.list_supported_financial():
            days = holidays.financial_holidays(name, years=years)
        else:
            days = holidays.country_holidays(country, subdiv=part or None, years=years)
    except (NotImplementedError, AttributeError):
        raise UserError("calendar_unknown", calendar=name) from None
    by_year: dict[int, set[date]] = {year: set() for year in years}
    for day in days:
        by_year.setdefault(day.year, set()).add(day)
    weekend = frozenset(int(day) + 1 for day in days.weekend) or _SATURDAY_SUNDAY
    tables = {year: Year(frozenset(by_year[year])) for year in years}
    return Calendar(name, {"en": name, "zh": name}, "python-holidays", tables, weekend)


def install(connection: Connection, calendar: Calendar, table: str) -> None:
    """Write the days of a calendar as a temporary table (day, work, work_no, next_work)."""
    first, last = calendar.span
    if last < first:
        raise UserError("calendar_empty", calendar=calendar.id)
    years = [calendar.years[year] for year in range(first, last + 1)]
    one = timedelta(days=1)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE {quote(table)} AS
WITH listed AS (
  SELECT CAST(day AS DATE) AS day,
    list_contains($working, CAST(day AS DATE))
      OR NOT (list_contains($weekend, isodow(day)) OR list_contains($holidays, CAST(day AS DATE)))
      AS work
  FROM range(CAST($first AS TIMESTAMP), CAST($after AS TIMESTAMP), INTERVAL 1 DAY) AS r(day)
)
SELECT day, work,
  CAST(sum(CAST(work AS INTEGER)) OVER (ORDER BY day) AS INTEGER) AS work_no,
  min(CASE WHEN work THEN day END)
    OVER (ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next_work
FROM listed ORDER BY day""",
        {
            "working": sorted(day for year in years for day in year.working) or [date.min],
            "holidays": sorted(day for year in years for day in year.holidays) or [date.min],
            "weekend": sorted(calendar.weekend),
            "first": date(first, 1, 1),
            "after": date(last, 12, 31) + one,
        },
    )
