"""The clause tree: order, parents, lists, titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain import clauses
from auditapp.domain.clauses import ISO_10002_2018
from auditapp.domain.vocabulary import Lang

numbers = st.lists(st.integers(1, 30), min_size=1, max_size=4).map(
    lambda parts: ".".join(map(str, parts))
)


def test_order_is_by_number_and_annexes_last() -> None:
    mixed = ["D", "8.6.10", "7.10", "7.2", "8.6.2", "7", "10", "A", "7.2"]
    assert clauses.in_order(mixed) == ["7", "7.2", "7.10", "8.6.2", "8.6.10", "10", "A", "D"]


def test_any_text_has_a_place() -> None:
    assert clauses.in_order(["reply", "7.2", "", "7.a"]) == ["7.2", "7.a", "", "reply"]


def test_parents() -> None:
    assert clauses.parents("5.4.2") == ("5.4", "5")
    assert clauses.parents("5") == ()
    assert clauses.with_parents(["8.6.2", "5.1"]) == ["5", "5.1", "8", "8.6", "8.6.2"]


@pytest.mark.parametrize(
    ("upper", "clause", "expected"),
    [("7", "7.2", True), ("7.2", "7.2", True), ("7.2", "7", False), ("7.1", "7.10", False)],
)
def test_covers(upper: str, clause: str, expected: bool) -> None:
    assert clauses.covers(upper, clause) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4-8", {"4", "5", "6", "7", "8"}),
        ("4–6、8.1", {"4", "5", "6", "8.1"}),
        ("7.1 至 7.3", {"7.1", "7.2", "7.3"}),
        ("7.2; A-C，D", {"7.2", "A", "B", "C", "D"}),
        ("", set()),
        ("all", set()),
        ("8-4", set()),
        ("4-5.2", set()),
        ("A-8", set()),
    ],
)
def test_parse_list(text: str, expected: set[str]) -> None:
    assert clauses.parse_list(text) == expected


@given(numbers)
def test_a_parent_sorts_before_and_covers(number: str) -> None:
    assert clauses.is_clause(number)
    for above in clauses.parents(number):
        assert clauses.covers(above, number)
        assert clauses.sort_key(above) < clauses.sort_key(number)


def test_iso_list_is_the_2018_edition() -> None:
    listed = [clause.number for clause in ISO_10002_2018]
    assert listed == clauses.in_order(listed)
    assert listed == clauses.with_parents(listed)
    assert [n for n in listed if n.startswith("4.")] == [f"4.{n}" for n in range(1, 16)]
    assert [n for n in listed if n.startswith("7.")] == [f"7.{n}" for n in range(1, 10)]
    assert [n for n in listed if n.isalpha()] == list("ABCDEFGHI")
    assert all(clause.zh and clause.en and clause.zh != clause.en for clause in ISO_10002_2018)


def test_titles() -> None:
    assert clauses.title_of("7.2", Lang.ZH) == "投诉受理"
    assert clauses.title_of("4.15", Lang.EN) == "Timeliness"
    assert clauses.title_of("9.1", Lang.EN) is None
