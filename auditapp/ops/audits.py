"""The audit itself: making it, its frame, its states."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from auditapp.domain.vocabulary import AuditState, Lang, Sector
from auditapp.errors import UserError
from auditapp.ops.support import Bodies, require_open, the_audit, write_text
from auditapp.store.models import Audit
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

_NEXT = {
    AuditState.PLANNED: {AuditState.FIELDWORK},
    AuditState.FIELDWORK: {AuditState.PLANNED, AuditState.REPORTING},
    AuditState.REPORTING: {AuditState.FIELDWORK, AuditState.ISSUED},
    AuditState.ISSUED: {AuditState.FOLLOW_UP, AuditState.CLOSED},
    AuditState.FOLLOW_UP: {AuditState.CLOSED},
    AuditState.CLOSED: {AuditState.FOLLOW_UP},
}


@dataclass(frozen=True, slots=True)
class NewAudit:
    """What must be known to make an audit file."""

    number: str
    main_lang: Lang = Lang.ZH
    second_lang: Lang | None = None
    sector: Sector = Sector.ALL
    jurisdiction: str = "CN"
    term_set: str = "system_audit"
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
        require_open(tx)
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
) -> Op[None]:
    """Change the audit's number, sector, jurisdiction, second language or classification.

    What is not given stays. Sector and jurisdiction decide which laws bind.
    """

    def work(tx: Tx) -> None:
        require_open(tx)
        audit = the_audit(tx)
        given: dict[str, Any] = {
            "number": number,
            "sector": sector,
            "jurisdiction": jurisdiction,
            "second_lang": second_lang,
            "classification": classification,
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
        require_open(tx)
        audit = the_audit(tx)
        for name, value in values.items():
            setattr(audit, name, value)
        for start, end in (("period_from", "period_to"), ("onsite_from", "onsite_to")):
            first, last = getattr(audit, start), getattr(audit, end)
            if first is not None and last is not None and last < first:
                raise UserError("dates_reversed", first=first, last=last)

    return Op("audit.set_dates", {"fields": sorted(values)}, work)


def set_state(state: AuditState) -> Op[None]:
    """Lead the audit to its next state; raises UserError ``bad_transition``.

    Issuing is an op of its own code, because undo never crosses it.
    """

    def work(tx: Tx) -> None:
        audit = the_audit(tx)
        if state not in _NEXT[audit.state]:
            raise UserError("bad_transition", **{"from": audit.state, "to": state})
        audit.state = state
        if state is AuditState.ISSUED:
            audit.issued_at = tx.at

    code = "audit.issue" if state is AuditState.ISSUED else "audit.set_state"
    return Op(code, {"state": state.value}, work)


def next_states(state: AuditState) -> frozenset[AuditState]:
    """Where an audit in this state can go."""
    return frozenset(_NEXT[state])


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
