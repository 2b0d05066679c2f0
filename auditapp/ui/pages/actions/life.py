"""Where an action stands, for the life bar and the dialogs of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.life import Need
from auditapp.domain.vocabulary import ActionKind, ActionState
from auditapp.ops import actions as ops
from auditapp.store.op import uuid7
from auditapp.ui.pages.records.stepping import Standing, day_of, line_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import StrEnum

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Role
    from auditapp.ops.queries.actions import ActionDetail
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.records.stepping import Brought

_S = ActionState
_PATHS: Final[Mapping[ActionKind, tuple[ActionState, ...]]] = {
    ActionKind.CORRECTION: (_S.DRAFT, _S.ACCEPTED, _S.CORRECTION_DONE, _S.EFFECTIVE),
    ActionKind.CORRECTIVE_ACTION: (
        _S.DRAFT,
        _S.ACCEPTED,
        _S.CORRECTION_DONE,
        _S.CAUSE_AGREED,
        _S.ACTION_PLANNED,
        _S.IMPLEMENTED,
        _S.CHECK_DUE,
        _S.EFFECTIVE,
    ),
}
_TEXTS: Final = {Need.ASSESSMENT: "assessment", Need.VERIFICATION: "verification"}


def places_of(kind: ActionKind) -> Mapping[StrEnum, int]:
    """How far along each state of a kind is; ineffective ends where effective does."""
    places: dict[StrEnum, int] = {state: n for n, state in enumerate(_PATHS[kind])}
    places[_S.INEFFECTIVE] = places[_S.EFFECTIVE]
    return places


def standing_of(detail: ActionDetail, role: Role | None) -> Standing:
    """What is given and what may come next."""
    record, texts = detail.record, detail.texts
    there: dict[Need, object] = {
        Need.DESCRIPTION: texts["description"],
        Need.OWNER: record.owner,
        Need.DUE_ON: record.due_on,
        Need.ASSESSMENT: texts["assessment"],
        Need.ACCEPTED_ON: record.accepted_on,
        Need.DONE_ON: record.done_on,
        Need.PROOF: detail.proofs or texts["proof"],
        Need.CAUSE: texts["root_cause"],
        Need.CHECK_DUE_ON: record.check_due_on,
        Need.EFFECT_CRITERION: record.criterion,
        Need.VERIFIED_ON: record.verified_on,
        Need.VERIFICATION: texts["verification"],
    }
    values: dict[Need, str | date | None] = {
        Need.ACCEPTED_ON: record.accepted_on,
        Need.DONE_ON: record.done_on,
        Need.CHECK_DUE_ON: record.check_due_on,
        Need.EFFECT_CRITERION: record.criterion,
        Need.VERIFICATION: texts["verification"].best(),
    }
    return Standing(
        record.state,
        places_of(record.kind),
        detail.steps,
        {need for need, value in there.items() if value},
        values,
        role,
        again=record.state is _S.INEFFECTIVE,
    )


def stops_of(detail: ActionDetail, context: AppContext) -> tuple[list[tuple[str, str]], int]:
    """The stops of the life bar with their days, and which one is reached."""
    record, texts = detail.record, context.texts
    days = {
        _S.DRAFT: record.created_at.astimezone().date(),
        _S.ACCEPTED: record.accepted_on,
        _S.ACTION_PLANNED: record.planned_on,
        _S.CORRECTION_DONE: record.done_on if record.kind is ActionKind.CORRECTION else None,
        _S.IMPLEMENTED: record.done_on,
        _S.CHECK_DUE: record.check_due_on,
        _S.EFFECTIVE: record.verified_on,
    }
    here = places_of(record.kind).get(record.state, -1)
    stops: list[tuple[str, str]] = []
    for number, state in enumerate(_PATHS[record.kind]):
        shown = record.state if number == here else state
        day = days.get(state) if number <= here else None
        stops.append((texts.enum(shown), "" if day is None else day.isoformat()))
    return stops, here


def take_step(
    context: AppContext, detail: ActionDetail, step: Transition[ActionState], brought: Brought
) -> bool:
    """Do a step with what its dialog brought, as one gesture; says whether it did."""
    gesture, action = uuid7(), detail.row.id
    for need, name in _TEXTS.items():
        text = brought.get(need)
        printed = detail.texts[name]
        if isinstance(text, str) and text != printed.best():
            op = ops.set_action_text(action, name, {printed.main: text})
            if context.perform(op, gesture=gesture) is None:
                return False
    facts = ops.ActionFacts(
        accepted_on=day_of(brought, Need.ACCEPTED_ON),
        done_on=day_of(brought, Need.DONE_ON),
        check_due_on=day_of(brought, Need.CHECK_DUE_ON),
        criterion=line_of(brought, Need.EFFECT_CRITERION),
        verified_on=day_of(brought, Need.VERIFIED_ON),
        reason=line_of(brought, Need.REASON),
    )
    move = ops.move_action(action, step.after, facts)
    return context.perform(move, gesture=gesture) is not None
