"""Clocks against plain Python: every unit, pauses, quiet hours, business minutes, offsets."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.errors import UserError
from auditapp.tickets.adhoc import parse_clock, parse_clocks
from auditapp.tickets.clocks.compiling import LimitRow, LimitTable
from auditapp.tickets.database import connect
from auditapp.tickets.fields import Table
from auditapp.tickets.rules.run import Request, run
from tests.unit.tickets.engine.tables import BAD, Row, at, judge, rules_from, verdicts, write_table

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule

HEAD = """
rules:
  - id: X-1
    version: 1
    kind: clock
    name: {en: x, zh: x}
    clauses: ["7.8"]
    force: template
    start: received_at
    stop: closed_at
"""


def clock(text: str, tmp_path: Path, library: RuleLibrary) -> Rule:
    (rule,) = rules_from(HEAD + text, tmp_path, library)
    return rule


def kept_values(
    rule: Rule, rows: list[Row], library: RuleLibrary, sides: dict[Table, list[Row]] | None = None
) -> list[tuple[str, float | None]]:
    """(verdict, value) of each ticket."""
    connection = connect()
    try:
        write_table(connection, rows)
        for table, side in (sides or {}).items():
            write_table(connection, side, table)
        run(connection, [rule], library, Request(keep="kept"))
        return [
            (str(row[0]), row[1])
            for row in connection.execute(
                f'SELECT verdict, value FROM kept."{rule.id}" ORDER BY row_no'
            ).fetchall()
        ]
    finally:
        connection.close()


# -- on the command line ------------------------------------------------------------------------


def plain(row: Row, unit: str, limit: float, as_of: datetime, library: RuleLibrary) -> str:
    """The contract of design section 8, word by word."""
    start, stop = row["received_at"], row["closed_at"]
    if start is BAD:
        return "cannot_test unreadable"
    if start is None:
        return "cannot_test missing"
    if stop is BAD:
        return "cannot_test unreadable"
    end = as_of if stop is None else stop
    if unit in ("min", "h", "d"):
        size = {"min": 60, "h": 3600, "d": 86400}[unit]
        passed = (end - start) / timedelta(seconds=1)
        over = passed > limit * size
        negative = stop is not None and stop < start
    else:
        negative = stop is not None and stop.date() < start.date()
        days = range(1, (end.date() - start.date()).days + 1)
        if unit == "wd":
            calendar = library.calendars.tables["CN"]
            days = [it for it in days if calendar.is_working(start.date() + timedelta(days=it))]
        over = len(days) > limit
    if negative:
        return "cannot_test negative"
    if stop is None:
        return "fail open_overdue" if over else "running"
    return "fail late" if over else "pass"


def some_rows(seed: int, count: int) -> list[Row]:
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(count):
        start: Any = at("2026-01-20") + timedelta(minutes=chance.randrange(60 * 24 * 60))
        stop: Any = start + timedelta(minutes=chance.randrange(-2000, 60 * 24 * 40))
        if chance.random() < 0.1:
            stop = start + timedelta(days=10)
        if chance.random() < 0.2:
            stop = chance.choice([None, BAD, stop.replace(hour=0, minute=0)])
        if chance.random() < 0.1:
            start = chance.choice([None, BAD])
        rows.append({"ticket_id": str(number), "received_at": start, "closed_at": stop})
    return rows


@pytest.mark.parametrize("unit", ["min", "h", "d", "cd", "wd"])
def test_a_clock_of_the_command_line_follows_the_contract(library: RuleLibrary, unit: str) -> None:
    limit = {"min": 14400, "h": 240, "d": 10, "cd": 10, "wd": 6}[unit]
    rows = some_rows(hash_of(unit), 300)
    as_of = at("2026-03-05 12:00")
    rule = parse_clock(f"x:received_at->closed_at<={limit}{unit}")
    found = verdicts(rule, rows, library, as_of=as_of)
    expected = [plain(row, unit, limit, as_of, library) for row in rows]
    assert [f"{verdict} {reason}".strip() for verdict, reason in found] == expected
    assert len({*expected}) >= 6


def hash_of(text: str) -> int:
    return sum(map(ord, text))


def test_due_at_is_a_limit_of_its_own(library: RuleLibrary) -> None:
    start = at("2026-03-01 09:00")
    rows: list[Row] = [
        {"received_at": start, "closed_at": at("2026-03-05"), "due_at": at("2026-03-05")},
        {"received_at": start, "closed_at": at("2026-03-05 00:00:01"), "due_at": at("2026-03-05")},
        {"received_at": start, "closed_at": None, "due_at": at("2026-03-05")},
        {"received_at": start, "closed_at": None, "due_at": at("2026-04-05")},
        {"received_at": start, "closed_at": at("2026-03-05"), "due_at": None},
        {"received_at": start, "closed_at": at("2026-03-05"), "due_at": BAD},
        {"received_at": start, "closed_at": at("2026-02-05"), "due_at": at("2026-03-05")},
    ]
    rule = parse_clock("x:received_at->closed_at<=due_at")
    found = verdicts(rule, rows, library, as_of=at("2026-03-20"))
    assert [f"{verdict} {reason}".strip() for verdict, reason in found] == [
        "pass", "fail late", "fail open_overdue", "running", "cannot_test missing",
        "cannot_test unreadable", "cannot_test negative",
    ]  # fmt: skip
    assert judge(rule, rows, library).limit == "due_at"


@pytest.mark.parametrize(
    "text",
    [
        "received_at->closed_at<=30d", "x:received_at-closed_at<=30d", "x:received_at->closed_at",
        "x:received_at->closed_at<30d", "x:received_at->closed_at<=-1d",
        "x:received_at->closed_at<=30 d", "x:a;b->closed_at<=30d", "",
    ],
)  # fmt: skip
def test_wrong_forms_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="clock_form"):
        parse_clock(text)


@pytest.mark.parametrize(
    "text",
    ["x:nothing->closed_at<=30d", "x:received_at->unit<=30d", "x:received_at->closed_at<=30y"],
)
def test_unknown_fields_and_units_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="clock_field"):
        parse_clock(text)


def test_a_name_is_given_once() -> None:
    with pytest.raises(UserError, match="clock_twice"):
        parse_clocks(["x:received_at->closed_at<=30d", "x:received_at->closed_at<=20d"])


def test_decimal_limits_are_exact(library: RuleLibrary) -> None:
    start = at("2026-03-01")
    rows: list[Row] = [
        {"received_at": start, "closed_at": start + timedelta(seconds=5400)},
        {"received_at": start, "closed_at": start + timedelta(seconds=5400, microseconds=1)},
    ]
    found = verdicts(parse_clock("x:received_at->closed_at<=1.5h"), rows, library)
    assert [verdict for verdict, _ in found] == ["pass", "fail"]


def test_an_end_after_as_of_counts_and_a_start_after_it_runs(library: RuleLibrary) -> None:
    rows: list[Row] = [
        {"received_at": at("2026-03-01"), "closed_at": at("2026-03-20")},
        {"received_at": at("2026-03-15"), "closed_at": None},
    ]
    rule = parse_clock("x:received_at->closed_at<=5d")
    found = verdicts(rule, rows, library, as_of=at("2026-03-10"))
    assert found == [("fail", "late"), ("running", "")]


def test_as_of_is_the_latest_event_up_to_today(library: RuleLibrary) -> None:
    rows: list[Row] = [
        {"received_at": at("2026-03-01"), "closed_at": at("2026-03-04 10:00"),
         "due_at": at("2026-09-01"), "agreed_reply_at": at("2026-08-01")},
        {"received_at": at("2026-03-02"), "closed_at": at("2031-01-01")},
    ]  # fmt: skip
    connection = connect()
    try:
        write_table(connection, rows)
        asked = Request(today=date(2026, 11, 22))
        found = run(connection, [parse_clock("x:received_at->closed_at<=5d")], library, asked)
    finally:
        connection.close()
    assert found.as_of == "2026-03-04T10:00:00"


# -- local time ---------------------------------------------------------------------------------


def test_dates_are_each_values_own(library: RuleLibrary) -> None:
    """23:30 UTC is the next day at +8; instants do not care."""
    rows: list[Row] = [
        {"received_at": at("2026-03-02 23:30"), "received_at__off": 480,
         "closed_at": at("2026-03-03 23:30"), "closed_at__off": 480},
        {"received_at": at("2026-03-02 23:30"), "received_at__off": 480,
         "closed_at": at("2026-03-03 23:30"), "closed_at__off": 0},
    ]  # fmt: skip
    one = kept_values(parse_clock("x:received_at->closed_at<=9cd"), rows, library)
    assert [value for _, value in one] == [1, 0]
    two = kept_values(parse_clock("x:received_at->closed_at<=9h"), rows, library)
    assert [value for _, value in two] == [24, 24]


# -- working time -------------------------------------------------------------------------------


def business_minutes(
    start: datetime, stop: datetime, first: int, last: int, library: RuleLibrary
) -> float:
    """Minutes inside the hours of working days, one by one day."""
    calendar = library.calendars.tables["CN"]
    total = timedelta()
    day = start.date()
    while day <= stop.date():
        midnight = datetime.combine(day, datetime.min.time())
        if calendar.is_working(day):
            begin = max(start, midnight + timedelta(minutes=first))
            end = min(stop, midnight + timedelta(minutes=last))
            total += max(end - begin, timedelta())
        day += timedelta(days=1)
    return total / timedelta(minutes=1)


MOMENTS = st.datetimes(at("2026-01-25"), at("2026-03-10")).map(lambda it: it.replace(microsecond=0))


@settings(max_examples=20, deadline=None)
@given(pairs=st.lists(st.tuples(MOMENTS, MOMENTS), min_size=1, max_size=20))
def test_business_minutes(
    pairs: list[tuple[datetime, datetime]], library: RuleLibrary, tmp_path_factory: Any
) -> None:
    text = """    calendar: CN
    limit: {unit: wmin, value: 600}
    business_hours: {from: "09:00", to: "17:30"}
