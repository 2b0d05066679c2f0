"""The register's first sheet: how bad, where, who, when, on one screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import FindingState, Grade
from auditapp.reports import look
from auditapp.reports.wording import figure_notes
from auditapp.reports.xlsx.book import Book, print_setup
from auditapp.reports.xlsx.cells import link_formula, safe_text, unique_heads
from auditapp.reports.xlsx.sheets import FINDINGS, Places, grade_badge
from auditapp.reports.xlsx.stream import column_letters
from auditapp.reports.xlsx.styles import DATE_FORMAT, PERCENT_FORMAT, argb, font

if TYPE_CHECKING:
    from datetime import date

    from openpyxl.cell import Cell as XlsxCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from auditapp.reports.labels import Labels
    from auditapp.reports.model import Figure, ReportModel

_WIDTHS: Final = (24, 12, 12, 12, 12, 12, 12, 12, 12, 12, 3, 20, 10, 10, 13)
_LAST: Final = 10
_WHO: Final = 12
_MOST_OWNERS: Final = 40
_TOP: Final = 5
#: A text in a formula may have 255 characters; the escapes need some of them.
_MOST_IN_FORMULA: Final = 200


def add_summary(book: Book, model: ReportModel) -> None:
    """Lay out the sheet. All its counts are formulas over the other sheets, with their values."""
    labels = book.labels
    page = book.workbook.create_sheet(labels.say("register.sheet.summary"), 0)
    page.sheet_view.showGridLines = False
    page.sheet_view.zoomScale = 90
    for position, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[column_letters(position)].width = width
    _title(page, model, labels)
    _tiles(page, model, labels)
    row = _units(book, page, model)
    _owners(page, model, labels)
    row = _top(book, page, model, max(row, 12) + 2)
    _foot(page, model, labels, row + 1)
    print_setup(page, None)


def _write(
    page: Worksheet, row: int, column: int, value: object, **style: object
) -> XlsxCell | MergedCell:
    """A value in the sheet's own font; keywords as of styles.font, and ``align``."""
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        value = safe_text(value)
    cell = page.cell(row, column)
    cell.value = value  # type: ignore[assignment]
    align = str(style.pop("align", "left"))
    wrap = bool(style.pop("wrap", False))
    cell.font = font(**style)  # type: ignore[arg-type]
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=wrap)
    return cell


def _title(page: Worksheet, model: ReportModel, labels: Labels) -> None:
    header = model.header
    _write(page, 1, 1, labels.flat(header.title, " · "), bold=True, size=18, colour=look.ACCENT)
    page.row_dimensions[1].height = 30
    units = ", ".join(unit.code for unit in header.units)
    period = labels.period(header.period_from, header.period_to)
    facts = (labels.flat(header.organisation, " · "), units, period, header.number)
    _write(page, 2, 1, "   |   ".join(fact for fact in facts if fact), colour=look.MUTED)
    status = labels.say("report.draft" if header.draft else "report.final")
    version = f"{labels.say('report.cover.version')} {header.version}"
    facts = (header.document_number, version, status, labels.flat(header.classification, " "))
    _write(page, 3, 1, "   |   ".join(fact for fact in facts if fact), colour=look.MUTED)
    if not model.masking.masked:
        text = labels.say("report.unmasked_banner")
        _write(page, 3, _WHO, text, bold=True, colour=look.MAJOR)


