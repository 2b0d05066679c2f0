"""Plan, question, evidence, findings, actions, overview, missing: read what the ops wrote."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from auditapp.domain import checks
from auditapp.domain.grading import BoundBy, GradeReason
from auditapp.domain.vocabulary import (
    ActionState,
    EvidenceKind,
    FindingState,
    Force,
    Grade,
    Lang,
    Result,
    SignOffStage,
    Stage,
)
from auditapp.errors import UserError
from auditapp.ops import answers, audits, criteria, evidence, findings, plans, signoffs
from auditapp.ops.queries import actions as action_queries
from auditapp.ops.queries import checklist as checklist_queries
from auditapp.ops.queries import evidence as evidence_queries
from auditapp.ops.queries import findings as finding_queries
from auditapp.ops.queries import missing as missing_queries
from auditapp.ops.queries import overview as overview_queries
from auditapp.ops.queries import plan as plan_queries
from auditapp.ops.queries import portfolio, signing
from auditapp.ops.queries.cells import ordered
from auditapp.ops.queries.printed import TextState
from auditapp.ops.queries.question import question
from auditapp.store.models import Base
from auditapp.store.models.base import UNJOURNALLED
from auditapp.texts import load
from tests.unit.ops.queries.conftest import TODAY

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field

PAIR = "P90-7.2-01"


# -- plan ---------------------------------------------------------------------------------------


def test_plan_tells_frame_texts_and_their_states(field: Field) -> None:
    found = plan_queries.plan(field.audit, field.shelf)
    assert (found.frame.number, found.frame.second_lang) == ("IA-2026-07", Lang.EN)
    title = found.frame.texts["title"]
    assert (title.get(Lang.ZH), title.state(Lang.EN)) == (
        "浙江分公司投诉处理审核",
        TextState.FILLED,
    )
    assert found.frame.texts["scope"].state(Lang.EN) is TextState.MISSING
    assert found.frame.texts["methods"].state(Lang.EN) is TextState.EMPTY
    field.do(audits.set_audit_text("title", {Lang.ZH: "浙江分公司投诉处理专项审核"}))
    title = plan_queries.frame(field.audit).texts["title"]
    assert title.state(Lang.EN) is TextState.OUTDATED
    assert title.best(Lang.EN) == "Audit of Zhejiang"
    field.do(audits.set_audit_text("title", {Lang.EN: "Special audit"}))
    assert plan_queries.frame(field.audit).texts["title"].state(Lang.EN) is TextState.FILLED


def test_units_stand_as_a_tree_with_their_packs(field: Field) -> None:
    rows = plan_queries.units(field.audit)
    assert [(row.code, row.depth) for row in rows] == [("HO", 0), ("HZ", 1), ("WZ", 0)]
    assert rows[1].packs == (field.pack,)
    assert rows[2].why_not == "未抽中"
    assert [row.code for row in plan_queries.units(field.audit, all_units=False)] == ["HO", "HZ"]


def test_effort_adds_up_questions_and_samples(field: Field) -> None:
    found = plan_queries.effort(field.audit, field.shelf)
    asked = checklist_queries.checklist(field.audit, field.shelf)
    minutes = sum(
        row.asked.question.effort_question
        + (59 * 2 if row.asked.question.sampling is not None else 0)
        for row in asked
    )
    assert (found.total.questions, found.total.minutes) == (len(asked), minutes)
    assert sum(part.minutes for part in found.by_unit.values()) == minutes
    assert found.by_auditor[None].questions == len(asked)
    field.do(plans.assign([PAIR], field.branch, auditor_id=field.auditor))
    found = plan_queries.effort(field.audit, field.shelf)
    assert found.by_auditor[field.auditor].questions == 1


def test_cards_say_whether_they_apply_and_why(field: Field) -> None:
    cards = {row.card.id: row for row in plan_queries.criteria(field.audit, field.shelf).cards}
    bank = cards["cn-cbirc-2020-3-art8"]
    assert bank.bond is None
    law = cards["cn-cpl-art17"].bond
    assert law is not None
    assert (law.force, law.by) == (Force.LAW, BoundBy.CARD)
    field.do(criteria.decide_card("cn-cbirc-2020-3-art8", applies=True, reason="集团内银行"))
    field.do(criteria.decide_card("cn-cpl-art17", applies=False, reason="不涉及"))
    cards = {row.card.id: row for row in plan_queries.criteria(field.audit, field.shelf).cards}
    bond = cards["cn-cbirc-2020-3-art8"].bond
    assert bond is not None
    assert (bond.by, cards["cn-cbirc-2020-3-art8"].reason) == (BoundBy.DECIDED, "集团内银行")
    assert cards["cn-cpl-art17"].bond is None


def test_adoption_binds_the_clauses_and_units_that_it_names(field: Field) -> None:
    field.do(
        criteria.add_adoption(
            standard="ISO 10002:2018",
            document="总经理办公会纪要",
            document_date=date(2025, 3, 1),
            clauses=["5-6", "7.4"],
            units=[field.branch],
        )
    )
    rows = {row.pair: row for row in checklist_queries.checklist(field.audit, field.shelf)}
    assert rows["P90-7.5-01", field.branch].force is Force.GUIDANCE
    assert rows["P90-7.4-02", field.branch].force is Force.ADOPTED_STANDARD
    assert rows["P90-7.4-02", field.head].force is Force.GUIDANCE
    seen = question(field.audit, field.shelf, "P90-7.4-02", field.branch)
    proof = seen.criteria[0].adoption
    assert proof is not None
    assert proof.document == "总经理办公会纪要"
    listed = plan_queries.criteria(field.audit, field.shelf)
    row = next(row for row in listed.cards if row.card.id == "iso10002-2018-7.4")
    assert row.adopted_in == (field.branch,)
    assert ("P90-7.5-01", field.branch) in listed.guidance_only
    assert ("P90-7.4-02", field.branch) not in listed.guidance_only
    for proof in listed.adoptions:
        field.do(criteria.withdraw_adoption(proof.id))
    rows = {row.pair: row for row in checklist_queries.checklist(field.audit, field.shelf)}
    assert rows["P90-7.4-02", field.branch].force is Force.GUIDANCE


# -- question -----------------------------------------------------------------------------------


def test_question_shows_answer_evidence_finding_and_criteria(worked: Field) -> None:
    seen = question(worked.audit, worked.shelf, PAIR, worked.branch)
    assert [section.id for section in seen.sections] == ["7", "7.2"]
    assert seen.units == (worked.head, worked.branch)
    assert seen.answer is not None
    assert seen.answer.answered_by is not None
    assert (seen.answer.result, seen.answer.answered_by.code) == (Result.MINOR, "LI")
    assert [(chip.kind, chip.title.get(Lang.ZH)) for chip in seen.evidence] == [
        (EvidenceKind.INTERVIEW, "访谈班长")
    ]
    assert [chip.title.get(Lang.EN) for chip in seen.findings] == ["Two unregistered complaints"]
    assert seen.criteria[0].own_rule is not None
    assert seen.criteria[0].force is Force.OWN_PROCEDURE
    assert seen.criteria[1].card is not None
    assert not seen.guidance_only
    assert set(seen.results.values()) == {None}


def test_under_guidance_alone_bands_are_would_be(field: Field) -> None:
    seen = question(field.audit, field.shelf, "P90-7.5-01", field.branch)
    assert seen.guidance_only
    assert [band.would_be for band in seen.bands] == [False, False, True, True]
    assert [band.fulfilment for band in seen.bands] == [3, 2, 1, 0]
    assert {band.result for band in seen.bands[1:]} == {Result.IMPROVEMENT}
    assert seen.results[Result.MAJOR] is GradeReason.GUIDANCE_ONLY
    assert seen.results[Result.IMPROVEMENT] is None
    binding = question(field.audit, field.shelf, PAIR, field.branch)
    assert [band.result for band in binding.bands][-1] is Result.MAJOR
    assert not any(band.would_be for band in binding.bands)


def test_history_tells_who_changed_what_from_what_to_what(worked: Field) -> None:
    worked.do(
        answers.set_result(question_id=PAIR, unit_id=worked.branch, result=Result.MAJOR),
        worked.leader,
    )
    seen = question(worked.audit, worked.shelf, PAIR, worked.branch)
    newest = next(change for change in seen.history if change.field == "result")
    assert (newest.before, newest.after) == (Result.MINOR, Result.MAJOR)
    assert newest.person is not None
    assert (newest.person.code, newest.undone) == ("CH", False)
    worked.audit.undo(worked.leader)
    seen = question(worked.audit, worked.shelf, PAIR, worked.branch)
    results = [change for change in seen.history if change.field == "result"]
    assert [(change.op, change.undone) for change in results[:2]] == [
        ("undo", False),
        ("answer.set_result", True),
    ]
    worked.audit.redo(worked.leader)
    seen = question(worked.audit, worked.shelf, PAIR, worked.branch)
    results = [change for change in seen.history if change.field == "result"]
    assert [(change.op, change.undone) for change in results[:3]] == [
        ("redo", False),
        ("undo", True),
        ("answer.set_result", False),
    ]


def test_a_review_shows_as_edited_after_it(worked: Field) -> None:
    seen = question(worked.audit, worked.shelf, PAIR, worked.branch)
    assert seen.answer is not None
    sign = signoffs.sign(signoffs.Subject.ANSWER, seen.answer.id, SignOffStage.REVIEWED, head="0")
    worked.do(sign, worked.leader)
    signs = question(worked.audit, worked.shelf, PAIR, worked.branch).signs
    assert [(sign.stage, sign.edited_after) for sign in signs] == [(SignOffStage.REVIEWED, False)]
    worked.do(answers.set_note(question_id=PAIR, unit_id=worked.branch, note="改过"))
    signs = question(worked.audit, worked.shelf, PAIR, worked.branch).signs
    assert signs[0].edited_after
    gaps = missing_queries.missing(worked.audit, worked.shelf, today=TODAY)
    assert "edited_after_review" in {row.code for row in gaps.rows}


def test_what_is_not_asked_is_refused(field: Field) -> None:
    with pytest.raises(UserError) as raised:
        question(field.audit, field.shelf, PAIR, field.outside)
    assert raised.value.code == "question_not_asked"
    assert raised.value.args_by_name == {"question": PAIR, "unit": "WZ"}


# -- evidence -----------------------------------------------------------------------------------


def test_evidence_lists_links_and_filters(worked: Field) -> None:
    rows = evidence_queries.evidence_list(worked.audit)
    assert [(row.number, row.answers) for row in rows] == [("E-HZ-LI001", ((PAIR, worked.branch),))]
    spare = worked.do(
        evidence.add_evidence(
            EvidenceKind.FILE,
            evidence.EvidenceFacts(title={Lang.EN: "Register of nights"}, unit_id=worked.head),
            evidence.content_of_bytes(b"a,b", "register.csv", kind=EvidenceKind.FILE),
        )
    )

    def numbers(**wanted: object) -> list[str]:
        chosen = evidence_queries.EvidenceFilter(**wanted)  # type: ignore[arg-type]
        return [row.number for row in evidence_queries.evidence_list(worked.audit, chosen)]

    assert numbers(unused=True) == ["E-HO-LI001"]
    assert numbers(kinds=frozenset({EvidenceKind.INTERVIEW})) == ["E-HZ-LI001"]
    assert numbers(text="夜班") == ["E-HZ-LI001"]
    assert numbers(text="REGISTER csv") == ["E-HO-LI001"]
    detail = evidence_queries.evidence_detail(worked.audit, spare)
    sha256 = detail.row.record.sha256
    assert sha256 is not None
    assert evidence_queries.evidence_bytes(worked.audit, sha256) == b"a,b"
    worked.do(evidence.withdraw_evidence(spare, "重复"))
    assert numbers() == ["E-HZ-LI001"]
    assert numbers(withdrawn=True) == ["E-HO-LI001"]
    with pytest.raises(UserError):
        evidence_queries.evidence_detail(worked.audit, worked.pack)


# -- findings and actions -----------------------------------------------------------------------


def test_findings_list_and_filter(worked: Field) -> None:
    rows = finding_queries.finding_list(worked.audit, today=TODAY)
    assert [(row.number, row.grade, row.unit_code) for row in rows] == [
        ("F-LI01", Grade.MINOR, "HZ"),
        ("F-LI02", Grade.OBSERVATION, "HZ"),
    ]
    assert (rows[0].actions, rows[0].open_actions, rows[0].overdue_actions) == (1, 1, 1)

    def numbers(**wanted: object) -> list[str]:
        chosen = finding_queries.FindingFilter(**wanted)  # type: ignore[arg-type]
        found = finding_queries.finding_list(worked.audit, today=TODAY, wanted=chosen)
        return [row.number for row in found]

    assert numbers(grades=frozenset({Grade.MINOR})) == ["F-LI01"]
    assert numbers(text="漏登 59") == ["F-LI01", "F-LI02"]
    assert numbers(text="nothing of that") == []
    worked.do(
        findings.move_finding(
            rows[1].id, FindingState.WITHDRAWN, findings.StepFacts(reason="证据不足")
        )
    )
    assert numbers() == ["F-LI01"]
    assert numbers(withdrawn=True) == ["F-LI01", "F-LI02"]
    by_grade = ordered(rows, "grade", descending=True)
    assert [row.grade for row in by_grade] == [Grade.OBSERVATION, Grade.MINOR]


def test_finding_detail_says_what_limits_the_grade(worked: Field) -> None:
    row = finding_queries.finding_list(worked.audit, today=TODAY)[0]
    seen = finding_queries.finding_detail(worked.audit, worked.shelf, row.id, today=TODAY)
    assert [item.label.split()[0] for item in seen.criteria] == ["C-CH01", "iso10002-2018-7.2"]
    assert seen.force.strongest is Force.OWN_PROCEDURE
    assert seen.grades[Grade.MAJOR] is None
    assert seen.texts["condition"].get(Lang.ZH) == "抽查 59 件，漏登 2 件"
    assert {step.after for step in seen.steps} == {
        FindingState.FACTS_CONFIRMED,
        FindingState.WITHDRAWN,
    }
    assert [action.number for action in seen.actions] == ["A-LI01"]
    forces = finding_queries.forces_for(
        worked.audit, worked.shelf, cards=["iso10002-2018-7.2"], unit_id=worked.branch
    )
    assert forces.forces == {Force.GUIDANCE}
    assert not forces.is_binding


def test_a_withdrawn_rule_still_carries_the_findings_that_cite_it(worked: Field) -> None:
    worked.do(criteria.withdraw_criterion(worked.rule))
    row = finding_queries.finding_list(worked.audit, today=TODAY)[0]
    seen = finding_queries.finding_detail(worked.audit, worked.shelf, row.id, today=TODAY)
    assert seen.force.strongest is Force.OWN_PROCEDURE
    rows = {row.pair: row for row in checklist_queries.checklist(worked.audit, worked.shelf)}
    assert rows[PAIR, worked.branch].force is Force.GUIDANCE


def test_actions_list_detail_and_overdue(worked: Field) -> None:
    rows = action_queries.action_list(worked.audit, today=TODAY)
    assert [(row.number, row.overdue, row.finding_number) for row in rows] == [
        ("A-LI01", True, "F-LI01")
    ]
    assert not action_queries.action_list(worked.audit, today=date(2026, 11, 1))[0].overdue
    seen = action_queries.action_detail(worked.audit, rows[0].id, today=TODAY)
    assert seen.texts["description"].get(Lang.ZH) == "补登记两件"
    assert seen.finding_title.get(Lang.ZH) == "漏登两件投诉"
    assert {step.after for step in seen.steps} == {ActionState.ACCEPTED, ActionState.CANCELLED}
    late = action_queries.ActionFilter(overdue=True, text="补登")
    assert len(action_queries.action_list(worked.audit, today=TODAY, wanted=late)) == 1
    assert (
        action_queries.action_list(
            worked.audit, today=TODAY, wanted=action_queries.ActionFilter(to_verify=True)
        )
        == ()
    )


# -- overview and missing -----------------------------------------------------------------------


def test_overview_counts_and_scores_with_ids(worked: Field) -> None:
    seen = overview_queries.overview(worked.audit, worked.shelf, today=TODAY)
    assert seen.progress.answered == 5
    assert seen.progress_by_unit[worked.branch].answered == 4
    row = finding_queries.finding_list(worked.audit, today=TODAY)[0]
    assert seen.findings.by_grade[Grade.MINOR] == (row.id,)
    assert len(seen.actions.overdue) == 1
    branch = seen.scores.units[worked.branch].clauses["7.2"].conformity
    weights = {line.question: line.weight for line in branch.lines}
    assert set(weights) == {PAIR, "P90-7.2-02"}
    expected = Fraction(4 * weights[PAIR] + 10 * weights["P90-7.2-02"], 10 * sum(weights.values()))
    assert branch.value == expected
    # Guidance alone carries no conformity: a dash, never 100 %.
    assert seen.scores.clauses["4.2"].conformity.value is None
    titles = {clause.number: clause for clause in seen.clauses}
    assert titles["7.2"].zh == "投诉受理"
    assert overview_queries.scores(worked.audit, worked.shelf) == seen.scores


def test_missing_says_what_where_and_by_when(worked: Field) -> None:
    gaps = missing_queries.missing(worked.audit, worked.shelf, today=TODAY)
    by_code: dict[str, list[missing_queries.MissingRow]] = {}
    for row in gaps.rows:
        by_code.setdefault(row.code, []).append(row)
    assert [row.pair for row in by_code["conforming_without_evidence"]] == [
        (PAIR, worked.head),
        ("P90-7.2-02", worked.branch),
    ]
    finding = finding_queries.finding_list(worked.audit, today=TODAY)[0]
    assert [(row.table, row.row_id) for row in by_code["nonconformity_without_evidence"]] == [
        ("finding", finding.id)
    ]
    assert "not_conclusive_without_request" in by_code
    assert "nonconforming_without_finding" not in by_code
    assert {row.args["field"] for row in by_code["second_language_missing"]} >= {"scope", "wording"}
    assert gaps.now is Stage.FIELDWORK
    assert {row.stage for row in gaps.blocking(Stage.CLOSING)} == {Stage.CLOSING}
    seen = overview_queries.overview(worked.audit, worked.shelf, today=TODAY)
    assert sum(seen.missing.by_code.values()) == len(gaps.rows)
    assert seen.missing.now is Stage.FIELDWORK


def test_actions_are_missed_only_from_the_day_the_plan_is_due(worked: Field) -> None:
    worked.do(audits.set_dates({"plan_due_on": date(2026, 12, 1)}))

    def codes(today: date) -> set[str]:
        gaps = missing_queries.missing(worked.audit, worked.shelf, today=today)
        return {row.code for row in gaps.rows}

    assert "action_missing" not in codes(date(2026, 11, 30))
    assert "action_missing" in codes(date(2026, 12, 1))


def test_every_missing_thing_is_a_sentence_in_both_languages(worked: Field) -> None:
    for lang in Lang:
        texts = load(lang)
        for row in missing_queries.missing(worked.audit, worked.shelf, today=TODAY).rows:
            assert "{" not in row.say(texts)
            assert texts.say(f"check_name.{row.code}")


def test_every_check_has_a_name_and_every_column_a_label() -> None:
    names = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        if table.name not in UNJOURNALLED
        for column in table.columns
    }
    for lang in Lang:
        texts = load(lang)
        for check in checks.CHECKS:
            assert texts.has(f"check_name.{check.code}"), check.code
        for table, name in names:
            assert missing_queries.field_label(texts, table, name)


def test_facts_leave_nothing_out(worked: Field) -> None:
    read = worked.audit.read(
        lambda session: missing_queries.gather(session, worked.shelf, today=TODAY)
    )
    facts = missing_queries.facts_of(read(), TODAY)
    empty = {
        field.name
        for field in dataclasses.fields(facts)
        if getattr(facts, field.name) == () and field.name not in ("sign_offs", "populations")
    }
    assert empty == {"units_without_pack", "unproven_adoptions"}


def test_bulk_hashes_are_those_of_the_sign_offs(worked: Field) -> None:
    rows = checklist_queries.checklist(worked.audit, worked.shelf)
    answered = [row.answer_id for row in rows if row.answer_id is not None]
    raised = [row.id for row in finding_queries.finding_list(worked.audit, today=TODAY)]
    subjects = [
        (signoffs.Subject.AUDIT, worked.audit.audit_id),
        *((signoffs.Subject.ANSWER, key) for key in answered),
        *((signoffs.Subject.FINDING, key) for key in raised),
    ]
    worked.audit.read(
        lambda session: [
            pytest.fail(f"{subject} differs")
            for subject in subjects
            if signing.covered_now(session, subjects)[subject]
            != signoffs.covered_hash(session, *subject)
        ]
    )


def test_summary_is_plain_and_small(worked: Field) -> None:
    found = portfolio.summary(worked.audit, worked.shelf, today=TODAY)
    assert found["number"] == "IA-2026-07"
    assert found["title"] == {"zh": "浙江分公司投诉处理审核", "en": "Audit of Zhejiang"}
    assert (found["answered"], found["overdue"], found["open_actions"]) == (5, 1, 1)
    assert found["open_findings"] == {
        "major": 0,
        "minor": 1,
        "observation": 1,
        "improvement": 0,
        "good_practice": 0,
    }
    assert found["next_due"] == "2026-11-10"
