"""Which column of a source is which canonical field, and what its values mean.

A mapping can be written as JSON (``as_json``, ``from_json``): it is kept for an organisation and
used again for its next extract.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made_by
from typing import TYPE_CHECKING, Any, cast

from auditapp.errors import UserError
from auditapp.tickets.fields import FIELDS, Field, Kind, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class MappedField:
    """One field: the columns it is read from (joined by a blank: a date and its time).

    ``values`` turns written values into codes (code fields) or ``yes``/``no`` (flags).
    """

    field: str
    columns: tuple[str, ...]
    values: Mapping[str, str] = made_by(default_factory=dict[str, str])

    @property
    def column(self) -> str:
        """The columns as they are named to the user."""
        return " + ".join(self.columns)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The mapping of a source into one canonical table; each field once."""

    fields: tuple[MappedField, ...]
    table: Table = Table.TICKETS

    def get(self, field_id: str) -> MappedField | None:
        """The entry of a field, None = not mapped."""
        return next((entry for entry in self.fields if entry.field == field_id), None)

    def named(self) -> dict[str, str]:
        """Field → column, for results."""
        return {entry.field: entry.column for entry in self.fields}

    def as_json(self) -> dict[str, Any]:
        """The mapping as JSON values."""
        return {
            "table": self.table.value,
            "fields": [
                {"field": it.field, "columns": list(it.columns), "values": dict(it.values)}
                for it in self.fields
            ],
        }


def from_json(value: object) -> ColumnMapping:
    """A mapping that was kept; UserError ``tickets_mapping_unreadable`` for anything else."""
    try:
        data = cast("dict[str, Any]", value)
        entries = tuple(
            MappedField(
                str(entry["field"]),
                tuple(str(name) for name in entry["columns"]),
                {str(raw): str(code) for raw, code in entry.get("values", {}).items()},
            )
            for entry in data["fields"]
        )
        table = Table(data["table"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError("tickets_mapping_unreadable") from error
    return checked(entries, table)


def parse(
    pairs: Iterable[str], columns: Sequence[str], table: Table = Table.TICKETS
) -> ColumnMapping:
    """The mapping of ``FIELD=COLUMN`` pairs against the columns of a source.

    A column is named as in the header (case, width and signs do not matter where that is plain),
    by its place (``#3``), or as two joined by ``+`` (a date and its time). Raises UserError
    ``tickets_map_form``, ``tickets_unknown_field``, ``tickets_unknown_column``,
    ``tickets_field_twice``.
    """
    entries: list[MappedField] = []
    for pair in pairs:
        name, sign, column = pair.partition("=")
        if not sign or not name.strip() or not column.strip():
            raise UserError("tickets_map_form", pair=pair)
        known = field_named(name.strip(), table)
        entries.append(MappedField(known.id, _columns(column, columns)))
    return checked(tuple(entries), table)


def checked(entries: tuple[MappedField, ...], table: Table) -> ColumnMapping:
    """A mapping whose fields exist in the table, each once, with values that are codes."""
    seen: set[str] = set()
    for entry in entries:
        known = field_named(entry.field, table)
        if known.id in seen:
            raise UserError("tickets_field_twice", field=entry.field)
        seen.add(known.id)
        if not entry.columns:
            raise UserError("tickets_map_form", pair=entry.field)
        if known.kind is Kind.FLAG and not set(entry.values.values()) <= {"yes", "no", ""}:
            raise UserError("tickets_flag_values", field=entry.field)
    return ColumnMapping(entries, table)


def field_named(name: str, table: Table) -> Field:
    """The field of a table by its id, with or without the table's name."""
    for wanted in (name, f"{table.value}.{name}"):
        found = FIELDS.get(wanted)
        if found is not None and found.table is table:
            return found
    raise UserError("tickets_unknown_field", field=name, near=_near(name, table))


def column_named(name: str, columns: Sequence[str]) -> str | None:
    """The column that is meant by a name; None = none, or more than one."""
    if name in columns:
        return name
    if name.startswith("#") and name[1:].isdigit() and 0 < int(name[1:]) <= len(columns):
        return columns[int(name[1:]) - 1]
    trimmed = [column for column in columns if column.strip() == name.strip()]
    same = trimmed or [
        column for column in columns if plain(column) and plain(column) == plain(name)
    ]
    return same[0] if len(same) == 1 else None


def places(entry: MappedField, columns: Sequence[str]) -> tuple[int, ...]:
    """The places of an entry's columns; UserError ``tickets_unknown_column``."""
    return tuple(columns.index(_one(name, columns)) for name in entry.columns)


def _columns(text: str, columns: Sequence[str]) -> tuple[str, ...]:
    whole = column_named(text.strip(), columns) or column_named(text, columns)
    if whole is not None:
        return (whole,)
    if "+" in text:
        return tuple(_one(part.strip(), columns) for part in text.split("+"))
    return (_one(text.strip(), columns),)


def _one(name: str, columns: Sequence[str]) -> str:
    found = column_named(name, columns)
    if found is None:
        shown = ", ".join(columns[:20]) + (" …" if len(columns) > 20 else "")
        raise UserError("tickets_unknown_column", column=name, known=shown)
    return found


def _near(name: str, table: Table) -> str:
    """The fields whose ids are most like a wrong one."""
    from rapidfuzz import process

    ids = [field.column for field in FIELDS.values() if field.table is table]
    return ", ".join(str(found[0]) for found in process.extract(name, ids, limit=3))
