"""Rules for texts: really in their language, cleanly written, and no question asked twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs.problems import show_loc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditapp.packs.problems import Collector, Loc, Place
    from auditapp.packs.rules import Placed

SAME_SHARE: Final = 0.85
STYLE: Final = frozenset(
    {
        "pack_text_edges",
        "pack_text_control",
        "pack_text_stand_in",
        "pack_english_has_chinese",
        "pack_english_is_none",
        "pack_chinese_is_none",
    }
)
"""What is wrong with the writing of a text, not with the question: a draft may have it."""
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WIDE: Final = r"\u3400-\u4dbf\u4e00-\u9fff，。；：？！、（）《》“”"
_NOT_ENGLISH: Final = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]")
_ASCII_MARK: Final = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!()]|[,;:?!()](?=[\u4e00-\u9fff])")
_INNER_SPACE: Final = re.compile(rf"[{_WIDE}] +[{_WIDE}]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u2028\u2029\ufeff\ufffd]")
_STAND_IN: Final = re.compile(r"\b(TODO|TBD|FIXME|XXX)\b|待补充|待定稿")
# Characters that simplified Chinese does not use.
_TRADITIONAL: Final = re.compile(
    "[們這說時來對會與為過無從後來個國學經實現開關應當務報點電話訴處應證據審覈錄單條將讓進還運達違遠選]"
)
_WORD: Final = re.compile(r"[a-z0-9]+")
# The number of a standard (GB/T 19012-2019) is the same in both languages.
_MAY_LACK_HAN: Final = {"source"}


def check_texts(
    data: object, place: Place, found: Collector, *, mixed: frozenset[str] = frozenset()
) -> None:
    """Every bilingual text below a node whose shape is right.

    Below the keys in ``mixed`` a text may speak of words of the other language.
    """
    for loc, lang, text in _texts(data, ()):
        here = place.at(*loc)
        key = show_loc(loc)
        _check_clean(text, here, key, found)
        if not mixed.isdisjoint(map(str, loc)):
            continue
        if lang == "en":
            _check_english(text, here, key, found)
        else:
            _check_chinese(text, here, loc, found)


def check_question_marks(placed: Placed, found: Collector) -> None:
    """The audit question is a question."""
    question = placed.question.q
    if not question.en.rstrip().endswith("?"):
        found.warn(placed.place.at("q", "en"), "pack_no_question_mark", lang="en", mark="?")
    if not question.zh.rstrip().endswith("？"):
        found.warn(placed.place.at("q", "zh"), "pack_no_question_mark", lang="zh", mark="？")


def check_same_questions(questions: Sequence[Placed], found: Collector) -> None:
    """No two questions of a pack with the same or nearly the same text in both languages."""
    for first, second in same_pairs(questions):
        found.error(
            second.place.at("q"),
            "pack_same_question",
            id=second.question.id,
            other=first.question.id,
        )


def same_pairs(questions: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Pairs whose word sets overlap by 85 % or more (Jaccard) in English and in Chinese.

    Two sets can only overlap that much if they share one of the rarest 15 % of their members, so
    only such pairs are compared: 3,000 questions take a second and not an hour.
    """
    chinese = [_pairs_of_letters(placed.question.q.zh) for placed in questions]
    english = [frozenset(_WORD.findall(placed.question.q.en.lower())) for placed in questions]
    counts: dict[str, int] = {}
    for members in chinese:
        for member in members:
            counts[member] = counts.get(member, 0) + 1
    seen_with: dict[str, list[int]] = {}
    pairs: list[tuple[Placed, Placed]] = []
    for index, members in enumerate(chinese):
        rarest = sorted(members, key=lambda it: (counts[it], it))
        prefix = rarest[: len(rarest) - int(SAME_SHARE * len(rarest)) + 1]
        others = sorted({other for member in prefix for other in seen_with.get(member, ())})
        for other in others:
            close = _share(members, chinese[other]) >= SAME_SHARE
            if close and _share(english[index], english[other]) >= SAME_SHARE:
                pairs.append((questions[other], questions[index]))
        for member in prefix:
            seen_with.setdefault(member, []).append(index)
    return pairs


def _texts(data: object, loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Every text in one language, with the path of keys to it and its language."""
    if isinstance(data, list):
        for index, item in enumerate(cast("list[Any]", data)):
            yield from _texts(item, (*loc, index))
    elif isinstance(data, dict):
        for key, value in cast("dict[str, Any]", data).items():
            if key in ("en", "zh"):
                yield from _in_language(value, (*loc, key), key)
            else:
                yield from _texts(value, (*loc, key))


def _in_language(value: object, loc: Loc, lang: str) -> Iterator[tuple[Loc, str, str]]:
    if isinstance(value, str):
        yield loc, lang, value
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[Any]", value)):
            yield from _in_language(item, (*loc, index), lang)


def _check_clean(text: str, place: Place, key: str, found: Collector) -> None:
    if text != text.strip() or "\n" in text:
        found.error(place, "pack_text_edges", key=key)
    if mark := _CONTROL.search(text):
        found.error(place, "pack_text_control", key=key, char=f"U+{ord(mark.group()):04X}")
    if mark := _STAND_IN.search(text):
        found.error(place, "pack_text_stand_in", key=key, text=mark.group())


def _check_english(text: str, place: Place, key: str, found: Collector) -> None:
    if mark := _NOT_ENGLISH.search(text):
        found.error(place, "pack_english_has_chinese", key=key, char=mark.group())
    elif not _LATIN.search(text):
        found.error(place, "pack_english_is_none", key=key)


def _check_chinese(text: str, place: Place, loc: Loc, found: Collector) -> None:
    key = show_loc(loc)
    han = len(_HAN.findall(text))
    latin_words = len(re.findall(r"[A-Za-z]{2,}", text))
    if han == 0 and _MAY_LACK_HAN.isdisjoint(map(str, loc)):
        found.error(place, "pack_chinese_is_none", key=key)
    elif 0 < han < latin_words and _MAY_LACK_HAN.isdisjoint(map(str, loc)):
        found.warn(place, "pack_chinese_is_little", key=key)
    if mark := _TRADITIONAL.search(text):
        found.warn(place, "pack_chinese_traditional", key=key, char=mark.group())
    if mark := _ASCII_MARK.search(text):
        found.warn(place, "pack_chinese_ascii", key=key, mark=mark.group())
    if mark := _INNER_SPACE.search(text):
        found.warn(place, "pack_chinese_space", key=key, near=mark.group())


def _pairs_of_letters(text: str) -> frozenset[str]:
    letters = "".join(letter for letter in text if letter.isalnum()).lower()
    return frozenset(letters[index : index + 2] for index in range(len(letters) - 1)) or frozenset(
        [letters]
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
