"""What a source is, before anything is imported: for the command line and the import dialog.

The result holds no value of a column that may name a person: samples show how values look
(letters as ``a``, Chinese characters as ``文``, digits as ``9``), times and codes as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from auditapp.tickets import folding
from auditapp.tickets.fields import FIELDS
from auditapp.tickets.reading.source import ReadOptions, opened
from auditapp.tickets.suggest import Profile, Suggestion, profile, suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from auditapp.jobs.progress import Progress

_SAMPLES: Final = 3
_CJK: Final = re.compile(r"[\u3400-\u9fff]")
_LONG: Final = 24
#: How sure a column of times is that is the only one.
_BY_KIND: Final = 0.8


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column: its name, the kind its first values have, samples that name nobody."""

    name: str
    kind: str
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a source."""

    path: str
    sha256: str
    size: int
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[tuple[str, bool], ...]
    header_row: int
    columns: tuple[ColumnSeen, ...]
    suggestions: tuple[Suggestion, ...]
    events: folding.EventHint | None

    def as_json(self) -> dict[str, Any]:
        """The stable form that docs/cli.md describes."""
        hint = self.events
        return {
            "path": self.path,
            "sha256": self.sha256,
            "size": self.size,
            "kind": self.kind,
            "encoding": self.encoding,
            "delimiter": self.delimiter or None,
            "sheet": self.sheet or None,
            "sheets": [{"name": name, "hidden": hidden} for name, hidden in self.sheets],
            "header_row": self.header_row,
            "columns": [
                {
                    "name": it.name,
                    "type": it.kind,
                    "filled": it.filled,
                    "samples": list(it.samples),
                }
                for it in self.columns
            ],
            "mapping": {it.field: it.column for it in self.suggestions},
            "confidence": {it.field: it.confidence for it in self.suggestions},
            "event_log": None
            if hint is None
            else {
                "activity": hint.activity,
                "rows_per_ticket": round(hint.rows_per_ticket, 2),
            },
        }


def inspect_source(path: Path, options: ReadOptions, *, progress: Progress) -> Inspection:
    """Look at the first rows of a source; raises UserError as reading it would."""
    with opened(path, options, progress) as source:
        cells = [[row[at] for row in source.sample] for at in range(len(source.columns))]
        found = suggest(source.columns, source.sample)
        personal = {it.column for it in found if FIELDS[it.field].personal}
        free = {it.column for it in found if FIELDS[it.field].free}
        columns = tuple(
            _seen(name, values, hidden=name in personal or name in free)
            for name, values in zip(source.columns, cells, strict=True)
        )
        events = _events(source.columns, cells, {it.field: it.column for it in found})
        return Inspection(
            path=str(source.path),
            sha256=source.sha256,
            size=source.size,
            kind=source.kind.value,
            encoding=source.encoding,
            delimiter=source.delimiter,
            sheet=source.sheet,
            sheets=source.sheets,
            header_row=source.header.row,
            columns=columns,
            suggestions=found if events is None else _as_events(found, columns),
            events=events,
        )


def shown(value: str) -> str:
    """How a value looks, without what it says."""
    text = "".join(
        "9" if sign.isdigit() else "文" if _CJK.match(sign) else "a" if sign.isalpha() else sign
        for sign in " ".join(value.split())
    )
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _seen(name: str, values: Sequence[str], *, hidden: bool) -> ColumnSeen:
    seen: Profile = profile(values)
    distinct = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    # Times, flags and the few values of a code name nobody; all else is shown by its form.
    open_kind = seen.kind in ("time", "flag") or (seen.kind == "code" and seen.different <= 0.1)
    if hidden or not open_kind:
        distinct = list(dict.fromkeys(shown(value) for value in distinct))
    return ColumnSeen(name, seen.kind, seen.filled, tuple(distinct[:_SAMPLES]))


def _as_events(
    found: tuple[Suggestion, ...], columns: tuple[ColumnSeen, ...]
) -> tuple[Suggestion, ...]:
    """In a log the one column of times tells both when a ticket came and when it was closed."""
    fields = {it.field: it for it in found}
    times = [column.name for column in columns if column.kind == "time"]
    if len(times) != 1:
        return found
    fields = {name: it for name, it in fields.items() if it.column != times[0]}
    for name in ("received_at", "closed_at"):
        fields[name] = Suggestion(name, times[0], _BY_KIND)
    return tuple(fields[name] for name in FIELDS if name in fields)


def _events(
    columns: Sequence[str], cells: Sequence[Sequence[str]], mapping: Mapping[str, str]
) -> folding.EventHint | None:
    column = mapping.get("ticket_id")
    if column is None:
        return None
    return folding.looks_like_events(cells[columns.index(column)], columns)
