"""Making an audit file from a whole plan: what the new-audit wizard collected, done through ops."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import EvidenceKind, Lang, Role, UnitKind
from auditapp.errors import UserError
from auditapp.ops import audits, criteria, evidence, plans, selection
from auditapp.store.audit_file import AuditFile
from auditapp.store.op import natural_id, uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from auditapp.ops.audits import NewAudit
    from auditapp.store.audit_file import Opening
    from auditapp.store.op import Op

AUDITING: Final = frozenset({Role.TEAM_LEADER, Role.AUDITOR, Role.TECHNICAL_EXPERT})
MAX_DAYS: Final = 60
"""So many days of a visit are filled with hours at most."""
REPORT_DAYS: Final = 10
"""Working days from the closing meeting to the report, unless the plan says otherwise."""


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """A person of the team."""

    code: str
    name: str
    role: Role
    organisation: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """A unit; ``parent`` is another unit's code, ``packs`` the ids of the packs asked there."""

    code: str
    name: dict[Lang, str | None]
    kind: UnitKind = UnitKind.BRANCH
    parent: str = ""
    in_sample: bool = True
    why_not: str | None = None
    weight: int = 1
    packs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPlan:
    """A pack to take into the file: its id, version and canonical JSON."""

    id: str
    version: int
    content: bytes


@dataclass(frozen=True, slots=True)
class PartPlan:
    """Questions of a unit with their auditor and reviewer, all by code."""

    unit: str
    questions: tuple[str, ...]
    auditor: str | None
    reviewer: str | None = None


@dataclass(frozen=True, slots=True)
class CardPlan:
    """The plan's decision on a library card."""

    card_id: str
    applies: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AdoptionPlan:
    """Proof that a standard was adopted; ``units`` by code, ``file`` becomes evidence."""

    standard: str
    document: str
    document_date: date | None
    clauses: tuple[str, ...]
    units: tuple[str, ...]
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class SetUp:
    """A whole plan; ``me`` is the code of the person who makes it, one of ``people``.

    ``facts`` of the organisation with their values. ``day_minutes``: what each person who audits
    has on each weekday on site, wherever it is needed.
    """

    audit: NewAudit
    me: str
    people: tuple[PersonPlan, ...]
    units: tuple[UnitPlan, ...]
    packs: tuple[PackPlan, ...] = ()
    parts: tuple[PartPlan, ...] = ()
    cards: tuple[CardPlan, ...] = ()
    adoptions: tuple[AdoptionPlan, ...] = field(default=())
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    day_minutes: int = 0


