"""Switches of the ambiguity register, and values that depend on one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from auditapp.errors import UserError
from auditapp.yamlio.lines import read_yaml
from auditapp.yamlio.nodes import YamlNode
from auditapp.yamlio.problems import Collector, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")


def is_number(text: str) -> bool:
    """Whether a chosen value reads as a number (``90``, ``0.80``)."""
    whole, _, part = text.partition(".")
    return whole.isascii() and whole.isdecimal() and (not part or part.isdecimal())


@dataclass(frozen=True, slots=True)
class Switch:
    """One ambiguity of the register: its switch, default and options."""

    name: str
    id: str
    default: str
    options: tuple[str, ...]

    @property
    def numeric(self) -> bool:
        """Whether any number may be chosen: its default is one."""
        return is_number(self.default)

    def check(self, value: str) -> str:
        """The value, if it may be chosen; UserError ``choice_unknown``."""
        if value in self.options or (self.numeric and is_number(value)):
            return value
        raise UserError(
            "choice_unknown", name=self.name, value=value, known=", ".join(self.options)
        )


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A value for each option of a switch, or one value for all (``switch`` empty)."""

    options: Mapping[str, T]
    switch: str = ""

    def of(self, choices: Mapping[str, str]) -> T:
        """The value that counts; UserError ``choice_unknown`` for an option without one."""
        chosen = choices[self.switch] if self.switch else ""
        if chosen not in self.options:
            known = ", ".join(self.options)
            raise UserError("choice_unknown", name=self.switch, value=chosen, known=known)
        return self.options[chosen]


def always(value: T) -> Choice[T]:
    """The same value whatever is chosen."""
    return Choice({"": value})


def load_switches(path: Path) -> Mapping[str, Switch]:
    """The register by switch name. Its form is checked in full where packs are checked."""
    found = Collector()
    read = read_yaml(path, found)
    if read is None:
        raise found.errors[0].as_error()
    value, source = read
    switches: dict[str, Switch] = {}
    for item in YamlNode(value, Place(source), found).at("ambiguities").list():
        name = item.at("switch").text()
        options = tuple(str(option.at("value").plain) for option in item.at("options").list())
        default = str(item.at("default").plain)
        switches[name] = Switch(name, item.at("id").text(), default, options)
    return switches
