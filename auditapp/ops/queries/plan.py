"""The plan: frame, texts, people, units, packs, assignments, criteria, planned effort."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.audit_life import LIFE
from auditapp.domain.grading import card_bond
from auditapp.ops.audits import TEXT_FIELDS
from auditapp.ops.queries.cells import row_of
from auditapp.ops.queries.checklist import load_force_of
from auditapp.ops.queries.forces import grading_adoption
from auditapp.ops.queries.people import PersonRow, load_people
from auditapp.ops.queries.printed import Languages, Printed, TextBook, load_texts
from auditapp.store.models import Adoption as AdoptionRow
from auditapp.store.models import (
    AdoptionUnit,
    Assignment,
    Audit,
    CardDecision,
    Criterion,
    CriterionLink,
    FrozenPack,
    Unit,
    UnitPack,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.grading import Adoption, Bond
    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import (
        AuditState,
        Force,
        Lang,
        Sector,
        TargetKind,
        UnitKind,
    )
    from auditapp.ops.queries.content import Content, PackShelf, Pair
    from auditapp.packs.content import Bilingual, CriterionCard
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class Frame:
    """The audit itself; ``texts`` holds every printed text by field (``TEXT_FIELDS``)."""

    id: UUID
    number: str
    state: AuditState
    sector: Sector
    jurisdiction: str
    main_lang: Lang
    second_lang: Lang | None
    term_set: str
    classification: str | None
    is_example: bool
    period_from: date | None
    period_to: date | None
    onsite_from: date | None
    onsite_to: date | None
    closing_on: date | None
    report_due_on: date | None
    plan_due_on: date | None
    created_at: datetime
    issued_at: datetime | None
    texts: Mapping[str, Printed]

    @property
    def languages(self) -> Languages:
        """The languages in which texts are wanted."""
        return Languages(self.main_lang, self.second_lang)

    @property
    def next_steps(self) -> tuple[Transition[AuditState], ...]:
        """Where the audit can go from here, who may lead it there, and what that needs."""
        return LIFE.after(self.state)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the plan; ``depth`` is its place in the tree, ``packs`` the frozen packs it has."""

    id: UUID
    code: str
    kind: UnitKind
    parent_id: UUID | None
    in_sample: bool
    why_not: str | None
    weight: int
    position: int
    withdrawn: bool
    name: Printed
    depth: int
    packs: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PackRow:
    """A frozen pack and how much it asks."""

    id: UUID
    pack_id: str
    version: int
    sha256: str
    withdrawn: bool
    title: Bilingual
    questions: int
    core: int


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """Who answers and who reviews a question in a unit."""

    question_id: str
    unit_id: UUID
    auditor_id: UUID | None
    reviewer_id: UUID | None


