"""The register's sheets of complaint populations: extract card, KPIs, exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditapp.reports.ticket_wording import (
    basis_text,
    card_lines,
    channel_name,
    limit_text,
    marks_of,
    measured_text,
    rate_text,
    reasons_text,
    trend_text,
    unit_name,
)
from auditapp.reports.xlsx.columns import Column, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.labels import Labels
    from auditapp.reports.model import ReportModel
    from auditapp.reports.ticket_model import (
        RuleVerdicts,
        TicketException,
        TicketPopulation,
        TicketResult,
    )
    from auditapp.reports.xlsx.sheets import Places

TICKETS, KPIS, EXCEPTIONS = "Tickets", "KPIs", "Exceptions"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the extract card, or a control total."""

    population: str
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class KpiLine:
    """A result with the population and the run that it belongs to."""

    population: TicketPopulation
    result: TicketResult

    @property
    def counts(self) -> RuleVerdicts:
        """The tickets by verdict."""
        return self.result.verdicts

    def of_run(self, name: str) -> str | None:
        """A fact of the run."""
        run = self.population.run
        return None if run is None else str(getattr(run, name))


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """An exception with its result."""

    result: TicketResult
    found: TicketException


def ticket_sheets(model: ReportModel, labels: Labels, places: Places) -> tuple[Sheet[Any], ...]:
    """The three sheets; none where the audit has no population."""
    if not model.tickets:
        return ()
    return (
        cards_sheet(model, labels),
        kpis_sheet(model, labels, places),
        exceptions_sheet(model, labels, places),
    )


def cards_sheet(model: ReportModel, labels: Labels) -> Sheet[CardLine]:
    """The extract cards 数据提取说明 with their control totals."""
    rows = tuple(_card_lines(model, labels))
    columns: tuple[Column[CardLine], ...] = (
        Column("register.tickets.population", 14, Kind.TEXT, lambda it: it.population),
        Column("register.tickets.topic", 30, Kind.WRAP, lambda it: it.topic),
        Column("register.tickets.text", 110, Kind.WRAP, lambda it: it.text),
    )
    return Sheet(TICKETS, labels.say("register.sheet.tickets"), columns, rows, len(rows))


def _card_lines(model: ReportModel, labels: Labels) -> Iterator[CardLine]:
    for population in model.tickets.populations:
        for code, text in card_lines(population, labels):
            yield CardLine(population.number, labels.say(code), text)
        for total in population.totals:
            channel = channel_name(total.channel, labels)
            numbers = [
                f"{labels.say(code)} {'—' if n is None else n}"
                for code, n in (
                    ("report.tickets.counted", total.counted),
                    ("report.tickets.told", total.told),
                )
            ]
            text = " · ".join(part for part in (*numbers, total.note) if part)
            topic = f"{labels.say('report.tickets.totals')} {total.month} {channel}".strip()
            yield CardLine(population.number, topic, text)
    for one in model.tickets.deviations:
        until = labels.date(one.expires_on)
        if not one.in_force:
            until = f"{until} {labels.say('report.tickets.expired')}"
        said = (one.reason, one.approver, until, str(one.tickets))
        topic = f"{labels.say('report.tickets.deviations')} {one.rule}"
        yield CardLine("", topic, " · ".join(said))


