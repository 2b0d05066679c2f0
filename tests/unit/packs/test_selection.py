"""Which questions a plan gets, where, how long they take, and which laws bind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import QuestionScope, Sector
from auditapp.packs.content import Jurisdiction, Pack, SamplingMethod
from auditapp.packs.coverage import counts, coverage
from auditapp.packs.selection import binding_cards, minutes_of, select

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists


@pytest.fixture
def pack(checklists: Checklists) -> Pack:
    """One core question per unit with 59 items, one other question for the organisation."""
    pack = checklists.check().library.pack("T01")
    first, second = pack.questions
    once = replace(second, scope=QuestionScope.ORGANISATION, core=False, sampling=None)
    return replace(pack, questions=(first, replace(once, effort_item=0)))


def test_questions_per_unit_and_for_the_organisation(pack: Pack) -> None:
    chosen = select(pack, sector=Sector.TELECOM, core_only=False, units=3)
    assert [(row.question.id, row.units) for row in chosen.rows] == [
        ("T01-7.2-01", (0, 1, 2)),
        ("T01-7.2-02", (0,)),
    ]
    assert chosen.minutes == 3 * (5 + 59 * 4) + 5
    assert chosen.open_ended == 0


def test_core_only(pack: Pack) -> None:
    chosen = select(pack, sector=Sector.BANK, core_only=True, units=1)
    assert [row.question.id for row in chosen.rows] == ["T01-7.2-01"]


def test_a_pack_for_other_sectors_asks_nothing(pack: Pack) -> None:
    telecom = replace(pack, sectors=(Sector.TELECOM,))
    for sector, count in ((Sector.TELECOM, 2), (Sector.BANK, 0), (Sector.ALL, 0)):
        chosen = select(telecom, sector=sector, core_only=False, units=3)
        assert len(chosen.rows) == count
    assert select(pack, sector=Sector.ALL, core_only=False, units=0).rows == ()


def test_what_takes_everything_is_counted_apart(pack: Pack) -> None:
    first = pack.questions[0]
    assert first.sampling is not None
    sampling = replace(first.sampling, method=SamplingMethod.TAKE_ALL, default_n=None)
    everything = replace(first, sampling=sampling)
    assert minutes_of(everything) == 5
    chosen = select(
        replace(pack, questions=(everything,)),
        sector=Sector.ALL,
        core_only=False,
        units=3,
    )
    assert (chosen.minutes, chosen.open_ended) == (15, 3)


def test_a_law_binds_where_sector_and_jurisdiction_match(checklists: Checklists) -> None:
    library = checklists.check().library
    question = replace(
        library.pack("T01").questions[0], criteria=("iso10002-2018-7.2", "cn-cpl-art39")
    )

    def binding(sector: Sector, jurisdiction: Jurisdiction) -> list[str]:
        cards = binding_cards(question, library.criteria, sector=sector, jurisdiction=jurisdiction)
        return [card.id for card in cards]

    assert binding(Sector.BANK, Jurisdiction.CN) == ["cn-cpl-art39"]
    assert binding(Sector.TELECOM, Jurisdiction.CN) == ["cn-cpl-art39"]
    assert binding(Sector.INSURANCE, Jurisdiction.CN) == []
    assert binding(Sector.BANK, Jurisdiction.UK) == []


def test_coverage_by_clause_and_principle(checklists: Checklists) -> None:
    library = checklists.check().library
    table = coverage(library.packs, library.criteria)
    both = ("T01-7.2-01", "T01-7.2-02")
    assert [(row.id, row.questions) for row in table.clauses] == [("iso10002-2018-7.2", both)]
    assert [(row.id, row.questions) for row in table.other] == [("cn-cpl-art39", ())]
    served = {row.id: row.questions for row in table.principles}
    assert list(served) == [f"4.{number}" for number in range(1, 16)]
    assert {name for name, questions in served.items() if questions} == {"4.9"}
    assert served["4.9"] == both


def test_clauses_are_ordered_by_number(checklists: Checklists) -> None:
    library = checklists.check().library
    card = library.criteria["iso10002-2018-7.2"]
    names = ["4.10", "4.2", "10", "annex-b", "4"]
    cards = {f"iso10002-2018-{name}": card for name in names}
    table = coverage((), cards)
    shown = [row.id.removeprefix("iso10002-2018-") for row in table.clauses]
    assert shown == ["4", "4.2", "4.10", "10", "annex-b"]


def test_counts(checklists: Checklists) -> None:
    pack = checklists.check().library.pack("T01")
    figures = counts(pack)
    assert (figures.questions, figures.core) == (2, 2)
    assert figures.by_section == {"7": 0, "7.2": 2}
    assert figures.by_type == {"sample": 2}
    assert figures.minutes == 2 * (5 + 59 * 4)
    without = counts(replace(pack, questions=()))
    assert (
        without.words_en == len(["A", "test", "pack", "auditors", "For", "tests", "Operation"]) + 3
    )
    assert without.characters_zh == len("测试检查表审核员供测试使用运行投诉受理")
