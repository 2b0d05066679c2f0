"""A text file as a table of texts in the database: fast where it is clean, exact everywhere.

The stage has a column ``c0``, ``c1`` … for each wanted column (trimmed, NULL = empty), ``row_no``
and ``reason`` (why it is no ticket, NULL = kept). A clean file is read by DuckDB at once; what
has refused or blank lines, odd quotes or line ends goes line by line, so that every refusal has
its row number.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from auditapp.tickets.reading.dialect import FIELD_LIMIT
from auditapp.tickets.reading.encoding import has_blank_lines
from auditapp.tickets.reading.statements import literal, one_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection
    from auditapp.tickets.reading.dialect import Dialect

STAGE: Final = "reader_stage"
_LINES_A_ROW: Final = 200
_LONGEST_LINE: Final = 1 << 24
_BLANKS: Final = " \t\r\n\u00a0\u3000\ufeff\u200b"
_ENDS: Final = " \t\n\u00a0\u3000"
#: Written where a database had nothing; never a name, a number or a code.
NOTHING: Final = ("NULL", "null", "Null", "(null)", "\\N", "NaN", "nan", "NaT", "#N/A", "#NULL!")
_EMPTY: Final = r"[\s\x{a0}\x{3000}\x{feff}\x{200b}]*"
_COMPARED: Final = 40
_WIDE: Final = 1000
_TOTAL_BEGINS: Final = (
    *("合", "总", "小", "共", "累", "汇", " ", "grand", "Grand", "GRAND", "sub", "Sub", "SUB"),
    *("sum", "Sum", "SUM", "total", "Total", "TOTAL"),
)
_TOTAL: Final = (
    r"^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|总\s*数|"
    r"合计数|grand total|sub-?totals?|totals?|sum)"
    r"\s*[:：=]?\s*[-+0-9,.，（()）条件笔行 ]*(rows|records|tickets|cases)?$"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is no ticket: its number in the source and why."""

    row: int
    reason: str


@dataclass(slots=True)
class Loaded:
    """How the stage was filled; what was refused before it came there."""

    refused: list[Refusal] = field(default_factory=list[Refusal])
    fast: bool = True
    timed: frozenset[int] = frozenset()
    """The columns whose times were read on the way: ``t<n>`` beside ``v<n>`` (what was none)."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to load: a clean UTF-8 file, its dialect, where its head is, the wanted columns.

    ``head`` are the cells of the last header row (``header_row``, from 1), ``width`` the number
    of columns, ``wanted`` their places (from 0). ``plain``: the fast reader may try. ``lines``
    are those of the file (None: each row is known to be one). ``labels`` are the numbers of the
    stage's columns where they are not the places. ``formats`` (place → format) are tried on
    columns of times by the fast reader: what does not fit stays text.
    """

    path: Path
    dialect: Dialect
    header_row: int
    head: Sequence[str]
    width: int
    wanted: Sequence[int]
    plain: bool
    lines: int | None = None
    labels: Sequence[int] = ()
    formats: Mapping[int, str] = field(default_factory=dict[int, str])


def load(connection: Connection, job: Job, workdir: Path, progress: Progress) -> Loaded:
    """Fill the stage; raises UserError, Cancelled, OSError. Rows keep their order."""
    rows(connection, "SET preserve_insertion_order = true", progress)
    narrow = job.width <= _WIDE
    if narrow and job.plain and not job.dialect.escape and len(job.dialect.delimiter.encode()) == 1:
        done = _fast(connection, job, progress)
        if done is not None:
            return done
    return _exact(connection, job, workdir, progress)


def clean_sql(column: str) -> str:
    """A cell as it is used: trimmed, NULL where nothing stands."""
    bare = (
        f"CASE WHEN {_has_edges(column)} "
        f"THEN nullif(trim({column}, {literal(_BLANKS)}), '') ELSE {column} END"
    )
    return f"CASE WHEN strlen({column}) < 8 AND {one_of(column, NOTHING)} THEN NULL ELSE {bare} END"


def _has_edges(column: str) -> str:
    """Whether blanks stand at either end.

    Comparing is far cheaper than a pattern or a trim over a million rows: what begins with a sign
    lies between that sign and the next one.
    """
    starts = " OR ".join(
        f"({column} >= {literal(sign)} AND {column} < {literal(chr(ord(sign) + 1))})"
        for sign in _BLANKS
        if not sign.isascii()
    )
    ends = " OR ".join(f"ends_with({column}, {literal(sign)})" for sign in _ENDS)
    return f"({column} < '!' OR {starts} OR {ends})"


