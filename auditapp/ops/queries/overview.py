"""The overview: progress, both figures by clause and unit, findings, actions, what is missing.

Every figure comes with the ids of its rows, so that a screen can lead to them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.domain import clauses as clause_tree
from auditapp.domain import scoring
from auditapp.domain.checks import missing, next_stage
from auditapp.domain.vocabulary import ActionState, CheckKind, FindingState, Grade, Lang, Stage
from auditapp.ops.queries.cells import collector_paused
from auditapp.ops.queries.checklist import (
    ForceOf,
    Progress,
    load_force_of,
    load_rows,
    progress,
    progress_by_section,
    progress_by_unit,
)
from auditapp.ops.queries.forces import clauses_of, is_iso
from auditapp.ops.queries.missing import Gathered, facts_of, gather
from auditapp.ops.queries.plan import load_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.grading import EffectiveForce
    from auditapp.ops.queries.actions import ActionRow
    from auditapp.ops.queries.checklist import ChecklistRow
    from auditapp.ops.queries.content import Asked, Content, PackShelf
    from auditapp.ops.queries.findings import FindingRow
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class ClauseTitle:
    """A clause with figures: its number and titles; ``level`` 1 is a main clause."""

    number: str
    zh: str
    en: str
    level: int

    def title(self, lang: Lang) -> str:
        """The title in a language."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """The standing findings (not withdrawn) by grade, and the open ones among them."""

    by_grade: Mapping[Grade, tuple[UUID, ...]]
    open_by_grade: Mapping[Grade, tuple[UUID, ...]]
    by_state: Mapping[FindingState, tuple[UUID, ...]]

    def count(self, grade: Grade) -> int:
        """How many stand with a grade."""
        return len(self.by_grade.get(grade, ()))

    def open(self, grade: Grade) -> int:
        """How many of them are open."""
        return len(self.open_by_grade.get(grade, ()))


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """Actions by state, and those that need someone; cancelled ones only by state."""

    by_state: Mapping[ActionState, tuple[UUID, ...]]
    open: tuple[UUID, ...]
    overdue: tuple[UUID, ...]
    check_overdue: tuple[UUID, ...]
    to_verify: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class MissingCounts:
    """How much is missing by stage, what blocks and what warns; ``now`` is the stage ahead."""

    now: Stage
    by_stage: Mapping[Stage, Mapping[CheckKind, int]]
    by_code: Mapping[str, int]

    @property
    def blocking_now(self) -> int:
        """What keeps the stage ahead from being reached."""
        last = tuple(Stage).index(self.now)
        return sum(
            kinds.get(CheckKind.BLOCKS, 0)
            for stage, kinds in self.by_stage.items()
            if tuple(Stage).index(stage) <= last
        )


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures of the overview.

    ``scores`` is ``domain.scoring``'s own result: each figure with its cap, counts and lines (each
    line names its question and unit). ``clauses`` are the rows of the heat map in reading order.
    """

    progress: Progress
    progress_by_unit: Mapping[UUID, Progress]
    progress_by_section: Mapping[tuple[str, str], Progress]
    scores: scoring.AuditScores
    clauses: tuple[ClauseTitle, ...]
    findings: FindingCounts
    actions: ActionCounts
    missing: MissingCounts


def overview(audit: AuditFile, shelf: PackShelf, *, today: date) -> Overview:
    """The overview as of a day, in one read."""

    def work(session: Session) -> tuple[Callable[[], Gathered], Content, ForceOf]:
        content = shelf.content(session)
        return gather(session, shelf, today=today), content, load_force_of(session, shelf, content)

    with collector_paused():
        read, content, force_of = audit.read(work)
        return _overview(read(), content, force_of, today)


