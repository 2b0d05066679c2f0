"""Which questions fit the hours: planned work against the team's hours, and a proposal what to ask.

398 questions in 36 hours leave 5.4 minutes each: nobody does that honestly. So the plan says what
is left out and why. Everything here is arithmetic on plain values in whole minutes and points; the
same input gives the same proposal, and each row says what spoke for it (domain.md §4.1, ISO 19011
5.5 and 6.3: a risk-based approach to planning).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Grade, Prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

Pair = tuple[str, "UUID"]


class LeftOutReason(StrEnum):
    """Why the plan leaves a question out (未纳入原因)."""

    NO_TIME = "no_time"
    LOW_RISK = "low_risk"
    RECENTLY_AUDITED = "recently_audited"
    COVERED_ELSEWHERE = "covered_elsewhere"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_ACCESSIBLE = "not_accessible"
    OTHER = "other"


class Why(StrEnum):
    """What speaks for a question, in the order in which it is told."""

    ANSWERED = "answered"
    LAST_FINDING = "last_finding"
    LAST_FINDING_CLAUSE = "last_finding_clause"
    RULE_FAILS = "rule_fails"
    CORE = "core"
    LAW = "law"
    WEIGHT = "weight"
    VOLUME = "volume"
    RULE_PASSES = "rule_passes"


CORE_POINTS: Final = 40
LAW_POINTS: Final = 20
WEIGHT_POINTS: Final = 4
VOLUME_POINTS: Final = 10
RULE_PASSED: Final = -10
"""The data answered it for the whole population: the auditor only confirms."""
GRADE_POINTS: Final = {
    Grade.MAJOR: 40,
    Grade.MINOR: 25,
    Grade.OBSERVATION: 12,
    Grade.IMPROVEMENT: 8,
    Grade.GOOD_PRACTICE: 0,
}
# Share of failing cases from which on a rule's result counts so many points.
_RULE_STEPS: Final = ((0.05, 35), (0.01, 25), (0.0, 15))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question in a unit; ``position`` is its place in reading order.

    ``by_law``: a law or regulator's rule binds here. ``answered``: it has a result already.
    """

    question: str
    unit: UUID
    position: int
    minutes: int
    weight: int
    core: bool
    prepare: Prepare
    by_law: bool = False
    answered: bool = False
    clause: str = ""
    rule: str | None = None

    @property
    def pair(self) -> Pair:
        """Question and unit."""
        return self.question, self.unit


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """How an automatic rule came out: failing and tested cases."""

    failing: int
    tested: int


@dataclass(frozen=True, slots=True)
class Risks:
    """What is known beforehand; all of it may be empty.

    ``last_findings``: the gravest grade of the last audit by question, ``last_clauses`` by clause.
    ``volumes``: complaints by unit.
    """

    last_findings: Mapping[str, Grade] = field(default_factory=dict[str, Grade])
    last_clauses: Mapping[str, Grade] = field(default_factory=dict[str, Grade])
    rules: Mapping[str, RuleOutcome] = field(default_factory=dict[str, RuleOutcome])
    volumes: Mapping[UUID, int] = field(default_factory=dict["UUID", int])


