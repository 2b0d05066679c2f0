"""Counts by month and channel, gaps in numbers, told figures as people paste them, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Completeness
from auditapp.errors import UserError
from auditapp.tickets import reconcile
from auditapp.tickets.database import connect
from auditapp.tickets.reconcile import Counted, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.tickets.database import Connection


@pytest.fixture
def connection() -> Iterator[Connection]:
    opened = connect()
    yield opened
    opened.close()


def numbered(connection: Connection, ids: list[str | None]) -> reconcile.Numbering:
    connection.execute("CREATE OR REPLACE TABLE tickets (row_no BIGINT, ticket_id VARCHAR)")
    connection.executemany("INSERT INTO tickets VALUES (?, ?)", list(enumerate(ids)))
    return reconcile.numbering(connection)


def test_months_are_local_and_unreadable_times_stand_apart(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE tickets (row_no BIGINT, received_at TIMESTAMP, received_at__off SMALLINT,"
        " channel_in VARCHAR)"
    )
    for row in (
        (1, "2025-01-31 20:00:00", 480, "app"),
        (2, "2025-01-31 20:00:00", 0, "app"),
        (3, None, 0, None),
    ):
        connection.execute("INSERT INTO tickets VALUES (?, ?, ?, ?)", list(row))
    assert reconcile.counts(connection) == (
        Counted("", "", 1),
        Counted("2025-01", "app", 1),
        Counted("2025-02", "app", 1),
    )


def test_gaps_and_jumps(connection: Connection) -> None:
    there = [n for n in range(1, 3001) if n not in (7, 8, 500) and not 1000 <= n < 2100]
    found = numbered(connection, [f"TS-{n:05d}" for n in there] + [None])
    assert (found.running, found.series, found.missing) == (True, 1, 1103)
    assert [(gap.kind, gap.before, gap.after, gap.missing) for gap in found.gaps] == [
        ("jump", "TS-00999", "TS-02100", 1100),
        ("gap", "TS-00006", "TS-00009", 2),
        ("gap", "TS-00499", "TS-00501", 1),
    ]


def test_numbers_begin_anew_each_day(connection: Connection) -> None:
    ids = [
        f"GD202503{day:02d}{n:04d}" for day in (1, 2) for n in range(1, 21) if (day, n) != (2, 9)
    ]
    found = numbered(connection, ids)
    assert (found.running, found.series, found.missing) == (True, 2, 1)
    assert (found.gaps[0].before, found.gaps[0].after) == ("GD202503020008", "GD202503020010")


@pytest.mark.parametrize(
    "ids",
    [
        [f"{n * n * 977}" for n in range(50)],
        ["abc", "def"],
        [f"T{n}" for n in range(9)],
        [f"{n:032x}" for n in range(0, 10**6, 9973)],
    ],
)
def test_ids_that_are_no_running_numbers_have_no_gaps(
    connection: Connection, ids: list[str | None]
) -> None:
    found = numbered(connection, ids)
    assert (found.running, found.gaps) == (False, ())


def test_without_ids_there_are_no_gaps(connection: Connection) -> None:
    connection.execute("CREATE TABLE tickets (row_no BIGINT)")
    assert not reconcile.numbering(connection).running


COUNTED = (
    Counted("2025-01", "app", 40),
    Counted("2025-01", "hotline", 60),
    Counted("2025-02", "app", 5),
)


@pytest.mark.parametrize(
    ("told", "total", "gaps", "reasons"),
    [
        ([Told("2025-01", "", 100), Told("2025-02", "app", 5)], 105, 0, ()),
        ([], 105, 0, ()),
        ([], None, 0, ("nothing_told",)),
        ([Told("", "app", 45)], None, 3, ("gaps",)),
        ([Told("2025-01", "app", 41)], None, 0, ("figures_differ",)),
        ([Told("2025-03", "", 7)], None, 0, ("figures_differ",)),
        ([], 104, 1, ("figures_differ", "gaps")),
    ],
)
def test_the_verdict(
    told: list[Told], total: int | None, gaps: int, reasons: tuple[str, ...]
) -> None:
    found = reconcile.judge(COUNTED, told, told_count=total, open_gaps=gaps)
    assert found.reasons == reasons
    wanted = Completeness.NOT_ESTABLISHED if reasons else Completeness.RECONCILED
    assert found.completeness is wanted


@pytest.mark.parametrize(
    "text",
    [
        "月份\t渠道\t件数\n2025年1月\t热线\t1,200\n2025年2月\t合计\t7",
        "件数;渠道;月份\n1200;热线;2025/1\n7;;2025-02\n",
        "\ufeff2025-01,热线,1200\n202502,,7",
    ],
)
def test_told_figures_as_people_paste_them(text: str) -> None:
    assert reconcile.parse_told(text, codes={"热线": "hotline"}) == (
        Told("2025-01", "hotline", 1200),
        Told("2025-02", "", 7),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  \n", "told_empty"),
        ("month,count\n2025-13,5", "told_not_readable"),
        ("month,count\n2025-12,about 5", "told_not_readable"),
        ("month,count\n2025-12,-5", "told_not_readable"),
    ],
)
def test_what_cannot_be_read_names_its_row(text: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        reconcile.parse_told(text)
