"""Whether two groups are treated alike, within strata. It indicates, it does not prove.

Numbers: difference of the medians by stratum, averaged with weights n1·n0/(n1+n0). Shares:
Mantel-Haenszel odds ratio with the limits of Robins, Breslow and Greenland (Biometrics 42, 1986).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Any, Final

from auditapp.tickets.database import query
from auditapp.tickets.results import Extra, FairnessMeasure, Stratum
from auditapp.tickets.sql import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.tickets.database import Connection
    from auditapp.tickets.rules.model import Fairness, Measure

Z95: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class OddsRatio:
    """A common odds ratio with its 95 % limits; None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None


def compare_groups(connection: Connection, rows: str, body: Fairness) -> tuple[Extra, str]:
    """Compare on a table (in_group, s_<stratum>…, m_<measure>…); returns the figures and SQL."""
    measures: list[FairnessMeasure] = []
    texts: list[str] = []
    for measure in body.measures:
        sql = _sql(rows, body, measure)
        texts.append(f"-- {measure.id}\n{sql}")
        measures.append(_measure(measure, query(connection, sql), len(body.strata), body.least))
    return Extra(fairness=tuple(measures)), ";\n".join(texts)


def _sql(rows: str, body: Fairness, measure: Measure) -> str:
    strata = "".join(f"coalesce({quote(f's_{name}')}, ''), " for name in body.strata)
    value = quote(f"m_{measure.id}")
    what = "sum({0})" if measure.share else "median({0})"
    figure = what.format(value)
    return f"""SELECT {strata}count({value}) FILTER (WHERE in_group) AS n_group,
  count({value}) FILTER (WHERE NOT in_group) AS n_other,
  {figure} FILTER (WHERE in_group) AS of_group,
  {figure} FILTER (WHERE NOT in_group) AS of_other
FROM {rows} WHERE in_group IS NOT NULL
GROUP BY ALL ORDER BY ALL"""


def _measure(
    measure: Measure, rows: Sequence[tuple[Any, ...]], width: int, least: int
) -> FairnessMeasure:
    strata: list[Stratum] = []
    left_out = 0
    for row in rows:
        key = tuple(str(it) for it in row[:width])
        n_group, n_other, of_group, of_other = row[width:]
        if min(n_group, n_other) < least:
            left_out += 1
            continue
        strata.append(Stratum(key, int(n_group), int(n_other), float(of_group), float(of_other)))
    common = (
        mantel_haenszel(strata) if measure.share else OddsRatio(_median_gap(strata), None, None)
    )
    if measure.share:
        strata = [
            Stratum(it.key, it.n_group, it.n_other, _share(it.group, it.n_group),
                    _share(it.other, it.n_other))
            for it in strata
        ]  # fmt: skip
    return FairnessMeasure(
        measure.id,
        measure.name,
        "share" if measure.share else "median",
        sum(it.n_group for it in strata),
        sum(it.n_other for it in strata),
        common.value,
        common.low,
        common.high,
        _worse(common, share=measure.share, higher=measure.worse_higher),
        tuple(strata),
        left_out,
    )


def _share(number: float | None, of: int) -> float | None:
    return None if number is None or of == 0 else number / of


def _median_gap(strata: Sequence[Stratum]) -> float | None:
    weights = [it.n_group * it.n_other / (it.n_group + it.n_other) for it in strata]
    if not weights:
        return None
    gaps = [(it.group or 0.0) - (it.other or 0.0) for it in strata]
    return sum(w * gap for w, gap in zip(weights, gaps, strict=True)) / sum(weights)


def _worse(common: OddsRatio, *, share: bool, higher: bool) -> bool | None:
    """Shares: the limits lie on the worse side of 1. Numbers: the gap is on the worse side."""
    if common.value is None:
        return None
    if not share:
        return common.value > 0 if higher else common.value < 0
    if common.low is None or common.high is None:
        return None
    return common.low > 1 if higher else common.high < 1


def mantel_haenszel(strata: Sequence[Stratum]) -> OddsRatio:
    """The common odds ratio over strata of which ``group`` and ``other`` are counts of cases."""
    r_sum = s_sum = pr = ps_qr = qs = 0.0
    for it in strata:
        n = it.n_group + it.n_other
        a, c = it.group or 0.0, it.other or 0.0
        b, d = it.n_group - a, it.n_other - c
        r, s = a * d / n, b * c / n
        p, q = (a + d) / n, (b + c) / n
        r_sum += r
        s_sum += s
        pr += p * r
        ps_qr += p * s + q * r
        qs += q * s
    if r_sum == 0 or s_sum == 0:
        return OddsRatio(None, None, None)
    ratio = r_sum / s_sum
    variance = pr / (2 * r_sum**2) + ps_qr / (2 * r_sum * s_sum) + qs / (2 * s_sum**2)
    wide = Z95 * sqrt(variance)
    return OddsRatio(ratio, exp(log(ratio) - wide), exp(log(ratio) + wide))
