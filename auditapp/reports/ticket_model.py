"""What register and report print of complaint populations: cards, results, exceptions.

Tickets come pseudonymised out of the audit file; every text is masked again as all others of the
model are. Shares are of 1; measured values are in the unit of their clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003  (walk reads the hints)
from typing import Final

from auditapp.domain.vocabulary import Completeness, Force  # noqa: TC001  (walk reads the hints)
from auditapp.reports.bilingual import Bilingual, Code, Said  # noqa: TC001

COLOURED_FROM: Final = 30
"""Below this denominator a rate is printed as n/N and carries no colour (domain notes §3.0)."""
_ALIKE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class TicketSource:
    """A file that a table was read from: rows read = kept + refused."""

    table: Code
    file_name: str
    sha256: Code
    rows_read: int
    rows_kept: int
    rows_refused: int
    duplicates: int = 0
    unreadable: int = 0
    refused_why: tuple[tuple[Code, int], ...] = ()
    """Reasons of refused rows with their numbers: codes ``refused.<code>``."""


@dataclass(frozen=True, slots=True)
class TicketTotal:
    """Tickets of a month and channel: counted here, told by the auditee (None: not told)."""

    month: Code
    channel: Code
    counted: int | None
    told: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TicketGap:
    """Ticket numbers that are missing between two that are there."""

    before: Code
    after: Code
    missing: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A result in one month."""

    month: Code
    numerator: int
    denominator: int

    @property
    def share(self) -> float | None:
        """Numerator over denominator, None without one."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Measured:
    """The measured value over the tickets that have one."""

    unit: Code
    n: int
    least: float | None
    median: float | None
    mean: float | None
    p90: float | None
    p95: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """``counts[i]`` tickets lie in [edges[i], edges[i+1]); the last bin is open at its end if
    ``open_end``. ``limit`` is where the line goes."""

    unit: Code
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    limit: float | None
    open_end: bool


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """Why tickets failed or could not be tested, and how many."""

    name: Bilingual
    count: int


@dataclass(frozen=True, slots=True)
class TicketException:
    """A ticket that failed a rule. ``row`` is its row in the source, ``at`` local, as text."""

    ticket: Code
    row: int
    value: float | None
    reason: Bilingual
    at: Code
    unit: str = ""
    channel: Code = ""
    category: str = ""
    accepted: bool = False
    findings: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleVerdicts:
    """How many tickets a rule passed, failed and left out."""

    passed: int = 0
    failed: int = 0
    running: int = 0
    not_applicable: int = 0
    cannot_test: int = 0


@dataclass(frozen=True, slots=True)
class TicketResult:
    """One rule over one population, as its working paper says it.

    ``source`` is the criterion that the auditee's limit comes from, ``force`` its force then.
    ``template``: the limit has no source at this auditee (模板口径), the result counts nowhere.
    ``complete`` False prints "completeness not established" under the rate. ``exceptions`` are
    those that the audit file keeps (the first 1,000), ``failing`` counts all.
    """

    population: Code
    rule: Code
    version: int
    kind: Code
    name: Bilingual
    clause: Code
    force: Force | None
    limit: Code
    source: str
    threshold: Code
    met: bool | None
    template: bool
    complete: bool
    formula: Said
    verdicts: RuleVerdicts
    numerator: int
    denominator: int
    rate: float | None
    reasons: tuple[ReasonCount, ...] = ()
    beside: tuple[Said, ...] = ()
    trend: tuple[TrendPoint, ...] = ()
    measured: Measured | None = None
    distribution: Distribution | None = None
    failing: int = 0
    accepted: int = 0
    exceptions: tuple[TicketException, ...] = ()
    findings: tuple[Code, ...] = ()
    sql: Code = ""
    parameters: Code = ""

    @property
    def tested(self) -> int:
        """Tickets that passed or failed."""
        return self.verdicts.passed + self.verdicts.failed

    @property
    def coloured(self) -> bool:
        """Whether the rate may be coloured."""
        return self.denominator >= COLOURED_FROM and not self.template

    @property
    def is_share(self) -> bool:
        """Whether the rate is a share of 1 that its denominator carries.

        Not so: too few tickets, and ratios with a factor (per million users and the like).
        """
        if self.rate is None or self.denominator < COLOURED_FROM:
            return False
        return abs(self.rate - self.numerator / self.denominator) < _ALIKE


@dataclass(frozen=True, slots=True)
class TicketRun:
    """The run that results come from. ``choices`` are (switch, option) in order."""

    profile: Code
    as_of: Code
    calendar: Code
    run_at: datetime | None
    run_by: Code
    tickets: int
    duplicates: int
    extract_hash: Code
    choices: tuple[tuple[Code, Code], ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractChange:
    """This extract held against an earlier one; ``comparable`` False: other or unknown key."""

    earlier: Code
    comparable: bool
    common: int | None = None
    vanished: int | None = None
    appeared: int | None = None
    changed: int | None = None


@dataclass(frozen=True, slots=True)
class AcceptedDeviation:
    """Exceptions that somebody accepted, until when, and whether that still holds."""

    rule: Code
    reason: str
    approver: str
    approved_on: date | None
    expires_on: date | None
    tickets: int
    in_force: bool


@dataclass(frozen=True, slots=True)
class TicketPopulation:
    """The extract card (数据提取说明) of a population with its control totals and results."""

    number: Code
    title: Bilingual
    extract_hash: Code
    counted: int
    system: str = ""
    run_by: str = ""
    query_text: str = ""
    evidence: Code = ""
    run_at: datetime | None = None
    period_from: date | None = None
    period_to: date | None = None
    as_of: datetime | None = None
    told: int | None = None
    told_source: str = ""
    masked: int = 0
    completeness: Completeness | None = None
    completeness_note: str = ""
    sources: tuple[TicketSource, ...] = ()
    totals: tuple[TicketTotal, ...] = ()
    gaps: tuple[TicketGap, ...] = ()
    changes: tuple[ExtractChange, ...] = ()
    run: TicketRun | None = None
    results: tuple[TicketResult, ...] = ()

    @property
    def difference(self) -> int | None:
        """Counted less told, None where nothing was told."""
        return None if self.told is None else self.counted - self.told

    @property
    def shown_results(self) -> tuple[TicketResult, ...]:
        """The results of rules that apply to a ticket at all."""
        return tuple(
            one for one in self.results if one.tested or one.verdicts.running
            or one.verdicts.cannot_test
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tickets:
    """All populations of the audit. ``with_sql`` prints each rule's SQL in the method annex."""

    populations: tuple[TicketPopulation, ...] = ()
    deviations: tuple[AcceptedDeviation, ...] = ()
    with_sql: bool = False

    @property
    def results(self) -> tuple[TicketResult, ...]:
        """The results of all populations, in order."""
        return tuple(one for population in self.populations for one in population.shown_results)

    def __bool__(self) -> bool:
        return bool(self.populations)
