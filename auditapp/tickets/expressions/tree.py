"""The checked tree of an expression: one kind of node, typed, with its column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

Literal = str | int | float | bool | None


class Type(StrEnum):
    """What a value is. Codes are texts."""

    TEXT = "text"
    FLAG = "flag"
    NUMBER = "number"
    TIME = "time"
    DURATION = "duration"


class Op(StrEnum):
    """What a node does."""

    LITERAL = "literal"
    NAME = "name"
    CHOSEN = "chosen"
    MISSING = "missing"
    NOT = "not"
    AND = "and"
    OR = "or"
    COMPARE = "compare"
    IN = "in"
    ARITHMETIC = "arithmetic"
    NEGATE = "negate"
    CALL = "call"


class ExpressionError(UserError):
    """An expression is wrong; ``column`` counts from 1 within it."""

    def __init__(self, code: str, column: int, **args: str | int | tuple[str, ...]) -> None:
        super().__init__(code, **args)
        self.column = column


@dataclass(frozen=True, slots=True)
class Node:
    """A node. ``value``: a literal's value, a name, an operator or a function's name.

    ``type`` is set by the checker (a parser's node says TEXT for whatever it does not know).
    """

    op: Op
    value: Literal
    args: tuple[Node, ...] = ()
    type: Type = Type.TEXT
    column: int = 1

    def walk(self) -> Iterator[Node]:
        """This node and all below."""
        yield self
        for arg in self.args:
            yield from arg.walk()

    def names(self) -> frozenset[str]:
        """The fields and let names used."""
        return frozenset(str(it.value) for it in self.walk() if it.op is Op.NAME)

    def chosen(self) -> frozenset[str]:
        """The switches and parameters used (without ``$``)."""
        return frozenset(str(it.value) for it in self.walk() if it.op is Op.CHOSEN)


def literal(value: str | float | bool, kind: Type) -> Node:
    """A literal node."""
    return Node(Op.LITERAL, value, (), kind)
