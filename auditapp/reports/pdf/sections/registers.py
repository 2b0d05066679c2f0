"""The action plan and the list of evidence, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.reports import look
from auditapp.reports.pdf.blocks import SMALL, Prose, Stack, Style
from auditapp.reports.pdf.kit import Mark, evidence_key, finding_key
from auditapp.reports.pdf.ledger import Col, Ledger, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.model import Action, EvidenceItem
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit


def action_blocks(kit: Kit) -> Iterator[Block]:
    """The action plan: what, for which finding, by whom, by when, how far."""
    yield kit.heading("actions", "report.section.actions")
    if not kit.model.actions:
        yield kit.said("report.actions.none", kit.muted(SMALL))
        return
    say = kit.labels.say
    columns = (
        Col(say("report.actions.number"), 2.0),
        Col(say("report.actions.text"), 4.0),
        Col(say("report.actions.owner"), 1.3),
        Col(say("report.actions.due"), 1.2),
        Col(say("report.actions.state"), 1.5),
    )
    findings = {finding.number: finding for finding in kit.model.findings}
    rows: list[Row] = []
    for action in sorted(kit.model.actions, key=lambda a: (a.finding, a.number)):
        finding = findings.get(action.finding)
        number: list[Block] = [kit.cell(action.number, bold=True)]
        edge = None
        if finding is not None:
            number.append(kit.cell(finding.shown_number, link=finding_key(finding)))
            edge = look.GRADE_COLOUR[finding.grade]
        rows.append(Row((Stack(number), *_action_cells(kit, action)), edge))
    yield Ledger(kit.faces, columns, rows)


def _action_cells(kit: Kit, action: Action) -> tuple[Block, ...]:
    labels = kit.labels
    late = kit.model.overdue(action)
    text: list[Block] = [kit.cell_enum(action.kind, look.MUTED), kit.cell_text(action.text)]
    if action.effectiveness_criterion:
        text.append(kit.prose(labels.say("report.actions.effectiveness"), Style(7, 9.2, bold=True)))
        text.append(kit.cell_text(action.effectiveness_criterion))
    due: list[Block] = [
        Prose(
            kit.faces,
            labels.date(action.due),
            Style(7.5, 10, bold=late, colour=look.MAJOR if late else look.TEXT),
        )
    ]
    if late:
        word = labels.say("report.actions.overdue")
        due.append(kit.prose(word, Style(7.5, 10, bold=True, colour=look.MAJOR)))
    if action.done:
        word = f"{labels.say('report.actions.done')} {labels.date(action.done)}"
        due.append(kit.prose(word, kit.muted(SMALL)))
    owner = action.owner or labels.say("report.actions.no_owner")
    return Stack(text), kit.cell(owner), Stack(due), kit.cell_enum(action.state)


def evidence_blocks(kit: Kit) -> Iterator[Block]:
    """The list of evidence; each item is a place that findings link to."""
    yield kit.heading("evidence", "report.section.evidence")
    if not kit.model.evidence:
        yield kit.said("report.evidence.none", kit.muted(SMALL))
        return
    say = kit.labels.say
    columns = (
        Col(say("report.evidence.number"), 1.6),
        Col(say("report.evidence.kind"), 1.3),
        Col(say("report.evidence.title"), 3.9),
        Col(say("report.evidence.holder"), 1.5),
        Col(say("report.evidence.obtained"), 1.25),
        Col(say("report.evidence.hash"), 1.45),
    )
    yield Ledger(kit.faces, columns, [_evidence_row(kit, item) for item in kit.model.evidence])


def _evidence_row(kit: Kit, item: EvidenceItem) -> Row:
    labels = kit.labels
    number = Stack(
        [
            Mark(lambda key, _title, _level, top: kit.mark(key, "", -1, top),
                 evidence_key(item.number), "", -1),
            kit.cell(item.number, bold=True),
            kit.cell_enum(item.personal_data, look.MUTED),
        ]
    )  # fmt: skip
    obtained = [kit.cell(labels.date(item.obtained_on))]
    if item.obtained_by:
        obtained.append(kit.cell(item.obtained_by))
    title: list[Block] = [kit.cell_text(item.title)]
    if item.findings:
        title.append(kit.prose(", ".join(item.findings), kit.muted(SMALL)))
    return Row(
        (
            number,
            kit.cell_enum(item.kind),
            Stack(title),
            kit.cell(item.holder),
            Stack(obtained),
            kit.cell(item.sha256[:12]),
        )
    )
