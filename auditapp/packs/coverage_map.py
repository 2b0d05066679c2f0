"""What must be covered and what covers it: clauses, seed rules, rights, principles, red flags.

``checklists/coverage.yaml`` lists the rows and says what cannot be read from the packs; everything
else (rules that questions carry, cards they cite, sections, ids of automatic rules) is looked up.
A row that nothing covers and that gives no reason is a hole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from pydantic import Field

from auditapp.packs import rules, text_rules
from auditapp.packs.content import Bilingual
from auditapp.packs.coverage import coverage
from auditapp.packs.models import BilingualText, Strict
from auditapp.packs.problems import Collector, PacksInvalid, Place
from auditapp.packs.shape import check_shape
from auditapp.packs.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.rules import Placed

TABLES: Final = ("clauses", "rules", "rights", "cells", "red_flags")
# Parsing half a megabyte of YAML for its ids alone would take a second.
_ID: Final = re.compile(r"(?:^|[\s{,-])id:\s*[\"']?([A-Z][A-Z0-9a-z-]*)", re.MULTILINE)
_RULE: Final = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[0-9]{2,3}[a-z]?\Z")
RowId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
Place_ = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]+/[A-Za-z0-9_.]+$", max_length=60)]
QuestionId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]+-[A-Za-z0-9_.-]+$", max_length=60)]


class RowModel(Strict):
    """A row that must be covered."""

    id: RowId
    name: BilingualText | None = None
    card: RowId | None = None
    sections: list[Place_] = Field(default_factory=list[str])
    questions: list[QuestionId] = Field(default_factory=list[str])
    rules: list[RowId] = Field(default_factory=list[str])
    reason: BilingualText | None = None


class CoverageFile(Strict):
    """coverage.yaml."""

    clauses: list[RowModel]
    rules: list[RowModel]
    rights: list[RowModel]
    cells: list[RowModel]
    red_flags: list[RowModel]


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A row with what covers it: questions, automatic rules (or clocks), or a reason why not.

    ``waits``: questions named for it whose pack is not there (yet).
    """

    id: str
    name: Bilingual | None
    questions: tuple[str, ...]
    rules: tuple[str, ...]
    reason: Bilingual | None
    waits: tuple[str, ...] = ()

    @property
    def is_hole(self) -> bool:
        """Whether nothing covers it and nobody says why."""
        return not (self.questions or self.rules or self.reason)


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """The tables by name (``TABLES``); ``unknown_rules`` are those that questions carry but that
    neither the seeds' list nor an automatic rule or clock has."""

    tables: Mapping[str, tuple[CoverRow, ...]]
    unknown_rules: tuple[tuple[str, str], ...]

    @property
    def holes(self) -> tuple[tuple[str, CoverRow], ...]:
        """Table and row of every hole."""
        return tuple(
            (name, row) for name, rows in self.tables.items() for row in rows if row.is_hole
        )


def coverage_map(root: Path, library: Library) -> CoverageMap:
    """The tables for a checklist folder. Raises PacksInvalid for a faulty coverage.yaml, and for
    one that names a question that its pack does not have."""
    found = Collector()
    read = _read(root / "coverage.yaml", library, found)
    if read is None or found.errors:
        raise PacksInvalid(found.errors)
    automatic = automatic_rules(root)
    carried: dict[str, list[str]] = {}
    for pack in library.packs:
        for question in pack.questions:
            if question.auto_rule is not None:
                carried.setdefault(question.auto_rule, []).append(question.id)
    tables = {
        name: tuple(
            _row(it, library, carried, automatic, by_rule=name == "rules")
            for it in cast("list[RowModel]", getattr(read, name))
        )
        for name in TABLES
    }
    tables["clauses"] = tuple(_clauses(library, {it.id: it for it in read.clauses}))
    known = automatic | {it.id for it in read.rules}
    unknown = [(rule, it) for rule, ids in carried.items() if rule not in known for it in ids]
    return CoverageMap(tables, tuple(sorted(unknown)))