"""
    rule = clock(text, tmp_path_factory.mktemp("clock"), library)
    rows: list[Row] = [{"received_at": min(pair), "closed_at": max(pair)} for pair in pairs]
    expected = [
        business_minutes(row["received_at"], row["closed_at"], 540, 1050, library) for row in rows
    ]
    found = kept_values(rule, rows, library)
    assert [value for _, value in found] == pytest.approx(expected)
    assert [it == "pass" for it, _ in found] == [value <= 600 for value in expected]


def quiet_minutes(start: datetime, stop: datetime) -> float:
    """Minutes outside 20:00 to 08:00."""
    total = timedelta()
    day = start.date()
    while day <= stop.date():
        midnight = datetime.combine(day, datetime.min.time())
        begin = max(start, midnight + timedelta(hours=8))
        end = min(stop, midnight + timedelta(hours=20))
        total += max(end - begin, timedelta())
        day += timedelta(days=1)
    return total / timedelta(minutes=1)


@settings(max_examples=20, deadline=None)
@given(
    pairs=st.lists(st.tuples(MOMENTS, MOMENTS), min_size=1, max_size=20),
    pauses=st.lists(st.tuples(MOMENTS, MOMENTS), max_size=4),
)
def test_quiet_hours_and_pauses_together(
    pairs: list[tuple[datetime, datetime]],
    pauses: list[tuple[datetime, datetime]],
    library: RuleLibrary,
    tmp_path_factory: Any,
) -> None:
    text = """    limit: {unit: min, value: 600}
    quiet: {from: "20:00", to: "08:00", mode: pause}
    pauses: "*"
