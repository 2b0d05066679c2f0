from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Force, Grade, QuestionScope, Result, SignOffStage
from auditapp.ops import plans, signoffs
from auditapp.ops.queries import checklist as queries
from auditapp.ops.queries.content import questions, sections
from auditapp.packs.freeze import freeze
from tests.bench.made_pack import made_cards, made_pack

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field


def test_each_per_unit_question_is_asked_in_every_unit_of_the_sample(field: Field) -> None:
    asked = questions(field.audit, field.shelf)
    pack = made_pack("P90", 84)
    for question in pack.questions:
        units = [it.unit_id for it in asked if it.question.id == question.id]
        if question.scope is QuestionScope.PER_UNIT:
            assert units == [field.head, field.branch]
        else:
            assert units == [field.head]
    assert [it.position for it in asked] == list(range(len(asked)))


def test_a_unit_out_of_the_sample_or_withdrawn_asks_nothing(field: Field) -> None:
    assert field.outside not in {it.unit_id for it in questions(field.audit, field.shelf)}
    field.do(plans.withdraw_unit(field.head))
    asked = questions(field.audit, field.shelf)
    assert {it.unit_id for it in asked} == {field.branch}
    # What is asked of the organisation moves on to the next unit.
    assert len(asked) == 84


def test_the_newer_version_of_a_pack_replaces_the_older_in_a_unit(field: Field) -> None:
    newer = field.do(
        plans.freeze_pack(
            pack_id="P90", version=2, content=freeze(made_pack("P90", 60, version=2), made_cards())
        )
    )
    field.do(plans.set_unit_packs(field.branch, [field.pack, newer]))
    asked = questions(field.audit, field.shelf)
    assert {it.question.version for it in asked if it.unit_id == field.head} == {1}
    assert {it.question.version for it in asked if it.unit_id == field.branch} == {2}
    assert len({it.pair for it in asked}) == len(asked)


def test_sections_keep_reading_order_and_levels(field: Field) -> None:
    listed = sections(field.audit, field.shelf)
    levels = {section.id: section.level for section in listed}
    assert (levels["5"], levels["5.4"], levels["5.4.2"]) == (1, 2, 3)
    ids = [section.id for section in listed]
    assert ids.index("4.2") < ids.index("4.10") < ids.index("5")


def test_rows_tell_result_note_evidence_and_findings(worked: Field) -> None:
    rows = {row.pair: row for row in queries.checklist(worked.audit, worked.shelf)}
    row = rows["P90-7.2-01", worked.branch]
    assert row.result is Result.MINOR
    assert row.fulfilment == 1
    assert row.note == "班长说夜间不登记"
    assert (row.evidence, row.findings, row.worst) == (1, 1, Grade.MINOR)
    assert not row.evidence_missing
    other = rows["P90-7.2-01", worked.head]
    assert (other.result, other.evidence, other.findings) == (Result.CONFORMING, 0, 0)
    assert other.evidence_missing


def test_force_is_that_of_the_strongest_criterion(field: Field) -> None:
    rows = queries.checklist(field.audit, field.shelf)
    for row in rows:
        cited = row.asked.question.criteria
        if "cn-cpl-art17" in cited:
            assert row.force is Force.LAW
        elif row.section == "7.2":
            assert row.force is Force.OWN_PROCEDURE
        else:
            # The rule for banks binds no telecom operator.
            assert row.force is Force.GUIDANCE
            assert not row.is_binding


def test_filters_narrow_and_combine(worked: Field) -> None:
    def count(**wanted: object) -> int:
        return len(queries.checklist(worked.audit, worked.shelf, queries.Filter(**wanted)))  # type: ignore[arg-type]

    every = count()
    assert count(unanswered=True) == every - 5
    assert count(with_findings=True) == 2
    assert count(evidence_missing=True) == 2
    assert count(results=frozenset({Result.MINOR, Result.CONFORMING})) == 3
    assert count(results=frozenset({Result.CONFORMING}), unit_id=worked.head) == 1
    in_branch = count(unit_id=worked.branch)
    assert 0 < in_branch < every
    assert count(section=("P90", "7")) == sum(
        row.section.startswith("7.") for row in queries.checklist(worked.audit, worked.shelf)
    )
    assert count(core=True) < every


