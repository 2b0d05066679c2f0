"""Conditions of questions: reading, what is refused, reachability, evaluation, freezing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang, Result
from auditapp.packs.conditions import (
    AnswerTest,
    Group,
    ProfileTest,
    circle,
    facts_of,
    questions_of,
    unmet,
)
from auditapp.packs.content import FactKind
from auditapp.packs.freeze import freeze, thaw
from auditapp.packs.library import load_library
from auditapp.packs.reading import check_paths
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.unit.packs.sample import Checklists

PROFILE = """\
facts:
  - id: sector
    kind: choice
    from_audit: true
    name: {en: Sector, zh: 行业}
    question: {en: Which sector?, zh: 哪个行业？}
    values:
      - {id: telecom, name: {en: Telecom, zh: 通信}}
      - {id: bank, name: {en: Bank, zh: 银行}}
  - id: has_vendors
    kind: flag
    name: {en: Vendors, zh: 外包商}
    question: {en: Are there vendors?, zh: 有外包商吗？}
  - id: regime
    kind: set
    name: {en: Regimes, zh: 制度}
    question: {en: Which regimes?, zh: 哪些制度？}
    values:
      - {id: uk_finance, name: {en: UK, zh: 英国}}
      - {id: au_finance, name: {en: Australia, zh: 澳大利亚}}
      - {id: hk_bank, name: {en: Hong Kong, zh: 香港}}