def automatic_rules(root: Path) -> frozenset[str]:
    """The ids of the automatic rules and clocks in ``rules/`` and ``clocks/``: ids alone are read,
    what they mean is the business of the tickets room."""
    ids: set[str] = set()
    for folder in ("rules", "clocks"):
        for file in sorted((root / folder).glob("*.yaml")):
            try:
                text = file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            ids.update(it for it in _ID.findall(text) if _RULE.match(it))
    return frozenset(ids)


def known_rules(roots: Sequence[Path]) -> frozenset[str]:
    """What a question's ``auto_rule`` may name: automatic rules, clocks, and the seeds' rules of
    coverage.yaml. Empty where a folder has none of these: then nothing can be said about it."""
    known: set[str] = set()
    for root in roots:
        known |= automatic_rules(root)
        read = read_yaml(root / "coverage.yaml", Collector())
        if read is not None and isinstance(read[0], dict):
            listed = cast("dict[str, Any]", read[0]).get("rules")
            known.update(_ids(listed))
    return frozenset(known)


def check_rules(placed: Sequence[Placed], roots: Sequence[Path], found: Collector) -> None:
    """The automatic rule that a question names exists, where there are rules at all."""
    known = known_rules(roots)
    for it in placed:
        named = it.question.auto_rule
        if named is not None and known and named not in known:
            found.error(it.place.at("auto_rule"), "pack_rule_unknown", id=named)


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value)
        if isinstance(pairs.get("id"), str):
            yield pairs["id"]
        for item in pairs.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _ids(item)


def _read(file: Path, library: Library, found: Collector) -> CoverageFile | None:
    read = read_yaml(file, found)
    if read is None:
        return None
    data, source = read
    place = Place(source)
    model = check_shape(CoverageFile, data, place, found)
    if model is None:
        return None
    text_rules.check_texts(data, place, found)
    packs = {pack.id: pack for pack in library.packs}
    for name in TABLES:
        rows = cast("list[RowModel]", getattr(model, name))
        here = place.at(name)
        rules.check_unique(
            [(it.id, here.at(n)) for n, it in enumerate(rows)], "pack_entry_taken", found
        )
        for n, row in enumerate(rows):
            for question in row.questions:
                pack = packs.get(question.partition("-")[0])
                if pack is not None and question not in pack.by_id:
                    found.error(here.at(n), "pack_coverage_question", id=row.id, question=question)
    return model


def _row(
    it: RowModel,
    library: Library,
    carried: Mapping[str, Sequence[str]],
    automatic: frozenset[str],
    *,
    by_rule: bool,
) -> CoverRow:
    there = {question.id for pack in library.packs for question in pack.questions}
    questions = dict.fromkeys(name for name in it.questions if name in there)
    for pack in library.packs:
        for question in pack.questions:
            cites = it.card is not None and it.card in question.criteria
            if cites or f"{pack.id}/{question.section}" in it.sections:
                questions[question.id] = None
    own = [it.id] if by_rule else []
    questions |= dict.fromkeys(name for rule in own for name in carried.get(rule, ()))
    found = tuple(rule for rule in (*own, *it.rules) if rule in automatic)
    return CoverRow(
        it.id,
        None if it.name is None else Bilingual(it.name.en, it.name.zh),
        tuple(questions),
        found,
        None if it.reason is None else Bilingual(it.reason.en, it.reason.zh),
        tuple(name for name in it.questions if name not in there),
    )


def _clauses(library: Library, named: Mapping[str, RowModel]) -> Iterator[CoverRow]:
    for row in coverage(library.packs, library.criteria).clauses:
        entry = named.get(row.id)
        reason = None if entry is None else entry.reason
        card = library.criteria.get(row.id)
        yield CoverRow(
            row.id,
            None if card is None else card.title,
            row.questions,
            (),
            None if reason is None else Bilingual(reason.en, reason.zh),
        )
