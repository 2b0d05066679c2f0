"""Working numbers read back, never clash between auditors; final numbers are given once."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain import numbering
from auditapp.domain.numbering import NumberKind, ToNumber, WorkingNumber
from auditapp.domain.vocabulary import Grade
from auditapp.errors import UserError

letters = st.sampled_from("ABCXYZ李王")
signs = st.sampled_from("ABCXYZ0189李王杭")
persons = st.builds(lambda head, last: head + last, st.text(signs, max_size=7), letters)
units = st.text(signs, min_size=1, max_size=12)


def test_examples() -> None:
    assert numbering.evidence_number("HZ", "LI", 7) == "E-HZ-LI007"
    assert numbering.finding_number("LI", 7) == "F-LI07"
    assert numbering.action_number("LI", 107) == "A-LI107"
    assert numbering.final_number("ZJ-2026-04", Grade.MAJOR, 1) == "ZJ-2026-04-NC-01"
    assert numbering.final_number("ZJ-2026-04", Grade.IMPROVEMENT, 12) == "ZJ-2026-04-OFI-12"


@given(units, persons, st.integers(1, 20_000))
def test_numbers_read_back(unit: str, person: str, n: int) -> None:
    assert numbering.parse(numbering.evidence_number(unit, person, n)) == WorkingNumber(
        NumberKind.EVIDENCE, unit, person, n
    )
    assert numbering.parse(numbering.finding_number(person, n)) == WorkingNumber(
        NumberKind.FINDING, None, person, n
    )


@given(
    st.tuples(units, persons, st.integers(1, 2000)), st.tuples(units, persons, st.integers(1, 2000))
)
def test_two_auditors_never_give_the_same_number(
    one: tuple[str, str, int], other: tuple[str, str, int]
) -> None:
    same = numbering.evidence_number(*one) == numbering.evidence_number(*other)
    assert same == (one == other)
    same = numbering.finding_number(*one[1:]) == numbering.finding_number(*other[1:])
    assert same == (one[1:] == other[1:])


@given(st.text(max_size=20))
def test_parsing_anything_is_safe(text: str) -> None:
    found = numbering.parse(text)
    assert found is None or str(found) == text


@pytest.mark.parametrize("text", ["E-HZ-LI7", "F-LI7", "F-LI00", "F-07", "X-LI07", "F-LI007", ""])
def test_no_second_way_to_write_a_number(text: str) -> None:
    assert numbering.parse(text) is None


def test_counters_are_named_by_kind_unit_and_auditor() -> None:
    assert numbering.evidence_counter("HZ", "LI") == "E-HZ-LI"
    assert numbering.finding_counter("LI") == "F-LI"
    assert numbering.action_counter("LI") == "A-LI"


@pytest.mark.parametrize(("code", "tidy"), [("li", "LI"), (" z1a ", "Z1A"), ("李", "李")])
def test_person_codes(code: str, tidy: str) -> None:
    assert numbering.check_person_code(code) == tidy


@pytest.mark.parametrize("code", ["", "A1", "A-B", "A B", "ABCDEFGHI", "A_B", "a/b"])
def test_bad_person_codes(code: str) -> None:
    with pytest.raises(UserError) as caught:
        numbering.check_person_code(code)
    assert caught.value.code == "bad_person_code"


@pytest.mark.parametrize("code", ["", "A-B", "ABCDEFGHIJKLM", "a b", "../x"])
def test_bad_unit_codes(code: str) -> None:
    with pytest.raises(UserError):
        numbering.check_unit_code(code)
    assert numbering.check_unit_code(" hz1 ") == "HZ1"


def test_numbers_begin_at_one() -> None:
    with pytest.raises(ValueError, match="begin at 1"):
        numbering.finding_number("LI", 0)


def finding(n: int, grade: Grade, clause: str | None, final: str | None = None) -> ToNumber:
    return ToNumber(UUID(int=n), f"F-LI{n:02d}", grade, clause, final)


def test_final_numbers_go_by_grade_then_clause() -> None:
    given_numbers = numbering.final_numbers(
        "A1",
        [
            finding(1, Grade.MINOR, "7.10"),
            finding(2, Grade.MINOR, "7.2"),
            finding(3, Grade.MAJOR, "8.1"),
            finding(4, Grade.IMPROVEMENT, None),
            finding(5, Grade.IMPROVEMENT, "4.1"),
            finding(6, Grade.GOOD_PRACTICE, "4.1"),
        ],
    )
    assert {owner.int: number for owner, number in given_numbers.items()} == {
        3: "A1-NC-01",
        2: "A1-NC-02",
        1: "A1-NC-03",
        5: "A1-OFI-01",
        4: "A1-OFI-02",
        6: "A1-GP-01",
    }


to_number = st.builds(
    finding,
    st.integers(1, 99),
    st.sampled_from(Grade),
    st.none() | st.sampled_from(["7.2", "7.10"]),
)


@given(st.lists(to_number, unique_by=lambda f: f.id), st.lists(to_number, unique_by=lambda f: f.id))
def test_final_numbers_are_given_once(first: list[ToNumber], later: list[ToNumber]) -> None:
    given_first = numbering.final_numbers("A1", first)
    known = {f.id for f in first}
    second = [finding(f.id.int, f.grade, f.clause, given_first[f.id]) for f in first]
    second += [f for f in later if f.id not in known]
    given_later = numbering.final_numbers("A1", second)
    everything = [*given_first.values(), *given_later.values()]
    assert numbering.used_twice(everything) == []
    assert set(given_later) == {f.id for f in later} - known
    # What was withdrawn in between frees no number.
    again = numbering.final_numbers("A1", later, spent=given_first.values())
    assert not set(again.values()) & set(given_first.values())


def test_used_twice() -> None:
    assert numbering.used_twice(["b", "a", "b", "c", "a", "b"]) == ["a", "b"]
