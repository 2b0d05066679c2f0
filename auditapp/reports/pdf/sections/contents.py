"""The contents: titles and links at once, page numbers when all pages are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.pdf.blocks import Prose, Style
from auditapp.reports.pdf.layout import BOTTOM, MARGIN, PAGE, WIDTH

if TYPE_CHECKING:
    from auditapp.reports.pdf.kit import Kit
    from auditapp.reports.pdf.layout import Pages

_LINE: Final = 17.0
_NUMBER: Final = 34.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the key of its place, its title, its level."""

    key: str
    title: str
    level: int
    colour: str = look.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contents page that waits for its numbers: what stands on it, and at which heights."""

    form: str
    lines: tuple[tuple[str, float, bool], ...]


def reserve_contents(kit: Kit, pages: Pages, entries: list[Entry]) -> list[Sheet]:
    """Draw the contents pages without numbers, and return what to fill in."""
    sheets: list[Sheet] = []
    rest = list(entries)
    first = True
    while rest or first:
        pages.open_page()
        if first:
            pages.add(kit.heading("contents", "report.section.contents"))
            first = False
        room = int((pages.top - BOTTOM) / _LINE)
        sheets.append(_draw_sheet(kit, pages, rest[:room], len(sheets)))
        rest = rest[room:]
    return sheets


def _draw_sheet(kit: Kit, pages: Pages, entries: list[Entry], place: int) -> Sheet:
    pen = pages.pen
    lines: list[tuple[str, float, bool]] = []
    y = pages.top
    for entry in entries:
        strong = entry.level == 0
        indent = 14 * entry.level
        style = Style(9.5 if strong else 8.5, 13, bold=strong, colour=entry.colour)
        room = WIDTH - indent - _NUMBER
        title = Prose(kit.faces, entry.title, style, most_lines=1)
        title.draw(pen, MARGIN + indent, y, room)
        taken = kit.faces.face(strong).width(title.lines(room)[0], style.size)
        left = MARGIN + indent + taken + 6
        right = MARGIN + WIDTH - _NUMBER
        if left < right:
            pen.line((left, y - 9), (right, y - 9), look.HAIRLINE, 0.4)
        pen.link(entry.key, MARGIN, y - _LINE + 3, WIDTH, _LINE)
        lines.append((entry.key, y - 10, strong))
        y -= _LINE
    form = f"contents-{place}"
    pen.place_form(form)
    return Sheet(form, tuple(lines))


def fill_contents(kit: Kit, pages: Pages, sheets: list[Sheet]) -> None:
    """Write the page numbers into the reserved pages."""
    pen = pages.pen
    for sheet in sheets:

        def draw(sheet: Sheet = sheet) -> None:
            for key, y, strong in sheet.lines:
                number = str(pages.found.get(key, ""))
                taken = kit.faces.face(strong).width(number, 9.5)
                pen.text(MARGIN + WIDTH - taken, y, number, 9.5, bold=strong)

        pen.draw_form(sheet.form, PAGE, draw)
