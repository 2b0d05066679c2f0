"""Conformity and alignment: two figures, never mixed, each with how it came about.

*Conformity* 符合率 looks at questions with a binding criterion only: conforming and improvement
count 1, minor 0.4, major 0; any major in a clause caps the clause at 0.6; any major against law or
a regulator's rule caps the total at 0.7. *Alignment* 标准贴合度 looks at all questions with an ISO
criterion by their degree of fulfilment (0-3). Where nothing counts there is no figure ("—"), never
100 %. Above 10 % not conclusive a figure is not sufficient to conclude. (Domain notes §4.6.)

All sums are exact fractions, so figures do not depend on the order of the answers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from auditapp.domain import clauses as clause_tree
from auditapp.domain.vocabulary import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

CLAUSE_CAP: Final = Fraction(6, 10)
TOTAL_CAP: Final = Fraction(7, 10)
NOT_CONCLUSIVE_LIMIT: Final = Fraction(1, 10)
FULL_FULFILMENT: Final = 3

_VALUES: Final[Mapping[Result, Fraction]] = {
    Result.CONFORMING: Fraction(1),
    Result.IMPROVEMENT: Fraction(1),
    Result.MINOR: Fraction(4, 10),
    Result.MAJOR: Fraction(0),
}


class CapReason(StrEnum):
    """Why a figure was capped."""

    MAJOR_IN_CLAUSE = "major_in_clause"
    LEGAL_MAJOR = "legal_major"


@dataclass(frozen=True, slots=True)
class Entry:
    """One question in one unit as scoring sees it.

    ``clause`` is its section, ``tags`` name the principle clauses (4.x) that it also serves (other
    tags are passed over); ``binding``, ``legal`` and ``iso`` say what its criteria are here.
    ``weight`` is at least 1.
    """

    question: str
    unit: UUID
    clause: str
    weight: int
    binding: bool
    iso: bool
    legal: bool = False
    tags: tuple[str, ...] = ()
    result: Result | None = None
    fulfilment: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a figure stands on. ``asked`` = applicable + not applicable."""

    asked: int = 0
    applicable: int = 0
    answered: int = 0
    not_conclusive: int = 0

    @property
    def is_sufficient(self) -> bool:
        """Whether at most 10 % of the answers are not conclusive."""
        return self.not_conclusive <= NOT_CONCLUSIVE_LIMIT * self.answered

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(
            self.asked + other.asked,
            self.applicable + other.applicable,
            self.answered + other.answered,
            self.not_conclusive + other.not_conclusive,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """What one answer brings to a figure: its weight and its value from 0 to 1."""

    question: str
    unit: UUID
    clause: str
    weight: int
    value: Fraction
    result: Result
    fulfilment: int | None


@dataclass(frozen=True, slots=True)
class Cap:
    """The highest value that a figure can have here, and the questions that brought it about."""

    limit: Fraction
    reason: CapReason
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with all that explains it. ``raw`` is Σ w·v / Σ w, ``value`` after the cap."""

    value: Fraction | None
    raw: Fraction | None
    cap: Cap | None
    counts: Counts
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def weight(self) -> int:
        """Σ w of the lines."""
        return sum(line.weight for line in self.lines)

    @property
    def is_capped(self) -> bool:
        """Whether the cap made a difference."""
        return self.value != self.raw

    def contribution(self, line: Line) -> Fraction:
        """The share of the raw value that a line brings; all lines together give the raw value."""
        return line.weight * line.value / self.weight

    def loss(self, line: Line) -> Fraction:
        """What a line keeps the raw value from 1."""
        return line.weight * (1 - line.value) / self.weight


@dataclass(frozen=True, slots=True)
class Pair:
    """Both figures of the same thing."""

    conformity: Score
    alignment: Score


@dataclass(frozen=True, slots=True)
class UnitScores:
    """A unit's figures: in total and by clause (with the clauses above)."""

    unit: UUID
    total: Pair
    clauses: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """What a unit brings to a figure of the whole audit."""

    unit: UUID
    weight: int
    value: Fraction


@dataclass(frozen=True, slots=True)
class Rolled:
    """A figure over units: the weighted mean of the units that have one, the worst beside it."""

    value: Fraction | None
    raw: Fraction | None
    cap: Cap | None
    worst: UnitPart | None
    counts: Counts
    parts: tuple[UnitPart, ...]


@dataclass(frozen=True, slots=True)
class RolledPair:
    """Both figures over units."""

    conformity: Rolled
    alignment: Rolled


@dataclass(frozen=True, slots=True)
class AuditScores:
    """All figures of an audit."""

    units: Mapping[UUID, UnitScores]
    total: RolledPair
    clauses: Mapping[str, RolledPair]


def conformity_value(result: Result | None) -> Fraction | None:
    """What a result counts; None where it does not."""
    return None if result is None else _VALUES.get(result)


_THIRDS: Final = tuple(Fraction(degree, FULL_FULFILMENT) for degree in range(FULL_FULFILMENT + 1))


def alignment_value(result: Result | None, fulfilment: int | None) -> Fraction | None:
    """What a degree of fulfilment counts; None for N/A, not conclusive and where none was given."""
    if result not in _VALUES or fulfilment is None:
        return None
    return _THIRDS[fulfilment]


def conformity(entries: Iterable[Entry], cap: CapReason | None) -> Score:
    """The conformity of some answers, capped as a clause or as a total (None: not at all)."""
    return _conformity([_rate(entry) for entry in entries], cap)


def alignment(entries: Iterable[Entry]) -> Score:
    """The alignment with ISO 10002 of some answers; it has no caps."""
    return _alignment([_rate(entry) for entry in entries])


def count(entries: Iterable[Entry]) -> Counts:
    """How many were asked, apply, are answered, are not conclusive."""
    asked = applicable = answered = unclear = 0
    for entry in entries:
        asked += 1
        if entry.result is Result.NOT_APPLICABLE:
            continue
        applicable += 1
        answered += entry.result is not None
        unclear += entry.result is Result.NOT_CONCLUSIVE
    return Counts(asked, applicable, answered, unclear)


def by_clause(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The answers of each clause and of the clauses above, in reading order.

    An answer counts for its section and for its tags (clause 4 is cross-cutting: its principles are
    rated from the questions tagged to them), in each clause once.
    """
    groups = _grouped([_rate(entry) for entry in entries])
    return {clause: [rated.entry for rated in group] for clause, group in groups.items()}


def score_unit(unit: UUID, entries: Sequence[Entry]) -> UnitScores:
    """A unit's figures from its own answers."""
    rated = [_rate(entry) for entry in entries]
    return UnitScores(
        unit,
        Pair(_conformity(rated, CapReason.LEGAL_MAJOR), _alignment(rated)),
        {
            clause: Pair(_conformity(group, CapReason.MAJOR_IN_CLAUSE), _alignment(group))
            for clause, group in _grouped(rated).items()
        },
    )


def score_audit(entries: Iterable[Entry], unit_weights: Mapping[UUID, int]) -> AuditScores:
    """All figures of an audit. A unit without a weight weighs 1; of weight 0, nothing."""
    by_unit: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_unit[entry.unit].append(entry)
    units = {unit: score_unit(unit, by_unit[unit]) for unit in sorted(by_unit)}
    pairs: dict[str, dict[UUID, Pair]] = defaultdict(dict)
    for unit, scores in units.items():
        for clause, pair in scores.clauses.items():
            pairs[clause][unit] = pair
    return AuditScores(
        units,
        _roll({unit: scores.total for unit, scores in units.items()}, unit_weights),
        {clause: _roll(pairs[clause], unit_weights) for clause in clause_tree.in_order(pairs)},
    )


def _roll(pairs: Mapping[UUID, Pair], weights: Mapping[UUID, int]) -> RolledPair:
    return RolledPair(
        roll_up({unit: pair.conformity for unit, pair in pairs.items()}, weights),
        roll_up({unit: pair.alignment for unit, pair in pairs.items()}, weights),
    )


def roll_up(scores: Mapping[UUID, Score], weights: Mapping[UUID, int]) -> Rolled:
    """The weighted mean of the units' figures with the worst beside it.

    A cap in any unit caps the mean too: a branch's major is not averaged away.
    """
    parts = tuple(
        UnitPart(unit, weights.get(unit, 1), score.value)
        for unit, score in scores.items()
        if score.value is not None
    )
    total = sum(part.weight for part in parts)
    raw = Fraction(sum(part.weight * part.value for part in parts)) / total if total else None
    caps = [score.cap for score in scores.values() if score.cap is not None]
    cap = None
    if caps:
        lowest = min(caps, key=lambda found: found.limit)
        named = dict.fromkeys(question for found in caps for question in found.questions)
        cap = Cap(lowest.limit, lowest.reason, tuple(named))
    counts = sum((score.counts for score in scores.values()), Counts())
    worst = min(parts, key=lambda part: part.value, default=None)
    return Rolled(_capped(raw, cap), raw, cap, worst, counts, parts)


@dataclass(frozen=True, slots=True)
class _Rated:
    """An answer with its lines, made once: it stands in several clauses."""

    entry: Entry
    conformity: Line | None
    alignment: Line | None


def _rate(entry: Entry) -> _Rated:
    return _Rated(
        entry,
        _line(entry, conformity_value(entry.result)) if entry.binding else None,
        _line(entry, alignment_value(entry.result, entry.fulfilment)) if entry.iso else None,
    )


def _line(entry: Entry, value: Fraction | None) -> Line | None:
    if value is None or entry.result is None:
        return None
    return Line(
        entry.question,
        entry.unit,
        entry.clause,
        entry.weight,
        value,
        entry.result,
        entry.fulfilment,
    )


def _conformity(rated: Iterable[_Rated], cap: CapReason | None) -> Score:
    chosen = [one for one in rated if one.entry.binding]
    entries = [one.entry for one in chosen]
    lines = tuple(one.conformity for one in chosen if one.conformity is not None)
    raw = _mean(lines)
    found = _cap(entries, cap)
    return Score(_capped(raw, found), raw, found, count(entries), lines)


def _alignment(rated: Iterable[_Rated]) -> Score:
    chosen = [one for one in rated if one.entry.iso]
    lines = tuple(one.alignment for one in chosen if one.alignment is not None)
    raw = _mean(lines)
    return Score(raw, raw, None, count(one.entry for one in chosen), lines)


def _grouped(rated: Iterable[_Rated]) -> dict[str, list[_Rated]]:
    groups: dict[str, list[_Rated]] = defaultdict(list)
    names: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in rated:
        place = (one.entry.clause, one.entry.tags)
        if place not in names:
            tags = filter(clause_tree.is_clause, one.entry.tags)
            names[place] = clause_tree.with_parents((one.entry.clause, *tags))
        for clause in names[place]:
            groups[clause].append(one)
    return {clause: groups[clause] for clause in clause_tree.in_order(groups)}


def _mean(lines: Sequence[Line]) -> Fraction | None:
    weight = total = 0
    # In fifteenths 0.4 and thirds are whole numbers: fractions are slow in long sums.
    for line in lines:
        weight += line.weight
        total += line.weight * line.value.numerator * (15 // line.value.denominator)
    return Fraction(total, 15 * weight) if weight else None


def _cap(entries: Sequence[Entry], reason: CapReason | None) -> Cap | None:
    majors = [entry for entry in entries if entry.result is Result.MAJOR]
    if reason is CapReason.LEGAL_MAJOR:
        majors = [entry for entry in majors if entry.legal]
    if reason is None or not majors:
        return None
    limit = TOTAL_CAP if reason is CapReason.LEGAL_MAJOR else CLAUSE_CAP
    return Cap(limit, reason, tuple(dict.fromkeys(entry.question for entry in majors)))


def _capped(raw: Fraction | None, cap: Cap | None) -> Fraction | None:
    return raw if raw is None or cap is None else min(raw, cap.limit)
