"""Search over everything that is said in an audit, in both languages, from one character on.

By scanning: SQLite's trigram index finds nothing for two Chinese characters, and reading through
11 MB takes some 20 ms. The packs' words lie folded on the shelf; the file's are narrowed by LIKE.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries.cells import Ids, collector_paused
from auditapp.ops.queries.people import unit_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from auditapp.ops.queries.content import Content, PackShelf, Pair
    from auditapp.packs.content import Bilingual, CriterionCard, Question
    from auditapp.store.audit_file import AuditFile

SNIPPET: Final = 80
"""How many characters of a text a hit shows."""
_BEFORE: Final = 20


class HitKind(StrEnum):
    """What was found."""

    QUESTION = "question"
    NOTE = "note"
    FINDING = "finding"
    ACTION = "action"
    EVIDENCE = "evidence"
    CRITERION = "criterion"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words around a match; ``start`` and ``end`` bound the match inside ``text``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found and where it is: a question (``question_id``, and ``unit_id`` for a note),
    a library card (``card_id``), or a row (``row_id``)."""

    kind: HitKind
    label: str
    snippet: Snippet
    question_id: str | None = None
    unit_id: uuid.UUID | None = None
    row_id: uuid.UUID | None = None
    card_id: str | None = None

    @property
    def pair(self) -> Pair | None:
        """Question and unit, for a note."""
        if self.question_id is None or self.unit_id is None:
            return None
        return self.question_id, self.unit_id


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


_Place = tuple["str | None", "uuid.UUID | None", "uuid.UUID | None", "str | None"]


@dataclass(frozen=True, slots=True)
class _Doc:
    """One thing found: its names (numbers, ids), its heading, and its texts, best language first.

    The texts are asked for only where a snippet is made: one letter finds thousands of questions.
    """

    kind: HitKind
    label: str
    names: tuple[str, ...]
    heading: str
    texts: Callable[[], tuple[str, ...]]
    place: _Place


def search(
    audit: AuditFile, shelf: PackShelf, wanted: str, *, lang: Lang = Lang.ZH, limit: int = 50
) -> Found:
    """What holds every word of ``wanted`` (words are parted by spaces; case does not matter).

    Ranked: a number or id that is the word, then one that begins with it, then headings, then
    texts; snippets in ``lang`` where the match is there.
    """
    needles = wanted.casefold().split()
    if not needles:
        return Found((), 0)
    with collector_paused():
        ranked = audit.read(lambda session: _ranked(session, shelf, needles, lang))
    ranked.sort(key=lambda pair: pair[0])
    hits = tuple(
        Hit(doc.kind, doc.label, _snippet(doc, needles), *doc.place) for _, doc in ranked[:limit]
    )
    return Found(hits, len(ranked))


def _ranked(
    session: Session, shelf: PackShelf, needles: Sequence[str], lang: Lang
) -> list[tuple[tuple[int, int, int], _Doc]]:
    content = shelf.content(session)
    kinds = tuple(HitKind)
    found: list[tuple[tuple[int, int, int], _Doc]] = []
    for doc in _questions(content, shelf, needles, lang):
        found.append(((_rank(doc, needles), kinds.index(doc.kind), len(found)), doc))
    for doc in (*_cards(content, lang), *_rows(session, content, needles, lang)):
        words = "\n".join((*doc.names, *doc.texts())).casefold()
        if all(needle in words for needle in needles):
            found.append(((_rank(doc, needles), kinds.index(doc.kind), len(found)), doc))
    return found


def _doc(
    kind: HitKind, label: str, names: tuple[str, ...], texts: tuple[str, ...], place: _Place
) -> _Doc:
    return _Doc(kind, label, names, texts[0] if texts else "", lambda: texts, place)


def _rank(doc: _Doc, needles: Sequence[str]) -> int:
    names = [name.casefold() for name in doc.names]
    whole = " ".join(needles)
    if whole in names:
        return 0
    if any(name.startswith(whole) for name in names):
        return 1
    heading = doc.heading.casefold()
    return 2 if all(needle in heading for needle in needles) else 3


def _snippet(doc: _Doc, needles: Sequence[str]) -> Snippet:
    texts = doc.texts()
    for needle in needles:
        for body in (*texts, *doc.names):
            folded = body.casefold()
            at = folded.find(needle)
            if at < 0:
                continue
            if len(folded) != len(body):  # folding moved the places: ß is ss
                return Snippet(_line(body[:SNIPPET]), 0, 0)
            begin = max(0, at - _BEFORE)
            head = "…" if begin else ""
            tail = "…" if begin + SNIPPET < len(body) else ""
            shift = len(head) - begin
            piece = _line(body[begin : begin + SNIPPET])
            end = min(at + len(needle), begin + SNIPPET)
            return Snippet(f"{head}{piece}{tail}", at + shift, end + shift)
    return Snippet(_line((texts or doc.names)[0][:SNIPPET]), 0, 0)


def _line(body: str) -> str:
    """A piece of a text on one line, each sign in its place."""
    return body.replace("\n", " ").replace("\t", " ")


def _questions(
    content: Content, shelf: PackShelf, needles: Sequence[str], lang: Lang
) -> Iterator[_Doc]:
    seen: set[str] = set()
    for frozen in reversed(content.packs):
        for question in frozen.pack.questions:
            if question.id in seen:
                continue
            seen.add(question.id)
            hay = shelf.haystack(frozen.pack.id, question)
            if all(needle in hay for needle in needles):
                yield _Doc(
                    HitKind.QUESTION,
                    question.id,
                    (question.id,),
                    question.q.get(lang),
                    partial(_words, question, lang),
                    (question.id, None, None, None),
                )


