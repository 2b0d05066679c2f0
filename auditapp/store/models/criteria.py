"""What binds the auditee: own rules, decisions on library cards, proof of adoption."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.vocabulary import Force, TargetKind
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class Criterion(Base):
    """A rule of the auditee or its contract. Texts: title, wording."""

    __tablename__ = "criterion"
    id: Mapped[uuid.UUID] = id_key()
    number: Mapped[str]
    force: Mapped[Force] = enum_of(Force)
    document: Mapped[str]
    document_number: Mapped[str | None]
    document_version: Mapped[str | None]
    document_date: Mapped[date | None]
    article: Mapped[str | None]
    evidence_id: Mapped[uuid.UUID | None] = id_ref("evidence")
    added_by: Mapped[uuid.UUID | None] = id_ref("person")
    withdrawn: Mapped[bool]


class CriterionLink(Base):
    """A criterion serves a question or a clause (link)."""

    __tablename__ = "criterion_link"
    id: Mapped[uuid.UUID] = id_key()
    criterion_id: Mapped[uuid.UUID] = id_ref("criterion")
    kind: Mapped[TargetKind] = enum_of(TargetKind)
    target: Mapped[str]
    __table_args__ = (Index(None, "criterion_id"),)


class CardDecision(Base):
    """The plan's decision on a library card: does it apply here; id from the card's id."""

    __tablename__ = "card_decision"
    id: Mapped[uuid.UUID] = id_key()
    card_id: Mapped[str]
    applies: Mapped[bool]
    reason: Mapped[str | None]


class Adoption(Base):
    """Proof that management adopted the standard: document, date, clauses; units by link."""

    __tablename__ = "adoption"
    id: Mapped[uuid.UUID] = id_key()
    standard: Mapped[str]
    document: Mapped[str]
    document_date: Mapped[date | None]
    clauses: Mapped[str]
    evidence_id: Mapped[uuid.UUID | None] = id_ref("evidence")
    withdrawn: Mapped[bool]


class AdoptionUnit(Base):
    """A unit that an adoption covers (link)."""

    __tablename__ = "adoption_unit"
    id: Mapped[uuid.UUID] = id_key()
    adoption_id: Mapped[uuid.UUID] = id_ref("adoption")
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
