"""What a job reports arrives whole, cancels it, and is told seldom."""

from __future__ import annotations

import threading

import pytest

from auditapp.jobs.progress import Cancelled, Progress, Snapshot


def test_report_is_seen_and_keeps_the_sentence() -> None:
    progress = Progress()
    assert progress.snapshot.share is None
    progress.report(1, 4, "packs.reading", name="P01")
    progress.report(2, 4)
    assert progress.snapshot == Snapshot(2, 4, "packs.reading", {"name": "P01"})
    progress.report(4, 4, "packs.done")
    assert progress.snapshot == Snapshot(4, 4, "packs.done", {})


@pytest.mark.parametrize(
    ("done", "total", "share"), [(0, 4, 0.0), (1, 4, 0.25), (9, 4, 1.0), (-1, 4, 0.0), (3, 0, None)]
)
def test_share(done: int, total: int, share: float | None) -> None:
    assert Snapshot(done, total).share == share


def test_cancel_ends_the_job_at_its_next_report() -> None:
    progress = Progress()
    progress.report(1, 2)
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled):
        progress.report(2, 2)
    with pytest.raises(Cancelled):
        progress.check()
    assert progress.snapshot.done == 1


def test_telling_is_throttled_but_never_loses_the_end() -> None:
    now = 0.0
    told: list[int] = []
    progress = Progress(lambda seen: told.append(seen.done), every=1.0, clock=lambda: now)
    for done in range(101):
        now = done * 0.05
        progress.report(done, 100)
    assert told == [0, 20, 40, 60, 80, 100]
    progress.report(101, 1000)
    assert told[-1] == 100


def test_a_part_moves_the_whole_and_is_cancelled_with_it() -> None:
    whole = Progress()
    part = whole.part(50, 100, 200)
    part.report(1, 2, "report.writing")
    assert whole.snapshot == Snapshot(75, 200, "report.writing")
    part.report(2, 2)
    assert whole.snapshot.done == 100
    whole.cancel()
    assert part.cancelled
    with pytest.raises(Cancelled):
        part.report(2, 2)


def test_readers_never_see_half_a_report() -> None:
    progress = Progress()
    stop = threading.Event()
    torn: list[Snapshot] = []

    def watch() -> None:
        while not stop.is_set():
            seen = progress.snapshot
            if seen.done != seen.total - 1 and seen != Snapshot():
                torn.append(seen)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for n in range(20_000):
        progress.report(n, n + 1)
    stop.set()
    watcher.join()
    assert torn == []
