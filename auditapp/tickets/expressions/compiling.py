"""The one function that turns a checked tree into SQL. Values become parameters, always."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.tickets.expressions.checker import minutes_of, read_time
from auditapp.tickets.expressions.tree import Node, Op, Type
from auditapp.tickets.sql import Params, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from auditapp.tickets.expressions.tree import Literal

SQL_TYPES: Final[Mapping[Type, str]] = {
    Type.TEXT: "VARCHAR",
    Type.FLAG: "BOOLEAN",
    Type.NUMBER: "DOUBLE",
    Type.TIME: "TIMESTAMP",
    Type.DURATION: "BIGINT",
}
YES: Final = "true"
NO: Final = "false"
_MICROS: Final = {"minutes": 60_000_000.0, "hours": 3_600_000_000.0, "days": 86_400_000_000.0}


@dataclass(frozen=True, slots=True)
class Column:
    """How a name reads in SQL.

    ``off`` is the offset of a time in minutes, ``bad`` what says that a value stands there but
    cannot be read (several for a let), ``given`` is false for a field without a column, ``day``
    says of a time that it was given without a time of day.
    """

    sql: str
    type: Type
    off: str = "0"
    bad: tuple[str, ...] = ()
    given: bool = True
    day: str = NO


@dataclass(frozen=True, slots=True)
class Piece:
    """Compiled SQL and, for a time, the SQL of its offset in minutes.

    ``given``: if the value is missing, then in the row, not for want of a column. ``day``: the time
    has no time of day.
    """

    sql: str
    off: str = "0"
    given: str = YES
    day: str = NO


class Joins:
    """The look-ups in the table of working days that a piece of SQL needs."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._by_date: dict[str, str] = {}

    def on(self, day: str) -> str:
        """The alias of the calendar's row for a date expression."""
        alias = self._by_date.get(day)
        if alias is None:
            if not self._table:
                raise UserError("rule_without_calendar")
            alias = f"day{len(self._by_date) + 1}"
            self._by_date[day] = alias
        return alias

    @property
    def sql(self) -> str:
        """The LEFT JOIN lines."""
        return "".join(
            f"\n  LEFT JOIN {quote(self._table)} AS {alias} ON {alias}.day = {day}"
            for day, alias in self._by_date.items()
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What compiling needs: names, chosen values, the statement's parameters, the calendar."""

    names: Mapping[str, Column]
    chosen: Mapping[str, Literal]
    params: Params
    joins: Joins = field(default_factory=lambda: Joins(""))

    def bad(self, names: Iterable[str]) -> str:
        """SQL: one of these holds something that cannot be read."""
        found = dict.fromkeys(bad for name in sorted(names) for bad in self.names[name].bad)
        return "(" + " OR ".join(found) + ")" if found else "false"


def compile_sql(node: Node, frame: Frame) -> Piece:
    """A checked tree as SQL.

    Names come quoted from the frame, operators and functions from the tables of this module, values
    go into the frame's parameters.
    """
    special = _SPECIAL.get(node.op)
    if special is not None:
        return special(node, frame)
    parts = [compile_sql(arg, frame).sql for arg in node.args]
    match node.op:
        case Op.MISSING:
            # What has no column is neither missing nor given: nobody knows.
            sql = f"({parts[0]} IS NULL)" if _has_column(node.args[0], frame) else _UNKNOWN
        case Op.NOT:
            sql = f"(NOT {parts[0]})"
        case Op.AND | Op.OR:
            sql = "(" + f" {node.op.value.upper()} ".join(parts) + ")"
        case Op.IN:
            sql = f"({parts[0]} IN ({', '.join(parts[1:])}))"
        case Op.NEGATE:
            sql = f"(-{parts[0]})"
        case _:
            sql = f"({parts[0]} {_COMPARISONS[str(node.value)]} {parts[1]})"
    return Piece(sql)


_UNKNOWN: Final = "CAST(NULL AS BOOLEAN)"


def _has_column(node: Node, frame: Frame) -> bool:
    return node.op is not Op.NAME or frame.names[str(node.value)].given


_COMPARISONS: Final = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def _value(value: Literal, kind: Type, frame: Frame) -> str:
    if value is None:
        return f"CAST(NULL AS {SQL_TYPES[kind]})"
    if kind is Type.NUMBER:
        return frame.params.add(float(value))
    if kind is Type.DURATION:
        return f"CAST({frame.params.add(value)} AS BIGINT)"
    return frame.params.add(value)


def _name(node: Node, frame: Frame) -> Piece:
    column = frame.names[str(node.value)]
    return Piece(column.sql, column.off, YES if column.given else NO, column.day)


def _literal(node: Node, frame: Frame) -> Piece:
    return Piece(_value(node.value, node.type, frame))


def _call(node: Node, frame: Frame) -> Piece:
    return _CALLS[str(node.value)](node, frame)


def _chosen(node: Node, frame: Frame) -> Piece:
    value = frame.chosen.get(str(node.value))
    if node.type is Type.NUMBER and isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            value = None
    return Piece(_value(value, node.type, frame))


def _arithmetic(node: Node, frame: Frame) -> Piece:
    left, right = (compile_sql(arg, frame) for arg in node.args)
    kinds = tuple(arg.type for arg in node.args)
    sign = str(node.value)
    if kinds == (Type.TIME, Type.TIME):
        return Piece(f"(epoch_us({left.sql}) - epoch_us({right.sql}))")
    if kinds[0] is Type.TIME:
        return Piece(
            f"({left.sql} {sign} to_microseconds({right.sql}))", left.off, left.given, left.day
        )
    if sign == "/":
        return Piece(_divided(left.sql, right.sql, node.type))
    if node.type is Type.DURATION and kinds[1] is Type.NUMBER:
        return Piece(f"CAST(round({left.sql} {sign} {right.sql}) AS BIGINT)")
    return Piece(f"({left.sql} {sign} {right.sql})")


def _divided(left: str, right: str, kind: Type) -> str:
    ratio = f"({left} / nullif({right}, 0))"
    return f"CAST(round({ratio}) AS BIGINT)" if kind is Type.DURATION else ratio


# -- functions ----------------------------------------------------------------------------------


def local(piece: Piece) -> str:
    """SQL of the local wall clock of a time."""
    return piece.sql if piece.off == "0" else f"({piece.sql} + to_minutes({piece.off}))"


def local_date(piece: Piece) -> str:
    """SQL of the local date of a time."""
    return f"CAST({local(piece)} AS DATE)"


def _all(node: Node, frame: Frame) -> list[Piece]:
    return [compile_sql(arg, frame) for arg in node.args]


def _simple(pattern: str) -> Callable[[Node, Frame], Piece]:
    def simple(node: Node, frame: Frame) -> Piece:
        return Piece(pattern.format(*(piece.sql for piece in _all(node, frame))))

    return simple


def _of_local(pattern: str) -> Callable[[Node, Frame], Piece]:
    def of_local(node: Node, frame: Frame) -> Piece:
        return Piece(pattern.format(local(_all(node, frame)[0])))

    return of_local


def _hour(node: Node, frame: Frame) -> Piece:
    piece = _all(node, frame)[0]
    return Piece(_by_clock(f"hour({local(piece)})", piece))


def _by_clock(sql: str, piece: Piece) -> str:
    """Unknown for a time without a time of day: a date is no call at midnight."""
    return sql if piece.day == NO else f"(CASE WHEN NOT {piece.day} THEN {sql} END)"


def _first_of(node: Node, frame: Frame) -> Piece:
    pieces = _all(node, frame)
    if len(pieces) == 1:
        return pieces[0]
    sql = f"coalesce({', '.join(piece.sql for piece in pieces)})"

    def taken(values: list[str], rest: str) -> str:
        if set(values) == {rest}:
            return rest
        cases = zip(pieces, values, strict=True)
        whens = " ".join(f"WHEN {it.sql} IS NOT NULL THEN {value}" for it, value in cases)
        return f"(CASE {whens} ELSE {rest} END)"

    return Piece(
        sql,
        taken([it.off for it in pieces], "0"),
        _any([it.given for it in pieces]),
        taken([it.day for it in pieces], NO),
    )


def _any(parts: list[str]) -> str:
    return YES if YES in parts else _joined(" OR ", parts, NO)


def _every(parts: list[str]) -> str:
    return NO if NO in parts else _joined(" AND ", parts, YES)


def _joined(word: str, parts: list[str], neutral: str) -> str:
    left = [it for it in dict.fromkeys(parts) if it != neutral]
    return f"({word.join(left)})" if left else neutral


def _default(node: Node, frame: Frame) -> Piece:
    value, other = _all(node, frame)
    return Piece(f"coalesce({value.sql}, {other.sql})", value.off, YES, value.day)


def _if(node: Node, frame: Frame) -> Piece:
    when, yes, no = _all(node, frame)

    def case(first: str, second: str) -> str:
        return f"(CASE WHEN {when.sql} THEN {first} WHEN NOT {when.sql} THEN {second} END)"

    def of(first: str, second: str, both: str) -> str:
        return both if first == second == both else case(first, second)

    # Where the condition is unknown it is not known which of the two is asked for.
    given = case(yes.given, no.given)
    return Piece(
        case(yes.sql, no.sql),
        of(yes.off, no.off, "0"),
        f"coalesce({given}, false)",
        f"coalesce({of(yes.day, no.day, NO)}, false)" if {yes.day, no.day} != {NO} else NO,
    )


def _extreme(word: str) -> Callable[[Node, Frame], Piece]:
    def extreme(node: Node, frame: Frame) -> Piece:
        pieces = _all(node, frame)
        given = " AND ".join(f"{it.sql} IS NOT NULL" for it in pieces)
        sql = f"{word}({', '.join(it.sql for it in pieces)})"
        off = pieces[0].off
        if {it.off for it in pieces} != {off}:
            # The offset of the value that was taken.
            whens = " ".join(f"WHEN {it.sql} = {sql} THEN {it.off}" for it in pieces)
            off = f"(CASE {whens} ELSE 0 END)"
        return Piece(
            f"(CASE WHEN {given} THEN {sql} END)",
            off,
            _every([it.given for it in pieces]),
            _any([it.day for it in pieces]),
        )

    return extreme


def _elapsed(node: Node, frame: Frame) -> Piece:
    parts = [piece.sql for piece in _all(node, frame)]
    micros = parts[0] if len(parts) == 1 else f"(epoch_us({parts[1]}) - epoch_us({parts[0]}))"
    return Piece(f"({micros} / {_MICROS[str(node.value)]:.1f})")


def _calendar_days(node: Node, frame: Frame) -> Piece:
    first, second = (local_date(piece) for piece in _all(node, frame))
    return Piece(f"({second} - {first})")


def _working_days(node: Node, frame: Frame) -> Piece:
    first, second = (frame.joins.on(local_date(piece)) for piece in _all(node, frame))
    return Piece(f"({second}.work_no - {first}.work_no)")


def _contains(node: Node, frame: Frame) -> Piece:
    text, *words = node.args
    sql = compile_sql(text, frame).sql
    tests = (
        f"contains(lower({sql}), lower({frame.params.add(str(word.value))}))" for word in words
    )
    return Piece("(" + " OR ".join(tests) + ")")


def _time(node: Node, frame: Frame) -> Piece:
    at = read_time(str(node.args[0].value))
    return Piece(f"CAST({frame.params.add(at)} AS TIMESTAMP)")


def minute_of_day(piece: Piece) -> str:
    """SQL: microseconds of the local day."""
    wall = local(piece)
    return f"(epoch_us({wall}) - epoch_us(date_trunc('day', {wall})))"


def _time_between(node: Node, frame: Frame) -> Piece:
    piece = compile_sql(node.args[0], frame)
    first, last = (minutes_of(str(arg.value)) for arg in node.args[1:])
    return Piece(_by_clock(between(piece, first, last, frame.params), piece))


def between(piece: Piece, first: int, last: int, params: Params) -> str:
    """SQL: the local time of day lies in [first, last) minutes; wraps midnight."""
    wall = minute_of_day(piece)
    begin, end = (params.add(at * 60_000_000) for at in (first, last))
    word = "AND" if first <= last else "OR"
    return f"({wall} >= {begin} {word} {wall} < {end})"


def _count_true(node: Node, frame: Frame) -> Piece:
    parts = (f"CAST({piece.sql} AS INTEGER)" for piece in _all(node, frame))
    return Piece("(" + " + ".join(parts) + ")")


def _count_given(node: Node, frame: Frame) -> Piece:
    parts = (f"CAST({piece.sql} IS NOT NULL AS INTEGER)" for piece in _all(node, frame))
    return Piece("(" + " + ".join(parts) + ")")


_CALLS: Final[Mapping[str, Callable[[Node, Frame], Piece]]] = {
    "default": _default,
    "first_of": _first_of,
    "if": _if,
    "least": _extreme("least"),
    "greatest": _extreme("greatest"),
    "minutes": _elapsed,
    "hours": _elapsed,
    "days": _elapsed,
    "calendar_days": _calendar_days,
    "working_days": _working_days,
    "month": _of_local("strftime({}, '%Y-%m')"),
    "year": _of_local("year({})"),
    "weekday": _of_local("isodow({})"),
    "hour": _hour,
    "lower": _simple("lower({})"),
    "length": _simple("length({})"),
    "abs": _simple("abs({})"),
    "round": _simple("round({}, CAST({} AS INTEGER))"),
    "count_true": _count_true,
    "count_given": _count_given,
    "contains": _contains,
    "time": _time,
    "time_between": _time_between,
}
_SPECIAL: Final[Mapping[Op, Callable[[Node, Frame], Piece]]] = {
    Op.NAME: _name,
    Op.LITERAL: _literal,
    Op.CHOSEN: _chosen,
    Op.CALL: _call,
    Op.ARITHMETIC: _arithmetic,
}