def _tiles(page: Worksheet, model: ReportModel, labels: Labels) -> None:
    """Six figures in a row: two scores, how much is answered, findings, actions, overdue."""
    from openpyxl.styles import Border, PatternFill, Side

    scores = model.scores
    base = scores.alignment
    open_actions = model.open_actions
    overdue = sum(model.overdue(action) for action in model.actions)
    tiles: tuple[tuple[str, object, str], ...] = (
        ("report.score.conformity", _shown(scores.conformity), PERCENT_FORMAT),
        ("report.score.alignment", _shown(scores.alignment), PERCENT_FORMAT),
        ("report.score.answered", f"{base.answered} / {base.applicable}", "@"),
        ("register.summary.weaknesses", len(model.weaknesses), "0"),
        ("register.summary.open_actions", len(open_actions), "0"),
        ("register.summary.overdue", overdue, "0"),
    )
    line = Border(top=Side(style="medium", color=argb(look.ACCENT)))
    fill = PatternFill("solid", fgColor=argb(look.SURFACE))
    for position, (code, value, number_format) in enumerate(tiles):
        column = (1, 2, 4, 6, 8, _LAST)[position]
        last = (1, 3, 5, 7, 9, _LAST)[position]
        for row in (5, 6):
            for place in range(column, last + 1):
                page.cell(row, place).fill = fill
                if row == 5:
                    page.cell(row, place).border = line
        _write(page, 5, column, labels.say(code), size=9, colour=look.MUTED)
        alarm = code == "register.summary.overdue" and overdue
        colour = look.MAJOR if alarm else look.TEXT
        cell = _write(page, 6, column, value, bold=True, size=18, colour=colour)
        cell.number_format = number_format
    page.row_dimensions[6].height = 30
    notes = (
        *figure_notes(scores.conformity, labels, base=False),
        *figure_notes(scores.alignment, labels, base=False),
    )
    text = "   ".join(dict.fromkeys(notes))
    if text:
        _write(page, 7, 1, text, size=9, colour=look.MUTED)


def _shown(figure: Figure) -> object:
    return "—" if figure.value is None else figure.value


def _units(book: Book, page: Worksheet, model: ReportModel) -> int:
    """The table unit × grade; its counts are COUNTIFS over the findings sheet."""
    labels = book.labels
    units = model.header.units
    _write(page, 9, 1, labels.say("register.summary.where"), bold=True, size=12)
    heads = [
        labels.say("register.summary.unit"),
        labels.say("report.score.conformity"),
        labels.say("report.score.alignment"),
        *(grade_badge(labels, grade).text for grade in Grade),
        labels.say("register.summary.open_actions"),
        labels.say("register.summary.overdue"),
    ]
    heads = unique_heads(heads)
    _heads(page, 10, 1, heads)
    if not units:
        _write(page, 11, 1, labels.say("register.empty"), colour=look.MUTED)
        return 11
    places = Places(model, labels)
    cells = model.scores.by_place()
    open_by_unit = Counter(action.unit for action in model.open_actions)
    late_by_unit = Counter(a.unit for a in model.actions if model.overdue(a))
    for row, unit in enumerate(units, 11):
        _write(page, row, 1, places.unit(unit.code), wrap=True)
        cell = cells.get((None, unit.code))
        for column, figure in ((2, cell and cell.conformity), (3, cell and cell.alignment)):
            shown = "—" if figure is None or figure.value is None else figure.value
            _write(page, row, column, shown, align="right").number_format = PERCENT_FORMAT
        counts = model.count_by_grade(unit.code)
        for column, grade in enumerate(Grade, 4):
            _count(book, page, (row, column), places.unit(unit.code), grade, counts[grade])
        _write(page, row, 9, open_by_unit[unit.code], align="right")
        late = late_by_unit[unit.code]
        colour = look.MAJOR if late else look.TEXT
        _write(page, row, _LAST, late, align="right", bold=bool(late), colour=colour)
    last = 10 + len(units)
    _table(page, "ByUnit", f"A10:{column_letters(_LAST)}{last}")
    return last


def _count(
    book: Book, page: Worksheet, place: tuple[int, int], unit: str, grade: Grade, count: int
) -> None:
    colour = look.GRADE_COLOUR[grade] if count else look.MUTED
    cell = _write(page, *place, count, align="right", bold=bool(count), colour=colour)
    if not model_has_findings(book) or len(unit) > _MOST_IN_FORMULA:
        return
    labels = book.labels
    word = grade_badge(labels, grade).text.replace('"', '""')
    quoted = unit.replace('"', '""').replace("~", "~~").replace("*", "~*").replace("?", "~?")
    columns = (labels.say(f"register.finding.{name}") for name in ("unit", "grade", "state"))
    by_unit, by_grade, by_state = (f"{FINDINGS}[{name}]" for name in columns)
    withdrawn = labels.enum(FindingState.WITHDRAWN)
    formula = f'=COUNTIFS({by_unit},"{quoted}",{by_grade},"{word}",{by_state},"<>{withdrawn}")'
    book.put(page, cell.coordinate, formula, count)


