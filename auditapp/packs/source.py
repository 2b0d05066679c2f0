"""A pack as it is written: the plain values of its files, before anything is made of them.

Excel authoring, tailoring and bundles work on this form, because it keeps what a ``Pack`` drops:
parts, questions that are switched off, locks. Values are never changed in place; an edit makes a
new source (``tailoring``). Keys and values are those of docs/packs.md.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs import codec, rules
from auditapp.packs.problems import Collector, PacksInvalid, Place, Problem, Source, show_loc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from auditapp.errors import UserError
    from auditapp.packs.condition_rules import PlacedIn
    from auditapp.packs.content import Library, Pack
    from auditapp.packs.problems import Arg, Loc

Plain = dict[str, Any]

_FIRST_COMMENT: Final = re.compile(r"\A\ufeff?#[ \t]*([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A part file: its name, the comment in its first line, its questions in reading order."""

    name: str
    heading: str
    questions: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class PackSource:
    """``head`` is pack.yaml without ``parts``; these are the names of ``parts``."""

    head: Plain
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        """The pack's id; empty where none is written."""
        name = self.head.get("id")
        return name if isinstance(name, str) else ""

    @property
    def version(self) -> int:
        """The pack's version; 0 where none is written."""
        number = self.head.get("version")
        return number if isinstance(number, int) else 0

    @property
    def draft(self) -> bool:
        """Whether it says that it is a draft."""
        return self.head.get("status") == "draft"

    @property
    def questions(self) -> tuple[Plain, ...]:
        """All questions, also those that are switched off, in reading order."""
        return tuple(question for part in self.parts for question in part.questions)

    def question(self, question_id: str) -> Plain | None:
        """The question with this id."""
        return next((it for it in self.questions if it.get("id") == question_id), None)

    def plain_head(self) -> Plain:
        """pack.yaml as it is written, with its parts."""
        return self.head | {"parts": [part.name for part in self.parts]}

    def with_parts(self, parts: tuple[Part, ...]) -> PackSource:
        """The same with other parts."""
        return replace(self, parts=parts)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a source that no file holds yet.

    ``question`` is the number of the question (from 0) in ``PackSource.questions``, None for the
    head; ``question_id`` its id; ``key`` the field (``q.zh``, ``rating.bands[3].up_to``).
    """

    question: int | None
    question_id: str
    key: str
    loc: Loc
    code: str
    args: Mapping[str, Arg] = field(hash=False)
    warning: bool = False

    def as_error(self) -> UserError:
        """The fault as an error, for ``Texts.error``."""
        return Problem("", 0, self.code, self.args).as_error()


@dataclass(frozen=True, slots=True)
class Checked:
    """The pack of a source (None when it has errors) and all that is wrong."""

    pack: Pack | None
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that are not only warnings."""
        return tuple(fault for fault in self.faults if not fault.warning)


class _Numbering(dict["Loc", int]):
    """A number for each node that is asked for, also for one that is missing: its "line"."""

    def __init__(self) -> None:
        super().__init__()
        self.locs: list[Loc] = []

    def get(self, key: Loc, default: object = None, /) -> int:  # type: ignore[override]
        del default
        if key not in self:
            self.locs.append(key)
            self[key] = len(self.locs)
        return self[key]


def read_source(folder: Path) -> PackSource:
    """The source of a pack's folder.

    Raises PacksInvalid when a file cannot be read or is no pack file; what stands in it is not
    checked (``check_source``).
    """
    from auditapp.packs.yaml_lines import read_yaml

    found = Collector()
    head = _mapping(read_yaml(folder / "pack.yaml", found))
    names = head.pop("parts", [])
    parts: list[Part] = []
    for name in cast("list[Any]", names) if isinstance(names, list) else []:
        if isinstance(name, str) and "/" not in name and "\\" not in name:
            root = _mapping(read_yaml(folder / name, found))
            rows = root.get("questions")
            questions = cast("list[Any]", rows) if isinstance(rows, list) else []
            kept = tuple(cast("Plain", it) for it in questions if isinstance(it, dict))
            parts.append(Part(name, _heading(folder / name), kept))
    if found.errors:
        raise PacksInvalid(found.errors)
    return PackSource(head, tuple(parts))


