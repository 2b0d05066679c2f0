"""What is wrong with a content file: a code, its arguments, and the place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditapp.texts import Texts

Arg = str | int | tuple[str, ...]
Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a file; its sentence is the text ``error.<code>``.

    ``line`` counts from 1. A warning does not keep a pack from being used.
    """

    path: str
    line: int
    code: str
    args: Mapping[str, Arg] = field(hash=False)
    warning: bool = False

    def softened(self) -> Problem:
        """The same as a warning."""
        return replace(self, warning=True)

    def as_error(self) -> UserError:
        """The problem as an error, for ``Texts.error``."""
        return UserError(self.code, **self.args)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read, with the line of each node by its path of keys and indexes.

    ``columns`` has, for texts on one line, the column where their first character stands.
    """

    path: str
    lines: Mapping[Loc, int]
    columns: Mapping[Loc, int] = field(default_factory=dict[Loc, int])

    def line(self, loc: Loc) -> int:
        """The line of a node, or of the nearest node above it."""
        for end in range(len(loc), -1, -1):
            line = self.lines.get(loc[:end])
            if line is not None:
                return line
        return 1


@dataclass(frozen=True, slots=True)
class Place:
    """A node in a file."""

    source: Source
    loc: Loc = ()

    def at(self, *keys: str | int) -> Place:
        """A node below this one."""
        return Place(self.source, (*self.loc, *keys))

    @property
    def line(self) -> int:
        """The line of the node."""
        return self.source.line(self.loc)

    def column(self, offset: int) -> int:
        """The column of the ``offset``-th character (from 1) of a text; 0 if it is not known."""
        start = self.source.columns.get(self.loc)
        return 0 if start is None else start + offset - 1


class Collector:
    """Gathers all problems of a run."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def error(self, place: Place, code: str, **args: Arg) -> None:
        """Add what keeps the file from being used."""
        self._found.append(Problem(place.source.path, place.line, code, args))

    def warn(self, place: Place, code: str, **args: Arg) -> None:
        """Add what should be put right, but harms nothing."""
        self._found.append(Problem(place.source.path, place.line, code, args, warning=True))

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems found elsewhere."""
        self._found.extend(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, by file and line."""
        return tuple(sorted(self._found, key=lambda problem: (problem.path, problem.line)))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are not only warnings."""
        return tuple(problem for problem in self.problems if not problem.warning)


def sentence(problem: Problem, texts: Texts) -> str:
    """``path:line: sentence`` in the language of ``texts``; warnings say that they are."""
    said = texts.error(problem.as_error())
    if problem.warning:
        said = texts.say("packs.warning", text=said)
    return f"{problem.path}:{problem.line}: {said}"


def show_loc(loc: Loc) -> str:
    """A node's path for a sentence: ``rating.bands[2].text.en`` (indexes count from 1)."""
    shown = ""
    for key in loc:
        if isinstance(key, int):
            shown += f"[{key + 1}]"
        else:
            shown += f".{key}" if shown else key
    return shown
