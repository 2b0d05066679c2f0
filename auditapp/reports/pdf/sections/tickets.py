"""Complaint tickets: each population's card and totals, its indicators, each in detail, and the
tickets that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.pdf.blocks import (
    SMALL,
    SMALL_STRONG,
    Beside,
    Labelled,
    Stack,
    Style,
    Together,
)
from auditapp.reports.pdf.kit import finding_key
from auditapp.reports.pdf.layout import HEIGHT
from auditapp.reports.pdf.ledger import Col, Ledger, Row
from auditapp.reports.pdf.ticket_charts import Bar, Histogram, TrendBars
from auditapp.reports.ticket_wording import (
    basis_text,
    card_lines,
    channel_name,
    distribution_title,
    figure_text,
    limit_text,
    marks_of,
    measure_text,
    measured_text,
    rate_text,
    reasons_text,
    share_text,
    trend_text,
    verdicts_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit
    from auditapp.reports.ticket_model import (
        AcceptedDeviation,
        TicketException,
        TicketPopulation,
        TicketResult,
    )

MOST_EXCEPTIONS: Final = 15
"""Exceptions of a rule that print; the register lists all that the audit keeps."""
MOST_MONTHS: Final = 12
_TINY: Final = Style(7, 9.2)


def ticket_blocks(kit: Kit) -> Iterator[Block]:
    """The section's blocks, population after population."""
    yield kit.heading("tickets", "report.section.tickets")
    for population in kit.model.tickets.populations:
        yield from _population(kit, population)
    yield from _deviations(kit)


def _population(kit: Kit, population: TicketPopulation) -> Iterator[Block]:
    title = " ".join(piece.shown for piece in kit.labels.pieces(population.title)[:1])
    yield Stack(
        [kit.prose(f"{population.number}  {title}".strip(), Style(11, 15, bold=True))],
        before=10,
        keep_next=True,
    )
    yield kit.subheading("report.tickets.card", before=4)
    for code, text in card_lines(population, kit.labels):
        yield kit.labelled(code, kit.prose(text, SMALL))
    yield from _totals(kit, population)
    if population.run is None:
        yield kit.said("report.tickets.no_run", kit.muted(SMALL))
        return
    shown = population.shown_results
    yield kit.subheading("report.tickets.indicators")
    yield kit.said("report.tickets.indicators_note", kit.muted(SMALL))
    yield _board(kit, shown)
    for result in shown:
        yield from _detail(kit, result)
    yield from _exceptions(kit, shown)


def _totals(kit: Kit, population: TicketPopulation) -> Iterator[Block]:
    """Counted beside told by month, the channels of a month added up."""
    if not population.totals:
        return
    say = kit.labels.say
    months: dict[str, list[int | None]] = {}
    notes: dict[str, list[str]] = {}
    for total in population.totals:
        sums = months.setdefault(total.month, [None, None])
        for place, number in enumerate((total.counted, total.told)):
            if number is not None:
                sums[place] = (sums[place] or 0) + number
        if total.note:
            where = channel_name(total.channel, kit.labels)
            notes.setdefault(total.month, []).append(
                f"{where}: {total.note}" if where else total.note
            )
    columns = (
        Col(say("report.tickets.month"), 1.2),
        Col(say("report.tickets.counted"), 1.2, right=True),
        Col(say("report.tickets.told"), 1.2, right=True),
        Col(say("report.tickets.difference"), 1, right=True),
        Col(say("report.tickets.note"), 4.4),
    )
    rows = [
        _total_row(kit, month, counted, told, "  ".join(notes.get(month, ())))
        for month, (counted, told) in months.items()
    ]
    if len(rows) > 1:
        rows.append(
            _total_row(
                kit, say("report.tickets.all_months"), population.counted, population.told, ""
            )
        )
    yield kit.subheading("report.tickets.totals", before=10)
    yield Ledger(kit.faces, columns, rows)


def _total_row(kit: Kit, month: str, counted: int | None, told: int | None, note: str) -> Row:
    difference = None if counted is None or told is None else counted - told
    numbers = (counted, told, difference)
    cells = [kit.cell("—" if it is None else f"{it:,}", right=True) for it in numbers]
    return Row((kit.cell(month), *cells, kit.prose(note, SMALL)))


