"""The register's cell styles, made once per workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.xlsx.columns import Kind

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

FONT_NAME: Final = "Microsoft YaHei"
DATE_FORMAT: Final = "yyyy-mm-dd"
PERCENT_FORMAT: Final = "0.0%"


def argb(colour: str) -> str:
    """``#RRGGBB`` as Excel writes it."""
    return "FF" + colour.lstrip("#").upper()


def font(*, bold: bool = False, size: float = 10, colour: str = look.TEXT, **more: str) -> Font:
    """The one font in a size and a colour; ``underline="single"`` for links."""
    from openpyxl.styles import Font

    return Font(
        name=FONT_NAME,
        sz=size,
        b=bold,
        color=argb(colour),
        underline="single" if more.get("underline") == "single" else None,
    )


def cell_styles(sheet: Worksheet) -> dict[str, int]:
    """The style ids of all kinds of cells, by kind and by ``badge.<look>``.

    Each is registered by giving it to a cell of ``sheet``, which is thrown away afterwards; a cell
    of its own each, because openpyxl keeps the very object that a later change would alter.
    """
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    hairline = Border(bottom=Side(style="hair", color=argb(look.HAIRLINE)))
    formats = {Kind.DATE: DATE_FORMAT, Kind.PERCENT: PERCENT_FORMAT, Kind.NUMBER: "#,##0"}
    right = {Kind.NUMBER, Kind.PERCENT}
    found: dict[str, int] = {}
    for place, kind in enumerate(Kind, 1):
        cell = sheet.cell(1, place)
        cell.border = hairline
        cell.font = font()
        if kind is Kind.LINK:
            cell.font = font(colour=look.ACCENT, underline="single")
        cell.number_format = formats.get(kind, "General")
        cell.alignment = Alignment(
            horizontal="right" if kind in right else "left",
            vertical="top",
            wrap_text=kind in {Kind.WRAP, Kind.BADGE},
        )
        found[kind] = cell.style_id
    colours = {member.value: colour for member, colour in look.RESULT_COLOUR.items()}
    colours |= {member.value: colour for member, colour in look.GRADE_COLOUR.items()}
    for place, (name, colour) in enumerate(colours.items(), 1):
        cell = sheet.cell(2, place)
        cell.border = hairline
        cell.font = font(bold=True, colour=colour)
        cell.fill = PatternFill("solid", fgColor=argb(look.tint(colour, 0.10)))
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        found[f"badge.{name}"] = cell.style_id
    return found
