"""Leading audits, findings and actions through their lives, by the ops that screens use."""

from __future__ import annotations

from datetime import date

import pytest

from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    AuditState,
    FindingState,
    Force,
    Grade,
    Lang,
    Result,
    SignOffStage,
)
from auditapp.errors import UserError
from auditapp.ops import actions, answers, audits, evidence, findings, plans, signoffs
from auditapp.store.models import Action, Audit, Finding
from tests.world import World, dump

DAY = date(2026, 11, 2)


def finding(world: World) -> Finding:
    found = world.audit.read(lambda session: session.get(Finding, world.finding))
    assert found is not None
    return found


def present(world: World) -> None:
    facts = findings.StepFacts(facts_role="班长", facts_how="当面", facts_on=DAY, presented_on=DAY)
    for state in (FindingState.FACTS_CONFIRMED, FindingState.PRESENTED):
        world.do(findings.move_finding(world.finding, state, facts))


def issue(world: World) -> None:
    world.do(plans.set_unit_packs(world.unit, [world.pack]))
    world.do(audits.set_state(AuditState.FIELDWORK))
    world.do(audits.set_state(AuditState.REPORTING))
    world.do(
        signoffs.sign(
            signoffs.Subject.AUDIT,
            world.audit.audit_id,
            SignOffStage.SIGNED_OFF,
            head=world.audit.head_hash(),
        ),
        world.leader,
    )
    world.do(audits.set_state(AuditState.ISSUED), world.leader)


def test_facts_are_confirmed_by_role_when_and_how(world: World) -> None:
    with pytest.raises(UserError, match="step_needs"):
        world.do(findings.move_finding(world.finding, FindingState.FACTS_CONFIRMED))
    present(world)
    assert finding(world).state is FindingState.PRESENTED
    assert finding(world).facts_role == "班长"


def test_a_dispute_needs_the_auditees_statement_and_keeps_both(world: World) -> None:
    present(world)
    disputed = findings.StepFacts(responded_on=DAY)
    with pytest.raises(UserError, match="step_needs"):
        world.do(findings.move_finding(world.finding, FindingState.DISPUTED, disputed))
    world.do(findings.set_finding_text(world.finding, "response", {Lang.ZH: "样本不具代表性"}))
    world.do(findings.move_finding(world.finding, FindingState.DISPUTED, disputed))
    assert finding(world).unresolved
    world.do(findings.set_finding_text(world.finding, "team_answer", {Lang.ZH: "维持"}))
    world.do(findings.number_findings(), world.leader)
    with pytest.raises(UserError, match="wrong_side"):
        world.do(findings.move_finding(world.finding, FindingState.ISSUED))
    world.do(findings.move_finding(world.finding, FindingState.ISSUED), world.leader)
    assert finding(world).unresolved
    assert finding(world).final_number == "A-1-NC-01"


def test_changed_facts_must_be_confirmed_again(world: World) -> None:
    present(world)
    world.do(findings.set_sample(world.finding, population=100, sample=59, deviations=3))
    assert finding(world).state is FindingState.DRAFT
    assert finding(world).facts_on is None


def test_guidance_alone_never_carries_a_nonconformity(world: World) -> None:
    new = findings.NewFinding(grade=Grade.MINOR, forces=frozenset({Force.GUIDANCE}))
    with pytest.raises(UserError, match="grade_above_force"):
        findings.raise_finding(new)
    before = dump(world.audit)
    with pytest.raises(UserError, match="grade_above_force"):
        world.do(
            findings.set_criteria(
                world.finding,
                own=[],
                cards=["iso10002-2018-7.2"],
                forces=frozenset({Force.GUIDANCE}),
            )
        )
    assert dump(world.audit) == before


@pytest.mark.parametrize(
    ("population", "sample", "deviations"), [(10, 20, 1), (100, 50, 51), (-1, None, None)]
)
def test_impossible_samples_are_refused(
    population: int, sample: int | None, deviations: int | None
) -> None:
    new = findings.NewFinding(
        grade=Grade.IMPROVEMENT,
        forces=frozenset({Force.GUIDANCE}),
        population=population,
        sample=sample,
        deviations=deviations,
    )
    with pytest.raises(UserError, match="sample_impossible"):
        findings.raise_finding(new)


def test_an_issued_audit_is_read_only_but_for_responses_and_actions(world: World) -> None:
    present(world)
    world.do(
        findings.move_finding(
            world.finding, FindingState.ACCEPTED, findings.StepFacts(responded_on=DAY)
        )
    )
    issue(world)
    assert finding(world).state is FindingState.ISSUED
    assert finding(world).final_number == "A-1-NC-01"
    with pytest.raises(UserError, match="audit_issued_read_only"):
        world.do(
            answers.set_result(question_id="Q-1", unit_id=world.unit, result=Result.CONFORMING)
        )
    with pytest.raises(UserError, match="audit_issued_read_only"):
        world.do(
            evidence.add_evidence(evidence.EvidenceKind.NOTE, evidence.EvidenceFacts(body="x"))
        )
    with pytest.raises(UserError, match="revision_needs_reason"):
        world.do(findings.set_finding_text(world.finding, "cause", {Lang.ZH: "新原因"}))
    world.do(
        findings.set_finding_text(
            world.finding, "cause", {Lang.ZH: "新原因"}, reason="补充调查结果"
        )
    )
    assert (finding(world).revision, finding(world).revision_reason) == (1, "补充调查结果")
    action = world.do(actions.add_action(world.finding, actions.ActionPlan(ActionKind.CORRECTION)))
    proof = evidence.EvidenceFacts(body="补登记截图说明")
    added = world.do(evidence.add_evidence(evidence.EvidenceKind.NOTE, proof, proves_action=action))
    assert added is not None


