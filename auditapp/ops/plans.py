"""The plan's parts: people, units, packs for units, assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.domain.numbering import check_person_code, check_unit_code
from auditapp.domain.vocabulary import Role, UnitKind
from auditapp.errors import UserError
from auditapp.ops.support import Bodies, clean, fetch, hex_of, require_open, write_text
from auditapp.store.models import Assignment, FrozenPack, Person, Unit, UnitPack
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable


def add_person(
    *, code: str, name: str, role: Role, organisation: str | None = None, contact: str | None = None
) -> Op[uuid.UUID]:
    """Add a person; the code becomes part of working numbers and stays.

    Raises UserError ``bad_person_code`` or ``code_taken``.
    """
    code = check_person_code(code)

    def work(tx: Tx) -> uuid.UUID:
        key = tx.natural_id("person", code)
        row = tx.session.get(Person, key)
        if row is not None and not row.withdrawn:
            raise UserError("code_taken", code=code)
        if row is None:
            row = Person(id=key, code=code)
            tx.session.add(row)
        row.name, row.role, row.withdrawn = name.strip() or code, role, False
        row.organisation, row.contact = clean(organisation), clean(contact)
        return key

    return Op("person.add", {"code": code}, work)


def edit_person(
    person_id: uuid.UUID,
    *,
    name: str,
    role: Role,
    organisation: str | None = None,
    contact: str | None = None,
) -> Op[None]:
    """Change what is known of a person; the code stays."""

    def work(tx: Tx) -> None:
        row = fetch(tx, Person, person_id)
        row.name, row.role = name.strip() or row.code, role
        row.organisation, row.contact = clean(organisation), clean(contact)

    return Op("person.edit", {"person": person_id.hex}, work)


def withdraw_person(person_id: uuid.UUID) -> Op[None]:
    """Take a person off the team; what he did keeps his name."""

    def work(tx: Tx) -> None:
        fetch(tx, Person, person_id).withdrawn = True

    return Op("person.withdraw", {"person": person_id.hex}, work)


def add_unit(
    *,
    code: str,
    name: Bodies,
    kind: UnitKind = UnitKind.BRANCH,
    parent_id: uuid.UUID | None = None,
    in_sample: bool = True,
    why_not: str | None = None,
    weight: int = 1,
) -> Op[uuid.UUID]:
    """Add an audited unit; raises UserError ``bad_unit_code``, ``code_taken`` or ``bad_weight``."""
    code = check_unit_code(code)
    if not 1 <= weight <= 100:
        raise UserError("bad_weight", weight=weight)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        key = tx.natural_id("unit", code)
        row = tx.session.get(Unit, key)
        if row is not None and not row.withdrawn:
            raise UserError("code_taken", code=code)
        if row is None:
            position = len(tx.session.scalars(select(Unit.id)).all())
            row = Unit(id=key, code=code, position=position)
            tx.session.add(row)
        row.kind, row.parent_id, row.weight, row.withdrawn = kind, parent_id, weight, False
        row.in_sample, row.why_not = in_sample, clean(why_not)
        tx.session.flush()
        write_text(tx, key, "name", name)
        return key

    return Op("unit.add", {"code": code}, work)


def edit_unit(
    unit_id: uuid.UUID,
    *,
    name: Bodies,
    kind: UnitKind,
    parent_id: uuid.UUID | None,
    in_sample: bool,
    why_not: str | None,
    weight: int,
) -> Op[None]:
    """Change a unit; the code stays. Raises UserError ``unit_loop`` or ``bad_weight``."""
    if not 1 <= weight <= 100:
        raise UserError("bad_weight", weight=weight)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        row = fetch(tx, Unit, unit_id)
        _refuse_loop(tx, unit_id, parent_id)
        row.kind, row.parent_id, row.weight = kind, parent_id, weight
        row.in_sample, row.why_not = in_sample, clean(why_not)
        write_text(tx, unit_id, "name", name)

    return Op("unit.edit", {"unit": unit_id.hex}, work)


def withdraw_unit(unit_id: uuid.UUID) -> Op[None]:
    """Take a unit out of the audit; its answers stay in the file and no longer count."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        fetch(tx, Unit, unit_id).withdrawn = True

    return Op("unit.withdraw", {"unit": unit_id.hex}, work)


def freeze_pack(*, pack_id: str, version: int, content: bytes) -> Op[uuid.UUID]:
    """Take a pack into the file as it is now; ``content`` is its canonical JSON."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        key = tx.natural_id("pack", pack_id, str(version))
        row = tx.session.get(FrozenPack, key)
        if row is None:
            position = len(tx.session.scalars(select(FrozenPack.id)).all())
            row = FrozenPack(
                id=key, pack_id=pack_id, version=version, position=position, withdrawn=False
            )
            tx.session.add(row)
        row.sha256, row.withdrawn = tx.put_blob(content), False
        return key

    return Op("pack.freeze", {"pack": pack_id, "version": version}, work)


def set_unit_packs(unit_id: uuid.UUID, packs: Iterable[uuid.UUID]) -> Op[None]:
    """Say which frozen packs are asked in a unit."""
    wanted = set(packs)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        links = tx.session.scalars(select(UnitPack).where(UnitPack.unit_id == unit_id)).all()
        for link in links:
            if link.frozen_pack_id not in wanted:
                tx.session.delete(link)
        for pack in sorted(wanted - {link.frozen_pack_id for link in links}):
            key = tx.natural_id("unit_pack", unit_id, pack)
            tx.session.add(UnitPack(id=key, unit_id=unit_id, frozen_pack_id=pack))

    return Op("unit.set_packs", {"unit": unit_id.hex, "packs": sorted(p.hex for p in wanted)}, work)


def assign(
    questions: Iterable[str],
    unit_id: uuid.UUID,
    *,
    auditor_id: uuid.UUID | None,
    reviewer_id: uuid.UUID | None = None,
) -> Op[int]:
    """Give questions of a unit to an auditor and a reviewer; returns how many rows it set.

    Raises UserError ``own_reviewer``: nobody reviews his own work.
    """
    if auditor_id is not None and auditor_id == reviewer_id:
        raise UserError("own_reviewer")
    listed = sorted(set(questions))

    def work(tx: Tx) -> int:
        require_open(tx, Area.PLAN)
        for question in listed:
            key = tx.natural_id("assignment", question, unit_id)
            row = tx.session.get(Assignment, key)
            if row is None:
                row = Assignment(id=key, question_id=question, unit_id=unit_id)
                tx.session.add(row)
            row.auditor_id, row.reviewer_id = auditor_id, reviewer_id
        return len(listed)

    args = {"unit": unit_id.hex, "questions": listed, "auditor": hex_of(auditor_id)}
    return Op("assignment.set", args, work)


def _refuse_loop(tx: Tx, unit_id: uuid.UUID, parent_id: uuid.UUID | None) -> None:
    seen = {unit_id}
    above = parent_id
    while above is not None:
        if above in seen:
            raise UserError("unit_loop")
        seen.add(above)
        above = fetch(tx, Unit, above).parent_id
