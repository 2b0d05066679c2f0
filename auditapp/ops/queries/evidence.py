"""Evidence: the register's rows, one item in detail, the strips that other pages show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.errors import UserError
from auditapp.ops.queries.cells import row_of
from auditapp.ops.queries.people import PersonRow, load_people, unit_codes
from auditapp.ops.queries.printed import Printed, TextBook, load_texts
from auditapp.store.models import (
    Action,
    ActionEvidence,
    Answer,
    AnswerEvidence,
    Evidence,
    Finding,
    FindingEvidence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.vocabulary import (
        ActionState,
        EvidenceKind,
        FindingState,
        Grade,
        PersonalData,
        Storage,
    )
    from auditapp.store.audit_file import AuditFile

PICTURES: Final = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class EvidenceChip:
    """An item as a strip shows it."""

    id: UUID
    number: str
    kind: EvidenceKind
    title: Printed
    personal_data: PersonalData
    storage: Storage | None
    sha256: str | None
    media_type: str | None
    file_name: str | None
    withdrawn: bool

    @property
    def is_picture(self) -> bool:
        """Whether a thumbnail can be made of it."""
        return self.media_type in PICTURES


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the item itself says (the columns of the register)."""

    id: UUID
    number: str
    kind: EvidenceKind
    personal_data: PersonalData
    storage: Storage | None
    sha256: str | None
    original_sha256: str | None
    size: int | None
    media_type: str | None
    file_name: str | None
    path: str | None
    body: str | None
    unit_id: UUID | None
    holder: str | None
    role: str | None
    place: str | None
    second_source: str | None
    period: str | None
    reference: str | None
    reliability: int | None
    obtained_on: date | None
    obtained_by: UUID | None
    observed_at: datetime | None
    added_at: datetime
    withdrawn: bool
    withdrawn_reason: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A line of the evidence list; links are (question, unit) pairs and finding or action ids."""

    record: Record
    title: Printed
    unit_code: str
    obtained_by: str
    answers: tuple[tuple[str, UUID], ...]
    findings: tuple[UUID, ...]
    actions: tuple[UUID, ...]

    @property
    def id(self) -> UUID:
        """The item's id."""
        return self.record.id

    @property
    def number(self) -> str:
        """The working number."""
        return self.record.number

    @property
    def kind(self) -> EvidenceKind:
        """What it is."""
        return self.record.kind

    @property
    def obtained_on(self) -> date | None:
        """When it was obtained."""
        return self.record.obtained_on

    @property
    def personal_data(self) -> PersonalData:
        """Whether it contains personal data."""
        return self.record.personal_data

    @property
    def holder(self) -> str | None:
        """Where it came from."""
        return self.record.holder

    @property
    def size(self) -> int | None:
        """Bytes of its content."""
        return self.record.size

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it supports, each once."""
        return tuple(dict.fromkeys(question for question, _ in self.answers))

    @property
    def is_used(self) -> bool:
        """Whether anything refers to it."""
        return bool(self.answers or self.findings or self.actions)


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """What the evidence list is narrowed to; a field that is not set lets everything through."""

    kinds: frozenset[EvidenceKind] = frozenset()
    unit_id: UUID | None = None
    personal_data: frozenset[PersonalData] = frozenset()
    unused: bool = False
    withdrawn: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class LinkedFinding:
    """A finding that an item proves."""

    id: UUID
    number: str
    final_number: str | None
    grade: Grade
    state: FindingState
    title: Printed


@dataclass(frozen=True, slots=True)
class LinkedAction:
    """An action that an item proves."""

    id: UUID
    number: str
    state: ActionState


@dataclass(frozen=True, slots=True)
class EvidenceDetail:
    """One item with all that refers to it."""

    row: EvidenceRow
    obtained_by: PersonRow | None
    findings: tuple[LinkedFinding, ...]
    actions: tuple[LinkedAction, ...]


def evidence_list(
    audit: AuditFile, wanted: EvidenceFilter | None = None
) -> tuple[EvidenceRow, ...]:
    """The items by number, or those that a filter lets through; withdrawn ones only when asked."""
    rows = audit.read(load_evidence)
    wanted = wanted or EvidenceFilter()
    needles = wanted.text.casefold().split()
    return tuple(row for row in rows if _passes(row, wanted) and _says(row, needles))


def evidence_detail(audit: AuditFile, evidence_id: UUID) -> EvidenceDetail:
    """One item; raises UserError ``row_gone``."""

    def work(session: Session) -> EvidenceDetail:
        rows = load_evidence(session, ids=[evidence_id])
        if not rows:
            raise UserError("row_gone", table="evidence")
        row = rows[0]
        obtained_by = row.record.obtained_by
        person = None if obtained_by is None else load_people(session).get(obtained_by)
        return EvidenceDetail(
            row, person, _findings(session, row.findings), _actions(session, row.actions)
        )

    return audit.read(work)


def evidence_bytes(audit: AuditFile, sha256: str) -> bytes | None:
    """The bytes of an embedded item, of its original or of a picture; None: not in the file."""
    return audit.read(lambda _: audit.blobs.get(sha256))


def load_evidence(
    session: Session, texts: TextBook | None = None, *, ids: Iterable[UUID] | None = None
) -> tuple[EvidenceRow, ...]:
    """The items by number inside an open read, withdrawn ones too."""
    wanted = select(
        Evidence.id, Evidence.number, Evidence.kind, Evidence.personal_data, Evidence.storage,
        Evidence.sha256, Evidence.original_sha256, Evidence.size, Evidence.media_type,
        Evidence.file_name, Evidence.path, Evidence.body, Evidence.unit_id, Evidence.holder,
        Evidence.role, Evidence.place, Evidence.second_source, Evidence.period, Evidence.reference,
        Evidence.reliability, Evidence.obtained_on, Evidence.obtained_by, Evidence.observed_at,
        Evidence.added_at, Evidence.withdrawn, Evidence.withdrawn_reason,
    ).order_by(Evidence.number, Evidence.id)  # fmt: skip
    listed = None if ids is None else list(ids)
    if listed is not None:
        wanted = wanted.where(Evidence.id.in_(listed))
    records = [row_of(Record, row) for row in session.execute(wanted).all()]
    texts = texts or load_texts(session, owners=[row.id for row in records], names=["title"])
    units, people = unit_codes(session), load_people(session)
    answers, findings, actions = _links(session)
    return tuple(
        EvidenceRow(
            record,
            texts.get(record.id, "title"),
            "" if record.unit_id is None else units.get(record.unit_id, ""),
            "" if record.obtained_by is None else people[record.obtained_by].code,
            tuple(answers.get(record.id, ())),
            tuple(findings.get(record.id, ())),
            tuple(actions.get(record.id, ())),
        )
        for record in records
    )


def load_chips(
    session: Session, ids: Iterable[UUID], texts: TextBook | None = None
) -> tuple[EvidenceChip, ...]:
    """Some items as strips show them, by number."""
    listed = list(ids)
    if not listed:
        return ()
    texts = texts or load_texts(session, owners=listed, names=["title"])
    rows = session.execute(
        select(
            Evidence.id, Evidence.number, Evidence.kind, Evidence.personal_data, Evidence.storage,
            Evidence.sha256, Evidence.media_type, Evidence.file_name, Evidence.withdrawn,
        )
        .where(Evidence.id.in_(listed))
        .order_by(Evidence.number, Evidence.id)
    ).all()  # fmt: skip
    return tuple(
        EvidenceChip(row[0], row[1], row[2], texts.get(row[0], "title"), *row[3:]) for row in rows
    )


_Links = tuple[
    dict["UUID", list[tuple[str, "UUID"]]], dict["UUID", list["UUID"]], dict["UUID", list["UUID"]]
]


def _links(session: Session) -> _Links:
    answers: dict[UUID, list[tuple[str, UUID]]] = defaultdict(list)
    for item, question, unit in session.execute(
        select(AnswerEvidence.evidence_id, Answer.question_id, Answer.unit_id)
        .join(Answer, Answer.id == AnswerEvidence.answer_id)
        .order_by(Answer.question_id)
    ).all():
        answers[item].append((question, unit))
    findings: dict[UUID, list[UUID]] = defaultdict(list)
    for item, finding in session.execute(
        select(FindingEvidence.evidence_id, FindingEvidence.finding_id)
        .join(Finding, Finding.id == FindingEvidence.finding_id)
        .order_by(Finding.number)
    ).all():
        findings[item].append(finding)
    actions: dict[UUID, list[UUID]] = defaultdict(list)
    for item, action in session.execute(
        select(ActionEvidence.evidence_id, ActionEvidence.action_id)
        .join(Action, Action.id == ActionEvidence.action_id)
        .order_by(Action.number)
    ).all():
        actions[item].append(action)
    return answers, findings, actions


def _findings(session: Session, ids: Iterable[UUID]) -> tuple[LinkedFinding, ...]:
    listed = list(ids)
    texts = load_texts(session, owners=listed, names=["title"])
    rows = session.execute(
        select(Finding.id, Finding.number, Finding.final_number, Finding.grade, Finding.state)
        .where(Finding.id.in_(listed))
        .order_by(Finding.number)
    ).all()
    return tuple(row_of(LinkedFinding, row, texts.get(row[0], "title")) for row in rows)


def _actions(session: Session, ids: Iterable[UUID]) -> tuple[LinkedAction, ...]:
    rows = session.execute(
        select(Action.id, Action.number, Action.state)
        .where(Action.id.in_(list(ids)))
        .order_by(Action.number)
    ).all()
    return tuple(LinkedAction(*row) for row in rows)


def _passes(row: EvidenceRow, wanted: EvidenceFilter) -> bool:
    record = row.record
    tests = (
        (bool(wanted.kinds), record.kind in wanted.kinds),
        (wanted.unit_id is not None, record.unit_id == wanted.unit_id),
        (bool(wanted.personal_data), record.personal_data in wanted.personal_data),
        (wanted.unused, not row.is_used),
        (True, record.withdrawn == wanted.withdrawn),
    )
    return all(held for asked, held in tests if asked)


def _says(row: EvidenceRow, needles: list[str]) -> bool:
    if not needles:
        return True
    record = row.record
    parts = (
        record.number, *row.title.bodies.values(), record.body, record.holder, record.role,
        record.place, record.reference, record.file_name, record.period, row.unit_code,
        *row.questions,
    )  # fmt: skip
    hay = "\n".join(part for part in parts if part).casefold()
    return all(needle in hay for needle in needles)
