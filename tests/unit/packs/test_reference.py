"""The reference: what a search finds, in which order, and how a card is cited."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Force, Lang, Sector
from auditapp.packs.content import CardKind, Jurisdiction
from auditapp.packs.library import load_library
from auditapp.packs.reference import Narrow, Reference, chinese_number, citation, place_of
from auditapp.paths import shipped_paths

if TYPE_CHECKING:
    from auditapp.packs.content import Library


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(shipped_paths().checklists)


@pytest.fixture(scope="module")
def reference(library: Library) -> Reference:
    return Reference(library)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("第二十条 银行业", "cn-cbirc-2020-3-art20"),
        ("第20条 银保监", "cn-cbirc-2020-3-art20"),
        ("Art. 20 CBIRC", "cn-cbirc-2020-3-art20"),
        ("核查", "cn-cbirc-2020-3-art20"),
        ("7.2", "iso10002-2018-7.2"),
        ("ISO 10002 7.2", "iso10002-2018-7.2"),
        ("GB/T19012 7.2", "iso10002-2018-7.2"),
        ("gbt 19012 7.2", "iso10002-2018-7.2"),
        ("附录H 19012", "iso10002-2018-annex-h"),
        ("投诉受理 \uff17\uff0e\uff12", "iso10002-2018-7.2"),
        ("receipt of complaints 投诉", "iso10002-2018-7.2"),
    ],
)
def test_what_one_types_finds_the_card(reference: Reference, words: str, first: str) -> None:
    assert reference.find(words)[0].id == first


def test_one_character_is_enough_and_titles_come_first(reference: Reference) -> None:
    found = reference.find("复")
    in_title = ["复" in card.title.zh for card in found]
    assert len(found) > 5
    assert in_title == sorted(in_title, reverse=True)
    assert True in in_title
    assert False in in_title


def test_nothing_typed_shows_all_and_nonsense_nothing(reference: Reference) -> None:
    assert [card.id for card in reference.find("  ")] == list(reference.cards)
    assert reference.find("鑫森淼焱垚") == []


def test_every_card_is_found_by_its_own_words(reference: Reference) -> None:
    for card in reference.cards.values():
        for words in (card.id, card.title.zh, card.title.en, card.paraphrase.zh, card.source.en):
            assert card in reference.find(words), (card.id, words)


def test_filters(reference: Reference) -> None:
    cards = reference.cards.values()
    asked = {
        Narrow(kinds=frozenset({CardKind.LAW})): lambda it: it.kind is CardKind.LAW,
        Narrow(forces=frozenset({Force.GUIDANCE})): lambda it: it.force is Force.GUIDANCE,
        Narrow(jurisdictions=frozenset({Jurisdiction.UK, Jurisdiction.AU})): lambda it: (
            it.jurisdiction in (Jurisdiction.UK, Jurisdiction.AU)
        ),
        Narrow(sectors=frozenset({Sector.TELECOM})): lambda it: Sector.TELECOM in it.sectors,
        Narrow(verified=False): lambda it: not it.verified,
    }
    for narrow, holds in asked.items():
        found = reference.find("", narrow)
        assert found == [card for card in cards if holds(card)]
        assert 0 < len(found) < len(cards)


def test_a_citation_names_source_place_and_title(reference: Reference) -> None:
    card = reference.cards["cn-cbirc-2020-3-art20"]
    zh, en = citation(card, Lang.ZH), citation(card, Lang.EN)
    assert zh.startswith("《银行业保险业消费投诉处理管理办法》（银保监会令2020年第3号）第20条（")
    assert en.startswith("Measures for Handling Consumer Complaints")
    assert ", Art. 20 (" in en
    clause = reference.cards["iso10002-2018-7.2"]
    assert citation(clause, Lang.ZH).startswith("GB/T 19012-2019（ISO 10002:2018） 7.2（")
    assert place_of(reference.cards["iso10002-2018-annex-h"], Lang.ZH) == "附录H"


@pytest.mark.parametrize(
    ("number", "said"),
    [(2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十"),
     (163, "一百六十三"), (1034, "一千零三十四"), (1183, "一千一百八十三")],
)  # fmt: skip
def test_numbers_of_articles(number: int, said: str) -> None:
    assert chinese_number(number) == said


def test_questions_that_cite_a_card(library: Library, reference: Reference) -> None:
    cited = {card for card in reference.cards if reference.citing(card)}
    assert cited == {card for it in library.packs for q in it.questions for card in q.criteria}
    pack_id, question = reference.citing("iso10002-2018-7.2")[0]
    assert "iso10002-2018-7.2" in library.pack(pack_id).by_id[question.id].criteria


def test_the_glossary_is_found_by_right_and_wrong_words(reference: Reference) -> None:
    found = [term.id for term in reference.find_terms("复核")]
    assert {"petition_review", "working_paper_review", "verification_review"} <= set(found)
    assert [it.id for it in reference.find_terms("复核", "petition")] == ["petition_review"]
    assert "verification_review" in [term.id for term in reference.find_terms("verification rev")]


def test_ambiguities_are_found_by_rule_and_word(reference: Reference) -> None:
    assert [it.id for it in reference.find_ambiguities("quiet_mode")] == ["A-04"]
    assert "A-11" in [it.id for it in reference.find_ambiguities("R-035")]


def test_a_search_of_everything_is_far_below_its_budget(reference: Reference) -> None:
    """A bare scan of the same words is what it costs at the least; never judged by wall time."""
    texts = [f"{it.source}{it.title}{it.paraphrase}".casefold() for it in reference.cards.values()]
    floors: list[float] = []
    mine: list[float] = []
    for _ in range(9):
        start = time.perf_counter()
        for word in ("投", "复核", "a"):
            _ = [text for text in texts if word in text]
        floors.append(time.perf_counter() - start)
        start = time.perf_counter()
        for word in ("投", "复核", "a"):
            reference.find(word)
        mine.append(time.perf_counter() - start)
    assert min(mine) < 100 * min(floors)