def _fast(connection: Connection, job: Job, progress: Progress) -> Loaded | None:
    """DuckDB reads it; None if anything at all is odd."""
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(job.width))
    quote = literal(job.dialect.quote)
    # No max_line_size: pieces of the file grow with it until one thread has it all.
    source = (
        f"read_csv({_path_sql(job.path)}, auto_detect=false, header=false, "
        f"skip={job.header_row}, delim={literal(job.dialect.delimiter)}, quote={quote}, "
        f"escape={quote}, columns={{{columns}}}, nullstr='', strict_mode=true)"
    )
    try:
        _stage(connection, source, job, "", progress)
    except Exception as error:
        # Whatever the fast reader says against the file, the exact one says it with its row.
        if type(error).__name__ in ("InvalidInputException", "ConversionException"):
            return None
        raise
    ((gaps, count),) = rows(
        connection, f"SELECT max(rowid) + 1 - count(*), count(*) FROM {STAGE}_table", progress
    )
    # Blank lines are passed over unseen; cells over several lines make fewer rows as well.
    other = job.lines is not None and count + job.header_row != job.lines
    if gaps or (other and has_blank_lines(job.path, progress)):
        return None
    rows(
        connection,
        f"CREATE OR REPLACE TEMP VIEW {STAGE} AS "
        f"SELECT rowid + {job.header_row + 1} AS row_no, * FROM {STAGE}_table",
        progress,
    )
    return Loaded(refused=[], fast=True, timed=frozenset(job.formats))


def _stage(connection: Connection, source: str, job: Job, first: str, progress: Progress) -> None:
    """Fill the stage from a table function whose columns are ``c0`` …"""
    labels = job.labels or job.wanted
    values = [
        _typed(index, job.formats[index])
        if index in job.formats
        else f"{clean_sql(f'c{index}')} AS v{label}"
        for index, label in zip(job.wanted, labels, strict=True)
    ]
    parts = [part for part in (first, *values, f"{_reason(job)} AS reason") if part]
    rows(
        connection,
        f"CREATE OR REPLACE TEMP TABLE {STAGE}_table AS SELECT {', '.join(parts)} FROM {source}",
        progress,
    )


def _typed(index: int, form: str) -> str:
    """A column of times read at once; its text is kept only where that does not fit."""
    read = f"try_strptime(c{index}, {literal(form)})"
    rest = f"CASE WHEN {read} IS NULL THEN {clean_sql(f'c{index}')} END"
    return f"{read} AS t{index}, {rest} AS v{index}"


def _reason(job: Job) -> str:
    """Why a row is no ticket: blank, the head again, a total line."""
    every = [f"c{index}" for index in range(job.width)]
    wanted = ", ".join(f"c{index}" for index in job.wanted)
    empty = f"regexp_full_match(concat({', '.join(every)}), '{_EMPTY}')"
    blank = f"(coalesce({wanted}, '') = '' AND {empty})" if wanted else empty
    again = [
        f"{column} = {literal(cell)}"
        for column, cell in zip(every, job.head, strict=False)
        if cell.strip()
    ][:_COMPARED]
    first = f"coalesce({', '.join(every[:4])})"
    # Looked at closely only where it may begin so: the pattern is dear over a million rows.
    may = " OR ".join(f"starts_with({first}, {literal(word)})" for word in _TOTAL_BEGINS)
    filled = " + ".join(f"({column} IS NOT NULL)::INT" for column in every[:_COMPARED])
    few = max(3, int(min(job.width, _COMPARED) * 0.6))
    said = f"regexp_matches(lower(trim({first})), {literal(_TOTAL)})"
    total = f"(CASE WHEN {may} THEN {said} AND ({filled}) <= {few} ELSE FALSE END)"
    cases = [f"WHEN {blank} THEN 'blank'"]
    if len(again) > 1 or (again and job.width == 1):
        cases.append(f"WHEN {' AND '.join(again)} THEN 'repeated_header'")
    cases.append(f"WHEN {total} THEN 'total_line'")
    return f"CASE {' '.join(cases)} END"


