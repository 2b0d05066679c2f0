"""What a run of rules over a population gives: frozen values, plain enough for JSON and ops.

Shapes: design section 8 (``tickets test --json``); meaning of each figure: docs/tickets.md,
sections 7 and 8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages."""

    en: str
    zh: str

    def as_json(self) -> dict[str, str]:
        """``{"en": …, "zh": …}``."""
        return {"en": self.en, "zh": self.zh}


@dataclass(frozen=True, slots=True)
class ValueStats:
    """The measured value over the tickets that have one, in ``unit``; None where n is 0."""

    unit: str
    n: int
    min: float | None
    median: float | None
    mean: float | None
    p90: float | None
    p95: float | None
    max: float | None

    def as_json(self) -> dict[str, Scalar]:
        """The shape of the contract."""
        return {
            "unit": self.unit, "n": self.n, "min": self.min, "median": self.median,
            "mean": self.mean, "p90": self.p90, "p95": self.p95, "max": self.max,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beside:
    """The same rule with other options, printed beside and never graded."""

    choices: Mapping[str, str]
    numerator: int
    denominator: int
    rate: float | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cause (in one unit, or in all: ``unit`` empty) that looks systemic (R-080).

    ``signals`` are ``cell`` (a), ``units`` (b) and ``chart`` (c). ``months`` are
    (month, tickets of the cause, tickets, mean share, upper control limit).
    """

    cause: str
    unit: str
    signals: tuple[str, ...]
    tickets: int
    untreated: int
    months: tuple[tuple[str, int, int, float | None, float | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum of the fairness test: numbers and figures of both groups."""

    key: tuple[str, ...]
    n_group: int
    n_other: int
    group: float | None
    other: float | None


@dataclass(frozen=True, slots=True)
class FairnessMeasure:
    """One measure over the strata. It indicates, it does not prove.

    ``effect`` is the weighted mean difference of medians (``kind`` = ``median``) or the
    Mantel-Haenszel odds ratio (``kind`` = ``share``); ``low`` and ``high`` its 95 % limits
    (odds ratio only, Robins-Breslow-Greenland). ``worse``: whether the group fares worse.
    """

    id: str
    name: Name
    kind: str
    n_group: int
    n_other: int
    effect: float | None
    low: float | None
    high: float | None
    worse: bool | None
    strata: tuple[Stratum, ...] = ()
    strata_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Extra:
    """What only some kinds of rules give."""

    clusters: tuple[Cluster, ...] = ()
    clusters_more: int = 0
    fairness: tuple[FairnessMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule over one population.

    ``counts`` has every verdict; ``reasons`` those of fail and cannot_test. ``exceptions`` are the
    ids of failing tickets (else row numbers) in the order of the source; ``exceptions_left`` says
    how many were not listed. ``met`` is None without threshold or denominator. ``table`` is the
    table in the tickets file with a row per ticket (row_no, verdict, reason, detail, value,
    limit_value), empty if none was kept.
    """

    rule_id: str
    version: int
    kind: str
    name: Name
    clauses: tuple[str, ...]
    force: str
    limit: str
    counts: Mapping[Verdict, int]
    reasons: Mapping[str, int]
    details: Mapping[str, int]
    numerator: int
    denominator: int
    rate: float | None
    value: ValueStats | None
    exceptions: tuple[str, ...]
    sql: str
    sql_params: Mapping[str, Scalar]
    exceptions_left: int = 0
    threshold: str = ""
    met: bool | None = None
    template: bool = False
    severity: str = ""
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    beside: tuple[Beside, ...] = ()
    notes: tuple[str, ...] = ()
    table: str = ""
    extra: Extra = Extra()
    names: Mapping[str, Name] = field(default_factory=dict[str, Name])

    @property
    def clause(self) -> str:
        """The clauses as one text."""
        return ", ".join(self.clauses)

    def as_json(self) -> dict[str, object]:
        """The shape of the contract, nothing added."""
        return {
            "id": self.rule_id,
            "name": self.name.as_json(),
            "clause": self.clause,
            "limit": self.limit,
            "counts": {verdict.value: self.counts.get(verdict, 0) for verdict in Verdict},
            "reasons": dict(self.reasons),
            "numerator": self.numerator,
            "denominator": self.denominator,
            "rate": self.rate,
            "value": None if self.value is None else self.value.as_json(),
            "exceptions": list(self.exceptions),
            "sql": self.sql,
            "sql_params": dict(self.sql_params),
        }


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run: what it rests on and the result of each rule.

    ``as_of`` is an ISO date or date-time (local); ``profile`` may be empty.
    """

    profile: str
    as_of: str
    choices: Mapping[str, str]
    rules: tuple[RuleResult, ...]
    rows: int
    duplicates: int
