from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditapp.domain import masking
from auditapp.domain.vocabulary import (
    ActionKind,
    EvidenceKind,
    FindingState,
    Force,
    Grade,
    Lang,
    PersonalData,
    Result,
    SignOffStage,
)
from auditapp.ops import actions, answers, audits, evidence, findings, signoffs
from auditapp.ops.queries import overview as overview_queries
from auditapp.ops.queries import report, trail
from auditapp.ops.queries.checklist import checklist
from auditapp.ops.queries.findings import finding_list
from auditapp.ops.queries.search import HitKind, search
from auditapp.reports.masking import mask_model
from auditapp.store.encoding import cell_digest
from auditapp.texts import load
from tests.bench.big_audit import photo
from tests.unit.ops.queries.conftest import TODAY

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field


# -- search -------------------------------------------------------------------------------------


def test_search_finds_every_kind_in_both_languages(worked: Field) -> None:
    def kinds(text: str) -> set[HitKind]:
        return {hit.kind for hit in search(worked.audit, worked.shelf, text).hits}

    assert kinds("夜间") == {HitKind.NOTE}
    assert kinds("夜班来电没有") == {HitKind.EVIDENCE}
    assert kinds("漏登两件") == {HitKind.FINDING}
    assert kinds("unregistered complaints") == {HitKind.FINDING}
    assert kinds("补登记") == {HitKind.ACTION}
    assert kinds("zj-2025-3") == {HitKind.CRITERION}
    assert kinds("iso10002-2018-7.2") == {HitKind.CRITERION}
    assert kinds("温州") == {HitKind.UNIT}
    assert kinds("night shift checked") == {HitKind.NOTE}
    assert kinds("") == set()
    assert kinds("xyzzy") == set()


def test_one_chinese_character_is_enough(worked: Field) -> None:
    found = search(worked.audit, worked.shelf, "夜", limit=10_000)
    assert {hit.kind for hit in found.hits} == {HitKind.NOTE, HitKind.EVIDENCE}
    many = search(worked.audit, worked.shelf, "投", limit=5)
    assert len(many.hits) == 5
    assert many.total > 50


def test_numbers_come_first_and_words_may_stand_apart(worked: Field) -> None:
    hits = search(worked.audit, worked.shelf, "f-li01").hits
    assert (hits[0].kind, hits[0].label) == (HitKind.FINDING, "F-LI01")
    hits = search(worked.audit, worked.shelf, "P90-7.2").hits
    assert [hit.label for hit in hits[:2]] == ["P90-7.2-01", "P90-7.2-02"]
    hits = search(worked.audit, worked.shelf, "件 漏登").hits
    assert {hit.label for hit in hits} == {"F-LI01", "F-LI02"}


def test_snippets_mark_the_match_and_targets_lead_there(worked: Field) -> None:
    for text in ("夜间", "漏登", "register", "7.2", "NIGHT"):
        for hit in search(worked.audit, worked.shelf, text, lang=Lang.EN).hits:
            match = hit.snippet.text[hit.snippet.start : hit.snippet.end]
            assert match.casefold() == text.casefold()
            assert hit.pair or hit.question_id or hit.row_id or hit.card_id
    note = search(worked.audit, worked.shelf, "夜间").hits[0]
    assert note.pair == ("P90-7.2-01", worked.branch)


def test_search_takes_signs_of_like_as_they_are(worked: Field) -> None:
    worked.do(
        answers.set_note(
            question_id="P90-7.2-01", unit_id=worked.branch, note="100% of a_b\\c, Ärger"
        )
    )
    for text in ("100%", "a_b\\c", "ärger", "ÄRGER"):
        hits = search(worked.audit, worked.shelf, text).hits
        assert [hit.pair for hit in hits] == [("P90-7.2-01", worked.branch)], text
    assert search(worked.audit, worked.shelf, "a%b").total == 0


# -- trail --------------------------------------------------------------------------------------


def test_trail_is_newest_first_and_in_pages(worked: Field) -> None:
    whole = trail.trail(worked.audit, limit=1000)
    assert whole.total == len(whole.steps)
    assert not whole.has_more
    times = [step.at for step in whole.steps]
    assert times == sorted(times, reverse=True)
    first = trail.trail(worked.audit, limit=3)
    second = trail.trail(worked.audit, limit=3, offset=3)
    assert first.has_more
    assert [*first.steps, *second.steps] == list(whole.steps[:6])
    assert whole.steps[-1].op == "audit.create"


def test_trail_decodes_and_names_what_changed(worked: Field) -> None:
    step = next(it for it in trail.trail(worked.audit).steps if it.op == "answer.set_result")
    assert step.actor is not None
    assert step.actor.name == "李核"
    values = {change.field: change for change in step.changes}
    assert values["result"].after is Result.CONFORMING
    assert values["unit_id"].after == "HO"
    assert values["result"].label == "P90-7.2-01 · HO"
    assert values["answered_by"].after == "LI · 李核"
    texts = [
        change
        for it in trail.trail(worked.audit, limit=1000).steps
        if it.op == "finding.raise"
        for change in it.changes
        if change.table == "text" and change.field == "body"
    ]
    assert any(change.label == "F-LI01 · title · zh" for change in texts)


