"""The packs that this user has: built-in ones and those of one's own, and how they are searched.

No widgets here. Built-in packs are shown from the library; the files are read when one is copied
or exported. Packs of one's own are shown as they are written, for only so are switched-off
questions and locks seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from auditapp.packs import codec
from auditapp.packs.own_packs import list_own
from auditapp.packs.source import PackSource, Part, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from auditapp.domain.vocabulary import Lang
    from auditapp.packs.content import CriterionCard, Library
    from auditapp.packs.problems import Problem
    from auditapp.packs.source import Plain


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack of the list. ``source`` is None where its files cannot be read (``problems``)."""

    id: str
    is_own: bool
    source: PackSource | None
    folder: Path
    problems: tuple[Problem, ...] = ()

    @property
    def sectors(self) -> tuple[str, ...]:
        """For whom it is."""
        return tuple(names(self.source.head.get("sectors"))) if self.source else ()

    def title(self, lang: Lang) -> str:
        """Its name; the id where it has none."""
        return text_of(self.source.head.get("title"), lang) or self.id if self.source else self.id

    def full_source(self) -> PackSource:
        """The pack as its files say it. Raises PacksInvalid."""
        if self.is_own and self.source is not None:
            return self.source
        return read_source(self.folder)


class Collection:
    """All packs in one library, by id."""

    def __init__(self, library: Library, built_in: Path, own: Path) -> None:
        self.library = library
        self.own_root = own
        mine = [
            Entry(it.id, is_own=True, source=it.source, folder=it.folder, problems=it.problems)
            for it in list_own(own)
        ]
        taken = {it.id for it in mine}
        shipped = [
            Entry(pack.id, is_own=False, source=_shown(pack), folder=built_in / "packs" / pack.id)
            for pack in library.packs
            if pack.id not in taken
        ]
        self.entries: tuple[Entry, ...] = (*mine, *shipped)
        self._folded = {entry.id: _folded(entry.source) for entry in self.entries if entry.source}

    @property
    def criteria(self) -> Mapping[str, CriterionCard]:
        """The criterion cards."""
        return self.library.criteria

    def entry(self, pack_id: str) -> Entry | None:
        """The pack with this id."""
        return next((it for it in self.entries if it.id == pack_id), None)

    def free_id(self, wish: str) -> str:
        """An id like ``wish`` that no pack has."""
        taken = {it.id for it in self.entries} | {pack.id for pack in self.library.packs}
        stem = "".join(it for it in wish.upper() if it.isascii() and it.isalnum()).lstrip(
            "0123456789"
        )
        stem = stem[:9] or "OWN"
        number = 1
        name = stem if len(stem) > 1 else f"{stem}1"
        while name in taken:
            number += 1
            name = f"{stem}{number}"
        return name

    def find(self, words: str) -> dict[str, frozenset[str]] | None:
        """Pack ids with the ids of their questions that hold every word; None without words."""
        needles = words.casefold().split()
        if not needles:
            return None
        hits: dict[str, frozenset[str]] = {}
        for pack_id, questions in self._folded.items():
            found = frozenset(
                question_id
                for question_id, said in questions
                if all(needle in said for needle in needles)
            )
            if found:
                hits[pack_id] = found
        return hits


def text_of(value: object, lang: Lang) -> str:
    """A text in ``lang``, else in the other language; empty where there is none."""
    if not isinstance(value, dict):
        return ""
    plain = cast("Plain", value)
    said = plain.get(lang.value) or next((it for it in plain.values() if it), "")
    return said if isinstance(said, str) else ""


def names(value: object) -> list[str]:
    """A list of words, whatever is written there."""
    return [str(it) for it in cast("list[Any]", value)] if isinstance(value, list) else []


def node_of(value: object) -> Plain:
    """A mapping as it is written; empty where there is none."""
    return cast("Plain", value) if isinstance(value, dict) else {}


def sections_of(source: PackSource) -> list[Plain]:
    """The sections, in reading order."""
    rows = source.head.get("sections")
    listed = cast("list[Any]", rows) if isinstance(rows, list) else []
    return [cast("Plain", it) for it in listed if isinstance(it, dict)]


def words_in(value: object) -> Iterator[str]:
    """Every text below a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for it in cast("Plain", value).values():
            yield from words_in(it)
    elif isinstance(value, list):
        for it in cast("list[Any]", value):
            yield from words_in(it)


def _folded(source: PackSource) -> list[tuple[str, str]]:
    return [(str(it.get("id", "")), "\n".join(words_in(it)).casefold()) for it in source.questions]


def _shown(pack: Any) -> PackSource:
    head = codec.put_pack(pack)
    questions = tuple(head.pop("questions"))
    head.pop("facts", None)
    return PackSource(head, (Part("pack.yaml", "", questions),))
