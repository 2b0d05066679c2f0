"""One question in one unit: everything that the checklist's centre and right panes show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.grading import (
    BoundBy,
    EffectiveForce,
    GradeReason,
    limit,
    possible_results,
    under_guidance,
)
from auditapp.domain.vocabulary import FindingState, Result, SignOffStage
from auditapp.errors import UserError
from auditapp.ops.queries.checklist import load_force_of
from auditapp.ops.queries.evidence import EvidenceChip, load_chips
from auditapp.ops.queries.forces import grading_card
from auditapp.ops.queries.people import PersonRow, load_people, unit_codes
from auditapp.ops.queries.plan import AdoptionProof, OwnRuleRow, load_adoptions, load_own_rules
from auditapp.ops.queries.printed import Printed, load_texts
from auditapp.ops.queries.trail import load_history
from auditapp.ops.signoffs import Subject, covered_hash
from auditapp.store.models import (
    Answer,
    AnswerEvidence,
    Assignment,
    CardDecision,
    Finding,
    FrozenPack,
    SignOff,
)
from auditapp.store.op import natural_id

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.grading import Bond, GradeLimit
    from auditapp.domain.vocabulary import Force, Grade
    from auditapp.ops.queries.content import Asked, Content, PackShelf, Section
    from auditapp.ops.queries.journal import Value
    from auditapp.packs.content import Band, CriterionCard, Question
    from auditapp.store.audit_file import AuditFile

HISTORY_FIELDS: Final = ("result", "fulfilment", "reason", "note", "observed_on")


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The answer as it stands."""

    id: UUID
    result: Result | None
    fulfilment: int | None
    reason: str | None
    note: str | None
    answered_by: PersonRow | None
    answered_at: datetime | None
    observed_on: date | None


