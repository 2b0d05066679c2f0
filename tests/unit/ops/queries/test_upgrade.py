"""Upgrading a running audit: what is shown, what is kept, what is asked, and one step back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import Force, Result
from auditapp.errors import UserError
from auditapp.ops import plans, selection
from auditapp.ops.queries.checklist import checklist
from auditapp.ops.queries.not_asked import Gone, no_longer_asked
from auditapp.ops.queries.plan import packs
from auditapp.ops.queries.upgrade import related, upgrades
from auditapp.ops.upgrade import Decision, upgrade_pack
from auditapp.packs.content import Bilingual, Library, Pack
from auditapp.packs.freeze import freeze
from auditapp.packs.upgrade import Fate, diff
from tests.bench.made_pack import made_cards, made_pack
from tests.unit.ops.queries.conftest import QUESTIONS
from tests.world import dump

if TYPE_CHECKING:
    from tests.unit.ops.queries.conftest import Field

REWORDED, RERATED, DROPPED, ADDED = "P90-7.2-02", "P90-7.2-01", "P90-7.4-02", "P90-8.9-99"


def newer() -> Pack:
    """Version 2 of the field's pack: one question reworded, one rated anew, one gone, one new."""
    pack = made_pack("P90", QUESTIONS, version=2)
    questions = []
    for it in pack.questions:
        if it.id == REWORDED:
            questions.append(replace(it, q=Bilingual("Asked otherwise?", "换个问法？")))
        elif it.id == RERATED:
            rating = replace(it.rating, measure=Bilingual("other departures", "其他偏差"))
            questions.append(replace(it, rating=rating, weight=1))
        elif it.id != DROPPED:
            questions.append(replace(it, version=it.version + 1))
    questions.append(replace(pack.questions[0], id=ADDED))
    return replace(pack, questions=tuple(questions))


def library(pack: Pack) -> Library:
    return Library((pack,), made_cards())


def content(pack: Pack) -> bytes:
    return freeze(pack, made_cards())


def test_what_an_upgrade_would_do(worked: Field) -> None:
    (view,) = upgrades(worked.audit, worked.shelf, library(newer()))
    assert view.frozen_id == worked.pack
    assert view.diff.counts == {
        Fate.KEPT: QUESTIONS - 3,
        Fate.CHANGED: 1,
        Fate.RATING_CHANGED: 1,
        Fate.NEW: 1,
        Fate.DROPPED: 1,
    }
    rows = {row.diff.id: row for row in view.rows}
    assert rows[REWORDED].diff.fields == ("q",)
    assert rows[RERATED].diff.fields == ("weight", "rating")
    assert [it.result for it in rows[RERATED].given] == [Result.CONFORMING, Result.MINOR]
    assert [row.diff.id for row in view.to_decide] == [RERATED]
    assert rows[DROPPED].diff.question.id == DROPPED
    assert [it.result for it in rows[DROPPED].given] == [Result.NOT_CONCLUSIVE]


def test_the_same_version_is_no_upgrade(worked: Field) -> None:
    assert upgrades(worked.audit, worked.shelf, library(made_pack("P90", QUESTIONS))) == ()
    assert upgrades(worked.audit, worked.shelf, library(made_pack("P77", 9, version=5))) == ()


def test_answers_stay_by_id_and_one_undo_takes_all_back(worked: Field) -> None:
    before = dump(worked.audit)
    rows = {row.pair: row for row in checklist(worked.audit, worked.shelf)}
    op = upgrade_pack(worked.pack, content=content(newer()), decisions={RERATED: Decision.KEEP})
    done = worked.do(op, worked.leader)
    assert done.reopened == 0
    after = {row.pair: row for row in checklist(worked.audit, worked.shelf)}
    for pair, row in rows.items():
        if pair[0] != DROPPED:
            assert (after[pair].result, after[pair].note) == (row.result, row.note)
    assert {pair[0] for pair in after.keys() - rows.keys()} == {ADDED}
    gone = no_longer_asked(worked.audit, worked.shelf)
    assert [(row.question_id, row.why) for row in gone] == [(DROPPED, Gone.DROPPED)]
    assert [(row.version, row.withdrawn) for row in packs(worked.audit, worked.shelf)] == [
        (1, True),
        (2, False),
    ]
    worked.audit.undo(worked.leader)
    undone = dump(worked.audit)
    assert {**undone, "counter": None} == {**before, "counter": None}


