"""The safe settings of the engine, and that a cancel ends what runs."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import duckdb
import pytest

from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.tickets.database import cancelling, columns_of, connect, lock_down, query

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.database import Connection


def test_nothing_is_fetched_or_loaded() -> None:
    connection = connect()
    names = (
        "autoinstall_known_extensions",
        "autoload_known_extensions",
        "allow_community_extensions",
    )
    for name in names:
        assert query(connection, f"SELECT current_setting('{name}')") == [(False,)]
    connection.close()


def test_rules_reach_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    connection = connect(tmp_path / "x.tickets")
    assert query(connection, f"SELECT * FROM read_csv('{secret}')") == [(1,)]
    lock_down(connection)
    lock_down(connection)
    for sql in (
        f"SELECT * FROM read_csv('{secret}')",
        f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
        f"ATTACH '{tmp_path / 'y.db'}'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(sql)
    connection.close()


def test_what_is_no_tickets_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.tickets"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(UserError, match="tickets_file_unreadable"):
        connect(path)


def test_columns_of_what_is_not_there() -> None:
    connection = connect()
    assert columns_of(connection, "tickets") == {}
    connection.close()


SLOW = "SELECT count(*) FROM range(1000000) a(x), range(1000000) b(y) WHERE hash(x, y) % 7 = 1"


def run_slowly(connection: Connection, progress: Progress, started: threading.Event) -> None:
    with cancelling(connection, progress):
        started.set()
        query(connection, SLOW)


def test_a_cancel_ends_within_a_second() -> None:
    connection = connect()
    progress = Progress()
    started = threading.Event()
    cancelled_at: list[float] = []

    def cancel() -> None:
        started.wait()
        cancelled_at.append(time.monotonic())
        progress.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        run_slowly(connection, progress, started)
    taken = time.monotonic() - cancelled_at[0]
    thread.join()
    assert taken < 1
    assert query(connection, "SELECT 1") == [(1,)]
    connection.close()


def test_a_job_that_was_cancelled_before_does_not_begin() -> None:
    connection = connect()
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled), cancelling(connection, progress):
        pytest.fail("it began")
    connection.close()


def test_too_little_memory_is_a_sentence(tmp_path: Path) -> None:
    connection = connect(memory_limit="20MB", threads=1)
    with (
        pytest.raises(UserError, match="tickets_memory_full"),
        cancelling(connection, Progress()),
    ):
        query(connection, "SELECT list(x ORDER BY hash(x)) FROM range(20000000) r(x)")
    connection.close()
