"""Standing checks: each is hit by its one cause, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from auditapp.devtools.texts import SOURCES, placeholders_of, read
from auditapp.domain import checks
from auditapp.domain.checks import (
    CHECKS,
    ActionFacts,
    AnswerFacts,
    AuditFacts,
    EvidenceFacts,
    FindingFacts,
    FiveC,
    PopulationFacts,
    SignOffFacts,
    TextFacts,
)
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    AuditState,
    CheckKind,
    EvidenceKind,
    FindingState,
    Grade,
    Result,
    Stage,
)

ID = UUID(int=1)
TODAY = date(2026, 11, 23)
ANSWER = AnswerFacts("P01-7.2-03", ID, "HZ", Result.CONFORMING, 3, evidence=1)
NC_ANSWER = replace(ANSWER, result=Result.MINOR, nonconformities=1)
EVIDENCE = EvidenceFacts(UUID(int=2), "E-HZ-LI001", EvidenceKind.PHOTO, supports=1)
FINDING = FindingFacts(
    UUID(int=3),
    "F-LI01",
    Grade.MINOR,
    FindingState.ACCEPTED,
    binding=True,
    evidence=1,
    facts_confirmed=True,
    written=frozenset(FiveC),
    has_nature=True,
    has_extent=True,
    has_response=True,
    has_auditee_cause=True,
    final_number="ZJ-NC-01",
    corrections=1,
    corrective_actions=1,
)
ACTION = ActionFacts(
    UUID(int=4),
    "A-LI01",
    ActionKind.CORRECTIVE_ACTION,
    ActionState.ACTION_PLANNED,
    owner="王",
    due_on=date(2026, 12, 31),
)
GOOD = AuditFacts(
    ID,
    AuditState.REPORTING,
    TODAY,
    plan_due_on=TODAY,
    has_conclusion=True,
    answers=(ANSWER, NC_ANSWER),
    evidence=(EVIDENCE,),
    findings=(FINDING,),
    actions=(ACTION,),
    texts=(TextFacts(ID, "F-LI01", "condition"),),
    sign_offs=(SignOffFacts(ID, "report"),),
    populations=(PopulationFacts(ID, "T-LI01", reconciled=True),),
)


def answer(**change: object) -> AuditFacts:
    return replace(GOOD, answers=(replace(ANSWER, **change),))  # type: ignore[arg-type]


def item(**change: object) -> AuditFacts:
    return replace(GOOD, evidence=(replace(EVIDENCE, **change),))  # type: ignore[arg-type]


def finding(**change: object) -> AuditFacts:
    return replace(GOOD, findings=(replace(FINDING, **change),))  # type: ignore[arg-type]


def population(**change: object) -> AuditFacts:
    (there,) = GOOD.populations
    return replace(GOOD, populations=(replace(there, **change),))  # type: ignore[arg-type]


def action(state: AuditState = AuditState.REPORTING, **change: object) -> AuditFacts:
    changed = replace(ACTION, **change)  # type: ignore[arg-type]
    return replace(GOOD, state=state, actions=(changed,))


def codes(facts: AuditFacts) -> list[str]:
    return [found.code for found in checks.missing(facts)]


CAUSES: list[tuple[str, AuditFacts]] = [
    ("plan_field_missing", replace(GOOD, plan_fields_missing=("scope",))),
    ("unit_without_pack", replace(GOOD, units_without_pack=("NB",))),
    ("adoption_not_proven", replace(GOOD, unproven_adoptions=("iso10002-2018",))),
    ("not_assigned", answer(assigned=False)),
    ("not_answered", answer(result=None)),
    ("not_answered", answer(result=None, reason="  ")),
    ("na_without_reason", answer(result=Result.NOT_APPLICABLE, reason=" ")),
    ("nonconforming_without_finding", answer(result=Result.MAJOR)),
    ("sample_not_worked_off", answer(sample_planned=59, sample_worked=58)),
    ("nonconformity_without_criterion", finding(binding=False)),
    ("nonconformity_without_evidence", finding(evidence=0)),
    ("nonconformity_without_facts", finding(facts_confirmed=False)),
    ("conforming_without_evidence", answer(evidence=0)),
    ("fulfilment_missing", answer(fulfilment=None)),
    ("interview_without_second_source", item(kind=EvidenceKind.INTERVIEW)),
    ("grade_not_carried", finding(grade_allowed=False)),
    ("finding_not_presented", finding(state=FindingState.FACTS_CONFIRMED)),
    ("dispute_without_answer", finding(state=FindingState.DISPUTED)),
    ("final_number_missing", finding(final_number=None)),
    ("population_not_reconciled", population(reconciled=False)),
    ("exceptions_unsettled", population(unsettled=("R-010", "R-044"))),
    ("conclusion_missing", replace(GOOD, has_conclusion=False)),
    ("finding_without_five_cs", finding(written=frozenset(FiveC) - {FiveC.CAUSE})),
    ("response_missing", finding(state=FindingState.PRESENTED)),
    ("nature_or_extent_missing", finding(has_nature=False)),
    ("nature_or_extent_missing", finding(has_extent=False)),
    ("not_reviewed", answer(review_wanted=True)),
    ("edited_after_review", answer(edited_after_review=True)),
    ("edited_after_sign_off", replace(GOOD, sign_offs=(SignOffFacts(ID, "report", True),))),
    ("evidence_without_title", item(has_title=False)),
    ("evidence_unused", item(supports=0)),
    ("second_language_missing", replace(GOOD, texts=(TextFacts(ID, "F", "x", missing=True),))),
    ("second_language_outdated", replace(GOOD, texts=(TextFacts(ID, "F", "x", outdated=True),))),
    ("plan_due_date_missing", replace(GOOD, plan_due_on=None)),
    ("action_missing", finding(corrective_actions=0)),
    ("correction_missing", finding(corrections=0)),
    ("auditee_cause_missing", finding(has_auditee_cause=False)),
    ("action_without_owner", action(owner=" ")),
    ("action_without_due_date", action(due_on=None)),
    ("action_open", action(AuditState.FOLLOW_UP)),
    ("action_overdue", action(due_on=date(2026, 11, 22))),
    (
        "effect_check_overdue",
        replace(
            GOOD,
            actions=(
                replace(ACTION, state=ActionState.CHECK_DUE, check_due_on=date(2026, 11, 22)),
            ),
        ),
    ),
]
PAIRED: list[tuple[set[str], AuditFacts]] = [
    (
        {"not_conclusive_without_request", "not_sufficient"},
        answer(result=Result.NOT_CONCLUSIVE),
    ),
    ({"number_used_twice"}, replace(GOOD, evidence=(EVIDENCE, replace(EVIDENCE, id=ID)))),
    (
        {"nonconformity_incomplete", "finding_without_five_cs"},
        finding(written=frozenset({FiveC.CRITERION, FiveC.CONDITION, FiveC.EVIDENCE})),
    ),
]


def test_a_complete_audit_misses_nothing() -> None:
    assert checks.missing(GOOD) == []


@pytest.mark.parametrize(("code", "facts"), CAUSES, ids=[code for code, _ in CAUSES])
def test_a_cause_hits_its_check_alone(code: str, facts: AuditFacts) -> None:
    assert codes(facts) == [code]


@pytest.mark.parametrize(("expected", "facts"), PAIRED, ids=[min(found) for found, _ in PAIRED])
def test_causes_that_hit_more(expected: set[str], facts: AuditFacts) -> None:
    assert set(codes(facts)) == expected


def test_each_check_has_a_cause_above() -> None:
    caused = {code for code, _ in CAUSES}.union(*(found for found, _ in PAIRED))
    assert caused == {check.code for check in CHECKS}
    assert len(CHECKS) == len({check.code for check in CHECKS})


def test_each_check_has_a_sentence_filled_by_its_args() -> None:
    texts = read(SOURCES)["en"]
    known = {key.split(".")[1] for key in texts if key.startswith("check.") and "#" not in key}
    assert known == {check.code for check in CHECKS}
    for facts in [facts for _, facts in CAUSES] + [facts for _, facts in PAIRED]:
        for found in checks.missing(facts):
            assert placeholders_of(texts[f"check.{found.code}"]) <= set(found.args)


@pytest.mark.parametrize(
    "facts",
    [
        answer(result=None, reason="the unit was closed"),
        answer(result=Result.NOT_APPLICABLE, reason="no branches", fulfilment=None, evidence=0),
        answer(result=Result.IMPROVEMENT, evidence=0),
        item(kind=EvidenceKind.INTERVIEW, has_second_source=True),
        finding(grade=Grade.IMPROVEMENT, binding=False, evidence=0, facts_confirmed=False),
        finding(grade=Grade.GOOD_PRACTICE, written=frozenset({FiveC.CONDITION})),
        finding(state=FindingState.DISPUTED, has_team_answer=True),
        replace(GOOD, actions=(replace(ACTION, state=ActionState.CANCELLED, owner=None),)),
    ],
)
def test_what_is_explained_or_does_not_apply_is_no_hit(facts: AuditFacts) -> None:
    assert codes(facts) == []


def test_withdrawn_findings_are_left_in_peace_but_their_numbers_are_spent() -> None:
    gone = finding(
        state=FindingState.WITHDRAWN, binding=False, evidence=0, final_number=None, corrections=0
    )
    assert codes(gone) == []
    twice = replace(gone, findings=(*gone.findings, replace(FINDING, id=ID)))
    assert codes(twice) == ["number_used_twice"]


def test_actions_are_missed_only_from_the_day_the_plan_is_due() -> None:
    bare = replace(
        GOOD,
        findings=(replace(FINDING, corrections=0, corrective_actions=0, has_auditee_cause=False),),
        actions=(replace(ACTION, owner=None, due_on=date(2020, 1, 1)),),
    )
    assert codes(replace(bare, plan_due_on=date(2026, 11, 24))) == []
    assert set(codes(replace(bare, plan_due_on=TODAY))) == {
        "action_missing",
        "correction_missing",
        "auditee_cause_missing",
        "action_without_owner",
        "action_overdue",
    }
    assert codes(replace(bare, plan_due_on=None)) == ["plan_due_date_missing"]
    assert "action_missing" in codes(replace(bare, plan_due_on=None, state=AuditState.FOLLOW_UP))


def test_stages_limit_what_is_shown_and_what_blocks() -> None:
    facts = replace(answer(result=None), has_conclusion=False, plan_fields_missing=("scope",))
    assert [found.code for found in checks.missing(facts, Stage.FIELDWORK)] == [
        "plan_field_missing"
    ]
    assert [found.code for found in checks.missing(facts, Stage.CLOSING)] == [
        "plan_field_missing",
        "not_answered",
    ]
    assert [found.code for found in checks.blocking(facts, Stage.ISSUE)] == [
        "not_answered",
        "conclusion_missing",
    ]
    assert all(found.kind is CheckKind.BLOCKS for found in checks.blocking(facts, Stage.FOLLOW_UP))


def test_checks_come_in_the_order_of_stages() -> None:
    order = [checks.STAGES.index(check.stage) for check in CHECKS]
    assert order == sorted(order)
    assert {checks.next_stage(state) for state in AuditState} == set(Stage)


def test_a_hit_leads_to_its_row() -> None:
    (found,) = checks.missing(answer(evidence=0))
    assert (found.target, found.id, found.question) == (checks.Target.ANSWER, ID, "P01-7.2-03")
    assert found.args == {"question": "P01-7.2-03", "unit": "HZ"}


def test_ten_per_cent_not_conclusive_is_still_sufficient() -> None:
    unclear = replace(ANSWER, result=Result.NOT_CONCLUSIVE, open_request=True)
    assert codes(replace(GOOD, answers=(unclear, *[ANSWER] * 9))) == []
    assert codes(replace(GOOD, answers=(unclear, *[ANSWER] * 8))) == ["not_sufficient"]
