"""Who runs a job: here and now (command line, tests) or beside the caller in a few threads.

Jobs that use the audit file run one at a time; two threads do the rest. Whatever a job returns or
raises reaches its ``on_done`` once, as a rule in the thread that ran it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, ParamSpec, Protocol, TypeVar, cast

from auditapp.jobs.progress import Cancelled, Progress

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Job(Protocol[T_co]):
    """A plain function of its progress; everything else it needs is bound to it."""

    def __call__(self, progress: Progress, /) -> T_co:
        """Do the work; raises Cancelled, UserError or anything else."""
        ...


class Lane(StrEnum):
    """Which threads a job runs in."""

    AUDIT = "audit"
    OTHER = "other"


WORKERS: Final = {Lane.AUDIT: 1, Lane.OTHER: 2}


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """How a job ended: with a value, or with an error (Cancelled if it was stopped)."""

    value: T | None
    error: BaseException | None

    @property
    def was_cancelled(self) -> bool:
        """Whether it was stopped before it came to an end."""
        return isinstance(self.error, Cancelled)


OnDone = Callable[[Done[T]], None]


class Running(Generic[T]):
    """A job that was handed over."""

    def __init__(self, future: Future[T], progress: Progress) -> None:
        self.progress = progress
        self._future = future

    def cancel(self) -> None:
        """Stop it: at once if it has not begun, else at its next report."""
        self.progress.cancel()
        self._future.cancel()

    @property
    def is_done(self) -> bool:
        """Whether it has ended, whatever way."""
        return self._future.done()

    def result(self, timeout: float | None = None) -> T:
        """Wait for the value; raises what the job raised, Cancelled, or TimeoutError."""
        try:
            return self._future.result(timeout)
        except CancelledError:
            raise Cancelled from None


class InlineExecutor(Executor):
    """Runs each call at once in the caller's thread: for the command line and for tests."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``fn`` now; the future is done when it is returned."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  (it belongs to the future's owner)
            future.set_exception(error)
        return future

    def start(
        self,
        job: Job[T],
        *,
        lane: Lane = Lane.OTHER,
        on_done: OnDone[T] | None = None,
        progress: Progress | None = None,
    ) -> Running[T]:
        """Run a job now; it has ended when this returns. The lane makes no difference here."""
        del lane
        watched = progress or Progress()
        future = self.submit(job, watched)
        if on_done is not None:
            on_done(_done(future))
        return Running(future, watched)


class PooledExecutor:
    """Runs jobs beside the caller: one thread for the audit file, two for the rest.

    Threads are made when they are first needed.
    """

    def __init__(self) -> None:
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._lock = threading.Lock()
        self._running: set[Running[object]] = set()
        self._closed = False

    def start(
        self,
        job: Job[T],
        *,
        lane: Lane = Lane.OTHER,
        on_done: OnDone[T] | None = None,
        progress: Progress | None = None,
    ) -> Running[T]:
        """Hand a job over; raises RuntimeError after ``shutdown``."""
        watched = progress or Progress()
        with self._lock:
            if self._closed:
                msg = "the executor is shut down"
                raise RuntimeError(msg)
            pool = self._pools.get(lane)
            if pool is None:
                pool = ThreadPoolExecutor(WORKERS[lane], thread_name_prefix=f"job-{lane}")
                self._pools[lane] = pool
            future = pool.submit(job, watched)
            running = Running(future, watched)
            anonymous = cast("Running[object]", running)
            self._running.add(anonymous)
        # The result is delivered before the job is forgotten, so that shutdown waits for both.
        if on_done is not None:
            future.add_done_callback(lambda ended: on_done(_done(ended)))
        future.add_done_callback(lambda _: self._forget(anonymous))
        return running

    def shutdown(self, *, cancel: bool = True) -> None:
        """Take no more jobs and wait for those under way, by default after asking them to stop."""
        with self._lock:
            self._closed = True
            pools, running = list(self._pools.values()), list(self._running)
        if cancel:
            for job in running:
                job.cancel()
        for pool in pools:
            pool.shutdown(wait=True)

    def _forget(self, running: Running[object]) -> None:
        with self._lock:
            self._running.discard(running)


def _done(future: Future[T]) -> Done[T]:
    if future.cancelled():
        return Done(None, Cancelled())
    error = future.exception()
    return Done(None, error) if error is not None else Done(future.result(), None)
