"""Laney's p' chart of a share by month, each month against the months before it.

Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002):
the binomial sigma is multiplied by sigma_z, the standard deviation of the months' z-scores
estimated by their mean moving range / 1.128: large counts do not put every month out of control.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

D2: Final = 1.128
LEAST_MONTHS: Final = 2
"""Months before that a limit needs."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: tickets of the cause, of all, mean share before, upper control limit."""

    month: str
    tickets: int
    of: int
    mean: float | None = None
    limit: float | None = None

    @property
    def above(self) -> bool:
        """Whether the share lies above the limit."""
        return self.limit is not None and self.of > 0 and self.tickets / self.of > self.limit


def chart(months: Sequence[tuple[str, int, int]], *, base: int, sigma: float) -> list[Month]:
    """The points of (month, tickets of the cause, all tickets), each with its limit.

    A month's limit rests on up to ``base`` months before it; with fewer than two of them it has
    none.
    """
    points: list[Month] = []
    for at, (name, tickets, of) in enumerate(months):
        before = [it for it in months[max(0, at - base) : at] if it[2] > 0]
        if len(before) < LEAST_MONTHS or of == 0:
            points.append(Month(name, tickets, of))
            continue
        mean = sum(it[1] for it in before) / sum(it[2] for it in before)
        spread = sqrt(mean * (1 - mean))
        if spread == 0:
            points.append(Month(name, tickets, of, mean, mean))
            continue
        scores = [(it[1] / it[2] - mean) / (spread / sqrt(it[2])) for it in before]
        moves = [abs(b - a) for a, b in pairwise(scores)]
        sigma_z = max(1.0, sum(moves) / len(moves) / D2)
        points.append(Month(name, tickets, of, mean, mean + sigma * sigma_z * spread / sqrt(of)))
    return points
