"""Objectives, scope, team, methods, and the criteria with their force and versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.reports.pdf.blocks import SMALL, Stack
from auditapp.reports.pdf.ledger import Col, Ledger, Row
from auditapp.reports.wording import adoption_texts, criterion_place

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    yield kit.labelled("report.scope.caveat", kit.said("report.scope.caveat_text"))
    yield from _units(kit)
    yield from _team(kit)
    yield from criteria_blocks(kit)


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
            Col(say("report.scope.criterion"), 4.6),
            Col(say("report.scope.force"), 1.4),
            Col(say("report.scope.version"), 2.4),
            Col(say("report.scope.since"), 1.2),
        )
        rows = [
            Row(
                (
                    kit.cell_text(criterion.title),
                    kit.cell_enum(criterion.force),
                    kit.cell(criterion_place(criterion)),
                    kit.cell(kit.labels.date(criterion.in_force_since)),
                )
            )
            for criterion in kit.model.criteria
        ]
        yield Ledger(kit.faces, columns, rows)
    for adoption in kit.model.method.adoptions:
        body = kit.paragraphs(adoption_texts(adoption, kit.labels))
        yield kit.labelled("report.method.adoption", body)
