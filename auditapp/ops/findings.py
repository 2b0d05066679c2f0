"""Findings: raising, wording, grading, and their life up to closing.

The auditor's and the auditee's fields are set by ops of their own; the program never fills the one
from the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from auditapp.domain.action_life import FINAL as SETTLED
from auditapp.domain.audit_life import Area
from auditapp.domain.finding_life import ANSWERED, LIFE, Edit, Part, check_edit
from auditapp.domain.grading import check_grade, limit
from auditapp.domain.life import Need
from auditapp.domain.numbering import (
    ToNumber,
    final_numbers,
    finding_counter,
    finding_number,
)
from auditapp.domain.vocabulary import Extent, FindingState, Force, Grade, Lang, Nature, Role
from auditapp.errors import UserError
from auditapp.ops.support import (
    Bodies,
    actor_code,
    actor_role,
    clean,
    fetch,
    read_text,
    require_open,
    the_audit,
    write_text,
)
from auditapp.store.models import (
    Action,
    AnswerEvidence,
    Criterion,
    Finding,
    FindingCriterion,
    FindingEvidence,
)
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable
    from datetime import date

PART_OF_TEXT = {
    "title": Part.JUDGEMENT,
    "criterion": Part.JUDGEMENT,
    "condition": Part.FACTS,
    "evidence": Part.FACTS,
    "cause": Part.JUDGEMENT,
    "consequence": Part.JUDGEMENT,
    "team_answer": Part.TEAM_ANSWER,
    "response": Part.RESPONSE,
    "auditee_cause": Part.RESPONSE,
}
"""The printed texts of a finding, and the part of it that each belongs to."""

_BODIES = dict[str, dict[Lang, str | None]]


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding as it is raised, usually prefilled from a question.

    ``forces`` are those of the criteria that it cites; they limit the grade.
    """

    grade: Grade
    forces: frozenset[Force]
    unit_id: uuid.UUID | None = None
    question_id: str | None = None
    answer_id: uuid.UUID | None = None
    clause: str | None = None
    nature: Nature | None = None
    extent: Extent | None = None
    legal_harm: bool = False
    population: int | None = None
    sample: int | None = None
    deviations: int | None = None
    own_criteria: tuple[uuid.UUID, ...] = ()
    cards: tuple[str, ...] = ()
    evidence: tuple[uuid.UUID, ...] = ()
    texts: _BODIES = field(default_factory=_BODIES)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Grade, nature, extent and harm of a finding, with the forces that its criteria carry."""

    grade: Grade
    forces: frozenset[Force]
    nature: Nature | None = None
    extent: Extent | None = None
    legal_harm: bool = False


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What a step of a finding's life may bring along; only what is given is written."""

    facts_role: str | None = None
    facts_how: str | None = None
    facts_on: date | None = None
    presented_on: date | None = None
    responded_on: date | None = None
    closed_on: date | None = None
    reason: str | None = None


def raise_finding(new: NewFinding) -> Op[uuid.UUID]:
    """Raise a finding; evidence of the answer it comes from is taken along.

    Raises UserError ``grade_above_force`` and its kin, ``sample_impossible``, ``no_person``.
    """
    check_grade(new.grade, limit(new.forces, harm=new.legal_harm))
    _check_sample(new.population, new.sample, new.deviations)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.FINDINGS)
        code = actor_code(tx)
        row = Finding(
            id=tx.new_id(),
            number=finding_number(code, tx.next_number(finding_counter(code))),
            grade=new.grade,
            nature=new.nature,
            extent=new.extent,
            legal_harm=new.legal_harm,
            unit_id=new.unit_id,
            question_id=new.question_id,
            clause=new.clause,
            state=FindingState.DRAFT,
            population=new.population,
            sample=new.sample,
            deviations=new.deviations,
            raised_by=tx.actor_id,
            raised_at=tx.at,
            unresolved=False,
            revision=0,
        )
        tx.session.add(row)
        tx.session.flush()
        for name, bodies in new.texts.items():
            write_text(tx, row.id, _known(name), bodies)
        _set_criteria(tx, row.id, new.own_criteria, new.cards)
        for evidence_id in dict.fromkeys((*new.evidence, *_answer_evidence(tx, new.answer_id))):
            key = tx.natural_id("finding_evidence", row.id, evidence_id)
            tx.session.add(FindingEvidence(id=key, finding_id=row.id, evidence_id=evidence_id))
        return row.id

    return Op("finding.raise", {"question": new.question_id, "grade": new.grade.value}, work)


def set_finding_text(
    finding_id: uuid.UUID, name: str, bodies: Bodies, *, reason: str | None = None
) -> Op[None]:
    """Set one of a finding's printed texts.

    Changed facts must be confirmed again; after issue it is a revision and needs a reason. Raises
    UserError ``not_editable``, ``revision_needs_reason``, ``audit_closed_read_only``.
    """
    part = PART_OF_TEXT[_known(name)]

    def work(tx: Tx) -> None:
        _open_part(tx, fetch(tx, Finding, finding_id), part, reason)
        write_text(tx, finding_id, name, bodies)

    return Op("finding.set_text", {"finding": finding_id.hex, "field": name}, work)


