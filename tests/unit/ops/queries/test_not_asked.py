"""Conditions and left-out questions: gone from checklist, figures and checks; still in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import Lang, QuestionScope, Result, Sector
from auditapp.errors import UserError
from auditapp.ops import audits, plans, selection
from auditapp.ops.queries.checklist import checklist, progress
from auditapp.ops.queries.missing import missing
from auditapp.ops.queries.not_asked import Gone, no_longer_asked, not_asked, profile
from auditapp.ops.queries.plan import effort
from auditapp.ops.queries.question import question
from auditapp.ops.queries.report import report_model
from auditapp.packs.conditions import AnswerTest, Group, ProfileTest
from auditapp.packs.content import Bilingual, Fact, FactKind, FactValue
from auditapp.packs.freeze import freeze
from auditapp.texts import load
from tests.bench.made_pack import made_cards, made_pack
from tests.unit.ops.queries.conftest import TODAY

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from auditapp.packs.conditions import Condition
    from tests.unit.ops.queries.conftest import Field

FACTS = (
    Fact(
        "has_vendors",
        FactKind.FLAG,
        Bilingual("Vendors handle complaints", "外包商处理投诉"),
        Bilingual("Do they?", "是否？"),
    ),
    Fact(
        "regime",
        FactKind.SET,
        Bilingual("Regimes", "境外制度"),
        Bilingual("Which?", "哪些？"),
        (FactValue("hk_bank", Bilingual("Hong Kong", "香港")),),
    ),
)
VENDORS = ProfileTest("has_vendors")


def take(
    field: Field, conditions: Mapping[int, Condition], *, once: int | None = None
) -> list[str]:
    """Freeze a pack whose n-th questions have conditions; ``once``: one asked of the organisation.

    Returns the ids of its questions.
    """
    made = made_pack("P91", 8)
    questions = [
        replace(it, shown_if=conditions.get(n), scope=QuestionScope.PER_UNIT)
        for n, it in enumerate(made.questions)
    ]
    if once is not None:
        questions[once] = replace(questions[once], scope=QuestionScope.ORGANISATION)
    pack = replace(made, questions=tuple(questions), facts=FACTS)
    row = field.do(
        plans.freeze_pack(pack_id="P91", version=1, content=freeze(pack, made_cards())),
        field.leader,
    )
    for unit in (field.head, field.branch):
        field.do(plans.set_unit_packs(unit, [row]), field.leader)
    return [it.id for it in questions]


def asked(field: Field, unit: uuid.UUID) -> list[str]:
    rows = checklist(field.audit, field.shelf)
    return [row.question_id for row in rows if row.unit_id == unit]


def test_a_fact_hides_a_question_only_once_it_is_stated(field: Field) -> None:
    ids = take(field, {2: VENDORS, 3: ProfileTest("has_vendors", ("no",))})
    assert asked(field, field.branch) == ids
    field.do(selection.set_profile_fact("has_vendors", ["no"]))
    assert asked(field, field.branch) == [it for it in ids if it != ids[2]]
    field.do(selection.set_profile_fact("has_vendors", ["yes"]))
    assert asked(field, field.branch) == [it for it in ids if it != ids[3]]
    field.do(selection.set_profile_fact("has_vendors", None))
    assert asked(field, field.branch) == ids


def test_a_hidden_question_counts_nowhere(field: Field) -> None:
    ids = take(field, {2: VENDORS})
    before = effort(field.audit, field.shelf).total
    field.do(selection.set_profile_fact("has_vendors", ["no"]))
    rows = checklist(field.audit, field.shelf)
    assert progress(rows).asked == 14
    assert effort(field.audit, field.shelf).total.questions == before.questions - 2
    found = missing(field.audit, field.shelf, today=TODAY)
    assert all(row.pair is None or row.pair[0] != ids[2] for row in found.rows)
    report = report_model(field.audit, field.shelf, as_of=TODAY)
    assert ids[2] not in {answer.question_id for answer in report.answers}
    with pytest.raises(UserError, match="question_not_asked"):
        question(field.audit, field.shelf, ids[2], field.branch)


def test_why_it_is_not_asked_is_said_in_both_languages(field: Field) -> None:
    ids = take(
        field,
        {
            1: VENDORS,
            2: Group(True, (VENDORS, ProfileTest("regime", ("hk_bank",)))),
            3: ProfileTest("has_vendors", ("no",)),
            4: AnswerTest("P91-4.1-01", (Result.MINOR, Result.MAJOR)),
        },
    )
    field.do(selection.set_profile_fact("has_vendors", ["no"]))
    field.do(selection.set_profile_fact("regime", []))
    rows = {row.pair: row for row in not_asked(field.audit, field.shelf)}
    assert {question for question, _ in rows} == {ids[1], ids[2]}
    both = rows[ids[2], field.branch]
    assert both.say(load(Lang.EN), Lang.EN) == (
        "Not asked: “Vendors handle complaints” does not apply; only where “Regimes” is Hong Kong."
    )
    assert both.say(load(Lang.ZH), Lang.ZH) == (
        "不提问：不存在“外包商处理投诉”的情形；仅适用于“境外制度”为香港的情形。"
    )


def test_an_answer_in_the_same_unit_decides(field: Field) -> None:
    ids = take(field, {})
    ids = take_again(field, {1: AnswerTest(ids[0], (Result.MINOR, Result.MAJOR))})
    assert ids[1] in asked(field, field.branch)
    field.answer(ids[0], field.branch, Result.CONFORMING)
    assert ids[1] not in asked(field, field.branch)
    assert ids[1] in asked(field, field.head)
    field.answer(ids[0], field.branch, Result.MAJOR)
    assert ids[1] in asked(field, field.branch)
    assert field.audit.read(field.shelf.content).deciding == {ids[0]}


def take_again(
    field: Field, conditions: Mapping[int, Condition], once: int | None = None
) -> list[str]:
    """As ``take``, in a newer version of the pack."""
    made = made_pack("P91", 8, version=2)
    questions = [
        replace(it, shown_if=conditions.get(n), scope=QuestionScope.PER_UNIT)
        for n, it in enumerate(made.questions)
    ]
    if once is not None:
        questions[once] = replace(questions[once], scope=QuestionScope.ORGANISATION)
    pack = replace(made, questions=tuple(questions), facts=FACTS)
    content = freeze(pack, made_cards())
    row = field.do(plans.freeze_pack(pack_id="P91", version=2, content=content), field.leader)
    for unit in (field.head, field.branch):
        field.do(plans.set_unit_packs(unit, [row]), field.leader)
    return [it.id for it in questions]


def test_the_organisations_answer_decides_in_every_unit(field: Field) -> None:
    ids = take(field, {})
    ids = take_again(field, {1: AnswerTest(ids[0], (Result.MINOR,))}, once=0)
    field.answer(ids[0], field.head, Result.CONFORMING)
    assert ids[1] not in asked(field, field.head)
    assert ids[1] not in asked(field, field.branch)


def test_what_waits_for_a_hidden_question_is_hidden_with_it(field: Field) -> None:
    ids = take(field, {})
    ids = take_again(field, {0: VENDORS, 1: AnswerTest(ids[0], (Result.MINOR,))})
    field.answer(ids[0], field.branch, Result.MINOR)
    field.do(selection.set_profile_fact("has_vendors", ["no"]))
    assert asked(field, field.branch) == ids[2:]
    gone = no_longer_asked(field.audit, field.shelf)
    assert [(row.question_id, row.why, row.result) for row in gone] == [
        (ids[0], Gone.CONDITION, Result.MINOR)
    ]
    field.do(selection.set_profile_fact("has_vendors", ["yes"]))
    assert asked(field, field.branch) == ids
    assert no_longer_asked(field.audit, field.shelf) == ()


def test_an_answer_to_a_question_that_is_left_out_is_unknown(field: Field) -> None:
    ids = take(field, {})
    ids = take_again(field, {1: AnswerTest(ids[0], (Result.MINOR,))})
    field.answer(ids[0], field.branch, Result.CONFORMING)
    field.do(selection.leave_out([ids[0]], field.branch, reason=LeftOutReason.LOW_RISK))
    assert ids[1] in asked(field, field.branch)


def test_packs_whose_questions_wait_for_each_other_still_open(field: Field) -> None:
    ids = take(field, {})
    ids = take_again(
        field,
        {
            0: AnswerTest(ids[1], (Result.MINOR,)),
            1: AnswerTest(ids[0], (Result.MINOR,)),
            2: AnswerTest(ids[2], (Result.MINOR,)),
        },
    )
    assert set(ids) >= set(asked(field, field.branch))
    field.answer(ids[0], field.branch, Result.CONFORMING)
    assert set(ids[3:]) <= set(asked(field, field.branch))


def test_the_sector_comes_from_the_audit(field: Field) -> None:
    ids = take(field, {1: ProfileTest("sector", ("bank",)), 2: ProfileTest("sector", ("telecom",))})
    assert asked(field, field.branch) == [it for it in ids if it != ids[1]]
    field.do(audits.set_frame(sector=Sector.BANK), field.leader)
    assert asked(field, field.branch) == [it for it in ids if it != ids[2]]
    with pytest.raises(UserError, match="bad_profile_fact"):
        selection.set_profile_fact("sector", ["bank"])


def test_what_is_left_out_keeps_its_answer_and_its_reason(field: Field) -> None:
    ids = take(field, {})
    field.answer(ids[3], field.branch, Result.MINOR)
    field.do(
        selection.leave_out(ids[3:5], field.branch, reason=LeftOutReason.OTHER, note="与外审重复")
    )
    assert asked(field, field.branch) == [*ids[:3], *ids[5:]]
    assert asked(field, field.head) == ids
    rows = not_asked(field.audit, field.shelf)
    assert [(row.question.id, row.result) for row in rows] == [
        (ids[3], Result.MINOR),
        (ids[4], None),
    ]
    assert rows[0].say(load(Lang.ZH), Lang.ZH) == "未纳入：其他原因（与外审重复）。"
    assert [row.why for row in no_longer_asked(field.audit, field.shelf)] == [Gone.LEFT_OUT]
    field.do(selection.ask_again([ids[3]], field.branch))
    assert ids[3] in asked(field, field.branch)
    field.do(selection.leave_out([ids[5]], field.branch, reason=LeftOutReason.NO_TIME))
    assert not_asked(field.audit, field.shelf)[1].say(load(Lang.EN), Lang.EN) == (
        "Left out: Not enough time."
    )


def test_other_needs_words() -> None:
    import uuid

    with pytest.raises(UserError, match="left_out_needs_note"):
        selection.leave_out(["Q"], uuid.uuid4(), reason=LeftOutReason.OTHER, note="  ")


def test_the_profile_says_what_each_fact_decides(field: Field) -> None:
    take(field, {1: VENDORS, 2: VENDORS})
    rows = {row.fact.id: row for row in profile(field.audit, field.shelf)}
    assert (rows["has_vendors"].values, rows["has_vendors"].questions) == (None, 2)
    field.do(selection.set_profile_fact("has_vendors", ["no"]))
    rows = {row.fact.id: row for row in profile(field.audit, field.shelf)}
    assert (rows["has_vendors"].values, rows["has_vendors"].hides) == ({"no"}, 4)
    assert rows["regime"].questions == 0


@pytest.mark.parametrize("bad", ["", "Has Vendors", "a" * 61, "x;drop", "vendors\n"])
def test_words_that_are_no_facts(bad: str) -> None:
    with pytest.raises(UserError, match="bad_profile_fact"):
        selection.set_profile_fact(bad, ["yes"])
    with pytest.raises(UserError, match="bad_profile_fact"):
        selection.set_profile_fact("has_vendors", [bad])