def _board(kit: Kit, results: tuple[TicketResult, ...]) -> Ledger:
    say = kit.labels.say
    columns = (
        Col(say("report.tickets.rule"), 4.2),
        Col(say("report.tickets.limit"), 1.5),
        Col(say("report.tickets.share"), 1.1, right=True),
        Col(say("report.tickets.rate"), 1.7, right=True),
        Col(say("report.tickets.untested"), 1.2, right=True),
        Col(say("report.tickets.findings"), 1.1),
    )
    return Ledger(kit.faces, columns, [_board_row(kit, one) for one in results])


def _board_row(kit: Kit, result: TicketResult) -> Row:
    labels = kit.labels
    name: list[Block] = [kit.cell(result.rule, bold=True), kit.cell_text(result.name)]
    if result.clause:
        name.append(kit.prose(f"ISO 10002 {result.clause}", kit.muted(_TINY)))
    right = Style(7.5, 10, bold=True, align="right", colour=_colour(result))
    small = Style(7, 9.2, align="right", colour=look.MUTED)
    rate: list[Block] = [kit.prose(_signed(kit, result), right)]
    rate += [kit.prose(mark, small) for mark in marks_of(result, labels)]
    left = result.verdicts.running, result.verdicts.cannot_test
    share = share_text(result.numerator, result.denominator)
    return Row(
        (
            Stack(name),
            kit.cell(limit_text(result, labels)),
            kit.cell(share, right=True),
            Stack(rate),
            kit.cell(f"{left[0]:,} + {left[1]:,}", right=True),
            Stack(_findings(kit, result.findings)),
        ),
        _colour(result) if result.met is not None and result.coloured else None,
    )


def _signed(kit: Kit, result: TicketResult) -> str:
    """The rate, with a glyph and a word where there is a target to meet."""
    rate = rate_text(result, kit.labels)
    if result.met is None or not result.coloured:
        return rate
    glyph, code = ("✓", "report.tickets.met") if result.met else ("!", "report.tickets.not_met")
    return f"{glyph} {rate} {kit.labels.say(code)}"


def _colour(result: TicketResult) -> str:
    if result.met is None or not result.coloured:
        return look.TEXT
    return look.CONFORMING if result.met else look.MINOR


def _findings(kit: Kit, numbers: tuple[str, ...]) -> list[Block]:
    found = {one.number: one for one in kit.model.findings}
    return [
        kit.cell(
            found[number].shown_number if number in found else number,
            link=finding_key(found[number]) if number in found else "",
        )
        for number in numbers
    ]


def _detail(kit: Kit, result: TicketResult) -> Iterator[Block]:
    """One indicator: formula, verdicts, reasons, values, trend and distribution."""
    labels = kit.labels
    names = " / ".join(piece.shown for piece in labels.pieces(result.name))
    blocks: list[Block] = [kit.prose(f"{result.rule}  {names}", Style(8.5, 12, bold=True))]
    lines = [
        ("report.tickets.formula_of", figure_text(result, labels)),
        ("report.tickets.limit", basis_text(result, labels)),
    ]
    lines.append(("report.tickets.verdicts", verdicts_text(result, labels)))
    lines.append(("report.tickets.reasons", reasons_text(result, labels)))
    if result.measured is not None:
        lines.append(("report.tickets.measured", measured_text(result.measured, labels)))
    if not _rises(result):
        lines.append(("report.tickets.trend", trend_text(result)))
    lines.append(
        ("report.tickets.beside_of", "  ".join(labels.said(one, " ") for one in result.beside))
    )
    for code, text in lines:
        if text:
            label = kit.prose(labels.say(code), kit.muted(_TINY))
            blocks.append(Labelled(label, kit.prose(text, SMALL), 92, before=2))
    charts = _charts(kit, result)
    if charts is not None:
        blocks.append(charts)
    yield Together(blocks, HEIGHT, before=11)


def _rises(result: TicketResult) -> bool:
    """Whether bars by month would show anything."""
    return len(result.trend) > 1 and any(point.numerator for point in result.trend)


