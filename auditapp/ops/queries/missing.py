"""What is missing: the facts of the file, given to the standing checks of the domain."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.domain import checks
from auditapp.domain.grading import NONCONFORMITIES, limit
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    CheckKind,
    FindingState,
    Result,
    SignOffStage,
    Stage,
)
from auditapp.ops.actions import ACTION_TEXTS
from auditapp.ops.audits import TEXT_FIELDS
from auditapp.ops.findings import PART_OF_TEXT
from auditapp.ops.queries.actions import ActionRow, load_actions
from auditapp.ops.queries.cells import collector_paused
from auditapp.ops.queries.checklist import ChecklistRow, fetch_rows
from auditapp.ops.queries.evidence import EvidenceRow, load_evidence
from auditapp.ops.queries.findings import (
    CitedCriterion,
    FindingRow,
    force_of_cited,
    load_cited,
    load_findings,
)
from auditapp.ops.queries.plan import (
    AdoptionProof,
    Frame,
    OwnRuleRow,
    UnitRow,
    load_adoptions,
    load_frame,
    load_own_rules,
    load_units,
)
from auditapp.ops.queries.printed import TextBook, TextState, load_texts
from auditapp.ops.queries.signing import SignOffRow, load_sign_offs
from auditapp.ops.queries.ticket_checks import load_population_facts
from auditapp.ops.signoffs import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import PackShelf, Pair
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts

PLAN_TEXTS: Final = ("title", "organisation", "objectives", "scope", "methods")
"""Printed texts that a plan needs."""
PLAN_DATES: Final = ("period_from", "period_to", "onsite_from", "onsite_to")
"""Dates that a plan needs."""
_WITHDRAWN: Final = FindingState.WITHDRAWN
_TABLES: Final[Mapping[checks.Target, str]] = {
    checks.Target.AUDIT: "audit",
    checks.Target.ANSWER: "answer",
    checks.Target.EVIDENCE: "evidence",
    checks.Target.FINDING: "finding",
    checks.Target.ACTION: "action",
    checks.Target.TEXT: "text",
    checks.Target.POPULATION: "population",
}


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One thing that is missing and where it is to be put right.

    ``table`` and ``row_id`` name the row (for ``text`` the row is the text's owner); ``pair`` is
    set instead when it is about a question in a unit. ``args`` fill the sentence ``check.<code>``.
    """

    stage: Stage
    kind: CheckKind
    code: str
    args: Mapping[str, object]
    table: str
    row_id: UUID | None
    pair: Pair | None

    @property
    def blocks(self) -> bool:
        """Whether it keeps its stage from being reached."""
        return self.kind is CheckKind.BLOCKS

    def say(self, texts: Texts) -> str:
        """Its sentence in the language of ``texts``, names of fields included."""
        args = dict(self.args)
        if self.code == "plan_field_missing":
            args["name"] = field_label(texts, "audit", str(args["name"]))
        if "field" in args:
            args["field"] = field_label(texts, "text", str(args["field"]))
        return texts.say(f"check.{self.code}", **args)


@dataclass(frozen=True, slots=True)
class MissingList:
    """All that is missing in the order of the stages; ``now`` is the stage that comes next."""

    rows: tuple[MissingRow, ...]
    now: Stage

    def of(self, stage: Stage) -> tuple[MissingRow, ...]:
        """What must be settled by a stage, and was not by an earlier one."""
        return tuple(row for row in self.rows if row.stage is stage)

    def blocking(self, stage: Stage) -> tuple[MissingRow, ...]:
        """What keeps a stage from being reached, earlier stages included."""
        order = tuple(Stage)
        last = order.index(stage)
        return tuple(row for row in self.rows if row.blocks and order.index(row.stage) <= last)


def missing(
    audit: AuditFile, shelf: PackShelf, *, today: date, up_to: Stage | None = None
) -> MissingList:
    """What is missing as of a day; ``up_to`` leaves out later stages."""
    with collector_paused():
        read = audit.read(lambda session: gather(session, shelf, today=today))
        facts = facts_of(read(), today)
        rows = tuple(_row(found) for found in checks.missing(facts, up_to))
    return MissingList(rows, checks.next_stage(facts.state))


