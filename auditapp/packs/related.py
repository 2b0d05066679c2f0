"""Questions of different packs that look at the same thing: shown as related, never merged.

Two questions are related when their words are close; less will do when they cite one criterion in
common, and least when it is the main one of both and they are worked off the same way (type).
Closeness is the cosine of word weights (rare words count more; Chinese by pairs of characters),
0 to 1, the mean of both languages. Pure arithmetic: 740 questions take less than half a second.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from auditapp.packs.text_rules import same_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditapp.packs.content import Question
    from auditapp.packs.rules import Placed

CLOSE: Final = 0.26
"""From here on two questions are related whatever they rest on."""
CITED: Final = 0.20
"""From here on they are when they have a criterion in common."""
SAME: Final = 0.14
"""From here on they are when their main criterion and their type are the same."""
NEAR: Final = 0.60
"""From here on ``packs check`` warns that they ask (nearly) the same."""
_WORD: Final = re.compile(r"[a-z]{3,}")
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# A word that more than this share of the questions use says nothing about any of them.
_COMMON: Final = 0.15
_ENDINGS: Final = ("ing", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """Two questions of different packs, the earlier one first; ``close`` is 0 to 1."""

    first: str
    second: str
    close: float
    same_criterion: bool
    same_type: bool


def related_pairs(questions: Sequence[tuple[str, Question]]) -> tuple[RelatedPair, ...]:
    """All related pairs among ``(pack id, question)``, closest first.

    Questions of one pack are never paired: within a pack ``packs check`` forbids repetition.
    """
    english = _vectors([_stems(question.q.en) for _, question in questions])
    chinese = _vectors([_characters(question.q.zh) for _, question in questions])
    sums_en, sums_zh = _products(english, questions), _products(chinese, questions)
    found: list[RelatedPair] = []
    for pair in sums_en.keys() & sums_zh.keys():
        close = (sums_en[pair] + sums_zh[pair]) / 2
        one, other = questions[pair[0]][1], questions[pair[1]][1]
        same_criterion = one.criteria[:1] == other.criteria[:1]
        same_type = one.type is other.type
        least = SAME if same_criterion and same_type else CITED
        if close >= CLOSE or (close >= least and not set(one.criteria).isdisjoint(other.criteria)):
            found.append(RelatedPair(one.id, other.id, round(close, 3), same_criterion, same_type))
    return tuple(sorted(found, key=lambda it: (-it.close, it.first, it.second)))


def near_pairs(questions: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Questions that ask (nearly) the same: of one pack by their bare words, of different packs
    also by the weight of their words."""
    by_id = {placed.question.id: placed for placed in questions}
    packed = [(it.question.id.partition("-")[0], it.question) for it in questions]
    found = {(one.question.id, other.question.id) for one, other in same_pairs(questions)}
    found |= {(it.first, it.second) for it in related_pairs(packed) if it.close >= NEAR}
    return [(by_id[one], by_id[other]) for one, other in sorted(found)]


def by_question(pairs: Iterable[RelatedPair]) -> Mapping[str, tuple[RelatedPair, ...]]:
    """The pairs by either of their questions, closest first."""
    found: dict[str, list[RelatedPair]] = defaultdict(list)
    for pair in pairs:
        found[pair.first].append(pair)
        found[pair.second].append(pair)
    return {name: tuple(listed) for name, listed in found.items()}


def _stems(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return [_stem(word) for word in words]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _characters(text: str) -> list[str]:
    return [run[n : n + 2] for run in _HAN.findall(text) for n in range(len(run) - 1)]


def _vectors(texts: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Each text as weights of length 1; words that are everywhere count nothing."""
    seen = Counter(word for text in texts for word in set(text))
    most = max(len(texts) * _COMMON, 3)
    weight = {word: log(len(texts) / n) + 0.1 for word, n in seen.items() if n <= most}
    vectors: list[dict[str, float]] = []
    for text in texts:
        raw = {word: n * weight[word] for word, n in Counter(text).items() if word in weight}
        size = sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors.append({word: value / size for word, value in raw.items()})
    return vectors


def _products(
    vectors: Sequence[Mapping[str, float]], questions: Sequence[tuple[str, Question]]
) -> dict[tuple[int, int], float]:
    """The products of all pairs from different packs that share a word."""
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for index, vector in enumerate(vectors):
        pack = questions[index][0]
        for word, value in vector.items():
            for other, theirs in holding[word]:
                if questions[other][0] != pack:
                    sums[other, index] += value * theirs
            holding[word].append((index, value))
    return sums