def test_search_finds_both_languages_notes_and_ids(worked: Field) -> None:
    def found(text: str) -> set[tuple[str, object]]:
        wanted = queries.Filter(text=text)
        return {row.pair for row in queries.checklist(worked.audit, worked.shelf, wanted)}

    assert ("P90-7.2-01", worked.branch) in found("夜间")
    assert found("夜间") == {("P90-7.2-01", worked.branch)}
    assert ("P90-7.2-02", worked.branch) in found("NIGHT shift")
    assert found("p90-7.2-01") == {("P90-7.2-01", worked.branch), ("P90-7.2-01", worked.head)}
    assert len(found("投诉")) > 20
    assert found("no such words anywhere") == set()


def test_mine_is_what_i_answer_or_review(field: Field) -> None:
    field.do(
        plans.assign(
            ["P90-7.2-01"], field.branch, auditor_id=field.auditor, reviewer_id=field.leader
        )
    )
    for person in (field.auditor, field.leader):
        wanted = queries.Filter(mine=person)
        rows = queries.checklist(field.audit, field.shelf, wanted)
        assert [row.pair for row in rows] == [("P90-7.2-01", field.branch)]


def test_progress_counts_by_section_and_unit(worked: Field) -> None:
    answer_id = worked.audit.read(
        lambda _: next(
            row.answer_id
            for row in queries.checklist(worked.audit, worked.shelf)
            if row.pair == ("P90-7.2-02", worked.branch)
        )
    )
    assert answer_id is not None
    worked.do(
        signoffs.sign(signoffs.Subject.ANSWER, answer_id, SignOffStage.REVIEWED, head="00"),
        worked.leader,
    )
    rows = queries.checklist(worked.audit, worked.shelf)
    total = queries.progress(rows)
    assert (total.answered, total.reviewed, total.not_applicable) == (5, 1, 1)
    assert total.asked == len(rows)
    assert total.open == len(rows) - 5
    by_section = queries.progress_by_section(rows)
    assert by_section["P90", "7"].answered == 5
    assert by_section["P90", "7.2"].answered == 3
    assert by_section["P90", "4"].answered == 0
    assert sum(it.asked for key, it in by_section.items() if "." not in key[1]) == len(rows)
    assert sum(it.asked for it in queries.progress_by_unit(rows).values()) == len(rows)


def test_next_unanswered_goes_on_in_the_unit_and_starts_again(worked: Field) -> None:
    rows = queries.checklist(worked.audit, worked.shelf)
    first = queries.next_unanswered(rows, ("P90-7.2-01", worked.branch), unit_id=worked.branch)
    assert first is not None
    listed = [row for row in rows if row.unit_id == worked.branch]
    at = [row.pair for row in listed].index(("P90-7.2-01", worked.branch))
    assert first.asked.position == next(
        row.asked.position for row in listed[at + 1 :] if row.result is None
    )
    around = queries.next_unanswered(rows, listed[-1].pair, unit_id=worked.branch)
    assert around is not None
    assert around.pair == next(row.pair for row in listed if row.result is None)
    answered = [row for row in rows if row.result is not None]
    assert queries.next_unanswered(answered) is None


def test_one_row_is_as_in_the_list(worked: Field) -> None:
    rows = queries.checklist(worked.audit, worked.shelf)
    for row in rows[:40]:
        assert queries.checklist_row(worked.audit, worked.shelf, row.pair) == row
    assert queries.checklist_row(worked.audit, worked.shelf, ("P90-7.2-01", worked.outside)) is None


def test_matrix_has_each_pair_once(worked: Field) -> None:
    rows = queries.checklist(worked.audit, worked.shelf)
    found = queries.matrix(rows)
    assert sum(len(by_unit) for by_unit in found.values()) == len(rows)
    assert found["P90-7.2-01"][worked.branch].result is Result.MINOR
