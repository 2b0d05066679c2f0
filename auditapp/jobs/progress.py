"""Progress that a job writes and whoever watches it polls or is told now and then.

A job is a plain function ``fn(progress, ...)`` on plain data. It calls ``report`` as often as it
likes: that is cheap, and it is where a cancelled job ends.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TELL_EVERY: Final = 0.1


class Cancelled(Exception):  # noqa: N818  (no error: the user asked for it)
    """The user cancelled the job; raised by ``Progress.report`` inside it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How far a job is. ``total`` 0 = not known; ``code`` and ``args`` name its sentence."""

    done: int = 0
    total: int = 0
    code: str = ""
    args: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def share(self) -> float | None:
        """The share of 1 that is done, None while the total is not known."""
        return min(1.0, max(0.0, self.done / self.total)) if self.total > 0 else None


class Progress:
    """One job's progress; written in its thread, read and cancelled from any.

    ``tell`` is called in the job's thread with a snapshot, at most every ``every`` seconds and for
    the last piece in any case; it is how the command line draws its line.
    """

    def __init__(
        self,
        tell: Callable[[Snapshot], None] | None = None,
        *,
        every: float = TELL_EVERY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._snapshot = Snapshot()
        self._cancelled = threading.Event()
        self._tell = tell
        self._every = every
        self._clock = clock
        self._told_at: float | None = None

    def report(self, done: int, total: int = 0, code: str = "", **args: object) -> None:
        """Say how far the job is; raises :class:`Cancelled` when it should end.

        An empty ``code`` keeps the sentence said before, with its arguments.
        """
        self.check()
        before = self._snapshot
        # One assignment of a frozen value: readers in other threads never see half of it.
        self._snapshot = Snapshot(done, total, code or before.code, args if code else before.args)
        if self._tell is not None:
            self._tell_if_due(self._tell)

    def check(self) -> None:
        """Raise :class:`Cancelled` if the job should end, where there is nothing to report."""
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to end at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to end."""
        return self._cancelled.is_set()

    @property
    def snapshot(self) -> Snapshot:
        """How far the job is."""
        return self._snapshot

    def part(self, first: int, last: int, total: int) -> Progress:
        """A progress for one piece of the work that moves this one from ``first`` to ``last``.

        Cancelling either cancels the piece.
        """
        return _Part(self, first, last, total)

    def _tell_if_due(self, tell: Callable[[Snapshot], None]) -> None:
        now = self._clock()
        last = self._snapshot.total > 0 and self._snapshot.done >= self._snapshot.total
        if last or self._told_at is None or now - self._told_at >= self._every:
            self._told_at = now
            tell(self._snapshot)


class _Part(Progress):
    def __init__(self, whole: Progress, first: int, last: int, total: int) -> None:
        super().__init__()
        self._whole = whole
        self._first = first
        self._last = last
        self._total = total

    def report(self, done: int, total: int = 0, code: str = "", **args: object) -> None:
        super().report(done, total, code, **args)
        share = self.snapshot.share or 0.0
        moved = self._first + round((self._last - self._first) * share)
        self._whole.report(moved, self._total, code, **args)

    def check(self) -> None:
        super().check()
        self._whole.check()

    @property
    def cancelled(self) -> bool:
        return super().cancelled or self._whole.cancelled
