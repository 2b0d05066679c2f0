# ruff: noqa: DTZ001  (times of the canonical table are naive on purpose)
from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditapp.errors import UserError
from auditapp.tickets.reading.shapes import DateOrder
from tests.unit.tickets.reading.helping import read, text

if TYPE_CHECKING:
    from pathlib import Path

TIMES = (
    "SELECT received_at, received_at__off, received_at__bad, received_at__day "
    "FROM tickets ORDER BY row_no"
)


def one(path: Path, value: str, **options: object) -> tuple[object, ...]:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "when"], ["1", value]])
    _, rows = read(path, "ticket_id=id", "received_at=when", query=TIMES, **options)
    return rows[0]


@pytest.mark.parametrize(
    ("written", "meant", "day"),
    [
        ("2025-03-01", "2025-03-01T00:00:00", True),
        ("2025/3/1 9:05", "2025-03-01T09:05:00", False),
        ("2025.03.01 15:05:09", "2025-03-01T15:05:09", False),
        ("2025-03-01T15:05:09.250", "2025-03-01T15:05:09.250000", False),
        ("2025年3月1日 下午3:05", "2025-03-01T15:05:00", False),
        ("2025年3月1日上午12:05", "2025-03-01T00:05:00", False),
        ("2025年3月1日 下午12:05", "2025-03-01T12:05:00", False),
        ("2025年3月1日 中午12:05", "2025-03-01T12:05:00", False),
        ("2025年3月1日15时05分20秒", "2025-03-01T15:05:20", False),
        ("2025年3月1日 星期六 08:00", "2025-03-01T08:00:00", False),
        ("2025年3月1号晚上8点", "2025-03-01T20:00:00", False),
        ("２０２５－０３－０１ １５：０５", "2025-03-01T15:05:00", False),  # noqa: RUF001
        ("20250301", "2025-03-01T00:00:00", True),
        ("20250301150509", "2025-03-01T15:05:09", False),
        ("1-Mar-25", "2025-03-01T00:00:00", True),
        ("March 1st, 2025 3:05 p.m.", "2025-03-01T15:05:00", False),
        ("Sat Mar  1 15:05:09 2025", "2025-03-01T15:05:09", False),
        ("01/13/2025 12:05:00 AM", "2025-01-13T00:05:00", False),
        ("13/01/2025 12:05 PM", "2025-01-13T12:05:00", False),
        ("45717", "2025-03-01T00:00:00", True),
        ("45717.5", "2025-03-01T12:00:00", False),
        ("1740841509", "2025-03-01T15:05:09", False),
        ("9999-12-31 23:59:59", "9999-12-31T23:59:59", False),
        ("2039-01-20 03:14:08", "2039-01-20T03:14:08", False),
    ],
)
def test_a_written_time(tmp_path: Path, written: str, meant: str, day: bool) -> None:
    assert one(tmp_path / "t.csv", written) == (dt.datetime.fromisoformat(meant), 0, False, day)


@pytest.mark.parametrize(
    ("written", "utc", "offset"),
    [
        ("2025-03-01T15:05:09Z", "2025-03-01T15:05:09", 0),
        ("2025-03-01 15:05:09+08:00", "2025-03-01T07:05:09", 480),
        ("2025-03-01 15:05:09 -0330", "2025-03-01T18:35:09", -210),
        ("Sat, 1 Mar 2025 15:05:09 +0100", "2025-03-01T14:05:09", 60),
        ("2025-03-01 15:05 UTC+8", "2025-03-01T07:05:00", 480),
    ],
)
def test_a_zone_is_taken_off_and_kept(tmp_path: Path, written: str, utc: str, offset: int) -> None:
    read_back = one(tmp_path / "t.csv", written)
    assert read_back == (dt.datetime.fromisoformat(utc), offset, False, False)


def test_an_assumed_zone_is_for_times_without_one(tmp_path: Path) -> None:
    assert one(tmp_path / "t.csv", "2025-03-01 08:00", offset=480)[:2] == (
        dt.datetime(2025, 3, 1, 0, 0),
        480,
    )


