"""Building the workbook: openpyxl makes the frame, our stream fills the rows (see stream)."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.reports import look
from auditapp.reports.xlsx.cells import unique_heads
from auditapp.reports.xlsx.stream import LAST_ROW, column_letters, row_xml, xml_text
from auditapp.reports.xlsx.styles import argb, cell_styles, font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from auditapp.reports.labels import Labels
    from auditapp.reports.output import Progress
    from auditapp.reports.xlsx.columns import Sheet

LISTS: Final = "Lists"
_FORMULA: Final = re.compile(
    rb'<c r="(?P<place>[A-Z]+\d+)"(?P<style>[^>]*?)><f>(?P<formula>[^<]*)</f><v ?/?>(?:</v>)?</c>'
)
_CHUNK: Final = 1 << 18


@dataclass
class Book:
    """A workbook in the making.

    ``values`` holds, by sheet title and place, what a formula gives: openpyxl stores none, and a
    reader that does not calculate would show nothing.
    """

    labels: Labels
    workbook: Workbook
    styles: Mapping[str, int] = field(default_factory=dict[str, int])
    sheets: dict[str, Sheet[Any]] = field(default_factory=dict[str, "Sheet[Any]"])
    titles: dict[str, str] = field(default_factory=dict[str, str])
    values: dict[tuple[str, str], str | float] = field(
        default_factory=dict[tuple[str, str], "str | float"]
    )
    lists: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])

    def put(self, sheet: Worksheet, place: str, formula: str, value: str | float) -> None:
        """A formula with its value."""
        sheet[place] = formula
        self.values[(sheet.title, place)] = value


def new_book(labels: Labels) -> Book:
    """An empty workbook with its styles."""
    from openpyxl import Workbook

    workbook = Workbook()
    book = Book(labels, workbook)
    first = workbook.worksheets[0]
    book.styles = cell_styles(first)
    workbook.remove(first)
    return book


def add_sheet(book: Book, sheet: Sheet[Any]) -> None:
    """Make the frame of a long sheet: head, table, filter, lists, print setup. No rows yet.

    Raises UserError ``register_too_long`` beyond Excel's last row.
    """
    if sheet.count > LAST_ROW - 1:
        raise UserError("register_too_long", sheet=sheet.title, n=sheet.count)
    page = book.workbook.create_sheet(sheet.title)
    heads = unique_heads([book.labels.say(column.code) for column in sheet.columns])
    _write_head(page, heads, [column.width for column in sheet.columns])
    page.freeze_panes = "B2"
    page.sheet_view.zoomScale = 90
    print_setup(page, "1:1")
    book.sheets[sheet.title] = sheet
    if not sheet.count:
        # A table needs a row; without one Excel repairs the file.
        page["A2"] = book.labels.say("register.empty")
        page["A2"].font = font(colour=look.MUTED)
        return
    _add_table(page, sheet.key, f"A1:{column_letters(len(heads))}2")
    for position, column in enumerate(sheet.columns, 1):
        if column.choices:
            letters = column_letters(position)
            _add_choices(book, page, f"{letters}2:{letters}{sheet.count + 1}", column.choices)


def print_setup(page: Worksheet, title_rows: str | None) -> None:
    """Landscape A4, as wide as the paper, head repeated, page numbers at the foot."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.6
    item = HeaderFooterItem()
    for side, text in ((item.left, "&A"), (item.right, "&P / &N")):
        cast("Any", side).text = text
    page.HeaderFooter.oddFooter = item
    if title_rows:
        page.print_title_rows = title_rows


