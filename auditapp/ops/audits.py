"""The audit itself: making it, its frame, its states."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from auditapp.domain.action_life import FINAL as SETTLED
from auditapp.domain.audit_life import LIFE, Area
from auditapp.domain.life import Need
from auditapp.domain.vocabulary import AuditState, Lang, Role, Sector, SignOffStage, TermSet
from auditapp.errors import UserError
from auditapp.ops.findings import issue_findings
from auditapp.ops.support import Bodies, actor_role, clean, require_open, the_audit, write_text
from auditapp.store.models import Action, Audit, Person, SignOff, Unit, UnitPack
from auditapp.store.op import Op, Tx

TEXT_FIELDS = (
    "title",
    "organisation",
    "client",
    "objectives",
    "scope",
    "methods",
    "confidentiality",
    "summary",
    "conclusion",
    "areas_not_covered",
)
"""The printed texts of an audit."""

DATE_FIELDS = (
    "period_from",
    "period_to",
    "onsite_from",
    "onsite_to",
    "closing_on",
    "report_due_on",
    "plan_due_on",
)


@dataclass(frozen=True, slots=True)
class NewAudit:
    """What must be known to make an audit file."""

    number: str
    main_lang: Lang = Lang.ZH
    second_lang: Lang | None = None
    sector: Sector = Sector.ALL
    jurisdiction: str = "CN"
    term_set: str = TermSet.SYSTEM_AUDIT.value
    is_example: bool = False
    texts: dict[str, Bodies] = field(default_factory=dict[str, Bodies])
    dates: dict[str, date | None] = field(default_factory=dict[str, date | None])


def create_audit(new: NewAudit) -> Op[None]:
    """The first step of every file: its audit row and what is already known of it."""

    def work(tx: Tx) -> None:
        tx.session.add(
            Audit(
                id=tx.audit_id,
                number=new.number.strip(),
                state=AuditState.PLANNED,
                sector=new.sector,
                jurisdiction=new.jurisdiction,
                main_lang=new.main_lang,
                second_lang=new.second_lang,
                term_set=new.term_set,
                is_example=new.is_example,
                created_at=tx.at,
                **_dates(new.dates),
            )
        )
        tx.session.flush()
        for name, bodies in new.texts.items():
            write_text(tx, tx.audit_id, _known(name), bodies)

    return Op("audit.create", {"number": new.number}, work)


def set_audit_text(name: str, bodies: Bodies) -> Op[None]:
    """Set one of the audit's printed texts in the given languages."""
    _known(name)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        write_text(tx, tx.audit_id, name, bodies)

    return Op("audit.set_text", {"field": name, "langs": sorted(bodies)}, work)


def set_frame(
    *,
    number: str | None = None,
    sector: Sector | None = None,
    jurisdiction: str | None = None,
    second_lang: Lang | None = None,
    drop_second_lang: bool = False,
    classification: str | None = None,
    term_set: TermSet | None = None,
) -> Op[None]:
    """Change the audit's number, sector, jurisdiction, second language, classification or words.

    What is not given stays. Sector and jurisdiction decide which laws bind.
    """

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        audit = the_audit(tx)
        given: dict[str, Any] = {
            "number": number,
            "sector": sector,
            "jurisdiction": jurisdiction,
            "second_lang": second_lang,
            "classification": classification,
            "term_set": None if term_set is None else term_set.value,
        }
        for name, value in given.items():
            if value is not None:
                setattr(audit, name, value)
        if drop_second_lang:
            audit.second_lang = None

    return Op("audit.set_frame", {}, work)


def set_dates(dates: dict[str, date | None]) -> Op[None]:
    """Set dates of the plan by name (``DATE_FIELDS``); raises ``dates_reversed``."""
    values = _dates(dates)

    def work(tx: Tx) -> None:
        require_open(tx, Area.PLAN)
        audit = the_audit(tx)
        for name, value in values.items():
            setattr(audit, name, value)
        for start, end in (("period_from", "period_to"), ("onsite_from", "onsite_to")):
            first, last = getattr(audit, start), getattr(audit, end)
            if first is not None and last is not None and last < first:
                raise UserError("dates_reversed", first=first, last=last)

    return Op("audit.set_dates", {"fields": sorted(values)}, work)


def set_state(
    state: AuditState, *, blocking_checks: int = 0, reason: str | None = None
) -> Op[None]:
    """Lead the audit to another state.

    ``blocking_checks`` is how many standing checks still block issuing. Raises UserError
    ``bad_transition``, ``wrong_side`` or ``step_needs``. Issuing is an op of its own code, because
    undo never crosses it.
    """

    def work(tx: Tx) -> None:
        audit = the_audit(tx)
        given = _given(tx, blocking_checks=blocking_checks, reason=reason)
        LIFE.check(audit.state, state, role=actor_role(tx), given=given)
        audit.state = state
        if state is AuditState.ISSUED:
            audit.issued_at = tx.at
            issue_findings(tx)

    code = "audit.issue" if state is AuditState.ISSUED else "audit.set_state"
    return Op(code, {"state": state.value}, work)


def _given(tx: Tx, *, blocking_checks: int, reason: str | None) -> set[Need]:
    def there(query: Select[Any]) -> bool:
        return tx.session.scalars(query.limit(1)).first() is not None

    settled = not there(select(Action.id).where(Action.state.not_in(SETTLED)))
    found = {
        Need.UNITS: there(select(Unit.id).where(Unit.withdrawn.is_(False))),
        Need.PACKS: there(select(UnitPack.id)),
        Need.TEAM_LEADER: there(select(Person.id).where(Person.role == Role.TEAM_LEADER)),
        Need.NO_BLOCKING_CHECKS: blocking_checks == 0,
        Need.SIGNED_OFF: there(
            select(SignOff.id).where(
                SignOff.subject_id == tx.audit_id,
                SignOff.stage == SignOffStage.SIGNED_OFF.value,
                SignOff.withdrawn.is_(False),
            )
        ),
        Need.ACTIONS_SETTLED: settled,
        Need.REASON: bool(clean(reason)),
    }
    return {need for need, is_there in found.items() if is_there}


def _dates(dates: dict[str, date | None]) -> dict[str, date | None]:
    unknown = set(dates) - set(DATE_FIELDS)
    if unknown:
        msg = f"no date fields of an audit: {sorted(unknown)}"
        raise ValueError(msg)
    return dict(dates)


def _known(name: str) -> str:
    if name not in TEXT_FIELDS:
        msg = f"no text of an audit: {name}"
        raise ValueError(msg)
    return name
