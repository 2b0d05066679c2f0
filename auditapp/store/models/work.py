"""What is found out: answers, evidence and their links, maturity."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.vocabulary import EvidenceKind, PersonalData, Result, Storage
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class Answer(Base):
    """The answer to a question in a unit; id from both. The note stays in the spoken language."""

    __tablename__ = "answer"
    id: Mapped[uuid.UUID] = id_key()
    question_id: Mapped[str]
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
    result: Mapped[Result | None] = enum_of(Result)
    fulfilment: Mapped[int | None]
    reason: Mapped[str | None]
    note: Mapped[str | None]
    answered_by: Mapped[uuid.UUID | None] = id_ref("person")
    answered_at: Mapped[datetime | None]
    observed_on: Mapped[date | None]
    __table_args__ = (Index(None, "unit_id"),)


class Evidence(Base):
    """An evidence item. Text: title. ``holder`` says where it came from, ``body`` what was said."""

    __tablename__ = "evidence"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    kind: Mapped[EvidenceKind] = enum_of(EvidenceKind)
    personal_data: Mapped[PersonalData] = enum_of(PersonalData)
    storage: Mapped[Storage | None] = enum_of(Storage)
    sha256: Mapped[str | None]
    original_sha256: Mapped[str | None]
    size: Mapped[int | None]
    media_type: Mapped[str | None]
    file_name: Mapped[str | None]
    path: Mapped[str | None]
    body: Mapped[str | None]
    unit_id: Mapped[uuid.UUID | None] = id_ref("unit")
    holder: Mapped[str | None]
    role: Mapped[str | None]
    place: Mapped[str | None]
    second_source: Mapped[str | None]
    period: Mapped[str | None]
    reference: Mapped[str | None]
    reliability: Mapped[int | None]
    obtained_on: Mapped[date | None]
    obtained_by: Mapped[uuid.UUID | None] = id_ref("person")
    observed_at: Mapped[datetime | None]
    added_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    withdrawn_reason: Mapped[str | None]


class AnswerEvidence(Base):
    """Evidence that supports an answer (link)."""

    __tablename__ = "answer_evidence"
    id: Mapped[uuid.UUID] = id_key()
    answer_id: Mapped[uuid.UUID] = id_ref("answer")
    evidence_id: Mapped[uuid.UUID] = id_ref("evidence")
    __table_args__ = (Index(None, "answer_id"), Index(None, "evidence_id"))


class Maturity(Base):
    """The maturity level 1-5 of one of twelve domains in a unit; id from both."""

    __tablename__ = "maturity"
    id: Mapped[uuid.UUID] = id_key()
    domain: Mapped[str]
    unit_id: Mapped[uuid.UUID | None] = id_ref("unit")
    level: Mapped[int | None]
    note: Mapped[str | None]
