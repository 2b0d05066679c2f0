"""Pseudonyms in SQL against HMAC in Python; masked numbers; nothing of a person in the file."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

import pytest

from auditapp.tickets.database import connect
from auditapp.tickets.fields import Table
from auditapp.tickets.pseudonyms import copy_table, masked_text, pseudonym

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.tickets.database import Connection

SECRET = secrets.token_bytes(32)


@pytest.fixture
def connection() -> Iterator[Connection]:
    opened = connect()
    yield opened
    opened.close()


def test_sql_and_python_make_the_same_pseudonyms(connection: Connection) -> None:
    values = ["13912345678", "张三", "", "o'Neil", "𠮷", None]
    connection.execute("CREATE TABLE raw (row_no BIGINT, customer_key VARCHAR, unit VARCHAR)")
    for number, value in enumerate(values):
        connection.execute("INSERT INTO raw VALUES (?, ?, 'HZ')", [number, value])
    copied = copy_table(connection, "raw", "kept", Table.TICKETS, SECRET)
    found = connection.execute("SELECT customer_key, unit FROM kept ORDER BY row_no").fetchall()
    assert (copied.rows, copied.pseudonymised) == (6, ("customer_key",))
    for value, (made, unit) in zip(values, found, strict=True):
        assert unit == "HZ"
        if value is None:
            assert made is None
        else:
            wanted = hmac.new(SECRET, value.encode(), hashlib.sha256).hexdigest()[:20]
            assert made == wanted == pseudonym(SECRET, value)


def test_side_tables_too(connection: Connection) -> None:
    connection.execute("CREATE TABLE raw AS SELECT 1 AS row_no, 'T1' AS ticket_id, 'Li' AS agent")
    copy_table(connection, "raw", "kept", Table.CONTACTS, SECRET)
    found = connection.execute("SELECT ticket_id, agent FROM kept").fetchall()
    assert found == [("T1", pseudonym(SECRET, "Li"))]


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("请回电13912345678", "请回电[phone]"),
        ("139 1234 5678,13812345679", "[phone],[phone]"),
        ("".join(chr(ord(sign) + 0xFEE0) for sign in "13912345678"), "[phone]"),
        ("010-12345678转3", "[phone]转3"),
        ("身份证110101199003074233。", "身份证[identity]。"),
        ("卡6222 0212 3456 7890 123", "卡[card]"),
        ("写信到 a.b@example.com.cn", "写信到 [email]"),
        ("车牌京A12345停在门口", "车牌[plate]停在门口"),
        ("2025-03-01 10:00 受理，单号TS20250301001", "2025-03-01 10:00 受理，单号TS20250301001"),
        ("话费 1234.50 元", "话费 1234.50 元"),
    ],
)
def test_numbers_of_persons_are_masked(connection: Connection, said: str, masked: str) -> None:
    row = connection.execute(f"SELECT {masked_text('$said')}", {"said": said}).fetchone()
    assert row == (masked,)


def test_masked_cells_are_counted(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE raw AS SELECT n AS row_no, CASE WHEN n % 4 = 0 THEN '电话13912345678'"
        " ELSE '无' END AS description, '回电13812345678' AS close_reason FROM range(8) t(n)"
    )
    assert copy_table(connection, "raw", "kept", Table.TICKETS, SECRET).masked == 10
