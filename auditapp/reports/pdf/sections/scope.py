"""Objectives, scope, team, methods, and the criteria with their force and versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.domain import clauses
from auditapp.domain.vocabulary import Force
from auditapp.reports.pdf.blocks import SMALL, SMALL_STRONG, Stack
from auditapp.reports.pdf.ledger import Col, Ledger, Row
from auditapp.reports.wording import adoption_texts, article_text, asking_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditapp.reports.model import Criterion
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit


def scope_blocks(kit: Kit) -> Iterator[Block]:
    """The section's blocks."""
    model = kit.model
    header = model.header
    yield kit.heading("scope", "report.section.scope")
    for code, text in (
        ("report.scope.objectives", model.scope.objectives),
        ("report.scope.scope", model.scope.scope),
        ("report.cover.client", header.client),
    ):
        if text:
            yield kit.labelled(code, kit.text(text))
    dates = kit.labels.period(header.fieldwork_from, header.fieldwork_to)
    yield kit.labelled("report.cover.fieldwork", kit.prose(dates))
    period = kit.labels.period(header.period_from, header.period_to)
    yield kit.labelled("report.cover.period", kit.prose(period))
    for code, text in (
        ("report.scope.methods", model.scope.methods),
        ("report.scope.sampling", model.scope.sampling),
        ("report.scope.not_covered", model.scope.not_covered),
    ):
        if text:
            yield kit.labelled(code, kit.text(text))
    yield from _asking(kit)
    yield kit.labelled("report.scope.caveat", kit.said("report.scope.caveat_text"))
    yield from _units(kit)
    yield from _team(kit)
    yield from criteria_blocks(kit)


def _asking(kit: Kit) -> Iterator[Block]:
    """Hours and minutes per question, what was left out and why, the organisation's profile."""
    groups: dict[str, list[str]] = {}
    for line in asking_lines(kit.model, kit.labels):
        said = [f"{line.item}: {line.texts[0]}" if line.item else line.texts[0], *line.texts[1:]]
        groups.setdefault(line.topic, []).extend(said)
    for topic, said in groups.items():
        yield kit.labelled(topic, kit.paragraphs(said))


def _units(kit: Kit) -> Iterator[Block]:
    units = kit.model.header.units
    if not units:
        return
    say = kit.labels.say
    yield kit.subheading("report.scope.units")
    columns = (
        Col(say("report.scope.code"), 1),
        Col(say("report.scope.name"), 4),
        Col(say("report.scope.kind"), 1.6),
        Col(say("report.scope.in_sample"), 2.6),
    )
    rows = [
        Row(
            (
                kit.cell(unit.code, bold=True),
                kit.cell_text(unit.name),
                kit.cell_enum(unit.kind),
                Stack([kit.cell(kit.labels.yes_no(unit.in_sample)), kit.cell_text(unit.reason)]),
            )
        )
        for unit in units
    ]
    yield Ledger(kit.faces, columns, rows)


def _team(kit: Kit) -> Iterator[Block]:
    team = kit.model.header.team
    if not team:
        return
    say = kit.labels.say
    yield kit.subheading("report.scope.team")
    columns = (
        Col(say("report.scope.code"), 1),
        Col(say("report.scope.person"), 4),
        Col(say("report.scope.role"), 4.2),
    )
    rows = [
        Row((kit.cell(m.code, bold=True), kit.cell(m.name), kit.cell_enum(m.role))) for m in team
    ]
    yield Ledger(kit.faces, columns, rows)


def criteria_blocks(kit: Kit) -> Iterator[Block]:
    """The criteria with force and version, and the evidence that a standard was adopted."""
    say = kit.labels.say
    yield kit.subheading("report.method.criteria")
    if not kit.model.criteria:
        yield kit.said("report.scope.no_criteria", kit.muted(SMALL))
    else:
        columns = (
            Col(say("report.scope.criterion"), 5.3),
            Col(say("report.scope.parts"), 3.95),
            Col(say("report.scope.since"), 1.15),
        )
        rows = [_source_row(kit, group) for group in _by_source(kit.model.criteria)]
        yield Ledger(kit.faces, columns, rows)
    for adoption in kit.model.method.adoptions:
        body = kit.paragraphs(adoption_texts(adoption, kit.labels))
        yield kit.labelled("report.method.adoption", body)


def _by_source(criteria: Sequence[Criterion]) -> list[list[Criterion]]:
    """The criteria by the document that they stand in: what binds most first."""
    groups: dict[tuple[object, ...], list[Criterion]] = {}
    for criterion in criteria:
        name = criterion.source or criterion.title
        key = (tuple(sorted(name.texts.items())), criterion.number, criterion.version)
        groups.setdefault(key, []).append(criterion)
    order = tuple(Force)
    return sorted(groups.values(), key=lambda group: min(order.index(it.force) for it in group))


def _source_row(kit: Kit, group: Sequence[Criterion]) -> Row:
    labels = kit.labels
    first = group[0]
    pieces = [piece.shown for piece in labels.pieces(first.source or first.title)]
    # A law's name holds its year already.
    parts = [it for it in (first.number, first.version) if it and it not in pieces[0]]
    name = kit.paragraphs([" · ".join((pieces[0], *parts)), *pieces[1:]], SMALL_STRONG)
    forces: list[Block] = []
    for force in Force:
        articles = [it.article for it in group if it.force is force]
        if not articles:
            continue
        if all(it[:1].isascii() for it in articles):
            articles = clauses.in_order(articles)
        listed = ", ".join(article_text(it, labels) for it in articles if it)
        forces.append(kit.cell(f"{labels.enum(force)}: {listed}" if listed else labels.enum(force)))
    since = sorted({labels.date(it.in_force_since) for it in group if it.in_force_since})
    return Row(
        (
            name,
            Stack(forces),
            kit.cell(since[-1] if since else labels.date(None)),
        )
    )
