"""One source file, opened: what it is, where its table begins, what its columns are called.

``opened`` keeps a work folder for what has to be re-coded; it is gone when the block ends,
however it ends.
"""

from __future__ import annotations

import errno
import hashlib
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from auditapp.errors import UserError
from auditapp.tickets.reading import dialect as dialects
from auditapp.tickets.reading import encoding as encodings
from auditapp.tickets.reading import header as headers
from auditapp.tickets.reading import sheets
from auditapp.tickets.reading.loading import Job, Loaded, load
from auditapp.tickets.reading.sheets import FileKind

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection
    from auditapp.tickets.reading.shapes import DateOrder

_SAMPLE: Final = 200
_MOST_COLUMNS: Final = 20000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about a source; everything left out is found out (and shown).

    ``dates`` answers the question which of day and month is first; ``offset`` is the minutes east
    of UTC of times without a zone; ``temp_dir`` is where re-coded copies lie while reading.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    dates: DateOrder | None = None
    offset: int | None = None
    system_1904: bool | None = None
    match_values: bool = True
    fold_events: bool | None = None
    temp_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was opened. ``columns`` are unique names; ``sample`` the first data rows."""

    path: Path
    kind: FileKind
    sha256: str
    size: int
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[tuple[str, bool], ...]
    header: headers.Header
    head: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    system_1904: bool
    _text: Path
    _dialect: dialects.Dialect
    _plain: bool
    _lines: int | None
    _workdir: Path
    _grid: Any

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return self.header.names

    def load(
        self,
        connection: Connection,
        wanted: Sequence[int],
        progress: Progress,
        formats: Mapping[int, str] | None = None,
    ) -> Loaded:
        """Fill the loader's stage with the wanted columns.

        ``formats``: place of a column of times → the format that its first values have.
        """
        if self._grid is not None and not self._text.exists():
            sheets.write_text(self._grid, self._text, progress)
        job = Job(
            self._text,
            self._dialect,
            self.header.row,
            self.head,
            len(self.columns),
            wanted,
            self._plain,
            self._lines,
            formats=formats or {},
        )
        return load(connection, job, self._workdir, progress)


@contextmanager
def opened(path: Path, options: ReadOptions, progress: Progress) -> Generator[Source]:
    """Open a source for a while.

    Raises UserError for what is no table, is damaged, encrypted, empty or has no header's columns;
    ``disk_full`` where a re-coded copy finds no room; OSError for the rest.
    """
    folder = None if options.temp_dir is None else str(options.temp_dir)
    try:
        with tempfile.TemporaryDirectory(prefix="auditapp-", dir=folder) as work:
            yield _open(path, options, Path(work), progress)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise UserError("disk_full") from error
        raise


def _open(path: Path, options: ReadOptions, work: Path, progress: Progress) -> Source:
    if path.stat().st_size == 0:
        raise UserError("tickets_empty_file", file=path.name)
    kind = sheets.kind_of(path)
    made = (
        _open_text(path, options, work, progress)
        if kind is FileKind.CSV
        else _open_book(path, kind, options, work, progress)
    )
    if not made.columns:
        raise UserError("tickets_empty_file", file=path.name)
    if len(made.columns) > _MOST_COLUMNS:
        raise UserError("tickets_too_many_columns", n=len(made.columns), most=_MOST_COLUMNS)
    return made


def _open_text(path: Path, options: ReadOptions, work: Path, progress: Progress) -> Source:
    found = encodings.survey(path, progress, encoding=options.encoding)
    text = encodings.head_text(path, found)
    dialect = dialects.guess(text, options.delimiter)
    body = text.split("\n", 1)[1] if dialect.hinted and "\n" in text else text
    first = dialects.rows_of(body, dialect, _SAMPLE)
    if dialect.hinted:
        first.insert(0, [])
    clean, plain, lines = path, found.plain and not dialect.hinted, found.lines
    if found.encoding != "utf-8" or found.nuls:
        clean = work / "utf8.csv"
        encodings.recode(path, found, clean, progress)
        quiet = encodings.survey(clean, progress) if clean.stat().st_size else found
        plain, lines = quiet.plain and not dialect.hinted, quiet.lines
    header = _header(first, (), options)
    return Source(
        path=path,
        kind=FileKind.CSV,
        sha256=found.sha256,
        size=found.size,
        encoding="utf-8-sig" if found.encoding == "utf-8" and found.bom else found.encoding,
        delimiter=dialect.delimiter,
        sheet="",
        sheets=(),
        header=header,
        head=_head(first, header),
        sample=_sample(first, header),
        system_1904=bool(options.system_1904),
        _text=clean,
        _dialect=dialect,
        _plain=plain,
        _lines=lines,
        _workdir=work,
        _grid=None,
    )


def _open_book(
    path: Path, kind: FileKind, options: ReadOptions, work: Path, progress: Progress
) -> Source:
    book = sheets.open_book(path, progress)
    listed = sheets.sheets_of(book)
    name, grid = _chosen(book, listed, options, path, progress)
    first = sheets.first_rows(grid, _SAMPLE)
    header = _header(first, grid.merged, options)
    system = options.system_1904
    if system is None:
        system = kind is FileKind.XLSX and sheets.uses_1904(path)
    return Source(
        path=path,
        kind=kind,
        sha256=_sha256(path, progress),
        size=path.stat().st_size,
        encoding=kind.value,
        delimiter="",
        sheet=name,
        sheets=listed,
        header=header,
        head=_head(first, header),
        sample=_sample(first, header),
        system_1904=system,
        _text=work / "sheet.csv",
        _dialect=dialects.Dialect(sheets.UNIT),
        _plain=True,
        _lines=None,
        _workdir=work,
        _grid=grid,
    )


def _chosen(
    book: Any,
    listed: tuple[tuple[str, bool], ...],
    options: ReadOptions,
    path: Path,
    progress: Progress,
) -> tuple[str, sheets.Grid]:
    """The sheet asked for, else the visible one with the most rows (the first of equals)."""
    if not listed:
        raise UserError("tickets_no_sheets", file=path.name)
    if options.sheet is not None:
        names = [name for name, _ in listed]
        if options.sheet not in names:
            raise UserError("tickets_no_such_sheet", sheet=options.sheet, known=names)
        return options.sheet, sheets.grid_of(book, options.sheet, path, progress)
    shown = [name for name, hidden in listed if not hidden] or [name for name, _ in listed]
    best: tuple[str, sheets.Grid] | None = None
    for name in shown:
        grid = sheets.grid_of(book, name, path, progress)
        if best is None or grid.rows > best[1].rows:
            best = name, grid
    if best is None or not best[1].rows:
        raise UserError("tickets_empty_file", file=path.name)
    return best


def _header(
    first: Sequence[Sequence[str]],
    merged: Sequence[tuple[int, int, int, int]],
    options: ReadOptions,
) -> headers.Header:
    if options.header_row is not None:
        return headers.at(first, options.header_row)
    return headers.find(first, merged)


def _head(first: Sequence[Sequence[str]], header: headers.Header) -> tuple[str, ...]:
    return tuple(first[header.row - 1]) if header.row else ()


def _sample(first: Sequence[Sequence[str]], header: headers.Header) -> tuple[tuple[str, ...], ...]:
    width = len(header.names)
    below = [row for row in first[header.row :] if any(cell.strip() for cell in row)]
    return tuple(tuple(row) for row in below if len(row) == width)


def _sha256(path: Path, progress: Progress) -> str:
    made = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(encodings.CHUNK):
            made.update(chunk)
            progress.check()
    return made.hexdigest()