def kpis_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[KpiLine]:
    """The indicators: numbers as numbers, and the rate as the report prints it beside."""
    rows = tuple(
        KpiLine(population, result)
        for population in model.tickets.populations
        for result in population.shown_results
    )
    links: tuple[Column[KpiLine], ...] = (
        Column(
            "register.kpi.finding", 13, Kind.LINK, lambda k: places.finding(k.result.findings, 0)
        ),
    )
    columns: tuple[Column[KpiLine], ...] = (
        Column("register.kpi.population", 12, Kind.TEXT, lambda k: k.result.population),
        Column("register.kpi.rule", 10, Kind.TEXT, lambda k: k.result.rule),
        Column("register.kpi.name", 34, Kind.WRAP, lambda k: labels.flat(k.result.name)),
        Column("register.kpi.numerator", 11, Kind.NUMBER, lambda k: k.result.numerator),
        Column("register.kpi.denominator", 12, Kind.NUMBER, lambda k: k.result.denominator),
        Column("register.kpi.rate", 10, Kind.PERCENT, lambda k: _share(k.result)),
        Column("register.kpi.shown", 12, Kind.TEXT, lambda k: rate_text(k.result, labels)),
        Column("register.kpi.limit", 16, Kind.WRAP, lambda k: limit_text(k.result, labels)),
        Column("register.kpi.met", 10, Kind.TEXT, lambda k: _met(k.result, labels)),
        Column("register.kpi.marks", 22, Kind.WRAP, lambda k: _marks(k.result, labels)),
        Column("register.kpi.passed", 9, Kind.NUMBER, lambda k: k.counts.passed),
        Column("register.kpi.failed", 9, Kind.NUMBER, lambda k: k.counts.failed),
        Column("register.kpi.running", 9, Kind.NUMBER, lambda k: k.counts.running),
        Column("register.kpi.not_applicable", 11, Kind.NUMBER, lambda k: k.counts.not_applicable),
        Column("register.kpi.cannot_test", 11, Kind.NUMBER, lambda k: k.counts.cannot_test),
        Column("register.kpi.reasons", 34, Kind.WRAP, lambda k: reasons_text(k.result, labels)),
        Column("register.kpi.accepted", 11, Kind.NUMBER, lambda k: k.result.accepted),
        *links,
        Column("register.kpi.formula", 34, Kind.WRAP, lambda k: labels.said(k.result.formula)),
        Column("register.kpi.force", 34, Kind.WRAP, lambda k: basis_text(k.result, labels)),
        Column("register.kpi.measured", 44, Kind.WRAP, lambda k: _measured(k.result, labels)),
        Column("register.kpi.trend", 44, Kind.WRAP, lambda k: trend_text(k.result)),
        Column("register.kpi.beside", 40, Kind.WRAP, lambda k: _beside(k.result, labels)),
        Column("register.kpi.clause", 11, Kind.TEXT, lambda k: k.result.clause),
        Column("register.kpi.version", 9, Kind.NUMBER, lambda k: k.result.version),
        Column("register.kpi.profile", 20, Kind.TEXT, lambda k: k.of_run("profile")),
        Column("register.kpi.as_of", 14, Kind.TEXT, lambda k: k.of_run("as_of")),
    )  # fmt: skip
    return Sheet(KPIS, labels.say("register.sheet.kpis"), columns, rows, len(rows))


def _share(result: TicketResult) -> float | None:
    """The rate as a number, where the report prints it as a share."""
    return result.rate if result.is_share else None


def _met(result: TicketResult, labels: Labels) -> str | None:
    return labels.yes_no(result.met) if result.met is not None and result.coloured else None


def _measured(result: TicketResult, labels: Labels) -> str | None:
    return None if result.measured is None else measured_text(result.measured, labels)


def _beside(result: TicketResult, labels: Labels) -> str:
    return "\n".join(labels.said(one) for one in result.beside)


def exceptions_sheet(model: ReportModel, labels: Labels, places: Places) -> Sheet[ExceptionLine]:
    """The tickets that failed, rule by rule: those that the audit file keeps (1,000 a rule)."""
    rows = tuple(
        ExceptionLine(result, found)
        for result in model.tickets.results
        for found in result.exceptions
    )
    columns: tuple[Column[ExceptionLine], ...] = (
        Column("register.exception.population", 12, Kind.TEXT, lambda e: e.result.population),
        Column("register.exception.rule", 10, Kind.TEXT, lambda e: e.result.rule),
        Column("register.exception.ticket", 18, Kind.TEXT, lambda e: e.found.ticket),
        Column("register.exception.row", 11, Kind.NUMBER, lambda e: e.found.row),
        Column("register.exception.at", 19, Kind.TEXT, lambda e: e.found.at),
        Column("register.exception.reason", 26, Kind.WRAP, lambda e: labels.flat(e.found.reason)),
        Column("register.exception.value", 11, Kind.NUMBER, lambda e: e.found.value),
        Column("register.exception.unit_of", 11, Kind.TEXT, lambda e: _unit(e.result, labels)),
        Column("register.exception.unit", 20, Kind.WRAP, lambda e: e.found.unit),
        Column(
            "register.exception.channel", 14, Kind.WRAP,
            lambda e: channel_name(e.found.channel, labels),
        ),
        Column("register.exception.category", 18, Kind.WRAP, lambda e: e.found.category),
        Column(
            "register.exception.finding", 13, Kind.LINK,
            lambda e: places.finding(e.found.findings, 0),
        ),
        Column("register.exception.accepted", 11, Kind.TEXT, lambda e: _accepted(e, labels)),
        Column("register.exception.name", 34, Kind.WRAP, lambda e: labels.flat(e.result.name)),
    )  # fmt: skip
    return Sheet(EXCEPTIONS, labels.say("register.sheet.exceptions"), columns, rows, len(rows))


def _accepted(line: ExceptionLine, labels: Labels) -> str | None:
    return labels.yes_no(True) if line.found.accepted else None


def _marks(result: TicketResult, labels: Labels) -> str:
    return " · ".join(marks_of(result, labels))


def _unit(result: TicketResult, labels: Labels) -> str:
    return unit_name(result.measured.unit, labels) if result.measured else ""
