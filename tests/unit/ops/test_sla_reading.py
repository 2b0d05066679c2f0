"""Limits as people write them, and grids as they are copied from a sheet."""

from __future__ import annotations

import pytest

from auditapp.ops.sla_reading import Corner, PastedCell, read_grid, read_limit, read_tier
from auditapp.tickets.clocks.model import Unit

WRITTEN = (
    ("30分钟", "30min"), ("30 min", "30min"), ("半小时", "30min"), ("2小时", "2h"),
    ("2小时内", "2h"), ("不超过2个小时", "2h"), ("两小时", "2h"), ("\uff12\uff14\uff28", "24h"),
    ("≤ 1.5 h", "1.5h"), ("3工作日", "3wd"), ("3个工作日", "3wd"), ("5 wd", "5wd"),
    ("5 working days", "5wd"), ("十五日", "15cd"), ("15天", "15cd"), ("15 days", "15cd"),
    ("15个自然日", "15cd"), ("15d", "15d"), ("480wmin", "480wmin"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "limit"), WRITTEN)
def test_a_limit_is_read(text: str, limit: str) -> None:
    assert (read_limit(text, None).limit, read_limit(text, None).problem) == (limit, "")


@pytest.mark.parametrize(
    ("text", "unit", "problem"),
    [
        ("abc", None, "unreadable"), ("30", None, "no_unit"), ("0h", None, "zero"),
        ("1.5wd", None, "part_of_a_day"), ("3wd", Unit.H, "other_unit"),
        ("二十五分钟", None, "unreadable"), ("1-2小时", None, "unreadable"),
        ("2h30min", None, "unreadable"), ("=A1", None, "unreadable"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(text: str, unit: Unit | None, problem: str) -> None:
    assert read_limit(text, unit).problem == problem


def test_a_number_and_days_take_the_unit_of_the_clock() -> None:
    assert read_limit("30", Unit.MIN).limit == "30min"
    assert read_limit("3天", Unit.H).limit == "3d"
    assert read_limit("3天", Unit.WD).problem == "other_unit"
    for nothing in ("-", "/", "无", "n/a"):
        assert read_limit(nothing, Unit.H).limit is None
        assert read_limit(nothing, Unit.H).problem == ""


def test_tiers_by_their_words() -> None:
    words = ("VIP客户", "钻石", "普通客户", "Other", "全部", "银河")
    assert [read_tier(word) for word in words] == ["vip", "vip", "standard", "other", "", None]


def as_rows(cells: tuple[PastedCell, ...]) -> list[tuple[str, str, str | None]]:
    return [(cell.category, cell.tier, cell.read.limit) for cell in cells]


def test_a_grid_with_a_title_and_a_strange_column() -> None:
    text = (
        "投诉时限表\t\t\t\r\n类别\tVIP\t普通\t银河\r\n资费\t30分钟\t2小时\t1h\r\n所有\t\t4h\t\r\n"
    )
    found = read_grid(text, None)
    assert found.unknown == ("银河",)
    assert as_rows(found.cells) == [
        ("资费", "vip", "30min"), ("资费", "standard", "2h"), ("", "standard", "4h"),
    ]  # fmt: skip


def test_a_list_with_heads() -> None:
    text = "客户等级\t投诉类型\t时限\nVIP\t资费\t1h\n全部\t全部\t2h\nVIP\t资费\t3h"
    found = read_grid(text, None)
    assert as_rows(found.cells) == [("资费", "vip", "1h"), ("", "", "2h"), ("资费", "vip", "3h")]
    assert [cell.read.problem for cell in found.cells] == ["", "", "twice"]


def test_a_bare_block_goes_to_the_corner_and_not_beyond() -> None:
    corner = Corner(("资费", "网络"), ("standard", "other"))
    found = read_grid("1h\t2h\t3h\n4h\t\t\n5h\t6h\t", None, corner)
    assert as_rows(found.cells) == [
        ("资费", "standard", "1h"), ("资费", "other", "2h"), ("网络", "standard", "4h"),
    ]  # fmt: skip


def test_nothing_is_pasted_from_nothing() -> None:
    assert read_grid(" \n\t\n", None).cells == ()
