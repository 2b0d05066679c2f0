"""Small made extracts: real CSV files, and canonical tables in a database."""

from __future__ import annotations

import csv
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from auditapp.tickets.mapping import parse

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.mapping import ColumnMapping

HEAD = ("工单编号", "客户号码", "渠道", "受理时间", "结案时间", "类别", "单位", "处理人", "描述")
FIELDS = (
    "ticket_id", "customer_key", "channel_in", "received_at", "closed_at", "category_l1", "unit",
    "handler_id", "description",
)  # fmt: skip
PHONE = "13912345678"
SHAPE = "%Y-%m-%d %H:%M:%S"


def mapping() -> ColumnMapping:
    pairs = [f"{field}={column}" for field, column in zip(FIELDS, HEAD, strict=True)]
    return parse(pairs, HEAD)


def rows(count: int, *, seed: int = 1, left_out: tuple[int, ...] = ()) -> list[list[str]]:
    chance = random.Random(seed)
    found: list[list[str]] = []
    for number in range(count):
        received = datetime(2025, 1, 1, 8, tzinfo=UTC) + timedelta(
            minutes=chance.randrange(500_000)
        )
        closed = received + timedelta(hours=chance.randrange(1, 60 * 24))
        row = [
            f"TS{number:06d}",
            f"138{chance.randrange(40):08d}",
            chance.choice(("hotline", "app", "online")),
            received.strftime(SHAPE),
            closed.strftime(SHAPE),
            chance.choice(("资费", "网络")),
            chance.choice(("HZ", "NB")),
            f"staff{chance.randrange(9)}",
            f"请回电{PHONE}" if number % 7 == 0 else "一般描述",
        ]
        if number not in left_out:
            found.append(row)
    return found


def write(path: Path, body: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEAD)
        writer.writerows(body)
    return path
