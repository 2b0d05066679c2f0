"""Cases of the ticket ops for ``test_every_op``, and small made populations and runs."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Completeness, Dimension, Force, Grade, Lang, Result
from auditapp.ops import deviations, sla, ticket_findings, ticket_results, tickets
from auditapp.ops.findings import NewFinding
from auditapp.ops.queries.ticket_rows import ExceptionRow, Proposal
from auditapp.ops.ticket_stored import StoredException
from auditapp.store.models import NumberGap, SlaLimit
from auditapp.store.op import natural_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.store.op import Op
    from tests.world import World

POPULATION = uuid.UUID("0192f0c4-5a00-7000-8000-0000000000aa")
EARLIER = uuid.UUID("0192f0c4-5a00-7000-8000-0000000000ab")
RUN = uuid.UUID("0192f0c4-5a00-7000-8000-0000000000ac")
KEY = uuid.UUID("0192f0c4-5a00-7000-8000-0000000000ad")
RULE = "R-010"


def source() -> tickets.NewSource:
    return tickets.NewSource(
        "tickets",
        "extract.csv",
        "ab" * 32,
        rows_read=102,
        rows_kept=100,
        rows_refused=2,
        encoding="gb18030",
        header_row=1,
        mapping={"ticket_id": "工单编号"},
        values=(("channel_in", "热线", "hotline", 60),),
        refused=((40, "total_line"), (77, "repeated_header")),
    )


def population(key: uuid.UUID = POPULATION) -> tickets.NewPopulation:
    return tickets.NewPopulation(
        id=key,
        card=tickets.CardFacts(
            title={Lang.ZH: "全年投诉", Lang.EN: "All complaints"}, system="CRM", told_count=100
        ),
        extract_hash="cd" * 32,
        sources=(source(),),
        totals=(("2025-01", "hotline", 60), ("2025-02", "app", 40)),
        gaps=(("gap", "TS-004", "TS-006", 1),),
    )


def exception(position: int) -> StoredException:
    ticket = f"TS-{position:03d}"
    return StoredException(
        position, position + 2, ticket, 95.0, "late", "2025-01-03 10:00", "HZ", "hotline", "资费"
    )


def run(key: uuid.UUID = RUN, *, template: bool = False) -> ticket_results.NewRun:
    result = ticket_results.NewResult(
        rule_id=RULE,
        version=1,
        kind="clock",
        name_en="Dispatch",
        name_zh="派单时限",
        clause="7.5",
        force="own_procedure",
        severity="minor",
        limit="60min",
        threshold=None,
        met=None,
        template=template,
        counts=(80, 12, 3, 4, 1),
        reasons={"late": 12, "missing": 1},
        numerator=12,
        denominator=92,
        rate="0.130434782609",
        sql="SELECT 1",
        sql_params={"limit": 60},
        stats=ticket_results.Stats("min", 92, "1", "30", "33.5", "70", "80", "95"),
        detail={"histogram": {"unit": "min", "edges": [0, 50, 100], "counts": [60, 32]}},
        slices={
            Dimension.MONTH: (
                ("2025-01", 50, 8, 1, 2, 1, 8, 58),
                ("2025-02", 30, 4, 2, 2, 0, 4, 34),
            ),
            Dimension.UNIT: (("HZ", 60, 10, 3, 4, 1, 10, 70), ("NB", 20, 2, 0, 0, 0, 2, 22)),
        },
        exceptions=tuple(exception(position) for position in range(12)),
        exceptions_total=12,
    )
    return ticket_results.NewRun(
        id=key,
        population_id=POPULATION,
        as_of="2026-01-01",
        tickets=100,
        results=(result,),
        choices={"dispatch_start": "recorded"},
    )


def known(world: World) -> uuid.UUID:
    """A population in the audit."""
    return world.do(tickets.add_population(population()))


def with_run(world: World, *, template: bool = False) -> uuid.UUID:
    """A population with a run; the id of its one result."""
    known(world)
    world.do(ticket_results.record_run(run(template=template)))
    return natural_id(world.audit.audit_id, "rule_result", RUN, RULE)


def keyed(world: World) -> None:
    world.do(tickets.add_key(KEY, b"sealed", "ab" * 8))


def accepted(world: World) -> uuid.UUID:
    with_run(world)
    return world.do(
        deviations.accept_deviation(RULE, POPULATION, ("TS-001", "TS-002"), acceptance())
    )


def acceptance(**more: object) -> deviations.Acceptance:
    facts = {
        "reason": "系统停机",
        "approver": "质量部经理",
        "approved_on": date(2026, 1, 5),
        "expires_on": date(2026, 12, 31),
    }
    return deviations.Acceptance(**{**facts, **more})  # type: ignore[arg-type]


def cell(tier: str = "vip", limit: str | None = "30min") -> sla.SlaCell:
    return sla.SlaCell("dispatch", "资费", tier, limit, "submitted_at", "dispatched_at")


def gridded(world: World) -> uuid.UUID:
    world.do(sla.set_limits([cell()]))
    return world.audit.read(lambda session: session.query(SlaLimit.id).scalar())


def gap(world: World) -> uuid.UUID:
    known(world)
    return world.audit.read(lambda session: session.query(NumberGap.id).scalar())


def linked(world: World) -> uuid.UUID:
    result = with_run(world)
    world.do(ticket_results.link_result(world.finding, result, ("TS-001",), exceptions=1))
    return result


def draft(world: World, rows: int = 3) -> ticket_findings.FindingDraft:
    result = with_run(world)
    listed = tuple(
        ExceptionRow(
            it.position, it.row_no, it.ticket, it.value, it.reason, it.at, it.unit, it.channel,
            it.category,
        )
        for it in (exception(position) for position in range(rows))
    )  # fmt: skip
    new = NewFinding(
        grade=Grade.MINOR,
        forces=frozenset({Force.OWN_PROCEDURE}),
        own_criteria=(world.criterion,),
        unit_id=world.unit,
        population=100,
        sample=92,
        deviations=rows,
        texts={"title": {Lang.ZH: "派单超时"}, "condition": {Lang.ZH: "92 件中 12 件超时。"}},
    )
    return ticket_findings.FindingDraft(new, result, RULE, rows, listed)


def proposal(world: World, result: Result | None = Result.MINOR) -> Proposal:
    return Proposal(
        question_id="Q-5",
        unit_id=world.unit,
        rule_id=RULE,
        result_id=with_run(world),
        population_id=POPULATION,
        result=result,
        standing=None,
        numerator=12,
        denominator=92,
        cannot_test=1,
        complete=False,
        why="band",
    )


def two(world: World) -> tickets.NewComparison:
    known(world)
    world.do(tickets.add_population(population(EARLIER)))
    return tickets.NewComparison(
        POPULATION, EARLIER, None, 98, 2, 1, {"closed_at": 4}, (("TS-001", "closed_at", "a", "b"),)
    )


def after(world: World, make: Callable[[World], object], op: Op[object]) -> Op[object]:
    """The op, after what it needs is there."""
    make(world)
    return op


CASES: dict[str, tuple[str, Callable[[World], Op[object]]]] = {
    "tickets.add_population": ("population", lambda w: tickets.add_population(population())),
    "tickets.edit_card": (
        "population",
        lambda w: after(
            w,
            known,
            tickets.edit_card(POPULATION, tickets.CardFacts(system="BOSS", evidence_id=w.evidence)),
        ),
    ),
    "tickets.set_told": (
        "control_total",
        lambda w: after(
            w, known, tickets.set_told(POPULATION, [("2025-01", "", 61)], total=101, source="月报")
        ),
    ),
    "tickets.explain_total": (
        "control_total",
        lambda w: after(
            w, known, tickets.explain_total(POPULATION, "2025-01", "hotline", "测试工单一件")
        ),
    ),
    "tickets.explain_gap": ("number_gap", lambda w: tickets.explain_gap(gap(w), "测试单")),
    "tickets.judge_completeness": (
        "population",
        lambda w: after(
            w, known, tickets.judge_completeness(POPULATION, Completeness.RECONCILED, note="已说明")
        ),
    ),
    "tickets.withdraw_population": (
        "population",
        lambda w: after(w, known, tickets.withdraw_population(POPULATION, "重复导入")),
    ),
    "tickets.record_comparison": (
        "extract_comparison",
        lambda w: tickets.record_comparison(two(w)),
    ),
    "tickets.add_key": ("ticket_key", lambda w: tickets.add_key(KEY, b"sealed", "ab" * 8)),
    "tickets.reseal_key": (
        "ticket_key",
        lambda w: after(w, keyed, tickets.reseal_key(KEY, b"sealed anew")),
    ),
    "ticket_results.record_run": (
        "rule_result",
        lambda w: after(w, known, ticket_results.record_run(run())),
    ),
    "ticket_results.withdraw_run": (
        "rule_run",
        lambda w: after(w, with_run, ticket_results.withdraw_run(RUN)),
    ),
    "ticket_results.link_result": (
        "finding_result",
        lambda w: ticket_results.link_result(
            w.finding, with_run(w), ("TS-001", "TS-002"), exceptions=2
        ),
    ),
    "ticket_results.unlink_result": (
        "finding_result",
        lambda w: ticket_results.unlink_result(w.finding, linked(w)),
    ),
    "ticket_findings.raise_from_exceptions": (
        "finding_result",
        lambda w: ticket_findings.raise_from_exceptions(draft(w)),
    ),
    "ticket_findings.confirm_proposal": (
        "answer",
        lambda w: ticket_findings.confirm_proposal(
            proposal(w), binding=True, title={Lang.ZH: "工单测试"}, body="92 件中 12 件超时。"
        ),
    ),
    "deviations.accept_deviation": (
        "deviation_ticket",
        lambda w: after(
            w,
            with_run,
            deviations.accept_deviation(RULE, POPULATION, ("TS-001",), acceptance()),
        ),
    ),
    "deviations.edit_deviation": (
        "deviation",
        lambda w: deviations.edit_deviation(accepted(w), acceptance(reason="系统升级")),
    ),
    "deviations.withdraw_deviation": (
        "deviation",
        lambda w: deviations.withdraw_deviation(accepted(w)),
    ),
    "sla.set_limits": (
        "sla_limit",
        lambda w: sla.set_limits(
            [cell(), cell("standard", "60min")], sla.SlaSource(criterion_id=w.criterion)
        ),
    ),
    "sla.add_clock": (
        "sla_limit",
        lambda w: sla.add_clock(
            {Lang.ZH: "首次联系", Lang.EN: "First contact"},
            cell(),
            sla.SlaSource(criterion_id=w.criterion),
        ),
    ),
    "sla.name_clock": (
        "text",
        lambda w: sla.name_clock("OWN-LI1", {Lang.ZH: "首次联系", Lang.EN: None}),
    ),
    "sla.bind_source": (
        "sla_limit",
        lambda w: sla.bind_source([gridded(w)], sla.SlaSource(criterion_id=w.criterion)),
    ),
    "sla.clear_limits": ("sla_limit", lambda w: sla.clear_limits([gridded(w)])),
    "sla.clear_clock": (
        "sla_limit",
        lambda w: after(w, gridded, sla.clear_clock("dispatch")),
    ),
}
