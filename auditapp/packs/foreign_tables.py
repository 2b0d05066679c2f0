"""Reads any workbook or CSV as tables of text, for checklists that others wrote.

python-calamine reads xlsx, xlsm, xlsb, xls and ods; formulas give the value that was stored.
"""

from __future__ import annotations

import csv
import io
import re
import threading
import zipfile
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.jobs.progress import Progress

MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 100
_MOST_BYTES: Final = 60 << 20
_MOST_UNPACKED: Final = 600 << 20
_RATIO: Final = 300
_TICK: Final = 0.05
_DELIMITERS: Final = (",", ";", "\t", "|")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028\u2029\ufeff\ufffd]")
ENCODINGS: Final = ("utf-8", "gb18030", "utf-16", "cp1252", "big5")
"""What a user can choose where the encoding was not recognised."""

Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a CSV file, as texts; row 0 is the file's first row.

    ``rows_told`` counts all rows of the sheet, ``rows`` holds the first 5,000; ``merged`` are
    ranges (first row, first column, last row, last column), whose value was spread downwards.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    rows_told: int
    hidden: bool = False
    merged: tuple[Span, ...] = ()
    encoding: str = ""
    delimiter: str = ""

    @property
    def columns(self) -> int:
        """The width of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def is_cut(self) -> bool:
        """Whether the sheet is longer than what was read."""
        return self.rows_told > len(self.rows)


def read_tables(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    progress: Progress | None = None,
) -> tuple[Table, ...]:
    """The tables of a file that have content, visible sheets first.

    Raises UserError ``pack_foreign_unreadable``, ``pack_foreign_not_a_table``,
    ``pack_foreign_encoding``, ``pack_foreign_too_large``, ``pack_foreign_locked`` or
    ``pack_foreign_empty``; OSError for a file that cannot be opened.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise UserError("pack_foreign_too_large", file=path.name, limit=_MOST_BYTES >> 20)
    with path.open("rb") as stream:
        head = stream.read(1 << 12)
    if head.startswith((_ZIP, _OLE)):
        tables = _sheets(path, progress, zipped=head.startswith(_ZIP))
    else:
        tables = [_text_table(path, encoding, delimiter)]
    kept = [it for it in tables if it.rows]
    if not kept:
        raise UserError("pack_foreign_empty", file=path.name)
    return tuple(sorted(kept, key=lambda it: it.hidden))


def _sheets(path: Path, progress: Progress | None, *, zipped: bool) -> list[Table]:
    import python_calamine

    if zipped:
        _weigh(path)
    open_book: Any = python_calamine.CalamineWorkbook

    def read() -> list[Table]:
        book = open_book.from_path(str(path))
        return [
            _sheet(book, meta)
            for meta in book.sheets_metadata
            if str(meta.typ).rpartition(".")[2] == "WorkSheet"
        ]

    tables: list[Table] = _guarded(read, path, progress)
    return tables


def _sheet(book: Any, meta: Any) -> Table:
    hidden = str(meta.visible).rpartition(".")[2] != "Visible"
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.start is None:
        return Table(str(meta.name), (), 0, hidden)
    top, left = int(sheet.start[0]), int(sheet.start[1])
    rows: list[list[str]] = [[] for _ in range(min(top, MOST_ROWS))]
    rows += (
        [""] * left + [_cell(it) for it in row[:MOST_COLUMNS]]
        for row in islice(sheet.iter_rows(), max(MOST_ROWS - top, 0))
    )
    spans = tuple(
        (int(a[0]), int(a[1]), int(b[0]), int(b[1])) for a, b in sheet.merged_cell_ranges or ()
    )
    _spread(rows, spans)
    told = max(int(sheet.total_height) + 1, len(rows))
    return Table(str(meta.name), _trimmed(rows), _told(rows, told), hidden, spans)


def _told(rows: list[list[str]], told: int) -> int:
    """Where all was read, empty rows at the end do not count."""
    if told > MOST_ROWS:
        return told
    return len(_trimmed(rows))


def _spread(rows: list[list[str]], spans: tuple[Span, ...]) -> None:
    """A cell merged downwards speaks for all its rows; one merged sideways for its first column."""
    for top, left, bottom, _ in spans:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                if left < len(row) and not row[left]:
                    row[left] = rows[top][left]


def _weigh(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            whole = sum(it.file_size for it in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UserError("pack_foreign_unreadable", file=path.name) from error
    if whole > _MOST_UNPACKED or whole > max(path.stat().st_size * _RATIO, 64 << 20):
        raise UserError("pack_foreign_too_large", file=path.name, limit=_MOST_BYTES >> 20)


def _guarded(work: Callable[[], list[Table]], path: Path, progress: Progress | None) -> list[Table]:
    """In a thread of its own, so that a cancel is heard; whatever fails becomes a sentence."""
    done: list[list[Table]] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001  (a panic of the reader is no Exception)
            failed.append(error)

    thread = threading.Thread(target=run, name="packs-sheet", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_TICK)
        if progress is not None:
            progress.check()
    if done:
        return done[0]
    locked = "password" in f"{type(failed[0]).__name__} {failed[0]}".lower()
    code = "pack_foreign_locked" if locked else "pack_foreign_unreadable"
    raise UserError(code, file=path.name) from failed[0]


def _text_table(path: Path, encoding: str | None, delimiter: str | None) -> Table:
    raw = path.read_bytes()
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith((b"<", b"{\\rtf", b"%pdf")):
        raise UserError("pack_foreign_not_a_table", file=path.name)
    text, used = _decoded(raw, encoding, path)
    mark = delimiter or _delimiter(text)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        rows = [[_clean(it) for it in row[:MOST_COLUMNS]] for row in islice(reader, MOST_ROWS)]
        told = len(rows) + sum(1 for _ in reader)
    except csv.Error as error:
        raise UserError("pack_foreign_unreadable", file=path.name) from error
    return Table(path.stem, _trimmed(rows), _told(rows, told), False, (), used, mark)


def _decoded(raw: bytes, encoding: str | None, path: Path) -> tuple[str, str]:
    """By its mark, else UTF-8, else GB18030: both refuse what is not theirs."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        tried = ("utf-16",)
    elif b"\x00" in raw[:4096]:
        raise UserError("pack_foreign_not_a_table", file=path.name)
    else:
        tried = ("utf-8-sig", "gb18030")
    for name in (encoding,) if encoding else tried:
        try:
            return raw.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    raise UserError("pack_foreign_encoding", file=path.name)


def _delimiter(text: str) -> str:
    """The mark that parts the first rows into the most columns, evenly."""
    head = "\n".join(text.splitlines()[:60])

    def score(mark: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head), delimiter=mark) if row]
        except csv.Error:
            return (0, 0)
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) * min(usual - 1, 8), usual)

    return max(_DELIMITERS, key=score)


def _trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(tuple(row) for row in rows)


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else _clean(str(value))


def _clean(text: str) -> str:
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text.replace("\u00a0", " ").replace("\t", " ")).strip()
