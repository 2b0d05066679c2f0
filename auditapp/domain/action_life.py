"""The lives of corrections and corrective actions (domain notes §4.5).

A correction puts the case right; a corrective action removes the cause and is verified for effect.
Ineffective means back to planning, and it is counted as reopened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.life import Life, Need, Side, Transition, step
from auditapp.domain.vocabulary import ActionKind, ActionState, AuditState
from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_S = ActionState
_PLAN: Final = (Need.DESCRIPTION, Need.OWNER, Need.DUE_ON)
_VERDICT: Final = (Need.VERIFICATION, Need.VERIFIED_BY, Need.VERIFIED_ON)

FINAL: Final = frozenset({_S.EFFECTIVE, _S.CANCELLED})
#: The auditee still has to do something by the due date.
NOT_DONE: Final[Mapping[ActionKind, frozenset[ActionState]]] = {
    ActionKind.CORRECTION: frozenset({_S.DRAFT, _S.ACCEPTED, _S.INEFFECTIVE}),
    ActionKind.CORRECTIVE_ACTION: frozenset(
        {
            _S.DRAFT,
            _S.ACCEPTED,
            _S.CORRECTION_DONE,
            _S.CAUSE_AGREED,
            _S.ACTION_PLANNED,
            _S.INEFFECTIVE,
        }
    ),
}


def _cancelling(*states: ActionState) -> tuple[Transition[ActionState], ...]:
    return tuple(step(state, _S.CANCELLED, Need.REASON) for state in states)


CORRECTION_LIFE: Final[Life[ActionState]] = Life(
    (
        step(_S.DRAFT, _S.ACCEPTED, *_PLAN, Need.ACCEPTED_ON),
        step(_S.ACCEPTED, _S.DRAFT, Need.REASON),
        step(_S.ACCEPTED, _S.CORRECTION_DONE, Need.DONE_ON, Need.PROOF, side=Side.AUDITEE),
        step(_S.CORRECTION_DONE, _S.ACCEPTED, Need.REASON),
        step(_S.CORRECTION_DONE, _S.EFFECTIVE, *_VERDICT),
        step(_S.CORRECTION_DONE, _S.INEFFECTIVE, *_VERDICT),
        step(_S.INEFFECTIVE, _S.ACCEPTED, *_PLAN),
        step(_S.EFFECTIVE, _S.INEFFECTIVE, Need.REASON),
        *_cancelling(_S.DRAFT, _S.ACCEPTED, _S.CORRECTION_DONE, _S.INEFFECTIVE),
    )
)

CORRECTIVE_LIFE: Final[Life[ActionState]] = Life(
    (
        step(_S.DRAFT, _S.ACCEPTED, Need.DESCRIPTION, Need.OWNER, Need.ACCEPTED_ON),
        step(_S.ACCEPTED, _S.DRAFT, Need.REASON),
        step(_S.ACCEPTED, _S.CORRECTION_DONE, side=Side.AUDITEE),
        step(_S.ACCEPTED, _S.CAUSE_AGREED, Need.CAUSE),
        step(_S.CORRECTION_DONE, _S.CAUSE_AGREED, Need.CAUSE),
        step(_S.CAUSE_AGREED, _S.ACTION_PLANNED, *_PLAN, side=Side.AUDITEE),
        step(_S.ACTION_PLANNED, _S.CAUSE_AGREED, Need.REASON),
        step(_S.ACTION_PLANNED, _S.IMPLEMENTED, Need.DONE_ON, Need.PROOF, side=Side.AUDITEE),
        step(_S.IMPLEMENTED, _S.ACTION_PLANNED, Need.REASON),
        step(_S.IMPLEMENTED, _S.CHECK_DUE, Need.CHECK_DUE_ON, Need.EFFECT_CRITERION),
        step(_S.CHECK_DUE, _S.EFFECTIVE, *_VERDICT),
        step(_S.CHECK_DUE, _S.INEFFECTIVE, *_VERDICT),
        step(_S.INEFFECTIVE, _S.CAUSE_AGREED, Need.CAUSE),
        step(_S.INEFFECTIVE, _S.ACTION_PLANNED, *_PLAN, side=Side.AUDITEE),
        step(_S.EFFECTIVE, _S.INEFFECTIVE, Need.REASON),
        *_cancelling(
            _S.DRAFT,
            _S.ACCEPTED,
            _S.CORRECTION_DONE,
            _S.CAUSE_AGREED,
            _S.ACTION_PLANNED,
            _S.IMPLEMENTED,
            _S.CHECK_DUE,
            _S.INEFFECTIVE,
        ),
    )
)

LIVES: Final[Mapping[ActionKind, Life[ActionState]]] = {
    ActionKind.CORRECTION: CORRECTION_LIFE,
    ActionKind.CORRECTIVE_ACTION: CORRECTIVE_LIFE,
}


def is_settled(state: ActionState) -> bool:
    """Whether nothing is left to do: verified effective, or cancelled with a reason."""
    return state in FINAL


def is_reopening(before: ActionState, after: ActionState) -> bool:
    """Whether a step counts as reopened: work begins again after it was found ineffective."""
    return before is _S.INEFFECTIVE and after is not _S.CANCELLED


def is_overdue(kind: ActionKind, state: ActionState, due_on: date | None, today: date) -> bool:
    """Whether the due date has passed and the auditee has not reported it as done."""
    return due_on is not None and due_on < today and state in NOT_DONE[kind]


def is_check_overdue(state: ActionState, check_due_on: date | None, today: date) -> bool:
    """Whether the day of the effectiveness check has passed without a verdict."""
    return state is _S.CHECK_DUE and check_due_on is not None and check_due_on < today


def check_edit(state: ActionState, audit: AuditState) -> None:
    """Whether an action's fields can be edited: until it is settled, and the audit not closed.

    Raises UserError ``audit_closed_read_only`` or ``not_editable``.
    """
    if audit is AuditState.CLOSED:
        raise UserError("audit_closed_read_only")
    if state in FINAL:
        raise UserError("not_editable", state=state)
