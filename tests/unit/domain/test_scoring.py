"""Conformity and alignment as domain notes §4.6 define them, by example and by property."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain import scoring
from auditapp.domain.scoring import CapReason, Counts, Entry
from auditapp.domain.vocabulary import Result

if TYPE_CHECKING:
    from random import Random

HZ, NB, WZ = UUID(int=1), UUID(int=2), UUID(int=3)
R = Result


def entry(result: Result | None, clause: str = "7.2", **more: object) -> Entry:
    plain = Entry("Q", HZ, clause, weight=1, binding=True, iso=True, result=result)
    return replace(plain, **more)  # type: ignore[arg-type]


def test_values_of_results() -> None:
    values = [scoring.conformity_value(result) for result in R]
    assert values == [1, 1, Fraction(2, 5), 0, None, None]


def test_weighted_mean() -> None:
    entries = [entry(R.CONFORMING, weight=5), entry(R.MINOR, weight=3), entry(R.IMPROVEMENT)]
    assert scoring.conformity(entries, None).value == Fraction(5 * 10 + 3 * 4 + 10, 90)


def test_without_a_binding_criterion_there_is_no_figure() -> None:
    scores = scoring.score_unit(HZ, [entry(R.CONFORMING, binding=False, fulfilment=2)])
    assert scores.total.conformity.value is None
    assert scores.clauses["7.2"].conformity.value is None
    assert scores.total.alignment.value == Fraction(2, 3)


def test_guidance_without_process_scores_low_in_alignment_not_in_conformity() -> None:
    entries = [entry(R.IMPROVEMENT, binding=False, fulfilment=0) for _ in range(4)]
    total = scoring.score_unit(HZ, entries).total
    assert (total.conformity.value, total.alignment.value) == (None, 0)


def test_a_major_caps_its_clause_and_the_clauses_above() -> None:
    entries = [entry(R.CONFORMING, question=f"Q{n}") for n in range(19)]
    entries += [entry(R.CONFORMING, "8.1"), entry(R.MAJOR, "7.2", question="BAD")]
    scores = scoring.score_unit(HZ, entries)
    for clause in ("7.2", "7"):
        score = scores.clauses[clause].conformity
        assert score.value == Fraction(6, 10)
        assert score.raw == Fraction(19, 20)
        assert score.is_capped
        assert score.cap is not None
        assert (score.cap.reason, score.cap.questions) == (CapReason.MAJOR_IN_CLAUSE, ("BAD",))
    assert scores.clauses["8"].conformity.value == 1
    # Not legal: the total is not capped.
    assert scores.total.conformity.value == Fraction(20, 21)


def test_a_legal_major_caps_the_total() -> None:
    entries = [entry(R.CONFORMING) for _ in range(19)] + [entry(R.MAJOR, legal=True)]
    total = scoring.score_unit(HZ, entries).total.conformity
    assert total.value == Fraction(7, 10)
    assert total.cap is not None
    assert total.cap.reason is CapReason.LEGAL_MAJOR


def test_a_cap_never_lifts() -> None:
    score = scoring.conformity([entry(R.MAJOR, legal=True)], CapReason.LEGAL_MAJOR)
    assert score.value == 0
    assert not score.is_capped


def test_alignment_has_no_caps() -> None:
    entries = [entry(R.CONFORMING, fulfilment=3) for _ in range(9)]
    entries.append(entry(R.MAJOR, fulfilment=0, legal=True))
    assert scoring.score_unit(HZ, entries).clauses["7"].alignment.value == Fraction(9, 10)


def test_alignment_counts_only_where_a_degree_is_given() -> None:
    entries = [
        entry(R.CONFORMING, fulfilment=3),
        entry(R.CONFORMING),
        entry(R.NOT_APPLICABLE, fulfilment=3),
        entry(R.NOT_CONCLUSIVE, fulfilment=0),
        entry(R.MINOR, fulfilment=1, iso=False),
    ]
    score = scoring.alignment(entries)
    assert score.value == 1
    assert len(score.lines) == 1


def test_counts() -> None:
    entries = [entry(result) for result in (*R, None)]
    assert scoring.count(entries) == Counts(asked=7, applicable=6, answered=5, not_conclusive=1)


@pytest.mark.parametrize(("unclear", "sufficient"), [(0, True), (10, True), (11, False)])
def test_above_ten_per_cent_not_conclusive_is_not_sufficient(
    unclear: int, sufficient: bool
) -> None:
    entries = [entry(R.NOT_CONCLUSIVE)] * unclear + [entry(R.CONFORMING)] * (100 - unclear)
    assert scoring.conformity(entries, None).counts.is_sufficient is sufficient


def test_nothing_answered_is_no_figure() -> None:
    score = scoring.conformity([entry(None), entry(R.NOT_CONCLUSIVE)], CapReason.LEGAL_MAJOR)
    assert (score.value, score.raw, score.lines) == (None, None, ())


def test_tags_bring_an_answer_to_the_principles_once() -> None:
    tagged = entry(R.MINOR, "7.2", tags=("4.9", "4.15", "risk_stage:identify"))
    scores = scoring.score_unit(HZ, [tagged])
    assert list(scores.clauses) == ["4", "4.9", "4.15", "7", "7.2"]
    assert len(scores.clauses["4"].conformity.lines) == 1
    assert len(scores.total.conformity.lines) == 1


def test_units_roll_up_as_weighted_mean_with_the_worst_beside_it() -> None:
    entries = [
        entry(R.CONFORMING),
        entry(R.MINOR, unit=NB),
        entry(R.CONFORMING, unit=WZ, binding=False),
    ]
    audit = scoring.score_audit(entries, {HZ: 3, NB: 1})
    rolled = audit.total.conformity
    assert rolled.value == Fraction(34, 40)
    assert rolled.worst is not None
    assert (rolled.worst.unit, rolled.worst.value) == (NB, Fraction(2, 5))
    assert [part.unit for part in rolled.parts] == [HZ, NB]
    assert rolled.counts.asked == 2
    assert audit.clauses["7.2"].conformity.value == Fraction(34, 40)


def test_a_branch_cap_is_not_averaged_away() -> None:
    entries = [entry(R.CONFORMING, unit=unit) for unit in (HZ, NB)]
    entries += [entry(R.CONFORMING, unit=WZ)] * 9 + [entry(R.MAJOR, unit=WZ, legal=True)]
    audit = scoring.score_audit(entries, {})
    assert audit.total.conformity.value == Fraction(7, 10)
    assert audit.total.conformity.raw == Fraction(27, 30)
    assert audit.clauses["7"].conformity.value == Fraction(6, 10)


def test_units_of_weight_zero_count_nothing() -> None:
    audit = scoring.score_audit([entry(R.MINOR)], {HZ: 0})
    assert audit.total.conformity.value is None
    assert audit.units[HZ].total.conformity.value == Fraction(2, 5)


entries_drawn = st.lists(
    st.builds(
        Entry,
        question=st.sampled_from([f"Q{n}" for n in range(8)]),
        unit=st.sampled_from([HZ, NB, WZ]),
        clause=st.sampled_from(["4.9", "5.4.2", "7.1", "7.2", "7.10", "8.6"]),
        weight=st.integers(1, 5),
        binding=st.booleans(),
        iso=st.booleans(),
        legal=st.booleans(),
        tags=st.sampled_from([(), ("4.9",), ("4.9", "4.15")]),
        result=st.none() | st.sampled_from(R),
        fulfilment=st.none() | st.integers(0, 3),
    ),
    max_size=40,
)
weights_drawn = st.fixed_dictionaries({HZ: st.integers(1, 9), NB: st.integers(1, 9)})


@given(entries_drawn)
def test_every_figure_explains_itself(entries: list[Entry]) -> None:
    for scores in scoring.score_audit(entries, {}).units.values():
        for pair in (scores.total, *scores.clauses.values()):
            for score in (pair.conformity, pair.alignment):
                if score.raw is None:
                    assert score.lines == ()
                    continue
                assert sum(map(score.contribution, score.lines)) == score.raw
                assert 1 - sum(map(score.loss, score.lines)) == score.raw
                assert score.value == min(score.raw, score.cap.limit if score.cap else 1)


@given(entries_drawn, weights_drawn)
def test_figures_are_shares_and_means_lie_between(
    entries: list[Entry], weights: dict[UUID, int]
) -> None:
    audit = scoring.score_audit(entries, weights)
    for pair in (audit.total, *audit.clauses.values()):
        for rolled in (pair.conformity, pair.alignment):
            if rolled.value is None:
                assert rolled.parts == ()
                continue
            values = [part.value for part in rolled.parts]
            assert 0 <= min(values) <= rolled.value <= max(values) <= 1
            assert rolled.worst is not None
            assert rolled.worst.value == min(values)


@given(entries_drawn, st.randoms(use_true_random=False))
def test_order_makes_no_difference(entries: list[Entry], random: Random) -> None:
    shuffled = entries.copy()
    random.shuffle(shuffled)
    one, other = scoring.score_audit(entries, {}), scoring.score_audit(shuffled, {})
    assert list(one.clauses) == list(other.clauses)
    for clause in one.clauses:
        assert one.clauses[clause].conformity.value == other.clauses[clause].conformity.value
        assert one.clauses[clause].alignment.value == other.clauses[clause].alignment.value


@given(entries_drawn, st.integers(0, 39))
def test_a_better_result_never_lowers_conformity(entries: list[Entry], at: int) -> None:
    if at >= len(entries) or entries[at].result not in (R.MINOR, R.MAJOR):
        return
    better = entries.copy()
    better[at] = replace(entries[at], result=R.CONFORMING)
    before = scoring.score_unit(HZ, entries).total.conformity.value
    after = scoring.score_unit(HZ, better).total.conformity.value
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@given(entries_drawn)
def test_alignment_ignores_what_binds(entries: list[Entry]) -> None:
    unbound = [replace(entry, binding=False, legal=False) for entry in entries]
    assert scoring.alignment(entries).value == scoring.alignment(unbound).value
