"""Writes a pack as a workbook that a quality manager edits: one row a question, both languages.

The way back is ``excel_read``; together they change nothing.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs import excel_layout as layout
from auditapp.packs.excel_conditions import write_condition
from auditapp.packs.excel_layout import FIRST_ROW, KEY_ROW, Column, Kind, SheetId
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Library
    from auditapp.packs.source import PackSource, Plain
    from auditapp.texts import Texts

_HELP_LINES: Final = 14
_LAST_LIST_ROW: Final = 2_000
_RISKY: Final = ("=", "+", "-", "@", "'")
_COLOURS: Final = {
    "": "1F3A5F", "ask": "1F3A5F", "look": "2F5D50", "bind": "5B3F73", "rate": "7A3E2B",
    "sample": "3F5A73", "plan": "4A4A4A", "keep": "6B6B6B",
}  # fmt: skip


def write_workbook(
    source: PackSource, library: Library, target: Path, *, progress: Progress | None = None
) -> None:
    """Write the authoring workbook of a pack.

    ``library`` gives the criteria and facts for looking up. A file that is there is replaced, at
    once and as a whole. Raises UserError ``pack_cannot_write``.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    first = cast("Worksheet", workbook.active)
    workbook.remove(first)
    book = _Book(workbook)
    book.help()
    book.pack(source)
    book.table(SheetId.SECTIONS, layout.SECTION_COLUMNS, _sections(source))
    book.table(SheetId.FILES, layout.FILE_COLUMNS, _files(source))
    rows = [_cells(it, part.name) for part in source.parts for it in part.questions]
    if progress is not None:
        progress.report(0, len(rows), "packs.writing")
    questions = book.table(SheetId.QUESTIONS, layout.QUESTION_COLUMNS, rows)
    book.choices(questions)
    book.criteria(library)
    book.facts(library)
    book.lists()
    workbook.active = list(SheetId).index(SheetId.QUESTIONS)
    if progress is not None:
        progress.report(len(rows), len(rows), "packs.writing")
    _save(workbook, target)


def title_of(sheet: SheetId) -> str:
    """The title of a sheet: Chinese and English."""
    return f"{load(Lang.ZH).say(f'excel.sheet.{sheet.value}')} {sheet.value}"


def _save(workbook: Workbook, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".xlsx")
        os.close(handle)
        try:
            workbook.save(name)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        detail = error.strerror or ""
        raise UserError("pack_cannot_write", path=target.as_posix(), detail=detail) from error


def _sections(source: PackSource) -> list[Plain]:
    rows = cast("list[Plain]", source.head.get("sections") or [])
    return [_flat(it, layout.SECTION_COLUMNS) for it in rows]


def _files(source: PackSource) -> list[Plain]:
    return [{"name": part.name, "heading": part.heading} for part in source.parts]


def _cells(question: Plain, part: str) -> Plain:
    """The values of a question's row by the keys of their columns."""
    flat = dict(question)
    rating = question.get("rating")
    if isinstance(rating, dict):
        flat["rating"] = _flat_rating(cast("Plain", rating))
    return _flat(flat, layout.QUESTION_COLUMNS) | {layout.PART: part}


def _flat_rating(rating: Plain) -> Plain:
    flat = {key: value for key, value in rating.items() if key != "bands"}
    for band in cast("list[Plain]", rating.get("bands") or []):
        result = str(band.get("result"))
        flat[result] = dict(cast("Plain", band.get("text") or {}))
        if result == "minor" and "up_to" in band:
            flat[result]["up_to"] = band["up_to"]
    return flat


def _flat(node: Plain, columns: Iterable[Column]) -> Plain:
    values: Plain = {}
    for column in columns:
        value: Any = node
        for key in column.path:
            value = cast("Plain", value).get(key) if isinstance(value, dict) else None
        if value is not None:
            values[column.key] = _cell_value(value, column.kind)
    return values


def _cell_value(value: Any, kind: Kind) -> str | int | float | bool:
    if kind is Kind.POINTS and isinstance(value, list):
        return "\n".join(str(it) for it in cast("list[Any]", value))
    if kind is Kind.WORDS and isinstance(value, list):
        return ", ".join(str(it) for it in cast("list[Any]", value))
    if kind is Kind.CONDITION and isinstance(value, dict):
        return write_condition(cast("Plain", value))
    return value if isinstance(value, (str, int, float)) else str(value)


