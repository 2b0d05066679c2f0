"""Populations in "what is missing": not reconciled, exceptions nobody settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Completeness
from auditapp.ops import deviations, ticket_results, tickets
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.missing import missing
from auditapp.ops.queries.ticket_checks import load_population_facts
from auditapp.ops.queries.trail_extra import where_is
from tests.unit.ops import ticket_cases as made

if TYPE_CHECKING:
    from auditapp.domain.checks import PopulationFacts
    from tests.world import World

TODAY = date(2026, 11, 23)


def facts(world: World, today: date = TODAY) -> PopulationFacts:
    (found,) = world.audit.read(lambda session: load_population_facts(session, today=today))
    return found


def test_without_populations_nothing_is_missed(world: World) -> None:
    assert world.audit.read(lambda session: load_population_facts(session, today=TODAY)) == ()


def test_reconciled_by_the_auditors_word(world: World) -> None:
    made.known(world)
    assert not facts(world).reconciled
    world.do(tickets.judge_completeness(made.POPULATION, Completeness.RECONCILED))
    assert facts(world).reconciled


def test_exceptions_are_settled_by_a_finding(world: World) -> None:
    result = made.with_run(world)
    assert facts(world).unsettled == (made.RULE,)
    world.do(ticket_results.link_result(world.finding, result, ("TS-001",), exceptions=1))
    assert facts(world).unsettled == ()


def test_exceptions_are_settled_when_all_are_accepted_and_not_expired(world: World) -> None:
    made.with_run(world)
    every = tuple(made.exception(position).ticket for position in range(12))
    for part in (every[:11], every[11:]):
        assert facts(world).unsettled == (made.RULE,)
        op = deviations.accept_deviation(made.RULE, made.POPULATION, part, made.acceptance())
        world.do(op)
    assert facts(world).unsettled == ()
    assert facts(world, date(2027, 1, 1)).unsettled == (made.RULE,)


def test_templates_and_withdrawn_populations_count_nowhere(world: World) -> None:
    made.with_run(world, template=True)
    assert facts(world).unsettled == ()
    world.do(tickets.withdraw_population(made.POPULATION, "重复"))
    assert world.audit.read(lambda session: load_population_facts(session, today=TODAY)) == ()


def test_the_list_names_the_population(world: World) -> None:
    made.with_run(world)
    found = missing(world.audit, PackShelf(world.audit), today=TODAY)
    rows = {row.code: row for row in found.rows if row.table == "population"}
    assert rows.keys() == {"population_not_reconciled", "exceptions_unsettled"}
    assert rows["exceptions_unsettled"].args == {"population": "T-LI01", "number": 1}
    where = where_is(world.audit, "population", made.POPULATION)
    assert where is not None
    assert where.row_id == made.POPULATION


def test_rows_below_a_population_lead_to_it(world: World) -> None:
    result = made.with_run(world)
    where = where_is(world.audit, "rule_result", result)
    assert where is not None
    assert (where.table, where.row_id) == ("population", made.POPULATION)
