"""Reads an authoring workbook back: a source to be saved, or everything that is wrong by cell.

Cells are read as they stand; formulas, errors and merged heads are told and not guessed at. What
the cells say is then checked as a pack's files are (``source.check_source``).
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs import excel_layout as layout
from auditapp.packs.excel_conditions import ConditionUnreadable, read_condition
from auditapp.packs.excel_layout import FIRST_ROW, KEY_ROW, Column, Kind, SheetId
from auditapp.packs.problems import Problem
from auditapp.packs.source import PackSource, Part, check_source
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Library
    from auditapp.packs.problems import Arg, Loc
    from auditapp.packs.source import Fault, Plain
    from auditapp.texts import Texts

MOST_BYTES: Final = 60 << 20
_MOST_UNPACKED: Final = 600 << 20
_MOST_COLUMNS: Final = 200
_BLANK_TAIL: Final = 1_000
_TRUE: Final = frozenset({"true", "yes", "y", "x", "1", "是", "√", "✓"})
_FALSE: Final = frozenset({"false", "no", "n", "0", "否"})
_DEFAULT_PART: Final = "questions.yaml"


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a workbook: one sentence and the cell (``row`` 0: the whole sheet)."""

    sheet: str
    row: int
    column: str
    code: str
    args: Mapping[str, Arg] = field(hash=False)
    warning: bool = False

    def as_error(self) -> UserError:
        """The fault as an error, for ``Texts.error``."""
        return Problem("", 0, self.code, self.args).as_error()


@dataclass(frozen=True, slots=True)
class Authored:
    """What a workbook says; ``source`` may be saved when there are no errors."""

    source: PackSource
    faults: tuple[CellFault, ...]

    @property
    def errors(self) -> tuple[CellFault, ...]:
        """The faults that are not only warnings."""
        return tuple(fault for fault in self.faults if not fault.warning)


def sentence(fault: CellFault, texts: Texts) -> str:
    """The fault with its place, in the language of ``texts``."""
    said = texts.error(fault.as_error())
    if fault.warning:
        said = texts.say("packs.warning", text=said)
    key = "excel.at_cell" if fault.row else "excel.at_sheet"
    return texts.say(key, sheet=fault.sheet, row=fault.row, column=fault.column, text=said)


def read_workbook(path: Path, library: Library, *, progress: Progress | None = None) -> Authored:
    """The pack of an authoring workbook, and all that is wrong with it.

    Raises UserError ``pack_excel_unreadable``, ``pack_excel_too_large`` or ``pack_excel_not_ours``
    for a file that is no such workbook.
    """
    reader = _Reader(path, progress)
    source = reader.read()
    faults = list(reader.faults)
    if not any(it.code == "pack_excel_rows" for it in faults):
        checked = check_source(source, library, where=reader.where)
        told = {(it.sheet, it.row, it.column) for it in faults}
        for fault in checked.faults:
            placed = reader.placed(fault)
            # A cell that could not be read is missing: one sentence is enough.
            if (placed.sheet, placed.row, placed.column) not in told:
                faults.append(placed)
    order = {title: number for number, title in enumerate(reader.titles)}
    faults.sort(key=lambda it: (order.get(it.sheet, 0), it.row, len(it.column), it.column))
    return Authored(source, tuple(dict.fromkeys(faults)))


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: str
    value: Any
    kind: str