def _overview(read: Gathered, content: Content, force_of: ForceOf, today: date) -> Overview:
    rows = read.rows
    found = score(rows, force_of, {unit.id: unit.weight for unit in read.units})
    by_stage: dict[Stage, dict[CheckKind, int]] = {stage: {} for stage in Stage}
    by_code: Counter[str] = Counter()
    for gap in missing(facts_of(read, today)):
        by_stage[gap.stage][gap.kind] = by_stage[gap.stage].get(gap.kind, 0) + 1
        by_code[gap.code] += 1
    return Overview(
        progress(rows),
        progress_by_unit(rows),
        progress_by_section(rows),
        found,
        clause_titles(found, content),
        count_findings(read.findings),
        count_actions(read.actions),
        MissingCounts(next_stage(read.frame.state), by_stage, dict(by_code)),
    )


def scores(audit: AuditFile, shelf: PackShelf) -> scoring.AuditScores:
    """Both figures by clause, unit and in total."""

    def work(session: Session) -> scoring.AuditScores:
        force_of = load_force_of(session, shelf, shelf.content(session))
        return score(load_rows(session, shelf), force_of, _weights(session))

    with collector_paused():
        return audit.read(work)


def score(
    rows: Iterable[ChecklistRow],
    force_of: Callable[[Asked], EffectiveForce],
    weights: Mapping[UUID, int],
) -> scoring.AuditScores:
    """The figures of checklist rows; ``weights`` are the units' in the mean over units."""
    return scoring.score_audit((entry_of(row, force_of(row.asked)) for row in rows), weights)


def entry_of(row: ChecklistRow, force: EffectiveForce) -> scoring.Entry:
    """A checklist row as scoring sees it."""
    question = row.asked.question
    return scoring.Entry(
        question=question.id,
        unit=row.unit_id,
        clause=question.section,
        weight=question.weight,
        binding=force.is_binding,
        iso=is_iso(question),
        legal=force.is_legal,
        tags=clauses_of(question)[1:],
        result=row.result,
        fulfilment=row.fulfilment,
    )


def clause_titles(found: scoring.AuditScores, content: Content) -> tuple[ClauseTitle, ...]:
    """The clauses that have figures, titled as in the packs, else as in ISO 10002."""
    titles = {section.id: section.title for section in reversed(content.sections)}
    listed: list[ClauseTitle] = []
    for number in found.clauses:
        level = len(clause_tree.parents(number)) + 1
        title = titles.get(number)
        if title is not None:
            listed.append(ClauseTitle(number, title.zh, title.en, level))
        else:
            zh = clause_tree.title_of(number, Lang.ZH) or number
            listed.append(
                ClauseTitle(number, zh, clause_tree.title_of(number, Lang.EN) or number, level)
            )
    return tuple(listed)


def count_findings(rows: Iterable[FindingRow]) -> FindingCounts:
    """The standing findings by grade and state."""
    by_grade: dict[Grade, list[UUID]] = {grade: [] for grade in Grade}
    open_by_grade: dict[Grade, list[UUID]] = {grade: [] for grade in Grade}
    by_state: dict[FindingState, list[UUID]] = {state: [] for state in FindingState}
    for row in rows:
        by_state[row.state].append(row.id)
        if row.state is FindingState.WITHDRAWN:
            continue
        by_grade[row.grade].append(row.id)
        if row.is_open:
            open_by_grade[row.grade].append(row.id)
    return FindingCounts(
        {grade: tuple(ids) for grade, ids in by_grade.items()},
        {grade: tuple(ids) for grade, ids in open_by_grade.items()},
        {state: tuple(ids) for state, ids in by_state.items()},
    )


def count_actions(rows: Iterable[ActionRow]) -> ActionCounts:
    """Actions by state and by what they wait for; those of withdrawn findings do not count."""
    listed = [row for row in rows if row.finding_state is not FindingState.WITHDRAWN]
    by_state: dict[ActionState, list[UUID]] = {state: [] for state in ActionState}
    for row in listed:
        by_state[row.state].append(row.id)
    return ActionCounts(
        {state: tuple(ids) for state, ids in by_state.items()},
        tuple(row.id for row in listed if not row.is_settled),
        tuple(row.id for row in listed if row.overdue),
        tuple(row.id for row in listed if row.check_overdue),
        tuple(row.id for row in listed if row.to_verify),
    )


def _weights(session: Session) -> dict[UUID, int]:
    return {unit.id: unit.weight for unit in load_units(session)}