def field_label(texts: Texts, table: str, name: str) -> str:
    """What a field is called, for the trail and the checks: that of its table, else of any."""
    own = f"field.{table}.{name}"
    return texts.say(own if texts.has(own) else f"field.{name}")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one read fetched of an audit: base of the checks, the overview and the report."""

    frame: Frame
    texts: TextBook
    units: tuple[UnitRow, ...]
    own_rules: tuple[OwnRuleRow, ...]
    adoptions: tuple[AdoptionProof, ...]
    rows: tuple[ChecklistRow, ...]
    findings: tuple[FindingRow, ...]
    cited: Mapping[UUID, tuple[CitedCriterion, ...]]
    actions: tuple[ActionRow, ...]
    evidence: tuple[EvidenceRow, ...]
    signs: tuple[SignOffRow, ...]
    populations: tuple[checks.PopulationFacts, ...] = ()


def gather(session: Session, shelf: PackShelf, *, today: date) -> Callable[[], Gathered]:
    """Fetch it all inside an open read; the result finishes it when the read is over."""
    texts = load_texts(session)
    frame = load_frame(session)
    units, own_rules = load_units(session, texts), load_own_rules(session, texts)
    adoptions = load_adoptions(session)
    rows = fetch_rows(session, shelf)
    findings, cited = load_findings(session, texts, today=today), load_cited(session, shelf)
    actions = load_actions(session, texts, today=today)
    evidence = load_evidence(session, texts)
    signs = load_sign_offs(session)
    populations = load_population_facts(session, today=today)
    return lambda: Gathered(
        frame,
        texts,
        units,
        own_rules,
        adoptions,
        rows(),
        findings,
        cited,
        actions,
        evidence,
        signs,
        populations,
    )


def facts_of(read: Gathered, today: date) -> checks.AuditFacts:
    """The facts that the checks look at."""
    frame = read.frame
    return checks.AuditFacts(
        id=frame.id,
        state=frame.state,
        today=today,
        plan_due_on=frame.plan_due_on,
        plan_fields_missing=_plan_gaps(frame),
        units_without_pack=_bare_units(read.units),
        unproven_adoptions=_unproven(read.adoptions),
        has_conclusion=bool(frame.texts["conclusion"]),
        answers=tuple(_answers(read.rows, read.findings, read.signs)),
        evidence=tuple(_evidence(read.evidence)),
        findings=tuple(_findings(read)),
        actions=tuple(_actions(read.actions)),
        texts=tuple(_texts(read)),
        sign_offs=tuple(_sign_offs(read.signs, frame, read.findings)),
        populations=read.populations,
    )


def _row(found: checks.Missing) -> MissingRow:
    pair = None
    if found.question is not None and found.id is not None:
        pair = found.question, found.id
    return MissingRow(
        found.stage,
        found.kind,
        found.code,
        found.args,
        _TABLES[found.target],
        None if pair else found.id,
        pair,
    )


def _plan_gaps(frame: Frame) -> tuple[str, ...]:
    texts = [name for name in PLAN_TEXTS if not frame.texts[name].get(frame.main_lang)]
    return (*texts, *(name for name in PLAN_DATES if getattr(frame, name) is None))


def _bare_units(units: Iterable[UnitRow]) -> tuple[str, ...]:
    return tuple(
        unit.code for unit in units if unit.in_sample and not unit.withdrawn and not unit.packs
    )


def _unproven(proofs: Iterable[AdoptionProof]) -> tuple[str, ...]:
    return tuple(proof.standard for proof in proofs if not proof.withdrawn and not proof.is_proven)


def _answers(
    rows: Iterable[ChecklistRow], findings: Iterable[FindingRow], signs: Iterable[SignOffRow]
) -> Iterable[checks.AnswerFacts]:
    against: Counter[Pair] = Counter()
    for finding in findings:
        record = finding.record
        if record.question_id is None or record.unit_id is None:
            continue
        if record.grade in NONCONFORMITIES and record.state is not FindingState.WITHDRAWN:
            against[record.question_id, record.unit_id] += 1
    edited = {
        sign.subject_id: sign.edited_after
        for sign in signs
        if sign.subject is Subject.ANSWER and sign.stage is SignOffStage.REVIEWED
    }
    for row in rows:
        yield checks.AnswerFacts(
            question=row.question_id,
            unit=row.unit_id,
            unit_code=row.asked.unit_code,
            result=row.result,
            fulfilment=row.fulfilment,
            reason=row.reason,
            evidence=row.evidence,
            nonconformities=against[row.pair],
            assigned=row.auditor_id is not None,
            review_wanted=row.reviewer_id is not None and row.result is not None,
            reviewed=row.reviewed,
            edited_after_review=row.answer_id is not None and edited.get(row.answer_id, False),
            # The reason of "not conclusive" says what is still to be handed in.
            open_request=row.result is Result.NOT_CONCLUSIVE and bool(row.reason),
        )


def _evidence(rows: Iterable[EvidenceRow]) -> Iterable[checks.EvidenceFacts]:
    for row in rows:
        if not row.record.withdrawn:
            yield checks.EvidenceFacts(
                id=row.id,
                number=row.number,
                kind=row.kind,
                has_title=bool(row.title),
                has_second_source=bool(row.record.second_source),
                supports=len(row.answers) + len(row.findings) + len(row.actions),
            )


def _findings(read: Gathered) -> Iterable[checks.FindingFacts]:
    kinds: dict[UUID, Counter[ActionKind]] = defaultdict(Counter)
    for action in read.actions:
        if action.state is not ActionState.CANCELLED:
            kinds[action.finding_id][action.kind] += 1
    texts, main = read.texts, read.texts.languages.main
    for row in read.findings:
        record = row.record
        force = force_of_cited(read.cited.get(row.id, ()))
        written = {part for part in checks.FiveC if texts.get(row.id, part.value).get(main)}
        if row.evidence:
            written.add(checks.FiveC.EVIDENCE)
        yield checks.FindingFacts(
            id=row.id,
            number=record.number,
            grade=record.grade,
            state=record.state,
            binding=force.is_binding,
            grade_allowed=limit(force.forces, harm=record.legal_harm).allows(record.grade),
            evidence=row.evidence,
            facts_confirmed=record.facts_on is not None,
            written=frozenset(written),
            has_nature=record.nature is not None,
            has_extent=record.extent is not None,
            has_response=bool(texts.get(row.id, "response")),
            has_team_answer=bool(texts.get(row.id, "team_answer")),
            has_auditee_cause=bool(texts.get(row.id, "auditee_cause")),
            final_number=record.final_number,
            corrections=kinds[row.id][ActionKind.CORRECTION],
            corrective_actions=kinds[row.id][ActionKind.CORRECTIVE_ACTION],
        )


def _actions(rows: Iterable[ActionRow]) -> Iterable[checks.ActionFacts]:
    for row in rows:
        if row.state is not ActionState.CANCELLED and row.finding_state is not _WITHDRAWN:
            yield checks.ActionFacts(
                row.id, row.number, row.kind, row.state, row.owner, row.due_on,
                row.record.check_due_on,
            )  # fmt: skip


def text_owners(read: Gathered) -> dict[UUID, tuple[str, tuple[str, ...]]]:
    """Everything whose texts print: what it is called and which fields it has."""
    frame = read.frame
    owners: dict[UUID, tuple[str, tuple[str, ...]]] = {frame.id: (frame.number, TEXT_FIELDS)}
    owners |= {unit.id: (unit.code, ("name",)) for unit in read.units if not unit.withdrawn}
    owners |= {
        rule.id: (rule.number, ("wording",)) for rule in read.own_rules if not rule.withdrawn
    }
    standing = {row.id: row for row in read.findings if row.state is not _WITHDRAWN}
    owners |= {key: (row.number, tuple(PART_OF_TEXT)) for key, row in standing.items()}
    owners |= {
        row.id: (row.number, ACTION_TEXTS) for row in read.actions if row.finding_id in standing
    }
    owners |= {
        row.id: (row.number, ("title",)) for row in read.evidence if not row.record.withdrawn
    }
    return owners


def _texts(read: Gathered) -> Iterable[checks.TextFacts]:
    second = read.texts.languages.second
    if second is None:
        return
    for owner_id, (owner, names) in text_owners(read).items():
        for name in names:
            state = read.texts.get(owner_id, name).state(second)
            if state in (TextState.MISSING, TextState.OUTDATED):
                yield checks.TextFacts(
                    owner_id,
                    owner,
                    name,
                    missing=state is TextState.MISSING,
                    outdated=state is TextState.OUTDATED,
                )


def _sign_offs(
    signs: Iterable[SignOffRow], frame: Frame, findings: Iterable[FindingRow]
) -> Iterable[checks.SignOffFacts]:
    numbers = {row.id: row.number for row in findings} | {frame.id: frame.number}
    for sign in signs:
        if sign.subject is not Subject.ANSWER:
            name = numbers.get(sign.subject_id, "?")
            yield checks.SignOffFacts(sign.subject_id, name, edited_after=sign.edited_after)
