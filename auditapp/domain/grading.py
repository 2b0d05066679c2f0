"""What binds the auditee, and how high a grade that allows.

ISO 10002 is guidance ("should"): a nonconformity needs a binding criterion (domain notes §4.3). So
the *effective force* of a question in a unit is worked out from its criterion cards, the auditee's
own rules and proven adoptions, and limits results and grades; each limit says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain import clauses as clause_tree
from auditapp.domain.vocabulary import Force, Grade, Result, Sector
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from uuid import UUID

ANY_JURISDICTION: Final = "any"

#: Strongest first. A template (from a seed or another company) is never a criterion.
FORCE_ORDER: Final = (
    Force.LAW,
    Force.REGULATOR,
    Force.OWN_PROCEDURE,
    Force.CONTRACT,
    Force.ADOPTED_STANDARD,
    Force.GUIDANCE,
    Force.TEMPLATE,
)
LEGAL: Final = frozenset({Force.LAW, Force.REGULATOR})
BINDING: Final = LEGAL | {Force.OWN_PROCEDURE, Force.CONTRACT, Force.ADOPTED_STANDARD}
NONCONFORMITIES: Final = frozenset({Grade.MINOR, Grade.MAJOR})

_SEVERITY: Final[Mapping[Grade, int]] = {
    Grade.GOOD_PRACTICE: 0,
    Grade.IMPROVEMENT: 1,
    Grade.OBSERVATION: 2,
    Grade.MINOR: 3,
    Grade.MAJOR: 4,
}
_GRADE_OF: Final[Mapping[Result, Grade]] = {
    Result.IMPROVEMENT: Grade.IMPROVEMENT,
    Result.MINOR: Grade.MINOR,
    Result.MAJOR: Grade.MAJOR,
}
_FULFILMENT_OF: Final[Mapping[Result, int]] = {
    Result.CONFORMING: 3,
    Result.IMPROVEMENT: 2,
    Result.MINOR: 1,
    Result.MAJOR: 0,
}


class GradeReason(StrEnum):
    """Why a grade or a result can or cannot be given."""

    BINDING = "binding"
    GUIDANCE_ONLY = "guidance_only"
    TEMPLATE_ONLY = "template_only"
    NO_CRITERION = "no_criterion"
    LEGAL_DEPARTURE = "legal_departure"
    LEGAL_HARM = "legal_harm"
    NA_NOT_ALLOWED = "na_not_allowed"


class BoundBy(StrEnum):
    """Why a criterion has the force it has here."""

    CARD = "card"
    OWN_RULE = "own_rule"
    ADOPTED = "adopted"
    DECIDED = "decided"


class MajorGround(StrEnum):
    """What makes a departure from a binding criterion major (domain notes §4.3)."""

    BREAKDOWN = "breakdown"
    SEVERAL_UNITS = "several_units"
    LEGAL_HARM = "legal_harm"
    FALSIFIED = "falsified"
    REPEAT_NOT_CORRECTED = "repeat_not_corrected"


@dataclass(frozen=True, slots=True)
class Card:
    """A criterion of the library as grading sees it.

    ``standard`` and ``clause`` are set on cards of a standard that can be adopted; ``applies`` is
    the plan's own decision on the card, None where it took none.
    """

    id: str
    force: Force
    jurisdiction: str = ANY_JURISDICTION
    sectors: frozenset[Sector] = frozenset({Sector.ALL})
    in_force_since: date | None = None
    standard: str | None = None
    clause: str | None = None
    applies: bool | None = None


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of the auditee or its contract, and what it is linked to."""

    id: str
    force: Force
    questions: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Adoption:
    """Proof that management adopted a standard: by document, date, clauses and units."""

    standard: str
    document: str
    document_date: date | None
    clauses: frozenset[str]
    units: frozenset[UUID]

    @property
    def is_proven(self) -> bool:
        """Whether nothing is missing; a tick alone adopts nothing."""
        return bool(self.document.strip() and self.document_date and self.clauses and self.units)

    def covers(self, standard: str | None, clause: str | None, unit: UUID) -> bool:
        """Whether the clause of the standard was adopted in the unit."""
        if standard is None or clause is None or standard != self.standard:
            return False
        if not self.is_proven or unit not in self.units:
            return False
        return any(clause_tree.covers(upper, clause) for upper in self.clauses)


