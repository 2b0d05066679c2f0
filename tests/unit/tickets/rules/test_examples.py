"""Every shipped rule on small tables whose verdicts follow from the dossier's words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.tickets.clocks.compiling import LimitRow, LimitTable
from auditapp.tickets.rules.model import Reading, RuleKind
from tests.unit.tickets.engine.tables import CHECKLISTS, judge
from tests.unit.tickets.rules.examples import Case, all_cases, all_rules, both, library

if TYPE_CHECKING:
    from tests.unit.tickets.engine.tables import Row

BY_ANOTHER_TEST = {15}
"""Example 15 of the dossier is about samples, not about tickets: tests/unit/domain."""
POPULATION = {RuleKind.RATIO, RuleKind.CLUSTERS, RuleKind.FAIRNESS}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_rows_get_the_verdict_written_beside_them(case: Case) -> None:
    wanted, found, result = both(case)
    assert found == wanted
    if case.rate is not None:
        assert (result.numerator, result.denominator) == case.rate


def test_every_rule_and_clock_has_examples_of_both_sides() -> None:
    verdicts: dict[str, Counter[str]] = {}
    for case in all_cases():
        counted = verdicts.setdefault(case.rule, Counter())
        counted.update(str(row["is"]).split()[0] for row in case.expected)
    rules = [
        *library().rules.values(),
        *(it for p in library().profiles.values() for it in p.rules),
    ]
    for rule in rules:
        if rule.kind is RuleKind.READING or rule.kind in POPULATION:
            continue
        seen = verdicts.get(rule.id, Counter())
        assert seen["pass"] >= 1, rule.id
        assert seen["fail"] >= 1, rule.id


def test_every_worked_example_of_the_dossier_is_there() -> None:
    seen = {number for case in all_cases() for number in case.dossier}
    assert seen | BY_ANOTHER_TEST == set(range(1, 17))


def test_no_two_cases_have_the_same_name() -> None:
    doubled = [name for name, n in Counter(case.id for case in all_cases()).items() if n > 1]
    assert doubled == []


def test_ids_are_unique_over_rules_and_profiles() -> None:
    ids = Counter(rule.id for rule in all_rules())
    assert [name for name, n in ids.items() if n > 1] == []


def test_every_rule_is_explained_in_both_languages() -> None:
    rules = [
        *library().rules.values(),
        *(it for p in library().profiles.values() for it in p.rules),
    ]
    for rule in rules:
        said = rule.body.why if isinstance(rule.body, Reading) else rule.note
        assert said is not None, rule.id
        assert said.en.endswith("."), rule.id
        assert said.zh.endswith("。"), rule.id
        assert rule.clauses, rule.id


def test_rules_that_questions_cite_exist() -> None:
    known = {rule.id for rule in all_rules()}
    cited = {
        (found, path.name)
        for path in Path(CHECKLISTS / "packs").glob("*/*.yaml")
        for found in re.findall(r"auto_rule: (\S+)", path.read_text(encoding="utf-8"))
    }
    assert cited
    assert sorted(it for it in cited if it[0] not in known) == []


def test_unverified_numbers_say_so() -> None:
    for profile in library().profiles.values():
        if profile.head.verified != "K":
            continue
        for rule in profile.rules:
            assert rule.note is not None
            assert re.search(r"not verified|from memory|replaced order", rule.note.en), rule.id


def test_what_nobody_is_bound_by_is_marked_until_the_auditee_adopts_it() -> None:
    row: Row = {"ticket_id": "1", "received_at": datetime.fromisoformat("2025-03-03 09:00")}
    rules = [it for it in library().rules.values() if it.force == "template"]
    tested = [it for it in rules if it.kind is not RuleKind.READING]
    assert len(tested) > 20
    for rule in tested:
        assert "source_force" in rule.switches, rule.id
        assert judge(rule, [row], library()).template, rule.id
        adopted = judge(rule, [row], library(), choices={"source_force": "own_procedure"})
        assert not adopted.template, rule.id


def test_the_limits_of_the_auditee_with_a_source_take_the_mark_away() -> None:
    row: Row = {
        "ticket_id": "1",
        "customer_tier": "vip",
        "submitted_at": datetime.fromisoformat("2025-03-03 09:00"),
        "dispatched_at": datetime.fromisoformat("2025-03-03 09:25"),
    }
    limits = {"dispatch": LimitTable((LimitRow((("customer_tier", "vip"),), 20.0),), "own")}
    result = judge(library().rule("R-010"), [row], library(), limits=limits)
    assert not result.template
    assert result.numerator == 1
