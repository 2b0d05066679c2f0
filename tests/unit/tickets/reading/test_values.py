from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.jobs.progress import Progress
from auditapp.tickets.fields import Table
from auditapp.tickets.inspect import inspect_source, shown
from auditapp.tickets.mapping import ColumnMapping, MappedField, from_json
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.suggest import suggest
from tests.unit.tickets.reading.helping import read, text

if TYPE_CHECKING:
    from pathlib import Path


def one(path: Path, field: str, head: str, values: list[str]) -> list[tuple[object, ...]]:
    lines = "".join(f'{i};"{value}"\n' for i, value in enumerate(values))
    text(path, f"id;{head}\n{lines}")
    name = field.rpartition(".")[2]
    query = f"SELECT {name}, {name}__bad FROM tickets ORDER BY row_no"
    return read(path, "ticket_id=id", f"{field}={head}", query=query, delimiter=";")[1]


def test_yes_and_no_in_both_languages(tmp_path: Path) -> None:
    rows = one(
        tmp_path / "t.csv", "is_billing", "费用", ["是", "否", "Y", "false", "无", "", "maybe"]
    )
    assert rows == [
        *((True, False), (False, False), (True, False), (False, False), (False, False)),
        *((None, False), (None, True)),
    ]


def test_a_column_of_delays_is_turned_round(tmp_path: Path) -> None:
    rows = one(tmp_path / "t.csv", "on_time_flag", "是否超时", ["是", "否", "已超时", "未超时"])
    assert [row[0] for row in rows] == [False, True, False, True]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (["1,234.50", "¥2,000", "-3"], [1234.5, 2000.0, -3.0]),
        (["1.234,50", "12,5", "7"], [1234.5, 12.5, 7.0]),
        (["\uff11\uff12", "1.5万", "x"], [12.0, 15000.0, None]),
        (["nan", "inf", "-"], [None, None, None]),
    ],
)
def test_numbers(tmp_path: Path, written: list[str], number: list[float | None]) -> None:
    rows = one(tmp_path / "t.csv", "amount_disputed", "金额", written)
    assert [row[0] for row in rows] == number


def test_durations_are_minutes(tmp_path: Path) -> None:
    rows = one(
        tmp_path / "t.csv",
        "resolution_minutes",
        "时长",
        ["90", "1:30:00", "3天2小时", "2h 15m", "long"],
    )
    assert rows == [(90.0, False), (90.0, False), (4440.0, False), (135.0, False), (None, True)]
    assert one(tmp_path / "u.csv", "resolution_minutes", "hours", ["1.5"])[0][0] == 90


def test_codes_by_known_words_and_by_the_users(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", "id,渠道\n1,电话\n2,来信\n3,窗口\n4,\n")
    intake, rows = read(
        path,
        "ticket_id=id",
        "channel_in=渠道",
        query="SELECT channel_in FROM tickets ORDER BY row_no",
    )
    assert [row[0] for row in rows] == ["hotline", "letter", "窗口", None]
    assert intake.unknown == {"channel_in": ("窗口",)}
    mapping = ColumnMapping((MappedField("channel_in", ("渠道",), {"窗口": "branch"}),))
    assert from_json(mapping.as_json()) == mapping


def test_a_log_of_events_becomes_tickets(tmp_path: Path) -> None:
    path = text(
        tmp_path / "t.csv",
        "case,activity,time\nA,open,2025-01-01 08:00\nB,open,2025-01-01 09:00\n"
        "A,reply,2025-01-01 10:00\nA,close,2025-01-03 08:00\nB,close,2025-01-01 09:30\n",
    )
    intake, rows = read(
        path,
        *("ticket_id=case", "received_at=time", "first_reply_at=time", "closed_at=time"),
        query="SELECT ticket_id, strftime(received_at, '%d %H:%M'), "
        "strftime(first_reply_at, '%d %H:%M'), strftime(closed_at, '%d %H:%M') "
        "FROM tickets ORDER BY row_no",
    )
    assert (intake.rows_kept, intake.tickets, intake.folded) == (5, 2, True)
    assert rows == [
        ("A", "01 08:00", "01 10:00", "03 08:00"),
        ("B", "01 09:00", "01 09:30", "01 09:30"),
    ]
    found = inspect_source(path, ReadOptions(), progress=Progress()).as_json()
    assert found["event_log"] == {"activity": "activity", "rows_per_ticket": 2.5}
    assert found["mapping"]["received_at"] == found["mapping"]["closed_at"] == "time"


def test_names_in_both_languages_are_suggested() -> None:
    sample = [["T1", "2025-01-01 08:00", "热线", "是"], ["T2", "2025-01-02 08:00", "在线", "否"]]
    for columns in (
        ["工单编号", "受理时间", "受理渠道", "是否及时"],
        ["Ticket #", "Date received", "Submitted via", "Timely response?"],
    ):
        found = {it.field: it.column for it in suggest(columns, sample)}
        wanted = ("ticket_id", "received_at", "channel_in", "on_time_flag")
        assert found == dict(zip(wanted, columns, strict=True))


def test_samples_show_the_form_of_what_may_name_a_person(tmp_path: Path) -> None:
    path = text(
        tmp_path / "t.csv", "工单编号,客户号码,投诉内容\nA1,13812345678,张三来电\nA2,139,李四\n"
    )
    found = inspect_source(path, ReadOptions(), progress=Progress()).as_json()
    assert "13812345678" not in str(found)
    assert "张三" not in str(found)
    assert shown("张三 A12") == "文文 a99"


def test_side_tables_have_columns_of_their_own(tmp_path: Path) -> None:
    from auditapp.tickets.database import close, connect
    from auditapp.tickets.intake import read_source

    path = text(tmp_path / "t.csv", "单号,挂起,恢复\nA,2025-01-01 08:00,2025-01-01 09:00\n")
    mapping = ColumnMapping(
        (
            MappedField("pauses.ticket_id", ("单号",)),
            MappedField("pauses.from", ("挂起",)),
            MappedField("pauses.to", ("恢复",)),
        ),
        Table.PAUSES,
    )
    connection = connect()
    read_source(connection, path, ReadOptions(), mapping, progress=Progress())
    rows = connection.execute('SELECT ticket_id, "to" - "from", "from__bad" FROM pauses').fetchall()
    close(connection)
    assert str(rows[0][1]) == "1:00:00"
    assert (rows[0][0], rows[0][2]) == ("A", False)


def test_with_a_key_nobody_is_named(tmp_path: Path) -> None:
    from auditapp.tickets.database import close, connect
    from auditapp.tickets.intake import read_source

    path = text(tmp_path / "t.csv", "id,客户,内容\n1,张三,请回电13812345678\n2,张三,好\n")
    connection = connect()
    pairs = ["ticket_id=id", "customer_key=客户", "description=内容"]
    intake = read_source(connection, path, ReadOptions(), pairs, progress=Progress(), key=b"k" * 32)
    rows = connection.execute("SELECT customer_key, description FROM tickets ORDER BY row_no")
    (first, second) = rows.fetchall()
    close(connection)
    assert first[0] == second[0] != "张三"
    assert "13812345678" not in first[1]
    assert intake.masked == 1