"""
FIRST, SECOND = "T01-7.2-01", "T01-7.2-02"


@pytest.fixture(autouse=True)
def _profile(checklists: Checklists) -> None:
    (checklists.root / "profile.yaml").write_text(PROFILE, encoding="utf-8")


def put(checklists: Checklists, condition: str, question: str = SECOND) -> int:
    """Give a question a condition; the line of ``shown_if``."""
    head = f"  - id: {question}\n"
    return checklists.change(checklists.part, head, f"{head}    shown_if: {condition}\n") + 1


def told(checklists: Checklists) -> list[tuple[str, int]]:
    return [(it.code, it.line) for it in checklists.check().problems]


@pytest.mark.parametrize(
    ("condition", "means"),
    [
        ("{profile: has_vendors}", ProfileTest("has_vendors")),
        ("{profile: has_vendors, is: [no]}", ProfileTest("has_vendors", ("no",))),
        (
            "{profile: regime, is: [uk_finance, hk_bank]}",
            ProfileTest("regime", ("uk_finance", "hk_bank")),
        ),
        ("{profile: sector, is: [bank]}", ProfileTest("sector", ("bank",))),
        (
            "{answer: T01-7.2-01, is: [minor, major]}",
            AnswerTest(FIRST, (Result.MINOR, Result.MAJOR)),
        ),
        (
            (
                "{all: [{profile: has_vendors}, {any: [{profile: regime, is: [hk_bank]}, "
                "{answer: T01-7.2-01, is: [not_conclusive]}]}]}"
            ),
            Group(
                True,
                (
                    ProfileTest("has_vendors"),
                    Group(
                        False,
                        (
                            ProfileTest("regime", ("hk_bank",)),
                            AnswerTest(FIRST, (Result.NOT_CONCLUSIVE,)),
                        ),
                    ),
                ),
            ),
        ),
    ],
)
def test_what_is_written_is_what_is_read_and_frozen(
    checklists: Checklists, condition: str, means: object
) -> None:
    put(checklists, condition)
    report = checklists.check()
    assert report.problems == ()
    pack = report.library.pack("T01")
    assert pack.by_id[SECOND].shown_if == means
    frozen = freeze(pack, report.library.criteria)
    assert json.loads(frozen)["format"] == 2
    assert thaw(frozen).pack == pack
    assert {fact.id for fact in pack.facts} == facts_of(pack.by_id[SECOND].shown_if)


def test_a_pack_without_conditions_keeps_its_bytes(checklists: Checklists) -> None:
    library = checklists.check().library
    plain = json.loads(freeze(library.pack("T01"), library.criteria))
    assert plain["format"] == 1
    assert "facts" not in plain["pack"]
    assert all("shown_if" not in question for question in plain["pack"]["questions"])


def test_conditions_come_back_from_the_cache(checklists: Checklists) -> None:
    put(checklists, "{profile: regime, is: [hk_bank]}")
    cache = checklists.root.parent / "cache"
    first = load_library(checklists.root, cache_dir=cache)
    again = load_library(checklists.root, cache_dir=cache)
    assert again == first
    assert [fact.kind for fact in again.facts] == [FactKind.CHOICE, FactKind.FLAG, FactKind.SET]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("{profile: has_dogs}", "pack_fact_unknown"),
        ("{profile: regime}", "pack_condition_value_missing"),
        ("{profile: regime, is: [mars]}", "pack_not_a_choice"),
        ("{profile: has_vendors, is: [true]}", "pack_want_text"),
        ("{profile: has_vendors, is: [yes, yes]}", "pack_listed_twice"),
        ("{profile: has_vendors, is: []}", "pack_list_short"),
        ("{answer: T01-7.2-99, is: [minor]}", "pack_condition_question"),
        ("{answer: T01-7.2-01}", "pack_condition_is_missing"),
        ("{answer: T01-7.2-01, is: [bad]}", "pack_not_a_choice"),
        ("{answer: T01-7.2-02, is: [minor]}", "pack_condition_circle"),
        ("{answer: T01-7.2-01, profile: has_vendors, is: [minor]}", "pack_condition_form"),
        ("{is: [minor]}", "pack_condition_form"),
        ("{}", "pack_condition_form"),
        ("[]", "pack_want_mapping"),
        ("{all: [{profile: has_vendors}]}", "pack_list_short"),
        ("{any: has_vendors}", "pack_want_list"),
        (
            "{all: [{profile: has_vendors}, {profile: regime, is: [hk_bank]}], is: [minor]}",
            "pack_condition_is_group",
        ),
        ("{not: {profile: has_vendors}}", "pack_unknown_key"),
        ("{profil: has_vendors}", "pack_unknown_key_near"),
        ("{profile: sector, is: [mars]}", "pack_not_a_choice"),
    ],
)
def test_what_is_refused_with_its_line(checklists: Checklists, condition: str, code: str) -> None:
    line = put(checklists, condition)
    problems = checklists.check().problems
    assert (code, line) in {(it.code, it.line) for it in problems}
    assert not checklists.check().ok
    assert checklists.check().library.packs == ()
    for lang in Lang:
        assert all("{" not in said for said in checklists.said(lang) if "is: [" not in said)


def test_nesting_deeper_than_one_level_is_refused(checklists: Checklists) -> None:
    test = "{profile: has_vendors}"
    put(checklists, f"{{all: [{test}, {{any: [{test}, {{all: [{test}, {test}]}}]}}]}}")
    assert "pack_unknown_key" in checklists.codes()


def test_questions_that_wait_for_each_other(checklists: Checklists) -> None:
    put(checklists, f"{{answer: {FIRST}, is: [minor]}}")
    line = put(checklists, f"{{answer: {SECOND}, is: [minor]}}", FIRST)
    assert told(checklists) == [("pack_condition_circle", line)]
    assert f"{FIRST}, {SECOND}" in checklists.said()[0]


@pytest.mark.parametrize(
    "condition",
    [
        "{all: [{profile: has_vendors}, {profile: has_vendors, is: [no]}]}",
        "{all: [{profile: sector, is: [bank]}, {profile: sector, is: [telecom]}]}",
        f"{{all: [{{answer: {FIRST}, is: [minor]}}, {{answer: {FIRST}, is: [major]}}]}}",
        # The first question is asked only with vendors, and this one waits for its answer.
        f"{{all: [{{answer: {FIRST}, is: [minor]}}, {{profile: has_vendors, is: [no]}}]}}",
    ],
)
def test_a_question_that_can_never_be_asked(checklists: Checklists, condition: str) -> None:
    put(checklists, "{profile: has_vendors}", FIRST)
    line = put(checklists, condition)
    assert told(checklists) == [("pack_condition_never", line)]


def test_a_set_may_hold_several_values_at_once(checklists: Checklists) -> None:
    put(
        checklists,
        "{all: [{profile: regime, is: [uk_finance]}, {profile: regime, is: [hk_bank]}]}",
    )
    assert told(checklists) == []


def test_a_sector_that_the_pack_is_not_made_for(checklists: Checklists) -> None:
    line = put(checklists, "{profile: sector, is: [bank]}")
    assert told(checklists) == []
    checklists.change(checklists.head, "sectors: [all]", "sectors: [telecom]")
    assert told(checklists) == [("pack_condition_never", line)]


def test_a_question_that_is_switched_off_can_be_referred_to(checklists: Checklists) -> None:
    put(checklists, f"{{answer: {FIRST}, is: [minor]}}")
    checklists.change(checklists.part, "    core: true\n", "    core: true\n    off: true\n")
    report = checklists.check()
    assert [it.code for it in report.problems if not it.warning] == []
    assert [it.id for it in report.library.pack("T01").questions] == [SECOND]


def test_a_condition_that_hides_nothing(checklists: Checklists) -> None:
    line = put(checklists, "{profile: has_vendors, is: [yes, no]}")
    assert told(checklists) == [("pack_condition_always", line)]
    assert checklists.check().ok


def test_too_many_combinations_are_refused_at_once(checklists: Checklists) -> None:
    flags = "".join(
        f"  - {{id: f{n}, kind: flag, name: {{en: f, zh: 旗}},"
        " question: {en: Is it?, zh: 是？}}\n"
        for n in range(18)
    )
    (checklists.root / "profile.yaml").write_text(PROFILE + flags, encoding="utf-8")
    tests = ", ".join(f"{{profile: f{n}}}" for n in range(18))
    line = put(checklists, f"{{all: [{tests}]}}")
    assert told(checklists) == [("pack_condition_wide", line)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: flag", "kind: choice", "pack_fact_values"),
        ("kind: set", "kind: flag", "pack_fact_values"),
        ("id: has_vendors", "id: regime", "pack_entry_taken"),
        ("kind: flag", "kind: bag", "pack_not_a_choice"),
        ("{id: hk_bank,", "{id: uk_finance,", "pack_listed_twice"),
        ("    from_audit: true\n", "", "pack_fact_from_audit"),
        ("{id: bank,", "{id: mars,", "pack_fact_sectors"),
        ("en: Vendors, ", "", "pack_missing_en"),
        ("kind: flag", "kind: flag\n    colour: red", "pack_unknown_key"),
        ("kind: flag", "kind: [flag", "pack_yaml_broken"),
    ],
)
def test_a_faulty_profile(checklists: Checklists, old: str, new: str, code: str) -> None:
    checklists.change(checklists.root / "profile.yaml", old, new)
    assert code in checklists.codes()


def test_a_profile_in_another_encoding(checklists: Checklists) -> None:
    (checklists.root / "profile.yaml").write_bytes(PROFILE.encode("gb18030"))
    assert checklists.codes() == ["pack_not_utf8"]


def test_a_single_pack_knows_the_built_in_facts_and_questions(checklists: Checklists) -> None:
    (checklists.root / "profile.yaml").unlink()
    question = "P01-7.2-01"
    put(checklists, f"{{any: [{{profile: has_vendors}}, {{answer: {question}, is: [minor]}}]}}")
    report = check_paths([checklists.pack], built_in=REAL)
    assert [it for it in report.problems if "condition" in it.code or "fact" in it.code] == []
    assert report.library.pack("T01").facts[0].id == "has_vendors"


class Known:
    """What is known, for a test."""

    def __init__(
        self,
        facts: Mapping[str, set[str]] | None = None,
        answers: Mapping[str, Result | bool] | None = None,
    ) -> None:
        self.facts, self.answers = facts or {}, answers or {}

    def fact(self, fact: str) -> frozenset[str] | None:
        return frozenset(self.facts[fact]) if fact in self.facts else None

    def answer(self, question: str) -> Result | bool:
        return self.answers.get(question, True)


VENDORS = ProfileTest("has_vendors")
HONG_KONG = ProfileTest("regime", ("hk_bank",))
BAD = AnswerTest("Q", (Result.MINOR, Result.MAJOR))


@pytest.mark.parametrize(
    ("condition", "known", "hidden_by"),
    [
        (VENDORS, Known(), ()),
        (VENDORS, Known({"has_vendors": {"yes"}}), ()),
        (VENDORS, Known({"has_vendors": {"no"}}), (VENDORS,)),
        (HONG_KONG, Known({"regime": set()}), (HONG_KONG,)),
        (HONG_KONG, Known({"regime": {"uk_finance", "hk_bank"}}), ()),
        (BAD, Known(), ()),
        (BAD, Known(answers={"Q": Result.MINOR}), ()),
        (BAD, Known(answers={"Q": Result.CONFORMING}), (BAD,)),
        (BAD, Known(answers={"Q": False}), (BAD,)),
        (Group(True, (VENDORS, BAD)), Known({"has_vendors": {"no"}}), (VENDORS,)),
        (Group(False, (VENDORS, BAD)), Known({"has_vendors": {"no"}}), ()),
        (
            Group(False, (VENDORS, BAD)),
            Known({"has_vendors": {"no"}}, {"Q": Result.CONFORMING}),
            (VENDORS, BAD),
        ),
        (
            Group(True, (HONG_KONG, Group(False, (VENDORS, BAD)))),
            Known({"has_vendors": {"no"}, "regime": set()}),
            (HONG_KONG,),
        ),
    ],
)
def test_what_hides_a_question(
    condition: ProfileTest | AnswerTest | Group, known: Known, hidden_by: object
) -> None:
    assert unmet(condition, known) == hidden_by


def test_a_long_chain_is_no_circle() -> None:
    chain = {f"Q{n}": AnswerTest(f"Q{n + 1}", (Result.MINOR,)) for n in range(3000)}
    assert circle(chain) == ()
    assert questions_of(chain["Q7"]) == {"Q8"}
    chain["Q3000"] = AnswerTest("Q2999", (Result.MINOR,))
    assert set(circle(chain)) == {"Q2999", "Q3000"}