@dataclass(frozen=True, slots=True)
class FindingChip:
    """A finding as the question shows it."""

    id: UUID
    number: str
    final_number: str | None
    grade: Grade
    state: FindingState
    title: Printed


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion of the question: a library card or an own rule, with its force in this unit.

    ``bond`` None: it does not apply here; a card tells why by ``applies`` (the plan said no) or by
    jurisdiction, sector and date, which do not match. ``adoption`` proves an adopted clause.
    """

    card: CriterionCard | None
    own_rule: OwnRuleRow | None
    bond: Bond | None
    applies: bool | None = None
    reason: str | None = None
    adoption: AdoptionProof | None = None

    @property
    def force(self) -> Force | None:
        """Its force here."""
        return None if self.bond is None else self.bond.force


@dataclass(frozen=True, slots=True)
class BandView:
    """A rating band and what it becomes here.

    ``would_be``: minor or major in the pack, but guidance only here ("would be, if adopted");
    then ``result`` is improvement and ``fulfilment`` still tells them apart.
    """

    band: Band
    result: Result
    fulfilment: int | None
    would_be: bool


@dataclass(frozen=True, slots=True)
class SignView:
    """A sign-off on the answer; ``edited_after``: what it covers has changed since."""

    id: UUID
    stage: SignOffStage
    person: PersonRow | None
    at: datetime
    edited_after: bool


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One field of the answer's history, newest first."""

    at: datetime
    person: PersonRow | None
    op: str
    field: str
    before: Value
    after: Value
    undone: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question in a unit with all around it. Both languages stand in ``asked.question``.

    ``sections`` leads from the top to the question's section; ``results`` says of each result why
    it cannot be given (None: it can); ``units`` are all units in which the question is asked.
    """

    asked: Asked
    sections: tuple[Section, ...]
    units: tuple[UUID, ...]
    answer: AnswerView | None
    evidence: tuple[EvidenceChip, ...]
    findings: tuple[FindingChip, ...]
    criteria: tuple[CriterionView, ...]
    force: EffectiveForce
    limit: GradeLimit
    results: Mapping[Result, GradeReason | None]
    bands: tuple[BandView, ...]
    auditor: PersonRow | None
    reviewer: PersonRow | None
    signs: tuple[SignView, ...]
    history: tuple[AnswerChange, ...]
    pack_version: int

    @property
    def question(self) -> Question:
        """The question of the frozen pack."""
        return self.asked.question

    @property
    def guidance_only(self) -> bool:
        """Whether the screen says "guidance only: add the auditee's rule"."""
        return not self.force.is_binding


def question(audit: AuditFile, shelf: PackShelf, question_id: str, unit_id: UUID) -> QuestionView:
    """One question in one unit; raises UserError ``question_not_asked``."""
    answer_id = natural_id(audit.audit_id, "answer", question_id, unit_id)

    def work(session: Session) -> QuestionView:
        content = shelf.content(session)
        asked = content.by_pair.get((question_id, unit_id))
        if asked is None:
            code = unit_codes(session).get(unit_id, "?")
            raise UserError("question_not_asked", question=question_id, unit=code)
        people = load_people(session)
        force_of = load_force_of(session, shelf, content)
        force = force_of(asked)
        found = asked.question
        proofs = session.scalars(
            select(AnswerEvidence.evidence_id).where(AnswerEvidence.answer_id == answer_id)
        ).all()
        auditor, reviewer = _assigned(session, asked, people)
        return QuestionView(
            asked,
            _path(content, asked),
            tuple(it.unit_id for it in content.pairs if it.question.id == question_id),
            _answer(session, answer_id, people),
            load_chips(session, proofs),
            _findings(session, asked),
            _criteria(session, content, asked, force),
            force,
            limit(force.forces),
            possible_results(force.forces, na_allowed=found.na_allowed),
            tuple(band_view(band, is_binding=force.is_binding) for band in found.rating.bands),
            auditor,
            reviewer,
            _signs(session, answer_id, people),
            _history(session, answer_id),
            _version(session, asked),
        )

    return audit.read(work)


def answer_history(audit: AuditFile, question_id: str, unit_id: UUID) -> tuple[AnswerChange, ...]:
    """Who changed the answer, when, from what to what; newest first."""
    answer_id = natural_id(audit.audit_id, "answer", question_id, unit_id)
    return audit.read(lambda session: _history(session, answer_id))


def band_view(band: Band, *, is_binding: bool) -> BandView:
    """A band as it counts under the force that applies."""
    result, fulfilment = under_guidance(band.result)
    if is_binding:
        return BandView(band, band.result, fulfilment, would_be=False)
    return BandView(band, result, fulfilment, would_be=result is not band.result)


def _path(content: Content, asked: Asked) -> tuple[Section, ...]:
    by_id = {
        section.id: section for section in content.sections if section.pack_id == asked.pack_id
    }
    path: list[Section] = []
    here = by_id.get(asked.question.section)
    while here is not None:
        path.append(here)
        here = None if here.parent is None else by_id.get(here.parent)
    return tuple(reversed(path))


def _answer(
    session: Session, answer_id: UUID, people: Mapping[UUID, PersonRow]
) -> AnswerView | None:
    row = session.execute(
        select(
            Answer.id,
            Answer.result,
            Answer.fulfilment,
            Answer.reason,
            Answer.note,
            Answer.answered_by,
            Answer.answered_at,
            Answer.observed_on,
        ).where(Answer.id == answer_id)
    ).one_or_none()
    if row is None:
        return None
    key, result, fulfilment, reason, note, who, at, observed = row
    person = None if who is None else people.get(who)
    return AnswerView(key, result, fulfilment, reason, note, person, at, observed)


def _assigned(
    session: Session, asked: Asked, people: Mapping[UUID, PersonRow]
) -> tuple[PersonRow | None, PersonRow | None]:
    row = session.execute(
        select(Assignment.auditor_id, Assignment.reviewer_id).where(
            Assignment.question_id == asked.question.id, Assignment.unit_id == asked.unit_id
        )
    ).one_or_none()
    if row is None:
        return None, None
    auditor, reviewer = row
    return (
        None if auditor is None else people.get(auditor),
        None if reviewer is None else people.get(reviewer),
    )


def _findings(session: Session, asked: Asked) -> tuple[FindingChip, ...]:
    rows = session.execute(
        select(Finding.id, Finding.number, Finding.final_number, Finding.grade, Finding.state)
        .where(
            Finding.question_id == asked.question.id,
            Finding.unit_id == asked.unit_id,
            Finding.state != FindingState.WITHDRAWN,
        )
        .order_by(Finding.number)
    ).all()
    texts = load_texts(session, owners=[row.id for row in rows], names=["title"])
    return tuple(
        FindingChip(key, number, final, grade, state, texts.get(key, "title"))
        for key, number, final, grade, state in rows
    )


def _criteria(
    session: Session, content: Content, asked: Asked, force: EffectiveForce
) -> tuple[CriterionView, ...]:
    bonds = {bond.criterion: bond for bond in force.bonds}
    listed = asked.question.criteria
    decided = {
        card: (applies, reason)
        for card, applies, reason in session.execute(
            select(CardDecision.card_id, CardDecision.applies, CardDecision.reason).where(
                CardDecision.card_id.in_(listed)
            )
        ).all()
    }
    proofs = load_adoptions(session)
    views: list[CriterionView] = []
    for card_id in listed:
        card = content.cards.get(card_id)
        if card is None:
            continue
        bond = bonds.get(card_id)
        applies, reason = decided.get(card_id, (None, None))
        proof = None
        if bond is not None and bond.by is BoundBy.ADOPTED:
            proof = _proof(proofs, card, asked.unit_id)
        views.append(CriterionView(card, None, bond, applies, reason, proof))
    for rule in load_own_rules(session):
        bond = bonds.get(rule.id.hex)
        if bond is not None:
            views.append(CriterionView(None, rule, bond))
    order = {bond.criterion: n for n, bond in enumerate(force.bonds)}
    return tuple(sorted(views, key=lambda view: _place(view, order)))


def _proof(
    proofs: Collection[AdoptionProof], card: CriterionCard, unit_id: UUID
) -> AdoptionProof | None:
    graded = grading_card(card)
    for proof in proofs:
        if not proof.withdrawn and proof.proof.covers(graded.standard, graded.clause, unit_id):
            return proof
    return None


def _place(view: CriterionView, order: Mapping[str, int]) -> int:
    """Strongest first; what does not apply comes last."""
    return len(order) if view.bond is None else order[view.bond.criterion]


def _signs(
    session: Session, answer_id: UUID, people: Mapping[UUID, PersonRow]
) -> tuple[SignView, ...]:
    rows = session.execute(
        select(SignOff.id, SignOff.stage, SignOff.person_id, SignOff.at, SignOff.covers)
        .where(SignOff.subject_id == answer_id, SignOff.withdrawn.is_(False))
        .order_by(SignOff.at)
    ).all()
    if not rows:
        return ()
    now = covered_hash(session, Subject.ANSWER, answer_id)
    return tuple(
        SignView(key, SignOffStage(stage), people.get(person), at, covers != now)
        for key, stage, person, at, covers in rows
    )


def _history(session: Session, answer_id: UUID) -> tuple[AnswerChange, ...]:
    return tuple(
        AnswerChange(
            view.at, view.actor, view.op, change.field, change.before, change.after, view.undone
        )
        for view in load_history(session, "answer", answer_id, with_texts=False)
        for change in view.changes
        if change.field in HISTORY_FIELDS
    )


def _version(session: Session, asked: Asked) -> int:
    versions = session.scalars(
        select(FrozenPack.version)
        .where(FrozenPack.pack_id == asked.pack_id, FrozenPack.withdrawn.is_(False))
        .order_by(FrozenPack.version)
    ).all()
    return versions[-1] if versions else 0
