"""Related questions of different packs: close words, a shared criterion; never within a pack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import QuestionType
from auditapp.packs.content import Bilingual, Question
from auditapp.packs.problems import Place, Source
from auditapp.packs.reading import check_root
from auditapp.packs.related import by_question, near_pairs, related_pairs
from auditapp.packs.rules import Placed
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists

REFUND = Bilingual("Does the refund ledger reconcile each quarter?", "退款台账是否每季核对？")
NEAR = Bilingual("Is the refund ledger closed each week?", "退款台账是否每周结账？")
FAR = Bilingual("Who may open the door at night?", "夜间由谁开门？")


def made(checklists: Checklists, *texts: Bilingual) -> list[Question]:
    first = checklists.check().library.pack("T01").questions[0]
    return [replace(first, id=f"Q{n}", q=text) for n, text in enumerate(texts)]


def test_same_words_in_two_packs_are_related_and_in_one_pack_not(checklists: Checklists) -> None:
    one, other, far = made(checklists, REFUND, REFUND, FAR)
    (pair,) = related_pairs([("A", one), ("B", other), ("B", far)])
    assert (pair.first, pair.second, pair.close) == ("Q0", "Q1", 1.0)
    assert related_pairs([("A", one), ("A", other)]) == ()


def test_less_will_do_with_the_same_criterion_and_type(checklists: Checklists) -> None:
    one, near, far = made(checklists, REFUND, NEAR, FAR)
    others = [("C", it) for it in made(checklists, *[FAR] * 1)]
    pairs = related_pairs([("A", one), ("B", near), ("B", far), *others])
    found = {(it.first, it.second): it for it in pairs}
    assert found["Q0", "Q1"].same_criterion
    apart = replace(near, criteria=("cn-cpl-art39",), type=QuestionType.INTERVIEW)
    rest = [("A", one), ("B", apart), ("B", far), *others]
    close = found["Q0", "Q1"].close
    still = {(it.first, it.second) for it in related_pairs(rest)}
    assert (("Q0", "Q1") in still) == (close >= 0.26)


def test_words_of_one_language_alone_are_not_enough(checklists: Checklists) -> None:
    one, other, _ = made(checklists, REFUND, Bilingual(REFUND.en, FAR.zh), FAR)
    assert related_pairs([("A", one), ("B", other)]) == ()


def test_nearly_the_same_in_two_packs_is_a_warning(checklists: Checklists) -> None:
    one, other, far = made(checklists, REFUND, NEAR, FAR)
    same = replace(other, q=Bilingual("Do refund ledgers reconcile each quarter?", REFUND.zh))
    place = Place(Source("x", {}))
    placed = [
        Placed(replace(one, id="A-1"), place),
        Placed(replace(same, id="B-1"), place),
        Placed(replace(far, id="B-2"), place),
    ]
    pairs = near_pairs(placed)
    assert [(a.question.id, b.question.id) for a, b in pairs] == [("A-1", "B-1")]
    placed[1] = Placed(replace(other, id="B-1"), place)
    assert near_pairs(placed) == []


def test_by_question_names_both_ends(checklists: Checklists) -> None:
    one, other = made(checklists, REFUND, REFUND)
    grouped = by_question(related_pairs([("A", one), ("B", other)]))
    assert set(grouped) == {"Q0", "Q1"}
    assert grouped["Q0"] == grouped["Q1"]


def test_the_shipped_packs_from_the_closest_on() -> None:
    library = check_root(REAL).library
    questions = [(pack.id, it) for pack in library.packs for it in pack.questions]
    pairs = related_pairs(questions)
    assert pairs == tuple(sorted(pairs, key=lambda it: (-it.close, it.first, it.second)))
    known = {pair.first for pair in pairs} | {pair.second for pair in pairs}
    assert {"P01-5.3-01", "P02-5-01"} <= known
