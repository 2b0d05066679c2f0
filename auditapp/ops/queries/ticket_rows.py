"""Frozen rows of everything about complaint populations: what screens and reports show.

Tickets are pseudonymised before they are stored, so nothing here names a customer or a clerk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from auditapp.domain.vocabulary import (
        Completeness,
        Dimension,
        FindingState,
        Grade,
        Lang,
        Result,
    )

COLOURED_FROM: Final = 30
"""Below this denominator a rate is shown as n/N and carries no colour (domain notes §3.0)."""


class Presence(StrEnum):
    """Where the tickets of a population are."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOT_LOOKED = "not_looked"


class Basis(StrEnum):
    """Where a page of exceptions was read from."""

    FILE = "file"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """A line of the list of populations; ``rows`` counts kept tickets, duplicates included.

    ``comparable_key`` is the fingerprint of the key of its pseudonyms, empty if nobody kept it.
    ``tables`` are the canonical tables it has. ``last_run_id`` is the latest run of rules on it.
    """

    id: UUID
    number: str
    title: str
    rows: int
    refused: int
    period_from: date | None
    period_to: date | None
    run_at: datetime | None
    completeness: Completeness | None
    presence: Presence
    tables: tuple[str, ...]
    comparable_key: str
    previous_id: UUID | None
    added_at: datetime
    added_by: str
    last_run_id: UUID | None
    last_run_at: datetime | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A file that a table was read from. Rows read = kept + refused.

    ``mapping`` is canonical field → column of the source; ``notes`` what else reading it told.
    """

    id: UUID
    table: str
    file_name: str
    file_hash: str
    file_size: int | None
    encoding: str | None
    sheet: str | None
    header_row: int | None
    date_order: str | None
    zone: str | None
    rows_read: int
    rows_kept: int
    rows_refused: int
    duplicates: int
    unreadable: int
    mapping: Mapping[str, str]
    notes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """How a value of the source was read; ``code`` None: left as it is."""

    field: str
    value: str
    code: str | None
    rows: int | None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the source that is no ticket; ``reason`` is a code (texts ``refused.<code>``)."""

    row_no: int
    reason: str


@dataclass(frozen=True, slots=True)
class ExtractCard:
    """The extract card (数据提取说明) of a population with its sources."""

    id: UUID
    number: str
    title: Mapping[Lang, str]
    system: str | None
    run_by: str | None
    query_text: str | None
    evidence_id: UUID | None
    evidence_number: str
    run_at: datetime | None
    period_from: date | None
    period_to: date | None
    told_count: int | None
    told_source: str | None
    as_of: datetime | None
    extract_hash: str
    masked: int
    key_id: UUID | None
    completeness: Completeness | None
    completeness_note: str | None
    presence: Presence
    sources: tuple[SourceRow, ...]
    values: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """Tickets of a month and channel: counted here, told by the auditee (None: not told)."""

    month: str
    channel: str
    counted: int | None
    told: int | None
    note: str | None

    @property
    def difference(self) -> int | None:
        """Counted less told, None while one is not known."""
        if self.counted is None or self.told is None:
            return None
        return self.counted - self.told


@dataclass(frozen=True, slots=True)
class GapRow:
    """Numbers missing between two tickets; ``kind`` is ``gap`` or ``jump``."""

    id: UUID
    kind: str
    before: str
    after: str
    missing: int
    note: str | None


@dataclass(frozen=True, slots=True)
class ControlTotals:
    """Whether a population is complete: figures side by side and the numbers that are missing."""

    rows: tuple[TotalRow, ...]
    counted: int
    told: int | None
    gaps: tuple[GapRow, ...]
    completeness: Completeness | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A second extract held against an earlier one. ``comparable`` False: other or unknown key.

    ``changed`` counts tickets by field; ``rows`` are the first of them: (ticket, field, before,
    after), field ``vanished`` or ``appeared`` for tickets that are only in one of the two.
    """

    population_id: UUID
    previous_id: UUID
    comparable: bool
    reason: str | None
    common: int | None
    vanished: int | None
    appeared: int | None
    changed: Mapping[str, int]
    rows: tuple[tuple[str, str, str, str], ...]
    compared_at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """Tickets by verdict."""

    passed: int = 0
    failed: int = 0
    running: int = 0
    not_applicable: int = 0
    cannot_test: int = 0

    @property
    def total(self) -> int:
        """All tickets."""
        return self.passed + self.failed + self.running + self.not_applicable + self.cannot_test


@dataclass(frozen=True, slots=True)
class Slice:
    """A result for one month, unit, channel or category; ``key`` is empty where none is given."""

    key: str
    counts: Counts
    numerator: int
    denominator: int

    @property
    def rate(self) -> float | None:
        """Numerator over denominator, None without one."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def coloured(self) -> bool:
        """Whether the rate may be coloured."""
        return self.denominator >= COLOURED_FROM


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run of rules over a population."""

    id: UUID
    population_id: UUID
    profile: str | None
    as_of: str
    calendar: str | None
    choices: Mapping[str, object]
    extract_hash: str
    tickets: int
    duplicates: int
    run_by: str
    run_at: datetime
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class FindingRef:
    """A finding that rests on a result."""

    id: UUID
    number: str
    grade: Grade
    state: FindingState
    exceptions: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A rule on the board with its figures.

    ``rate`` is the rule's own (a ratio may carry a factor). ``template``: marked 模板口径, counts
    nowhere. ``complete`` False prints "completeness not established" under the rate. ``accepted``
    counts exceptions under a deviation that is in force today. ``severity`` is a hint for grading.
    """

    result_id: UUID
    rule_id: str
    version: int
    kind: str
    names: Mapping[Lang, str]
    clause: str | None
    force: str
    severity: str | None
    limit: str | None
    threshold: str | None
    met: bool | None
    template: bool
    counts: Counts
    reasons: Mapping[str, int]
    numerator: int
    denominator: int
    rate: float | None
    complete: bool
    trend: tuple[Slice, ...]
    exceptions: int
    accepted: int
    findings: tuple[FindingRef, ...]

    def name(self, lang: Lang) -> str:
        """The rule's name in a language."""
        return self.names[lang]

    @property
    def coloured(self) -> bool:
        """Whether the rate may be coloured; else show n/N alone."""
        return self.denominator >= COLOURED_FROM and not self.template


