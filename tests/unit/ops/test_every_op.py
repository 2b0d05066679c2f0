"""Every op: run, undo (all as before), redo (all as after), and its step says what changed."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditapp import ops
from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    EvidenceKind,
    FindingState,
    Force,
    Grade,
    Lang,
    Nature,
    PersonalData,
    Result,
    Role,
    Sector,
    SignOffStage,
    TargetKind,
    UnitKind,
)
from auditapp.ops import (
    actions,
    answers,
    audits,
    conflicts,
    criteria,
    evidence,
    findings,
    plans,
    selection,
    signoffs,
    taxonomies,
    upgrade,
)
from auditapp.packs.freeze import freeze
from auditapp.store.op import Op
from auditapp.texts.catalogue import load
from tests.bench.made_pack import both, made_cards, made_pack
from tests.unit.ops import ticket_cases
from tests.world import World, dump

if TYPE_CHECKING:
    import uuid

Case = Callable[[World], Op[object]]


def _action(world: World) -> uuid.UUID:
    plan = actions.ActionPlan(
        ActionKind.CORRECTION, {Lang.ZH: "补登记"}, owner="王", due_on=date(2026, 12, 1)
    )
    return world.do(actions.add_action(world.finding, plan))


def _settled_finding(world: World) -> None:
    facts = findings.StepFacts(facts_role="班长", facts_how="当面", facts_on=date(2026, 11, 2))
    world.do(findings.move_finding(world.finding, FindingState.FACTS_CONFIRMED, facts))


def _linked_evidence(world: World) -> uuid.UUID:
    return world.do(evidence.add_evidence(EvidenceKind.NOTE, evidence.EvidenceFacts(body="第二条")))


def _asked_again(world: World) -> Op[int]:
    world.do(selection.leave_out(["Q-1"], world.unit, reason=LeftOutReason.LOW_RISK))
    return selection.ask_again(["Q-1", "Q-7"], world.unit)


def _upgrade(world: World) -> Op[upgrade.Upgraded]:
    world.do(plans.set_unit_packs(world.unit, [world.pack]))
    newer = made_pack("P01", 12, version=2)
    first = newer.questions[0]
    changed = replace(first, rating=replace(first.rating, measure=both(7, "new")))
    answers_it = answers.set_result(question_id=first.id, unit_id=world.unit, result=Result.MINOR)
    world.do(answers_it)
    content = freeze(replace(newer, questions=(changed, *newer.questions[1:])), made_cards())
    decisions = {first.id: upgrade.Decision.REOPEN}
    return upgrade.upgrade_pack(world.pack, content=content, decisions=decisions)


CASES: dict[str, tuple[str, Case]] = {
    "audits.set_audit_text": (
        "text",
        lambda w: audits.set_audit_text("scope", {Lang.ZH: "范围", Lang.EN: "Scope"}),
    ),
    "audits.set_frame": ("audit", lambda w: audits.set_frame(sector=Sector.TELECOM)),
    "audits.set_dates": ("audit", lambda w: audits.set_dates({"closing_on": date(2026, 11, 20)})),
    "plans.add_person": (
        "person",
        lambda w: plans.add_person(code="CH", name="Chen", role=Role.AUDITOR),
    ),
    "plans.edit_person": (
        "person",
        lambda w: plans.edit_person(w.auditee, name="Zhou", role=Role.GUIDE),
    ),
    "plans.withdraw_person": ("person", lambda w: plans.withdraw_person(w.auditee)),
    "plans.add_unit": ("unit", lambda w: plans.add_unit(code="WZ", name={Lang.ZH: "温州"})),
    "plans.edit_unit": (
        "unit",
        lambda w: plans.edit_unit(
            w.unit,
            name={Lang.ZH: "杭州分公司"},
            kind=UnitKind.OUTLET,
            parent_id=w.other_unit,
            in_sample=True,
            why_not=None,
            weight=3,
        ),
    ),
    "plans.withdraw_unit": ("unit", lambda w: plans.withdraw_unit(w.other_unit)),
    "plans.freeze_pack": (
        "frozen_pack",
        lambda w: plans.freeze_pack(pack_id="P02", version=1, content=b'{"p":2}'),
    ),
    "plans.set_unit_packs": ("unit_pack", lambda w: plans.set_unit_packs(w.unit, [w.pack])),
    "plans.assign": (
        "assignment",
        lambda w: plans.assign(["Q-1", "Q-2"], w.unit, auditor_id=w.auditor, reviewer_id=w.leader),
    ),
    "selection.set_profile_fact": (
        "profile_fact",
        lambda w: selection.set_profile_fact("regime", ["uk_finance", "hk_bank"]),
    ),
    "selection.leave_out": (
        "left_out",
        lambda w: selection.leave_out(
            ["Q-1", "Q-2"], w.unit, reason=LeftOutReason.OTHER, note="外审已查"
        ),
    ),
    "taxonomies.set_value": (
        "taxonomy_value",
        lambda w: taxonomies.set_value(
            "causes",
            "robot_loop",
            names={Lang.ZH: "机器人循环", Lang.EN: "Robot loop"},
            parent="service",
        ),
    ),
    "taxonomies.hide_value": (
        "taxonomy_value",
        lambda w: taxonomies.hide_value("causes", "unknown"),
    ),
    "upgrade.upgrade_pack": ("frozen_pack", _upgrade),
    "selection.settle": (
        "left_out",
        lambda w: selection.settle([("Q-1", w.unit), ("Q-1", w.other_unit)], [("Q-2", w.unit)]),
    ),
    "selection.ask_again": ("left_out", _asked_again),
    "selection.set_capacity": (
        "capacity",
        lambda w: selection.set_capacity(w.auditor, date(2026, 11, 3), minutes=420, unit_id=w.unit),
    ),
    "selection.set_volume": ("unit_volume", lambda w: selection.set_volume(w.unit, 18000)),
    "criteria.add_criterion": (
        "criterion",
        lambda w: criteria.add_criterion(
            criteria.OwnRule(
                document="时限规定", article="第八条", wording={Lang.ZH: "24 小时内联系"}
            )
        ),
    ),
    "criteria.edit_criterion": (
        "criterion",
        lambda w: criteria.edit_criterion(
            w.criterion, criteria.OwnRule(document="投诉管理办法", document_version="2.0")
        ),
    ),
    "criteria.withdraw_criterion": (
        "criterion",
        lambda w: criteria.withdraw_criterion(w.criterion),
    ),
    "criteria.link_criterion": (
        "criterion_link",
        lambda w: criteria.link_criterion(
            w.criterion, [(TargetKind.QUESTION, "Q-1"), (TargetKind.CLAUSE, "7.2")]
        ),
    ),
    "criteria.decide_card": (
        "card_decision",
        lambda w: criteria.decide_card("cn-cpl-art17", applies=True, reason="in scope"),
    ),
    "criteria.add_adoption": (
        "adoption",
        lambda w: criteria.add_adoption(
            standard="ISO 10002:2018",
            document="Minutes",
            document_date=date(2026, 1, 5),
            clauses=["7.1"],
            units=[w.unit, w.other_unit],
        ),
    ),
    "criteria.withdraw_adoption": (
        "adoption",
        lambda w: criteria.withdraw_adoption(w.adoption),
    ),
    "answers.set_result": (
        "answer",
        lambda w: answers.set_result(question_id="Q-2", unit_id=w.unit, result=Result.CONFORMING),
    ),
    "answers.set_fulfilment": (
        "answer",
        lambda w: answers.set_fulfilment(question_id="Q-1", unit_id=w.unit, degree=2),
    ),
    "answers.set_note": (
        "answer",
        lambda w: answers.set_note(question_id="Q-1", unit_id=w.unit, note="访谈两人"),
    ),
    "answers.set_observed_on": (
        "answer",
        lambda w: answers.set_observed_on(
            question_id="Q-1", unit_id=w.unit, observed_on=date(2026, 11, 1)
        ),
    ),
    "answers.set_maturity": (
        "maturity",
        lambda w: answers.set_maturity(domain="timeliness", unit_id=None, level=3),
    ),
    "evidence.add_evidence": (
        "evidence",
        lambda w: evidence.add_evidence(
            EvidenceKind.FILE,
            evidence.EvidenceFacts(title={Lang.ZH: "日志"}),
            evidence.content_of_bytes(b"log", "log.txt", kind=EvidenceKind.FILE),
            answers=[("Q-1", w.unit), ("Q-9", w.other_unit)],
        ),
    ),
    "evidence.edit_evidence": (
        "evidence",
        lambda w: evidence.edit_evidence(
            w.evidence, evidence.EvidenceFacts(body="更正", title={Lang.ZH: "更正记录"})
        ),
    ),
    "evidence.set_evidence_title": (
        "text",
        lambda w: evidence.set_evidence_title(w.evidence, {Lang.EN: "Note"}),
    ),
    "evidence.mark_personal_data": (
        "evidence",
        lambda w: evidence.mark_personal_data(w.evidence, PersonalData.YES),
    ),
    "evidence.withdraw_evidence": (
        "evidence",
        lambda w: evidence.withdraw_evidence(w.evidence, "重复"),
    ),
    "evidence.link_to_answer": (
        "answer_evidence",
        lambda w: evidence.link_to_answer(w.evidence, "Q-3", w.unit),
    ),
    "evidence.unlink_from_answer": (
        "answer_evidence",
        lambda w: evidence.unlink_from_answer(w.evidence, "Q-1", w.unit),
    ),
    "evidence.link_to_finding": (
        "finding_evidence",
        lambda w: evidence.link_to_finding(_linked_evidence(w), w.finding),
    ),
    "evidence.unlink_from_finding": (
        "finding_evidence",
        lambda w: evidence.unlink_from_finding(w.evidence, w.finding),
    ),
    "evidence.link_to_action": (
        "action_evidence",
        lambda w: evidence.link_to_action(w.evidence, _action(w)),
    ),
    "findings.raise_finding": (
        "finding",
        lambda w: findings.raise_finding(
            findings.NewFinding(
                grade=Grade.IMPROVEMENT,
                forces=frozenset({Force.GUIDANCE}),
                answer_id=w.answer,
                cards=("iso10002-2018-7.2",),
                texts={"title": {Lang.ZH: "登记", Lang.EN: "Registration"}},
            )
        ),
    ),
    "findings.set_finding_text": (
        "text",
        lambda w: findings.set_finding_text(w.finding, "cause", {Lang.ZH: "无复核"}),
    ),
    "findings.judge": (
        "finding",
        lambda w: findings.judge(
            w.finding,
            findings.Judgement(
                Grade.MAJOR, frozenset({Force.OWN_PROCEDURE}), nature=Nature.IMPLEMENTATION
            ),
        ),
    ),
    "findings.set_sample": (
        "finding",
        lambda w: findings.set_sample(w.finding, population=900, sample=59, deviations=2),
    ),
    "findings.set_criteria": (
        "finding_criterion",
        lambda w: findings.set_criteria(
            w.finding,
            own=[],
            cards=["cn-cpl-art17"],
            forces=frozenset({Force.LAW}),
        ),
    ),
    "findings.set_place": (
        "finding",
        lambda w: findings.set_place(w.finding, unit_id=w.other_unit, clause="7.2"),
    ),
    "findings.move_finding": (
        "finding",
        lambda w: findings.move_finding(
            w.finding,
            FindingState.FACTS_CONFIRMED,
            findings.StepFacts(facts_role="班长", facts_how="当面", facts_on=date(2026, 11, 2)),
        ),
    ),
    "findings.number_findings": ("finding", lambda w: findings.number_findings()),
    "actions.add_action": (
        "action",
        lambda w: actions.add_action(
            w.finding,
            actions.ActionPlan(ActionKind.CORRECTIVE_ACTION, {Lang.ZH: "改系统"}),
        ),
    ),
    "actions.set_action_text": (
        "text",
        lambda w: actions.set_action_text(_action(w), "root_cause", {Lang.ZH: "流程缺口"}),
    ),
    "actions.set_owner": ("action", lambda w: actions.set_owner(_action(w), "李某")),
    "actions.set_due": ("action", lambda w: actions.set_due(_action(w), date(2027, 1, 5))),
    "actions.move_action": (
        "action",
        lambda w: actions.move_action(
            _action(w), ActionState.ACCEPTED, actions.ActionFacts(accepted_on=date(2026, 11, 9))
        ),
    ),
    "signoffs.sign": (
        "sign_off",
        lambda w: signoffs.sign(
            signoffs.Subject.FINDING, w.finding, SignOffStage.REVIEWED, head="00"
        ),
    ),
    "signoffs.withdraw_sign_off": (
        "sign_off",
        lambda w: signoffs.withdraw_sign_off(w.sign_off),
    ),
    "conflicts.resolve_conflict": (
        "answer",
        lambda w: conflicts.resolve_conflict("answer", w.answer, "note", "一致意见"),
    ),
}
CASES |= ticket_cases.CASES
LEADERS = {"findings.number_findings", "signoffs.sign"}
ELSEWHERE = {
    "audits.create_audit": "the first step, which undo never reaches for a person",
    "audits.set_state": "tested in test_audits (issuing is a barrier)",
}


@pytest.mark.parametrize("name", CASES)
def test_undo_restores_every_table_and_redo_brings_it_back(name: str, world: World) -> None:
    table, case = CASES[name]
    op = case(world)
    actor = world.leader if name in LEADERS else world.auditor
    before = dump(world.audit)
    outcome = world.audit.run(op, actor=actor)
    after = dump(world.audit)
    assert outcome.step is not None
    assert outcome.touches(table)
    assert after != before

    world.audit.undo(actor)
    undone = dump(world.audit)
    assert {**undone, "counter": None} == {**before, "counter": None}

    world.audit.redo(actor)
    redone = dump(world.audit)
    assert {**redone, "counter": None} == {**after, "counter": None}


@pytest.mark.parametrize("name", CASES)
def test_the_step_tells_exactly_what_changed(name: str, world: World) -> None:
    op = CASES[name][1](world)
    actor = world.leader if name in LEADERS else world.auditor
    before = dump(world.audit)
    outcome = world.audit.run(op, actor=actor)
    after = dump(world.audit)
    changed = {
        (table, row)
        for table in after
        for row in before[table].keys() | after[table].keys()
        if before[table].get(row) != after[table].get(row)
    }
    told = {(change.table, change.row_id.bytes) for change in outcome.changes}
    assert told == changed


def test_no_op_is_left_out() -> None:
    found = set[str]()
    for module in pkgutil.iter_modules(ops.__path__):
        if module.ispkg or module.name.startswith("example"):
            continue
        loaded = importlib.import_module(f"auditapp.ops.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            returns = str(inspect.signature(function).return_annotation)
            if function.__module__ == loaded.__name__ and returns.startswith("Op["):
                found.add(f"{module.name}.{name}")
    assert found == CASES.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", CASES)
def test_every_op_has_a_name(name: str, lang: Lang, world: World) -> None:
    op = CASES[name][1](world)
    assert load(lang).has(f"op.{op.code}")