def test_issuing_needs_a_signed_off_report_and_no_blocking_check(world: World) -> None:
    world.do(plans.set_unit_packs(world.unit, [world.pack]))
    world.do(audits.set_state(AuditState.FIELDWORK))
    world.do(audits.set_state(AuditState.REPORTING))
    with pytest.raises(UserError, match="step_needs"):
        world.do(audits.set_state(AuditState.ISSUED, blocking_checks=2), world.leader)
    state = world.audit.read(lambda session: session.get(Audit, world.audit.audit_id).state)
    assert state is AuditState.REPORTING


def test_fieldwork_needs_packs(world: World) -> None:
    with pytest.raises(UserError, match="step_needs"):
        world.do(audits.set_state(AuditState.FIELDWORK))


def test_an_action_goes_from_plan_to_proof_and_back_when_ineffective(world: World) -> None:
    plan = actions.ActionPlan(
        ActionKind.CORRECTIVE_ACTION, {Lang.ZH: "改系统"}, owner="王", due_on=date(2026, 12, 1)
    )
    key = world.do(actions.add_action(world.finding, plan))

    def move(state: ActionState, **facts: object) -> None:
        world.do(actions.move_action(key, state, actions.ActionFacts(**facts)))

    move(ActionState.ACCEPTED, accepted_on=DAY)
    with pytest.raises(UserError, match="step_needs"):
        move(ActionState.CAUSE_AGREED)
    world.do(actions.set_action_text(key, "root_cause", {Lang.ZH: "流程缺口"}))
    move(ActionState.CAUSE_AGREED)
    move(ActionState.ACTION_PLANNED)
    with pytest.raises(UserError, match="extension_needs_reason"):
        world.do(actions.set_due(key, date(2027, 1, 15)))
    world.do(actions.set_due(key, date(2027, 1, 15), reason="系统上线推迟"))
    world.do(actions.set_action_text(key, "proof", {Lang.ZH: "上线单"}))
    move(ActionState.IMPLEMENTED, done_on=date(2027, 1, 10))
    move(ActionState.CHECK_DUE, check_due_on=date(2027, 4, 10), criterion="59 件零漏登")
    world.do(actions.set_action_text(key, "verification", {Lang.ZH: "仍漏登 1 件"}))
    move(ActionState.INEFFECTIVE, verified_on=date(2027, 4, 12))
    move(ActionState.CAUSE_AGREED)
    row = world.audit.read(lambda session: session.get(Action, key))
    assert row is not None
    assert (row.extensions, row.reopened, row.first_due_on) == (1, 1, date(2026, 12, 1))
    assert row.verified_by == world.auditor


def test_nobody_reviews_his_own_work(world: World) -> None:
    review = signoffs.sign(signoffs.Subject.ANSWER, world.answer, SignOffStage.REVIEWED, head="00")
    with pytest.raises(UserError, match="own_reviewer"):
        world.do(review)
    world.do(review, world.leader)
    with pytest.raises(UserError, match="own_reviewer"):
        plans.assign(["Q-1"], world.unit, auditor_id=world.leader, reviewer_id=world.leader)


def test_what_a_sign_off_covers_tells_of_later_changes(world: World) -> None:
    def covered() -> str:
        return world.audit.read(
            lambda session: signoffs.covered_hash(session, signoffs.Subject.ANSWER, world.answer)
        )

    before = covered()
    world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note="后来改的"))
    assert covered() != before
    world.audit.undo(world.auditor)
    assert covered() == before


def test_not_applicable_needs_a_reason_and_keeps_it(world: World) -> None:
    def set_na(reason: str | None) -> answers.ResultSet:
        return world.do(
            answers.set_result(
                question_id="Q-4",
                unit_id=world.unit,
                result=Result.NOT_APPLICABLE,
                reason=reason,
            )
        )

    with pytest.raises(UserError, match="na_needs_reason"):
        set_na(" ")
    assert set_na("无外包").now is Result.NOT_APPLICABLE
    assert set_na(None).was is Result.NOT_APPLICABLE


def test_the_degree_of_fulfilment_follows_the_result_unless_set_by_hand(world: World) -> None:
    def degree() -> int | None:
        from auditapp.store.models import Answer

        return world.audit.read(lambda session: session.get(Answer, world.answer).fulfilment)

    def set_to(result: Result) -> None:
        world.do(answers.set_result(question_id="Q-1", unit_id=world.unit, result=result))

    assert degree() == 1
    set_to(Result.CONFORMING)
    assert degree() == 3
    world.do(answers.set_fulfilment(question_id="Q-1", unit_id=world.unit, degree=1))
    set_to(Result.IMPROVEMENT)
    assert degree() == 1
    with pytest.raises(UserError, match="bad_fulfilment"):
        answers.set_fulfilment(question_id="Q-1", unit_id=world.unit, degree=4)
