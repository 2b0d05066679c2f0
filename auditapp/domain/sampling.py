"""The arithmetic of samples: sizes and limits, exact binomial and hypergeometric.

No SciPy: bisection on exact distribution functions is enough (domain notes §4.4, whose tables are
the tests). Rates are shares of 1; they are read as the decimals that they print as, so that
``ceil(N * p)`` is what a person would compute by hand.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from fractions import Fraction
from math import ceil, comb, exp, isqrt, lgamma, log, log1p
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Z95: Final = Fraction(196, 100)
_LARGEST: Final = 100_000


class Statement(StrEnum):
    """The only three things that an evaluated sample says."""

    SUPPORTS = "supports"
    FAILS = "fails"
    NOT_CONCLUSIVE = "not_conclusive"


def binomial_cdf(k: int, n: int, rate: float) -> float:
    """P(at most k deviations in n | rate)."""
    if k < 0:
        return 0.0
    if k >= n or rate <= 0:
        return 1.0
    if rate >= 1:
        return 0.0
    log_p, log_q = log(rate), log1p(-rate)
    base = lgamma(n + 1)
    total = 0.0
    for i in range(k + 1):
        total += exp(base - lgamma(i + 1) - lgamma(n - i + 1) + i * log_p + (n - i) * log_q)
    return min(total, 1.0)


def hypergeometric_cdf(k: int, n: int, deviations: int, population: int) -> Fraction:
    """P(at most k deviations in n drawn from a population that holds so many), exactly."""
    if k < 0:
        return Fraction(0)
    ways = sum(
        comb(deviations, i) * comb(population - deviations, n - i)
        for i in range(min(k, n, deviations) + 1)
    )
    return Fraction(ways, comb(population, n))


def discovery_size(rate: float, *, confidence: float = 0.95, population: int | None = None) -> int:
    """Table (a): smallest n so that finding none at this true rate is as unlikely as the risk.

    Hypergeometric with D = ceil(N * rate) for a finite population, else binomial. A population of
    which nothing deviates at that rate (N = 0) needs none. Raises ValueError for a rate outside
    0 < rate < 1.
    """
    _check_share(rate)
    risk = 1 - _exact(confidence)
    if population is None:
        return ceil(log(float(risk)) / log1p(-rate))
    if population == 0:
        return 0
    deviations = ceil(population * _exact(rate))
    return _smallest(
        lambda n: hypergeometric_cdf(0, n, deviations, population) <= risk, 1, population
    )


def attribute_size(rate: float, allowed: int, *, confidence: float = 0.95) -> int:
    """Table (b): smallest n for a tolerable rate with so many deviations allowed."""
    _check_share(rate)
    risk = float(1 - _exact(confidence))
    return _smallest(lambda n: binomial_cdf(allowed, n, rate) <= risk, allowed + 1, _LARGEST)


def planned_size(expected: float, tolerable: float, *, confidence: float = 0.95) -> tuple[int, int]:
    """Size and allowed deviations where some are expected: ceil(e * n) may be found.

    Raises ValueError where the expected rate is not below the tolerable one.
    """
    _check_share(tolerable)
    if not 0 <= expected < tolerable:
        msg = "the expected rate lies below the tolerable one"
        raise ValueError(msg)
    risk, share = float(1 - _exact(confidence)), _exact(expected)
    # The allowed number rises with n, so the first n that holds is looked for step by step.
    for n in range(1, _LARGEST):
        allowed = ceil(share * n)
        if binomial_cdf(allowed, n, tolerable) <= risk:
            return n, allowed
    msg = "the expected rate is too close to the tolerable one"
    raise ValueError(msg)


def upper_limit(n: int, deviations: int, *, confidence: float = 0.95) -> float:
    """Table (c): the one-sided upper limit of the rate (Clopper-Pearson)."""
    _check_sample(n, deviations)
    if deviations == n:
        return 1.0
    risk = float(1 - _exact(confidence))
    return _bisect(lambda rate: binomial_cdf(deviations, n, rate) <= risk)


def lower_limit(n: int, deviations: int, *, confidence: float = 0.95) -> float:
    """The one-sided lower limit of the rate (Clopper-Pearson)."""
    _check_sample(n, deviations)
    if deviations == 0:
        return 0.0
    risk = float(1 - _exact(confidence))
    return _bisect(lambda rate: 1 - binomial_cdf(deviations - 1, n, rate) > risk)


def finite_limits(
    n: int, deviations: int, population: int, *, confidence: float = 0.95
) -> tuple[Fraction, Fraction]:
    """The one-sided lower and upper limit of the rate in a finite population (hypergeometric).

    The upper limit is the highest number of deviating tickets that the sample does not rule out.
    """
    _check_sample(n, deviations)
    if n > population:
        msg = "a sample is not larger than its population"
        raise ValueError(msg)
    risk = 1 - _exact(confidence)
    least, most = deviations, population - n + deviations
    upper = _smallest(
        lambda d: d >= most or hypergeometric_cdf(deviations, n, d + 1, population) <= risk,
        least,
        most,
    )
    lower = _smallest(
        lambda d: d >= most or 1 - hypergeometric_cdf(deviations - 1, n, d, population) > risk,
        least,
        most,
    )
    return Fraction(lower, population), Fraction(upper, population)


def evaluate(
    n: int,
    deviations: int,
    tolerable: float,
    *,
    confidence: float = 0.95,
    population: int | None = None,
) -> Statement:
    """What a sample says about a tolerable rate; it never proposes a grade.

    Criteria of force law or regulator have no tolerable rate: there each case counts by itself.
    """
    _check_share(tolerable)
    if population is None:
        lower: float | Fraction = lower_limit(n, deviations, confidence=confidence)
        upper: float | Fraction = upper_limit(n, deviations, confidence=confidence)
    else:
        lower, upper = finite_limits(n, deviations, population, confidence=confidence)
    if upper <= _exact(tolerable):
        return Statement.SUPPORTS
    return Statement.FAILS if lower > _exact(tolerable) else Statement.NOT_CONCLUSIVE


def estimation_size(half_width: float, *, population: int | None = None) -> int:
    """Table (d): tickets to estimate an unknown rate within ± half width at 95 %.

    The first figure is kept unrounded and rounded up once at the end.
    """
    _check_share(half_width)
    first = _Z95**2 / 4 / _exact(half_width) ** 2
    if population is None:
        return ceil(first)
    return ceil(first / (1 + (first - 1) / population))


def sites(branches: int, factor: float = 1.0) -> int:
    """Branches to visit: ⌈factor * √n⌉ (1.0 initial, 0.6 surveillance, 0.8 recertification)."""
    # ⌈f√n⌉ = smallest whole m with m² >= f²n, without the error of a floating root.
    square = _exact(factor) ** 2 * branches
    root = isqrt(ceil(square))
    return root if root * root >= square else root + 1


def in_draw_order(seed: str, ids: Iterable[str]) -> list[str]:
    """Ticket ids ordered by SHA-256(seed ‖ id): the first n are the sample; no random generator."""
    return sorted(
        ids, key=lambda name: (hashlib.sha256((seed + name).encode("utf-8")).digest(), name)
    )


def _exact(share: float) -> Fraction:
    return Fraction(str(share))


def _check_share(share: float) -> None:
    if not 0 < share < 1:
        msg = f"a rate lies between 0 and 1, not {share}"
        raise ValueError(msg)


def _check_sample(n: int, deviations: int) -> None:
    if n < 1 or not 0 <= deviations <= n:
        msg = f"{deviations} deviations in a sample of {n} cannot be"
        raise ValueError(msg)


def _smallest(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The smallest number in the span for which a condition holds that stays true once it is."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _bisect(holds: Callable[[float], bool]) -> float:
    """The rate from which on a condition holds, to twelve digits."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high