def _write_head(page: Worksheet, heads: Sequence[str], widths: Sequence[float]) -> None:
    from openpyxl.styles import Alignment, PatternFill

    fill = PatternFill("solid", fgColor=argb(look.ACCENT))
    lines = 1
    for position, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = page.cell(1, position, head)
        cell.font = font(bold=True, colour=look.WHITE)
        cell.fill = fill
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        page.column_dimensions[column_letters(position)].width = width
        wide = sum(2 if ord(char) > 0x2E80 else 1 for char in head)
        # Room for the filter's button, which covers the end of the last line.
        lines = max(lines, -(-(wide + 3) // max(int(width) - 2, 1)))
    page.row_dimensions[1].height = 8 + 15 * min(lines, 4)


def _add_table(page: Worksheet, key: str, where: str) -> None:
    from openpyxl.worksheet.table import Table, TableStyleInfo

    table = Table(displayName=key, name=key, ref=where)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(table)


def _add_choices(book: Book, page: Worksheet, where: str, choices: tuple[str, ...]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    if choices not in book.lists:
        book.lists.append(choices)
    letters = column_letters(book.lists.index(choices) + 1)
    # A list of its own sheet: written into the rule it may be 255 characters long at most.
    source = f"'{LISTS}'!${letters}$1:${letters}${len(choices)}"
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.errorTitle = book.labels.lead.say("register.choice_title")
    rule.error = book.labels.lead.say("register.choice_error")
    cast("Any", rule).add(where)
    page.add_data_validation(rule)


def add_lists(book: Book) -> None:
    """The hidden sheet with the words that status columns may hold."""
    if not book.lists:
        return
    page = book.workbook.create_sheet(LISTS)
    page.sheet_state = "hidden"
    for position, choices in enumerate(book.lists, 1):
        for row, word in enumerate(choices, 1):
            page.cell(row, position, word)


def save(book: Book, target: IO[bytes], progress: Progress) -> None:
    """Write the workbook to ``target``, streaming the rows and storing the formulas' values."""
    frame = BytesIO()
    book.workbook.save(frame)
    pages = {
        f"xl/worksheets/sheet{number}.xml": page.title
        for number, page in enumerate(book.workbook.worksheets, 1)
    }
    total = sum(sheet.count for sheet in book.sheets.values())
    done = 0
    with (
        zipfile.ZipFile(frame) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            title = pages.get(entry.filename)
            if title is None:
                archive.writestr(entry.filename, _stretched(data, entry.filename, book))
                continue
            sheet = book.sheets.get(title)
            with archive.open(entry.filename, "w", force_zip64=True) as out:
                _write_page(book, title, data, out, progress, done, total)
            done += sheet.count if sheet else 0
    progress.report(total, total)


def _stretched(data: bytes, name: str, book: Book) -> bytes:
    """A long sheet's table with its true extent; all other parts as they are.

    The frame's tables are two rows long: openpyxl makes a cell for each place in a table.
    """
    if not name.startswith("xl/tables/"):
        return data
    for sheet in book.sheets.values():
        if f' displayName="{sheet.key}"'.encode() in data:
            letters = column_letters(len(sheet.columns))
            true = f'ref="A1:{letters}{sheet.count + 1}"'.encode()
            return data.replace(f'ref="A1:{letters}2"'.encode(), true)
    return data


def _write_page(
    book: Book, title: str, data: bytes, out: IO[bytes], progress: Progress, done: int, total: int
) -> None:
    data = _with_values(data, title, book.values)
    sheet = book.sheets.get(title)
    if sheet is None or not sheet.count:
        out.write(data)
        return
    head, end, tail = data.partition(b"</sheetData>")
    letters = column_letters(len(sheet.columns))
    extent = f'<dimension ref="A1:{letters}{sheet.count + 1}"/>'.encode()
    out.write(re.sub(rb"<dimension [^>]*/>", extent, head, count=1))
    waiting: list[str] = []
    size = 0

    def step(rows: int) -> None:
        progress.report(done + rows, total)

    for xml in row_xml(sheet.columns, book.styles, book.titles, sheet.rows, step):
        waiting.append(xml)
        size += len(xml)
        if size > _CHUNK:
            out.write("".join(waiting).encode("utf-8"))
            waiting.clear()
            size = 0
    out.write("".join(waiting).encode("utf-8"))
    out.write(end + tail)


def _with_values(data: bytes, title: str, values: Mapping[tuple[str, str], str | float]) -> bytes:
    """The sheet's XML with a value beside each formula that openpyxl wrote without one."""

    def fill(found: re.Match[bytes]) -> bytes:
        place = found["place"].decode()
        value = values.get((title, place))
        if value is None:
            return found[0]
        kind = b' t="str"' if isinstance(value, str) else b""
        shown = xml_text(value) if isinstance(value, str) else repr(value)
        return (
            b'<c r="' + found["place"] + b'"' + found["style"] + kind + b"><f>" + found["formula"]
            + b"</f><v>" + shown.encode("utf-8") + b"</v></c>"
        )  # fmt: skip

    return _FORMULA.sub(fill, data)
