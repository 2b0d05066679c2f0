"""Findings: a list of all, then each on its own block with its five Cs and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import PersonalData
from auditapp.reports import look
from auditapp.reports.pdf.blocks import (
    LABEL,
    SMALL,
    STRONG,
    Labelled,
    Panel,
    Space,
    Stack,
    Style,
)
from auditapp.reports.pdf.kit import Mark, evidence_key, finding_key
from auditapp.reports.pdf.ledger import Col, Ledger, Row
from auditapp.reports.pdf.pictures import PictureBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditapp.reports.bilingual import Bilingual
    from auditapp.reports.model import Action, Finding, Picture
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit
    from auditapp.reports.pdf.pen import Pen

_LABEL_WIDTH: Final = 78.0
_PICTURE_WIDTH: Final = 138.0
_PICTURES_BESIDE: Final = 2


def finding_blocks(kit: Kit) -> Iterator[Block]:
    """The section of what asks for something; good practice has its own."""
    yield kit.heading("findings", "report.section.findings")
    found = kit.model.weaknesses
    if not found:
        yield kit.said("report.findings.none", kit.muted(SMALL))
        return
    yield kit.said("report.findings.intro", kit.muted(SMALL))
    yield _overview(kit, found)
    yield Space(6)
    actions = actions_by_finding(kit)
    for finding in found:
        yield finding_block(kit, finding, actions.get(finding.number, ()))


def good_practice_blocks(kit: Kit) -> Iterator[Block]:
    """What is better than asked, and worth passing on."""
    yield kit.heading("good", "report.section.good_practice")
    found = kit.model.good_practice
    if not found:
        yield kit.said("report.good.none", kit.muted(SMALL))
    for finding in found:
        yield finding_block(kit, finding, ())


def actions_by_finding(kit: Kit) -> dict[str, list[Action]]:
    """Actions by the working number of their finding."""
    found: dict[str, list[Action]] = {}
    for action in kit.model.actions:
        found.setdefault(action.finding, []).append(action)
    return found


def _overview(kit: Kit, found: Sequence[Finding]) -> Ledger:
    say = kit.labels.say
    columns = (
        Col(say("report.findings.number"), 1.9),
        Col(say("report.findings.grade"), 1.7),
        Col(say("report.findings.unit"), 1.4),
        Col(say("report.findings.clause"), 0.7),
        Col(say("report.findings.statement"), 4.6),
    )
    rows = [
        Row(
            (
                kit.cell(finding.shown_number, link=finding_key(finding)),
                kit.grade_cell(finding.grade),
                kit.cell(finding.unit),
                kit.cell(finding.clause),
                kit.short(finding.statement, SMALL, 2),
            ),
            look.GRADE_COLOUR[finding.grade],
        )
        for finding in found
    ]
    return Ledger(kit.faces, columns, rows, before=8)


def finding_block(kit: Kit, finding: Finding, actions: Sequence[Action]) -> Panel:
    """One finding: what and where, statement, five Cs beside the pictures, response, actions."""
    colour = look.GRADE_COLOUR[finding.grade]
    glyph = look.GRADE_GLYPH[finding.grade]
    title = f"{finding.shown_number}  {kit.unit_name(finding.unit)}"
    head: list[Block] = [
        Mark(kit.mark, finding_key(finding), f"{glyph} {title}", 1),
        kit.prose(
            f"{glyph}  {kit.labels.enum(finding.grade)}",
            Style(9.5, 14, bold=True, colour=colour),
            keep_next=True,
        ),
        kit.prose(_facts(kit, finding), LABEL, keep_next=True),
        Space(4, keep_next=True),
        Stack([kit.text(finding.statement, STRONG)], keep_next=True),
    ]
    cs: list[Block] = _five_cs(kit, finding)
    pictures = finding.pictures
    if pictures:
        beside = _Columns(Stack(cs), _pictures(kit, pictures[:_PICTURES_BESIDE]), before=5)
        head.append(beside)
    else:
        head.extend(cs)
    if len(pictures) > _PICTURES_BESIDE:
        head.append(_picture_rows(kit, pictures[_PICTURES_BESIDE:]))
    head.extend(_afterwards(kit, finding, actions))
    text = kit.labels.say("report.findings.continued", number=finding.shown_number)
    continued = kit.prose(f"{glyph} {text}", LABEL, keep_next=True)
    return Panel(Stack(head), fill=None, edge=colour, padding=9, before=14, continued=continued)


def _facts(kit: Kit, finding: Finding) -> str:
    labels = kit.labels
    numbers = finding.shown_number
    if finding.final_number and finding.final_number != finding.number:
        numbers = f"{finding.final_number} ({finding.number})"
    parts = [
        numbers,
        kit.unit_name(finding.unit),
        f"{labels.say('report.findings.clause')} {finding.clause}" if finding.clause else "",
        finding.question,
        labels.enum(finding.nature),
        labels.enum(finding.extent),
        labels.enum(finding.state),
        labels.date(finding.raised_on) if finding.raised_on else "",
    ]
    return " · ".join(part for part in parts if part)


def _five_cs(kit: Kit, finding: Finding) -> list[Block]:
    blocks: list[Block] = []
    fields: tuple[tuple[str, Bilingual], ...] = (
        ("criterion", finding.criterion),
        ("condition", finding.condition),
        ("evidence", finding.evidence_text),
        ("cause", finding.cause),
        ("consequence", finding.consequence),
    )
    for name, text in fields:
        body: list[Block] = [kit.text(text)] if text else []
        if name == "criterion":
            body.extend(_criterion_notes(kit, finding))
        if name == "condition":
            body.extend(_sample_note(kit, finding))
        if name == "evidence":
            body.extend(
                kit.prose(number, Style(7.5, 10, colour=look.ACCENT), link=_known_link(kit, number))
                for number in finding.evidence
            )
        if body:
            blocks.append(_labelled(kit, f"report.five_c.{name}", Stack(body)))
    return blocks


def _known_link(kit: Kit, number: str) -> str:
    return evidence_key(number) if number in kit.evidence_numbers else ""


def _criterion_notes(kit: Kit, finding: Finding) -> Iterator[Block]:
    parts = [", ".join(finding.criteria), kit.labels.enum(finding.force)]
    text = " · ".join(part for part in parts if part)
    if text:
        yield kit.prose(text, LABEL)
    if finding.grade_limit is not None:
        yield kit.paragraphs(kit.labels.said_parts(finding.grade_limit), LABEL)


def _sample_note(kit: Kit, finding: Finding) -> Iterator[Block]:
    sample = finding.sample
    if sample is None:
        return
    shown = {
        "population": "—" if sample.population is None else f"{sample.population:,}",
        "sample": "—" if sample.sample is None else f"{sample.sample:,}",
        "deviations": "—" if sample.deviations is None else f"{sample.deviations:,}",
        "upper": kit.labels.percent(sample.upper_limit),
    }
    yield kit.paragraphs(kit.labels.parts("report.findings.sample_note", **shown), LABEL)


def _labelled(kit: Kit, code: str, body: Block) -> Labelled:
    parts = list(dict.fromkeys(kit.labels.parts(code)))
    label = Stack(
        [
            kit.prose(part, Style(7.5, 10, bold=not place, colour=look.MUTED))
            for place, part in enumerate(parts)
        ]
    )
    return Labelled(label, body, _LABEL_WIDTH, before=5)


def _pictures(kit: Kit, pictures: Sequence[Picture]) -> Stack:
    return Stack([_figure(kit, picture) for picture in pictures])


def _figure(kit: Kit, picture: Picture) -> Stack:
    """A picture over its caption, or the sentence that stands in its place."""
    caption = kit.text(picture.caption, kit.muted(SMALL))
    blocks: list[Block] = []
    withheld = kit.model.masking.masked and picture.personal_data is PersonalData.YES
    code = "report.picture.withheld" if withheld else "report.picture.missing"
    instead = Panel(kit.said(code, kit.muted(SMALL)), padding=6)
    if withheld:
        blocks.append(instead)
    else:
        blocks.append(PictureBlock(kit.loader, picture.sha256, instead))
    if picture.evidence:
        number = picture.evidence
        style = Style(7.5, 10, colour=look.ACCENT)
        blocks.append(kit.prose(number, style, link=_known_link(kit, number), before=2))
    blocks.append(caption)
    return Stack(blocks, before=8)


def _picture_rows(kit: Kit, pictures: Sequence[Picture]) -> Stack:
    """Further pictures, three in a row."""
    rows: list[Block] = []
    for start in range(0, len(pictures), 3):
        group = pictures[start : start + 3]
        figures: list[Block | None] = [_figure(kit, picture) for picture in group]
        rows.append(_PictureRow([*figures, *[None] * (3 - len(group))]))
    return Stack(rows, before=6)


def _afterwards(kit: Kit, finding: Finding, actions: Sequence[Action]) -> Iterator[Block]:
    response = finding.response
    labels = kit.labels
    if response is not None:
        agreed = (
            ""
            if response.agreed is None
            else labels.say(
                "report.findings.agreed" if response.agreed else "report.findings.disagreed"
            )
        )
        facts = (agreed, response.given_by, labels.date(response.given_on))
        line = " · ".join(part for part in facts if part and part != "—")
        body: list[Block] = [kit.text(response.text)]
        if line:
            body.insert(0, kit.prose(line, LABEL))
        yield _labelled(kit, "report.findings.response", Stack(body))
        if response.team_answer:
            yield _labelled(kit, "report.findings.team_answer", kit.text(response.team_answer))
        if response.unresolved:
            style = Style(9.5, 13, bold=True, colour=look.MAJOR)
            yield _labelled(
                kit, "report.findings.opinion", kit.said("report.findings.unresolved", style)
            )
    if actions:
        lines: list[Block] = []
        for action in actions:
            owner = action.owner or labels.say("report.actions.no_owner")
            facts = (
                action.number, labels.enum(action.kind), owner, labels.date(action.due),
                labels.enum(action.state),
            )  # fmt: skip
            lines.append(kit.prose(" · ".join(facts), LABEL, keep_next=True))
            lines.append(kit.text(action.text))
        yield _labelled(kit, "report.findings.actions", Stack(lines))


class _Columns:
    """The five Cs at the left and pictures at the right; the text may go on over the page."""

    keep_next = False

    def __init__(self, left: Block, right: Block | None, *, before: float = 0) -> None:
        self.before = before
        self._left = left
        self._right = right

    def _left_width(self, width: float) -> float:
        return width - _PICTURE_WIDTH - 14

    def height(self, width: float) -> float:
        """The higher of both."""
        right = self._right.height(_PICTURE_WIDTH) if self._right else 0
        return max(self._left.height(self._left_width(width)), right)

    def first_height(self, width: float) -> float:
        """All pictures and the text's beginning: pictures stay together beside the first part."""
        right = self._right.height(_PICTURE_WIDTH) if self._right else 0
        return max(self._left.first_height(self._left_width(width)), right)

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Break the text; the pictures go with the first part."""
        if self._right and self._right.height(_PICTURE_WIDTH) > room:
            return None, self
        left_width = self._left_width(width)
        if self._left.height(left_width) <= room:
            return self, Space(0)
        head, rest = self._left.split(left_width, room)
        if head is None:
            return None, self
        return _Columns(head, self._right, before=self.before), _Columns(rest, None)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Side by side."""
        left_width = self._left_width(width)
        self._left.draw(pen, x, top, left_width)
        if self._right:
            self._right.draw(pen, x + left_width + 14, top, _PICTURE_WIDTH)


class _PictureRow:
    """Three figures side by side."""

    before = 6.0
    keep_next = False

    def __init__(self, figures: Sequence[Block | None]) -> None:
        self._figures = list(figures)

    def _column(self, width: float) -> float:
        return (width - 20) / 3

    def height(self, width: float) -> float:
        """The highest."""
        column = self._column(width)
        return max(figure.height(column) for figure in self._figures if figure)

    def first_height(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """Pictures are not split."""
        del width, room
        return None, self

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right."""
        column = self._column(width)
        for figure in self._figures:
            if figure:
                figure.draw(pen, x, top, column)
            x += column + 10