def _charts(kit: Kit, result: TicketResult) -> Block | None:
    """Trend and distribution side by side; what says nothing is left out."""
    drawn: list[Block] = []
    labels = kit.labels
    if _rises(result):
        bars = [
            Bar(
                point.month,
                share_text(point.numerator, point.denominator),
                labels.percent(point.share),
                point.share,
            )
            for point in result.trend[-MOST_MONTHS:]
        ]
        drawn.append(
            _titled(
                kit, labels.say("report.tickets.trend"), TrendBars(kit.faces, bars, look.ACCENT)
            )
        )
    found = result.distribution
    measured = result.measured
    # A picture of other tickets than the figures beside it would mislead.
    if found is not None and measured is not None and sum(found.counts) == measured.n:
        limit = labels.say("report.tickets.limit_line")
        if found.limit is not None:
            limit = f"{limit} {measure_text(found.limit, found.unit, labels)}"
        largest = labels.say("report.tickets.tallest", n=f"{max(found.counts):,}")
        if found.open_end:
            largest = f"{largest} · {labels.say('report.tickets.open_end')}"
        words = (
            measure_text(found.edges[0], "", labels),
            measure_text(found.edges[-1], "", labels) + (" +" if found.open_end else ""),
            limit,
            largest,
        )
        chart = Histogram(kit.faces, found.edges, found.counts, found.limit, words)
        drawn.append(_titled(kit, distribution_title(found, labels), chart))
    if not drawn:
        return None
    if len(drawn) == 1:
        drawn.append(Stack([]))
    return Beside(drawn, (1, 1), 24, before=5)


def _titled(kit: Kit, title: str, chart: Block) -> Block:
    return Stack([kit.prose(title, kit.muted(_TINY)), chart])


def _exceptions(kit: Kit, results: tuple[TicketResult, ...]) -> Iterator[Block]:
    failing = [one for one in results if one.exceptions and not one.template]
    if not failing:
        return
    yield kit.subheading("report.tickets.exceptions")
    yield kit.said("report.tickets.exceptions_note", kit.muted(SMALL), most=MOST_EXCEPTIONS)
    say = kit.labels.say
    columns = (
        Col(say("report.tickets.ticket"), 1.7),
        Col(say("report.tickets.at"), 1.6),
        Col(say("report.tickets.where"), 3.2),
        Col(say("report.tickets.reason"), 2),
        Col(say("report.tickets.value"), 1.2, right=True),
        Col(say("report.tickets.settled"), 1.3),
    )
    for result in failing:
        names = " / ".join(piece.shown for piece in kit.labels.pieces(result.name))
        more = result.failing - min(len(result.exceptions), MOST_EXCEPTIONS)
        head = f"{result.rule}  {names} ({result.failing:,})"
        yield Stack([kit.prose(head, SMALL_STRONG)], before=8, keep_next=True)
        rows = [_exception(kit, result, one) for one in result.exceptions[:MOST_EXCEPTIONS]]
        yield Ledger(kit.faces, columns, rows)
        if more > 0:
            yield kit.said("report.tickets.more", kit.muted(SMALL), n=f"{more:,}")


def _exception(kit: Kit, result: TicketResult, one: TicketException) -> Row:
    labels = kit.labels
    unit = result.measured.unit if result.measured else ""
    value = "" if one.value is None else measure_text(one.value, unit, labels)
    where = " · ".join(
        part for part in (one.unit, channel_name(one.channel, labels), one.category) if part
    )
    settled = _findings(kit, one.findings)
    if one.accepted:
        settled.append(kit.prose(labels.say("report.tickets.accepted"), kit.muted(_TINY)))
    return Row(
        (
            kit.cell(one.ticket),
            kit.cell(one.at[:16]),
            kit.prose(where, SMALL),
            kit.text(one.reason, SMALL),
            kit.cell(value, right=True),
            Stack(settled),
        )
    )


def _deviations(kit: Kit) -> Iterator[Block]:
    deviations = kit.model.tickets.deviations
    if not deviations:
        return
    say = kit.labels.say
    columns = (
        Col(say("report.tickets.rule"), 1),
        Col(say("report.tickets.reason"), 4),
        Col(say("report.tickets.approver"), 1.6),
        Col(say("report.tickets.until"), 1.4),
        Col(say("report.tickets.unit.tickets"), 0.8, right=True),
    )
    yield kit.subheading("report.tickets.deviations")
    yield Ledger(kit.faces, columns, [_deviation(kit, one) for one in deviations])


def _deviation(kit: Kit, one: AcceptedDeviation) -> Row:
    until = kit.labels.date(one.expires_on)
    if not one.in_force:
        until = f"{until} {kit.labels.say('report.tickets.expired')}"
    return Row(
        (
            kit.cell(one.rule),
            kit.prose(one.reason, SMALL),
            kit.cell(one.approver),
            kit.cell(until),
            kit.cell(f"{one.tickets:,}", right=True),
        )
    )