class _Book:
    """The workbook in the making, with its styles."""

    def __init__(self, workbook: Workbook) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._workbook = workbook
        self._langs: tuple[Texts, Texts] = (load(Lang.ZH), load(Lang.EN))
        self._wrap = Alignment(wrap_text=True, vertical="top")
        self._head_font = Font(bold=True, color="FFFFFF")
        self._key_font = Font(size=8, color="808080", italic=True)
        self._strong = Font(bold=True)
        self._line = Border(bottom=Side(style="hair", color="BFBFBF"))
        self._fills = {
            group: PatternFill("solid", fgColor=colour) for group, colour in _COLOURS.items()
        }
        self._key_fill = PatternFill("solid", fgColor="F2F2F2")
        self._gap_fill = PatternFill("solid", bgColor="FCE4D6")

    def sheet(self, sheet: SheetId) -> Worksheet:
        """A new sheet, set up to be printed."""
        made = cast("Worksheet", self._workbook.create_sheet(title_of(sheet)))
        made.page_setup.orientation = "landscape"
        made.page_setup.paperSize = 9
        made.page_setup.fitToWidth = 1
        made.page_setup.fitToHeight = 0
        made.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        made.sheet_view.zoomScale = 90
        return made

    def both(self, key: str, mark: str = "\n") -> str:
        """A text in Chinese and English."""
        return mark.join(texts.say(key) for texts in self._langs)

    def help(self) -> None:
        """The instructions, both languages side by side."""
        sheet = self.sheet(SheetId.HELP)
        sheet.column_dimensions["A"].width = 70
        sheet.column_dimensions["B"].width = 90
        for number in range(_HELP_LINES):
            for column, texts in enumerate(self._langs, start=1):
                cell = self._put(sheet, number + 1, column, texts.say(f"excel.help.{number}"))
                if number == 0:
                    cell.font = self._strong

    def pack(self, source: PackSource) -> None:
        """The head of the pack, upright: label, key, value."""
        sheet = self.sheet(SheetId.PACK)
        for letter, width in (("A", 34), ("B", 20), ("C", 100)):
            sheet.column_dimensions[letter].width = width
        heads = [("excel.column.label", ""), ("excel.column.key", "key"),
                 ("excel.column.value", "value")]  # fmt: skip
        self._heads(sheet, [(key, name, "") for key, name in heads])
        values = _flat(source.head, layout.PACK_FIELDS)
        for row, column in enumerate(layout.PACK_FIELDS, start=FIRST_ROW):
            self._put(sheet, row, 1, self._head_of(column, "pack"))
            self._put(sheet, row, 2, column.key).font = self._key_font
            self._put(sheet, row, 3, values.get(column.key), column.kind)
        sheet.freeze_panes = f"C{FIRST_ROW}"
        self._choose(sheet, f"C{FIRST_ROW + 2}", ("draft", "complete"))

    def table(
        self, sheet_id: SheetId, columns: Sequence[Column], rows: Sequence[Plain]
    ) -> Worksheet:
        """A sheet with a row for each of ``rows``."""
        from openpyxl.utils import get_column_letter

        sheet = self.sheet(sheet_id)
        kind = sheet_id.value.lower()
        self._heads(
            sheet, [(self._head_of(it, kind), it.key, it.group) for it in columns], said=True
        )
        for number, column in enumerate(columns, start=1):
            letter = get_column_letter(number)
            sheet.column_dimensions[letter].width = column.width
            sheet.column_dimensions[letter].alignment = self._wrap
            if column.kind not in (Kind.NUMBER, Kind.FLAG):
                # What is typed below keeps its form too: 4.10 must not become 4.1.
                sheet.column_dimensions[letter].number_format = "@"
        for row, values in enumerate(rows, start=FIRST_ROW):
            for number, column in enumerate(columns, start=1):
                self._put(sheet, row, number, values.get(column.key), column.kind)
        last = get_column_letter(len(columns))
        sheet.freeze_panes = f"B{FIRST_ROW}"
        sheet.auto_filter.ref = f"A{KEY_ROW}:{last}{max(KEY_ROW + len(rows), FIRST_ROW)}"
        sheet.print_title_rows = f"1:{KEY_ROW}"
        return sheet

    def choices(self, sheet: Worksheet) -> None:
        """Lists to choose from, limits of numbers, and a mark where one language is missing."""
        from openpyxl.formatting import rule as rules
        from openpyxl.utils import get_column_letter

        made = cast("Callable[..., object]", cast("Any", rules).FormulaRule)
        add = cast("Callable[..., None]", cast("Any", sheet.conditional_formatting).add)
        columns = layout.QUESTION_COLUMNS
        last = FIRST_ROW + layout.MOST_QUESTIONS
        letters = {it.key: get_column_letter(at) for at, it in enumerate(columns, start=1)}
        for column in columns:
            letter = letters[column.key]
            where = f"{letter}{FIRST_ROW}:{letter}{last}"
            if column.key in layout.CHOICES:
                self._choose(sheet, where, [it.value for it in layout.CHOICES[column.key]])
            elif column.kind is Kind.FLAG:
                self._choose(sheet, where, ("TRUE", "FALSE"))
            elif column.key in ("section", layout.PART):
                listed = SheetId.SECTIONS if column.key == "section" else SheetId.FILES
                place = f"'{title_of(listed)}'!$A${FIRST_ROW}:$A${_LAST_LIST_ROW}"
                self._validate(sheet, where, "list", place, strict=column.key == "section")
            elif column.key == "weight":
                self._validate(sheet, where, "whole", "1", "5")
            elif column.kind is Kind.NUMBER:
                self._validate(sheet, where, "decimal", "0", "1000000")
            if column.key.endswith(".zh"):
                other = letters[f"{column.key[:-2]}en"]
                for mine, theirs in ((letter, other), (other, letter)):
                    formula = f'AND(${mine}{FIRST_ROW}="",${theirs}{FIRST_ROW}<>"")'
                    rule = made(formula=[formula], fill=self._gap_fill)
                    area = f"{mine}{FIRST_ROW}:{mine}{last}"
                    add(area, rule)

    def criteria(self, library: Library) -> None:
        """All criterion cards, for looking up their ids."""
        columns = (
            Column("id", Kind.CODE, 28),
            Column("article", Kind.CODE, 12),
            Column("title.zh", Kind.TEXT, 36),
            Column("title.en", Kind.TEXT, 36),
            Column("source.zh", Kind.TEXT, 36),
            Column("source.en", Kind.TEXT, 36),
            Column("force", Kind.CODE, 14),
        )
        rows = [
            {
                "id": card.id,
                "article": card.article,
                "title.zh": card.title.zh,
                "title.en": card.title.en,
                "source.zh": card.source.zh,
                "source.en": card.source.en,
                "force": card.force.value,
            }
            for card in library.criteria.values()
        ]
        self.table(SheetId.CRITERIA, columns, rows)

    def facts(self, library: Library) -> None:
        """The facts that conditions may ask for."""
        columns = (
            Column("id", Kind.CODE, 26),
            Column("name.zh", Kind.TEXT, 34),
            Column("name.en", Kind.TEXT, 34),
            Column("values", Kind.CODE, 80),
        )
        rows = [
            {
                "id": fact.id,
                "name.zh": fact.name.zh,
                "name.en": fact.name.en,
                "values": ", ".join(fact.value_ids),
            }
            for fact in library.facts
        ]
        self.table(SheetId.FACTS, columns, rows)

    def lists(self) -> None:
        """The values of the lists with their names."""
        columns = (
            Column("list", Kind.CODE, 20),
            Column("value", Kind.CODE, 20),
            Column("name.zh", Kind.TEXT, 30),
            Column("name.en", Kind.TEXT, 30),
        )
        rows: list[Plain] = [
            {"list": key, "value": member.value}
            | {f"name.{it.lang.value}": it.enum(member) for it in self._langs}
            for key, members in layout.CHOICES.items()
            for member in members
        ]
        rows += [{"list": "locked", "value": key} for key in _lock_keys()]
        self.table(SheetId.LISTS, columns, rows)

    def _heads(
        self, sheet: Worksheet, heads: Sequence[tuple[str, str, str]], *, said: bool = False
    ) -> None:
        for number, (text, key, group) in enumerate(heads, start=1):
            cell = self._put(sheet, 1, number, text if said else self.both(text))
            cell.font, cell.fill = self._head_font, self._fills[group]
            below = self._put(sheet, KEY_ROW, number, key)
            below.font, below.fill = self._key_font, self._key_fill
        sheet.row_dimensions[1].height = 46

    def _head_of(self, column: Column, sheet: str) -> str:
        key = column.key
        lang = ""
        if column.path[-1] in ("zh", "en") and len(column.path) > 1:
            key = ".".join(column.path[:-1])
            lang = " (zh)" if column.path[-1] == "zh" else " (en)"
        special = f"excel.column.{sheet}.{key}"
        return self.both(special if self._langs[0].has(special) else f"excel.column.{key}") + lang

    def _put(
        self, sheet: Worksheet, row: int, column: int, value: Any, kind: Kind = Kind.TEXT
    ) -> Cell:
        cell = cast("Cell", sheet.cell(row, column))
        cell.alignment = self._wrap
        cell.border = self._line
        if kind not in (Kind.NUMBER, Kind.FLAG):
            cell.number_format = "@"
        if isinstance(value, str):
            cell.value = _printable(value)
            # A text that begins like a formula is a text, and stays one when it is edited.
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_RISKY)  # type: ignore[attr-defined]
        elif value is not None:
            cell.value = value
        return cell

    def _choose(self, sheet: Worksheet, where: str, values: Sequence[str]) -> None:
        self._validate(sheet, where, "list", f'"{",".join(values)}"')

    def _validate(
        self, sheet: Worksheet, where: str, kind: str, one: str, two: str | None = None,
        *, strict: bool = True,
    ) -> None:  # fmt: skip
        from openpyxl.worksheet.datavalidation import DataValidation

        make: Any = DataValidation
        rule = make(type=kind, formula1=one, formula2=two, allow_blank=True)
        rule.errorStyle = "stop" if strict else "warning"
        rule.showErrorMessage = True
        rule.error = self.both("excel.choose", " ")
        rule.add(where)
        sheet.add_data_validation(rule)


def _lock_keys() -> tuple[str, ...]:
    from auditapp.packs.tailoring import LOCKABLE

    return LOCKABLE


def _printable(text: str) -> str:
    """Without the characters that a workbook cannot hold; no checked text has any."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("", text)
