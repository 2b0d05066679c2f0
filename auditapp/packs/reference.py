"""Where is it written? Criteria cards, glossary and ambiguities, searched in both languages.

Searching is a scan over folded texts, from one character on; no index. Standard library only, so
that the window can search what it has loaded without pydantic or YAML.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from auditapp.domain.vocabulary import Force, Lang, Sector
from auditapp.packs.content import CardKind, Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from auditapp.packs.content import (
        Ambiguity,
        Bilingual,
        CriterionCard,
        Library,
        Misuse,
        Question,
        Term,
    )

R = TypeVar("R")

_NUMBER: Final = re.compile(r"[0-9]+(?:-[0-9]+)?\Z")
_ANNEX: Final = re.compile(r"Annex ([A-Z])\Z")
_NO_PLACE: Final = re.compile(r"[a-z][a-z ]*\Z|-\Z")
_JOINTS: Final = re.compile(r"[\s/·《》()“”\"'、,，:：]+")
_BY_ARTICLE: Final = re.compile(r"\b(?:arts?|articles?)\b[.\s]*([0-9])")
_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")


@dataclass(frozen=True, slots=True)
class Narrow:
    """What the cards are narrowed to; an empty set lets everything through.

    ``verified`` None takes checked and unchecked cards. Sectors and jurisdictions are those that
    the card itself names: one for all sectors is found under ``all``.
    """

    kinds: frozenset[CardKind] = frozenset()
    forces: frozenset[Force] = frozenset()
    jurisdictions: frozenset[Jurisdiction] = frozenset()
    sectors: frozenset[Sector] = frozenset()
    verified: bool | None = None

    def takes(self, card: CriterionCard) -> bool:
        """Whether a card passes."""
        return (
            (not self.kinds or card.kind in self.kinds)
            and (not self.forces or card.force in self.forces)
            and (not self.jurisdictions or card.jurisdiction in self.jurisdictions)
            and (not self.sectors or bool(self.sectors & set(card.sectors)))
            and (self.verified is None or card.verified == self.verified)
        )


@dataclass(frozen=True, slots=True)
class _Entry(Generic[R]):
    """A row with its words folded: ``lines`` and ``head`` are its names, which count most."""

    row: R
    lines: frozenset[str]
    head: str
    folded: str
    squeezed: str


class Reference:
    """The library as a reference: cards with the questions that cite them, terms, ambiguities.

    Made once per loaded library; holds no state of a search.
    """

    def __init__(self, library: Library) -> None:
        self.cards: Mapping[str, CriterionCard] = library.criteria
        self.terms: tuple[Term, ...] = library.glossary.terms
        self.term_sets = library.glossary.term_sets
        self.ambiguities: tuple[Ambiguity, ...] = library.ambiguities
        self._misuse = library.glossary.misuse
        self._citing: dict[str, list[tuple[str, Question]]] = {}
        for pack in library.packs:
            for question in pack.questions:
                for card in question.criteria:
                    self._citing.setdefault(card, []).append((pack.id, question))
        self._card_entries = [_card_entry(card) for card in self.cards.values()]
        self._term_entries = [_term_entry(term, self.misuse_of(term.id)) for term in self.terms]
        self._ambiguity_entries = [_ambiguity_entry(it) for it in self.ambiguities]

    def find(self, words: str = "", narrow: Narrow | None = None) -> list[CriterionCard]:
        """The cards that hold all words: those named so first, then the library's order."""
        return _search(self._card_entries, words, (narrow or Narrow()).takes)

    def find_terms(self, words: str = "", context: str | None = None) -> list[Term]:
        """The glossary's entries with all words, in either language; of one context, or all."""
        return _search(
            self._term_entries, words, lambda term: context is None or context in term.contexts
        )

    def find_ambiguities(self, words: str = "") -> list[Ambiguity]:
        """The entries of the ambiguity register with all words."""
        return _search(self._ambiguity_entries, words, lambda _: True)

    def citing(self, card_id: str) -> Sequence[tuple[str, Question]]:
        """The questions that cite a card, as (pack id, question), in reading order."""
        return self._citing.get(card_id, ())

    def misuse_of(self, term_id: str) -> tuple[Misuse, ...]:
        """What the glossary says is a wrong word for a term."""
        return tuple(it for it in self._misuse if it.concept == term_id)

    def contexts(self) -> tuple[str, ...]:
        """The contexts that the glossary's entries name, in their order."""
        return tuple(dict.fromkeys(it for term in self.terms for it in term.contexts))