@dataclass(frozen=True, slots=True)
class Setting:
    """What of the audit decides which laws apply; ``period_to`` is the end of what is audited."""

    jurisdiction: str
    sector: Sector
    period_to: date | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """One criterion that applies to a question, with its force here and the reason."""

    criterion: str
    force: Force
    by: BoundBy


@dataclass(frozen=True, slots=True)
class EffectiveForce:
    """All that applies to a question in a unit, strongest first."""

    bonds: tuple[Bond, ...] = field(default=())

    @property
    def forces(self) -> frozenset[Force]:
        """The forces that occur."""
        return frozenset(bond.force for bond in self.bonds)

    @property
    def strongest(self) -> Force | None:
        """The strongest force, None where nothing applies."""
        return self.bonds[0].force if self.bonds else None

    @property
    def is_binding(self) -> bool:
        """Whether a nonconformity is possible; if not: "guidance only: add the auditee's rule"."""
        return bool(self.forces & BINDING)

    @property
    def is_legal(self) -> bool:
        """Whether a law or a regulator's rule is among them."""
        return bool(self.forces & LEGAL)


@dataclass(frozen=True, slots=True)
class GradeLimit:
    """The span of grades that a finding can have, with the reasons to show."""

    highest: Grade
    lowest: Grade
    force: Force | None
    reasons: tuple[GradeReason, ...]

    def allows(self, grade: Grade) -> bool:
        """Whether the grade lies in the span."""
        return _SEVERITY[self.lowest] <= _SEVERITY[grade] <= _SEVERITY[self.highest]


def strongest(forces: Collection[Force]) -> Force | None:
    """The strongest of some forces, None for none."""
    return min(forces, key=FORCE_ORDER.index, default=None)


def card_bond(
    card: Card, setting: Setting, adoptions: Collection[Adoption], unit: UUID
) -> Bond | None:
    """The force of a library card in a unit, None where it does not apply.

    The plan's decision goes first; then law and regulator bind only where jurisdiction, sector and
    date match; a standard binds where its adoption is proven for clause and unit.
    """
    if card.applies is False or card.force is Force.TEMPLATE:
        return None
    if any(adoption.covers(card.standard, card.clause, unit) for adoption in adoptions):
        return Bond(card.id, Force.ADOPTED_STANDARD, BoundBy.ADOPTED)
    if card.applies:
        return Bond(card.id, card.force, BoundBy.DECIDED)
    if not _matches(card, setting):
        return None
    # A card cannot claim to be adopted by itself: that is the plan's to prove.
    force = Force.GUIDANCE if card.force is Force.ADOPTED_STANDARD else card.force
    return Bond(card.id, force, BoundBy.CARD)


def _matches(card: Card, setting: Setting) -> bool:
    if card.jurisdiction not in (ANY_JURISDICTION, setting.jurisdiction):
        return False
    if not card.sectors & {Sector.ALL, setting.sector}:
        return False
    if card.in_force_since is None or setting.period_to is None:
        return True
    return card.in_force_since <= setting.period_to


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that can bind in an audit: its setting, the auditee's rules, what was adopted."""

    setting: Setting
    own_rules: tuple[OwnRule, ...] = ()
    adoptions: tuple[Adoption, ...] = ()

    def effective_force(
        self, question: str, clauses: Collection[str], cards: Collection[Card], unit: UUID
    ) -> EffectiveForce:
        """What applies to a question in a unit.

        ``clauses`` are those the question serves (its section and tags): an own rule linked to a
        clause covers the questions of that clause and below.
        """
        bonds = [
            bond
            for card in cards
            if (bond := card_bond(card, self.setting, self.adoptions, unit)) is not None
        ]
        bonds += [
            Bond(rule.id, rule.force, BoundBy.OWN_RULE)
            for rule in self.own_rules
            if rule.force is not Force.TEMPLATE and _is_linked(rule, question, clauses)
        ]
        bonds.sort(key=lambda bond: FORCE_ORDER.index(bond.force))
        return EffectiveForce(tuple(bonds))


def _is_linked(rule: OwnRule, question: str, clauses: Collection[str]) -> bool:
    return question in rule.questions or any(
        clause_tree.covers(upper, clause) for upper in rule.clauses for clause in clauses
    )


