"""R-001: sampled contacts against tickets, by id or by customer within 24 hours, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.tickets.database import connect
from auditapp.tickets.second_source import match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.tickets.database import Connection


@pytest.fixture
def connection() -> Iterator[Connection]:
    opened = connect()
    opened.execute(
        "CREATE TABLE tickets AS SELECT * FROM (VALUES"
        " (1, 'T1', 'call-1', 'anna', TIMESTAMP '2025-03-01 10:00', 'hotline'),"
        " (2, 'T2', NULL, 'bert', TIMESTAMP '2025-03-02 10:00', 'hotline'),"
        " (3, 'T3', 'call-9', 'carl', TIMESTAMP '2025-03-01 12:00', 'hotline'),"
        " (4, 'T4', NULL, 'dora', TIMESTAMP '2025-03-01 12:00', 'app'))"
        " t(row_no, ticket_id, contact_id, customer_key, received_at, channel_in)"
    )
    yield opened
    opened.close()


def sampled(connection: Connection, *rows: tuple[object, ...]) -> None:
    connection.execute(
        "CREATE TABLE contact_sample (row_no BIGINT, contact_id VARCHAR, customer_key VARCHAR,"
        ' "at" TIMESTAMP, at__off SMALLINT, channel VARCHAR, is_complaint_by_auditor BOOLEAN)'
    )
    if not rows:
        return
    connection.executemany(
        "INSERT INTO contact_sample VALUES (?, ?, ?, ?, 0, ?, ?)", [list(it) for it in rows]
    )


def test_matched_both_ways(connection: Connection) -> None:
    sampled(
        connection,
        (1, "call-1", None, "2025-03-01 09:58", "hotline", True),
        (2, "call-2", "bert", "2025-03-01 10:00", "hotline", True),  # exactly 24 hours
        (3, "call-3", "bert", "2025-03-01 09:59", "hotline", True),  # a minute more
        (4, "call-4", "emil", "2025-03-02 11:00", "hotline", True),
        (5, "call-5", "fred", "2025-03-01 11:00", "hotline", False),  # no complaint
        (6, None, None, "2025-03-01 11:00", "hotline", True),
    )
    found = match(connection)
    assert (found.sampled, found.matched, found.by_contact, found.by_customer) == (4, 2, 1, 1)
    assert found.completeness == 0.5
    assert found.cannot_test == 1
    assert [(one.row_no, one.contact, one.at) for one in found.unmatched] == [
        (3, "call-3", "2025-03-01 09:59"),
        (4, "call-4", "2025-03-02 11:00"),
    ]
    # Of the hotline's tickets in those days only T3 has no contact behind it.
    assert (found.tickets_looked_at, found.tickets_without_contact) == (3, 1)


def test_by_contact_alone(connection: Connection) -> None:
    connection.execute("ALTER TABLE tickets DROP customer_key")
    sampled(connection, (1, "call-1", "anna", "2025-03-01 09:58", "hotline", True))
    found = match(connection)
    assert (found.matched, found.by_customer_possible) == (1, False)


def test_without_a_sample_nothing_is_said(connection: Connection) -> None:
    with pytest.raises(UserError, match="tickets_no_sample"):
        match(connection)
    sampled(connection)
    assert match(connection).completeness is None
