"""What the standing checks look at of populations: reconciled or not, exceptions nobody settled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from auditapp.domain.checks import PopulationFacts
from auditapp.domain.vocabulary import Completeness, FindingState
from auditapp.ops.queries.tickets import latest_matchings, latest_runs
from auditapp.store.models import (
    Deviation,
    DeviationTicket,
    Finding,
    FindingResult,
    Population,
    RuleExceptions,
    RuleResult,
    RuleRun,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def load_population_facts(session: Session, *, today: date) -> tuple[PopulationFacts, ...]:
    """The populations in use. Cheap: no exception is read, only how many there are.

    The exceptions of a rule are settled once a finding takes it up, or when as many are accepted.
    """
    rows = session.execute(
        select(Population.id, Population.number, Population.completeness)
        .where(Population.withdrawn.is_(False))
        .order_by(Population.number)
    ).all()
    if not rows:
        return ()
    unsettled = _unsettled(session, today)
    return tuple(
        PopulationFacts(
            id=key,
            number=number,
            reconciled=completeness is Completeness.RECONCILED,
            unsettled=tuple(unsettled.get(key, ())),
        )
        for key, number, completeness in rows
    )


def _unsettled(session: Session, today: date) -> dict[UUID, list[str]]:
    """Rules with exceptions that nobody settled, by population; templates count nowhere."""
    every = (latest_runs(session), latest_matchings(session))
    runs = {run.id: key for latest in every for key, run in latest.items()}
    if not runs:
        return {}
    taken = _taken_up(session)
    accepted = _accepted(session, today)
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = session.execute(
        select(RuleResult.run_id, RuleResult.rule_id, RuleExceptions.total)
        .join(RuleExceptions, RuleExceptions.result_id == RuleResult.id)
        .where(RuleResult.run_id.in_(list(runs)), RuleResult.template.is_(False))
        .order_by(RuleResult.position, RuleResult.rule_id)
    ).all()
    for run_id, rule_id, total in rows:
        pair = runs[run_id], rule_id
        if pair not in taken and accepted.get(pair, 0) < total:
            found[pair[0]].append(rule_id)
    return found


def _taken_up(session: Session) -> set[tuple[UUID, str]]:
    """Populations and rules that a finding rests on, in whatever run."""
    rows = session.execute(
        select(RuleRun.population_id, RuleResult.rule_id)
        .join(RuleResult, RuleResult.run_id == RuleRun.id)
        .join(FindingResult, FindingResult.result_id == RuleResult.id)
        .join(Finding, Finding.id == FindingResult.finding_id)
        .where(Finding.state != FindingState.WITHDRAWN)
    ).all()
    return {(population_id, rule_id) for population_id, rule_id in rows}


def _accepted(session: Session, today: date) -> dict[tuple[UUID, str], int]:
    """How many tickets are accepted today, by population and rule."""
    rows = session.execute(
        select(
            Deviation.population_id,
            Deviation.rule_id,
            func.count(DeviationTicket.ticket.distinct()),
        )
        .join(DeviationTicket, DeviationTicket.deviation_id == Deviation.id)
        .where(
            Deviation.withdrawn.is_(False),
            Deviation.expires_on.is_(None) | (Deviation.expires_on >= today),
        )
        .group_by(Deviation.population_id, Deviation.rule_id)
    ).all()
    return {(population_id, rule_id): count for population_id, rule_id, count in rows}
