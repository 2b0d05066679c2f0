"""Whether a text uses a word that the glossary calls wrong, by concept and context.

A bare string decides nothing: 复核 is right for a ticket, a petition or a working paper, and wrong
only for the review under Order 2020-3 Art. 20. So an entry is looked at where its context is named:

- a context that is a criterion (``cn-cbirc-2020-3-art20``) or the report is narrow enough to decide
  alone: there the word is wrong outside the phrases in which it is right;
- in a wide context (a sector, ``findings``, ``system_audit``) the word is wrong only where the
  concept is meant, which the same text in the other language tells: it has the concept's word, and
  not that of another concept for which the word is right.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Lang

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from auditapp.packs.content import Bilingual, CriterionCard, Glossary, Misuse, Term

REPORT: Final = "report"
_CRITERION: Final = re.compile(r"[a-z0-9]+-.*(art|annex-|-)[0-9a-z.]+\Z")
_ASIDE: Final = re.compile(r"\s*[(（][^)）]*[)）]\s*")
_LONG: Final = 9
_CUT: Final = 5
_OTHER: Final[Mapping[Lang, Lang]] = {Lang.ZH: Lang.EN, Lang.EN: Lang.ZH}


def misused(
    text: Bilingual,
    contexts: AbstractSet[str],
    glossary: Glossary,
    *,
    around: Bilingual | None = None,
) -> Iterator[Misuse]:
    """The glossary's entries that a text offends in these contexts.

    ``contexts`` are words of the glossary and ids of criteria; an entry's ``cn-pipl`` holds for
    every card of that law. ``around`` is what the text is a part of: a question whose sentences are
    about the bank's internal audit may say so in one of them only.
    """
    for it in glossary.misuse:
        found = [context for context in it.contexts if _holds(context, contexts)]
        if not found or not stands_wrong(text.get(it.lang), it):
            continue
        narrow = any(it == REPORT or (it in contexts and _is_card(it)) for it in found)
        if narrow or _is_meant(it, text, around or text, glossary.terms):
            yield it


def stands_wrong(text: str, misuse: Misuse) -> bool:
    """Whether the wrong word stands in a text outside the phrases in which it is right."""
    said, wrong, right = text.casefold(), misuse.wrong.casefold(), misuse.right.casefold()
    # 纠正 does not make 纠正措施 right, but 监视 hides nothing and 销售双录 may hold 双录.
    phrases = [*misuse.allowed_in, *([right] if wrong in right else [])]
    for phrase in phrases:
        said = said.replace(phrase.casefold(), "\n")
    return wrong in said


def contexts_of(cards: Collection[CriterionCard], sectors: Collection[str]) -> frozenset[str]:
    """The contexts of a text that cites these cards in these sectors."""
    ids = {card.id for card in cards}
    kinds = {card.kind.value for card in cards}
    petition = {"petition"} if any(card.startswith("cn-xinfang") for card in ids) else set[str]()
    return frozenset({*ids, *sectors, *petition, *(kinds & {"standard"})})


def _holds(context: str, contexts: AbstractSet[str]) -> bool:
    return context in contexts or any(it.startswith(f"{context}-") for it in contexts)


def _is_card(context: str) -> bool:
    return _CRITERION.match(context) is not None


def _is_meant(misuse: Misuse, text: Bilingual, around: Bilingual, terms: tuple[Term, ...]) -> bool:
    other = _OTHER[misuse.lang]
    concept = next((it for it in terms if it.id == misuse.concept), None)
    if concept is None or not _says(text.get(other), concept.term.get(other), other):
        return False
    if misuse.right not in misuse.wrong and misuse.right in text.get(misuse.lang):
        return False  # both words stand there: they are told apart
    wrong = misuse.wrong.casefold()
    return not any(
        it.id != concept.id
        and wrong in it.term.get(misuse.lang).casefold()
        and _says(around.get(other), it.term.get(other), other, whole=True)
        for it in terms
    )


def _says(said: str, term: str, lang: Lang, *, whole: bool = False) -> bool:
    """Whether a text has a term: its head word, or all of it, in any ending."""
    return re.search(_pattern(term, lang, whole), said.casefold()) is not None


@lru_cache(maxsize=1024)
def _pattern(term: str, lang: Lang, whole: bool) -> str:
    plain = _ASIDE.sub("", term).casefold()
    if lang is Lang.ZH:
        return re.escape(plain)
    words = plain.split()
    head = words[-1]
    stem = head[:-_CUT] if len(head) > _LONG and "-" in head else head.removesuffix("y")
    wanted = [*words[:-1], stem] if whole else [stem]
    return r"\b" + r"\s+".join(re.escape(word) for word in wanted)