def digest(source: PackSource) -> str:
    """SHA-256 over all that a source says, as 64 hex digits."""
    parts = [[it.name, it.heading, list(it.questions)] for it in source.parts]
    return hashlib.sha256(codec.canonical([source.head, parts])).hexdigest()


def check_source(
    source: PackSource, library: Library, *, where: Callable[[Loc], str] | None = None
) -> Checked:
    """Everything that ``packs check`` says of a pack, for one that is in memory.

    ``library`` has the criteria, facts and other packs; one of the same id in it is the one that
    ``source`` replaces. ``where`` says where a node stands, for sentences that name two places.
    """
    lines = _Numbering()
    place = Place(Source(source.id, lines))
    found = Collector()
    pack = _check(source, place, library, found)
    faults = [_fault(it, lines.locs, source, where) for it in found.problems]
    return Checked(None if found.errors else pack, tuple(faults))


def _check(source: PackSource, root: Place, library: Library, found: Collector) -> Pack | None:
    # pydantic is slow to import, and the source of a pack is also read to be shown only.
    from auditapp.packs.checking import Cards, check_head, check_pack, check_same
    from auditapp.packs.condition_rules import PlacedIn, check_conditions
    from auditapp.packs.reading import with_facts
    from auditapp.packs.registers import check_misuse

    place = root.at("pack")
    head = check_head(source.plain_head(), place, found)
    if head is None:
        return None
    rows = [(it, root.at("questions", at)) for at, it in enumerate(source.questions)]
    read = check_pack(head, place, rows, Cards(dict(library.criteria)), found)
    placed = [*read.questions, *read.off]
    rules.check_unique([(it.question.id, it.place) for it in placed], "pack_question_taken", found)
    check_same(read, found)
    # A question that is switched off can be referred to: its answer is then unknown.
    others = _others(library, head.id) + [PlacedIn(it, read.sectors) for it in read.off]
    check_conditions(read.placed_in(), others, library.facts, found)
    for it in read.questions:
        check_misuse(it, library.glossary.misuse, found)
    return None if read.pack is None else with_facts(read.pack, library.facts)


def _others(library: Library, but: str) -> list[PlacedIn]:
    from auditapp.packs.condition_rules import PlacedIn

    return [
        PlacedIn(rules.Placed(question, Place(Source(pack.id, {}))), pack.sectors)
        for pack in library.packs
        if pack.id != but
        for question in pack.questions
    ]


def _fault(
    problem: Problem, locs: list[Loc], source: PackSource, where: Callable[[Loc], str] | None
) -> Fault:
    loc = locs[problem.line - 1]
    args = dict(problem.args)
    first = re.fullmatch(rf"{re.escape(source.id)}:([0-9]+)", str(args.get("where", "")))
    if first is not None:
        there = locs[int(first.group(1)) - 1]
        args["where"] = _shown(there) if where is None else where(there)
    number = loc[1] if loc[:1] == ("questions",) and len(loc) > 1 else None
    if not isinstance(number, int):
        return Fault(None, "", show_loc(loc[1:]), loc, problem.code, args, problem.warning)
    name = str(source.questions[number].get("id", ""))
    key = show_loc(loc[2:])
    return Fault(number, name, key, loc, problem.code, args, problem.warning)


def _shown(loc: Loc) -> str:
    return f"#{cast('int', loc[1]) + 1}" if loc[:1] == ("questions",) else show_loc(loc[1:])


def _mapping(read: tuple[Any, Source] | None) -> Plain:
    return dict(cast("Plain", read[0])) if read and isinstance(read[0], dict) else {}


def _heading(file: Path) -> str:
    try:
        with file.open("r", encoding="utf-8") as stream:
            found = _FIRST_COMMENT.match(stream.readline())
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if found is None else found.group(1).strip()
