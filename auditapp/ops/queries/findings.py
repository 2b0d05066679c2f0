"""Findings: list rows, one in detail with its grade limits and next steps, prefilling a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain import action_life
from auditapp.domain.finding_life import LIFE, Edit, Part, edit_rule
from auditapp.domain.grading import FORCE_ORDER as STRONGEST_FIRST
from auditapp.domain.grading import (
    Bond,
    BoundBy,
    EffectiveForce,
    GradeLimit,
    GradeReason,
    card_bond,
    limit,
    possible_grades,
)
from auditapp.domain.vocabulary import FindingState, Force, Grade
from auditapp.errors import UserError
from auditapp.ops.findings import PART_OF_TEXT
from auditapp.ops.queries.actions import ActionRow, load_actions
from auditapp.ops.queries.cells import row_of
from auditapp.ops.queries.evidence import EvidenceChip, load_chips
from auditapp.ops.queries.forces import load_rules
from auditapp.ops.queries.people import code_of, load_people, unit_codes
from auditapp.ops.queries.printed import Printed, TextBook, load_texts
from auditapp.store.models import (
    Action,
    Audit,
    Criterion,
    Evidence,
    Finding,
    FindingCriterion,
    FindingEvidence,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Extent, Nature
    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import CriterionCard
    from auditapp.store.audit_file import AuditFile

FINDING_TEXTS = tuple(PART_OF_TEXT)
"""The printed texts of a finding."""
_NO_UNIT_CODE = ""


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """Everything that the finding itself says beside its texts."""

    id: UUID
    number: str
    final_number: str | None
    grade: Grade
    nature: Nature | None
    extent: Extent | None
    legal_harm: bool
    unit_id: UUID | None
    question_id: str | None
    clause: str | None
    state: FindingState
    population: int | None
    sample: int | None
    deviations: int | None
    raised_by: UUID | None
    raised_at: datetime
    facts_role: str | None
    facts_how: str | None
    facts_on: date | None
    presented_on: date | None
    responded_on: date | None
    unresolved: bool
    issued_at: datetime | None
    closed_on: date | None
    closed_by: UUID | None
    withdrawn_reason: str | None
    revision: int
    revision_reason: str | None

    @property
    def shown_number(self) -> str:
        """The final number where the team leader gave one, else the working number."""
        return self.final_number or self.number


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A line of the findings list; ``open_actions`` are those not settled."""

    record: FindingRecord
    title: Printed
    unit_code: str
    auditor: str
    evidence: int
    actions: int
    open_actions: int
    overdue_actions: int

    @property
    def id(self) -> UUID:
        """The finding's id."""
        return self.record.id

    @property
    def number(self) -> str:
        """The number that is shown."""
        return self.record.shown_number

    @property
    def grade(self) -> Grade:
        """The grade."""
        return self.record.grade

    @property
    def state(self) -> FindingState:
        """Where it stands in its life."""
        return self.record.state

    @property
    def clause(self) -> str | None:
        """The clause."""
        return self.record.clause

    @property
    def question_id(self) -> str | None:
        """The question that it came from."""
        return self.record.question_id

    @property
    def raised_at(self) -> datetime:
        """When it was raised."""
        return self.record.raised_at

    @property
    def is_open(self) -> bool:
        """Whether it is neither closed nor withdrawn."""
        return self.record.state not in (FindingState.CLOSED, FindingState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What the findings list is narrowed to; a field that is not set lets everything through."""

    grades: frozenset[Grade] = frozenset()
    states: frozenset[FindingState] = frozenset()
    unit_id: UUID | None = None
    question_id: str | None = None
    auditor_id: UUID | None = None
    open_only: bool = False
    withdrawn: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class CitedCriterion:
    """A criterion that a finding cites: an own rule (``own_id``) or a library card (``card``).

    ``card_id`` may name a card that no frozen pack brings; then ``card`` is None. ``bond`` is the
    force that it has in the finding's unit, None where it does not apply there.
    """

    own_id: UUID | None
    card_id: str | None
    label: str
    card: CriterionCard | None
    bond: Bond | None


@dataclass(frozen=True, slots=True)
class FindingDetail:
    """One finding with everything around it.

    ``texts`` by field (``FINDING_TEXTS``); ``grades`` says of each grade why it cannot be given
    (None: it can); ``edits`` how each part may be edited now; ``steps`` what may come next.
    """

    row: FindingRow
    texts: Mapping[str, Printed]
    criteria: tuple[CitedCriterion, ...]
    force: EffectiveForce
    limit: GradeLimit
    grades: Mapping[Grade, GradeReason | None]
    evidence: tuple[EvidenceChip, ...]
    actions: tuple[ActionRow, ...]
    steps: tuple[Transition[FindingState], ...]
    edits: Mapping[Part, Edit]

    @property
    def record(self) -> FindingRecord:
        """The finding's own cells."""
        return self.row.record

    @property
    def forces(self) -> frozenset[Force]:
        """What the ops want to be told: the forces of the cited criteria."""
        return self.force.forces


def finding_list(
    audit: AuditFile, *, today: date, wanted: FindingFilter | None = None
) -> tuple[FindingRow, ...]:
    """The findings by working number, or those that a filter lets through.

    Withdrawn ones only when asked; ``today`` decides what is overdue.
    """
    wanted = wanted or FindingFilter()
    needles = wanted.text.casefold().split()

    def work(session: Session) -> tuple[FindingRow, ...]:
        texts = load_texts(session, names=FINDING_TEXTS) if needles else None
        rows = load_findings(session, texts, today=today)
        return tuple(row for row in rows if _passes(row, wanted) and _says(row, needles, texts))

    return audit.read(work)


def finding_detail(
    audit: AuditFile, shelf: PackShelf, finding_id: UUID, *, today: date
) -> FindingDetail:
    """One finding; raises UserError ``row_gone``."""

    def work(session: Session) -> FindingDetail:
        texts = load_texts(session, owners=[finding_id], names=FINDING_TEXTS)
        rows = load_findings(session, texts, today=today, ids=[finding_id])
        if not rows:
            raise UserError("row_gone", table="finding")
        row = rows[0]
        record = row.record
        cited = load_cited(session, shelf, [finding_id]).get(finding_id, ())
        force = force_of_cited(cited)
        proofs = session.scalars(
            select(FindingEvidence.evidence_id).where(FindingEvidence.finding_id == finding_id)
        ).all()
        allowed = limit(force.forces, harm=record.legal_harm)
        state = session.scalars(select(Audit.state)).one()
        return FindingDetail(
            row,
            texts.of(finding_id, FINDING_TEXTS),
            cited,
            force,
            allowed,
            possible_grades(allowed),
            load_chips(session, proofs),
            load_actions(session, today=today, finding_id=finding_id),
            LIFE.after(record.state),
            {part: edit_rule(record.state, part, state) for part in Part},
        )

    return audit.read(work)


def forces_for(
    audit: AuditFile,
    shelf: PackShelf,
    *,
    own: Collection[UUID] = (),
    cards: Collection[str] = (),
    unit_id: UUID | None = None,
) -> EffectiveForce:
    """The force that criteria would give a finding in a unit: for the ops that raise and judge."""

    def work(session: Session) -> EffectiveForce:
        weigh = _Weigher(session, shelf)
        return force_of_cited(
            [weigh.own(key) for key in own] + [weigh.card(card, unit_id) for card in cards]
        )

    return audit.read(work)


def load_findings(
    session: Session,
    texts: TextBook | None = None,
    *,
    today: date,
    ids: Collection[UUID] | None = None,
) -> tuple[FindingRow, ...]:
    """The findings by working number inside an open read, withdrawn ones too."""
    wanted = select(
        Finding.id, Finding.number, Finding.final_number, Finding.grade, Finding.nature,
        Finding.extent, Finding.legal_harm, Finding.unit_id, Finding.question_id, Finding.clause,
        Finding.state, Finding.population, Finding.sample, Finding.deviations, Finding.raised_by,
        Finding.raised_at, Finding.facts_role, Finding.facts_how, Finding.facts_on,
        Finding.presented_on, Finding.responded_on, Finding.unresolved, Finding.issued_at,
        Finding.closed_on, Finding.closed_by, Finding.withdrawn_reason, Finding.revision,
        Finding.revision_reason,
    ).order_by(Finding.number, Finding.id)  # fmt: skip
    if ids is not None:
        wanted = wanted.where(Finding.id.in_(ids))
    records = [row_of(FindingRecord, row) for row in session.execute(wanted).all()]
    texts = texts or load_texts(session, owners=[row.id for row in records], names=["title"])
    units, people = unit_codes(session), load_people(session)
    proofs = _evidence_counts(session)
    actions, unsettled, overdue = _action_counts(session, today)
    return tuple(
        FindingRow(
            record,
            texts.get(record.id, "title"),
            _NO_UNIT_CODE if record.unit_id is None else units.get(record.unit_id, _NO_UNIT_CODE),
            code_of(people, record.raised_by),
            proofs[record.id],
            actions[record.id],
            unsettled[record.id],
            overdue[record.id],
        )
        for record in records
    )


def load_cited(
    session: Session, shelf: PackShelf, ids: Collection[UUID] | None = None
) -> dict[UUID, tuple[CitedCriterion, ...]]:
    """The criteria that findings cite, by finding, strongest first."""
    wanted = select(
        FindingCriterion.finding_id,
        FindingCriterion.criterion_id,
        FindingCriterion.card_id,
        Finding.unit_id,
    ).join(Finding, Finding.id == FindingCriterion.finding_id)
    if ids is not None:
        wanted = wanted.where(FindingCriterion.finding_id.in_(ids))
    weigh = _Weigher(session, shelf)
    found: dict[UUID, list[CitedCriterion]] = defaultdict(list)
    for finding, own, card, unit in session.execute(wanted).all():
        if own is not None:
            found[finding].append(weigh.own(own))
        elif card is not None:
            found[finding].append(weigh.card(card, unit))
    return {finding: tuple(sorted(cited, key=_by_force)) for finding, cited in found.items()}


def force_of_cited(cited: Collection[CitedCriterion]) -> EffectiveForce:
    """What some cited criteria carry together."""
    bonds = [item.bond for item in cited if item.bond is not None]
    return EffectiveForce(tuple(sorted(bonds, key=lambda it: STRONGEST_FIRST.index(it.force))))


class _Weigher:
    """Says of a criterion which force it has in a unit."""

    def __init__(self, session: Session, shelf: PackShelf) -> None:
        self._content = shelf.content(session)
        self._rules = load_rules(session)
        self._table = shelf.forces(self._rules)
        self._home = self._content.pairs[0].unit_id if self._content.pairs else None
        # Withdrawn rules too: findings that cite one keep it.
        self._own = {
            key: (number, document, article, force)
            for key, number, document, article, force in session.execute(
                select(
                    Criterion.id,
                    Criterion.number,
                    Criterion.document,
                    Criterion.article,
                    Criterion.force,
                )
            ).all()
        }

    def own(self, criterion_id: UUID) -> CitedCriterion:
        """An own rule; a template is never a criterion."""
        number, document, article, force = self._own[criterion_id]
        bond = None if force is Force.TEMPLATE else Bond(criterion_id.hex, force, BoundBy.OWN_RULE)
        label = " ".join(part for part in (number, document, article) if part)
        return CitedCriterion(criterion_id, None, label, None, bond)

    def card(self, card_id: str, unit_id: UUID | None) -> CitedCriterion:
        """A library card; a finding without a unit is weighed in the first unit of the plan."""
        card = self._content.cards.get(card_id)
        unit = unit_id or self._home
        if card is None or unit is None:
            return CitedCriterion(None, card_id, card_id, card, None)
        book = self._rules.book
        bond = card_bond(self._table.card(card), book.setting, book.adoptions, unit)
        return CitedCriterion(None, card_id, card_id, card, bond)


def _by_force(cited: CitedCriterion) -> tuple[int, str]:
    order = len(STRONGEST_FIRST) if cited.bond is None else STRONGEST_FIRST.index(cited.bond.force)
    return order, cited.label


def _evidence_counts(session: Session) -> Counter[UUID]:
    rows = session.scalars(
        select(FindingEvidence.finding_id)
        .join(Evidence, Evidence.id == FindingEvidence.evidence_id)
        .where(Evidence.withdrawn.is_(False))
    )
    return Counter(rows.all())


def _action_counts(
    session: Session, today: date
) -> tuple[Counter[UUID], Counter[UUID], Counter[UUID]]:
    every: Counter[UUID] = Counter()
    unsettled: Counter[UUID] = Counter()
    overdue: Counter[UUID] = Counter()
    for finding, kind, state, due in session.execute(
        select(Action.finding_id, Action.kind, Action.state, Action.due_on)
    ).all():
        every[finding] += 1
        unsettled[finding] += not action_life.is_settled(state)
        overdue[finding] += action_life.is_overdue(kind, state, due, today)
    return every, unsettled, overdue


def _passes(row: FindingRow, wanted: FindingFilter) -> bool:
    record = row.record
    tests = (
        (bool(wanted.grades), record.grade in wanted.grades),
        (bool(wanted.states), record.state in wanted.states),
        (wanted.unit_id is not None, record.unit_id == wanted.unit_id),
        (wanted.question_id is not None, record.question_id == wanted.question_id),
        (wanted.auditor_id is not None, record.raised_by == wanted.auditor_id),
        (wanted.open_only, row.is_open),
    )
    if not all(held for asked, held in tests if asked):
        return False
    if record.state is FindingState.WITHDRAWN:
        return wanted.withdrawn or FindingState.WITHDRAWN in wanted.states
    return True


def _says(row: FindingRow, needles: list[str], texts: TextBook | None) -> bool:
    if not needles or texts is None:
        return True
    record = row.record
    parts = [record.number, record.final_number, record.clause, record.question_id, row.unit_code]
    for name in FINDING_TEXTS:
        parts += texts.get(record.id, name).bodies.values()
    hay = "\n".join(part for part in parts if part).casefold()
    return all(needle in hay for needle in needles)