def test_trail_filters(worked: Field) -> None:
    def ops(**wanted: object) -> set[str]:
        found = trail.trail(worked.audit, trail.TrailFilter(**wanted), limit=1000)  # type: ignore[arg-type]
        assert found.total == len(found.steps)
        return {step.op for step in found.steps}

    assert "finding.raise" not in ops(actor_id=worked.leader)
    assert ops(ops=frozenset({"finding.raise"})) == {"finding.raise"}
    assert ops(text="夜间不登记") == {"answer.set_note"}
    finding = finding_list(worked.audit, today=TODAY)[0]
    assert ops(row=("finding", finding.id)) == {"finding.raise"}
    assert set(trail.trail_ops(worked.audit)) == ops()


def test_history_of_a_row_has_its_texts_and_nothing_else(worked: Field) -> None:
    finding = finding_list(worked.audit, today=TODAY)[0]
    worked.do(findings.set_finding_text(finding.id, "cause", {Lang.ZH: "无复核"}))
    steps = trail.history_of(worked.audit, "finding", finding.id)
    assert [step.op for step in steps] == ["finding.set_text", "finding.raise"]
    assert {change.table for step in steps for change in step.changes} == {"finding", "text"}
    plain = trail.history_of(worked.audit, "finding", finding.id, with_texts=False)
    assert [step.op for step in plain] == ["finding.raise"]


def test_an_erased_value_shows_as_erased(worked: Field) -> None:
    with worked.audit.raw_transaction() as connection:
        key, salt, value = connection.execute(
            "SELECT rowid, salt_after, after FROM change"
            " WHERE field = 'note' AND after LIKE '%班长%'"
        ).fetchone()
        connection.execute(
            "UPDATE change SET after = NULL, salt_after = ? WHERE rowid = ?",
            (cell_digest(salt, value), key),
        )
    changes = [
        change
        for step in trail.trail(worked.audit, limit=1000).steps
        for change in step.changes
        if change.after_erased
    ]
    assert [(change.field, change.after) for change in changes] == [("note", None)]


def test_every_step_of_the_trail_has_a_name(worked: Field) -> None:
    worked.audit.undo(worked.auditor)
    worked.audit.redo(worked.auditor)
    for lang in Lang:
        texts = load(lang)
        for step in trail.trail(worked.audit, limit=1000).steps:
            assert texts.op(step.op, step.args)


# -- report -------------------------------------------------------------------------------------


def test_report_holds_what_the_screens_hold(worked: Field) -> None:
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    seen = overview_queries.overview(worked.audit, worked.shelf, today=TODAY)
    rows = checklist(worked.audit, worked.shelf)
    assert len(made.answers) == len(rows)
    assert sum(line.result is not None for line in made.answers) == seen.progress.answered
    for grade, count in made.count_by_grade().items():
        assert count == seen.findings.count(grade)
    value = seen.scores.total.conformity.value
    assert value is not None
    assert made.scores.conformity.value == pytest.approx(float(value))
    cell = made.scores.by_place()["7.2", "HZ"]
    assert cell.worst is Result.MINOR
    assert made.scores.by_place()[None, None].worst is Result.MINOR
    assert made.scores.by_place()["4.2", None].conformity.value is None
    assert made.header.head_hash == worked.audit.head_hash()
    assert made.header.draft
    assert [unit.code for unit in made.header.units] == ["HO", "HZ", "WZ"]
    assert [member.code for member in made.header.team] == ["CH", "LI"]


def test_report_lines_carry_their_numbers(worked: Field) -> None:
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    line = next(it for it in made.answers if (it.question_id, it.unit) == ("P90-7.2-01", "HZ"))
    assert (line.evidence, line.findings, line.criterion, line.force, line.auditor) == (
        ("E-HZ-LI001",),
        ("F-LI01",),
        "C-CH01",
        Force.OWN_PROCEDURE,
        "LI",
    )
    finding = made.findings[0]
    assert (finding.number, finding.owner, finding.due) == ("F-LI01", "王某", date(2026, 11, 10))
    assert finding.statement.get(Lang.EN) == "Two unregistered complaints"
    assert finding.criteria == ("C-CH01", "iso10002-2018-7.2")
    assert finding.grade_limit is None
    item = made.evidence[0]
    assert (item.questions, item.clauses, item.holder) == (("P90-7.2-01",), ("7.2",), "客服中心")
    assert made.actions[0].finding == "F-LI01"
    assert made.overdue(made.actions[0])
    assert {pack.id for pack in made.method.packs} == {"P90"}
    assert {it.id for it in made.criteria} >= {"C-CH01", "cn-cpl-art17", "iso10002-2018-7.2"}
    assert "cn-cbirc-2020-3-art8" not in {it.id for it in made.criteria}
    for check in made.method.checks:
        assert load(Lang.ZH).has(check.text.code)


