"""Corrections and corrective actions: the auditee's plan and proof, the auditor's verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from auditapp.domain.action_life import LIVES, check_edit, is_reopening
from auditapp.domain.audit_life import Area
from auditapp.domain.life import Need
from auditapp.domain.numbering import action_counter, action_number
from auditapp.domain.vocabulary import ActionKind, ActionState, Lang
from auditapp.errors import UserError
from auditapp.ops.support import (
    Bodies,
    actor_code,
    actor_role,
    clean,
    fetch,
    read_text,
    require_open,
    the_audit,
    write_text,
)
from auditapp.store.models import Action, ActionEvidence, Finding
from auditapp.store.op import Op, Tx

if TYPE_CHECKING:
    import uuid
    from datetime import date

AUDITEE_TEXTS = ("description", "root_cause", "proof")
AUDITOR_TEXTS = ("assessment", "verification")
ACTION_TEXTS = AUDITEE_TEXTS + AUDITOR_TEXTS


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """What the auditee says he will do."""

    kind: ActionKind
    description: dict[Lang, str | None] = field(default_factory=dict[Lang, str | None])
    owner: str | None = None
    due_on: date | None = None
    criterion: str | None = None


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What a step of an action's life may bring along; only what is given is written."""

    accepted_on: date | None = None
    done_on: date | None = None
    check_due_on: date | None = None
    criterion: str | None = None
    verified_on: date | None = None
    reason: str | None = None


def add_action(finding_id: uuid.UUID, plan: ActionPlan) -> Op[uuid.UUID]:
    """Record a correction or corrective action of a finding; gets the number A-<auditor><nn>."""

    def work(tx: Tx) -> uuid.UUID:
        require_open(tx, Area.ACTIONS)
        fetch(tx, Finding, finding_id)
        code = actor_code(tx)
        row = Action(
            id=tx.new_id(),
            number=action_number(code, tx.next_number(action_counter(code))),
            finding_id=finding_id,
            kind=plan.kind,
            state=ActionState.DRAFT,
            owner=clean(plan.owner),
            due_on=plan.due_on,
            first_due_on=plan.due_on,
            extensions=0,
            criterion=clean(plan.criterion),
            reopened=0,
            created_at=tx.at,
        )
        tx.session.add(row)
        tx.session.flush()
        write_text(tx, row.id, "description", plan.description)
        return row.id

    return Op("action.add", {"finding": finding_id.hex, "kind": plan.kind.value}, work)


def set_action_text(action_id: uuid.UUID, name: str, bodies: Bodies) -> Op[None]:
    """Set one of an action's printed texts (the auditee's or the auditor's)."""
    if name not in ACTION_TEXTS:
        msg = f"no text of an action: {name}"
        raise ValueError(msg)

    def work(tx: Tx) -> None:
        _editable(tx, action_id)
        write_text(tx, action_id, name, bodies)

    return Op("action.set_text", {"action": action_id.hex, "field": name}, work)


def set_owner(action_id: uuid.UUID, owner: str | None) -> Op[None]:
    """Name who of the auditee does it."""

    def work(tx: Tx) -> None:
        _editable(tx, action_id).owner = clean(owner)

    return Op("action.set_owner", {"action": action_id.hex}, work)


def set_due(action_id: uuid.UUID, due_on: date | None, *, reason: str | None = None) -> Op[None]:
    """Set the due date; moving it to later counts as an extension and needs a reason.

    Raises UserError ``extension_needs_reason`` (after the plan was accepted), ``not_editable``.
    """

    def work(tx: Tx) -> None:
        row = _editable(tx, action_id)
        later = row.due_on is not None and due_on is not None and due_on > row.due_on
        if later and row.state is not ActionState.DRAFT:
            if not clean(reason):
                raise UserError("extension_needs_reason")
            row.extensions += 1
            row.extension_reason = clean(reason)
        row.due_on = due_on
        row.first_due_on = row.first_due_on or due_on

    return Op("action.set_due", {"action": action_id.hex}, work)


def move_action(
    action_id: uuid.UUID, state: ActionState, facts: ActionFacts | None = None
) -> Op[ActionState]:
    """Lead an action to another state of its life; returns the state before.

    Raises UserError ``bad_transition``, ``wrong_side``, ``step_needs``.
    """
    brought = facts or ActionFacts()

    def work(tx: Tx) -> ActionState:
        require_open(tx, Area.ACTIONS)
        row = fetch(tx, Action, action_id)
        before = row.state
        _bring(tx, row, state, brought)
        given = _given(tx, row, brought)
        LIVES[row.kind].check(before, state, role=actor_role(tx), given=given)
        row.state = state
        row.reopened += is_reopening(before, state)
        if state is ActionState.CANCELLED:
            row.cancel_reason = clean(brought.reason)
        return before

    return Op("action.move", {"action": action_id.hex, "state": state.value}, work)


def _editable(tx: Tx, action_id: uuid.UUID) -> Action:
    row = fetch(tx, Action, action_id)
    check_edit(row.state, the_audit(tx).state)
    return row


def _bring(tx: Tx, row: Action, state: ActionState, facts: ActionFacts) -> None:
    row.done_on = facts.done_on or row.done_on
    row.check_due_on = facts.check_due_on or row.check_due_on
    row.criterion = clean(facts.criterion) or row.criterion
    if state is ActionState.ACCEPTED and facts.accepted_on is not None:
        row.accepted_on, row.accepted_by = facts.accepted_on, tx.actor_id
    if state is ActionState.ACTION_PLANNED:
        row.planned_on = row.planned_on or tx.at.astimezone().date()
    if state in {ActionState.EFFECTIVE, ActionState.INEFFECTIVE}:
        row.verified_on, row.verified_by = facts.verified_on, tx.actor_id


def _given(tx: Tx, row: Action, facts: ActionFacts) -> set[Need]:
    proofs = tx.session.scalar(
        select(func.count()).select_from(ActionEvidence).where(ActionEvidence.action_id == row.id)
    )
    there = {
        Need.REASON: clean(facts.reason),
        Need.DESCRIPTION: read_text(tx, row.id, "description"),
        Need.OWNER: row.owner,
        Need.DUE_ON: row.due_on,
        Need.ASSESSMENT: read_text(tx, row.id, "assessment"),
        Need.ACCEPTED_ON: row.accepted_on,
        Need.DONE_ON: row.done_on,
        Need.PROOF: proofs or read_text(tx, row.id, "proof"),
        Need.CAUSE: read_text(tx, row.id, "root_cause"),
        Need.CHECK_DUE_ON: row.check_due_on,
        Need.EFFECT_CRITERION: row.criterion,
        Need.VERIFIED_BY: row.verified_by,
        Need.VERIFIED_ON: row.verified_on,
        Need.VERIFICATION: read_text(tx, row.id, "verification"),
    }
    return {need for need, value in there.items() if value}
