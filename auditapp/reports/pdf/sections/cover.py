"""The cover: a band of colour with the title, the facts below, and what the report is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.pdf.blocks import SMALL, Stack, Style
from auditapp.reports.pdf.layout import MARGIN, MM, PAGE, WIDTH
from auditapp.reports.pdf.pictures import prepare

if TYPE_CHECKING:
    from auditapp.reports.pdf.kit import Kit
    from auditapp.reports.pdf.pen import Pen

_BAND: Final = 118 * MM
_LABEL: Final = Style(7.5, 10, colour=look.MUTED)
_VALUE: Final = Style(9.5, 13, bold=True)
_ON_BAND: Final = "#D8EDF0"


def draw_cover(kit: Kit, pen: Pen) -> None:
    """Draw the whole page; it is laid out by hand because nothing on it may move."""
    header = kit.model.header
    top = PAGE[1]
    pen.box(0, top - _BAND, PAGE[0], _BAND, look.ACCENT)
    pen.box(MARGIN, top - MARGIN - 16, 34, 3, look.WHITE)
    _draw_logo(kit, pen)
    y = top - MARGIN - 30
    for part in dict.fromkeys(kit.labels.parts("report.title")):
        pen.text(MARGIN, y - 9, part, 9.5, bold=True, colour=_ON_BAND)
        y -= 14
    pieces = [piece.shown for piece in kit.labels.pieces(header.title)]
    blocks = [
        kit.prose(
            text,
            Style(15, 21, colour=_ON_BAND)
            if place
            else Style(22, 30, bold=True, colour=look.WHITE),
            before=6 if place else 0,
            most_lines=3,
        )
        for place, text in enumerate(pieces)
    ]
    title = Stack(blocks)
    title.draw(pen, MARGIN, top - 52 * MM, WIDTH)
    names = [piece.shown for piece in kit.labels.pieces(header.organisation)]
    organisation = Stack(
        [
            kit.prose(
                text, Style(9.5, 13, bold=not place, colour=_ON_BAND if place else look.WHITE),
                most_lines=2,
            )
            for place, text in enumerate(names)
        ]
    )  # fmt: skip
    organisation.draw(pen, MARGIN, top - _BAND + 10 * MM + organisation.height(WIDTH), WIDTH)
    _draw_facts(kit, pen, top - _BAND - 14 * MM)
    _draw_foot(kit, pen)


def _draw_logo(kit: Kit, pen: Pen) -> None:
    logo = kit.model.header.logo
    if logo is None:
        return
    try:
        picture = prepare(kit.loader(logo))
    except (KeyError, OSError):
        return
    if picture is None:
        return
    scale = min(38 * MM / picture.width, 16 * MM / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    left = PAGE[0] - MARGIN - wide
    low = PAGE[1] - MARGIN - high
    pen.box(left - 5, low - 5, wide + 10, high + 10, look.WHITE, round_by=2)
    pen.image(picture.data, left, low, wide, high)


def _draw_facts(kit: Kit, pen: Pen, top: float) -> None:
    """Label over value, in two columns."""
    header = kit.model.header
    labels = kit.labels
    units = ", ".join(kit.unit_name(unit.code) for unit in header.units[:8])
    if len(header.units) > 8:
        units += f" … ({len(header.units)})"
    facts = (
        ("report.cover.number", header.number),
        ("report.cover.document", header.document_number),
        ("report.cover.period", labels.period(header.period_from, header.period_to)),
        ("report.cover.version", header.version),
        ("report.cover.fieldwork", labels.period(header.fieldwork_from, header.fieldwork_to)),
        ("report.cover.status", labels.say("report.draft" if header.draft else "report.final")),
        ("report.cover.client", labels.flat(header.client, " ")),
        ("report.cover.classification", labels.flat(header.classification, " ")),
        ("report.cover.units", units),
        ("report.cover.issued", labels.date(header.issued_on)),
    )
    column = (WIDTH - 24) / 2
    heights: list[float] = []
    for place, (code, value) in enumerate(facts):
        label = kit.prose(labels.say(code), _LABEL)
        body = kit.prose(value or "—", _VALUE, most_lines=3)
        block = Stack([label, body])
        x = MARGIN + (place % 2) * (column + 24)
        pen.line((x, top), (x + column, top), look.HAIRLINE)
        block.draw(pen, x, top - 5, column)
        heights.append(block.height(column) + 14)
        if place % 2:
            top -= max(heights[-2:])


def _draw_foot(kit: Kit, pen: Pen) -> None:
    notes = kit.said("report.method.guidance_only", Style(7.5, 10.5, colour=look.MUTED))
    masked = "report.cover.masked" if kit.model.masking.masked else "report.unmasked_banner"
    colour = look.MUTED if kit.model.masking.masked else look.MAJOR
    state = kit.prose(kit.labels.say(masked), Style(7.5, 10.5, colour=colour), before=4)
    blocks = [notes, state]
    if kit.model.header.head_hash:
        code = f"{kit.labels.say('report.method.head_hash')} {kit.model.header.head_hash}"
        blocks.append(kit.prose(code, kit.muted(SMALL), before=4))
    foot = Stack(blocks)
    foot.draw(pen, MARGIN, MARGIN + foot.height(WIDTH), WIDTH)
