"""Which clauses and principles the packs cover, and how much is in a pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs import codec
from auditapp.packs.selection import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditapp.packs.content import CriterionCard, Pack, Question

PRINCIPLES: Final = tuple(f"4.{number}" for number in range(1, 16))
_CLAUSE_CARD: Final = "iso10002-2018-"
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9'\u2019.-]*")


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A criterion card or principle, and the ids of the questions that serve it."""

    id: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """ISO 10002 clauses, principles, and all other cards, each with its questions.

    ``clauses`` and ``other`` count citations; ``principles`` counts citations of 4.x and tags.
    """

    clauses: tuple[CoverageRow, ...]
    principles: tuple[CoverageRow, ...]
    other: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class PackCounts:
    """Figures of a pack: questions in all, core, per section and type; words; minutes."""

    questions: int
    core: int
    by_section: Mapping[str, int]
    by_type: Mapping[str, int]
    words_en: int
    characters_zh: int
    minutes: int


def coverage(packs: Sequence[Pack], criteria: Mapping[str, CriterionCard]) -> Coverage:
    """The tables for ``packs check --coverage``; rows without questions are gaps."""
    citing: dict[str, list[str]] = {card_id: [] for card_id in criteria}
    serving: dict[str, list[str]] = {principle: [] for principle in PRINCIPLES}
    for question in _questions(packs):
        for card_id in question.criteria:
            citing.setdefault(card_id, []).append(question.id)
        clauses = {card.removeprefix(_CLAUSE_CARD) for card in question.criteria}
        for principle in clauses.union(question.tags) & serving.keys():
            serving[principle].append(question.id)
    clause_ids = sorted((it for it in citing if it.startswith(_CLAUSE_CARD)), key=_clause_key)
    other_ids = sorted(it for it in citing if not it.startswith(_CLAUSE_CARD))
    return Coverage(
        clauses=tuple(CoverageRow(it, tuple(citing[it])) for it in clause_ids),
        principles=tuple(CoverageRow(it, tuple(serving[it])) for it in PRINCIPLES),
        other=tuple(CoverageRow(it, tuple(citing[it])) for it in other_ids),
    )


def counts(pack: Pack) -> PackCounts:
    """The figures of a pack."""
    by_section: dict[str, int] = {section.id: 0 for section in pack.sections}
    by_type: dict[str, int] = {}
    words = characters = 0
    for question in pack.questions:
        by_section[question.section] = by_section.get(question.section, 0) + 1
        by_type[question.type.value] = by_type.get(question.type.value, 0) + 1
    for lang, text in _texts(codec.put_pack(pack)):
        if lang == "en":
            words += len(_WORD.findall(text))
        else:
            characters += len(_HAN.findall(text))
    return PackCounts(
        questions=len(pack.questions),
        core=sum(question.core for question in pack.questions),
        by_section=by_section,
        by_type=by_type,
        words_en=words,
        characters_zh=characters,
        minutes=sum(minutes_of(question) for question in pack.questions),
    )


def _questions(packs: Sequence[Pack]) -> Iterator[Question]:
    for pack in packs:
        yield from pack.questions


def _clause_key(card_id: str) -> tuple[tuple[int, str], ...]:
    """Clauses by number (4.2 before 4.10), annexes behind them."""
    parts = card_id.removeprefix(_CLAUSE_CARD).split(".")
    return tuple((int(it), "") if it.isdigit() else (1000, it) for it in parts)


def _texts(value: object, lang: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a plain value with its language."""
    if isinstance(value, str):
        if lang:
            yield lang, value
    elif isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield from _texts(item, key if key in ("en", "zh") else lang)
    elif isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _texts(item, lang)