@dataclass(frozen=True, slots=True)
class Slot:
    """Minutes of one person on a day in a unit; without a unit they can be spent on any."""

    person: UUID
    day: date
    minutes: int
    unit: UUID | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that speaks for (or against) a question; ``detail`` is a grade, rule or number."""

    why: Why
    points: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question in a unit, whether it is to be asked, and what spoke for it.

    ``short`` is how many minutes were missing for one that is not to be asked.
    """

    candidate: Candidate
    ask: bool
    points: int
    because: tuple[Point, ...]
    short: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A selection that fits the hours, in reading order."""

    rows: tuple[Proposed, ...]
    minutes: int
    capacity: int

    @property
    def asked(self) -> tuple[Proposed, ...]:
        """What is to be asked."""
        return tuple(row for row in self.rows if row.ask)

    @property
    def left_out(self) -> tuple[Proposed, ...]:
        """What does not fit."""
        return tuple(row for row in self.rows if not row.ask)


def points_of(candidate: Candidate, risks: Risks) -> tuple[Point, ...]:
    """What speaks for a question, weightiest kind first."""
    found: list[Point] = []
    if candidate.answered:
        found.append(Point(Why.ANSWERED, 0))
    last = risks.last_findings.get(candidate.question)
    if last is not None and GRADE_POINTS[last]:
        found.append(Point(Why.LAST_FINDING, GRADE_POINTS[last], last.value))
    elif (near := risks.last_clauses.get(candidate.clause)) is not None and GRADE_POINTS[near]:
        found.append(Point(Why.LAST_FINDING_CLAUSE, GRADE_POINTS[near] // 2, near.value))
    outcome = None if candidate.rule is None else risks.rules.get(candidate.rule)
    if outcome is not None and outcome.failing:
        share = outcome.failing / max(outcome.tested, 1)
        points = next(points for least, points in _RULE_STEPS if share >= least)
        found.append(Point(Why.RULE_FAILS, points, candidate.rule or ""))
    if candidate.core:
        found.append(Point(Why.CORE, CORE_POINTS))
    if candidate.by_law:
        found.append(Point(Why.LAW, LAW_POINTS))
    found.append(Point(Why.WEIGHT, candidate.weight * WEIGHT_POINTS, str(candidate.weight)))
    most = max(risks.volumes.values(), default=0)
    volume = risks.volumes.get(candidate.unit, 0)
    if most and volume:
        found.append(Point(Why.VOLUME, VOLUME_POINTS * volume // most, str(volume)))
    if outcome is not None and outcome.tested and not outcome.failing:
        found.append(Point(Why.RULE_PASSES, RULE_PASSED, candidate.rule or ""))
    return tuple(found)


def propose(
    candidates: Iterable[Candidate], slots: Iterable[Slot], risks: Risks | None = None
) -> Proposal:
    """A selection that fits the hours: what is answered, then by points while minutes are left.

    A question for the site takes the hours of its unit first and then those without a unit; one
    for the desk or the data the other way round. A question that no longer fits is passed over,
    a smaller one behind it may still fit.
    """
    listed = tuple(candidates)
    own: dict[UUID, int] = defaultdict(int)
    shared = capacity = 0
    for slot in slots:
        capacity += slot.minutes
        if slot.unit is None:
            shared += slot.minutes
        else:
            own[slot.unit] += slot.minutes
    judged = [(it, points_of(it, risks or Risks())) for it in listed]
    order = sorted(judged, key=lambda pair: _rank(*pair))
    rows: list[Proposed] = []
    spent = 0
    for candidate, because in order:
        here = own[candidate.unit]
        short = max(candidate.minutes - here - shared, 0)
        ask = candidate.answered or short == 0
        if ask:
            spent += candidate.minutes
            first, second = (here, shared) if candidate.prepare is Prepare.SITE else (shared, here)
            rest = max(candidate.minutes - first, 0)
            first, second = max(first - candidate.minutes, 0), max(second - rest, 0)
            site = candidate.prepare is Prepare.SITE
            own[candidate.unit], shared = (first, second) if site else (second, first)
        total = sum(point.points for point in because)
        rows.append(Proposed(candidate, ask, total, because, 0 if ask else short))
    rows.sort(key=lambda row: row.candidate.position)
    return Proposal(tuple(rows), spent, capacity)


def _rank(candidate: Candidate, because: Sequence[Point]) -> tuple[bool, int, int, int]:
    points = sum(point.points for point in because)
    return not candidate.answered, -points, candidate.minutes, candidate.position


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A unit's minutes on a day: the team's, and the planned work that falls on them."""

    unit: UUID | None
    day: date
    capacity: int
    planned: int


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """A unit's planned minutes, its own hours, what it takes of the hours without a unit, and what
    fits nowhere."""

    unit: UUID
    questions: int
    planned: int
    capacity: int
    shared: int
    over: int


@dataclass(frozen=True, slots=True)
class Load:
    """Planned work against hours. ``per_question`` is minutes of the team per question asked."""

    questions: int
    planned: int
    capacity: int
    units: tuple[UnitLoad, ...]
    days: tuple[DayLoad, ...]

    @property
    def per_question(self) -> float | None:
        """Minutes that the hours leave for each question; None without hours or questions."""
        return self.capacity / self.questions if self.questions and self.capacity else None

    @property
    def over(self) -> int:
        """Planned minutes that fit nowhere."""
        return sum(unit.over for unit in self.units)


def load_of(work: Mapping[UUID, Sequence[int]], slots: Iterable[Slot]) -> Load:
    """Planned minutes by unit (one entry per question) against the team's hours by unit and day.

    A unit's work fills its own days in order; what is left takes hours without a unit, units in
    the order given.
    """
    hours: dict[tuple[UUID | None, date], int] = defaultdict(int)
    for slot in slots:
        hours[slot.unit, slot.day] += slot.minutes
    ordered = sorted(hours, key=lambda key: (key[1], key[0] is None, str(key[0])))
    filled: dict[tuple[UUID | None, date], int] = dict.fromkeys(ordered, 0)
    units: list[UnitLoad] = []
    for unit, minutes in work.items():
        planned = sum(minutes)
        own = [key for key in ordered if key[0] == unit]
        rest = _fill(planned, own, hours, filled)
        over = _fill(rest, [key for key in ordered if key[0] is None], hours, filled)
        capacity = sum(hours[key] for key in own)
        units.append(UnitLoad(unit, len(minutes), planned, capacity, rest - over, over))
    return Load(
        questions=sum(unit.questions for unit in units),
        planned=sum(unit.planned for unit in units),
        capacity=sum(hours.values()),
        units=tuple(units),
        days=tuple(
            DayLoad(unit, day, hours[unit, day], filled[unit, day]) for unit, day in ordered
        ),
    )


def _fill(
    minutes: int,
    keys: Iterable[tuple[UUID | None, date]],
    hours: Mapping[tuple[UUID | None, date], int],
    filled: dict[tuple[UUID | None, date], int],
) -> int:
    for key in keys:
        taken = min(minutes, hours[key] - filled[key])
        filled[key] += taken
        minutes -= taken
    return minutes