"""
    rule = clock(text, tmp_path_factory.mktemp("clock"), library)
    rows: list[Row] = [
        {"ticket_id": "1", "received_at": min(pair), "closed_at": max(pair)} for pair in pairs
    ]
    side: list[Row] = [
        {"ticket_id": "1", "from": min(it), "to": max(it), "reason": "x"} for it in pauses
    ]
    side.append({"ticket_id": "other", "from": at("2026-01-01"), "to": None, "reason": "x"})
    expected = [active_minutes(row["received_at"], row["closed_at"], pauses) for row in rows]
    found = kept_values(rule, rows, library, {Table.PAUSES: side})
    assert [value for _, value in found] == pytest.approx(expected)


def active_minutes(
    start: datetime, stop: datetime, pauses: list[tuple[datetime, datetime]]
) -> float:
    """Minutes outside quiet hours and outside every pause."""
    edges = sorted({start, stop, *(t for it in pauses for t in it if start < t < stop)})
    return sum(
        quiet_minutes(a, b)
        for a, b in pairwise(edges)
        if not any(min(it) <= a and b <= max(it) for it in pauses)
    )


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ([], "fail late"),
        ([("2026-03-03", "2026-03-08")], "pass"),
        ([("2026-03-03", "2026-03-07"), ("2026-03-05", "2026-03-08")], "pass"),
        ([("2026-03-03", None)], "pass"),
        ([("2026-02-01", "2026-03-05")], "fail late"),
        ([("2026-03-08", "2026-03-03")], "cannot_test negative"),
        ([(None, "2026-03-03")], "cannot_test missing"),
    ],
)
def test_pauses_by_dates(
    library: RuleLibrary, tmp_path: Path, side: list[Any], expected: str
) -> None:
    rule = clock("    limit: {unit: cd, value: 5}\n    pauses: [mediation]\n", tmp_path, library)
    rows: list[Row] = [
        {"ticket_id": "1", "received_at": at("2026-03-01 10:00"), "closed_at": at("2026-03-11")}
    ]
    pauses: list[Row] = [
        {
            "ticket_id": "1",
            "from": None if first is None else at(first),
            "to": None if last is None else at(last),
            "reason": "mediation",
        }
        for first, last in side
    ]
    pauses.append({"ticket_id": "1", "from": at("2026-03-01"), "to": None, "reason": "other"})
    ((verdict, reason),) = verdicts(rule, rows, library, sides={Table.PAUSES: pauses})
    assert f"{verdict} {reason}".strip() == expected


def test_without_a_table_of_pauses_none_is_taken_off(library: RuleLibrary, tmp_path: Path) -> None:
    rule = clock("    limit: {unit: cd, value: 5}\n    pauses: [mediation]\n", tmp_path, library)
    rows: list[Row] = [{"received_at": at("2026-03-01"), "closed_at": at("2026-03-11")}]
    result = judge(rule, rows, library)
    assert result.notes == ("pauses_not_given",)
    assert result.numerator == 1


def test_new_facts_start_the_clock_again(library: RuleLibrary, tmp_path: Path) -> None:
    rule = clock("    limit: {unit: cd, value: 5}\n    restart: new_facts_at\n", tmp_path, library)
    start, stop = at("2026-03-01"), at("2026-03-11")
    rows: list[Row] = [
        {"received_at": start, "closed_at": stop, "new_facts_at": facts}
        for facts in (None, at("2026-03-06"), at("2026-02-20"), at("2026-03-12"))
    ]
    found = kept_values(rule, rows, library)
    assert found == [("fail", 10), ("pass", 5), ("fail", 10), ("fail", 10)]


def test_the_start_day_and_the_last_day(library: RuleLibrary, tmp_path: Path) -> None:
    """1 + 4 calendar days from Wednesday end on Sunday; the roll moves them to Monday."""
    rows: list[Row] = [
        {"received_at": at("2026-03-04 10:00"), "closed_at": at(f"2026-03-{day:02}")}
        for day in (8, 9, 10)
    ]
    text = "    calendar: CN\n    limit: {unit: cd, value: 4}\n"
    plain_rule = clock(text, tmp_path, library)
    assert [it for it, _ in kept_values(plain_rule, rows, library)] == ["pass", "fail", "fail"]
    rolled = clock(text + "    roll_last_day: next_working_day\n", tmp_path, library)
    assert [it for it, _ in kept_values(rolled, rows, library)] == ["pass", "pass", "fail"]
    counted = clock(text + "    start_day_counts: true\n", tmp_path, library)
    assert [value for _, value in kept_values(counted, rows, library)] == [5, 6, 7]


def test_an_agreed_time_replaces_the_limit(library: RuleLibrary, tmp_path: Path) -> None:
    text = """    limit: {unit: h, value: 2}
    agreed: {at: agreed_reply_at, when: "default(night_contact_ok, false)"}
