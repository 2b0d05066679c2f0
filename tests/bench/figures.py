"""What a benchmark measures and how it is judged: against a floor timed in turns, or a count.

Nothing here fails on wall time alone: machines differ and are noisy. A figure with a budget fails
when its ratio to the floor, or its count, is above it.
"""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Figure:
    """One measured thing; ``budget`` is the highest allowed ratio (or count), None = shown only."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    floor_name: str = ""
    budget: float | None = None
    note: str = ""

    @property
    def judged(self) -> float:
        """What the budget is compared with: the ratio to the floor, or the count itself."""
        return self.value if self.floor is None else self.value / max(self.floor, 1e-9)

    @property
    def holds(self) -> bool:
        """Whether the figure is within its budget."""
        return self.budget is None or self.judged <= self.budget

    def line(self) -> str:
        """The figure as it is printed."""
        text = f"{self.name}: {self.value:.3g} {self.unit}"
        if self.floor is not None:
            text += f"; floor ({self.floor_name}) {self.floor:.3g} {self.unit}"
            text += f"; ratio {self.judged:.2f}"
        if self.budget is not None:
            text += f"; budget {self.budget:g} {'held' if self.holds else 'MISSED'}"
        return f"{text}  {self.note}".rstrip()


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes once, with the collector out of the way."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def in_turns(
    work: Callable[[], object], floor: Callable[[], object], times: int = 5
) -> tuple[float, float]:
    """The medians of two things timed A B A B …, so that a drifting machine hits both."""
    pairs = [(timed(work), timed(floor)) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def quantile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
