"""Ticket populations for the report's tests: every kind of figure that must print differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from auditapp.domain.vocabulary import Completeness, Force, Lang
from auditapp.reports.bilingual import Bilingual, Said
from auditapp.reports.ticket_model import (
    AcceptedDeviation,
    Distribution,
    ExtractChange,
    Measured,
    ReasonCount,
    RuleVerdicts,
    TicketException,
    TicketGap,
    TicketPopulation,
    TicketResult,
    TicketRun,
    Tickets,
    TicketSource,
    TicketTotal,
    TrendPoint,
)


def named(zh: str, en: str) -> Bilingual:
    return Bilingual({Lang.ZH: zh, Lang.EN: en}, Lang.ZH, once=True)


def clock() -> TicketResult:
    """A clock with a limit of the auditee's, late tickets, a trend and a distribution."""
    late = named("超期", "late")
    found = tuple(
        TicketException(
            ticket=f"GD-{number:04d}",
            row=number + 2,
            value=260.5 + number,
            reason=late,
            at="2026-08-03 11:21:00",
            unit="云州市分公司",
            channel="hotline",
            category="宽带，回电13912345678",
            accepted=number == 1,
            findings=("F-CS05",) if number == 0 else (),
        )
        for number in range(20)
    )
    return TicketResult(
        population="T-CS01",
        rule="R-010",
        version=1,
        kind="clock",
        name=named("派单时限", "Dispatch in time"),
        clause="7.5",
        force=Force.OWN_PROCEDURE,
        limit="240min",
        source="QMNL-KF-001 第十六条",
        threshold="<=0.05",
        met=True,
        template=False,
        complete=True,
        formula=Said("report.tickets.formula.failed"),
        verdicts=RuleVerdicts(880, 20, 3, 90, 7),
        numerator=20,
        denominator=900,
        rate=20 / 900,
        reasons=(ReasonCount(late, 20),),
        beside=(
            Said("report.tickets.beside", {"options": "s = o", "n": 3, "of": 4, "rate": "75.0%"}),
        ),
        trend=(TrendPoint("2026-07", 5, 400), TrendPoint("2026-08", 15, 500)),
        measured=Measured("min", 900, 1.0, 38.25, 54.1, 111.4, 169.1, 387.0),
        distribution=Distribution(
            "min", tuple(float(9 * n) for n in range(41)), tuple(range(40, 0, -1)), 240.0, True
        ),
        failing=1200,
        accepted=1,
        exceptions=found,
        findings=("F-CS05",),
        sql="SELECT row_no FROM tickets WHERE phone = 13912345678",
        parameters='{"p0": 240}',
    )


def tickets() -> Tickets:
    """Two populations: one with results of every look, one that no rule was run over."""
    usual = clock()
    few = replace(
        usual,
        rule="R-048",
        name=named("告知救济途径", "Further routes told"),
        limit="",
        source="",
        threshold="",
        met=None,
        verdicts=RuleVerdicts(9, 1, 0, 990, 0),
        numerator=1,
        denominator=10,
        rate=0.1,
        measured=None,
        distribution=None,
        trend=(),
        exceptions=(),
        failing=0,
        findings=(),
    )
    template = replace(
        usual, rule="R-020", name=named("回复时限", "Reply in time"), template=True, complete=False,
        source="", exceptions=(), findings=(),
    )  # fmt: skip
    factor = replace(
        few, rule="R-046", name=named("百万用户申诉率", "Appeals per million users"),
        formula=Said("report.tickets.formula.counts"), kind="ratio",
        numerator=37, denominator=4_000_000, rate=9.25,
    )  # fmt: skip
    population = TicketPopulation(
        number="T-CS01",
        title=named("三季度投诉工单", "Complaint tickets of the third quarter"),
        extract_hash="ab" * 32,
        counted=1000,
        system="客服工单系统",
        run_by="张伟",
        query_text="SELECT * FROM cs_ticket",
        evidence="E-CS01",
        run_at=datetime(2026, 10, 20, 2, tzinfo=UTC),
        period_from=date(2026, 7, 1),
        period_to=date(2026, 9, 30),
        told=1003,
        told_source="服务月报",
        masked=4,
        completeness=Completeness.RECONCILED,
        completeness_note="三件演练工单",
        sources=(
            TicketSource("tickets", "明细.csv", "cd" * 32, 1012, 1000, 12, 2, 5,
                         (("total_line", 12),)),
        ),
        totals=(
            TicketTotal("2026-07", "hotline", 480, 480),
            TicketTotal("2026-08", "hotline", 500, 503, "三件演练工单"),
            TicketTotal("2026-08", "branch", 20, 20),
        ),
        gaps=(TicketGap("GD-0170", "GD-0173", 2),),
        changes=(ExtractChange("T-CS00", True, 990, 3, 10, 41), ExtractChange("T-CS09", False)),
        run=TicketRun(
            "CN-TEL-MIIT-35", "2026-10-31", "", datetime(2026, 11, 20, 8, tzinfo=UTC), "CS", 1000,
            2, "ab" * 32, (("dispatch_start", "submitted"),),
        ),
        results=(usual, few, template, factor, replace(few, rule="R-999",
                 verdicts=RuleVerdicts(not_applicable=1000), numerator=0, denominator=0,
                 rate=None)),
    )  # fmt: skip
    second = TicketPopulation("T-CS02", named("四季度", "Fourth quarter"), "ef" * 32, 5)
    accepted = AcceptedDeviation(
        "R-010", "系统故障", "分公司总经理", date(2026, 8, 4), date(2026, 9, 1), 1, in_force=False
    )
    return Tickets((population, second), (accepted,))
