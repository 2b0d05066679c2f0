"""Spreadsheets (xlsx, xlsm, xlsb, xls, ods) as clean text files that the loader reads.

python-calamine reads all of them, follows no external entity and computes nothing: formulas
give the value that was stored. Archives are weighed before they are opened.
"""

from __future__ import annotations

import csv
import datetime as dt
import threading
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from auditapp.jobs.progress import Progress

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
#: An archive may unpack to this, or to this many times its size if it stays below the first.
_LARGEST: Final = 4 << 30
_RATIO: Final = 300
_SMALL: Final = 64 << 20
_TICK: Final = 0.05
_EVERY: Final = 2000
#: What parts the cells of a sheet on their way: no cell that people write has it.
UNIT: Final = "\x1f"


class FileKind(StrEnum):
    """What a source is by its contents, whatever its name says."""

    CSV = "csv"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet as they came, its merged ranges, its first row (from 1)."""

    sheet: Any
    merged: tuple[tuple[int, int, int, int], ...]
    first_row: int
    rows: int


def kind_of(path: Path) -> FileKind:
    """What a file is; raises UserError for what is no table, is encrypted or unpacks too large."""
    with path.open("rb") as file:
        head = file.read(1 << 12)
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(_OLE):
        # Office wraps an encrypted workbook into a container with this one stream.
        if _holds(path, "EncryptedPackage".encode("utf-16-le")):
            raise UserError("tickets_encrypted", file=path.name)
        return FileKind.XLS
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"{\\rtf", b"%pdf")):
        raise UserError("tickets_not_a_table", file=path.name)
    return FileKind.CSV


def open_book(path: Path, progress: Progress) -> Any:
    """The workbook; raises UserError for what cannot be read."""
    import python_calamine

    reader: Any = python_calamine.CalamineWorkbook
    return _guarded(lambda: reader.from_path(str(path)), path, progress)


def sheets_of(book: Any) -> tuple[tuple[str, bool], ...]:
    """Names of the sheets that have cells, and whether they are hidden."""
    return tuple(
        (str(meta.name), str(meta.visible).rpartition(".")[2] != "Visible")
        for meta in book.sheets_metadata
        if str(meta.typ).rpartition(".")[2] == "WorkSheet"
    )


def grid_of(book: Any, name: str, path: Path, progress: Progress) -> Grid:
    """The cells of a sheet."""
    sheet = _guarded(lambda: book.get_sheet_by_name(name), path, progress)
    merged = tuple(
        (int(a[0]), int(a[1]), int(b[0]), int(b[1])) for a, b in (sheet.merged_cell_ranges or ())
    )
    return Grid(sheet, merged, 1, 0 if sheet.start is None else int(sheet.total_height) + 1)


def first_rows(grid: Grid, count: int) -> list[list[str]]:
    """The first rows as texts, from row 1 of the sheet."""
    if grid.sheet.start is None:
        return []
    found: list[list[str]] = []
    for row in _rows(grid):
        found.append([_text(cell) for cell in row])
        if len(found) >= count:
            break
    return found


def write_text(grid: Grid, target: Path, progress: Progress) -> None:
    """All cells as UTF-8 text, one line for each row from row 1 of the sheet."""
    total = max(grid.rows, 1)
    with target.open("w", encoding="utf-8", errors="replace", newline="") as out:
        # The csv module looks at every sign of every cell; most rows need nothing of it.
        write = out.write
        quoted = csv.writer(out, delimiter=UNIT, lineterminator="\n").writerow
        for number, row in enumerate(_rows(grid)):
            if number % _EVERY == 0:
                progress.report(number, total, "tickets.reading")
            cells = [cell if cell.__class__ is str else _text(cell) for cell in row]
            line = UNIT.join(cells)
            if '"' in line or "\n" in line or "\r" in line or line.count(UNIT) >= len(cells):
                quoted(cells)
            else:
                write((line or '""') + "\n")


def uses_1904(path: Path) -> bool:
    """Whether a workbook counts its days from 1904."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = archive.read("xl/workbook.xml")[: 1 << 20]
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False
    return b'date1904="1"' in book or b'date1904="true"' in book


def _holds(path: Path, words: bytes) -> bool:
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if words in before + chunk:
                return True
            before = chunk[-len(words) :]
    return False


def _rows(grid: Grid) -> Iterable[list[Any]]:
    """Rows from row 1 and column A, blank ones before the first cell included."""
    top, left = grid.sheet.start or (0, 0)
    width = int(grid.sheet.total_width) + 1
    for _ in range(int(top)):
        yield [""] * width
    before = [""] * int(left)
    for row in grid.sheet.iter_rows():
        yield before + row if before else row


def _text(cell: Any) -> str:
    """A cell as text: whole numbers without a point, times as ISO."""
    kind = cell.__class__
    if kind is str:
        return cell
    if kind is dt.datetime:
        return str(cell)
    if kind is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if kind is dt.timedelta:
        return _duration(cell)
    if kind is bool:
        return "TRUE" if cell else "FALSE"
    return str(cell)


def _duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _guarded(work: Callable[[], Any], path: Path, progress: Progress) -> Any:
    """Read in a thread of its own, so that a cancel is heard at once; errors become sentences.

    A reader that was cancelled ends by itself and what it read is dropped.
    """
    done: list[Any] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001  (a panic of the reader is no Exception)
            failed.append(error)

    thread = threading.Thread(target=run, name="tickets-sheet", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_TICK)
        progress.check()
    if not failed:
        return done[0]
    name = type(failed[0]).__name__
    if name == "PasswordError" or "password" in str(failed[0]).lower():
        raise UserError("tickets_encrypted", file=path.name) from failed[0]
    if isinstance(failed[0], MemoryError) or "limit exceeded" in str(failed[0]):
        raise UserError("tickets_too_large", file=path.name) from failed[0]
    raise UserError("tickets_damaged", file=path.name) from failed[0]


def _zip_kind(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        if isinstance(error, OSError) and not isinstance(error, zipfile.BadZipFile):
            raise
        raise UserError("tickets_damaged", file=path.name) from error
    size = path.stat().st_size
    whole = sum(part.file_size for part in parts)
    if whole > _LARGEST or (whole > _SMALL and whole > size * _RATIO):
        raise UserError("tickets_too_large", file=path.name)
    # Some writers part folders with backslashes, or write XL/.
    names = {part.filename.replace("\\", "/").lower() for part in parts}
    if any(name.endswith("workbook.bin") for name in names):
        return FileKind.XLSB
    if "[content_types].xml" in names:
        return FileKind.XLSX
    if "content.xml" in names:
        return FileKind.ODS
    if any(part.flag_bits & 1 for part in parts):
        raise UserError("tickets_encrypted", file=path.name)
    raise UserError("tickets_not_a_table", file=path.name)
