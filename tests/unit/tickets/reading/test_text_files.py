from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.tickets.reading.loading import Refusal
from tests.unit.tickets.reading.helping import read, text

if TYPE_CHECKING:
    from pathlib import Path

IDS = "SELECT row_no, ticket_id FROM tickets ORDER BY row_no"
CHINESE = "工单号,受理时间,内容\n" + "".join(
    f"GD{i},2025-03-0{i},客户反映网络投诉处理不及时\n" for i in range(1, 6)
)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_encodings_are_found_and_shown(tmp_path: Path, encoding: str, shown: str) -> None:
    path = text(tmp_path / "t.csv", CHINESE, encoding)
    intake, rows = read(
        path,
        "ticket_id=工单号",
        "description=内容",
        query="SELECT ticket_id, description FROM tickets",
    )
    assert intake.encoding == shown
    assert sorted(rows)[0] == ("GD1", "客户反映网络投诉处理不及时")
    assert intake.rows_kept == 5


def test_a_file_of_two_encodings_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(
        "id,内容\n1,客户投诉\n".encode() + "2,网络问题\n".encode("gbk") + "3,服务\n".encode()
    )
    intake, rows = read(
        path,
        "ticket_id=id",
        "description=内容",
        query="SELECT description FROM tickets ORDER BY row_no",
    )
    assert intake.encoding == "utf-8+gb18030"
    assert [row[0] for row in rows] == ["客户投诉", "网络问题", "服务"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^"])
def test_delimiters_are_found(tmp_path: Path, sign: str) -> None:
    lines = [["id", "what", "when"], ["1", "a", "2025-01-01"], ["2", "b", "2025-01-02"]]
    path = text(tmp_path / "t.csv", "".join(sign.join(line) + "\r\n" for line in lines))
    intake, rows = read(path, "ticket_id=id", query=IDS)
    assert intake.delimiter == sign
    assert rows == [(2, "1"), (3, "2")]


def test_the_header_is_found_under_titles(tmp_path: Path) -> None:
    path = text(
        tmp_path / "t.csv", "投诉统计表,,\n制表：张三,,\n\n工单号,渠道,时间\nA1,热线,2025-01-01\n"
    )
    intake, rows = read(path, "ticket_id=工单号", query=IDS)
    assert intake.header_row == 4
    assert rows == [(5, "A1")]


def test_heads_of_two_rows_are_joined(tmp_path: Path) -> None:
    path = text(
        tmp_path / "t.csv",
        "工单号,受理,,办结,\n,时间,渠道,时间,渠道\nA1,2025-01-01,热线,2025-01-02,短信\n",
    )
    intake, _ = read(path, "ticket_id=工单号")
    assert intake.header_row == 2
    assert intake.columns == ("工单号", "受理 / 时间", "受理 / 渠道", "办结 / 时间", "办结 / 渠道")


def test_equal_and_empty_heads_get_names_of_their_own(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", "id,time,time,,x\n1,2025-01-01,2025-01-02,,y\n")
    assert read(path, "ticket_id=id")[0].columns == ("id", "time", "time (2)", "#4", "x")


def test_only_what_is_no_ticket_is_refused(tmp_path: Path) -> None:
    path = text(
        tmp_path / "t.csv",
        'id,when,what\n1,2025-01-01,a\n2,2025-01-02\n\n3,bad date,"b, c"\nid,when,what\n'
        "4,2025-01-04,d,e\n5,2025-01-05,f,\n合计,5,\n1,2025-01-06,again\n",
    )
    intake, rows = read(
        path,
        "ticket_id=id",
        "received_at=when",
        query="SELECT row_no, ticket_id, dup, received_at__bad FROM tickets ORDER BY row_no",
    )
    assert intake.refused == (
        Refusal(3, "wrong_field_count"),
        Refusal(6, "repeated_header"),
        Refusal(7, "wrong_field_count"),
        Refusal(9, "total_line"),
    )
    assert rows == [
        (2, "1", False, False),
        (5, "3", False, True),
        (8, "5", False, False),
        (10, "1", True, False),
    ]
    assert intake.rows_read == intake.rows_kept + len(intake.refused) == 8
    assert (intake.duplicates, dict(intake.bad)) == (1, {"received_at": 1})


def test_a_quote_never_closed_costs_its_line_alone(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", 'id,what,n\n1,a,1\n2,"open,2\n3,b,3\n4,"c, d",4\n')
    intake, rows = read(path, "ticket_id=id", query=IDS)
    assert [row[1] for row in rows] == ["1", "3", "4"]
    assert intake.refused == (Refusal(3, "unbalanced_quote"),)


def test_cells_over_several_lines_are_one_row(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", 'id,what\n1,"a\nb"\n2,c\n')
    _, rows = read(
        path,
        "ticket_id=id",
        "description=what",
        query="SELECT row_no, ticket_id, description FROM tickets ORDER BY row_no",
    )
    assert rows == [(2, "1", "a\nb"), (3, "2", "c")]


def test_nuls_are_left_out(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", "id,what\n1,a\0b\n2,c\n")
    _, rows = read(
        path,
        "ticket_id=id",
        "description=what",
        query="SELECT description FROM tickets ORDER BY row_no",
    )
    assert [row[0] for row in rows] == ["ab", "c"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    path = text(tmp_path / "t.csv", end.join(["id,what", "1,a", "2,b", ""]))
    assert read(path, "ticket_id=id", query=IDS)[1] == [(2, "1"), (3, "2")]


def test_a_long_file_keeps_its_order(tmp_path: Path) -> None:
    # Several threads share one this long; a join in the statement once lost the order.
    lines = "".join(f"{i},2025-01-01 08:00:00,{'x' * 60},热线\n" for i in range(2, 300_002))
    path = text(tmp_path / "t.csv", "id,when,what,channel\n" + lines)
    intake, rows = read(
        path,
        *("ticket_id=id", "received_at=when", "description=what", "channel_in=channel"),
        query="SELECT count(*) FILTER (row_no::VARCHAR <> ticket_id) FROM tickets",
    )
    assert rows == [(0,)]
    assert intake.rows_kept == 300_000


def test_without_an_id_the_row_is_the_id(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", "when,what\n2025-01-01,a\n2025-01-02,b\n")
    assert read(path, "received_at=when", query=IDS)[1] == [(2, "2"), (3, "3")]
