"""Findings, their links, and the corrections and corrective actions that follow."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    Extent,
    FindingState,
    Grade,
    Nature,
)
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class Finding(Base):
    """A finding. Texts of the auditor: title, criterion, condition, evidence, cause, consequence,
    team_answer; texts of the auditee: response, auditee_cause."""

    __tablename__ = "finding"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    final_number: Mapped[str | None]
    grade: Mapped[Grade] = enum_of(Grade)
    nature: Mapped[Nature | None] = enum_of(Nature)
    extent: Mapped[Extent | None] = enum_of(Extent)
    legal_harm: Mapped[bool]
    unit_id: Mapped[uuid.UUID | None] = id_ref("unit")
    question_id: Mapped[str | None]
    clause: Mapped[str | None]
    state: Mapped[FindingState] = enum_of(FindingState)
    population: Mapped[int | None]
    sample: Mapped[int | None]
    deviations: Mapped[int | None]
    raised_by: Mapped[uuid.UUID | None] = id_ref("person")
    raised_at: Mapped[datetime]
    facts_role: Mapped[str | None]
    facts_how: Mapped[str | None]
    facts_on: Mapped[date | None]
    presented_on: Mapped[date | None]
    responded_on: Mapped[date | None]
    unresolved: Mapped[bool]
    issued_at: Mapped[datetime | None]
    closed_on: Mapped[date | None]
    closed_by: Mapped[uuid.UUID | None] = id_ref("person")
    withdrawn_reason: Mapped[str | None]
    revision: Mapped[int]
    revision_reason: Mapped[str | None]


class FindingEvidence(Base):
    """Evidence that proves a finding (link)."""

    __tablename__ = "finding_evidence"
    id: Mapped[uuid.UUID] = id_key()
    finding_id: Mapped[uuid.UUID] = id_ref("finding")
    evidence_id: Mapped[uuid.UUID] = id_ref("evidence")
    __table_args__ = (Index(None, "finding_id"), Index(None, "evidence_id"))


class FindingCriterion(Base):
    """A criterion that a finding cites: an own rule or a library card (link)."""

    __tablename__ = "finding_criterion"
    id: Mapped[uuid.UUID] = id_key()
    finding_id: Mapped[uuid.UUID] = id_ref("finding")
    criterion_id: Mapped[uuid.UUID | None] = id_ref("criterion")
    card_id: Mapped[str | None]
    __table_args__ = (Index(None, "finding_id"),)


class Action(Base):
    """A correction or corrective action. Texts of the auditee: description, proof; texts of the
    auditor: assessment, verification. Dates and fields of the two sides stay apart."""

    __tablename__ = "action"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    finding_id: Mapped[uuid.UUID] = id_ref("finding")
    kind: Mapped[ActionKind] = enum_of(ActionKind)
    state: Mapped[ActionState] = enum_of(ActionState)
    owner: Mapped[str | None]
    due_on: Mapped[date | None]
    first_due_on: Mapped[date | None]
    extensions: Mapped[int]
    extension_reason: Mapped[str | None]
    planned_on: Mapped[date | None]
    done_on: Mapped[date | None]
    accepted_by: Mapped[uuid.UUID | None] = id_ref("person")
    accepted_on: Mapped[date | None]
    check_due_on: Mapped[date | None]
    criterion: Mapped[str | None]
    verified_by: Mapped[uuid.UUID | None] = id_ref("person")
    verified_on: Mapped[date | None]
    reopened: Mapped[int]
    cancel_reason: Mapped[str | None]
    created_at: Mapped[datetime]
    __table_args__ = (Index(None, "finding_id"),)


class ActionEvidence(Base):
    """Proof that an action was done or works (link)."""

    __tablename__ = "action_evidence"
    id: Mapped[uuid.UUID] = id_key()
    action_id: Mapped[uuid.UUID] = id_ref("action")
    evidence_id: Mapped[uuid.UUID] = id_ref("evidence")
    __table_args__ = (Index(None, "action_id"),)
