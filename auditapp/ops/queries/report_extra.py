"""What the report page asks beside the model: signing, numbering, the audit's next states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Select, select, text

from auditapp.domain.action_life import FINAL as SETTLED
from auditapp.domain.audit_life import LIFE
from auditapp.domain.life import Need
from auditapp.domain.vocabulary import FindingState, Role, SignOffStage
from auditapp.ops.queries.people import PersonRow, load_people
from auditapp.ops.queries.plan import Frame, load_frame
from auditapp.ops.queries.signing import SignOffRow, load_sign_offs
from auditapp.ops.queries.trail_extra import Where
from auditapp.ops.signoffs import Subject
from auditapp.store.models import Action, Finding, Unit, UnitPack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import AuditState
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the audit stands on its way to being issued.

    ``given`` are the needs of its next steps that are there; the standing checks are not looked
    at here (``NO_BLOCKING_CHECKS``), and a reason is asked for when it is needed.
    """

    frame: Frame
    signs: tuple[SignOffRow, ...]
    people: Mapping[UUID, PersonRow]
    findings: int
    numbered: int
    given: frozenset[Need]

    @property
    def steps(self) -> tuple[Transition[AuditState], ...]:
        """The steps that leave the audit's state."""
        return LIFE.after(self.frame.state)

    def newest(self, stage: SignOffStage) -> SignOffRow | None:
        """The latest standing sign-off of a stage."""
        return next((row for row in reversed(self.signs) if row.stage is stage), None)

    def role_of(self, person: UUID | None) -> Role | None:
        """The role of a person."""
        found = None if person is None else self.people.get(person)
        return None if found is None else found.role

    def lacking(self, step: Transition[AuditState], *, blocking: int) -> list[Need]:
        """What a step still needs besides a reason."""
        open_needs = step.needs - self.given - {Need.REASON}
        if not blocking:
            open_needs -= {Need.NO_BLOCKING_CHECKS}
        return [need for need in Need if need in open_needs]


def signing(audit: AuditFile) -> Signing:
    """Sign-offs of the whole audit, final numbers, and what the next states need."""
    return audit.read(_signing)


def thing_by_number(audit: AuditFile, kind: str, number: str) -> Where | None:
    """The row of a thing that the report names by its number; the audit for what exists once."""
    queries = {
        "finding": "SELECT id FROM finding WHERE number = :n OR final_number = :n",
        "response": "SELECT id FROM finding WHERE number = :n OR final_number = :n",
        "action": "SELECT id FROM action WHERE number = :n",
        "evidence_item": "SELECT id FROM evidence WHERE number = :n",
        "picture": "SELECT id FROM evidence WHERE number = :n",
        "unit": "SELECT id FROM unit WHERE code = :n",
        "criterion": "SELECT id FROM criterion WHERE number = :n",
    }
    tables = {"response": "finding", "evidence_item": "evidence", "picture": "evidence"}
    query = queries.get(kind)
    if query is None:
        return Where("audit", audit.audit_id)

    def work(session: Session) -> Where | None:
        row = session.execute(text(query), {"n": number}).first()
        return None if row is None else Where(tables.get(kind, kind), UUID(bytes=row[0]))

    return audit.read(work)


def _signing(session: Session) -> Signing:
    people = load_people(session)
    rows = session.execute(select(Finding.state, Finding.final_number)).all()
    standing = [number for state, number in rows if state is not FindingState.WITHDRAWN]
    signs = tuple(row for row in load_sign_offs(session) if row.subject is Subject.AUDIT)

    def there(query: Select[Any]) -> bool:
        return session.scalars(query.limit(1)).first() is not None

    leads = any(it.role is Role.TEAM_LEADER and not it.withdrawn for it in people.values())
    found = {
        Need.UNITS: there(select(Unit.id).where(Unit.withdrawn.is_(False))),
        Need.PACKS: there(select(UnitPack.id)),
        Need.TEAM_LEADER: leads,
        Need.SIGNED_OFF: any(row.stage is SignOffStage.SIGNED_OFF for row in signs),
        Need.ACTIONS_SETTLED: not there(select(Action.id).where(Action.state.not_in(SETTLED))),
    }
    return Signing(
        load_frame(session),
        signs,
        people,
        len(standing),
        sum(1 for number in standing if number),
        frozenset(need for need, is_there in found.items() if is_there),
    )
