"""Names and values in SQL: names are quoted here and nowhere else, values become parameters."""

from __future__ import annotations

import re
from datetime import date, datetime

from auditapp.errors import UserError

Value = str | int | float | bool | date | datetime | None

_LONGEST_NAME = 200
_NAMED = re.compile(r"\$([A-Za-z_]+[0-9]+)")


def quote(name: str) -> str:
    """A name as an SQL identifier; UserError ``sql_name`` for what no table of ours is called."""
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UserError("sql_name", name=name[:40])
    return '"' + name.replace('"', '""') + '"'


class Params:
    """The parameters of one statement, in the order of their first use; equal values share one."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        self._names: dict[tuple[type, Value], str] = {}

    def add(self, value: Value, hint: str = "p") -> str:
        """``$p1``: where the value stands. ``hint`` begins the name (letters only)."""
        key = (type(value), value)
        name = self._names.get(key)
        if name is None:
            name = f"{hint if hint.isidentifier() else 'p'}{len(self._values) + 1}"
            self._names[key] = name
            self._values[name] = value
        return f"${name}"

    @property
    def values(self) -> dict[str, Value]:
        """Name → value, all of them."""
        return dict(self._values)

    def of(self, sql: str) -> dict[str, Value]:
        """Name → value of those that a statement names, for ``execute``."""
        named = set(_NAMED.findall(sql))
        return {name: value for name, value in self._values.items() if name in named}

    def shown(self, sql: str) -> dict[str, str | int | float | bool | None]:
        """The same as values that JSON can hold (times as ISO text)."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self.of(sql).items()
        }


def comment(text: str) -> str:
    """A comment line; nothing can break out of it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return f"-- {plain}"
