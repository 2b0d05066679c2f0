"""Looks up names and checks kinds: a parsed tree in, a typed tree out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from auditapp.tickets.expressions.parser import parse
from auditapp.tickets.expressions.tree import ExpressionError, Node, Op, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Slot:
    """What a name stands for: its kind and, for a closed set, its codes."""

    type: Type
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """The names an expression may use: fields and lets, and what ``$`` may name."""

    names: Mapping[str, Slot]
    chosen: Mapping[str, Type] = field(default_factory=dict[str, Type])

    def plus(self, more: Mapping[str, Slot]) -> Scope:
        """This scope with more names."""
        return Scope({**self.names, **more}, self.chosen)


_ORDERED: Final = frozenset({Type.NUMBER, Type.TIME, Type.DURATION, Type.TEXT})
_T, _F, _N, _TIME, _D = Type.TEXT, Type.FLAG, Type.NUMBER, Type.TIME, Type.DURATION
_FIXED: Final[Mapping[str, tuple[tuple[Type, ...], Type]]] = {
    "calendar_days": ((_TIME, _TIME), _N),
    "working_days": ((_TIME, _TIME), _N),
    "month": ((_TIME,), _T),
    "year": ((_TIME,), _N),
    "weekday": ((_TIME,), _N),
    "hour": ((_TIME,), _N),
    "lower": ((_T,), _T),
    "length": ((_T,), _N),
    "abs": ((_N,), _N),
    "round": ((_N, _N), _N),
}
"""Functions with fixed kinds of arguments: (arguments, result)."""


def read_expression(text: str, scope: Scope, wanted: Type | None = None) -> Node:
    """Parse and check; ``wanted`` is the kind it must have. Raises ExpressionError."""
    node = check(parse(text), scope)
    if wanted is not None and node.type is not wanted:
        raise ExpressionError("expr_kind", 1, wanted=wanted.value, found=node.type.value)
    return node


def check(node: Node, scope: Scope) -> Node:
    """The typed tree; raises ExpressionError."""
    if node.op is Op.NAME:
        return replace(node, type=_slot(node, scope).type)
    if node.op is Op.CHOSEN:
        kind = scope.chosen.get(str(node.value))
        if kind is None:
            raise ExpressionError("expr_unknown_chosen", node.column, name=str(node.value))
        return replace(node, type=kind)
    args = tuple(check(arg, scope) for arg in node.args)
    typed = replace(node, args=args)
    match node.op:
        case Op.NOT | Op.AND | Op.OR:
            for arg in args:
                _must(arg, Type.FLAG)
        case Op.COMPARE | Op.IN:
            _check_compare(typed, scope)
        case Op.ARITHMETIC:
            return replace(typed, type=_arithmetic(typed))
        case Op.NEGATE:
            if args[0].type not in (Type.NUMBER, Type.DURATION):
                _must(args[0], Type.NUMBER)
            return replace(typed, type=args[0].type)
        case Op.CALL:
            return replace(typed, type=_call(typed))
        case _:
            pass
    return typed


def _slot(node: Node, scope: Scope) -> Slot:
    slot = scope.names.get(str(node.value))
    if slot is None:
        raise ExpressionError("expr_unknown_name", node.column, name=str(node.value))
    return slot


def _must(node: Node, *wanted: Type) -> None:
    if node.type not in wanted:
        shown = "/".join(kind.value for kind in wanted)
        raise ExpressionError("expr_kind", node.column, wanted=shown, found=node.type.value)


def _check_compare(node: Node, scope: Scope) -> None:
    left, *others = node.args
    for other in others:
        if other.type is not left.type:
            raise ExpressionError(
                "expr_kinds", node.column, left=left.type.value, right=other.type.value
            )
    if node.value not in ("==", "!=", "in") and left.type not in _ORDERED:
        raise ExpressionError("expr_not_ordered", node.column, found=left.type.value)
    for side in node.args:
        if side.op is Op.NAME:
            _check_codes(side, node.args, scope)


def _check_codes(name: Node, sides: tuple[Node, ...], scope: Scope) -> None:
    codes = _slot(name, scope).codes
    for side in sides:
        if codes and side.op is Op.LITERAL and side.value not in codes:
            raise ExpressionError(
                "expr_unknown_code",
                side.column,
                found=str(side.value)[:40],
                name=str(name.value),
                known=codes,
            )


def _arithmetic(node: Node) -> Type:
    left, right = (arg.type for arg in node.args)
    table: Mapping[tuple[str, Type, Type], Type] = {
        ("-", _TIME, _TIME): _D, ("+", _TIME, _D): _TIME, ("-", _TIME, _D): _TIME,
        ("+", _D, _D): _D, ("-", _D, _D): _D, ("*", _D, _N): _D, ("/", _D, _N): _D,
        ("/", _D, _D): _N,
    }  # fmt: skip
    if left is right is _N:
        return _N
    found = table.get((str(node.value), left, right))
    if found is None:
        raise ExpressionError("expr_kinds", node.column, left=left.value, right=right.value)
    return found


def _call(node: Node) -> Type:
    name = str(node.value)
    fixed = _FIXED.get(name)
    if fixed is not None:
        _count(node, len(fixed[0]), len(fixed[0]))
        for arg, wanted in zip(node.args, fixed[0], strict=True):
            _must(arg, wanted)
        return fixed[1]
    special = _SPECIAL.get(name)
    if special is None:
        raise ExpressionError("expr_unknown_function", node.column, name=name)
    return special(node)


def _count(node: Node, least: int, most: int) -> None:
    if not least <= len(node.args) <= most:
        raise ExpressionError(
            "expr_arguments", node.column, name=str(node.value), least=least, most=most
        )


def _literal(node: Node) -> None:
    if node.op is not Op.LITERAL:
        raise ExpressionError("expr_not_literal", node.column)


def _default(node: Node) -> Type:
    _count(node, 2, 2)
    value, other = node.args
    _literal(other)
    _must(other, value.type)
    return value.type


def _alike(least: int, *kinds: Type) -> Callable[[Node], Type]:
    def alike(node: Node) -> Type:
        _count(node, least, 20)
        first = node.args[0].type
        if kinds:
            _must(node.args[0], *kinds)
        for arg in node.args[1:]:
            _must(arg, first)
        return first

    return alike


def _if(node: Node) -> Type:
    _count(node, 3, 3)
    _must(node.args[0], Type.FLAG)
    _must(node.args[2], node.args[1].type)
    return node.args[1].type


def _elapsed(node: Node) -> Type:
    _count(node, 1, 2)
    if len(node.args) == 1:
        _must(node.args[0], Type.DURATION)
    else:
        for arg in node.args:
            _must(arg, Type.TIME)
    return Type.NUMBER


def _count_true(node: Node) -> Type:
    _count(node, 1, 50)
    for arg in node.args:
        _must(arg, Type.FLAG)
    return Type.NUMBER


def _count_given(node: Node) -> Type:
    _count(node, 1, 50)
    return Type.NUMBER


def _contains(node: Node) -> Type:
    _count(node, 2, 60)
    _must(node.args[0], Type.TEXT)
    for arg in node.args[1:]:
        _literal(arg)
        _must(arg, Type.TEXT)
        if not arg.value:
            raise ExpressionError("expr_kind", arg.column, wanted="text", found="''")
    return Type.FLAG


def _time(node: Node) -> Type:
    _count(node, 1, 1)
    text = node.args[0]
    _literal(text)
    _must(text, Type.TEXT)
    try:
        read_time(str(text.value))
    except ValueError:
        raise ExpressionError("expr_time", text.column, found=str(text.value)[:40]) from None
    return Type.TIME


def _time_between(node: Node) -> Type:
    _count(node, 3, 3)
    _must(node.args[0], Type.TIME)
    for arg in node.args[1:]:
        _literal(arg)
        _must(arg, Type.TEXT)
        try:
            minutes_of(str(arg.value))
        except ValueError:
            raise ExpressionError("expr_time", arg.column, found=str(arg.value)[:40]) from None
    return Type.FLAG


def read_time(text: str) -> datetime:
    """A written instant without zone; raises ValueError."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        raise ValueError(text)
    return found


def minutes_of(text: str) -> int:
    """``08:30`` as minutes of the day, 0 to 1440; raises ValueError."""
    hours, colon, minutes = text.partition(":")
    if not colon or not (hours + minutes).isdecimal() or len(text) != 5 or not text.isascii():
        raise ValueError(text)
    found = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or found > 24 * 60:
        raise ValueError(text)
    return found


_SPECIAL: Final[Mapping[str, Callable[[Node], Type]]] = {
    "default": _default,
    "first_of": _alike(1),
    "least": _alike(2, Type.NUMBER, Type.TIME, Type.DURATION),
    "greatest": _alike(2, Type.NUMBER, Type.TIME, Type.DURATION),
    "if": _if,
    "minutes": _elapsed,
    "hours": _elapsed,
    "days": _elapsed,
    "count_true": _count_true,
    "count_given": _count_given,
    "contains": _contains,
    "time": _time,
    "time_between": _time_between,
}
FUNCTIONS: Final = frozenset(_FIXED) | frozenset(_SPECIAL)
"""Every function of the grammar."""
