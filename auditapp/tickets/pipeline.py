"""A readable statement, step by step: named CTEs with a comment each, parameters apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditapp.tickets.content import KINDS
from auditapp.tickets.expressions.compiling import (
    NO,
    SQL_TYPES,
    Column,
    Frame,
    Joins,
    Piece,
    compile_sql,
)
from auditapp.tickets.fields import Kind, fields_of
from auditapp.tickets.sql import Params, comment, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditapp.tickets.expressions.tree import Literal, Node, Type
    from auditapp.tickets.fields import Table

_BAD_KINDS = frozenset({Kind.TIME, Kind.NUMBER, Kind.FLAG})


@dataclass(frozen=True, slots=True)
class Tables:
    """What the canonical schema holds: columns by table; no entry = table not given.

    ``offsets`` are those of times (``tickets.received_at``) that have one and the same in all rows.
    """

    columns: Mapping[str, frozenset[str]]
    schema: str = "main"
    offsets: Mapping[str, int] = field(default_factory=dict[str, int])

    def has(self, table: str, column: str) -> bool:
        """Whether a table has a column."""
        return column in self.columns.get(table, frozenset())

    def name(self, table: str) -> str:
        """The quoted name of a table."""
        prefix = "" if self.schema == "main" else quote(self.schema) + "."
        return prefix + quote(table)


def table_columns(
    table: Table, names: Iterable[str], tables: Tables, prefix: str = "", *, days: bool = False
) -> tuple[dict[str, Column], list[tuple[str, str]]]:
    """How fields of a table read, and what to select for it: (column, alias).

    A field that was not mapped reads as a typed NULL. ``prefix`` (``ticket.``) begins the names
    in the frame and the aliases. ``days``: the marks of times without time of day are needed.
    """
    wanted = set(names)
    frame: dict[str, Column] = {}
    selected: list[tuple[str, str]] = []
    for known in fields_of(table):
        name = prefix + known.column
        if name not in wanted:
            continue
        kind = KINDS[known.kind]
        if not tables.has(table.value, known.column):
            frame[name] = Column(f"CAST(NULL AS {SQL_TYPES[kind]})", kind, given=False)
            continue
        parts = [known.column]
        off, bad, day = "0", (), NO
        same = tables.offsets.get(f"{table.value}.{known.column}")
        if same is not None:
            off = str(same)
        elif known.kind is Kind.TIME and tables.has(table.value, f"{known.column}__off"):
            parts.append(f"{known.column}__off")
            off = quote(f"{name}__off")
        if known.kind in _BAD_KINDS and tables.has(table.value, f"{known.column}__bad"):
            parts.append(f"{known.column}__bad")
            bad = (quote(f"{name}__bad"),)
        if days and known.kind is Kind.TIME and tables.has(table.value, f"{known.column}__day"):
            parts.append(f"{known.column}__day")
            day = quote(f"{name}__day")
        selected.extend((part, prefix + part) for part in parts)
        frame[name] = Column(quote(name), kind, off, bad, day=day)
    return frame, selected


class Pipeline:
    """Builds a WITH statement. ``names`` is what expressions may use at the present step."""

    def __init__(
        self,
        tables: Tables,
        calendar: str,
        chosen: Mapping[str, Literal],
        choices: Mapping[str, str],
        *,
        days: bool = False,
    ) -> None:
        self.tables = tables
        self.calendar = calendar
        self.chosen = chosen
        self.choices = choices
        self.days = days
        self.params = Params()
        self.names: dict[str, Column] = {}
        self._steps: list[tuple[str, str, str]] = []

    @property
    def last(self) -> str:
        """The name of the last step."""
        return self._steps[-1][0]

    def frame(self, names: Mapping[str, Column] | None = None) -> Frame:
        """A frame for the present step with joins of its own."""
        known = self.names if names is None else names
        return Frame(known, self.chosen, self.params, Joins(self.calendar))

    def step(self, name: str, said: str, sql: str) -> None:
        """Add a step; its name must be a plain word."""
        self._steps.append((name, said, sql))

    def extend(
        self, name: str, said: str, columns: Iterable[tuple[str, str]], frame: Frame | None = None
    ) -> None:
        """A step that keeps all columns of the last one and adds some: (sql, alias)."""
        added = "".join(f",\n    {sql} AS {quote(alias)}" for sql, alias in columns)
        joins = "" if frame is None else frame.joins.sql
        last = quote(self.last)
        self.step(name, said, f"  SELECT {last}.*{added}\n  FROM {last}{joins}")

    def compile(self, node: Node, frame: Frame) -> Piece:
        """A tree as SQL."""
        return compile_sql(node, frame)

    def bad(self, node: Node) -> str:
        """SQL: a field of the expression holds something that cannot be read."""
        return self.frame().bad(node.names())

    def add_name(
        self, name: str, column: str, kind: Type, bad: tuple[str, ...], off: str = "0"
    ) -> None:
        """Name a column that the last step added."""
        self.names[name] = Column(quote(column), kind, off, bad)

    def text(self, head: Iterable[str], final: str) -> str:
        """The whole statement."""
        lines = [comment(line) for line in head]
        lines.append("WITH")
        blocks = [
            f"{comment(said)}\n{quote(name)} AS (\n{sql}\n)" for name, said, sql in self._steps
        ]
        return "\n".join(lines) + "\n" + ",\n".join(blocks) + "\n" + final