class _Reader:
    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._path = path
        self._progress = progress
        self.faults: list[CellFault] = []
        self._cells: dict[Loc, tuple[str, int, str]] = {}
        self._titles: dict[SheetId, str] = {}
        self._names = _names()

    @property
    def titles(self) -> list[str]:
        """The titles of our sheets, in order."""
        return list(self._titles.values())

    def read(self) -> PackSource:
        workbook = _open(self._path)
        try:
            self._find_sheets(workbook)
            head = self._head(workbook)
            head["sections"] = self._sections(workbook)
            files = [
                row for row, _ in self._rows(workbook, SheetId.FILES, layout.FILE_COLUMNS, "files")
            ]
            questions = self._questions(workbook)
        finally:
            workbook.close()
        return PackSource(head, _parts(files, questions))

    def where(self, loc: Loc) -> str:
        """The cell of a node, for a sentence that names two places."""
        sheet, row, column = self._place(loc)
        return f"{sheet}!{column}{row}"

    def placed(self, fault: Fault) -> CellFault:
        """A fault of the source at its cell."""
        sheet, row, column = self._place(fault.loc)
        return CellFault(sheet, row, column, fault.code, fault.args, fault.warning)

    def _place(self, loc: Loc) -> tuple[str, int, str]:
        known = _to_column(loc)
        for end in range(len(known), 0, -1):
            if known[:end] in self._cells:
                return self._cells[known[:end]]
        sheet = SheetId.QUESTIONS if loc[:1] == ("questions",) else SheetId.PACK
        return self._titles.get(sheet, sheet.value), 0, ""

    def _find_sheets(self, workbook: Any) -> None:
        for name in cast("list[str]", workbook.sheetnames):
            for sheet in SheetId:
                if name.split()[-1:] == [sheet.value]:
                    self._titles.setdefault(sheet, name)
        if SheetId.QUESTIONS not in self._titles:
            raise UserError("pack_excel_not_ours", file=self._path.name)
        for sheet in (SheetId.PACK, SheetId.SECTIONS, SheetId.FILES):
            if sheet not in self._titles:
                self._titles[sheet] = sheet.value
                self._fault(sheet, 0, "", "pack_excel_sheet_missing", sheet=sheet.value)
        self._find_merged()

    def _find_merged(self) -> None:
        """Merged cells hold one value for many: they are told, not spread."""
        import python_calamine

        try:
            calamine: Any = python_calamine.CalamineWorkbook
            book = calamine.from_path(str(self._path))
            for sheet, title in self._titles.items():
                if sheet in (SheetId.CRITERIA, SheetId.FACTS, SheetId.LISTS, SheetId.HELP):
                    continue
                if title not in book.sheet_names:
                    continue
                for start, _ in book.get_sheet_by_name(title).merged_cell_ranges or ():
                    row, column = int(start[0]) + 1, _letters(int(start[1]))
                    self._fault(sheet, row, column, "pack_excel_merged")
        except (python_calamine.CalamineError, OSError, ValueError):
            return  # openpyxl could read it; merged cells then look empty

    def _head(self, workbook: Any) -> Plain:
        known = {column.key: column for column in layout.PACK_FIELDS}
        values: Plain = {}
        for row in self._raw(workbook, SheetId.PACK):
            cells = {cell.column: cell for cell in row}
            key = cells["B"].value if "B" in cells else None
            if row[0].row < FIRST_ROW or not isinstance(key, str):
                continue
            column = known.get(key.strip())
            if column is None:
                self._fault(SheetId.PACK, row[0].row, "B", "pack_excel_key", key=key)
                continue
            self._cells[("pack", *column.path)] = (self._titles[SheetId.PACK], row[0].row, "C")
            self._cells.setdefault(("pack", column.path[0]), self._cells["pack", *column.path])
            if "C" in cells:
                value = self._value(SheetId.PACK, cells["C"], column)
                if value is not None:
                    _set(values, column.path, value)
        return values

    def _sections(self, workbook: Any) -> list[Plain]:
        rows: list[Plain] = []
        found = self._rows(workbook, SheetId.SECTIONS, layout.SECTION_COLUMNS, "sections")
        for index, (values, cells) in enumerate(found):
            rows.append(_nested(values))
            self._note(("pack", "sections", index), cells, SheetId.SECTIONS)
        return rows

    def _questions(self, workbook: Any) -> list[tuple[str, Plain]]:
        questions: list[tuple[str, Plain]] = []
        part = ""
        noted: list[Mapping[str, tuple[int, str]]] = []
        rows = self._rows(workbook, SheetId.QUESTIONS, layout.QUESTION_COLUMNS, "questions")
        for values, cells in rows:
            part = str(values.pop(layout.PART, "") or part or _DEFAULT_PART)
            questions.append((part, _question(values)))
            noted.append(cells)
        # The places are numbered as the source counts: part by part.
        order = _part_order([name for name, _ in questions])
        for number, index in enumerate(order):
            self._note(("questions", number), noted[index], SheetId.QUESTIONS)
        return [questions[index] for index in order]

    def _note(self, loc: Loc, cells: Mapping[str, tuple[int, str]], sheet: SheetId) -> None:
        title = self._titles[sheet]
        for key, (row, column) in cells.items():
            path = tuple(key.split("."))
            for end in range(len(path) + 1):
                self._cells.setdefault((*loc, *path[:end]), (title, row, column))
            self._cells[(*loc, *path)] = (title, row, column)

    def _rows(
        self, workbook: Any, sheet: SheetId, columns: Sequence[Column], counted: str
    ) -> list[tuple[Plain, dict[str, tuple[int, str]]]]:
        """The values of each row by the keys of its columns, with the cells of all columns."""
        found: list[tuple[Plain, dict[str, tuple[int, str]]]] = []
        heads: dict[str, Column] = {}
        known = {column.key: column for column in columns}
        for row in self._raw(workbook, sheet):
            number = row[0].row
            if number == KEY_ROW:
                heads = self._heads(sheet, row, known)
            if number < FIRST_ROW:
                continue
            if not heads:
                self._fault(sheet, KEY_ROW, "", "pack_excel_no_keys", row=KEY_ROW)
                break
            if len(found) >= layout.MOST_QUESTIONS:
                limit = layout.MOST_QUESTIONS
                self._fault(sheet, number, "", "pack_excel_rows", limit=limit)
                break
            values: Plain = {}
            for cell in row:
                column = heads.get(cell.column)
                if column is not None:
                    value = self._value(sheet, cell, column)
                    if value is not None:
                        values[column.key] = value
            if values or any(self._is_faulty(sheet, number, it) for it in heads):
                cells = {column.key: (number, letter) for letter, column in heads.items()}
                found.append((values, cells))
                self._tell(counted, len(found))
        return found

    def _is_faulty(self, sheet: SheetId, row: int, column: str) -> bool:
        title = self._titles[sheet]
        return any((it.sheet, it.row, it.column) == (title, row, column) for it in self.faults[-9:])

    def _tell(self, counted: str, done: int) -> None:
        if self._progress is not None and counted == "questions" and done % 100 == 0:
            self._progress.report(done, layout.MOST_QUESTIONS, "packs.reading")

    def _heads(
        self, sheet: SheetId, row: Sequence[_Cell], known: Mapping[str, Column]
    ) -> dict[str, Column]:
        heads: dict[str, Column] = {}
        for cell in row:
            key = str(cell.value).strip() if cell.value is not None else ""
            if key in known and any(it.key == key for it in heads.values()):
                self._fault(sheet, cell.row, cell.column, "pack_excel_key_twice", key=key)
            elif key in known:
                heads[cell.column] = known[key]
            elif key:
                self._fault(sheet, cell.row, cell.column, "pack_excel_key", key=key)
        if heads:
            for key in known:
                if key not in {it.key for it in heads.values()} and key in _KEY_COLUMNS[sheet]:
                    self._fault(sheet, KEY_ROW, "", "pack_excel_column_missing", key=key)
        return heads

    def _raw(self, workbook: Any, sheet: SheetId) -> Iterator[list[_Cell]]:
        """The rows that have a value, with their cells that have one."""
        title = self._titles[sheet]
        if title not in workbook.sheetnames:
            return
        blank = 0
        last = 0
        try:
            for row in workbook[title].iter_rows(max_col=_MOST_COLUMNS):
                cells = [
                    _Cell(int(it.row), _letters(int(it.column) - 1), it.value, str(it.data_type))
                    for it in row
                    if it.value is not None and it.value != ""
                ]
                blank = 0 if cells else blank + 1
                if blank > _BLANK_TAIL:
                    self._fault(sheet, last, "", "pack_excel_tail", warning=True, n=_BLANK_TAIL)
                    return
                if cells:
                    last = cells[0].row
                    yield cells
        except _UNREADABLE as error:
            raise UserError("pack_excel_unreadable", file=self._path.name) from error

    def _value(self, sheet: SheetId, cell: _Cell, column: Column) -> Any:
        """The value of a cell as its column's kind wants it; what does not fit stays as it is."""
        raw = cell.value
        refused = ""
        if cell.kind == "f":
            refused = "pack_excel_formula"
        elif cell.kind == "e":
            refused = "pack_excel_error"
        elif isinstance(raw, (datetime, date, time)):
            refused = "pack_excel_date"
        if refused:
            self._fault(sheet, cell.row, cell.column, refused, value=str(raw)[:60])
            return None
        if column.kind is Kind.NUMBER:
            return _number(raw)
        if column.kind is Kind.FLAG:
            return _flag(raw)
        text = _text(raw)
        return self._written(sheet, cell, column, text) if text else None

    def _written(self, sheet: SheetId, cell: _Cell, column: Column, text: str) -> Any:
        if column.kind is Kind.POINTS:
            return [line.strip() for line in text.split("\n") if line.strip()]
        if column.kind is Kind.WORDS:
            return [self._code(column, it) for it in _words(text)]
        if column.kind is not Kind.CONDITION:
            return self._code(column, text)
        try:
            return read_condition(text)
        except (ConditionUnreadable, RecursionError) as error:
            near = str(error)[:40]
            self._fault(sheet, cell.row, cell.column, "pack_excel_condition", near=near)
            return None

    def _code(self, column: Column, text: str) -> str:
        return self._names.get(column.key, {}).get(text.casefold(), text)

    def _fault(
        self, sheet: SheetId, row: int, column: str, code: str, /, *, warning: bool = False,
        **args: Arg,
    ) -> None:  # fmt: skip
        title = self._titles.get(sheet, sheet.value)
        self.faults.append(CellFault(title, row, column, code, args, warning))


