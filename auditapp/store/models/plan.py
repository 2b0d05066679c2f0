"""What is planned: the audit itself, its people, units, packs, assignments and printed texts."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.vocabulary import AuditState, Lang, Role, Sector, UnitKind
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class Audit(Base):
    """The one audit of the file. Texts: title, organisation, client, objectives, scope, methods,
    confidentiality, conclusion, summary, areas_not_covered."""

    __tablename__ = "audit"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    state: Mapped[AuditState] = enum_of(AuditState)
    sector: Mapped[Sector] = enum_of(Sector)
    jurisdiction: Mapped[str]
    main_lang: Mapped[Lang] = enum_of(Lang)
    second_lang: Mapped[Lang | None] = enum_of(Lang)
    term_set: Mapped[str]
    classification: Mapped[str | None]
    is_example: Mapped[bool]
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    onsite_from: Mapped[date | None]
    onsite_to: Mapped[date | None]
    closing_on: Mapped[date | None]
    report_due_on: Mapped[date | None]
    plan_due_on: Mapped[date | None]
    created_at: Mapped[datetime]
    issued_at: Mapped[datetime | None]


class Person(Base):
    """A person of the audit; id from the code, so two laptops make the same row."""

    __tablename__ = "person"
    id: Mapped[uuid.UUID] = id_key()
    code: Mapped[str]
    name: Mapped[str]
    role: Mapped[Role] = enum_of(Role)
    organisation: Mapped[str | None]
    contact: Mapped[str | None]
    public_key: Mapped[bytes | None]
    withdrawn: Mapped[bool]


class Unit(Base):
    """An audited unit 受审核单位; id from the code. Text: name."""

    __tablename__ = "unit"
    id: Mapped[uuid.UUID] = id_key()
    code: Mapped[str]
    kind: Mapped[UnitKind] = enum_of(UnitKind)
    parent_id: Mapped[uuid.UUID | None] = id_ref("unit")
    in_sample: Mapped[bool]
    why_not: Mapped[str | None]
    weight: Mapped[int]
    position: Mapped[int]
    withdrawn: Mapped[bool]


class FrozenPack(Base):
    """A pack as it was when the audit took it; its canonical JSON is the blob ``sha256``."""

    __tablename__ = "frozen_pack"
    id: Mapped[uuid.UUID] = id_key()
    pack_id: Mapped[str]
    version: Mapped[int]
    sha256: Mapped[str]
    position: Mapped[int]
    withdrawn: Mapped[bool]


class UnitPack(Base):
    """The plan says which unit gets which pack (link)."""

    __tablename__ = "unit_pack"
    id: Mapped[uuid.UUID] = id_key()
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
    frozen_pack_id: Mapped[uuid.UUID] = id_ref("frozen_pack")


class Assignment(Base):
    """Who answers and who reviews a question in a unit; id from question and unit."""

    __tablename__ = "assignment"
    id: Mapped[uuid.UUID] = id_key()
    question_id: Mapped[str]
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
    auditor_id: Mapped[uuid.UUID | None] = id_ref("person")
    reviewer_id: Mapped[uuid.UUID | None] = id_ref("person")


class Text(Base):
    """A printed text in one language; ``source_hash`` is the SHA-256 of the main text behind it."""

    __tablename__ = "text"
    id: Mapped[uuid.UUID] = id_key()
    owner_id: Mapped[uuid.UUID]
    field: Mapped[str]
    lang: Mapped[Lang] = enum_of(Lang)
    body: Mapped[str | None]
    source_hash: Mapped[str | None]
    __table_args__ = (Index(None, "owner_id"),)


class Counter(Base):
    """The last number given under a name; undo leaves it, merge takes the highest."""

    __tablename__ = "counter"
    id: Mapped[uuid.UUID] = id_key()
    name: Mapped[str]
    last: Mapped[int]


class SignOff(Base):
    """Prepared, reviewed or signed off: who, when, and the hash of what it covers."""

    __tablename__ = "sign_off"
    id: Mapped[uuid.UUID] = id_key()
    subject: Mapped[str]
    subject_id: Mapped[uuid.UUID]
    stage: Mapped[str]
    person_id: Mapped[uuid.UUID] = id_ref("person")
    at: Mapped[datetime]
    covers: Mapped[str]
    head: Mapped[str]
    signature: Mapped[bytes | None]
    withdrawn: Mapped[bool]
    __table_args__ = (Index(None, "subject_id"),)
