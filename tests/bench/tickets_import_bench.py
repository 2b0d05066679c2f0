"""Importing tickets: beside a bare ``read_csv`` of the same file and a bare calamine.

Budget of the design: 3 × and 2 ×, memory below 2 GB. Tables are made here, of no one's data.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import resource
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.jobs.progress import Cancelled, Progress
from auditapp.tickets.database import close, connect
from auditapp.tickets.intake import read_source
from auditapp.tickets.reading.source import ReadOptions
from tests.bench.figures import Figure, in_turns

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 1_000_000
SHEET_ROWS = 200_000
ROUNDS = 3
MAPPED = {
    "ticket_id": "工单编号",
    "customer_key": "客户号码",
    "channel_in": "受理渠道",
    "received_at": "受理时间",
    "recorded_at": "登记时间",
    "dispatched_at": "派单时间",
    "first_reply_at": "首次回复时间",
    "closed_at": "办结时间",
    "category_l1": "一级分类",
    "category_l3": "三级分类",
    "handler_id": "处理人",
    "customer_accepts": "是否认可",
    "amount_disputed": "争议金额",
    "is_urgent_type": "是否紧急",
    "description": "投诉内容",
}
PAIRS = [f"{field}={column}" for field, column in MAPPED.items()]
CHANNELS = ("热线", "在线", "营业厅", "信函", "12345")


def figures() -> list[Figure]:
    """Time of a CSV and a workbook, memory, how soon a cancel is heard."""
    with tempfile.TemporaryDirectory() as folder:
        table, book = Path(folder) / "t.csv", Path(folder) / "t.xlsx"
        _write_csv(table)
        _write_book(book)
        imported, bare = in_turns(lambda: _import(table), lambda: _bare_csv(table), ROUNDS)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        sheet, calamine = in_turns(lambda: _import(book), lambda: _bare_book(book), ROUNDS)
        return [
            Figure(
                f"import of {ROWS:,} tickets, {table.stat().st_size / 1e6:.0f} MB of CSV",
                imported,
                "s",
                bare,
                "bare read_csv into a table",
                3,
            ),
            Figure("memory at its highest while importing", peak, "GB", budget=2),
            Figure(
                f"import of a sheet of {SHEET_ROWS:,} rows", sheet, "s", calamine, "calamine", 2
            ),
            Figure("cancel heard after", _cancel(table), "s", budget=1),
        ]


def _import(path: Path) -> None:
    connection = connect()
    intake = read_source(connection, path, ReadOptions(), PAIRS, progress=Progress())
    assert intake.rows_kept in (ROWS, SHEET_ROWS)
    close(connection)


def _bare_csv(path: Path) -> None:
    connection = connect()
    connection.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{path}')")
    close(connection)


def _bare_book(path: Path) -> None:
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _cancel(path: Path) -> float:
    """Seconds from a cancel in the middle of an import to its end."""
    connection, progress = connect(), Progress()
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.perf_counter())
        progress.cancel()

    timer = threading.Timer(1.5, cancel)
    timer.start()
    try:
        read_source(connection, path, ReadOptions(), PAIRS, progress=progress)
    except Cancelled:
        return time.perf_counter() - asked[0]
    finally:
        close(connection)
        timer.cancel()
    return 0.0


def _rows(count: int) -> Iterator[list[Any]]:
    chance = random.Random(7)
    start = dt.datetime(2025, 1, 1)  # noqa: DTZ001  (as tables have them)
    for number in range(count):
        received = start + dt.timedelta(seconds=chance.randrange(365 * 86400))
        steps = (0, 2, 30, 240, 9000)
        times = [received + dt.timedelta(minutes=chance.randrange(step + 1)) for step in steps]
        yield [
            *(f"GD{number:08d}", f"1{chance.randrange(10**10):010d}", CHANNELS[number % 5], *times),
            *("资费", "套餐争议", f"A{number % 500}", "是" if number % 5 else "否"),
            *(round(chance.random() * 1000, 2), "否", "客户反映费用不符"),
        ]


def _write_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(MAPPED.values())
        writer.writerows(_rows(ROWS))


def _write_book(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("data")
    sheet.append(list(MAPPED.values()))
    for row in _rows(SHEET_ROWS):
        sheet.append(row)
    book.save(path)
