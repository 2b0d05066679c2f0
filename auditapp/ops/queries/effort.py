"""Planned work against the team's hours, what is known about risk, and the proposal what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.selection import (
    Candidate,
    Load,
    Proposal,
    Risks,
    RuleOutcome,
    Slot,
    load_of,
    propose,
)
from auditapp.domain.vocabulary import FindingState, Force, Grade
from auditapp.ops.queries.checklist import load_force_of
from auditapp.packs.selection import minutes_of, takes_all
from auditapp.store.models import (
    Answer,
    Capacity,
    Finding,
    Person,
    RuleResult,
    RuleRun,
    UnitVolume,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import Content, PackShelf
    from auditapp.ops.queries.standing import Asked
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts

_GRAVEST_FIRST = tuple(Grade)
_LEGAL = frozenset({Force.LAW, Force.REGULATOR})


@dataclass(frozen=True, slots=True)
class EffortView:
    """The load of the plan; ``open_ended`` counts questions that take all items of a population
    whose size nobody knows yet: their minutes are not in it."""

    load: Load
    slots: tuple[Slot, ...]
    volumes: Mapping[UUID, int]
    open_ended: int

    def say(self, texts: Texts) -> tuple[str, ...]:
        """What the figures say, as one or two sentences; the report prints the same."""
        return tuple(texts.say(code, **args) for code, args in load_sentences(self.load))


def effort_view(audit: AuditFile, shelf: PackShelf) -> EffortView:
    """Planned hours against team hours, by unit and day."""
    return audit.read(lambda session: load_effort(session, shelf.content(session)))


def load_effort(session: Session, content: Content) -> EffortView:
    """The same inside an open read."""
    work: dict[UUID, list[int]] = {}
    for it in content.pairs:
        work.setdefault(it.unit_id, []).append(minutes_of(it.question))
    slots = load_slots(session)
    volumes = load_volumes(session)
    open_ended = sum(takes_all(it.question) for it in content.pairs)
    return EffortView(load_of(work, slots), slots, volumes, open_ended)


def load_sentences(load: Load) -> tuple[tuple[str, dict[str, object]], ...]:
    """Codes and arguments of what a load says: minutes per question, and work beyond the hours."""
    if load.per_question is None:
        if not load.questions:
            return ()
        args: dict[str, object] = {"questions": load.questions, "hours": _tenth(load.planned / 60)}
        return (("selection.no_hours", args),)
    args = {
        "questions": load.questions,
        "hours": _tenth(load.capacity / 60),
        "minutes": _tenth(load.per_question),
    }
    said = [("selection.per_question", args)]
    if load.over:
        said.append(("selection.over", {"hours": _tenth(load.over / 60)}))
    return tuple(said)


def _tenth(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def load_slots(session: Session) -> tuple[Slot, ...]:
    """The team's hours, by day and person; those of people who left the team do not count."""
    rows = session.execute(
        select(Capacity.person_id, Capacity.day, Capacity.minutes, Capacity.unit_id)
        .join(Person, Person.id == Capacity.person_id)
        .where(Capacity.minutes.is_not(None), Person.withdrawn.is_(False))
        .order_by(Capacity.day, Person.code, Capacity.unit_id)
    ).all()
    return tuple(Slot(person, day, minutes or 0, unit) for person, day, minutes, unit in rows)


def load_volumes(session: Session) -> dict[UUID, int]:
    """Complaints by unit, where they are known."""
    rows = session.execute(select(UnitVolume.unit_id, UnitVolume.complaints)).all()
    return {unit: complaints for unit, complaints in rows if complaints is not None}


def known_risks(audit: AuditFile, last: AuditFile | None = None) -> Risks:
    """What is known beforehand: rule results and volumes of this audit, findings of the last one
    (``last``: that audit's file, open for reading)."""
    questions, clauses = ({}, {}) if last is None else last.read(_last_findings)
    rules, volumes = audit.read(lambda session: (_rules(session), load_volumes(session)))
    return Risks(questions, clauses, rules, volumes)


def _last_findings(session: Session) -> tuple[dict[str, Grade], dict[str, Grade]]:
    rows = session.execute(
        select(Finding.question_id, Finding.clause, Finding.grade).where(
            Finding.state != FindingState.WITHDRAWN
        )
    ).all()
    questions: dict[str, Grade] = {}
    clauses: dict[str, Grade] = {}
    for question, clause, grade in rows:
        for key, known in ((question, questions), (clause, clauses)):
            if key:
                known[key] = min(known.get(key, grade), grade, key=_GRAVEST_FIRST.index)
    return questions, clauses


def _rules(session: Session) -> dict[str, RuleOutcome]:
    """The newest result of each rule; results against a template's limit say nothing."""
    rows = session.execute(
        select(RuleResult.rule_id, RuleResult.failed, RuleResult.passed)
        .join(RuleRun, RuleRun.id == RuleResult.run_id)
        .where(RuleRun.withdrawn.is_(False), RuleResult.template.is_(False))
        .order_by(RuleRun.run_at, RuleResult.position)
    ).all()
    return {rule: RuleOutcome(failed, failed + passed) for rule, failed, passed in rows}


def proposal(audit: AuditFile, shelf: PackShelf, risks: Risks) -> Proposal:
    """A selection that fits the hours: over all that conditions do not hide, also what the plan
    left out so far."""

    def work(session: Session) -> Proposal:
        content = shelf.content(session)
        force_of = load_force_of(session, shelf, content)
        answered = {
            (question, unit)
            for question, unit in session.execute(
                select(Answer.question_id, Answer.unit_id).where(Answer.result.is_not(None))
            ).all()
        }
        pairs = [*content.pairs, *(it.asked for it in content.not_asked if it.reason is not None)]
        candidates = [
            _candidate(
                it,
                by_law=not _LEGAL.isdisjoint(force_of(it).forces),
                answered=it.pair in answered,
            )
            for it in sorted(pairs, key=lambda it: it.position)
        ]
        return propose(candidates, load_slots(session), risks)

    return audit.read(work)


def _candidate(it: Asked, *, by_law: bool, answered: bool) -> Candidate:
    question = it.question
    return Candidate(
        question=question.id,
        unit=it.unit_id,
        position=it.position,
        minutes=minutes_of(question),
        weight=question.weight,
        core=question.core,
        prepare=question.prepare,
        by_law=by_law,
        answered=answered,
        clause=question.section,
        rule=question.auto_rule,
    )
