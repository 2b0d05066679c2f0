"""Jobs run here or beside, end exactly once, and nothing is left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.jobs.executors import Done, InlineExecutor, Lane, PooledExecutor, Running
from auditapp.jobs.progress import Cancelled, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

WAIT = 20.0


@pytest.fixture
def pooled():
    executor = PooledExecutor()
    yield executor
    executor.shutdown()


def double(n: int) -> Callable[[Progress], int]:
    def work(progress: Progress, /) -> int:
        progress.report(1, 1)
        return 2 * n

    return work


def refuse(_: Progress, /) -> int:
    raise UserError("disk_full")


def collector() -> tuple[list[Done[int]], threading.Event, Callable[[Done[int]], None]]:
    ended: list[Done[int]] = []
    event = threading.Event()

    def on_done(done: Done[int]) -> None:
        ended.append(done)
        event.set()

    return ended, event, on_done


def test_inline_has_ended_when_it_returns() -> None:
    ended, _, on_done = collector()
    running = InlineExecutor().start(double(21), lane=Lane.AUDIT, on_done=on_done)
    assert running.is_done
    assert running.result() == 42
    assert ended == [Done(42, None)]
    assert running.progress.snapshot.share == 1.0


def test_inline_hands_an_error_over() -> None:
    ended, _, on_done = collector()
    running = InlineExecutor().start(refuse, on_done=on_done)
    with pytest.raises(UserError, match="disk_full"):
        running.result()
    assert isinstance(ended[0].error, UserError)


def test_inline_cancelled_before_it_starts() -> None:
    progress = Progress()
    progress.cancel()
    ended, _, on_done = collector()
    InlineExecutor().start(double(1), on_done=on_done, progress=progress)
    assert ended[0].was_cancelled


def test_inline_lets_an_interrupt_through() -> None:
    def interrupted(_: Progress, /) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        InlineExecutor().start(interrupted)


def test_inline_is_an_executor_of_plain_calls() -> None:
    with InlineExecutor() as executor:
        assert executor.submit(pow, 2, 5).result() == 32


def test_pooled_gives_values_and_errors(pooled: PooledExecutor) -> None:
    ended, event, on_done = collector()
    assert pooled.start(double(4), on_done=on_done).result(WAIT) == 8
    assert event.wait(WAIT)
    assert ended == [Done(8, None)]
    ended, event, on_done = collector()
    with pytest.raises(UserError):
        pooled.start(refuse, lane=Lane.AUDIT, on_done=on_done).result(WAIT)
    assert event.wait(WAIT)
    assert isinstance(ended[0].error, UserError)
    assert not ended[0].was_cancelled


def test_a_running_job_stops_at_its_next_report(pooled: PooledExecutor) -> None:
    begun, ended_at = threading.Event(), threading.Event()

    def endless(progress: Progress, /) -> int:
        begun.set()
        try:
            while True:
                progress.report(0)
        finally:
            ended_at.set()

    ended, event, on_done = collector()
    running = pooled.start(endless, on_done=on_done)
    assert begun.wait(WAIT)
    running.cancel()
    assert event.wait(WAIT)
    assert ended_at.is_set()
    assert ended[0].was_cancelled
    with pytest.raises(Cancelled):
        running.result(WAIT)


def test_jobs_of_the_audit_file_run_one_at_a_time_and_in_order(pooled: PooledExecutor) -> None:
    order: list[int] = []
    busy = threading.Lock()

    def work(n: int) -> Callable[[Progress], int]:
        def run(_: Progress, /) -> int:
            assert busy.acquire(blocking=False)
            order.append(n)
            busy.release()
            return n

        return run

    jobs = [pooled.start(work(n), lane=Lane.AUDIT) for n in range(50)]
    assert [job.result(WAIT) for job in jobs] == list(range(50))
    assert order == list(range(50))


def test_two_others_run_beside_a_job_of_the_audit_file(pooled: PooledExecutor) -> None:
    meeting = threading.Barrier(3)

    def meet(_: Progress, /) -> int:
        return meeting.wait(WAIT)

    lanes = (Lane.AUDIT, Lane.OTHER, Lane.OTHER)
    jobs = [pooled.start(meet, lane=lane) for lane in lanes]
    assert sorted(job.result(WAIT) for job in jobs) == [0, 1, 2]


def test_one_that_waits_is_cancelled_without_running(pooled: PooledExecutor) -> None:
    release, ran = threading.Event(), threading.Event()

    def hold(_: Progress, /) -> int:
        assert release.wait(WAIT)
        return 0

    def note(_: Progress, /) -> int:
        ran.set()
        return 0

    first = pooled.start(hold, lane=Lane.AUDIT)
    ended, event, on_done = collector()
    second = pooled.start(note, lane=Lane.AUDIT, on_done=on_done)
    second.cancel()
    assert event.wait(WAIT)
    release.set()
    first.result(WAIT)
    assert ended[0].was_cancelled
    assert not ran.is_set()


@pytest.mark.parametrize("cancel", [True, False])
def test_shutdown_waits_until_results_are_delivered(cancel: bool) -> None:
    executor = PooledExecutor()
    begun = threading.Event()
    delivered: list[Done[int]] = []

    def work(progress: Progress, /) -> int:
        begun.set()
        for n in range(2_000):
            progress.report(n, 2_000)
        return 1

    running: list[Running[int]] = [executor.start(work, on_done=delivered.append) for _ in range(6)]
    assert begun.wait(WAIT)
    executor.shutdown(cancel=cancel)
    assert all(job.is_done for job in running)
    assert len(delivered) == 6
    if not cancel:
        assert delivered == [Done(1, None)] * 6
    with pytest.raises(RuntimeError, match="shut down"):
        executor.start(work)


def test_no_thread_is_made_before_it_is_needed() -> None:
    before = threading.active_count()
    PooledExecutor().shutdown()
    assert threading.active_count() == before
