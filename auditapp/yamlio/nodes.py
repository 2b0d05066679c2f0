"""Strict reading of a YAML value: what is not as it must be is noted with its place, and reading
goes on, so that one run shows all that is wrong.

A method that finds the wrong thing returns a harmless stand-in; nobody uses what was read when
the collector holds an error.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from auditapp.yamlio.problems import show_loc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditapp.yamlio.problems import Arg, Collector, Place

MAX_TEXT = 2_000


class YamlNode:
    """A value of a file with its place."""

    def __init__(self, value: Any, place: Place, found: Collector) -> None:
        self.value = value
        self.place = place
        self.found = found

    def error(self, code: str, **args: Arg) -> None:
        """Note what is wrong here."""
        self.found.error(self.place, code, **args)

    def wrong(self, expected: str) -> None:
        """Note that another kind of value is expected here."""
        shown = show_loc(self.place.loc[-2:])
        self.error("content_wrong_kind", key=shown, expected=expected)

    @property
    def given(self) -> bool:
        """Whether a value stands here."""
        return self.value is not None

    @property
    def is_map(self) -> bool:
        """Whether keys stand here."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether a list stands here."""
        return isinstance(self.value, list)

    @property
    def plain(self) -> str | int | float | bool | None:
        """A scalar as it stands; None for anything else."""
        value = self.value
        return value if isinstance(value, (str, int, float, bool)) else None

    def keys(self, required: Sequence[str] = (), optional: Sequence[str] = ()) -> bool:
        """Check the keys of a mapping; whether it is one."""
        if not self.is_map:
            self.wrong("mapping")
            return False
        value = cast("dict[str, Any]", self.value)
        known = (*required, *optional)
        for key in value:
            if key not in known:
                self.found.error(
                    self.place.at(key), "content_unknown_key", key=key, known=tuple(sorted(known))
                )
        for key in required:
            if value.get(key) is None:
                self.error("content_missing_key", key=key)
        return True

    def at(self, key: str | int) -> YamlNode:
        """The value under a key, or a node without value."""
        below: Any = None
        whole = self.value
        if self.is_map:
            below = whole.get(str(key))
        elif self.is_list:
            below = whole[int(key)]
        return YamlNode(below, self.place.at(key), self.found)

    def items(self) -> Iterator[tuple[str, YamlNode]]:
        """Keys and values of a mapping; wrong if it is none."""
        if self.value is None:
            return
        if not self.is_map:
            self.wrong("mapping")
            return
        for key in cast("Mapping[str, Any]", self.value):
            yield key, self.at(key)

    def list(self) -> Iterator[YamlNode]:
        """The items of a list; wrong if it is none, empty if nothing stands here."""
        if self.value is None:
            return
        if not self.is_list:
            self.wrong("list")
            return
        for index in range(len(cast("Sequence[Any]", self.value))):
            yield self.at(index)

    def text(self, default: str = "", *, pattern: str = "") -> str:
        """A text, or ``default`` if nothing stands here."""
        if self.value is None:
            return default
        if not isinstance(self.value, str) or len(self.value) > MAX_TEXT:
            self.wrong("text")
            return default
        if pattern and re.fullmatch(pattern, self.value) is None:
            self.error("content_wrong_form", value=self.value[:40], pattern=pattern)
            return default
        return self.value

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.list())

    def one_of(self, options: Sequence[str], default: str = "") -> str:
        """One of some words, or ``default`` if nothing stands here."""
        if self.value is None:
            return default
        if self.value not in options:
            self.error(
                "content_not_one_of",
                value=str(self.value)[:40],
                known=tuple(str(it) for it in options),
            )
            return default
        return str(self.value)

    def number(self, default: float = 0.0) -> float:
        """A number, or ``default`` if nothing stands here."""
        if self.value is None:
            return default
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            self.wrong("number")
            return default
        return self.value

    def integer(self, default: int = 0, *, least: int = 0) -> int:
        """A whole number, or ``default`` if nothing stands here."""
        if self.value is None:
            return default
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < least:
            self.wrong("whole_number")
            return default
        return self.value

    def flag(self, *, default: bool = False) -> bool:
        """true or false, or ``default`` if nothing stands here."""
        if self.value is None:
            return default
        if not isinstance(self.value, bool):
            self.wrong("flag")
            return default
        return self.value

    def date(self) -> date | None:
        """A date, None if nothing stands here."""
        if self.value is None or type(self.value) is date:
            return self.value
        self.wrong("date")
        return None

    def pair(self) -> tuple[str, str]:
        """A text in both languages: (en, zh); empty if nothing stands here."""
        if self.value is None or not self.keys(("en", "zh")):
            return ("", "")
        return (self.at("en").text(), self.at("zh").text())
