"""Corrections and corrective actions: list rows and one in detail."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from auditapp.domain import action_life
from auditapp.domain.vocabulary import ActionState
from auditapp.errors import UserError
from auditapp.ops.actions import ACTION_TEXTS
from auditapp.ops.queries.cells import row_of
from auditapp.ops.queries.evidence import EvidenceChip, load_chips
from auditapp.ops.queries.people import PersonRow, load_people, unit_codes
from auditapp.ops.queries.printed import Printed, TextBook, load_texts
from auditapp.store.models import Action, ActionEvidence, Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import ActionKind, FindingState, Grade
    from auditapp.store.audit_file import AuditFile

TO_VERIFY: Final = frozenset(
    {ActionState.IMPLEMENTED, ActionState.CHECK_DUE, ActionState.CORRECTION_DONE}
)


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """Everything that the action itself says beside its texts."""

    id: UUID
    number: str
    finding_id: UUID
    kind: ActionKind
    state: ActionState
    owner: str | None
    due_on: date | None
    first_due_on: date | None
    extensions: int
    extension_reason: str | None
    planned_on: date | None
    done_on: date | None
    accepted_by: UUID | None
    accepted_on: date | None
    check_due_on: date | None
    criterion: str | None
    verified_by: UUID | None
    verified_on: date | None
    reopened: int
    cancel_reason: str | None
    created_at: datetime


_OWN: Final = len(fields(ActionRecord))


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A line of the actions list with the finding that it answers.

    ``overdue``: the auditee has not reported it as done; ``check_overdue``: no verdict on its
    effect yet. ``proofs`` counts its evidence.
    """

    record: ActionRecord
    description: Printed
    finding_number: str
    finding_final: str | None
    finding_grade: Grade
    finding_state: FindingState
    unit_id: UUID | None
    unit_code: str
    proofs: int
    overdue: bool
    check_overdue: bool

    @property
    def id(self) -> UUID:
        """The action's id."""
        return self.record.id

    @property
    def number(self) -> str:
        """The working number."""
        return self.record.number

    @property
    def finding_id(self) -> UUID:
        """The finding that it answers."""
        return self.record.finding_id

    @property
    def kind(self) -> ActionKind:
        """Correction or corrective action."""
        return self.record.kind

    @property
    def state(self) -> ActionState:
        """Where it stands in its life."""
        return self.record.state

    @property
    def owner(self) -> str | None:
        """Who of the auditee does it."""
        return self.record.owner

    @property
    def due_on(self) -> date | None:
        """When it is due."""
        return self.record.due_on

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return action_life.is_settled(self.record.state)

    @property
    def to_verify(self) -> bool:
        """Whether it waits for the auditor's verdict."""
        return self.record.state in TO_VERIFY


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """What the actions list is narrowed to; a field that is not set lets everything through."""

    states: frozenset[ActionState] = frozenset()
    kind: ActionKind | None = None
    unit_id: UUID | None = None
    finding_id: UUID | None = None
    open_only: bool = False
    overdue: bool = False
    to_verify: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class ActionDetail:
    """One action: texts by field (``ACTION_TEXTS``), persons, proofs, what may come next."""

    row: ActionRow
    finding_title: Printed
    texts: Mapping[str, Printed]
    accepted_by: PersonRow | None
    verified_by: PersonRow | None
    proofs: tuple[EvidenceChip, ...]
    steps: tuple[Transition[ActionState], ...]

    @property
    def record(self) -> ActionRecord:
        """The action's own cells."""
        return self.row.record


def action_list(
    audit: AuditFile, *, today: date, wanted: ActionFilter | None = None
) -> tuple[ActionRow, ...]:
    """The actions by number, or those that a filter lets through; ``today`` decides overdue."""
    wanted = wanted or ActionFilter()
    needles = wanted.text.casefold().split()

    def work(session: Session) -> tuple[ActionRow, ...]:
        texts = load_texts(session, names=ACTION_TEXTS) if needles else None
        rows = load_actions(session, texts, today=today)
        return tuple(row for row in rows if _passes(row, wanted) and _says(row, needles, texts))

    return audit.read(work)


