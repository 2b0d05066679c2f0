"""An import as it is being prepared: sources, how they are read, which column is which field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from auditapp.tickets.fields import FIELDS, Table, fields_of
from auditapp.tickets.mapping import ColumnMapping, MappedField, column_named

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.reading.source import ReadOptions
    from auditapp.ui.pages.tickets.looking import Look

SUGGESTED = "suggested"
KEPT = "kept"
CHOSEN = "chosen"
"""Where a field's column comes from."""


@dataclass
class SourceDraft:
    """One file for one canonical table."""

    table: Table
    path: Path
    options: ReadOptions
    look: Look | None = None
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    origins: dict[str, str] = field(default_factory=dict[str, str])
    sure: dict[str, float] = field(default_factory=dict[str, float])
    values: dict[str, dict[str, str]] = field(default_factory=dict[str, "dict[str, str]"])
    seen: dict[tuple[str, ...], tuple[str, ...]] = field(
        default_factory=dict["tuple[str, ...]", "tuple[str, ...]"]
    )
    """All values of columns that were read through."""

    def take_look(self, look: Look, kept: ColumnMapping | None) -> None:
        """Show a source anew: what was chosen stays where its column is still there.

        Then comes what was kept for the organisation, then what the source suggests.
        """
        self.look = look
        self.seen.clear()
        before = {
            name: columns
            for name, columns in self.columns.items()
            if self.origins.get(name) == CHOSEN and set(columns) <= set(look.columns)
        }
        emptied = {n for n, it in self.origins.items() if it == CHOSEN and n not in self.columns}
        self.columns, self.sure = dict(before), {}
        self.origins = dict.fromkeys({*before, *emptied}, CHOSEN)
        if kept is not None:
            self._take_kept(kept, look)
        taken = {column for columns in self.columns.values() for column in columns}
        for found in look.suggestions:
            if found.field not in self.origins and found.column not in taken:
                self.columns[found.field] = (found.column,)
                self.origins[found.field] = SUGGESTED
                self.sure[found.field] = found.confidence

    def choose(self, field_id: str, columns: tuple[str, ...]) -> None:
        """Say which columns a field is read from; none takes the field out."""
        self.origins[field_id] = CHOSEN
        self.sure.pop(field_id, None)
        if self.columns.get(field_id) != columns:
            self.values.pop(field_id, None)
        if columns:
            self.columns[field_id] = columns
        else:
            self.columns.pop(field_id, None)

    def mapping(self) -> ColumnMapping:
        """The mapping as reading takes it."""
        return ColumnMapping(
            tuple(
                MappedField(it.id, self.columns[it.id], dict(self.values.get(it.id, {})))
                for it in fields_of(self.table)
                if it.id in self.columns
            ),
            self.table,
        )

    def field_of(self, column: str) -> str | None:
        """The field that a column is read into."""
        return next((it for it, columns in self.columns.items() if column in columns), None)

    @property
    def unused(self) -> tuple[str, ...]:
        """Columns that no field takes."""
        used = {column for columns in self.columns.values() for column in columns}
        return () if self.look is None else tuple(c for c in self.look.columns if c not in used)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Fields that the table cannot do without and that have no column."""
        needed = {Table.TICKETS: ("ticket_id", "received_at")}.get(self.table, ())
        joined = tuple(
            it.id for it in fields_of(self.table) if it.column == "ticket_id" and it.first
        )
        wanted = needed or joined or tuple(it.id for it in fields_of(self.table) if it.first)[:1]
        return tuple(name for name in wanted if name not in self.columns)

    def _take_kept(self, kept: ColumnMapping, look: Look) -> None:
        for entry in kept.fields:
            names = tuple(column_named(name, look.columns) for name in entry.columns)
            there = tuple(name for name in names if name is not None)
            if entry.field in self.origins or len(there) < len(names) or entry.field not in FIELDS:
                continue
            self.columns[entry.field] = there
            self.origins[entry.field] = KEPT
            if entry.values:
                self.values[entry.field] = dict(entry.values)


class ImportDraft(QObject):
    """The sources of one import, by table; the tickets are needed, the others may come along.

    Signals:
        changed: a source came, went or is understood otherwise; fields were mapped otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources: dict[Table, SourceDraft] = {}

    def put(self, source: SourceDraft) -> None:
        """Take a source in, in place of the one of its table."""
        self.sources[source.table] = source
        self.changed.emit()

    def drop(self, table: Table) -> None:
        """Take the source of a table out."""
        if self.sources.pop(table, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Begin anew."""
        self.sources.clear()
        self.changed.emit()

    def touch(self) -> None:
        """Something inside a source changed."""
        self.changed.emit()

    @property
    def is_ready(self) -> bool:
        """Whether there are tickets whose columns can be mapped."""
        found = self.sources.get(Table.TICKETS)
        return found is not None and found.look is not None

    @property
    def listed(self) -> tuple[SourceDraft, ...]:
        """The sources that were understood, the tickets first."""
        return tuple(
            self.sources[table]
            for table in Table
            if table in self.sources and self.sources[table].look is not None
        )
