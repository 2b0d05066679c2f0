"""The life of an audit, and what may change in which state.

From *issued* on everything but responses, actions, their proof and follow-up is read-only.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain.life import LEADER, Life, Need, step
from auditapp.domain.vocabulary import AuditState
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

_S = AuditState

LIFE: Final[Life[AuditState]] = Life(
    (
        step(_S.PLANNED, _S.FIELDWORK, Need.UNITS, Need.PACKS, Need.TEAM_LEADER),
        step(_S.FIELDWORK, _S.PLANNED, roles=LEADER),
        step(_S.FIELDWORK, _S.REPORTING),
        step(_S.REPORTING, _S.FIELDWORK),
        step(_S.REPORTING, _S.ISSUED, Need.NO_BLOCKING_CHECKS, Need.SIGNED_OFF, roles=LEADER),
        step(_S.ISSUED, _S.FOLLOW_UP),
        step(_S.ISSUED, _S.CLOSED, Need.ACTIONS_SETTLED, roles=LEADER),
        step(_S.FOLLOW_UP, _S.CLOSED, Need.ACTIONS_SETTLED, roles=LEADER),
        step(_S.CLOSED, _S.FOLLOW_UP, Need.REASON, roles=LEADER),
    )
)


class Area(StrEnum):
    """What an op changes, as far as the audit's state decides about it."""

    PLAN = "plan"
    ANSWERS = "answers"
    EVIDENCE = "evidence"
    FINDINGS = "findings"
    REPORT = "report"
    SIGN_OFF = "sign_off"
    RESPONSES = "responses"
    ACTIONS = "actions"
    PROOF = "proof"
    FOLLOW_UP = "follow_up"


_OPEN: Final = frozenset(Area)
_AFTER_ISSUE: Final = frozenset({Area.RESPONSES, Area.ACTIONS, Area.PROOF, Area.FOLLOW_UP})
_AREAS: Final[Mapping[AuditState, frozenset[Area]]] = {
    _S.PLANNED: _OPEN,
    _S.FIELDWORK: _OPEN,
    _S.REPORTING: _OPEN,
    _S.ISSUED: _AFTER_ISSUE,
    _S.FOLLOW_UP: _AFTER_ISSUE,
    _S.CLOSED: frozenset(),
}


def may_change(state: AuditState, area: Area) -> bool:
    """Whether an area can be changed in a state."""
    return area in _AREAS[state]


def check_change(state: AuditState, area: Area) -> None:
    """Refuse a change that the state does not allow.

    Raises UserError ``audit_issued_read_only`` or ``audit_closed_read_only``.
    """
    if may_change(state, area):
        return
    closed = state is AuditState.CLOSED
    raise UserError("audit_closed_read_only" if closed else "audit_issued_read_only")


def is_issued(state: AuditState) -> bool:
    """Whether the report is out: undo never goes back behind this."""
    return state in (AuditState.ISSUED, AuditState.FOLLOW_UP, AuditState.CLOSED)