"""
    rule = clock(text, tmp_path, library)
    start = at("2026-03-02 09:00")
    rows: list[Row] = [
        {"received_at": start, "closed_at": start + timedelta(hours=5),
         "agreed_reply_at": start + timedelta(hours=hours), "night_contact_ok": proved}
        for hours, proved in ((5, True), (5, None), (4, True))
    ]  # fmt: skip
    assert [it for it, _ in kept_values(rule, rows, library)] == ["pass", "fail", "fail"]


def test_what_a_missing_condition_may_change_cannot_be_tested(
    library: RuleLibrary, tmp_path: Path
) -> None:
    text = """    limit: {unit: cd, value: 15}
    extensions: [{to: 30, when: "complexity == 'complex'"}]
"""
    rule = clock(text, tmp_path, library)
    start = at("2026-03-01")
    rows: list[Row] = [
        {"received_at": start, "closed_at": start + timedelta(days=days), "complexity": None}
        for days in (15, 16, 30, 31)
    ]
    found = verdicts(rule, rows, library)
    assert [f"{a} {b}".strip() for a, b in found] == [
        "pass", "cannot_test missing", "cannot_test missing", "fail late",
    ]  # fmt: skip


def test_cases_and_the_auditees_table(library: RuleLibrary, tmp_path: Path) -> None:
    text = """    limit:
      unit: min
      mapping: reply
      template: true
      cases:
        - {when: "is_urgent_type", value: 15}
        - {value: 60}