@pytest.mark.parametrize(
    "written",
    ["2025-02-30", "soon", "2025-03-01 25:00", "99999-01-01", "2025-03-01 10:00 CST", "10:30"],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, written: str) -> None:
    assert one(tmp_path / "t.csv", written) == (None, 0, True, False)


@pytest.mark.parametrize("written", ["", "  ", "-", "N/A", "NULL", "无", "　"])
def test_nothing_is_missing_not_unreadable(tmp_path: Path, written: str) -> None:
    assert one(tmp_path / "t.csv", written) == (None, 0, False, False)


def test_1904_serials(tmp_path: Path) -> None:
    assert one(tmp_path / "t.csv", "44255", system_1904=True)[0] == dt.datetime(2025, 3, 1)


def column(path: Path, values: list[str], **options: object) -> list[tuple[object, ...]]:
    lines = "".join(f"{i},{value}\n" for i, value in enumerate(values))
    text(path, "id,when\n" + lines)
    return read(path, "ticket_id=id", "received_at=when", query=TIMES, **options)[1]


def test_the_contents_decide_the_order_of_the_whole_column(tmp_path: Path) -> None:
    rows = column(tmp_path / "t.csv", ["03-04-2025", "25-04-2025"])
    assert [row[0] for row in rows] == [dt.datetime(2025, 4, 3), dt.datetime(2025, 4, 25)]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (["03/04/2025", "05/06/2025"], "tickets_dates_ambiguous"),
        (["13/04/2025", "05/16/2025"], "tickets_dates_mixed"),
        (["03-04-05"], "tickets_dates_ambiguous"),
    ],
)
def test_an_open_order_is_asked(tmp_path: Path, values: list[str], code: str) -> None:
    with pytest.raises(UserError) as caught:
        column(tmp_path / "t.csv", values)
    assert caught.value.code == code
    assert caught.value.args_by_name["column"] == "when"


@pytest.mark.parametrize(
    ("order", "meant"),
    [
        (DateOrder.DMY, dt.datetime(2005, 4, 3)),
        (DateOrder.MDY, dt.datetime(2005, 3, 4)),
        (DateOrder.YMD, dt.datetime(2003, 4, 5)),
    ],
)
def test_an_answer_settles_it(tmp_path: Path, order: DateOrder, meant: dt.datetime) -> None:
    assert column(tmp_path / "t.csv", ["03-04-05"], dates=order)[0][0] == meant


def test_same_day_and_month_is_no_question(tmp_path: Path) -> None:
    assert column(tmp_path / "t.csv", ["05/05/2025"])[0][0] == dt.datetime(2025, 5, 5)


FORMATS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%d.%m.%Y %H:%M:%S",
    "%m/%d/%Y %I:%M:%S %p",
    "%d-%b-%Y %H:%M:%S",
    "%Y年%m月%d日 %H:%M:%S",
    "%Y%m%d%H%M%S",
    "%a %b %d %H:%M:%S %Y",
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    form=st.sampled_from(FORMATS),
    times=st.lists(
        st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2068, 12, 31)).map(
            lambda it: it.replace(microsecond=0)
        ),
        min_size=1,
        max_size=30,
    ),
)
def test_times_read_as_python_wrote_them(
    tmp_path: Path, form: str, times: list[dt.datetime]
) -> None:
    order = {"%d": DateOrder.DMY, "%m": DateOrder.MDY}.get(form[:2])
    rows = column(tmp_path / "t.csv", [it.strftime(form) for it in times], dates=order)
    assert [row[0] for row in rows] == times
    assert not any(row[2] or row[3] for row in rows)


def test_many_ways_in_one_column(tmp_path: Path) -> None:
    rows = column(
        tmp_path / "t.csv",
        ["2025-03-01", "2025年3月2日 下午3:05", "45719", "2025-03-04 08:00+08:00", "later"],
    )
    assert [row[0] for row in rows] == [
        dt.datetime(2025, 3, 1),
        dt.datetime(2025, 3, 2, 15, 5),
        dt.datetime(2025, 3, 3),
        dt.datetime(2025, 3, 4),
        None,
    ]
    assert [row[1] for row in rows] == [0, 0, 0, 480, 0]
    assert [row[2] for row in rows] == [False, False, False, False, True]