_KEY_COLUMNS: Final[Mapping[SheetId, frozenset[str]]] = {
    SheetId.QUESTIONS: frozenset({"id", "section", "q.zh", "q.en"}),
    SheetId.SECTIONS: frozenset({"id", "title.zh", "title.en"}),
    SheetId.FILES: frozenset({"name"}),
}
_UNREADABLE: Final = (
    zipfile.BadZipFile, KeyError, OSError, TypeError, ValueError, SyntaxError, AttributeError,
    IndexError, EOFError, RuntimeError, NotImplementedError,
)  # fmt: skip


def _open(path: Path) -> Any:
    """The workbook, read as a stream. Strict OOXML opens without sheets: that is told."""
    from openpyxl import load_workbook

    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(it.file_size for it in archive.infolist())
        if size > MOST_BYTES or unpacked > _MOST_UNPACKED:
            raise UserError("pack_excel_too_large", file=path.name, limit=MOST_BYTES >> 20)
        workbook: Any = load_workbook(path, read_only=True)
    except _UNREADABLE as error:
        raise UserError("pack_excel_unreadable", file=path.name) from error
    if not workbook.sheetnames:
        workbook.close()
        raise UserError("pack_excel_strict", file=path.name)
    for name in workbook.sheetnames:
        reset = getattr(workbook[name], "reset_dimensions", None)
        if reset is not None:
            reset()
    return workbook


