"""Lets as steps of SQL: expressions, windows over other tickets, figures of side tables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditapp.tickets.expressions.compiling import NO, SQL_TYPES, Column, Piece, local
from auditapp.tickets.expressions.tree import Type
from auditapp.tickets.fields import Table
from auditapp.tickets.pipeline import table_columns
from auditapp.tickets.rules.model import SpanUnit, Take
from auditapp.tickets.sql import quote
from auditapp.tickets.switches import is_number

if TYPE_CHECKING:
    from auditapp.tickets.expressions.compiling import Frame
    from auditapp.tickets.pipeline import Pipeline
    from auditapp.tickets.rules.model import Let, Rule, Span, Window


_SAME: Final = re.compile(r"-?[0-9]+")


def add_lets(rule: Rule, pipe: Pipeline) -> None:
    """One step for each let, in order; windows that sort alike share a step, and the sort."""
    group: list[Let] = []
    for let in rule.lets:
        if group and not _belongs(let, group, pipe):
            _windows(group, pipe)
            group = []
        if let.node is not None:
            _expression(let, pipe)
        elif let.table is Table.TICKETS:
            group.append(let)
        else:
            _side(let, pipe)
    if group:
        _windows(group, pipe)


def column_of(name: str) -> str:
    """The column of a let; no field and no column of a later step is called so."""
    return f"let {name}"


def off_of(name: str) -> str:
    """The column of the offset of a let that is a time."""
    return f"{column_of(name)} off"


def _belongs(let: Let, group: list[Let], pipe: Pipeline) -> bool:
    if let.table is not Table.TICKETS or _sorting(let, pipe) != _sorting(group[0], pipe):
        return False
    names = {name for node in let.values for name in node.names()}
    if let.where is not None:
        names |= let.where.of(pipe.choices).names()
    return names.isdisjoint(it.name for it in group)


def _sorting(let: Let, pipe: Pipeline) -> tuple[tuple[str, ...], str, bool]:
    if let.window is None:
        return let.by, "", False
    month = let.window.span.of(pipe.choices).unit is SpanUnit.CALENDAR_MONTH
    return let.by, let.window.time, month


def _expression(let: Let, pipe: Pipeline) -> None:
    if let.node is None:
        return
    node = let.node.of(pipe.choices)
    frame = pipe.frame()
    piece = pipe.compile(node, frame)
    columns = [(piece.sql, column_of(let.name))]
    off = "0"
    if node.type is Type.TIME and piece.off != "0":
        columns.append((piece.off, off_of(let.name)))
        off = quote(off_of(let.name))
    day = NO
    if node.type is Type.TIME and piece.day != NO:
        columns.append((piece.day, column_of(let.name) + " day"))
        day = quote(column_of(let.name) + " day")
    bad = tuple(dict.fromkeys(it for name in sorted(node.names()) for it in pipe.names[name].bad))
    pipe.extend(f"let_{let.name}", f"let {let.name}", columns, frame)
    given = piece.given != NO
    pipe.names[let.name] = Column(
        quote(column_of(let.name)), node.type, off, bad, given=given, day=day
    )


def span_sql(span: Span, pipe: Pipeline) -> str | None:
    """A span as an interval; None = without end."""
    if span.unit in (SpanUnit.UNLIMITED, SpanUnit.CALENDAR_MONTH):
        return None
    value = span.value
    if value.startswith("$"):
        value = str(pipe.chosen.get(value[1:]))
        if not is_number(value):
            return None
    number = pipe.params.add(int(float(value)))
    word = {SpanUnit.HOURS: "to_hours", SpanUnit.DAYS: "to_days", SpanUnit.MONTHS: "to_months"}
    return f"{word[span.unit]}(CAST({number} AS INTEGER))"


def span_start(sql: str, span: Span, pipe: Pipeline, *, ahead: bool = False) -> str | None:
    """SQL of the instant one span before (or after) a time; None = without end."""
    interval = span_sql(span, pipe)
    if interval is None:
        return None
    return f"({sql} {'+' if ahead else '-'} {interval})"


def _kind_of(let: Let) -> Type:
    if let.take is Take.ANY:
        return Type.FLAG
    if let.take in (Take.COUNT, Take.DISTINCT, Take.SUM) or not let.values:
        return Type.NUMBER
    return let.values[0].type


def _bads(let: Let, pipe: Pipeline) -> tuple[str, ...]:
    names = [*let.by, *([let.window.time] if let.window else [])]
    return tuple(dict.fromkeys(bad for name in names for bad in pipe.names[name].bad))


def _windows(lets: list[Let], pipe: Pipeline) -> None:
    """One step; what is taken of the same row of the same window is taken in one go."""
    frame = pipe.frame()
    packed: dict[tuple[Take, str], list[Let]] = {}
    columns: list[tuple[str, str]] = []
    for let in lets:
        if let.take in (Take.FIRST, Take.LAST) and let.where is None:
            packed.setdefault((let.take, _over(let, pipe)), []).append(let)
        else:
            columns.append((_window(let, pipe, frame), column_of(let.name)))
            if _carries(let, pipe, frame):
                columns.append((_window(let, pipe, frame, off=True), off_of(let.name)))
    rows: list[tuple[str, str]] = []
    for number, ((take, over), group) in enumerate(packed.items(), 1):
        time = pipe.names[group[0].window.time].sql if group[0].window else "row_no"
        values = ", ".join(
            f"{quote(let.name)} := {pipe.compile(let.values[0], frame).sql}" for let in group
        )
        carried = [let for let in group if _carries(let, pipe, frame)]
        for let in carried:
            off = pipe.compile(let.values[0], frame).off
            values += f", {quote(let.name + ' off')} := {off}"
        word = "last_value" if take is Take.LAST else "first_value"
        # Of two at the same instant the one further down in the source is the later one.
        sql = f"{word}(struct_pack({values}) ORDER BY {time}, row_no) {over}"
        columns.append((_if_given(group[0], pipe, sql), f"row {number}"))
        rows += [
            (f"{quote(f'row {number}')}[{_text(let.name)}]", column_of(let.name)) for let in group
        ]
        rows += [
            (f"{quote(f'row {number}')}[{_text(let.name + ' off')}]", off_of(let.name))
            for let in carried
        ]
    names = ", ".join(let.name for let in lets)
    pipe.extend(f"let_{lets[0].name}", f"let {names}: of other tickets", columns, frame)
    if rows:
        pipe.extend(f"let_{lets[0].name}_values", "the values of those rows", rows)
    for let in lets:
        off = _offset(let, pipe, frame)
        pipe.add_name(let.name, column_of(let.name), _kind_of(let), _bads(let, pipe), off)


def _text(name: str) -> str:
    """The name of a let as text in SQL: lower case letters, digits, underscores."""
    return "'" + name.replace("'", "''") + "'"


def _if_given(let: Let, pipe: Pipeline, sql: str) -> str:
    names = [*let.by, *([let.window.time] if let.window else [])]
    given = " AND ".join(f"{pipe.names[name].sql} IS NOT NULL" for name in names)
    return f"CASE WHEN {given} THEN {sql} END"


def _over(let: Let, pipe: Pipeline) -> str:
    """The window of a let."""
    window = let.window
    if window is None:
        return "OVER ()"
    time = pipe.names[window.time]
    partition = [pipe.names[name].sql for name in let.by]
    span = window.span.of(pipe.choices)
    if span.unit is SpanUnit.CALENDAR_MONTH:
        partition.append(f"date_trunc('month', {local(Piece(time.sql, time.off))})")
    # Rows without a time stand where no window reaches.
    nulls = "NULLS FIRST" if window.ahead else "NULLS LAST"
    return (
        f"OVER (PARTITION BY {', '.join(partition)} ORDER BY {time.sql} {nulls}\n      "
        f"{_frame_sql(window, span, pipe)})"
    )


def _window(let: Let, pipe: Pipeline, frame: Frame, *, off: bool = False) -> str:
    where = "" if let.where is None else pipe.compile(let.where.of(pipe.choices), frame).sql
    time = pipe.names[let.window.time].sql if let.window else "row_no"
    over = _over(let, pipe)
    taken = _taken_off if off else _taken
    return _if_given(let, pipe, taken(let, pipe, where, over, time, frame))


def _frame_sql(window: Window, span: Span, pipe: Pipeline) -> str:
    interval = span_sql(span, pipe) or "UNBOUNDED"
    others = "" if window.include_self else " EXCLUDE GROUP"
    if window.ahead:
        return f"RANGE BETWEEN CURRENT ROW AND {interval} FOLLOWING{others}"
    return f"RANGE BETWEEN {interval} PRECEDING AND CURRENT ROW{others}"


def _taken(let: Let, pipe: Pipeline, where: str, over: str, time: str, frame: Frame) -> str:
    some = f" FILTER (WHERE {where})" if where else ""
    if let.take is Take.COUNT:
        return f"count(*){some} {over}"
    if let.take is Take.ANY:
        return f"count(*){some} {over} > 0"
    value = pipe.compile(let.values[0], frame).sql
    if let.take in (Take.MIN, Take.MAX, Take.SUM):
        return f"{let.take.value}({value}){some} {over}"
    word = "arg_max_null" if let.take is Take.LAST else "arg_min_null"
    key = f"epoch_us({time})::HUGEINT * 1000000000 + row_no"
    return f"{word}({value}, {key}){some} {over}"


def _taken_off(let: Let, pipe: Pipeline, where: str, over: str, time: str, frame: Frame) -> str:
    """The offset of the time that ``_taken`` takes."""
    value = pipe.compile(let.values[0], frame)
    if let.take in (Take.MIN, Take.MAX):
        return f"{_arg_off(let, value, where)} {over}"
    some = f" FILTER (WHERE {where})" if where else ""
    word = "arg_max_null" if let.take is Take.LAST else "arg_min_null"
    key = f"epoch_us({time})::HUGEINT * 1000000000 + row_no"
    return f"{word}({value.off}, {key}){some} {over}"


def _arg_off(let: Let, value: Piece, where: str = "") -> str:
    tests = f"{value.sql} IS NOT NULL" + (f" AND ({where})" if where else "")
    pair = f"({value.sql}, {value.off})"
    return f"arg_{let.take.value}({value.off}, {pair}) FILTER (WHERE {tests})"


def _carries(let: Let, pipe: Pipeline, frame: Frame) -> bool:
    """Whether a let takes a time whose offset is not the same in all rows."""
    return _taken_time(let) and not _SAME.fullmatch(pipe.compile(let.values[0], frame).off)


def _taken_time(let: Let) -> bool:
    return bool(let.values) and _kind_of(let) is Type.TIME


def _offset(let: Let, pipe: Pipeline, frame: Frame) -> str:
    """SQL of the offset of what a let takes."""
    if not _taken_time(let):
        return "0"
    off = pipe.compile(let.values[0], frame).off
    return off if _SAME.fullmatch(off) else quote(off_of(let.name))


def _side(let: Let, pipe: Pipeline) -> None:
    table = let.table or Table.CONTACTS
    kind = _kind_of(let)
    if table.value not in pipe.tables.columns:
        nothing = f"CAST(NULL AS {SQL_TYPES[kind]})"
        pipe.extend(f"let_{let.name}", f"let {let.name}: that table was not given",
                    [(nothing, column_of(let.name))])  # fmt: skip
        pipe.names[let.name] = Column(quote(column_of(let.name)), kind, given=False)
        return
    wanted = {name for node in let.values for name in node.names()}
    where = let.where.of(pipe.choices) if let.where else None
    if where is not None:
        wanted |= where.names()
    own, _ = table_columns(table, wanted, pipe.tables, days=pipe.days)
    names = {name: _aliased(column, "s.") for name, column in own.items()}
    for name in wanted:
        if name.startswith("ticket."):
            names[name] = _aliased(pipe.names[name.removeprefix("ticket.")], "t.")
    frame = pipe.frame(names)
    source, last = pipe.tables.name(table.value), quote(pipe.last)
    condition = "" if where is None else f"\n  WHERE {pipe.compile(where, frame).sql}"
    taken = _side_taken(let, pipe, frame)
    carries = _carries(let, pipe, frame)
    taken_off, kept_off = "", ""
    if carries:
        taken_off = f", {_side_off(let, pipe, frame)} AS taken_off"
        kept_off = f", r.taken_off AS {quote(off_of(let.name))}"
    pipe.step(
        f"rows_{let.name}",
        f"let {let.name}: rows of {table.value} by ticket",
        f"  SELECT t.row_no, {taken} AS taken{taken_off}\n  FROM {last} AS t "
        f"JOIN {source} AS s ON s.ticket_id = t.ticket_id{frame.joins.sql}{condition}\n"
        "  GROUP BY t.row_no",
    )
    rows = quote(f"rows_{let.name}")
    none = {Take.COUNT: "0", Take.DISTINCT: "0", Take.ANY: "false"}.get(let.take)
    value = "r.taken" if none is None else f"coalesce(r.taken, {none})"
    pipe.step(
        f"let_{let.name}",
        f"let {let.name}",
        f"  SELECT t.*, {value} AS {quote(column_of(let.name))}{kept_off}\n"
        f"  FROM {last} AS t LEFT JOIN {rows} AS r USING (row_no)",
    )
    pipe.add_name(let.name, column_of(let.name), kind, (), _offset(let, pipe, frame))


def _side_off(let: Let, pipe: Pipeline, frame: Frame) -> str:
    value = pipe.compile(let.values[0], frame)
    if let.take in (Take.MIN, Take.MAX):
        return _arg_off(let, value)
    return _side_end(let, pipe, value.off)


def _aliased(column: Column, alias: str) -> Column:
    if not column.sql.startswith('"'):
        return column
    off = alias + column.off if column.off.startswith('"') else column.off
    day = alias + column.day if column.day.startswith('"') else column.day
    return replace(column, sql=alias + column.sql, off=off, day=day)


def _side_taken(let: Let, pipe: Pipeline, frame: Frame) -> str:
    if let.take is Take.COUNT:
        return "count(*)"
    if let.take is Take.ANY:
        return "true"
    values = [pipe.compile(node, frame).sql for node in let.values]
    if let.take is Take.DISTINCT:
        return (
            f"count(DISTINCT ({', '.join(values)}))"
            if len(values) > 1
            else (f"count(DISTINCT {values[0]})")
        )
    if let.take in (Take.MIN, Take.MAX, Take.SUM):
        return f"{let.take.value}({values[0]})"
    return _side_end(let, pipe, values[0])


def _side_end(let: Let, pipe: Pipeline, value: str) -> str:
    at = 's."at"' if pipe.tables.has((let.table or Table.CONTACTS).value, "at") else "s.row_no"
    word = "arg_max_null" if let.take is Take.LAST else "arg_min_null"
    return f"{word}({value}, ({at}, s.row_no))"
