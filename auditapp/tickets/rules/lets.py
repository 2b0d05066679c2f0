"""Reads what rules name: lets, windows, spans, and conditions with codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.reading import CODE
from auditapp.tickets.content import scope_over, slots
from auditapp.tickets.expressions.checker import Scope, Slot
from auditapp.tickets.expressions.tree import Op, Type
from auditapp.tickets.fields import Table
from auditapp.tickets.results import Name
from auditapp.tickets.rules.model import Coded, Let, Span, SpanUnit, Take, Window

if TYPE_CHECKING:
    from auditapp.tickets.content import ContentReader
    from auditapp.tickets.expressions.tree import Node
    from auditapp.tickets.switches import Choice
    from auditapp.yamlio.nodes import YamlNode

_SPAN: Final = re.compile(r"(\$?[A-Za-z0-9_.]+) (h|d|months)")
_COUNTS: Final = frozenset({Take.COUNT, Take.DISTINCT, Take.SUM})


def read_lets(node: YamlNode, reader: ContentReader, over: Table) -> tuple[tuple[Let, ...], Scope]:
    """The lets in order, and the scope with their names."""
    lets: list[Let] = []
    for name, below in node.items():
        taken = name in reader.scope.names or re.fullmatch(CODE, name) is None
        if taken:
            below.error("rule_let_name", name=name)
            continue
        let, slot = _let(name, below, reader, over)
        lets.append(let)
        reader = reader.within(reader.scope.plus({name: slot}))
    return tuple(lets), reader.scope


def _let(name: str, node: YamlNode, reader: ContentReader, over: Table) -> tuple[Let, Slot]:
    if not node.is_map or node.at("switch").given:
        found = reader.expression(node)
        kinds = {it.type for it in found.options.values()}
        if len(kinds) > 1:
            node.wrong("expression")
        return Let(name, found), Slot(kinds.pop() if kinds else Type.TEXT)
    node.keys(("table", "take"), ("by", "window", "where", "value"))
    table = Table(node.at("table").one_of([*Table], Table.TICKETS.value))
    take = Take(node.at("take").one_of([*Take], Take.COUNT.value))
    if over is not Table.TICKETS or table is Table.CONTACT_SAMPLE:
        node.error("rule_let_over")
    if table is Table.TICKETS:
        return _of_tickets(name, node, take, reader)
    for key in ("by", "window"):
        if node.at(key).given:
            node.at(key).error("rule_let_side", key=key)
    inner = reader.within(Scope(scope_over(table).names, reader.scope.chosen))
    values = _values(node.at("value"), take, inner)
    where = inner.flag(node.at("where")) if node.at("where").given else None
    let = Let(name, table=table, take=take, where=where, values=values)
    return let, _slot(take, values, inner.scope)


def _of_tickets(name: str, node: YamlNode, take: Take, reader: ContentReader) -> tuple[Let, Slot]:
    node.keys(("table", "take", "by", "window"), ("where", "value"))
    if take is Take.DISTINCT:
        node.at("take").error("rule_let_distinct")
    by = node.at("by").texts()
    for key in by:
        if key not in slots(Table.TICKETS):
            node.at("by").error("content_field_unknown", name=key)
    below = node.at("window")
    below.keys(("time", "span"), ("self", "direction"))
    window = Window(
        time_name(below.at("time"), reader),
        read_span(below.at("span"), reader),
        below.at("self").flag(),
        below.at("direction").one_of(("back", "ahead"), "back") == "ahead",
    )
    values = _values(node.at("value"), take, reader)
    where = reader.flag(node.at("where")) if node.at("where").given else None
    known = tuple(key for key in by if key in reader.scope.names)
    let = Let(name, None, Table.TICKETS, take, known, window, where, values)
    return let, _slot(take, values, reader.scope)


def _values(node: YamlNode, take: Take, reader: ContentReader) -> tuple[Node, ...]:
    wanted = take not in (Take.COUNT, Take.ANY)
    if node.given is not wanted:
        node.error("rule_let_value", take=take.value)
        return ()
    if not wanted:
        return ()
    if node.is_list:
        if take is not Take.DISTINCT:
            node.error("rule_let_value", take=take.value)
        return tuple(reader.one(item) for item in node.list())
    return (reader.one(node, Type.NUMBER if take is Take.SUM else None),)


def _slot(take: Take, values: tuple[Node, ...], scope: Scope) -> Slot:
    if take is Take.ANY:
        return Slot(Type.FLAG)
    if take in _COUNTS or not values:
        return Slot(Type.NUMBER)
    value = values[0]
    codes = scope.names[str(value.value)].codes if value.op is Op.NAME else ()
    return Slot(value.type, codes)


def read_span(node: YamlNode, reader: ContentReader) -> Choice[Span]:
    """A span of time, or one for each option of a switch."""
    return reader.choice(node, lambda below: _span(below, reader))


def _span(node: YamlNode, reader: ContentReader) -> Span:
    text = node.text()
    if text in (SpanUnit.CALENDAR_MONTH.value, SpanUnit.UNLIMITED.value):
        return Span(SpanUnit(text))
    match = _SPAN.fullmatch(text)
    if match is None:
        node.error("rule_span", value=text[:40])
        return Span(SpanUnit.UNLIMITED)
    value = match.group(1)
    if value.startswith("$"):
        if reader.scope.chosen.get(value[1:]) is not Type.NUMBER:
            node.error("content_switch_unknown", name=value[1:])
    elif not value.isdecimal():
        node.error("rule_span", value=text[:40])
    return Span(SpanUnit(match.group(2)), value)


def time_name(node: YamlNode, reader: ContentReader) -> str:
    """The name of a time."""
    name = node.text()
    if reader.scope.names.get(name, Slot(Type.TEXT)).type is not Type.TIME:
        node.error("content_field_unknown", name=name)
        return "received_at"
    return name


def read_coded(
    node: YamlNode, reader: ContentReader, key: str, names: dict[str, Name]
) -> tuple[Coded, ...]:
    """Conditions with codes, in order; their names go into ``names``."""
    coded: list[Coded] = []
    for item in node.list():
        item.keys((key, "when"), ("name", "history"))
        code = item.at(key).text("unnamed", pattern=CODE)
        if item.at("name").given:
            names[code] = Name(*item.at("name").pair())
        when = reader.flag(item.at("when"))
        coded.append(Coded(code, when, history=item.at("history").flag()))
    return tuple(coded)