def test_results_can_be_taken_back_while_the_note_stays(worked: Field) -> None:
    op = upgrade_pack(worked.pack, content=content(newer()), decisions={RERATED: Decision.REOPEN})
    assert worked.do(op, worked.leader).reopened == 2
    rows = {row.pair: row for row in checklist(worked.audit, worked.shelf)}
    again = rows[RERATED, worked.branch]
    assert (again.result, again.fulfilment, again.note) == (None, None, "班长说夜间不登记")
    assert again.evidence == 1
    assert again.all_findings == 1


def test_every_changed_rating_with_a_result_wants_a_decision(worked: Field) -> None:
    before = dump(worked.audit)
    with pytest.raises(UserError) as raised:
        worked.do(upgrade_pack(worked.pack, content=content(newer()), decisions={}), worked.leader)
    assert raised.value.code == "upgrade_undecided"
    assert raised.value.args_by_name["questions"] == (RERATED,)
    assert dump(worked.audit) == before


@pytest.mark.parametrize(
    ("pack", "code"),
    [
        (made_pack("P77", 3, version=9), "upgrade_other_pack"),
        (made_pack("P90", 3, version=1), "upgrade_not_newer"),
    ],
)
def test_what_cannot_be_an_upgrade(worked: Field, pack: Pack, code: str) -> None:
    with pytest.raises(UserError, match=code):
        worked.do(upgrade_pack(worked.pack, content=content(pack), decisions={}), worked.leader)


def test_damaged_bytes_are_no_upgrade(worked: Field) -> None:
    with pytest.raises(UserError, match="pack_frozen_damaged"):
        upgrade_pack(worked.pack, content=b"{}", decisions={})


def test_what_was_left_out_stays_left_out(worked: Field) -> None:
    worked.do(selection.leave_out(["P90-8.1-01"], worked.branch, reason=LeftOutReason.NO_TIME))
    op = upgrade_pack(worked.pack, content=content(newer()), decisions={RERATED: Decision.KEEP})
    worked.do(op, worked.leader)
    asked = {row.pair for row in checklist(worked.audit, worked.shelf)}
    assert ("P90-8.1-01", worked.branch) not in asked
    assert ("P90-8.1-01", worked.head) in asked


def test_a_card_of_another_force_changes_the_rating() -> None:
    pack = made_pack("P90", 6)
    cards = made_cards()
    cited = pack.questions[0].criteria[0]
    changed = cards | {cited: replace(cards[cited], force=Force.LAW)}
    found = diff(pack, pack, old_cards=cards, new_cards=changed)
    assert found.cards_changed == (cited,)
    rated = {row.id for row in found.of(Fate.RATING_CHANGED)}
    assert rated == {it.id for it in pack.questions if cited in it.criteria}
    reworded = cards | {cited: replace(cards[cited], title=Bilingual("other", "其他"))}
    assert diff(pack, pack, old_cards=cards, new_cards=reworded).of(Fate.RATING_CHANGED) == ()


def test_related_questions_of_several_packs(worked: Field) -> None:
    words = Bilingual("Does the refund ledger reconcile each quarter?", "退款台账是否每季核对？")
    ids: dict[str, str] = {}
    rows = [worked.pack]
    for name in ("P91", "P92"):
        made = made_pack(name, 6)
        ids[name] = made.questions[1].id
        twin = replace(made.questions[1], q=words)
        pack = replace(made, questions=(made.questions[0], twin, *made.questions[2:]))
        op = plans.freeze_pack(pack_id=name, version=1, content=content(pack))
        rows.append(worked.do(op))
    worked.do(plans.set_unit_packs(worked.branch, rows))
    worked.answer(ids["P92"], worked.branch, Result.MAJOR)
    found = related(worked.audit, worked.shelf)
    (closest,) = found[ids["P91"]]
    assert (closest.question.id, closest.pack_id, closest.close) == (ids["P92"], "P92", 1.0)
    assert [(it.unit_code, it.result) for it in closest.given] == [("HZ", Result.MAJOR)]
    assert [it.pack_id for it in found[ids["P92"]]] == ["P91"]
