"""What reading clocks and rules has in common: expressions and values by switch, with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from auditapp.tickets.expressions.checker import Scope, Slot, read_expression
from auditapp.tickets.expressions.tree import ExpressionError, Node, Type, literal
from auditapp.tickets.fields import Kind, Table, fields_of
from auditapp.tickets.switches import Choice, always

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditapp.tickets.switches import Switch
    from auditapp.yamlio.nodes import YamlNode
    from auditapp.yamlio.problems import Collector

T = TypeVar("T")
KINDS: Final[Mapping[Kind, Type]] = {
    Kind.TEXT: Type.TEXT,
    Kind.CODE: Type.TEXT,
    Kind.FLAG: Type.FLAG,
    Kind.NUMBER: Type.NUMBER,
    Kind.TIME: Type.TIME,
}
NOTHING: Final = literal(False, Type.FLAG)


def slots(table: Table, prefix: str = "") -> dict[str, Slot]:
    """The names of a canonical table for expressions."""
    return {
        prefix + field.column: Slot(KINDS[field.kind], field.codes) for field in fields_of(table)
    }


def scope_over(table: Table) -> Scope:
    """What a rule over the rows of a table may name: its fields, and the ticket's."""
    if table is Table.TICKETS:
        return Scope(slots(table))
    return Scope({**slots(table), **slots(Table.TICKETS, "ticket.")})


class ContentReader:
    """Reads values of one rule or clock.

    ``switches`` is the register, ``declared`` the switches and parameters this rule may use.
    """

    def __init__(
        self,
        switches: Mapping[str, Switch],
        declared: tuple[str, ...],
        scope: Scope,
        found: Collector,
    ) -> None:
        self.switches = switches
        self.declared = declared
        self.scope = scope
        self.found = found

    def within(self, scope: Scope) -> ContentReader:
        """The same reader for another scope."""
        return ContentReader(self.switches, self.declared, scope, self.found)

    def choice(self, node: YamlNode, read: Callable[[YamlNode], T]) -> Choice[T]:
        """A value, or one for each option of a declared switch."""
        if not node.is_map or not node.at("switch").given:
            return always(read(node))
        node.keys(("switch", "options"))
        name = node.at("switch").text()
        switch = self.switches.get(name)
        if switch is None or name not in self.declared:
            node.error("content_switch_unknown", name=name)
            return always(read(node.at("options").at("")))
        options = {option: read(below) for option, below in node.at("options").items()}
        for option, below in node.at("options").items():
            if not below.given:
                node.at("options").error("content_missing_key", key=option)
        gone = tuple(sorted(set(switch.options) - options.keys()))
        more = tuple(sorted(options.keys() - set(switch.options)))
        if gone or more:
            node.error("content_switch_options", name=name, missing=gone, unknown=more)
        return Choice(options, name)

    def expression(self, node: YamlNode, wanted: Type | None = None) -> Choice[Node]:
        """An expression, or one for each option of a switch."""
        return self.choice(node, lambda below: self.one(below, wanted))

    def one(self, node: YamlNode, wanted: Type | None = None) -> Node:
        """An expression of a kind; what is wrong is noted with line and column.

        That nothing stands here is noted by whoever asks for the key.
        """
        if not node.given:
            return NOTHING
        value = node.plain
        if isinstance(value, bool):
            found = literal(value, Type.FLAG)
        elif isinstance(value, (int, float)):
            found = literal(value, Type.NUMBER)
        elif isinstance(value, str):
            return self._parsed(node, value, wanted)
        else:
            node.wrong("expression")
            return NOTHING
        if wanted is not None and found.type is not wanted:
            node.wrong("expression")
        return found

    def _parsed(self, node: YamlNode, text: str, wanted: Type | None) -> Node:
        try:
            found = read_expression(text, self.scope, wanted)
        except ExpressionError as error:
            args: dict[str, str | int | tuple[str, ...]] = {}
            for name, value in error.args_by_name.items():
                args[name] = value if isinstance(value, (int, tuple)) else str(value)
            column = node.place.column(error.column) or error.column
            node.error(error.code, column=column, **args)
            return NOTHING
        return found

    def flag(self, node: YamlNode) -> Choice[Node]:
        """A condition."""
        return self.expression(node, Type.FLAG)

    def time(self, node: YamlNode) -> Choice[Node]:
        """A time expression."""
        return self.expression(node, Type.TIME)

    def number(self, node: YamlNode) -> Choice[Node]:
        """A number: a literal or arithmetic over ``$`` values."""
        return self.expression(node, Type.NUMBER)