def _words(question: Question, lang: Lang) -> tuple[str, ...]:
    other = Lang.EN if lang is Lang.ZH else Lang.ZH
    words: list[str] = []
    for tongue in (lang, other):
        words += (question.q.get(tongue), question.ask.get(tongue))
        words += (*question.look_for.get(tongue), *question.evidence.get(tongue))
        words += (question.negative_test.get(tongue), question.rating.measure.get(tongue))
        words += (band.text.get(tongue) for band in question.rating.bands)
    return tuple(words)


def _cards(content: Content, lang: Lang) -> Iterator[_Doc]:
    for card in content.cards.values():
        yield _doc(
            HitKind.CRITERION,
            card.id,
            (card.id, card.article),
            tuple(_card_words(card, lang)),
            (None, None, None, card.id),
        )


def _card_words(card: CriterionCard, lang: Lang) -> Iterable[str]:
    listed: tuple[Bilingual, ...] = (card.title, card.source, card.paraphrase, card.issuer)
    other = Lang.EN if lang is Lang.ZH else Lang.ZH
    return (text.get(tongue) for tongue in (lang, other) for text in listed)


# What is read of each table: id, names (before the bar), then texts of its own. Fixed words.
_TABLES: Final[Mapping[HitKind, tuple[str, int]]] = {
    HitKind.FINDING: ("SELECT id, number, final_number, clause, question_id FROM finding", 4),
    HitKind.ACTION: ("SELECT id, number, owner, criterion FROM action", 1),
    HitKind.EVIDENCE: (
        "SELECT id, number, body, holder, role, place, reference, file_name, period FROM evidence",
        1,
    ),
    HitKind.CRITERION: (
        "SELECT id, number, document_number, document, article FROM criterion WHERE withdrawn = 0",
        2,
    ),
    HitKind.UNIT: ("SELECT id, code FROM unit WHERE withdrawn = 0", 1),
}


def _rows(session: Session, content: Content, needles: Sequence[str], lang: Lang) -> Iterator[_Doc]:
    yield from _notes(session, content, needles)
    printed = _printed(session, needles, lang)
    for kind, (query, names) in _TABLES.items():
        for key, *cells in session.execute(text(query)).all():
            bodies = [str(cell) for cell in cells if cell not in (None, "")]
            own = [str(cell) for cell in cells[names:] if cell not in (None, "")]
            texts = printed.get(key, ())
            if not _might(needles, bodies, texts):
                continue
            yield _doc(
                kind,
                str(cells[0]),
                tuple(str(cell) for cell in cells[:names] if cell not in (None, "")),
                (*texts, *own),
                (None, None, uuid.UUID(bytes=key), None),
            )


def _might(needles: Sequence[str], cells: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a row has anything of the first word: spares making documents of the others."""
    first = needles[0]
    return any(first in body.casefold() for body in (*cells, *texts))


def _notes(session: Session, content: Content, needles: Sequence[str]) -> Iterator[_Doc]:
    where, args = _like(("note", "reason"), [max(needles, key=len)])
    rows = session.execute(
        text(f"SELECT question_id, unit_id, note, reason FROM answer WHERE {where}"),  # noqa: S608
        args,
    ).all()
    codes = unit_codes(session) if rows else {}
    ids = Ids()
    for question_id, unit, note, reason in rows:
        unit_id = ids[unit]
        if (question_id, unit_id) not in content.by_pair:
            continue
        yield _doc(
            HitKind.NOTE,
            f"{question_id} · {codes.get(unit_id, '')}",
            (),
            tuple(body for body in (note, reason) if body),
            (question_id, unit_id, None, None),
        )


def _printed(session: Session, needles: Sequence[str], lang: Lang) -> dict[bytes, tuple[str, ...]]:
    """The printed texts that hold a word, by owner: titles first, then the asked language."""
    where, args = _like(("body",), needles)
    rows = session.execute(
        text(f"SELECT owner_id, field, lang, body FROM text WHERE {where}"),  # noqa: S608
        args,
    ).all()
    found: dict[bytes, list[tuple[bool, bool, str, str]]] = defaultdict(list)
    for owner, name, tongue, body in rows:
        heading = name in ("title", "name", "description")
        found[owner].append((not heading, tongue != lang.value, name, body))
    return {owner: tuple(item[3] for item in sorted(listed)) for owner, listed in found.items()}


def _like(columns: Sequence[str], needles: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """A test that holds at least where one of the words stands in one of the columns.

    LIKE knows the case of ASCII letters only: with a word of other cased letters nothing is
    narrowed, and the caller's own test decides.
    """
    if not all(_is_plain(needle) for needle in needles):
        return " OR ".join(f"{column} IS NOT NULL" for column in columns), {}
    args: dict[str, Any] = {}
    tests: list[str] = []
    for n, needle in enumerate(needles):
        escaped = needle.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        args[f"w{n}"] = f"%{escaped}%"
        tests += [f"{column} LIKE :w{n} ESCAPE '\\'" for column in columns]
    return " OR ".join(tests), args


def _is_plain(needle: str) -> bool:
    return all(sign.isascii() or sign.lower() == sign.upper() for sign in needle)