def judge(finding_id: uuid.UUID, judgement: Judgement, *, reason: str | None = None) -> Op[None]:
    """Set grade, nature, extent and harm; raises as ``raise_finding`` and ``set_finding_text``."""
    check_grade(judgement.grade, limit(judgement.forces, harm=judgement.legal_harm))

    def work(tx: Tx) -> None:
        row = fetch(tx, Finding, finding_id)
        _open_part(tx, row, Part.JUDGEMENT, reason)
        row.grade, row.nature = judgement.grade, judgement.nature
        row.extent, row.legal_harm = judgement.extent, judgement.legal_harm

    return Op("finding.judge", {"finding": finding_id.hex, "grade": judgement.grade.value}, work)


def set_sample(
    finding_id: uuid.UUID,
    *,
    population: int | None,
    sample: int | None,
    deviations: int | None,
    reason: str | None = None,
) -> Op[None]:
    """Set population, sample and deviations; raises UserError ``sample_impossible``."""
    _check_sample(population, sample, deviations)

    def work(tx: Tx) -> None:
        row = fetch(tx, Finding, finding_id)
        _open_part(tx, row, Part.FACTS, reason)
        row.population, row.sample, row.deviations = population, sample, deviations

    return Op("finding.set_sample", {"finding": finding_id.hex}, work)


def set_criteria(
    finding_id: uuid.UUID,
    *,
    own: Iterable[uuid.UUID],
    cards: Iterable[str],
    forces: frozenset[Force],
    reason: str | None = None,
) -> Op[None]:
    """Say which criteria a finding cites: exactly these.

    ``forces`` are theirs; raises UserError ``grade_above_force`` when they no longer carry the
    grade.
    """
    chosen, cited = tuple(own), tuple(cards)

    def work(tx: Tx) -> None:
        row = fetch(tx, Finding, finding_id)
        _open_part(tx, row, Part.JUDGEMENT, reason)
        check_grade(row.grade, limit(forces, harm=row.legal_harm))
        _set_criteria(tx, finding_id, chosen, cited)

    return Op("finding.set_criteria", {"finding": finding_id.hex, "cards": sorted(cited)}, work)


def set_place(
    finding_id: uuid.UUID,
    *,
    unit_id: uuid.UUID | None,
    clause: str | None,
    reason: str | None = None,
) -> Op[None]:
    """Say in which unit and under which clause a finding stands."""

    def work(tx: Tx) -> None:
        row = fetch(tx, Finding, finding_id)
        _open_part(tx, row, Part.JUDGEMENT, reason)
        row.unit_id, row.clause = unit_id, clean(clause)

    return Op("finding.set_place", {"finding": finding_id.hex}, work)


def move_finding(
    finding_id: uuid.UUID, state: FindingState, facts: StepFacts | None = None
) -> Op[FindingState]:
    """Lead a finding to another state of its life; returns the state before.

    Raises UserError ``bad_transition``, ``wrong_side`` or ``step_needs``.
    """
    brought = facts or StepFacts()

    def work(tx: Tx) -> FindingState:
        row = fetch(tx, Finding, finding_id)
        before = row.state
        require_open(tx, _area(before, state))
        _bring(row, brought)
        if state is FindingState.CLOSED:
            row.closed_by = tx.actor_id
        LIFE.check(before, state, role=actor_role(tx), given=_given(tx, row, brought))
        row.state = state
        row.unresolved = state is FindingState.DISPUTED or (
            row.unresolved and state in {FindingState.ISSUED, FindingState.CLOSED}
        )
        if state is FindingState.ISSUED:
            row.issued_at = row.issued_at or tx.at
            row.revision_reason = clean(brought.reason) or row.revision_reason
        if state is FindingState.WITHDRAWN:
            row.withdrawn_reason = clean(brought.reason)
        return before

    return Op("finding.move", {"finding": finding_id.hex, "state": state.value}, work)


def number_findings() -> Op[dict[uuid.UUID, str]]:
    """Give the final numbers at consolidation: the team leader's; those given before stay.

    Raises UserError ``wrong_side`` when somebody else asks for it.
    """

    def work(tx: Tx) -> dict[uuid.UUID, str]:
        require_open(tx, Area.FINDINGS)
        require_leader(tx, FindingState.ISSUED)
        return _give_numbers(tx)

    return Op("finding.number", {}, work)


def require_leader(tx: Tx, after: FindingState) -> None:
    """Refuse what only the team leader may do; raises UserError ``wrong_side``."""
    if actor_role(tx) is not Role.TEAM_LEADER:
        raise UserError("wrong_side", side=Role.TEAM_LEADER, after=after)