def _exact(connection: Connection, job: Job, workdir: Path, progress: Progress) -> Loaded:
    """Line by line: every row with its number, every refusal with its reason."""
    target = workdir / "rows.csv"
    job = replace(job, formats={})
    refused: list[Refusal] = []
    with target.open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out, lineterminator="\n").writerow
        narrow = job if job.width <= _WIDE else _narrowed(job)
        for number, row in _records(job, refused, progress):
            write([number, *(row if narrow is job else [row[at] for at in job.wanted])])
    job = narrow
    names = ["r", *(f"c{index}" for index in range(job.width))]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    source = (
        f"read_csv({_path_sql(target)}, auto_detect=false, header=false, delim=',', "
        f"quote='\"', escape='\"', columns={{{columns}}}, nullstr='', "
        f"max_line_size={2 * _LONGEST_LINE})"
    )
    if target.stat().st_size == 0:
        source = f"(SELECT {', '.join(f'NULL::VARCHAR AS {name}' for name in names)} LIMIT 0)"
    _stage(connection, source, job, "CAST(r AS BIGINT) AS row_no", progress)
    rows(
        connection,
        f"CREATE OR REPLACE TEMP VIEW {STAGE} AS SELECT * FROM {STAGE}_table",
        progress,
    )
    target.unlink()
    return Loaded(refused=refused, fast=False)


def _narrowed(job: Job) -> Job:
    """A table of thousands of columns with the wanted ones alone: no database takes the others."""
    head = [job.head[at] if at < len(job.head) else "" for at in job.wanted]
    count = len(job.wanted)
    return replace(job, width=count, wanted=range(count), head=head, labels=job.wanted)


def _records(
    job: Job, refused: list[Refusal], progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """The rows below the head with their numbers; what has the wrong width is refused."""
    size = max(1, job.path.stat().st_size)
    total = re.compile(_TOTAL)
    with job.path.open(encoding="utf-8", newline="", errors="replace") as file:
        records = _Records(file, job.dialect)
        for number, row, broken in records:
            if number % 2000 == 0:
                progress.report(min(records.taken, size), size, "tickets.reading")
            if number <= job.header_row or not any(cell.strip() for cell in row):
                continue
            fitted = None if broken else _fitted(row, job.width)
            if fitted is not None:
                yield number, fitted
                continue
            first = next((cell.strip().lower() for cell in row if cell.strip()), "")
            reason = "unbalanced_quote" if broken else "wrong_field_count"
            refused.append(Refusal(number, "total_line" if total.match(first) else reason))


def _fitted(row: list[str], width: int) -> list[str] | None:
    """A row of the right width; empty cells too many at the end are no fault."""
    if len(row) == width:
        return row
    if len(row) > width and not any(cell.strip() for cell in row[width:]):
        return row[:width]
    return None


class _Records:
    """Rows of a text file, numbered from 1; a quote that is never closed costs its line alone."""

    def __init__(self, file: TextIO, dialect: Dialect) -> None:
        csv.field_size_limit(FIELD_LIMIT)
        self._file = file
        self._dialect = dialect
        self._again: list[str] = []
        self._lines: list[str] = []
        self._number = 0
        self.taken = 0

    def __iter__(self) -> Iterator[tuple[int, list[str], bool]]:
        if self._dialect.hinted:
            self._file.readline()
            self._number = 1
        reader = self._reader()
        width = 0
        while True:
            self._lines = []
            try:
                row = next(reader)
                broken = len(self._lines) > 1 and self._runs_away(row, width)
            except StopIteration:
                return
            except (csv.Error, _TooLongError):
                row, broken = [], True
            self._number += 1
            if broken:
                # The first line alone is at fault: the others are read again.
                self._again = self._lines[1:] + self._again
                yield self._number, self._lines[0].split(self._dialect.delimiter), True
                reader = self._reader()
                continue
            width = width or len(row)
            yield self._number, row, False

    def _runs_away(self, row: list[str], width: int) -> bool:
        """A row over several lines that ends the file open, or does not fit the table."""
        quotes = sum(line.count(self._dialect.quote) for line in self._lines)
        return quotes % 2 == 1 or (width > 0 and len(row) != width)

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(
            self._feed(),
            delimiter=self._dialect.delimiter,
            quotechar=self._dialect.quote,
            escapechar=self._dialect.escape or None,
            skipinitialspace=False,
        )

    def _feed(self) -> Iterator[str]:
        while True:
            line = self._again.pop(0) if self._again else self._file.readline()
            if not line:
                return
            self.taken += len(line)
            self._lines.append(line)
            if len(self._lines) > _LINES_A_ROW:
                raise _TooLongError
            yield line


class _TooLongError(Exception):
    """A row over more lines than any cell has."""


def _path_sql(path: Path) -> str:
    """A path for ``read_csv``: its signs that make patterns are taken as they are."""
    return literal("".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path)))
