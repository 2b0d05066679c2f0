"""Short rows that many queries share: persons and units as they are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.store.models import Person, Unit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from auditapp.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the audit."""

    id: UUID
    code: str
    name: str
    role: Role
    organisation: str | None
    contact: str | None
    withdrawn: bool


def load_people(session: Session) -> dict[UUID, PersonRow]:
    """Everybody by id, in the order of their codes; withdrawn ones too, their traces need names."""
    rows = session.execute(
        select(
            Person.id,
            Person.code,
            Person.name,
            Person.role,
            Person.organisation,
            Person.contact,
            Person.withdrawn,
        ).order_by(Person.code)
    ).all()
    return {row[0]: PersonRow(*row) for row in rows}


def unit_codes(session: Session) -> dict[UUID, str]:
    """The codes of all units by id, withdrawn ones too, in the plan's order."""
    rows = session.execute(select(Unit.id, Unit.code).order_by(Unit.position, Unit.code)).all()
    return {key: code for key, code in rows}  # noqa: C416  (rows are no tuples to the type checker)


def code_of(people: dict[UUID, PersonRow], person_id: UUID | None) -> str:
    """A person's code, or an empty string."""
    found = None if person_id is None else people.get(person_id)
    return "" if found is None else found.code