def action_detail(audit: AuditFile, action_id: UUID, *, today: date) -> ActionDetail:
    """One action; raises UserError ``row_gone``."""

    def work(session: Session) -> ActionDetail:
        texts = load_texts(session, owners=[action_id])
        rows = load_actions(session, texts, today=today, ids=[action_id])
        if not rows:
            raise UserError("row_gone", table="action")
        row, people = rows[0], load_people(session)
        record = row.record
        proofs = session.scalars(
            select(ActionEvidence.evidence_id).where(ActionEvidence.action_id == action_id)
        ).all()
        titles = load_texts(session, owners=[record.finding_id], names=["title"])
        return ActionDetail(
            row,
            titles.get(record.finding_id, "title"),
            texts.of(action_id, ACTION_TEXTS),
            None if record.accepted_by is None else people.get(record.accepted_by),
            None if record.verified_by is None else people.get(record.verified_by),
            load_chips(session, proofs),
            action_life.LIVES[record.kind].after(record.state),
        )

    return audit.read(work)


def load_actions(
    session: Session,
    texts: TextBook | None = None,
    *,
    today: date,
    finding_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> tuple[ActionRow, ...]:
    """The actions by number inside an open read, cancelled ones too."""
    wanted = (
        select(
            Action.id, Action.number, Action.finding_id, Action.kind, Action.state, Action.owner,
            Action.due_on, Action.first_due_on, Action.extensions, Action.extension_reason,
            Action.planned_on, Action.done_on, Action.accepted_by, Action.accepted_on,
            Action.check_due_on, Action.criterion, Action.verified_by, Action.verified_on,
            Action.reopened, Action.cancel_reason, Action.created_at,
            Finding.number.label("finding_number"), Finding.final_number, Finding.grade,
            Finding.state.label("finding_state"), Finding.unit_id,
        )
        .join(Finding, Finding.id == Action.finding_id)
        .order_by(Action.number, Action.id)
    )  # fmt: skip
    if finding_id is not None:
        wanted = wanted.where(Action.finding_id == finding_id)
    if ids is not None:
        wanted = wanted.where(Action.id.in_(ids))
    rows = session.execute(wanted).all()
    texts = texts or load_texts(session, owners=[row.id for row in rows], names=["description"])
    units = unit_codes(session)
    proofs = Counter(session.scalars(select(ActionEvidence.action_id)).all())
    listed: list[ActionRow] = []
    for row in rows:
        cells = list[Any](row)
        record = row_of(ActionRecord, cells[:_OWN])
        finding_number, final, grade, state, unit = cells[_OWN:]
        listed.append(
            ActionRow(
                record,
                texts.get(record.id, "description"),
                finding_number,
                final,
                grade,
                state,
                unit,
                "" if unit is None else units.get(unit, ""),
                proofs[record.id],
                action_life.is_overdue(record.kind, record.state, record.due_on, today),
                action_life.is_check_overdue(record.state, record.check_due_on, today),
            )
        )
    return tuple(listed)


def _passes(row: ActionRow, wanted: ActionFilter) -> bool:
    record = row.record
    tests = (
        (bool(wanted.states), record.state in wanted.states),
        (wanted.kind is not None, record.kind == wanted.kind),
        (wanted.unit_id is not None, row.unit_id == wanted.unit_id),
        (wanted.finding_id is not None, record.finding_id == wanted.finding_id),
        (wanted.open_only, not row.is_settled),
        (wanted.overdue, row.overdue),
        (wanted.to_verify, row.to_verify),
    )
    return all(held for asked, held in tests if asked)


def _says(row: ActionRow, needles: list[str], texts: TextBook | None) -> bool:
    if not needles or texts is None:
        return True
    record = row.record
    parts = [record.number, record.owner, row.finding_number, row.finding_final, row.unit_code]
    for name in ACTION_TEXTS:
        parts += texts.get(record.id, name).bodies.values()
    hay = "\n".join(part for part in parts if part).casefold()
    return all(needle in hay for needle in needles)