def place_of(card: CriterionCard, lang: Lang) -> str:
    """Where in its source a card stands: ``第20条``, ``Art. 20``, ``7.2``; empty for the whole."""
    article = card.article
    if _NO_PLACE.match(article):
        return ""
    annex = _ANNEX.match(article)
    if annex is not None:
        return f"附录{annex[1]}" if lang is Lang.ZH else article
    by_article = card.jurisdiction in (Jurisdiction.CN, Jurisdiction.EU)
    if card.kind is not CardKind.STANDARD and by_article and _NUMBER.match(article):
        if lang is Lang.ZH:
            return f"第{article.replace('-', '—')}条"
        return f"Arts {article.replace('-', '–')}" if "-" in article else f"Art. {article}"
    return article


def source_name(card: CriterionCard, lang: Lang) -> str:
    """The source's name, short: without the state's name and what stands in brackets."""
    name = re.split(r"[（(；;]", card.source.get(lang), maxsplit=1)[0].strip()
    return name.removeprefix("中华人民共和国").removesuffix(" of the PRC")


def citation(card: CriterionCard, lang: Lang) -> str:
    """A card as it is cited in a text: source, place, title."""
    source, place, title = card.source.get(lang), place_of(card, lang), card.title.get(lang)
    if lang is Lang.ZH:
        named = source if card.kind is CardKind.STANDARD else _in_marks(source)
        joint = " " if place[:1].isascii() and place else ""
        return f"{named}{joint}{place}（{title}）"
    return f"{source}{', ' if place else ''}{place} ({title})"


def fold(text: str) -> str:
    """How texts are compared: width, case and compatibility forms do not count."""
    return unicodedata.normalize("NFKC", text).casefold()


def chinese_number(value: int) -> str:
    """1 to 9,999 in Chinese numerals, as article numbers are written: 二十, 一百六十三."""
    digits = str(value)
    said, gap = "", False
    for position, digit in enumerate(digits):
        unit = _UNITS[len(digits) - 1 - position]
        if digit == "0":
            gap = True
            continue
        said += ("零" if gap and said else "") + _DIGITS[int(digit)] + unit
        gap = False
    return said.removeprefix("一") if said.startswith("一十") else said


def _in_marks(source: str) -> str:
    """A Chinese source in book-title marks; what stands in brackets stays outside them."""
    if "《" in source:
        return source
    name, bracket, rest = source.partition("（")
    name, semicolon, more = name.partition("；")
    return f"《{name}》{semicolon}{more}{bracket}{rest}"


def _squeeze(folded: str) -> str:
    return _JOINTS.sub("", folded)


def _search(entries: Iterable[_Entry[R]], words: str, takes: Callable[[R], bool]) -> list[R]:
    parts = _BY_ARTICLE.sub(r"art.\1", fold(words)).split()
    if not parts:
        return [it.row for it in entries if takes(it.row)]
    tight = [_squeeze(part) for part in parts]
    ranked: tuple[list[R], ...] = ([], [], [])
    for it in entries:
        if not takes(it.row):
            continue
        if all(
            part in it.folded or (close and close in it.squeezed)
            for part, close in zip(parts, tight, strict=True)
        ):
            if any(part in it.lines for part in parts):
                ranked[0].append(it.row)
            else:
                ranked[1 if all(part in it.head for part in parts) else 2].append(it.row)
    return [row for rows in ranked for row in rows]


def _entry(row: R, head: Iterable[str], body: Iterable[str]) -> _Entry[R]:
    top = fold("\n".join(head))
    folded = f"{top}\n{fold(chr(10).join(body))}"
    # Line ends keep fields apart: what is squeezed together is never two fields.
    squeezed = "\n".join(_squeeze(line) for line in folded.splitlines())
    return _Entry(row, frozenset(top.splitlines()), top, folded, squeezed)


def _both(*texts: Bilingual | None) -> list[str]:
    return [said for text in texts if text is not None for said in (text.zh, text.en)]


def _card_entry(card: CriterionCard) -> _Entry[CriterionCard]:
    head = [card.article, *_both(card.title)]
    if _NUMBER.match(card.article) and card.kind is not CardKind.STANDARD:
        ends = [int(part) for part in card.article.split("-")]
        for number in ends:
            head += [f"第{chinese_number(number)}条", f"第{number}条", f"art.{number}"]
    head += [place_of(card, lang) for lang in Lang]
    body = [card.id, card.edition, *_both(card.source, card.paraphrase, card.issuer)]
    body += [f"{card.source.get(lang)}{place_of(card, lang)}" for lang in Lang]
    return _entry(card, head, body)


def _term_entry(term: Term, misuse: Iterable[Misuse]) -> _Entry[Term]:
    body = [term.id, *_both(term.note)]
    for it in misuse:
        body += [it.wrong, *_both(it.note)]
    return _entry(term, _both(term.term), body)


def _ambiguity_entry(it: Ambiguity) -> _Entry[Ambiguity]:
    body = [it.switch, *it.affects, *_both(it.text)]
    for option in it.options:
        body += [option.value, *_both(option.text)]
    return _entry(it, [it.id, *_both(it.title)], body)
