"""What binds where: the audit's rules as grading sees them, and the force of each question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain import clauses as clause_tree
from auditapp.domain.grading import (
    ANY_JURISDICTION,
    Adoption,
    Card,
    EffectiveForce,
    OwnRule,
    Rulebook,
    Setting,
)
from auditapp.domain.vocabulary import TargetKind
from auditapp.packs.content import CardKind
from auditapp.store.models import Adoption as AdoptionRow
from auditapp.store.models import AdoptionUnit, Audit, CardDecision, Criterion, CriterionLink

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.packs.content import CriterionCard, Question

ISO: Final = "iso10002"
"""How the id of every card of ISO 10002 begins."""
_ALIASES: Final[Mapping[str, str]] = {
    "iso10002": "iso100022018",
    "gbt19012": "iso100022018",
    "gbt190122019": "iso100022018",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """All that decides forces in an audit; ``decisions`` are the plan's on library cards."""

    book: Rulebook
    decisions: tuple[tuple[str, bool], ...] = ()


class ForceTable:
    """The effective force of questions under fixed rules, each worked out once."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._decided = dict(rules.decisions)
        self._cards: dict[str, tuple[CriterionCard, Card]] = {}
        self._covered: dict[UUID, frozenset[int]] = {}
        self._found: dict[tuple[str, int, frozenset[int]], EffectiveForce] = {}

    def force(
        self, question: Question, unit_id: UUID, cards: Mapping[str, CriterionCard]
    ) -> EffectiveForce:
        """What applies to a question in a unit; ``cards`` are those frozen with its pack."""
        # Units under the same adoptions have the same forces: this keeps 9,000 pairs cheap.
        key = (question.id, question.version, self._adopted(unit_id))
        found = self._found.get(key)
        if found is None:
            listed = [self.card(cards[card]) for card in question.criteria if card in cards]
            clauses = clauses_of(question)
            found = self.rules.book.effective_force(question.id, clauses, listed, unit_id)
            self._found[key] = found
        return found

    def card(self, card: CriterionCard) -> Card:
        """A library card as grading sees it, with the plan's decision on it."""
        known = self._cards.get(card.id)
        if known is None or known[0] is not card:
            known = self._cards[card.id] = card, grading_card(card, self._decided.get(card.id))
        return known[1]

    def _adopted(self, unit_id: UUID) -> frozenset[int]:
        found = self._covered.get(unit_id)
        if found is None:
            adoptions = self.rules.book.adoptions
            found = frozenset(n for n, it in enumerate(adoptions) if unit_id in it.units)
            self._covered[unit_id] = found
        return found


def load_rules(session: Session) -> Rules:
    """The rules of the audit as they stand in the file; withdrawn ones do not count."""
    jurisdiction, sector, period_to = session.execute(
        select(Audit.jurisdiction, Audit.sector, Audit.period_to)
    ).one()
    setting = Setting(jurisdiction, sector, period_to)
    decisions = session.execute(
        select(CardDecision.card_id, CardDecision.applies).order_by(CardDecision.card_id)
    ).all()
    return Rules(
        Rulebook(setting, _own_rules(session), _adoptions(session)),
        tuple((card, applies) for card, applies in decisions),
    )


def grading_card(card: CriterionCard, applies: bool | None = None) -> Card:
    """A library card as grading sees it; only cards of a standard can be adopted."""
    is_standard = card.kind is CardKind.STANDARD
    return Card(
        id=card.id,
        force=card.force,
        jurisdiction=ANY_JURISDICTION if card.jurisdiction == "any" else card.jurisdiction.value,
        sectors=frozenset(card.sectors),
        in_force_since=card.in_force_since,
        standard=standard_key(card.id.rpartition("-")[0]) if is_standard else None,
        clause=card.article if is_standard else None,
        applies=applies,
    )


def standard_key(name: str) -> str:
    """One name for one standard: ISO 10002:2018, iso10002-2018 and GB/T 19012-2019 agree."""
    plain = "".join(sign for sign in name.lower().removesuffix("-annex") if sign.isalnum())
    return _ALIASES.get(plain, plain)


def clauses_of(question: Question) -> tuple[str, ...]:
    """The clauses that a question serves: its section and the clauses among its tags."""
    return (question.section, *(tag for tag in question.tags if clause_tree.is_clause(tag)))


def grading_adoption(
    standard: str, document: str, day: date | None, clauses: str, units: Collection[UUID]
) -> Adoption:
    """A stored adoption as grading sees it."""
    return Adoption(
        standard_key(standard), document, day, adopted_clauses(clauses), frozenset(units)
    )


def is_iso(question: Question) -> bool:
    """Whether a question counts for the alignment with ISO 10002."""
    return any(card.startswith(ISO) for card in question.criteria)


def adopted_clauses(stored: str) -> frozenset[str]:
    """The clauses of a stored adoption: a list separated by spaces, with ranges."""
    found: set[str] = set()
    for part in stored.split():
        found |= clause_tree.parse_list(part)
    return frozenset(found)


def _own_rules(session: Session) -> tuple[OwnRule, ...]:
    linked: dict[tuple[UUID, TargetKind], set[str]] = defaultdict(set)
    for criterion, kind, target in session.execute(
        select(CriterionLink.criterion_id, CriterionLink.kind, CriterionLink.target)
    ).all():
        linked[criterion, kind].add(target)
    rows = session.execute(
        select(Criterion.id, Criterion.force)
        .where(Criterion.withdrawn.is_(False))
        .order_by(Criterion.number, Criterion.id)
    ).all()
    return tuple(
        OwnRule(
            key.hex,
            force,
            frozenset(linked[key, TargetKind.QUESTION]),
            frozenset(linked[key, TargetKind.CLAUSE]),
        )
        for key, force in rows
    )


def _adoptions(session: Session) -> tuple[Adoption, ...]:
    units: dict[UUID, set[UUID]] = defaultdict(set)
    for adoption, unit in session.execute(
        select(AdoptionUnit.adoption_id, AdoptionUnit.unit_id)
    ).all():
        units[adoption].add(unit)
    rows = session.execute(
        select(
            AdoptionRow.id,
            AdoptionRow.standard,
            AdoptionRow.document,
            AdoptionRow.document_date,
            AdoptionRow.clauses,
        )
        .where(AdoptionRow.withdrawn.is_(False))
        .order_by(AdoptionRow.id)
    ).all()
    return tuple(
        grading_adoption(standard, document, day, clauses, units[key])
        for key, standard, document, day, clauses in rows
    )
