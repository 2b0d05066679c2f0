"""The checklist as light rows: tree, matrix, filters, progress, what is next."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from auditapp.domain import clauses as clause_tree
from auditapp.domain.grading import BINDING
from auditapp.domain.vocabulary import FindingState, Grade, Result, SignOffStage
from auditapp.ops.queries.cells import Ids, collector_paused, stored
from auditapp.ops.queries.forces import load_rules
from auditapp.store.models import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.grading import EffectiveForce
    from auditapp.domain.vocabulary import Force
    from auditapp.ops.queries.content import Asked, Content, PackShelf, Pair
    from auditapp.store.audit_file import AuditFile

CLOSED: Final = frozenset({FindingState.CLOSED, FindingState.WITHDRAWN})
GRADE_ORDER: Final = tuple(Grade)
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One question in one unit as the tree and the matrix show it.

    ``findings`` counts the open ones (neither closed nor withdrawn), ``worst`` is their gravest
    grade; ``all_findings`` counts those that were not withdrawn. ``force`` is the strongest that
    applies, None where nothing does.
    """

    asked: Asked
    force: Force | None
    answer_id: UUID | None = None
    result: Result | None = None
    fulfilment: int | None = None
    note: str | None = None
    reason: str | None = None
    evidence: int = 0
    findings: int = 0
    all_findings: int = 0
    worst: Grade | None = None
    auditor_id: UUID | None = None
    reviewer_id: UUID | None = None
    reviewed: bool = False
    answered_by: UUID | None = None
    answered_at: datetime | None = None

    @property
    def question_id(self) -> str:
        """The question's id."""
        return self.asked.question.id

    @property
    def unit_id(self) -> UUID:
        """The unit."""
        return self.asked.unit_id

    @property
    def pair(self) -> Pair:
        """Question and unit."""
        return self.asked.pair

    @property
    def pack_id(self) -> str:
        """The pack that asks it."""
        return self.asked.pack_id

    @property
    def section(self) -> str:
        """The section of the pack."""
        return self.asked.question.section

    @property
    def core(self) -> bool:
        """Whether it belongs to the short selection."""
        return self.asked.question.core

    @property
    def is_binding(self) -> bool:
        """Whether a nonconformity is possible; if not, "guidance only: add the auditee's rule"."""
        return self.force in BINDING

    @property
    def is_answered(self) -> bool:
        """Whether it has a result, *not conclusive* and *not applicable* included."""
        return self.result is not None

    @property
    def evidence_missing(self) -> bool:
        """Whether a result that states a fact stands there without evidence."""
        return self.evidence == 0 and self.result not in (
            None,
            Result.NOT_APPLICABLE,
            Result.NOT_CONCLUSIVE,
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """What the checklist is narrowed to; a field that is not set lets everything through.

    ``mine`` is the person whose part is wanted, as auditor or reviewer; ``section`` is a pack's id
    and a section's, which covers the sections below it; ``text`` is looked for in both languages.
    """

    unanswered: bool = False
    mine: UUID | None = None
    with_findings: bool = False
    evidence_missing: bool = False
    not_reviewed: bool = False
    guidance_only: bool = False
    core: bool = False
    results: frozenset[Result] = frozenset()
    unit_id: UUID | None = None
    section: tuple[str, str] | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some questions are. ``applicable`` leaves out *not applicable*."""

    asked: int = 0
    answered: int = 0
    reviewed: int = 0
    not_applicable: int = 0
    results: Mapping[Result, int] | None = None
    findings: int = 0

    @property
    def open(self) -> int:
        """How many are still to be answered."""
        return self.asked - self.answered

    @property
    def share(self) -> float:
        """The answered share of 1; 0 where nothing is asked."""
        return self.answered / self.asked if self.asked else 0.0


def checklist(
    audit: AuditFile, shelf: PackShelf, wanted: Filter | None = None
) -> tuple[ChecklistRow, ...]:
    """The rows of all pairs in reading order, or those that a filter lets through."""
    with collector_paused():
        rows = audit.read(lambda session: fetch_rows(session, shelf))()
    return rows if wanted is None else narrowed(rows, wanted, shelf)


def checklist_row(audit: AuditFile, shelf: PackShelf, pair: Pair) -> ChecklistRow | None:
    """One row, for redrawing what changed; None when the pair is not asked."""
    question_id, unit_id = pair

    def work(session: Session) -> ChecklistRow | None:
        rows = load_rows(session, shelf, question_id=question_id)
        return next((row for row in rows if row.unit_id == unit_id), None)

    return audit.read(work)


def narrowed(
    rows: Iterable[ChecklistRow], wanted: Filter, shelf: PackShelf
) -> tuple[ChecklistRow, ...]:
    """The rows that a filter lets through."""
    needles = wanted.text.casefold().split()
    kept = [row for row in rows if _passes(row, wanted)]
    if needles:
        kept = [row for row in kept if _says(row, needles, shelf)]
    return tuple(kept)


def progress(rows: Iterable[ChecklistRow]) -> Progress:
    """How far these rows are."""
    asked = reviewed = findings = 0
    results: Counter[Result] = Counter()
    for row in rows:
        asked += 1
        findings += row.findings
        if row.result is not None:
            results[row.result] += 1
            reviewed += row.reviewed
    return Progress(
        asked, results.total(), reviewed, results[Result.NOT_APPLICABLE], dict(results), findings
    )


def progress_by_section(rows: Iterable[ChecklistRow]) -> dict[tuple[str, str], Progress]:
    """Progress by pack and section, each with the sections below it."""
    groups: dict[tuple[str, str], list[ChecklistRow]] = defaultdict(list)
    for row in rows:
        for section in clause_tree.with_parents((row.section,)):
            groups[row.pack_id, section].append(row)
    return {key: progress(group) for key, group in groups.items()}


def progress_by_unit(rows: Iterable[ChecklistRow]) -> dict[UUID, Progress]:
    """Progress by unit."""
    groups: dict[UUID, list[ChecklistRow]] = defaultdict(list)
    for row in rows:
        groups[row.unit_id].append(row)
    return {unit: progress(group) for unit, group in groups.items()}


def matrix(rows: Iterable[ChecklistRow]) -> dict[str, dict[UUID, ChecklistRow]]:
    """The rows by question, then by unit, in reading order."""
    found: dict[str, dict[UUID, ChecklistRow]] = defaultdict(dict)
    for row in rows:
        found[row.question_id][row.unit_id] = row
    return dict(found)


def next_unanswered(
    rows: Sequence[ChecklistRow], after: Pair | None = None, *, unit_id: UUID | None = None
) -> ChecklistRow | None:
    """The next row without a result after a pair, from the start again when the end is reached.

    ``unit_id`` keeps to one unit. A pair that is not among the rows starts at the first.
    """
    listed = [row for row in rows if unit_id is None or row.unit_id == unit_id]
    start = next((n + 1 for n, row in enumerate(listed) if row.pair == after), 0)
    ahead = [*listed[start:], *listed[:start]]
    return next((row for row in ahead if row.result is None and row.pair != after), None)


def load_rows(
    session: Session, shelf: PackShelf, *, question_id: str | None = None
) -> tuple[ChecklistRow, ...]:
    """The rows of all pairs, or of one question, inside a read that is already open."""
    return fetch_rows(session, shelf, question_id=question_id)()


def fetch_rows(
    session: Session, shelf: PackShelf, *, question_id: str | None = None
) -> Callable[[], tuple[ChecklistRow, ...]]:
    """Fetch what the rows are made of; the result makes them when the read is over.

    So that a writer waits for SQLite only, and not while thousands of rows are put together.
    """
    content = shelf.content(session)
    force_of = load_force_of(session, shelf, content)
    answers = _answers(session, question_id)
    evidence = _evidence_counts(session)
    assigned = _assignments(session, question_id)
    reviewed = _reviewed(session)
    found = _findings(session, question_id)

    def rows() -> tuple[ChecklistRow, ...]:
        ids = Ids()
        return _rows_of(
            content.pairs if question_id is None else content.of_question(question_id),
            force_of,
            _decoded_answers(answers, ids),
            evidence,
            _decoded_assignments(assigned, ids),
            reviewed,
            found,
            ids,
        )

    return rows


def _rows_of(
    pairs: Iterable[Asked],
    force_of: ForceOf,
    answers: Mapping[Pair, _AnswerCells],
    evidence: Mapping[bytes, int],
    assigned: Mapping[Pair, tuple[UUID | None, UUID | None]],
    reviewed: AbstractSet[bytes | None],
    found: Mapping[Pair, tuple[int, int, Grade | None]],
    ids: Ids,
) -> tuple[ChecklistRow, ...]:
    rows: list[ChecklistRow] = []
    for asked in pairs:
        pair = asked.pair
        key, result, fulfilment, note, reason, who, at = answers.get(pair, _SILENT)
        auditor, reviewer = assigned.get(pair, _NOBODY)
        opened, every, worst = found.get(pair, _NO_FINDING)
        rows.append(
            ChecklistRow(
                asked,
                force_of(asked).strongest,
                None if key is None else ids[key],
                result,
                fulfilment,
                note,
                reason,
                0 if key is None else evidence.get(key, 0),
                opened,
                every,
                worst,
                auditor,
                reviewer,
                key in reviewed,
                who,
                at,
            )
        )
    return tuple(rows)


class ForceOf:
    """From a pair to its effective force, under fixed rules; looked up in the shelf's table."""

    def __init__(self, session: Session, shelf: PackShelf, content: Content) -> None:
        self.rules = load_rules(session)
        self.table = shelf.forces(self.rules)
        self._cards = content.cards

    def __call__(self, asked: Asked) -> EffectiveForce:
        """The force of one question in one unit."""
        return self.table.force(asked.question, asked.unit_id, self._cards)


def load_force_of(session: Session, shelf: PackShelf, content: Content) -> ForceOf:
    """What gives the effective force of a pair, under the rules in the file."""
    return ForceOf(session, shelf, content)


def _passes(row: ChecklistRow, wanted: Filter) -> bool:
    tests = (
        (wanted.unanswered, row.result is None),
        (wanted.mine is not None, wanted.mine in (row.auditor_id, row.reviewer_id)),
        (wanted.with_findings, row.all_findings > 0),
        (wanted.evidence_missing, row.evidence_missing),
        (wanted.not_reviewed, row.result is not None and not row.reviewed),
        (wanted.guidance_only, not row.is_binding),
        (wanted.core, row.core),
        (bool(wanted.results), row.result in wanted.results),
        (wanted.unit_id is not None, row.unit_id == wanted.unit_id),
    )
    if not all(held for asked, held in tests if asked):
        return False
    if wanted.section is None:
        return True
    pack_id, section = wanted.section
    return row.pack_id == pack_id and clause_tree.covers(section, row.section)


def _says(row: ChecklistRow, needles: Sequence[str], shelf: PackShelf) -> bool:
    hay = shelf.haystack(row.pack_id, row.asked.question)
    rest = [needle for needle in needles if needle not in hay]
    if not rest:
        return True
    own = "\n".join((row.asked.unit_code, row.note or "", row.reason or "")).casefold()
    return all(needle in own for needle in rest)


_AnswerCells = tuple[
    "bytes | None",
    "Result | None",
    "int | None",
    "str | None",
    "str | None",
    "UUID | None",
    "datetime | None",
]
_ANSWER: Final = (
    "question_id, unit_id, id, result, fulfilment, note, reason, answered_by, answered_at"
)
_SILENT: Final[_AnswerCells] = (None, None, None, None, None, None, None)
_NOBODY: Final = (None, None)
_NO_FINDING: Final = (0, 0, None)
_RESULTS: Final[Mapping[str | None, Result | None]] = {
    None: None,
    **{result.value: result for result in Result},
}


def _answers(session: Session, question_id: str | None) -> Sequence[Any]:
    return stored(
        session,
        f"SELECT {_ANSWER} FROM answer{_of(question_id)}",  # noqa: S608
        **_asked_for(question_id),
    )


def _decoded_answers(rows: Sequence[Any], ids: Ids) -> dict[Pair, _AnswerCells]:
    return {
        (question, ids[unit]): (
            key,
            _RESULTS[result],
            fulfilment,
            note,
            reason,
            None if who is None else ids[who],
            None if at is None else datetime.fromisoformat(at),
        )
        for question, unit, key, result, fulfilment, note, reason, who, at in rows
    }


def _evidence_counts(session: Session) -> dict[bytes, int]:
    rows = stored(
        session,
        "SELECT l.answer_id, COUNT(*) FROM answer_evidence l"
        " JOIN evidence e ON e.id = l.evidence_id WHERE e.withdrawn = 0 GROUP BY l.answer_id",
    )
    return {row[0]: row[1] for row in rows}


def _assignments(session: Session, question_id: str | None) -> Sequence[Any]:
    return stored(
        session,
        f"SELECT question_id, unit_id, auditor_id, reviewer_id FROM assignment{_of(question_id)}",  # noqa: S608
        **_asked_for(question_id),
    )


def _decoded_assignments(
    rows: Sequence[Any], ids: Ids
) -> dict[Pair, tuple[UUID | None, UUID | None]]:
    return {
        (question, ids[unit]): (
            None if auditor is None else ids[auditor],
            None if reviewer is None else ids[reviewer],
        )
        for question, unit, auditor, reviewer in rows
    }


def _of(question_id: str | None) -> str:
    return "" if question_id is None else " WHERE question_id = :question"


def _asked_for(question_id: str | None) -> dict[str, object]:
    return {} if question_id is None else {"question": question_id}


def _reviewed(session: Session) -> set[bytes | None]:
    rows = stored(
        session,
        "SELECT subject_id FROM sign_off WHERE subject = 'answer' AND stage = :stage"
        " AND withdrawn = 0",
        stage=SignOffStage.REVIEWED.value,
    )
    return {row[0] for row in rows}


def _findings(
    session: Session, question_id: str | None
) -> dict[Pair, tuple[int, int, Grade | None]]:
    wanted = select(Finding.question_id, Finding.unit_id, Finding.grade, Finding.state).where(
        Finding.question_id.is_not(None), Finding.state != FindingState.WITHDRAWN
    )
    if question_id is not None:
        wanted = wanted.where(Finding.question_id == question_id)
    found: dict[Pair, tuple[int, int, Grade | None]] = {}
    for question, unit, grade, state in session.execute(wanted).all():
        if question is None or unit is None:
            continue
        opened, total, worst = found.get((question, unit), (0, 0, None))
        if state not in CLOSED:
            opened += 1
            worst = grade if worst is None else min(worst, grade, key=GRADE_ORDER.index)
        found[question, unit] = opened, total + 1, worst
    return found
