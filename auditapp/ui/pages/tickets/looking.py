"""What the window shows of a source before anything is imported; plain functions for jobs.

Values of columns that may name a person are shown by their form alone (``9`` for a digit, ``a`` for
a letter, ``文`` for a Chinese character), as ``auditapp tickets inspect`` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditapp.tickets.fields import FIELDS, Kind, Table, fields_of
from auditapp.tickets.folding import looks_like_events
from auditapp.tickets.inspect import inspect_source, shown
from auditapp.tickets.reading.shapes import recipe
from auditapp.tickets.reading.source import opened
from auditapp.tickets.suggest import Profile, Suggestion, profile, suggest
from auditapp.tickets.words import CODE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditapp.domain.vocabulary import Lang
    from auditapp.jobs.progress import Progress
    from auditapp.tickets.reading.source import ReadOptions, Source

SAMPLES: Final = 3
_FEW: Final = 0.1
_MOST_TIMES: Final = 0.8


@dataclass(frozen=True, slots=True)
class Look:
    """A source as it was understood. ``rows`` are the first data rows, as they stand.

    ``asks`` are columns of times whose first values leave the order of day and month open.
    ``events`` is how many rows a ticket has in an event log, 0 where the source is none.
    """

    path: Path
    size: int
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    profiles: tuple[Profile, ...]
    suggestions: tuple[Suggestion, ...]
    asks: tuple[str, ...]
    events: float

    def cells(self, column: str) -> list[str]:
        """The filled first values of a column."""
        at = self.columns.index(column)
        return [row[at] for row in self.rows if row[at].strip()]

    def hides(self, column: str, field_id: str | None) -> bool:
        """Whether the values of a column are shown by their form, as field ``field_id``."""
        if field_id is not None:
            known = FIELDS[field_id]
            if known.personal or known.free:
                return True
            if known.kind is not Kind.TEXT or known.column == "ticket_id":
                return False
        seen = self.profiles[self.columns.index(column)]
        return not (seen.kind in ("time", "flag") or (seen.kind == "code" and _is_few(seen)))

    def samples(self, columns: Sequence[str], field_id: str | None) -> tuple[str, ...]:
        """Some values of a field's columns, masked where they may name a person."""
        found: dict[str, None] = {}
        for column in columns:
            hidden = self.hides(column, field_id)
            values = (shown(value) if hidden else value.strip() for value in self.cells(column))
            found.update(dict.fromkeys(values))
        return tuple(found)[:SAMPLES]


def look(path: Path, options: ReadOptions, table: Table, progress: Progress) -> Look:
    """Open a source and look at its first rows; raises UserError as reading it would."""
    with opened(path, options, progress) as source:
        found = suggest(source.columns, source.sample, table)
        events = _events(source, found) if table is Table.TICKETS else 0.0
        cells = [[row[at] for row in source.sample] for at in range(len(source.columns))]
        profiles = tuple(profile(values) for values in cells)
        pairs = zip(source.columns, cells, profiles, strict=True)
        asks = tuple(
            name for name, values, seen in pairs if seen.times >= _MOST_TIMES and _is_open(values)
        )
        made = Look(
            path=path,
            size=source.size,
            kind=source.kind.value,
            encoding="" if source.sheet else source.encoding,
            delimiter=source.delimiter,
            sheet=source.sheet,
            sheets=tuple(name for name, _ in source.sheets),
            header_row=source.header.row,
            columns=source.columns,
            rows=source.sample,
            profiles=profiles,
            suggestions=found,
            asks=asks,
            events=events,
        )
    if not events:
        return made
    # In a log the one column of times stands for two fields: the inspection knows how.
    seen = inspect_source(path, options, progress=progress)
    return replace(made, suggestions=seen.suggestions)


def groups_of(table: Table) -> tuple[str, ...]:
    """The groups of a table's fields, in order."""
    return tuple(dict.fromkeys(field.group for field in fields_of(table)))


def code_name(code_set: str, code: str, lang: Lang) -> str:
    """How a code is called in a language: its first word in it, in English the code itself."""
    if lang.value == "zh":
        for word in CODE_WORDS.get(code_set, {}).get(code, "").split(","):
            if word and not word.isascii():
                return word
    return code.replace("_", " ")


def _is_few(seen: Profile) -> bool:
    return seen.different <= _FEW


def _is_open(values: Sequence[str]) -> bool:
    """Whether dates could be read in more than one order, and no value decides it."""
    found: set[str] | None = None
    for value in values:
        text = value.strip()
        made = recipe("".join("9" if sign.isdigit() else sign for sign in text)) if text else None
        if made is None or not made.ambiguous:
            continue
        orders = {order.value for order in made.orders() if _reads(text, order.value)}
        found = orders if found is None else found & orders
    return found is not None and len(found) > 1


def _reads(text: str, order: str) -> bool:
    """Whether the month of a date is one in this order."""
    numbers = [int(part) for part in "".join(s if s.isdigit() else " " for s in text).split()[:3]]
    if len(numbers) < 3:
        return True
    return 1 <= numbers[order.index("m")] <= 12 and 1 <= numbers[order.index("d")] <= 31


def _events(source: Source, found: Sequence[Suggestion]) -> float:
    ids = next((it.column for it in found if it.field == "ticket_id"), None)
    if ids is None:
        return 0.0
    at = source.columns.index(ids)
    hint = looks_like_events([row[at] for row in source.sample], source.columns)
    return 0.0 if hint is None else hint.rows_per_ticket
