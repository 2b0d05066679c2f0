"""The tables of a file as plain values: reading them whole, and writing single rows.

Only for what works below the models: replay, verify, merge, erase and migrations. Rows are keyed by
their 16-byte id; a column that is null is left out, so a column that an older revision lacks and an
empty one are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.store.encoding import Cell
from auditapp.store.models.base import UNJOURNALLED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.store.driver import Connection

Row = dict[str, Cell]
Tables = dict[str, dict[bytes, Row]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a journalled table as the file declares it."""

    name: str
    declared: str
    not_null: bool
    refers_to: str | None

    @property
    def blank(self) -> Cell:
        """What stands in the table for an erased value: null, or empty where null is refused."""
        if not self.not_null:
            return None
        if any(word in self.declared for word in ("CHAR", "TEXT", "CLOB")):
            return ""
        return b"" if "BLOB" in self.declared or not self.declared else 0


Schema = dict[str, dict[str, Column]]


def read_schema(connection: Connection) -> Schema:
    """Every journalled table and its columns but the id."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {name: _columns(connection, name) for (name,) in names if name not in UNJOURNALLED}


def read_tables(connection: Connection, schema: Schema | None = None) -> Tables:
    """Every row of every journalled table, nulls left out."""
    found: Tables = {}
    for table, columns in (schema or read_schema(connection)).items():
        names = list(columns)
        listed = ", ".join(quoted(name) for name in ("id", *names))
        rows = connection.execute(f"SELECT {listed} FROM {quoted(table)}").fetchall()
        found[table] = {
            row[0]: {
                name: value for name, value in zip(names, row[1:], strict=True) if value is not None
            }
            for row in rows
        }
    return found


def row_exists(connection: Connection, table: str, row_id: bytes) -> bool:
    """Whether a table of the file has this row."""
    found = connection.execute(f"SELECT 1 FROM {quoted(table)} WHERE id = ?", (row_id,))
    return found.fetchone() is not None


def insert_row(connection: Connection, table: str, row_id: bytes, row: Mapping[str, Cell]) -> None:
    """Insert a row."""
    listed = ", ".join(quoted(name) for name in ("id", *row))
    marks = ", ".join("?" for _ in range(len(row) + 1))
    connection.execute(
        f"INSERT INTO {quoted(table)} ({listed}) VALUES ({marks})", (row_id, *row.values())
    )


def update_row(connection: Connection, table: str, row_id: bytes, row: Mapping[str, Cell]) -> None:
    """Write some columns of a row."""
    pairs = ", ".join(f"{quoted(name)} = ?" for name in row)
    connection.execute(f"UPDATE {quoted(table)} SET {pairs} WHERE id = ?", (*row.values(), row_id))


def delete_row(connection: Connection, table: str, row_id: bytes) -> None:
    """Delete a row."""
    connection.execute(f"DELETE FROM {quoted(table)} WHERE id = ?", (row_id,))


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _columns(connection: Connection, table: str) -> dict[str, Column]:
    info = connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    refs = connection.execute(f"PRAGMA foreign_key_list({quoted(table)})").fetchall()
    targets = {ref[3]: str(ref[2]) for ref in refs}
    return {
        row[1]: Column(row[1], str(row[2]).upper(), bool(row[3]), targets.get(row[1]))
        for row in info
        if row[1] != "id"
    }
