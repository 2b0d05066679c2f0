"""The library of packs and criteria: load it, from the cache when nothing changed, and search it.

Importing this module costs neither PyYAML nor pydantic; they come only when files are read anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Lang
from auditapp.packs import cache
from auditapp.packs.problems import PacksInvalid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Bilingual, CriterionCard, Library, Question


def load_library(
    folder: Path,
    *,
    user_folder: Path | None = None,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> Library:
    """All packs and criteria of ``folder`` (the built-in checklists) and ``user_folder``.

    With ``cache_dir`` a library that was read before is taken from there as long as no file
    changed. Faulty packs of the user's folder are left out and told in ``Library.left_out``.
    Raises PacksInvalid (a UserError) when the built-in folder itself is at fault.
    """
    roots = [folder] if user_folder is None else [folder, user_folder]
    key = ""
    if cache_dir is not None:
        try:
            key = cache.key_of(roots)
        except OSError:
            cache_dir = None  # reading tells which file it is
    if cache_dir is not None:
        known = cache.fetch(cache_dir, key)
        if known is not None:
            return known
    library = _read(folder, user_folder, progress)
    if cache_dir is not None:
        cache.store(cache_dir, key, library)
    return library


def _read(folder: Path, user_folder: Path | None, progress: Progress | None) -> Library:
    from auditapp.packs.reading import check_root

    report = check_root(folder, user_root=user_folder, progress=progress)
    errors = tuple(problem for problem in report.problems if not problem.warning)
    beside = "" if user_folder is None else f"{user_folder.as_posix()}/"
    built_in = tuple(it for it in errors if not (beside and it.path.startswith(beside)))
    if built_in:
        raise PacksInvalid(built_in)
    library = report.library
    # A pack without errors may cite a card that has some: it could not be frozen.
    usable = tuple(
        pack
        for pack in library.packs
        if all(card in library.criteria for it in pack.questions for card in it.criteria)
    )
    return replace(library, packs=usable, left_out=errors)


class HitKind(StrEnum):
    """What a search found."""

    QUESTION = "question"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Hit:
    """A question or criterion card whose text holds all words of a search.

    ``snippet`` is the text around the first word found, in the language it was found in.
    """

    kind: HitKind
    id: str
    pack_id: str | None
    lang: Lang
    snippet: str


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: HitKind
    id: str
    pack_id: str | None
    lang: Lang
    text: str
    folded: str


class Searcher:
    """Scans questions and criteria in both languages; from one character on, no index."""

    def __init__(self, library: Library) -> None:
        self._entries = tuple(_entries(library))

    def find(self, text: str, *, lang: Lang | None = None, limit: int = 200) -> list[Hit]:
        """Questions and cards that hold all words of ``text``, each once.

        Ids count as text. ``lang`` is the language preferred for the snippet; both are searched.
        """
        words = text.casefold().split()
        if not words:
            return []
        hits: dict[tuple[HitKind, str], Hit] = {}
        for entry in self._entries:
            place = (entry.kind, entry.id)
            if place in hits and hits[place].lang is (lang or hits[place].lang):
                continue
            if all(word in entry.folded for word in words):
                if place not in hits and len(hits) >= limit:
                    break
                if place not in hits or entry.lang is lang:
                    hits[place] = _hit(entry, words[0])
        return list(hits.values())


def _entries(library: Library) -> Iterator[_Entry]:
    for pack in library.packs:
        for question in pack.questions:
            for lang in (Lang.ZH, Lang.EN):
                text = " · ".join([question.id, *_question_texts(question, lang)])
                folded = text.casefold()
                yield _Entry(HitKind.QUESTION, question.id, pack.id, lang, text, folded)
    for card in library.criteria.values():
        for lang in (Lang.ZH, Lang.EN):
            text = " · ".join([card.id, *_card_texts(card, lang)])
            yield _Entry(HitKind.CRITERION, card.id, None, lang, text, text.casefold())


def _question_texts(question: Question, lang: Lang) -> Iterator[str]:
    yield question.q.get(lang)
    yield question.ask.get(lang)
    yield from question.look_for.get(lang)
    yield from question.evidence.get(lang)
    yield question.negative_test.get(lang)
    if question.own_rule is not None:
        yield question.own_rule.get(lang)
    for band in question.rating.bands:
        yield band.text.get(lang)


def _card_texts(card: CriterionCard, lang: Lang) -> Iterator[str]:
    texts: tuple[Bilingual, ...] = (card.source, card.title, card.paraphrase)
    yield card.article
    for text in texts:
        yield text.get(lang)


def _hit(entry: _Entry, word: str) -> Hit:
    # Folding may change a text's length (ß): then the snippet is only near the word, never wrong.
    found = max(entry.folded.find(word), 0)
    start = max(found - 30, 0)
    end = min(found + len(word) + 60, len(entry.text))
    head = "…" if start else ""
    tail = "…" if end < len(entry.text) else ""
    snippet = f"{head}{entry.text[start:end].strip()}{tail}"
    return Hit(entry.kind, entry.id, entry.pack_id, entry.lang, snippet)
