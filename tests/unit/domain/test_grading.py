"""Grades are limited by what binds: laws that match, the auditee's rules, proven adoptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain import grading
from auditapp.domain.grading import (
    Adoption,
    BoundBy,
    Card,
    GradeReason,
    MajorGround,
    OwnRule,
    Rulebook,
    Setting,
)
from auditapp.domain.vocabulary import Force, Grade, Result, Sector
from auditapp.errors import UserError

HZ, NB = UUID(int=1), UUID(int=2)
BANK = Setting("CN", Sector.BANK, date(2026, 10, 31))
ISO_72 = Card("iso10002-2018-7.2", Force.GUIDANCE, standard="iso10002-2018", clause="7.2")
LAW = Card(
    "cn-cbirc-2020-3-art18",
    Force.REGULATOR,
    "CN",
    frozenset({Sector.BANK, Sector.INSURANCE}),
    date(2020, 3, 1),
)
ADOPTED = Adoption(
    "iso10002-2018", "QM-2024-7", date(2024, 5, 1), frozenset({"7"}), frozenset({HZ})
)
SEVERITY = [
    Grade.GOOD_PRACTICE,
    Grade.IMPROVEMENT,
    Grade.OBSERVATION,
    Grade.MINOR,
    Grade.MAJOR,
]
some_forces = st.frozensets(st.sampled_from(Force))


def force_of(card: Card, setting: Setting = BANK, *adoptions: Adoption, unit: UUID = HZ):
    bond = grading.card_bond(card, setting, adoptions, unit)
    return bond and bond.force


def test_guidance_alone_carries_no_nonconformity() -> None:
    limit = grading.limit([Force.GUIDANCE], departs=True, harm=True)
    assert limit.highest is Grade.IMPROVEMENT
    assert limit.reasons == (GradeReason.GUIDANCE_ONLY,)
    grades = grading.possible_grades(limit)
    assert [g for g in Grade if grades[g] is None] == [Grade.IMPROVEMENT, Grade.GOOD_PRACTICE]
    results = grading.possible_results([Force.GUIDANCE])
    assert results[Result.MINOR] is results[Result.MAJOR] is GradeReason.GUIDANCE_ONLY
    assert [r for r in Result if results[r] is None] == [
        Result.CONFORMING,
        Result.IMPROVEMENT,
        Result.NOT_APPLICABLE,
        Result.NOT_CONCLUSIVE,
    ]


@pytest.mark.parametrize(
    ("forces", "reason"),
    [((), GradeReason.NO_CRITERION), ((Force.TEMPLATE,), GradeReason.TEMPLATE_ONLY)],
)
def test_nothing_and_templates_are_no_criterion(
    forces: tuple[Force, ...], reason: GradeReason
) -> None:
    assert grading.limit(forces).reasons == (reason,)
    with pytest.raises(UserError) as caught:
        grading.check_grade(Grade.MINOR, grading.limit(forces))
    assert caught.value.code == "grade_without_criterion"


@pytest.mark.parametrize("force", sorted(grading.BINDING))
def test_a_binding_criterion_carries_every_grade(force: Force) -> None:
    limit = grading.limit([force, Force.GUIDANCE])
    assert set(grading.possible_grades(limit).values()) == {None}
    assert limit.force is force
    for grade in Grade:
        grading.check_grade(grade, limit)


@pytest.mark.parametrize("force", sorted(grading.LEGAL))
def test_departure_from_law_is_at_least_minor(force: Force) -> None:
    limit = grading.limit([force], departs=True)
    assert limit.reasons == (GradeReason.BINDING, GradeReason.LEGAL_DEPARTURE)
    with pytest.raises(UserError) as caught:
        grading.check_grade(Grade.OBSERVATION, limit)
    assert caught.value.code == "grade_below_force"
    assert caught.value.args_by_name == {"force": force, "lowest": Grade.MINOR}
    grading.check_grade(Grade.MINOR, limit)


def test_harm_counts_with_law_only() -> None:
    assert grading.limit([Force.LAW], harm=True).lowest is Grade.MINOR
    assert GradeReason.LEGAL_HARM in grading.limit([Force.LAW], harm=True).reasons
    assert grading.limit([Force.OWN_PROCEDURE], harm=True).lowest is Grade.GOOD_PRACTICE
    # A weakness beside a law, without departure or harm, stays a weakness.
    grading.check_grade(Grade.IMPROVEMENT, grading.limit([Force.LAW]))


@given(some_forces, st.booleans(), st.booleans())
def test_limits_agree_with_the_checks(forces: frozenset[Force], departs: bool, harm: bool) -> None:
    limit = grading.limit(forces, departs=departs, harm=harm)
    assert SEVERITY.index(limit.lowest) <= SEVERITY.index(limit.highest)
    for grade, why in grading.possible_grades(limit).items():
        if why is None:
            grading.check_grade(grade, limit)
        else:
            with pytest.raises(UserError):
                grading.check_grade(grade, limit)


@given(some_forces, some_forces)
def test_more_criteria_never_lower_the_highest_grade(
    some: frozenset[Force], more: frozenset[Force]
) -> None:
    before, after = grading.limit(some), grading.limit(some | more)
    assert SEVERITY.index(after.highest) >= SEVERITY.index(before.highest)


@given(some_forces, st.booleans(), st.sets(st.sampled_from(MajorGround)))
def test_a_proposal_can_always_be_given(
    forces: frozenset[Force], departs: bool, grounds: set[MajorGround]
) -> None:
    grade = grading.propose(forces, departs=departs, grounds=grounds)
    grading.check_grade(grade, grading.limit(forces, departs=departs))
    if not forces & grading.BINDING:
        assert grade is Grade.IMPROVEMENT


@given(some_forces, st.sampled_from(Result))
def test_results_agree_with_the_checks(forces: frozenset[Force], result: Result) -> None:
    if grading.possible_results(forces)[result] is None:
        grading.check_result(result, forces, reason="because")
    else:
        with pytest.raises(UserError):
            grading.check_result(result, forces, reason="because")


def test_not_applicable_needs_a_reason_and_permission() -> None:
    for reason in (None, "", "  "):
        with pytest.raises(UserError) as caught:
            grading.check_result(Result.NOT_APPLICABLE, [Force.LAW], reason=reason)
        assert caught.value.code == "na_needs_reason"
    with pytest.raises(UserError) as caught:
        grading.check_result(Result.NOT_APPLICABLE, [Force.LAW], reason="x", na_allowed=False)
    assert caught.value.code == "na_not_possible"
    assert (
        grading.possible_results([Force.LAW], na_allowed=False)[Result.NOT_APPLICABLE]
        is GradeReason.NA_NOT_ALLOWED
    )


@pytest.mark.parametrize(
    ("setting", "force"),
    [
        (BANK, Force.REGULATOR),
        (Setting("CN", Sector.INSURANCE), Force.REGULATOR),
        (Setting("CN", Sector.TELECOM), None),
        (Setting("CN", Sector.ALL), None),
        (Setting("UK", Sector.BANK), None),
        (Setting("CN", Sector.BANK, date(2020, 2, 29)), None),
        (Setting("CN", Sector.BANK, date(2020, 3, 1)), Force.REGULATOR),
    ],
)
def test_a_law_binds_where_jurisdiction_sector_and_date_match(
    setting: Setting, force: Force | None
) -> None:
    assert force_of(LAW, setting) is force


def test_the_plan_decides_on_a_card_first() -> None:
    def decided(applies: bool) -> Card:
        return Card(
            LAW.id, LAW.force, LAW.jurisdiction, LAW.sectors, LAW.in_force_since, applies=applies
        )

    assert force_of(decided(applies=False)) is None
    elsewhere = Setting("UK", Sector.TELECOM)
    bond = grading.card_bond(decided(applies=True), elsewhere, (), HZ)
    assert bond is not None
    assert (bond.force, bond.by) == (Force.REGULATOR, BoundBy.DECIDED)


def test_adoption_turns_guidance_into_a_criterion_for_its_clauses_and_units() -> None:
    assert force_of(ISO_72) is Force.GUIDANCE
    assert force_of(ISO_72, BANK, ADOPTED) is Force.ADOPTED_STANDARD
    assert force_of(ISO_72, BANK, ADOPTED, unit=NB) is Force.GUIDANCE
    other = Card("iso10002-2018-8.2", Force.GUIDANCE, standard="iso10002-2018", clause="8.2")
    assert force_of(other, BANK, ADOPTED) is Force.GUIDANCE
    foreign = Card("iso10003-2018-7.2", Force.GUIDANCE, standard="iso10003-2018", clause="7.2")
    assert force_of(foreign, BANK, ADOPTED) is Force.GUIDANCE


@pytest.mark.parametrize(
    "hole",
    [
        {"document": " "},
        {"document_date": None},
        {"clauses": frozenset()},
        {"units": frozenset()},
    ],
)
def test_adoption_is_no_tick_box(hole: dict[str, object]) -> None:
    unproven = replace(ADOPTED, **hole)  # type: ignore[arg-type]
    assert not unproven.is_proven
    assert force_of(ISO_72, BANK, unproven) is Force.GUIDANCE


def test_a_card_cannot_call_itself_adopted() -> None:
    assert force_of(Card("x", Force.ADOPTED_STANDARD)) is Force.GUIDANCE
    assert force_of(Card("x", Force.TEMPLATE)) is None


def test_own_rules_bind_their_questions_and_clauses() -> None:
    rules = (
        OwnRule("by-question", Force.OWN_PROCEDURE, questions=frozenset({"P01-7.2-03"})),
        OwnRule("by-clause", Force.CONTRACT, clauses=frozenset({"7.1"})),
        OwnRule("a-template", Force.TEMPLATE, clauses=frozenset({"7"})),
    )
    book = Rulebook(BANK, rules)
    found = book.effective_force("P01-7.2-03", ["7.2"], [ISO_72, LAW], HZ)
    assert [bond.criterion for bond in found.bonds] == [LAW.id, "by-question", ISO_72.id]
    assert found.strongest is Force.REGULATOR
    assert found.is_legal
    assert found.is_binding
    # 7.10 is not below 7.1.
    below = book.effective_force("P01-7.10-01", ["7.10"], [ISO_72], HZ)
    assert not below.is_binding
    assert book.effective_force("x", ["7.1.2"], [], HZ).strongest is Force.CONTRACT
    assert book.effective_force("x", [], [], HZ).strongest is None


def test_under_guidance_the_degree_still_tells_them_apart() -> None:
    assert [grading.under_guidance(band) for band in Result] == [
        (Result.CONFORMING, 3),
        (Result.IMPROVEMENT, 2),
        (Result.IMPROVEMENT, 1),
        (Result.IMPROVEMENT, 0),
        (Result.NOT_APPLICABLE, None),
        (Result.NOT_CONCLUSIVE, None),
    ]
