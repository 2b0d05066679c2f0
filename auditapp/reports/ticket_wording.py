"""What both formats say of complaint populations in the same words: card, rates, method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.reports.labels import DASH
from auditapp.reports.ticket_model import COLOURED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.labels import Labels
    from auditapp.reports.ticket_model import (
        Distribution,
        ExtractChange,
        Measured,
        TicketPopulation,
        TicketResult,
        Tickets,
        TicketSource,
    )

Line = tuple[str, str, tuple[str, ...]]
"""A code of the texts, what the line is about, its paragraphs."""
_MEASURED: Final = {
    "report.tickets.least": "least",
    "report.tickets.median": "median",
    "report.tickets.mean": "mean",
    "report.tickets.p90": "p90",
    "report.tickets.p95": "p95",
    "report.tickets.most": "most",
}


def rate_text(result: TicketResult, labels: Labels) -> str:
    """The rate in per cent; n/N alone where N is too small to carry one; a dash without N."""
    if not result.denominator or result.rate is None:
        return DASH
    if result.denominator < COLOURED_FROM:
        return share_text(result.numerator, result.denominator)
    # What is left are ratios with a factor: per million users and the like.
    return labels.percent(result.rate) if result.is_share else f"{result.rate:,.2f}"


def share_text(numerator: int, denominator: int) -> str:
    """n/N as written."""
    return f"{numerator:,}/{denominator:,}"


def limit_text(result: TicketResult, labels: Labels) -> str:
    """The limit, and what the rate has to reach; a limit in a column is named as the column is."""
    limit = labels.known(f"ticket_field.{result.limit}", result.limit) if result.limit else ""
    target = result.threshold.replace(">=", "≥ ").replace("<=", "≤ ")
    limit = "" if limit == result.threshold else limit
    return " · ".join(part for part in (limit, target) if part)


def basis_text(result: TicketResult, labels: Labels) -> str:
    """The limit with where it comes from and what that binds."""
    force = labels.enum(result.force)
    parts = (limit_text(result, labels), result.source, force)
    return " · ".join(part for part in parts if part)


def figure_text(result: TicketResult, labels: Labels) -> str:
    """The formula with its figures, and what must be said beside them."""
    share, rate = share_text(result.numerator, result.denominator), rate_text(result, labels)
    said = f"{labels.said(result.formula, ' ')} = {share}"
    if rate not in (share, DASH):
        said = f"{said} = {rate}"
    return " · ".join((said, *marks_of(result, labels)))


def trend_text(result: TicketResult) -> str:
    """n/N by month in one line."""
    return " · ".join(
        f"{it.month or DASH} {share_text(it.numerator, it.denominator)}" for it in result.trend
    )


def marks_of(result: TicketResult, labels: Labels) -> tuple[str, ...]:
    """What must be said under a rate: template, too few, completeness not established."""
    marks: list[str] = []
    if result.template:
        marks.append(labels.say("ticket_mark.template"))
    if not result.complete:
        marks.append(labels.say("report.tickets.not_complete"))
    if 0 < result.denominator < COLOURED_FROM:
        marks.append(labels.say("report.tickets.few", least=COLOURED_FROM))
    return tuple(marks)


def measure_text(value: float | None, unit: str, labels: Labels) -> str:
    """A measured value with its unit."""
    if value is None:
        return DASH
    shown = f"{value:,.1f}".removesuffix(".0")
    return f"{shown} {unit_name(unit, labels)}".strip()


def unit_name(unit: str, labels: Labels) -> str:
    """A unit of time in words; other units as the rule names them."""
    return labels.known(f"report.tickets.unit.{unit}", unit) if unit else ""


def measured_text(measured: Measured, labels: Labels) -> str:
    """The statistics of the measured value in one line."""
    parts = [
        f"{labels.say(code)} {measure_text(getattr(measured, name), measured.unit, labels)}"
        for code, name in _MEASURED.items()
    ]
    return " · ".join([f"n = {measured.n:,}", *parts])


def distribution_title(found: Distribution, labels: Labels) -> str:
    """What a histogram shows, with its unit."""
    unit = unit_name(found.unit, labels)
    name = labels.say("report.tickets.distribution")
    return f"{name} ({unit})" if unit else name


def verdicts_text(result: TicketResult, labels: Labels) -> str:
    """How many tickets passed, failed, are running, do not apply, cannot be tested."""
    counts = result.verdicts
    given = (
        ("pass", counts.passed),
        ("fail", counts.failed),
        ("running", counts.running),
        ("not_applicable", counts.not_applicable),
        ("cannot_test", counts.cannot_test),
    )
    return " · ".join(f"{labels.say(f'enum.Verdict.{name}')} {n:,}" for name, n in given)


def reasons_text(result: TicketResult, labels: Labels) -> str:
    """The reasons of failing and of what cannot be tested, with their numbers."""
    return " · ".join(f"{labels.flat(it.name, ' ')} {it.count:,}" for it in result.reasons)


def channel_name(code: str, labels: Labels) -> str:
    """A channel in words."""
    return labels.known(f"report.tickets.channel.{code}", code)


def card_lines(population: TicketPopulation, labels: Labels) -> Iterator[tuple[str, str]]:
    """The extract card 数据提取说明: codes of the texts and what stands beside them."""
    yield "report.tickets.title", labels.flat(population.title, " · ")
    for code, text in (
        ("report.tickets.system", population.system),
        ("report.tickets.run_by", population.run_by),
    ):
        if text:
            yield code, text
    if population.run_at is not None:
        yield "report.tickets.run_at", f"{population.run_at.astimezone():%Y-%m-%d %H:%M}"
    period = labels.period(population.period_from, population.period_to)
    if period != DASH:
        yield "report.tickets.period", period
    if population.query_text:
        yield "report.tickets.query", population.query_text
    if population.evidence:
        yield "report.tickets.proof", population.evidence
    for source in population.sources:
        yield "report.tickets.source", source_text(source, labels)
    yield "report.tickets.hash", f"SHA-256 {population.extract_hash}"
    yield "report.tickets.masked", labels.say("report.tickets.masked_text", n=population.masked)
    yield "report.tickets.totals", totals_text(population, labels)
    for gap in population.gaps:
        said = labels.say(
            "report.tickets.gap_text", before=gap.before, after=gap.after, n=gap.missing
        )
        yield "report.tickets.gaps", f"{said} {gap.note}".strip()
    yield "report.tickets.completeness", completeness_text(population, labels)
    for change in population.changes:
        yield "report.tickets.change", change_text(change, labels)


def source_text(source: TicketSource, labels: Labels) -> str:
    """A file with its rows: read = kept + refused, and why rows were refused."""
    said = labels.say(
        "report.tickets.rows",
        read=source.rows_read,
        kept=source.rows_kept,
        refused=source.rows_refused,
        doubled=source.duplicates,
        unreadable=source.unreadable,
    )
    table = labels.known(f"report.tickets.table.{source.table}", source.table)
    why = [
        f"{labels.known(f'tickets.refused.{code}', code)} {number:,}"
        for code, number in source.refused_why
    ]
    reasons = f" ({' · '.join(why)})" if why else ""
    return f"{table} · {source.file_name} · {said}{reasons}"


def totals_text(population: TicketPopulation, labels: Labels) -> str:
    """Counted beside told, with the difference."""
    if population.told is None:
        return labels.say("report.tickets.nothing_told", n=population.counted)
    said = labels.say(
        "report.tickets.told_text",
        counted=population.counted,
        told=population.told,
        difference=population.difference,
    )
    return f"{said} {population.told_source}".strip()


def completeness_text(population: TicketPopulation, labels: Labels) -> str:
    """Whether the population is complete, and why it is said."""
    if population.completeness is None:
        word = labels.say("report.tickets.not_judged")
    else:
        word = labels.enum(population.completeness)
    return f"{word} · {population.completeness_note}".rstrip(" ·")


def change_text(change: ExtractChange, labels: Labels) -> str:
    """What differs from an earlier extract."""
    if not change.comparable:
        return labels.say("report.tickets.not_comparable", earlier=change.earlier)
    return labels.say(
        "report.tickets.change_text",
        earlier=change.earlier,
        common=change.common or 0,
        vanished=change.vanished or 0,
        appeared=change.appeared or 0,
        changed=change.changed or 0,
    )


def ticket_method_lines(tickets: Tickets, labels: Labels) -> Iterator[Line]:
    """Profile, as-of, options, rule versions and hashes of every run; the SQL if asked for."""
    if not tickets:
        return
    yield "report.method.tickets", "", labels.parts("report.method.tickets_text")
    for population in tickets.populations:
        run = population.run
        if run is None:
            continue
        profile = run.profile or DASH
        said = labels.say(
            "report.method.run_text",
            tickets=run.tickets,
            doubled=run.duplicates,
            profile=profile,
            as_of=run.as_of,
            calendar=run.calendar or labels.say("report.method.rule_calendar"),
            by=run.run_by,
            at=DASH if run.run_at is None else f"{run.run_at.astimezone():%Y-%m-%d %H:%M}",
        )
        versions = ", ".join(f"{it.rule} v{it.version}" for it in population.shown_results)
        chosen = ", ".join(f"{name} = {value}" for name, value in run.choices)
        texts = [said, f"SHA-256 {run.extract_hash}", versions]
        if chosen:
            texts.append(f"{labels.say('report.method.options')} {chosen}")
        yield "report.method.runs", population.number, tuple(texts)
        if not tickets.with_sql:
            continue
        for result in population.shown_results:
            if result.sql:
                item = f"{population.number} · {result.rule} v{result.version}"
                yield "report.method.sql", item, (result.sql, result.parameters)
