"""Standing checks: "what is missing", as data and pure functions over small frozen facts.

Each check has the stage by which it must be settled and says whether it blocks that stage or only
warns. Actions are missed only from the day the action plan is due.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain import action_life, finding_life
from auditapp.domain.grading import NONCONFORMITIES, is_nonconforming
from auditapp.domain.scoring import NOT_CONCLUSIVE_LIMIT
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    AuditState,
    CheckKind,
    EvidenceKind,
    FindingState,
    Grade,
    Result,
    Stage,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID


class Target(StrEnum):
    """What a hit is about: where a click on it leads."""

    AUDIT = "audit"
    ANSWER = "answer"
    EVIDENCE = "evidence"
    FINDING = "finding"
    ACTION = "action"
    TEXT = "text"
    POPULATION = "population"


class FiveC(StrEnum):
    """The five parts of a finding's text; the value is the stored field."""

    CRITERION = "criterion"
    CONDITION = "condition"
    EVIDENCE = "evidence"
    CAUSE = "cause"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One planned (question, unit). ``findings`` and ``nonconformities`` count those not withdrawn."""  # noqa: E501

    question: str
    unit: UUID
    unit_code: str
    result: Result | None = None
    fulfilment: int | None = None
    reason: str | None = None
    evidence: int = 0
    nonconformities: int = 0
    assigned: bool = True
    review_wanted: bool = False
    reviewed: bool = False
    edited_after_review: bool = False
    sample_planned: int = 0
    sample_worked: int = 0
    open_request: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One evidence item that is not withdrawn; ``supports`` counts answers, findings, actions."""

    id: UUID
    number: str
    kind: EvidenceKind
    has_title: bool = True
    has_second_source: bool = False
    supports: int = 0


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """One finding. ``written`` are the Cs that have text in the main language."""

    id: UUID
    number: str
    grade: Grade
    state: FindingState
    binding: bool = False
    grade_allowed: bool = True
    evidence: int = 0
    facts_confirmed: bool = False
    written: frozenset[FiveC] = frozenset()
    has_nature: bool = False
    has_extent: bool = False
    has_response: bool = False
    has_team_answer: bool = False
    has_auditee_cause: bool = False
    final_number: str | None = None
    corrections: int = 0
    corrective_actions: int = 0


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """One correction or corrective action that is not cancelled."""

    id: UUID
    number: str
    kind: ActionKind
    state: ActionState
    owner: str | None = None
    due_on: date | None = None
    check_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TextFacts:
    """A printed text with its state in the second language (only if the audit has one)."""

    owner_id: UUID
    owner: str
    field: str
    missing: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class SignOffFacts:
    """A sign-off whose subject may have changed after it."""

    subject_id: UUID
    subject: str
    edited_after: bool = False


