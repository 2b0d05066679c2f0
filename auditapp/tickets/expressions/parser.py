"""Text → tree, by recursive descent. The grammar stands in docs/tickets.md, section 2.

Nothing is evaluated; what does not belong to the grammar is an :class:`ExpressionError` with its
column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from auditapp.tickets.expressions.tree import ExpressionError, Node, Op, Type

MAX_LENGTH: Final = 2_000
MAX_DEPTH: Final = 40
MAX_NODES: Final = 300
DURATIONS: Final = {"min": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000}
"""Microseconds of a unit of a duration."""

_TOKEN: Final = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<text>'(?:[^']|'')*')"
    r"|(?P<name>\$?[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?)"
    r"|(?P<sign>==|!=|<=|>=|[<>()\[\],+\-*/])"
)
_WORDS: Final = frozenset({"and", "or", "not", "in", "is", "missing", "true", "false"})
_COMPARISONS: Final = frozenset({"==", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def parse(text: str) -> Node:
    """The tree of an expression, names not yet looked up; raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError("expr_too_long", 1, limit=MAX_LENGTH)
    return _Parser(_tokens(text)).whole()


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            code = "expr_open_text" if text[at] == "'" else "expr_unexpected"
            raise ExpressionError(code, at + 1, found=text[at])
        kind = str(match.lastgroup)
        word = match.group()
        if kind == "name" and word in _WORDS:
            kind = "word"
        if kind != "space":
            found.append(_Token(kind, word, at + 1))
        at = match.end()
    found.append(_Token("end", "", len(text) + 1))
    return found


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._nodes = 0

    def whole(self) -> Node:
        node = self._or()
        if self._token.kind != "end":
            raise self._unexpected()
        return node

    @property
    def _token(self) -> _Token:
        return self._tokens[self._at]

    def _unexpected(self) -> ExpressionError:
        token = self._token
        if token.kind == "end":
            return ExpressionError("expr_ends", token.column)
        return ExpressionError("expr_unexpected", token.column, found=token.text[:40])

    def _node(self, op: Op, value: str | float | bool | None, args: tuple[Node, ...] = (),
              kind: Type = Type.TEXT, column: int = 1) -> Node:  # fmt: skip
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise ExpressionError("expr_too_long", column, limit=MAX_NODES)
        return Node(op, value, args, kind, column)

    def _take(self, *texts: str) -> _Token | None:
        token = self._token
        if token.text in texts and token.kind in ("sign", "word"):
            self._at += 1
            return token
        return None

    def _must(self, text: str) -> None:
        if self._take(text) is None:
            raise self._unexpected()

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError("expr_too_deep", self._token.column, limit=MAX_DEPTH)

    def _or(self) -> Node:
        return self._joined("or", Op.OR)

    def _joined(self, word: str, op: Op) -> Node:
        below = self._and if op is Op.OR else self._not
        first = below()
        parts = [first]
        while self._take(word):
            parts.append(below())
        if len(parts) == 1:
            return first
        return self._node(op, word, tuple(parts), Type.FLAG, first.column)

    def _and(self) -> Node:
        return self._joined("and", Op.AND)

    def _not(self) -> Node:
        token = self._take("not")
        if token is None:
            return self._test()
        self._deeper()
        node = self._node(Op.NOT, "not", (self._not(),), Type.FLAG, token.column)
        self._depth -= 1
        return node

    def _test(self) -> Node:
        left = self._sum()
        token = self._token
        if token.kind == "sign" and token.text in _COMPARISONS:
            self._at += 1
            return self._node(Op.COMPARE, token.text, (left, self._sum()), Type.FLAG, token.column)
        if self._take("is"):
            negated = self._take("not") is not None
            self._must("missing")
            node = self._node(Op.MISSING, "missing", (left,), Type.FLAG, token.column)
            return self._negated(node, negated=negated)
        ahead = self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        if token.text == "in" or (token.text == "not" and ahead.text == "in"):
            negated = self._take("not") is not None
            self._must("in")
            items = (left, *self._list())
            node = self._node(Op.IN, "in", items, Type.FLAG, token.column)
            return self._negated(node, negated=negated)
        return left

    def _negated(self, node: Node, *, negated: bool) -> Node:
        if not negated:
            return node
        return self._node(Op.NOT, "not", (node,), Type.FLAG, node.column)

    def _list(self) -> list[Node]:
        self._must("[")
        items = [self._literal()]
        while self._take(","):
            items.append(self._literal())
        self._must("]")
        return items

    def _literal(self) -> Node:
        node = self._factor()
        if node.op is not Op.LITERAL:
            raise ExpressionError("expr_not_literal", node.column)
        return node

    def _sum(self) -> Node:
        node = self._product()
        while token := self._take("+", "-"):
            args = (node, self._product())
            node = self._node(Op.ARITHMETIC, token.text, args, Type.NUMBER, token.column)
        return node

    def _product(self) -> Node:
        node = self._factor()
        while token := self._take("*", "/"):
            args = (node, self._factor())
            node = self._node(Op.ARITHMETIC, token.text, args, Type.NUMBER, token.column)
        return node

    def _factor(self) -> Node:
        token = self._token
        self._deeper()
        try:
            return self._factor_of(token)
        finally:
            self._depth -= 1

    def _factor_of(self, token: _Token) -> Node:
        if self._take("("):
            node = self._or()
            self._must(")")
            return node
        if self._take("-"):
            return self._minus(token)
        if token.kind == "number":
            return self._number(token)
        if token.kind == "text":
            self._at += 1
            said = token.text[1:-1].replace("''", "'")
            return self._node(Op.LITERAL, said, (), Type.TEXT, token.column)
        if token.text in ("true", "false") and token.kind == "word":
            self._at += 1
            return self._node(Op.LITERAL, token.text == "true", (), Type.FLAG, token.column)
        if token.kind == "name":
            return self._named(token)
        raise self._unexpected()

    def _minus(self, token: _Token) -> Node:
        below = self._factor()
        if below.op is Op.LITERAL and below.type in (Type.NUMBER, Type.DURATION):
            value = below.value if isinstance(below.value, (int, float)) else 0
            return self._node(Op.LITERAL, -value, (), below.type, token.column)
        return self._node(Op.NEGATE, "-", (below,), Type.NUMBER, token.column)

    def _number(self, token: _Token) -> Node:
        self._at += 1
        value = float(token.text) if "." in token.text else int(token.text)
        if len(token.text) > 15:
            raise ExpressionError("expr_number", token.column, found=token.text[:40])
        unit = self._token
        if unit.kind == "name" and unit.text in DURATIONS:
            self._at += 1
            micros = round(value * DURATIONS[unit.text])
            return self._node(Op.LITERAL, micros, (), Type.DURATION, token.column)
        return self._node(Op.LITERAL, value, (), Type.NUMBER, token.column)

    def _named(self, token: _Token) -> Node:
        self._at += 1
        if token.text.startswith("$"):
            if "." in token.text:
                raise ExpressionError("expr_unexpected", token.column, found=token.text[:40])
            return self._node(Op.CHOSEN, token.text[1:], (), Type.TEXT, token.column)
        if not self._take("("):
            return self._node(Op.NAME, token.text, (), Type.TEXT, token.column)
        args: list[Node] = []
        if not self._take(")"):
            args.append(self._or())
            while self._take(","):
                args.append(self._or())
            self._must(")")
        return self._node(Op.CALL, token.text, tuple(args), Type.TEXT, token.column)
