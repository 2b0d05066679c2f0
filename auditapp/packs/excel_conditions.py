"""Conditions as one line of text for a cell, and back.

``has_vendors`` · ``sector is bank, insurance`` · ``P13-7.1-03 is minor, major``; joined by ``and``
or ``or``, one level of brackets. Exactly what ``shown_if`` can say (docs/packs.md, Conditions).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    Plain = dict[str, Any]

_PIECE: Final = re.compile(r"\s*(?:([()（），,])|([^\s()（），,]+))")
_COMMAS: Final = frozenset({",", "，"})
_FACT: Final = re.compile(r"[a-z][a-z0-9_]*")
_WIDE: Final = {"（": "(", "）": ")"}


class ConditionUnreadable(ValueError):  # noqa: N818  (named as the state it reports)
    """A text is no condition; its argument is the place where reading stopped."""


def write_condition(condition: Plain) -> str:
    """A condition as text."""
    for key, word in (("all", " and "), ("any", " or ")):
        if key in condition:
            parts = cast("list[Plain]", condition[key])
            return word.join(
                f"({write_condition(it)})" if "all" in it or "any" in it else write_condition(it)
                for it in parts
            )
    head = str(condition.get("profile", condition.get("answer", "")))
    if "is" not in condition:
        return head
    return f"{head} is {', '.join(str(it) for it in cast('list[Any]', condition['is']))}"


def read_condition(text: str) -> Plain:
    """The condition of a text. Raises ConditionUnreadable."""
    pieces = [_WIDE.get(sign, sign) or word for sign, word in _PIECE.findall(text)]
    reader = _Reader(pieces)
    condition = reader.group()
    if reader.rest:
        raise ConditionUnreadable(reader.rest[0])
    return condition


class _Reader:
    def __init__(self, pieces: list[str]) -> None:
        self.rest = pieces

    def group(self) -> Plain:
        parts = [self._part()]
        word = ""
        while self.rest and self.rest[0].lower() in ("and", "or"):
            here = self.rest.pop(0).lower()
            if word not in ("", here):
                raise ConditionUnreadable(here)
            word = here
            parts.append(self._part())
        if not word:
            return parts[0]
        return {"all" if word == "and" else "any": parts}

    def _part(self) -> Plain:
        piece = self._next()
        if piece == "(":
            inner = self.group()
            if self._next() != ")":
                raise ConditionUnreadable(")")
            return inner
        if piece in (")", "and", "or", "is") or piece in _COMMAS:
            raise ConditionUnreadable(piece)
        test: Plain = {"profile" if _FACT.fullmatch(piece) else "answer": piece}
        if self.rest and self.rest[0].lower() == "is":
            self.rest.pop(0)
            test["is"] = self._values()
        return test

    def _values(self) -> list[str]:
        values = [self._next()]
        while self.rest and self.rest[0] in _COMMAS:
            self.rest.pop(0)
            values.append(self._next())
        return values

    def _next(self) -> str:
        if not self.rest:
            raise ConditionUnreadable("…")
        return self.rest.pop(0)
