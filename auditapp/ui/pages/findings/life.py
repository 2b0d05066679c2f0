"""Where a finding stands, for the life bar and the dialogs of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.finding_life import ANSWERED
from auditapp.domain.life import Need
from auditapp.domain.vocabulary import FindingState
from auditapp.ops import findings as ops
from auditapp.store.op import uuid7
from auditapp.ui.pages.records.stepping import Standing, day_of, line_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import StrEnum

    from auditapp.domain.life import Transition
    from auditapp.domain.vocabulary import Role
    from auditapp.ops.queries.findings import FindingDetail
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.records.stepping import Brought

_S = FindingState
PLACES: Final[Mapping[StrEnum, int]] = {
    _S.DRAFT: 0,
    _S.FACTS_CONFIRMED: 1,
    _S.PRESENTED: 2,
    _S.ACCEPTED: 3,
    _S.ACCEPTED_WITH_COMMENT: 3,
    _S.DISPUTED: 3,
    _S.ISSUED: 4,
    _S.CLOSED: 5,
}
_TEXTS: Final = {Need.RESPONSE: "response", Need.TEAM_ANSWER: "team_answer"}


def standing_of(detail: FindingDetail, role: Role | None) -> Standing:
    """What is given and what may come next."""
    record, texts = detail.record, detail.texts
    there: dict[Need, object] = {
        Need.FACTS_ROLE: record.facts_role,
        Need.FACTS_HOW: record.facts_how,
        Need.FACTS_ON: record.facts_on,
        Need.CONDITION: texts["condition"],
        Need.EVIDENCE: detail.evidence,
        Need.CRITERION: detail.criteria,
        Need.PRESENTED_ON: record.presented_on,
        Need.RESPONSE: texts["response"],
        Need.RESPONDED_ON: record.responded_on,
        Need.TEAM_ANSWER: texts["team_answer"],
        Need.FINAL_NUMBER: record.final_number,
        Need.ACTIONS_SETTLED: all(action.is_settled for action in detail.actions),
        Need.CLOSED_ON: record.closed_on,
    }
    values: dict[Need, str | date | None] = {
        Need.FACTS_ROLE: record.facts_role,
        Need.FACTS_HOW: record.facts_how,
        Need.FACTS_ON: record.facts_on,
        Need.PRESENTED_ON: record.presented_on,
        Need.RESPONDED_ON: record.responded_on,
        Need.RESPONSE: texts["response"].best(),
        Need.TEAM_ANSWER: texts["team_answer"].best(),
    }
    given = {need for need, value in there.items() if value}
    return Standing(record.state, PLACES, detail.steps, given, values, role)


def stops_of(detail: FindingDetail, context: AppContext) -> tuple[list[tuple[str, str]], int]:
    """The stops of the life bar with their days, and which one is reached."""
    record, texts = detail.record, context.texts
    answer = record.state if record.state in ANSWERED else _S.ACCEPTED
    issued = None if record.issued_at is None else record.issued_at.astimezone().date()
    listed = (
        (_S.DRAFT, record.raised_at.astimezone().date()),
        (_S.FACTS_CONFIRMED, record.facts_on),
        (_S.PRESENTED, record.presented_on),
        (answer, record.responded_on),
        (_S.ISSUED, issued),
        (_S.CLOSED, record.closed_on),
    )
    here = PLACES.get(record.state, -1)
    stops = [
        (texts.enum(state), "" if day is None or number > max(here, 0) else day.isoformat())
        for number, (state, day) in enumerate(listed)
    ]
    return stops, here


def take_step(
    context: AppContext, detail: FindingDetail, step: Transition[FindingState], brought: Brought
) -> bool:
    """Do a step with what its dialog brought, as one gesture; says whether it did."""
    gesture, finding = uuid7(), detail.row.id
    for need, name in _TEXTS.items():
        text = brought.get(need)
        printed = detail.texts[name]
        if isinstance(text, str) and text != printed.best():
            op = ops.set_finding_text(finding, name, {printed.main: text})
            if context.perform(op, gesture=gesture) is None:
                return False
    facts = ops.StepFacts(
        facts_role=line_of(brought, Need.FACTS_ROLE),
        facts_how=line_of(brought, Need.FACTS_HOW),
        facts_on=day_of(brought, Need.FACTS_ON),
        presented_on=day_of(brought, Need.PRESENTED_ON),
        responded_on=day_of(brought, Need.RESPONDED_ON),
        closed_on=day_of(brought, Need.CLOSED_ON),
        reason=line_of(brought, Need.REASON),
    )
    move = ops.move_finding(finding, step.after, facts)
    return context.perform(move, gesture=gesture) is not None
