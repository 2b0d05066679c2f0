"""The tables of domain notes §4.4 as golden values, and what must hold beyond them."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain import sampling
from auditapp.domain.sampling import Statement

DISCOVERY_95 = {
    50: (48, 48, 39, 31, 22),
    100: (95, 78, 63, 45, 25),
    200: (155, 105, 78, 51, 27),
    500: (225, 129, 90, 56, 28),
    1000: (258, 138, 94, 57, 29),
    5000: (290, 147, 98, 59, 29),
    None: (299, 149, 99, 59, 29),
}
DISCOVERY_90 = {
    50: (27, 18),
    100: (37, 20),
    200: (41, 21),
    500: (43, 22),
    1000: (44, 22),
    5000: (45, 22),
    None: (45, 22),
}
ATTRIBUTE_95 = {
    0.02: (149, 236, 313, 386, 456),
    0.03: (99, 157, 208, 257, 303),
    0.04: (74, 117, 156, 192, 227),
    0.05: (59, 93, 124, 153, 181),
    0.06: (49, 78, 103, 127, 150),
    0.08: (36, 58, 77, 95, 112),
    0.10: (29, 46, 61, 76, 89),
    0.15: (19, 30, 40, 50, 59),
    0.20: (14, 22, 30, 37, 44),
}
ATTRIBUTE_90 = {0.05: (45, 77, 105, 132, 158), 0.10: (22, 38, 52, 65, 78)}
UPPER_95 = {
    20: (13.9, 21.6, 28.3, 34.4, 40.1, 45.6, 50.8, 55.8),
    25: (11.3, 17.6, 23.1, 28.2, 33.0, 37.5, 42.0, 46.2),
    30: (9.5, 14.9, 19.5, 23.9, 28.0, 31.9, 35.7, 39.4),
    40: (7.2, 11.3, 14.9, 18.3, 21.4, 24.5, 27.5, 30.4),
    50: (5.8, 9.1, 12.1, 14.8, 17.4, 19.9, 22.3, 24.7),
    60: (4.9, 7.7, 10.1, 12.4, 14.6, 16.7, 18.8, 20.8),
    80: (3.7, 5.8, 7.7, 9.4, 11.1, 12.7, 14.3, 15.8),
    100: (3.0, 4.7, 6.2, 7.6, 8.9, 10.2, 11.5, 12.7),
    125: (2.4, 3.7, 5.0, 6.1, 7.2, 8.2, 9.3, 10.3),
    150: (2.0, 3.1, 4.1, 5.1, 6.0, 6.9, 7.7, 8.6),
    200: (1.5, 2.3, 3.1, 3.8, 4.5, 5.2, 5.8, 6.5),
}
PLANNED = [
    (0.01, 0.05, 93, 1),
    (0.01, 0.10, 46, 1),
    (0.02, 0.05, 181, 4),
    (0.02, 0.06, 127, 3),
    (0.02, 0.08, 77, 2),
    (0.02, 0.10, 46, 1),
    (0.03, 0.08, 95, 3),
    (0.03, 0.10, 61, 2),
    (0.05, 0.10, 116, 6),
    (0.05, 0.15, 40, 2),
]
samples = st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))


@pytest.mark.parametrize("population", DISCOVERY_95, ids=str)
def test_table_a(population: int | None) -> None:
    rates = (0.01, 0.02, 0.03, 0.05, 0.10)
    sizes = [sampling.discovery_size(rate, population=population) for rate in rates]
    assert tuple(sizes) == DISCOVERY_95[population]
    sizes = [
        sampling.discovery_size(rate, confidence=0.9, population=population) for rate in rates[3:]
    ]
    assert tuple(sizes) == DISCOVERY_90[population]


@pytest.mark.parametrize("rate", ATTRIBUTE_95)
def test_table_b(rate: float) -> None:
    assert tuple(sampling.attribute_size(rate, k) for k in range(5)) == ATTRIBUTE_95[rate]
    if rate in ATTRIBUTE_90:
        found = tuple(sampling.attribute_size(rate, k, confidence=0.9) for k in range(5))
        assert found == ATTRIBUTE_90[rate]


@pytest.mark.parametrize("n", UPPER_95)
def test_table_c(n: int) -> None:
    found = [round(100 * sampling.upper_limit(n, k), 1) for k in range(8)]
    assert found == pytest.approx(UPPER_95[n], abs=1e-9)


@pytest.mark.parametrize(("expected", "tolerable", "n", "k"), PLANNED)
def test_planned_sizes(expected: float, tolerable: float, n: int, k: int) -> None:
    assert sampling.planned_size(expected, tolerable) == (n, k)


@pytest.mark.parametrize(
    ("half_width", "population", "n"),
    [(0.05, 200, 132), (0.05, 500, 218), (0.05, 1000, 278), (0.05, 5000, 357), (0.05, None, 385)],
)
def test_table_d(half_width: float, population: int | None, n: int) -> None:
    assert sampling.estimation_size(half_width, population=population) == n
    assert sampling.estimation_size(0.10) == 97


@pytest.mark.parametrize(
    ("branches", "sizes"), [(20, (5, 3, 4)), (50, (8, 5, 6)), (25, (5, 3, 4)), (1, (1, 1, 1))]
)
def test_sites(branches: int, sizes: tuple[int, int, int]) -> None:
    assert tuple(sampling.sites(branches, factor) for factor in (1.0, 0.6, 0.8)) == sizes


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 99))
def test_binomial_cdf_is_the_sum_of_its_terms(n: int, k: int, percent: int) -> None:
    rate = Fraction(percent, 100)
    exact = sum(comb(n, i) * rate**i * (1 - rate) ** (n - i) for i in range(min(k, n) + 1))
    assert sampling.binomial_cdf(k, n, percent / 100) == pytest.approx(float(exact), rel=1e-9)


@given(samples)
def test_limits_enclose_what_was_found(sample: tuple[int, int]) -> None:
    n, k = sample
    assert sampling.lower_limit(n, k) <= k / n <= sampling.upper_limit(n, k)
    if k < n:
        limit = sampling.upper_limit(n, k)
        assert sampling.binomial_cdf(k, n, limit) == pytest.approx(0.05, rel=1e-6)
        assert limit < sampling.upper_limit(n, k + 1) or k + 1 == n


@given(samples, st.integers(0, 200))
def test_finite_limits_enclose_and_are_not_wider(sample: tuple[int, int], more: int) -> None:
    n, k = sample
    population = n + more
    lower, upper = sampling.finite_limits(n, k, population)
    assert Fraction(k, population) <= lower <= upper
    # The highest count that the sample does not rule out; one more is ruled out.
    most = int(upper * population)
    assert k <= most <= population - n + k
    if most < population - n + k:
        ruled_out = sampling.hypergeometric_cdf(k, n, most + 1, population)
        assert ruled_out <= Fraction(1, 20) < sampling.hypergeometric_cdf(k, n, most, population)


def test_a_whole_population_leaves_no_doubt() -> None:
    assert sampling.finite_limits(40, 3, 40) == (Fraction(3, 40), Fraction(3, 40))
    assert sampling.evaluate(40, 3, 0.05, population=40) is Statement.FAILS
    assert sampling.evaluate(40, 2, 0.05, population=40) is Statement.SUPPORTS


@pytest.mark.parametrize(
    ("n", "k", "statement"),
    [
        (59, 0, Statement.SUPPORTS),
        (58, 0, Statement.NOT_CONCLUSIVE),
        (59, 1, Statement.NOT_CONCLUSIVE),
        (59, 6, Statement.NOT_CONCLUSIVE),
        (59, 7, Statement.FAILS),
    ],
)
def test_three_statements(n: int, k: int, statement: Statement) -> None:
    assert sampling.evaluate(n, k, 0.05) is statement


@given(st.integers(1, 400), st.integers(1, 99))
def test_none_found_never_fails(n: int, percent: int) -> None:
    assert sampling.evaluate(n, 0, percent / 100) is not Statement.FAILS


@pytest.mark.parametrize("rate", [0, 1, -0.1, 1.5])
def test_rates_lie_between_zero_and_one(rate: float) -> None:
    for call in (sampling.discovery_size, sampling.estimation_size):
        with pytest.raises(ValueError, match="between 0 and 1"):
            call(rate)
    with pytest.raises(ValueError, match="between 0 and 1"):
        sampling.attribute_size(rate, 0)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be"):
        sampling.upper_limit(10, 11)
    with pytest.raises(ValueError, match="not larger"):
        sampling.finite_limits(10, 0, 9)
    with pytest.raises(ValueError, match="below the tolerable"):
        sampling.planned_size(0.05, 0.05)
    assert sampling.discovery_size(0.05, population=0) == 0
    assert sampling.discovery_size(0.05, population=1) == 1


def test_draw_order_is_fixed_by_the_seed() -> None:
    ids = [f"T{n}" for n in range(6)]
    assert sampling.in_draw_order("seed", ids) == sampling.in_draw_order("seed", ids[::-1])
    assert sampling.in_draw_order("seed", ids) != sampling.in_draw_order("other", ids)
    # Golden: the order must never change between versions of the program.
    assert sampling.in_draw_order("seed", ids) == ["T0", "T1", "T3", "T4", "T2", "T5"]