def limit(forces: Collection[Force], *, departs: bool = False, harm: bool = False) -> GradeLimit:
    """The grades that criteria of these forces carry.

    ``departs``: the finding is a departure from them (and no mere weakness); ``harm``: a customer
    was harmed or a sanction is likely. A departure from law or a regulator's rule is at least minor
    from the first case, and so is harm where such a rule applies.
    """
    force = strongest(forces)
    lowest, reasons = Grade.GOOD_PRACTICE, list[GradeReason]()
    if not set(forces) & BINDING:
        reason = {None: GradeReason.NO_CRITERION, Force.TEMPLATE: GradeReason.TEMPLATE_ONLY}.get(
            force, GradeReason.GUIDANCE_ONLY
        )
        return GradeLimit(Grade.IMPROVEMENT, lowest, force, (reason,))
    if set(forces) & LEGAL:
        if departs:
            reasons.append(GradeReason.LEGAL_DEPARTURE)
        if harm:
            reasons.append(GradeReason.LEGAL_HARM)
        if reasons:
            lowest = Grade.MINOR
    return GradeLimit(Grade.MAJOR, lowest, force, (GradeReason.BINDING, *reasons))


def possible_grades(grade_limit: GradeLimit) -> Mapping[Grade, GradeReason | None]:
    """Every grade: None where it can be given, else the reason to show beside it."""
    last = grade_limit.reasons[-1]
    return {grade: None if grade_limit.allows(grade) else last for grade in Grade}


def possible_results(
    forces: Collection[Force], *, na_allowed: bool = True
) -> Mapping[Result, GradeReason | None]:
    """Every result: None where it can be given, else the reason to show beside it."""
    allowed = limit(forces)
    found: dict[Result, GradeReason | None] = {}
    for result in Result:
        grade = _GRADE_OF.get(result)
        too_high = grade is not None and not allowed.allows(grade)
        found[result] = allowed.reasons[0] if too_high else None
    if not na_allowed:
        found[Result.NOT_APPLICABLE] = GradeReason.NA_NOT_ALLOWED
    return found


def check_grade(grade: Grade, grade_limit: GradeLimit) -> None:
    """Refuse a grade outside the span.

    Raises UserError ``grade_above_force``, ``grade_without_criterion`` or ``grade_below_force``.
    """
    if _SEVERITY[grade] > _SEVERITY[grade_limit.highest]:
        if grade_limit.force in (None, Force.TEMPLATE):
            raise UserError("grade_without_criterion", highest=grade_limit.highest)
        raise UserError("grade_above_force", force=grade_limit.force, highest=grade_limit.highest)
    if _SEVERITY[grade] < _SEVERITY[grade_limit.lowest]:
        raise UserError("grade_below_force", force=grade_limit.force, lowest=grade_limit.lowest)


def check_result(
    result: Result, forces: Collection[Force], *, reason: str | None, na_allowed: bool = True
) -> None:
    """Refuse a result that the criteria do not carry, or "not applicable" without a reason.

    Raises UserError ``na_needs_reason``, ``grade_above_force`` or ``grade_without_criterion``.
    ``na_allowed`` is the question's; that it is asked here is the caller's to know.
    """
    if result is Result.NOT_APPLICABLE and not (na_allowed and reason and reason.strip()):
        raise UserError("na_needs_reason" if na_allowed else "na_not_possible")
    grade = _GRADE_OF.get(result)
    if grade is not None:
        check_grade(grade, limit(forces))


def grade_of(result: Result) -> Grade | None:
    """The grade that a finding raised from an answer starts with; None where no finding follows."""
    return _GRADE_OF.get(result)


def is_nonconforming(result: Result | None) -> bool:
    """Whether an answer needs a finding that is a nonconformity."""
    return result in (Result.MINOR, Result.MAJOR)


def default_fulfilment(result: Result) -> int | None:
    """The degree of fulfilment that goes with a rating band; None where there is nothing to rate.

    A proposal when the result is set; the auditor may choose another degree.
    """
    return _FULFILMENT_OF.get(result)


def under_guidance(band: Result) -> tuple[Result, int | None]:
    """What a band becomes where only guidance applies: minor and major are "would be, if adopted".

    The result is then *improvement* at most, and the degree of fulfilment still tells them apart.
    """
    result = Result.IMPROVEMENT if is_nonconforming(band) else band
    return result, default_fulfilment(band)


def propose(
    forces: Collection[Force], *, departs: bool, grounds: Collection[MajorGround] = ()
) -> Grade:
    """The grade to offer for a weakness or departure; the auditor decides.

    Severity never follows from a sample's upper limit (domain notes §4.4), so none is asked for.
    """
    if not departs or not set(forces) & BINDING:
        return Grade.IMPROVEMENT
    return Grade.MAJOR if grounds else Grade.MINOR