"""
    rule = clock(text, tmp_path, library)
    start = at("2026-03-02 09:00")
    rows: list[Row] = [
        {"received_at": start, "closed_at": start + timedelta(minutes=30),
         "is_urgent_type": urgent, "customer_tier": tier}
        for urgent, tier in ((True, "vip"), (False, "vip"), (None, "other"), (BAD, None))
    ]  # fmt: skip
    found = verdicts(rule, rows, library)
    assert [f"{a} {b}".strip() for a, b in found] == [
        "fail late", "pass", "cannot_test missing", "cannot_test unreadable",
    ]  # fmt: skip
    assert judge(rule, rows, library).template
    table = LimitTable((LimitRow((("customer_tier", "vip"),), 20.0),), "procedure 3.2")
    result = judge(rule, rows, library, limits={"reply": table})
    assert not result.template
    assert result.limit == "20min"
    found = verdicts(rule, rows, library, limits={"reply": table})
    assert [it for it, _ in found] == ["fail", "fail", "not_applicable", "cannot_test"]


# -- calendars ----------------------------------------------------------------------------------


def test_a_year_without_table_is_refused(library: RuleLibrary) -> None:
    rows: list[Row] = [{"received_at": at("2026-12-30"), "closed_at": at("2027-01-05")}]
    rule = parse_clock("x:received_at->closed_at<=5wd")
    with pytest.raises(UserError) as caught:
        judge(rule, rows, library, as_of=at("2027-01-10"))
    assert caught.value.code == "calendar_year_missing"
    assert caught.value.args_by_name == {"calendar": "CN", "years": "2027"}
    found = verdicts(rule, rows, library, calendar="weekdays", as_of=at("2027-01-10"))
    assert found == [("pass", "")]


def test_a_year_that_cannot_be_right_is_only_its_tickets_matter(library: RuleLibrary) -> None:
    rows: list[Row] = [
        {"received_at": at("2026-03-02"), "closed_at": at("2999-01-05")},
        {"received_at": at("1970-01-01"), "closed_at": at("2026-03-04")},
        {"received_at": at("2026-03-02"), "closed_at": at("2026-03-04")},
    ]
    rule = parse_clock("x:received_at->closed_at<=5wd")
    found = verdicts(rule, rows, library, as_of=at("2026-03-10"))
    assert found == [("cannot_test", "calendar"), ("cannot_test", "calendar"), ("pass", "")]
