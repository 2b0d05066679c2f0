"""What binds the auditee: own rules, decisions on library cards, adoption of the standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.audit_life import Area
from auditapp.domain.vocabulary import Force, Lang, TargetKind
from auditapp.errors import UserError
from auditapp.ops.support import actor_code, clean, fetch, require_open, write_text
from auditapp.store.models import Adoption, AdoptionUnit, CardDecision, Criterion, CriterionLink
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable
    from datetime import date

OWN_FORCES = (Force.OWN_PROCEDURE, Force.CONTRACT, Force.REGULATOR, Force.LAW, Force.TEMPLATE)
"""Forces that a rule typed in by an auditor may have."""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of the auditee as it is typed in."""

    document: str
    force: Force = Force.OWN_PROCEDURE
    document_number: str | None = None
    document_version: str | None = None
    document_date: date | None = None
    article: str | None = None
    wording: dict[Lang, str | None] = field(default_factory=dict[Lang, str | None])
    evidence_id: uuid.UUID | None = None


def add_criterion(rule: OwnRule) -> Op[uuid.UUID]:
    """Add the auditee's own rule; gets the number C-<auditor><nn>.

    Raises UserError ``document_needed`` or ``bad_force``.
    """
    _check(rule)

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        code = actor_code(tx)
        number = f"C-{code}{tx.next_number(f'criterion:{code}'):02d}"
        row = Criterion(id=tx.new_id(), number=number, withdrawn=False, added_by=tx.actor_id)
        _fill(row, rule)
        tx.session.add(row)
        tx.session.flush()
        write_text(tx, row.id, "wording", rule.wording)
        return row.id

    return Op("criterion.add", {"force": rule.force.value}, work)


def edit_criterion(criterion_id: uuid.UUID, rule: OwnRule) -> Op[None]:
    """Change an own rule; raises as ``add_criterion`` does."""
    _check(rule)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        _fill(fetch(tx, Criterion, criterion_id), rule)
        write_text(tx, criterion_id, "wording", rule.wording)

    return Op("criterion.edit", {"criterion": criterion_id.hex}, work)


def withdraw_criterion(criterion_id: uuid.UUID) -> Op[None]:
    """Take an own rule out of use; findings that cite it keep it."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        fetch(tx, Criterion, criterion_id).withdrawn = True

    return Op("criterion.withdraw", {"criterion": criterion_id.hex}, work)


def link_criterion(criterion_id: uuid.UUID, targets: Iterable[tuple[TargetKind, str]]) -> Op[None]:
    """Say which questions and clauses an own rule serves: exactly these."""
    wanted = set(targets)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        links = tx.session.scalars(
            select(CriterionLink).where(CriterionLink.criterion_id == criterion_id)
        ).all()
        for link in links:
            if (link.kind, link.target) not in wanted:
                tx.session.delete(link)
        for kind, target in sorted(wanted - {(link.kind, link.target) for link in links}):
            key = tx.natural_id("criterion_link", criterion_id, kind.value, target)
            tx.session.add(
                CriterionLink(id=key, criterion_id=criterion_id, kind=kind, target=target)
            )

    args = {
        "criterion": criterion_id.hex,
        "targets": sorted(f"{kind.value}:{target}" for kind, target in wanted),
    }
    return Op("criterion.link", args, work)


def decide_card(card_id: str, *, applies: bool, reason: str | None = None) -> Op[None]:
    """Decide whether a library card applies in this audit."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        key = tx.natural_id("card", card_id)
        row = tx.session.get(CardDecision, key)
        if row is None:
            row = CardDecision(id=key, card_id=card_id)
            tx.session.add(row)
        row.applies, row.reason = applies, clean(reason)

    return Op("card.decide", {"card": card_id, "applies": applies}, work)


def add_adoption(
    *,
    standard: str,
    document: str,
    document_date: date | None,
    clauses: Iterable[str],
    units: Iterable[uuid.UUID],
    evidence_id: uuid.UUID | None = None,
) -> Op[uuid.UUID]:
    """Record the proof that management adopted a standard as criteria.

    It needs document, date, clauses and units: adopted is not a tick box. Raises UserError
    ``adoption_incomplete``.
    """
    listed, covered = sorted(set(clauses)), sorted(set(units))
    if not document.strip() or document_date is None or not listed or not covered:
        raise UserError("adoption_incomplete")

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.PLAN)
        row = Adoption(
            id=tx.new_id(),
            standard=standard,
            document=document.strip(),
            document_date=document_date,
            clauses=" ".join(listed),
            evidence_id=evidence_id,
            withdrawn=False,
        )
        tx.session.add(row)
        tx.session.flush()
        for unit_id in covered:
            key = tx.natural_id("adoption_unit", row.id, unit_id)
            tx.session.add(AdoptionUnit(id=key, adoption_id=row.id, unit_id=unit_id))
        return row.id

    return Op("adoption.add", {"standard": standard, "clauses": listed}, work)


def withdraw_adoption(adoption_id: uuid.UUID) -> Op[None]:
    """Take back a proof of adoption."""

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        fetch(tx, Adoption, adoption_id).withdrawn = True

    return Op("adoption.withdraw", {"adoption": adoption_id.hex}, work)


def _check(rule: OwnRule) -> None:
    if not rule.document.strip():
        raise UserError("document_needed")
    if rule.force not in OWN_FORCES:
        raise UserError("bad_force", force=rule.force)


def _fill(row: Criterion, rule: OwnRule) -> None:
    row.force, row.document = rule.force, rule.document.strip()
    row.document_number = clean(rule.document_number)
    row.document_version = clean(rule.document_version)
    row.document_date, row.article = rule.document_date, clean(rule.article)
    row.evidence_id = rule.evidence_id