@dataclass(frozen=True, slots=True)
class OwnRuleRow:
    """A rule of the auditee with what it serves."""

    id: UUID
    number: str
    force: Force
    document: str
    document_number: str | None
    document_version: str | None
    document_date: date | None
    article: str | None
    evidence_id: UUID | None
    added_by: UUID | None
    withdrawn: bool
    wording: Printed
    links: tuple[tuple[TargetKind, str], ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it is linked to."""
        return tuple(target for kind, target in self.links if kind == "question")

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that it is linked to."""
        return tuple(target for kind, target in self.links if kind == "clause")


@dataclass(frozen=True, slots=True)
class CardRow:
    """A library card that the frozen packs cite.

    ``bond`` is its force in this audit (None: it does not apply), ``adopted_in`` the units where a
    proven adoption makes it bind, ``applies`` the plan's own decision (None: none was taken).
    """

    card: CriterionCard
    bond: Bond | None
    adopted_in: tuple[UUID, ...]
    applies: bool | None
    reason: str | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdoptionProof:
    """A proof of adoption; ``clauses`` as they were listed."""

    id: UUID
    standard: str
    document: str
    document_date: date | None
    clauses: tuple[str, ...]
    evidence_id: UUID | None
    withdrawn: bool
    units: tuple[UUID, ...]

    @property
    def proof(self) -> Adoption:
        """The same as grading sees it."""
        listed = " ".join(self.clauses)
        return grading_adoption(
            self.standard, self.document, self.document_date, listed, self.units
        )

    @property
    def is_proven(self) -> bool:
        """Whether document, date, clauses and units are all there."""
        return self.proof.is_proven


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that can bind: the auditee's rules, the packs' cards, the adoptions."""

    own_rules: tuple[OwnRuleRow, ...]
    cards: tuple[CardRow, ...]
    adoptions: tuple[AdoptionProof, ...]
    guidance_only: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """Planned minutes of work and how many questions they are for."""

    questions: int
    minutes: int

    @property
    def hours(self) -> float:
        """The same in hours."""
        return self.minutes / 60


@dataclass(frozen=True, slots=True)
class EffortPlan:
    """Planned effort in total, by unit and by auditor (None: not assigned)."""

    total: Effort
    by_unit: Mapping[UUID, Effort]
    by_auditor: Mapping[UUID | None, Effort]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the plan pages show but the criteria."""

    frame: Frame
    people: tuple[PersonRow, ...]
    units: tuple[UnitRow, ...]
    packs: tuple[PackRow, ...]
    assignments: tuple[AssignmentRow, ...]
    effort: EffortPlan


def plan(audit: AuditFile, shelf: PackShelf) -> Plan:
    """The whole plan in one read."""

    def work(session: Session) -> Plan:
        rows = load_assignments(session)
        return Plan(
            load_frame(session),
            tuple(load_people(session).values()),
            load_units(session),
            _packs(session, shelf),
            rows,
            _effort(shelf.content(session), rows),
        )

    return audit.read(work)


def frame(audit: AuditFile) -> Frame:
    """The audit's number, state, dates and texts."""
    return audit.read(load_frame)


def people(audit: AuditFile) -> tuple[PersonRow, ...]:
    """Everybody by code, withdrawn ones too."""
    return audit.read(lambda session: tuple(load_people(session).values()))


def units(audit: AuditFile, *, all_units: bool = True) -> tuple[UnitRow, ...]:
    """The units as a tree, parents before their children; without the withdrawn and those out of
    the sample when ``all_units`` is false."""
    rows = audit.read(load_units)
    return tuple(row for row in rows if all_units or (row.in_sample and not row.withdrawn))


def packs(audit: AuditFile, shelf: PackShelf) -> tuple[PackRow, ...]:
    """The frozen packs in the plan's order."""
    return audit.read(lambda session: _packs(session, shelf))


def assignments(audit: AuditFile) -> tuple[AssignmentRow, ...]:
    """Who has which part."""
    return audit.read(load_assignments)


def effort(audit: AuditFile, shelf: PackShelf) -> EffortPlan:
    """Planned effort: each question, and its default sample times the minutes per item."""
    return audit.read(lambda session: _effort(shelf.content(session), load_assignments(session)))


def criteria(audit: AuditFile, shelf: PackShelf) -> Criteria:
    """Own rules, the packs' cards with what they are here, adoptions; and which pairs stand on
    guidance alone."""
    return audit.read(lambda session: load_criteria(session, shelf))


def load_frame(session: Session) -> Frame:
    """The audit inside an open read."""
    row = session.execute(
        select(
            Audit.id, Audit.number, Audit.state, Audit.sector, Audit.jurisdiction, Audit.main_lang,
            Audit.second_lang, Audit.term_set, Audit.classification, Audit.is_example,
            Audit.period_from, Audit.period_to, Audit.onsite_from, Audit.onsite_to,
            Audit.closing_on, Audit.report_due_on, Audit.plan_due_on, Audit.created_at,
            Audit.issued_at,
        )
    ).one()  # fmt: skip
    second = None if row.second_lang == row.main_lang else row.second_lang
    texts = load_texts(session, Languages(row.main_lang, second), owners=[row.id])
    return row_of(Frame, row, texts.of(row.id, TEXT_FIELDS))


def load_units(session: Session, texts: TextBook | None = None) -> tuple[UnitRow, ...]:
    """The units as a tree inside an open read."""
    rows = session.execute(
        select(
            Unit.id, Unit.code, Unit.kind, Unit.parent_id, Unit.in_sample, Unit.why_not,
            Unit.weight, Unit.position, Unit.withdrawn,
        ).order_by(Unit.position, Unit.code)
    ).all()  # fmt: skip
    texts = texts or load_texts(session, owners=[row.id for row in rows], names=["name"])
    packed: dict[UUID, list[UUID]] = defaultdict(list)
    for unit, pack in session.execute(
        select(UnitPack.unit_id, UnitPack.frozen_pack_id)
        .join(FrozenPack, FrozenPack.id == UnitPack.frozen_pack_id)
        .order_by(FrozenPack.position)
    ).all():
        packed[unit].append(pack)
    known = {row.id for row in rows}
    children: dict[UUID | None, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        children[row.parent_id if row.parent_id in known else None].append(n)
    listed: list[UnitRow] = []

    def add(n: int, depth: int) -> None:
        row = rows[n]
        name = texts.get(row.id, "name")
        listed.append(row_of(UnitRow, row, name, depth, tuple(packed[row.id])))
        for child in children[row.id]:
            add(child, depth + 1)

    for n in children[None]:
        add(n, 0)
    return tuple(listed)


def load_assignments(session: Session) -> tuple[AssignmentRow, ...]:
    """Assignments inside an open read."""
    rows = session.execute(
        select(
            Assignment.question_id,
            Assignment.unit_id,
            Assignment.auditor_id,
            Assignment.reviewer_id,
        )
    ).all()
    return tuple(AssignmentRow(*row) for row in rows)


def load_own_rules(session: Session, texts: TextBook | None = None) -> tuple[OwnRuleRow, ...]:
    """The auditee's rules inside an open read, withdrawn ones too."""
    links: dict[UUID, list[tuple[TargetKind, str]]] = defaultdict(list)
    for criterion, kind, target in session.execute(
        select(CriterionLink.criterion_id, CriterionLink.kind, CriterionLink.target).order_by(
            CriterionLink.kind, CriterionLink.target
        )
    ).all():
        links[criterion].append((kind, target))
    rows = session.execute(
        select(
            Criterion.id, Criterion.number, Criterion.force, Criterion.document,
            Criterion.document_number, Criterion.document_version, Criterion.document_date,
            Criterion.article, Criterion.evidence_id, Criterion.added_by, Criterion.withdrawn,
        ).order_by(Criterion.number, Criterion.id)
    ).all()  # fmt: skip
    texts = texts or load_texts(session, owners=[row.id for row in rows], names=["wording"])
    return tuple(
        row_of(OwnRuleRow, row, texts.get(row.id, "wording"), tuple(links[row.id])) for row in rows
    )


def load_adoptions(session: Session) -> tuple[AdoptionProof, ...]:
    """The proofs of adoption inside an open read, withdrawn ones too."""
    covered: dict[UUID, list[UUID]] = defaultdict(list)
    for adoption, unit in session.execute(
        select(AdoptionUnit.adoption_id, AdoptionUnit.unit_id)
        .join(Unit, Unit.id == AdoptionUnit.unit_id)
        .order_by(Unit.position)
    ).all():
        covered[adoption].append(unit)
    rows = session.execute(
        select(
            AdoptionRow.id,
            AdoptionRow.standard,
            AdoptionRow.document,
            AdoptionRow.document_date,
            AdoptionRow.clauses,
            AdoptionRow.evidence_id,
            AdoptionRow.withdrawn,
        ).order_by(AdoptionRow.id)
    ).all()
    return tuple(
        AdoptionProof(
            key, standard, document, day, tuple(clauses.split()), evidence, withdrawn,
            tuple(covered[key]),
        )
        for key, standard, document, day, clauses, evidence, withdrawn in rows
    )  # fmt: skip


def load_criteria(session: Session, shelf: PackShelf) -> Criteria:
    """The criteria inside an open read."""
    content = shelf.content(session)
    force_of = load_force_of(session, shelf, content)
    guidance = tuple(asked.pair for asked in content.pairs if not force_of(asked).is_binding)
    return Criteria(
        load_own_rules(session),
        load_cards(session, shelf, content),
        load_adoptions(session),
        guidance,
    )


def load_cards(session: Session, shelf: PackShelf, content: Content) -> tuple[CardRow, ...]:
    """The cards that the asked questions cite, in the order in which they are met."""
    force_of = load_force_of(session, shelf, content)
    decided = {
        card: (applies, reason)
        for card, applies, reason in session.execute(
            select(CardDecision.card_id, CardDecision.applies, CardDecision.reason)
        ).all()
    }
    citing: dict[str, dict[str, None]] = defaultdict(dict)
    for asked in content.pairs:
        for card_id in asked.question.criteria:
            citing[card_id][asked.question.id] = None
    book = force_of.rules.book
    in_sample = tuple(dict.fromkeys(asked.unit_id for asked in content.pairs))
    rows: list[CardRow] = []
    for card_id, questions in citing.items():
        card = content.cards.get(card_id)
        if card is None:
            continue
        graded = force_of.table.card(card)
        bonds = {unit: card_bond(graded, book.setting, book.adoptions, unit) for unit in in_sample}
        adopted = tuple(
            unit for unit, bond in bonds.items() if bond is not None and bond.by == "adopted"
        )
        here = next((bond for bond in bonds.values() if bond is not None), None)
        strongest = bonds[adopted[0]] if adopted else here
        applies, reason = decided.get(card_id, (None, None))
        rows.append(CardRow(card, strongest, adopted, applies, reason, tuple(questions)))
    return tuple(rows)


def _packs(session: Session, shelf: PackShelf) -> tuple[PackRow, ...]:
    rows = session.execute(
        select(
            FrozenPack.id,
            FrozenPack.pack_id,
            FrozenPack.version,
            FrozenPack.sha256,
            FrozenPack.withdrawn,
        ).order_by(FrozenPack.position, FrozenPack.pack_id)
    ).all()
    listed: list[PackRow] = []
    for key, pack_id, version, sha256, withdrawn in rows:
        pack = shelf.pack(sha256).pack
        core = sum(question.core for question in pack.questions)
        listed.append(
            PackRow(key, pack_id, version, sha256, withdrawn, pack.title, len(pack.questions), core)
        )
    return tuple(listed)


def _effort(content: Content, rows: Iterable[AssignmentRow]) -> EffortPlan:
    auditor = {(row.question_id, row.unit_id): row.auditor_id for row in rows}
    by_unit: dict[UUID, list[int]] = defaultdict(list)
    by_auditor: dict[UUID | None, list[int]] = defaultdict(list)
    for asked in content.pairs:
        question = asked.question
        items = 0 if question.sampling is None else question.sampling.default_n or 0
        minutes = question.effort_question + items * question.effort_item
        by_unit[asked.unit_id].append(minutes)
        by_auditor[auditor.get(asked.pair)].append(minutes)
    total = [minutes for listed in by_unit.values() for minutes in listed]
    return EffortPlan(
        _sum(total),
        {unit: _sum(listed) for unit, listed in by_unit.items()},
        {person: _sum(listed) for person, listed in by_auditor.items()},
    )


def _sum(minutes: list[int]) -> Effort:
    return Effort(len(minutes), sum(minutes))
