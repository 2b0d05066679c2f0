"""The lives of audits, findings and actions: what may follow, who may do it, what it needs."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from auditapp.domain import action_life, audit_life, finding_life
from auditapp.domain.audit_life import Area
from auditapp.domain.finding_life import Edit, Part
from auditapp.domain.life import Life, Need, Side
from auditapp.domain.vocabulary import ActionKind, ActionState, AuditState, FindingState, Role
from auditapp.errors import UserError

F, A, U = FindingState, ActionState, AuditState
ALL = frozenset(Need)
LIVES: list[tuple[Life, type, object]] = [
    (finding_life.LIFE, FindingState, F.DRAFT),
    (action_life.CORRECTIVE_LIFE, ActionState, A.DRAFT),
    (audit_life.LIFE, AuditState, U.PLANNED),
]


def reachable(life: Life, start: object) -> set[object]:
    seen, todo = {start}, [start]
    while todo:
        for step in life.after(todo.pop()):
            if step.after not in seen:
                seen.add(step.after)
                todo.append(step.after)
    return seen


@pytest.mark.parametrize(("life", "states", "start"), LIVES, ids=["finding", "action", "audit"])
def test_every_state_is_reached_and_no_step_is_given_twice(
    life: Life, states: type, start: object
) -> None:
    assert reachable(life, start) == set(states)  # type: ignore[call-overload]
    ends = [(step.before, step.after) for step in life.transitions]
    assert len(ends) == len(set(ends))
    assert all(step.before != step.after for step in life.transitions)


def test_a_correction_has_the_short_life() -> None:
    assert reachable(action_life.CORRECTION_LIFE, A.DRAFT) == {
        A.DRAFT,
        A.ACCEPTED,
        A.CORRECTION_DONE,
        A.EFFECTIVE,
        A.INEFFECTIVE,
        A.CANCELLED,
    }


def test_the_main_way_of_a_finding() -> None:
    way = [F.DRAFT, F.FACTS_CONFIRMED, F.PRESENTED, F.DISPUTED, F.ISSUED, F.CLOSED]
    for before, after in pairwise(way):
        finding_life.LIFE.check(before, after, role=Role.TEAM_LEADER, given=ALL)


def test_the_main_way_of_a_corrective_action() -> None:
    way = [
        A.DRAFT,
        A.ACCEPTED,
        A.CORRECTION_DONE,
        A.CAUSE_AGREED,
        A.ACTION_PLANNED,
        A.IMPLEMENTED,
        A.CHECK_DUE,
        A.INEFFECTIVE,
        A.ACTION_PLANNED,
        A.IMPLEMENTED,
        A.CHECK_DUE,
        A.EFFECTIVE,
    ]
    life = action_life.LIVES[ActionKind.CORRECTIVE_ACTION]
    for before, after in pairwise(way):
        life.check(before, after, role=Role.AUDITOR, given=ALL)


def test_steps_may_not_be_skipped() -> None:
    with pytest.raises(UserError) as caught:
        finding_life.LIFE.check(F.DRAFT, F.ISSUED, role=Role.TEAM_LEADER, given=ALL)
    assert caught.value.code == "bad_transition"
    assert caught.value.args_by_name == {"before": F.DRAFT, "after": F.ISSUED}


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(UserError) as caught:
        finding_life.LIFE.check(
            F.DRAFT, F.FACTS_CONFIRMED, role=Role.AUDITOR, given={Need.FACTS_ON, Need.CONDITION}
        )
    assert caught.value.code == "step_needs"
    assert caught.value.args_by_name["missing"] == [
        Need.FACTS_ROLE,
        Need.FACTS_HOW,
        Need.EVIDENCE,
    ]


def test_facts_are_confirmed_by_role_when_and_how() -> None:
    needs = finding_life.LIFE.find(F.DRAFT, F.FACTS_CONFIRMED).needs
    assert {Need.FACTS_ROLE, Need.FACTS_ON, Need.FACTS_HOW} <= needs


def test_a_dispute_needs_both_statements_before_it_is_issued() -> None:
    assert Need.RESPONSE in finding_life.LIFE.find(F.PRESENTED, F.DISPUTED).needs
    assert Need.TEAM_ANSWER in finding_life.LIFE.find(F.DISPUTED, F.ISSUED).needs


@pytest.mark.parametrize("life", [finding_life.LIFE, *action_life.LIVES.values()])
def test_withdrawing_and_cancelling_need_a_reason(life: Life) -> None:
    for step in life.transitions:
        if step.after in (F.WITHDRAWN, A.CANCELLED):
            assert Need.REASON in step.needs


@pytest.mark.parametrize("life", [finding_life.LIFE, *action_life.LIVES.values(), audit_life.LIFE])
def test_the_auditee_takes_its_own_steps_only_and_others_none(life: Life) -> None:
    for step in life.transitions:
        assert (Role.AUDITEE in step.roles) == (step.side is Side.AUDITEE)
        assert not step.roles & {Role.OBSERVER, Role.GUIDE, Role.TECHNICAL_EXPERT}
        assert Role.TEAM_LEADER in step.roles
    assert life.after(life.transitions[0].before, Role.OBSERVER) == ()


@pytest.mark.parametrize(
    ("role", "before", "after", "whose"),
    [
        (Role.AUDITEE, F.DRAFT, F.FACTS_CONFIRMED, Side.AUDITOR),
        (Role.OBSERVER, F.PRESENTED, F.ACCEPTED, Side.AUDITEE),
        (Role.AUDITOR, F.ACCEPTED, F.ISSUED, Role.TEAM_LEADER),
    ],
)
def test_the_wrong_side_is_told_whose_step_it_is(
    role: Role, before: FindingState, after: FindingState, whose: object
) -> None:
    with pytest.raises(UserError) as caught:
        finding_life.LIFE.check(before, after, role=role, given=ALL)
    assert caught.value.code == "wrong_side"
    assert caught.value.args_by_name["side"] is whose


def test_final_states() -> None:
    assert finding_life.LIFE.is_final(F.WITHDRAWN)
    assert not finding_life.LIFE.is_final(F.CLOSED)
    assert {state for state in A if action_life.is_settled(state)} == {A.EFFECTIVE, A.CANCELLED}


@pytest.mark.parametrize(
    ("state", "part", "audit", "rule"),
    [
        (F.DRAFT, Part.FACTS, U.FIELDWORK, Edit.FREE),
        (F.FACTS_CONFIRMED, Part.FACTS, U.FIELDWORK, Edit.RECONFIRM),
        (F.PRESENTED, Part.JUDGEMENT, U.REPORTING, Edit.FREE),
        (F.ISSUED, Part.FACTS, U.ISSUED, Edit.REVISION),
        (F.ISSUED, Part.JUDGEMENT, U.FOLLOW_UP, Edit.REVISION),
        (F.ISSUED, Part.RESPONSE, U.ISSUED, Edit.FREE),
        (F.DRAFT, Part.JUDGEMENT, U.ISSUED, Edit.REVISION),
        (F.DRAFT, Part.RESPONSE, U.ISSUED, Edit.FREE),
        (F.CLOSED, Part.RESPONSE, U.FOLLOW_UP, Edit.NO),
        (F.CLOSED, Part.JUDGEMENT, U.FOLLOW_UP, Edit.REVISION),
        (F.WITHDRAWN, Part.JUDGEMENT, U.FIELDWORK, Edit.NO),
        (F.WITHDRAWN, Part.JUDGEMENT, U.ISSUED, Edit.NO),
        (F.DRAFT, Part.FACTS, U.CLOSED, Edit.NO),
    ],
)
def test_what_is_editable(state: F, part: Part, audit: U, rule: Edit) -> None:
    assert finding_life.edit_rule(state, part, audit) is rule


def test_after_issue_only_a_revision_with_a_reason() -> None:
    for reason in (None, " "):
        with pytest.raises(UserError, match="revision_needs_reason"):
            finding_life.check_edit(F.ISSUED, Part.FACTS, U.ISSUED, reason=reason)
    rule = finding_life.check_edit(F.ISSUED, Part.FACTS, U.ISSUED, reason="typing error")
    assert rule is Edit.REVISION
    with pytest.raises(UserError, match="audit_closed_read_only"):
        finding_life.check_edit(F.ISSUED, Part.RESPONSE, U.CLOSED, reason="x")
    with pytest.raises(UserError, match="not_editable"):
        finding_life.check_edit(F.WITHDRAWN, Part.FACTS, U.FIELDWORK, reason="x")


def test_sides_of_a_finding_are_apart() -> None:
    assert [part for part in Part if finding_life.side_of(part) is Side.AUDITEE] == [Part.RESPONSE]


@pytest.mark.parametrize("state", list(U))
@pytest.mark.parametrize("area", list(Area))
def test_areas_of_an_audit(state: AuditState, area: Area) -> None:
    after_issue = area in (Area.RESPONSES, Area.ACTIONS, Area.PROOF, Area.FOLLOW_UP)
    expected = {U.CLOSED: False, U.ISSUED: after_issue, U.FOLLOW_UP: after_issue}.get(state, True)
    assert audit_life.may_change(state, area) is expected
    if expected:
        audit_life.check_change(state, area)
    else:
        with pytest.raises(UserError) as caught:
            audit_life.check_change(state, area)
        closed = state is U.CLOSED
        assert caught.value.code == f"audit_{'closed' if closed else 'issued'}_read_only"


def test_only_a_clean_signed_audit_is_issued_and_only_by_the_leader() -> None:
    step = audit_life.LIFE.find(U.REPORTING, U.ISSUED)
    assert step.needs == {Need.NO_BLOCKING_CHECKS, Need.SIGNED_OFF}
    assert step.roles == {Role.TEAM_LEADER}
    assert [state for state in U if audit_life.is_issued(state)] == [
        U.ISSUED,
        U.FOLLOW_UP,
        U.CLOSED,
    ]


DUE, BEFORE, AFTER = date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "state", "due", "overdue"),
    [
        (ActionKind.CORRECTIVE_ACTION, A.ACTION_PLANNED, BEFORE, True),
        (ActionKind.CORRECTIVE_ACTION, A.ACTION_PLANNED, DUE, False),
        (ActionKind.CORRECTIVE_ACTION, A.ACTION_PLANNED, None, False),
        (ActionKind.CORRECTIVE_ACTION, A.IMPLEMENTED, BEFORE, False),
        (ActionKind.CORRECTIVE_ACTION, A.CORRECTION_DONE, BEFORE, True),
        (ActionKind.CORRECTION, A.CORRECTION_DONE, BEFORE, False),
        (ActionKind.CORRECTION, A.INEFFECTIVE, BEFORE, True),
        (ActionKind.CORRECTION, A.CANCELLED, BEFORE, False),
    ],
)
def test_overdue(kind: ActionKind, state: A, due: date | None, overdue: bool) -> None:
    assert action_life.is_overdue(kind, state, due, DUE) is overdue


def test_effect_check_overdue() -> None:
    assert action_life.is_check_overdue(A.CHECK_DUE, BEFORE, DUE)
    assert not action_life.is_check_overdue(A.CHECK_DUE, DUE, DUE)
    assert not action_life.is_check_overdue(A.CHECK_DUE, None, DUE)
    assert not action_life.is_check_overdue(A.EFFECTIVE, BEFORE, DUE)


def test_settled_actions_are_read_only() -> None:
    action_life.check_edit(A.DRAFT, U.ISSUED)
    with pytest.raises(UserError, match="not_editable"):
        action_life.check_edit(A.EFFECTIVE, U.ISSUED)
    with pytest.raises(UserError, match="audit_closed"):
        action_life.check_edit(A.DRAFT, U.CLOSED)
    assert action_life.is_reopening(A.INEFFECTIVE, A.ACTION_PLANNED)
    assert not action_life.is_reopening(A.INEFFECTIVE, A.CANCELLED)