@dataclass(frozen=True, slots=True)
class PopulationFacts:
    """A population of tickets in use. ``unsettled`` are the rules whose exceptions neither a
    finding nor an acceptance settles."""

    id: UUID
    number: str
    reconciled: bool = False
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditFacts:
    """All that the standing checks look at; ``plan_fields_missing`` names empty fields of the plan."""  # noqa: E501

    id: UUID
    state: AuditState
    today: date
    plan_due_on: date | None = None
    plan_fields_missing: tuple[str, ...] = ()
    units_without_pack: tuple[str, ...] = ()
    unproven_adoptions: tuple[str, ...] = ()
    has_conclusion: bool = False
    answers: tuple[AnswerFacts, ...] = field(default=(), repr=False)
    evidence: tuple[EvidenceFacts, ...] = field(default=(), repr=False)
    findings: tuple[FindingFacts, ...] = field(default=(), repr=False)
    actions: tuple[ActionFacts, ...] = field(default=(), repr=False)
    texts: tuple[TextFacts, ...] = field(default=(), repr=False)
    sign_offs: tuple[SignOffFacts, ...] = field(default=(), repr=False)
    populations: tuple[PopulationFacts, ...] = field(default=(), repr=False)

    @property
    def plan_is_due(self) -> bool:
        """Whether the day of the action plan has come; in a closed-off audit without a day, yes."""
        if self.plan_due_on is not None:
            return self.today >= self.plan_due_on
        return self.state in (AuditState.FOLLOW_UP, AuditState.CLOSED)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a check found; ``args`` fill the sentence ``check.<code>``."""

    target: Target
    id: UUID | None
    args: Mapping[str, object]
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A standing check as data."""

    code: str
    stage: Stage
    kind: CheckKind
    look: Callable[[AuditFacts], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, with the stage by which it must be there."""

    code: str
    stage: Stage
    kind: CheckKind
    target: Target
    id: UUID | None
    question: str | None
    args: Mapping[str, object]


STAGES: Final = tuple(Stage)
_STAGE_OF: Final[Mapping[AuditState, Stage]] = {
    AuditState.PLANNED: Stage.FIELDWORK,
    AuditState.FIELDWORK: Stage.CLOSING,
    AuditState.REPORTING: Stage.ISSUE,
    AuditState.ISSUED: Stage.PLAN_DUE,
    AuditState.FOLLOW_UP: Stage.FOLLOW_UP,
    AuditState.CLOSED: Stage.FOLLOW_UP,
}


def next_stage(state: AuditState) -> Stage:
    """The stage that an audit is heading for: its checks and those before it matter now."""
    return _STAGE_OF[state]


def missing(facts: AuditFacts, up_to: Stage | None = None) -> list[Missing]:
    """All that is missing, in the order of stages and checks; ``up_to`` leaves out later stages."""
    last = STAGES.index(up_to) if up_to is not None else len(STAGES)
    return [
        Missing(check.code, check.stage, check.kind, hit.target, hit.id, hit.question, hit.args)
        for check in CHECKS
        if STAGES.index(check.stage) <= last
        for hit in check.look(facts)
    ]


def blocking(facts: AuditFacts, stage: Stage) -> list[Missing]:
    """What keeps a stage from being reached: everything up to it that blocks."""
    return [found for found in missing(facts, stage) if found.kind is CheckKind.BLOCKS]


def _answer_hit(answer: AnswerFacts, **more: object) -> Hit:
    args = {"question": answer.question, "unit": answer.unit_code, **more}
    return Hit(Target.ANSWER, answer.unit, args, answer.question)


def _answers_where(wanted: Callable[[AnswerFacts], bool]) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        return (_answer_hit(answer) for answer in facts.answers if wanted(answer))

    return look


def _findings_where(
    wanted: Callable[[FindingFacts], bool],
) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        for finding in facts.findings:
            if finding.state is not FindingState.WITHDRAWN and wanted(finding):
                yield Hit(Target.FINDING, finding.id, {"finding": finding.number})

    return look


def _plan_findings_where(
    wanted: Callable[[FindingFacts], bool],
) -> Callable[[AuditFacts], Iterator[Hit]]:
    """Nonconformities only, and only once the action plan is due."""
    look = _findings_where(
        lambda finding: (
            finding.grade in NONCONFORMITIES
            and finding.state is not FindingState.CLOSED
            and wanted(finding)
        )
    )
    return lambda facts: look(facts) if facts.plan_is_due else iter(())


def _actions_where(
    wanted: Callable[[ActionFacts, AuditFacts], bool],
) -> Callable[[AuditFacts], Iterator[Hit]]:
    """Only once the action plan is due."""

    def look(facts: AuditFacts) -> Iterator[Hit]:
        for action in facts.actions if facts.plan_is_due else ():
            if action.state is not ActionState.CANCELLED and wanted(action, facts):
                args = {"action": action.number, "due": action.due_on, "check": action.check_due_on}
                yield Hit(Target.ACTION, action.id, args)

    return look


def _named(names: Callable[[AuditFacts], tuple[str, ...]]) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        return (Hit(Target.AUDIT, facts.id, {"name": name}) for name in names(facts))

    return look


def _once(wanted: Callable[[AuditFacts], bool]) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        if wanted(facts):
            yield Hit(Target.AUDIT, facts.id, {})

    return look


def _lacks(finding: FindingFacts, *parts: FiveC) -> bool:
    return not finding.written.issuperset(parts)


def _sample_not_worked_off(facts: AuditFacts) -> Iterator[Hit]:
    for answer in facts.answers:
        if answer.sample_worked < answer.sample_planned:
            yield _answer_hit(answer, worked=answer.sample_worked, planned=answer.sample_planned)


def _too_much_unclear(facts: AuditFacts) -> Iterator[Hit]:
    """Per unit: more than 10 % of the answers not conclusive, so its figures conclude nothing."""
    answered, unclear = Counter[str](), Counter[str]()
    for answer in facts.answers:
        if answer.result not in (None, Result.NOT_APPLICABLE):
            answered[answer.unit_code] += 1
            unclear[answer.unit_code] += answer.result is Result.NOT_CONCLUSIVE
    for unit, number in answered.items():
        if unclear[unit] > NOT_CONCLUSIVE_LIMIT * number:
            yield Hit(Target.AUDIT, facts.id, {"unit": unit, "share": unclear[unit] / number})


def _populations_not_reconciled(facts: AuditFacts) -> Iterator[Hit]:
    for one in facts.populations:
        if not one.reconciled:
            yield Hit(Target.POPULATION, one.id, {"population": one.number})


def _exceptions_unsettled(facts: AuditFacts) -> Iterator[Hit]:
    """One hit a population, not one a rule: a hundred rules would drown everything else."""
    for one in facts.populations:
        if one.unsettled:
            args = {"population": one.number, "number": len(one.unsettled)}
            yield Hit(Target.POPULATION, one.id, args)


def _numbers_used_twice(facts: AuditFacts) -> Iterator[Hit]:
    users: dict[str, list[tuple[Target, UUID]]] = defaultdict(list)
    for item in facts.evidence:
        users[item.number].append((Target.EVIDENCE, item.id))
    for finding in facts.findings:
        users[finding.number].append((Target.FINDING, finding.id))
        if finding.final_number:
            users[finding.final_number].append((Target.FINDING, finding.id))
    for action in facts.actions:
        users[action.number].append((Target.ACTION, action.id))
    for number, found in sorted(users.items()):
        if len(found) > 1:
            target, owner = found[-1]
            yield Hit(target, owner, {"number": number, "n": len(found)})


def _evidence_where(
    wanted: Callable[[EvidenceFacts], bool],
) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        for item in facts.evidence:
            if wanted(item):
                yield Hit(Target.EVIDENCE, item.id, {"number": item.number})

    return look


def _texts_where(wanted: Callable[[TextFacts], bool]) -> Callable[[AuditFacts], Iterator[Hit]]:
    def look(facts: AuditFacts) -> Iterator[Hit]:
        for text in facts.texts:
            if wanted(text):
                args = {"owner": text.owner, "field": text.field}
                yield Hit(Target.TEXT, text.owner_id, args)

    return look


def _edited_after_sign_off(facts: AuditFacts) -> Iterator[Hit]:
    for sign_off in facts.sign_offs:
        if sign_off.edited_after:
            yield Hit(Target.AUDIT, sign_off.subject_id, {"name": sign_off.subject})


def _is_nc(finding: FindingFacts) -> bool:
    return finding.grade in NONCONFORMITIES


def _is_silent(answer: AnswerFacts) -> bool:
    return answer.result is None and not (answer.reason and answer.reason.strip())


_F, _C, _I, _P, _U = Stage
_BLOCKS, _WARNS = CheckKind.BLOCKS, CheckKind.WARNS

CHECKS: Final[tuple[Check, ...]] = (
    # Before fieldwork begins
    Check("plan_field_missing", _F, _WARNS, _named(lambda facts: facts.plan_fields_missing)),
    Check("unit_without_pack", _F, _WARNS, _named(lambda facts: facts.units_without_pack)),
    Check("adoption_not_proven", _F, _WARNS, _named(lambda facts: facts.unproven_adoptions)),
    Check("not_assigned", _F, _WARNS, _answers_where(lambda answer: not answer.assigned)),
    # Before the closing meeting
    Check("not_answered", _C, _BLOCKS, _answers_where(_is_silent)),
    Check(
        "na_without_reason",
        _C,
        _BLOCKS,
        _answers_where(
            lambda answer: (
                answer.result is Result.NOT_APPLICABLE
                and not (answer.reason and answer.reason.strip())
            )
        ),
    ),
    Check(
        "nonconforming_without_finding",
        _C,
        _BLOCKS,
        _answers_where(
            lambda answer: is_nonconforming(answer.result) and not answer.nonconformities
        ),
    ),
    Check("sample_not_worked_off", _C, _BLOCKS, _sample_not_worked_off),
    Check(
        "nonconformity_without_criterion",
        _C,
        _BLOCKS,
        _findings_where(lambda finding: _is_nc(finding) and not finding.binding),
    ),
    Check(
        "nonconformity_without_evidence",
        _C,
        _BLOCKS,
        _findings_where(lambda finding: _is_nc(finding) and not finding.evidence),
    ),
    Check(
        "nonconformity_without_facts",
        _C,
        _BLOCKS,
        _findings_where(lambda finding: _is_nc(finding) and not finding.facts_confirmed),
    ),
    Check(
        "conforming_without_evidence",
        _C,
        _WARNS,
        _answers_where(lambda answer: answer.result is Result.CONFORMING and not answer.evidence),
    ),
    Check(
        "not_conclusive_without_request",
        _C,
        _WARNS,
        _answers_where(
            lambda answer: answer.result is Result.NOT_CONCLUSIVE and not answer.open_request
        ),
    ),
    Check(
        "fulfilment_missing",
        _C,
        _WARNS,
        _answers_where(
            lambda answer: (
                answer.fulfilment is None
                and answer.result not in (None, Result.NOT_APPLICABLE, Result.NOT_CONCLUSIVE)
            )
        ),
    ),
    Check(
        "interview_without_second_source",
        _C,
        _WARNS,
        _evidence_where(
            lambda item: item.kind is EvidenceKind.INTERVIEW and not item.has_second_source
        ),
    ),
    # Before the report is issued
    Check(
        "grade_not_carried",
        _I,
        _BLOCKS,
        _findings_where(lambda finding: not finding.grade_allowed),
    ),
    Check(
        "nonconformity_incomplete",
        _I,
        _BLOCKS,
        _findings_where(
            lambda finding: (
                _is_nc(finding)
                and _lacks(finding, FiveC.CRITERION, FiveC.CONDITION, FiveC.CONSEQUENCE)
            )
        ),
    ),
    Check(
        "finding_not_presented",
        _I,
        _BLOCKS,
        _findings_where(lambda finding: finding.state in finding_life.NOT_PRESENTED),
    ),
    Check(
        "dispute_without_answer",
        _I,
        _BLOCKS,
        _findings_where(
            lambda finding: finding.state is FindingState.DISPUTED and not finding.has_team_answer
        ),
    ),
    Check(
        "final_number_missing",
        _I,
        _BLOCKS,
        _findings_where(lambda finding: not finding.final_number),
    ),
    Check("population_not_reconciled", _I, _WARNS, _populations_not_reconciled),
    Check("exceptions_unsettled", _I, _WARNS, _exceptions_unsettled),
    Check("number_used_twice", _I, _BLOCKS, _numbers_used_twice),
    Check("conclusion_missing", _I, _BLOCKS, _once(lambda facts: not facts.has_conclusion)),
    Check(
        "finding_without_five_cs",
        _I,
        _WARNS,
        _findings_where(
            lambda finding: finding.grade is not Grade.GOOD_PRACTICE and _lacks(finding, *FiveC)
        ),
    ),
    Check(
        "response_missing",
        _I,
        _WARNS,
        _findings_where(lambda finding: finding.state is FindingState.PRESENTED),
    ),
    Check(
        "nature_or_extent_missing",
        _I,
        _WARNS,
        _findings_where(
            lambda finding: _is_nc(finding) and not (finding.has_nature and finding.has_extent)
        ),
    ),
    Check(
        "not_reviewed",
        _I,
        _WARNS,
        _answers_where(lambda answer: answer.review_wanted and not answer.reviewed),
    ),
    Check(
        "edited_after_review",
        _I,
        _WARNS,
        _answers_where(lambda answer: answer.edited_after_review),
    ),
    Check("edited_after_sign_off", _I, _WARNS, _edited_after_sign_off),
    Check("not_sufficient", _I, _WARNS, _too_much_unclear),
    Check("evidence_without_title", _I, _WARNS, _evidence_where(lambda item: not item.has_title)),
    Check("evidence_unused", _I, _WARNS, _evidence_where(lambda item: not item.supports)),
    Check("second_language_missing", _I, _WARNS, _texts_where(lambda text: text.missing)),
    Check(
        "second_language_outdated",
        _I,
        _WARNS,
        _texts_where(lambda text: text.outdated and not text.missing),
    ),
    Check("plan_due_date_missing", _I, _WARNS, _once(lambda facts: facts.plan_due_on is None)),
    # From the day the action plan is due
    Check(
        "action_missing",
        _P,
        _BLOCKS,
        _plan_findings_where(lambda finding: not finding.corrective_actions),
    ),
    Check(
        "correction_missing",
        _P,
        _WARNS,
        _plan_findings_where(lambda finding: not finding.corrections),
    ),
    Check(
        "auditee_cause_missing",
        _P,
        _WARNS,
        _plan_findings_where(lambda finding: not finding.has_auditee_cause),
    ),
    Check(
        "action_without_owner",
        _P,
        _BLOCKS,
        _actions_where(lambda action, _: not (action.owner and action.owner.strip())),
    ),
    Check(
        "action_without_due_date", _P, _BLOCKS, _actions_where(lambda action, _: not action.due_on)
    ),
    # Follow-up, until the audit is closed
    Check(
        "action_open",
        _U,
        _BLOCKS,
        _actions_where(
            lambda action, facts: (
                facts.state is AuditState.FOLLOW_UP and not action_life.is_settled(action.state)
            )
        ),
    ),
    Check(
        "action_overdue",
        _U,
        _WARNS,
        _actions_where(
            lambda action, facts: action_life.is_overdue(
                action.kind, action.state, action.due_on, facts.today
            )
        ),
    ),
    Check(
        "effect_check_overdue",
        _U,
        _WARNS,
        _actions_where(
            lambda action, facts: action_life.is_check_overdue(
                action.state, action.check_due_on, facts.today
            )
        ),
    ),
)