@dataclass(frozen=True, slots=True)
class Board:
    """The KPI board of a population; ``run`` is None as long as no rule was run."""

    population: PopulationRow
    run: RunRow | None
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """How a measured value is spread: ``counts[i]`` tickets lie in [edges[i], edges[i+1]).

    The last bin also takes everything above it (``open_end``). ``limit`` is where the line goes.
    """

    unit: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    limit: float | None
    open_end: bool


@dataclass(frozen=True, slots=True)
class MeasureStats:
    """The measured value over the tickets that have one."""

    unit: str
    n: int
    min: float | None
    median: float | None
    mean: float | None
    p90: float | None
    p95: float | None
    max: float | None


@dataclass(frozen=True, slots=True)
class ResultDetail:
    """One result with all that its working paper prints.

    ``detail`` holds what only some kinds of rules give, as plain JSON values: ``details``,
    ``beside``, ``notes``, ``clusters``, ``clusters_more``, ``fairness``, ``names``.
    """

    row: BoardRow
    run: RunRow
    stats: MeasureStats | None
    histogram: Histogram | None
    sql: str
    sql_params: Mapping[str, object]
    detail: Mapping[str, object]
    cards: tuple[str, ...]
    criterion_id: UUID | None


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A ticket that failed a rule; ``at`` is when it was received, local, as text.

    ``deviation_id`` names the accepted deviation in force, ``findings`` the numbers of findings
    that take it up.
    """

    position: int
    row_no: int
    ticket: str
    value: float | None
    reason: str
    at: str
    unit: str
    channel: str
    category: str
    deviation_id: UUID | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExceptionPage:
    """A window of a result's exceptions. ``total`` counts all under the same filter.

    From ``Basis.STORED`` only the first 1,000 are there: ``known`` says how many can be listed.
    """

    total: int
    known: int
    offset: int
    rows: tuple[ExceptionRow, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class TicketCell:
    """A canonical field of a ticket as text; ``bad``: something stands there that is unreadable."""

    field: str
    text: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class TicketView:
    """One ticket: its cells, and the rules of the latest run that it fails."""

    row_no: int
    ticket: str
    cells: tuple[TicketCell, ...]
    fails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TicketWindow:
    """Rows of a population under a filter, by row number: "show me these tickets"."""

    total: int
    offset: int
    fields: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """Exceptions that were accepted; ``in_force`` says whether today still counts."""

    id: UUID
    rule_id: str
    population_id: UUID
    reason: str
    approver: str
    approved_on: date | None
    expires_on: date | None
    evidence_id: UUID | None
    added_by: str
    added_at: datetime
    tickets: tuple[str, ...]
    withdrawn: bool
    in_force: bool


@dataclass(frozen=True, slots=True)
class SlaRow:
    """A cell of the limit grid; an empty category or tier means any.

    ``template``: no source criterion (or one that is a template itself), so results are marked
    模板口径. ``source`` says it in words; ``force`` is that of an own rule, empty for a card.
    """

    id: UUID
    clock: str
    category: str
    tier: str
    limit: str | None
    start: str
    stop: str
    calendar: str | None
    pauses: bool
    criterion_id: UUID | None
    card_id: str | None
    article: str | None
    source: str
    template: bool
    force: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule's result proposes for a question in a unit; the auditor confirms.

    ``result`` is None where the figures decide nothing (no rating by share, nothing tested).
    ``standing`` is the answer as it is; ``complete`` as on the board; ``why`` is a code
    (texts ``ticket_proposal.<code>``).
    """

    question_id: str
    unit_id: UUID
    rule_id: str
    result_id: UUID
    population_id: UUID
    result: Result | None
    standing: Result | None
    numerator: int
    denominator: int
    cannot_test: int
    complete: bool
    why: str

    @property
    def agrees(self) -> bool:
        """Whether the answer already says what is proposed."""
        return self.result is not None and self.result is self.standing


@dataclass(frozen=True, slots=True)
class TicketReport:
    """All that a report prints of populations: per population the latest run."""

    boards: tuple[Board, ...] = ()
    cards: tuple[ExtractCard, ...] = ()
    totals: tuple[ControlTotals, ...] = ()
    deviations: tuple[DeviationRow, ...] = ()
    comparisons: tuple[ComparisonRow, ...] = ()
    details: Mapping[UUID, ResultDetail] = field(default_factory=dict["UUID", ResultDetail])


@dataclass(frozen=True, slots=True)
class Within:
    """A filter for exceptions and tickets: those of one slice, or those with a word in the id."""

    dimension: Dimension | None = None
    key: str = ""
    text: str = ""
    reason: str = ""
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of a long table are wanted. ``order`` is a field of the row shown."""

    offset: int = 0
    limit: int = 200
    order: str = "position"
    descending: bool = False
