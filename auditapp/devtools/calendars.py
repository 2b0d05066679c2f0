"""Writes checklists/calendars/CN.yaml from the package chinesecalendar (build time only).

Run ``python -m auditapp.devtools.calendars`` after the State Council's yearly notice is in the
package.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FIRST_YEAR = 2015
LAST_YEAR = 2026
TARGET = Path(__file__).parents[2] / "checklists" / "calendars" / "CN.yaml"


def table_of(year: int) -> tuple[list[date], list[date]]:
    """(days off from Monday to Friday, worked Saturdays and Sundays) of a year."""
    import chinese_calendar  # type: ignore[import-untyped]

    off: list[date] = []
    worked: list[date] = []
    day = date(year, 1, 1)
    while day.year == year:
        working = bool(chinese_calendar.is_workday(day))  # pyright: ignore[reportUnknownMemberType]
        if working and day.isoweekday() > 5:
            worked.append(day)
        elif not working and day.isoweekday() <= 5:
            off.append(day)
        day += timedelta(days=1)
    return off, worked


def text() -> str:
    """The whole file."""
    lines = [
        "# Written by python -m auditapp.devtools.calendars; one table a year, days off on",
        "# weekdays and worked weekend days (调休). A year that is not here is refused.",
        "calendar:",
        "  id: CN",
        "  name: {en: Mainland China, zh: 中国内地}",
        "  source: yearly notices of the State Council on public holidays (chinesecalendar)",
        "  weekend: [6, 7]",
        "  years:",
    ]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        off, worked = table_of(year)
        lines.append(f"    {year}:")
        lines.extend(_days("holidays", off))
        lines.extend(_days("working", worked))
    return "\n".join(lines) + "\n"


def _days(key: str, days: list[date]) -> list[str]:
    shown = [day.isoformat() for day in days]
    rows = [", ".join(shown[at : at + 8]) for at in range(0, len(shown), 8)]
    return [f"      {key}:", "        [", *(f"          {row}," for row in rows), "        ]"]


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
    print(TARGET.relative_to(Path.cwd()) if TARGET.is_relative_to(Path.cwd()) else TARGET.name)


if __name__ == "__main__":
    main()