def test_a_finding_on_guidance_says_why_it_goes_no_higher(field: Field) -> None:
    field.do(
        findings.raise_finding(
            findings.NewFinding(
                grade=Grade.IMPROVEMENT,
                forces=frozenset({Force.GUIDANCE}),
                unit_id=field.branch,
                question_id="P90-7.5-01",
                cards=("iso10002-2018-7.5",),
                population=900,
                sample=59,
                deviations=0,
            )
        )
    )
    made = report.report_model(field.audit, field.shelf, as_of=TODAY)
    said = made.findings[0].grade_limit
    assert said is not None
    assert load(Lang.EN).say(said.code) == "Guidance only: add the auditee's rule"


def test_upper_limits_are_given_for_drawn_samples_only(field: Field) -> None:
    rows = checklist(field.audit, field.shelf)
    drawn = next(row.question_id for row in rows if row.asked.question.sampling is not None)
    judged = next(row.question_id for row in rows if row.asked.question.sampling is None)
    for question in (drawn, judged):
        field.do(
            findings.raise_finding(
                findings.NewFinding(
                    grade=Grade.IMPROVEMENT,
                    forces=frozenset({Force.GUIDANCE}),
                    unit_id=field.head,
                    question_id=question,
                    population=900,
                    sample=60,
                    deviations=2,
                )
            )
        )
    made = report.report_model(field.audit, field.shelf, as_of=TODAY)
    limits = {it.question: it.sample.upper_limit for it in made.findings if it.sample is not None}
    assert limits[drawn] == pytest.approx(0.101, abs=0.001)
    assert limits[judged] is None


def test_pictures_are_named_by_hash_and_fetched_alone(worked: Field) -> None:
    finding = finding_list(worked.audit, today=TODAY)[0]
    item = worked.do(
        evidence.add_evidence(
            EvidenceKind.PHOTO,
            evidence.EvidenceFacts(
                title={Lang.ZH: "登记簿"}, personal_data=PersonalData.YES, unit_id=worked.branch
            ),
            evidence.content_of_bytes(photo(1, 64), "p.jpg", kind=EvidenceKind.PHOTO),
        )
    )
    worked.do(evidence.link_to_finding(item, finding.id))
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    (picture,) = made.findings[0].pictures
    assert picture.personal_data is PersonalData.YES
    load_picture = report.picture_loader(worked.audit)
    assert load_picture(picture.sha256)[:2] == b"\xff\xd8"
    with pytest.raises(KeyError):
        load_picture("00" * 32)


def test_responses_and_sign_offs_stand_apart(worked: Field) -> None:
    key = finding_list(worked.audit, today=TODAY)[0].id
    worked.do(findings.set_finding_text(key, "response", {Lang.ZH: "样本有误"}))
    worked.do(
        signoffs.sign(
            signoffs.Subject.AUDIT, worked.audit.audit_id, SignOffStage.PREPARED, head="00"
        )
    )
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    response = made.findings[0].response
    assert response is not None
    assert (response.text.get(Lang.ZH), response.agreed) == ("样本有误", None)
    assert [(it.stage, it.edited_after) for it in made.method.sign_offs] == [
        (SignOffStage.PREPARED, False)
    ]
    worked.do(audits.set_audit_text("conclusion", {Lang.ZH: "基本有效"}))
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    assert made.method.sign_offs[0].edited_after
    assert made.conclusion.get(Lang.ZH) == "基本有效"


def test_names_to_mask_are_the_auditees_and_not_the_teams(worked: Field) -> None:
    finding = finding_list(worked.audit, today=TODAY)[0]
    for owner in ("张建国", "客服中心经理", "质量部", "Zhang Jianguo", "Customer service", "李核"):
        worked.do(
            actions.add_action(finding.id, actions.ActionPlan(ActionKind.CORRECTION, owner=owner))
        )
    names = report.names_to_mask(worked.audit)
    assert set(names) == {"周主任", "王某", "张建国", "Zhang Jianguo"}
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    masked = mask_model(made, masking.rule(), names)
    owners = {action.owner for action in masked.actions}
    assert "客服中心经理" in owners
    assert "张建国" not in owners


def test_document_texts_say_what_a_language_lacks(worked: Field) -> None:
    listed = report.document_texts(worked.audit, worked.shelf, as_of=TODAY)
    english = {(it.owner, it.field) for it in listed if not it.text.get(Lang.EN)}
    assert ("IA-2026-07", "scope") in english
    assert ("F-LI01", "condition") in english
    assert ("F-LI01", "title") not in english
    assert ("F-LI01", "cause") not in {(it.owner, it.field) for it in listed}


def test_a_withdrawn_finding_stays_in_the_register_and_leaves_the_counts(worked: Field) -> None:
    key = finding_list(worked.audit, today=TODAY)[0].id
    worked.do(findings.move_finding(key, FindingState.WITHDRAWN, findings.StepFacts(reason="重复")))
    made = report.report_model(worked.audit, worked.shelf, as_of=TODAY)
    assert len(made.findings) == 2
    assert made.count_by_grade()[Grade.MINOR] == 0