def _names() -> dict[str, dict[str, str]]:
    """The names of the lists' values in both languages, by column: people type them too."""
    langs = [load(lang) for lang in Lang]
    return {
        key: {
            name.casefold(): str(member.value)
            for member in members
            for name in (str(member.value), *(texts.enum(member) for texts in langs))
        }
        for key, members in layout.CHOICES.items()
    }


def _to_column(loc: Loc) -> Loc:
    """The path of a node as its column knows it: bands stand under their result."""
    if loc[2:4] != ("rating", "bands") or len(loc) < 5:
        return loc
    at, rest = loc[4], loc[5:]
    result = layout.BANDS[at] if isinstance(at, int) and at < len(layout.BANDS) else "conforming"
    if rest[:1] == ("text",):
        rest = rest[1:]
    return (*loc[:3], result, *rest)


def _question(values: Plain) -> Plain:
    nested = _nested(values)
    rating = nested.get("rating")
    if isinstance(rating, dict):
        plain = cast("Plain", rating)
        cells: Plain = {}
        for result in layout.BANDS:
            text = plain.pop(result, None)
            if isinstance(text, dict):
                written = dict(cast("Plain", text))
                if "up_to" in written:
                    cells["minor.up_to"] = written.pop("up_to")
                if written:
                    cells[result] = written
        bands = layout.bands_of(cells)
        if bands:
            plain["bands"] = bands
    return nested


def _nested(values: Plain) -> Plain:
    nested: Plain = {}
    for key, value in values.items():
        _set(nested, tuple(key.split(".")), value)
    return nested


def _set(node: Plain, path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        node = node.setdefault(key, {})
    node[path[-1]] = value


def _part_order(names: Sequence[str]) -> list[int]:
    first = {name: at for at, name in reversed(list(enumerate(names)))}
    return sorted(range(len(names)), key=lambda at: (first[names[at]], at))


def _parts(files: Sequence[Plain], questions: Sequence[tuple[str, Plain]]) -> tuple[Part, ...]:
    headings = {str(it.get("name", "")): str(it.get("heading", "")) for it in files}
    rows: dict[str, list[Plain]] = {}
    for part, question in questions:
        rows.setdefault(part, []).append(question)
    return tuple(Part(name, headings.get(name, ""), tuple(it)) for name, it in rows.items())


def _letters(index: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _text(raw: Any) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()


def _number(raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, str):
        text = raw.strip()
        for read in (int, float):
            try:
                return read(text)
            except ValueError:
                continue
        return text or None
    return raw


def _flag(raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    text = _text(raw).casefold()
    if text in _TRUE:
        return True
    return False if text in _FALSE else (_text(raw) or None)


def _words(text: str) -> list[str]:
    for mark in ("，", "、", ";", "；", "\n"):
        text = text.replace(mark, ",")
    return [it.strip() for it in text.split(",") if it.strip()]