def issue_findings(tx: Tx) -> None:
    """With the audit every answered finding is issued; those without a final number get one."""
    rows = tx.session.scalars(select(Finding).where(Finding.state.in_(ANSWERED))).all()
    _give_numbers(tx)
    for row in rows:
        row.unresolved = row.state is FindingState.DISPUTED
        row.state, row.issued_at = FindingState.ISSUED, tx.at


def _give_numbers(tx: Tx) -> dict[uuid.UUID, str]:
    rows = tx.session.scalars(select(Finding)).all()
    standing = [row for row in rows if row.state is not FindingState.WITHDRAWN]
    listed = [ToNumber(r.id, r.number, r.grade, r.clause, r.final_number) for r in standing]
    spent = [row.final_number for row in rows if row.final_number]
    given = final_numbers(the_audit(tx).number, listed, spent=spent)
    for row in standing:
        if row.id in given:
            row.final_number = given[row.id]
    return given


def _area(before: FindingState, after: FindingState) -> Area:
    if after in ANSWERED:
        return Area.RESPONSES
    follows_up = after is FindingState.CLOSED or before in {
        FindingState.ISSUED,
        FindingState.CLOSED,
    }
    return Area.FOLLOW_UP if follows_up else Area.FINDINGS


def _open_part(tx: Tx, row: Finding, part: Part, reason: str | None) -> None:
    rule = check_edit(row.state, part, the_audit(tx).state, reason=reason)
    if rule is Edit.RECONFIRM:
        row.state = FindingState.DRAFT
        row.facts_on = None
    elif rule is Edit.REVISION:
        row.revision += 1
        row.revision_reason = clean(reason)


def _bring(row: Finding, facts: StepFacts) -> None:
    for name in ("facts_role", "facts_how", "facts_on"):
        value = getattr(facts, name)
        if value:
            setattr(row, name, value)
    row.presented_on = facts.presented_on or row.presented_on
    row.responded_on = facts.responded_on or row.responded_on
    row.closed_on = facts.closed_on or row.closed_on


def _given(tx: Tx, row: Finding, facts: StepFacts) -> set[Need]:
    def linked(model: type[FindingEvidence | FindingCriterion]) -> bool:
        query = select(func.count()).select_from(model).where(model.finding_id == row.id)
        return bool(tx.session.scalar(query))

    unsettled = tx.session.scalar(
        select(func.count()).where(Action.finding_id == row.id, Action.state.not_in(SETTLED))
    )
    there = {
        Need.REASON: clean(facts.reason),
        Need.FACTS_ROLE: row.facts_role,
        Need.FACTS_HOW: row.facts_how,
        Need.FACTS_ON: row.facts_on,
        Need.CONDITION: read_text(tx, row.id, "condition"),
        Need.EVIDENCE: linked(FindingEvidence),
        Need.CRITERION: linked(FindingCriterion),
        Need.PRESENTED_ON: row.presented_on,
        Need.RESPONSE: read_text(tx, row.id, "response"),
        Need.RESPONDED_ON: row.responded_on,
        Need.TEAM_ANSWER: read_text(tx, row.id, "team_answer"),
        Need.FINAL_NUMBER: row.final_number,
        Need.ACTIONS_SETTLED: not unsettled,
        Need.CLOSED_ON: row.closed_on,
        Need.CLOSED_BY: row.closed_by,
    }
    return {need for need, value in there.items() if value}


def _set_criteria(
    tx: Tx, finding_id: uuid.UUID, own: Iterable[uuid.UUID], cards: Iterable[str]
) -> None:
    wanted: dict[uuid.UUID, tuple[uuid.UUID | None, str | None]] = {}
    for criterion_id in own:
        fetch(tx, Criterion, criterion_id)
        wanted[tx.natural_id("finding_criterion", finding_id, criterion_id)] = (criterion_id, None)
    for card in cards:
        wanted[tx.natural_id("finding_card", finding_id, card)] = (None, card)
    links = tx.session.scalars(
        select(FindingCriterion).where(FindingCriterion.finding_id == finding_id)
    ).all()
    for link in links:
        if wanted.pop(link.id, None) is None:
            tx.session.delete(link)
    for key, (criterion_id, card) in wanted.items():
        tx.session.add(
            FindingCriterion(id=key, finding_id=finding_id, criterion_id=criterion_id, card_id=card)
        )


def _answer_evidence(tx: Tx, answer_id: uuid.UUID | None) -> list[uuid.UUID]:
    if answer_id is None:
        return []
    query = select(AnswerEvidence.evidence_id).where(AnswerEvidence.answer_id == answer_id)
    return list(tx.session.scalars(query).all())


def _check_sample(population: int | None, sample: int | None, deviations: int | None) -> None:
    numbers = [number for number in (deviations, sample, population) if number is not None]
    if any(number < 0 for number in numbers) or numbers != sorted(numbers):
        raise UserError("sample_impossible")


def _known(name: str) -> str:
    if name not in PART_OF_TEXT:
        msg = f"no text of a finding: {name}"
        raise ValueError(msg)
    return name