def weekdays_after(day: date, count: int) -> date:
    """The day that lies ``count`` working days (Monday to Friday, no holidays) after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5  # Saturday is 5
    return day


def parents_first(units: Sequence[UnitPlan]) -> list[UnitPlan]:
    """The units in an order in which every parent stands before its children.

    Raises UserError ``unknown_unit`` for a parent that is not listed, ``unit_loop``.
    """
    codes = {unit.code for unit in units}
    done: set[str] = set()
    ordered: list[UnitPlan] = []
    left = list(units)
    for unit in units:
        if unit.parent and unit.parent not in codes:
            raise UserError("unknown_unit", unit=unit.parent)
    while left:
        ready = [unit for unit in left if not unit.parent or unit.parent in done]
        if not ready:
            raise UserError("unit_loop")
        ordered += ready
        done |= {unit.code for unit in ready}
        left = [unit for unit in left if unit.code not in done]
    return ordered


def create_file(path: Path, opening: Opening, plan: SetUp) -> None:
    """Make the file with the whole plan in it; a half-made file is taken away.

    Raises what the ops raise (``bad_person_code``, ``code_taken``, ``unit_loop``,
    ``adoption_incomplete`` …) and what creating a file raises.
    """
    units = parents_first(plan.units)
    audit = AuditFile.create(path, opening)
    try:
        with audit:
            _Making(audit, plan).make(units)
    except BaseException:
        # The file is ours alone: it did not exist before.
        path.unlink(missing_ok=True)
        raise


class _Making:
    """One run over the plan. The frame and the acting person are made by nobody, so that no undo
    of this person can take the ground away from under the open audit."""

    def __init__(self, audit: AuditFile, plan: SetUp) -> None:
        self._audit = audit
        self._plan = plan
        self._me = self._id("person", plan.me)

    def make(self, units: Sequence[UnitPlan]) -> None:
        plan = self._plan
        self._audit.run(audits.create_audit(plan.audit), actor=None)
        for person in plan.people:
            self._add_person(person)
        gesture = uuid7()
        for unit in units:
            parent = self._id("unit", unit.parent) if unit.parent else None
            op = plans.add_unit(
                code=unit.code,
                name=unit.name,
                kind=unit.kind,
                parent_id=parent,
                in_sample=unit.in_sample,
                why_not=unit.why_not,
                weight=unit.weight,
            )
            self._do(op, gesture)
        self._add_packs(units)
        self._add_criteria()
        self._add_selection()
        gesture = uuid7()
        for part in plan.parts:
            op = plans.assign(
                part.questions,
                self._id("unit", part.unit),
                auditor_id=self._person(part.auditor),
                reviewer_id=self._person(part.reviewer),
            )
            self._do(op, gesture)

    def _add_person(self, person: PersonPlan) -> None:
        op = plans.add_person(
            code=person.code,
            name=person.name,
            role=person.role,
            organisation=person.organisation,
            contact=person.contact,
        )
        self._audit.run(op, actor=None if person.code == self._plan.me else self._me)

    def _add_packs(self, units: Sequence[UnitPlan]) -> None:
        gesture = uuid7()
        frozen = {
            pack.id: self._do(
                plans.freeze_pack(pack_id=pack.id, version=pack.version, content=pack.content),
                gesture,
            )
            for pack in self._plan.packs
        }
        for unit in units:
            chosen = [frozen[pack] for pack in unit.packs if pack in frozen]
            if chosen:
                self._do(plans.set_unit_packs(self._id("unit", unit.code), chosen), gesture)

    def _add_criteria(self) -> None:
        gesture = uuid7()
        for card in self._plan.cards:
            op = criteria.decide_card(card.card_id, applies=card.applies, reason=card.reason)
            self._do(op, gesture)
        for proof in self._plan.adoptions:
            op = criteria.add_adoption(
                standard=proof.standard,
                document=proof.document,
                document_date=proof.document_date,
                clauses=proof.clauses,
                units=[self._id("unit", code) for code in proof.units],
                evidence_id=self._add_document(proof, gesture),
            )
            self._do(op, gesture)

    def _add_selection(self) -> None:
        gesture, plan = uuid7(), self._plan
        for fact, values in plan.facts:
            self._do(selection.set_profile_fact(fact, values), gesture)
        first, last = plan.audit.dates.get("onsite_from"), plan.audit.dates.get("onsite_to")
        if not plan.day_minutes or first is None:
            return
        last = last or first
        days = [first + timedelta(days=n) for n in range(min((last - first).days + 1, MAX_DAYS))]
        for person in plan.people:
            for day in days:
                if person.role in AUDITING and day.weekday() < 5:  # Saturday is 5
                    op = selection.set_capacity(
                        self._id("person", person.code), day, minutes=plan.day_minutes
                    )
                    self._do(op, gesture)

    def _add_document(self, proof: AdoptionPlan, gesture: UUID) -> UUID | None:
        if proof.file is None:
            return None
        kind = EvidenceKind.DOCUMENT
        content = evidence.content_of_file(proof.file, kind=kind)
        facts = evidence.EvidenceFacts(title={self._plan.audit.main_lang: proof.document})
        return self._do(evidence.add_evidence(kind, facts, content), gesture)

    def _do(self, op: Op[Any], gesture: UUID) -> Any:
        return self._audit.run(op, actor=self._me, gesture=gesture).value

    def _person(self, code: str | None) -> UUID | None:
        return self._id("person", code) if code else None

    def _id(self, kind: str, code: str) -> UUID:
        return natural_id(self._audit.audit_id, kind, code)
