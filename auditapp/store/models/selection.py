"""What decides what is asked: facts of the organisation, what was left out, hours, volumes; and the
organisation's own words in the lists of causes, complaint types, products and channels."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from auditapp.domain.selection import LeftOutReason
from auditapp.store.models.base import Base
from auditapp.store.models.columns import enum_of, id_key, id_ref


class ProfileFact(Base):
    """A fact about the organisation; id from the fact. ``value`` holds its values, sorted, with a
    space between; empty: a set with nothing in it; null: not known (again)."""

    __tablename__ = "profile_fact"
    id: Mapped[uuid.UUID] = id_key()
    fact: Mapped[str]
    value: Mapped[str | None]


class LeftOut(Base):
    """A question that the plan leaves out in a unit; id from both. No reason: it is asked again."""

    __tablename__ = "left_out"
    id: Mapped[uuid.UUID] = id_key()
    question_id: Mapped[str]
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
    reason: Mapped[LeftOutReason | None] = enum_of(LeftOutReason)
    note: Mapped[str | None]
    __table_args__ = (Index(None, "unit_id"),)


class Capacity(Base):
    """Minutes that a person of the team has on a day in a unit (none: anywhere); id from all three.
    No minutes: none any more."""

    __tablename__ = "capacity"
    id: Mapped[uuid.UUID] = id_key()
    person_id: Mapped[uuid.UUID] = id_ref("person")
    unit_id: Mapped[uuid.UUID | None] = id_ref("unit")
    day: Mapped[date]
    minutes: Mapped[int | None]


class UnitVolume(Base):
    """Complaints of a unit in the audit's period, as the plan knows them; id from the unit."""

    __tablename__ = "unit_volume"
    id: Mapped[uuid.UUID] = id_key()
    unit_id: Mapped[uuid.UUID] = id_ref("unit")
    complaints: Mapped[int | None]


class TaxonomyValue(Base):
    """A value of a list as this organisation has it; id from list and value. Text: name.

    It stands beside the shipped values, or for the one of the same name; ``hidden`` values are not
    offered any more but stay readable where they were used.
    """

    __tablename__ = "taxonomy_value"
    id: Mapped[uuid.UUID] = id_key()
    list_id: Mapped[str]
    value: Mapped[str]
    parent: Mapped[str | None]
    position: Mapped[int | None]
    hidden: Mapped[bool]
