"""Planned work against hours; the proposal what to ask: the same each time, explained, in time."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain.selection import (
    Candidate,
    Risks,
    RuleOutcome,
    Slot,
    Why,
    load_of,
    points_of,
    propose,
)
from auditapp.domain.vocabulary import Grade, Prepare

HEAD, BRANCH, WANG, LI = (uuid.uuid5(uuid.NAMESPACE_OID, name) for name in "abcd")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
PLAIN = Candidate("Q1", HEAD, 0, 30, weight=3, core=False, prepare=Prepare.SITE)


def row(n: int, **changes: object) -> Candidate:
    return replace(PLAIN, question=f"Q{n}", position=n, **changes)  # pyright: ignore[reportArgumentType]


def test_398_questions_in_36_hours() -> None:
    slots = [Slot(WANG, MONDAY, 18 * 60), Slot(LI, MONDAY, 18 * 60)]
    load = load_of({HEAD: [10] * 398}, slots)
    assert load.per_question == pytest.approx(5.427, abs=0.001)
    assert (load.planned, load.capacity, load.over) == (3980, 2160, 1820)


def test_a_units_work_fills_its_own_days_and_then_the_shared_hours() -> None:
    slots = [
        Slot(WANG, TUESDAY, 60, HEAD),
        Slot(WANG, MONDAY, 60, HEAD),
        Slot(LI, MONDAY, 100, BRANCH),
        Slot(LI, TUESDAY, 50),
    ]
    load = load_of({HEAD: [80, 60], BRANCH: [40, 90]}, slots)
    assert [(day.unit, day.day, day.capacity, day.planned) for day in load.days] == [
        (HEAD, MONDAY, 60, 60) if str(HEAD) < str(BRANCH) else (BRANCH, MONDAY, 100, 100),
        (BRANCH, MONDAY, 100, 100) if str(HEAD) < str(BRANCH) else (HEAD, MONDAY, 60, 60),
        (HEAD, TUESDAY, 60, 60),
        (None, TUESDAY, 50, 50),
    ]
    head, branch = load.units
    assert (head.planned, head.capacity, head.shared, head.over) == (140, 120, 20, 0)
    assert (branch.planned, branch.capacity, branch.shared, branch.over) == (130, 100, 30, 0)


def test_without_hours_there_is_no_figure() -> None:
    assert load_of({HEAD: [5]}, []).per_question is None
    assert load_of({}, [Slot(WANG, MONDAY, 60)]).per_question is None


def test_what_speaks_for_a_question() -> None:
    risks = Risks(
        last_findings={"Q1": Grade.MAJOR},
        last_clauses={"7.2": Grade.MINOR},
        rules={"R-001": RuleOutcome(3, 100), "R-002": RuleOutcome(0, 100)},
        volumes={HEAD: 500, BRANCH: 1000},
    )

    def told(candidate: Candidate) -> list[tuple[Why, int, str]]:
        return [(it.why, it.points, it.detail) for it in points_of(candidate, risks)]

    assert told(row(1, core=True, by_law=True, rule="R-001", clause="7.2")) == [
        (Why.LAST_FINDING, 40, "major"),
        (Why.RULE_FAILS, 25, "R-001"),
        (Why.CORE, 40, ""),
        (Why.LAW, 20, ""),
        (Why.WEIGHT, 12, "3"),
        (Why.VOLUME, 5, "500"),
    ]
    assert told(row(2, clause="7.2", rule="R-002")) == [
        (Why.LAST_FINDING_CLAUSE, 12, "minor"),
        (Why.WEIGHT, 12, "3"),
        (Why.VOLUME, 5, "500"),
        (Why.RULE_PASSES, -10, "R-002"),
    ]


def test_the_weightiest_fit_and_the_rest_says_what_was_missing() -> None:
    rows = [row(n) for n in range(3)]
    rows[2] = replace(rows[2], core=True)
    found = propose(rows, [Slot(WANG, MONDAY, 70, HEAD)])
    assert [(it.candidate.question, it.ask, it.short) for it in found.rows] == [
        ("Q0", True, 0),
        ("Q1", False, 20),
        ("Q2", True, 0),
    ]
    assert (found.minutes, found.capacity) == (60, 70)


def test_a_small_question_fits_where_a_large_one_did_not() -> None:
    rows = [row(0, minutes=100, core=True), row(1, minutes=20)]
    found = propose(rows, [Slot(WANG, MONDAY, 60, HEAD)])
    assert [it.ask for it in found.rows] == [False, True]


def test_what_is_answered_stays_even_without_hours() -> None:
    found = propose([row(0, answered=True), row(1, core=True)], [])
    assert [it.ask for it in found.rows] == [True, False]


def test_desk_work_spares_the_hours_on_site() -> None:
    slots = [Slot(WANG, MONDAY, 30, HEAD), Slot(LI, MONDAY, 30)]
    rows = [row(0, prepare=Prepare.DESK, core=True), row(1)]
    assert [it.ask for it in propose(rows, slots).rows] == [True, True]
    elsewhere = replace(rows[1], unit=BRANCH)
    assert [it.ask for it in propose([rows[0], elsewhere], slots).rows] == [True, False]


candidates = st.lists(
    st.builds(
        Candidate,
        question=st.sampled_from(["A", "B", "C", "D"]),
        unit=st.sampled_from([HEAD, BRANCH]),
        position=st.integers(0, 50),
        minutes=st.integers(1, 200),
        weight=st.integers(1, 5),
        core=st.booleans(),
        prepare=st.sampled_from(Prepare),
        by_law=st.booleans(),
    ),
    max_size=30,
)
slots = st.lists(
    st.builds(
        Slot,
        person=st.just(WANG),
        day=st.sampled_from([MONDAY, TUESDAY]),
        minutes=st.integers(0, 600),
        unit=st.sampled_from([None, HEAD, BRANCH]),
    ),
    max_size=6,
)


@given(candidates, slots)
def test_a_proposal_never_takes_more_than_there_is(
    rows: list[Candidate], hours: list[Slot]
) -> None:
    found = propose(rows, hours)
    assert found.minutes <= found.capacity
    shared = sum(it.minutes for it in hours if it.unit is None)
    over = 0
    for unit in (HEAD, BRANCH):
        own = sum(it.minutes for it in hours if it.unit == unit)
        asked = sum(it.candidate.minutes for it in found.asked if it.candidate.unit == unit)
        over += max(asked - own, 0)
    assert over <= shared
    assert all(it.short > 0 for it in found.left_out)
    assert propose(list(reversed(rows)), hours).minutes == found.minutes or len(
        {it.position for it in rows}
    ) < len(rows)


@given(candidates, slots)
def test_planned_and_placed_minutes_add_up(rows: list[Candidate], hours: list[Slot]) -> None:
    work: dict[uuid.UUID, list[int]] = {}
    for it in rows:
        work.setdefault(it.unit, []).append(it.minutes)
    load = load_of(work, hours)
    assert load.planned == sum(day.planned for day in load.days) + load.over
    assert all(0 <= day.planned <= day.capacity for day in load.days)