def model_has_findings(book: Book) -> bool:
    """Whether the findings sheet has a table that formulas can count in."""
    return any(s.key == FINDINGS and s.count for s in book.sheets.values())


def _heads(page: Worksheet, row: int, column: int, heads: list[str]) -> None:
    from openpyxl.styles import PatternFill

    fill = PatternFill("solid", fgColor=argb(look.ACCENT))
    for position, head in enumerate(heads, column):
        cell = _write(page, row, position, head, bold=True, size=9, colour=look.WHITE, wrap=True)
        cell.fill = fill
    page.row_dimensions[row].height = 42


def _table(page: Worksheet, name: str, where: str) -> None:
    from openpyxl.worksheet.table import Table, TableStyleInfo

    table = Table(displayName=name, name=name, ref=where)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(table)


def _owners(page: Worksheet, model: ReportModel, labels: Labels) -> None:
    """The table of who has to do something, how much of it is late, and the next date."""
    _write(page, 9, _WHO, labels.say("register.summary.who"), bold=True, size=12)
    codes = ("owner", "open", "overdue", "next_due")
    heads = unique_heads([labels.say(f"register.summary.{code}") for code in codes])
    _heads(page, 10, _WHO, heads)
    rows = _by_owner(model, labels)[:_MOST_OWNERS]
    for row, (owner, open_count, late, due) in enumerate(rows, 11):
        _write(page, row, _WHO, owner)
        _write(page, row, _WHO + 1, open_count, align="right")
        colour = look.MAJOR if late else look.TEXT
        _write(page, row, _WHO + 2, late, align="right", bold=bool(late), colour=colour)
        _write(page, row, _WHO + 3, due or "—", align="right").number_format = DATE_FORMAT
    if rows:
        where = f"{column_letters(_WHO)}10:{column_letters(_WHO + 3)}{10 + len(rows)}"
        _table(page, "ByOwner", where)
    else:
        _write(page, 11, _WHO, labels.say("register.empty"), colour=look.MUTED)


def _by_owner(model: ReportModel, labels: Labels) -> list[tuple[str, int, int, date | None]]:
    open_count: Counter[str] = Counter()
    late: Counter[str] = Counter()
    next_due: dict[str, date] = {}
    for action in model.open_actions:
        owner = action.owner or labels.say("report.actions.no_owner")
        open_count[owner] += 1
        late[owner] += model.overdue(action)
        if action.due is not None:
            next_due[owner] = min(action.due, next_due.get(owner, action.due))
    rows = [(owner, n, late[owner], next_due.get(owner)) for owner, n in open_count.items()]
    return sorted(rows, key=lambda row: (-row[2], -row[1], row[0]))


def _top(book: Book, page: Worksheet, model: ReportModel, row: int) -> int:
    """The gravest findings, each a link to its row."""
    labels = book.labels
    top = model.weaknesses[:_TOP]
    if not top:
        return row
    _write(page, row, 1, labels.say("report.summary.top"), bold=True, size=12)
    for line, finding in enumerate(top, row + 1):
        cell = _write(page, line, 1, finding.number, colour=look.ACCENT, underline="single")
        formula = link_formula(book.titles[FINDINGS], "A", finding.number)
        book.put(page, cell.coordinate, formula, finding.number)
        badge = grade_badge(labels, finding.grade)
        colour = look.GRADE_COLOUR[finding.grade]
        page.merge_cells(start_row=line, start_column=2, end_row=line, end_column=3)
        _write(page, line, 2, badge.text, bold=True, colour=colour, wrap=True)
        page.merge_cells(start_row=line, start_column=4, end_row=line, end_column=_WHO + 3)
        text = labels.flat(finding.statement)
        _write(page, line, 4, text, wrap=True)
        lines = sum(1 + _wide(part) // 150 for part in text.split("\n"))
        lines = max(lines, len(labels.langs))
        page.row_dimensions[line].height = 4 + 14 * min(lines, 6)
    return row + len(top)


def _wide(text: str) -> int:
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)


def _foot(page: Worksheet, model: ReportModel, labels: Labels, row: int) -> None:
    text = labels.say("report.method.guidance_only", sep="  ")
    _write(page, row, 1, text, size=9, colour=look.MUTED)
    _write(page, row + 1, 1, model.header.head_hash, size=8, colour=look.MUTED)
